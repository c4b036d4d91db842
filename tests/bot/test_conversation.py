"""A conversation: what it remembers, and what its commands show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.answer import Answer, Status
from bot.conversation import REMEMBERED, Around, Conversation, Sources, Told, context_of
from bot.library_desk import LibraryDesk
from index.model import Mode
from index.open import LibraryAt

Write = Callable[[Mapping[str, str]], Path]
HEAD = "---\ntitle: {0}\nauthors: [Ana Ejemplo]\noutlet: Coast Courier\n---\n\n"
FILES = {
    f"{name}.md": HEAD.format(name)
    + f"“The ferry of {name} is old,” said Juan Prueba.\n\nIt rained in {name}.\n"
    for name in ("Ardale", "Borvik", "Coldmere", "Dunholm", "Elmton", "Farleigh")
}


@pytest.fixture
def talk(library: Write, tmp_path: Path) -> Conversation:
    """Return a conversation about six short articles."""
    return Conversation(LibraryDesk(LibraryAt(library(FILES), tmp_path / "i")), None)


def test_more_shows_what_the_answer_left_out_once(talk: Conversation) -> None:
    """The rest continues the numbering, holds nothing shown before, and comes once."""
    first = talk.about("Is the ferry old?")
    rest = talk.about("more")
    assert isinstance(first, Answer) and isinstance(rest, Answer)
    numbers = [claim.number for claim in (*first.claims, *rest.claims)]
    assert numbers == [*range(1, len(numbers) + 1)]
    assert not {claim.place for claim in first.claims} & {claim.place for claim in rest.claims}
    assert len(rest.claims) == first.more.passages
    assert talk.about("más") is Told.NO_MORE


def test_what_stands_around_is_under_its_voices(talk: Conversation) -> None:
    """A paragraph of speech in the context of a quote is its speaker's, not the author's."""
    talk.about("Did it rain in Ardale?")
    around = talk.about("context 1")
    assert isinstance(around, Around)
    assert [claim.speaker for claim in around.claims] == ["Juan Prueba", None]
    assert [claim.mode is Mode.OWN for claim in around.claims] == [False, True]


def test_nothing_leans_on_small_talk_or_on_a_question_that_failed(talk: Conversation) -> None:
    """Thanks and failed questions are not remembered; a follow-up leans on the last that was answered."""
    talk.about("What is said of the ferry of Borvik?")
    for line in ("thanks!", "Who painted the moon of Ogdenville?"):
        reply = talk.about(line)
        assert isinstance(reply, Answer) and reply.status is Status.NOTHING_FOUND and not reply.claims
    follow = talk.about("And in Coldmere?")
    assert isinstance(follow, Answer) and follow.status is Status.ANSWERED
    assert "coldmere" in follow.claims[0].quote.lower()


@pytest.mark.parametrize("line", ["/help", ":q!", "/start now", "help", "?"])
def test_commands_of_other_programs_get_a_usage_line(talk: Conversation, line: str) -> None:
    """What is typed as a command and is none is no question."""
    assert talk.about(line) is Told.USAGE


def test_other_lines_before_a_question(talk: Conversation) -> None:
    """Sources are listed at any time; more and context need an answer."""
    assert talk.about("more") is Told.NO_MORE and talk.about("context 1") is Told.NO_MORE
    listed = talk.about("sources")
    assert isinstance(listed, Sources) and len(listed.articles) == len(FILES)


def test_every_door_remembers_as_much() -> None:
    """The last questions are passed on, as many at every door."""
    assert context_of([str(n) for n in range(9)]) == tuple(str(n) for n in range(9 - REMEMBERED, 9))

"""A library that is watched: taken in, left out and mended while it is asked."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from bot.answer import Answer, Status
from bot.apart import Apart
from bot.desk import NotYet
from bot.library_desk import LibraryDesk
from index.embedded import store_folder
from index.embedded.listing import TEXTS, current_generation, postings_name
from index.embedded.postings.format import HEADER_SIZE
from index.open import LibraryAt

Write = Callable[[Mapping[str, str]], Path]
HARBOUR = "The harbour of Springfield was closed in May, the master said.\n"
LIGHTHOUSE = "The lighthouse of Shelbyville has a new keeper since June.\n"
WAIT = 40.0


@pytest.fixture
def place(library: Write, tmp_path: Path) -> LibraryAt:
    """A library of two files."""
    return LibraryAt(library({"harbour.txt": HARBOUR, "tower.txt": LIGHTHOUSE}), tmp_path / "i")


@pytest.fixture
def desk(place: LibraryAt) -> Iterator[LibraryDesk]:
    """A desk that watches it."""
    made = LibraryDesk(place, watched=True)
    yield made
    made.close()


def ask(desk: LibraryDesk, question: str) -> Answer:
    """Ask a question."""
    return desk.ask(question, language="en")


def wait(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + WAIT
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_a_file_is_there_whatever_its_name(place: LibraryAt) -> None:
    """A name whose bytes are no text of this system is spelled out in answers, and its file is found."""
    text = "The ferry of Ogdenville sails at noon.\n"
    Path(os.fsdecode(bytes(place.library / "ferry") + b"\xff.txt")).write_text(text, "utf-8")
    made = LibraryDesk(place, watched=True)
    assert ask(made, "When does the ferry of Ogdenville sail?").quotes
    made.close()


def test_what_is_withdrawn_is_quoted_no_more(desk: LibraryDesk, place: LibraryAt) -> None:
    """From the moment a file is gone or changed its words are in no answer; what came instead soon is."""
    assert ask(desk, "Who keeps the lighthouse of Shelbyville?").quotes
    (place.library / "tower.txt").unlink()
    assert not ask(desk, "Who keeps the lighthouse of Shelbyville?").quotes
    (place.library / "harbour.txt").write_text(HARBOUR.replace("May", "April"))
    assert not ask(desk, "When was the harbour of Springfield closed?").quotes
    assert not desk.verify("closed in May").places
    wait(
        lambda: any(
            "April" in c.quote for c in ask(desk, "When was the harbour of Springfield closed?").quotes
        )
    )
    assert ask(desk, "Who keeps the lighthouse of Shelbyville?").status is Status.NOTHING_FOUND


def test_what_has_just_been_added_can_be_withdrawn(
    desk: LibraryDesk, place: LibraryAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is gone again in the moment in which the index takes it in is quoted in no answer."""
    taken_in, quoted = Apart.run, list[bool]()

    def and_withdrawn(*args: object, **kwargs: object) -> object:
        state = taken_in(*args, **kwargs)  # type: ignore[arg-type]
        (place.library / "ferry.txt").unlink(missing_ok=True)
        quoted.append(bool(ask(desk, "When does the ferry to Ogdenville sail?").quotes))
        return state

    monkeypatch.setattr(Apart, "run", and_withdrawn)
    (place.library / "ferry.txt").write_text("The ferry to Ogdenville sails at noon.\n")
    wait(lambda: quoted)
    assert not any(quoted)


def test_what_is_added_is_found_within_seconds(desk: LibraryDesk, place: LibraryAt) -> None:
    """A new file is taken in while the desk answers; until then an answer says that something is pending."""
    (place.library / "ferry.txt").write_text("The ferry to Ogdenville sails at noon.\n")
    wait(lambda: desk.pending() or ask(desk, "When does the ferry to Ogdenville sail?").quotes)
    wait(lambda: ask(desk, "When does the ferry to Ogdenville sail?").quotes)
    wait(lambda: not desk.pending())
    assert not ask(desk, "When was the harbour of Springfield closed?").notes


def test_damaged_index_heals_while_it_is_said(desk: LibraryDesk, place: LibraryAt) -> None:
    """An index that turns out to be damaged is built again from the documents; until then that is said."""
    generation = current_generation(store_folder(place.library, place.index_dir))
    assert generation is not None
    with (generation / TEXTS).open("r+b") as file:
        file.write(b"\xff" * 40)
    try:
        answer = ask(desk, "When was the harbour of Springfield closed?")
    except NotYet as error:
        assert str(error) == "healing"
    else:
        assert answer.quotes  # read before it was damaged
    wait(lambda: _answers(desk))


def test_what_was_read_before_may_be_damaged_later(desk: LibraryDesk, place: LibraryAt) -> None:
    """Numbers that were checked once and are written into afterwards are found out, and made anew."""
    assert ask(desk, "When was the harbour of Springfield closed?").quotes
    generation = current_generation(store_folder(place.library, place.index_dir))
    assert generation is not None
    file = generation / postings_name(1)
    with file.open("r+b") as open_file:
        open_file.seek(HEADER_SIZE)
        open_file.write(b"\xfe" * (file.stat().st_size - HEADER_SIZE))
    for question in ("Who keeps the lighthouse of Shelbyville?", "What has a new keeper?"):
        with pytest.raises(NotYet, match="healing"):
            ask(desk, question)
    wait(lambda: _answers(desk))


def _answers(desk: LibraryDesk) -> bool:
    try:
        return bool(ask(desk, "Who keeps the lighthouse of Shelbyville?").quotes)
    except NotYet:
        return False


def test_added_document_is_taken_in(desk: LibraryDesk, place: LibraryAt) -> None:
    """A document that an administrator adds is in the folder, and soon in answers."""
    desk.add("ferry.txt", b"The ferry to Ogdenville sails at noon.\n")
    assert (place.library / "ferry.txt").is_file()
    wait(lambda: ask(desk, "When does the ferry to Ogdenville sail?").quotes)

"""Libraries for these tests, and the questions that are put to both engines."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.answering.respond import Question, respond
from bot.answering.verification import verify
from bot.asking.query import make_query
from bot.contested.found_points import points_of
from bot.render.jsonout import answer_json
from index.door import Index
from index.model import Scope
from index.values import replace
from tests.answers_digest import _trial as trial_library

_PLACES = ("Ogdenville", "Springfield", "North Haverbrook", "Lakeborough", "Ostrava Bay")
_NAMES = ("Ana Ejemplo", "Otto Muestra", "Carla Other", "Bea Muster")
_SCOPES = (
    Scope(after="2021-03-01", language="en"),
    Scope(speaker="mayor"),
    Scope(before="2021-03-01"),
    Scope(language="es"),
    Scope(author="Ana"),
)
_FOLLOW_UPS = ("And who said so?", "¿Y quién lo dijo?", "And in Springfield?")
_THINGS = ("ferry", "bridge", "quay", "harbour", "market", "tramway", "school")


def write_trial(folder: Path) -> tuple[Path, list[str]]:
    """Write the library of the trial of contested points; return it and the trial's questions."""
    return trial_library(folder)


def text_about(chance: random.Random) -> str:
    """Return a made-up document of a few paragraphs."""
    lines = [f"The {chance.choice(_THINGS)} of {chance.choice(_PLACES)}\n"]
    for _ in range(chance.randint(1, 5)):
        thing, place, name = chance.choice(_THINGS), chance.choice(_PLACES), chance.choice(_NAMES)
        lines.append(
            f"The {thing} of {place} will cost {chance.randint(2, 900)} thousand, {name} said on Friday.\n"
        )
    return "\n".join(lines)


def change(folder: Path, chance: random.Random) -> None:
    """Add, change or delete one file of a library."""
    files = sorted(folder.glob("made*.txt"))
    deed = chance.choice(("add", "add", "change", "delete"))
    if deed == "add" or not files:
        (folder / f"made{chance.randint(0, 10**9)}.txt").write_text(text_about(chance), "utf-8")
    elif deed == "change":
        chance.choice(files).write_text(text_about(chance), "utf-8")
    else:
        chance.choice(files).unlink()


def answers(index: Index, questions: list[str]) -> dict[str, str]:
    """Return the JSON of answers: each question plain, some with filters, some as follow-ups."""
    found: dict[str, str] = {}
    for number, text in enumerate(questions):
        found[f"{number}"] = answer_json(respond(index, Question(text)))
        found[f"{number} in Spanish"] = answer_json(respond(index, Question(text, language="es")))
        scope = _SCOPES[number % len(_SCOPES)]
        found[f"{number} filtered"] = answer_json(respond(index, Question(text, scope=scope)))
        if number % 3 == 0:
            found[f"{number} top"] = answer_json(respond(index, Question(text, top=12)))
        if number % 2 == 0:
            follow_up = Question(_FOLLOW_UPS[number // 2 % len(_FOLLOW_UPS)], context=(text,))
            found[f"{number} follow-up"] = answer_json(respond(index, follow_up))
        if number % 5 == 0:
            passages = index.search(make_query(text), 30)
            found[f"{number} searched"] = repr([replace(p, score=round(p.score, 9)) for p in passages])
    return found


def verified(index: Index, texts: Sequence[str]) -> dict[str, str]:
    """Return what is told of some texts, of their words in capitals, and of what stands nowhere."""
    asked = [each for text in texts for each in (text, text.upper(), f"{text} zyzzyva")]
    return {text: repr(verify(index, text)) for text in asked}


def contested(index: Index, folder: Path) -> dict[str, str]:
    """Return the contested points of a library in both languages."""
    return {language: repr(points_of(index, folder, language)) for language in ("en", "es")}


def held(index: Index) -> Mapping[str, str]:
    """Return all that an index says besides answers: what export, sources, voices and show are made of."""
    articles = list(index.articles())
    return {
        "export": repr(list(index.export())),
        "articles": repr(articles),
        "paragraphs": repr([list(index.paragraphs(article.id)) for article in articles]),
        "documents": repr([index.document(file) for file in index.files()]),
        "speakers": repr(list(index.speakers())),
        "spoken by": repr([list(index.spoken_by(count.name)) for count in index.speakers()]),
        "names": repr(index.source_names()),
        "skipped": json.dumps([list(map(list, index.skipped())), list(map(list, index.remarks()))]),
        "counts": repr(index.counts()),
        "words": repr([(term, index.idf(term)) for term in index.vocabulary()]),
        "some words": repr([list(index.vocabulary(prefix)) for prefix in ("a", "co", "ñ", "zzzz")]),
        "unquoted": repr(sorted(index.unquoted(list(index.vocabulary("c"))))),
        "size": repr(index.size()),
    }

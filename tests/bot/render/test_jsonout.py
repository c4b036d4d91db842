"""The answer as JSON: the format that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.answer import Answer, Claim, ContestedPoint, Kind, Position, Status
from bot.render.jsonout import answer_json, dump, export_object
from index.door import Exported
from index.model import Mode, Paragraph, Place, Role, Source, Voice, Wording

SOURCE = Source(
    "T", ("Ana Ejemplo",), "O", "2023-03-04", "https://example.org/x", "en", "R", "2023-03-09", Wording.DIGEST
)
CLAIM = Claim(
    1, "Words.", "a#1", "a.txt", 3, 9, SOURCE, 1.5, "Carla Muestra", None, "mayor", Mode.MIXED, "said",
    link="https://example.org/x#:~:text=Words", also_in=(Place("b", "b.txt", 1, 7),), matched=("words",),
)  # fmt: skip
ANSWER = Answer(
    "Who?",
    "en",
    Status.ANSWERED,
    None,
    (CLAIM,),
    (ContestedPoint("p", Kind.FIGURE, "H", (Position("l", (CLAIM,)),)),),
)

PROMISED: dict[str, Any] = {
    "question": str,
    "language": str,
    "status": str,
    "reason": (str, type(None)),
    "claims": list,
    "contested": list,
    "found": dict,
}
PROMISED_CLAIM: dict[str, Any] = {
    "number": int, "quote": str, "paragraph": str, "file": str, "start": int, "end": int, "title": str,
    "url": str, "link": str, "score": float, "voice": dict, "voices": list, "also_in": list,
}  # fmt: skip
PROMISED_VOICE: dict[str, Any] = {
    "speaker": str, "role": str, "others": list, "mode": str, "cue": str, "authors": list, "outlet": str,
    "published": str, "reposted_by": str, "reposted": str, "wording": str, "label": str,
}  # fmt: skip


def has(data: Mapping[str, Any], promised: Mapping[str, Any]) -> bool:
    """Return whether all promised keys are there, with values of their kind."""
    return all(isinstance(data[key], kind) for key, kind in promised.items())


def test_every_promised_key_is_there() -> None:
    """The keys of the format are never renamed: answer, claim, voice, contested point, position."""
    data = json.loads(answer_json(ANSWER, id=7))
    assert data["id"] == 7 and has(data, PROMISED)
    (point,) = data["contested"]
    assert (point["id"], point["kind"], point["heading"]) == ("p", "figure", "H")
    assert (point["positions"][0]["sources"], point["positions"][0]["at_distance"]) == (1, 0)
    for claim in (data["claims"][0], point["positions"][0]["claims"][0]):
        assert has(claim, PROMISED_CLAIM) and has(claim["voice"], PROMISED_VOICE)
        assert claim["also_in"] == [{"article": "b", "file": "b.txt", "start": 1, "end": 7}]
    assert data["claims"][0]["voice"]["mode"] == "mixed" and data["claims"][0]["voice"]["wording"] == "digest"


def test_unknown_values_are_null() -> None:
    """What is unknown is null, never an empty text."""
    claim = Claim(1, "Words.", "a#1", "a.txt", 3, 9, Source(), 1.0)
    voice = json.loads(answer_json(Answer("q", "en", Status.ANSWERED, None, (claim,))))["claims"][0]["voice"]
    keys = ("speaker", "role", "cue", "outlet", "published", "reposted_by", "reposted")
    assert [voice[key] for key in keys] == [None] * 7 and voice["authors"] == []


@pytest.mark.parametrize("text", ["a\nb", "a\u2028b\u2029c\x85d", "\ud800", "\x00\x1b", "ñ “” 😀", '"\\'])
def test_one_answer_is_one_line_that_reads_back(text: str) -> None:
    """Whatever characters an answer holds, it is one line for every reader, and reads back the same."""
    line = dump({"quote": text})
    assert len(line.splitlines()) == 1 and json.loads(line) == {"quote": text}
    line.encode("utf-8")


def test_export_line_has_every_promised_key() -> None:
    """An exported paragraph has its text, place, source and voices, whose offsets count within the text."""
    item = Exported(
        Paragraph("a", "a.txt", 1, 3, 9, Role.BODY, "en", "Words."),
        SOURCE,
        (Voice(0, 5, None, Mode.DIRECT, "said"),),
        (),
        "a",
    )
    data = json.loads(dump(export_object(item)))
    promised = {
        "paragraph": "a#1", "article": "a", "file": "a.txt", "number": 1, "role": "body", "language": "en",
        "text": "Words.", "start": 3, "end": 9,
    }  # fmt: skip
    assert {key: data[key] for key in promised} == promised
    (voice,) = data["voices"]
    assert (voice["start"], voice["end"], voice["speaker"], voice["mode"], voice["cue"]) == (
        0,
        5,
        None,
        "direct",
        "said",
    )
    assert data["source"]["title"] == "T"

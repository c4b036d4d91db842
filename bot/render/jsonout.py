"""The Answer as one JSON object: the format other programs rely on. Keys may be added, never renamed."""

from __future__ import annotations

import json
from typing import Any

from bot.answer import Answer, Claim, ContestedPoint
from bot.render.label import speaker_beside, voice_label
from index.door import Exported
from index.model import Place
from index.values import as_dict

_LINE_ENDS = {"\x7f": "\\u007f", "\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def answer_json(answer: Answer, **extra: object) -> str:
    """Return the answer as one line of JSON; ``extra`` keys (an ``id``) come first."""
    return dump({**extra, **answer_object(answer)})


def answer_object(answer: Answer) -> dict[str, Any]:
    """Return the answer as JSON data."""
    return {
        "question": answer.question,
        "language": answer.language,
        "status": answer.status,
        "reason": answer.reason,
        "notes": list(answer.notes),
        "claims": [claim_object(claim, answer.language) for claim in answer.claims],
        "contested": [point_object(point, answer.language) for point in answer.contested],
        "unread": [{"file": file, "reason": reason} for file, reason in answer.unread],
        "found": {"passages": answer.found.passages, "sources": answer.found.sources},
        **(
            {"nearest": [claim_object(claim, answer.language) for claim in answer.nearest]}
            if answer.nearest
            else {}
        ),
    }


def point_object(point: ContestedPoint, language: str) -> dict[str, Any]:
    """Return a contested point as JSON data."""
    return {
        "id": point.id,
        "kind": point.kind,
        "heading": point.heading,
        "edited": list(point.edited),
        "positions": [
            {
                "label": position.label,
                "sources": position.sources,
                "at_distance": position.at_distance,
                "claims": [claim_object(claim, language) for claim in position.claims],
            }
            for position in point.positions
        ],
    }


def claim_object(claim: Claim, language: str) -> dict[str, Any]:
    """Return a claim as JSON data."""
    source = claim.source
    heard = (said.speaker for said in claim.voices)
    return {
        "number": claim.number,
        "quote": claim.quote,
        "paragraph": claim.paragraph,
        "file": claim.file,
        "start": claim.start,
        "end": claim.end,
        "title": source.title,
        "url": source.url,
        "link": claim.link,
        "page": claim.page,
        "score": claim.score,
        "bearing": claim.bearing,
        "voice": {
            "speaker": claim.speaker,
            "role": claim.role,
            "others": [name for name in dict.fromkeys(heard) if name and name != claim.speaker],
            "mode": claim.mode,
            "cue": claim.cue,
            "stance": claim.stance,
            "authors": list(source.authors),
            "outlet": source.outlet,
            "published": source.published,
            **({"month": source.month} if source.month else {}),
            "published_from": source.published_from,
            "reposted_by": source.reposted_by,
            "reposted": source.reposted,
            "wording": source.wording,
            "label": voice_label(claim, language),
        },
        "voices": [
            {
                "start": said.start,
                "end": said.end,
                "speaker": said.speaker,
                "role": said.role,
                "mode": said.mode,
            }
            for said in claim.voices
        ],
        "matched": list(claim.matched),
        "also_in": [_place(place) for place in claim.also_in],
    }


def export_object(item: Exported) -> dict[str, Any]:
    """Return a paragraph with its voices as JSON data."""
    from index.formats.frontmatter import source_values  # answers are without

    p = item.paragraph
    return {
        "paragraph": p.id,
        "article": p.article,
        "file": p.file,
        "number": p.number,
        "role": p.role,
        "language": p.language,
        "text": p.text,
        "start": p.start,
        "end": p.end,
        "page": p.page,
        "anchor": p.anchor,
        "source": source_values(item.source),
        "voices": [
            {
                "start": voice.start,
                "end": voice.end,
                "speaker": speaker_beside(voice),
                "mode": voice.mode,
                "cue": voice.cue,
                "role": voice.role,
                "mention": voice.mention,
                "stance": voice.stance,
            }
            for voice in item.voices
        ],
        "also_in": [_place(place) for place in item.also_in],
        "group": item.group,
    }


def dump(data: object) -> str:
    """Return one line of JSON, for readers that take more than the line feed for a line's end, too."""
    text = json.dumps(data, ensure_ascii=False, default=_plain)
    for letter, spelt in _LINE_ENDS.items():  # looked for one by one: nearly all texts have none
        text = text.replace(letter, spelt)
    return text.encode("utf-8", "backslashreplace").decode()  # half a surrogate pair, as JSON spells it


def _plain(data: object) -> object:
    """Return what JSON has for a set or a value."""
    return sorted(data) if isinstance(data, (set, frozenset)) else as_dict(data)


def _place(place: Place) -> dict[str, Any]:
    return {"article": place.article, "file": place.file, "start": place.start, "end": place.end}

"""An answer without the words of documents that were withdrawn or changed since they were read."""

from __future__ import annotations

from bot.answer import Answer, ContestedPoint, Found, Kind, Status
from bot.phrases import phrase
from index.values import replace


def without(answer: Answer, files: frozenset[str]) -> Answer:
    """Return an answer without what it quotes of these files; an honest silence where nothing is left."""
    claims = tuple(claim for claim in answer.claims if claim.file not in files)
    points = tuple(filter(None, (_without(point, files) for point in answer.contested)))
    if not claims and not points:
        reason = phrase("being_read", answer.language)
        return Answer(answer.question, answer.language, Status.NOTHING_FOUND, reason, notes=answer.notes)
    dropped = len(answer.quotes) - len(replace(answer, claims=claims, contested=points).quotes)
    found = Found(max(0, answer.found.passages - dropped), answer.found.sources)
    return replace(answer, claims=claims, contested=points, found=found)


def _without(point: ContestedPoint, files: frozenset[str]) -> ContestedPoint | None:
    """Return a point without these files' claims; None where less than two positions are left."""
    kept = []
    for side in point.positions:
        claims = tuple(claim for claim in side.claims if claim.file not in files)
        if claims:
            kept.append(replace(side, claims=claims))
    least = 1 if point.kind is Kind.VOICES else 2
    return replace(point, positions=tuple(kept)) if len(kept) >= least else None

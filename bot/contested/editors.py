"""What a library's editors decided about points: confirmed, renamed, merged, silenced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answer import ContestedPoint, Edited, Position
from bot.contested.spoken_sentences import UNDATED
from index.framings import Decision, Framings, State
from index.values import replace


def decided(
    points: Iterable[ContestedPoint],
    framings: Framings,
    language: str,
    asked: frozenset[str] = frozenset(),
    *,
    silenced: bool = False,
) -> tuple[ContestedPoint, ...]:
    """Return the points as editors decided, each with what was done to it; headings in ``language``.

    A point of an answer holds for the place that its question names: what is decided about
    ``figure-deaths-springfield`` holds for ``figure-deaths`` when Springfield is asked about.
    ``asked`` are the question's folded words.
    ``silenced``: points that editors silenced are returned too.
    """
    if not framings.decisions:
        return tuple(points)
    kept: dict[str, ContestedPoint] = {}
    merged: list[tuple[str, ContestedPoint]] = []
    for point in points:
        decision = _decision(point, framings, asked)
        if decision is None:
            kept[point.id] = point
        elif decision.state is not State.SILENCED or silenced:
            edited = _edited(point, decision, language)
            if decision.into:
                merged.append((decision.into, edited))
            else:
                kept[point.id] = edited
    for target, point in merged:
        kept[target] = _joined(kept.get(target), replace(point, id=target))
    return tuple(kept.values())


def _decision(point: ContestedPoint, framings: Framings, asked: frozenset[str]) -> Decision | None:
    """Return what was decided about a point, or about it at a place that the question names."""
    of_place = (
        decision
        for key, decision in framings.decisions.items()
        if key.startswith(f"{point.id}-") and asked.issuperset(key.removeprefix(f"{point.id}-").split("-"))
    )
    return next(of_place, None) or framings.decisions.get(point.id)


def _edited(point: ContestedPoint, decision: Decision, language: str) -> ContestedPoint:
    heading = decision.headings.get(language, point.heading)
    done = {
        Edited.CONFIRMED: decision.state is State.CONFIRMED,
        Edited.RENAMED: heading != point.heading,
        Edited.MERGED: bool(decision.into),
        Edited.SILENCED: decision.state is State.SILENCED,
    }
    return replace(point, heading=heading, edited=tuple(key for key, holds in done.items() if holds))


def _joined(target: ContestedPoint | None, point: ContestedPoint) -> ContestedPoint:
    """Return a point with the positions of another merged into it; alone it stands for both."""
    if target is None:
        return point
    positions = {position.label: position for position in target.positions}
    for position in point.positions:
        old = positions.get(position.label)
        positions[position.label] = _both(old, position) if old else position
    edited = tuple(key for key in Edited if key in (*target.edited, Edited.MERGED))
    return replace(target, positions=_in_order(positions.values()), edited=edited)


def _both(one: Position, other: Position) -> Position:
    """Return one position of two with one label, each quote once."""
    claims = {claim.place: claim for claim in (*one.claims, *other.claims)}
    numbered = (replace(claim, number=number) for number, claim in enumerate(claims.values(), start=1))
    return Position(one.label, tuple(numbered), (*one.unshown, *other.unshown))


def _in_order(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Return positions in neutral order: by the date of their first quote, then by its source's name."""

    def key(position: Position) -> tuple[str, Sequence[str], str, int]:
        first = position.claims[0]
        source = first.source
        return source.published or source.reposted or UNDATED, source.authors, first.paragraph, first.start

    return tuple(sorted(positions, key=key))

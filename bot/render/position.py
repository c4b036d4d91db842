"""What every door says about a point and its positions: who found it, how many sources stand behind each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answer import Claim, ContestedPoint, Position
from bot.phrases import phrase
from bot.render.label import voice_label


def backing(position: Position, language: str) -> str:
    """Return how many independent sources hold a position, and how many report it but keep away from it."""
    key = "sources" if position.quoted == position.sources else "sources_shown"
    parts = [phrase(key, language, n=position.sources, shown=position.quoted)]
    if position.at_distance:
        parts.append(phrase("at_distance", language, n=position.at_distance))
    return "; ".join(parts)


def origin(point: ContestedPoint, language: str) -> str:
    """Return whether a point stands as it was found automatically, or what an editor did to it."""
    if not point.edited:
        return phrase("found", language)
    return phrase("edited", language, what=", ".join(phrase(each, language) for each in point.edited))


def same_voice(claim: Claim, before: Claim | None, language: str) -> bool:
    """Whether a claim goes on in the voice and article of the one before it: it needs no name again."""
    return (
        before is not None
        and claim.source == before.source
        and claim.stance is before.stance
        and voice_label(claim, language) == voice_label(before, language)
    )


def placed(
    claims: Iterable[Claim], above: Sequence[Claim], language: str, *, inside: bool
) -> list[tuple[Claim, int | None]]:
    """Return claims of one side, each with the number of the quote above to point at, see ``stands_above``.

    Of two sentences of one quote above only the first is kept: one pointer is enough.
    """
    found: list[tuple[Claim, int | None]] = []
    for claim in claims:
        number = stands_above(claim, above, language, inside=inside)
        if number is None or number not in {other for _, other in found}:
            found.append((claim, number))
    return found


def stands_above(claim: Claim, above: Iterable[Claim], language: str, *, inside: bool) -> int | None:
    """Return the number of the claim ``above`` that quotes the same already, None when there is none.

    ``inside``: a longer quote of the same voice that holds it will do, too.
    """
    for other in above:
        if claim.place == other.place:
            return other.number
        held = claim.file == other.file and other.start <= claim.start and claim.end <= other.end
        if inside and held and same_voice(claim, other, language):
            return other.number
    return None


def is_title(claim: Claim) -> bool:
    """Whether a quote is its source's title itself, which then need not be named below it."""
    return " ".join((claim.source.title or "").split()).rstrip(".") == claim.quote.rstrip(".")

"""What every door says about a point and its positions: who found it, how many sources stand behind each."""

from __future__ import annotations

from bot.answer import Answer, Claim, ContestedPoint, Position
from bot.phrases import counted, phrase
from bot.render.label import voice_label


def backing(position: Position, language: str) -> str:
    """Return how many independent sources hold a position, and how many report it but keep away from it."""
    key = "sources" if position.quoted == position.sources else "sources_shown"
    parts = [phrase(key, language, n=position.sources, shown=position.quoted)]
    if position.at_distance:
        parts.append(phrase("at_distance", language, n=position.at_distance))
    return "; ".join(parts)


def backed(position: Position, language: str) -> str:
    """Return how many sources stand behind a position, in brackets; nothing where the one is shown."""
    if position.sources == position.quoted and position.sources <= 1 and not position.at_distance:
        return ""
    return f" ({backing(position, language)})"


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


def rest(answer: Answer) -> str:
    """Return the line that counts what was found and is not shown."""
    more, language = answer.more, answer.language
    return phrase(
        "more",
        language,
        passages=counted("more", language, more.passages),
        sources=counted("from", language, more.sources),
    )


def is_title(claim: Claim) -> bool:
    """Whether a quote is its source's title itself, which then need not be named below it."""
    return " ".join((claim.source.title or "").split()).rstrip(".") == claim.quote.rstrip(".")

"""Where in a question he stands whose stance it asks for: "Why is Ana Ejemplo against the levy?"."""

from __future__ import annotations

from collections.abc import Sequence

from index.text.terms import folded_list

_LEADING = 2  # words before an auxiliary: "and why does"
_LONGEST = 6  # words of a name with its titles

Span = tuple[int, int]  # the first of some words, and the one behind the last


def stance_holder(folded: Sequence[str]) -> Span | None:
    """Return where among the folded words of a question he stands whose stance is asked for; None for nobody.

    Whether they are a name is for the caller to see: "Does the law support farmers?" asks for nobody's.
    """
    return _between(folded) or _behind_stance(folded) or _at_the_head(folded)


def _between(folded: Sequence[str]) -> Span | None:
    """Return who stands between an auxiliary and a word of stance: "Does Ana Ejemplo back it?"."""
    before = folded_list("kinds", "stance.before")
    aux = next((at for at, word in enumerate(folded[: _LEADING + 1]) if word in before), None)
    if aux is None:
        return None
    first = aux + 1
    for at in range(first + 1, min(len(folded), first + _LONGEST + 1)):
        if _phrase_at(folded, at, "behind"):
            return first, at
    return None


def _behind_stance(folded: Sequence[str]) -> Span | None:
    """Return who follows words of stance near the head: "¿Por qué se opone Ana Ejemplo a la tasa?"."""
    objects = folded_list("kinds", "stance.objects")  # "apoyan a Ana Ejemplo": it is she who is backed
    for at in range(min(len(folded), _LEADING + 2)):
        size = _phrase_at(folded, at, "front")
        if size and folded[at + size : at + size + 1] and folded[at + size] not in objects:
            return at + size, len(folded)
    return None


def _at_the_head(folded: Sequence[str]) -> Span | None:
    """Return who stands at the head as the one for whom something is so: "For Ana Ejemplo, what is it?"."""
    return (1, len(folded)) if folded and folded[0] in folded_list("kinds", "stance.head") else None


def _phrase_at(folded: Sequence[str], at: int, key: str) -> int:
    """Return of how many words a phrase of a list is that starts at a place; 0 where none does."""
    phrases = folded_list("kinds", f"stance.{key}")
    sizes = (size for size in (3, 2, 1) if " ".join(folded[at : at + size]) in phrases)
    return next(sizes, 0) if at < len(folded) else 0

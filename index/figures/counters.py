"""Bodies that are said to count: "police said", "according to the organisers"."""

from __future__ import annotations

from index.text.tokens import Tokens, kinds_of, phrases_of

_SAYS = 3  # words from who counts to the verb that says so
_LEADS = 2  # words from "according to" to who counts, its own first word among them


def counters(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the first and last token of each kind of body that is said to count, in their order."""
    found: dict[str, tuple[int, int]] = {}
    for at, size, kind in kinds_of("counters", "kinds").hits(tokens.words):
        if counts(tokens, at, at + size, briefly=True):
            found.setdefault(kind, (at, at + size))
    return list(found.values())


def counts(tokens: Tokens, first: int, last: int, *, briefly: bool = False) -> bool:
    """Whether those named at some tokens are said to count; ``briefly``: with no verb ("police at 20")."""
    says = [phrases_of("counters", "says"), *([phrases_of("counters", "says_briefly")] if briefly else [])]
    near = range(last, min(len(tokens), last + _SAYS))
    if any(each.at(tokens.words, at) for each in says for at in near):
        return True
    leads = [phrases_of("counters", "according"), *([phrases_of("counters", "by")] if briefly else [])]
    return any(
        each.before(tokens.words, at) for each in leads for at in range(max(0, first - _LEADS + 1), first + 1)
    )

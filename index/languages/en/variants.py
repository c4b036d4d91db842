"""English words as they are written in Britain and in America."""

from __future__ import annotations

from collections.abc import Callable

from index.expressions import pattern

# British, American; both ways. Endings of whole words, so that the stemmer sees the right one.
_SPELLINGS = tuple(
    (pattern(one), other)
    for one, other in (
        (r"(?<=[a-z]{3})our(?=$|s$|ed$|ing$|able$|ite$|ites$|er$|ers$|hood)", "or"),
        (r"(?<=[a-z]{2}[bcdfghlmnptv])or(?=$|s$|ed$|ing$|able$|ite$|ites$|hood)", "our"),
        (r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)", "iz"),
        (r"(?<=[a-z]{3})iz(?=(?:e|es|ed|ing|ation|ations|er|ers)$)", "is"),
        (r"(?<=[a-z]{2}[bt])re(?=s?$)", "er"),
        (r"(?<=[a-z]{2}[bt])er(?=s?$)", "re"),
        (r"(?<=[a-z]{3})ence$", "ense"),
        (r"(?<=[a-z]{3})ense$", "ence"),
        (r"ogramme(?=s?$)", "ogram"),
        (r"ogram(?=s?$)", "ogramme"),
        (r"(?<=[a-z]{2})ogue(?=s?$)", "og"),
        (r"lys(?=(?:e|es|ed|ing)$)", "lyz"),
        (r"lyz(?=(?:e|es|ed|ing)$)", "lys"),
        (r"ae(?=[a-z]{3})", "e"),
    )
)


def variants(word: str, _means: Callable[[str], bool]) -> list[str]:
    """Return the other spellings of a folded word."""
    return [form.sub(other, word) for form, other in _SPELLINGS if form.search(word)]

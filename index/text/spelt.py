"""The words of a text as they stand there, with what each is called folded."""

from __future__ import annotations

from index.text.terms import WORD, bare, fold, parts
from index.values import frozen

_OWNER = ("'s", "’s")


@frozen
class Spelt:
    """A word as a text has it: "Ana’s" is bare "Ana", folded "ana’s", its key and only part "ana"."""

    raw: str
    key: str  # its parts as one
    start: int
    end: int
    capital: bool
    possessive: bool  # something is told to be his

    @property
    def bare(self) -> str:
        """The word without the mark of an owner."""
        return bare(self.raw)

    @property
    def folded(self) -> str:
        """The word in small letters without accents."""
        return fold(self.raw)

    @property
    def parts(self) -> tuple[str, ...]:
        """The folded words that it stands for."""
        return parts(self.raw)


def spelt_words(text: str) -> list[Spelt]:
    """Return the words of a text in order."""
    found = []
    for match in WORD.finditer(text):
        word, end = match[0], match.end()
        possessive = word.lower().endswith(_OWNER) or text[end : end + 1] in {"'", "’"}
        found.append(Spelt(word, "".join(parts(word)), match.start(), end, word[0].isupper(), possessive))
    return found

"""Words that exclude each other, from words/opposites.toml: lawful and unlawful, resigned and was removed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from bot.contested.matter import Said, Stand
from bot.contested.pool import terms_of
from index.analysis import stop_words
from index.figures.tokens import Phrases, Tokens, marked, read_tokens
from index.model import Query
from index.values import frozen
from index.words import table

_NEGATED = 3  # words between "not" and what it turns round
_OBJECT = 5  # words behind a verb that tell what it is said of
_ENDS = frozenset(
    {
        "of",
        "on",
        "in",
        "for",
        "by",
        "to",
        "at",
        "with",
        "from",
        "and",
        "de",
        "del",
        "en",
        "por",
        "para",
        "con",
        "y",
        "sobre",
    }
)


@frozen
class Opposition:
    """Two sets of words that exclude each other."""

    id: str
    headings: Mapping[str, str]
    asks: Phrases[bool]
    one: Phrases[bool]
    other: Phrases[bool]
    takes_object: bool  # its words are verbs, and what they are said of stands behind them

    def holds(self, word: str) -> bool:
        """Whether a single word asks for it or is on one of its sides."""
        return any(words.at([word], 0) for words in (self.asks, self.one, self.other))


@cache
def oppositions() -> tuple[Opposition, ...]:
    """Return the oppositions of words/opposites.toml in their order."""
    data: Any = table("opposites")
    return tuple(
        Opposition(
            key,
            row["heading"],
            marked(row["asks"]),
            marked(row["one"]),
            marked(row["other"]),
            takes_object=bool(row.get("object")),
        )
        for key, row in data.items()
    )


def asked_about(opposition: Opposition, question: Query) -> bool:
    """Whether a question asks about an opposition, by its words or by those of either side."""
    tokens = read_tokens(question.text)
    listed = (opposition.asks, opposition.one, opposition.other)
    return any(words.at(tokens.words, i) for words in listed for i in range(len(tokens)))


def opposed_in(said: Said, opposition: Opposition) -> Stand | None:
    """Return the side a sentence takes; None when it takes none or both.

    The words may stand among the reporting ones: "the office confirmed that ...".
    """
    text = said.statement.text
    tokens = read_tokens(text)
    if not any(words.may_stand_in(tokens.words) for words in (opposition.one, opposition.other)):
        return None
    sides: dict[int, tuple[int, int]] = {}
    index = 0
    while index < len(tokens):
        found = _side_at(tokens, index, opposition)
        if found is None:
            index += 1
            continue
        size, side = found
        if side is None:
            return None
        sides.setdefault(side, (index, size))
        index += size
    if len(sides) != 1:
        return None
    ((side, (at, size)),) = sides.items()
    language = said.statement.passage.paragraph.language
    start, end = tokens.starts[at], tokens.ends[at + size - 1]
    label = text[start:end]
    about = said.statement.terms - terms_of(label, language)
    if opposition.takes_object:
        about |= {f"object:{term}" for term in _object(text[end:], language)}
    return Stand(said, label, frozenset({f"{opposition.id}:{side}"}), about)


def same_object(one: Stand, other: Stand) -> bool:
    """Whether two verbs can be said of one thing: the other sentence has words of what stands behind each.

    Where both name their thing there, it is that thing.
    """
    mine, theirs = (
        {term[7:] for term in stand.about if term.startswith("object:")} for stand in (one, other)
    )
    if mine and theirs:
        return bool(mine & theirs)
    return bool((not mine or mine & other.about) and (not theirs or theirs & one.about))


def _object(behind: str, language: str | None) -> frozenset[str]:
    """Return the terms of the thing named right behind a verb, up to the first small word that goes on."""
    tokens = read_tokens(behind)
    last = 0
    while (
        last < min(len(tokens), _OBJECT) and tokens.words[last] not in _ENDS and tokens.raw[last][0].isalnum()
    ):
        last += 1
    return terms_of(behind[: tokens.ends[last - 1]], language) if last else frozenset()


def _side_at(tokens: Tokens, index: int, opposition: Opposition) -> tuple[int, int | None] | None:
    """Return (number of words, side) of the longest opposed word at ``index``, turned round by a negation.

    The side is None where nobody is said to do it: that is neither side.
    """
    one, other = opposition.one.at(tokens.words, index), opposition.other.at(tokens.words, index)
    if one is None and other is None:
        return None
    size, side = (
        (one[0], 0) if one and (other is None or one[0] > other[0]) else (other[0] if other else 1, 1)
    )
    data: Any = table("negation")
    before = tokens.words[max(0, index - _NEGATED) : index]
    line = " ".join(before)
    if any(each in line for each in data["nobody"]):
        return size, None
    negation = next((at for at, word in enumerate(before) if word in data["words"]), None)
    if negation is None or any(each in line for each in data["none"]):
        return size, side
    if not all(_is_light(word) for word in before[negation + 1 :]):
        return size, None  # "not suited to safe use": what is denied is another word
    return size, 1 - side


def _is_light(word: str) -> bool:
    """Whether a word between a negation and what it denies lets it through: a small word or an adverb."""
    small = word in stop_words("en") or word in stop_words("es")
    return small or word.endswith(("ly", "mente")) or not word[0].isalpha()

"""Cuts a paragraph into frames: sentences in which every quotation counts as one word.

In "A. B," she said. "C." the first frame is [quotation] she said, the second [quotation]: what
stands inside the marks never looks like the sentence around them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from index.grammar.quotes import Quote
from index.grammar.reporting_words import NOTHING, Lexicon, lexicon
from index.text.sentences import sentences
from index.words import alternatives, strings, word_list


class Token(NamedTuple):
    """A word, a mark, or a whole quotation."""

    text: str  # empty for a quotation
    low: str
    start: int
    end: int
    kinds: frozenset[str]  # the word lists it stands in; "mark" for a mark, "quotation" for a quotation
    name: bool = False  # written like a name
    quote: Quote | None = None
    shapes: frozenset[str] = NOTHING  # what it looks like by its ending: "gerund", "participle", "adverb"


class Frame(NamedTuple):
    """A sentence of the paragraph, its quotations collapsed."""

    start: int
    end: int
    tokens: list[Token]

    @property
    def quoted(self) -> bool:
        """Whether a quotation stands in it."""
        return any(token.quote for token in self.tokens)


Tokens = list[Token]
DASHES = frozenset({"—", "–", "―", "‒", "-", "--", "_"})  # "_" where agencies write a dash
STOPS = frozenset({"mark", "quotation"})
_MARK = frozenset({"mark"})
_QUOTATION = frozenset({"quotation"})
_MODAL_MONTHS = word_list("grammar", "modal_months")
_IN_NAMES = word_list("grammar", "times_in_names")
_CALLED = word_list("grammar", "called_so")
_ACCORDING = 4  # words of "according to" and the like, at most
_INDENT = 9  # characters before the first word of a line
_MOST_WORDS = 50_000  # that are kept; a library has fewer different ones, an attack may have more
_CAPITALS = frozenset(
    {"circumstances", "times"}
)  # all that a word in capitals may be: "US" and "WHO" are names
# Addresses are skipped; "U.S", "O’Connor", "3.5", "G.K" and "self-coup" are one word each; a
# hyphen counts as a mark where white space stands on either side of it.
_TOKEN = re.compile(
    r"<?https?://\S+|pic\.twitter\.com/\S+"
    r"|(?P<word>[$€£#@]?[^\W_]+(?:[’'´&/-][^\W_]+|\.[^\W\d_](?![^\W_])|[.,:]\d+)*(?:\.[’']s\b)?[’']?%?)"
    r"|(?P<mark>[,;:()\[\]—–―‒?!…|•]|--|(?<=\s)_(?=\s)|-(?=\s)|(?<=\s)-|(?<!.)-)"
)
_PLACE = r"[^\W\d_a-zà-ÿ][\w.'’-]*(?:[ /,]+[^\W\d_a-zà-ÿ][\w.'’-]*){0,4}"
_AGENCY = rf"(?i:{alternatives('names', 'agencies')})"
_DATELINE = re.compile(
    rf"\s*{_PLACE}\s*\({_AGENCY}\)\s+(?=[^\W\d_a-zà-ÿ])|"
    rf"\s*{_PLACE}(?: \([^()\n]{{1,30}}\))?[^()\n“”\"]{{0,30}}"  # "Aldea (Valle), 2 ene (EFE).-"
    rf"\([^\W\d_a-zà-ÿ][^()\n]{{1,30}}\)\s*\.?\s*[-–—]{{1,2}}\s*(?=\S)"
    r"|\s*[A-ZÁÉÍÓÚÑ]{4}[A-ZÁÉÍÓÚÑ .'’-]{0,30}(?:, [^\n“”\"()—–]{2,24})?\s+[—–]\s+(?=\S)"
    # "ARDALE, Mich. President Brown said": the dash is lost
    r"|\s*[A-ZÁÉÍÓÚÑ]{4}[A-ZÁÉÍÓÚÑ .'’-]{0,20}, [A-Z][a-z]{2,5}\. (?=[A-Z])"
)
# The number of a paragraph or of an item of a list: "4.", "(b)", "3.2", "§ 12", "[14]", "iv."
_NUMBER = re.compile(
    r"\s*(?:§+ ?\d{1,3}[.)]?|\[\d{1,3}\]|\(?\d{1,3}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}"
    r"|\d{1,3}\.?[ºª]\)?"
    r"|\((?:[a-z]|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5}|[IVX]{2,5})[.)])\s+(?=\S)"
)


def cut_frames(text: str, quotes: list[Quote], lex: Lexicon) -> list[Frame]:
    """Return the frames of ``text``. Sentence ends inside a quotation do not count."""
    spans = sentences(text, lex.language)
    if not spans:
        return []
    starts = [quote.start for quote in quotes]
    ends = [end for _, end in spans if not _inside(end, quotes, starts)]
    if not ends or ends[-1] != spans[-1][1]:
        ends.append(spans[-1][1])
    tokens = _tokens(text, quotes, lex)
    frames: list[Frame] = []
    begin, index = spans[0][0], 0
    dated = _DATELINE.match(text)
    # "SPRINGFIELD, Jan. 4 (Agency) -": where and by whom it was sent is no part of the sentence.
    if dated and not _inside(dated.end(), quotes, starts):
        index = next((n for n, token in enumerate(tokens) if token.start >= dated.end()), len(tokens))
        begin = dated.end()
    for end in ends:
        numbered = _NUMBER.match(text, begin) if _opens_line(text, begin) else None
        if numbered and not _inside(numbered.end(), quotes, starts):
            begin = numbered.end()
        while index < len(tokens) and tokens[index].start < begin:
            index += 1
        first = index
        while index < len(tokens) and tokens[index].start < end:
            index += 1
        if index > first:
            frames.append(Frame(begin, end, tokens[first:index]))
            begin = tokens[index].start if index < len(tokens) else end
    return frames


def _opens_line(text: str, place: int) -> bool:
    """Whether nothing but white space stands before this place in its line."""
    before = text[max(0, place - _INDENT) : place].rstrip(" \t")
    return before.endswith("\n") or (not before and place < _INDENT)


def _inside(place: int, quotes: list[Quote], starts: list[int]) -> bool:
    nearest = bisect_right(starts, place - 1) - 1
    return nearest >= 0 and quotes[nearest].start < place < quotes[nearest].end


def _tokens(text: str, quotes: list[Quote], lex: Lexicon) -> Tokens:
    tokens: Tokens = []
    last = 0
    for quote in quotes:
        _add_words(text, last, quote.start, tokens, lex)
        tokens.append(Token("", "", quote.start, quote.end, _QUOTATION, False, quote))
        last = quote.end
    _add_words(text, last, len(text), tokens, lex)
    return tokens


def _add_words(text: str, start: int, end: int, tokens: Tokens, lex: Lexicon) -> None:
    words = _words(lex.language, text.isupper())
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        if kind is None:
            continue
        word = match.group()
        first, last = match.span()
        if kind == "mark":
            tokens.append(Token(word, word, first, last, _MARK))
            continue
        low, known, named, shape, in_names = words[word]
        if in_names and tokens and tokens[-1].name:
            known = NOTHING  # "Harbour Today"
        if known and named and text[first + 1 : first + 2] == "." and "first_person" not in known:
            known = NOTHING  # the initial of "A. Brown"
        month = tokens[-1] if tokens and tokens[-1].name else None
        if month and month.low in _MODAL_MONTHS and _called_so(tokens, low, known, lex):
            tokens[-1] = month._replace(kinds=NOTHING)
        elif month and month.low in _CALLED and named and not known and first == month.end + 1:
            tokens[-1] = month._replace(kinds=NOTHING) if _opens_name(tokens, lex) else month
        tokens.append(Token(word, low, first, last, known, named, None, shape))


def _called_so(tokens: Tokens, low: str, kinds: frozenset[str], lex: Lexicon) -> bool:
    """Whether a capitalised month or auxiliary opens its clause before a verb: "May | has said"."""
    before = tokens[-2] if len(tokens) > 1 else None
    apart = before is None or bool(before.kinds & STOPS) or tokens[-1].start > before.end + 1  # a full stop
    opens = tokens[-1].name and apart
    cue = lex.cues.get(low)
    said = cue is not None and cue.form in ("past", "finite") and low not in lex.nouns
    return opens and (said or bool(kinds & {"auxiliaries", "being"}))


def _opens_name(tokens: Tokens, lex: Lexicon) -> bool:
    """Whether a capitalised month before a name is the first name of who speaks: "said | April Tarn"."""
    before = tokens[-2] if len(tokens) > 1 else None
    if before is None or before.kinds & STOPS or tokens[-1].start > before.end + 1 or before.low in lex.cues:
        return True
    lead = " ".join(token.low for token in tokens[-1 - _ACCORDING : -1])
    return any(
        f" {lead}".endswith(f" {phrase}") for phrase in strings("cues", "phrases.according", lex.language)
    )


_Read = tuple[str, frozenset[str], bool, frozenset[str], bool]


class _Words(dict[str, _Read]):
    """What is known of words by their letters alone: each word of a language is read once."""

    def __init__(self, lex: Lexicon, *, shouted: bool) -> None:
        self._lex = lex
        self._shouted = shouted  # where all is in capitals a word in capitals is no name

    def __missing__(self, word: str) -> _Read:
        if len(self) > _MOST_WORDS:
            self.clear()
        low = word.lower()
        known = self._lex.kinds.get(low, NOTHING)
        if known and len(word) > 1 and word.isupper() and not self._shouted:
            known &= _CAPITALS
        named = word[0].isupper() or (word[0] == "@" and len(word) > 1)
        in_names = low in _IN_NAMES and word[0].isupper()
        self[word] = read = low, known, named, self._lex.shapes[low], in_names
        return read


@cache
def _words(language: str, shouted: bool) -> _Words:
    return _Words(lexicon(language), shouted=shouted)

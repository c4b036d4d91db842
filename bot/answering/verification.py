"""Is a text word for word in the library, and where? Two answers, not one; and else what comes nearest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING
from unicodedata import normalize

from bot.answer import Verification
from bot.finding.quote import claim_at, folded, sentence_spans
from index.door import Index
from index.expressions import pattern
from index.languages import LANGUAGES
from index.model import Article, Passage, Place, Query, Word
from index.text.inline_links import pattern_of
from index.text.normal import collapse
from index.text.terms import CHUNK, stem, stop_words, terms, together

if TYPE_CHECKING:
    from difflib import Match

_SOUGHT = 12  # rarest words of a text by which passages are found that may hold it
_CANDIDATES = 60  # such passages
_COMPARED = 20  # of them those that are set beside the text word by word
_LEAST, _LEAST_SHARE = 3, 0.5  # words in one order, and their share, that make a passage come near
_LONGEST = 90  # words of any quote
# What makes other letters of some, or one word of two lines, when words are folded.
_UNLIKE_LETTERS = pattern(r"[-\u2010]\n|[łŁđĐðÐøØßẞæÆœŒþÞħĦıŧŦŋŊ]")


def verify(index: Index, text: str) -> Verification:
    """Return where ``text`` stands in the documents, white space aside.

    Every character counts for "word for word"; the mark that is shown for an address stands for one.
    When it stands nowhere so, the places are those that have the same words in the same order, which is
    said to be another thing.
    """
    wanted = collapse(text)
    words = folded(text)
    if not words:
        return Verification(verbatim=False)
    exact = tuple(_exact(index, wanted))
    if exact:
        return Verification(verbatim=True, places=exact)
    near = tuple(
        Place(item.paragraph.article, item.paragraph.file, item.paragraph.start, item.paragraph.end)
        for item in index.paragraphs_that(partial(_has_words, words), _terms_of(words), {*words.split(" ")})
    )
    if near:
        return Verification(verbatim=False, places=near, nearly=True)
    return _nearest(text, _candidates(index, text))


def _exact(index: Index, wanted: str) -> Iterator[Place]:
    form, row = pattern_of(wanted)
    articles: defaultdict[str, list[Article]] = defaultdict(list)
    for document in index.documents_with(row):
        for match in form.finditer(document.text):
            if not articles:
                for article in index.articles():
                    articles[article.file].append(article)
            file, start = document.file, match.start()
            inside = (a.id for a in articles.get(file, ()) if a.start <= start < a.end)
            yield Place(next(inside, file), file, start, match.end())


def _has_words(words: str, text: str) -> bool:
    return _may_have(words, text) and f" {words} " in f" {folded(text)} "


def _may_have(words: str, text: str) -> bool:
    """Tell of most texts that have not all of some folded words that they have not, ten times sooner."""
    if _UNLIKE_LETTERS.search(text):
        return True
    plain = text if text.isascii() else normalize("NFKD", text).encode("ascii", "ignore").decode()
    letters = plain.lower().replace("-", "").replace(".", "")
    return all(word in letters for word in words.split(" ") if word.isascii() and word.isalpha())


def _terms_of(words: str) -> list[list[str]]:
    """Return for each language the terms that every paragraph in it holds which has these folded words.

    A word that is a function word there may be held without a term; every other one has its own.
    """
    apart = dict.fromkeys(words.split(" "))
    return [
        [stem(word, language) for word in apart if word not in stop_words(language)] for language in LANGUAGES
    ]


def _candidates(index: Index, text: str) -> list[Passage]:
    """Return the passages that hold most of the rarest words of a text."""
    held = {term for language in LANGUAGES for term in terms(text, language) if index.known(term)}
    rarest = sorted(held, key=lambda term: (-index.idf(term), term))[:_SOUGHT]
    query = Query(text, LANGUAGES[0], tuple(Word(term, ((term, 1.0),)) for term in rarest))
    return index.search(query, _CANDIDATES)


def _nearest(text: str, found: Sequence[Passage]) -> Verification:
    wanted = [word for word, _, _ in _words(text)]
    best: tuple[int, Passage, list[tuple[int, int]]] | None = None
    for passage in found[:_COMPARED]:
        shared = _shared(wanted, passage.paragraph.text)
        if best is None or len(shared) > best[0]:
            best = len(shared), passage, shared
    nothing = Verification(verbatim=False)
    if best is None or best[0] < max(_LEAST, _LEAST_SHARE * len(wanted)):
        return nothing
    _, passage, shared = best
    claim = claim_at(passage, *_around(passage, shared), 1)
    return Verification(verbatim=False, nearest=claim, differs=_differing(wanted, claim.quote))


def _differing(wanted: Sequence[str], quote: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the words in which a quote differs from the wanted ones.

    A text may be a part of the quote: before its first and behind its last word stands nothing that differs.
    """
    there = list(_words(quote))
    blocks = _blocks(wanted, there)
    first, last = blocks[0], blocks[-1]
    begin = max(0, first.b - first.a)
    end = last.b + len(wanted) - last.a
    kept = {block.b + place for block in blocks for place in range(block.size)}
    return tuple(there[at][1:] for at in range(begin, min(end, len(there))) if at not in kept)


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text, folded, each with its span."""
    for match in CHUNK.finditer(text):
        word = " ".join(together(match[0]))
        if word:
            yield word, match.start(), match.end()


def _shared(wanted: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Return the spans of the words that a paragraph has in the order of the wanted ones."""
    there = list(_words(text))
    return [there[block.b + place][1:] for block in _blocks(wanted, there) for place in range(block.size)]


def _blocks(wanted: Sequence[str], there: Sequence[tuple[str, int, int]]) -> list[Match]:
    """Return the rows of words that two texts share in one order; an empty one where they share none."""
    from difflib import SequenceMatcher  # costs start-up

    found = SequenceMatcher(None, wanted, [word for word, _, _ in there], autojunk=False)
    return found.get_matching_blocks()[:-1] or found.get_matching_blocks()


def _around(passage: Passage, shared: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the sentences that hold the shared words, from the first one on as many as a quote may have."""
    spans = sentence_spans(passage.paragraph.text, passage.paragraph.language)
    held = [span for span in spans if any(span[0] <= start < span[1] for start, _ in shared)]
    if not held:
        return shared[0][0], shared[-1][1]
    start, end = held[0]
    for _, later in held[1:]:
        if len(passage.paragraph.text[start:later].split()) > _LONGEST:
            break
        end = later
    return start, end

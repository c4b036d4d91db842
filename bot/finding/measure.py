"""What is measured of one paragraph for one question. Every part is in units of idf, as BM25 is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from index.model import Query, Reading, Word
from index.remembered import kept
from index.text.reading import terms_by_sentence
from index.values import frozen

K1, B = 1.0, 0.6  # as the index's own: less saturation and length correction than the usual 1.5 and .75
_USUAL_SENTENCE = 11.0  # terms; the mean over the public question sets
_SENTENCE_NORM, _SENTENCE_SLOPE = K1 * (1 - B), K1 * B / _USUAL_SENTENCE
PHRASE = 0.9  # weight of a name for its initials, all its words in the paragraph
FULLY = 0.4  # of a word, at least: itself, a translation or a synonym
_WINDOW = 6  # terms within which two words of the question belong together
_GRAM = 4  # letters
_OWN = 0.8  # least weight of a word's own stems
_SAME_STEM = 0.75  # of a word's letters, when another form of it is there: about what counting gives


@frozen
class Wanted:
    """A word of the question as the ranking looks for it."""

    text: str
    idf: float
    full: float  # weight of its own forms
    terms: tuple[tuple[str, float], ...]  # strongest first
    grams: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    absent: bool = False  # the library has none of its own forms: what stands for it counts as exact
    only: str | None = None  # language outside which its stems are chance, but for the word itself
    translated: frozenset[str] = frozenset()  # terms that are chance in texts of the question's language
    spoken: str | None = None  # that language


@frozen
class Found:
    """Where a word of the question stands in a paragraph."""

    places: Sequence[int]
    weight: float  # of the strongest of its terms that is there
    times: tuple[tuple[float, int], ...]  # of each that is, its weight and how often it stands there

    def joined(self, other: Found) -> Found:
        """Return the same with the places of another of the word's terms."""
        places = sorted({*self.places, *other.places})
        return Found(places, max(self.weight, other.weight), self.times + other.times)

    def strength(self, norm: float) -> float:
        """Return the weight times the BM25 share of its frequency, 0 to 2."""
        return max([weight * times * (K1 + 1) / (times + norm) for weight, times in self.times])


@frozen
class Standing:
    """What of a question stands in a paragraph, however long those are that were found beside it."""

    found: Sequence[Found | None]  # of each word
    exact: Sequence[int]  # how often each is there in exactly the question's form
    sentence: float
    best: int  # number of the best sentence
    letters: float
    held: tuple[float, ...]


@frozen
class Measures:
    """The parts of a paragraph's score before they are weighted."""

    words: float  # BM25 over the question's words
    surface: float  # the same for words in exactly the question's form
    pairs: float  # words that follow each other as in the question
    window: float  # neighbours in the question that stand near each other, in any order
    sentence: float  # the best sentence taken by itself
    letters: float  # letters in runs of four
    best: int  # number of the best sentence
    held: tuple[float, ...]  # for each word of the question the weight with which it is there, 0 if it is not


def grams_of(word: str) -> tuple[str, ...]:
    """Return every second run of four letters of a folded word, its limits included as breaks of lines.

    All runs took twice the time and ordered no better.
    """
    padded = f"\n{word}\n"
    return tuple(padded[at : at + _GRAM] for at in range(0, max(1, len(padded) - _GRAM + 1), 2))


def held_weight(weighed: Iterable[tuple[str, float]], held: Collection[str]) -> float:
    """Return the weight of the strongest of a word's terms among those that a text holds; 0 for none."""
    return max((weight for term, weight in weighed if term in held), default=0.0)


Where = Mapping[str, list[tuple[int, float]]]  # by each term which words it stands for, and how fully


@kept(8, id)
def by_term(words: Sequence[Word | Wanted]) -> Where:
    """Return for each term by which words are looked for which of them it stands for, and how fully.

    A term that does so only beside others, in a phrase, stands for none by itself.
    """
    found: dict[str, list[tuple[int, float]]] = {}
    for at, word in enumerate(words):
        for term, weight in word.terms:
            found.setdefault(term, []).append((at, weight))
        for term in chain.from_iterable(word.phrases):
            found.setdefault(term, [])
    return found


@kept(256, lambda query, reading: (id(query.words), id(reading)))
def held_by_sentence(query: Query, reading: Reading) -> list[list[float]]:
    """Return for each sentence of a paragraph the weight with which it holds each word of a question."""
    return held_by(query, terms_by_sentence(reading))


def held_by(query: Query, sentences: Iterable[frozenset[str]]) -> list[list[float]]:
    """Return for each sentence the weight with which it holds each word of a question, as ``held_weight``."""
    where = by_term(query.words)
    rows = []
    for held in sentences:
        row = [0.0] * len(query.words)
        for term in where.keys() & held:
            for at, weight in where[term]:
                row[at] = max(row[at], weight)
        rows.append(row)
    return rows


def measure(reading: Reading, wanted: Sequence[Wanted], mean_size: float) -> Measures:
    """Return the measures of a paragraph; ``mean_size`` is the usual number of terms in one."""
    norm = K1 * (1 - B + B * reading.size / mean_size)
    here = _standing(reading, wanted)
    words = surface = 0.0
    for word, found, exact in zip(wanted, here.found, here.exact, strict=True):
        if found is not None:
            words += word.idf * found.strength(norm)
        if exact:
            surface += word.idf * word.full * exact * (K1 + 1) / (exact + norm)
    pairs, window = _neighbours(wanted, here.found, norm)
    return Measures(words, surface, pairs, window, here.sentence, here.letters, here.best, here.held)


@kept(256)  # most are put in order twice, the second time among others
def _standing(reading: Reading, wanted: Sequence[Wanted]) -> Standing:
    surfaces = reading.surfaces()
    found, exact = _find(reading, surfaces, wanted), list[int]()
    plain, letters = "", 0.0
    for word, here in zip(wanted, found, strict=True):
        if here is None:
            exact.append(0)
            plain = plain or f"\n{reading.words}\n"
            letters += word.idf * word.full * _likeness(word.grams, plain)
            continue
        places = here.places
        exact.append(len(places) if word.absent else [surfaces[place] for place in places].count(word.text))
        letters += word.idf * word.full * (1.0 if exact[-1] else _SAME_STEM)
    best, sentence = _best_sentence(reading.starts, wanted, found)
    held = tuple([here.weight if here is not None else 0.0 for here in found])
    return Standing(found, exact, sentence, best, letters, held)


def _likeness(grams: Sequence[str], plain: str) -> float:
    """Return the share of the letter runs that the paragraph's words hold."""
    held = 0
    for gram in grams:
        if gram in plain:
            held += 1
    return held / len(grams)


def _find(reading: Reading, surfaces: Sequence[str], wanted: Sequence[Wanted]) -> list[Found | None]:
    """Return where each word stands: told for all at once, as a paragraph has few of the terms."""
    language, where, held = reading.language, by_term(wanted), dict[str, list[int]]()
    for number in [number for number, term in enumerate(reading.terms) if term in where]:
        held.setdefault(reading.terms[number], []).append(number)
    found: list[Found | None] = [None] * len(wanted)
    for term, everywhere in held.items():
        for at, weight in where[term]:
            word, here = wanted[at], everywhere
            if term in word.translated and word.spoken is not None and language == word.spoken:
                continue  # largo is no large
            if word.only is not None and language not in {None, word.only} and weight >= _OWN * word.full:
                here = [place for place in here if surfaces[place] == word.text]
            if here:
                known = found[at]
                fresh = Found(here, weight, ((weight, len(here)),))
                found[at] = fresh if known is None else known.joined(fresh)
    for at, word in enumerate(wanted):
        for phrase in word.phrases:
            known = found[at]
            if (known is None or known.weight < PHRASE) and all(term in held for term in phrase):
                places = held[phrase[0]]
                found[at] = Found(places, PHRASE, ((PHRASE, len(places)),))
    return found


def _neighbours(wanted: Sequence[Wanted], found: Sequence[Found | None], norm: float) -> tuple[float, float]:
    """Return the scores of the question's neighbouring words that follow each other, and that stand near."""
    pairs = window = 0.0
    for at in range(len(wanted) - 1):
        one, other = found[at], found[at + 1]
        if one is None or other is None:
            continue
        joined = near = 0
        for first in one.places:
            for second in other.places:
                distance = second - first
                joined += distance == 1
                near += -_WINDOW < distance < _WINDOW and distance != 0
        if near:
            idf = (wanted[at].idf + wanted[at + 1].idf) * min(one.weight, other.weight)
            window += idf * near * (K1 + 1) / (near + norm)
            if joined:
                pairs += idf * joined * (K1 + 1) / (joined + norm)
    return pairs, window


def _best_sentence(
    starts: Sequence[int], wanted: Sequence[Wanted], found: Sequence[Found | None]
) -> tuple[int, float]:
    """Return the number and the score of the sentence that holds most of the question."""
    scores: dict[int, float] = {}
    for word, here in zip(wanted, found, strict=True):
        if here is None:
            continue
        worth = word.idf * here.weight * (K1 + 1)
        counts: dict[int, int] = {}
        for place in here.places:
            number = bisect_right(starts, place) - 1
            counts[number] = counts.get(number, 0) + 1
        for number, count in counts.items():
            norm = _SENTENCE_NORM + _SENTENCE_SLOPE * (starts[number + 1] - starts[number])
            scores[number] = scores.get(number, 0.0) + worth * count / (count + norm)
    best, most = 0, 0.0
    for number, score in scores.items():
        if score > most or (score == most and number < best):
            best, most = number, score
    return best, most

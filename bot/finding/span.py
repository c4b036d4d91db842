"""Which whole sentences of a passage are quoted."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from bot.asking.answer_kinds import light_words
from bot.asking.asked import asked_of
from bot.finding.asked_voice import said_by
from bot.finding.cuts import MOST_WORDS, Span, dangles, goes_on, leans, quotations, units
from bot.finding.form_weights import COUNTED, form_weights
from bot.finding.measure import held_by, held_by_sentence
from bot.finding.quote import voice_of
from bot.finding.replies import of_the_same, others_in, points_back, refuses, replies
from index.expressions import pattern
from index.model import Mode, Passage, Query, Reading
from index.remembered import kept
from index.text.denial import denial_words
from index.text.reading import reading_of
from index.text.terms import terms
from index.text.tokens import read_tokens

USUAL_WORDS = 45  # of a quote: three or four lines of a screen, the sentences around the match
# The same while the screen has lines left, and then whoever speaks: the sentence that fits a question best
# often repeats it, and the one beside it answers. Of 201 questions to eleven libraries, three of which nobody
# had seen, the first quote then answers in 143 instead of 139; 60 words and one voice had been set before on
# an encyclopaedia, where each text has one voice.
ROOMY_WORDS = 75
MOST_SENTENCES = 3
SAID = 1.6  # times a run in which he speaks whose words are asked for
_UNREADY = 2.0  # units of idf that a run loses which cannot be understood: more than a common word's
_CLAUSE_END = pattern(r"(?<=[.!?])\s(?!\d)|[,;](?=\s)")
_GIVING = 4 / 3  # times the usual words, for a neighbour that gives what is asked for
_HALF = 0.5  # of what a run holds of a question's matter, for another sentence to be of the same
_TELLING = 5  # words of a quotation that stand by themselves


def best_span(
    passage: Passage,
    query: Query,
    idf: Mapping[str, float] | None = None,
    usual: int = MOST_WORDS,
    must: Span | None = None,
) -> tuple[int, int]:
    """Return the span within the paragraph of the one to three sentences that answer best.

    Of all runs of whole sentences with at most ``usual`` words (a longer one stands alone) the one that holds
    most of the query's words (each weighed by ``idf``, alike without it) and, asked for a number, a day or a
    name, such a thing; then the one whose middle is the strongest. It grows backwards when it leans on what
    stands before, by neighbours of the same voice while there is room, and to the end of a quotation. A
    sentence is never cut, but one of more than 90 words. With ``must`` it is a run that reaches into that.
    """
    if not reading_of(passage).spans:
        return 0, len(passage.paragraph.text)
    cut = _cut_for(passage, query, idf)
    return cut.whole(*cut.grown(*cut.best(usual, must), usual))


# A passage is cut up to three times for one answer: whole, to fit, and longer where room is left.
@kept(64, lambda passage, query, idf: (id(passage.paragraph), id(passage.voices), id(query), id(idf)))
def _cut_for(passage: Passage, query: Query, idf: Mapping[str, float] | None) -> _Cut:
    return _Cut(passage, query, idf or {})


@kept(2048, lambda passage: (id(passage.paragraph), id(passage.reading)))
def _cuts(passage: Passage) -> tuple[Sequence[Span], Sequence[int], Sequence[Span]]:
    """Return the units of a passage, the words of each, and its quotations."""
    text = passage.paragraph.text
    spans = units(text, reading_of(passage).spans)
    return spans, [len(text[start:end].split()) for start, end in spans], quotations(text)


def _asked_voices(passage: Passage, query: Query, spans: Sequence[Span]) -> list[float]:
    """Return for each unit how much of it is said by whose words the question asks for, 0 to 1."""
    asked = asked_of(query).speaker
    voices = [voice for voice in passage.voices if said_by(voice, asked, query)] if asked else []
    if asked and not voices:
        voices = [voice for voice in passage.voices if voice.mode is Mode.DIRECT]
    return [
        min(1.0, sum(max(0, min(v.end, end) - max(v.start, start)) for v in voices) / max(1, end - start))
        for start, end in spans
    ]


class _Cut:
    """A paragraph with the units it may be cut into, and what each is worth for a question."""

    def __init__(self, passage: Passage, query: Query, idf: Mapping[str, float]) -> None:
        self.text, self._query, self._voices = passage.paragraph.text, query, passage.voices
        self.spans, sizes, self._quotations = _cuts(passage)
        self._words_before = [0, *accumulate(sizes)]
        self._form = form_weights(query, passage, self.spans)
        self._worth = _unit_words(self.text, self.spans, reading_of(passage), query, idf)
        self._spoken = _asked_voices(passage, query, self.spans)

    @cached_property
    def _matter(self) -> list[dict[str, float]]:
        return _matter(self._query, self._worth)

    def best(self, usual: int, must: Span | None) -> tuple[int, int]:
        """Return the run of units that answers best, of one unit or of ``usual`` words at most."""
        best, most = (0, 0), -math.inf
        sums = [sum(each.values()) for each in self._worth]
        for first in range(len(self.spans)):
            if most > 0 and not any(self._worth[first : first + MOST_SENTENCES]):
                continue
            held: dict[str, float] = {}
            for last in range(first, min(first + MOST_SENTENCES, len(self.spans))):
                if last > first and self.size(first, last) > usual:
                    break
                for word, value in self._worth[last].items():
                    if value > held.get(word, 0.0):
                        held[word] = value
                if must and (self.spans[last][1] <= must[0] or must[1] <= self.spans[first][0]):
                    continue
                score = sum(held.values()) * max(self._form[first : last + 1])
                score += 0.5 * max(sums[first : last + 1]) - 1e-6 * (last - first)
                score *= 1.0 + (SAID - 1.0) * max(self._spoken[first : last + 1])
                score -= _UNREADY * self.unready(first, last)
                if score > most + 1e-9:
                    best, most = (first, last), score
        return best

    def size(self, first: int, last: int) -> int:
        """Return the words of a run of units."""
        return self._words_before[last + 1] - self._words_before[first]

    def unready(self, first: int, last: int) -> int:
        """Return in how many ways a run can neither begin nor end where it does, whatever it grows by."""
        start, end = self.spans[first][0], self.spans[last][1]
        begins = first == 0 and leans(self.text, start)
        ends = last == len(self.spans) - 1 and dangles(self.text, start, end)
        return begins + 2 * ends

    def grown(self, first: int, last: int, usual: int) -> tuple[int, int]:
        """Return the run with the neighbours that it needs, then with those that ``usual`` has room for."""
        while first and self._leans(first) and self.size(first - 1, last) <= MOST_WORDS:
            first -= 1
        while dangles(self.text, *self._span(first, last)) and self._next_fits(first, last, MOST_WORDS):
            last += 1
        first, last = self._with_other_side(first, last)
        voice = self._voice(first, last)
        while last - first + 1 < MOST_SENTENCES:
            before = first > 0 and self._joins(first - 1, first, last, voice, usual)
            after = last + 1 < len(self.spans) and self._joins(last + 1, first, last, voice, usual)
            if before and (goes_on(self.text, self.spans[first][0]) or not after):
                first -= 1
            elif after:
                last += 1
            else:
                break
        return first, last

    def _leans(self, unit: int) -> bool:
        return leans(self.text, self.spans[unit][0]) or points_back(self._said_in(unit))

    def _with_other_side(self, first: int, last: int) -> tuple[int, int]:
        """Return the run with the sentence beside it in which another denies, answers or says otherwise.

        It is needed whatever is usual: one without the other would be one side alone.
        """
        if self._next_fits(first, last, MOST_WORDS) and (
            replies(self._said_in(last + 1))
            or self._says_otherwise(last + 1, first, last)
            or self._rejects(last + 1, first, last)
        ):
            return first, last + 1
        if (
            first
            and self.size(first - 1, last) <= MOST_WORDS
            and self._says_otherwise(first - 1, first, last)
        ):
            return first - 1, last
        return first, last

    def _rejects(self, unit: int, first: int, last: int) -> bool:
        """Whether a neighbour says no to what another is told to say: "It is no fence"."""
        if voice_of(self.text, self._voices, *self._span(first, last)) is None:
            return False
        shared = any(
            not self._matter[unit].keys().isdisjoint(held) for held in self._matter[first : last + 1]
        )
        return shared and refuses(self.text, self.spans[unit], self.spans[last])

    def _says_otherwise(self, unit: int, first: int, last: int) -> bool:
        """Whether another voice speaks in a neighbour of half of the question's matter that the run holds."""
        others = others_in(self._voices, self._span(first, last), self.spans[unit])
        if not others:
            return False
        held = {word: worth for each in self._matter[first : last + 1] for word, worth in each.items()}
        if not held:
            return False
        same = unit > last and of_the_same(self.text, others)
        here = sum(worth for word, worth in held.items() if word in self._matter[unit])
        return same or here >= _HALF * sum(held.values())

    def whole(self, first: int, last: int) -> tuple[int, int]:
        """Return the span of a run that neither opens a quotation without its end nor closes one alone."""
        start, end = self._span(first, last)
        for opening, closing in self._quotations:
            if opening < start < closing <= end and self._words(opening, end) <= MOST_WORDS:
                start = self._sentence_at(opening, end, start)
            if start <= opening < end < closing:
                if self._words(start, closing) <= MOST_WORDS:
                    end = self._sentence_end(start, closing)
                else:
                    start = self._inside(opening, end, start)
        return start, self._finished(start, end)

    def _finished(self, start: int, end: int) -> int:
        """Return where a slice ends that announces what does not follow: before the clause that does so."""
        if not dangles(self.text, start, end):
            return end
        marks = [match.start() for match in _CLAUSE_END.finditer(self.text, start, end - 1)]
        return next((mark for mark in reversed(marks) if self._words(start, mark) >= _TELLING), end)

    def _sentence_at(self, place: int, end: int, otherwise: int) -> int:
        """Return where the unit begins in which something stands, if from there it is not too long."""
        start = next((a for a, b in self.spans if a <= place < b), otherwise)
        return start if self._words(start, end) <= MOST_WORDS else place

    def _sentence_end(self, start: int, place: int) -> int:
        end = next((b for a, b in self.spans if a < place <= b), place)
        return end if self._words(start, end) <= MOST_WORDS else place

    def _inside(self, opening: int, end: int, start: int) -> int:
        """Return the first word behind an opening mark, where enough stands behind it."""
        return opening + 1 if self._words(opening + 1, end) >= _TELLING else start

    def _words(self, start: int, end: int) -> int:
        return len(self.text[start:end].split())

    def _span(self, first: int, last: int) -> Span:
        return self.spans[first][0], self.spans[last][1]

    def _next_fits(self, first: int, last: int, most: int) -> bool:
        return last + 1 < len(self.spans) and self.size(first, last + 1) <= most

    def _joins(self, unit: int, first: int, last: int, voice: str | None, usual: int) -> bool:
        """Whether a neighbour has room and the same voice, begins no other thought and leaves none open.

        Another voice has room too, where it gives what is asked for, another count of the same thing, or
        denies what is said before it: one without the other would be one side alone; and, where lines are
        left, the author's own or that of somebody named.
        """
        gives = self._form[unit] >= COUNTED or self._form[unit] > max(self._form[first : last + 1])
        gives = gives or (unit > last and self._denies(unit))
        room = usual * (_GIVING if gives and usual < MOST_WORDS else 1)
        if self.size(min(unit, first), max(unit, last)) > room:
            return False
        other = usual < MOST_WORDS and not gives and self._voice(unit, unit) != voice
        if other and (usual < ROOMY_WORDS or not self._is_named(unit)):
            return False
        start, end = self.spans[unit]
        return not dangles(self.text, start, end) and not (unit < first and leans(self.text, start))

    def _is_named(self, unit: int) -> bool:
        """Whether nobody speaks in a neighbour but the author and whom the text names."""
        start, end = self.spans[unit]
        return all(
            voice.speaker is not None or voice.mode is Mode.OWN
            for voice in self._voices
            if voice.start < end and start < voice.end
        )

    def _denies(self, unit: int) -> bool:
        return not denial_words().deny.isdisjoint(read_tokens(self._said_in(unit)).words)

    def _said_in(self, unit: int) -> str:
        return self.text[slice(*self.spans[unit])]

    def _voice(self, first: int, last: int) -> str | None:
        voice = voice_of(self.text, self._voices, *self._span(first, last))
        return (voice.speaker or voice.mention or "?") if voice else None


def _unit_words(
    text: str, spans: Sequence[Span], reading: Reading, query: Query, idf: Mapping[str, float]
) -> list[dict[str, float]]:
    """Return for each unit the query's words it holds, each with what it is worth."""
    if tuple(spans) == reading.spans:
        rows = held_by_sentence(query, reading)
    else:
        rows = held_by(query, [frozenset(terms(text[a:b], reading.language)) for a, b in spans])
    names = [word.text for word in query.words]
    return [
        {word: weight * idf.get(word, 1.0) for word, weight in zip(names, row, strict=True) if weight}
        for row in rows
    ]


def _matter(query: Query, worth: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Return for each unit the words it holds that tell the matter of a question, with what they are worth.

    Names tell of whom, words that ask and light ones how. Where one man's words are asked for there are none.
    """
    asked = asked_of(query)
    beside = asked.names | asked.asking | asked.wording | light_words()
    return [
        {} if asked.speaker else {word: value for word, value in held.items() if word.lower() not in beside}
        for held in worth
    ]

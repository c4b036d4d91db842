"""What several sources give for one attribute that a question asks for: a day, number, name, place or kind.

The sources may speak of two bearers of one name; the card only sets beside each other what each gives.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import ContestedPoint, Kind
from bot.asking.answer_kinds import AnswerKind
from bot.asking.asked import Asked, asked_of
from bot.asking.asked_names import is_called
from bot.asking.whole_names import written_thing
from bot.contested.card_phrases import phrase
from bot.contested.facts.attribute_data import Attribute, Value, attributes
from bot.contested.facts.bearers import is_called_so, two_bearers
from bot.contested.inquiry import Inquiry
from bot.contested.neutral import with_thing
from bot.contested.positions import neutral_key, position, quoted
from bot.contested.relevance import Relevance
from bot.contested.spoken_sentences import Statement
from bot.finding.cuts import leans
from bot.phrases import heading_in
from index.model import Passage, Query
from index.remembered import kept
from index.text.people import people_words
from index.text.terms import all_parts, bare, fold, parts, stop_words, words
from index.values import frozen, replace
from index.words import word_list

_NEAR = 0.3  # of the best sentence's relevance
_SEVERAL = 2  # sources that give just what is asked: then no other's nearly that is set beside them
_DAYS = {None, AnswerKind.DATE, AnswerKind.YEAR}
_CLAIMS = 2  # of one position
_MOST = 6  # positions that a reader compares


@frozen
class _Given:
    statement: Statement
    value: Value
    named: bool  # whether its sentence itself has the name

    @property
    def text(self) -> str:
        """The value as its text words it, with its unit."""
        start, measure = self.statement.start, self.value.measure
        paragraph = self.statement.passage.paragraph.text
        return paragraph[start + self.value.start : start + (measure.end if measure else self.value.end)]


def asked_attribute(question: Query) -> Attribute | None:
    """Return the attribute that a question asks for, by the longest of its words; None for none."""
    return _attribute(asked_of(question))


@kept(16, id)
def _attribute(asked: Asked) -> Attribute | None:
    best: tuple[int, int, Attribute] | None = None
    for order, each in enumerate(attributes()):
        if each.type == "day" and (asked.kind not in _DAYS or asked.reason):
            continue  # who was elected or why, not when
        for _, size, _ in each.asks.hits(asked.tokens):
            rank = (size if each.type != "kind" else 0, -order)  # what something is, is asked last
            if best is None or rank > best[:2]:
                best = (*rank, each)
    if best is None or (best[2].id == "what" and _says_more(asked, best[2])):
        return None
    return best[2]


def asks_age(question: Query) -> bool:
    """Whether a question asks how old somebody is, which no count of years answers."""
    attribute = asked_attribute(question)
    return attribute is not None and attribute.type == "age"


def _says_more(asked: Asked, attribute: Attribute) -> bool:
    """Whether a question for what something is has other words: then it asks for something else."""
    tokens = asked.tokens
    spoken = {tokens[n] for at, size, _ in attribute.asks.hits(tokens) for n in range(at, at + size)}
    more = {fold(bare(word)) for word in tokens if word[0].isalnum()} - stop_words() - asked.subject
    return bool(more - {fold(word) for word in spoken} - word_list("asking", "beside_kind"))


def attribute_point(inquiry: Inquiry) -> ContestedPoint | None:
    """Return the values that sources give for what is asked; None unless two exclude each other."""
    question, language = inquiry.question, inquiry.language
    attribute = asked_attribute(question)
    names = asked_of(question).things if attribute else ()
    if attribute is None or not names or people_words().peoples.issuperset(names[0]):
        return None  # "the Ruritanian fleet" is not called by what it has in common with everything there
    if attribute.type == "place" and _speaks(inquiry.pool, names[0]):
        return None  # where somebody is, changes with every report
    given = _given(question, inquiry.pool, attribute)
    best = _best_of_each(given, inquiry.relevance, asked_of(question).subject)
    if attribute.type == "day":
        best = [_most_exact(each, given, attribute) for each in best]
    given = _of_one_kind(best)
    rows = _rows(given, attribute, asked_of(question).subject)
    if len(rows) < 2 or not _two_sources(rows):
        return None
    rows.sort(key=lambda row: neutral_key(row[0].statement))
    positions = tuple(
        position(quoted(row[0].text, language), [each.statement for each in row], _CLAIMS)
        for row in rows[:_MOST]
    )
    heading = phrase("attribute_given", language, what=heading_in(attribute.headings, language))
    heading = with_thing(heading, question, names[0], inquiry.framings, language)
    kind = Kind.FIGURE if attribute.type in {"number", "age"} else Kind.FACT
    return ContestedPoint(f"{kind}-{attribute.id}", kind, heading, positions)


def _speaks(pool: Sequence[Statement], name: tuple[str, ...]) -> bool:
    """Whether somebody of that name speaks: he is no place."""
    return any(is_called(voice.speaker or "", name) for each in pool for voice in each.passage.voices)


def sentences_that_give(question: Query, pool: Sequence[Statement]) -> list[tuple[Statement, Value]]:
    """Return the sentences that give what a question asks of something by its name, and what they give."""
    attribute, asked = asked_attribute(question), asked_of(question)
    if attribute is None or not asked.things:
        return []
    given = _given(question, pool, attribute)
    return [(each.statement, each.value) for each in given]


def _given(question: Query, pool: Sequence[Statement], attribute: Attribute) -> list[_Given]:
    """Return the sentences that give an attribute of what a question names."""
    asked = asked_of(question)
    runs = _runs(question, asked.things[0])
    wanted = frozenset(group for _, _, group in attribute.alike.hits(asked.tokens))
    found = []
    for each in pool:
        if not _speaks_of(each, runs, attribute):
            continue
        value = _value(each, attribute, runs[0], asked.subject, wanted)
        if value is not None:
            # "the University of Borvik" and "Ardale University" have in common only what is asked for
            keys = value.keys - frozenset(asked.folded) or value.keys
            named = is_called_so(runs[0], all_parts(each.text), attribute)
            found.append(_Given(each, replace(value, keys=keys), named))
    return found


def _runs(question: Query, thing: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return a name in the pieces that commas part: what is called so, and where: "Keld, Ardale"."""
    written = written_thing(question, thing) or ""
    pieces = [all_parts(piece) for piece in written.split(",")]
    return [tuple(piece) for piece in pieces if piece] if len(pieces) > 1 else [thing]


def _value(
    statement: Statement,
    attribute: Attribute,
    name: tuple[str, ...],
    subject: frozenset[str],
    wanted: frozenset[str],
) -> Value | None:
    """Return what a sentence gives for the attribute, if it says so of what is called by ``name``."""
    if attribute.type == "age":
        from bot.contested.facts.ages import age_in

        return age_in(statement.text, name)  # tied to the name by its reader
    from bot.contested.facts.attribute_values import values_in  # most questions ask for no attribute

    value = values_in(statement.text, attribute, subject, wanted)
    if (
        value is None
        or is_called_so(name, all_parts(statement.text), attribute)
        or _goes_on(statement, value, subject)
    ):
        return value
    return None


def _speaks_of(statement: Statement, runs: Sequence[tuple[str, ...]], attribute: Attribute) -> bool:
    """Whether a sentence, what stands before it or the title hold all pieces of a name.

    "Flint Southwestern High School" is no "Franklin County High School".
    """
    if not _tells_of(statement.passage, runs, attribute):
        return False
    called = set(runs[0]) - stop_words()  # "the museum" of what is named further on in its paragraph
    if not called.isdisjoint(all_parts(statement.text)):
        return True
    title, whole = statement.passage.source.title or "", statement.passage.paragraph.text
    before = all_parts(f"{title} {whole[: statement.end]}")
    return all(is_called_so(run, before, attribute) for run in runs)


@kept(512, lambda passage, runs, _: (id(passage.paragraph), id(passage.source), id(runs)))
def _tells_of(passage: Passage, runs: Sequence[tuple[str, ...]], attribute: Attribute) -> bool:
    """Whether a paragraph or the title hold all pieces of a name."""
    around = all_parts(f"{passage.source.title or ''} {passage.paragraph.text}")
    return all(is_called_so(run, around, attribute) for run in runs)


def _goes_on(statement: Statement, value: Value, subject: frozenset[str]) -> bool:
    """Whether a sentence goes on speaking of what was named before: up to the value it names nothing else."""
    before = statement.text[: value.start]
    if leans(before, 0):
        return True
    named = [match[0] for match in list(words(before))[1:] if match[0][0].isupper()]
    return all(not subject.isdisjoint(parts(word)) for word in named)


def _best_of_each(given: Sequence[_Given], relevance: Relevance, subject: frozenset[str]) -> list[_Given]:
    """Return the sentence of each source that speaks most of what is asked, the first of equals."""
    best: dict[str, tuple[tuple[bool, bool], float, _Given]] = {}
    for each in given:
        rank = (each.value.meant, each.named), relevance.of(each.statement)
        old = best.get(each.statement.group)
        if old is None or rank[0] > old[0] or (rank[0] == old[0] and rank[1] > old[1] + 1e-9):
            best[each.statement.group] = (*rank, each)
    top = max((score for _, score, _ in best.values()), default=0.0)
    near = [
        each
        for _, score, each in best.values()
        if each.value.meant or each.value.measure or score >= _NEAR * top
    ]
    meant = [each for each in near if each.value.meant]
    if len(meant) < _SEVERAL:
        return near
    # What is nearly asked of another bearer of the name stands in the way of nothing.
    return [each for each in near if each in meant or all(_two(each, one, subject) for one in meant)]


def _most_exact(one: _Given, given: Sequence[_Given], attribute: Attribute) -> _Given:
    """Return what the same source gives more exactly, where it can be the same day: 3 May 1950, not 1950."""
    from bot.contested.facts.attribute_values import apart

    alike = [
        each
        for each in given
        if each.statement.group == one.statement.group and not apart(each.value, one.value, attribute)
    ]
    return max(alike, key=lambda each: each.value.exact)  # of equals the first, and itself is one


def _of_one_kind(given: Sequence[_Given]) -> list[_Given]:
    """Return the values without those that measure something else than the most: an area is no length."""
    kinds = [each.value.measure.kind if each.value.measure else "" for each in given]
    measured = [kind for kind in kinds if kind]
    if not measured:
        return list(given)
    most = max(measured, key=measured.count)
    return [each for each, kind in zip(given, kinds, strict=True) if kind in ("", most)]


def _rows(given: Sequence[_Given], attribute: Attribute, subject: frozenset[str]) -> list[list[_Given]]:
    """Return the values in rows that exclude each other, those that can be one together.

    Of two that the texts themselves call by other names each is told by itself, as far as they differ.
    """
    from bot.contested.facts.attribute_values import apart

    def alike(one: _Given, other: _Given) -> bool:
        mine, theirs = one.value.keys, other.value.keys
        if apart(one.value, other.value, attribute):
            return False
        return mine <= theirs or theirs <= mine or not _two(one, other, subject)

    rows: list[list[_Given]] = []
    for each in given:
        fitting = [row for row in rows if any(alike(each, one) for one in row)]
        if fitting:
            fitting[0].append(each)
        else:
            rows.append([each])
    return rows


def _two(one: _Given, other: _Given, subject: frozenset[str]) -> bool:
    return two_bearers(one.statement.passage, other.statement.passage, subject)


def _two_sources(rows: Sequence[Sequence[_Given]]) -> bool:
    return len({each.statement.group for row in rows for each in row}) > 1

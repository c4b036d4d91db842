"""Whether something happened: one voice says that it did, another that it did not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import product

from bot.contested.facts.denied_of_it import denies_another
from bot.contested.facts.statements import STOPS, Said, Stand, names_apart, region_behind, rivals
from bot.contested.facts.times_of import at_one_time, may_follow
from bot.contested.spoken_sentences import Statement, terms_of
from bot.finding.quote import sentence_spans
from index.framings.label_stance import denied_span
from index.languages import LANGUAGES
from index.languages import language as language_of_code
from index.text.denial import denial_words
from index.text.terms import stop_words
from index.text.tokens import Phrases, kinds_of, marked, phrases_of, read_tokens
from index.values import frozen
from index.words import table, word_endings, word_list

_BESIDE = 5  # words between what happened and the word that says so
_ACCUSED = 9  # words between an accusation and what somebody is accused of
_DESCRIBED = 5  # words before a name among which one only describes it: "an alleged gas attack"
_FAKED = "made up"  # the side of those who say that it was: then it had been spoken of before
_MADE_UP = 9  # words behind a name that say that it was made up
_CLAIM = 3  # words between a doubt and the claim that it is of: "baseless accusations"
_EARLIER = 3  # sentences before a doubt in which what is doubted is named
_NAMELESS = 2  # words where one of them names nobody
_SHARED = 1  # words beside its name that two sentences have in common, at least


@frozen
class Happening:
    """A sentence that says of something that it happened, or that it did not."""

    what: str
    stand: Stand
    called: frozenset[str] = frozenset()  # terms of the word that names it, where the sentence itself does

    @property
    def denied(self) -> bool:
        """Whether the sentence says that it did not."""
        return "no" in self.stand.side


@frozen
class _Words:
    names: Phrases[str]
    itself: Phrases[bool]
    happened: Phrases[bool]
    happened_of: Mapping[str, Phrases[bool]]
    accused: Phrases[bool]
    spoken: Phrases[bool]
    doubted: Phrases[bool]
    claims: Phrases[bool]


@cache
def _words() -> _Words:
    of = {what: marked(row) for what, row in table("happenings")["happened_of"].items()}
    itself, happened, *others = (
        phrases_of("happenings", f"said.{key}")
        for key in ("itself", "happened", "accused", "spoken", "doubted", "claims")
    )
    return _Words(kinds_of("happenings", "names"), itself, happened, of, *others)


def happenings_in(said: Said) -> list[Happening]:
    """Return of each thing named in a sentence whether it happened; not what is only spoken of."""
    if phrases_of("distance", "long_ago").stand_in(said.tokens.words):
        return []
    found: dict[str, Happening] = {}
    for at, size, what in _words().names.hits(said.tokens.words):
        taken = _taken(said, at, size, what)
        if taken is None or (what in found and taken[0] == "yes"):
            continue
        side, start, end = taken
        called = terms_of(_text(said, at, size), said.statement.passage.paragraph.language)
        about = said.terms - called
        stand = Stand(said, said.text[start:end], frozenset(side.split("+")), about)
        found[what] = Happening(what, stand, called)
    for doubt in _doubts(said):
        found.setdefault(doubt.what, doubt)
    return list(found.values())


def _text(said: Said, at: int, size: int) -> str:
    return said.text[said.tokens.starts[at] : said.tokens.ends[at + size - 1]]


def _taken(said: Said, at: int, size: int, what: str) -> tuple[str, int, int] | None:
    """Return whether what stands at a token is said to have happened, with the span that says so."""
    lists, tokens = _words(), said.tokens
    start, end = tokens.starts[at], tokens.ends[at + size - 1]
    denied = denied_span(said.text, start, end, 0)
    if denied is not None:
        another = denies_another(said.text[denied[0] : start]) or _comes_to_nothing(said, at, size)
        return None if another else ("no", *denied)
    if _in_compound(said, at + size):
        return None
    made_up = _made_up(said, at + size)
    if made_up is not None:
        return f"no+{_FAKED}", start, tokens.ends[made_up - 1]
    accused = _accused(said, at)
    if accused is not None:
        return "yes", tokens.starts[accused], end
    first, last = max(0, at - _BESIDE), min(len(tokens), at + size + _BESIDE)
    if any(lists.spoken.at(tokens.words, index) for index in range(first, at)):
        return None
    beside = (*range(first, at), *range(at + size, last))
    ways = [lists.happened, *([lists.happened_of[what]] if what in lists.happened_of else [])]
    told = any(_tells(way, tokens.words, index, behind=index > at) for index in beside for way in ways)
    return ("yes", start, end) if told or lists.itself.at(tokens.words, at) else None


def _comes_to_nothing(said: Said, at: int, size: int) -> bool:
    """Whether it is said of none of some that it does something: "no vote will change that"."""
    words = said.tokens.words
    none = bool(at) and words[at - 1] in word_list("grammar", "no_words")
    return none and not denial_words().modal.isdisjoint(words[at + size : region_behind(said, at + size)])


def _tells(way: Phrases[bool], words: Sequence[str], at: int, *, behind: bool) -> bool:
    """Whether words say that what stands beside them happened; "was a" does so only in front of it."""
    hit = way.at(words, at)
    return hit is not None and not (behind and words[at + hit[0] - 1] in word_list("distance", "some"))


def _accused(said: Said, at: int) -> int | None:
    """Return where a word stands that accuses somebody of what stands at a token."""
    words, accused = said.tokens.words, _words().accused
    back = range(at - 1, max(-1, at - 1 - _ACCUSED), -1)
    further = (index for index in back if index < at - _DESCRIBED or not _describes(words, index))
    found = next((index for index in further if accused.at(words, index)), None)
    return None if found is None or _stopped(said, found, at) else found


def _made_up(said: Said, first: int) -> int | None:
    """Return the token behind the words that say it was made up: "the raid in Ardale was staged"."""
    words = said.tokens.words
    if not denial_words().untrue.isdisjoint(words[:first]):
        return None  # "the false belief that it was a hoax"
    last = next((n for n in range(first, len(words)) if words[n] in STOPS), len(words))
    hits = phrases_of("distance", "denied_behind").hits(words[first : min(last, first + _MADE_UP)])
    return next((first + at + size for at, size, _ in hits), None)


def _describes(words: Sequence[str], at: int) -> bool:
    """Whether an accusing word only describes the name behind it: "another alleged attack"."""
    before = word_list("distance", "before_nouns") | word_list("followups", "others")
    return not at or words[at - 1] in before or words[at - 1].endswith(("'s", "’s", "s'", "s’"))


def _in_compound(said: Said, at: int) -> bool:
    """Whether a noun stands behind a name, which then says of what kind that is: "the fraud inquiry"."""
    tokens = said.tokens
    if at >= len(tokens) or not tokens.raw[at][0].islower():
        return False
    language = language_of_code(said.language)
    lists = _words()
    if not language.has("no_before_nouns") or lists.happened.at(tokens.words, at):
        return False  # in such a language nouns do not stand so
    return tokens.words[at] not in stop_words() and not tokens.words[at].endswith(
        word_endings("distance", "done_endings")
    )


@cache
def kinds_of_things() -> dict[str, tuple[str, ...]]:
    """Return for each term of a thing's name the things it can be."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, names in table("happenings")["names"].items():
        for term in {term for name in names for language in LANGUAGES for term in terms_of(name, language)}:
            found[term] = (*found.get(term, ()), kind)
    return found


def named_things(words: Sequence[str]) -> list[str]:
    """Return the things that words in small letters name, each once."""
    hits = _words().names.hits(words)
    return list(dict.fromkeys(what for _, _, what in hits))


@cache
def terms_of_thing(what: str) -> frozenset[str]:
    """Return the terms of all names of a thing."""
    return frozenset(term for term, kinds in kinds_of_things().items() if what in kinds)


def _stopped(said: Said, first: int, last: int) -> bool:
    """Whether an accusation is not made: it is denied, or another part of the sentence begins behind it."""
    words = said.tokens.words
    return denial_words().turn(words[max(0, first - 2) : first]) or any(
        word in STOPS for word in words[first:last]
    )


def _doubts(said: Said) -> list[Happening]:
    """Return what others claim and a sentence says is not shown; it, or one before it, names the thing."""
    lists, words = _words(), said.tokens.words
    hit = next(lists.doubted.hits(words), None)
    told = [at for at, *_ in lists.claims.hits(words)]
    if hit is None or all(at < hit[0] and _of_another(words, at) for at in told):
        return []
    at, size, _ = hit
    language = said.statement.passage.paragraph.language
    before = said.statement.passage.paragraph.text[: said.statement.start]
    spans = sentence_spans(before, language)[-_EARLIER:] if before.strip() else ()
    claimed = word_list("happenings", "said.claimed")
    for text in (said.text, *(before[start:end] for start, end in reversed(spans))):
        named = [what for _, _, what in lists.names.hits(read_tokens(text).words) if what in claimed]
        if named:
            behind = range(at + size, min(len(words), at + size + _CLAIM))
            last = next((index + 1 for index in behind if lists.claims.at(words, index)), at + size)
            label = _text(said, at, last - at)
            stand = Stand(said, label, frozenset({"no"}), said.terms | terms_of(text, language))
            return [Happening(what, stand) for what in dict.fromkeys(named)]
    return []


def _of_another(words: Sequence[str], at: int) -> bool:
    """Whether a claim is only what another word is of: "criticism of his report was unfounded"."""
    return not word_list("counting", "of_words").isdisjoint(words[max(0, at - 2) : at])


def only_spoken_of(said: Said, at: int) -> bool:
    """Whether what stands at a token is only alleged, feared, planned or asked for."""
    spoken = _words().spoken
    return any(spoken.at(said.tokens.words, index) for index in range(max(0, at - _BESIDE), at))


def happening_pairs(
    said: Sequence[Said], *, asked: bool = False, knows: Callable[[Statement, Statement], bool] | None = None
) -> dict[str, list[tuple[Stand, Stand]]]:
    """Return for each thing the pairs of voices of which one says that it happened and one that it did not.

    ``asked``: a question has said which thing is meant, so the sentences need not name the same.
    ``knows``: whether what each of two sentences names is known to the source of the other.
    """
    rows: dict[str, list[Happening]] = {}
    for each in said:
        for happening in happenings_in(each):
            rows.setdefault(happening.what, []).append(happening)
    found: dict[str, list[tuple[Stand, Stand]]] = {}
    for what, row in rows.items():
        no = [each for each in row if each.denied]
        yes = [each for each in row if not each.denied]
        told = [
            (one.stand, other.stand) for one, other in product(no, yes) if asked or _called_alike(one, other)
        ]
        pairs = [
            pair
            for one, other in told
            if (_same(one, other, asked=asked) or _known(one, other, knows))
            and at_one_time(one.said, other.said)
            if _FAKED in one.side or not may_follow(what, one.said, other.said)
            for pair in rivals((one, other), lambda *_: True, names=False, times=False)
        ]
        if pairs:
            found[what] = pairs
    return found


def _called_alike(one: Happening, other: Happening) -> bool:
    """Whether two sentences call a thing by one word; where they do not, they say more of it than names.

    The denial of a "collusion" says nothing of somebody else's "plot".
    """
    if not one.called or not other.called or not one.called.isdisjoint(other.called):
        return True
    language = one.stand.said.language
    if other.stand.said.language != language:
        return True
    names = [" ".join(name) for each in (one, other) for name in each.stand.said.names]
    told = (one.stand.about & other.stand.about) - terms_of(" ".join(names), language)
    return len(told) >= _NAMELESS


def _known(one: Stand, other: Stand, knows: Callable[[Statement, Statement], bool] | None) -> bool:
    """Whether two sentences can speak of one thing: each source knows whom the other's sentence names."""
    statements = one.said.statement, other.said.statement
    return knows is not None and bool(one.about & other.about) and knows(*statements)


def _nowhere_near(one: Stand, other: Stand) -> bool:
    """Whether two sentences share next to nothing but the thing's name, and each names somebody else."""
    return len(one.about & other.about) < _NAMELESS and names_apart(one.said.names, other.said.names)


def _same(one: Stand, other: Stand, *, asked: bool) -> bool:
    """Whether two sentences speak of the same vote, attack or agreement: a name of one is in the other."""
    shared = one.about & other.about
    languages = {stand.said.statement.passage.paragraph.language for stand in (one, other)}
    if asked:
        return len(languages) > 1 or not _nowhere_near(one, other)
    if len(languages) > 1:
        return bool(shared)
    names = [set().union(*stand.said.names) if stand.said.names else set() for stand in (one, other)]
    if not names[0] or not names[1]:
        return len(shared) >= _NAMELESS
    return len(shared) >= _SHARED and bool(names[0] & names[1])

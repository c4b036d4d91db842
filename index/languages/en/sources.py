"""Reporting words that are no verbs: "according to", "the mayor's claim that"."""

from __future__ import annotations

from index.grammar.candidates import of_people, speaks, tells_office
from index.grammar.clause_ends import clause_end, sets_against
from index.grammar.clause_starts import described, linked, said_before
from index.grammar.evidence import Strength
from index.grammar.frames import STOPS, Frame, Token, Tokens
from index.grammar.informed import informer, source_end
from index.grammar.nouns import Phrase, is_clause_verb, owns, participle, phrase_ending
from index.grammar.openings import first_phrase
from index.grammar.report import Report
from index.grammar.reporting_words import Lexicon
from index.grammar.subjects import subject_after
from index.text.people import people_words
from index.words import word_list

_AFTER = word_list("grammar", "fronting")
_ARTICLES = word_list("grammar", "articles")
_ONE = word_list("grammar", "one")
_OWNING = frozenset({"masculine", "feminine", "plural", "neuter", "first_person"})
_TEXTS = frozenset({"documents", "works", "occasions"})
# What is told of these behind "was" are their words, a single one as well: "His answer was “never”".
_UTTERED = frozenset(
    {
        "answer",
        "reply",
        "response",
        "motto",
        "slogan",
        "mantra",
        "word",
        "words",
        "message",
        "verdict",
        "refrain",
    }
    | {"retort", "advice", "rejoinder", "quip"}
)
_JUDGED = 30  # characters of the longest quotation that judges what stands before "was"
_OWNERS = frozenset({"his", "her", "their"})
_WAS = 9  # words from "answer" to its "was": "her answer to the question in May was that"


def according(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Read "according to X": everything else in the frame is reported."""
    tokens = frame.tokens
    for words in lex.according[tokens[at].low]:
        stop = at + len(words)
        if stop >= len(tokens) or any(tokens[at + n].low != word for n, word in enumerate(words)):
            continue
        if words == ("per",) and (at == 0 or not tokens[at - 1].kinds & STOPS or _rate(tokens[stop])):
            continue  # "three per house", "600/- per house"
        if words[0] == "in" and at and not tokens[at - 1].kinds & (STOPS | {"being", "and", "adverbs"}):
            continue  # "trusting in the words of the union" is no report
        phrase = subject_after(tokens, stop - 1, lex, bare=True)
        if phrase is None or phrase.first != stop:
            return None
        phrase = _without_clause(tokens, informer(tokens, _before_clause(tokens, phrase), lex))
        if not speaks(tokens, phrase):
            return None
        if _measures(tokens, phrase):
            return None
        if phrase.beside and not (_described(tokens, phrase.beside) or _names_holder(tokens, phrase)):
            phrase = phrase._replace(beside=None)  # "According to Brown, no money is left"
        rest = phrase.beside[1] + 1 if phrase.beside else source_end(tokens, phrase.last + 1)
        link = linked(tokens, at)
        more = rest + 1 < len(tokens) and (
            at == 0 or link is not None or tokens[rest].text in (",", "—", "–")
        )
        more = more and not (at and "relatives" in tokens[rest + 1].kinds)  # ", who also warned that"
        more = more and not (at > 1 and link is None and _only_describes(tokens, at, rest + 1))
        end = _relative_end(frame, rest) if described(tokens, at) else clause_end(frame, rest)
        announced = rest + 1 < len(tokens) and tokens[rest].text == ":"  # "... in the words of X: “...”"
        if at and announced:
            cue = (tokens[at].start, tokens[stop - 1].end)
            return Report(phrase, cue, at, Strength.FIRM, right=(tokens[rest + 1].start, frame.end))
        return Report(
            phrase,
            (tokens[at].start, tokens[stop - 1].end),
            at,
            Strength.CLAUSE if at else Strength.FIRM,
            left=said_before(frame, at, inside=more) if at else None,
            right=(tokens[rest].start, end) if more else None,
        )
    return None


def _before_clause(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The source without the subject of the clause that no comma parts from it: "According to the plan | the
    canal will be dug". An article never stands right behind a noun of its own phrase.
    """
    verb = tokens[phrase.last + 1] if phrase.last + 1 < len(tokens) else None
    if verb is None or not (verb.kinds & {"finite", "being", "auxiliaries"} or participle(verb)):
        return phrase
    for at in range(phrase.first + 1, phrase.last + 1):
        token, before = tokens[at], tokens[at - 1]
        article = token.kinds & {"determiners", "subjects"} and not token.name
        noun = not before.kinds & {"prepositions", "determiners", "and", "mark", "adverbs", "being", "hedges"}
        if article and noun and not owns(before):
            return phrase._replace(last=at - 1, beside=None)
    return phrase


def _only_describes(tokens: Tokens, aside: int, first: int) -> bool:
    """Whether the words behind a source tell what it is: "..., according to Halcyon, a maker of boats."."""
    rest, before = tokens[first:], tokens[aside - 1 - (tokens[aside - 1].text == ",")]
    if "being" in before.kinds:
        return False  # "The plan is, in the words of Brown, a joke"
    whole = any(map(is_clause_verb, tokens[:aside]))
    if whole and sets_against(tokens, first):
        return True  # "..., according to the mayor, | but nobody was hurt"
    if any(is_clause_verb(token) or token.quote for token in rest[1:]):
        return False
    if whole and (participle(tokens[first]) or tells_office(tokens, first)):
        return True  # "..., according to a memo, filed in May"
    joined = "and" in tokens[first].kinds or tokens[first].low in _ONE | _ARTICLES
    return joined and not any(token.text == "," for token in rest)


def _without_clause(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The source without a clause about it: "a story | her sister told the town", "a cook | working"."""
    for at in range(phrase.first + 2, phrase.last + 1):
        token, before = tokens[at], tokens[at - 1]
        noun = before.low.isalpha() and not before.name and before.kinds <= _TEXTS
        if noun and token.kinds & _OWNING and not token.name:
            return phrase._replace(last=at - 1, beside=None)
    doing = tokens[phrase.last]
    ended = phrase.last > phrase.first + 1 and "gerund" in doing.shapes and not doing.name
    rules = ended and any(
        each.kinds & {"prepositions", "determiners"} for each in tokens[phrase.last + 1 :][:1]
    )
    led = "determiners" in tokens[phrase.first].kinds and not tokens[phrase.last - 1].name
    return phrase._replace(last=phrase.last - 1) if rules and led else phrase


def _rate(token: Token) -> bool:
    """Whether "per" before this word tells a rate: "per single house", not "per the mayor"."""
    return not (token.name or "determiners" in token.kinds)


def _names_holder(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether nothing but a name stands behind an office or a body: "the mayor of Ardale, Ana Ejemplo"."""
    first, last = phrase.beside or (0, -1)
    return (
        first <= last
        and not tokens[phrase.first].name
        and all(each.name for each in tokens[first : last + 1])
    )


def _relative_end(frame: Frame, rest: int) -> int:
    """Where a relative clause ends with the source inside it: "The pier, which, says X, was old, | fell"."""
    return next((token.start for token in frame.tokens[rest + 1 :] if token.text == ","), frame.end)


def _measures(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether "according to" goes by a measure and quotes nobody: "sorted according to their size"."""
    stop = next(
        (n for n in range(phrase.first + 1, phrase.last + 1) if "prepositions" in tokens[n].kinds),
        phrase.last + 1,
    )
    return "measures" in tokens[stop - 1].kinds


def _described(tokens: Tokens, beside: tuple[int, int]) -> bool:
    """Whether the words after a comma are an apposition: "the report, a draft, ..."."""
    first, last = beside
    if any(token.kinds & {"finite", "being", "auxiliaries"} for token in tokens[first : last + 1]):
        return False  # "According to Brown, a man has died, ..."
    closed = last + 2 < len(tokens) and tokens[last + 1].text in (",", ")")
    named = last > first and all(token.name for token in tokens[first : last + 1])
    if closed and named and not tokens[first - 2].name:  # "the director, Ana Ejemplo, ..."
        return True
    if (
        closed
        and named
        and any(token.low in people_words().titles for token in tokens[max(0, first - 8) : first])
    ):
        return True  # "the director of the North Bank, Ana Ejemplo, ..."
    of_one = any(
        of_people(token) and not token.low.endswith("s") for token in tokens[max(0, first - 8) : first]
    )
    if closed and named and of_one and last - first == 1:
        return True  # "an official with the North Bank, Ana Ejemplo, ..."
    office = tokens[first].low in people_words().titles or tokens[first].low in ("head", "owner", "member")
    return closed and (
        office
        or "determiners" in tokens[first].kinds
        or tokens[first - 1].text == "("
        or (first == last and tokens[first].text.isdigit())
    )


def said_as_noun(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Read "Brown's answer was that ..." and "Her motto was, '...'": whoever owns the words says them."""
    tokens = frame.tokens
    being = next(
        (n for n in range(at + 1, min(len(tokens) - 1, at + _WAS)) if "being" in tokens[n].kinds), None
    )
    if being is None or any(tokens[n].kinds & STOPS for n in range(at, being)) or at == 0:
        return None
    after = being + 1 + (tokens[being + 1].text in (",", ":"))
    if after >= len(tokens) or not ("that" in tokens[after].kinds or _told_by(tokens[at], tokens[after])):
        return None
    before = next((n for n in range(at - 1, max(-1, at - 4), -1) if _owns(tokens, n)), None)
    if before is None:
        return None
    own = tokens[before].low in _OWNERS
    phrase = Phrase(before, before) if own else _owner(tokens, before, lex)
    if phrase is None or not speaks(tokens, phrase):
        return None
    start = after + ("that" in tokens[after].kinds)
    if start >= len(tokens):
        return None
    right = (tokens[start].start, clause_end(frame, start))
    return Report(phrase, (tokens[at].start, tokens[at].end), phrase.first, Strength.FIRM, right=right)


def _told_by(noun: Token, quoted: Token) -> bool:
    """Whether a quotation behind "was" is what a noun holds, and does not judge it: "claim was “naive”"."""
    quote = quoted.quote
    whole = quote is not None and (quote.stopped or quote.last - quote.first > _JUDGED)
    return quote is not None and (whole or noun.low in _UTTERED)


def _owns(tokens: Tokens, at: int) -> bool:
    return owns(tokens[at]) or tokens[at].low in _OWNERS


def noun_report(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Read "the mayor's claim that ..." and "The press erupted with the news that ..."."""
    tokens = frame.tokens
    if at == 0 or at + 2 >= len(tokens) or "that" not in tokens[at + 1].kinds:
        return None
    if at > 1 and "determiners" in tokens[at - 1].kinds and tokens[at - 2].low in ("with", "con"):
        phrase = first_phrase(tokens, at - 2, lex)
    elif owns(tokens[at - 1]):
        phrase = _owner(tokens, at - 1, lex)
    else:
        return None
    if phrase is None or not speaks(tokens, phrase) or _dates(tokens, phrase.first - 1, lex):
        return None
    right = (tokens[at + 2].start, _claim_end(frame, at + 2) if phrase.first == 0 else frame.end)
    return Report(phrase, (tokens[at].start, tokens[at].end), phrase.first, Strength.FIRM, right=right)


def _dates(tokens: Tokens, link: int, lex: Lexicon) -> bool:
    """Whether a claim only tells when something was said: "saying on Sunday | after Brown's claim that"."""
    if link < 1 or tokens[link].low not in _AFTER:
        return False
    said = (lex.cues.get(token.low) for token in tokens[max(0, link - _WAS) : link] if not token.name)
    return any(cue is not None and cue.form != "base" and "say" in cue.patterns for cue in said)


def _claim_end(frame: Frame, first: int) -> int:
    """Where a claim that begins its sentence ends: "Brown's claim that it was late | was rejected".

    At the second verb, unless another clause stands between.
    """
    tokens, verbs = frame.tokens, {"being", "auxiliaries", "finite"}
    seen = False
    for at in range(first, len(tokens)):
        token = tokens[at]
        if token.kinds & verbs and "relatives" not in token.kinds:
            if seen and not tokens[at - 1].kinds & (verbs | {"adverbs", "negations"}):
                return token.start
            seen = True
        elif token.kinds & (STOPS | {"and", "relatives"}) or token.quote:
            return frame.end
    return frame.end


def _owner(tokens: Tokens, at: int, lex: Lexicon) -> Phrase | None:
    """The possessor that ends at ``at``, without what it depends on: "a check of Brown's claim"."""
    phrase = phrase_ending(tokens, at, lex)
    if phrase is None or phrase.last < at:  # "a leader who took issue with Brown's claim"
        phrase = Phrase(at, at) if tokens[at].name else None
    if phrase is None:
        return None
    inner = [n for n in range(phrase.first, at) if "prepositions" in tokens[n].kinds and tokens[n + 1].name]
    return phrase._replace(first=inner[-1] + 1) if inner else phrase

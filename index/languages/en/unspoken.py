"""Verbs beside a subject that says nothing by them: acts, forecasts, what people in general think."""

from __future__ import annotations

from index.grammar.candidates import of_people
from index.grammar.frames import STOPS, Tokens
from index.grammar.nouns import Phrase
from index.grammar.reporting_words import Cue
from index.words import word_list

_WOULD = frozenset({"will", "would", "could", "can", "might", "may"})
_REPLY = 10  # words from "said" to the question: "said a firm No to the ballot question"
_REPLYING = frozenset({"say", "answer", "reply", "respond", "vote"})
_RATHER = frozenset({"instead", "rather"})
_ANSWERING = frozenset({"answer", "answers", "answered", "answering", "reply", "replying", "replied"})
_ASKING = frozenset({"ask", "wonder", "question", "doubt"})
_WHETHER = frozenset({"if", "whether", "why", "how", "what", "when", "who", "where"})
_ARGUING = frozenset({"maintain", "argue", "claim", "insist", "contend", "assert", "counter"})
_MUSING = frozenset(
    {"wonder", "think", "hope", "fear", "ask", "suspect", "doubt", "believe", "feel", "expect"}
)
_ANYONE = frozenset({"everyone", "everybody", "anyone", "anybody"})
_TALKING = frozenset({"talk", "speak", "joke", "gripe", "grumble", "complain"})
_THEY = frozenset({"they", "you", "we"})
_SELVES = frozenset({"itself", "himself", "herself", "themselves"})
_SELLING = frozenset({"bill", "style", "brand", "market", "tout"})
_WHOM = frozenset({"whom", "who", "what", "which"})
_TURNED_DOWN = word_list("grammar", "turned_down")
_VOTERS = frozenset({"majority", "voters", "electorate", "shareholders", "minority"})
_OBJECT = 5  # words of an object with its article


def unspoken(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether nobody says anything by the verb at ``at``, whose subject is ``phrase``."""
    return (
        _will_ask(tokens, at, phrase, cue)
        or _will_argue(tokens, at, phrase, cue)
        or _to_question(tokens, at, cue)
        or _in_general(tokens, at, phrase, cue)
        or _sells_itself(tokens, at, cue)
        or _turned_down(tokens, at, phrase, cue)
        or _counts_up(tokens, phrase, cue)
        or _doing_shows(tokens, phrase, cue)
        or _goes_so(tokens, at, cue)
        or _bidden(tokens, at, phrase, cue)
    )


def _will_ask(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether the author foretells what people will ask themselves: "Many islanders | will wonder if"."""
    asks = cue.lemma in _ASKING and cue.form == "base" and phrase.last + 2 == at
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return asks and tokens[at - 1].low in _WOULD and after in _WHETHER and not tokens[phrase.last].name


def _will_argue(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether the author foretells what somebody will hold: "Of course Brown will maintain it was fair"."""
    foretold = cue.lemma in _ARGUING and cue.form == "base" and phrase.last + 2 == at
    return foretold and tokens[at - 1].low in _WOULD and not any(token.quote for token in tokens)


def _to_question(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether the quotation is what somebody is asked: "said No to the question “Should it close?”"."""
    stop = min(len(tokens), at + _REPLY)
    quotes = [n for n in range(at + 2, stop) if tokens[n].quote]
    asked = [n for n in quotes if "question" in (tokens[n - 1].low, tokens[n - 2].low)]
    answered = any(token.low in _ANSWERING for token in tokens[max(0, at - _REPLY) : at])
    if cue.lemma == "question" and answered:
        return True
    if cue.lemma not in _REPLYING or not asked:
        return False
    return cue.lemma == "answer" or any(token.low == "to" for token in tokens[at + 1 : asked[0]])


def _in_general(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether anybody may do it: "one wonders", "everyone talks about it", "whom people say they chose"."""
    one = tokens[phrase.first].low
    if phrase.first != phrase.last:
        return False
    asked = phrase.first > 0 and tokens[phrase.first - 1].low in _WHOM
    named = at < phrase.first
    muses = (one == "one" or (asked and one in _THEY)) and cue.lemma in _MUSING
    return not named and (muses or (one in _ANYONE and cue.lemma in _TALKING) or (one == "people" and asked))


def _sells_itself(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether something only presents itself: "The shop bills itself as the oldest in Ardale"."""
    return cue.lemma in _SELLING and at + 1 < len(tokens) and tokens[at + 1].low in _SELVES


def _turned_down(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether an offer or a merger is turned down, or voters decide: "Ardale rejected the merger"."""
    if cue.lemma != "reject" or any(token.quote for token in tokens[at:]):
        return False
    voted = any(token.low in _VOTERS for token in tokens[phrase.first : phrase.last + 1])
    stop = next(
        (n for n in range(at + 1, len(tokens)) if tokens[n].kinds & (STOPS | {"prepositions", "that"})),
        len(tokens),
    )
    objects = tokens[at + 1 : min(stop, at + 1 + _OBJECT)]
    return voted or any(token.low in _TURNED_DOWN for token in objects)


def _counts_up(tokens: Tokens, phrase: Phrase, cue: Cue) -> bool:
    """Whether what happens makes a number: "Two more boats came in, putting the total at nine"."""
    first = tokens[phrase.first]
    counted = "determiners" in first.kinds or first.text[:1].isdigit()
    return cue.lemma == "put" and cue.form == "ing" and counted and not tokens[phrase.last].name


def _doing_shows(tokens: Tokens, phrase: Phrase, cue: Cue) -> bool:
    """Whether it is an activity that shows something: "Betting on the margin suggested"."""
    first = tokens[phrase.first]
    opens = phrase.first == 0 and first.low.endswith("ing") and not of_people(first)
    ruled = phrase.last > 0 and "prepositions" in tokens[1].kinds
    return opens and ruled and cue.form != "ing" and "gerund" in first.shapes


def _goes_so(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether a quotation tells how something went: "The work went “smoothly”"."""
    quote = tokens[at + 1].quote if at + 1 < len(tokens) else None
    return cue.lemma == "go" and quote is not None and not quote.stopped


def _bidden(tokens: Tokens, at: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether the reader is told to do it: "Instead of asking whom people chose, | ask them who will win"."""
    opens = tokens[0].low in _RATHER and phrase.last < at - 1
    return opens and cue.form == "base" and at > 1 and tokens[at - 1].text == ","

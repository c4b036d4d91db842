"""Where a reported clause ends, because the author speaks again."""

from __future__ import annotations

from index.grammar.author_tails import tail_at, tail_unmarked
from index.grammar.frames import DASHES, Frame, Token, Tokens
from index.grammar.nouns import participle
from index.words import word_list

_COPULAS = word_list("grammar", "copulas")
_EVEN = word_list("grammar", "even")
_EXPLETIVES = word_list("grammar", "expletives")
_INDEFINITE = word_list("grammar", "indefinite")
_NOBODY = word_list("grammar", "nobody")
_QUE = word_list("grammar", "que")
_SCOPE_LINKS = word_list("grammar", "scope_links")

# "Though" and the like set the author's words against those reported; he weighs with these.
_CONCEDING = word_list("grammar", "conceding")
_TIME_UNITS = word_list("grammar", "time_units")
_TIME_BEHIND = word_list("grammar", "time_behind")
_OWNERS = word_list("grammar", "word_owners")
_RANKS = word_list("grammar", "word_ranks")
_DATING = 5  # words in which ", less than a week after" comes to its "after"
_WEIGHED = word_list("grammar", "weighing")


def verb_within(tokens: Tokens) -> bool:
    """Whether a verb comes before the next mark."""
    for token in tokens:
        if token.quote or token.text in (",", ";"):
            return False
        told = participle(token) or ("preterite" in token.shapes and not token.name)
        if told or token.kinds & {"finite", "being", "auxiliaries", "negations"}:
            return True
    return False


def clause_end(frame: Frame, start: int) -> int:
    """Return where a reported clause that begins at token ``start`` ends, in characters.

    It ends before ", but the ..." and other clauses of the author's own; one that goes on with
    a pronoun is the speaker's still: ", but she would stay".
    """
    tokens = frame.tokens
    subordinate = "boundaries" in tokens[0].kinds  # "When the mayor said it was late, I laughed"
    for at in range(start + 1, len(tokens) - 2):
        if "mark" not in tokens[at].kinds:
            if at > start + 1 and tail_unmarked(tokens, at):
                return tokens[at].start
            continue
        if tokens[at].text == ";":
            return tokens[at].start
        if at == start + 1:
            continue
        if subordinate and tokens[at].text == "," and "first_person" in tokens[at + 1].kinds:
            return tokens[at].start
        inner = tokens[at - 1].kinds & {"that", "boundaries"}  # "because, although it was late, she stayed"
        if (tokens[at].text == "," or tokens[at].text in DASHES) and not inner and _takes_over(tokens, at):
            return tokens[at].start
        breaks = tokens[at].text == "," and "breaks" in tokens[at + 1].kinds and not inner
        if breaks and not _lists(tokens, at) and _turns(tokens, at + 1):
            return tokens[at].start
    return frame.end


def _takes_over(tokens: Tokens, mark: int) -> bool:
    """Whether what stands behind a comma or dash is told by the author, of the words or of their time."""
    told = _names_charge(tokens, mark) or _dates(tokens, mark) or _counts(tokens, mark)
    return told or tail_at(tokens, mark)


def _lists(tokens: Tokens, comma: int) -> bool:
    """Whether the last of several names in a row follows: "Ardalian, Verranese, | and Halmatian cooks"."""
    names = tokens[comma - 1].name and tokens[comma + 2].name and "and" in tokens[comma + 1].kinds
    return names and comma > 2 and tokens[comma - 2].text == "," and tokens[comma - 3].name


def _turns(tokens: Tokens, at: int) -> bool:
    """Whether a clause of the author's own begins with the "but" or "although" at ``at``."""
    if _that_clause(tokens, at + 1):
        return False  # "he would resign, and that the pier was lost", "not only late, but that it was closed"
    after = tokens[at + 1 + (tokens[at].low in _EVEN)] if at + 2 < len(tokens) else tokens[at + 1]
    subject = (
        after.low in _NOBODY
        or after.name
        or after.kinds & {"determiners", "adverbs"}
        or "adverb" in after.shapes
    )
    if tokens[at].low in _CONCEDING:
        subject = subject or _many(after) or after.low in _SCOPE_LINKS or "groups" in after.kinds
        if _many(after) and at + 2 < len(tokens) and _plain(tokens[at + 2]):
            return True  # "although figures show"
    return bool(subject and verb_within(tokens[at + 2 : at + 11])) or _doubts(tokens, at + 1)


def sets_against(tokens: Tokens, at: int) -> bool:
    """Whether a clause of the author's is set against words told before: ", said Brown, | but the town"."""
    link = tokens[at].kinds
    return "breaks" in link and "and" not in link and at + 2 < len(tokens) and _turns(tokens, at)


def _that_clause(tokens: Tokens, at: int) -> bool:
    """Whether "that" opens a clause with a subject of its own, and is no subject."""
    opened = at + 1 < len(tokens) and "that" in tokens[at].kinds
    if opened and tokens[at + 1].text == ",":
        return True  # "pero que, pese a todo, irá"
    after = tokens[at + 1] if opened else tokens[at]
    led = after.name or "gerund" in after.shapes
    return opened and (led or bool(after.kinds & {"determiners", "subjects"}))


def _many(token: Token) -> bool:
    """Whether a word may be a noun in the plural: "figures show", "doctors agree"."""
    return (
        token.low.isalpha()
        and token.low.endswith("s")
        and not token.kinds & {"subjects", "boundaries", "first_person"}
    )


def _plain(token: Token) -> bool:
    return token.low.isalpha() and not token.name and token.kinds <= {"works", "occasions", "documents"}


def _doubts(tokens: Tokens, at: int) -> bool:
    """Whether the author weighs here: "it is doubtful whether", "it remains unclear", "there is no proof"."""
    if at + 2 >= len(tokens) or tokens[at].low not in _EXPLETIVES:
        return False
    verb = tokens[at + 1]
    weighed = any(token.low in _WEIGHED for token in tokens[at + 2 : at + 5])
    return weighed and (verb.low in _COPULAS or "contracted" in verb.kinds)


def _names_charge(tokens: Tokens, comma: int) -> bool:
    """Whether what follows speaks of what was said: ", a charge that she rejected"."""
    first, second = tokens[comma + 1], tokens[comma + 2]
    if "charges" in first.kinds and second.low in _QUE:
        return True
    # not in "cerrado, a cargo de la junta": "a" is no article there
    return first.low in _INDEFINITE and "determiners" in first.kinds and "charges" in second.kinds


def _dates(tokens: Tokens, comma: int) -> bool:
    """Whether what follows tells when it was said: ", a day after two workers died"."""
    words = tokens[comma + 1 : comma + 1 + _DATING]
    link = next((n for n, word in enumerate(words) if word.low in _TIME_BEHIND), 0)
    return link > 0 and words[link - 1].low in _TIME_UNITS


def _counts(tokens: Tokens, comma: int) -> bool:
    """Whether what follows tells which of somebody's words they are: ", his first statement since May"."""
    return tokens[comma + 1].low in _OWNERS and tokens[comma + 2].low in _RANKS

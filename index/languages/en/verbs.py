"""Is this form a verb that somebody performs: no noun, no passive, no purpose ("to say")?"""

from __future__ import annotations

from itertools import pairwise

from index.grammar.candidates import of_people
from index.grammar.frames import DASHES, STOPS, Token, Tokens
from index.grammar.nouns import PERSONAL, adverb, owns, participle
from index.grammar.reporting_words import Cue, Lexicon
from index.grammar.subjects import issuer
from index.languages.en.deeds import only_done
from index.text.people import people_words
from index.words import word_endings, word_list

_AGENT_REACH = 6  # words between a participle and the "by" that names who did it
_TOOK_REACH = 7  # words in "took to the radio on Monday to say"
_ADJECTIVES = ("al", "ive", "ous", "ic", "ary", "new", "recent")
_UNNAMED = frozenset({"named", "identified", "anonymous", "anonymity", "unnamed"})
_MANNER = frozenset({"with", "in"})  # "had spoken with “such care”"
_LANGUAGE = frozenset({"language", "languages", "tongue", "dialect"})
_NO_NOUNS = frozenset({"worth", "goes", "than"})  # "It is worth noting that", "It goes without saying that"
_AMOUNTS = frozenset({"something", "much", "volumes", "little", "nothing", "plenty", "everything", "lots"})
_POSSIBLE = frozenset({"could", "may", "might", "would", "should", "can", "must"})
# "hails from Ardale", "thanks to the wind", "reckoned with the storm", "answers for the pier"
_FROM = frozenset({("hail", "from"), ("thank", "to"), ("reckon", "with"), ("answer", "for")})
_REJECTING = word_list("grammar", "rejecting_verbs")
_CHARGES = word_list("grammar", "turned_away")
_PRICES = frozenset({"fee", "fees", "price", "prices", "rent", "interest", "toll"})
_CALLED_OFF = word_list("grammar", "called_off")
_MANY_SELVES = frozenset({"themselves"})
_SELVES = word_list("grammar", "selves")
_OF_ONESELF = word_list("grammar", "said_of_oneself")
_MEDIA = frozenset({"phone", "telephone", "fax", "mail", "text", "then"})
_MANY = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})
_NUMBERS = frozenset({"one", "two", "three", "four", "five", "six"})
# After a verb that needs an object these begin no object: the verb is a participle.
_AFTER_PARTICIPLE = frozenset({"of", "with", "to", "as", "for", "during", "in", "at", "by", "under", "from"})
_AFTER_NOUN = frozenset({"of", "from", "as", "because", "such", "between", "about", "against", "on"})
_AFTER_LIST = frozenset({"including", "stemming", "related", "ranging"})
_ADJECTIVE_ENDINGS = ("ed", "ing", "ful", "less", "able", "ible")
_PROPER_ADJECTIVE = ("ish", "ese", "atic", "ican", "ian")
_NOT = word_endings("grammar", "contracted_not")
_LISTED = 8  # words and marks from "to" to the last verb of a list
_ONE_OF = frozenset({"a", "an", "one", "every", "each", "another"})
_SHORTEST_ADJECTIVE = 4  # letters


def performed(tokens: Tokens, at: int, cue: Cue, lex: Lexicon) -> bool:
    """Whether the cue at ``at``, which is not the first word, is a verb that reports."""
    before, low = tokens[at - 1], tokens[at].low
    if cue.form == "base" and before.low == "to":
        return onward(tokens, at, lex) is not None
    if cue.form == "past" and (
        _passive(tokens, at)
        or _objectless(tokens, at, cue, lex)
        or _describes(tokens, at)
        or _adjective(tokens, at)
    ):
        return False
    means = cue.form == "ing" and before.low == "by"  # "by saying that"
    if (
        low in lex.nouns
        and not means
        and (
            _noun_place(before, _claims(tokens, at))
            or _counted(tokens, at)
            or _compound(tokens, at, cue)
            or _verb_follows(tokens, at, lex)
            or _relative_follows(tokens, at)
            or _plain_follows(tokens, at, cue)
            or _listed_noun(tokens, at, cue)
            or _modified(tokens, at, cue)
            or _object_place(tokens, at, cue)
            or _counted_one(tokens, at, cue)
            or (cue.form == "finite" and tokens[at + 1 : at + 2] and tokens[at + 1].low == "of")
        )
    ):
        return False  # "the false claims of"
    if (
        (cue.form == "base" and _only_possible(tokens, at, cue))
        or (cue.form == "base" and _joined_infinitive(tokens, at))
        or _proverb(tokens, at)
        or _of_person(tokens, at, cue)
        or _anonymity(tokens, at, cue)
        or _relays(tokens, at, cue)
        or _means(tokens, at, cue)
        or _turns_away(tokens, at, cue, lex)
        or _owned(tokens, at, cue)
        or _event(tokens, at)
        or _speaks_so(tokens, at, cue)
        or only_done(tokens, at, cue)
    ):
        return False
    if cue.form == "ing":
        progressive = at > 1 and "adverbs" in before.kinds and "being" in tokens[at - 2].kinds
        return progressive or _participle_place(before) or _claims_after_noun(tokens, at, cue, lex)
    # "a mother of three said", "the two said"
    number = at > 1 and tokens[at - 2].low in ("of", "the") and before.low in _NUMBERS
    free = "determiners" not in before.kinds or "pronominal" in before.kinds or number
    return free or ("relatives" in before.kinds and issuer(tokens, at - 1, lex) is not None)


def _joined_infinitive(tokens: Tokens, at: int) -> bool:
    """Whether a verb ends a list of what is tried: "trying to hush, hide, and | deny the story"."""
    back = at - 1
    if "and" not in tokens[back].kinds:
        return False
    while back > max(0, at - _LISTED):
        back -= 1
        token = tokens[back]
        if token.low == "to":
            return True
        if token.text != "," and not _plain(token):
            return False
    return False


def _counted_one(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether "a" stands before two nouns, so that the second is no plural verb: "on a trade | call".

    Or "the", and a quotation behind them: "to the ballot | question '...'".
    """
    led, before = tokens[at - 2].low if at > 1 else "", tokens[at - 1]
    asked = led == "the" and _singular(before) and not of_people(before)
    asked = asked and any(token.quote for token in tokens[at + 1 : at + 2])
    return cue.form == "base" and (asked or (led in _ONE_OF and _plain(before)))


def _proverb(tokens: Tokens, at: int) -> bool:
    """Whether a name tells whose saying something is: "an old Church | saying: '...'"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if not (tokens[at].low == "saying" and tokens[at - 1].name and after and after.text == ":"):
        return False
    first = at - 1
    while first > 0 and (tokens[first - 1].name or _plain(tokens[first - 1])):
        first -= 1
    return first > 0 and tokens[first - 1].low in _ONE_OF


def _speaks_so(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether "speak" tells how, or what language: "had spoken with “such care”", "speak the language"."""
    lows = [token.low for token in tokens[at + 1 : at + 3]]
    return cue.lemma == "speak" and (
        lows[:1] != [] and (lows[0] in _MANNER or not _LANGUAGE.isdisjoint(lows))
    )


def _counted(tokens: Tokens, at: int) -> bool:
    """Whether a number stands before a noun: "the 2015 rules", "22 million comments"."""
    before = tokens[at - 1]
    return before.low in _MANY or (before.text[:1].isdigit() and at > 1 and tokens[at - 2].low != "of")


def _compound(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether nouns without an article stand before a noun: "to speak of Monday harbour rumours that"."""
    first = at
    while first > 0 and _plain(tokens[first - 1]):
        first -= 1
    led = first > 0 and (tokens[first - 1].name or "determiners" in tokens[first - 1].kinds)
    return cue.form == "finite" and first < at - 1 and not (led or tokens[at - 1].low.endswith("s"))


def _plain(token: Token) -> bool:
    known = token.kinds <= {"works", "documents", "occasions", "times"}
    return known and token.low.isalpha() and not token.name


def _passive(tokens: Tokens, at: int) -> bool:
    """Read "was told", "has been widely described": the subject hears, it does not speak."""
    after = tokens[at + 1 : at + (2 if tokens[at - 1].text != "," else 1 + _AGENT_REACH)]
    stop = next((n for n, token in enumerate(after) if token.kinds & STOPS), len(after))
    if any(token.low == "by" and not _medium(tokens, at + 1 + n) for n, token in enumerate(after[:stop])):
        return True  # "a plan proposed by the guild", "the guards, called to the square by the mayor"
    back = at - 1
    while back > 0 and (adverb(tokens[back]) or tokens[back].kinds & {"adverbs", "negations"}):
        back -= 1
    if "and" in tokens[back].kinds:  # "was arrested and charged"
        return any("being" in token.kinds for token in tokens[max(0, back - 4) : back])
    return "being" in tokens[back].kinds


def _medium(tokens: Tokens, by: int) -> bool:
    """Whether "by" names a way of saying and no agent: "replied by email", "added by telephone"."""
    if by + 1 >= len(tokens):
        return False
    after = tokens[by + 1]
    return "occasions" in after.kinds or after.low in _MEDIA or after.low.endswith("ing")


def _describes(tokens: Tokens, at: int) -> bool:
    """Whether a participle stands between a verb and its object: "took repeated steps"."""
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        "finite" not in before.kinds
        or before.kinds & {"being", "auxiliaries"}
        or before.name
        or after is None
    ):
        return False
    return after.low.isalpha() and not after.kinds and not after.name


def _adjective(tokens: Tokens, at: int) -> bool:
    """Whether an adverb makes an adjective of a participle: "his rough and racially charged dismissal"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        not adverb(tokens[at - 1])
        or after is None
        or not after.low.isalpha()
        or after.name
        or after.kinds & STOPS
    ):
        return False
    back = at - 2
    while back > 0 and at - back < _LISTED and (_plain(tokens[back]) or "and" in tokens[back].kinds):
        back -= 1
    noun = any(map(of_people, tokens[back + 1 : at - 1]))
    return (
        "determiners" in tokens[back].kinds
        and not noun
        and not after.kinds & {"that", "determiners", "subjects"}
    )


def _objectless(tokens: Tokens, at: int, cue: Cue, lex: Lexicon) -> bool:
    """Whether a verb that needs an object has none, so that it is a participle of whatever stands before.

    "someone accused of fraud", "a valley compared to a bowl", "the laws proposed in May".
    """
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if cue.lemma == "refer":  # "also referred to as the Owl"
        return [token.low for token in tokens[at + 1 : at + 3]] == ["to", "as"]
    if after is None or after.quote or cue.lemma not in lex.transitive:
        return False
    return after.low in _AFTER_PARTICIPLE and not any(
        token.quote or "that" in token.kinds for token in tokens[at + 2 : at + 2 + _AGENT_REACH]
    )


def _noun_place(before: Token, claims: bool) -> bool:
    """Whether a noun is expected after this word: "the claim", "its recent reports".

    ``claims``: "that" or a quotation follows, so that "many fear that ..." is a report.
    """
    if before.kinds & {"determiners", "prepositions"} or owns(before):
        return not (claims and "pronominal" in before.kinds)
    return before.low.endswith(_ADJECTIVES) and not before.name


def _modified(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether an adjective stands before and no speech after: "insulting remarks he made".

    A preposition after such a form makes it a noun as well: "tax credits because of".
    """
    if cue.form not in ("base", "finite") or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if after.quote or "that" in after.kinds or after.text == ":" or tokens[at - 1].quote:
        return False
    listed = cue.patterns & {"about", "pledge", "quote"} and cue.lemma != "demand"
    if after.low in _AFTER_NOUN and not listed:
        return not any(token.quote for token in tokens[:at])
    if cue.form == "base" and (_singular(before) or (after.low == "at" and before.text.isupper())):
        return True  # "members of the rodent order,", "a SOUP advocate at the Bread Centre"
    adjective = _PROPER_ADJECTIVE if before.name else _ADJECTIVE_ENDINGS
    return before.low.endswith(adjective) and len(before.low) > _SHORTEST_ADJECTIVE


def _object_place(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether a noun is the object of the verb before it, or part of a name for what another noun is:
    "stoked | fears that", "a Michigan | state department", "the men face felony | charges including".
    """
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    if cue.form not in ("base", "finite"):
        return False
    if participle(before) and (at < 2 or "determiners" not in tokens[at - 2].kinds):
        return True
    if after is not None and after.low in _AFTER_LIST and cue.form == "finite":
        return True
    if cue.form == "finite" and before.name and _won(tokens, at - 1):
        return True  # "winning Rust Belt | states"
    some = at > 1 and before.name and tokens[at - 2].low in ("a", "an")
    return some and cue.form == "base" and after is not None and after.low.isalpha() and not after.kinds


def _won(tokens: Tokens, last: int) -> bool:
    """Whether the names that end at ``last`` are ruled by a gerund: "winning Rust Belt"."""
    while last > 0 and tokens[last].name:
        last -= 1
    return "gerund" in tokens[last].shapes and tokens[last].low.isalpha()


def _singular(token: Token) -> bool:
    """Whether a small word is a noun in the singular, which no verb in the plural follows."""
    return token.low.isalpha() and not token.name and not token.kinds and not token.low.endswith("s")


def _verb_follows(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether another verb comes next, so that this word is its subject: "member states released"."""
    if at + 1 >= len(tokens):
        return False
    nxt = tokens[at + 1]
    cue = lex.cues.get(nxt.low)
    past = nxt.low.endswith("ed") or (cue is not None and cue.form == "past")
    mine = lex.cues.get(tokens[at].low)
    named = (
        at > 1 and tokens[at - 1].name and "determiners" in tokens[at - 2].kinds
    )  # "a Reuters report suggest"
    forms = ("finite", "base") if named else ("finite",)
    past = past or (cue is not None and cue.form in forms and mine is not None and mine.form == "base")
    return past or bool(nxt.kinds & {"being", "auxiliaries"})


def _relative_follows(tokens: Tokens, at: int) -> bool:
    """Whether "that" is the subject of the next verb and this word a noun: "rules that could close it"."""
    if at + 3 < len(tokens) and "that" in tokens[at + 1].kinds and tokens[at + 3].low == "to":
        return tokens[at + 2].low.isalpha() and not tokens[at + 2].kinds  # "rules that promise to ..."
    return (
        at + 2 < len(tokens)
        and "that" in tokens[at + 1].kinds
        and (bool(tokens[at + 2].kinds & {"finite", "auxiliaries"}) or tokens[at + 2].low.endswith(_NOT))
        and "subjects" not in tokens[at + 2].kinds
    )


def _listed_noun(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether a noun tells what names behind it are, or ends a list with its own: "Belt | states Ardale and
    Verran", "stores and | call centers".
    """
    behind = tokens[at + 1 : at + 3]
    if len(behind) < 2:
        return False
    if cue.lemma == "state" and cue.form == "finite":
        return behind[0].name and (behind[1].text == "," or "and" in behind[1].kinds)
    listed = bool(tokens[at - 1].kinds & {"and", "mark"})
    return cue.form == "base" and listed and _plain(behind[0]) and behind[0].low.endswith("s")


def _plain_follows(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether a small word that begins no object comes next, which is this noun's verb or noun: "and | doubts
    grow", "a Verran | state council".
    """
    if at + 2 >= len(tokens) or not _plain(tokens[at + 1]) or cue.form not in ("finite", "base"):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if cue.form == "finite":
        return "and" in before.kinds and not after.low.endswith(("s", "ly", "ing"))
    return before.name and not before.low.endswith("s") and not after.low.endswith(("s", "ly", "ing"))


def _claims(tokens: Tokens, at: int) -> bool:
    """Whether "that" or a quotation follows, and no article two words before: not "the many reasons that"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not (after.quote or "that" in after.kinds):
        return False
    return at == 1 or not tokens[at - 2].kinds & {"determiners", "prepositions"}


def _only_possible(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether a deed of words may be done and is not: "members could still reject it"."""
    back = at - 1
    while back > 0 and ("adverbs" in tokens[back].kinds or adverb(tokens[back])):
        back -= 1
    return tokens[back].low in _POSSIBLE and not cue.patterns & {"say", "quote"}


def _of_person(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether a verb is done to somebody: "police questioned her father", "she called 911"."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if (cue.lemma, after.low) in _FROM or (after.low in _SELVES and cue.lemma not in _OF_ONESELF):
        return True  # "repeated himself", "defends itself"
    if cue.lemma == "call":
        if after.low in _CALLED_OFF:
            return True  # "called in to report", "called off the fair"
        return after.text.isdigit() or after.low in _MANY_SELVES  # "who call themselves the Owls"
    if cue.lemma == "charge":  # "charged a $100 fee"
        return any(token.text[:1] in "$€£" or token.low in _PRICES for token in tokens[at + 1 : at + 5])
    return cue.lemma in ("question", "challenge", "echo") and (after.name or after.kinds & PERSONAL != set())


def _anonymity(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Read "asked not to be named", "requested anonymity": that is said to the reporter, about the words."""
    if cue.lemma not in ("ask", "request"):
        return False
    return any(token.low in _UNNAMED for token in tokens[at + 1 : at + 1 + _AGENT_REACH])


def _means(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Read "its silence says something about", "that says a lot": a sign, no speech."""
    lows = [token.low for token in tokens[at + 1 : at + 3]]
    if lows[1:2] == ["of"]:
        return False  # "said much of it was lost"
    return cue.lemma == "say" and (lows[:1] != [] and (lows[0] in _AMOUNTS or lows == ["a", "lot"]))


def _turns_away(tokens: Tokens, at: int, cue: Cue, lex: Lexicon) -> bool:
    """Read "dismissed Brown's charge that": the words are not those of who turns them away."""
    if cue.lemma not in _REJECTING:
        return False
    said = lex.stances | _CHARGES
    return any(
        token.low in said and "that" in then.kinds
        for token, then in pairwise(tokens[at + 1 : at + 2 + _TOOK_REACH])
    )


def _relays(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Read "quoted the mayor as saying": the mayor says it."""
    if cue.lemma not in ("quote", "cite"):
        return False
    after = tokens[at + 1 : at + 2 + _TOOK_REACH]
    return any(token.low == "as" and then.low.endswith("ing") for token, then in pairwise(after))


def _claims_after_noun(tokens: Tokens, at: int, cue: Cue, lex: Lexicon) -> bool:
    """Read "marched through the town demanding that ...": a "that" makes any place a report's."""
    before = tokens[at - 1]
    if at + 1 >= len(tokens) or "that" not in tokens[at + 1].kinds or not cue.patterns & {"say", "that"}:
        return False
    if cue.lemma in lex.attitudes or before.low in _NO_NOUNS:
        return False
    return before.low.isalpha() and not before.kinds & {
        "prepositions",
        "determiners",
        "boundaries",
        "adverbs",
    }


def _participle_place(before: Token) -> bool:
    """Whether "saying" may follow: a comma, "and", "is", "by", a name, or the name of a text."""
    if before.text == "," or before.text in DASHES:
        return True
    if before.kinds & {"and", "being", "contracted", "participial", "occasions", "documents"}:
        return True
    return before.name or before.low in people_words().titles or before.low.endswith("ly")


def onward(tokens: Tokens, at: int, lex: Lexicon) -> int | None:
    """Return where the verb phrase begins when "to say" continues a speech, else None.

    "went on to say", "took to the radio to say": the subject stands before "went" and "took".
    """
    lows = [token.low for token in tokens[max(0, at - _TOOK_REACH) : at]]
    for words in lex.onward:
        if tuple(lows[-len(words) :]) == words:
            return at - len(words)
    if "took" in lows and "to" in lows[:-1]:
        return at - len(lows) + lows.index("took")
    return None


def _owned(tokens: Tokens, at: int, cue: Cue) -> bool:
    """Whether a participle describes what somebody owns: "Brown's proposed plan"."""
    return (
        cue.form == "past" and owns(tokens[at - 1]) and at + 1 < len(tokens) and tokens[at + 1].low.isalpha()
    )


def _event(tokens: Tokens, at: int) -> bool:
    """Whether a noun after a place ends a circumstance: "After the Ashton attacks, the mayor"."""
    if at < 3 or not tokens[at - 1].name or "determiners" not in tokens[at - 2].kinds:
        return False
    ended = at + 1 >= len(tokens) or tokens[at + 1].text == ","
    return ended and bool(tokens[at - 3].kinds & {"prepositions", "boundaries"})

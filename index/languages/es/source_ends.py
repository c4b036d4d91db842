"""Where a Spanish source ends and its words begin: "según X, ministra de Obras, | el puente ..."."""

from __future__ import annotations

from index.grammar.amount_phrases import numeral
from index.grammar.clause_starts import inserted
from index.grammar.frames import DASHES, STOPS, Token, Tokens
from index.grammar.nouns import Phrase
from index.grammar.reporting_words import Lexicon
from index.languages.es.noun_phrases import named_beside, tidy
from index.languages.es.speaking import Able, able, common, names_office, opens
from index.languages.es.word_forms import MADE, verb_shaped
from index.words import word_list

_RELATIVES = frozenset({"quien", "quienes", "que", "cuyo", "cuya", "cuyos", "cuyas"})
_POINTING = frozenset({"este", "esta", "estos", "estas", "ese", "esa", "esos", "esas"})
_LINK = 3  # words of "Por ejemplo", "Sin embargo", "De hecho"
_FRONT = 4  # words of "De acuerdo con" and an article
_MAKER = 10  # words of "publicado ayer en la revista Puertolandia"
_ARTICLES = word_list("grammar", "press_texts")
_MANY = frozenset({"los", "las", "unos", "unas", "sus"})
_CONTRACTED = frozenset({"del", "al"})
_AMOUNT = 8  # words of "y casi 1.900 hectáreas de viñas,"
_NAME = 5  # places from the comma to the end of a name


def with_maker(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Return a text with who made it or where it stands, up to a comma: "un informe | hecho por la Liga"."""
    made = phrase.last + (not tokens[phrase.last].low.endswith(MADE))
    rest = tokens[made : made + _MAKER]
    stop = next((made + n for n, token in enumerate(rest) if token.kinds & STOPS), None)
    if stop is None or stop < made + 3 or tokens[stop].text != "," or not _is_text(tokens, phrase):
        return phrase
    told = tokens[made].low.endswith(MADE) and "prepositions" in tokens[made + 1].kinds
    return phrase._replace(last=stop - 1) if told else phrase


def with_name(tokens: Tokens, phrase: Phrase) -> Phrase:
    """Return an office with the full name beside it: "cálculos del jefe de obras, | Ana Ejemplo"."""
    noun = phrase.first + ("determiners" in tokens[phrase.first].kinds)
    if noun > phrase.last or tokens[noun].name or not names_office([tokens[noun].low]):
        return phrase
    phrase = named_beside(tokens, phrase)
    at = phrase.last + 1
    stop = at + 1
    while stop < len(tokens) and tokens[stop].name and "times" not in tokens[stop].kinds:
        stop += 1
    whole = at < len(tokens) and tokens[at].text == "," and 2 < stop - at < _NAME
    ends = stop >= len(tokens) or tokens[stop].text in (",", ")", ";")
    return phrase._replace(beside=(at + 1, stop - 1)) if whole and ends and not phrase.beside else phrase


def with_others(tokens: Tokens, phrase: Phrase, lex: Lexicon) -> Phrase:
    """All of several sources in a row: "según la Liga, el Club Sol y Ana Ejemplo, | en mayo ..."; of "Según
    la junta, los vecinos y los turistas comen" only the first.
    """
    phrase = with_maker(tokens, phrase)
    at, joined = phrase.last + 1, False
    if not any(token.name for token in tokens[phrase.first : phrase.last + 1]):
        return phrase
    while not joined and at + 1 < len(tokens) and (tokens[at].text == "," or "and" in tokens[at].kinds):
        joined = "and" in tokens[at].kinds
        stop = at + 1
        while stop < len(tokens) and not tokens[stop].kinds & (STOPS | {"and"}):
            stop += 1
        item = tokens[at + 1 : stop]
        named = bool(item) and item[-1].name and (item[0].name or "determiners" in item[0].kinds)
        if not named or able(tokens, Phrase(at + 1, stop - 1), lex) is not Able.YES or any(map(_acts, item)):
            return phrase
        at = stop
    closed = at >= len(tokens) or tokens[at].text in (",", ";", ")")
    return Phrase(phrase.first, at - 1) if joined and closed and at > phrase.last + 1 else phrase


def _acts(token: Token) -> bool:
    """Whether a verb stands here."""
    return not token.name and bool(token.kinds & {"finite", "being", "that"} or verb_shaped(token.low))


def _is_text(tokens: Tokens, phrase: Phrase) -> bool:
    words = tokens[phrase.first : phrase.last + 1]
    return any("documents" in token.kinds or token.low in _ARTICLES for token in words)


def source_end(tokens: Tokens, phrase: Phrase, after: int, lex: Lexicon) -> int:
    """The place after the source and the appositions beside it: ", Ana Ejemplo,", ", ministra de Obras,"."""
    told = (
        after < len(tokens) and "prepositions" in tokens[after].kinds
    )  # "según un estudio hecho por X, ..."
    if (told and tokens[after - 1].low.endswith(MADE)) or (
        after < len(tokens)
        and (tokens[after].low in ("que", "quien", "donde") or _behind_preposition(tokens, after))
    ):  # "según el plan que tiene X, ..."
        after = next((n for n in range(after, len(tokens)) if tokens[n].text == ","), after)
    while after + 3 < len(tokens) and "and" in tokens[after + 1].kinds and tokens[after + 2].low == "que":
        after = next((n for n in range(after + 3, len(tokens)) if tokens[n].text == ","), len(tokens))
    while after + 1 < len(tokens) and tokens[after].text in (",", "("):
        stop = after + 1
        while stop < len(tokens) and not tokens[stop].kinds & STOPS:
            stop += 1
        # else nothing would be left to be said: "según Ana Ejemplo, los vecinos comen"
        last = stop == len(tokens) and phrase.first < _FRONT
        if last or not _apposition(tokens, after + 1, stop, phrase, lex):
            break
        after = stop + (stop < len(tokens) and tokens[stop].text == ")")
    return after


def _behind_preposition(tokens: Tokens, at: int) -> bool:
    """Whether "que" follows a preposition and its article: "información a la que tuvo acceso X, ..."."""
    relative = at + 2 < len(tokens) and tokens[at + 2].low in ("que", "cual", "cuales")
    return relative and "prepositions" in tokens[at].kinds and "determiners" in tokens[at + 1].kinds


def counted_beside(tokens: Tokens, at: int, rest: int, lex: Lexicon) -> int | None:
    """Where all begins that a source at ``at`` tells, when it is an insertion, or an amount set beside that
    of another: "el coto –| 700 hectáreas, según la junta–", "(| 30, según la policía, y | 80, según Cosa)".

    ``rest``: the place behind the source.
    """
    first = at - (tokens[at - 1].text == ",")
    while first > 0 and not tokens[first - 1].kinds & (STOPS | {"and"}) and first > at - _AMOUNT:
        first -= 1
    piece, before = tokens[first:at], tokens[first - 1] if first else tokens[0]
    another = any(_opens_source(tokens, n, lex) for n in range(first - 1))
    opened = before.text == "(" or before.text in DASHES
    parted = opened or (another and bool(before.kinds & (STOPS | {"and"})))
    if parted and any(map(numeral, piece)) and not any(map(_acts, piece)):
        return first
    return inserted(tokens, at, rest)


def _opens_source(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether all words stand here that lead a source: "según", "de acuerdo con"."""
    sources = lex.according.get(tokens[at].low, ())
    return any(tuple(each.low for each in tokens[at : at + len(words)]) == words for words in sources)


def in_relative(tokens: Tokens, at: int) -> bool:
    """Whether only a clause is reported: "La mina, que según X es segura, ..." and "que, según X, es ..."."""
    if at and tokens[at - 1].low == "que":
        return True
    return at > 2 and tokens[at - 1].text == "," == tokens[at - 3].text and tokens[at - 2].low == "que"


def _apposition(tokens: Tokens, first: int, stop: int, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether the piece beside a source describes it: a name, an office, "quien ..."; no clause."""
    piece = tokens[first:stop]
    several = bool(piece) and piece[0].low in _MANY
    if not piece or piece[0].low in _POINTING or (several and all_names(tokens, phrase)):
        return False  # "Para Ana Ejemplo, esos consejos sobran", "según Ana Ejemplo, los guardas salieron"
    if piece[0].low in _RELATIVES:
        return True
    whole = Phrase(first, stop - 1)
    if piece[0].low in ("del", "de") and tokens[phrase.last].name and len(piece) > 1 and piece[-1].name:
        return True  # "según Ana Ejemplo, del Instituto de Obras, ..."
    if tidy(tokens, whole) != whole or any(token.kinds & {"being", "finite"} for token in piece):
        return False
    named = tokens[phrase.last].name and not (opens(tokens, phrase.last) and common(tokens[phrase.last], lex))
    names = [token.name for token in piece if "links" not in token.kinds]
    if names and all(names):
        led = tokens[phrase.first].low in lex.kinds or tokens[phrase.first - 1].low in _CONTRACTED
        return len(names) > 1 and led
    office = able(tokens, whole, lex) is Able.YES
    return office and (names[-1:] == [True] or named)


def all_names(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase is a name and nothing else."""
    return all(token.name for token in tokens[phrase.first : phrase.last + 1])


def of_many(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether several stand beside one name, whom they do not describe: "dijo Ana Ejemplo, los guardas"."""
    beside = phrase.beside is not None and tokens[phrase.beside[0]].low in _MANY
    return beside and all_names(tokens, phrase)


def only_linked(tokens: Tokens, at: int) -> bool:
    """Whether nothing but a link to the sentence before stands before a source: "Por ejemplo, según X"."""
    words = tokens[: at - 1]
    if not 1 <= len(words) <= _LINK or tokens[at - 1].text != ",":
        return False
    light = words[0].kinds & {"breaks", "sequels", "adverbs", "prepositions", "boundaries"}
    verb = any(token.kinds & {"finite", "being"} or (token.name and n) for n, token in enumerate(words))
    return bool(light) and not verb and not any(token.quote for token in words)


def behind_made(tokens: Tokens, at: int) -> int:
    """The comma behind what a source is: ", recogida por Radio Ejemplo,", ", hecho público ayer,"."""
    if at + 2 >= len(tokens) or tokens[at].text != "," or not _made(tokens[at + 1]):
        return at
    comma = next((n for n in range(at + 2, len(tokens)) if tokens[n].text == ","), at)
    return at if any(map(_acts, tokens[at + 1 : comma])) else comma


def described_only(tokens: Tokens, comma: int, at: int) -> bool:
    """Whether nothing but what a source is follows up to the end: ", según Ana Ejemplo, una vecina", ", según
    el informe, hecho público ayer", ", según varios medios, entre ellos La Hoja".

    ``at``: where the source begins; a participle behind "fue, según la junta," is what is reported.
    """
    piece = tokens[comma + 1 :]
    if tokens[comma].text != "," or len(piece) < 2 or any(token.quote for token in piece):
        return False
    if any(map(_acts, piece)):
        return False
    if piece[0].low in ("un", "una"):
        return tokens[comma - 1].name and not any(token.text == "," for token in piece)
    among = piece[0].low == "entre" and piece[1].low in ("ellos", "ellas")
    open_verb = any(
        token.kinds & {"being", "auxiliaries", "perfect"} for token in tokens[max(0, at - 3) : at]
    )
    return among or (not open_verb and (_made(piece[0]) or piece[0].low == "presente"))


def _made(token: Token) -> bool:
    """Whether a participle stands here: "recogida", "hecho"."""
    return not token.name and token.low.endswith((*MADE, "echo", "echa", "echos", "echas"))


def after_hearer(tokens: Tokens, verb: int) -> int:
    """The place after whom somebody told it: "según contó a su vecina Ana Ejemplo, | el puente"."""
    after = tokens[verb + 1 : verb + 2]
    if not after or after[0].low not in ("a", "al", "ante"):
        return verb + 1
    stops = (n for n in range(verb + 1, len(tokens)) if tokens[n].kinds & STOPS)
    return next(stops, len(tokens))

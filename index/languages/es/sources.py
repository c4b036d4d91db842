"""Spanish sources without a verb of their own: "según la fiscalía", "como dijo Ana Ejemplo", "a su juicio",
"para el alcalde, es un error", "la denuncia del gremio de que ...", "fue acusado por el juez de ...".
"""

from __future__ import annotations

from itertools import pairwise

from index.grammar.clause_ends import clause_end
from index.grammar.clause_starts import described, linked, said_before
from index.grammar.evidence import Strength
from index.grammar.frames import DASHES, STOPS, Frame, Token, Tokens
from index.grammar.informed import informer
from index.grammar.informed import source_end as told_end
from index.grammar.nouns import Phrase, phrase_ending
from index.grammar.report import Report, Span
from index.grammar.reporting_words import Cue, Lexicon
from index.grammar.subjects import subject_after
from index.languages.es.after_verb import far_subject
from index.languages.es.before_verb import spoken_through
from index.languages.es.noun_phrases import tidy, without_verb
from index.languages.es.other_clauses import house_behind
from index.languages.es.passives import spanish_charge
from index.languages.es.source_ends import (
    after_hearer,
    behind_made,
    counted_beside,
    described_only,
    in_relative,
    of_many,
    only_linked,
    source_end,
    with_name,
    with_others,
)
from index.languages.es.speaking import Able, able, number_fits, reflexive, text_noun
from index.languages.es.subject import spanish_subject
from index.text.places import names_place
from index.words import word_list

_SAYS = frozenset({"say"})
_STATES = ("do", "da", "dos", "das", "ro", "ra", "rio", "ria")  # "convencido", "segura", "partidaria"
_FULL = 25  # words of "la denuncia de X de que", of "fue acusado por X de"
_FRONT = 6  # words of a link before "para el alcalde"
_COPULA = 14  # words after "Para el alcalde," in which the judgement has its "es"
_AGREEING = frozenset(
    {"está", "están", "estaba", "estaban", "estar", "estuvo", "estamos", "estoy", "más", "puso"}
) | {
    *(
        "pusieron",
        "pone",
        "ponen",
        "poner",
        "ponerse",
        "muestra",
        "mostró",
        "mostraron",
        "totalmente",
        "plenamente",
    )
}
_WHERE = frozenset({"en", "por", "con", "bajo", "desde"})
_ITS = frozenset({"su", "sus"})
_WHEN = frozenset({"después", "luego", "antes", "además", "lejos", "pese", "aparte"})
_HEARING = frozenset({"a", "al", "ante"})
_NO_SOURCE = frozenset({"se", "san", "santo", "santa"})
_DONE = ("ar", "er", "ir", "ído", "isto", "echo", "icho", "ado", "ido")
_MARKS = DASHES | {",", ")", ":"}


def by_word(frame: Frame, at: int, lex: Lexicon, earlier: Phrase | None) -> Report | None:
    """Return the report that a word other than a plain verb of saying opens at ``at``."""
    low = frame.tokens[at].low
    report = _source(frame, at, lex) if low in lex.according else None
    if report is None and low in ("quien", "quienes"):
        report = _opinion_of_quien(frame, at, lex)
    if report is None and low == "se":
        report = _read_in(frame, at, lex)
    if report is None and low in lex.light:
        report = _light(frame, at, lex, earlier)
    return _opinion_of(frame, lex) if report is None and at == 0 else report


def by_noun(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Return the report that a noun or a participle opens at ``at``."""
    low = frame.tokens[at].low
    if low in lex.stances:
        return _stance(frame, at, lex)
    return spanish_charge(frame, at, lex) if low in lex.charges else None


def _source(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Read "según X", "según explicó X", "a juicio de X": everything else in the frame is reported."""
    tokens = frame.tokens
    for words in lex.according[tokens[at].low]:
        stop = at + len(words)
        if stop > len(tokens) or (stop > at + 1 and tokens[at + 1].low != words[1]):
            continue
        if any(tokens[at + n].low != word for n, word in enumerate(words)):
            continue
        if any(token.name for token in tokens[at + 1 : stop]):
            continue  # "en Boca del Puerto"
        agreeing = words[:2] == ("de", "acuerdo") and _agreeing(tokens, at)
        if agreeing or _denied(tokens, at) or _speaks_through(tokens, at, lex):
            return None
        if "su" in words:  # "a su juicio"
            return _report(frame, at, stop, Phrase(at, at, dropped=True), stop, lex)
        if stop < len(tokens) and tokens[stop].low in _NO_SOURCE:
            return None  # "como se dice", "el Evangelio según San Marcos"
        verb = _verb(tokens, stop, lex)
        if verb is None and words[-1] == "como":
            continue
        phrase = None if verb is None else house_behind(tokens, verb)  # "según indican desde la junta"
        phrase = phrase or _speaker(tokens, stop if verb is None else verb + 1, verb, lex)
        if phrase is None or (verb is not None and _unsaid(tokens, stop, verb, phrase, lex)):
            return None
        phrase = phrase if phrase.dropped or verb is not None else with_others(tokens, phrase, lex)
        last = phrase.beside[1] if phrase.beside and phrase.beside[0] > phrase.last + 2 else phrase.last
        after = last + 1 if not phrase.dropped else stop if verb is None else after_hearer(tokens, verb)
        return _report(frame, at, stop if verb is None else verb + 1, phrase, after, lex)
    return None


def _speaks_through(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether a body speaks by another's mouth, with a verb: "La junta, en voz de Gil Oso, dijo"."""
    if at < 2 or tokens[at - 1].text != "," or not spoken_through(tokens, at):
        return False
    return any(one.text == "," and two.low in lex.cues for one, two in pairwise(tokens[at : at + _FULL]))


def _unsaid(tokens: Tokens, first: int, verb: int, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether nobody says it: "como aquí también se dijo", "según muestra el sello"."""
    cue = lex.cues.get(tokens[verb].low)
    passive = any(token.low == "se" for token in tokens[first:verb])
    return (passive and not (cue and reflexive(cue.lemma))) or _shown_only(tokens, verb, phrase, lex)


def _opinion_of(frame: Frame, lex: Lexicon) -> Report | None:
    """Read "Para el alcalde, el puente es un error": a judgement with "ser", as its holder sees it."""
    tokens = frame.tokens
    at = next((n for n in range(min(_FRONT, len(tokens))) if tokens[n].low == "para"), -1)
    led = at == 0 or (at > 1 and tokens[at - 1].text == ",")  # "Sobre lo anterior, para el alcalde, ..."
    if (len(tokens) < 6 and not frame.quoted) or not led:
        return None
    phrase = subject_after(tokens, at, lex)
    phrase = tidy(tokens, phrase) if phrase else None
    if phrase is None or phrase.first != at + 1 or able(tokens, phrase, lex) is not Able.YES:
        return None
    # "Para México, el caso es grave": in it, or by it
    placed = names_place(" ".join(token.text for token in tokens[phrase.first : phrase.last + 1]))
    rest = source_end(tokens, phrase, phrase.last + 1, lex)
    if placed or rest >= len(tokens):
        return None
    ends = rest + 1 == len(tokens)  # not 'Para el diario "La Hoja", el puente ...'
    beside = ends and tokens[rest].quote and not tokens[rest - 1].kinds & {"prepositions", "determiners"}
    if not beside and (tokens[rest].text != "," or _another_says(tokens, rest, lex)):
        return None
    clause = tokens[rest + 1 : rest + 1 + _COPULA]
    quoted = frame.quoted  # 'Para el alcalde, el puente "sobra"'
    if not (quoted or any("being" in token.kinds for token in clause)):
        return None
    right = (tokens[rest if beside else rest + 1].start, frame.end)  # 'Para la edila | "la obra sobra"'
    return Report(phrase, (tokens[at].start, tokens[at].end), at, Strength.FIRM, right=right)


def _another_says(tokens: Tokens, comma: int, lex: Lexicon) -> bool:
    """Whether another says it: "Para Noruega, | afirma el ministro", "Para La Brisa, | Ana agradece"."""
    ahead = tokens[comma + 1 : comma + _FRONT]
    verb = next((token for token in ahead if not token.name), None)
    return verb is not None and verb.low in lex.cues


def _stance(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Read "la denuncia del gremio de que ..." and "su denuncia de que ..."."""
    tokens = frame.tokens
    that = next(
        (n for n in range(at + 1, min(len(tokens) - 1, at + _FULL)) if "that" in tokens[n].kinds), None
    )
    if (
        that is None
        or tokens[that - 1].low not in ("de", "en")
        or any(t.kinds & STOPS for t in tokens[at:that])
        or tokens[that - 2].low in _WHEN
    ):
        return None  # "llegan después de que"
    if that == at + 2:
        own = at > 0 and tokens[at - 1].low in ("su", "sus")
        phrase = Phrase(at, at, dropped=True) if own else None
    elif tokens[at + 1].low in ("de", "del"):
        phrase = Phrase(at + 2, that - 2 - (tokens[that - 2].low == "acerca"))
        phrase = phrase if able(tokens, phrase, lex) is Able.YES else None
    else:
        phrase = None
    if phrase is None or tidy(tokens, phrase) != phrase:
        return None
    right = (tokens[that + 1].start, frame.end)
    return Report(phrase, (tokens[at].start, tokens[at].end), at, Strength.FIRM, right=right)


def _light(frame: Frame, at: int, lex: Lexicon, earlier: Phrase | None) -> Report | None:
    """Read "puso de relieve que ...", "se mostró convencido de que ...", "dejó claro: ..."."""
    tokens = frame.tokens
    for words in lex.light[tokens[at].low]:
        stop = at + 1 + len(words)
        if stop + 1 >= len(tokens) or tuple(token.low for token in tokens[at + 1 : stop]) != words:
            continue
        beside = tokens[stop].quote is not None
        if not (beside or "that" in tokens[stop].kinds or tokens[stop].text == ":"):
            continue
        passive = any(token.low == "se" for token in tokens[max(0, at - 3) : at])
        if passive and (not words[0].endswith(_STATES) or "say" in _patterns(tokens[at].low, lex)):
            return None  # "se dio a conocer que" names nobody, "se dio cuenta de que" is no speech
        phrase = spanish_subject(tokens, at, Cue("mostrar", _SAYS, "finite"), lex, earlier)
        if phrase is None or phrase.negated:
            return None
        right = (tokens[stop if beside else stop + 1].start, frame.end)
        low = at if phrase.dropped else min(at, phrase.first)
        return Report(phrase, (tokens[at].start, tokens[stop - 1].end), low, Strength.FIRM, right=right)
    return None


def _patterns(low: str, lex: Lexicon) -> frozenset[str]:
    """What the verb of this form reports with: "se considera necesario que" names nobody."""
    cue = lex.cues.get(low)
    return frozenset(cue.patterns) if cue else frozenset()


def _opinion_of_quien(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Read "Ejemplo, para quien la ley es mala": what follows is how the person before the comma sees it."""
    tokens = frame.tokens
    if at < 3 or tokens[at - 1].low != "para" or tokens[at - 2].text != "," or at + 3 > len(tokens):
        return None
    phrase = phrase_ending(tokens, at - 3, lex)
    if phrase is None or not tokens[at - 3].name:
        return None
    right = (tokens[at + 1].start, frame.end)
    return Report(phrase, (tokens[at - 1].start, tokens[at].end), at - 1, Strength.FIRM, right=right)


def _read_in(frame: Frame, at: int, lex: Lexicon) -> Report | None:
    """Read "“...”, se lee en el comunicado" and "se indica en la nota que ...": the text speaks."""
    tokens = frame.tokens
    verb = at + 1 + (at + 2 < len(tokens) and tokens[at + 1].low in ("puede", "podía"))
    if verb + 2 >= len(tokens) or tokens[verb].low not in lex.cues or tokens[verb + 1].low != "en":
        return None
    phrase = subject_after(tokens, verb + 1, lex)
    if phrase is None or phrase.first != verb + 2 or not text_noun(tokens[_noun(tokens, phrase)]):
        return None
    cue = (tokens[at].start, tokens[verb].end)
    back = at - 1 - (at > 0 and tokens[at - 1].text == ",")
    if back >= 0 and tokens[back].quote:
        start = tokens[back].start
        return Report(phrase, cue, at, Strength.FIRM, left=(start, tokens[at].start), quoted=start)
    that = phrase.last + 1
    if that + 1 >= len(tokens) or not tokens[that].kinds & {"that"}:
        return None
    return Report(phrase, cue, at, Strength.FIRM, right=(tokens[that + 1].start, frame.end))


def _noun(tokens: Tokens, phrase: Phrase) -> int:
    return min(phrase.last, phrase.first + ("determiners" in tokens[phrase.first].kinds))


def _agreeing(tokens: Tokens, at: int) -> bool:
    """Whether "de acuerdo con" tells with whom somebody agrees."""
    return any(token.low in _AGREEING for token in tokens[max(0, at - 2) : at])


def _denied(tokens: Tokens, at: int) -> bool:
    """Whether it stays open who is denied: "No es cierto que ardiera, como sostiene la policía"."""
    return tokens[at].low in ("como", "tal") and any("negations" in token.kinds for token in tokens[:at])


def _verb(tokens: Tokens, at: int, lex: Lexicon) -> int | None:
    """The reporting verb right after "según": "según explicó", "según ha explicado", "según lo explicó"."""
    while at < len(tokens) and tokens[at].kinds & {"perfect", "clitics", "adverbs"} and not tokens[at].name:
        if "determiners" in tokens[at].kinds and at + 1 < len(tokens) and tokens[at + 1].low not in lex.cues:
            return None  # "según la fiscalía"
        at += 1
    if at >= len(tokens) or tokens[at].name:
        return None
    cue = lex.cues.get(tokens[at].low)
    if (
        cue is None
        or not cue.patterns & {"say", "that", "document"}
        or (cue.form == "past" and "perfect" not in tokens[at - 1].kinds)
    ):
        return None  # "como le llaman", "como supuesto autor"
    noun = cue is not None and tokens[at].low in lex.nouns and "determiners" in tokens[at - 1].kinds
    return at if cue is not None and cue.form in ("finite", "past") and not noun else None


def _speaker(tokens: Tokens, first: int, verb: int | None, lex: Lexicon) -> Phrase | None:
    """The source that begins at ``first``; after a verb that ends its clause it is left out."""
    if first >= len(tokens) or tokens[first].kinds & STOPS:
        many = verb is not None and tokens[verb].low.endswith("n")
        return None if verb is None else Phrase(verb, verb, dropped=True, several=many)
    while verb is not None and first + 1 < len(tokens) and _seen(tokens[first]):
        first += 1  # "según declararon | haber visto | dos vecinos"
    phrase = subject_after(tokens, first - 1, lex, bare=True)
    if verb is not None and tokens[first].low in _HEARING:  # "según explicó a este diario Ana Ejemplo"
        phrase = far_subject(tokens, verb, lex) or phrase
    if phrase is None or (verb is None and phrase.first != first):
        told = phrase is None and verb is not None and tokens[first].low in _HEARING
        # "según contó a la guardia Xul Ejemplo"
        return Phrase(verb, verb, dropped=True, unread=True) if told and verb else None
    if verb is not None and not number_fits(tokens, phrase, _plural(tokens, verb)):
        return None  # "como pedían Ana Ejemplo, la alcaldesa y el cura"
    if verb is not None and phrase.first > first and tokens[phrase.first - 1].text == ",":
        return Phrase(verb, verb, dropped=True, several=tokens[verb].low.endswith("n"))
    phrase = tidy(tokens, informer(tokens, phrase, lex) if verb is None else phrase)
    phrase = with_name(tokens, without_verb(tokens, phrase, lex))
    if verb is None and (_of_manner(tokens, phrase) or _of_his_own(tokens, phrase)):
        return None
    phrase = phrase._replace(beside=None) if of_many(tokens, phrase) else phrase
    said = able(tokens, phrase, lex)
    return phrase if said is Able.YES or (verb is not None and said is Able.PERHAPS) else None


def _seen(token: Token) -> bool:
    """Whether a word tells what a source did: "ver", "haber", "oído", and is no noun."""
    return not (token.name or token.kinds & (STOPS | {"determiners", "prepositions"})) and token.low.endswith(
        _DONE
    )


def _of_his_own(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the source is what somebody gave who is not named beside it: "según sus cálculos"."""
    owned = tokens[phrase.first].low in _ITS and phrase.last == phrase.first + 1
    return owned and tokens[phrase.last].low in word_list("grammar", "told_matter")


def _of_manner(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether "según" tells in what way: "según el entorno en el que vive", "según sus normas"."""
    after = [token.low for token in tokens[phrase.last + 1 : phrase.last + 4]]
    where = after[:1] and after[0] in _WHERE and (after[1:2] == ["que"] or after[2:] == ["que"])
    ruled = tokens[phrase.first].low in _ITS and tokens[phrase.last].low in word_list("speaking", "rules")
    return bool(where) or ruled


def _plural(tokens: Tokens, verb: int) -> bool:
    """Whether a verb, or its auxiliary, is plural: "explicaron", "han explicado"."""
    perfect = "perfect" in tokens[verb - 1].kinds
    return tokens[verb - perfect].low.endswith("n")


def _shown_only(tokens: Tokens, verb: int, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether a verb for what documents show has no document or body with its article: "según muestra el
    sello", "según evidencia científica".
    """
    cue = lex.cues.get(tokens[verb].low)
    if cue is None or cue.patterns & {"say", "that"}:
        return False
    return "determiners" not in tokens[phrase.first].kinds or able(tokens, phrase, lex) is not Able.YES


def _closed(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Whether another's verb closes the sentence behind a source: "..., como pide la junta, | expuso"."""
    if at + 2 != len(tokens) or tokens[at].text != "," or tokens[at + 1].name:
        return False
    cue = lex.cues.get(tokens[at + 1].low)
    return cue is not None and "say" in cue.patterns


def _report(frame: Frame, at: int, cue_stop: int, phrase: Phrase, after: int, lex: Lexicon) -> Report | None:
    tokens = frame.tokens
    rest = source_end(tokens, phrase, after, lex)
    if at and _closed(tokens, rest, lex):
        return None
    if phrase.beside and phrase.beside[0] > rest:
        phrase = phrase._replace(beside=None)  # "Según Ana Ejemplo, faltan veinte casas"
    rest = behind_made(tokens, told_end(tokens, rest))  # "según X | en su última carta, ..."
    opens_frame = at == 0 or (at == 1 and "sequels" in tokens[0].kinds) or only_linked(tokens, at)
    own = None if opens_frame else counted_beside(tokens, at, rest, lex)
    if own is not None:
        cue = (tokens[at].start, tokens[cue_stop - 1].end)
        return Report(phrase, cue, at, Strength.CLAUSE, left=(tokens[own].start, tokens[at].start))
    right: Span | None = None
    link = None if opens_frame else linked(tokens, at)
    closed = rest < len(tokens) and tokens[rest].text == ")" and any(t.text == "(" for t in tokens[:at])
    marked = tokens[rest].text in _MARKS and not closed if rest < len(tokens) else False
    if rest + 1 < len(tokens) and (opens_frame or link is not None or marked):
        own = not opens_frame and (
            bool(tokens[rest + 1].kinds & {"breaks", "relatives"}) or described_only(tokens, rest, at)
        )
        right = None if own else (tokens[rest].start, clause_end(frame, rest))
    if rest < len(tokens) and (in_relative(tokens, at) or (not opens_frame and described(tokens, at))):
        comma = next((token.start for token in tokens[rest + 1 :] if token.text == ","), frame.end)
        cue = (tokens[at].start, tokens[cue_stop - 1].end)
        return Report(phrase, cue, at, Strength.CLAUSE, right=(tokens[rest].start, comma))
    return Report(
        phrase,
        (tokens[at].start, tokens[cue_stop - 1].end),
        at,
        Strength.FIRM if opens_frame else Strength.CLAUSE,
        left=None if opens_frame else said_before(frame, at, inside=right is not None),
        right=right,
    )

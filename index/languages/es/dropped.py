"""Who goes on speaking where Spanish leaves the subject out: "Añadió que ...", "“...”, dijo"."""

from __future__ import annotations

from collections.abc import Sequence

from index.grammar.frames import Frame, Tokens
from index.grammar.nouns import Phrase
from index.grammar.openings import first_phrase
from index.grammar.reporting_words import lexicon
from index.grammar.speakers import Speaker
from index.languages.es.before_verb import beside_complement
from index.languages.es.speaking import begins_body, body, is_text, names_office, names_several, text_noun
from index.text.people import people_words
from index.words import word_list

_ARTICLES = frozenset({"el", "la"})
_ANSWERS = ("respond", "contest", "replic")
_ASKED = ("pregunt", "cuestion", "inquiri", "interrog")
_TO_HIM = frozenset({"le", "les"})
_HIM = frozenset({"a", "al"})
_WHO = frozenset({"quien", "quienes"})
_TELLING = ("dij", "dice", "declar", "cont", "cuent", "relat", "confes", "lament", "afirm", "asegur", "sostu")
_REPORTING = (
    "añad",
    "agreg",
    "detall",
    "precis",
    "inform",
    "report",
    "public",
    "señal",
    "indic",
    "apunt",
    "destac",
)
_BEEN = frozenset({"fue", "fueron", "sido", "era", "eran", "será"})
_DONE = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "to", "ta", "cho", "cha")
_BY = 8  # words from "fue" to "por" in a passive
_IF = frozenset({"si", "aunque", "como", "porque"})
_SINCE = frozenset({"ahora", "ya", "desde", "puesto", "dado"})
_HEAD = 3  # words of a mention in which its noun stands
_SMALL = frozenset(
    {"el", "la", "los", "las", "un", "una", "su", "este", "esta", "ese", "esa", "mismo", "misma"}
)
_REPLY = 2  # sentences: the one that asks and the one that answers
_JOINED = 5  # words from "y" to the name: "y la ministra de Obras Ana"
_LONGEST = 8  # words of an office: "la secretaria de Obras de la provincia de Aldea"

Places = Sequence[tuple[int, str]]  # where somebody is the subject of a sentence, and who


def left_out(
    spoke: Sequence[tuple[int, Speaker]],
    earlier: Sequence[Speaker],
    subjects: Places,
    others: Places,
    offices: Sequence[int],
    frames: Sequence[Frame],
    at: int,
    *,
    several: bool,
) -> str | None:
    """Return who speaks at ``at``, or None when that is not certain.

    Whoever spoke last in the paragraph, unless somebody else became the subject since, or is one of
    ``others``, to whom the text has turned: whom he speaks of in that sentence is none. Before anybody spoke
    in it, the one person or office that is the subject of its sentences. If it names nobody, the one speaker
    of the paragraph before.
    """
    if _answers(frames, at):
        return _asked(frames, [*subjects, *others], at)  # "Ana Ejemplo le preguntó ... respondió": not she
    subjects = [each for each in subjects if not _in_complement(frames, each[0])]
    fronted = [each for each in subjects if _fronted(frames, each[0], at)]
    subjects, others = [each for each in subjects if each not in fronted], [*others, *fronted]
    end = _before_tag(frames, at)  # in "Ejemplo nunca estuvo en Aldea, sostiene" he is told of
    subjects = [each for each in subjects if each[0] < end]
    others = [each for each in others if each[0] < end]
    offices = [each for each in offices if each < end]
    told = [(place, each) for place, each in spoke if place < at]
    here = [(place, each) for place, each in told if each.name or each.kind != "pronoun"]
    if here:
        return _goes_on(here[-1], subjects, others, offices, frames, at, several=several)
    names = _of_last(subjects, frames, at)
    if names and _by_another(subjects, frames, at):
        return None
    posts = [_office(frame.tokens) for frame in frames if frame.start < end]
    bare = {text for text, named in posts if text and not named}
    more = sum(office < end for office in offices) - sum(bool(text) for text, _ in posts)
    if names or bare or more > 0:
        only = len(names) + len(bare) == 1 and more <= 0 and not (several or _with_others(subjects, frames))
        return next(iter(names or bare)) if only else None
    another = any(_may_speak(frame) for frame in frames if frame.end <= end)
    earlier = [each for each in earlier if not _crowd(each)]
    known = [each for each in earlier if each.name or each.kind != "pronoun"]
    numbered = {each.name: each for each in known if _numbered(each, several)}
    turned = any(place < at and name not in numbered for place, name in others)
    if turned or another or any(_text(each) or _quoting(each, frames, at) for each in numbered.values()):
        return None
    return next(iter(numbered)) if len(numbered) == 1 else None


def _in_complement(frames: Sequence[Frame], place: int) -> bool:
    """Whether a name only tells whom a complement means: "Tras ver al ministro, | Gil Muestra, | dijo"."""
    tokens = next((frame.tokens for frame in frames if frame.start <= place < frame.end), [])
    first = next((n for n, token in enumerate(tokens) if token.start == place), 0)
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].name:
        last += 1
    if not first or last + 1 >= len(tokens):
        return False
    return beside_complement(tokens, Phrase(first, last), last + 2)


def _crowd(speaker: Speaker) -> bool:
    """Whether a crowd spoke, which goes on with nothing: "gritaba la gente. Añadió que"."""
    return not word_list("speaking", "crowds").isdisjoint(speaker.mention.lower().split()[:_HEAD])


def _fronted(frames: Sequence[Frame], place: int, at: int) -> bool:
    """Whether somebody only acts in a clause before that of the verb at ``at``: whoever weighs it may be
    another: "Ahora que Gil Oso ganó, considera que", "Si Gil Oso pierde, cree que".
    """
    own = next(
        (frame for frame in frames if frame.start <= place and at < frame.end and frame.start <= at), None
    )
    if own is None or not own.start <= place < own.end:
        return False
    words = [token.low for token in own.tokens[:2]]
    led = words[:1] != [] and (words[0] in _IF or (words[0] in _SINCE and words[1:] == ["que"]))
    return led and any(token.text == "," for token in own.tokens if place < token.start < at)


def _goes_on(
    spoken: tuple[int, Speaker],
    subjects: Places,
    others: Places,
    offices: Sequence[int],
    frames: Sequence[Frame],
    at: int,
    *,
    several: bool,
) -> str | None:
    """Whether whoever spoke last in the paragraph goes on, or the one who became the subject since."""
    place, last = spoken
    if _text(last) or _quoting(last, frames, at) or _between_two(last, place, subjects, frames, at):
        return None  # what a note says is not gone on with: "Un mensaje dice ... Prometió que"
    after = next((frame.end for frame in frames if frame.start <= place < frame.end), place)
    rivals = {name for start, name in subjects if after <= start < at} - {last.name}
    moved = any(after <= office < at for office in offices)
    own = next((frame for frame in frames if frame.start <= at < frame.end), None)
    heads = {token.start for token in own.tokens[:_HEAD]} if own is not None else frozenset()
    turned = {name for start, name in subjects if start in heads and after <= start < at}
    if len(rivals) == 1 and turned == rivals and not (moved or several):
        return next(iter(rivals))  # "Pero Ejemplo siguió: ..., dijo que"
    moved = moved or any(after <= start < at and name != last.name for start, name in others)
    return last.name if _numbered(last, several) and (several or not (rivals or moved)) else None


def _between_two(last: Speaker, place: int, subjects: Places, frames: Sequence[Frame], at: int) -> bool:
    """Whether another than who spoke last may go on as well: whom he answered, of whom he told, who spoke to
    him: "Ana Ejemplo respondió a Muestra, quien dijo ... Añadió", "Su padre, contó Ejemplo, le dijo ... le
    advirtió", "Ejemplo calló, según la junta. Declaró".
    """
    said = next((frame for frame in frames if frame.start <= place < frame.end), None)
    own = next((frame for frame in frames if frame.start <= at < frame.end), None)
    if said is None or own is None or said is own:
        return False
    others = {name for start, name in subjects if said.start <= start < said.end} - {last.name}
    verb = next((n for n, token in enumerate(own.tokens) if token.start == at), None)
    if verb is None:
        return False
    if own.tokens[verb - 1].low in _TO_HIM and verb:
        mine = {*last.mention.split(), *(last.name or "").split()}
        after = [token for token in said.tokens if token.start > place]
        return any(token.low in _TO_HIM or (token.name and token.text not in mine) for token in after)
    quiet = own.tokens[verb].low.startswith(_TELLING)
    words = {token.low for token in said.tokens}
    return bool(others) and (("según" in words and quiet) or not words.isdisjoint(_WHO))


def _with_others(subjects: Places, frames: Sequence[Frame]) -> bool:
    """Whether another is joined to the last subject: "Ana Ejemplo y el alcalde Omar Muestra salieron"."""
    last = max((start for start, _ in subjects), default=0)
    tokens = next((each.tokens for each in frames if each.start <= last < each.end), [])
    after = [token for token in tokens if token.start >= last]
    joint = next((n for n, token in enumerate(after) if not token.name), len(after))
    joined = after[joint : joint + _JOINED]
    return len(joined) > 1 and "and" in joined[0].kinds and any(token.name for token in joined[1:])


def _may_speak(frame: Frame) -> bool:
    """Whether the subject of a sentence is a body or a text, which may be who goes on: "El informe halló
    grietas. No hay dinero, señaló".
    """
    lex = lexicon("es")
    phrase = first_phrase(frame.tokens, len(frame.tokens), lex)
    if phrase is None or phrase.first > _HEAD:
        return False
    return body(frame.tokens, phrase) or any(
        map(text_noun, frame.tokens[phrase.first + 1 : phrase.first + 2])
    )


def _by_another(subjects: Places, frames: Sequence[Frame], at: int) -> bool:
    """Whether something is done to the subject of the last sentence by somebody who may speak as well:
    "Ana Ejemplo fue nombrada por el alcalde. “...”, dijo".
    """
    last = max((start for start, _ in subjects if start < at), default=0)
    frame = next((each for each in frames if each.start <= last < each.end), None)
    if frame is None or frame.start <= at < frame.end:
        return False
    words = [token.low for token in frame.tokens if token.start > last]
    done = next((n for n, low in enumerate(words[:-1]) if low in _BEEN), None)
    by = words[done : done + _BY] if done is not None else []
    return "por" in by and any(low.endswith(_DONE) for low in by)


def _before_tag(frames: Sequence[Frame], at: int) -> int:
    """Where the sentence begins that a verb at ``at`` closes behind a comma; ``at`` where it does not."""
    own = next((frame for frame in frames if frame.start <= at < frame.end), None)
    tokens = own.tokens[-2:] if own is not None else []
    closes = len(tokens) > 1 and tokens[0].text == "," and tokens[1].start == at
    return own.start if own is not None and closes else at


def _answers(frames: Sequence[Frame], at: int) -> bool:
    """Whether the verb at ``at`` answers a question that is told of before it in the paragraph."""
    near = [frame for frame in frames if frame.start <= at][-_REPLY:]
    tokens = [token for frame in near for token in frame.tokens]
    verb = next((token.low for token in tokens if token.start == at), "")
    asked = any(token.low.startswith(_ASKED) for token in tokens if token.start < at)
    return asked and verb.startswith(_ANSWERS)


def _asked(frames: Sequence[Frame], named: Places, at: int) -> str | None:
    """The one who is asked by name in the sentence that asks: "le preguntó Ana Ejemplo a Omar Muestra"."""
    places = {start: name for start, name in named if start < at}
    found: set[str] = set()
    for frame in frames:
        asking = next((n for n, token in enumerate(frame.tokens) if token.low.startswith(_ASKED)), None)
        for n, token in enumerate(frame.tokens):
            told = asking is not None and n > asking and token.start in places
            back = n - 1 - (n > 0 and names_office([frame.tokens[n - 1].low]))  # "al edil | Omar Muestra"
            if told and frame.tokens[back].low in _HIM:
                found.add(places[token.start])
    return found.pop() if len(found) == 1 else None


def _of_last(subjects: Places, frames: Sequence[Frame], at: int) -> set[str]:
    """Who is a subject of the last sentence up to ``at`` that has one."""
    here = [(start, name) for start, name in subjects if start < at]
    last = max(
        (frame.start for frame in frames if any(frame.start <= start < frame.end for start, _ in here)),
        default=0,
    )
    return {name for start, name in here if start >= last}


def _office(tokens: Tokens) -> tuple[str, bool]:
    """The office that begins a sentence, "La secretaria de Obras", and whether a name is beside it."""
    titles = people_words().titles
    comma = next((n for n, token in enumerate(tokens) if token.text == ","), -1)
    for first in sorted({0, comma + 1}):
        post = tokens[first : first + 2]
        if len(post) < 2 or post[0].low not in _ARTICLES or post[1].low not in titles or post[1].name:
            continue
        stop = _stop(tokens, first + 2)
        after = tokens[stop : stop + 2]
        named = any(token.name for token in after[: 1 + (after[:1] != [] and after[0].text == ",")])
        return " ".join(token.text for token in tokens[first:stop]), named
    return "", False


def _stop(tokens: Tokens, at: int) -> int:
    """The place after "de Obras" and "de la provincia"."""
    end = min(len(tokens), at + _LONGEST)
    while at + 1 < end and tokens[at].low in ("de", "del"):
        at += 1
        while at + 1 < end and tokens[at].low in ("la", "las", "los"):
            at += 1
        at += 1
        while at < end and tokens[at].name:
            at += 1
    return at


def _text(speaker: Speaker) -> bool:
    """Whether a text spoke: "un mensaje", "el informe de la junta"."""
    words = [word for word in speaker.mention.lower().split()[:_HEAD] if word not in _SMALL]
    return speaker.kind == "noun" and bool(words) and is_text(words[0]) and not names_office(words[:1])


def _quoting(speaker: Speaker, frames: Sequence[Frame], at: int) -> bool:
    """Whether a medium spoke last, and the verb at ``at`` is not one by which it reports further: it is
    more likely whom the medium quotes.
    """
    words = speaker.mention.lower().split()[:_HEAD]
    medium = not word_list("speaking", "media").isdisjoint(words)
    if not (medium or (speaker.name or "").lower() in word_list("names", "agencies")):
        return False
    verb = next((token.low for frame in frames for token in frame.tokens if token.start == at), "")
    return not verb.startswith(_REPORTING)


def _numbered(speaker: Speaker, several: bool) -> bool:
    """Whether a speaker has the number of a verb: a body may go with either ("La Junta. Añadieron"),
    nobody else: not "Muelle Sur pidió más dinero. Las tiendas cerraron, afirmaron".
    """
    own = speaker.mention.split()
    mention = speaker.mention.lower()
    many = speaker.kind == "several" or speaker.gender == "dp"
    many = many or mention.startswith(("los ", "las ", "unos ", "unas "))
    many = many or names_several(speaker.mention)
    if several:
        words = mention.split()[:_HEAD]
        letters = any(word.isupper() and word.isalpha() and len(word) > 2 for word in own[:_HEAD])
        body = len(words) > 1 and any(begins_body(word) for word in words)
        return many or body or letters  # "el EAAF pidió otro informe. “...”, indican"
    return not many

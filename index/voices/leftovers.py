"""Quotations without a reporting word in their own sentence, and speakers named only afterwards."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from index.grammar.candidates import speaks
from index.grammar.frames import Frame, Tokens
from index.grammar.quotes import Quote
from index.grammar.report_rules import report_rules
from index.grammar.reporting_words import Lexicon
from index.grammar.speakers import Speaker, speaker_of
from index.grammar.subjects import subject_before
from index.grammar.works import names_work
from index.model import Mode
from index.text.names import Named
from index.voices.pronouns import Memory
from index.voices.spans import Spoken
from index.voices.surroundings import Person
from index.voices.unsaid_quotes import nobody_says
from index.words import alternatives, word_list

_LONG_QUOTE = 4  # words; shorter ones without a reporting word are names or scare quotes
_ENTRY = re.compile(
    r"^\s*\^|\(\D{0,15}\d{4}\)[.,]?\s*\Z"
)  # of a list of sources: "Ejemplo, Ana (May 1997). “...”"
_FIRST_WORD = re.compile(r"[a-zá-ú]+\b")
_INDEFINITE = re.compile(rf"^(?:{alternatives('speech', 'indefinite_articles')})\s+", re.IGNORECASE)
_POINTING = 4  # words
_OPENER = 5  # words of what opens a sentence with its topic
_PUTTING = word_list("grammar", "putting_questions")
_TOPICS = tuple(f"{each} " for each in sorted(word_list("grammar", "topic_openers")))
_AGREEMENT = 6  # words of "Ana Ejemplo agreed"
_VERB_REACH = 8  # words after a name in which the "is" that introduces somebody is looked for


class Said(NamedTuple):
    """A report of the paragraph: in which frame, by whom, with which word, quoted or not."""

    frame: int
    speaker: Speaker
    cue: str | None
    quoted: bool
    aside: bool = False  # in a clause that only describes something: "a plan that critics call a farce"


class Scene(NamedTuple):
    """A paragraph as it is read."""

    text: str
    quotes: list[Quote]
    frames: list[Frame]
    names: list[Named]
    lex: Lexicon


def uncovered(
    scene: Scene, spoken: list[Spoken], said: list[Said], before: Said | None, memory: Memory
) -> list[Spoken]:
    """Return the quotations no report covers, each with its speaker if the sentences around tell one.

    ``before`` is who was quoted last in the paragraphs before.
    """
    found: list[Spoken] = []
    for quote in scene.quotes if scene.frames else ():
        covered = any(each.start < quote.end and quote.start < each.end for each in spoken)
        if covered:
            continue
        number = _frame_of(quote, scene.frames)
        tokens = scene.frames[number].tokens
        place = next((n for n, token in enumerate(tokens) if token.quote is quote), 0)
        after_colon = place > 1 and tokens[place - 1].text == ":"
        short = quote.words(scene.text) < _LONG_QUOTE
        if short and not (after_colon or _goes_on(number, tokens, said)):
            continue
        whole = scene.text.strip() == scene.text[quote.start : quote.end]
        nickname = short and after_colon and quote.titled and not quote.ended  # "Brown: “Harbour Rat,” thief"
        if nickname or (quote.titled and whole) or names_work(tokens, place, scene.lex):
            continue  # a heading or the name of a work
        alone = not any(token.text[:1].isalnum() for token in tokens)
        if not (alone or quote.stopped) and _of_topic(tokens, place, spoken):
            continue
        mine = _authors_own(tokens[:place])
        owner = (
            None
            if mine or _put_to(tokens, place, scene.lex)
            else _owner(scene, quote, number, alone, said, before, memory)
        )
        speaker = owner.speaker if owner else None
        listed = _ENTRY.search(scene.text, 0, quote.start) is not None
        if owner is None and alone and not (mine or said or short or listed):
            speaker = memory.told_of(quote.start)
        if owner is None and not (alone or mine):
            speaker = _of_quoted_verb(scene, scene.frames[number], quote, memory)
            named = report_rules(scene.lex.language).colon_speaker
            colon = named if after_colon and speaker is None else None
            phrase = colon(tokens, place - 1, scene.lex) if colon else None
            if phrase is not None:
                speaker = speaker_of(scene.text, tokens, phrase, scene.lex, memory.roster)
                speaker = memory.resolve(speaker, tokens[phrase.first].start)
        unsaid = short or nobody_says(scene.text, scene.frames[number], quote, place, scene.lex)
        if speaker is None and not alone and unsaid:
            continue
        mode = Mode.DIRECT if alone or (after_colon and speaker) else Mode.MIXED
        found.append(Spoken(quote.start, quote.end, speaker, mode, owner.cue if owner else None))
    return found


def _of_topic(tokens: Tokens, place: int, spoken: list[Spoken]) -> bool:
    """Whether a quotation stands in what a sentence is about, before another's words in it: "As for the
    “farce”, experts say that there is none".
    """
    head = " ".join(token.low for token in tokens[:_OPENER])
    opened = place > 0 and head.startswith(_TOPICS)
    return opened and any(tokens[place].end <= each.start < tokens[-1].end for each in spoken)


def _goes_on(number: int, tokens: Tokens, said: list[Said]) -> bool:
    """Whether a quotation is a sentence of its own after one with its speaker: '"...," she said. "Never."'"""
    alone = not any(token.text[:1].isalnum() for token in tokens)
    return alone and any(each.quoted and each.frame < number for each in said)


def _authors_own(tokens: Tokens) -> bool:
    """Whether "I" or "we" begins the clause before a quotation: "..., I laughed and said"."""
    return any("first_person" in token.kinds and before.text == "," for before, token in pairwise(tokens))


def _put_to(tokens: Tokens, place: int, lex: Lexicon) -> bool:
    """Whether it stands in what somebody is asked: "Asked if she “would stay for ever,” Brown left"."""
    first = lex.cues.get(tokens[0].low)
    asked = first is not None and first.form == "past" and first.lemma in _PUTTING
    return asked and not any(token.text == "," for token in tokens[:place])


def _frame_of(quote: Quote, frames: list[Frame]) -> int:
    return next((n for n, frame in enumerate(frames) if frame.start <= quote.start < frame.end), 0)


def _owner(
    scene: Scene,
    quote: Quote,
    number: int,
    alone: bool,
    said: list[Said],
    before: Said | None,
    memory: Memory,
) -> Said | None:
    """Who goes on speaking: the one speaker of the sentence; for a bare quotation the speaker of the
    sentence before, whoever was quoted before it, whoever is quoted after it, or the last paragraph's.
    """
    same = [each for each in said if each.frame == number]
    if same and _before_another(scene.frames[number].tokens, quote, same):
        return _bare_owner(scene, quote, number, said, before, memory)
    if same:
        other = _of_other_verb(scene.frames[number].tokens, quote, same, scene.lex)
        return same[-1] if len({each.speaker.mention for each in same}) == 1 and not other else None
    if not alone:
        return _sole(said, number) if _begins(scene, quote, number) else None
    return None if _answered(scene, quote) else _bare_owner(scene, quote, number, said, before, memory)


def _of_other_verb(tokens: Tokens, quote: Quote, same: list[Said], lex: Lexicon) -> bool:
    """Whether a quotation stands behind a verb of saying that no report has: "To Reed, who said it was a
    “farce”, Brown said that ...": it is not Brown's, though Reed was not found to speak.
    """
    place = next((n for n, token in enumerate(tokens) if token.quote is quote), 0)
    begin = next((n for n in range(place - 1, -1, -1) if tokens[n].text in (",", ";")), -1)
    told = {each.cue for each in same}
    return (
        begin > 0
        and "relatives" in tokens[begin + 1].kinds
        and any(
            token.low in lex.cues
            and lex.cues[token.low].form in ("finite", "past")
            and "say" in lex.cues[token.low].patterns
            and not (token.name or token.low in lex.nouns or token.text in told)
            for token in tokens[begin + 1 : place]
        )
    )


def _before_another(tokens: Tokens, quote: Quote, same: list[Said]) -> bool:
    """Whether a whole quotation opens a sentence whose report has words of its own: '"What wall?" Brown said
    the fog had cleared.'
    """
    opens = tokens[0].quote is quote and quote.ended and len(tokens) > 1
    return opens and "mark" not in tokens[1].kinds and not any(each.quoted for each in same)


def _bare_owner(
    scene: Scene, quote: Quote, number: int, said: list[Said], before: Said | None, memory: Memory
) -> Said | None:
    """Who says a quotation that is a sentence of its own."""
    earlier = [each for each in said if each.frame < number and (each.quoted or each.frame == number - 1)]
    sole = _main(earlier, scene.lex) if earlier else _sole(said, number)
    if sole is not None and not _answers(scene, quote):
        turned = memory.turned(sole.speaker.name, scene.frames[sole.frame].end, quote.start)
        return _agreeing(scene, number, turned) if turned else sole
    if sole is not None or _answers(scene, quote):
        return sole
    if any(each.frame == number + 1 for each in said) and _points_back(scene, number + 1):
        return next(each for each in said if each.frame == number + 1)
    later = [each for each in said if each.frame > number and each.quoted]
    if later:
        return later[0]
    opens = not scene.text[: quote.start].strip()
    return before if opens and not _another_speaks(scene, number, said) else None


def _agreeing(scene: Scene, number: int, turned: list[Person]) -> Said | None:
    """Who is told of in the few words before a quotation, alone: 'Ana Ejemplo agreed. "..."'."""
    start, end = scene.frames[number - 1].start, scene.frames[number - 1].end
    few = len(scene.frames[number - 1].tokens) <= _AGREEMENT
    near = [each for each in turned if start <= each.start < end and each.subject]
    if not few or len(near) != 1 or len(turned) != 1:
        return None
    name = near[0].name
    return Said(number - 1, Speaker(name, name, None, near[0].gender), None, quoted=True)


def _points_back(scene: Scene, number: int) -> bool:
    """Whether a sentence begins with the words just quoted: "With these words the mayor announced ..."."""
    words = [token.low for token in scene.frames[number].tokens[:_POINTING]]
    return any(tuple(words[: len(each)]) == each for each in scene.lex.pointing)


def _main(earlier: list[Said], lex: Lexicon) -> Said:
    """Who spoke last, not whose claims he answers: '"...," she said, rejecting the union's claims'."""
    last = earlier[-1]
    beside = not last.quoted and (last.cue or "").lower() in lex.nouns
    quoted = [each for each in earlier if each.quoted and each.frame == last.frame] if beside else []
    return quoted[-1] if quoted else last


def _another_speaks(scene: Scene, number: int, said: list[Said]) -> bool:
    """Whether somebody else is told of as speaking after a bare quotation: “Never.” A woman shouted."""
    reporting = {each.frame for each in said}
    return any(
        token.low in scene.lex.cues and scene.lex.cues[token.low].form in ("past", "finite")
        for place, frame in enumerate(scene.frames)
        if place > number and place not in reporting and not frame.quoted
        for token in frame.tokens
        if token.low not in scene.lex.nouns
    )


def _begins(scene: Scene, quote: Quote, number: int) -> bool:
    """Whether a quotation of whole words opens its sentence: '"We gave them all we had" to save the pier.'"""
    tokens = scene.frames[number].tokens
    opens = quote.start == scene.frames[number].start
    opens = opens and not (len(tokens) > 1 and tokens[1].text == ",")  # "“...”, grumbled Ana Ejemplo"
    return opens and not quote.titled and scene.text[quote.first : quote.first + 1].isupper()


def _sole(said: list[Said], number: int) -> Said | None:
    """Whoever spoke before in the paragraph, when nobody else speaks in it."""
    earlier = [each for each in said if each.frame < number]
    one = len({each.speaker.name or each.speaker.mention for each in said}) == 1
    return earlier[-1] if earlier and one else None


def _answers(scene: Scene, quote: Quote) -> bool:
    """Whether another quotation stands right before this one: somebody else's, or it would not have ended."""
    return any(each.end <= quote.start and _beside(scene.text, each, quote) for each in scene.quotes)


def _answered(scene: Scene, quote: Quote) -> bool:
    """Whether another quotation follows at once: '"How old is it?" "Sixty years," the engineer said'."""
    return any(each.start >= quote.end and _beside(scene.text, quote, each) for each in scene.quotes)


def _beside(text: str, first: Quote, second: Quote) -> bool:
    return first.closed and not text[first.end : second.start].strip()


def _of_quoted_verb(scene: Scene, frame: Frame, quote: Quote, memory: Memory) -> Speaker | None:
    """Read: The ministry "thanked the donors": the quotation begins with the subject's verb."""
    word = _FIRST_WORD.match(scene.text, quote.first)
    cue = scene.lex.cues.get(word.group()) if word else None
    place = next((n for n, token in enumerate(frame.tokens) if token.quote is quote), 0)
    if word is None or cue is None or place == 0:
        return None
    if cue.form not in ("past", "finite") or word.group() in scene.lex.nouns:
        return None
    phrase = subject_before(frame.tokens, place, scene.lex)
    if phrase is None or phrase.negated or not speaks(frame.tokens, phrase):
        return None
    if any("that" in token.kinds for token in frame.tokens[: phrase.first]):
        return None  # as another reports: The posters say that the ministry "thanked the donors"
    speaker = speaker_of(scene.text, frame.tokens, phrase, scene.lex, memory.roster)
    return memory.resolve(speaker, frame.tokens[phrase.first].start)


def introduced(scene: Scene, spoken: list[Spoken]) -> list[Spoken]:
    """Name "a man" by the sentence that introduces him: '...," a man said. Ana Ejemplo is one of ...'.

    Only when all speech of the paragraph is his, and the sentence right after it begins with a
    name that did not stand before and goes on with "is" or "was".
    """
    unnamed = [each.speaker for each in spoken if each.speaker and _somebody(each.speaker, scene.lex)]
    if not unnamed or any(each.speaker != unnamed[0] for each in spoken):
        return spoken
    last = max(each.end for each in spoken)
    frame = next((frame for frame in scene.frames if frame.start >= last), None)
    named = next((each for each in scene.names if frame and each.start == frame.start), None)
    if frame is None or named is None or not named.gender or len(named.words) < 2:
        return spoken
    if any(each.start < frame.start and each.name == named.name for each in scene.names):
        return spoken
    after = [token for token in frame.tokens if token.start >= named.end][:_VERB_REACH]
    if not any("being" in token.kinds for token in after):
        return spoken
    mention = unnamed[0].mention
    speaker = Speaker(named.name, mention, _INDEFINITE.sub("", mention), named.gender)
    return [each._replace(speaker=speaker) for each in spoken]


def _somebody(speaker: Speaker, lex: Lexicon) -> bool:
    """Whether a speaker is some person not named yet: "a man in his 40s", "una vecina"."""
    match = _INDEFINITE.match(speaker.mention) if speaker.kind == "noun" else None
    if match is None:
        return False
    words = speaker.mention[match.end() :].split(maxsplit=1)
    return bool(words) and "persons" in lex.kinds.get(words[0].strip(",").lower(), ())

"""A question, read once: all that later rooms ask of its wording, so that none reads its text again."""

from __future__ import annotations

from functools import lru_cache

from bot.asking.answer_kinds import (
    AnswerKind,
    asks_for_reason,
    asks_for_speech,
    asks_for_thoughts,
    asks_for_views,
    asks_why,
    name_words,
    opening,
    relation_words,
    speech_verb,
)
from bot.asking.asked_choice import asked_choice
from bot.asking.asked_definition import asked_definition
from bot.asking.asked_kind import (
    asked_class,
    asked_kind,
    asked_thing,
    asks_for_judgement,
    asks_for_one_of,
    counted_noun,
    judging_words,
    kind_words,
    may_be_sided,
)
from bot.asking.asked_names import joined_names, names_in_text, subject_words, written_names
from bot.asking.asked_speaker import AskedSpeaker, asked_speaker
from bot.asking.small_talk import Said, small_talk
from bot.asking.whole_names import asked_things
from index.expressions import pattern
from index.languages import is_read
from index.model import Query
from index.remembered import OF_QUESTIONS
from index.text.language_of import told_language
from index.text.letters import CAPITAL
from index.text.spelt import Spelt, spelt_words
from index.text.terms import bare, fold, folded_list
from index.text.tokens import read_tokens
from index.values import frozen

_ACRONYM = pattern(rf"\b{CAPITAL}{{2,8}}\b")


@frozen
class Asked:
    """What the wording of a question says."""

    told: str | None  # the language it is in, one that is not read included
    kind: AnswerKind | None  # of thing that an answer names
    asking: frozenset[str]  # the folded words that say of what kind: old in "how old"
    relation: frozenset[str]  # those that say what is asked of something named: creator in "creator of"
    defined: tuple[str, ...]  # the folded words of what it asks to have told what it is
    thing: str | None  # the folded word that says what is asked for: capital
    sort: str | None  # the folded noun behind "which", of which the answer is one: crime in "what crime"
    one_of: bool  # whether one of several such things is asked for: which council
    counted: str | None  # the folded noun behind "how many"
    words: frozenset[str]  # folded, function words left out
    names: frozenset[str]  # folded words written as names
    joined: frozenset[tuple[str, str]]  # pairs of them that stand side by side
    things: tuple[tuple[str, ...], ...]  # what it names, each as its folded words in order
    speaker: AskedSpeaker | None  # whose words are asked for
    speech: bool  # whether anybody's are
    thoughts: bool  # whether what somebody thinks is asked for
    verb: frozenset[str]  # the folded words of the verb of speech
    deed: frozenset[str]  # those of them that say what is done by speaking: advise, warning
    views: bool  # whether everybody's views are asked for
    reason: bool  # whether it asks why something is so
    why: bool  # whether it does so by "why", and asks for nobody's words
    judged: bool  # whether it asks for a judgement: should they, was it a good idea
    sided: bool  # whether sources may well answer differently
    choice: tuple[frozenset[str], frozenset[str]] | None  # folded words of two things it lets choose between
    polar: bool  # whether yes or no answers it
    question: bool  # whether it is put as a question, and not as words to look up
    said: Said | None  # it is small talk
    blank: bool  # whether it has no letter and no digit
    spelt: tuple[Spelt, ...]  # its words in order
    tokens: tuple[str, ...]  # its words, numbers and marks in small letters
    subject: frozenset[str]  # folded words of the name that it is about
    acronyms: tuple[str, ...]
    inner_names: frozenset[str]  # folded words with a capital, but for the first
    several: bool  # whether it names several people or things

    @property
    def language(self) -> str | None:
        """The language it is in, of those that are read."""
        return self.told if is_read(self.told) else None

    def as_written(self, word: str) -> str:
        """Return a folded word as the question has it, accents and capitals kept."""
        return next((each.raw for each in self.spelt if word in each.parts), word)

    @property
    def formed(self) -> bool:
        """Whether an answer has a form: it names a thing of a kind, or judges."""
        return self.kind is not None or self.judged

    @property
    def wording(self) -> frozenset[str]:
        """Its folded words that a text which answers may say in another way: a verb of speech, a relation."""
        return self.verb | self.relation

    @property
    def of_one(self) -> bool:
        """Whether the words of one person or body are asked for, by name."""
        return self.speaker is not None and self.speaker.named

    @property
    def folded(self) -> list[str]:
        """Its words, folded."""
        return [each.folded for each in self.spelt]


def asked_of(query: Query) -> Asked:
    """Return what the question of a query says."""
    return read_question(query.text)


@lru_cache(maxsize=OF_QUESTIONS)
def read_question(text: str) -> Asked:
    """Return what a question says, from its wording alone."""
    speaker = asked_speaker(text)
    asking = speaker.asking if speaker else frozenset[str]()
    verb = speech_verb(text) | asking
    kind, choice = asked_kind(text), asked_choice(text)
    plain = kind is None and speaker is None
    judging = judging_words(text) if plain else frozenset[str]()
    speech = bool(asking) or asks_for_speech(text)
    polar = "?" in text and opening(text) is None
    whole = speaker is None and kind in {None, AnswerKind.PERSON}
    defined = asked_definition(text) if whole else ()
    return Asked(
        told=told_language(text),
        kind=None if asking and kind is AnswerKind.OFFICE else kind,  # the position of the union
        asking=name_words(text).difference(defined) if defined else kind_words(text) | judging,
        relation=relation_words(text),
        defined=defined,
        thing=asked_thing(text),
        sort=asked_class(text),
        one_of=asks_for_one_of(text),
        counted=counted_noun(text),
        words=name_words(text),
        names=written_names(text),
        joined=joined_names(text),
        things=asked_things(text),
        speaker=speaker,
        speech=speech,
        thoughts=asks_for_thoughts(text),
        verb=verb,
        deed=verb - folded_list("kinds", "speech.plain"),
        views=asks_for_views(text),
        reason=asks_for_reason(text),
        why=asks_why(text) and "?" in text and not (speech or polar),
        judged=plain and asks_for_judgement(text),
        sided=may_be_sided(text) or choice is not None,
        choice=choice,
        polar=polar,
        question="?" in text,
        said=small_talk(text),
        blank=not any(letter.isalnum() for letter in text),
        spelt=tuple(spelt_words(text)),
        tokens=tuple(read_tokens(text).words),
        inner_names=_inner_names(text),
        subject=subject_words(text),
        acronyms=tuple(dict.fromkeys(_ACRONYM.findall(text))),
        several=sum(map(str.isupper, text)) > 1 and len(names_in_text(text)) > 1,
    )


def _inner_names(text: str) -> frozenset[str]:
    raw = [word for word in read_tokens(text).raw if word[0].isalpha()]
    return frozenset(fold(bare(word)) for word in raw[1:] if word[:1].isupper())

"""Whom a description stands for: "El presidente Luis Muestra viajó. “Volveré”, dijo el mandatario."

Only a definite description, and only where one person named nearby holds an office that it may stand
for; in languages that have words for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.grammar.candidates import by_trade
from index.grammar.clause_rules import clause_rules
from index.grammar.reporting_words import Lexicon
from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.text.letters import CAPITAL
from index.text.names import Named
from index.voices.description_words import DescriptionWords, description_words
from index.voices.surroundings import looks_personal
from index.words import strings, word_list

_REACH = 2  # paragraphs back in which who is meant must be named
_HEAD_LINES = 6  # paragraphs of a text's head: title, author, day, standfirst
_FIRST_LINES = 4  # from a standfirst to the first lines of the text: author, day
_OFTEN = 2  # times that somebody has spoken
_FAR = 12  # paragraphs back in which the only holder of an office is named
_BEFORE_OFFICE = 2  # words between "the" and an office
_LONGEST_OFFICE = 4  # words: "ministro de asuntos exteriores"
_LONGEST = 12  # words between an office and the name it introduces
_TITLE = 24  # characters before a name in which its title stands
_BEFORE = 160  # characters before a name that are looked at
_WORDS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|[,.;:!?()«»“”\"]")
_COMPARING = word_list("grammar", "comparing_before")
_PLACING = word_list("grammar", "near_links")
_PARTY_MEMBERS = word_list("grammar", "party_members")  # "the Orrik | Democrat" is whoever holds office
_SOME = word_list("grammar", "indefinite_persons")  # "one senator"
_JOINING = word_list("particles", "joins")
_SMALL = "|".join(sorted(set(strings("particles", "common")) - set(strings("particles", "joins"))))
# "de Derechos Humanos", "Nacional de Pueblos del Río"; another may follow an "and"
_REST_OF_BODY = rf"(?: (?:(?:{_SMALL}) ){{0,2}}{CAPITAL}[^\W\d_]+)+"
_MARKS = re.compile(r"[^\w\s]")
_INITIALS = re.compile(r" \([^()\s]{2,12}\)")  # "la presidenta de la Corte | (CA), Ana Ejemplo"


class _Held(NamedTuple):
    """An office in which somebody is introduced."""

    paragraph: int
    place: int
    name: str
    office: str
    words: str  # by which he is introduced, in small letters


class Described:
    """The people of an article with the offices in which it introduces them."""

    def __init__(
        self, texts: Sequence[str], names: Sequence[list[Named]], roster: Roster, lex: Lexicon
    ) -> None:
        self._roster = roster
        self._texts = texts
        self._lex = lex
        self._lists = lists = description_words(lex.language)
        self._held: list[_Held] = []
        self._named = [
            (number, each.start, each.name)
            for number, row in enumerate(names)
            for each in row
            if not (_quoted(texts[number], each.start) or _inside(texts[number], each.start))
        ]
        self._spoken: list[tuple[int, str | None]] = []  # whoever spoke, None where only described
        self._bodies: list[tuple[int, str]] = []  # that spoke, with their paragraphs
        self._nameless: list[tuple[int, str]] = []  # descriptions of whoever spoke without a name
        if lists is None:
            return
        for number, (text, row) in enumerate(zip(texts, names, strict=True)):
            for named in row:
                if _personal(named, roster):
                    short = len(named.words) == 1
                    before = text[max(0, named.start - _TITLE) : named.start].split() if short else []
                    name = roster.resolve_titled(before[-1] if before else "", named.name, named.gender)
                    self._held += _offices_of(number, text, named, name, lists, lex)

    def spoke(self, speaker: Speaker, paragraph: int) -> None:
        """Note who spoke in a paragraph, for "el organismo" and "el docente"."""
        if self._lists is None:
            return
        person = speaker.kind in ("name", "pronoun")
        if speaker.name is not None or not person:
            self._spoken.append((paragraph, speaker.name if person else None))
        if speaker.kind == "noun":
            self._nameless.append((paragraph, f" {speaker.mention.lower()} "))
        if speaker.name is None or speaker.kind != "name":
            return
        if not self._lists.heads.isdisjoint(speaker.name.lower().split()[:2]):
            self._bodies.append((paragraph, speaker.name))

    def name(self, speaker: Speaker, paragraph: int, place: int) -> Speaker:
        """Return a speaker that is only described with the name of whom the description stands for."""
        if self._lists is None or speaker.name is None:
            return speaker
        short = speaker.kind == "name" and speaker.name.lower() in self._lists.taken_up
        if speaker.kind != "noun" and not short:
            return speaker
        mention, _, more = speaker.mention.partition(", ")  # "el portavoz, quien dijo además"
        if more and "relatives" not in self._lex.kinds.get(more.split()[0].lower(), ()):
            mention = speaker.mention
        match = self._lists.the.match(mention.lower())
        if match is None:
            return speaker
        rest = mention[match.end() :]
        if self._nameless_again(rest, paragraph):
            return speaker
        if rest.lower() in self._lists.taken_up:
            body = self._full_body(rest.lower(), paragraph, place)
            if body is not None or short:
                return speaker if body is None else speaker._replace(name=body, kind="name")
        name = self._body(rest, self._lists, paragraph, place)
        if name is None:
            person = self._person(rest, self._lists, paragraph, place)
            name = None if person and self._again(person, rest, paragraph, self._lists) else person
            if name and not _agree(self._lists.told_by_article(mention), self._roster.gender(name)):
                name = None  # "la fiscal" is not Gil Ejemplo
        return (
            speaker
            if name is None
            else Speaker(name, mention.split(", ", 1)[0], None, self._roster.gender(name))
        )

    def _body(self, rest: str, lists: DescriptionWords, paragraph: int, place: int) -> str | None:
        if rest.split(maxsplit=1)[0] not in lists.bodies:
            return None
        near = {name for number, name in self._bodies if paragraph - _REACH <= number}
        named = {
            full
            for number, start, name in self._named
            if number == paragraph
            and start < place
            and not self._roster.gender(full := self._roster.resolve(name))
        }
        # "Los vecinos de Codepa van a las obras, indicó la organización": which one is not told
        other = any(each.isupper() or looks_body(each, lists) or _lone(each) for each in named - near)
        return next(iter(near)) if len(near) == 1 and not other else None

    def _full_body(self, head: str, paragraph: int, place: int) -> str | None:
        """The one body named so far whose name begins with a word: "la comisión" is "Comisión de Aguas"."""
        opening = re.compile(rf"\b{head.capitalize()}{_REST_OF_BODY}")
        texts = [*self._texts[:paragraph], self._texts[paragraph][:place]]
        found = {match.group() for text in texts for match in opening.finditer(text)}
        longest = max(found, key=len, default=None)
        if longest is None or not all(set(each.split()) <= set(longest.split()) for each in found):
            return None
        return self._roster.resolve(longest)

    def _nameless_again(self, rest: str, paragraph: int) -> bool:
        """Whether one without a name has just spoken under the same word: "one senator said. The senator"."""
        last = self._nameless[-1] if self._nameless else (-1, "")
        own = bool(self._spoken) and self._spoken[-1] == (paragraph, None) and last[0] == paragraph
        return own and f" {rest.lower()} " in last[1] and last[1].split()[0] in _SOME

    def _again(self, name: str, mention: str, paragraph: int, lists: DescriptionWords) -> bool:
        """Whether one who is not named spoke under the same word nearby before this person was named at all,
        so that he may be meant again.
        """
        first = min((at for at, _, each in self._named if self._roster.resolve(each) == name), default=0)
        heads = {word for word in mention.lower().split() if word in lists.stand_for}
        near = {
            each for at, said in self._nameless if paragraph - _REACH <= at <= first for each in said.split()
        }
        return not heads.isdisjoint(near)

    def _person(self, rest: str, lists: DescriptionWords, paragraph: int, place: int) -> str | None:
        words = rest.lower().split()
        at, head = _head(words, lists, {each.office for each in self._held})
        if head is None:
            return self._going_on(words, lists, paragraph, place)
        more = " ".join(["", *rest.split()[at + len(head.split()) :]])
        if more and head in _PARTY_MEMBERS:
            return None  # "the Republican | party leader"
        gender = lists.gender(head)
        holders = self._holders(head, more, words[:at], lists)
        if not holders and len(head.split()) > 1:  # "ministra de Exteriores" is a "ministra" as well
            more = " ".join(["", *rest.split()[at + 1 :]])
            holders = self._holders(words[at], more, words[:at], lists)
        former = [each for each in holders if any(map(lists.prefixed, each.words.split()))]
        holders = former if former and lists.prefixed(head) else holders  # "el expresidente" is no president
        held = {each.name for each in holders if (each.paragraph, each.place) < (paragraph, place)}
        if not held and at == 0 and (below := self._headed(holders, paragraph, place)):
            return below
        if self._listed(held, paragraph, place):
            return None
        near = self._nearest(held, paragraph, place)
        if near is None or self._of_two_lands(near, holders, lists):
            near = self._heard(held, paragraph, place)
        if near is None and held and len({each.name for each in holders}) == 1:
            near = self._sole(next(iter(held)), paragraph)
        if at == 0:
            near = near or self._only(head, lists, paragraph, place)
        if at or near is not None:
            return near
        name = self._alone(paragraph, place)
        other = any(each.name == name for each in self._held)  # an office that this word is none of
        goes_on = name in held or (not other and (head in lists.speaking_on or head in lists.going_on))
        return name if goes_on and name and _agree(gender, self._roster.gender(name)) else None

    def _holders(self, head: str, more: str, before: list[str], lists: DescriptionWords) -> list[_Held]:
        """Who is introduced in an office that a description may stand for, with nothing against it."""
        gender = lists.gender(head)
        return [
            each
            for each in self._held
            if each.office in lists.meant(head)
            and _agree(gender, self._roster.gender(each.name))
            and (_completes(more, each.words, lists) or _untold(head, each.words, lists))
            and _of_country(more, each, lists)
            and (all(word in each.words.split() for word in before) or head in _PARTY_MEMBERS)
        ]

    def _headed(self, holders: list[_Held], paragraph: int, place: int) -> str | None:
        """Who alone holds an office in the whole text and is introduced right below the standfirst that
        describes him, nobody else being named in full so far.
        """
        names = {each.name for each in holders}
        before = {
            full
            for number, start, name in self._named
            if (number, start) < (paragraph, place)
            and (full := self._roster.resolve(name)) in self._roster.full
        }
        below = min((each.paragraph for each in holders), default=0) - paragraph
        near = 0 < below <= _FIRST_LINES and paragraph <= _HEAD_LINES
        return names.pop() if near and len(names) == 1 and before <= names else None

    def _of_two_lands(self, name: str, holders: list[_Held], lists: DescriptionWords) -> bool:
        """Whether somebody's country is told and that of another holder is not, who may be meant rather."""
        abroad = {each.name for each in holders if lists.lands_in(each.words)}
        return name in abroad and any(each.name not in abroad for each in holders)

    def _heard(self, held: set[str], paragraph: int, place: int) -> str | None:
        """The one of several holders who alone has spoken so far, time and again, none of the others being
        named right here.
        """
        heard = [name for _, name in self._spoken if name in held]
        if len(held) < 2 or len(set(heard)) != 1 or len(heard) < _OFTEN:
            return None
        here = {
            full
            for number, start, name in self._named
            if number == paragraph and start < place and (full := self._roster.resolve(name)) in held
        }
        return heard[0] if here <= {heard[0]} else None

    def _listed(self, held: set[str], paragraph: int, place: int) -> bool:
        """Whether several people stand in the sentence before a description, and who may be meant has not
        spoken: "In the presence of judge Gil Oso; the minister, Ana Ejemplo, and others, the leader said".
        """
        if any(name in held for _, name in self._spoken):
            return False
        begin = self._texts[paragraph].rfind(". ", 0, place) + 1
        near = {
            full
            for number, start, name in self._named
            if number == paragraph
            and begin <= start < place
            and (full := self._roster.resolve(name)) in self._roster.full
        }
        return len(near) > 1 and not near.isdisjoint(held)

    def _articled(self, name: str) -> bool:
        """Whether the text puts an article before a name, as before things: "el Calendario Fiscal"."""
        if self._roster.gender(name) is not None or self._lists is None:
            return False
        articles = "|".join(sorted(self._lists.articles_before))
        pattern = re.compile(rf"\b(?i:{articles}) {re.escape(name)}\b")
        return any(pattern.search(text) for text in self._texts)

    def _sole(self, name: str, paragraph: int) -> str | None:
        """The one of the whole text to hold an office, unless a nameless one spoke since he was named."""
        places = (at for at, _, each in self._named if self._roster.resolve(each) == name)
        last = max((at for at in places if at <= paragraph), default=paragraph)
        nameless = any(at >= last and each is None for at, each in self._spoken)
        return name if _REACH < paragraph - last <= _FAR and not nameless else None

    def _only(self, head: str, lists: DescriptionWords, paragraph: int, place: int) -> str | None:
        """The one person named here before the place and in the paragraph before, whatever his office."""
        if head not in lists.going_on:
            return None
        near = {
            full
            for number, start, name in self._named
            if (paragraph - 1, 0) <= (number, start) < (paragraph, place)
            and (full := self._roster.resolve(name)) in self._roster.full
        }
        if len(near) != 1:
            return None
        name = near.pop()
        if self._articled(name):
            return None
        other = any(each.name == name for each in self._held)  # an office that this word is none of
        return name if not other and _agree(lists.gender(head), self._roster.gender(name)) else None

    def _going_on(self, words: list[str], lists: DescriptionWords, paragraph: int, place: int) -> str | None:
        """Who spoke last, here or in the paragraph before, and alone, nobody else being named here: he is
        "el docente", "el socialista", whatever he was introduced as.
        """
        spoke_on = lists.speaking_on | lists.going_on
        if not (words[0] in spoke_on or words[0].endswith(lists.speaking_on_ends)):
            return None
        name = self._alone(paragraph, place)
        name = name or (self._only(words[0], lists, paragraph, place) if words[0] in lists.going_on else None)
        return name if name and _agree(lists.gender(words[0]), self._roster.gender(name)) else None

    def _alone(self, paragraph: int, place: int) -> str | None:
        """Whoever alone spoke here and in the paragraph before, nobody else being named here so far."""
        last = max((number for number, _ in self._spoken if number < paragraph), default=-_REACH)
        near = {name for number, name in self._spoken if number >= max(last, paragraph - _REACH)}
        name = near.pop() if len(near) == 1 else None
        if name is None or name not in self._roster.full or not _one_person(name, self._roster):
            return None
        if self._articled(name):
            return None
        others = {
            full
            for number, start, each in self._named
            if number == paragraph and start < place and (full := self._roster.resolve(each)) != name
        }
        return name if others.isdisjoint(self._roster.full) else None

    def _nearest(self, names: set[str], paragraph: int, place: int) -> str | None:
        """The one of these people who is named here before the place, or else in the paragraphs before."""
        for first in range(paragraph, paragraph - _REACH - 1, -1):
            near = {
                full
                for number, start, name in self._named
                if number == first
                and (number, start) < (paragraph, place)
                and (full := self._roster.resolve(name)) in names
            }
            if near:
                return next(iter(near)) if len(near) == 1 else None
        return None


def _lone(name: str) -> bool:
    """Whether one capitalised word that is no country stands for a body or a place: "Codepa"."""
    return " " not in name and name.lower() not in word_list("names", "countries")


def looks_body(name: str, lists: DescriptionWords) -> bool:
    """Whether a name begins as those of bodies do: "Junta de Aguas"."""
    return not lists.heads.isdisjoint(name.lower().split()[:2])


def _head(words: list[str], lists: DescriptionWords, held: set[str]) -> tuple[int, str | None]:
    """The office in a description and the words before it: "mayor", "Orrik | mayor", whatever is held."""
    for at in range(min(_BEFORE_OFFICE + 1, len(words))):
        for count in range(_LONGEST_OFFICE, 0, -1):
            head = " ".join(words[at : at + count])
            if head in lists.stand_for or lists.office(head) in held or head in held:
                return at, head
    return 0, None


def _quoted(text: str, at: int) -> bool:
    """Whether a quotation is open there, as far as its marks tell."""
    before = text[:at]
    opened = any(before.count(mark) > before.count(closing) for mark, closing in ("“”", "«»"))
    return opened or before.count('"') % 2 == 1


def _inside(text: str, at: int) -> bool:
    """Whether a name is where somebody is: "en Palacio Muestra"."""
    before = text[max(0, at - _TITLE) : at].split()
    return bool(before) and before[-1].lower() in _PLACING


def _agree(description: str | None, person: str | None) -> bool:
    """Whether the gender of a description is the person's, as far as both are known."""
    return description is None or person is None or description == person


def _one_person(name: str, roster: Roster) -> bool:
    """Whether a name that speaks is one person's: "Noruega y Brasil" are two."""
    return roster.gender(name) is not None or looks_personal(name)


def _personal(named: Named, roster: Roster) -> bool:
    """Whether a name is a person's: a known first name, a title, or two or three words that name no body."""
    full = roster.resolve(named.name, named.gender)
    return bool(named.gender or named.titled or roster.gender(full)) or looks_personal(full)


def _completes(more: str, words: str, lists: DescriptionWords) -> bool:
    """Whether what describes further is true of the office: "ministro | de Pesca" is no minister of ports."""
    match = lists.complement.match(more)
    if match is None or match["what"].islower() or match["what"].lower() in words:
        return True
    initials = "".join(word[0] for word in words.split() if word not in lists.links)
    return match["what"].isupper() and match["what"].lower() in initials  # "de la CA": "Corte de Aguas"


def _untold(head: str, words: str, lists: DescriptionWords) -> bool:
    """Whether of what an office is is not told, and the description is of no office of its own: "the minister
    Ana Ejemplo ... the head of the Treasury".
    """
    return head in lists.stand_for and head not in lists.offices and lists.complement.search(words) is None


def _of_country(more: str, held: _Held, lists: DescriptionWords) -> bool:
    """Whether no other country is told of whoever holds an office than a description tells; a counterpart
    ("su homólogo de Noruega") is who is described only where the two are the same.
    """
    told, others = lists.lands_in(" ".join(more.split()[:1])), lists.lands_in(held.words)
    if held.office in lists.peers:
        return not told.isdisjoint(others)
    return not told or not others or not told.isdisjoint(others)


def _offices_of(
    number: int, text: str, named: Named, name: str, lists: DescriptionWords, lex: Lexicon
) -> Iterator[_Held]:
    """The offices beside a name: "el ministro de Obras, Luis Muestra", "Luis Muestra, ministro"."""
    words = _introducing(text, named, lists)
    small, joined = 0, True
    apart = text[: named.start].rstrip()[-1:] == ","
    for count, word in enumerate(reversed(words[-_LONGEST:]), 1):
        low = word.lower()
        before = words[-count - 1].lower() if count < len(words) else ""
        office = lists.office(f"{before} {low}") or lists.office(low)
        trade = count == 1 and before in lists.articles and word.islower() and _trade(low, lex)
        two = lists.office(f"{before} {low}")
        if office and not two and lists.office(before) and "bare_clauses" not in lex.traits:
            continue  # "secretario | general" is no general
        if joined and (office or trade):
            if before not in lists.apart or office == lists.office(f"{before} {low}"):
                held = " ".join(words[-count - 1 :]).lower()
                yield _Held(number, named.start, name, office or low, held)
            joined = False
        joined = joined or (apart and low in _JOINING)  # "El expresidente y senador, Ana Ejemplo," is both
        if not (office or trade or word[:1].isupper() or low in lists.links):
            small += 1
            if small > lists.between or _MARKS.search(word) or lex.verb_shaped(low):
                break
    match = lists.beside.match(text, named.end)
    if words and words[-1].lower() in _COMPARING:
        return  # "Like Ana Ejemplo, the senator"
    office = lists.office(match["office"].lower()) if match else None
    if match is None or office is None:
        return
    if not any(_verb(word.lower(), lex) for word in match["more"].split()):  # else a clause begins
        rest = text[match.start("office") : match.end("more")].lower()
        yield _Held(number, named.start, name, office, rest)


def _trade(word: str, lex: Lexicon) -> bool:
    """Whether a word that is in no list of offices tells what somebody is: "welder", "exprocurador"."""
    told = clause_rules(lex.language).names_office
    return told([word]) if told is not None else by_trade(word)


def _introducing(text: str, named: Named, lists: DescriptionWords) -> list[str]:
    """The words before a name that may introduce it by its office, initials in brackets left out."""
    words = _WORDS.findall(_INITIALS.sub("", text[max(0, named.start - _BEFORE) : named.start]))
    if words and words[-1] == ",":
        words.pop()
    elif words and words[-1].lower() in lists.links:
        return []  # "el ministro de Economía": no holder
    if words[-1:] == ["."] and len(words) > 1 and words[-2].istitle() and words[-2].lower() in lists.offices:
        words.pop()  # "Gov. Ana Muestra"
    return words


def _verb(word: str, lex: Lexicon) -> bool:
    """Whether a word is a verb, as far as its language tells by shape or list."""
    listed = "bare_clauses" in lex.traits and (
        bool(lex.kinds.get(word, frozenset()) & {"finite", "being", "auxiliaries"})
        or word.endswith("ed")
        or (word in lex.cues and word not in lex.nouns)
    )
    return listed or lex.verb_shaped(word)

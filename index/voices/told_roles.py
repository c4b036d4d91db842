"""What somebody is, where his words stand without it: told once in an article, it holds for all of it.

Only words right beside his name count, as ``beside_names`` reads them.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.grammar.reporting_words import Lexicon
from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.grammar.worded_roles import OWNING, is_role, role_in
from index.text.names import Named
from index.text.people import people_words
from index.voices.beside_names import beside, is_office, joined, one_word
from index.voices.description_words import description_words
from index.voices.spans import Spoken
from index.words import word_list

_FEW = 12  # words of a role away from its sentence; a longer one takes a line of a screen for itself
_BYGONE = word_list("grammar", "adjectival") | word_list("descriptions", "apart")
_CLUBS = word_list("grammar", "plain_owners")
_OF = word_list("grammar", "of_plain") | word_list("grammar", "genitives")


def with_roles(
    found: Sequence[list[Spoken]],
    texts: Sequence[str],
    names: Sequence[list[Named]],
    roster: Roster,
    lex: Lexicon,
) -> list[list[Spoken]]:
    """Return the spans of an article, each speaker with what the article tells that he is."""
    speakers = [each.speaker for row in found for each in row if each.speaker]
    asked = {each.name for each in speakers if _lacks(each) or one_word(each.role)}
    told = {name: _short(role, lex) for name, role in _beside_words(found).items()}
    sure = {name for name, role in told.items() if not one_word(role)}
    open_ = {name for name in asked - sure if name and (" " in name or _sole(name, roster))}
    if open_:
        for name, role in _told_of(open_, texts, names, roster, lex).items():
            told[name] = joined(told.get(name), role)
    for each in speakers:  # "The governor said": he is one elsewhere as well
        words = _described(each, lex)
        if words and each.name and is_office(words.split()[0], lex):
            told.setdefault(each.name, _short(words, lex))
    return [[_with_role(each, told, lex) for each in row] for row in found] if told else list(found)


def _sole(name: str, roster: Roster) -> bool:
    """Whether nobody who is named in full bears a name of one word: "Mayor Oso ... Oso said"."""
    return " " not in name and name.lower() not in roster.by_surname


def _lacks(speaker: Speaker) -> bool:
    """Whether a person is named, described or meant by a pronoun, and nothing tells what he is."""
    return speaker.name is not None and speaker.role is None and speaker.kind in ("name", "pronoun")


def _described(speaker: Speaker, lex: Lexicon) -> str | None:
    """The role in the words by which somebody is described whose name stands elsewhere: "the governor"."""
    if not _lacks(speaker) or speaker.kind != "name" or _named_in(speaker):
        return None
    return role_in(speaker.mention, lex) if is_role(speaker.mention, lex) else None


def _named_in(speaker: Speaker) -> bool:
    """Whether words of the name stand in the words that tell the speaker."""
    return not set((speaker.name or "").split()).isdisjoint(speaker.mention.replace(",", "").split())


def _with_role(each: Spoken, told: dict[str, str], lex: Lexicon) -> Spoken:
    """A span with what its speaker is; "the brewer" stays where another office of his is told."""
    speaker = each.speaker
    if speaker is None or speaker.name not in told:
        return each
    role = told[speaker.name]
    if speaker.role and one_word(speaker.role) and joined(speaker.role, role) == role:
        return each._replace(speaker=speaker._replace(role=role))  # "el ministro Muestra"
    if not _lacks(speaker):
        return each
    own = _described(speaker, lex)
    words = own.lower().split() if own else []
    office = {word for word in words if is_office(word, lex)}
    fuller = role.lower().split()
    same = not office.isdisjoint(fuller) and len(fuller) >= len(words)  # not "mayor" of "Ardale's mayor"
    more = not one_word(role) or len(words) < 2
    known = _named_in(speaker) or speaker.kind == "pronoun" or same or (more and _goes_on(words, fuller, lex))
    return each._replace(speaker=speaker._replace(role=role if known else own))


def _goes_on(words: list[str], told: list[str], lex: Lexicon) -> bool:
    """Whether words only go on about somebody of this office: "el mandatario", "la titular de Obras"."""
    lists = description_words(lex.language)
    if lists is None or not words:
        return False
    head = next((h for n in range(len(words), 0, -1) if (h := " ".join(words[:n])) in lists.stand_for), "")
    if head and (head not in lists.offices or head in lists.going_on):
        return any(not lists.meant(head).isdisjoint(lists.meant(word)) for word in told)
    word = words[0] if len(words) == 1 else ""
    return word in lists.going_on | lists.speaking_on or word.endswith(lists.speaking_on_ends or "-")


def _beside_words(found: Sequence[list[Spoken]]) -> dict[str, str]:
    """What speakers are by the words beside their reports, the fuller of two first words."""
    told: dict[str, str] = {}
    for each in (each for row in found for each in row):
        role, name = (each.speaker.role, each.speaker.name) if each.speaker else (None, None)
        known = role and name and " " in name and not _worded_of_others(role)
        if known and role and name and (name not in told or (" " not in told[name] and " " in role)):
            told[name] = role
    return told


def _short(role: str, lex: Lexicon) -> str:
    """What somebody is in a few words: only beside his report it stands whole."""
    words = role.split()
    kinds = [lex.kinds.get(word.lower(), frozenset()) for word in words]
    stop = next((n for n, each in enumerate(kinds) if n and "relatives" in each), len(words))
    apart = (n for n in range(1, stop) if "prepositions" in kinds[n] and words[n].lower() not in _OF)
    end = stop if stop <= _FEW else next(apart, stop)
    # "teacher at Ardale | and expert | in tides"
    end = next((n for n in (end - 1, end - 2) if end < stop and n > 0 and "and" in kinds[n]), end)
    while end > 1 and kinds[end - 1] & {"prepositions", "and", "determiners"}:
        end -= 1  # "professor of economics and a former chairman | of"
    return " ".join(words[:end])


def _worded_of_others(role: str) -> bool:
    """Whether a role tells an author's word for somebody else: "the robber regime's new chief"."""
    owners = {word[:-2].strip("'’") for word in role.split() if word.islower() and word.endswith(OWNING)}
    return not owners <= _CLUBS  # "the club's head coach"


def _told_of(
    wanted: set[str],
    texts: Sequence[str],
    names: Sequence[list[Named]],
    roster: Roster,
    lex: Lexicon,
) -> dict[str, str]:
    """What the text tells of people beside their names: the first office, else the first words.

    Of two who are called by the same surname, by title alone, nothing is told: "Mayor Oso", "Judge Oso".
    """
    told: dict[str, str] = {}
    ends: dict[str, set[str]] = {}
    for text, row in zip(texts, names, strict=True):
        for named in row:
            name = named.name if named.name in wanted else roster.resolve(named.name, named.gender)
            role = beside(text, named, lex) if name in wanted else None
            if role is None or _worded_of_others(role):
                continue
            ends.setdefault(name, set()).add(role.split()[-1].lower())
            lows = role.lower().split()
            office = not people_words().titles.isdisjoint(lows) and _BYGONE.isdisjoint(lows)
            if office and " " in name:
                wanted.discard(name)
            told[name] = _short(role, lex) if office or name not in told else told[name]
    return {name: role for name, role in told.items() if " " in name or len(ends[name]) == 1}

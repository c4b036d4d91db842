"""What some figures count, named neutrally in a language: the family, the group of people, the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.contested.card_phrases import phrase
from bot.contested.facts.times_of import weekdays_in
from bot.contested.figures.given_figures import Given
from bot.contested.neutral import as_written
from bot.contested.one_event import names_of
from bot.phrases import heading_in
from index.figures import Unit
from index.figures.families import OPEN_NOUN, families
from index.framings import Framings
from index.languages import known_or_first
from index.languages import language as language_of_code
from index.text.terms import fold
from index.words import table

_TWO = 2  # figures that share a place, at least, and half of all


def heading_of(given: Sequence[Given], framings: Framings, language: str) -> tuple[str, str]:
    """Return what figures of one thing count, as a heading has it, and as an id has it."""
    figure = given[0].figure
    family = families().get(figure.family)
    if family is not None:
        what, slug = heading_in(family.headings, language), family.id
    else:
        what, slug = _open_noun(given, language), figure.family.removeprefix(OPEN_NOUN)
    told = [text for key in (figure.who, figure.grade, figure.per) if key and (text := _told(key, language))]
    if told:
        what = phrase("narrowed", language, what=what, by=", ".join(told))
        slug = "-".join([slug, *(key for key in (figure.who, figure.grade, figure.per) if key)])
    name = shared_place(given, framings)
    if name:
        what = phrase("of_names", language, what=what, names=name)
        slug = f"{slug}-{'-'.join(fold(name).split())}"
    return what, slug


def _told(key: str, language: str) -> str:
    return str(table("particulars")["told"].get(key, {}).get(language, ""))


def _open_noun(given: Sequence[Given], language: str) -> str:
    """Return the counted noun as texts of the language word it, in quotation marks elsewhere."""
    own = [each for each in given if each.statement.passage.paragraph.language == language]
    nouns = Counter(each.figure.noun.lower() for each in own or given)
    noun = max(nouns, key=lambda each: (nouns[each], each))  # texts have several names for one thing
    if given[0].figure.unit is Unit.MONEY:
        return heading_in(families()["cost"].headings, language)
    return phrase(
        "number_of", language, noun=noun if own else language_of_code(known_or_first(language)).quoted(noun)
    )


def shared_place(given: Sequence[Given], framings: Framings) -> str:
    """Return the place that most of the figures' sentences hold; "" where no two share one."""
    places: Counter[str] = Counter()
    for each in given:
        places.update({fold(place) for place in each.figure.places})
    best = _most(places, given, framings)
    family = families().get(given[0].figure.family)
    if best or family is None or family.grows:
        return best
    names: Counter[str] = Counter()  # of "the six presidents that Freedonia had" the name is the place
    for each in given:
        names.update(set(names_of(each.statement.text)) - weekdays_in(names_of(each.statement.text)))
    return _most(names, given, framings)


def _most(count: Counter[str], given: Sequence[Given], framings: Framings) -> str:
    ranked = sorted(count, key=lambda name: (-count[name], name))
    for name in ranked:
        if count[name] < max(_TWO, len(given) / 2):
            return ""  # where somebody spoke is not where it happened
        if not framings.find(name):
            return as_written(name, (each.statement.passage.paragraph.text for each in given))
    return ""

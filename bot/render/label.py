"""A claim's voice as a reader sees it; a label covers no more than its words.

the article's own words      Ben Norton, Multipolarista, 22 Dec 2022, wrote
without an author            Unsigned text on thefreeonline, undated
a slice that is speech only  Ned Price (State Department spokesman), quoted by Ben Norton, ...
a slice that mixes both      Ben Norton, Multipolarista, 22 Dec 2022, wrote, quoting Ned Price
                             Ben Norton, Multipolarista, 22 Dec 2022, wrote, reporting words of Ned Price
in a language not read       Anne Exemple, Le Journal, 4 Mar 2021, speakers not read (fr)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answer import Claim, Spoken
from bot.phrases import phrase
from index.expressions import pattern
from index.model import FROM_ADDRESS, QUOTABLE, Mode, Source, Voice, Wording
from index.text.same_name import same_name, within_sentence
from index.text.terms import fold
from index.values import replace
from index.words import word_list

_ARTICLES = word_list("grammar", "articles_all") | word_list("grammar", "plural_articles")
_SAID = 9  # characters of a voice that make it one of those that the label names: two words
_WORD = pattern(r"[^\W\d_][\w’'.-]*")
_SEVERAL = 2  # authors
_PARTICLE = 3  # letters of the longest small words in names: "de los", "van der"


def voice_label(claim: Claim, language: str) -> str:
    """Return the voice of a claim in a language; what is unknown is said to be unknown."""
    claim = _by_the_others(claim)
    signed = bool(claim.source.authors)
    if claim.mode is Mode.DIRECT:
        speaker = _with_article(_speaker(claim, language, first=True), claim, language, first=True)
        if signed:
            source = source_label(claim.source, claim.file, language, page=claim.page)
            return phrase("quoted_by", language, speaker=speaker, source=source)
        source = source_label(claim.source, claim.file, language, inside=True, page=claim.page)
        return phrase("quoted_in", language, speaker=speaker, source=source)
    source = source_label(claim.source, claim.file, language, page=claim.page)
    if claim.unread:
        return phrase("not_read", language, source=source, code=claim.unread)
    wrote = signed and claim.source.wording is not Wording.DIGEST and claim.part in QUOTABLE
    label = phrase("wrote", language, source=source) if wrote else source
    if claim.mode is Mode.OWN:
        return label
    return f"{label}, {_said(claim, language)}"


def _by_the_others(claim: Claim) -> Claim:
    """Return a claim without those of its several authors whose words alone it is: nobody quotes himself."""
    authors = claim.source.authors
    if claim.mode is not Mode.DIRECT or not claim.speaker or len(authors) < _SEVERAL:
        return claim
    others = tuple(author for author in authors if not same_name(claim.speaker, author))
    return replace(claim, source=replace(claim.source, authors=others)) if others else claim


def _said(claim: Claim, language: str) -> str:
    """Return whose words a quote holds, those in quotation marks first: "quoting A, reporting words of B"."""
    heard = [said for said in claim.voices if said.end - said.start >= _SAID] or list(claim.voices)
    first: dict[str | None, Spoken] = {}
    for said in sorted(heard, key=lambda said: said.mode is Mode.INDIRECT):
        first.setdefault(said.speaker and within_sentence(said.speaker), said)  # each is named once
    parts = []
    for key, reported in (("quoting", False), ("reporting", True)):
        them = [s for s in first.values() if (s.mode is Mode.INDIRECT) is reported]
        names = [_speaker(_without_told(s, claim), language) for s in them]
        names = [_with_article(name, claim, language) for name in names]
        if names:
            parts.append(_of_speaker(key, language, _names(names, language)))
    if not parts:
        kind = "reporting" if claim.mode is Mode.INDIRECT else "quoting"
        parts.append(_of_speaker(kind, language, _with_article(_speaker(claim, language), claim, language)))
    return phrase("and", language).join(parts)


def _without_told(said: Spoken, claim: Claim) -> Spoken:
    """Return a voice without an office that the quote itself tells: "Bridge chief Ana Ejemplo said ..."."""
    told = said.role is not None and said.role.lower() in claim.quote.lower()
    return replace(said, role=None) if told else said


def _speaker(voice: Claim | Spoken, language: str, *, first: bool = False) -> str:
    """Return a speaker as a label names him: one that is only described, in quotation marks."""
    if not voice.speaker:
        key = "unknown_speaker" if first else "unknown_speaker_inside"
        return phrase(key, language)
    if not _is_name(voice.speaker):
        return phrase("described", language, words=_inside(voice.speaker))
    return shown_speaker(voice) or voice.speaker


def _with_article(name: str, claim: Claim, language: str, *, first: bool = False) -> str:
    """Return a name with the article that the quote has before it, in a label of the quote's language.

    Where "la Policía dijo ..." is quoted, those are words of "la Policía" and not of "Policía".
    """
    articles = phrase("articles", language).split()
    if not articles or claim.source.language != language:
        return name
    bare = re.escape(name.partition(" (")[0])
    found = re.search(rf"(?<!\w)({'|'.join(articles)}) {bare}(?!\w)", claim.quote, re.IGNORECASE)
    if not found:
        return name
    parted = {joined: apart.split()[-1] for apart, joined in _contractions(language)}
    article = parted.get(found[1].lower(), found[1].lower())
    return f"{article.capitalize() if first else article} {name}"


def _of_speaker(key: str, language: str, speaker: str) -> str:
    """Return a phrase about a speaker in which a preposition and his article are one."""
    text = phrase(key, language, speaker=speaker)
    for apart, joined in _contractions(language):
        text = text.replace(f" {apart} ", f" {joined} ")
    return text


def _contractions(language: str) -> list[tuple[str, str]]:
    """Return the pairs of words that a language writes as one, and that one."""
    pairs = (pair.partition("=") for pair in phrase("contractions", language).split("|") if pair)
    return [(apart, joined) for apart, _, joined in pairs]


def _is_name(speaker: str) -> bool:
    """Whether a speaker is named: every word but small ones has a capital, as no description's has."""
    found = _WORD.findall(speaker)
    if found and found[0].lower() in _ARTICLES:
        found = found[1:]
    if found and found[-1][0].islower():
        return False  # "The men"
    long = [word for word in found if len(word) > _PARTICLE or word[0].isupper()]
    return bool(long) and all(word[0].isupper() or not word[0].islower() for word in long)


def shown_speaker(voice: Claim | Voice | Spoken) -> str | None:
    """Return a speaker's name with the office or the description that the text has in its place or beside it.

    For readers, who see that a description was worked out: "Ana Ejemplo (the lawyer)". A pronoun tells them
    nothing that the quote does not.
    """
    speaker, beside = voice.speaker, voice.role or voice.mention
    if not speaker or not beside or len(beside.split()) < 2 - bool(voice.role):
        return speaker
    if not voice.role and _words(speaker) & _words(beside):
        return speaker
    return f"{speaker} ({beside})"


def speaker_beside(voice: Voice) -> str | None:
    """Return a speaker with the office or description that stands right beside his words."""
    told = voice.role is not None and voice.role.split(" ", 1)[0] in (voice.mention or voice.role)
    described = bool(voice.mention) and _words(voice.speaker or "").isdisjoint(_words(voice.mention or ""))
    return shown_speaker(voice if told and not described else replace(voice, role=None))


def _inside(name: str) -> str:
    """Return a description for the middle of a line: "The ministry" began its sentence."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first.istitle() and first.lower() in _ARTICLES else name


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word).strip(".,'’()") for word in name.split())


def source_label(
    source: Source, file: str, language: str, *, inside: bool = False, page: int | None = None
) -> str:
    """Return author, outlet and date of a source, where it stands when that is all there is, and the page.

    Without an author it is an unsigned text on its outlet. ``inside``: for the middle of a line.
    """
    digest = source.wording is Wording.DIGEST
    outlet = source.outlet
    if outlet and source.authors and source.outlet_is_host:
        outlet = phrase("from_site", language, site=outlet)
    parts = list(filter(None, (_names(source.authors, language), outlet)))
    if not source.authors:
        key = "unsigned_inside" if inside or digest else "unsigned"
        unsigned = phrase(key, language)
        parts = [
            phrase("on_outlet", language, text=unsigned, outlet=source.outlet) if source.outlet else unsigned
        ]
    parts.append(_published(source, language))
    if source.reposted_by and not (source.published and source.outlet):
        if source.reposted:
            date = date_label(source.reposted, language)
            parts.append(phrase("reposted_by_on", language, site=source.reposted_by, date=date))
        else:
            parts.append(phrase("reposted_by", language, site=source.reposted_by))
    elif source.reposted and not source.published:
        parts.append(phrase("reposted_on", language, date=date_label(source.reposted, language)))
    if not (source.authors or source.outlet or source.reposted_by):
        parts.append(phrase("in_file", language, file=file))
    if page is not None:
        parts.append(phrase("page", language, page=page))
    text = ", ".join(parts)
    if not digest:
        return text
    return phrase("digest_of_inside" if inside else "digest_of", language, source=text)


def title_label(source: Source, language: str) -> str | None:
    """Return the title of a source; of one that only its address names, it says so."""
    if source.title and source.title_from == FROM_ADDRESS:
        return phrase("title_by_address", language, title=source.title)
    return source.title


def _published(source: Source, language: str) -> str:
    stated = source.published or source.month
    if not stated:
        return phrase("undated", language)
    date = date_label(stated, language)
    return phrase("by_address", language, date=date) if source.published_from == FROM_ADDRESS else date


def date_label(iso: str, language: str) -> str:
    """Return a date such as 22 Dec 2022, or Dec 2022 of a month."""
    year, month, *day = iso.split("-")
    name = phrase("months", language).split()[int(month) - 1]
    if not day:
        return phrase("month", language, month=name, year=year)
    return phrase("date", language, day=int(day[0]), month=name, year=year)


def _names(names: Sequence[str], language: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + _joined(names[-1], language) + names[-1]


def _joined(name: str, language: str) -> str:
    """Return the word between the last two names of a list; before some sounds a language has another."""
    changes = pattern(phrase("and_changes_before", language), re.IGNORECASE)
    return phrase("and_changed" if changes.match(name) else "and", language)

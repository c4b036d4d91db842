"""A claim's voice as a reader sees it, in one of three forms.

the article's own words      Ben Norton, Multipolarista, 22 Dec 2022, wrote
a slice that is speech only  Ned Price (State Department spokesman), quoted by Ben Norton, ...
a slice that mixes both      Ben Norton, Multipolarista, 22 Dec 2022, reporting Ned Price
"""

from __future__ import annotations

from bot.answer import Claim
from bot.phrases import phrase
from index.model import Mode, Source, Voice, Wording
from index.text.terms import fold

_ARTICLES = frozenset(["The", "A", "An", "El", "La", "Los", "Las", "Un", "Una", "Unos", "Unas"])


def voice_label(claim: Claim, language: str) -> str:
    """Return the voice of a claim in a language; what is unknown is said to be unknown."""
    source = source_label(claim.source, claim.file, language)
    if claim.mode is Mode.OWN:
        digest = claim.source.wording is Wording.DIGEST
        return phrase("wrote_digest" if digest else "wrote", language, source=source)
    speaker = shown_speaker(claim) or phrase("unknown_speaker", language)
    if claim.mode is Mode.DIRECT:
        return phrase("quoted_by", language, speaker=speaker, source=source)
    speakers = tuple(_inside(each) for each in (speaker, *claim.others))
    return phrase("reporting", language, speaker=_names(speakers, language), source=source)


def named_speaker(voice: Claim | Voice) -> str | None:
    """Return a speaker's name, and after it the words of the text where they do not say the name.

    Who "he" or "the lawyer" is was worked out; a reader must be able to see that: "Ana Ejemplo (she)".
    """
    speaker, mention = voice.speaker, voice.mention
    if not speaker or not mention or _words(speaker) & _words(mention):
        return speaker
    return f"{speaker} ({mention})"


def shown_speaker(voice: Claim | Voice) -> str | None:
    """Return a speaker's name with what the text puts in its place or, else, says beside it.

    For readers; programs have the role in a key of its own. "Ana Ejemplo (harbour master)".
    """
    name = named_speaker(voice)
    return f"{name} ({voice.role})" if name and name == voice.speaker and voice.role else name


def _inside(name: str) -> str:
    """Return a name for the middle of a line: "The ministry" began its sentence, not its name."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in _ARTICLES and rest.split(" ")[-1].islower() else name


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word).strip(".,'’()") for word in name.split())


def source_label(source: Source, file: str, language: str) -> str:
    """Return author, outlet and date of a source, and where it stands when that is all there is."""
    digest = source.wording is Wording.DIGEST
    nobody = phrase("unsigned_text" if digest else "unsigned", language)
    parts = [_names(source.authors, language) if source.authors else nobody]
    if source.outlet:
        parts.append(source.outlet)
    parts.append(date_label(source.published, language) if source.published else phrase("undated", language))
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
    text = ", ".join(parts)
    return phrase("digest_of", language, source=text) if digest else text


def date_label(iso: str, language: str) -> str:
    """Return a date such as 22 Dec 2022."""
    year, month, day = iso.split("-")
    name = phrase("months", language).split()[int(month) - 1]
    return phrase("date", language, day=int(day), month=name, year=year)


def _names(names: tuple[str, ...], language: str) -> str:
    if len(names) == 1:
        return names[0]
    return ", ".join(names[:-1]) + phrase("and", language) + names[-1]

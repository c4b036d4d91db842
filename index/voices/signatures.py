"""Words that are signed: by a dash, in brackets, by a handle, on the next line, at the end of a letter.

    “We are staying.” — Ana Ejemplo, a teacher       “We are staying.” (Ana Ejemplo)      “...”: Ana Ejemplo
    We are staying. — Ana Ejemplo (@anaejemplo) May 4, 2020                               “...” @anaejemplo

Whoever signs says them, whoever spoke in the paragraph before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.grammar.candidates import by_trade
from index.grammar.quotes import Quote, find_quotes
from index.grammar.roster import Roster
from index.grammar.speakers import Speaker
from index.model import Mode, Paragraph, Role
from index.text.names import Named, names_in
from index.text.normal import collapse
from index.text.people import given_names, people_words
from index.text.places import names_place
from index.voices.dialogue_words import dialogue_words
from index.voices.labels import SPEAKING
from index.voices.spans import Spoken, whole_paragraph
from index.words import word_list

Signed = dict[int, list[Spoken]]  # by index of the paragraph

# Name, age, office, firm and place: the longest of 40 read had 118 characters.
_LABEL = r"(?P<label>[^\W\d_][^\n\"“”«»:;()\[\]]{2,140}?)"
_AFTER_QUOTE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\s*[—–―-]{{1,2}}\s*{_LABEL}\.?\s*$",
        rf"\s*[(\[]\s*{_LABEL}\s*[)\]]\.?\s*$",
        rf"\s*:\s*{_LABEL}\.?\s*$",
        r"\s*[—–―-]{0,2}\s*(?P<label>@\w{2,30})\s*$",
    )
)
# “...” Ana Ejemplo: nothing but a stop between, a whole name and nothing else
_NAME_ALONE = re.compile(r"\.?\s+(?P<label>[^\W\d_][^\n\"“”«»:;,()\[\]]{4,60})\s*$")
# “...” Ana Ejemplo, mayor of Ardale: the whole name, a comma, and a few words without a stop
_NAME_DESCRIBED = re.compile(
    r"\s+(?P<label>[^\W\d_][^\n\"“”«»:;,]{4,40}, (?P<what>[^\n\"“”«»:;?!]{3,60}[^\W\d_]))(?P<stop>\.?)\s*$"
)
_LONGEST_SHORT = 4  # letters of "Ky." and "Calif"
_ROLE_NOUNS = word_list("grammar", "role_nouns")
_NO_OFFICE = word_list("dialogue", "before_another")
_TO = word_list("grammar", "infinitive_mark")
_FEWEST = 6  # words of a quotation so signed
_MESSAGE = re.compile(r"\s+[—–―-]{1,2}\s*(?P<label>[^(@\n—–―]{2,60}?)\s*\((?P<handle>@\w+)\)[^\n]{0,40}$")
# Messages one after the other in a paragraph, as pages embed them: each ends with its day
_SENT = re.compile(
    r"\s*[—–―-]{1,2}\s*(?P<label>[^(@\n—–―?!]{2,60}?)\s*\(@\s?\w+\)\s+"
    r"(?:[^\W\d_]+\.? \d{1,2}|\d{1,2} [^\W\d_]+),? \d{4}(?!\w)"
)
# "— Ana Ejemplo" on the last line of a paragraph, her office perhaps on one more
_SIGNED_LINE = re.compile(
    r"\n[ \t]*[—–―-]{1,2}[ \t]*(?P<label>[^\W\d_][^\n]{2,70}?)[ \t]*(?:\n[^\n.?!]{3,70})?\s*$"
)
_LINE = re.compile(rf"\s*(?P<dash>[—–―-]{{1,2}}\s*)?{_LABEL}\.?\s*$")
_LONG_DASH = re.compile(r"\s*(?:[—–―]|--)")
_BYLINES = (
    3  # paragraphs from a message to the end of the article; a dash and a name there may sign all of it
)
_LONGEST_NAME = 6  # words in a signature
_LONGEST_ROLE = 8  # words
_LONGEST_LETTER = 60  # paragraphs
_OPENING_WORDS = 3


def signatures_of(paragraphs: Sequence[Paragraph], authors: Sequence[str], roster: Roster) -> Signed:
    """Return the paragraphs that another line, or the end of a letter, signs, with their speakers."""
    signed: Signed = {}
    own = {each.lower() for each in authors}
    begun = False
    for number, paragraph in enumerate(paragraphs):
        letter = _letter(paragraphs, number, roster) if paragraph.role in SPEAKING else {}
        signed |= {at: spoken for at, spoken in letter.items() if not _by(spoken, own)}
        if begun and number not in signed and number + 1 < len(paragraphs):
            below = _below(paragraphs, number, roster)
            if below and not _by(below, own):
                signed[number] = below
        begun = begun or paragraph.role in (Role.BODY, Role.LISTING, Role.NOTE)
    return signed


def signed(text: str, quotes: Sequence[Quote], roster: Roster, *, headed: bool = False) -> list[Spoken]:
    """Return the words of a paragraph that ends with who signs them; in headings a dash sets off places."""
    message = _MESSAGE.search(text)
    if message is not None and (not quotes or quotes[0].start == 0 or quotes[-1].end <= message.start()):
        speaker = _signer(message["label"], roster, sure=True)
        start = len(text) - len(text.lstrip())
        if speaker is not None and start < message.start():
            return [Spoken(start, message.start(), speaker, Mode.DIRECT, None)]
    line = _SIGNED_LINE.search(text) if "\n" in text else None
    if line is not None and (not quotes or quotes[0].start == 0 or quotes[-1].end <= line.start()):
        speaker = _signer(line["label"], roster, sure=False)
        if speaker is not None:
            return whole_paragraph(text[: line.start()], speaker, Mode.DIRECT)
    end = _only_quotes(text, quotes)
    if end is None:
        return []
    for number, pattern in enumerate(_AFTER_QUOTE):
        match = pattern.match(text, end)
        speaker = _signer(match["label"], roster, sure=number == 0 and not headed) if match else None
        if speaker is not None:
            start = quotes[0].start
            whole = number == 0 or not _told_between(text, quotes)
            return [Spoken(start, end, speaker, Mode.DIRECT, None)] if whole else []
    return _named_behind(text, quotes, end, roster)


def _named_behind(text: str, quotes: Sequence[Quote], end: int, roster: Roster) -> list[Spoken]:
    """The one quotation of a paragraph with nothing but a whole name behind it, and what its bearer is."""
    described = _NAME_DESCRIBED.match(text, end)
    if described and len(quotes) == 1 and quotes[0].words(text) >= _FEWEST and _tells(described):
        speaker = _signer(described["label"], roster, sure=False)
        told = speaker and not names_place(speaker.name or "") and len((speaker.name or "").split()) > 1
        if speaker and told and described["what"].istitle():
            speaker = speaker._replace(role=None)  # where he is from
        if speaker and told:
            return [Spoken(quotes[0].start, quotes[0].end, speaker, Mode.DIRECT, None)]
    match = _NAME_ALONE.match(text, end)
    named = names_in(match["label"]) if match and len(quotes) == 1 else []
    if match and len(named) == 1 and named[0].name == collapse(match["label"]) and len(named[0].words) > 1:
        speaker = Speaker(roster.resolve(named[0].name, named[0].gender), named[0].name)
        known = named[0].gender is not None or roster.counts[named[0].name] > 1
        if known and quotes[0].words(text) >= _FEWEST:
            return [Spoken(quotes[0].start, quotes[0].end, speaker, Mode.DIRECT, None)]
    return []


def _tells(described: re.Match[str]) -> bool:
    """Whether words behind a name tell where its bearer is from or what he is, and are no sentence's."""
    words = described["what"].split()
    known = people_words().titles | _ROLE_NOUNS
    small = [word for word in words if word[:1].islower()]
    told = any(word in known or by_trade(word) for word in small) and small[-1] == words[-1]
    stopped = described["stop"] and not (words[-1][:1].isupper() and len(words[-1]) <= _LONGEST_SHORT)
    return not stopped and len(words) <= _LONGEST_ROLE and (told or not small)


def messages_in(text: str, roster: Roster) -> list[Spoken]:
    """The messages of which a paragraph consists, each signed with a name, a handle and a day."""
    found = list(_SENT.finditer(text)) if "(@" in text else []
    if not found or text[found[-1].end() :].strip():
        return []
    spoken: list[Spoken] = []
    start = len(text) - len(text.lstrip())
    for match in found:
        label = collapse(match["label"])
        speaker = _signer(label, roster, sure=True) or Speaker(label, label)
        if start < match.start():
            spoken.append(Spoken(start, match.start(), speaker, Mode.DIRECT, None))
        start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    return spoken


def _told_between(text: str, quotes: Sequence[Quote]) -> bool:
    """Whether words stand between the quotations, which tell who speaks unless a dash does."""
    return any(text[one.end : other.start].strip(" .\n") for one, other in pairwise(quotes))


def _only_quotes(text: str, quotes: Sequence[Quote]) -> int | None:
    """Where the quotations of a paragraph that opens with one end."""
    if not quotes or text[: quotes[0].start].strip() or not quotes[-1].closed:
        return None
    at = quotes[-1].end
    return at + (text[at : at + 1] == ".")


def _signer(label: str, roster: Roster, *, sure: bool) -> Speaker | None:
    """The speaker a signature names: "Ana Ejemplo, a teacher", "Harbour master Ana Ejemplo", "@ana".

    Not ``sure``, where other things than names may stand, only a whole name or a known surname is taken.
    """
    label = collapse(label)
    if label.startswith("@"):
        return Speaker(label, label)
    first, _, after = label.partition(",")
    first = first.strip()
    if names_place(first):
        return None  # '“The ships are gone” — Gulf of Oman'
    found = names_in(first)
    named = [each for each in found if _ends_name(first, each, sure=sure)][:1] or found[-1:]
    whole = bool(named) and _ends_name(first, named[0], sure=sure)
    if whole and (len(named[0].words) > 1 or roster.surnamed(named[0].name)):
        before = first[: named[0].start].strip()
        if before and not _office(before):
            return None
        return Speaker(roster.resolve(named[0].name, named[0].gender), label, _role(before or after))
    words = first.split()
    if len(words) == 1 and not _called(first, roster):
        return None
    capital = all(word[:1].isupper() or len(word) <= 3 for word in words)
    capital = capital and _TO.isdisjoint(words)  # not "Letters to the Editor"
    return Speaker(roster.resolve(first), label) if sure and capital and len(words) <= _LONGEST_NAME else None


def _ends_name(words: str, named: Named, *, sure: bool) -> bool:
    """Whether nothing follows a name but where it was said: "Ana Ejemplo to the Gazette"."""
    rest = words[named.end :].strip(" .").split()
    return not rest or (sure and len(named.words) > 1 and rest[0] in dialogue_words().ruling_words)


def _called(word: str, roster: Roster) -> bool:
    """Whether a single word can sign: a surname of the article, a first name, initials."""
    lists = people_words()
    return (
        roster.surnamed(word)
        or word.isupper()
        or (word.lower() in given_names() or word.lower() in lists.titles)
        or word.lower() in lists.bodies
    )


def _office(words: str) -> bool:
    """Whether the words before a name can be an office: they end with a title, or are few and small."""
    last = words.rstrip(".").split()[-1].lower()
    if last in _NO_OFFICE or dialogue_words().articles.match(f"{last} "):
        return False  # "Reporting by Ana Ejemplo", "Tom Brown & Ana Ejemplo"
    return last in people_words().titles or len(words.split()) <= _OPENING_WORDS


def _role(words: str) -> str | None:
    role = words.strip(" ,.")
    role = dialogue_words().articles.sub("", role) if role[:1].islower() else role  # "Los Aldeas Gazette"
    return role if len(role) > 2 and len(role.split()) <= _LONGEST_ROLE else None


# -- on another line --------------------------------------------------------------------------


def _below(paragraphs: Sequence[Paragraph], number: int, roster: Roster) -> list[Spoken]:
    """What the line below it signs: a quotation by "— Ana Ejemplo, a teacher" or nothing but a name, a
    message without marks by a whole name behind a dash, where the article goes on, so that it is no byline.
    """
    paragraph, line = paragraphs[number], paragraphs[number + 1]
    if paragraph.role not in SPEAKING or line.role is Role.JUNK or "\n" in line.text.strip():
        return []
    match = _LINE.match(line.text)
    dashed = match is not None and match["dash"] is not None
    told = line.text.rstrip().endswith(".") and len(line.text.split()) > _LONGEST_NAME
    if match is None or (told and not dashed):
        return []  # a sentence about somebody: "Ana Ejemplo, mayor of Ardale, left the room."
    if paragraph.text.lstrip()[:1] not in tuple('“"«„»'):
        long = match["dash"] and match["dash"].strip() != "-" and number + _BYLINES < len(paragraphs)
        message = long and paragraph.role is not Role.HEADING and not _LONG_DASH.match(paragraph.text)
        speaker = _signer(match["label"], roster, sure=False) if message else None
        return [] if speaker is None else whole_paragraph(paragraph.text, speaker, Mode.DIRECT)
    quotes = find_quotes(paragraph.text)
    end = _only_quotes(paragraph.text, quotes)
    if end is None or paragraph.text[end:].strip() or _told_between(paragraph.text, quotes):
        return []
    speaker = _signer(match["label"], roster, sure=dashed)
    return [] if speaker is None else [Spoken(quotes[0].start, end, speaker, Mode.DIRECT, None)]


def _letter(paragraphs: Sequence[Paragraph], first: int, roster: Roster) -> Signed:
    """The paragraphs of a letter that begins at ``first``, if its end and a name are found."""
    if not _opens_letter(paragraphs[first].text):
        return {}
    for number in range(first + 1, min(len(paragraphs), first + _LONGEST_LETTER)):
        text = paragraphs[number].text.strip()
        if _opens_letter(text):
            return {}  # another letter
        speaker = _closing(text, paragraphs[number + 1].text if number + 1 < len(paragraphs) else "", roster)
        if speaker is None:
            continue
        rows = range(first, number + 1)
        return {
            at: whole_paragraph(paragraphs[at].text, speaker, Mode.DIRECT)
            for at in rows
            if paragraphs[at].role in SPEAKING - {Role.HEADING}
        }
    return {}


def _closing(text: str, below: str, roster: Roster) -> Speaker | None:
    """Who signs where a letter ends: below "Yours sincerely,", or by a name alone, a place under it."""
    lines = [line.strip() for line in text.split("\n")]
    closes = lines[0].lower().rstrip(" ,.:") in dialogue_words().closings
    name = (lines[1] if len(lines) > 1 else below.strip().split("\n")[0]) if closes else lines[0]
    alone = len(lines) in (1, 2, 3) and all(0 < len(line.split()) <= _LONGEST_NAME for line in lines)
    match = _LINE.match(name) if alone else None
    return _signer(match["label"], roster, sure=False) if match else None


def _opens_letter(text: str) -> bool:
    """Whether a paragraph is a salutation: "Dear councillors,"."""
    words = text.strip().lower().rstrip(" ,:.").split()
    short = 0 < len(words) <= _LONGEST_ROLE and text.rstrip().endswith((",", ":", "."))
    starts = {" ".join(words[:count]).rstrip(".") for count in range(1, _OPENING_WORDS + 1)}
    return short and not starts.isdisjoint(dialogue_words().salutations)


def _by(spoken: Sequence[Spoken], authors: set[str]) -> bool:
    """Whether the author of the article signs."""
    return any(each.speaker and (each.speaker.name or "").lower() in authors for each in spoken)

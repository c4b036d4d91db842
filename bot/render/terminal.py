"""The Answer as text for a terminal: quotes behind a bar, each under its voice."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from bot.answer import Answer, Claim, ContestedPoint, Kind, Status
from bot.phrases import phrase
from bot.render.label import title_label, voice_label
from bot.render.position import backed, is_title, origin, rest, same_voice
from index.expressions import pattern
from index.model import Mode, Stance
from index.text.inline_links import link_marked, place_marked
from index.values import frozen

# What would steer the terminal, or turn the reading direction of what follows, if it were printed.
_UNSAFE = pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BAR = "  │ "
_WORD = pattern(r"[^\W_]+")
_ADDRESS = pattern(r"https?://[!-~]{1,1500}")
_MARKS = 3  # characters around a title: its quotation marks and a blank
_SHORTEST = 12  # characters of a title that say something


@frozen
class Screen:
    """How wide the screen is, in characters, and whether it has styles."""

    width: int = 88
    styled: bool = False
    more: str = "--all"  # what one types to see all that was found

    def bold(self, text: str) -> str:
        """Return the text in bold where the screen has styles."""
        return f"\x1b[1m{text}\x1b[0m" if self.styled else text

    def underlined(self, text: str) -> str:
        """Return the text underlined where the screen has styles."""
        return f"\x1b[4m{text}\x1b[24m" if self.styled else text

    def linked(self, text: str, url: str | None) -> str:
        """Return the text as a link where the screen has styles and the address can stand in one (OSC 8)."""
        if not self.styled or not url or not _ADDRESS.fullmatch(url):
            return text
        return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\"

    def dim(self, text: str) -> str:
        """Return the text dimmed where the screen has styles."""
        return f"\x1b[2m{text}\x1b[0m" if self.styled else text


def printable(text: str) -> str:
    """Return ``text`` with control characters shown as the replacement character."""
    return _UNSAFE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return a name or a title as a line may hold it: white space collapsed, control characters shown."""
    return printable(" ".join(text.split()))


def answer_text(answer: Answer, screen: Screen) -> str:
    """Return the answer as lines for the screen."""
    return "\n".join(_lines(answer, screen))


def claims_text(claims: Sequence[Claim], language: str, screen: Screen) -> str:
    """Return claims one below the other, each under its voice."""
    return "\n".join(line for claim in claims for line in claim_lines(claim, language, screen, number=""))


def _lines(answer: Answer, screen: Screen) -> Iterator[str]:
    for note in answer.notes:
        yield from _wrap(note, screen, "")
    if answer.status is Status.NOTHING_FOUND:
        if not answer.reply:
            yield screen.bold(phrase("nothing", answer.language))
        yield from _wrap(answer.reason or "", screen, "")
    if answer.nearest:
        yield screen.bold(f"── {phrase('nearest', answer.language)} ──")
    for claim in answer.nearest:
        yield from claim_lines(claim, answer.language, screen, number="")
    for point in answer.contested:
        yield from point_lines(point, answer.language, screen)
    for claim in answer.beside:
        yield from claim_lines(claim, answer.language, screen, number=f"{claim.number}.")
    if answer.more.passages:
        line = f"{rest(answer)} {phrase('more_how', answer.language, how=screen.more)}"
        yield from map(screen.dim, _wrap(line, screen, ""))


def point_lines(point: ContestedPoint, language: str, screen: Screen) -> Iterator[str]:
    """Yield a contested point: its heading, then each position with its sources and quotes.

    Of voices side by side the name above each quote is the position's label itself.
    """
    yield from map(screen.bold, _wrap(f"── {point.heading} ──", screen, ""))
    if point.edited:
        yield from _wrap(f"({origin(point, language)})", screen, "")
    for position in point.positions:
        before: Claim | None = None  # each position stands under a name of its own
        if point.kind is not Kind.VOICES:
            yield from _wrap(f"• {position.label}{backed(position, language)}", screen, "", "  ")
        for claim in position.claims:
            if not same_voice(claim, before, language):
                yield from _voice(claim, language, screen, "• " if point.kind is Kind.VOICES else "  ")
            yield from _quote(claim, language, screen, "  ", placed=point.kind is Kind.VOICES)
            before = claim
    yield ""


def claim_lines(claim: Claim, language: str, screen: Screen, *, number: str) -> Iterator[str]:
    """Yield a claim: voice, quote, place, and an empty line."""
    yield from _voice(claim, language, screen, f"{number} " if number else "")
    yield from _quote(claim, language, screen, "")
    yield ""


def found_lines(claim: Claim, language: str, screen: Screen) -> Iterator[str]:
    """Yield a claim that a search found: its voice, its quote with the words that matched marked."""
    yield from _voice(claim, language, screen, f"{claim.number}. ")
    words = frozenset(claim.matched)
    for line in _wrap(claim.quote, screen, _BAR):
        yield _WORD.sub(lambda word: _marked_word(word[0], words, screen), line)
    yield screen.dim(f"    {one_line(claim.paragraph)}  {claim.score:.2f}  [{', '.join(claim.matched)}]")
    yield ""


def _marked_word(word: str, matched: frozenset[str], screen: Screen) -> str:
    """Return a word underlined where it is one that matched, or begins or ends like one."""
    low = word.lower()
    alike = any(low.startswith(each[: max(4, len(each) - 2)]) for each in matched)
    return screen.underlined(word) if low in matched or alike else word


def _voice(claim: Claim, language: str, screen: Screen, mark: str) -> Iterator[str]:
    line = f"{voice_label(claim, language)}:"
    yield from map(screen.bold, _wrap(line, screen, mark, "    " if mark.startswith((" ", "•")) else "   "))


def _quote(claim: Claim, language: str, screen: Screen, indent: str, *, placed: bool = True) -> Iterator[str]:
    """Yield the lines of a quote behind its bar, what its author makes of it, and where it stands."""
    yield from _marked(claim, screen, indent + _BAR)
    below = indent + "    "
    if claim.stance is not Stance.REPORTED and not placed:  # of a position: who reports it keeps away from it
        yield from _wrap(f"({phrase(claim.stance, language)})", screen, below)
    if placed:
        yield _place_line(claim, language, screen, below)


def _marked(claim: Claim, screen: Screen, bar: str) -> Iterator[str]:
    """Yield the lines of a quote; words that are not the author's are underlined where not all are so."""
    quote = link_marked(claim.quote)
    lines = _wrap(quote, screen, bar)
    if not screen.styled or claim.mode is Mode.DIRECT:
        yield from lines
        return
    said = [[place_marked(claim.quote, place) for place in (each.start, each.end)] for each in claim.voices]
    at = 0
    for line in lines:
        words = line.removeprefix(bar)
        at = quote.find(words[:1], at)
        spans = ((max(0, start - at), min(len(words), end - at)) for start, end in said)
        for first, last in sorted(spans, reverse=True):
            if first < last:
                words = words[:first] + screen.underlined(words[first:last]) + words[last:]
        yield bar + words
        at += len(line) - len(bar)


def _place_line(claim: Claim, language: str, screen: Screen, indent: str) -> str:
    """Return where a quote stands, on one line: its paragraph, copies, and as much of the title as fits."""
    where = one_line(claim.paragraph)
    others = list(dict.fromkeys(other.article for other in claim.also_in))
    if others:
        where += "; " + one_line(phrase("also_in", language, places=", ".join(others)))
    title = "" if is_title(claim) else one_line(title_label(claim.source, language) or "")
    room = max(20, screen.width - len(indent)) - len(where) - _MARKS
    if title and len(title) > room:
        title = title[: room - 1].rstrip() + "…" if room > _SHORTEST else ""
    shown = phrase("titled", language, title=title) if title else where
    linked = indent + screen.linked(screen.dim(shown), claim.link or claim.source.url)
    return f"{linked} {screen.dim(where)}" if title else linked


def hanging(first: str, text: str, screen: Screen) -> list[str]:
    """Return the lines of a text behind what its first line begins with, the others indented as far."""
    return _wrap(one_line(text), screen, first, " " * len(first))


def wrapped(text: str, screen: Screen, indent: str) -> list[str]:
    """Return the lines of a name or a title, each behind an indent."""
    return _wrap(one_line(text), screen, indent)


def _wrap(text: str, screen: Screen, first: str, others: str | None = None) -> list[str]:
    """Return the lines of a text with what each begins with; at least 20 characters of text fit."""
    indent = first if others is None else others
    return textwrap.wrap(
        printable(text), max(20 + len(indent), screen.width), initial_indent=first,
        subsequent_indent=indent, break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip

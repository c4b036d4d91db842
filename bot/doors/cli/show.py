"""``quoth show``: an article, a paragraph in its context, or a document's exact text."""

from __future__ import annotations

from pathlib import Path

from bot.doors.cli.arguments import Parser, whole
from bot.doors.cli.common import desk_of, library_option, screen
from bot.doors.cli.streams import say
from bot.finding.quote import labelled
from bot.render.label import source_label, title_label, voice_label
from bot.render.terminal import hanging, one_line, printable
from index.door import Index
from index.errors import NotInLibrary
from index.model import Mode, Role
from index.text.normal import collapse

_LONGEST_NUMBER = 9  # digits


def arguments(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("name", metavar="NAME", help="ARTICLE, ARTICLE#N or the FILE of an article")
    library_option(parser)
    parser.flag("--raw", "Print the document's decoded text, in which offsets count.")
    parser.add_argument(
        "--around", type=whole(0, 20), default=1, help="Paragraphs before and after (default: %(default)s)."
    )


def command(name: str, library: Path | None, raw: bool, around: int) -> None:
    """Show the article NAME, or its paragraph NAME#N with what stands around it.

    A name that begins with a hyphen stands behind "--".

    Example: quoth show ARTICLE#4
    """
    say(
        desk_of(library).use(lambda index: _shown(index, name, raw=raw, around=around)),
        end="" if raw else "\n",
    )


def _shown(index: Index, name: str, *, raw: bool, around: int) -> str:
    """Return what to print. Raises NotInLibrary."""
    article, number = _article_and_number(index, name)
    # an article may be named by its file: of several in one file it is the first
    at_hand = next((each for each in index.articles() if article in {each.id, each.file}), None)
    if raw:
        return index.document(at_hand.file if at_hand else article).text
    found = index.paragraphs(at_hand.id if at_hand else article)
    if number:
        if not (number.isdecimal() and len(number) < _LONGEST_NUMBER and 1 <= int(number) <= len(found)):
            raise NotInLibrary(f"{article} has paragraphs 1 to {len(found)}, not {number[:20]!r}")
        at = int(number) - 1
        found = found[max(0, at - around) : at + around + 1]
    first = found[0]
    label = source_label(first.source, first.paragraph.file, "en")
    lines = [f"{one_line(title_label(first.source, 'en') or article)}\n{one_line(label)}\n"]
    for item in found:
        paragraph = item.paragraph
        mark = "→" if number == str(paragraph.number) else " "
        role = "" if paragraph.role is Role.BODY else f"[{paragraph.role}] "
        head = f"{mark}{paragraph.number:>4}  "
        claim = labelled(item, paragraph.number)
        if claim.mode is not Mode.OWN:
            lines += hanging(head, f"{voice_label(claim, 'en')}:", screen())
            head = " " * len(head)
        lines += [*hanging(head, role + collapse(paragraph.text), screen()), ""]
    return printable("\n".join(lines))


def _article_and_number(index: Index, name: str) -> tuple[str, str]:
    """Return the parts of ARTICLE#N; a file's name may hold the sign too."""
    if "#" not in name or any(name in {article.id, article.file} for article in index.articles()):
        return name, ""
    article, _, number = name.rpartition("#")
    return article, number

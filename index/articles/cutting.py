"""A document to its articles and their paragraphs.

text -> pages (as saved) -> units (layout) -> kinds (what each says) -> roles (what neighbours make of it)
     -> bounds (where articles begin) -> heads, provenance (whose they are) -> Article, Paragraph
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from index.articles.address_facts import dated
from index.articles.addresses import Address
from index.articles.bounds import article_starts, resumed_at
from index.articles.curated import clean_pieces
from index.articles.line_kinds import UnitKind
from index.articles.long_paragraphs import pieces_of
from index.articles.pieces import Piece
from index.articles.provenance import page_facts, read_source
from index.articles.roles import is_handle_line, messy_pieces
from index.articles.saved_pages import Page, pages_of
from index.articles.title_words import body_of
from index.articles.titles import title_of
from index.articles.units import lines_of
from index.formats.frontmatter import FrontMatter, fence_end
from index.languages import is_read
from index.model import QUOTABLE, Article, Document, Paragraph, Role, Source
from index.text.language_of import told_language
from index.text.letters import CAPITAL
from index.text.repeats import REPEATED, containment, grams
from index.values import frozen, replace
from index.words import either

_TELLS = 8  # words that tell a paragraph's own language
_TELLS_IN_UNREAD = 25  # of two sentences of another language one in a hundred looks like one that is read
_BIO_VERB = re.compile(rf",?\s+(?:{either('lines', 'biography_verbs')})\b")
_NAMING = frozenset({UnitKind.HEADING, UnitKind.BYLINE})
_NAME_ALONE = re.compile(rf"{CAPITAL}[\w’'.-]+(?: [^\W\d_][\w’'.-]*){{0,3}}")
_ARTICLE = rf"(?:(?:{either('lines', 'about_articles')}) )?"
_ABOUT = re.compile(rf"(?:{either('lines', 'about')}) {_ARTICLE}(?P<name>{CAPITAL}.{{2,60}})")
_OPENING_ARTICLE = re.compile(f"{_ARTICLE}")
_ROLES = {
    UnitKind.TEXT: Role.BODY,
    UnitKind.HEADING: Role.HEADING,
    UnitKind.BULLET: Role.LISTING,
    UnitKind.FACT: Role.LISTING,
    UnitKind.CAPTION: Role.CAPTION,
    UnitKind.JUNK: Role.JUNK,
    UnitKind.FORM: Role.JUNK,
    UnitKind.SEPARATOR: Role.JUNK,
}

Override = Callable[[int, Source], Source]  # an editor's corrections: article number, detected -> stated


@frozen
class CutArticle:
    """An article and its paragraphs."""

    article: Article
    paragraphs: tuple[Paragraph, ...]


def cut_articles(
    document: Document, front: FrontMatter | None, override: Override | None = None
) -> list[CutArticle]:
    """Return the articles of a document in order, at least one.

    A text with front matter is one article by an editor's word; any other is cut by its shape.
    """
    if front is not None:
        section = clean_pieces(document.text, front.body_start)
        texts = [(section, dated(with_language(front.source, section)))]
    else:
        head_end = fence_end(document.text)
        texts = [text for page in pages_of(lines_of(document.text)) for text in _texts_of(page, head_end)]
    cut = []
    for number, (section, detected) in enumerate(texts or [([], Source())], start=1):
        source = override(number, detected) if override is not None else detected
        article_id = article_name(document.file, number, len(texts))
        paragraphs = tuple(paragraphs_of(document, article_id, section, source))
        start = paragraphs[0].start if paragraphs else 0
        end = paragraphs[-1].end if paragraphs else len(document.text)
        cut.append(CutArticle(Article(article_id, document.file, number, start, end, source), paragraphs))
    return cut


def _texts_of(page: Page, head_end: int) -> list[tuple[list[Piece], Source]]:
    """Return the texts of a page and their sources, as far as the page states them."""
    pieces = messy_pieces(page.lines, head_end)
    starts = _below_heads(article_starts(pieces), pieces, page.address)
    resumed = resumed_at(pieces, starts)
    starts = sorted({*starts, *resumed})
    ends = [*starts[1:], len(pieces)]
    sections = [pieces[start:end] for start, end in zip(starts, ends, strict=True)]
    facts = page_facts(pieces, page.address, alone=len(sections) == 1, header=page.header)
    texts: list[tuple[list[Piece], Source]] = []
    for number, section in enumerate(sections, start=1):
        paged = number == 1 and len(sections) > 1 and _head_is_the_pages(section, sections[1:])
        if starts[number - 1] in resumed:  # nobody is told to have written it but for the one above
            source = replace(texts[0][1], authors=())
        else:
            source = read_source(section, facts, own_title=not paged, first=number == 1)
        mark_tail(section, source)
        texts.append((section, source))
    return texts


def _below_heads(starts: list[int], pieces: Sequence[Piece], address: Address | None) -> list[int]:
    """Return where articles begin, but for what lies in the head of the first, up to its text.

    Notices in menus have headings and texts, too, and a head has lines that look like the next one.
    """
    if len(starts) == 1 or title_of(pieces, address) is None:
        return starts
    body = body_of(pieces)
    return [0, *(at for at in starts if at > body)]


def article_name(file: str, number: int, of: int) -> str:
    """Return the id of an article: its file's name without the ending, numbered where there are more."""
    name = re.sub(r"\.[^./]*$", "", file)
    return name if of <= 1 else f"{name}.{number}"


def with_language(source: Source, pieces: Sequence[Piece]) -> Source:
    """Return a source with the language of its text, where none is stated."""
    if source.language:
        return source
    return replace(source, language=told_language(" ".join(piece.text for piece in pieces[:20])))


def _head_is_the_pages(section: Sequence[Piece], others: Sequence[Sequence[Piece]]) -> bool:
    """Whether what stands above the first text repeats a later text of the page.

    Then the head is the page's own, made from one of its texts, and its pieces become headings.
    """
    texts = [piece for piece in section if piece.is_text and piece.words >= 15]
    if len(texts) < 3:
        return False
    deck = grams(texts[0].text)
    repeated = any(
        containment(deck, grams(piece.text)) >= REPEATED
        for other in others
        for piece in other
        if piece.is_text
    )
    if repeated:
        for piece in section[: section.index(texts[0]) + 1]:
            if piece.is_text:
                piece.kind = UnitKind.HEADING
    return repeated


def mark_tail(section: Sequence[Piece], source: Source) -> None:
    """Make biographies and what follows a closing credit notes: they are about the text, not of it."""
    total = sum(piece.words for piece in section if piece.is_text)
    seen = 0
    closed = False
    turns = _turns(section)
    for at in turns:
        section[at].kind = UnitKind.HEADING
    for at, piece in enumerate(section):
        if closed:
            piece.note = piece.kind is not UnitKind.JUNK
        elif piece.is_text:
            about_author = any(
                piece.text.startswith(author) and _BIO_VERB.match(piece.text[len(author) :])
                for author in source.authors
            )
            if about_author and at >= len(section) - 4:
                piece.note = True
            seen += piece.words
        elif piece.kind is UnitKind.ORIGIN or is_handle_line(piece) or _is_self_portrait(section, at):
            closed = seen > 0.6 * total
        if piece.kind is UnitKind.HEADING and piece.text in source.authors and at not in turns:
            piece.note = True


def _turns(section: Sequence[Piece]) -> frozenset[int]:
    """Return where below the first text names of two persons at least stand alone, each again and again.

    Such lines begin what each says in a talk, the author's own, too: they sign nothing.
    """
    text = next((at for at, piece in enumerate(section) if piece.is_text), len(section))
    below = range(text + 1, len(section))
    named = [at for at in below if section[at].kind in _NAMING and _NAME_ALONE.fullmatch(section[at].text)]
    counts = Counter(section[at].text for at in named)
    again = {name for name, times in counts.items() if times > 1}
    return frozenset(at for at in named if section[at].text in again) if len(again) > 1 else frozenset()


def _is_self_portrait(section: Sequence[Piece], at: int) -> bool:
    """Whether a heading "About NAME" opens the lines in which whoever sent the text presents itself."""
    match = _ABOUT.fullmatch(section[at].text) if section[at].kind is UnitKind.HEADING else None
    if match is None:
        return False
    below = next((piece for piece in section[at + 1 :] if piece.is_text), None)
    return below is not None and _OPENING_ARTICLE.sub("", below.text, count=1).startswith(match["name"])


def paragraphs_of(
    document: Document, article_id: str, section: Sequence[Piece], source: Source
) -> list[Paragraph]:
    """Return the paragraphs that the pieces of an article make."""
    merged = _merge_lists(section)
    quotable = any(_role(pieces[0]) in QUOTABLE for pieces in merged)
    tells = _TELLS if source.language is None or is_read(source.language) else _TELLS_IN_UNREAD
    paragraphs: list[Paragraph] = []
    for number, pieces in enumerate(merged, start=1):
        start, end = pieces[0].unit.start, pieces[-1].unit.end
        role = Role.LISTING if len(pieces) > 1 else _role(pieces[0])
        if not quotable and role is Role.HEADING and (number > 1 or len(merged) == 1):
            role = Role.BODY  # a text of short lines only is still a text
        whole = document.text[start:end]
        for first, last in pieces_of(whole, source.language):
            text = whole[first:last]
            language = (told_language(text) if len(text.split()) >= tells else None) or source.language
            place = len(paragraphs) + 1, start + first, start + last
            paragraphs.append(Paragraph(article_id, document.file, *place, role, language, text))
    return paragraphs


def _role(piece: Piece) -> Role:
    if piece.post:
        return Role.POST
    if piece.note:
        return Role.NOTE
    return _ROLES.get(piece.kind, Role.NOTE)


def _merge_lists(section: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces, a lead-in that ends with a colon joined to the list it leads.

    Items of such a list are no sentences: quoted without their lead-in they would say
    something in nobody's voice.
    """
    groups: list[list[Piece]] = []
    for piece in section:
        open_list = bool(groups) and (
            groups[-1][-1].text.endswith(":")
            or (len(groups[-1]) > 1 and groups[-1][-1].kind is UnitKind.BULLET)
        )
        is_item = piece.kind is UnitKind.BULLET or piece.text.startswith(("*", "•"))
        lead = groups[-1][0] if groups else None
        if open_list and is_item and not piece.note and lead is not None and lead.is_text and not lead.post:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups

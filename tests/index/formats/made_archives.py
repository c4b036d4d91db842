"""Office files and books made by hand: archives of a few parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP file of such parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            file.writestr(name, content, stored)
    return out.getvalue()


def docx(body: str, more: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file with such a body."""
    styles = (
        f'<w:styles {W}><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="C"><w:name w:val="caption"/></w:style></w:styles>'
    )
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": document, "word/styles.xml": styles}
    return archive({**parts, **(more or {})})


def run(text: str, settings: str = "") -> str:
    """Return a run of text of a Word file."""
    return f"<w:r>{f'<w:rPr>{settings}</w:rPr>' if settings else ''}<w:t>{text}</w:t></w:r>"


def para(content: str, settings: str = "") -> str:
    """Return a paragraph of a Word file."""
    return f"<w:p>{f'<w:pPr>{settings}</w:pPr>' if settings else ''}{content}</w:p>"


def odt(body: str) -> bytes:
    """Return an OpenDocument text with such a body."""
    content = (
        f"<office:document-content {OFFICE}><office:body><office:text>{body}</office:text></office:body>"
    )
    mimetype = "application/vnd.oasis.opendocument.text"
    return archive({"mimetype": mimetype, "content.xml": content + "</office:document-content>"})


def epub(chapters: Mapping[str, str], metadata: str = "", spine: str = "") -> bytes:
    """Return a book of such chapters."""
    items = "".join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(chapters)
    )
    order = spine or "".join(f'<itemref idref="i{number}"/>' for number in range(len(chapters)))
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    pages = {
        f"OPS/{name}": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{text}</body></html>'
        for name, text in chapters.items()
    }
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OPS/book.opf": package}
    return archive({**parts, **pages})

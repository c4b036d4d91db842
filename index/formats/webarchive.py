"""Web pages saved in one file by Safari (.webarchive): a property list with the page and what it shows."""

from __future__ import annotations

import contextlib
import plistlib

from index.errors import UnreadableDocument
from index.formats.description import Format
from index.formats.extracted import Extracted
from index.formats.html import read_page
from index.formats.page_source import is_address

_NO_PAGE = "it holds no web page"
_DAMAGED = "it is damaged: the archive cannot be read"


def read(data: bytes, _name: str) -> Extracted:
    """Return the page of an archive, with the address it was saved from."""
    try:
        page = plistlib.loads(data)["WebMainResource"]
        content, address = page["WebResourceData"], page.get("WebResourceURL")
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableDocument(_NO_PAGE) from error
    except Exception as error:  # of many kinds, as the list or its XML is broken
        raise UnreadableDocument(_DAMAGED) from error
    if not isinstance(content, bytes):
        raise UnreadableDocument(_NO_PAGE)
    encoding = str(page.get("WebResourceTextEncodingName") or "utf-8")
    with contextlib.suppress(LookupError, ValueError):
        content = content.decode(encoding).encode()
    return read_page(content, address if isinstance(address, str) and is_address(address) else None)


def looks(head: bytes, suffix: str) -> bool:
    """Whether a file begins like a property list with a web page in it."""
    listed = head.startswith(b"bplist00") or b"<plist" in head
    return listed and (suffix == ".webarchive" or b"WebMainResource" in head)


FORMAT = Format(
    name="a saved web page (.webarchive)",
    suffixes=frozenset({".webarchive"}),
    looks=looks,
    read=read,
    needs=("trafilatura", "htmldate", "lxml.html"),
)

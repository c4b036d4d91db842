"""Archives of XML, as office programs and books use them: opened only as far as it is harmless."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING
from urllib.parse import unquote

from index.errors import UnreadableDocument
from index.values import frozen

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_ENTRIES = 5_000
_LARGEST_PART = 50_000_000  # bytes of one file in the archive, unpacked
_LARGEST_WHOLE = 200_000_000
_MOST_RATIO = 200  # times its size that an archive may unpack to; XML packs to a tenth
_SMALL = 100_000  # bytes that unpack to whatever they do
_ENTITY = re.compile(rb"<!ENTITY")
_ENTITIES = "it declares entities, which no document needs"


@frozen
class Archive:
    """A ZIP file in memory. Names in it are looked up, never made paths."""

    file: zipfile.ZipFile

    @staticmethod
    def opened(data: bytes) -> Archive:
        """Open an archive. Raises UnreadableDocument when it is none, or would unpack to too much."""
        try:
            file = zipfile.ZipFile(io.BytesIO(data))
            entries = file.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise UnreadableDocument("it is damaged: its archive cannot be opened") from error
        if len(entries) > _MOST_ENTRIES:
            raise UnreadableDocument(f"it holds {len(entries)} files; at most {_MOST_ENTRIES} are opened")
        whole = sum(entry.file_size for entry in entries)
        packed = sum(entry.compress_size for entry in entries)
        if whole > _LARGEST_WHOLE or whole > _MOST_RATIO * max(packed, _SMALL):
            raise UnreadableDocument(f"it unpacks to {whole / 1e6:.0f} MB")
        return Archive(file)

    def names(self) -> frozenset[str]:
        """Return the names of the files in it."""
        return frozenset(self.file.namelist())

    def part(self, name: str) -> bytes:
        """Return a file of the archive. Raises KeyError, and UnreadableDocument when it is damaged."""
        try:
            with self.file.open(name) as part:
                data = part.read(_LARGEST_PART + 1)  # what stands in the list of files need not be true
        except KeyError:
            raise
        except RuntimeError as error:
            raise UnreadableDocument("it is protected by a password") from error
        except Exception as error:  # of zlib, lzma and others
            raise UnreadableDocument("it is damaged: its archive cannot be unpacked") from error
        if len(data) > _LARGEST_PART:
            raise UnreadableDocument(f"it unpacks to more than {_LARGEST_PART / 1e6:.0f} MB")
        return data

    def tree(self, name: str) -> Element:
        """Return the XML in a file of the archive. Raises KeyError, and UnreadableDocument."""
        return parsed(self.part(name))

    def text_part(self, name: str) -> Element:
        """Return the XML of the file that holds the text. Raises UnreadableDocument."""
        try:
            return self.tree(name)
        except KeyError as error:
            raise UnreadableDocument("it is damaged: it holds no text part") from error


def parsed(data: bytes) -> Element:
    """Return the tree of an XML text that declares nothing. Raises UnreadableDocument."""
    from lxml import etree

    if _ENTITY.search(data):
        raise UnreadableDocument(_ENTITIES)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(f"it is damaged: {str(error)[:80]}") from error
    declared = root.getroottree().docinfo.internalDTD  # in whatever encoding
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise UnreadableDocument(_ENTITIES)
    return root


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element, name: str) -> str | None:
    """Return an attribute by its name without the namespace, in which kinds of one format differ."""
    for key, held in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(held)
    return None


def joined(base: str, target: str) -> str | None:
    """Return the name of a file that another one refers to; None where it leads out of the archive."""
    if "://" in target[:12] or target.startswith("data:"):
        return None
    path = unquote(target.partition("#")[0])
    name = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(base, path))
    return None if name.startswith("..") or name == "." else name

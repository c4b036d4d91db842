"""PDFs made by hand, line by line: small, and with nothing in them that a test does not need."""

from __future__ import annotations

from collections.abc import Collection, Sequence

Line = tuple[float, float, float, str]  # left, bottom, size of type, text


_PICTURE = "q 300 0 0 300 9 9 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n"


def pdf(
    pages: Sequence[Sequence[Line]],
    info: str = "",
    invisible: Sequence[Line] = (),
    pictures: Collection[int] = (),
) -> bytes:
    """Return a PDF whose pages hold such lines in Helvetica, those of a size above 14 in bold.

    Those whose numbers are in ``pictures`` hold a picture as well.
    """
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    fonts = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> "
    fonts += "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >>"
    for number, lines in enumerate(pages, start=1):
        shown = "".join(_shown(line) for line in lines) + "".join(_shown(line, 3) for line in invisible)
        shown += _PICTURE if number in pictures else ""
        objects.append(f"<< /Length {len(shown.encode('cp1252'))} >>\nstream\n{shown}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents {len(objects)} 0 R"
            f" /Resources << /Font {fonts} >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    return _file(objects)


def _shown(line: Line, mode: int = 0) -> str:
    left, bottom, size, text = line
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT {mode} Tr /F{2 if size > 14 else 1} {size} Tf {left} {bottom} Td ({escaped}) Tj ET\n"


def _file(objects: Sequence[str]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def column(left: float, top: float, *lines: str, size: float = 10) -> list[Line]:
    """Return the lines of a column, one below the other."""
    return [(left, top - 12 * number, size, text) for number, text in enumerate(lines)]

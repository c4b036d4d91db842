"""Chats that Telegram exports as web pages."""

from __future__ import annotations

from index.formats.registry import format_of
from index.formats.telegram_pages import read


def message(
    number: int, name: str, text: str, day: str = "04.03.2021 10:01:00 UTC+01:00", more: str = ""
) -> str:
    """Return a message as Telegram writes it; one of the same sender has no name."""
    who = f'<div class="from_name">{name} </div>' if name else ""
    said = f'<div class="text">{text}</div>' if text else ""
    return (
        f'<div class="message default clearfix" id="message{number}"><div class="body">'
        f'<div class="pull_right date details" title="{day}">10:01</div>{who}{said}{more}</div></div>'
    )


PAGE = (
    '<!DOCTYPE html><html><body><div class="page_wrap"><div class="page_header"><div class="text'
    ' bold">Harbour group'
    '</div></div><div class="page_body chat_page"><div class="history"><div class="message service"'
    ' id="message-1">'
    '<div class="body details">4 March 2021</div></div>%s</div></div></div></body></html>'
)
FORWARDED = (
    '<div class="forwarded body"><div class="from_name">Cem Muestra <span class="date details">'
    " 3.3.</span></div>"
    '<div class="text">It does not.</div></div>'
)


def test_messages_are_their_senders() -> None:
    """Sender and day are each message's, also where the same one goes on; forwarded words are another's."""
    body = (
        message(1, "Ana Ejemplo", "It <b>sails</b>.<br>On Monday.")
        + message(2, "", "At nine.")
        + message(3, "Bo Prueba", "", "05.03.2021 09:00:00", FORWARDED)
    )
    data = (PAGE % body).encode()
    ana, cem = read(data, "messages.html").parts
    assert (ana.source.authors, ana.source.published, ana.source.outlet) == (
        ("Ana Ejemplo",),
        "2021-03-04",
        "Harbour group",
    )
    assert [(block.text, block.anchor) for block in ana.blocks] == [
        ("It sails.\nOn Monday.", "#message1"),
        ("At nine.", "#message2"),
    ]
    assert (cem.source.authors, cem.source.reposted_by, cem.source.reposted) == (
        ("Cem Muestra",),
        "Bo Prueba",
        "2021-03-05",
    )
    assert format_of(data, ".html") == "telegram_pages"


def test_passed_on_words_are_of_their_own_day() -> None:
    """As Telegram writes it, a picture stands before forwarded words: name and day are those of the words."""
    passed = (
        '<div class="pull_left forwarded userpic_wrap"><div class="initials">C</div></div>'
        '<div class="forwarded body"><div class="from_name">Cem Muestra <span class="date details"'
        ' title="01.03.2021 08:00:00 UTC+01:00"> 1.3.</span></div><div class="text">It does not.</div></div>'
    )
    body = message(3, "Bo Prueba", "", "05.03.2021 09:00:00", passed)
    (part,) = read((PAGE % body).encode(), "m.html").parts
    assert (part.source.authors, part.source.published) == (("Cem Muestra",), "2021-03-01")
    assert (part.source.reposted_by, part.source.reposted) == ("Bo Prueba", "2021-03-05")

"""Feeds and exports of WordPress."""

from __future__ import annotations

import pytest

from index.errors import UnreadableDocument
from index.formats.feeds import looks, read
from index.model import Role

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Coast Courier</title><language>en-US</language>%s</channel></rss>"""
ITEM = (
    "<item><title>The ferry sails</title><link>https://coast.example/ferry</link><dc:creator>Ana"
    " Ejemplo</dc:creator>"
    "<pubDate>Thu, 04 Mar 2021 23:30:00 -0500</pubDate><description>Short.</description>"
    "<content:encoded><![CDATA[<p>It <b>sails</b> on Monday.</p><blockquote>Does"
    " it?</blockquote>]]></content:encoded>%s</item>"
)


def test_entry_is_a_text_of_its_own() -> None:
    """Title, author, day, address and outlet are the entry's; its text is without mark-up."""
    first, second = read(
        (RSS % (ITEM % "" + "<item><title>A headline alone</title></item>")).encode(), "a.rss"
    ).parts
    source = first.source
    assert (source.title, source.authors, source.outlet) == (
        "The ferry sails",
        ("Ana Ejemplo",),
        "Coast Courier",
    )
    assert (source.published, source.url, source.language) == (
        "2021-03-04",
        "https://coast.example/ferry",
        "en",
    )
    assert [(block.text, block.role, block.speaker) for block in first.blocks] == [
        ("The ferry sails", Role.HEADING, None),
        ("It sails on Monday.", Role.BODY, None),
        ("Does it?", Role.BODY, ""),
    ]
    assert second.blocks[0].text == "A headline alone"


def test_atom_is_read_alike() -> None:
    """An entry of Atom says the same in its own words."""
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Coast Courier</title><entry>
    <title>The ferry</title>    <author><name>Ana Ejemplo</name></author><link href="https://coast.example/f"/>
    <published>2021-03-04T23:30:00-05:00
    </published><content type="html">&lt;p&gt;It sails.&lt;/p&gt;</content></entry></feed>"""
    (part,) = read(atom.encode(), "a.atom").parts
    assert (part.source.authors, part.source.published) == (("Ana Ejemplo",), "2021-03-04")
    assert part.blocks[-1].text == "It sails."


def test_drafts_of_wordpress_are_left_out() -> None:
    """Of an export only what was published is read, under its author's full name; the rest is counted."""
    name = "<wp:author_display_name>Ana Ejemplo</wp:author_display_name>"
    login = f"<wp:author><wp:author_login>ana</wp:author_login>{name}</wp:author>"
    item = ITEM.replace("Ana Ejemplo", "ana")
    draft = "<wp:status>draft</wp:status><wp:post_type>post</wp:post_type>"
    picture = "<wp:status>publish</wp:status><wp:post_type>attachment</wp:post_type>"
    shown = "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
    whole = read((RSS % (login + item % draft + item % picture + item % shown)).encode(), "a.xml")
    assert [part.source.authors for part in whole.parts] == [("Ana Ejemplo",)]
    assert whole.remarks == ("2 entries are drafts or no texts",)


def test_feed_with_entities_is_refused() -> None:
    """A feed that declares entities is refused, and nothing outside it is read."""
    outside = (
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + RSS % "<item><title>&x;</title></item>"
    )
    with pytest.raises(UnreadableDocument, match="entities"):
        read(outside.encode(), "a.rss")


def test_feeds_are_told_by_their_content() -> None:
    """A feed is one whatever its name is; a page that shows one is none."""
    assert looks((RSS % "").encode(), ".txt")
    assert not looks(b"<html><body>&lt;rss> <pre><rss version=2></pre></body></html>", ".html")


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("bo@coast.example (Bo Prueba)", ("Bo Prueba",)),
        ("Bo Prueba &lt;bo@coast.example&gt;", ("Bo Prueba",)),
        ("Bo Prueba (bo@coast.example)", ("Bo Prueba",)),
        ("bo@coast.museum (Bo Prueba), cy@coast.example (Cy Muestra)", ("Bo Prueba", "Cy Muestra")),
        ("bo@coast.example", ()),
    ],
)
def test_author_with_an_address(stated: str, authors: tuple[str, ...]) -> None:
    """The name beside an address is the author's, whole; an address alone names nobody."""
    item = f"<item><title>T</title><author>{stated}</author><description>It sails.</description></item>"
    (part,) = read((RSS % item).encode(), "a.rss").parts
    assert part.source.authors == authors

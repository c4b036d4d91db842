"""An Answer as messages: every quote whole and under its voice, within Telegram's limits."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer import Answer, Claim, ContestedPoint, Kind, Position, Spoken, Status
from bot.render.chat_text import ONE_LOOK, claim_part, claims_pages, point_pages, render
from bot.render.message import (
    TEXT_LIMIT,
    Message,
    Quoted,
    Run,
    block,
    fits,
    pack,
    phone_lines,
    quoted,
    sent_form,
    utf16,
)
from index.model import Mode, Place, Source, Stance
from index.text.normal import collapse
from index.values import replace

QUOTES = ("blockquote", "expandable_blockquote")
# Letters, 4-byte characters, joined emoji, right-to-left text, marks that the server drops.
LETTERS = st.sampled_from(
    [*"abcéñ .!?\n\t\r<>&_*", "שלום ", "مرحبا", "👩‍👩‍👧", "🇵🇪", "𝔄", "a\u030a", "\u202e", "\u2028", "\u00a0"]
)
TEXT = st.lists(LETTERS, min_size=1, max_size=60).map("".join)
LONG = st.tuples(TEXT, st.integers(1, 300)).map(lambda pair: pair[0] * pair[1])


def cut(message: Message, *kinds: str) -> list[str]:
    """Return the stretches of a message that have an entity of these kinds."""
    units = message.text.encode("utf-16-le")
    return [
        units[e.offset * 2 : (e.offset + e.length) * 2].decode("utf-16-le")
        for e in message.entities
        if e.kind in kinds
    ]


def claim(number: int = 1, quote: str = "The bridge is open.", **more: object) -> Claim:
    """Return a claim of the article's own voice."""
    source = Source("The bridge", ("Ana Ejemplo",), "Gazette", "2020-05-01", "https://example.org/a")
    made = Claim(number, quote, f"bridge#{number}", "bridge.txt", number * 10, number * 10 + 9, source, 1.0)
    fields = {name: getattr(made, name) for name in made.__slots__}
    return Claim(**{**fields, **more})


def answer(*claims: Claim, contested: tuple[ContestedPoint, ...] = ()) -> Answer:
    """Return an answer of these claims."""
    return Answer("?", "en", Status.ANSWERED, None, claims, contested)


def test_claim_is_voice_quote_and_link() -> None:
    """A claim is its voice line, a link to the quote, and the quote as a block quotation."""
    (message,) = render(answer(claim(link="https://example.org/a#:~:text=The")))
    assert message.text == "1. Ana Ejemplo, Gazette, 1 May 2020, wrote:\nThe bridge is open."
    assert cut(message, *QUOTES) == ["The bridge is open."]
    assert [e.url for e in message.entities if e.kind == "text_link"] == ["https://example.org/a#:~:text=The"]


def test_long_quote_can_be_folded() -> None:
    """A quote longer than a screen is an expandable block quotation."""
    (message,) = render(answer(claim(quote="The bridge is open. " * 50)))
    assert cut(message, "expandable_blockquote") == [("The bridge is open. " * 50).strip()]


def folds(message: Message) -> list[bool]:
    """Tell of each quote of a message whether it is folded."""
    quotes = sorted((e for e in message.entities if e.kind in QUOTES), key=lambda e: e.offset)
    return [e.kind == "expandable_blockquote" for e in quotes]


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ((40, 40, 40), [False, False, False]),
        ((40, 40, 4, 4), [False, False, False, False]),
        ((60, 60, 60), [False, True, True]),  # the better one is whole, where not all can be
        ((60, 60, 40), [False, True, False]),  # the last pushes nothing away
        ((60, 100), [False, True]),  # one look is full
        ((200,), [True]),  # more than one look
    ],
)
def test_quotes_are_unfolded_from_the_first_on(words: tuple[int, ...], folded: list[bool]) -> None:
    """Quotes are whole while the answer stays one look, the first ones first: these are the answer."""
    quotes = [replace(claim(n, "carts " * count), start=n) for n, count in enumerate(words, 1)]
    (message,) = render(answer(*quotes))
    assert folds(message) == folded
    assert phone_lines(message) <= ONE_LOOK


def test_the_quotes_of_a_point_are_unfolded_all_or_none() -> None:
    """No position is easier to read than another."""
    short, long = "The bridge is open. " * 10, "The bridge is open. " * 40
    sides = tuple(
        Position(str(n), (replace(claim(n, text), start=n),)) for n, text in ((1, short), (2, long))
    )
    (message,) = render(answer(contested=(ContestedPoint("p", Kind.FACT, "Matter", sides),)))
    assert len(cut(message, "expandable_blockquote")) == 2


def test_a_position_begins_the_line_of_its_voice() -> None:
    """What a side holds and who says it stand on one line, as in a list of sides without their quotes."""
    sides = tuple(Position(f"side {n}", (replace(claim(n), start=n),)) for n in (1, 2))
    (message,) = render(answer(contested=(ContestedPoint("p", Kind.FACT, "Matter", sides),)))
    assert message.text.count(": Ana Ejemplo, Gazette, 1 May 2020, wrote:\n") == 2
    assert cut(message, "italic") == ["side 1", "side 2"]


def test_notes_stand_together() -> None:
    """What was searched for in place of what was asked takes a line a note, below what was found."""
    (message,) = render(replace(answer(claim()), notes=("First note.", "Second note.")))
    assert message.text.startswith("1. Ana Ejemplo")
    assert message.text.endswith("\n\nFirst note.\nSecond note.")


def test_notes_stand_above_a_silence() -> None:
    """Where nothing is found, what was searched for is read first: it may be why."""
    nothing = Answer("?", "en", Status.NOTHING_FOUND, "Not in these documents.", (), ())
    (message,) = render(replace(nothing, notes=("First note.",)))
    assert message.text.startswith("First note.\n\n")


def test_an_address_in_a_quote_is_a_mark() -> None:
    """An address between the words of a quote is shown as a mark, and what is styled keeps its words."""
    quote = "The list <https://example.org/l> says <https://example.org/m>: “carts may pass”."
    start, end = quote.index("carts"), quote.index("”")
    mixed = claim(quote=quote, mode=Mode.MIXED, voices=(Spoken(start, end, "Juan Prueba", Mode.DIRECT),))
    (message,) = render(answer(mixed))
    assert cut(message, *QUOTES) == ["The list ↗ says ↗: “carts may pass”."]
    assert cut(message, "italic") == ["carts may pass"]


def test_rejected_words_are_marked() -> None:
    """Words that their reporter rejects, or keeps at a distance, are marked as such in the voice line."""
    (message,) = render(answer(claim(stance=Stance.REJECTED)))
    assert "(the author rejects it):" in message.text.splitlines()[0]


def test_copies_are_listed() -> None:
    """Every other file in which the quote stands is named."""
    copied = claim(also_in=(Place("c", "copy.txt", 0, 9), Place("d", "bridge.txt", 0, 9)))
    (message,) = claims_pages([copied], "en")
    assert message.text.endswith("\nalso in copy.txt")


def test_nothing_found_shows_the_reason_only() -> None:
    """Without an answer there is the reason, and no quote."""
    (message,) = render(Answer("?", "en", Status.NOTHING_FOUND, "Not in these documents: moon."))
    assert message.text == "Nothing found.\nNot in these documents: moon."


def test_heading_stays_with_the_first_position() -> None:
    """A contested point shows heading, labels and quotes in the order given."""
    sides = (Position("at least forty", (claim(1, "Forty."),)), Position("thirty", (claim(2, "Thirty."),)))
    point = ContestedPoint("p", Kind.FIGURE, "How many carts", sides)
    (message,) = render(answer(contested=(point,)))
    assert cut(message, "underline") == ["How many carts"]
    assert cut(message, *QUOTES) == ["Forty.", "Thirty."]
    assert (
        message.text.index("at least forty") < message.text.index("Forty.") < message.text.index("\nthirty")
    )


def test_no_quote_is_sent_twice() -> None:
    """A position's quote that is a claim too stands once, whatever the number of messages."""
    claims = tuple(replace(claim(n, "word " * 8), start=n) for n in range(1, 6))
    point = ContestedPoint("p", Kind.FACT, "Matter", tuple(Position(str(c.number), (c,)) for c in claims[:3]))
    messages = render(answer(*claims, contested=(point,)))
    assert sum(len(cut(message, *QUOTES)) for message in messages) == 5


def test_link_that_is_too_long_gives_way() -> None:
    """A link that would not be sent is replaced by the plain address."""
    (message,) = render(answer(claim(link="https://example.org/a#:~:text=" + "x" * 3000)))
    assert [e.url for e in message.entities if e.kind == "text_link"] == ["https://example.org/a"]


def test_address_that_is_no_web_address_is_no_link() -> None:
    """Only http and https are linked."""
    (message,) = render(answer(claim(link=None, source=Source("T", url="javascript:alert(1)"))))
    assert not [e for e in message.entities if e.kind == "text_link"]


def kept_by_server(text: str) -> str:
    """Return what TDLib's own cleaning makes of ``text``."""
    tdjson = pytest.importorskip("tdjson")
    tdjson.td_execute(b'{"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}')
    formatted = {"@type": "formattedText", "text": text, "entities": []}
    answer = json.loads(tdjson.td_execute(json.dumps({"@type": "parseMarkdown", "text": formatted}).encode()))
    return str(answer["text"])


@pytest.mark.parametrize("ring", ["a\u030a", "A\u030a", "u\u0323\u030a", "w\u030a"])
def test_ring_survives(ring: str) -> None:
    """A letter with a combining ring, which the server would drop, arrives as the same letter."""
    kept = sent_form(f"x{ring}x")
    assert "\u030a" not in kept
    assert unicodedata.normalize("NFC", kept) == unicodedata.normalize("NFC", f"x{ring}x")


@given(TEXT)
def test_sent_form_is_what_the_server_keeps(text: str) -> None:
    """TDLib's own cleaning leaves our form of a text as it is, and it is stable under itself."""
    sent = sent_form(text)
    assert sent_form(sent) == sent
    marked = re.sub(r"[*_~|`\[\]]", "-", sent)  # what the function used here would take for mark-up
    assert kept_by_server(f"x{marked}x") == f"x{marked}x"


def test_sent_form_agrees_with_the_server_on_every_character() -> None:
    """No character of Unicode is changed by the server after ``sent_form``."""
    characters = [chr(c) for c in range(1, 0x110000) if not 0xD800 <= c < 0xE000 and chr(c) not in "*_~|`[]"]
    for start in range(0, len(characters), 5000):  # the server looks at 35,000 bytes at a time
        text = sent_form("x" + "x".join(characters[start : start + 5000]) + "x")
        changed = kept_by_server(text) != text
        assert not changed, f"from {characters[start]!r}"


@settings(max_examples=60)
@given(st.lists(LONG, min_size=1, max_size=6))
def test_quotes_arrive_whole_under_their_voice(quotes: list[str]) -> None:
    """Whatever the quotes hold and however long they are: each message is within the limits, each piece
    of a quote stands under a voice line, and the pieces make up the quote."""  # noqa: D209
    claims = [claim(n, quote) for n, quote in enumerate(quotes, 1)]
    messages = render(answer(*claims))
    for message in messages:
        assert fits(message)
        assert message.text == message.text.strip(" \n")
        lines = message.text.split("\n")
        for piece in cut(message, *QUOTES):
            above = lines[lines.index(piece) - 1]
            assert re.fullmatch(r"\d+\. Ana Ejemplo, Gazette, 1 May 2020, wrote(:| ?: \(\d+/\d+\))", above)
    pieces = "".join(piece for message in messages for piece in cut(message, *QUOTES))
    wanted = "".join(sent_form(collapse(quote)) for quote in quotes)
    assert re.sub(r"\s", "", pieces) == re.sub(r"\s", "", wanted)


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXT, st.booleans()), min_size=1, max_size=8))
def test_entities_cover_their_words(parts: list[tuple[str, bool]]) -> None:
    """Entities point at exactly the stretch they were made for, counted in UTF-16 units."""
    parts = [(text.replace(".", ","), bold) for text, bold in parts]  # what looks like an address is code
    message = block([Run(text, ("bold",) if bold else ()) for text, bold in parts])
    wanted = [sent_form(text) for text, bold in parts if bold and sent_form(text).strip()]
    assert cut(message, "bold") == wanted
    assert utf16(message.text) == len(message.text.encode("utf-16-le")) // 2


def test_a_quote_of_many_addresses_arrives_as_quotes() -> None:
    """A quote that holds more names with dots than a message takes entities is parted, and stays a quote."""
    quote = "a b.cd " * 120
    messages = render(answer(claim(1, quote)))
    assert len(messages) > 1 or len(messages[0].entities) <= 100
    pieces = "".join(piece for message in messages for piece in cut(message, *QUOTES))
    assert re.sub(r"\s", "", pieces) == re.sub(r"\s", "", quote)


@settings(max_examples=60)
@given(LONG, st.integers(200, TEXT_LIMIT))
def test_pieces_of_a_quote_are_slices(quote: str, limit: int) -> None:
    """A parted quote is parted into slices, none longer than allowed, none cutting a symbol."""
    pieces = list(quoted(Quoted((Run("Voice:"),), quote), limit))
    for piece in pieces:
        assert fits(piece, limit)
        for entity in piece.entities:
            units = piece.text.encode("utf-16-le")
            units[entity.offset * 2 : (entity.offset + entity.length) * 2].decode("utf-16-le")


def test_quote_is_parted_after_a_sentence() -> None:
    """A quote too long for a message is parted where a sentence ends."""
    pieces = list(quoted(claim_part(claim(quote="The bridge is open to carts. " * 300), "en")))
    assert len(pieces) == 3
    assert all(cut(piece, *QUOTES)[0].endswith("carts.") for piece in pieces)


def test_messages_are_filled_and_hold_at_most_a_hundred_entities() -> None:
    """Blocks share a message while they fit: by length, by number of entities and by their bytes."""
    plain = [block([Run("x" * 100)])] * 50
    assert [len(m.text) <= TEXT_LIMIT for m in pack(plain)] == [True, True]
    bold = [block([Run("x", ("bold",)), Run("y", ("italic",))])] * 120
    assert [len(m.entities) for m in pack(bold)] == [100, 100, 40]
    linked = [block([Run("x", (), "https://example.org/" + "y" * 1000)])] * 20
    assert [len(m.entities) for m in pack(linked)] == [8, 8, 4]


def test_tall_card_has_a_line_a_position() -> None:
    """Where quotes of positions would not fit one look, each position is a line with its voice, and its
    quotes are a page away."""  # noqa: D209
    sides = tuple(Position(f"side {n}", (claim(n, f"Quote {n} of many words. " * 8),)) for n in range(1, 8))
    point = ContestedPoint("p", Kind.FACT, "Matter", sides)
    (message,) = render(answer(contested=(point,)))
    assert phone_lines(message) <= ONE_LOOK
    assert message.text.count("• side ") == 7
    assert message.text.count("Ana Ejemplo") == 7
    assert cut(message, *QUOTES) == []
    (page,) = point_pages(point, "en", 4)
    assert cut(page, *QUOTES) == [("Quote 5 of many words. " * 8).strip()]


def test_whose_words_are_whose_is_marked() -> None:
    """In a quote that mixes voices the words that are not its author's are in italics."""
    mixed = claim(quote="The mayor said it was “open” then.", mode=Mode.MIXED)
    mixed = replace(mixed, voices=(Spoken(23, 27, "Juan Prueba", Mode.DIRECT),))
    (message,) = render(answer(mixed))
    assert cut(message, "italic") == ["open"]


def test_names_in_the_words_of_another_are_code_only() -> None:
    """Where a name that looks like an address stands in words in italics, these stop before it and go on."""
    mixed = claim(
        quote="The mayor said it “stands in report.md and list.zip since May” then.", mode=Mode.MIXED
    )
    mixed = replace(mixed, voices=(Spoken(19, 61, "Juan Prueba", Mode.DIRECT),))
    (message,) = render(answer(mixed))
    assert cut(message, "code") == ["report.md", "list.zip"]
    assert cut(message, "italic") == ["stands in ", " and ", " since May"]


@pytest.mark.parametrize(
    "name",
    ["report.md", "notes/a.zip", "minutes.2020.txt", "springfield.gob.pe", "pic.example.org/d1x9/",
     "@MayorOfSpringfield", "@la_alcaldesa", "@x_1"],
)  # fmt: skip
def test_names_that_look_like_addresses_become_no_links(name: str) -> None:
    """The name of a file, a site or an account is code, in a quote too, which Telegram makes no link of."""
    (message,) = render(answer(claim(quote=f"The list in {name} is read.", source=Source(None), file=name)))
    assert cut(message, "code").count(name) == message.text.count(name) == 2
    assert cut(message, *QUOTES) == [f"The list in {name} is read."]
    (message,) = render(answer(claim(source=Source(None), file=name, link=None)))
    assert name in cut(message, "code")
    (page,) = claims_pages([claim(source=Source(None), file=name, link=None)], "en")
    assert cut(page, "code").count(name) == page.text.count(name)


@pytest.mark.parametrize(
    ("text", "kinds", "lines"),
    [("x" * 40, (), 1), ("x " * 40, (), 2), ("a\nb", (), 2), ("word " * 60, ("expandable_blockquote",), 3),
     ("word " * 60, ("blockquote",), 9)],
)  # fmt: skip
def test_lines_on_a_telephone_are_counted(text: str, kinds: tuple[str, ...], lines: int) -> None:
    """A line has 40 characters; an expandable quote takes three lines at most."""
    assert phone_lines(block([Run(text, kinds)])) == lines

"""Mails and mailboxes: each message is its sender's, and earlier words are their writer's."""

from __future__ import annotations

import pytest

from index.errors import UnreadableDocument
from index.formats.extracted import Part
from index.formats.mail import looks, read
from index.formats.registry import format_of
from index.model import Role

HEAD = (
    "From: Ana Ejemplo <ana@coast.example>\nTo: Bo Prueba <bo@coast.example>\n"
    "Date: Thu, 04 Mar 2021 23:30:00 -0500\nSubject: The ferry\nMessage-ID: <1@coast.example>\n"
    "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
)


def parts(body: str, head: str = HEAD) -> list[Part]:
    """Return the texts of a mail."""
    return [*read((head + body).encode(), "a.eml").parts]


def test_mail_is_its_senders_of_its_own_day() -> None:
    """Sender, subject and day are the mail's; the day is that of the place where it was written."""
    (part,) = parts("The ferry will sail\nagain on Monday.\n\nSee you.\n-- \nAna\nHarbour office\n")
    assert (part.source.title, part.source.authors) == ("The ferry", ("Ana Ejemplo",))
    assert part.source.published == "2021-03-04"
    assert [(block.text, block.role) for block in part.blocks] == [
        ("The ferry will sail\nagain on Monday.", Role.BODY),
        ("See you.", Role.BODY),
        ("Ana\nHarbour office", Role.NOTE),
    ]


@pytest.mark.parametrize(
    ("line", "author", "day"),
    [
        ("On Wed, 3 Mar 2021 at 10:02, Bo Prueba <bo@coast.example> wrote:", "Bo Prueba", "2021-03-03"),
        ("On Mar 3, 2021, at 10:00 AM, Bo Prueba wrote:", "Bo Prueba", "2021-03-03"),
        (
            "El mié, 3 mar 2021 a las 10:02, Bo Prueba (<bo@coast.example>) escribió:",
            "Bo Prueba",
            "2021-03-03",
        ),
        ("On Wed, 3 Mar 2021, Bo Prueba wrote:", "Bo Prueba", "2021-03-03"),
        ("On March 3, 2021, Bo Prueba <bo@coast.example> wrote:", "Bo Prueba", "2021-03-03"),
        ("El miércoles, 3 de marzo de 2021, Bo Prueba escribió:", "Bo Prueba", "2021-03-03"),
        ("El 3 de marzo de 2021, Bo Prueba escribió:", "Bo Prueba", "2021-03-03"),
        ("Am 3. März 2021 schrieb Bo Prueba:", "Bo Prueba", None),
        ("April Prueba wrote:", "April Prueba", None),
        ("Bo Prueba wrote:", "Bo Prueba", None),
        ("Bo Prueba <bo@coast.example> escribió el 3 de marzo de 2021:", "Bo Prueba", "2021-03-03"),
    ],
)
def test_earlier_words_are_their_writers(line: str, author: str, day: str | None) -> None:
    """Words quoted from an earlier mail are a text of whoever wrote them, of the day that is said."""
    own, earlier = parts(f"I agree.\n\n{line}\n> The price would be nine crowns.\n>\n> It is not much.\n")
    assert [block.text for block in own.blocks] == ["I agree."]
    assert (earlier.source.authors, earlier.source.published) == ((author,), day)
    assert [block.text for block in earlier.blocks] == ["The price would be nine crowns.", "It is not much."]


def test_mails_within_mails_are_told_apart() -> None:
    """Each mark of quotation is another's words."""
    _, bo, cem = parts("No.\n\nBo Prueba wrote:\n> I think so.\n>\n> Cem Muestra wrote:\n>> It sails.\n")
    assert (bo.source.authors, cem.source.authors) == (("Bo Prueba",), ("Cem Muestra",))
    assert [block.text for block in cem.blocks] == ["It sails."]


def test_earlier_mail_below_a_line_is_its_writers() -> None:
    """A whole earlier mail under "Original Message" is of whom its own head names."""
    head = "From: Bo Prueba\nSent: 3 March 2021 10:02\nTo: Ana\nSubject: x\n\n"
    body = f"Yes.\n\n-----Original Message-----\n{head}Does it?\n"
    own, earlier = parts(body)
    assert [block.text for block in own.blocks] == ["Yes."]
    assert (earlier.source.authors, earlier.source.published) == (("Bo Prueba",), "2021-03-03")


def test_words_quoted_from_nobody_are_nobodys() -> None:
    """Marked lines of which nothing says whose they are can never be quoted."""
    (part,) = parts("No.\n\n> It will cost two million.\n")
    assert [(block.text, block.role) for block in part.blocks][-1] == ("It will cost two million.", Role.NOTE)


def test_mailbox_holds_its_messages_once() -> None:
    """Each message of a mailbox is a text of its own; what it quotes of an earlier one is not read again."""
    second = HEAD.replace("Ana Ejemplo", "Bo Prueba").replace("04 Mar", "05 Mar")
    box = (
        f"From ana@coast.example Thu Mar  4 23:30:00 2021\n{HEAD}The ferry sails.\n>From here it sails.\n\n"
        f"From bo@coast.example Fri Mar  5 10:00:00 2021\n{second}Good.\n\nAna Ejemplo wrote:\n> The ferry"
        f" sails.\n"
    )
    found = read(box.encode(), "a.mbox").parts
    assert [(part.source.authors, part.source.published) for part in found] == [
        (("Ana Ejemplo",), "2021-03-04"),
        (("Bo Prueba",), "2021-03-05"),
    ]
    assert found[0].blocks[0].text == "The ferry sails.\nFrom here it sails."
    assert [block.role for block in found[1].blocks] == [Role.BODY, Role.NOTE]
    assert found[1].blocks[0].anchor == "message=2"


def test_page_in_a_mail_is_read_as_one() -> None:
    """A mail that is a page alone is read without its mark-up; what it quotes is a note."""
    head = HEAD.replace("text/plain", "text/html")
    (part,) = parts("<p>It <b>sails</b>.</p><blockquote>Does it?</blockquote>", head)
    assert [(block.text, block.role) for block in part.blocks] == [
        ("It sails.", Role.BODY),
        ("Does it?", Role.NOTE),
    ]


def test_attached_files_are_counted() -> None:
    """What is attached is not read, and it is said."""
    body = (
        "--x\nContent-Type: text/plain\n\nSee the file.\n--x\nContent-Type: application/pdf; name=a.pdf\n"
        "Content-Disposition: attachment; filename=a.pdf\n\nJVBERi0=\n--x--\n"
    )
    head = HEAD.replace("text/plain; charset=utf-8", 'multipart/mixed; boundary="x"')
    assert read((head + body).encode(), "a.eml").remarks == ("1 attached file is not read",)


@pytest.mark.parametrize(
    "data",
    [
        HEAD.replace("text/plain; charset=utf-8", 'multipart/mixed; boundary="x"') + "--x\n" * 5_000,
        "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3_000)),
        "From: " + "=?utf-8?q?a?= " * 100_000 + "\nTo: x\n\nText.\n",
        "Date: Thu, 99 Foo 99999 99:99:99 +9999999\nFrom: x\nTo: y\n\nText.\n",
    ],
    ids=["many parts", "parts in parts", "encoded words", "no date"],
)
def test_hostile_mails_end(data: str) -> None:
    """A mail made to break its reader is read, or refused with the reason."""
    try:
        assert read(data.encode(), "a.eml")
    except UnreadableDocument as error:
        assert str(error)


@pytest.mark.parametrize(
    ("head", "suffix", "is_mail"),
    [
        (HEAD.encode(), ".txt", True),
        (b"From ana@coast.example Thu Mar  4 23:30:00 2021\n" + HEAD.encode(), ".txt", True),
        (b"From: Ana\nDate: today\n\nA text.", ".txt", False),
        (b"Title: The ferry\nAuthor: Ana\n\nA text.", ".txt", False),
        (b"Note: From here it sails.\nDate: 4 March", ".txt", False),
    ],
)
def test_mails_are_told_by_their_content(head: bytes, suffix: str, is_mail: bool) -> None:
    """A mail is one whatever its name is; labelled lines of a text are none."""
    assert looks(head, suffix) is is_mail
    assert (format_of(head, suffix) == "mail") is is_mail


@pytest.mark.parametrize(
    ("sender", "more", "author"),
    [
        ("ana at coast.example (Ana Ejemplo)", "", "Ana Ejemplo"),
        (
            "Ana Ejemplo via Harbour list <list@coast.example>",
            "List-Id: <list.coast.example>\n",
            "Ana Ejemplo",
        ),
        ("'Ana Ejemplo' via Harbour <h@groups.example>", "List-Post: <h@groups.example>\n", "Ana Ejemplo"),
        ("Ana Ejemplo via Mara <ana@coast.example>", "", "Ana Ejemplo via Mara"),
    ],
)
def test_what_a_list_writes_around_a_name_is_no_part_of_it(sender: str, more: str, author: str) -> None:
    """Archives hide addresses and lists send in the writer's place: the mail is its writer's."""
    head = more + HEAD.replace("Ana Ejemplo <ana@coast.example>", sender)
    assert parts("The ferry sails.\n", head)[0].source.authors == (author,)

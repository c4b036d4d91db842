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


def said(found: list[Part]) -> list[tuple[tuple[str, ...], list[str]]]:
    """Return whose texts are found, and what may be quoted of each."""
    return [
        (part.source.authors, [block.text for block in part.blocks if block.role is not Role.NOTE])
        for part in found
    ]


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
    assert [(block.text, block.role) for block in earlier.blocks] == [
        (line, Role.NOTE),
        ("The price would be nine crowns.", Role.BODY),
        ("It is not much.", Role.BODY),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "No.\n\nBo Prueba wrote:\n> I think so.\n>\n> Cem Muestra wrote:\n>> It sails.\n",
        "No.\n\nBo Prueba wrote:\n> I think so.\n> Cem Muestra wrote:\n> > It sails.\n",
        "No.\n\nBo Prueba wrote:\n\n\n\n\n\n> I think so.\n>\n"
        "> On 3 March 2021, Cem\n> Muestra wrote:\n>\n>> It sails.\n",
        "Bo Prueba wrote:\n> Cem Muestra wrote:\n>> It sails.\n>\n> I think so.\n\nNo.\n",
        "No.\n\n> -----Original Message-----\n> From: Bo Prueba\n> Sent: 3 March 2021\n> To: Ana\n>\n"
        "> I think so.\n> Cem Muestra wrote:\n>> It sails.\n",
        "No.\n\nBo Prueba wrote:\n> I think so.\n>\n> -----Original Message-----\n> From: Cem Muestra\n"
        "> Sent: 2 March 2021\n> To: Bo\n>\n> It sails.\n",
        "No.\n\n-----Original Message-----\nFrom: Bo Prueba\nSent: 3 March 2021\nTo: Ana\nSubject: x\n\n"
        "I think so.\n\nFrom: Cem Muestra\nSent: 2 March 2021\nTo: Bo\nSubject: x\n\nIt sails.\n",
    ],
    ids=["an empty line", "none", "wrapped", "answers below", "a marked head", "a head in a mail", "heads"],
)
def test_each_mail_of_a_thread_is_its_writers(body: str) -> None:
    """However mails stand within each other, the one in the middle is no less its writer's."""
    whose = {authors[0]: texts for authors, texts in said(parts(body))}
    assert whose == {"Ana Ejemplo": ["No."], "Bo Prueba": ["I think so."], "Cem Muestra": ["It sails."]}


def test_answers_between_what_they_answer_are_no_one_text() -> None:
    """What stands between is another's: neither is it one paragraph, nor the quoted mail two texts."""
    body = "Bo Prueba wrote:\n> It sails.\nNo.\n> It costs nine crowns.\nEight.\n"
    assert said(parts(body)) == [
        (("Ana Ejemplo",), ["No.", "Eight."]),
        (("Bo Prueba",), ["It sails.", "It costs nine crowns."]),
    ]


def test_writer_is_forgotten_where_another_mail_is_quoted() -> None:
    """Who was quoted deeper in one mail is nobody in the next."""
    body = "Bo Prueba wrote:\n> Cem Muestra wrote:\n>> It sails.\n\nDan Modelo wrote:\n>> It does not.\n"
    assert (("Cem Muestra",), ["It sails."]) in said(parts(body))
    assert [text for _, texts in said(parts(body)) for text in texts] == ["It sails."]


def test_many_marks_end() -> None:
    """Marks without end are read to some depth, and no word behind them is lost."""
    found = parts("".join(f"{'>' * depth} word{depth}\n" for depth in range(400)))
    text = " ".join(block.text for part in found for block in part.blocks)
    assert all(f"word{depth}" in text for depth in range(400))


def test_mail_within_a_mail_is_its_senders() -> None:
    """A mail that another holds as a whole is no text of the one who sends it on."""
    inner = HEAD.replace("Ana Ejemplo", "Bo Prueba").replace("04 Mar", "02 Mar")
    body = "--x\nContent-Type: text/plain\n\nLook.\n--x\nContent-Type: message/rfc822\n\n"
    body += f"{inner}It sails.\n--x--\n"
    found = parts(body, HEAD.replace("text/plain; charset=utf-8", 'multipart/mixed; boundary="x"'))
    assert said(found) == [(("Ana Ejemplo",), ["Look."]), (("Bo Prueba",), ["It sails."])]
    assert found[1].source.published == "2021-03-02"


@pytest.mark.parametrize(
    ("kind", "plain", "texts"),
    [
        ("mixed", "A footer.", ["A footer.", "It sails on Monday."]),
        ("alternative", "It sails on Monday.", ["It sails on Monday."]),
        ("alternative", "See page.", ["See page.", " ".join(["It sails on Monday."] * 9)]),
    ],
)
def test_page_beside_a_text_is_read_where_it_says_more(kind: str, plain: str, texts: list[str]) -> None:
    """Of two forms of one mail the text is read; a page that is no form of it is read as well."""
    page = f"<p>{texts[-1]}</p>"
    body = f"--x\nContent-Type: text/plain\n\n{plain}\n--x\nContent-Type: text/html\n\n{page}\n--x--\n"
    head = HEAD.replace("text/plain; charset=utf-8", f'multipart/{kind}; boundary="x"')
    assert said(parts(body, head)) == [(("Ana Ejemplo",), texts)]


@pytest.mark.parametrize(
    "page",
    [
        "<p>No.</p><div>On 3 March 2021, Bo Prueba &lt;bo@coast.example&gt; wrote:<br></div>"
        "<blockquote><p>It sails.</p></blockquote>",
        "<p>No.</p><div><b>From:</b> Bo Prueba<br><b>Sent:</b> 3 March 2021<br><b>To:</b> Ana<br>"
        "<b>Subject:</b> x</div><p>It sails.</p>",
    ],
)
def test_earlier_mail_in_a_page_is_its_writers(page: str) -> None:
    """In mails that are pages as in those that are text."""
    found = parts(page, HEAD.replace("text/plain", "text/html"))
    assert said(found) == [(("Ana Ejemplo",), ["No."]), (("Bo Prueba",), ["It sails."])]


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
    assert [block.role for block in found[1].blocks] == [Role.BODY, Role.NOTE, Role.NOTE]
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


def test_damaged_mail_without_an_end_is_read() -> None:
    """A mail of parts that begins none, or breaks off, is read as far as it goes, or refused."""
    head = HEAD.replace("text/plain; charset=utf-8", 'multipart/mixed; boundary="x"')
    part = "--x\nContent-Type: multipart/mixed\n\nIt sails.\n"
    for body in ("It sails.\n", part, part.replace("multipart/mixed", "text/plain")):
        try:
            assert read((head + body).encode(), "a.eml").parts
        except UnreadableDocument as error:
            assert str(error)

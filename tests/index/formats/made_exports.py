"""Exports as programs write them, twenty shapes of each: chats, mails, subtitles, archives, databases.

Every sample holds the same few messages or articles, so that who sent each, and when, is known. The words are
made up; the shapes differ in the order and form of days, in marks, in what the program itself adds.
"""

from __future__ import annotations

import base64
import datetime
import gzip
import json
import quopri
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Day = datetime.datetime
Said = tuple[str, str, Day]  # who, what, when


@dataclass(frozen=True)
class Sample:
    """A file, and what each of its texts begins with, who wrote it and on which day (None: not stated)."""

    name: str
    data: bytes
    expected: tuple[tuple[str, str, str | None], ...]


SAID: tuple[Said, ...] = (
    (
        "Ana Borg",
        "The bridge at Tarn closes on Monday, and nobody can cross it then.",
        Day(2022, 12, 7, 9, 5),
    ),
    ("Olga Tomm", "Is that so?\nIt was open for the whole of last winter.", Day(2022, 12, 7, 21, 15)),
    ("Ana Borg", "There is a note on the gate since this morning.", Day(2022, 12, 13, 0, 1)),
)
STORIES = (
    ("Ana Borg", "The Daily Tarn", "The bridge at Tarn closes on Monday, and nobody can cross it then.", 8),
    ("Olga Tomm", "El Faro de Tarn", "In spring a crack was seen below the arch of the old bridge.", 9),
)
REST = "<p>Nobody was hurt, and both villages wait for word from the valley below, it seems.</p>" * 4
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _sample(name: str, data: str | bytes, said: tuple[Said, ...] = SAID, *, dated: bool = True) -> Sample:
    expected = tuple((who, what, day.date().isoformat() if dated else None) for who, what, day in said)
    return Sample(name, data.encode() if isinstance(data, str) else data, expected)


def _clock(day: Day, mark: str = "%p") -> str:
    half = {"%p": ("AM", "PM"), "am": ("am", "pm"), "a.m.": ("a. m.", "p. m.")}[mark][day.hour > 11]
    return f"{day.hour % 12 or 12}:{day:%M} {half}"


WHATSAPP: tuple[Callable[[Day], str], ...] = (
    lambda d: f"{d.month}/{d.day}/{d:%y}, {_clock(d)} - ",
    lambda d: f"{d.month}/{d.day}/{d:%y}, {_clock(d)} - ".replace(" A", "\u202fA").replace(" P", "\u202fP"),
    lambda d: f"{d:%d/%m/%Y}, {d:%H:%M} - ",
    lambda d: f"{d.day}/{d.month}/{d:%y} {d.hour}:{d:%M} - ",
    lambda d: f"{d.day}/{d.month}/{d:%Y}, {_clock(d, 'a.m.')} - ",
    lambda d: f"{d:%d/%m/%Y}, {_clock(d, 'a.m.')} - ".replace(". m", ".\u00a0m"),
    lambda d: f"[{d.month}/{d.day}/{d:%y}, {_clock(d)}] ",
    lambda d: f"\u200e[{d.month}/{d.day}/{d:%y}, {_clock(d)}] ",
    lambda d: f"[{d.day}/{d.month}/{d:%y} {d.hour}:{d:%M:%S}] ",
    lambda d: f"[{d.day}/{d.month}/{d:%y}, {_clock(d, 'a.m.')}] ",
    lambda d: f"[{d:%d/%m/%Y}, {d:%H:%M:%S}] ",
    lambda d: f"{d:%d.%m.%y}, {d:%H:%M} - ",
    lambda d: f"[{d:%d.%m.%y}, {d:%H:%M:%S}] ",
    lambda d: f"{d:%d-%m-%Y} {d:%H:%M} - ",
    lambda d: f"{d:%Y-%m-%d}, {d:%H:%M} - ",
    lambda d: f"{d:%Y-%m-%d} {d:%H:%M} - ",
    lambda d: f"{d:%d/%m/%Y} {d:%H:%M} - ",
    lambda d: f"{d.day}/{d.month}/{d:%Y} {_clock(d, 'a.m.')} - ",
    lambda d: f"{d:%Y/%m/%d}, {d:%H:%M} - ",
    lambda d: f"{d:%d/%m/%y}, {_clock(d, 'am')} - ",
)
OF_PROGRAM = (
    "Messages and calls are end-to-end encrypted. Tap to learn more.",
    "Los mensajes y las llamadas están cifrados de extremo a extremo.",
    'Ana Borg created group "Tarn bridge"',
    'Olga Tomm cambió el asunto de "A" a "B"',
)
LEFT_OUT = ("<Media omitted>", "<Multimedia omitido>", "\u200eimage omitted", "\u200eimagen omitida")


def whatsapp() -> Iterator[Sample]:
    """Yield chats of WhatsApp."""
    for number, stamp in enumerate(WHATSAPP):
        lines = [f"{stamp(SAID[0][2])}{OF_PROGRAM[number % 4]}"]
        lines += [f"{stamp(day)}{who}: {what}" for who, what, day in SAID]
        lines.insert(3, f"{stamp(SAID[1][2])}Olga Tomm: {LEFT_OUT[number % 4]}")
        yield _sample(f"WhatsApp Chat with Tarn {number}.txt", "\n".join(lines) + "\n")


PASTED: tuple[Callable[[Day], str], ...] = (
    lambda d: f"[{d:%d.%m.%Y %H:%M}] ",
    lambda d: f"[{d:%d.%m.%Y %H:%M:%S}] ",
    lambda d: f"[{d.month}/{d.day}/{d.year} {_clock(d)}] ",
    lambda d: f"[{d:%d/%m/%Y %H:%M}] ",
    lambda d: f"[{d:%Y-%m-%d %H:%M}] ",
    lambda d: f"[{d.day} {MONTHS[d.month - 1]} {d.year} {d:%H:%M}] ",
)


def telegram() -> Iterator[Sample]:
    """Yield chats of Telegram: its JSON in several versions, and messages copied from its window."""
    for number in range(14):
        messages: list[dict[str, object]] = [
            {
                "id": at,
                "type": "message",
                "date": f"{day:%Y-%m-%dT%H:%M:%S}",
                "from": who,
                "from_id": f"user{len(who)}",
                "text": what,
            }
            for at, (who, what, day) in enumerate(SAID, 2)
        ]
        if number % 3 == 1:
            for one in messages:
                text = str(one["text"])
                one["text"] = [text[:10], {"type": "bold", "text": text[10:20]}, text[20:]]
        if number % 2:
            service = {"id": 1, "type": "service", "date": "2022-12-01T00:00:00", "actor": "Ana Borg"}
            messages.insert(0, {**service, "action": "create_group", "text": ""})
        if number % 4 == 2:
            photo = {"id": 9, "type": "message", "date": "2022-12-07T10:00:00", "from": "Olga Tomm"}
            messages.insert(1, {**photo, "photo": "(File not included)", "text": ""})
        chat = {"name": "Tarn", "type": "private_group", "id": 1, "messages": messages}
        whole = chat if number < 10 else {"about": "Here is the data", "chats": {"list": [chat]}}
        yield _sample(f"result{number}.json", json.dumps(whole, ensure_ascii=False, indent=1))
    for number, stamp in enumerate(PASTED):
        text = "\n\n".join(f"{stamp(day)}{who}: {what}" for who, what, day in SAID)
        yield _sample(f"copied{number}.txt", f"{text}\n")


FROM: tuple[Callable[[str], str], ...] = (
    lambda n: f"{n} <x@tarn.example>",
    lambda n: f'"{n}" <x@tarn.example>',
    lambda n: f'"{n.split()[1]}, {n.split()[0]}" <x@tarn.example>',
    lambda n: f"x@tarn.example ({n})",
    lambda n: f"=?utf-8?b?{base64.b64encode(n.encode()).decode()}?= <x@tarn.example>",
    lambda n: f"=?iso-8859-1?q?{n.replace(' ', '_')}?= <x@tarn.example>",
)
SENT = (
    "%a, %d %b %Y %H:%M:%S +0000",
    "%d %b %Y %H:%M:%S GMT",
    "%a, %d %b %Y %H:%M:%S -0500 (EST)",
    "%a %b %d %H:%M:%S %Y",
    "%a, %d %b %Y %H:%M +0100",
)
BODIES: tuple[Callable[[str], str], ...] = (
    lambda t: f"\n{t}\n",
    lambda t: (
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        + quopri.encodestring(t.encode()).decode()
    ),
    lambda t: f"Content-Type: text/html; charset=utf-8\n\n<p>{t.replace(chr(10), '<br>')}</p>\n",
    lambda t: (
        'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b1"\n\n--b1\n'
        f"Content-Type: text/plain; charset=utf-8\n\n{t}\n--b1\n"
        f"Content-Type: text/html\n\n<p>{t}</p>\n--b1--\n"
    ),
)
PARTING = ("ana@tarn.example", "MAILER-DAEMON", "-", "1234@xxx")


def mbox() -> Iterator[Sample]:
    """Yield boxes of mails."""
    for number in range(20):
        mails = [
            f"From {PARTING[number % 4]} Wed Dec  7 09:05:00 2022\nFrom: {FROM[number % 6](who)}\n"
            f"To: list@tarn.example\nSubject: Bridge at Tarn\nDate: {day.strftime(SENT[number % 5])}\n"
            f"Message-ID: <{at}@tarn.example>\n{BODIES[number % 4](what)}\n"
            for at, (who, what, day) in enumerate(SAID)
        ]
        yield _sample(f"box{number}.{'mbox' if number < 16 else 'txt'}", "\n".join(mails))


LABELS: tuple[Callable[[str, str], str], ...] = (
    lambda n, t: f"{n}: {t}",
    lambda n, t: f"{n.upper()}: {t}",
    lambda n, t: f"- {n}: {t}",
    lambda n, t: f"[{n}] {t}",
    lambda n, t: f"({n}) {t}",
    lambda n, t: f"<i>{n}:</i> {t}",
    lambda n, t: f">> {n.upper()}: {t}",
    lambda n, t: f"{n}:\n{t}",
    lambda n, t: f"<b>{n}</b>: {t}",
    lambda n, t: f">>{n}: {t}",
)
VOICED: tuple[Callable[[str, str], str], ...] = (
    lambda n, t: f"<v {n}>{t}",
    lambda n, t: f"<v {n}>{t}</v>",
    lambda n, t: f"<v.loud {n}>{t}</v>",
    lambda n, t: f"{n}: {t}",
    lambda n, t: f"- <v {n}>{t}",
    lambda n, t: f"<c.yellow><v {n}>{t}</v></c>",
    lambda n, t: f"{n.upper()}: {t}",
    lambda n, t: f"<b>{n}:</b> {t}",
    lambda n, t: f"[{n}]: {t}",
    lambda n, t: f"<v {n}>{t.replace(' ', chr(10), 1)}",
)
TOPS = (
    "WEBVTT",
    "WEBVTT - Tarn",
    "WEBVTT\nKind: captions\nLanguage: en",
    "\ufeffWEBVTT",
    "WEBVTT\n\nNOTE by hand",
)


def subtitles() -> Iterator[Sample]:
    """Yield subtitles in which each line says who speaks."""
    spoken = [(who, what.replace("\n", " "), day) for who, what, day in SAID]
    for number in range(20):
        dot, shape = (",", LABELS[number]) if number < 10 else (".", VOICED[number - 10])
        cues = [
            f"{at + 1}\n00:00:{at * 5:02d}{dot}000 --> 00:00:{at * 5 + 4:02d}{dot}500\n{shape(who, what)}"
            for at, (who, what, _) in enumerate(spoken)
        ]
        top = [] if number < 10 else [TOPS[number % 5]]
        name = f"talk{number}.{'srt' if number < 10 else 'vtt'}"
        yield _sample(name, "\n\n".join([*top, *cues]) + "\n", tuple(spoken), dated=False)


def _stories() -> tuple[Said, ...]:
    return tuple((who, text, Day(2022, 12, day)) for who, _, text, day in STORIES)


ENGLISH = ("Title", "Author", "Publication title", "Publication date", "Full text", "Document {} of 2")
SPANISH = (
    "Título", "Autor", "Título de publicación", "Fecha de publicación", "Texto completo", "Documento {} de 2",
)  # fmt: skip
WRITTEN = ("Dec {}, 2022", "{} Dec 2022", "{} December 2022", "2022-12-0{}")
SIGNED: tuple[Callable[[str], str], ...] = (
    lambda n: f"{n.split()[1]}, {n.split()[0]}",
    lambda n: n,
    lambda n: f"{n.split()[1]}, {n.split()[0]}.",
    lambda n: f"{n.split()[1]}, {n.split()[0]}".upper(),
)


def proquest() -> Iterator[Sample]:
    """Yield exports of a newspaper database."""
    for number in range(20):
        title, author, paper, day_of, full, of = SPANISH if number % 3 == 2 else ENGLISH
        texts = []
        for at, (who, outlet, text, day) in enumerate(STORIES, 1):
            top = of.format(at) if number % 2 else "_" * 60
            signed, written = SIGNED[number % 4](who), WRITTEN[number % 4].format(day)
            head = f"{title}: The bridge story {at}\n\n{paper}: {outlet}\n\n{author}: {signed}"
            texts.append(f"{top}\n\n{head}\n\n{day_of}: {written}\n\n{full}: {text}\n\nSubject: Bridges\n")
        yield _sample(f"ProQuest{number}.txt", "\n".join(texts), _stories())


BYLINES: tuple[Callable[[str], str], ...] = (
    lambda n: f"<p>By {n}</p>",
    lambda n: f'<meta name="author" content="{n}"><p>By {n}</p>',
    lambda n: f'<span class="byline">By {n}</span>',
    lambda n: f"<p>By <a href='/x'>{n}</a></p>",
    lambda n: f'<a rel="author" href="/x">{n}</a>',
)
DAYS: tuple[Callable[[int], str], ...] = (
    lambda d: f'<time datetime="2022-12-{d:02d}">December {d}, 2022</time>',
    lambda d: f'<meta property="article:published_time" content="2022-12-{d:02d}T09:00:00Z">',
    lambda d: f"<p>December {d}, 2022</p>",
)


def _page(number: int, story: int) -> bytes:
    who, outlet, text, day = STORIES[story]
    head = f"{BYLINES[number % 5](who)}{DAYS[number % 3](day)}"
    body = f"<h1>The bridge story of {outlet}</h1>{head}<p>{text}</p>{REST}"
    top = f"<!DOCTYPE html><html lang=en><head><title>The bridge story | {outlet}</title></head>"
    return f"{top}<body><nav><a>Home</a></nav><article>{body}</article></body></html>".encode()


def _record(kind: str, body: bytes, version: str, uri: str) -> bytes:
    head = (
        f"WARC/{version}\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\n"
        "WARC-Date: 2023-01-05T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{len(body):08d}-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def warc() -> Iterator[Sample]:
    """Yield web archives of two pages, packed record by record or not, with a record about itself or not."""
    answered = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    for number in range(20):
        version, packed = ("1.0", "1.1")[number % 2], number % 4 == 3
        records = [_record("warcinfo", b"software: x\r\n", version, "urn:x")] if number % 4 < 2 else []
        for story in range(2):
            page = answered + _page(number, story)
            records.append(_record("response", page, version, f"https://site{story}.example/bridge"))
        data = b"".join(gzip.compress(one) if packed else one for one in records)
        yield _sample(f"crawl{number}.warc{'.gz' if packed else ''}", data, _stories())


SAVED_BY = ("<Saved by Blink>", "<Saved by WebKit>", '"Saved by Windows Internet Explorer 8"', "<Saved by X>")
CODED: tuple[tuple[str, Callable[[bytes], str]], ...] = (
    ("quoted-printable", lambda page: quopri.encodestring(page).decode()),
    ("base64", lambda page: base64.encodebytes(page).decode()),
    ("8bit", lambda page: page.decode()),
)


def mhtml() -> Iterator[Sample]:
    """Yield pages saved with their pictures in one file."""
    for number in range(20):
        coding, coded = CODED[number % 3]
        text = (
            f"From: {SAVED_BY[number % 4]}\nSnapshot-Content-Location: https://site.example/bridge\n"
            "Subject: The bridge story\nDate: Thu, 5 Jan 2023 10:00:00 -0000\nMIME-Version: 1.0\n"
            'Content-Type: multipart/related; type="text/html"; boundary="----M1----"\n\n'
            "------M1----\nContent-Type: text/html; charset=utf-8\n"
            f"Content-Transfer-Encoding: {coding}\nContent-Location: https://site.example/bridge\n\n"
            f"{coded(_page(number, number % 2))}\n------M1----\nContent-Type: image/png\n"
            "Content-Transfer-Encoding: base64\nContent-Location: https://site.example/a.png\n\n"
            "iVBORw0KGgo=\n\n------M1------\n"
        )
        data = text.replace("\n", "\r\n") if number % 2 else text
        yield _sample(f"page{number}.{'mhtml' if number % 2 else 'mht'}", data, (_stories()[number % 2],))

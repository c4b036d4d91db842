"""Heavy work holds up nobody else: the program, on a large library, with one user who asks too much."""

from __future__ import annotations

import base64
import contextlib
import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from strict_client import TOKEN

from bot.apart import Apart
from bot.apart.tasks import articles_in
from bot.desk import TooHeavy
from bot.library_desk import LibraryDesk
from index.errors import UnreadableDocument
from index.open import LibraryAt

ROOT = Path(__file__).resolve().parents[4]
ABUSER = 66
PARAGRAPHS = 100_000
BUILD = 1800.0  # seconds that the index may take on a slow machine
MEGABYTES, SECONDS = 400, 1.0
LITTLE = 100  # megabytes that a document may take
GROWTH = 10  # megabytes from the thousandth question to the six-thousandth


def write_library(folder: Path, paragraphs: int) -> None:
    """Write files of twenty paragraphs of made-up sentences, some with figures, some with speakers."""
    chance = random.Random(3)  # noqa: S311
    words = ["".join(chance.choices("bdfgklmnprst", k=2)) + chance.choice("aeiou") + "" for _ in range(4000)]
    words = [word[0] + chance.choice("aeiou") + word[1:] for word in words]
    for number in range(paragraphs // 20):
        texts = []
        for _ in range(20):
            sentences = [" ".join(chance.choices(words, k=16)).capitalize() + "." for _ in range(3)]
            if chance.random() < 0.1:
                sentences[0] = f"Ana Ejemplo said that {' '.join(chance.choices(words, k=8))}."
            if chance.random() < 0.03:
                sentences[1] = f"At least {chance.randint(2, 90)} people were killed in Springfield."
            texts.append(" ".join(sentences))
        head = f"---\nauthors: [Autor {number % 400}]\npublished: 2020-01-{1 + number % 28:02d}\n---\n\n"
        (folder / f"t{number:05d}.md").write_text(head + "\n\n".join(texts) + "\n", "utf-8")


class Program:
    """``quoth telegram`` on a library of files."""

    def __init__(self, server: Any, library: Path, place: Path, *, listed: bool = False) -> None:
        """``listed``: its index is made before, with the contested points, as ``quoth index`` does."""
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QUOTH_TELEGRAM_API_URL": server.url,
            "QUOTH_TELEGRAM_TOKEN": TOKEN,
            "QUOTH_LIBRARY": str(library),
            "QUOTH_INDEX_DIR": str(place / "index"),
            "QUOTH_STATE_DIR": str(place / "state"),
            "QUOTH_ADMINS": str(ABUSER),
        }
        self.log = (place / "log").open("wb")
        if listed:
            command = [sys.executable, "-m", "bot", "index"]
            subprocess.run(command, env=environment, stdout=self.log, stderr=self.log, check=True)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "telegram"], env=environment, stdout=self.log, stderr=self.log
        )

    def memory(self) -> tuple[int, int]:
        """Return the megabytes of memory of the program, and of it with all processes that it started."""
        rows = subprocess.run(["ps", "-eo", "pid=,ppid=,rss="], capture_output=True, text=True, check=True)
        known = [tuple(map(int, line.split())) for line in rows.stdout.splitlines()]
        inside = {self.process.pid}
        for _ in range(4):
            inside |= {pid for pid, parent, _ in known if parent in inside}
        own = sum(size for pid, _, size in known if pid == self.process.pid)
        return own // 1024, sum(size for pid, _, size in known if pid in inside) // 1024

    def close(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait(10)
        self.log.close()


def ask(server: Any, chat: int, text: str) -> float:
    """Ask, and return the seconds until the answer came."""
    before, begun = len(server.sent(chat)), time.monotonic()
    server.message(chat=chat, text=text)
    server.wait_sent(chat, before + 1, 60.0)
    return time.monotonic() - begun


def abuse(server: Any, over: threading.Event) -> None:
    """Send heavy requests, one a second."""
    text = b"A word and another one of it stand here.\n\n"
    page = b"<p>" + text.replace(b"\n\n", b"</p>\n<p>")
    sent = {"txt": text * 330_000, "html": b"<html><body><article>" + page * 60_000}
    files = [
        {"name": f"large.{kind}", "data": base64.b64encode(data).decode()} for kind, data in sent.items()
    ]
    number = 0
    while not over.wait(1.0):
        number += 1
        if number % 4 == 0:
            server.message(chat=ABUSER, text=f"/verify this text stands nowhere in the library {number}")
        elif number % 4 == 1:
            server.message(chat=ABUSER, text=f"nor does this one stand anywhere {number}", forwarded=True)
        elif number % 4 == 2:
            server.message(chat=ABUSER, text="/contested")
        elif number < 20:
            server.message(chat=ABUSER, document=files[number // 4 % 2])


def watch(program: Program, over: threading.Event, most: list[int]) -> None:
    """Note the most memory that the program and its processes have at once."""
    while not over.wait(0.3):
        most[0] = max(most[0], program.memory()[1])


@pytest.mark.long
def test_one_who_asks_too_much_holds_up_nobody(server: Any, tmp_path: Path) -> None:
    """While one user verifies, lists and sends documents without end, others wait a second at most (p95)."""
    (tmp_path / "library").mkdir()
    write_library(tmp_path / "library", PARAGRAPHS)
    server.rates(private=[0, 1], group=[0, 1], overall=[0, 1])
    program = Program(server, tmp_path / "library", tmp_path, listed=True)  # else no document has its turn
    over = threading.Event()
    most = [0]

    try:
        server.message(chat=1, text="/about")
        server.wait_sent(1, 1, BUILD)
        workers = [
            threading.Thread(target=abuse, args=(server, over), daemon=True),
            threading.Thread(target=watch, args=(program, over, most), daemon=True),
        ]
        for worker in workers:
            worker.start()
        time.sleep(5.0)
        times = sorted(
            ask(server, 100 + n % 10, f"How many people were killed in Springfield? {n}") for n in range(60)
        )
        over.set()
        for worker in workers:
            worker.join(30.0)
        print(f"p50 {times[30]:.2f} s, p95 {times[56]:.2f} s, {most[0]} MB")  # noqa: T201
        assert times[56] <= SECONDS
        assert most[0] <= MEGABYTES
    finally:
        over.set()
        program.close()


def data_limits() -> list[int]:
    """Return the megabytes of memory that each process started by this one may write to."""
    found = []
    for process in Path("/proc/self/task").glob("*/children"):
        for child in process.read_text().split():
            limits = Path(f"/proc/{child}/limits").read_text().splitlines()
            size = next(line.split()[3] for line in limits if line.startswith("Max data size"))
            found += [int(size) >> 20] if size.isdecimal() else []
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_document_that_is_sent_is_read_in_little_memory(tmp_path: Path) -> None:
    """To read what somebody sends may take so much memory only that all together stay within the promise."""
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "a.txt").write_text("The harbour of Springfield was closed.\n")
    desk = LibraryDesk(LibraryAt(tmp_path / "library", tmp_path / "i"))
    data = b"A word and another one of it stand here.\n\n" * 330_000

    def send() -> None:
        with contextlib.suppress(TooHeavy):
            desk.preview("large.txt", data)

    sending = threading.Thread(target=send)
    sending.start()
    while not (limits := data_limits()):
        assert sending.is_alive()
        time.sleep(0.01)
    desk.close()
    sending.join(30.0)
    assert limits == [LITTLE]


def test_a_document_that_takes_too_much_memory_is_not_called_damaged() -> None:
    """Where a reader has no memory left that is said, with how much it had."""
    rows = "".join(f'"Title {n}","Ana Ejemplo","The ferry {n} was sold in Ardale."\n' for n in range(50_000))
    with pytest.raises(UnreadableDocument, match="more than 50 MB of memory"):
        Apart(50 << 20).run(60.0, articles_in, "rows.csv", f"title,author,text\n{rows}".encode())


def test_documents_are_held_in_memory_one_at_a_time(server: Any, bot: Any) -> None:
    """What several people send at once is fetched when its turn comes: each waits at Telegram, not here."""
    bot.start(slow=3.0, admins=[1, 2])
    data = base64.b64encode(b"A slow text.\n").decode()
    for chat in (1, 2):
        server.message(chat=chat, document={"name": f"{chat}.txt", "data": data})
    server.wait(lambda: len({call["arguments"]["chat_id"] for call in server.calls("sendChatAction")}) == 2)
    time.sleep(0.5)
    assert len(server.calls("getFile")) == 1
    for chat in (1, 2):
        server.wait_sent(chat, 1)


@pytest.mark.long
def test_memory_does_not_grow(server: Any, tmp_path: Path) -> None:
    """After the first thousand questions five thousand more take no memory that is not given back."""
    server.rates(private=[0, 1], group=[0, 1], overall=[0, 1])
    program = Program(server, ROOT / "tests" / "pages", tmp_path)
    kinds = ("How long will the harbour stay closed? {}", "Who spoke of the harbour {}?", "What of zebra {}?")
    try:
        asked = 0
        sizes = []
        for until in (1000, 6000):
            while asked < until:
                for chat in range(1, 41):
                    server.message(chat=chat, text=kinds[asked % 3].format(asked))
                    asked += 1
                server.wait(lambda: not server.state(calls_from=10**9)["queue"], 120.0)
            sizes.append(program.memory()[0])
        print(f"{sizes[0]} MB after 1,000 questions, {sizes[1]} MB after 6,000")  # noqa: T201
        assert sizes[1] - sizes[0] <= GROWTH
    finally:
        program.close()

"""A desk over a library of a few made-up sentences, for tests."""

from __future__ import annotations

import time
from collections.abc import Sequence

from bot.answer import Answer, Claim, ContestedPoint, Found, Kind, Position, Status
from bot.doors.telegram import Picture, Verification
from index.errors import UnreadableDocument
from index.model import Article, Mode, Place, Source
from index.values import replace

ADMIN = 4001
LOOK = 3  # claims shown first
TEXTS = (
    "The harbour bridge was opened in spring. It carries trams and carts.",
    "At least forty carts crossed the bridge on the first day.",
    "Fewer than thirty carts crossed the bridge on the first day, the toll book says.",
    "The mayor of Springfield cut a ribbon. 🎉 Everybody cheered.",
    "Tolls are collected at the northern end of the bridge.",
    "The bridge is closed on Mondays.",
    "A ferry runs beside the bridge.",
)


class MadeUpDesk:
    """Answers from ``TEXTS``; a question finds the sentences that share a word with it."""

    def __init__(self, slow: float = 0.0) -> None:
        self._slow = slow
        self.added: list[str] = []

    def ask(
        self, question: str, *, language: str | None, context: Sequence[str] = (), top: int | None = None
    ) -> Answer:
        """Find sentences; "slow" in the question makes it slow, "long" long, "broken" breaks."""
        whole = self._whole(question, language, context)
        most = top or LOOK
        left = len(whole.claims) - most
        return replace(whole, claims=whole.claims[:most], more=Found(left, 1) if left > 0 else Found())

    def more(self, question: str, *, language: str | None, context: Sequence[str] = ()) -> Answer:
        """Return the sentences that ``ask`` did not show."""
        whole = self._whole(question, language, context)
        return replace(whole, claims=whole.claims[LOOK:], contested=())

    def _whole(self, question: str, language: str | None, context: Sequence[str]) -> Answer:
        if "broken" in question:
            raise RuntimeError(question)
        if "slow" in question:
            time.sleep(self._slow)
        words = {
            word.strip("?.,").casefold() for word in " ".join((*context, question)).split() if len(word) > 3
        }
        found = [
            n for n, text in enumerate(TEXTS) if words & {w.strip("?.,").casefold() for w in text.split()}
        ]
        language = language or "en"
        if not found:
            return Answer(question, language, Status.NOTHING_FOUND, "Not in these documents: " + question)
        sided = {1, 2} if {1, 2} & {*found} else set()
        claims = tuple(claim(n, number) for number, n in enumerate((n for n in found if n not in sided), 1))
        if "long" in question:
            claims = tuple(replace(c, quote=f"{c.quote} " * 80) for c in claims)
        sides = (Position("At least forty", (claim(1, 1),)), Position("Fewer than thirty", (claim(2, 2),)))
        point = ContestedPoint("carts", Kind.FIGURE, "How many carts crossed", sides)
        return Answer(question, language, Status.ANSWERED, None, claims, (point,) if sided else ())

    def sources(self) -> Sequence[Article]:
        """Return thirty articles: the bridge's, and others to fill pages."""
        others = [Article(f"other-{n}", f"other-{n}.txt", 1, 0, 9, Source(f"Other {n}")) for n in range(28)]
        others.append(Article("again", "again.txt", 1, 0, 9, Source("Again", reposted_by="Coast Blog")))
        return [Article("bridge", "bridge.txt", 1, 0, 999, SOURCE), *others]

    def around(self, paragraph: str, before: int = 1, after: int = 1) -> Sequence[Claim]:
        """Return neighbouring sentences as paragraphs."""
        n = int(paragraph.rpartition("#")[2]) - 1
        return [claim(i, i + 1) for i in range(max(0, n - before), min(len(TEXTS), n + after + 1))]

    def verify(self, text: str) -> Verification:
        """Look for ``text`` in the sentences."""
        places = [
            Place("bridge", "bridge.txt", n * 100, n * 100 + len(text))
            for n, t in enumerate(TEXTS)
            if text in t
        ]
        if places:
            return Verification(True, tuple(places))
        folded = text.strip().rstrip(".").casefold()
        near = [n for n, t in enumerate(TEXTS) if t.rstrip(".").casefold() == folded]
        if near:
            return Verification(False, (Place("bridge", "bridge.txt", 0, 9),), nearly=True)
        words = set(text.split())
        n = max(range(len(TEXTS)), key=lambda n: len(words & set(TEXTS[n].split())))
        differing = next((word for word in TEXTS[n].split() if word not in words), "")
        start = TEXTS[n].find(differing)
        return Verification(False, nearest=claim(n, 1), differs=((start, start + len(differing)),))

    def spoken_by(self, name: str, limit: int) -> Sequence[Claim]:
        """Return what the mayor says."""
        return [claim(3, 1)][:limit] if name.casefold() in "the mayor of springfield" else []

    def contested(self, language: str) -> Sequence[ContestedPoint]:
        """Return the carts, under a heading in ``language``."""
        points = self.ask("carts", language=None).contested
        heading = {"es": "Cuántas carretas cruzaron"}.get(language)
        return [replace(point, heading=heading) if heading else point for point in points]

    def picture(self, point: ContestedPoint, language: str) -> Picture | None:
        """Return a file that begins like a PNG."""
        return Picture(f"{point.id}-{language}.png", b"\x89PNG made up")

    def examples(self, language: str) -> Sequence[str]:
        """Return two questions."""
        if language == "es":
            return ["¿Se abrió el bridge?", "¿Qué es el bridge?"]
        return ["How many carts crossed the bridge?", "When was the bridge opened?"]

    def reload(self) -> None:
        """Do nothing."""

    def preview(self, name: str, data: bytes) -> Sequence[Article]:
        """Return one article, or refuse what is no text; "slow" in it makes it slow."""
        if b"slow" in data:
            time.sleep(self._slow)
        if b"\0" in data:
            raise UnreadableDocument("it is empty")
        return [Article("new", name, 1, 0, len(data), Source(data.decode().splitlines()[0]))]

    def add(self, name: str, data: bytes) -> None:
        """Remember the name."""
        del data
        self.added.append(name)

    def index_made(self) -> float | None:
        """Return no time: there is no index."""

    def close(self) -> None:
        """Do nothing."""


SOURCE = Source(
    "The bridge", ("Ana Ejemplo",), "Springfield Gazette", "2020-05-01", "https://example.org/bridge"
)


def claim(n: int, number: int) -> Claim:
    """Return the ``n``-th sentence as a claim."""
    return Claim(
        number=number,
        quote=TEXTS[n],
        paragraph=f"bridge#{n + 1}",
        file="bridge.txt",
        start=n * 100,
        end=n * 100 + len(TEXTS[n]),
        source=SOURCE,
        score=1.0 / number,
        speaker="the mayor of Springfield" if n == 3 else None,
        mode=Mode.INDIRECT if n == 3 else Mode.OWN,
        link=f"https://example.org/bridge#:~:text={n}",
    )

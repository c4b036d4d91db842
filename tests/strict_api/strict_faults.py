"""Faults: planned ones, and random ones at given rates."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

RETRY_AFTER = 2.0  # seconds, of a random 429


@dataclass
class Fault:
    """What goes wrong.

    Before the method runs: 400, 401, 404, 429, 500, 502, reset (cut), hang (cut after ``seconds``), portal
    (200 with a page of HTML), empty (200 with an empty object). After it ran: lost (cut), late (cut after
    ``seconds``), blank (200 with a page of HTML), 504 (the same with that status), slow (answered after
    ``seconds``).
    """

    kind: str
    method: str = "*"
    times: int = 1
    seconds: float = 1.0
    chat: int = 0  # 0: of any chat


@dataclass
class Faults:
    """Decides whether a call goes wrong."""

    planned: list[Fault] = field(default_factory=list)
    rates: dict[str, float] = field(default_factory=dict)
    methods: tuple[str, ...] = ("sendMessage", "getUpdates", "sendChatAction")
    seconds: float = 1.0
    chance: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311

    def due(self, method: str, chat: object = 0) -> Fault | None:
        """Return the fault for this call, or None."""
        for fault in self.planned:
            if fault.method in (method, "*") and str(fault.chat) in ("0", str(chat)):
                fault.times -= 1
                if fault.times <= 0:
                    self.planned.remove(fault)
                return fault
        if method in self.methods or "*" in self.methods:
            draw = self.chance.random()
            for kind, rate in self.rates.items():
                if draw < rate:
                    return Fault(kind, method, 1, RETRY_AFTER if kind == "429" else self.seconds)
                draw -= rate
        return None

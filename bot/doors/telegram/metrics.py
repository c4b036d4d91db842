"""Numbers for a monitoring system: how much, how fast, what went wrong. No text, no names, no chats.

Nothing is counted and nothing imported unless QUOTH_METRICS_LISTEN says where the numbers can be had.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from index.errors import SettingsError


class Metrics(Protocol):
    """What is counted."""

    def question(self, outcome: str, seconds: float) -> None:
        """Count a question: "answered", "nothing_found", "too_slow", "failed"; and how long it took."""

    def error(self, kind: str) -> None:
        """Count an error of the Bot API by its kind."""

    def heavy(self, task: str, outcome: str) -> None:
        """Count a heavy task: "done", "stopped", "refused"."""


class NoMetrics:
    """Counts nothing."""

    def question(self, outcome: str, seconds: float) -> None:
        """Do nothing."""

    def error(self, kind: str) -> None:
        """Do nothing."""

    def heavy(self, task: str, outcome: str) -> None:
        """Do nothing."""


class Prometheus:
    """Counts, and serves the numbers in Prometheus's text format under /metrics."""

    def __init__(
        self, host: str, port: int, *, queue: Callable[[], float], index_age: Callable[[], float]
    ) -> None:
        """Serve at once, in a thread. Raises SettingsError when the address cannot be had."""
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server
        from prometheus_client.process_collector import ProcessCollector

        registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._questions = Counter("quoth_questions", "Questions by outcome.", ["outcome"], registry=registry)
        self._seconds = Histogram(
            "quoth_answer_seconds",
            "Seconds from a question's turn to its answer, sending left out.",
            buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20),
            registry=registry,
        )
        self._errors = Counter(
            "quoth_telegram_errors", "Requests that failed, by kind of error.", ["kind"], registry=registry
        )
        self._heavy = Counter(
            "quoth_heavy_tasks", "Tasks in processes of their own.", ["task", "outcome"], registry=registry
        )
        Gauge("quoth_queue", "Updates that wait or are worked on.", registry=registry).set_function(queue)
        Gauge("quoth_index_age_seconds", "Seconds since the index was made.", registry=registry).set_function(
            index_age
        )
        for outcome in ("answered", "nothing_found", "too_slow", "failed"):
            self._questions.labels(outcome)
        try:
            self._server, _ = start_http_server(port, host, registry=registry)
        except OSError as error:
            reason = error.strerror or error
            raise SettingsError(f"QUOTH_METRICS_LISTEN {host}:{port} cannot be used: {reason}.") from error

    def question(self, outcome: str, seconds: float) -> None:
        """Count a question."""
        self._questions.labels(outcome).inc()
        self._seconds.observe(seconds)

    def error(self, kind: str) -> None:
        """Count an error."""
        self._errors.labels(kind).inc()

    def heavy(self, task: str, outcome: str) -> None:
        """Count a heavy task."""
        self._heavy.labels(task, outcome).inc()

"""The nouns of framings: a matter, its rival label sets, a label in a text, an editor's decision."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from index.model import Stance
from index.values import frozen


@frozen
class Side:
    """One set of labels that take the same side."""

    id: str
    labels: tuple[str, ...]


@frozen
class Framing:
    """One matter and its rival label sets."""

    id: str
    headings: Mapping[str, str]
    asks: tuple[str, ...]
    sides: tuple[Side, ...]
    library: bool = True  # False: only for questions
    event: bool = False  # its labels name an event: two texts on one event speak of the same
    other: tuple[str, ...] = ()  # longer wordings that hold a label but are none: "war criminals"
    needs: tuple[str, ...] = ()  # a sentence without any of these uses none of its labels; none: any may
    binary: bool = False  # its two sides are yes and no: who denies a label of one says the other
    wishes: bool = False  # its labels are what is asked for: "urged them to go back"
    unlisted: tuple[str, ...] = ()  # labels that count only for a question, with others of their side
    things: tuple[str, ...] = ()  # what is judged: beside one of these the words of ``judged`` are labels
    judged: tuple[Side, ...] = ()  # the words that judge it, by side: "terrible" of a decision


class State(StrEnum):
    """What an editor says about a point as it stands."""

    CONFIRMED = "confirmed"
    SILENCED = "silenced"


@frozen
class Decision:
    """What an editor decided about a point: confirmed, silenced, renamed or merged into another."""

    point: str
    state: State | None = None
    headings: Mapping[str, str] = MappingProxyType({})
    into: str | None = None


@frozen
class Label:
    """A label of a framing in ``text[start:end]`` and what the text itself does with it."""

    framing: str
    side: str
    start: int
    end: int
    scare: bool  # alone between quotation marks
    stance: Stance
    denied: tuple[int, int] | None = None  # the label with the words that reject it: "was not a coup"
    position: bool = True  # False: left open, or said of words on the matter: nobody's position
    other: str | None = None  # the side of who denies it, where there are only yes and no

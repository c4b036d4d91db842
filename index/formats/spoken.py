"""Who speaks which paragraphs of a text whose words are not its author's, as front matter states it.

spoken:
  Ana Ejemplo: 1, 3-5
  Bo Prueba: 2

The numbers count the paragraphs of the text, those of headings and lists aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from index.formats.extracted import Block
from index.model import Role
from index.values import replace

KEY = "spoken"
_RUN = re.compile(r"(\d{1,6})(?:\s*-\s*(\d{1,6}))?")


def stated_speakers(speakers: Iterable[str | None]) -> dict[str, str]:
    """Return each speaker with the numbers of his paragraphs; ``speakers`` has one for each, or None."""
    runs: dict[str, list[list[int]]] = {}
    for number, speaker in enumerate(speakers, start=1):
        if speaker is None:
            continue
        own = runs.setdefault(speaker, [])
        if own and own[-1][1] == number - 1:
            own[-1][1] = number
        else:
            own.append([number, number])
    return {
        speaker: ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in own)
        for speaker, own in runs.items()
    }


def with_speakers(blocks: Sequence[Block], stated: object) -> tuple[Block, ...]:
    """Return the blocks, each under who is stated to speak it; anything else states nothing."""
    if not isinstance(stated, Mapping):
        return tuple(blocks)
    speakers = _by_number(stated, sum(block.role is Role.BODY for block in blocks))
    found = []
    number = 0
    for block in blocks:
        number += block.role is Role.BODY
        own = block.role is Role.BODY and number in speakers
        found.append(replace(block, speaker=speakers[number]) if own else block)
    return tuple(found)


def _by_number(stated: Mapping[object, object], many: int) -> dict[int, str]:
    """Return the speakers of paragraphs, of which there are so ``many``; none where one has several."""
    speakers: dict[int, str] = {}
    for name, numbers in stated.items():
        for first, last in _RUN.findall(str(numbers)):
            for number in range(int(first), min(int(last or first), many) + 1):
                if number in speakers:
                    return {}
                speakers[number] = " ".join(str(name).split())
    return speakers

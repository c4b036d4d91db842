"""What somebody said, told topic by topic: "His contract: “...”", "On Ana Ejemplo: “...”".

Where most of such labels are no names, none is: what stands before the colon is spoken of, and speaks not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.model import Paragraph, Role
from index.text.denial import denial_words
from index.voices.labels import SPEAKING
from index.words import word_list

_PARTICLES = frozenset(word for each in word_list("particles", "anywhere") for word in each.split())
_FEWEST = 3  # labels that are no names
_LABELLED = re.compile(r"[\s*_•-]*(?P<label>[^\W\d_][^:,.;\n“”\"«»]{1,60}):[*_]*\s?[“\"«]")


def topics_of(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return the indexes of the paragraphs that begin with a topic and a quotation; none where few do."""
    labels = {
        number: match["label"]
        for number, each in enumerate(paragraphs)
        if each.role in SPEAKING - {Role.HEADING}
        and (match := _LABELLED.match(each.text))
        and not _tells(match["label"])
    }
    named = [label for label in labels.values() if _is_name(label)]
    topics = [label for label in labels.values() if _has_other_words(label)]
    return frozenset(labels) if len(topics) >= _FEWEST and len(topics) > len(named) else frozenset()


def _tells(label: str) -> bool:
    """Whether a label is no topic but tells that somebody speaks: "The council of Ogdenville has said"."""
    return label.rsplit(maxsplit=1)[-1].lower() in denial_words().asserting


def _is_name(label: str) -> bool:
    """Whether a label is two words with capitals at least, but for the small ones of names."""
    return len(label.split()) > 1 and not _has_other_words(label)


def _has_other_words(label: str) -> bool:
    return any(word[0].islower() and word not in _PARTICLES for word in label.split())

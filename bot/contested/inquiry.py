"""A question and the sentences in which rival sides are looked for, handed from room to room as one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.contested.neutral import with_names
from bot.contested.relevance import Relevance
from bot.contested.spoken_sentences import Statement
from index.framings import Framings
from index.model import Query
from index.values import frozen, replace


@frozen
class Inquiry:
    """What is asked, of which sentences, and in which language the headings are.

    ``names`` are the index terms of the question's names; ``relevance`` tells how much of the question a
    sentence speaks of: without the labels of any framing, so that either side's word yields the same.
    """

    question: Query
    pool: Sequence[Statement]
    relevance: Relevance
    names: frozenset[str]
    framings: Framings
    language: str

    def over(self, pool: Sequence[Statement]) -> Inquiry:
        """Return the same, asked of other sentences."""
        return replace(self, pool=pool)

    def near(self) -> Inquiry:
        """Return the same, asked of sentences whose paragraph names whom the question names.

        A text names a person once and then says "he": the paragraph tells of whom it speaks.
        """
        return self.over([each for each in self.pool if self.names & self.relevance.in_paragraph(each)])

    def headed(self, heading: str) -> str:
        """Return a heading with the names that the question speaks of."""
        return with_names(heading, self.question, self.framings, self.language)

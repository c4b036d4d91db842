"""Of whom a sentence speaks that says "he" or "they": of those whom the sentence before names."""

from __future__ import annotations

from bot.asking.asked_names import names_in_text
from bot.contested.facts.statements import Said
from bot.contested.spoken_sentences import terms_of
from bot.finding.quote import sentence_spans


def spoken_of(said: Said, at: int) -> frozenset[str]:
    """Return the terms of the names before a place, else of those in the sentence before."""
    statement = said.statement
    paragraph = statement.passage.paragraph
    inside = [" ".join(name) for name in names_in_text(f", {statement.text[:at]}")]
    if inside:
        return terms_of(" ".join(inside), paragraph.language)
    before = paragraph.text[: statement.start]
    spans = sentence_spans(before, paragraph.language)[-1:] if before.strip() else ()
    names = [" ".join(name) for start, end in spans for name in names_in_text(before[start:end])]
    return terms_of(" ".join(names), paragraph.language)

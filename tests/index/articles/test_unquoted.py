"""What is told of the text that is never quoted."""

from __future__ import annotations

from index.articles.unquoted import much_unquoted, never_quoted
from index.model import Role


def test_it_is_said_how_much_is_never_quoted_and_why() -> None:
    """Shares of the whole, the largest kind first; nothing where all may be quoted."""
    said = never_quoted({Role.BODY: 70, Role.JUNK: 10, Role.HEADING: 20})
    assert said is not None
    assert said.startswith("30 % of the text is never quoted: 20 % headings, 10 % furniture")
    assert never_quoted({Role.BODY: 70}) is None


def test_a_document_of_furniture_is_a_remark() -> None:
    """More than a third of a document that is never quoted is for an editor to look at."""
    assert much_unquoted({Role.BODY: 60, Role.JUNK: 40}) is not None
    assert much_unquoted({Role.BODY: 70, Role.JUNK: 30}) is None

"""Filters: which sources and names a search may use."""

from __future__ import annotations

from index.model import Scope, Source
from index.text.terms import fold


def in_scope(source: Source, scope: Scope) -> bool:
    """Whether a source passes the filters on source, author and date; unknown dates pass no date filter."""
    date = source.published or source.reposted
    if scope.after and (date is None or date < scope.after):
        return False
    if scope.before and (date is None or date > scope.before):
        return False
    if scope.author and not any(same_name(scope.author, author) for author in source.authors):
        return False
    if scope.source:
        asked = _name_words(scope.source)
        names = (source.outlet, source.reposted_by, source.title)
        return any(name and asked <= _name_words(name) for name in names)
    return True


def same_name(asked: str, name: str) -> bool:
    """Whether all words of the name asked for stand in ``name``, accents and case aside."""
    words = _name_words(asked)
    return bool(words) and words <= _name_words(name)


def within_sentence(name: str) -> str:
    """Return a name as it stands where it begins no sentence: "The mayor" is "the mayor"."""
    return name[:1].lower() + name[1:]


def _name_words(name: str) -> frozenset[str]:
    return frozenset(fold(word).strip(".,'’") for word in name.split())

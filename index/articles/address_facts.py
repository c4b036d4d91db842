"""What the address of a page adds to its source where the page states nothing: title, day or month."""

from __future__ import annotations

import datetime

from index.articles.addresses import Address, is_home_of_many, read_address
from index.model import FROM_ADDRESS, Source
from index.values import replace

_SAME_DAYS = 2  # between the day an article is dated and the one its address was made


def by_address(source: Source, address: Address, reposted_there: bool, *, titled: bool) -> Source:
    """Return the source with title and day of its page's address, where the page states none.

    The day, too, where the page's is a later one: it prints the day on which it is looked at, or brought up
    to date, and its address keeps the first.
    """
    if titled and not source.title and address.title:
        source = replace(source, title=address.title, title_from=FROM_ADDRESS)
    day = address.published
    if day is None:
        return _with_month(source, address)
    if reposted_there or source.reposted_by:
        return source if source.reposted else replace(source, reposted=day)
    stated = source.published
    if stated and abs((_date(stated) - _date(day)).days) <= _SAME_DAYS:
        return source
    return replace(source, published=day, month=None, published_from=FROM_ADDRESS)


def dated(source: Source) -> Source:
    """Return a source that states no day with the day or the month that its own url names."""
    if not source.url or source.published or source.reposted or source.month:
        return source
    address = read_address(source.url)
    if address is None or is_home_of_many(address):
        return source
    if address.published:
        return replace(source, published=address.published, published_from=FROM_ADDRESS)
    return _with_month(source, address)


def _with_month(source: Source, address: Address) -> Source:
    """Return a source without a day with the month that its address names."""
    if source.published or source.reposted or source.month or address.month is None:
        return source
    year, month = address.month
    return replace(source, month=f"{year}-{month:02}", published_from=FROM_ADDRESS)


def _date(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)

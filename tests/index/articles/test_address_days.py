"""What an address tells of its text: the day in each form in which papers write it, and whose paper it is."""

from __future__ import annotations

import pytest

from index.articles.addresses import outlet_at, read_address


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("news/2014/11/141118_ferry_stopped", "2014-11-18"),
        ("releases/2014/11/141118-ferry.htm", "2014-11-18"),
        ("ferry-stopped-april-3-2019/", "2019-04-03"),
        ("abril-3-2019-transbordador", "2019-04-03"),
        ("la-ferry-2019apr03-story.html", "2019-04-03"),
        ("us-news/2019/apr/3/ferry", "2019-04-03"),
        ("news/2014/11/151118_ferry", None),  # another year than the folder's: a number
        ("news/141118/ferry", None),  # the fourteenth of November 2018, perhaps
    ],
)
def test_a_day_in_an_address(path: str, day: str | None) -> None:
    """A day whose year, month and place are sure is read; six digits alone are not."""
    address = read_address(f"https://ardale.example/{path}")
    assert address is not None and address.published == day


def test_a_month_in_letters_in_an_address() -> None:
    """A folder of a month in letters is read as one in digits is."""
    address = read_address("https://muestra.example/noticias/2019/abril/puente-viejo")
    assert address is not None and address.month == (2019, 4)


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("diariodemuestra.elmundo.es", "diariodemuestra.elmundo.es"),
        ("ardaleherald.cnn.com", "ardaleherald.cnn.com"),
        ("politica.elpais.com", "El País"),
        ("edition.cnn.com", "CNN"),
        ("cincodias.elpais.com", "Cinco Días"),
    ],
)
def test_a_paper_below_the_host_of_another_is_its_own(host: str, outlet: str) -> None:
    """A newspaper's name before the host of another paper names the outlet; a desk's name does not."""
    assert outlet_at(host) == outlet

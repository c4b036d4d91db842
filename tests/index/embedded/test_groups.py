"""Independent sources: copies, teasers and translations of one text."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from index.articles.cutting import CutArticle, cut_articles
from index.model import Document

Groups = Callable[..., list[set[str]]]
LEDE = "The harbour of Springfield was closed on Friday by the city council for three weeks of repairs."
MORE = "Nine members voted for the closure and four against it, after a night of talks with two ministries."
LAST = "The quay wall cracked in two places in January, and the engineers counted four cracks in March."
OTHER = "North Haverbrook sold its last ferry on Wednesday to a company that runs ferries in four countries."
QUOTE = (
    "“We were not asked, we were not told, and we will not be paid for the days that we have lost here at the"
    " quay, where our fathers moored their boats and where our children will look for them in vain,”"
)


def cut(name: str, *paragraphs: str) -> CutArticle:
    """Return the one article of a document."""
    (article,) = cut_articles(Document(name, "\n\n".join(paragraphs), "utf-8", ""), None)
    return article


@pytest.fixture
def groups(find_groups: Any) -> Callable[..., list[set[str]]]:
    """Return a function that tells which articles share a source, in order."""

    def grouped(*articles: CutArticle) -> list[set[str]]:
        found: dict[str, set[str]] = {}
        for article, group in find_groups(articles).of_article.items():
            found.setdefault(group, set()).add(article)
        return list(found.values())

    return grouped


def test_copies_and_teasers_share_a_source(groups: Groups) -> None:
    """A copy, a shortened copy and a teaser made of an article's paragraphs count as one source."""
    articles = (
        cut("whole.txt", LEDE, MORE, LAST),
        cut("copy.txt", LEDE, MORE, LAST),
        cut("teaser.txt", f"{LEDE} {LAST}"),
        cut("other.txt", OTHER),
    )
    assert groups(*articles) == [{"whole", "copy", "teaser"}, {"other"}]


@pytest.mark.parametrize(
    ("said", "else_said"),
    [
        ("nine to four", "eight to five"),
        ("on Friday", "on Friday for the Ministry of Ogdenville"),
        ("was closed", "was not closed"),
        ("three weeks", "13 weeks"),
    ],
)
def test_texts_that_say_different_things_are_no_copies(groups: Groups, said: str, else_said: str) -> None:
    """A text that is another but for a number or a denial is a second source; one with more words is not."""
    lede = "The harbour of Springfield was closed by nine to four on Friday for three weeks of repairs."
    one, other = cut("one.txt", lede, MORE, LAST), cut("other.txt", lede.replace(said, else_said), MORE, LAST)
    same = "Ministry" in else_said
    assert groups(one, other) == ([{"one", "other"}] if same else [{"one"}, {"other"}])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The guild of Kelm has no cellar.", "The guild of Kelm has a cellar."),
        ("It has no cellar.", "It has a cellar."),
        ("He was hurt.", "He was not hurt."),
        ("El gremio no tiene bodega.", "El gremio tiene bodega."),
        (
            "It is false that guards seized a baker in Kelm, said Ada.",
            "Guards seized a baker in Kelm, Ida said.",
        ),
        (
            "Es falso que hundieran la barca de Kelma, dijo Ada.",
            "Que hundieran la barca de Kelma lo dijo Ida.",
        ),
        (
            "Guards in Kelm seized Ada Brandt for the theft of the bell.",
            "Guards in Kelm seized nobody for the theft of the bell, the reeve and a baker said.",
        ),
        (
            "Guards in Kelm seized Ada Brandt for the theft of the bell.",
            "Guards in Kelm seized Ida Brandt for the theft of the bell, the reeve and a baker said.",
        ),
        (
            "La guardia de Kelma detuvo a 2 vecinos por el robo de la campana.",
            "La guardia de Kelma detuvo a 9 vecinos por el robo de la campana, según contó la alcaldesa.",
        ),
    ],
)
def test_a_short_or_longer_sentence_may_say_something_else(groups: Groups, one: str, other: str) -> None:
    """A sentence of three words tells two sources apart, too, and one that goes on behind what differs."""
    texts = (cut("one.txt", f"{LEDE} {one}", MORE), cut("other.txt", f"{LEDE} {other}", MORE))
    assert groups(*texts) == [{"one"}, {"other"}]


def test_a_copy_may_say_more(groups: Groups) -> None:
    """A sentence that only goes on, with a denial of something else, makes no second source."""
    more = f"{MORE[:-1]}, though not all of the twelve aldermen of the town could come to the hall."
    assert groups(cut("one.txt", LEDE, MORE), cut("other.txt", LEDE, more)) == [{"one", "other"}]


def test_a_place_says_which_words_stand_there(find_groups: Any) -> None:
    """Of a paragraph that was changed for a copy, only the sentences left alone stand in the other place."""
    one = cut("one.txt", f"{LEDE} {MORE} {LAST}")
    other = cut("other.txt", f"{LEDE} {MORE.replace('four', 'five')} {LAST}")
    (place,) = find_groups([one, other]).also_in["one#1"]
    text = one.paragraphs[0].text
    assert [text[start:end] for start, end in place.same] == [LEDE, LAST]


def test_a_common_quotation_makes_no_copy(groups: Groups, find_groups: Any) -> None:
    """Two reports that quote the same speech are two sources, and the quotation is known to stand in both."""
    one = cut("one.txt", f"{QUOTE} said a fisher on Friday.", LEDE)
    other = cut("other.txt", f"{QUOTE} a fisher told the radio.", OTHER)
    assert groups(one, other) == [{"one"}, {"other"}]
    places = find_groups([one, other]).also_in
    assert [place.article for place in places["one#1"]] == ["other"]


def test_places_of_a_copy_are_told_both_ways(find_groups: Any) -> None:
    """Each of two copies names the other's place, exactly."""
    one, other = cut("one.txt", LEDE, MORE), cut("other.txt", OTHER, LEDE)
    also = find_groups([one, other]).also_in
    (there,), (here,) = also["one#1"], also["other#2"]
    assert (there.article, there.file, there.start, there.end) == (
        "other",
        "other.txt",
        len(OTHER) + 2,
        len(OTHER) + 2 + len(LEDE),
    )
    assert (here.article, here.start, here.end) == ("one", 0, len(LEDE))
    assert "one#2" not in also


def test_translations_share_a_source(groups: Groups) -> None:
    """An article and its translation, the same names and numbers in each paragraph, are one source."""
    english = cut(
        "en.txt",
        "On 4 March 2023 the Council of Springfield closed the port by 9 votes to 4, Modelo said.",
        "The Ministry of Transport in Ogdenville spoke of 43 boats and 12 ferries, Director Ejemplo said.",
        "In 1911 the Shelbyville Company built the port for 250,000; in 1954 it sold it.",
    )
    spanish = cut(
        "es.txt",
        "El 4 de marzo de 2023 el Concejo de Springfield cerró el puerto por 9 votos a 4, dijo Modelo.",
        "El Ministerio de Transporte en Ogdenville habló de 43 botes y 12 ferris, dijo el director Ejemplo.",
        "En 1911 la Compañía de Shelbyville construyó el puerto por 250.000; en 1954 lo vendió.",
    )
    about = cut(
        "otro.txt",
        "Los pescadores de North Haverbrook venden su pescado los martes en la plaza mayor de la villa.",
        "Nadie recuerda quién plantó los árboles de la plaza, ni por qué son todos del mismo lado.",
        "El alcalde quiere cortar tres de ellos para dejar pasar el tranvía que nunca llegó a construirse.",
    )
    assert groups(english, spanish, about) == [{"en", "es"}, {"otro"}]


EN = (
    "On 4 March 2023 the Council of Springfield closed the port by 9 votes to 4, Modelo said.",
    "The Ministry of Transport in Ogdenville spoke of 43 boats and 12 ferries, Director Ejemplo said.",
    "In 1911 the Shelbyville Company built the port for 250,000; in 1954 it sold it.",
)


@pytest.mark.parametrize(
    "third",
    [
        "En 1911 la Compañía de Shelbyville construyó el puerto por 270.000; en 1954 lo vendió.",
        "En 1911 la Compañía de Shelbyville no construyó el puerto por 250.000; en 1954 no lo vendió.",
    ],
)
def test_a_text_with_another_number_or_a_denial_is_no_translation(groups: Groups, third: str) -> None:
    """Two texts in two languages that differ in what they say are two sources."""
    spanish = cut(
        "es.txt",
        "El 4 de marzo de 2023 el Concejo de Springfield cerró el puerto por 9 votos a 4, dijo Modelo.",
        "El Ministerio de Transporte en Ogdenville habló de 43 botes y 12 ferris, dijo el director Ejemplo.",
        third,
    )
    assert groups(cut("en.txt", *EN), spanish) == [{"en"}, {"es"}]


def test_texts_of_one_subject_in_two_languages_are_two_sources(groups: Groups) -> None:
    """The names of a subject stand in every text on it and make none a translation."""
    english = cut(
        "en.txt",
        "The president of Costa Ejemplo, Pablo Nierto, said in Puerto Ejemplo that soldiers forced him out.",
        "President Pablo Nierto said in Puerto Ejemplo that those who burned Costa Ejemplo lie.",
        "The world has seen what happened to Costa Ejemplo, wrote Pablo Nierto, driven from his country.",
    )
    spanish = cut(
        "es.txt",
        "La secretaria, Marta Solvar, dijo en Puerto Ejemplo que la renuncia de Pablo Nierto fue legal.",
        "Solvar pidió en Puerto Ejemplo que el gobierno de Costa Ejemplo convoque y Pablo Nierto responda.",
        "El Consejo reconoce al gobierno de Costa Ejemplo y no a Pablo Nierto, que dejó el cargo solo.",
    )
    assert groups(english, spanish) == [{"en"}, {"es"}]


def test_groups_do_not_depend_on_the_order_of_articles(groups: Groups) -> None:
    """The same articles share sources whatever order they come in."""
    articles = [cut("a.txt", LEDE, MORE), cut("b.txt", LEDE, MORE), cut("c.txt", OTHER)]
    assert groups(*articles) == [{"a", "b"}, {"c"}]
    assert {frozenset(group) for group in groups(*reversed(articles))} == {frozenset("ab"), frozenset("c")}


def test_no_articles_have_no_groups(find_groups: Any) -> None:
    """Nothing has no sources."""
    assert find_groups([]).of_article == {}


def test_many_articles_in_two_languages_are_compared_in_time(find_groups: Any) -> None:
    """Looking for translations among hundreds of articles of each language costs seconds at most."""
    english = [
        cut(
            f"e{n}.txt",
            *(f"The report {n} of part {p} says that the harbour's wall is old." for p in range(4)),
        )
        for n in range(150)
    ]
    spanish = [
        cut(
            f"s{n}.txt",
            *(f"El informe {n} de la parte {p} dice que nadie sabe cuándo abrirán." for p in range(4)),
        )
        for n in range(150)
    ]
    started = time.process_time()
    find_groups([*english, *spanish])
    assert time.process_time() - started < 8

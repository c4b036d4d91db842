"""A question's content words and the stems that stand for them."""

from __future__ import annotations

from bot.asking.query import LONGEST_QUESTION, make_query


def texts(question: str) -> list[str]:
    """Return the words of a question that are searched for."""
    return [word.text for word in make_query(question).words]


def test_function_words_and_words_of_asking_are_left_out() -> None:
    """Only words that say something of the matter are searched for."""
    assert texts("What did the mayor say about the old bridge?") == ["mayor", "old", "bridge"]
    assert texts("¿Qué dijo la alcaldesa sobre el puente?") == ["alcaldesa", "puente"]
    assert texts("¿Hubo fraude? ¿Ha habido o habrá fraude?") == ["fraude"]


def test_who_won_is_asked_and_who_will_not_is_no_victory() -> None:
    """Winning is searched for; "won't" and "won’t" are function words."""
    assert texts("Who won the vote?") == ["won", "vote"]
    assert texts("Why won't the mayor pay?") == texts("Why won’t the mayor pay?") == ["mayor", "pay"]


def test_initials_that_look_like_a_pronoun_are_searched_for() -> None:
    """US is a country, us is not."""
    assert "US" in texts("Does the US own the bridge?")
    assert "US" not in texts("Does the bridge belong to us?")


def test_the_stem_of_the_other_language_counts_less() -> None:
    """A name may be stemmed in another language; for other words that is chance."""
    (word,) = make_query("Where are the ferries?").words
    terms = dict(word.terms)
    assert terms["ferri"] == 1.0
    assert all(weight < 1.0 for term, weight in terms.items() if term != "ferri")


def test_a_question_without_words_gives_none() -> None:
    """Marks and function words only leave nothing to search for."""
    assert texts("?!") == []
    assert texts("what is it") == []


def test_an_endless_question_is_cut() -> None:
    """Nobody's question may cost the time of a book."""
    assert len(make_query("bridge " * 100_000).text) == LONGEST_QUESTION

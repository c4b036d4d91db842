"""Which words are written as names."""

from __future__ import annotations

from bot.asking.asked_names import joined_names, names_in_text, subject_words, written_names


def test_capitals_inside_a_question_make_names() -> None:
    """The first word of a sentence has its capital from its place."""
    assert written_names("Does Ana Ejemplo own the ferry?") == {"ana", "ejemplo"}
    assert written_names("Ferries: who owns them?") == frozenset()


def test_a_second_sentence_opens_with_no_name() -> None:
    """Its first word has its capital from its place, too: no heading and no filter takes it for a name."""
    question = "How many were hurt? Every time they tell another number"
    assert subject_words(question) == frozenset()
    assert names_in_text(question) == ()


def test_initials_are_names_wherever_they_stand() -> None:
    """What is in capitals only is a name, first word or not."""
    assert written_names("OAS and the ferry") == {"oas"}


def test_months_are_no_names() -> None:
    """A date names nobody."""
    assert written_names("What happened in March?") == frozenset()


def test_words_of_one_name_stand_side_by_side() -> None:
    """What stands between two names parts them."""
    assert joined_names("Did Ana Ejemplo sell it?") == {("ana", "ejemplo")}
    assert joined_names("Did Ana and Juan Muestra sell it?") == {("juan", "muestra")}


def test_capitals_throughout_tell_no_name() -> None:
    """A question typed in capitals asks what it asks in small letters."""
    assert written_names("WHAT WILL THE BRIDGE COST?") == frozenset()
    assert written_names("bridge AND ferry") == frozenset()
    assert written_names("Did the UN come?") == {"un"}

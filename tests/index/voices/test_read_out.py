"""Words of others inside somebody's quotation are not his own assertion."""

from __future__ import annotations

import pytest

from tests.index.voices.made_up_speech import said_in


@pytest.mark.parametrize(
    ("text", "other", "words"),
    [
        ("“The report says ‘no one knew of it’,” Otto Vane said.", "The report", "‘no one knew of it’,”"),
        (
            "“The council says ‘the bridge is safe,’ but nobody crosses it,” Otto Vane said.",
            "The council",
            "‘the bridge is safe,’",
        ),
        (
            "“Karl Brandt called it ‘the worst plan in years,’” Otto Vane said.",
            "Karl Brandt",
            "‘the worst plan in years,’”",
        ),
        # who "he" is, and whose mother, is not told
        ("“He told me, ‘Go home at once,’ and I left,” Otto Vane said.", None, "‘Go home at once,’"),
        ("“My mother said, ‘Lend no boats,’ and I do not,” Otto Vane said.", None, "‘Lend no boats,’"),
    ],
)
def test_a_quotation_in_a_quotation(text: str, other: str | None, words: str) -> None:
    """The inner words are given to whom the outer speaker gives them, the rest stays his."""
    found = said_in(text)
    assert (other, words) in found
    assert {speaker for speaker, part in found if part != words} == {"Otto Vane"}


@pytest.mark.parametrize(
    "text",
    [
        "“I told them, ‘We are not going anywhere,’ and they left,” Otto Vane said.",
        "“It is a ‘plan for all of us’ and no more,” Otto Vane said.",
        "“The mayor says ‘soon,’ which is not good enough,” Otto Vane said.",
    ],
)
def test_what_stays_the_speakers_own(text: str) -> None:
    """His own earlier words, marks that he sets himself and a single word of another are his sentence."""
    ((speaker, words),) = said_in(text)
    assert speaker == "Otto Vane"
    assert words == text[: text.rindex("”") + 1]

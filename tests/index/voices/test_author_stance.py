from __future__ import annotations

import pytest

from index.model import Paragraph, Role, Source, Stance
from index.voices import find_voices


@pytest.mark.parametrize(
    ("text", "language", "stance"),
    [
        ("The mayor said the bridge was safe.", "en", Stance.REPORTED),
        ("The mayor falsely said the bridge was safe.", "en", Stance.REJECTED),
        ("Trying to portray it as new, the press claims that the bridge is safe.", "en", Stance.REJECTED),
        ("The mayor said the bridge was safe. This is not true.", "en", Stance.REJECTED),
        ("The press claims that there was a “miracle.”", "en", Stance.DISTANCED),
        ("The so-called mayor said the bridge was safe.", "en", Stance.DISTANCED),
        ("La alcaldesa afirmó falsamente que el puente era seguro.", "es", Stance.REJECTED),
        ("El supuesto alcalde dijo que el puente era seguro.", "es", Stance.DISTANCED),
        ("The man wrongly jailed for it, Otto Wray, said the mine was safe.", "en", Stance.REPORTED),
        ("The mayor has falsely and repeatedly said that the mine was safe.", "en", Stance.REJECTED),
        ("The mayor said the mine was safe, but the union said he lied.", "en", Stance.REPORTED),
        ("The mayor said the mine was safe. This is not true, the union said.", "en", Stance.REPORTED),
        ("The mayor said the mine was no good for the town.", "en", Stance.REPORTED),
        (
            "El alcalde dijo que la mina es segura, pero el gremio dijo que era mentira.",
            "es",
            Stance.REPORTED,
        ),
        ("El alcalde dijo que la mina es segura. Es falso, respondió el gremio.", "es", Stance.REPORTED),
        ("El alcalde dijo que la mina es segura. Es falso.", "es", Stance.REJECTED),
        ("The mayor said that the “so-called experts from the city” were wrong.", "en", Stance.REPORTED),
    ],
)
def test_stance(text: str, language: str, stance: Stance) -> None:
    """What the author says around the words, not in them, tells whether he keeps his distance."""
    paragraph = Paragraph("a", "a.txt", 1, 0, len(text), Role.BODY, language, text)
    assert find_voices([paragraph], Source())[0][0].stance is stance

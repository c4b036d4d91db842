"""Figures that an index keeps are those of the text."""

from __future__ import annotations

import pytest

from index.figures import find_figures
from index.figures.stored import packed_figures, unpacked_figures


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"),
        ("Nothing is counted here.", "en"),
        ("On 9 January at least 18 people, 3 of them children, were killed in Springfield; 40% voted.", "en"),
        ("Desde 2010 el puente costó 5 millones de euros al año y hubo más de 60 heridos graves.", "es"),
    ],
)
def test_what_is_kept_is_what_is_found(text: str, language: str) -> None:
    """Packed and unpacked they are the same, ends that are open included; none take no room."""
    figures = find_figures(text, language)
    kept = packed_figures(figures)
    assert unpacked_figures(kept) == figures
    assert bool(kept) == bool(figures)


def test_damage_is_told() -> None:
    """Bytes that hold no figures are an error of value."""
    with pytest.raises(ValueError, match=r".+"):
        unpacked_figures(b"[[1,2]]")

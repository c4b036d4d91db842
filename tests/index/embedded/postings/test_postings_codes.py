"""The byte of a posting tells its count exactly, and what it adds to a score at least roughly."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.embedded.postings.codes import LONGEST, MOST, make_meaning
from index.embedded.postings.encode import code_table
from index.embedded.postings.format import OVERFLOW, Header, Meaning

PARAMETERS = st.tuples(st.floats(0.01, 5), st.floats(0, 1))


@given(parameters=PARAMETERS, mean=st.floats(0.1, 300), longest=st.integers(0, 3000))
def test_a_code_tells_the_count_and_bounds_the_share(
    parameters: tuple[float, float], mean: float, longest: int
) -> None:
    """For any parameters and lengths, a count is read back as it was; no bound is below the share."""
    k1, b = parameters
    meaning = make_meaning(k1, b)
    codes = code_table(meaning, Header(k1=k1, b=b, delta=1.0, mean=mean), longest)
    counts, bounds = np.frombuffer(meaning.counts, np.uint8)[codes], np.array(meaning.bounds)[codes]
    assert (counts[1 : MOST + 1] == np.arange(1, MOST + 1)[:, None]).all()
    assert (counts[MOST + 1] == OVERFLOW).all()
    norms = k1 * (1 - b + b * np.arange(longest + 1) / mean)
    for count in range(1, MOST + 1):
        assert (bounds[count] >= count * (k1 + 1) / (norms + count)).all()
    assert (bounds[MOST + 1] >= k1 + 1).all()


@pytest.mark.parametrize(("k1", "b"), [(1.0, 0.6), (1.5, 0.75)])
def test_bounds_are_close(k1: float, b: float) -> None:
    """Where a word stands once or twice, its bound is at most 6 per cent above its share."""
    lengths = np.arange(1, 50 * LONGEST)
    table = code_table(make_meaning(k1, b), Header(k1=k1, b=b, delta=1.0, mean=50.0), 50 * LONGEST)
    norms = k1 * (1 - b + b * lengths / 50)
    bounds = np.array(make_meaning(k1, b).bounds)
    for count in (1, 2):
        shares = count * (k1 + 1) / (norms + count)
        assert (bounds[table[count, lengths]] / shares).max() < 1.06


def test_meaning_is_read_as_it_was_written() -> None:
    """What the file says of the codes is what they were made with."""
    meaning = make_meaning(1.2, 0.4)
    assert Meaning.unpack(memoryview(meaning.pack())) == meaning
    assert (len(meaning.bounds), len(meaning.counts)) == (256, 256)

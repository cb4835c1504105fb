"""Rows are ordered by one key after the other, whatever stands in them."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal

from kg.query.ordering import ordered
from kg.store.results import Select

CELLS = st.none() | st.text(st.sampled_from("\0\1\2ab"), max_size=3).map(Literal)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS)))
def test_rows_are_ordered_by_the_text_of_each_key_in_turn(rows):
    found = ordered(Select(("a", "b", "c"), tuple(rows)), ("c", "a"))
    assert list(found.rows) == sorted(rows, key=lambda row: [row[at].value if row[at] else "" for at in (2, 0)])

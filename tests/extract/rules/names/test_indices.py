"""Indices of markets by their names."""

import pytest

from kg.extract.rules.names.indices import is_index, names_index
from kg.model import Entity


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("Kestrin Semiconductor Index", True),
        ("Brelo Industrial Average", True),
        ("Consumer Price Index", False),
        ("Purchasing Managers Index", False),
        ("Index", False),
        ("Index Ventures", False),
    ],
)
def test_names_of_indices_of_shares_end_in_the_word_for_one(name, index):
    assert names_index(name.split()) is index


def test_an_index_is_a_body_and_no_company():
    assert is_index(Entity("Kestrin Bank Index", "Organization"))
    assert not is_index(Entity("Kestrin Bank Index", "Company"))

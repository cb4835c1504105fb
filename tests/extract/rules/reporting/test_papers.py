"""Papers that an outlet has read, and people it has learned something from."""

import pytest
from fixtures.told import agents


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Acme will cut 40 jobs, according to a memo seen by Reuters.", [("Reuters",), ("a memo",)]),
        ("A memo seen by Reuters shows that Acme will cut 40 jobs.", [("Reuters",), ("A memo",)]),
        ("Acme will cut 40 jobs, Reuters has learned from two people.", [("Reuters",), ("two people",)]),
    ],
)
def test_what_an_outlet_has_it_from_is_a_source_of_its_own(text: str, sources: list[tuple[str, ...]]) -> None:
    assert sorted(agents(text)) == sorted(sources)


@pytest.mark.parametrize("text", ["Acme has learned from its mistakes.", "Borealis heard from Acme in May."])
def test_nothing_is_told_by_who_learns_otherwise(text: str) -> None:
    assert agents(text) == []

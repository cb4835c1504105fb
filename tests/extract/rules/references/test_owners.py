"""Who is meant by "the maker of" goods that nobody has heard of, with sentences of our own."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unilever waits. The maker of Brantley stock cubes now expects sales to rise 8%.", "Unilever"),
        ("Unilever waits. The maker of Brantley soups and Kestrin teas said sales rose 8%.", "Unilever"),
        ("Unilever waits. The owner of the Brantley brand cut 900 jobs.", "Unilever"),
        ("Unilever waits, as Nestle does. The maker of Dove soap said sales rose 8%.", "Unilever"),
        ("Unilever waits. The supplier of Brantley tins said sales rose 8%.", "Unilever"),
        ("Unilever waits. Brantley cut 900 jobs.", "Brantley"),
    ],
)
def test_goods_tell_of_whom_the_text_is_about(text, expected):
    assert subjects(text)[-1] == expected

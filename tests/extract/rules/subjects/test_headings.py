"""Whose figures are whom a heading names that is but a name, with sentences of our own."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Microsoft shares rose 3%.\n\nAmazon\nShares fell 4% on Monday.", "Amazon"),
        ("Microsoft's sales rose 3%. Microsoft is large.\n\nNvidia\nThe company will spend $9 billion.", "Nvidia"),
        ("Microsoft's sales rose 3%. Microsoft is large.\n\nNvidia:\nIt will spend $9 billion.", "Nvidia"),
        ("Microsoft shares rose 3%.\n\nAmazon waits\nShares fell 4% on Monday.", "Microsoft"),
    ],
)
def test_a_name_alone_in_its_line_is_whom_the_lines_below_are_about(text, expected):
    assert subjects(text)[-1] == expected

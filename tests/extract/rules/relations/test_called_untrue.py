"""Links inside something said that the sentence calls untrue, with sentences of our own."""

import pytest

from .test_constructions import Link, stated


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Nokia said the news that it will invest in Bosch is false.", ("Nokia", "investsIn", "Bosch")),
        ("Reports that Nokia bought Ericsson are not true.", ("Nokia", "parentOf", "Ericsson")),
        ("Rumours that Nokia supplies Bosch with chips were unfounded.", ("Bosch", "buysFrom", "Nokia")),
    ],
)
def test_what_is_called_untrue_is_negated(text: str, link: Link) -> None:
    assert link in stated(text, negated=True)
    assert link not in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("The news that Nokia will invest in Bosch is good.", ("Nokia", "investsIn", "Bosch")),
        ("Nokia said that it will invest in Bosch, which is wrong for it.", ("Nokia", "investsIn", "Bosch")),
    ],
)
def test_what_is_called_otherwise_stands(text: str, link: Link) -> None:
    assert link in stated(text)

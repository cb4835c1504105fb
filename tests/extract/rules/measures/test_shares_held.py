"""Shares in a firm are stakes, shares in a market are not."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kestrin cut its share in Microsoft to just 2.5%.", ["equity-stake"]),
        ("Kestrin raised its holding in Microsoft from 3% to 4%.", ["equity-stake", "equity-stake"]),
        ("No stranger may own over a 10% share in a lender.", ["equity-stake"]),
        ("SoftBank owned 90 million shares of Sprint, or about 24%.", ["shares-issued", "equity-stake"]),
        ("Intel holds 12 million shares in the venture (9%).", ["shares-issued", "equity-stake"]),
        ("Acme raised its share in China to 12%.", ["market-share"]),
        ("Acme took a 10% share in the phone market.", ["market-share"]),
        ("Nokia's share in handsets fell to 10%.", ["market-share"]),
    ],
)
def test_a_share_in_a_firm(text: str, expected: list[str]) -> None:
    assert measures(text) == expected

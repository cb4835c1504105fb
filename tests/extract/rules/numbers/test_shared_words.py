import pytest

from kg.extract.rules.numbers.quantities import quantities


def units(text: str) -> list[str]:
    return [one.quantity.unit for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The Danish shipper earned 4 billion kroner.", "DKK"),
        ("The shipper from Oslo earned 4 billion kroner.", "NOK"),
        ("The shipper earned 4 billion kroner.", "NOK"),
        ("The Swedish shipper earned 4 billion crowns.", "SEK"),
        ("The brewer in Prague paid 3 billion crowns.", "CZK"),
        ("The Chilean miner paid 3 billion pesos.", "CLP"),
        ("The Pakistani bank paid 3 billion rupees.", "PKR"),
        ("Sweden and Swedish firms outdo Norway: the shipper paid 3 billion crowns.", "SEK"),
        ("The shipper paid 3 billion Norwegian crowns to Sweden, the Swedish paper said.", "NOK"),
    ],
)
def test_a_word_of_several_currencies_is_that_of_the_country_told_of(text: str, unit: str) -> None:
    assert units(text) == [unit]


@pytest.mark.parametrize("text", ["The Swedish museum shows 40 crowns.", "The firm paid 3 billion crowns."])
def test_without_country_or_sum_the_word_is_no_money(text: str) -> None:
    assert units(text) == ["count"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales were 65 billion euros, up from 53 billion a year earlier.", ["EUR", "EUR"]),
        ("It earned $4 billion, compared with 3 billion in 2023.", ["USD", "USD"]),
        ("It earned $4 billion, against expectations of 3 billion.", ["USD", "USD"]),
        ("It earned $4 billion, up from 3 billion users.", ["USD", "count"]),
        ("It earned $4 billion. Users rose from 3 million.", ["USD", "count"]),
        ("It earned $4 billion, more than 3 million analysts.", ["USD", "count"]),
        ("It set aside $4 billion for ships, of which 3 billion is spent.", ["USD", "USD"]),
        ("Of the 4 billion euros, 3 billion came from tolls.", ["EUR", "EUR"]),
        ("It set aside $4 billion, 3 billion of it for ships.", ["USD", "USD"]),
        ("It turned a loss of $4 billion into a profit of about 3 billion.", ["USD", "USD"]),
        ("It set aside $4 billion for 3 million guests.", ["USD", "count"]),
        ("It earned $4 billion, 3 million guests came.", ["USD", "count"]),
    ],
)
def test_a_bare_sum_beside_an_amount_is_money_too(text: str, expected: list[str]) -> None:
    assert units(text) == expected


def test_the_number_of_a_model_opens_no_range() -> None:
    text = "It raised its forecast for the Sailfin 2 to 19 million units."
    assert [float(one.quantity.value) for one in quantities(text)][-1] == 19_000_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit shrank from $9.7 to $3.7 billion.", [9_700_000_000, 3_700_000_000]),
        ("Revenue rose from €4.8 to €14 billion.", [4_800_000_000, 14_000_000_000]),
        ("The cost rose from $300 to $1.2 million.", [300, 1_200_000]),
        ("Shares fell from $9.7 to $3.7.", [9.7, 3.7]),
    ],
)
def test_an_older_value_with_its_own_sign_has_the_scale_of_the_newer(text: str, expected: list[float]) -> None:
    assert [float(one.quantity.value) for one in quantities(text)] == expected

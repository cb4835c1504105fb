import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.annotations import Figure
from kg.extract.rules.numbers.quantities import quantities


def only(text: str) -> Figure:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("$3.5bn", "3500000000", "USD"),
        ("US$3.5 billion", "3500000000", "USD"),
        ("US $3.5 billion", "3500000000", "USD"),
        ("3.5 billion dollars", "3500000000", "USD"),
        ("$US40m", "40000000", "USD"),
        ("A$1.2bn", "1200000000", "AUD"),
        ("S$900,000", "900000", "SGD"),
        ("T$1.8 trillion", "1800000000000", "TWD"),
        ("HK$ 88.10", "88.1", "HKD"),
        ("RMB 60 billion", "60000000000", "CNY"),
        ("60 billion RMB", "60000000000", "CNY"),
        ("60bn yuan", "60000000000", "CNY"),
        ("12 trillion won", "12000000000000", "KRW"),
        ("MYR 4 billion", "4000000000", "MYR"),
        ("RM25.50", "25.5", "MYR"),
        ("USD 200", "200", "USD"),
        ("75 USD million", "75000000", "USD"),
        ("120 MEUR", "120000000", "EUR"),
        ("£8.10 million", "8100000", "GBP"),
        ("361 million pounds", "361000000", "GBP"),
        ("20 pounds", "20", "lb"),
        ("5 €", "5", "EUR"),
        ("35 lakh rupees", "3500000", "INR"),
        ("63 cents", "63", "cent"),
        ("3 dollars 50 cents", "3.5", "USD"),
        ("$-4.2bn", "-4200000000", "USD"),
        ("17 per cent", "17", "percent"),
        ("17%", "17", "percent"),
        ("minus five percent", "-5", "percent"),
        ("two percentage points", "2", "percentage-point"),
        ("150 basis points", "150", "basis-point"),
        ("4.5 gigawatts", "4.5", "GW"),
        ("800MW", "800", "MW"),
        ("192GB", "192", "GB"),
        ("1.6 litres", "1.6", "l"),
        ("40 sq ft", "40", "ft2"),
        ("three times as many", "3", "ratio"),
        ("10x", "10", "ratio"),
        ("20-fold", "20", "ratio"),
        ("$500mm", "500000000", "USD"),
        ("$500MM", "500000000", "USD"),
        ("500mm", "500", "mm"),
        ("c. $5bn", "5000000000", "USD"),
        ("a billion and a half dollars", "1500000000", "USD"),
        ("a million and a half jobs", "1500000", "count"),
        ("10^26 operations", "100000000000000000000000000", "count"),
        ("1.5 x 10^24 operations", "1500000000000000000000000", "count"),
        ("3×10²⁵ operations", "30000000000000000000000000", "count"),
        ("30 m²", "30", "m2"),
        ("5Mt", "5", "Mt"),
        ("300 kt", "300", "kt"),
        ("2.5Moz", "2.5", "Moz"),
        ("2 million cubic metres", "2000000", "m3"),
        ("1.2 bcf/d", "1.2", "Bcf"),
        ("2 mb/d", "2", "Mbbl"),
        ("4,500 TEU", "4500", "TEU"),
        ("100 zettaflops", "100", "ZFLOPS"),
    ],
)
def test_units_and_currencies(printed: str, value: str, unit: str) -> None:
    found = only(f"They noted {printed} there.")
    assert (str(found.quantity.value), found.quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    ("printed", "bound"),
    [
        ("over 15 plants", "more_than"),
        ("more than 15 plants", "more_than"),
        ("at least 15 plants", "at_least"),
        ("15-plus plants", "at_least"),
        ("about 15 plants", "about"),
        ("nearly 15 plants", "about"),
        ("almost 15 plants", "about"),
        ("up to 15 plants", "up_to"),
        ("as many as 15 plants", "up_to"),
        ("fewer than 15 plants", "at_most"),
        ("no higher than 15 percent", "at_most"),
        ("not above 15 percent", "at_most"),
        ("no lower than 15 percent", "at_least"),
        ("nothing less than 15 percent", "at_least"),
        ("as little as 15 percent", "at_least"),
        ("at or above 15 percent", "at_least"),
        ("less than or equal to 15 percent", "at_most"),
        ("nearing 15 percent", "about"),
        ("hardly more than 15 percent", "about"),
        ("more than about 15 percent", "more_than"),
        ("up to around 15 percent", "up_to"),
        ("15 percent and more than 3 rivals", "exact"),
        ("no more than 15 plants", "at_most"),
        ("sub-15 nanometre", "at_most"),
        ("exactly 15 plants", "exact"),
        ("15 plants", "exact"),
    ],
)
def test_bound_words(printed: str, bound: str) -> None:
    assert quantities(f"The firm has {printed}")[0].quantity.bound == bound


@pytest.mark.parametrize(
    "text", ["It will hand over 15% of sales.", "They turned over 15% of the shop.", "It handed over $2bn."]
)
def test_over_belongs_to_some_verbs(text: str) -> None:
    assert only(text).quantity.bound == "exact"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Inflation inched back up to 3.1 percent.", "exact"),
        ("The stake crept up to 9 percent.", "exact"),
        ("The rebate runs up to 9 percent.", "up_to"),
        ("Inflation edged back up to 3 percent.", "exact"),
        ("It may buy back up to 9 percent.", "up_to"),
        ("The wing adds up to 90 megawatts.", "up_to"),
        ("The sale could bring up to 9 percent.", "up_to"),
    ],
)
def test_up_to_behind_a_verb_of_moving_up_is_the_new_level(text: str, bound: str) -> None:
    assert only(text).quantity.bound == bound


@pytest.mark.parametrize(
    ("printed", "low", "high", "unit"),
    [
        ("tens of millions of dollars", "10000000", "100000000", "USD"),
        ("hundreds of thousands of users", "100000", "1000000", "count"),
        ("hundreds of billions of yuan", "100000000000", "1000000000000", "CNY"),
    ],
)
def test_orders_of_magnitude_are_ranges(printed: str, low: str, high: str, unit: str) -> None:
    quantity = only(f"It has lost {printed}.").quantity
    assert (str(quantity.value), str(quantity.high), quantity.unit, quantity.bound) == (low, high, unit, "range")


@pytest.mark.parametrize(
    "text", ["It lost several millions of dollars.", "It sent tens of engineers.", "Billions are at stake."]
)
def test_a_scale_word_alone_is_no_quantity(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("printed", "value"),
    [("PS6.4m", "6400000"), ("PS5.3 billion", "5300000000"), ("PS48,250", "48250"), ("PS3.20", "3.2")],
)
def test_a_pound_sign_lost_to_ascii_is_money(printed: str, value: str) -> None:
    quantity = only(f"The board paid {printed} for it.").quantity
    assert (str(quantity.value), quantity.unit) == (value, "GBP")


@pytest.mark.parametrize("text", ["They took 7^3 of it.", "They took 5² of it."])
def test_a_power_of_something_else_is_no_quantity(text: str) -> None:
    assert [found.quantity.value for found in quantities(text) if found.quantity.value not in (3, 7)] == []


@pytest.mark.parametrize(
    "text", ["It ported the game to the PS5.", "The PS4.5 firmware is out.", "The PS 2 was older."]
)
def test_a_product_is_not_priced(text: str) -> None:
    assert [found.quantity.unit for found in quantities(text) if found.quantity.unit == "GBP"] == []


@pytest.mark.parametrize(
    ("printed", "low", "high", "unit"),
    [
        ("USD 31.8-USD 33 billion", "31800000000", "33000000000", "USD"),
        ("USD31.8bn-USD33bn", "31800000000", "33000000000", "USD"),
        ("$64-72bn", "64000000000", "72000000000", "USD"),
        ("$91bn-$93bn", "91000000000", "93000000000", "USD"),
        ("between 5 and 7 billion euros", "5000000000", "7000000000", "EUR"),
        ("60 to 75 percent", "60", "75", "percent"),
        ("60% to 75%", "60", "75", "percent"),
        ("five or six plants", "5", "6", "count"),
        ("30 to roughly 40 plants", "30", "40", "count"),
        ("ranging from $2 to $4 million", "2000000", "4000000", "USD"),
        ("$200 to $4 million", "200", "4000000", "USD"),
    ],
)
def test_ranges(printed: str, low: str, high: str, unit: str) -> None:
    quantity = only(f"They expect {printed}.").quantity
    assert (str(quantity.value), str(quantity.high), quantity.unit) == (low, high, unit)
    assert quantity.bound == "range"


@pytest.mark.parametrize(
    "text",
    [
        "Revenue rose from $5bn to $8bn.",
        "Costs fell from 4.8 to 4.7 percent.",
        "The gap grew by $4bn to $42bn.",
        "It climbed 12%, to $27bn.",
        "Sales jumped 12% to $27bn.",
    ],
)
def test_a_change_is_two_figures(text: str) -> None:
    assert [found.quantity.high for found in quantities(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Spending is up from $24 billion.", ["from"]),
        ("It plans $9bn, up from an earlier estimate of $7bn.", ["amount", "from"]),
        ("Costs fell from 4.8 to 4.7 percent.", ["from", "amount"]),
        ("Sales rise from 18.5 to 21-23 billion euros.", ["from", "amount"]),
        ("It earns money from 20 customers.", ["amount"]),
    ],
)
def test_the_old_value_of_a_change_has_a_role(text: str, roles: list[str]) -> None:
    assert [found.role for found in quantities(text)] == roles


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("It sold 230,000 graphics cards in May.", "graphics cards"),
        ("It has 70 million regular monthly users worldwide.", "regular monthly users"),
        ("It bought 4,000 of Acme’s most advanced chips.", "advanced chips"),
        ("They need two Eiffel Towers, not one.", "Eiffel Towers"),
        ("It employs 300 people.", "people"),
    ],
)
def test_what_a_bare_number_counts(text: str, noun: str) -> None:
    found = quantities(text)[0]
    assert found.noun is not None
    assert found.noun.of(text) == noun


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It pays $30 billion a year for it.", "yr"),
        ("The offer is $54 per share.", "share"),
        ("It costs $19.99/month.", "mo"),
        ("Rent is $80 per sq m there.", "m2"),
        ("It paid $6bn a year earlier.", None),
        ("It paid $6bn for a chip maker.", None),
    ],
)
def test_what_a_rate_is_per(text: str, per: str | None) -> None:
    assert only(text).per == per


@pytest.mark.parametrize(
    "text",
    [
        "The Z90 and the GPT-7 and 21A and 6G.",
        "See [4] and https://example.org/a-2024-17/9 for 1.2.3.",
        "It opened on 14 March 2023 at 9:30 and closed at 5pm.",
        "Call 555-0100-22 or write.",
        "The 1990s and the 21st century.",
    ],
)
def test_codes_dates_and_addresses_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def test_a_conversion_is_a_quantity_of_its_own_with_the_same_bound() -> None:
    outer, inner = quantities("It has over 9 billion yuan ($1.2 billion) left.")
    assert (outer.quantity.unit, inner.quantity.unit) == ("CNY", "USD")
    assert inner.quantity.bound == outer.quantity.bound == "more_than"


def test_an_old_value_takes_scale_and_unit_from_the_range_it_grows_to() -> None:
    old, new = quantities("Sales rise from 18.5 to 21-23 billion euros.")
    assert (str(old.quantity.value), old.quantity.unit) == ("18500000000", "EUR")
    assert (str(new.quantity.value), str(new.quantity.high)) == ("21000000000", "23000000000")


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("It makes just under 402 hp (300 kW / 310 kVA).", ["at_most", "at_most"]),
        ("It has over 9 billion yuan ($1.2bn; £1bn) left.", ["more_than", "more_than", "more_than"]),
        ("It has over 9 billion yuan ($1.2bn), £2bn of it in London.", ["more_than", "more_than", "exact"]),
    ],
)
def test_conversions_side_by_side_share_the_bound(text: str, bounds: list[str]) -> None:
    assert [found.quantity.bound for found in quantities(text)][: len(bounds)] == bounds


@given(st.text())
def test_any_text_is_read_without_an_error_and_spans_slice_back(text: str) -> None:
    for found in quantities(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.span.covers(found.number)


_PIECES = [
    "$",
    "€",
    "RMB ",
    "5",
    "1,200",
    ".7",
    "bn",
    " million",
    "%",
    " to ",
    "-",
    "–",
    "(",
    ")",
    " over ",
    "half",
    "\n",
    "İ",
    "京",
    "x",
    " per share",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_any_mix_of_number_words_is_read_without_an_error(text: str) -> None:
    for found in quantities(text):
        assert found.number.of(text).strip()
        assert found.quantity.value.is_finite()


@given(st.integers(1, 999), st.sampled_from([("thousand", 3), ("million", 6), ("bn", 9), ("trillion", 12)]))
def test_printed_money_parses_to_its_value(number: int, scale: tuple[str, int]) -> None:
    found = only(f"It spent ${number} {scale[0]} on chips.")
    assert found.quantity.value == number * 10 ** scale[1]
    assert found.quantity.scale == scale[1]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The spread was 1.4 points or so.", "about"),
        ("It needs 30 divers or more.", "at_least"),
        ("It needs 30 divers or boats.", "exact"),
        ("It costs $3-odd million.", "about"),
    ],
)
def test_a_bound_may_stand_behind_what_is_counted(text: str, bound: str) -> None:
    (found,) = quantities(text)
    assert found.quantity.bound == bound


@pytest.mark.parametrize(
    ("text", "unit"),
    [("It cost ¥20 billion yuan.", "CNY"), ("It cost ¥20 billion.", "JPY"), ("It cost ¥20 billion yen.", "JPY")],
)
def test_the_word_behind_settles_a_sign_of_two_currencies(text: str, unit: str) -> None:
    (found,) = quantities(text)
    assert found.quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The rule covers vehicles heavier than 10,000 pounds.", "lb"),
        ("The truck weighs about 10,000 pounds.", "lb"),
        ("The truck costs 10,000 pounds.", "GBP"),
    ],
)
def test_pounds_of_weight(text: str, unit: str) -> None:
    assert only(text).quantity.unit == unit

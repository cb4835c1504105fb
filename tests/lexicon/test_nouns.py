"""What nouns name."""

import pytest

from kg.lexicon.nouns import entry_of, firms, is_firm, kind_of, plural, several_firms, trades


@pytest.mark.parametrize(
    ("word", "kind"),
    [("retailer", "Company"), ("chip", "Chip"), ("regulator", "Authority"), ("retailers", None), ("cloud", None)],
)
def test_a_noun_in_the_singular_has_the_class_of_what_it_names(word, kind):
    assert kind_of(word) == kind
    assert is_firm(word) == (kind == "Company")


def test_an_entry_is_found_by_the_plural_too():
    assert entry_of("retailers") == entry_of("retailer")
    assert entry_of("cloudless") is None


def test_nouns_for_companies_are_listed_as_they_are_printed():
    assert {"retailer", "AI start-up"} <= firms()
    assert "chip" not in firms()
    assert {"companies", "retailers", "titans"} <= several_firms()


def test_trades_are_told_by_what_something_is_called():
    assert trades(("bank", "unheard-of")) == {entry_of("bank").code}
    assert trades(()) == frozenset()


@pytest.mark.parametrize(
    ("one", "several"),
    [("bank", "banks"), ("box", "boxes"), ("business", "businesses"), ("agency", "agencies"), ("railway", "railways")],
)
def test_plurals_are_spelt(one, several):
    assert plural(one) == several

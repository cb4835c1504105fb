import pytest

from kg.extract.rules.names.names import names
from kg.extract.rules.references.cast import Cast, cast
from kg.extract.rules.text.sentences import sentences


def of(text: str) -> Cast:
    return cast(text, names(text, sentences(text)))


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("The online retailer Kestrin Stores cut jobs.", "retailer"),
        ("Kestrin Stores, an Irish airline, cut jobs.", "airline"),
        ("Kestrin Stores is the biggest lender of all.", "lender"),
    ],
)
def test_a_noun_in_apposition_tells_what_somebody_is(text, trade):
    assert {trade} in [set(trades) for trades in of(text).trades.values()]


@pytest.mark.parametrize(
    "text", ["Kestrin Stores, like any airline, cut jobs.", "Kestrin Stores, an airline's rival, cut jobs."]
)
def test_a_noun_for_somebody_else_does_not(text):
    assert not of(text).trades


@pytest.mark.parametrize(
    "text",
    [
        "Nokia will cut jobs. Kestrin Securities research analyst Ann Lee expects more.",
        "Nokia will cut jobs. Analysts at Kestrin Securities expect more.",
        "Nokia will cut jobs. A Kestrin Securities report expects more.",
    ],
)
def test_who_is_named_for_analysts_only_watches(text):
    assert {entity.name for entity in of(text).watchers} == {"Kestrin Securities"}


def test_who_is_named_otherwise_too_is_watched():
    text = "Kestrin Stores cut jobs. Kestrin Stores said so. Kestrin Stores analyst Ann Lee expects more."
    assert not of(text).watchers


@pytest.mark.parametrize("text", ["Shares of Reuters rose.", "The media group Reuters cut jobs."])
def test_an_outlet_dealt_in_is_a_company(text):
    assert {entity.name for entity in of(text).traded} == {"Reuters"}


def test_an_outlet_that_only_reports_is_none():
    assert not of("Nokia will cut jobs, Reuters reported. Reuters said so.").traded


def test_who_is_called_a_research_firm_watches():
    text = "Nokia fell. That beat what analysts polled by research firm Kestrin Gauge had expected."
    assert {entity.name for entity in of(text).watchers} == {"Kestrin Gauge"}


@pytest.mark.parametrize(
    "text",
    [
        "Nokia fell. Analysts polled by Capital IQ expected more.",
        "Nokia fell short of a consensus compiled by Capital IQ.",
    ],
)
def test_who_asks_those_who_foresee_watches(text):
    assert {entity.name for entity in of(text).watchers} == {"Capital IQ"}


def test_who_sells_what_is_bought_by_others_does_not_watch():
    assert not of("Nokia fell. The phones bought by Kestrin Gauge were returned.").watchers

from dataclasses import replace
from decimal import Decimal

import pytest

from kg import vocab
from kg.analysis.drift import KINDS, changes
from kg.analysis.facts import Amount, Claim, Facts, Passage, Step

E, V = vocab.DATA, vocab.CODES
KNOWN = Facts(E, (), (), {E + "germany": "Germany"})


def amount(value, unit="USD", bound="exact"):
    number = Decimal(value)
    return Amount(unit, number, bound, number, number)


def step(name, **rest):
    given = {"unnamed": False, "outlet": False, "report": None, "known": None, **rest}
    return Step((E + name,), (name,), **given)


CLAIM = Claim(
    iri=E + "claim/1",
    subject=E + "samsung",
    measure=V + "investment",
    mode=V + "planned",
    scope=E + "germany",
    period="2026",
    whole=None,
    compared_with=None,
    measure_text=None,
    objects=(),
    amounts=(amount("3870000000"),),
)
SOURCE = Passage(
    mention=E + "m1",
    document=E + "doc/1",
    path="a.txt",
    part=None,
    offset=0,
    start=10,
    outlet="Wafer Gazette",
    date="2025-05-06",
    report=E + "report/1",
    origin=E + "report/1",
    claim=CLAIM,
    printed="$3.87 billion",
    quote="Samsung may spend $3.87 billion.",
    hedge="may",
    misspelt=(),
    chain=(step("analysts", unnamed=True),),
    restates=(),
    part_of=None,
)


def relay(claim=None, **rest):
    outlet = step("wafer-gazette", outlet=True)
    given = {"mention": E + "m2", "chain": (outlet, step("people", unnamed=True)), **rest}
    return replace(SOURCE, claim=replace(CLAIM, **(claim or {})), **given)


def kinds(passage, source=SOURCE, parts=()):
    return [change.kind for change in changes(passage, source, parts, KNOWN)]


def test_a_faithful_relay_changes_nothing():
    assert kinds(relay()) == []


@pytest.mark.parametrize(
    ("kind", "passage"),
    [
        ("rounding", relay({"amounts": (amount("4000000000"),)})),
        ("number-changed", relay({"amounts": (amount("5000000000"),)})),
        ("bound-changed", relay({"amounts": (amount("3870000000", bound="about"),)})),
        ("conversion-added", relay({"amounts": (amount("3870000000"), amount("3500000000", "EUR"))})),
        ("scope-widened", relay({"scope": None})),
        ("scope-widened", relay({"scope": E + "europe"})),
        ("scope-widened", relay({"scope": V + "global"})),
        ("scope-changed", relay({"scope": E + "france"})),
        ("measure-swapped", relay({"measure": V + "revenue"})),
        ("period-shifted", relay({"period": "by-2026"})),
        ("planned-became-actual", relay({"mode": V + "actual"})),
        ("hedge-dropped", relay(hedge=None)),
        ("name-garbled", relay(misspelt=("Samsong",))),
        ("attribution-swapped", relay(chain=(step("wafer-gazette", outlet=True), step("samsung")))),
    ],
)
def test_each_change_has_its_type(kind, passage):
    assert kinds(passage) == [kind]
    assert kind in KINDS


def test_a_bound_that_is_left_out_is_dropped():
    source = replace(SOURCE, claim=replace(CLAIM, amounts=(amount("3870000000", bound="more_than"),)))
    assert kinds(relay(), source) == ["bound-dropped"]


def test_a_conversion_at_another_rate_is_recomputed():
    source = replace(SOURCE, claim=replace(CLAIM, amounts=(amount("480", "JPY"), amount("3.2"))))
    assert kinds(relay({"amounts": (amount("480", "JPY"), amount("3.25"))}), source) == ["conversion-recomputed"]


def test_a_total_under_the_measure_of_its_part_is_swapped_with_it():
    part = replace(SOURCE, claim=replace(CLAIM, measure=V + "ai-chip-purchase-budget"), part_of=SOURCE.mention)
    swapped = relay({"measure": V + "ai-chip-purchase-budget"})
    assert kinds(swapped, parts=(part,)) == ["share-whole-swapped"]


def test_leaving_people_out_is_no_swap_of_attribution():
    assert kinds(relay(chain=(step("wafer-gazette", outlet=True),))) == []


def test_a_narrower_scope_is_not_wider():
    source = replace(SOURCE, claim=replace(CLAIM, scope=None))
    assert kinds(relay(), source) == ["scope-changed"]


def test_several_changes_on_one_hop_are_all_told():
    passage = relay({"amounts": (amount("4000000000"),), "period": "2027"}, hedge=None)
    assert kinds(passage) == ["hedge-dropped", "period-shifted", "rounding"]


def test_a_figure_told_in_other_money_alone_is_converted():
    assert kinds(relay({"amounts": (amount("3500000000", "EUR"),)})) == ["conversion-added"]


def test_nothing_is_converted_between_other_units():
    source = replace(SOURCE, claim=replace(CLAIM, amounts=(amount("640", "MW"),)))
    assert kinds(relay({"amounts": (amount("12", "TEU"),)}), source) == []


def test_a_credit_to_one_who_passes_the_report_on_is_not_wrong():
    between = step("rhine-post", outlet=True, report=E + "cited", known=E + "report/2")
    passing = relay(chain=(between,), report=E + "report/3", outlet="Silicon Gazette")
    first = replace(SOURCE, outlet="Wafer Gazette", chain=())
    assert [one.kind for one in changes(passing, first, (), KNOWN)] == ["attribution-swapped"]
    assert not changes(passing, first, (), KNOWN, {E + "report/2": frozenset({E + "report/1"})})


@pytest.mark.parametrize(("told", "passed"), [("arm", "rene-haas"), ("rene-haas", "arm")])
def test_a_company_and_its_chief_executive_are_one_speaker(told, passed):
    assert kinds(relay(chain=(step(passed),)), replace(SOURCE, chain=(step(told),))) == []


def test_another_person_is_another_speaker():
    assert kinds(relay(chain=(step("arm"),)), replace(SOURCE, chain=(step("sundar-pichai"),))) == [
        "attribution-swapped"
    ]

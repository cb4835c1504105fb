"""Pairs of names that likely mean the same thing, and pairs that do not."""

import random

import pytest

from kg.analysis.alike import alike
from kg.analysis.unregistered import Named, Unregistered

KNOWN = (
    Named("vela", "Vela Group", ("Company",), ("Vela Group", "Vela Shipping")),
    Named("obo", "OBO", ("Authority",), ("OBO",)),
    Named("tarn", "Tarn", ("Place",), ("Tarn",)),
)


def told(name, kind="Company", mentions=1, *labels):
    thing = Named(f"{kind}/{name}", name, (kind,), tuple(sorted({name, *labels})), known=False)
    return Unregistered(thing, ("a.txt",), mentions)


def pairs(*unknown, known=()):
    return [(pair.one.thing.name, pair.other.name, pair.kind) for pair in alike(unknown, known)]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Kestrin Ltd", "Kestrin Limited", "forms"),
        ("Fjord Line", "Fjord-Line", "letters"),
        ("Kestrin Organisation", "Kestrin Organization", "variant"),
        ("Harbour Kestrin Works", "Kestrin Harbour Works", "order"),
        ("Kestrin Dynamics", "Kestrin Dynamcs", "slip"),
        ("Northern Fisheries Inspection", "NFI", "acronym"),
    ],
)
def test_two_names_of_one_body(one, other, kind):
    assert [found[2] for found in pairs(told(one), told(other))] == [kind]
    assert [found[2] for found in pairs(told(other), told(one))] == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kestrin AG", "Kestrin GmbH"),
        ("Fjord Rank", "Fjord Bank"),
        ("NTK Works", "NTC Works"),
        ("Fjord Fund 2", "Fjord Fund 3"),
        ("Kestrin", "Kestrim"),
        ("chip makers", "chip maker"),
        ("Vela Foods", "Vela Energy"),
        ("C# Works", "C Works"),
    ],
)
def test_two_names_of_two_bodies(one, other):
    assert pairs(told(one), told(other)) == []


@pytest.mark.parametrize(
    ("one", "other", "alike_ones"),
    [
        ("M. Lindqvist", "Mara Lindqvist", True),
        ("Mara J. Lindqvist", "Mara Lindqvist", True),
        ("Mara Lindqvist", "Mara Lindkvist", True),
        ("Mara Lindqvist", "Eva Lindqvist", False),
        ("Lindqvist", "Mara Lindqvist", False),
    ],
)
def test_names_of_persons(one, other, alike_ones):
    assert bool(pairs(told(one, "Person"), told(other, "Person"))) is alike_ones


def test_a_thing_of_the_registry_is_the_other_one_and_tells_under_which_name():
    (pair,) = alike([told("Vela Shiping")], KNOWN)
    assert (pair.other.id, pair.kind) == ("vela", "slip")
    assert pair.why == "a slip: shiping / shipping, as “Vela Shipping”"
    assert pair.score < 1


def test_of_two_unknown_ones_the_one_with_less_is_named_as_the_other():
    assert pairs(told("Kestrin Ltd", mentions=9), told("Kestrin Limited")) == [
        ("Kestrin Limited", "Kestrin Ltd", "forms")
    ]


def test_things_of_the_registry_are_not_held_against_each_other():
    assert pairs(known=(*KNOWN, Named("vela2", "Vela Group Ltd", ("Company",), ("Vela Group Ltd",)))) == []


def test_initials_that_fit_several_names_tell_nothing():
    one, other = told("Northern Fisheries Inspection"), told("National Farm Insurance")
    assert pairs(told("NFI"), one, other) == []


def test_initials_of_the_registry_tell_nothing():
    assert pairs(told("Oslo Bus Owners"), known=KNOWN) == []


def test_classes_are_apart_but_for_what_has_the_same_name():
    assert pairs(told("Tarn"), known=KNOWN) == [("Tarn", "Tarn", "class")]
    assert pairs(told("Tarns"), known=KNOWN) == []
    assert pairs(told("Mara Lindqvist", "Person"), told("Mara Lindkvist")) == []


def test_what_hangs_most_on_comes_first_in_whatever_order_things_come():
    things = [
        told("Kestrin Ltd", "Company", 3),
        told("Kestrin", "Company", 8),
        told("Fjord Line"),
        told("Fjordline", "Company", 2),
        told("Vela", "Company", 5),
    ]
    expected = alike(things, KNOWN)
    assert [pair.one.thing.name for pair in expected] == ["Vela", "Kestrin Ltd", "Fjord Line"]
    for seed in range(5):
        random.Random(seed).shuffle(things)  # noqa: S311 - an order
        assert alike(things, KNOWN) == expected


def test_hostile_names_are_compared_with_nothing_or_themselves():
    names = ["", " ", "!!!", "x" * 100_000, "\u202e", "a\x00b", "\ud7ff" * 50, "(" * 300, "1", "2"]
    assert pairs(*(told(name) for name in names)) == []

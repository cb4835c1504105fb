from dataclasses import replace
from decimal import Decimal

import pytest

from kg.analysis.conflicts import conflicts, contradicting
from kg.analysis.facts import Amount, Facts
from kg.analysis.rates import nearest, off, rates


def reasons(findings):
    return {
        frozenset(claim.iri.rpartition("/")[2] for claim in (pair.one, pair.other)): tuple(
            reason.words for reason in pair.reasons
        )
        for pair in findings.apparent
    }


def test_hard_and_soft_are_told_apart(known):
    found = {
        frozenset(claim.iri.rpartition("/")[2] for claim in (pair.one, pair.other)): pair.strength
        for pair in conflicts(known).conflicts
    }
    assert found == {
        frozenset({"infra-12", "infra-9"}): "hard",
        frozenset({"chips-12", "chips-40"}): "hard",
        frozenset({"capex-150", "capex-210"}): "soft",
    }


def test_what_only_looks_like_a_conflict_says_why(known):
    told = reasons(conflicts(known))
    assert told[frozenset({"infra-12-by", "infra-9"})] == ("other period: by-2025 and 2025",)
    measures = told[frozenset({"infra-12", "capex-150"})]
    assert measures == ("other measure: capital-expenditure and ai-infrastructure-spending",)


def test_one_report_never_contradicts_itself(known):
    same = Facts(known.base, tuple(replace(p, report="e:one") for p in known.passages), known.answers, known.names)
    assert conflicts(same).conflicts == ()
    assert all("both stand in one report" in why for why in reasons(conflicts(same)).values())


@pytest.mark.parametrize("field", ["scope", "period", "mode", "whole", "compared_with"])
def test_unlike_figures_do_not_conflict(known, field):
    def unlike(passage):
        return replace(passage, claim=replace(passage.claim, **{field: "e:other"}))

    changed = tuple(unlike(p) if p.claim.iri.endswith("infra-9") else p for p in known.passages)
    pairs = conflicts(Facts(known.base, changed, (), known.names)).conflicts
    assert not [pair for pair in pairs if "infra-9" in pair.one.iri + pair.other.iri]


def test_figures_about_different_things_do_not_conflict(known):
    def about(passage, thing):
        return replace(passage, claim=replace(passage.claim, objects=(thing,)))

    changed = tuple(about(p, "e:a" if p.claim.iri.endswith("infra-9") else "e:b") for p in known.passages)
    pairs = conflicts(Facts(known.base, changed, (), known.names)).conflicts
    assert not [pair for pair in pairs if "infra-9" in pair.one.iri + pair.other.iri]


def test_more_slack_leaves_fewer_conflicts(known):
    assert len(conflicts(known, Decimal("0.5")).conflicts) < len(conflicts(known, Decimal(0)).conflicts)


def restated(known, of, **changes):
    """Return the facts with the claim `of`, given by the end of its IRI, changed."""

    def changed(passage):
        return replace(passage, claim=replace(passage.claim, **changes)) if passage.claim.iri.endswith(of) else passage

    return Facts(known.base, tuple(map(changed, known.passages)), known.answers, known.names)


def dollars(value: str, spread: str = "0.5") -> Amount:
    exact = Decimal(value)
    return Amount("USD", exact, "exact", exact - Decimal(spread), exact + Decimal(spread))


def yuan(value: str) -> Amount:
    return replace(dollars(value, "1"), unit="CNY")


def test_bounds_that_overlap_are_told(known):
    told = reasons(
        conflicts(
            restated(known, "/infra-9", amounts=(Amount("USD", Decimal("13e9"), "exact", *[Decimal("13e9")] * 2),))
        )
    )
    assert told[frozenset({"infra-12", "infra-9"})] == ("bound overlaps: some values fit both",)


def test_a_part_does_not_contradict_its_whole(known):
    whole = next(passage for passage in known.passages if passage.claim.iri.endswith("/infra-12"))
    changed = tuple(
        replace(passage, part_of=whole.mention) if passage.claim.iri.endswith("/infra-9") else passage
        for passage in known.passages
    )
    told = reasons(conflicts(Facts(known.base, changed, (), known.names)))
    assert told[frozenset({"infra-12", "infra-9"})] == (
        "part of the other: an article presents one as part of the other",
    )


def test_currencies_are_compared_at_the_rate_stated_nearest_in_time(known):
    told = {(pair.one.iri[-8:], pair.other.iri[-8:]) for pair in conflicts(known).conflicts}
    in_yuan = restated(known, "/infra-9", amounts=(yuan("40e9"),))
    (pair,) = (one for one in conflicts(in_yuan).conflicts if "infra-9" in one.one.iri + one.other.iri)
    assert pair.rate is not None
    assert told
    assert pair.rate.passage.claim.amounts[1:]
    without = tuple(
        replace(passage, claim=replace(passage.claim, amounts=passage.claim.amounts[:1]))
        for passage in in_yuan.passages
    )
    why = reasons(conflicts(Facts(known.base, without, (), known.names)))
    assert why[frozenset({"infra-12", "infra-9"})] == ("no rate stated between CNY and USD",)


def test_of_two_rates_the_nearer_counts(known):
    passage = next(one for one in known.passages if one.claim.iri.endswith("/infra-9"))

    def rate(day: str, value: str):
        claim = replace(passage.claim, iri=f"e:{day}", amounts=(yuan(value), dollars("10")))
        return replace(passage, mention=f"e:{day}", date=day, claim=claim)

    stated = rates(Facts(known.base, (rate("2025-01-01", "70"), rate("2025-03", "80")), (), {}))
    assert nearest(stated, "CNY", "USD", "2025-01-20").value == 7
    assert nearest(stated, "CNY", "USD", "2025-02-20").value == 8
    assert nearest(stated, "USD", "CNY", None).value == 1 / Decimal(7)
    assert nearest(stated, "EUR", "USD", None) is None
    assert off(stated) == ()
    far = rates(Facts(known.base, (rate("2025-01-01", "70"), rate("2025-03", "80"), rate("2025-04", "160")), (), {}))
    assert [rate.passage.date for rate, _ in off(far)] == ["2025-04"]


def test_conflicts_alone_are_the_same_conflicts(known):
    assert contradicting(known) == conflicts(known).conflicts


def test_of_some_claims_only_their_pairs_are_told(known):
    whole = conflicts(known)
    claim = whole.conflicts[0].one.iri
    assert conflicts(known, claims={claim}).conflicts == tuple(
        pair for pair in whole.conflicts if claim in (pair.one.iri, pair.other.iri)
    )
    assert conflicts(known, subjects=()).apparent == ()

from dataclasses import replace
from decimal import Decimal

import pytest

from kg.analysis.conflicts import conflicts
from kg.analysis.facts import Facts


def reasons(findings):
    return {
        frozenset(claim.iri.rpartition("/")[2] for claim in (pair.one, pair.other)): pair.reasons
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
    assert told[frozenset({"infra-12-by", "infra-9"})] == ("different periods: by-2025 and 2025",)
    measures = told[frozenset({"infra-12", "capex-150"})]
    assert measures == ("different measures: capital-expenditure and ai-infrastructure-spending",)


def test_one_report_never_contradicts_itself(known):
    same = Facts(known.base, tuple(replace(p, report="e:one") for p in known.passages), known.answers, known.names)
    assert conflicts(same).conflicts == ()
    assert all("both stand in one report" in why for why in reasons(conflicts(same)).values())


@pytest.mark.parametrize("field", ["scope", "period", "mode", "whole"])
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

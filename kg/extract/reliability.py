"""How often what a rule says of a figure was right: counted on articles that were annotated before kg had read them.

The counts are in `ontology/reliability.csv`, a line per field and rule; `benchmarks/reliability.py` makes the file.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg import resources
from kg.errors import KgError
from kg.model import Evidence

FIELDS = {"subject": "subject", "measure": "measure", "period": "period", "mode": "modality", "via": "attributed_to"}
"""The fields whose rules are counted, by their name in evidence, with the key of a row that holds the field."""
CLAIM = ("subject", "measure", "period", "via")
"""The fields that a claim's reliability is made of; the bound, read with the number, is nearly always right."""
NO_RULE = "none"
"""Stands for the rule of a field that none gave: who credits nobody."""
_WEIGHT = 4
"""For how many figures the share of a field's rules together counts beside a rule's own: a rule that was seen twice and
was right twice is not taken to be always right."""


class Rule(NamedTuple):
    """A field of a figure and the rule that gave it."""

    field: str
    name: str


@dataclass(frozen=True, slots=True)
class Count:
    """Of how many figures a rule gave a field, and of how many the field was right."""

    right: int
    read: int


def ruled(evidence: Iterable[Evidence]) -> Mapping[str, Rule]:
    """Return the rule that gave each counted field of a figure: the first one, where several did."""
    found: dict[str, Rule] = {}
    for one in evidence:
        if one.field in FIELDS:
            found.setdefault(one.field, Rule(one.field, one.rule))
    return {field: found.get(field, Rule(field, NO_RULE)) for field in FIELDS}


@cache
def counts() -> Mapping[Rule, Count]:
    """Return the counts that come with kg. Raises KgError where their file cannot be read."""
    path = resources.folder("ontology") / "reliability.csv"
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        return {Rule(row["field"], row["rule"]): Count(int(row["right"]), int(row["read"])) for row in rows}
    except (OSError, KeyError, ValueError) as problem:
        raise KgError(f"{path} cannot be read: {problem}: install kg-news again") from problem


def reliability(evidence: Iterable[Evidence]) -> float | None:
    """Return the share of figures read by the same rules whose whole claim is right, as their counts let expect it.

    None where a rule was never counted: that of an extractor that is plugged in, or one that no counted figure met.
    """
    share = 1.0
    for field, rule in ruled(evidence).items():
        if field in CLAIM:
            if rule not in counts():
                return None
            share *= _share(rule)
    return round(share, 2)


def _share(rule: Rule) -> float:
    count, whole = counts()[rule], _whole(rule.field)
    return (count.right + _WEIGHT * whole.right / whole.read) / (count.read + _WEIGHT)


@cache
def _whole(field: str) -> Count:
    of = [count for rule, count in counts().items() if rule.field == field]
    return Count(sum(count.right for count in of), sum(count.read for count in of))

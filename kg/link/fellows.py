"""Citations of one report that name its day differently: "on Tuesday", "on January 21", "last month", or not at all.

All are of one outlet and about one subject. Days next to one another are one report's; a month, a year or no date is
that of the one report it fits. Which citations belong together follows from the dates alone, whatever was linked first.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from kg.link.dates import WITHIN, agree, in_time
from kg.link.propagation import Look, Stage
from kg.link.reports import known_report
from kg.link.said import Entry, Found, Said
from kg.rdf.standing import days_apart

_DAY = len("2025-01-21")

Dated: TypeAlias = tuple[str, str]
"""The date a citation names, empty where it names none, and the citation."""


@dataclass(frozen=True, slots=True)
class _Alike:
    """A citation: its date as far as it names one, the dates of who cites, and the report of the corpus that it is."""

    said: str
    dates: tuple[str | None, ...]
    report: str | None


class Fellows(Stage):
    """The report that citations are which do not tell it themselves. Nodes: an outlet with what it is cited about.

    It is the report of the corpus that a fellow is, else, where the corpus lacks it, the citation of the earliest day.
    A citation that several reports of the corpus would fit is nobody's fellow.
    """

    name = "fellows"

    def say(self, name: str, look: Look) -> Said | None:
        """Say for each citation that has fellows which report they all are."""
        known = {found.item: _alike(found) for found in look.under("alike", name)}
        if not known:
            return None
        pairs = (pair for members in _gathered(known) for pair in _pairs(members, known, look))
        return Said(tuple(Entry(("fellow", cited), report) for cited, report in pairs))


def shelf(outlet: str, cited: str) -> str:
    """Return the name of what the citations of an outlet have in common that are about the same."""
    return f"{outlet}/cited/{cited.rpartition('/cited/')[2]}"


def together(dated: Iterable[Dated]) -> tuple[tuple[Dated, ...], ...]:
    """Return the citations that name a date, those of one report together: first the one of the earliest day."""
    found: list[list[Dated]] = []
    for length, group in groupby(sorted(dated, key=lambda one: (-len(one[0]), one)), key=lambda one: len(one[0])):
        if length == _DAY:
            found.extend(_by_days(group))
            continue
        known = [(cluster, tuple(cluster)) for cluster in found]
        for one in group:
            fitting = [cluster for cluster, members in known if any(at.startswith(one[0]) for at, _ in members)]
            if len(fitting) == 1:
                fitting[0].append(one)
            else:
                found.append([one])
    return tuple(map(tuple, found))


def _by_days(group: Iterable[Dated]) -> list[list[Dated]]:
    found: list[list[Dated]] = []
    for one in group:
        apart = days_apart(found[-1][0][0], one[0]) if found else None
        if apart is not None and abs(apart) <= WITHIN:
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _alike(found: Found) -> _Alike:
    report, dates = json.loads(found.value)
    return _Alike(found.at, tuple(dates), report)


def _gathered(known: Mapping[str, _Alike]) -> Iterator[Sequence[str]]:
    """Yield the citations of each report, one without a date with those of the only report that it can be."""
    clusters = together((one.said, cited) for cited, one in known.items() if one.said)
    joined: dict[str, tuple[Dated, ...]] = {}
    for cited, one in known.items():
        fitting = [] if one.said else [cluster for cluster in clusters if in_time(None, one.dates, cluster[0][0])]
        if len(fitting) == 1:
            joined[cited] = fitting[0]
    for cluster in clusters:
        yield [cited for _, cited in cluster] + [cited for cited, whose in joined.items() if whose is cluster]


def _pairs(members: Sequence[str], known: Mapping[str, _Alike], look: Look) -> Iterator[tuple[str, str]]:
    """Yield citations of one report, each with the report; none where they are different ones of the corpus."""
    reports = {report for cited in members if (report := known[cited].report) is not None}
    if len(members) == 1 or len(reports) > 1:
        return
    (same,) = reports or {members[0]}
    here = known_report(same, look) if reports else None
    for cited in members:
        one = known[cited]
        fits = here is None or agree(one.said or None, here.date, WITHIN)
        if one.report is None and cited != same and fits:
            yield cited, same

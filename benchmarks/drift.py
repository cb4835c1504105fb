"""Which kinds of change are found where they were planted, and not in their controls, in `examples/lineage`.

    python benchmarks/drift.py

Each kind has an origin, a relay with that one change and a control, which passes the figure on without it. Prints a
Markdown table: how many were planted, in how many the kind was found, how many controls were linked to their origin,
and in how many of these the kind was found; then copies and look-alikes among all articles. Exits with 1 where a
change is missed, or found in a control.
"""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kg import resources
from kg.analysis.citations import citations
from kg.analysis.drift import hops
from kg.analysis.facts import facts
from kg.pipeline import memory_store
from kg.pipeline.reading import corpus

COLUMNS = ("kind", "planted", "found", "controls", "linked", "found in control")
FILES = {path.name: path for path in resources.files("examples", "lineage/*.txt")}


@dataclass(frozen=True, slots=True)
class Count:
    """What was found of one kind."""

    kind: str
    planted: int
    found: int
    linked: int
    wrong: int

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of the table; each planted change has its control."""
        numbers = (self.planted, self.found, self.planted, self.linked, self.wrong)
        return self.kind, *map(str, numbers)


def counts() -> Iterator[Count]:
    """Yield what is found of each kind, in the order of the examples."""
    (table,) = resources.files("examples", "lineage/expected.csv")
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    for kind, examples in groupby(rows, key=lambda row: row["kind"]):
        pairs = [(_kinds(one["origin"], one["drift"]), _kinds(one["origin"], one["control"])) for one in examples]
        yield Count(
            kind,
            planted=len(pairs),
            found=sum(kind in (drift or ()) for drift, _ in pairs),
            linked=sum(control is not None for _, control in pairs),
            wrong=sum(kind in (control or ()) for _, control in pairs),
        )


def _kinds(*names: str) -> set[str] | None:
    """Return the kinds of change between the articles, None where they are not linked."""
    with memory_store(corpus([str(FILES[name]) for name in names]).documents) as store:
        found = hops(facts(store))
    return {change.kind for hop in found for change in hop.changes} if found else None


def pairs(start: str) -> tuple[int, int]:
    """Return how many pairs of articles there are of this name, and how many of them carry one report."""
    with memory_store(corpus([str(path) for path in FILES.values()]).documents) as store:
        reports = {one.place.rpartition("/")[2]: one.report for one in citations(store).articles.values()}
    named = sorted(name for name in reports if name.startswith(start))
    listed = [tuple(members) for _, members in groupby(named, key=lambda name: name.rpartition("-")[0])]
    return len(listed), sum(len({reports[name] for name in members}) == 1 for members in listed)


def lines(found: list[Count]) -> Iterator[str]:
    """Yield the table, with all kinds together at its end."""
    every = Count(
        "all", *(sum(getattr(one, name) for one in found) for name in ("planted", "found", "linked", "wrong"))
    )
    yield f"| {' | '.join(COLUMNS)} |"
    yield "| --- |" + " ---: |" * (len(COLUMNS) - 1)
    for one in (*found, every):
        kind, *numbers = one.cells
        yield f"| {f'`{kind}`' if one is not every else f'**{kind}**'} | {' | '.join(numbers)} |"


def main() -> None:
    """Print the table."""
    found = list(counts())
    print("\n".join(lines(found)))
    for start, words in (("copy", "copies"), ("lookalike", "look-alikes")):
        there, one_report = pairs(start)
        print(f"\nPairs of {words}: {there}, taken for one report: {one_report}.")
    sys.exit(any(one.found < one.planted or one.linked < one.planted or one.wrong for one in found))


if __name__ == "__main__":
    main()

"""The results of graphs.py as a page: tables, and charts that GitHub draws.

python benchmarks/report.py results.json > docs/performance.md
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median
from typing import Any

MEGA = 1e6
HEAD = """# How fast kg is, and how it grows

Made by `benchmarks/graphs.py` from graphs of `benchmarks/generate.py`, and by `benchmarks/report.py` from its results,
which stand beside this page in `performance.json`. Statements are those of all graphs; the store also holds their union
as a set. Each step ran in a process of its own. "Busy" is the time in which that process had a processor: the machine
had other work, so that the time on the clock was longer, and ratios within one run say more than either. A dash is what
was not measured at that size; what would take hours there is left out.
"""
QUERIES = """## Stored queries about one thing

Milliseconds busy, warm, median, and rows. Asked about the company, chip, rule or outlet that most passages name, so
that the answers grow with the graph.
"""
BEHIND = """## What stands behind the marks

- Half of the made-up stories are about the companies of the registry, the same ones at every size. So a graph ten times
  as large has about ten times the figures of each, and more than ten times the pairs that contradict each other.
- A query about one thing costs what its rows cost: Oxigraph looks up each property of each row by itself. Rows are put
  in order outside of it, since it works out each key anew for every comparison.
- Which figures lie above which is kept in the graph. All conflicts are asked for in the form of `queries/whole/`, which
  reads each property once; what is left is to find the words and outlets of those that conflict, and to hand them out.
- Both figures of a change, and `conversion-check`, stood far above their marks on the largest graph until the mean rate
  of exchange of each pair of currencies was kept in the graph: in one run, on processors with much other work, a change
  took 396 ms before and 128 ms after there (157 and 119 ms at 100k), and `conversion-check` 1868 and 24 ms.
- A change is now walked from each node once for all shapes, and only asked what can have an answer. In turns with the
  code before, on busy processors, it took 134 ms before and 92 after at 10M, 140 and 99 at 100k.
- `kg conflicts --subject` reads what is told of the subject, and of all other claims the rates of exchange they imply;
  the latter is most of what it costs on the largest graph.
- A store that was added to in large portions has its terms in several files of the database: on the largest graph an
  IRI of an answer took 8 µs before `kg store compact` and 3 µs after it, and six stored queries about one thing between
  half and all of the time. The stores measured here are compacted before they are asked.
"""
WARM = 200
"""Milliseconds in which a stored query about one thing should answer."""
STEPS = {
    "load": "load all graphs into a new store",
    "turtle": "export sorted Turtle",
    "plain turtle": "unsorted Turtle by Oxigraph itself",
    "sorted nquads": "export sorted N-Quads",
    "backup": "back up",
    "compact": "compact",
    "full validation": "validate everything (set-wise queries, shifty)",
    "about one": "what contradicts what about the company named most",
    "rdflib load": "the same load in rdflib",
    "rdflib validation": "validate everything (set-wise queries, pySHACL)",
    "plain pySHACL": "validate everything (pySHACL alone)",
}


def table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a Markdown table; numbers stand to the right."""
    names = list(columns)
    lines = ["| " + " | ".join(names) + " |", "| --- |" + " ---: |" * (len(names) - 1)]
    lines += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def chart(title: str, unit: str, sizes: list[str], values: list[float]) -> str:
    """Return a bar chart of one value per size."""
    bars = ", ".join(f"{value:.4g}" for value in values)
    axis = ", ".join(f'"{size}"' for size in sizes)
    return f'```mermaid\nxychart-beta\n  title "{title}"\n  x-axis [{axis}]\n  y-axis "{unit}"\n  bar [{bars}]\n```\n'


def page(results: Mapping[str, Any]) -> str:
    """Return the whole page."""
    sizes = sorted((size for size in results if size != "machine"), key=_size)
    machine = results["machine"]
    parts = [
        HEAD,
        f"Python {machine['python']}, pyoxigraph {machine['pyoxigraph']}, {machine['processors']} processors.\n",
        "## Marks\n",
        table(("mark", "measured"), _marks(results, sizes)),
        BEHIND,
        "## Whole graph\n\nSeconds on the clock, busy in brackets, and the peak of memory in MB.\n",
        table(("step", *sizes), _steps(results, sizes)),
        "## Size\n",
        table(("", *sizes), _sizes(results, sizes)),
        QUERIES,
        table(("query", *sizes), _queries(results, sizes, "queries")),
        *_charts(results, sizes),
        "## Stored queries about everything\n\nMilliseconds busy, median or once where they take seconds, and rows.\n",
        table(("query", *sizes), _queries(results, sizes, "whole queries")),
    ]
    return "\n".join(parts)


def _marks(results: Mapping[str, Any], sizes: list[str]) -> Iterable[list[object]]:
    changes = {size: results[size]["delta"] for size in sizes if "cpu ms" in results[size].get("delta", {})}
    if changes:
        first, last = (changes[size]["cpu ms"] for size in (min(changes, key=_size), max(changes, key=_size)))
        told = ", ".join(f"{size}: {known['cpu ms']:.0f} ms" for size, known in changes.items())
        statements = next(iter(changes.values()))["statements"]
        yield [f"a change of {statements} statements within 100 ms", told]
        yield ["that time on the largest graph at most 3 times that on the smallest", f"{last / first:.1f}"]
    for size in sizes:
        one, other = results[size].get("turtle", {}), results[size].get("plain turtle", {})
        if "cpu seconds" in one and "cpu seconds" in other:
            yield [
                f"sorted Turtle within 4 times Oxigraph's own, {size}",
                f"{one['cpu seconds'] / other['cpu seconds']:.1f}",
            ]
        asked = _asked(results[size], "queries")
        if asked:
            within = sum(known["cpu ms"] <= WARM for known in asked.values())
            slowest = max(asked, key=lambda name: asked[name]["cpu ms"])
            words = f"{within} of {len(asked)}; slowest {slowest}, {asked[slowest]['cpu ms']:.0f} ms"
            yield [f"every stored query about one thing within {WARM} ms, {size}", words]
        conflicts = results[size].get("conflicts", {}).get("figure-conflicts")
        if conflicts:
            yield [
                f"all conflicts within 10 s, {size}",
                f"{conflicts['cpu ms'] / 1000:.1f} s, {conflicts['rows']} rows",
            ]
        ours, plain = results[size].get("full validation", {}), results[size].get("plain pySHACL", {})
        if "cpu seconds" in ours and "cpu seconds" in plain:
            more = "" if "seconds" in plain else "less than "
            words = f"{more}{ours['cpu seconds'] / plain['cpu seconds']:.2f} of the time, "
            words += f"{ours['peak bytes'] / plain['peak bytes']:.2f} of the memory"
            yield [f"full validation within 1/4 of the time and 1/2 of the memory of pySHACL alone, {size}", words]


def _size(size: str) -> int:
    return int(size.replace("k", "000").replace("M", "000000"))


def _steps(results: Mapping[str, Any], sizes: list[str]) -> Iterable[list[object]]:
    for step, words in STEPS.items():
        yield [words, *(_step(results[size].get(step, {})) for size in sizes)]
    for what in ("put", "remove"):
        known = [results[size].get("put", {}) for size in sizes]
        told = [
            f"{one[f'{what} ms']:.1f} ms ({one[f'{what} cpu ms']:.1f})" if f"{what} ms" in one else None
            for one in known
        ]
        yield [f"{what} one document", *told]
    changes = [results[size].get("delta", {}) for size in sizes]
    told = [
        f"{one['ms']:.0f} ms ({one['cpu ms']:.0f}), {one['nodes']} nodes" if "ms" in one else None for one in changes
    ]
    yield ["validate a change", *told]


def _step(known: Mapping[str, Any]) -> str | None:
    busy = f" ({known['cpu seconds']:.1f})" if "cpu seconds" in known else ""
    if "gave up after" in known:
        return f"given up after {known['gave up after']:.0f} s{busy}, {known['peak bytes'] / MEGA:.0f} MB"
    return f"{known['seconds']:.1f} s{busy}, {known['peak bytes'] / MEGA:.0f} MB" if "seconds" in known else None


def _sizes(results: Mapping[str, Any], sizes: list[str]) -> Iterable[list[object]]:
    def of(step: str, key: str, by: float) -> list[object]:
        known = [results[size].get(step, {}).get(key) for size in sizes]
        return [None if one is None else round(one / by) for one in known]

    yield ["statements", *of("generate", "statements", 1)]
    yield ["N-Quads, MB", *of("generate", "bytes", MEGA)]
    yield ["store on disk, MB", *of("compact", "bytes", MEGA)]
    yield ["peak of memory while loading, MB", *of("load", "peak bytes", MEGA)]


def _queries(results: Mapping[str, Any], sizes: list[str], step: str) -> Iterable[list[object]]:
    for name in sorted({name for size in sizes for name in _asked(results[size], step)}):
        known = [_asked(results[size], step).get(name) for size in sizes]
        yield [name, *(None if one is None else f"{one['cpu ms']:.0f} ms, {one['rows']}" for one in known)]


def _charts(results: Mapping[str, Any], sizes: list[str]) -> Iterable[str]:
    for title, unit, value in (
        ("a change validated, busy", "ms", lambda known: known.get("delta", {}).get("cpu ms")),
        ("the middle one of the stored queries about one thing, busy", "ms", _middle),
    ):
        measured = {size: value(results[size]) for size in sizes if value(results[size]) is not None}
        yield chart(title, unit, list(measured), list(measured.values()))


def _middle(result: Mapping[str, Any]) -> float | None:
    times = [known["cpu ms"] for known in _asked(result, "queries").values()]
    return median(times) if times else None


def _asked(result: Mapping[str, Any], step: str) -> dict[str, Any]:
    """Return what was measured of each query in a step."""
    return {name: one for name, one in result.get(step, {}).items() if isinstance(one, dict) and "cpu ms" in one}


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:,}" if isinstance(value, int) else str(value)


if __name__ == "__main__":
    sys.stdout.write(page(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))

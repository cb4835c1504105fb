"""The results of graphs.py as a page: tables, and charts that GitHub draws.

python benchmarks/report.py results.json > docs/performance.md
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

MEGA = 1e6
HEAD = """# How fast kg is, and how it grows

Made by `benchmarks/graphs.py` from graphs of `benchmarks/generate.py`, and by `benchmarks/report.py` from its results.
Statements are those of all graphs; the store also holds their union as a set. Each step ran in a process of its own.
The machine was shared with other work, so that ratios within one run say more than seconds.
"""
QUERIES = """## Stored queries about one thing

Milliseconds, warm, median, and rows. Asked about the company, chip, rule or outlet that most passages name. Beside it
rdflib with all triples in memory, once.
"""
STEPS = {
    "load": "load all graphs into a new store",
    "turtle": "export sorted Turtle",
    "plain turtle": "unsorted Turtle by Oxigraph itself",
    "sorted nquads": "export sorted N-Quads",
    "backup": "back up",
    "compact": "compact",
    "full validation": "validate everything (shifty)",
    "rdflib load": "the same load in rdflib",
    "rdflib validation": "validate everything (pySHACL)",
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
    sizes = [size for size in results if size != "machine"]
    machine = results["machine"]
    parts = [
        HEAD,
        f"Python {machine['python']}, pyoxigraph {machine['pyoxigraph']}, {machine['processors']} processors.\n",
        "## Whole graph\n\nSeconds, and the peak of memory in MB.\n",
        table(("step", *sizes), _steps(results, sizes)),
        "## Size\n",
        table(("", *sizes), _sizes(results, sizes)),
        QUERIES,
        table(("query", *sizes, "rdflib, " + sizes[0]), _queries(results, sizes, "with")),
        chart("the slowest stored query about one thing", "ms", sizes, [_slowest(results[size]) for size in sizes]),
        "## Stored queries about everything\n",
        table(("query", *sizes), _queries(results, sizes, "whole")),
    ]
    return "\n".join(parts)


def _steps(results: Mapping[str, Any], sizes: list[str]) -> Iterable[list[object]]:
    for step, words in STEPS.items():
        row: list[object] = [words]
        for size in sizes:
            known = results[size].get(step, {})
            row.append(f"{known['seconds']:.1f} s, {known['peak bytes'] / MEGA:.0f} MB" if "seconds" in known else None)
        yield row
    for key in ("put ms", "remove ms"):
        words = f"{key.removesuffix(' ms')} one document"
        yield [words, *(f"{results[size].get('put', {}).get(key, 0):.1f} ms" for size in sizes)]
    changes = [results[size].get("delta", {}) for size in sizes]
    told = [f"{known['ms']:.0f} ms, {known['statements']} statements" if known else None for known in changes]
    yield ["validate a change", *told]


def _sizes(results: Mapping[str, Any], sizes: list[str]) -> Iterable[list[object]]:
    yield ["statements", *(results[size]["generate"]["statements"] for size in sizes)]
    yield ["N-Quads, MB", *(round(results[size]["generate"]["bytes"] / MEGA) for size in sizes)]
    yield ["store on disk, MB", *(round(results[size]["compact"]["bytes"] / MEGA) for size in sizes)]


def _queries(results: Mapping[str, Any], sizes: list[str], kind: str) -> Iterable[list[object]]:
    first = results[sizes[0]]
    for name, asked in first["queries"].items():
        if not (isinstance(asked, dict) and kind in asked):
            continue
        row: list[object] = [name]
        for size in sizes:
            known = results[size]["queries"][name][kind]
            row.append(f"{known['ms']:.0f} ms, {known['rows']}")
        if kind == "with":
            other = first.get("rdflib queries", {}).get(name, {}).get("ms")
            row.append(None if other is None else f"{other:.0f} ms")
        yield row


def _slowest(result: Mapping[str, Any]) -> float:
    asked = result["queries"].values()
    return max(known["with"]["ms"] for known in asked if isinstance(known, dict) and "with" in known)


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:,}" if isinstance(value, int) else str(value)


if __name__ == "__main__":
    sys.stdout.write(page(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))

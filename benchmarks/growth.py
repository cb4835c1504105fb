"""Draw what one article costs in corpora of growing size, from the table that `lineage.py` prints.

    python benchmarks/lineage.py 1000 10000 100000 > table.md
    python benchmarks/growth.py table.md docs/lineage.svg

Needs matplotlib, which comes with the extra `bench`.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

_SHARED = "articles"
_LEFT = ("link (ms/article)", "count (ms/article)")
_RIGHT = ("one more (ms)", "one less (ms)")


def read(text: str) -> Sequence[Mapping[str, float]]:
    """Return the rows of a Markdown table of numbers, by the names of its columns."""
    lines = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.splitlines() if "|" in line]
    names, _, *rows = lines
    return [{name: float(cell.replace(",", "")) for name, cell in zip(names, row, strict=True)} for row in rows]


def draw(rows: Sequence[Mapping[str, float]], path: Path) -> None:
    """Draw milliseconds for an article of a whole corpus, and for one more or less, over the number of articles."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams.update({"svg.hashsalt": "kg", "font.size": 9})
    from matplotlib import pyplot as plt

    figure, sides = plt.subplots(1, 2, figsize=(9, 2.8), layout="constrained")
    sizes = [row[_SHARED] for row in rows]
    for side, names in zip(sides, (_LEFT, _RIGHT), strict=True):
        for name, color in zip(names, ("#2b6cb0", "#b7791f"), strict=True):
            side.plot(sizes, [row[name] for row in rows], marker="o", color=color, label=name)
        side.set_xscale("log")
        side.set_ylim(bottom=0)
        side.set_xlabel("articles in the corpus")
        side.set_ylabel("milliseconds of processor time")
        side.legend()
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Read a table and draw it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path, help="what lineage.py printed")
    parser.add_argument("picture", type=Path, help="SVG file to write")
    asked = parser.parse_args()
    draw(read(asked.table.read_text(encoding="utf-8")), asked.picture)


if __name__ == "__main__":
    main()

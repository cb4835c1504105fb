"""Count how often what each rule says of a figure is right, on articles that a reader has annotated.

    python benchmarks/reliability.py FOLDER ... > ontology/reliability.csv

Each FOLDER holds `texts/` and `figures.jsonl`, and may hold `ignore.json`, in the form of `tests/gold`. The rows have
to be made before kg reads the texts, and no rule may have been written to them: else the counts flatter. `--check`
prints instead, per fifth of the figures ordered by the reliability that kg has for them, how many claims are right.
"""

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tabulate import tabulate

from kg import pipeline
from kg.extract.reliability import FIELDS, Rule, reliability, ruled
from kg.extract.rows import Row, rows
from kg.extract.scoring import CLAIM, match, right, shared
from kg.model import Evidence, Extraction, FigureClaim

FIFTHS = 5
Pair = tuple[Row, Row, tuple[Evidence, ...]]


def figures(extraction: Extraction) -> Iterator[tuple[Row, tuple[Evidence, ...]]]:
    """Yield the rows of an article's figures with what they rest on."""
    for mention in extraction.mentions:
        if isinstance(mention.claim, FigureClaim):
            alone = Extraction(extraction.document, (mention,))
            yield from ((row, mention.evidence) for row in rows(alone))


def pairs(folder: Path) -> Iterator[Pair]:
    """Yield each figure of a folder's articles that both the reader and kg have, with what kg's row rests on."""
    made = [json.loads(line) for line in (folder / "figures.jsonl").read_text("utf-8").splitlines() if line.strip()]
    ignored = json.loads((folder / "ignore.json").read_text("utf-8")) if (folder / "ignore.json").exists() else {}
    corpus = pipeline.corpus([str(folder / "texts")])
    read = [one for extraction in pipeline.extractions(corpus.documents) for one in figures(extraction)]
    kept = [
        (row, evidence)
        for row, evidence in read
        if not any(start <= row["start"] < end for start, end in ignored.get(row["source"], ()))
    ]
    rests_on = {id(row): evidence for row, evidence in kept}
    for one, row in match(made, [row for row, _ in kept], shared):
        yield one, row, rests_on[id(row)]


def table(found: Iterable[Pair]) -> Iterator[tuple[str, str, int, int]]:
    """Yield field, rule, of how many figures the field was right, and of how many the rule gave it."""
    good: Counter[Rule] = Counter()
    read: Counter[Rule] = Counter()
    for made, row, evidence in found:
        for field, rule in ruled(evidence).items():
            read[rule] += 1
            good[rule] += right(made, row, FIELDS[field])
    yield from ((*rule, good[rule], read[rule]) for rule in sorted(read))


def fifths(found: Iterable[Pair]) -> Iterator[tuple[str, int, int, str]]:
    """Yield, from the most to the least reliable fifth: the range, figures, right claims and their share."""
    judged = [
        (expected, all(right(made, row, field) for field in CLAIM))
        for made, row, evidence in found
        if (expected := reliability(evidence)) is not None
    ]
    judged.sort(key=lambda one: -one[0])
    for fifth in range(FIFTHS):
        part = judged[fifth * len(judged) // FIFTHS : (fifth + 1) * len(judged) // FIFTHS]
        if part:
            good = sum(one for _, one in part)
            yield f"{part[0][0]:.2f} to {part[-1][0]:.2f}", len(part), good, f"{100 * good / len(part):.0f} %"


def main() -> None:
    """Print the counts, or with --check how well they tell which claims are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    found = [pair for folder in asked.folders for pair in pairs(folder)]
    if asked.check:
        print(tabulate(list(fifths(found)), headers=("reliability", "figures", "right claims", "share")))
        return
    lines = csv.writer(sys.stdout, lineterminator="\n")
    lines.writerow(("field", "rule", "right", "read"))
    lines.writerows(table(found))


if __name__ == "__main__":
    main()

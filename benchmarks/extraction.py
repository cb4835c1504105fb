"""How well and how fast kg reads quantities beside packages from PyPI, on the same sentences in the same run.

    pip install 'kg-news[bench]'
    python benchmarks/extraction.py [FOLDER ...] [--json FILE] [--plot FILE.svg]

The sentences with their answers are in `sentences.jsonl`: one object a line, `text` and `quantities` with `value`,
`high` (upper end of a range), `unit` and `bound` as kg prints them. Each FOLDER of text files is one more set, for
speed; one that holds a `sentences.jsonl` of the same form is scored too. Peers that are not installed are named.
Scores are of value and unit (`scoring.py`), speeds are relative to spaCy's blank tokeniser (`speed.py`).
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import speed
from peers import PEERS, Reading, blank
from scoring import KINDS, Score, scores
from tabulate import tabulate

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document

HERE = Path(__file__).resolve().parent
COLUMNS = (*KINDS, "bounds")
LINES = 15


@dataclass(frozen=True, slots=True)
class Row:
    """One tool on one set: its scores and its speed in characters per second."""

    tool: str
    version: str
    scores: Mapping[str, Score]
    rate: float


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole extraction of some texts: characters, characters per second, shares of stages and functions in percent.

    `ratio` is the speed, and `tokens` that of kg's own sentences and tokens alone, relative to spaCy's blank tokeniser.
    """

    characters: int
    rate: float
    ratio: float | None
    tokens: float | None
    stages: Mapping[str, float]
    hot: Mapping[str, float]


def annotated(path: Path) -> list[tuple[str, list[Reading]]]:
    """Return the sentences of a file with their quantities."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(row["text"], [_reading(one) for one in row["quantities"]]) for row in rows]


def _reading(one: Mapping[str, object]) -> Reading:
    high = one.get("high")
    return Reading(
        float(str(one["value"])), str(one["unit"]), None if high is None else float(str(high)), str(one["bound"])
    )


def compared(path: Path) -> tuple[list[Row], list[str]]:
    """Return a row per tool that is installed and the names of those that are not."""
    cases = annotated(path)
    texts = [text for text, _ in cases]
    rows, missing = [], []
    for peer in PEERS:
        version = peer.version()
        if version is None:
            missing.append(peer.name)
            continue
        read = peer.load()
        found = scores([(gold, read(text)) for text, gold in cases])
        rows.append(Row(peer.name, version, found, speed.characters_per_second(read, texts)))
    return rows, missing


def score_table(rows: Sequence[Row], base: float | None) -> str:
    """Return the table of precision / recall / F1 per kind and the speed."""
    body = [
        [
            f"{row.tool} ({row.version})",
            *(_rates(row.scores[kind]) for kind in COLUMNS),
            f"{row.rate / base:.2g} x" if base else f"{row.rate:,.0f}/s",
        ]
        for row in rows
    ]
    heads = ["P / R / F1 in percent", *COLUMNS, "speed" if base else "characters"]
    return tabulate(body, headers=heads, disable_numparse=True)


def _rates(score: Score) -> str:
    return (
        " / ".join(f"{rate:.0f}" for rate in score.rates()[:2]) + f" / {score.rates()[2]:.1f}" if score.right else "-"
    )


def whole(found: Sequence[Document], tokenise: Callable[[str], object] | None) -> Whole:
    """Return the speed of the whole extraction of documents, the shares of its stages and its hottest functions.

    Speeds are relative to `tokenise` where there is one, as is that of kg's own sentences and tokens alone: no rule can
    be faster than what it starts from.
    """
    extract = RuleExtractor().extract
    by_text = {document.text: document for document in found}
    texts = list(by_text)

    def read(text: str) -> object:
        return extract(by_text[text])

    rate, ratio = speed.in_turn(read, tokenise or speed.tokens_alone, texts)
    spent = speed.stages(found)
    total = sum(spent.values())
    return Whole(
        characters=sum(map(len, by_text)),
        rate=rate,
        ratio=ratio if tokenise else None,
        tokens=speed.in_turn(speed.tokens_alone, tokenise, texts)[1] if tokenise else None,
        stages={name: 100 * seconds / total for name, seconds in spent.items()},
        hot=dict(speed.hot(found, LINES)),
    )


def plot(rows: Sequence[Row], base: float | None, path: Path) -> None:
    """Draw F1 and speed of each tool; needs matplotlib."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams.update({"svg.hashsalt": "kg", "font.size": 9})
    from matplotlib import pyplot as plt

    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 2.8), sharey=True, layout="constrained")
    names = [row.tool for row in reversed(rows)]
    left.barh(names, [row.scores["all"].rates()[2] for row in reversed(rows)], color="#2b6cb0")
    left.set_xlabel("F1 of value and unit, percent")
    left.set_xlim(0, 100)
    right.barh(names, [row.rate / (base or 1) for row in reversed(rows)], color="#b7791f")
    right.set_xscale("log")
    right.set_xlabel("characters per second" + (", spaCy blank = 1" if base else ""))
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Run all tools on all sets and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--json", type=Path, help="also write all numbers to this file")
    parser.add_argument("--plot", type=Path, help="also draw the first set's scores into this SVG file")
    given = parser.parse_args()
    tokenise = blank()
    report: dict[str, object] = {}
    for number, folder in enumerate([HERE, *given.folders]):
        if (folder / "sentences.jsonl").exists():
            report[folder.name] = _scored(folder / "sentences.jsonl", tokenise, None if number else given.plot)
        if number:
            report[f"{folder.name}, whole extraction"] = _extracted(folder, tokenise)
    if given.json:
        given.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


def _scored(path: Path, tokenise: object, picture: Path | None) -> dict[str, object]:
    rows, missing = compared(path)
    texts = [text for text, _ in annotated(path)]
    base = speed.characters_per_second(tokenise, texts) if callable(tokenise) else None
    sentences, numbers = len(texts), rows[0].scores["all"].annotated
    print(f"{path.parent.name}/{path.name}: {sentences} sentences, {numbers} values (a range has two)\n")
    print(score_table(rows, base))
    for name in [*missing, *([] if base else ["spaCy"])]:
        print(f"not installed: {name}")
    if picture:
        plot(rows, base, picture)
    return {
        row.tool: {
            "version": row.version,
            "characters_per_second": row.rate,
            "ratio": row.rate / base if base else None,
        }
        | {kind: row.scores[kind].rates() for kind in COLUMNS}
        for row in rows
    }


def _extracted(folder: Path, tokenise: Callable[[str], object] | None) -> dict[str, object]:
    found = speed.documents(folder)
    if not found:
        raise SystemExit(f"{folder}: no .txt files in it; name a folder of texts")
    result = whole(found, tokenise)
    ratio = ""
    if tokenise:
        ratio = f", {result.ratio:.2f} x spaCy blank; sentences and tokens alone {result.tokens:.2f} x"
    print(f"\n{folder.name}: {len(found)} texts, {result.characters:,} characters; whole extraction", end=" ")
    print(f"{result.rate:,.0f} characters/s{ratio}\n")
    print(tabulate(result.stages.items(), headers=["stage", "% of time"], floatfmt=".1f"))
    print()
    print(tabulate(result.hot.items(), headers=["own time under the profiler", "%"], floatfmt=".1f"))
    return asdict(result)


if __name__ == "__main__":
    main()

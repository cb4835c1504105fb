"""Print kg's predictions for public test sets, one JSON object a line, in the form that the sets' scorers read.

    export KG_EVAL_DATA=FOLDER          # holds bench/eval_{newsquant,recognizers,names,polnear}.py
    python $KG_EVAL_DATA/bench/eval_newsquant.py docs > docs.jsonl
    python benchmarks/public_sets.py quantities docs.jsonl > predictions.jsonl
    python $KG_EVAL_DATA/bench/eval_newsquant.py score predictions.jsonl

`quantities` serves NewsQuant and, with `--no-rates`, the Recognizers sets, whose units have no "per". `names` serves
the pairs of organization and person names (`score` from 0 to 1), `attributions` serves PolNeAR (source, cue and content
with offsets). `--peer NAME` prints the quantities of another package (`peers.py`). `all` runs every set below
$KG_EVAL_DATA/bench and prints the scorers' own output.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from peers import PEERS

from kg.extract.rules.annotations import Figure, Reported
from kg.extract.rules.names.names import names
from kg.extract.rules.numbers.quantities import quantities
from kg.extract.rules.numbers.units import is_money
from kg.extract.rules.references.references import references
from kg.extract.rules.reporting.reporting import reported
from kg.extract.rules.text.quotations import quotations
from kg.extract.rules.text.sentences import sentences
from kg.lexicon import codes
from kg.lexicon.matching import organizations, persons
from kg.model import Document, Span

Row = dict[str, object]
_ABOUT = re.compile(r"(?:about|around|approx\w*|roughly|~|some|nearly)\b", re.IGNORECASE)
# What somebody did not say is annotated as an attribution there, too.
_ATTRIBUTING = frozenset({"unsaid", "speech", "according", "nominal", "passive", "quote", "continued", "attitude"})
_RUNS = (
    ("eval_newsquant.py", "quantities", [], ["--half", "even"]),
    ("eval_recognizers.py", "quantities", ["--no-rates"], ["--set", "currency"]),
    ("eval_recognizers.py", "quantities", ["--no-rates"], ["--set", "percent"]),
    ("eval_names.py", "names", [], ["--schema", "org"]),
    ("eval_names.py", "names", [], ["--schema", "person"]),
    ("eval_polnear.py", "attributions", [], ["--split", "dev"]),
)


def quantity_rows(given: Mapping[str, str], *, rates: bool = True) -> Iterator[Row]:
    """Yield every quantity of a sentence; ranks and multiples in words are none in these sets."""
    text = given["text"]
    for figure in quantities(text):
        quantity = figure.quantity
        in_words = figure.number.of(text)[0].isalpha()
        if quantity.unit == "rank" or (quantity.unit == "ratio" and in_words):
            continue
        yield {
            "doc_id": given["doc_id"],
            "start": figure.number.start,
            "end": figure.number.end,
            "text": figure.number.of(text),
            "value": float(quantity.value) if quantity.high is None else [float(quantity.value), float(quantity.high)],
            "unit": _unit(text, figure) + (f" per {_label(figure.per)}" if figure.per and rates else ""),
            "bound": _bound(text, figure),
            "kind": "money" if is_money(quantity.unit) else "quantity",
        }


def _unit(text: str, figure: Figure) -> str:
    """Return the unit's name; what is counted is the unit of a bare number in these sets."""
    unit = figure.quantity.unit
    if unit == "count":
        return re.sub(r"men$", "man", figure.noun.of(text)) if figure.noun else ""
    return "" if unit == "ratio" else _label(unit)


def _label(unit: str) -> str:
    known = codes.scheme("units")
    return known[unit].label if unit in known else unit


def _bound(text: str, figure: Figure) -> str:
    """Return the bound code; a range is a value there, so only "about" is left to say of it."""
    if figure.quantity.bound != "range":
        return figure.quantity.bound
    return "about" if _ABOUT.match(figure.span.of(text)) else "exact"


def peer_rows(name: str) -> Callable[[Mapping[str, str]], Iterator[Row]]:
    """Return what yields the quantities of a sentence as a peer reads them; peers tell no bounds."""
    read = next(peer for peer in PEERS if peer.name == name).load()

    def rows(given: Mapping[str, str]) -> Iterator[Row]:
        for one in read(given["text"]):
            value = one.value if one.high is None else [one.value, one.high]
            unit = "" if one.unit == "count" else _label(one.unit)
            kind = "money" if is_money(one.unit) else "quantity"
            yield {"doc_id": given["doc_id"], "value": value, "unit": unit, "kind": kind}

    return rows


def name_rows(given: Mapping[str, str]) -> Iterator[Row]:
    """Yield how alike the two names of a pair are."""
    compare = persons if given["schema"] == "Person" else organizations
    yield {"pair_id": given["pair_id"], "score": compare(given["name1"], given["name2"])}


def attribution_rows(given: Mapping[str, str]) -> Iterator[Row]:
    """Yield who says what by which words in an article."""
    text, name = given["text"], given["doc_id"]
    found = sentences(text)
    named = references(text, found, names(text, found), Document(text, name, name))
    for act in reported(text, found, quotations(text), named):
        if act.kind in _ATTRIBUTING:
            yield {"doc_id": name, **_act(text, act)}


def _act(text: str, act: Reported) -> Row:
    return {
        "source": _place(text, act.source) if act.source else None,
        "cue": _place(text, act.cue),
        "content": {"spans": [[part.start, part.end] for part in act.content]},
    }


def _place(text: str, span: Span) -> Row:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def predictions(task: str, lines: Iterable[str], *, rates: bool = True, peer: str | None = None) -> Iterator[str]:
    """Yield the predictions of a task for the inputs its scorer prints, quantities also as a peer reads them."""
    tasks: dict[str, Callable[[Mapping[str, str]], Iterator[Row]]] = {
        "quantities": peer_rows(peer) if peer else lambda given: quantity_rows(given, rates=rates),
        "names": name_rows,
        "attributions": attribution_rows,
    }
    for line in lines:
        for row in tasks[task](json.loads(line)):
            yield json.dumps(row, ensure_ascii=False)


def run_all() -> None:
    """Predict and score every set below $KG_EVAL_DATA/bench."""
    root = os.environ.get("KG_EVAL_DATA")
    if not root:
        raise SystemExit("set KG_EVAL_DATA to the folder that holds bench/")
    for script, task, options, chosen in _RUNS:
        scorer = [sys.executable, str(Path(root, "bench", script))]
        inputs = subprocess.run([*scorer, "docs", *chosen], check=True, capture_output=True, text=True).stdout
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.writelines(row + "\n" for row in predictions(task, inputs.splitlines(), rates=not options))
            file.flush()
            print(f"\n== {script} {' '.join(chosen)}", flush=True)
            subprocess.run([*scorer, "score", file.name, *chosen], check=True)


def main() -> None:
    """Run the task the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["quantities", "names", "attributions", "all"])
    parser.add_argument(
        "inputs", nargs="?", type=Path, help="what the scorer's `docs` prints; standard input if left out"
    )
    parser.add_argument("--no-rates", action="store_true", help="leave out what a rate is per")
    parser.add_argument(
        "--peer", choices=[peer.name for peer in PEERS if peer.distribution], help="quantities of a peer"
    )
    given = parser.parse_args()
    if given.task == "all":
        run_all()
        return
    source = given.inputs.read_text(encoding="utf-8") if given.inputs else sys.stdin.read()
    for row in predictions(given.task, source.splitlines(), rates=not given.no_rates, peer=given.peer):
        print(row)


if __name__ == "__main__":
    main()

"""Print kg's predictions for public test sets, one JSON object a line, in the form that the sets' scorers read.

    export KG_EVAL_DATA=FOLDER          # holds bench/eval_{newsquant,recognizers,names,polnear}.py
    python $KG_EVAL_DATA/bench/eval_newsquant.py docs > docs.jsonl
    python benchmarks/public_sets.py quantities docs.jsonl > predictions.jsonl
    python $KG_EVAL_DATA/bench/eval_newsquant.py score predictions.jsonl

`quantities` serves NewsQuant in the conventions of its annotation (below) and, with `--no-rates`, the Recognizers sets,
whose units have no "per". `names` serves
the pairs of organization and person names (`score` from 0 to 1), `attributions` serves PolNeAR (source, cue and content
with offsets). `--peer NAME` prints the quantities of another package (`peers.py`). `all` runs every set below
$KG_EVAL_DATA/bench and prints the scorers' own output.

NewsQuant writes some things otherwise than kg reads them; what is printed for it follows the set, unless `--as-read`:
- old and new value of a change are one value; the extractor of its authors (github.com/vivkaz/CQE) reads them so, too;
- units have the names of that extractor's table (CQE/unit.json), where "p" behind a number is a "point";
- a fraction in words is its decimal value, with "%" and what it is a part of as its unit ("half of staff": "% staff").
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
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
_OLD = re.compile(r"\bfrom (?:an? |the )?\Z")
_TO = re.compile(r"\A[^;]{0,60}\bto \Z")
_SENTENCE = re.compile(r"[.!?] [A-Z]")
_WHOLE = re.compile(
    r"(?! of which| of whom| of it\b| of them\b)(?: of)?(?: (?:the|its|their|all))? (?P<what>[\w'’-]+(?: [^\W\d]+)?)"
)
_PENCE = re.compile(r"[0-9]p\Z")
_THEIR_NAMES = {
    "million British thermal units": "mega British thermal unit",
    "metric horsepower": "horsepower",
}
_SINGULAR = ((r"men\Z", "man"), (r"(?<=[a-z])ies\Z", "y"), (r"(?<=s|x|h)es\Z", ""), (r"people\Z", "people"))
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


def quantity_rows(given: Mapping[str, str], *, rates: bool = True, theirs: bool = True) -> Iterator[Row]:
    """Yield every quantity of a sentence, `theirs` in NewsQuant's conventions.

    Ranks and multiples in words are none in these sets.
    """
    text = given["text"]
    read = [figure for figure in quantities(text) if not _is_none_there(text, figure)]
    taken = -1
    for index, figure in enumerate(read):
        if index == taken:
            continue
        new = (
            read[index + 1] if theirs and index + 1 < len(read) and _is_change(text, figure, read[index + 1]) else None
        )
        taken = index + 1 if new else taken
        last = new or figure
        quantity = figure.quantity
        high = last.quantity.value if new else quantity.high
        rate = figure.per or last.per
        share = Decimal(100) if theirs and _is_fraction(text, figure) else Decimal(1)
        unit = _fraction_unit(text, figure) if share > 1 else _unit(text, figure, theirs=theirs)
        yield {
            "doc_id": given["doc_id"],
            "start": figure.number.start,
            "end": last.number.end,
            "text": text[figure.number.start : last.number.end],
            "value": float(quantity.value / share) if high is None else [float(quantity.value), float(high)],
            "unit": unit + (f" per {_label(rate, theirs=theirs)}" if rate and rates else ""),
            "bound": _bound(text, figure),
            "kind": "money" if is_money(quantity.unit) else "quantity",
        }


def _is_fraction(text: str, figure: Figure) -> bool:
    """Tell whether a percentage is printed as a fraction in words ("two-thirds", "one in five")."""
    quantity, printed = figure.quantity, figure.number.of(text)
    return quantity.unit == "percent" and "cent" not in printed and not any(mark.isdigit() for mark in printed)


def _fraction_unit(text: str, figure: Figure) -> str:
    whole = _WHOLE.match(text, figure.number.end)
    return f"% {whole['what']}" if whole else "%"


def _is_none_there(text: str, figure: Figure) -> bool:
    unit = figure.quantity.unit
    return unit == "rank" or (unit == "ratio" and figure.number.of(text)[0].isalpha())


def _is_change(text: str, old: Figure, new: Figure) -> bool:
    """Tell whether two figures are old and new value of one change, which NewsQuant writes as one value.

    The extractor of its authors (github.com/vivkaz/CQE, CQE/rules.py) reads "from 5.7% to 3.4%" so, and so do they.
    """
    between = text[old.span.end : new.span.start]
    units = {old.quantity.unit, new.quantity.unit}
    same = len(units) == 1 or (units > {"count"} and new.noun is None)
    plain = old.quantity.high is None and new.quantity.high is None
    return bool(
        plain and same and _OLD.search(text[: old.span.start]) and _TO.search(between) and not _SENTENCE.search(between)
    )


def _unit(text: str, figure: Figure, *, theirs: bool) -> str:
    """Return the unit's name; what is counted is the unit of a bare number in these sets."""
    unit = figure.quantity.unit
    if theirs and (_PENCE.search(figure.number.of(text)) or (figure.noun and figure.noun.of(text) == "p")):
        return "point"
    if theirs and figure.number.of(text).endswith("barrels of oil"):
        return "barrel of oil"
    if unit == "count":
        return _singular(figure.noun.of(text)) if figure.noun else ""
    return "" if unit == "ratio" else _label(unit, theirs=theirs)


def _singular(noun: str) -> str:
    """Return a noun phrase in the singular as far as the scorer, which takes an "s" off, does not do it itself."""
    for ending, one in _SINGULAR:
        if re.search(ending, noun):
            return re.sub(ending, one, noun)
    return noun


def _label(unit: str, *, theirs: bool = False) -> str:
    known = codes.scheme("units")
    label = known[unit].label if unit in known else unit
    return _THEIR_NAMES.get(label, label) if theirs else label


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


def predictions(
    task: str, lines: Iterable[str], *, rates: bool = True, theirs: bool = True, peer: str | None = None
) -> Iterator[str]:
    """Yield the predictions of a task for the inputs its scorer prints, quantities also as a peer reads them."""
    tasks: dict[str, Callable[[Mapping[str, str]], Iterator[Row]]] = {
        "quantities": peer_rows(peer)
        if peer
        else lambda given: quantity_rows(given, rates=rates, theirs=theirs and rates),
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
    parser.add_argument("--as-read", action="store_true", help="leave out NewsQuant's conventions")
    parser.add_argument(
        "--peer", choices=[peer.name for peer in PEERS if peer.distribution], help="quantities of a peer"
    )
    given = parser.parse_args()
    if given.task == "all":
        run_all()
        return
    source = given.inputs.read_text(encoding="utf-8") if given.inputs else sys.stdin.read()
    for row in predictions(
        given.task, source.splitlines(), rates=not given.no_rates, theirs=not given.as_read, peer=given.peer
    ):
        print(row)


if __name__ == "__main__":
    main()

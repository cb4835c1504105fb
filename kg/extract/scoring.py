"""Printed rows beside rows that a reader made by hand: which are the same, and which of their fields are right.

A reader's row holds in each field the list of readings that are accepted; "*" leaves the field open.
`tests/gold/README.md` describes the rows.
"""

import math
from collections.abc import Callable, Iterable

from kg.extract.rows import Row

FIELDS = ("bound", "subject", "measure", "scope", "period", "modality", "attributed_to", "origin")
CLAIM = ("bound", "subject", "measure", "period", "attributed_to")
"""What of a figure has to be right for its claim to be: all that says what the number is, of whom, when and by whom."""


def fold(value: object) -> object:
    """Return a name as it is compared: without case and kinds of apostrophes."""
    return value.casefold().replace("’", "'").strip() if isinstance(value, str) else value


def shared(made: Row, row: Row) -> int:
    """Return how many characters the spans of two figures have in common, or 0 where they are not the same figure."""
    both = min(made["end"], row["end"]) - max(made["start"], row["start"])
    lengths = made["end"] - made["start"], row["end"] - row["start"]
    return both if both >= 0.8 * min(lengths) and lengths[1] <= lengths[0] + 30 and _same_amount(made, row) else 0


def match(made: Iterable[Row], found: Iterable[Row], likeness: Callable[[Row, Row], int]) -> list[tuple[Row, Row]]:
    """Pair each row made by hand with the most alike row of its source that no earlier one took."""
    free, pairs = list(found), []
    for row in made:
        best = max((r for r in free if r["source"] == row["source"]), key=lambda r: likeness(row, r), default=None)
        if best is not None and likeness(row, best) > 0:
            free.remove(best)
            pairs.append((row, best))
    return pairs


def right(made: Row, row: Row, field: str) -> bool:
    """Tell whether a field of a printed figure is one of the accepted readings.

    An origin is right where both name one or both name none. Whom only the text around credits is right in
    `attributed_to` where the sentence itself names nobody.
    """
    accepted, value = made[field], row[field]
    if "*" in accepted:
        return True
    if field == "origin":
        return any((one is None) == (value is None) for one in accepted)
    if field == "attributed_to":
        named = [fold(name) for name in value]
        around = {fold(name) for name in made["context_attribution"]}
        return named in [[fold(name) for name in one] for one in accepted] or ([] in accepted and set(named) <= around)
    return fold(value) in [fold(one) for one in accepted]


def _same_amount(made: Row, row: Row) -> bool:
    wanted = [(made["value"], unit) for unit in made["unit"]] + [(a["value"], a["unit"]) for a in made["also"]]
    if made["high"] is not None and not math.isclose(float(row["high"] or 0), made["high"], rel_tol=1e-3):
        return False
    return any(unit == row["unit"] and math.isclose(float(row["value"]), value, rel_tol=1e-3) for value, unit in wanted)

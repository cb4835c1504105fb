"""Differences as text, JSON and Markdown; each ends with a newline."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.analysis.explanation_markdown import escaped
from kg.analysis.watch import KINDS, Difference

_HEADINGS = {
    "article-added": "New articles",
    "article-edited": "Articles with another text",
    "article-removed": "Articles that are gone",
    "conflict-opened": "Conflicts opened",
    "conflict-resolved": "Conflicts resolved",
    "denial-added": "New denials",
    "answer-added": "Other new answers",
    "answer-removed": "Answers that are gone",
    "figure-changed": "Figures that changed",
    "figure-drifted": "Figures changed by a relay",
    "origin-added": "New origins",
    "origin-removed": "Origins that are gone",
    "claim-added": "New claims",
    "claim-repeated": "Claims that more articles state",
    "claim-removed": "Claims that nobody states any more",
}
_NOTHING = "Nothing changed.\n"


def as_text(found: Iterable[Difference]) -> str:
    """Return a heading for each kind and a line for each difference."""
    parts = [f"{heading}\n" + "".join(f"  {one.sentence}\n" for one in listed) for heading, listed in _grouped(found)]
    return "\n".join(parts) or _NOTHING


def as_json(found: Iterable[Difference]) -> str:
    """Return one object: how many of each kind, and the differences."""
    listed = tuple(found)
    numbers = Counter(one.kind for one in listed)
    changes = [{"kind": one.kind, "sentence": one.sentence, "places": list(one.places)} for one in listed]
    whole = {"counts": {kind: numbers[kind] for kind in KINDS if numbers[kind]}, "changes": changes}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def as_markdown(found: Iterable[Difference]) -> str:
    """Return a heading and a list for each kind, for a comment under a change."""
    parts = []
    for heading, listed in _grouped(found):
        items = "".join(f"- {escaped(one.sentence)}{_code(one.places)}\n" for one in listed)
        parts.append(f"### {heading} ({len(listed)})\n\n{items}")
    return "\n".join(parts) or _NOTHING


def _grouped(found: Iterable[Difference]) -> Iterator[tuple[str, list[Difference]]]:
    for kind, listed in groupby(found, key=lambda one: one.kind):
        yield _HEADINGS[kind], list(listed)


def _code(places: tuple[str, ...]) -> str:
    shown = ", ".join(f"`{place.replace('`', chr(39))}`" for place in places)
    return f" ({shown})" if shown else ""

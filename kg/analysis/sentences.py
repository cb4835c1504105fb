"""Findings in sentences, and their forms as text, JSON and Markdown; each form ends with a newline."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from kg.analysis.markdown import escaped


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """One finding: its kind, the sentence that tells it, the places (paths, parts) of the articles behind it.

    `passages` are what these articles say, each with its file, where a reader has to judge by them.
    """

    kind: str
    sentence: str
    places: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Writing:
    """How findings are written: the heading of each kind, in the order of kinds, and what is said of none."""

    headings: Mapping[str, str]
    nothing: str

    def ordered(self, found: Iterable[Sentence]) -> tuple[Sentence, ...]:
        """Return findings by kind, then by sentence, each once."""
        kinds = tuple(self.headings)
        return tuple(sorted(set(found), key=lambda one: (kinds.index(one.kind), one.sentence, one.places)))

    def written(self, form: str, found: Iterable[Sentence], listed_as: str) -> str:
        """Return findings as `text`, `json` or `markdown`."""
        if form == "json":
            return self.as_json(found, listed_as)
        return self.as_markdown(found) if form == "markdown" else self.as_text(found)

    def as_text(self, found: Iterable[Sentence]) -> str:
        """Return a heading for each kind, a line for each finding, and below it the passages it rests on."""
        parts = [
            f"{heading}\n" + "".join(f"  {line}\n" for one in listed for line in _lines(one))
            for heading, listed in self._grouped(found)
        ]
        return "\n".join(parts) or self.nothing

    def as_json(self, found: Iterable[Sentence], listed_as: str) -> str:
        """Return one object: how many of each kind, and the findings under a name."""
        listed = tuple(found)
        numbers = Counter(one.kind for one in listed)
        rows = [
            {
                "kind": one.kind,
                "sentence": one.sentence,
                "places": list(one.places),
                **({"passages": list(one.passages)} if one.passages else {}),
            }
            for one in listed
        ]
        whole = {"counts": {kind: numbers[kind] for kind in self.headings if numbers[kind]}, listed_as: rows}
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"

    def as_markdown(self, found: Iterable[Sentence]) -> str:
        """Return a heading and a list for each kind, for a comment under a change."""
        parts = []
        for heading, listed in self._grouped(found):
            items = "".join(f"- {escaped(one.sentence)}{_code(one.places)}\n{_quoted(one)}" for one in listed)
            parts.append(f"### {heading} ({len(listed)})\n\n{items}")
        return "\n".join(parts) or self.nothing

    def _grouped(self, found: Iterable[Sentence]) -> Iterator[tuple[str, list[Sentence]]]:
        for kind, listed in groupby(found, key=lambda one: one.kind):
            yield self.headings[kind], list(listed)


def _lines(one: Sentence) -> Iterator[str]:
    yield one.sentence
    yield from (f"  {passage}" for passage in one.passages)


def _quoted(one: Sentence) -> str:
    return "".join(f"  - {escaped(passage)}\n" for passage in one.passages)


def _code(places: tuple[str, ...]) -> str:
    shown = ", ".join(f"`{place.replace('`', chr(39))}`" for place in places)
    return f" ({shown})" if shown else ""

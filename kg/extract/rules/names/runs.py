"""Names in a list with others: what one of them is, the rest are too.

"Nvidia, Kestrin and Orlane invested", "the start-ups Kestrin and Orlane", "founded by Ann Lee, Tom Pratt and Eva Rowe".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.acting import acts
from kg.extract.rules.names.bodies import FIRMS
from kg.extract.rules.names.capitalised import Stretch, personal
from kg.extract.rules.text.surroundings import Surroundings
from kg.lexicon.nouns import plural, several_firms
from kg.lexicon.wordlists import alternation, words
from kg.model import Span

_ASIDE = r"(?:\s\([^()\n]{1,48}\))?"
_GAP = re.compile(rf"{_ASIDE}(?:,\s(?:(?:and|or)\s)?|\s(?:and|or|as\swell\sas)\s)(?:the\s)?")
_LAST = re.compile(r"\s(?:and|or|as\swell\sas)\s")
_OPENERS = ("include ", "includes ", "included ", "including ", "such as ", "like ", "include the ", "including the ")
_GAPS = (",", " a", " o", " (")
_CLOSED = re.compile(
    r"(?:['’]s\b|\s?[.;:)–—]|,(?!\s[A-Z])|\s\(|\s(?:[a-z]+ed|in|on|at|for|with|from|to|will|would|which|who|that|had|has|have|is|are|was|were|did|said|also)\b|\Z)"
)
"""What may stand behind the last name of a list: no noun that the name would be a part of."""
_MIXED = frozenset({"", "Person"}) | FIRMS
_FURTHER = re.compile(r",?\sand\s(?:(?:many|several|some|various)\s)?(?:others?|more)\b")
_BESIDES = " as well as "
_PAIR, _FEWEST, _PERSONAL = 2, 3, (2, 3)
_BACK = 40


@dataclass(frozen=True, slots=True)
class _Item:
    """One name of a list: where it stands, its words if it is not known, and what it is, "" where nobody tells."""

    span: Span
    stretch: Stretch | None
    kind: str


def alike(found: Sequence[Stretch], known: Sequence[Name], around: Surroundings, kinds: dict[str, str]) -> None:
    """Add to `kinds` the names whose class the list tells that they stand in."""
    for run in _runs(found, known, around, kinds):
        told = _told(run, around)
        for item in run:
            stretch = item.stretch
            if stretch is None or item.kind or around.titled(item.span.start):
                continue
            person = len(stretch.tokens) in _PERSONAL and personal(stretch.tokens)
            mixed = told == "Company" and any(one.kind == "Person" for one in run)
            if told and (person if told == "Person" else not (mixed and person)):
                kinds.setdefault(stretch.text, told)


def _runs(
    found: Sequence[Stretch], known: Sequence[Name], around: Surroundings, kinds: dict[str, str]
) -> Iterator[list[_Item]]:
    """Yield the lists of two names and more, those that name something unknown.

    What a comma parts from the last of a list is no member: "Founded by A, B and C, D grew".
    """
    items = [_Item(one.span, one, kinds.get(one.text, "")) for one in found]
    items += [_Item(name.span, None, name.entity.kind) for name in known]
    run: list[_Item] = []
    for item in sorted(items, key=lambda item: item.span.start):
        joined = run and _joined(run[-1].span.end, item.span.start, around.text)
        if joined and _ended(run, item, around.text):
            yield from _unknown(run)
            run = []
        elif run and not joined:
            yield from _whole(run, around.text)
            run = []
        run.append(item)
    yield from _whole(run, around.text)


def _ended(run: Sequence[_Item], item: _Item, text: str) -> bool:
    """Tell whether a list of persons ends before a name: behind "A and B", before a comma and a company."""
    if len(run) < _PAIR or item.kind not in FIRMS or run[0].kind != "Person":
        return False
    last = _LAST.search(text, run[-2].span.end, run[-1].span.start) is not None
    return last and _LAST.search(text, run[-1].span.end, item.span.start) is None


def _joined(end: int, start: int, text: str) -> bool:
    return text.startswith(_GAPS, end) and _GAP.fullmatch(text, end, start) is not None


def _whole(run: list[_Item], text: str) -> Iterator[list[_Item]]:
    if run and _closed(run[-1].span.end, text):
        yield from _unknown(run)


def _unknown(run: list[_Item]) -> Iterator[list[_Item]]:
    """Yield a list if it has two names or more and one that nobody knows."""
    if len(run) > 1 and any(item.stretch and not item.kind for item in run):
        yield run


def _closed(end: int, text: str) -> bool:
    """Tell whether a name ends at `end` with nothing behind that it would be a part of."""
    return _CLOSED.match(text, end) is not None or acts(text, end)


def _told(run: Sequence[_Item], around: Surroundings) -> str:
    """Return the class that all names of a list have, "" where it tells none."""
    kinds = {item.kind for item in run}
    if kinds <= {"", "Person"} and "Person" in kinds:
        return "Person"
    if not kinds <= _MIXED or "Company" not in kinds:
        return ""
    text, start = around.text, run[0].span.start
    last = _LAST.search(text, run[-2].span.end, run[-1].span.start)
    further = _FURTHER.match(text, run[-1].span.end) is not None
    ended = last is not None or further
    enough = len(run) >= _FEWEST or further or (last is not None and (last[0] == _BESIDES or _act_together(run, text)))
    if (ended and enough) or text.endswith(_OPENERS, 0, start):
        return "Company"
    plural = ended and _plural().search(text, max(0, start - _BACK), start) is not None
    return "Company" if plural else ""


def _act_together(run: Sequence[_Item], text: str) -> bool:
    """Tell whether two act, one of whom is known: "Nvidia and Kestrin raised $4 million"."""
    return any(item.stretch is None for item in run) and acts(text, run[-1].span.end)


@cache
def _plural() -> re.Pattern[str]:
    """Match a plural noun for companies right before a list of them."""
    return re.compile(rf"\b{alternation({*several_firms(), *map(plural, words('neighbours', 'role'))})}\s\Z")

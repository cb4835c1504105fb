"""Which entity of a text a later word refers to: the one named last and most often as a subject, if it fits."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from kg.extract.rules.annotations import Name, Sentence
from kg.extract.rules.surroundings import Surroundings
from kg.model import Entity

_PREPOSITION = re.compile(
    r"\b(?:of|in|on|at|by|for|from|to|with|about|against|between|among|into|over|under|via|per|like|as|than|including|"
    r"and|or|such as|unlike)\s(?:the\s|an?\s|its\s|their\s)?(?:[\w’'.-]+\s)?\Z",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\A(?:While|Although|Though|As|Because|If|Since|When|After|Before|Despite|In|On|At|For|By|Unlike)\b"
)
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
_BACK = 40
_DECAY = 0.7
"""How much a mention loses with every sentence that follows it."""
_REACH = 12
"""Sentences after which a mention is forgotten."""
_SUBJECT, _OWNER, _INNER_OWNER, _LISTED, _TOPIC = 1.0, 0.7, 0.3, -0.5, 1.2
"""What a mention gains as a subject, as the owner of the subject or of something else; what it loses as one of a list;
and the weight of making up all the mentions of a text."""
_CLAUSE = re.compile(r"(?:,|;|:|\s[-–—])\s(?:while|whereas|but|and|although|though|as|which|who|because)\b|[:;]\s")
_FIRST_CLAUSE = re.compile(
    r"(?:While|Although|Though|As|Because|If|Since|When|After|Before|Whereas|Unlike|Despite)\b[^,;.]*,\s"
)
_CLAUSE_STEP = 0.5
"""A clause counts half a sentence in what lies between a mention and what refers to it."""
_LIST_GAP = re.compile(r"\s?(?:,|and|or|,\s(?:and|or)|as well as|plus|&)\s?")
_MODIFIES = re.compile(
    r"(?:['’]s?)?[ -](?:[a-z][\w-]*\s){0,2}(?:owner|parent|company|maker|unit|subsidiary|founder|boss|chief|executive|"
    r"analyst|CEO|CFO|spokesperson|spokesman|spokeswoman|president|economist|officer)\s(?=[A-Z])"
)
_TITLED = 0.3


class Salience:
    """The mentions met so far in one text, to be asked in order of position."""

    def __init__(self, around: Surroundings, sentences: Sequence[Sentence], names: Sequence[Name]) -> None:
        self._around = around
        self._sentences = sentences
        self._mentions: list[tuple[float, int, float, Entity]] = []
        self._led: set[tuple[float, str]] = set()
        self._clauses: dict[int, list[int]] = {}
        self._listed = _listed(around.text, names)
        counts = Counter(name.entity for name in names)
        total = max(1, len(names))
        self._topic = {entity: _TOPIC * count / total for entity, count in counts.items()}

    def meet(self, name: Name) -> None:
        """Add the next mention."""
        clock = self._clock(name.span.start)
        self._mentions.append((clock, name.span.start, self._prominence(name, clock), name.entity))

    def best(self, position: int, fits: Callable[[Entity], float], reach: int = _REACH) -> Entity | None:
        """Return the most salient entity before `position`; `fits` weighs each, 0 for one that cannot be meant."""
        here = self._clock(position)
        scores: dict[Entity, float] = {}
        weights: dict[Entity, float] = {}
        for clock, start, prominence, entity in reversed(self._mentions):
            if here - clock > reach:
                break
            if entity not in weights:
                weights[entity] = fits(entity)
            if weights[entity] and start < position:
                score = weights[entity] * ((1.0 + prominence) * _DECAY ** (here - clock) + self._topic.get(entity, 0.0))
                scores[entity] = max(score, scores.get(entity, 0.0))
        if not scores:
            return None
        return max(sorted(scores), key=lambda entity: scores[entity])

    def _clock(self, position: int) -> float:
        """Return how far into the text `position` is, in sentences, clauses counting half."""
        index = self._around.index(position)
        if index < 0:
            return -1.0
        if index not in self._clauses:
            span = self._sentences[index].span
            breaks = [found.end() for found in _CLAUSE.finditer(self._around.text, span.start, span.end)]
            first = _FIRST_CLAUSE.match(self._around.text, span.start, span.end)
            self._clauses[index] = sorted({*breaks, first.end()} if first else breaks)
        passed = bisect_right(self._clauses[index], position)
        return index + 1.0 - (1.0 - _CLAUSE_STEP) ** passed

    def _prominence(self, name: Name, clock: float) -> float:
        """Return how much the mention's place in its clause makes it the topic: the first of its class leads."""
        if clock < 0 or name.entity.kind == "Outlet" or _MODIFIES.match(self._around.text, name.span.end):
            return 0.0
        if name.span.start in self._listed:
            return _LISTED
        kind = name.entity.kind if name.entity.kind in ("Person", "Place") else "thing"
        text, start = self._around.text, name.span.start
        begin = self._sentences[int(clock)].span.start
        owns = _POSSESSIVE.match(text, name.span.end) is not None
        inner = _PREPOSITION.search(text[max(begin, start - _BACK) : start])
        if inner and not _SUBORDINATE.match(text[max(begin, start - _BACK) : start]):
            return _INNER_OWNER if owns else 0.0
        if (clock, kind) in self._led:
            return 0.0
        self._led.add((clock, kind))
        return (_OWNER if owns else _SUBJECT) * (_TITLED if self._around.titled(start) else 1.0)


def _listed(text: str, names: Sequence[Name]) -> frozenset[int]:
    """Return the starts of the names that stand in a list with a neighbour."""
    found: set[int] = set()
    for first, second in pairwise(names):
        if _LIST_GAP.fullmatch(text, first.span.end, second.span.start):
            found |= {first.span.start, second.span.start}
    return frozenset(found)

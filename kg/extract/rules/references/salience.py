"""Which entity of a text a later word refers to: the one named last and most often as a subject, if it fits."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import cache
from itertools import pairwise
from operator import methodcaller

from kg.extract.rules.annotations import Name, Sentence
from kg.extract.rules.names.acting import of_former_staff
from kg.extract.rules.references.backers import backs
from kg.extract.rules.references.bound import BEING, IS_OF_ANOTHER
from kg.extract.rules.references.headings import heads
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.surroundings import Surroundings
from kg.extract.rules.text.tail import last_words
from kg.lexicon.nouns import firms
from kg.lexicon.wordlists import words
from kg.model import Entity, Span

_PREPOSITIONS = (
    *("of", "in", "on", "at", "by", "for", "from", "to", "with", "about", "against", "between", "among", "into"),
    *("over", "under", "via", "per", "like", "as", "than", "including", "and", "or", "unlike"),
)
_PREPOSITION = re.compile(
    rf"\b(?:{'|'.join(_PREPOSITIONS)})\s(?:the\s|an?\s|its\s|their\s)?(?:[\w’'.-]+\s)?\Z", re.IGNORECASE
)
_SUBORDINATE = re.compile(
    r"\A(?:While|Although|Though|As|Because|If|Since|When|After|Before|Despite|In|On|At|For|By|Unlike|Like"
    r"|Besides|Alongside|Following)\b"
)
_GOVERNING, _ENDS_GOVERNING = frozenset(_PREPOSITIONS), methodcaller("endswith", _PREPOSITIONS)
_CALLED, _MARKS = 7, (",", ";", ":", ")", "”", '"')
"""How many words call a name and stand before that, at most; what ends the search for a preposition."""
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
_BACK = 40
_DECAY = 0.7
"""How much a mention loses with every sentence that follows it."""
_REACH = 12
"""Sentences after which a mention is forgotten."""
_SUBJECT, _OWNER, _INNER_OWNER, _LISTED, _TOPIC = 1.0, 0.7, 0.3, -0.5, 1.2
"""What a mention gains as a subject, as the owner of the subject or of something else; what it loses as one of a list;
and the weight of making up all the mentions of a text."""
_HEADING = 3.0
"""What a mention gains that is all of a line, as the heading of what follows."""
_LEFT = -1.0
"""What one loses whom somebody only worked for once."""
_LED, _LEADS, _FRONT = 2.5, 0.6, 25
"""Within how many sentences the text goes on about what led the last sentence with names, and what that gains by it;
how far (characters) into its sentence what leads it stands."""
_ONCE = 0.6
"""What a company that nobody knows and the text names but once weighs in the sentences behind its own."""
_ACTS = Construction(
    r",|\s(?:[a-z]+ly\s|also\s|now\s)?(?:is|was|has|had|will|would|[a-z]+(?:s|ed)|{irregular-doing})\b"
)
_DOES = Construction(r"\s(?:[a-z]+ly\s|also\s|now\s)?(?:is|was|has|had|will|would|[a-z]{3,}(?<!s)s)\s")
"""What makes "as" open a clause: "This comes as Acme aims to grow"."""
_CLAUSE = re.compile(
    r"[,;:–—-](?:(?:(?<=[,;:])|(?<=\s[–—-]))\s(?:while|whereas|but|and|although|though|as|which|who|because)\b"
    r"|(?<=[:;])\s)"
)
_CONTRASTED = re.compile(r",\s(?:while|whereas)\s(?:the\s)?(?:[a-z-]+\s){0,3}\Z")
"""What only sets somebody against the subject of the main clause: "Acme rose 2%, while Beta fell"."""
_RIVAL = Construction(r"\A(?:(?:Its|The)\s)?(?:[A-Za-z-]+\s){0,2}?(?i:{relation-cues:rival})\s\Z")
"""What opens a sentence about somebody else, with whose paragraph that ends: "Rival Beta fell"."""
_LIKE_ANOTHER = Construction(r"\s[^,;:.()“”\"]{2,60}?\s(?:an?\s|the\s)?{alike}\s[a-z]")
"""What sets somebody beside whom the text is about: "Beta faces a similar inquiry"."""
_A_RIVAL = Construction(
    r"(?:\s\([^()]{1,30}\))?,\s(?:an?|the|another|one\sof)\s(?:[\w-]+\s){0,4}?{relation-cues:rival}\b"
)
"""What calls somebody a rival: "Beta, a smaller rival, grew"."""
_ASIDE = re.compile(r"[^,;:()—]{1,60},\s")
"""What opens an aside behind a name."""
_SHARES_OF = Construction(r"(?:\A|[,;]\s)(?i:{dealt-in})\s(?:of|in)\s(?:[A-Za-z-]+\s){0,4}\Z")
"""What opens a clause with what is dealt in: "Shares of Acme rose" are told of Acme."""
_FIRST_CLAUSE = re.compile(
    r"(?:While|Although|Though|As|Because|If|Since|When|After|Before|Whereas|Unlike|Despite|Like"
    r"|Besides|Alongside|Following)\b[^,;.]*,\s"
)
_CLAUSE_STEP = 0.5
"""A clause counts half a sentence in what lies between a mention and what refers to it."""
_LIST_GAP = re.compile(r"\s?(?:,|and|or|,\s(?:and|or)|as well as|plus|&)\s?")
_MODIFIES = Construction(r"(?:['’]s?)?[ -](?:[a-z][\w-]*\s){0,2}{role-noun}\s(?=[A-Z])")
_OF_ANOTHER = Construction(
    r"(?:\s(?:[a-z][\w-]*\s){0,2}{relation-cues:rival}"
    r"|-{held-by}(?:\s[\w-]+){0,3}?)\s(?=[A-Z])"
)
"""What makes a name only whose rival or holding is named behind it: "Acme rival Beta", "Acme-backed start-up Beta"."""
_GATHERS = Construction(r"\s(?:[A-Za-z]+\s)?(?i:{gathered})\b")
"""What makes the name of a body only whose figures they are: "ahead of a $9 billion Kestrin consensus"."""
_TITLED = 0.3
_OF_WHOM = Construction(BEING + r"(?:(?:by|far|one|of|also|still|now|[a-z]+ly)\s){0,3}?\Z")
"""What stands before whose somebody is told to be."""
_CAPITAL = re.compile(r"\sand\s(?:the\s)?[A-Z]")


class Salience:
    """The mentions met so far in one text, to be asked in order of position."""

    def __init__(self, around: Surroundings, sentences: Sequence[Sentence], names: Sequence[Name]) -> None:
        self._around = around
        self._sentences = sentences
        self._numbers: dict[Entity, int] = {}
        self._mentions: list[tuple[float, int, float, int]] = []
        self._led: set[tuple[float, str]] = set()
        self._leading: set[int] = set()
        self._contrasted: set[int] = set()
        self._beside: dict[tuple[int, int], bool] = {}
        self._clauses: dict[int, list[int]] = {}
        self._listed = _listed(around.text, names)
        counts = Counter([self._number(name.entity) for name in names])
        total = max(1, len(names))
        unknown = {name.entity for name in names if name.entity.slug is None and name.entity.kind == "Company"}
        self._once = {number for number in map(self._number, sorted(unknown)) if counts[number] == 1}
        self._topic = {number: _TOPIC * count / total for number, count in counts.items()}

    def meet(self, name: Name) -> None:
        """Add the next mention."""
        clock = self._clock(name.span.start)
        heading = clock >= 0 and heads(name, self._sentences[int(clock)].span, self._around.text)
        prominence = _HEADING if heading else self._prominence(name, clock)
        self._mentions.append((clock, name.span.start, prominence, self._number(name.entity)))

    def set_beside(self, others: Collection[Entity], position: int) -> None:
        """Let those of the sentence at `position` who are told of in relation to somebody else not lead the text on.

        In their paragraph it goes on about one who only does something in an aside ("Beta, which copied it, has").
        """
        index = self._around.index(position)
        numbers = {self._number(entity) for entity in others}
        for clock, start, _, number in reversed(self._mentions):
            if int(clock) < index:
                return
            if number in numbers and start < position:
                self._beside[index, number] = _ASIDE.match(self._around.text, start, position) is not None

    def best(self, position: int, fits: Callable[[Entity], float], reach: int = _REACH) -> Entity | None:
        """Return the most salient entity before `position`; `fits` weighs each, 0 for one that cannot be meant."""
        here = self._clock(position)
        entities = list(self._numbers)
        scores: dict[int, float] = {}
        weights: dict[int, float] = {}
        last = -1
        for clock, start, prominence, number in reversed(self._mentions):
            if here - clock > reach:
                break
            weight = weights.get(number)
            if weight is None:
                weight = weights[number] = fits(entities[number])
            if weight and start < position:
                last = int(clock) if last < 0 else last
                earlier = int(clock) < int(here)
                past = self._is_past(start, (int(clock), number), position) if earlier else None
                leads = earlier and past is None and start in self._leading
                leads = leads and int(clock) == last and here - clock <= _LED
                gain = 1.0 + (prominence if past is None else past) + (_LEADS if leads else 0.0)
                seen = _ONCE if number in self._once and int(clock) < int(here) else 1.0
                score = weight * seen * (gain * _DECAY ** (here - clock) + self._topic.get(number, 0.0))
                if score > scores.get(number, 0.0):
                    scores[number] = score
        if not scores:
            return None
        best = max(scores.values())
        return min(entities[number] for number, score in scores.items() if score == best)

    def _is_past(self, start: int, mention: tuple[int, int], position: int) -> float | None:
        """Return what a mention of an earlier sentence weighs that the text has left behind, None for any other."""
        beside = self._beside.get(mention)
        if beside is False or (beside and "\n" in self._around.text[start:position]):
            return _LISTED
        return _INNER_OWNER if start in self._contrasted else None

    def _number(self, entity: Entity) -> int:
        """Return the number that stands for `entity` here: comparing numbers is cheaper than comparing entities."""
        return self._numbers.setdefault(entity, len(self._numbers))

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
        gathers = name.entity.kind == "Organization" and _GATHERS.match(self._around.text, name.span.end)
        if clock < 0 or name.entity.kind == "Outlet" or gathers or _MODIFIES.match(self._around.text, name.span.end):
            return 0.0
        if (loses := self._loses(name.span)) is not None:
            return loses
        kind = name.entity.kind if name.entity.kind in ("Person", "Place") else "thing"
        text, start = self._around.text, name.span.start
        begin = self._sentences[int(clock)].span.start
        owns = _POSSESSIVE.match(text, name.span.end) is not None
        before = text[max(begin, start - _BACK) : start]
        joined = before.endswith((" as ", "As ")) and _DOES.match(text, name.span.end)
        governed = _governed(before) or (kind == "thing" and _called_behind(before))
        if governed and not joined and not _SUBORDINATE.match(before):
            return _OWNER if _SHARES_OF.search(before) else _INNER_OWNER if owns else 0.0
        if (clock, kind) in self._led:
            return _SUBJECT if _OF_WHOM.search(before) else 0.0
        self._led.add((clock, kind))
        if _CONTRASTED.search(before):
            self._contrasted.add(start)
        if (
            _RIVAL.search(before)
            or _A_RIVAL.match(text, name.span.end)
            or (kind == "thing" and _LIKE_ANOTHER.match(text, name.span.end))
        ):
            self._beside.setdefault((int(clock), self._number(name.entity)), True)
        if not owns and (IS_OF_ANOTHER.match(text, name.span.end) or backs(text, start, name.span.end)):
            return _INNER_OWNER
        if start - begin <= _FRONT and kind == "thing" and not owns and _ACTS.match(text, name.span.end):
            self._leading.add(start)
        return (_OWNER if owns else _SUBJECT) * (_TITLED if self._around.titled(start) else 1.0)

    def _loses(self, span: Span) -> float | None:
        """Return what a mention weighs that only says whose somebody else is, or that stands in a list; else None."""
        if of_former_staff(self._around.text, span.start, span.end):
            return _LEFT
        listed = span.start in self._listed or joined_behind(self._around.text, span.end)
        return _LISTED if listed or _OF_ANOTHER.match(self._around.text, span.end) else None


def joined_behind(text: str, end: int) -> bool:
    """Tell whether somebody whose name nobody knows is joined to the name: "Acme and the Lee family are"."""
    return text.startswith(" and ", end) and _CAPITAL.match(text, end) is not None


def _governed(before: str) -> bool:
    """Tell whether a preposition governs what `before` stands before."""
    near = any(map(_ENDS_GOVERNING, before.lower().rsplit(None, 3)[-3:]))
    return near and _PREPOSITION.search(before, last_words(before, 3)) is not None


def _called_behind(before: str) -> bool:
    """Tell whether a preposition governs what a name is called right before it: "by the Dutch chipmaker Acme"."""
    told = before.split()[-_CALLED:]
    if not told or told[-1].lower() not in _callers():
        return False
    for word in reversed(told[:-1]):
        if word.lower() in _GOVERNING:
            return True
        if word.endswith(_MARKS) or word in grammar().finite or word in grammar().auxiliary:
            return False
    return False


@cache
def _callers() -> frozenset[str]:
    """Return the last words of nouns for companies and for what they are to others."""
    roles = (*words("semantic-fields", "role-noun"), *words("relation-cues", "rival"), "investor")
    return frozenset(word.split()[-1].lower() for word in (*firms(), *roles))


def _listed(text: str, names: Sequence[Name]) -> frozenset[int]:
    """Return the starts of the names that stand in a list with a neighbour."""
    found: set[int] = set()
    for first, second in pairwise(names):
        apposed = text[first.span.end : second.span.start] == ", " and _POSSESSIVE.match(text, second.span.end)
        if not apposed and _LIST_GAP.fullmatch(text, first.span.end, second.span.start):
            found |= {first.span.start, second.span.start}
    return frozenset(found)

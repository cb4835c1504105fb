"""Subjects that are named together: "Acme and Beta have agreed to pay 15%".

A claim has one subject. Of several that act together the first is the subject and the others are objects of the claim;
only where the sentence gives the figure to each of them ("Acme and Beta each sold 40 cars") is it a claim about each.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.names.acting import acts
from kg.extract.rules.names.bodies import BODIES
from kg.extract.rules.subjects.apart import is_ticker
from kg.extract.rules.subjects.roles import followed_by_verb, leads_to_topic
from kg.extract.rules.subjects.several import SEVERAL, several
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.grammar import grammar
from kg.model import Entity, Span

_GAP = re.compile(r"(?:\s\([^()]{1,30}\))?\s?(?P<join>,\s(?:and|&|as well as)|,|\s?(?:and|&|as well as))\s(?:the\s)?")
_LAST_WORD = re.compile(r"([a-z]+)\s(?:the\s)?\Z", re.IGNORECASE)
_EACH = re.compile(r"\beach\b")
_EACH_BEHIND = re.compile(r"\s(?:[\w-]+\s){0,3}each\b(?!\sother)")
_LEADS = frozenset({"unlike", "like", "besides", "including", "alongside", "than"})
_BACK, _SEVERAL = 24, 2
_OPENING = frozenset({"that", "while", "whereas", "because", "if", "when", "although", "though"})
"""Words that open a clause, so that all who are listed behind them act in it."""
_BESIDE, _COMMA = "beside", ","
_LEADING = frozenset({"subject", _BESIDE})
"""Rules for a subject that others may share: "Acme and Beta spent $2 billion", "Acme and Beta down 5%"."""


@dataclass(frozen=True, slots=True)
class Joint:
    """The subjects that stand together, in order; `each` tells that the figure is given for every one of them."""

    entities: tuple[Entity, ...]
    each: bool


def joint(figure: Figure, sentence: Span, chosen: Chosen, read: Annotated) -> Joint | None:
    """Return those with whom the chosen subject is named, None where it stands alone."""
    if chosen.rule == SEVERAL and (found := several(figure, sentence, read)):
        return _named_before(figure, sentence, found, read)
    if chosen.rule not in _LEADING or chosen.span is None or chosen.span.end > figure.span.start:
        return None
    if "respectively" in sentence.of(read.fold):
        return None
    names = [name for name in read.within(read.names, sentence) if name.how not in ("pronoun", "group")]
    names = [name for name in names if not is_ticker(name, read.text)]
    place = next((index for index, name in enumerate(names) if name.span == chosen.span), None)
    if place is None or names[place].entity.kind not in BODIES:
        return None
    run = _run(names, place, read.text)
    if len(run) == 1 and _opens_title(sentence, read):
        run = _listed(names, place, sentence, read.text)
    entities = tuple(dict.fromkeys(name.entity for name in run))
    cut = chosen.rule == _BESIDE and _goes_on_before(names, run[0], read.text)
    if len(entities) < 2 or chosen.entity not in entities or cut:  # noqa: PLR2004
        return None
    between = read.text[run[-1].span.end : figure.span.start]
    each = _EACH.search(between) or _EACH_BEHIND.match(read.text, figure.span.end, sentence.end)
    return Joint(entities, each is not None)


def listed_with(span: Span, sentence: Span, read: Annotated) -> Sequence[Name]:
    """Return the names of the list in which the name at `span` stands, in order; none where it stands alone."""
    if " and " not in sentence.of(read.text) or len(read.within(read.names, sentence)) <= _SEVERAL:
        return ()
    names = [name for name in read.within(read.names, sentence) if name.how not in ("pronoun", "group")]
    names = [name for name in names if not is_ticker(name, read.text)]
    place = next((index for index, name in enumerate(names) if name.span == span), None)
    run = () if place is None else _run(names, place, read.text)
    return run if len(run) > 1 else ()


def _named_before(figure: Figure, sentence: Span, found: tuple[Span, tuple[Name, ...]], read: Annotated) -> Joint:
    """Return those whom a plural stands for: "The two companies each sold 40 cars"."""
    phrase, names = found
    between = Span(phrase.end, figure.span.start).of(read.text)
    each = _EACH.search(between) or _EACH_BEHIND.match(read.text, figure.span.end, sentence.end)
    return Joint(tuple(name.entity for name in names), each is not None)


def _run(names: Sequence[Name], place: int, text: str) -> Sequence[Name]:
    """Return the names of the list around `place`; an "and" before its last closes it, without which there is none."""
    kind, first, last = names[place].entity.kind, place, place
    joined = False
    while not joined and last + 1 < len(names) and (gap := _gap(names[last], names[last + 1], kind, text)):
        last, joined = last + 1, gap != _COMMA
    before = _gap(names[first - 1], names[first], kind, text) if first else None
    if last == place and before not in (None, _COMMA):
        first, joined = first - 1, True
    while joined and first and _gap(names[first - 1], names[first], kind, text):
        first -= 1
    if _led(text, names[first].span.start) and not leads_to_topic(text, names[first].span.start):
        joined, first = joined and first < place, first + 1
    return names[first : last + 1] if joined else names[place : place + 1]


def _goes_on_before(names: Sequence[Name], first: Name, text: str) -> bool:
    """Tell whether a list has names before the first that acts: "shares of Acme, Beta and Gamma gained 4%"."""
    place = names.index(first)
    return place > 0 and _gap(names[place - 1], first, first.entity.kind, text) is not None


def _opens_title(sentence: Span, read: Annotated) -> bool:
    index = read.index_at(sentence.start)
    return index is not None and read.sentences[index].headline


def _listed(names: Sequence[Name], place: int, sentence: Span, text: str) -> Sequence[Name]:
    """Return the names that open a headline and that only commas part: "Acme, Beta, Gamma plan $9 billion"."""
    if names[0].span.start != sentence.start:
        return names[place : place + 1]
    last = 0
    while last + 1 < len(names) and _gap(names[last], names[last + 1], names[0].entity.kind, text):
        last += 1
    end = names[last].span.end
    goes_on = text.startswith(" ", end) and text[end + 1 : end + 2].isalpha()
    follows = (goes_on and last >= _SEVERAL) or acts(text, end) or followed_by_verb(text, end, sentence.end)
    return names[: last + 1] if place <= last and follows else names[place : place + 1]


def _gap(one: Name, other: Name, kind: str, text: str) -> str | None:
    """Return what joins two names of a kind, None where they are not neighbours in a list."""
    found = _GAP.fullmatch(text, one.span.end, other.span.start)
    if found and other.how == "description" and found["join"].startswith(_COMMA):
        return None  # "split between Acme and Beta, and the retailer will keep 20%"
    return found["join"].strip() if found and one.entity.kind == kind == other.entity.kind else None


def _led(text: str, start: int) -> bool:
    """Tell whether a preposition leads the name that starts the list: "Unlike Acme, Beta and Gamma ..."."""
    found = _LAST_WORD.search(text[max(0, start - _BACK) : start])
    word = found[1].lower() if found else ""
    return word in _LEADS or word in grammar().preposition or (word in grammar().subordinator and word not in _OPENING)

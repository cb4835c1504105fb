"""The tree of a figure: its first passages, who passed each on and what changed on the way, who denied it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from kg import vocab
from kg.analysis.drift import Change, changes, cited_by, parts_of
from kg.analysis.facts import Answer, Facts, Passage
from kg.analysis.lineage import Lineage, lineage
from kg.lexicon import codes
from kg.lexicon.wordlists import alternation

LineOf = Callable[[Passage | Answer], int | None]
"""Gives the line of a passage or an answer in its document, None where the text is not there."""
_GROUPED = re.compile(r"(?<=\d),(?=\d{3})")
"""A comma that groups digits by thousands."""


@dataclass(frozen=True, slots=True)
class Node:
    """A passage, what it changed against one above it of another document, and those that restate it, oldest first."""

    passage: Passage
    changes: tuple[Change, ...]
    relays: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """One first passage with all that goes back to it; `beyond` names the report it cites that the corpus lacks.

    Where passages restate each other in a circle, none is the first: the oldest is the root, and there is no origin.
    """

    root: Node
    origin: str | None
    beyond: str | None
    answers: tuple[Answer, ...]
    circle: tuple[Passage, ...] = ()


def explain(known: Facts, figure: str) -> tuple[Tree, ...]:
    """Return the trees that hold a passage whose figure is printed like `figure`, oldest first; none if nothing fits.

    The spelling of units does not matter: `$12bn` finds "$12 billion" and "more than 12 billion dollars".
    """
    index = _index(known)
    fits = _fitting(figure)
    hits = [passage for passage in known.passages if fits(passage)]
    roots = {first.mention: first for hit in hits for first in index.graph.starts(hit.mention)}
    ordered = sorted(roots.values(), key=lambda first: (first.date or "9999", first.mention))
    return tuple(_tree(known, index, first) for first in ordered)


def rendered(known: Facts, trees: Iterable[Tree], line_of: LineOf) -> str:
    """Return the trees as indented text with quotes, files and lines."""
    return "".join(f"{line}\n" for tree in trees for line in _lines(known, tree, line_of))


@dataclass(frozen=True, slots=True)
class _Index:
    """What trees are built from: whole -> its parts; claim or report -> places in `Facts` of the answers to it.

    `cited`: report -> the reports it credits. Answers that do not tell what they answer stand under their document and
    who gives them.
    """

    graph: Lineage
    parts: Mapping[str, list[Passage]]
    answers: Mapping[str, list[int]]
    cited: Mapping[str, frozenset[str]]


def _index(known: Facts) -> _Index:
    answers: dict[str, list[int]] = {}
    for place, answer in enumerate(known.answers):
        for target in answer.answers or (answer.document + answer.agent,):
            answers.setdefault(target, []).append(place)
    return _Index(lineage(known), parts_of(known), answers, cited_by(known))


def _tree(known: Facts, index: _Index, first: Passage) -> Tree:
    def node(passage: Passage, above: tuple[Passage, ...]) -> Node:
        across = bool(above) and above[-1].document != passage.document
        parts = index.parts.get(above[-1].mention, ()) if above else ()
        changed = changes(passage, above[-1], parts, known, index.cited) if across else ()
        path = (*above, passage)
        relays = (relay for relay in index.graph.relays(passage.mention) if relay not in path)
        return Node(passage, changed, tuple(node(relay, path) for relay in relays))

    root = node(first, ())
    cited = [step for step in first.chain if step.report is not None and step.known is None]
    reached = {first.report}
    for passage in _passages(root):
        reached |= {passage.claim.iri, passage.document + (passage.claim.subject or "")}
    places = sorted({place for target in reached for place in index.answers.get(target, ())})
    answers = tuple(known.answers[place] for place in places)
    (circle,) = index.graph.rings(first.mention) or ((),)
    beyond = " and ".join(cited[-1].names) if cited and not circle else None
    return Tree(root, None if circle else first.origin, beyond, answers, circle)


def _passages(node: Node) -> Iterator[Passage]:
    yield node.passage
    for relay in node.relays:
        yield from _passages(relay)


def _lines(known: Facts, tree: Tree, line_of: LineOf) -> Iterator[str]:
    claim = tree.root.passage.claim
    about = [known.name(iri) for iri in (claim.subject, claim.measure, claim.scope, claim.mode)]
    yield ", ".join(part for part in (*about, claim.period) if part)
    yield from _node(tree.root, line_of, "")
    if tree.beyond is not None:
        yield f"    goes back to {tree.beyond}, whose report is not here"
    if tree.circle:
        yield f"    {circular(tree.circle)}"
    for answer in tree.answers:
        said = f"{answer.responder} {stance_name(answer.stance)} ({answer.publisher}, {answer.date or 'undated'})"
        yield f"    {said}: “{answer.quote}” ({place(answer, line_of)})"


def _node(node: Node, line_of: LineOf, indent: str) -> Iterator[str]:
    passage = node.passage
    said = [step.told for step in passage.chain]
    yield f"{indent}  {passage.printed} - {' -> '.join([passage.publisher, *said])}, {passage.date or 'undated'}"
    yield f"{indent}    “{passage.quote}” ({place(passage, line_of)})"
    for change in node.changes:
        yield f"{indent}    {change.kind}: {change.before or 'none'} -> {change.after or 'none'}"
    for relay in node.relays:
        yield from _node(relay, line_of, indent + "    ")


def circular(ring: Iterable[Passage]) -> str:
    """Return a circle in words."""
    return f"In a circle, so that none of them is the first: {', '.join(one.stated for one in ring)}."


def stance_name(stance: str) -> str:
    """Return the label of a stance that is given by the local name of its concept; a plug-in's own as it is."""
    labels = {concept.iri.removeprefix(vocab.CODES): concept.label for concept in codes.scheme("stances").values()}
    return labels.get(stance, stance)


def place(passage: Passage | Answer, line_of: LineOf) -> str:
    """Return where a passage stands: path, part of an aggregated file, line of the document's text."""
    line = line_of(passage)
    return passage.path + (f" [{passage.part}]" if passage.part else "") + (f":{line}" if line else "")


def printed_like(figure: str) -> Callable[[str], bool]:
    """Return what tells whether a figure is printed like one as typed: by the same numbers, else letter by letter."""
    typed, wanted = figure.strip().casefold(), _numbers(figure)
    if wanted:
        return lambda printed: wanted <= _numbers(printed)
    return lambda printed: bool(typed) and printed.casefold() == typed


def _fitting(figure: str) -> Callable[[Passage], bool]:
    """Return what finds a figure as typed: as printed or by its worth, and by the currency if one is named."""
    like, unit = printed_like(figure), _currency(figure) if _numbers(figure) else None
    amounts = worth(figure)

    def fits(passage: Passage) -> bool:
        told = unit is None or any(amount.unit == unit for amount in passage.claim.amounts)
        equal = bool(amounts) and amounts <= {amount.value for amount in passage.claim.amounts}
        return told and (equal or like(passage.printed))

    return fits


def worth(figure: str) -> frozenset[Decimal]:
    """Return what the numbers of a figure as typed are worth, each with its scale word.

    By that an entry of a table is found, which leaves the scale to the head of its column.
    """
    powers = {known.label: int(code) for code, known in codes.scheme("scales").items()}
    parts = (number.split(" ") for number in _numbers(figure))
    return frozenset(Decimal(number).scaleb(powers[scale[0]] if scale else 0) for number, *scale in parts)


def _numbers(text: str) -> frozenset[str]:
    """Return the numbers of a printed figure with one spelling of their scale words: `12 billion`, `5.5`."""
    plain = _GROUPED.sub("", text.casefold())
    found = _number().finditer(plain)
    return frozenset(" ".join([match[1], *([_scales()[match[2]]] if match[2] else [])]) for match in found)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(\d+(?:\.\d+)?)(?:\s*-?({alternation(_scales())})\b)?")


@cache
def _scales() -> Mapping[str, str]:
    """Word or sign in lower case -> the scale it stands for."""
    listed = codes.scheme("scales").values()
    return MappingProxyType(
        {word.casefold(): known.label for known in listed for word in (*known.words, *known.facts.get("sign", ()))}
    )


def _currency(figure: str) -> str | None:
    """Return the currency a figure names by code, word or sign, the longest of them deciding ("HK$" is no "$")."""
    text = figure.casefold()
    named = [
        (len(sign), known.code)
        for known in codes.scheme("currencies").values()
        for sign in (known.code, *known.words, *known.facts.get("sign", ()))
        if re.search(rf"(?<![^\W\d_]){_spaced(sign)}(?![^\W\d_])", text)
    ]
    return max(named)[1] if named else None


def _spaced(sign: str) -> str:
    """Return a pattern of a sign in lower case, in which a space may be missing."""
    return re.escape(sign.casefold()).replace(r"\ ", r"\s*")

"""An explanation as a tree of boxes, and the boxes as Mermaid and Graphviz text; `drawing.py` draws them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.analysis.contradictions import WRITING
from kg.analysis.explain import LineOf, Node, Tree, circular, place, stance_name
from kg.analysis.explanation import Explanation, counts
from kg.analysis.lineage import kind, kind_name

TONES = ("request", "first", "faithful", "changed", "answer", "beyond")
"""What a box is: the request, a first passage, a relay without and with changes, an answer, a report not here."""
_COLOURS = {
    "request": "#e8e8e8",
    "first": "#d9ead3",
    "faithful": "#ffffff",
    "changed": "#fce5cd",
    "answer": "#d9e2f3",
    "beyond": "#f4f4f4",
}


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a picture: a heading, lines below it, its tone, and the boxes that hang on it."""

    heading: str
    lines: tuple[str, ...]
    tone: str
    boxes: tuple["Box", ...] = ()


def colour(tone: str) -> str:
    """Return the colour a box of this tone is filled with, as `#rrggbb`."""
    return _COLOURS[tone]


def boxes(told: Explanation, line_of: LineOf) -> Box:
    """Return an explanation as boxes: the request, below it the first passages, below each who passed it on."""
    heading, *more = counts(told)
    more += [f"{WRITING.headings[one.kind]}: {one.sentence}" for one in told.contradicted if one.kind != "no-conflict"]
    return Box(heading, tuple(more), "request", tuple(_tree(told, tree, line_of) for tree in told.trees))


def mermaid(root: Box) -> str:
    """Return boxes as a Mermaid flow chart."""
    lines = ["flowchart LR"]
    for number, above, box in numbered(root):
        text = "<br/>".join(_entities(part) for part in (box.heading, *box.lines))
        lines.append(f'  n{number}["{text}"]')
        lines += [] if above is None else [f"  n{above} --> n{number}"]
        lines.append(f"  class n{number} {box.tone}")
    lines += [f"  classDef {tone} fill:{colour(tone)},stroke:#666666,color:#000000" for tone in TONES]
    return "\n".join(lines) + "\n"


def dot(root: Box) -> str:
    """Return boxes as a Graphviz digraph."""
    lines = ["digraph figure {", "  rankdir=LR;", '  node [shape=box, style=filled, fontname="Helvetica"];']
    for number, above, box in numbered(root):
        text = "".join(f"{_quoted(part)}\\l" for part in (box.heading, *box.lines))
        lines.append(f'  n{number} [label="{text}", fillcolor="{colour(box.tone)}"];')
        lines += [] if above is None else [f"  n{above} -> n{number};"]
    return "\n".join([*lines, "}"]) + "\n"


def one_line(text: str) -> str:
    """Return a text without line breaks and control characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _tree(told: Explanation, tree: Tree, line_of: LineOf) -> Box:
    root = _node(tree.root, line_of, "first")
    about = kind_name(told.known, kind(tree.root.passage))
    return Box(root.heading, (about, *root.lines), "first", (*_beside(tree, line_of), *root.boxes))


def _beside(tree: Tree, line_of: LineOf) -> Iterator[Box]:
    if tree.circle:
        yield Box("in a circle", (circular(tree.circle),), "beyond")
    if tree.beyond is not None:
        yield Box(f"goes back to {tree.beyond}", ("whose report is not here",), "beyond")
    for one in tree.answers:
        heading = f"{one.responder} {stance_name(one.stance)} ({one.publisher})"
        yield Box(heading, (f"“{one.quote}”", place(one, line_of)), "answer")


def _node(node: Node, line_of: LineOf, tone: str | None = None) -> Box:
    passage = node.passage
    said = " → ".join([passage.publisher, *(step.told for step in passage.chain)])
    changed = [f"{one.kind}: {one.before or 'none'} → {one.after or 'none'}" for one in node.changes]
    lines = (f"{said}, {passage.date or 'undated'}", f"“{passage.quote}”", place(passage, line_of), *changed)
    below = tuple(_node(relay, line_of) for relay in node.relays)
    return Box(passage.printed, lines, tone or ("changed" if changed else "faithful"), below)


def numbered(root: Box) -> Iterator[tuple[int, int | None, Box]]:
    """Yield the boxes in reading order: number, number of the box it hangs on (None for the root), box."""
    waiting: list[tuple[int | None, Box]] = [(None, root)]
    number = 0
    while waiting:
        above, box = waiting.pop()
        yield number, above, box
        waiting += [(number, below) for below in reversed(box.boxes)]
        number += 1


def _entities(text: str) -> str:
    """Return a text for a Mermaid label: what has a meaning there or in HTML as numbered entities, on one line."""
    return re.sub(r'["#<>&`|\[\]{}\\;*_]', lambda match: f"#{ord(match[0])};", one_line(text))


def _quoted(text: str) -> str:
    return one_line(text).replace("\\", "\\\\").replace('"', '\\"')

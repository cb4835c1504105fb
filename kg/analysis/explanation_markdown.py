"""An explanation as Markdown, for a comment or a note."""

from collections.abc import Iterable, Iterator

from kg.analysis.explain import LineOf, Node, Tree
from kg.analysis.explanation import Explanation, counts, kind_name, place
from kg.analysis.lineage import kind


def as_markdown(told: Explanation, line_of: LineOf) -> str:
    """Return the trees as nested lists under a heading each, then the counts, for a comment or a note."""
    lines: list[str] = []
    for tree in told.trees:
        lines += [f"### {_plain(kind_name(told.known, kind(tree.root.passage)))}", ""]
        lines += [*_items(tree.root, line_of, ""), *_beside(tree), ""]
    return "\n".join([*lines, *(f"{_plain(line)}\n" for line in counts(told))])


def _items(node: Node, line_of: LineOf, indent: str) -> Iterator[str]:
    passage = node.passage
    said = " → ".join([passage.outlet or "?", *(" and ".join(step.names) for step in passage.chain)])
    head = f"**{_plain(passage.printed)}** {_plain(said)}, {passage.date or 'undated'}"
    yield f"{indent}- {head}: “{_plain(passage.quote)}” (`{place(passage, line_of)}`)"
    for change in node.changes:
        yield f"{indent}  - *{change.kind}*: {_plain(change.before or 'none')} → {_plain(change.after or 'none')}"
    for relay in node.relays:
        yield from _items(relay, line_of, indent + "  ")


def _beside(tree: Tree) -> Iterable[str]:
    if tree.beyond is not None:
        yield f"- goes back to {_plain(tree.beyond)}, whose report is not here"
    for one in tree.answers:
        head = f"{_plain(one.responder)} {one.stance.replace('_', ' ')} ({_plain(one.outlet or '?')})"
        yield f"- {head}: “{_plain(one.quote)}”"


def _plain(text: str) -> str:
    """Return text that Markdown prints as it is, on one line."""
    shown = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#" else char for char in shown)

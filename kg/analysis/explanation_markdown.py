"""An explanation as Markdown, for a comment or a note."""

from collections.abc import Iterable, Iterator

from kg.analysis.contradictions import WRITING
from kg.analysis.explain import LineOf, Node, Tree, circular, place, stance_name
from kg.analysis.explanation import Explanation, counts
from kg.analysis.lineage import kind, kind_name
from kg.analysis.markdown import escaped


def as_markdown(told: Explanation, line_of: LineOf) -> str:
    """Return the trees as nested lists under a heading each, then the counts, for a comment or a note."""
    lines: list[str] = []
    for tree in told.trees:
        lines += [f"### {escaped(kind_name(told.known, kind(tree.root.passage)))}", ""]
        lines += [*_items(tree.root, line_of, ""), *_beside(tree, line_of), ""]
    written = "\n".join([*lines, *(f"{escaped(line)}\n" for line in counts(told))])
    return f"{written}\n{WRITING.as_markdown(told.contradicted)}" if told.contradicted else written


def _items(node: Node, line_of: LineOf, indent: str) -> Iterator[str]:
    passage = node.passage
    said = " → ".join([passage.publisher, *(step.told for step in passage.chain)])
    head = f"**{escaped(passage.printed)}** {escaped(said)}, {passage.date or 'undated'}"
    yield f"{indent}- {head}: “{escaped(passage.quote)}” (`{place(passage, line_of)}`)"
    for change in node.changes:
        yield f"{indent}  - *{change.kind}*: {escaped(change.before or 'none')} → {escaped(change.after or 'none')}"
    for relay in node.relays:
        yield from _items(relay, line_of, indent + "  ")


def _beside(tree: Tree, line_of: LineOf) -> Iterable[str]:
    if tree.beyond is not None:
        yield f"- goes back to {escaped(tree.beyond)}, whose report is not here"
    if tree.circle:
        yield f"- {escaped(circular(tree.circle))}"
    for one in tree.answers:
        head = f"{escaped(one.responder)} {stance_name(one.stance)} ({escaped(one.publisher)})"
        yield f"- {head}: “{escaped(one.quote)}” (`{place(one, line_of)}`)"

"""An explanation as JSON, for programs."""

import json
from typing import Any

from kg.analysis.explain import LineOf, Node, Tree
from kg.analysis.explanation import Explanation, origin_name
from kg.analysis.facts import Facts
from kg.analysis.lineage import Kind, Support, kind


def as_json(told: Explanation, line_of: LineOf) -> str:
    """Return everything as JSON: one object with text, trees, kinds, circles and counts."""
    whole = {
        "text": told.text,
        "articles": len(told.articles),
        "origins": [{"iri": one, "name": origin_name(told.known, one)} for one in told.origins],
        "kinds": [_support(told.known, one) for one in told.supports],
        "circles": [[one.mention for one in tree.circle] for tree in told.trees if tree.circle],
        "contradicted": [{"kind": one.kind, "sentence": one.sentence} for one in told.contradicted],
        "trees": [_tree(told.known, tree, line_of) for tree in told.trees],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _support(known: Facts, one: Support) -> dict[str, Any]:
    fields = dict(zip(("subject", "measure", "scope", "period", "mode"), _names(known, one.kind), strict=True))
    numbers = {"articles": len(one.articles), "reports": len(one.reports), "origins": len(one.origins)}
    return {**fields, **numbers, "circle": list(one.circle)}


def _names(known: Facts, of: Kind) -> tuple[str | None, ...]:
    subject, measure, scope, period, mode = of
    return (*(known.name(iri) or None for iri in (subject, measure, scope)), period, known.name(mode))


def _tree(known: Facts, tree: Tree, line_of: LineOf) -> dict[str, Any]:
    fields = zip(("subject", "measure", "scope", "period", "mode"), _names(known, kind(tree.root.passage)), strict=True)
    answers = [
        {
            "responder": one.responder,
            "stance": one.stance,
            "outlet": one.outlet,
            "date": one.date,
            "quote": one.quote,
            "path": one.path,
            "part": one.part,
            "line": line_of(one),
        }
        for one in tree.answers
    ]
    return {
        **dict(fields),
        "origin": tree.origin,
        "beyond": tree.beyond,
        "answers": answers,
        "passage": _node(tree.root, line_of),
    }


def _node(node: Node, line_of: LineOf) -> dict[str, Any]:
    passage = node.passage
    return {
        "mention": passage.mention,
        "claim": passage.claim.iri,
        "figure": passage.printed,
        "outlet": passage.outlet,
        "date": passage.date,
        "via": [list(step.names) for step in passage.chain],
        "said": [step.said for step in passage.chain],
        "hedge": passage.hedge,
        "quote": passage.quote,
        "path": passage.path,
        "part": passage.part,
        "line": line_of(passage),
        "changes": [{"kind": one.kind, "before": one.before, "after": one.after} for one in node.changes],
        "relays": [_node(relay, line_of) for relay in node.relays],
    }

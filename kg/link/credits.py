"""Outlets that only the corpus shows to be outlets: one article credits a name under which another is published.

Alone, a document cannot tell that a little-known name it credits is an outlet's. Where documents of the corpus are
published under that name, the step of the chain names a report, as it would have done for a known outlet. A name may be
cut to its last words where one outlet of the corpus alone ends in them, and may have been taken for a description.
"""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from kg.rdf.terms import TYPE, date, kg, prov, rdf, schema, skos

Known = Mapping[NamedNode, tuple[str, ...]]
Table = Mapping[str, Known]


def credited(table: Table, base: str) -> tuple[Triple, ...]:
    """Return the reports that steps name by an outlet of the corpus, and what is known of these reports."""
    outlets = _outlets(table)
    known = {**_endings(outlets.values()), **outlets}
    return tuple(
        triple
        for statement in sorted(node for node, known in table.items() if kg("via") in known)
        for step in _steps(table, statement)
        if kg("report") not in table[step]
        for triple in _credit(table, base, known, statement, step)
    )


def merged(table: Table, triples: Iterable[Triple]) -> Table:
    """Return the table with these triples in it; the table given stays as it is."""
    added: dict[str, dict[NamedNode, tuple[str, ...]]] = {}
    for triple in triples:
        subject, value = triple.subject, triple.object
        if isinstance(subject, NamedNode) and isinstance(value, (NamedNode, Literal)):
            known = added.setdefault(subject.value, dict(table.get(subject.value, {})))
            known[triple.predicate] = (*known.get(triple.predicate, ()), value.value)
    return {**table, **added}


def _outlets(table: Table) -> Mapping[str, str]:
    """Last segment of its IRI -> outlet, for those that publish documents of the corpus; the first by IRI."""
    publishers = {
        outlet
        for known in table.values()
        if kg("Document").value in known.get(TYPE, ())
        for outlet in known.get(schema("publisher"), ())
    }
    return {_tail(outlet): outlet for outlet in sorted(publishers, reverse=True)}


def _endings(outlets: Iterable[str]) -> Mapping[str, str]:
    """Last words of a name, two or more, joined as in an IRI -> the one outlet whose name ends in them."""
    found: dict[str, set[str]] = {}
    for outlet in outlets:
        words = _tail(outlet).split("-")
        for start in range(1, len(words) - 1):
            found.setdefault("-".join(words[start:]), set()).add(outlet)
    return {ending: min(ones) for ending, ones in sorted(found.items()) if len(ones) == 1}


def _tail(iri: str) -> str:
    return iri.rpartition("/")[2]


def _steps(table: Table, statement: str) -> Iterator[str]:
    seen: set[str] = set()
    step = min(table[statement][kg("via")], default=None)
    while step is not None and step not in seen and step in table:
        seen.add(step)
        yield step
        step = min(table[step].get(kg("citing"), ()), default=None)


def _credit(table: Table, base: str, outlets: Mapping[str, str], statement: str, step: str) -> Iterator[Triple]:
    said = min(table[step].get(kg("saidOn"), ()), default=None)
    documents = table[statement].get(kg("inDocument"), ())
    own = {outlet for document in documents for outlet in table.get(document, {}).get(schema("publisher"), ())}
    for agent in sorted(set(table[step].get(prov("agent"), ()))):
        outlet = outlets.get(_tail(agent))
        outlet = outlet if outlet is not None and _called(table, agent, outlet) else None
        if outlet is not None and outlet not in own:
            about = _about(table, statement)
            tail = about.removeprefix(base) if about else "any"
            report = NamedNode(f"{base}report/{outlet.removeprefix(base)}/{said or 'undated'}/cited/{tail}")
            yield Triple(NamedNode(step), kg("report"), report)
            yield Triple(report, TYPE, kg("Report"))
            yield Triple(report, schema("publisher"), NamedNode(outlet))
            if said is not None:
                yield Triple(report, schema("datePublished"), date(said))


def _called(table: Table, agent: str, outlet: str) -> bool:
    """Tell whether an agent can be an outlet: a source without a name only where its wording is the outlet's name."""
    known = table.get(agent, {})
    if kg("AnonymousSource").value not in known.get(TYPE, ()):
        return True
    wordings, names = (set(one.get(skos("prefLabel"), ())) for one in (known, table.get(outlet, {})))
    return bool(wordings & names)


def _about(table: Table, statement: str) -> str | None:
    """Return whom the stated claim is about."""
    claims = (table.get(claim, {}) for claim in table[statement].get(kg("states"), ()))
    subjects = (one for claim in claims for name in (kg("subject"), rdf("subject")) for one in claim.get(name, ()))
    return min(subjects, default=None)

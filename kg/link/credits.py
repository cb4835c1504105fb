"""Outlets that only the corpus shows to be outlets: one article credits a name under which another is published.

Alone, a document cannot tell that a little-known name it credits is an outlet's. Where documents of the corpus are
published under that name, the step of the chain names a report, as it would have done for a known outlet. A name may be
cut to its last words where one outlet of the corpus alone ends in them, and may have been taken for a description.
"""

from collections.abc import Callable, Iterator, Mapping

from kg.link.records import Cited, Record, Saying, Statement

Outlets = Callable[[str], tuple[str, ...]]
"""Gives the outlets of the corpus called by the last segment of an IRI, or the names of an outlet; sorted."""


def endings(outlet: str) -> Iterator[str]:
    """Yield the last words of an outlet's name, two or more, joined as in an IRI, without the whole name."""
    words = tail(outlet).split("-")
    for start in range(1, len(words) - 1):
        yield "-".join(words[start:])


def tail(iri: str) -> str:
    """Return the last segment of an IRI."""
    return iri.rpartition("/")[2]


def credited(known: Record, base: str, called: Outlets, ending: Outlets, names: Outlets) -> Mapping[str, Cited]:
    """Return the steps of a document that name outlets of the corpus -> the reports they name.

    `called` gives the outlets whose IRI ends so, `ending` those with such last words, `names` the names of an outlet.
    """
    found: dict[str, Cited] = {}
    for statement in known.statements:
        for saying in statement.chain:
            if saying.report is None and saying.step not in found:
                listed = [
                    _cited(base, statement, saying, outlet)
                    for agent in saying.agents
                    if (outlet := _outlet(known, agent, called, ending, names)) is not None
                ]
                if listed:
                    found[saying.step] = min(listed, key=lambda cited: cited.report)
    return found


def _outlet(known: Record, agent: str, called: Outlets, ending: Outlets, names: Outlets) -> str | None:
    listed = called(tail(agent))
    shortened = () if listed else ending(tail(agent))
    if not listed and len(shortened) != 1:
        return None
    outlet = (listed or shortened)[0]
    if outlet == known.article.outlet:
        return None
    # A source without a name can be an outlet only where its wording is the outlet's name.
    if agent in known.unnamed and not set(known.unnamed[agent]) & set(names(outlet)):
        return None
    return outlet


def _cited(base: str, statement: Statement, saying: Saying, outlet: str) -> Cited:
    about = statement.about.removeprefix(base) if statement.about else "any"
    report = f"{base}report/{outlet.removeprefix(base)}/{saying.said or 'undated'}/cited/{about}"
    return Cited(report, outlet, saying.said)

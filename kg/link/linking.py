"""All that follows from several documents together, as quads of two graphs."""

from pyoxigraph import NamedNode, Quad

from kg.link import citations, restates
from kg.link.derived import derived
from kg.link.records import records
from kg.link.reports import described, reports
from kg.rdf.iris import Iris
from kg.store.protocol import Store


def links(store: Store) -> tuple[Quad, ...]:
    """Return the quads of the links graph and of the derived graph, sorted; the store is not changed.

    They follow from the document graphs and the kept texts alone: what the two graphs held before does not matter.
    """
    iris = Iris(store.base)
    graph = NamedNode(iris.links)
    known = records(store)
    listed = reports(known, store.text)
    same = citations.identified(known, listed)
    quads = {
        *(Quad(triple.subject, triple.predicate, triple.object, graph) for triple in known.credited),
        *described(listed, graph),
        *citations.quads(known, listed, same, graph),
        *restates.quads(restates.restated(known, listed, same), graph),
        *derived(store, NamedNode(iris.derived)),
    }
    return tuple(sorted(quads, key=str))

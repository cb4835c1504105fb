"""Countries that only the adjective before their goods names: "Swiss watches are subject to a tariff of 39%"."""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.references.descriptions import place_words
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.names import registry
from kg.model import Entity, Span

_GOODS = Construction(r"\b([A-Z][a-z]+)\s(?:[a-z-]+\s){0,2}?{traded-goods}\b")


def country_of_goods(figure: Figure, read: Annotated) -> tuple[Entity, Span] | None:
    """Return the first country whose goods the figure's sentence speaks of, with its adjective."""
    index = read.index_at(figure.span.start)
    if index is None:
        return None
    known, sentence = registry(), read.sentences[index].span
    for found in _GOODS.finditer(read.text, sentence.start, sentence.end):
        slugs = place_words(known).get(found[1], ())
        if len(slugs) == 1:
            return known.entities[slugs[0]], Span(*found.span(1))
    return None

"""What is carried from sentence to sentence while the relations of a text are read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.extract.rules.annotations import Name
from kg.extract.rules.relations.links import Link
from kg.model import Entity

_REFERRING = ("description", "pronoun")


@dataclass(slots=True)
class Thread:
    """Topics, who was last invested in, the last makers, things, and objects of each predicate."""

    lead: Name | None = None
    funded: Name | None = None
    topic: Name | None = None
    things: tuple[Name, ...] = ()
    makers: tuple[Name, ...] = ()
    seats: dict[Entity, set[str | None]] = field(default_factory=dict)
    objects: dict[str, tuple[Entity, ...]] = field(default_factory=dict)

    def note(self, links: Iterable[Link]) -> None:
        """Keep the objects of each predicate, for what is left out later ("and Meta 224,000"), and the last makers."""
        links = tuple(links)
        for predicate in {link.predicate for link in links}:
            self.objects[predicate] = tuple(link.object.entity for link in links if link.predicate == predicate)
        self.makers = tuple(link.subject for link in links if link.predicate == "makes")[:1] or self.makers
        for link in links:
            if link.predicate == "investsIn" and link.object.entity.kind == "Company":
                self.funded = link.object
            if link.predicate == "locatedIn" and link.subject.how not in _REFERRING:
                self.seats.setdefault(link.subject.entity, set()).add(link.object.entity.slug)

    def contradicts(self, link: Link) -> bool:
        """Tell whether a description would seat a body elsewhere than the text has seated it by name."""
        told = self.seats.get(link.subject.entity, ())
        referring = link.predicate == "locatedIn" and link.subject.how in _REFERRING
        return referring and bool(told) and link.object.entity.slug not in told


def topic(names: Sequence[Name]) -> Name | None:
    """Return the first company of a sentence."""
    return next((name for name in names if name.entity.kind == "Company"), None)

"""Links that a sentence's verbs, role nouns and noun phrases state: frames and noun phrases, checked."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from kg.extract.rules.annotations import Name
from kg.extract.rules.relations.attributes import attributable, attributed
from kg.extract.rules.relations.classes import classified
from kg.extract.rules.relations.framed import framed
from kg.extract.rules.relations.frames import linking
from kg.extract.rules.relations.kinds import THINGS
from kg.extract.rules.relations.links import DONE, Link, checked
from kg.extract.rules.relations.reading import Reading, Stated
from kg.extract.rules.relations.skeletons import skeleton
from kg.extract.rules.relations.threads import Thread
from kg.lexicon.names import Lexicon
from kg.model import Span


def structured(text: str, sentence: Span, names: Sequence[Name], thread: Thread, lexicon: Lexicon) -> Iterator[Link]:
    """Yield what the sentence's verbs, role nouns and noun phrases link; `thread` is what the text told before."""
    lead = thread.lead
    kinds = [name.entity.kind for name in names]
    known = linking(_reached(frozenset(kinds), lexicon), lead.entity.kind if lead else None, several=len(names) > 1)
    bones = skeleton(text, sentence, names) if known.frames or len(names) > 1 else None
    if bones is None:
        return
    joined = attributable(kinds, bones.text)
    if not (joined or known.opened(bones.text)):
        return
    reading = Reading(classified(bones), lexicon, lead, thread.funded)
    for stated in (*framed(reading, known), *(attributed(reading) if joined else ())):
        mode = "planned" if stated.planned and stated.predicate in DONE else "actual"
        for subject, thing in product(stated.subjects, _own(stated, lexicon)):
            link = checked(Link(subject, stated.predicate, thing, stated.rule, mode, stated.negated), lexicon)
            if link:
                yield link


def _own(stated: Stated, lexicon: Lexicon) -> tuple[Name, ...]:
    """Return the objects; of several things that somebody makes, those that are registered as theirs if any is.

    In "the H20 and the MI308 made by AMD" the H20 is not.
    """
    if stated.rule != "manufacture-verb" or len(stated.objects) == 1:
        return stated.objects
    makers = {name.entity for name in stated.subjects}
    own = tuple(name for name in stated.objects if not makers.isdisjoint(lexicon.having("makes", name.entity)))
    return own or stated.objects


def _reached(kinds: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """Return the classes that names of these classes stand for: a thing may stand for whoever makes it."""
    return kinds if kinds.isdisjoint(THINGS) else kinds | _maker_kinds(lexicon)


@lru_cache(maxsize=4)
def _maker_kinds(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        maker.kind
        for thing in lexicon.entities.values()
        if thing.kind in THINGS
        for maker in lexicon.having("makes", thing)
    )

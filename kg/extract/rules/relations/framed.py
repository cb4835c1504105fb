"""What the frames of a sentence's verbs and nouns link: one reading for verbs, participles and nouns alike."""

from collections.abc import Iterator, Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import THINGS
from kg.extract.rules.relations.classes import Tokens
from kg.extract.rules.relations.event_slots import EventSlots
from kg.extract.rules.relations.frames import Frame, Linking, Saying, Trigger
from kg.extract.rules.relations.providers import is_provider, lends_capacity, lends_models, served
from kg.extract.rules.relations.reading import Reading, Stated
from kg.extract.rules.relations.role_slots import RoleSlots
from kg.extract.rules.relations.slots import Slots
from kg.extract.rules.relations.verb_slots import VerbSlots
from kg.lexicon.wordlists import words

_SLOTS: dict[str, type[Slots]] = {"verb": VerbSlots, "nominal": EventSlots, "agent": RoleSlots, "patient": RoleSlots}
_NO_VERB = frozenset({"noun"})
_FORMS = {
    "v": frozenset({"base", "third", "past"}),
    "e": frozenset({"past", "participle"}),
    "b": frozenset({"participle"}),
    "g": frozenset({"ing"}),
}
"""Class -> the forms that a verb of this class can be; nouns have none."""
_ORDER = 10
_SHARE, _HALF = 5, 50
"""Tokens from a share to the "of" behind it; the percentage up to which it is no control."""
_TRADE = ("buysFrom", "customerOf")
_ORDERED = ("award", "deal", "order", "ordering", "win")
"""Frames of orders whose goods are not told: what a cloud provider gets is an order for capacity."""
_PRIVATE = ("private",)


def framed(reading: Reading, known: Linking) -> Iterator[Stated]:
    """Yield what each frame of `known` that a sentence opens states, in order of the words that open them."""
    tokens = reading.tokens
    present = frozenset(tokens.words)
    things = any(name.entity.kind in THINGS for name in tokens.names.values())
    for index, word in enumerate(tokens.words):
        listed = known.triggers.get(word.lstrip("-"))
        for trigger in _opened(tokens, index, listed) if listed else ():
            if trigger.frame.code in known.frames and trigger.frame.possible(present, things=things):
                yield from _stated(reading, index, trigger, present)


def _opened(tokens: Tokens, index: int, listed: Sequence[Trigger]) -> Iterator[Trigger]:
    """Yield those triggers whose longest words stand at `index`; a verb only where it is one."""
    longest: dict[str, int] = {}
    for trigger in listed:
        behind = index + 1
        if trigger.kind == "verb" and trigger.rest:
            behind = tokens.past(behind, "x")
        length = len(trigger.rest)
        fits = not _FORMS.get(tokens.classes[index], _NO_VERB).isdisjoint(trigger.forms or _NO_VERB)
        rest = tokens.words[behind : behind + length] == trigger.rest
        if fits and rest and length >= longest.setdefault(trigger.kind, length):
            yield trigger


def _sold_by(sellers: Sequence[Name], buyers: Sequence[Name]) -> bool:
    """Tell whether a seller is among the buyers: "Acme and Korvo announced orders for Acme jets" tells of no buyer."""
    return not {name.entity for name in sellers}.isdisjoint(name.entity for name in buyers)


def _stated(reading: Reading, index: int, trigger: Trigger, present: frozenset[str]) -> Iterator[Stated]:
    """Yield what the frame that opens at `index` states."""
    slots, frame, tokens = _SLOTS[trigger.kind](reading, index, trigger), trigger.frame, reading.tokens
    for saying in frame.sayings:
        if trigger.kind == "verb" and not frame.mutual and not all(needed & present for needed in saying.brought):
            continue
        objects = slots.filled(saying.object)
        subjects = slots.filled(saying.subject) if objects or frame.mutual else ()
        if frame.mutual and not (objects and subjects):
            locked = trigger.kind == "verb" or tokens.word(slots.opening - 1) == "in"  # "A and B are in a race"
            locked = locked or (bool(frame.provider) and len(subjects) > 1 and _agreed(slots))
            both = (subjects if locked else ()) or slots.joined
            subjects, objects = both[:1], both[1:]
            if frame.provider and not any(is_provider(reading.lexicon, name, frame) for name in both):
                continue
        if not subjects or not objects or not _of_kind(frame, saying, subjects, objects):
            continue
        if saying.predicate in _TRADE and _sold_by(objects, subjects):
            continue
        first, last = slots.stretch
        if frame.symmetric and slots.turned(subjects[0], objects[0]):
            subjects, objects = objects, subjects
        if frame.provider:
            subjects, objects = served(reading, subjects, objects, trigger)
        part = (
            saying.predicate == "parentOf" and trigger.kind in ("verb", "nominal") and _minor(reading, first, slots.end)
        )
        part = part or (trigger.rest == _PRIVATE and len(subjects) > 1)  # "A, B and C take X private"
        software = isinstance(slots, VerbSlots) and (
            slots.is_software or all(lends_models(reading.lexicon, name) for name in objects)
        )
        let = frame.code in _ORDERED and (
            all(lends_capacity(reading.lexicon, name) for name in objects) or _for_capacity(reading, index)
        )
        used = saying.predicate == "buysFrom" and (software or let)
        yield Stated(
            "investsIn" if part else "customerOf" if used else saying.predicate,
            subjects,
            objects,
            f"{frame.code}-{trigger.kind}",
            planned=reading.denials.planned(first, last),
            negated=reading.denials.negated(first, last)
            or reading.denials.barred(first, index)
            or reading.denials.untrue(first, max(last, slots.end)),
        )


def _for_capacity(reading: Reading, index: int) -> bool:
    """Tell whether a word before the orders behind `index` says that they are for capacity: "a cloud contract"."""
    said = reading.tokens.words[index : index + _ORDER]
    orders = words("relation-cues", "contracts", "orders")
    at = next((one for one, word in enumerate(said) if word in orders), 0)
    return not words("relation-cues", "capacity").isdisjoint(said[max(0, at - 2) : at])


def _agreed(slots: Slots) -> bool:
    """Tell whether those who do something to a contract made it with each other: no "A and B bid for a contract"."""
    tokens, verb = slots.reading.tokens, slots.light_verb
    apart = tokens.kind(slots.opening - 1) == "p" or verb is None
    return not apart and tokens.word(verb or 0) not in words("relation-cues", "get", "give")


def _minor(reading: Reading, first: int, end: int) -> bool:
    """Tell whether what is held or taken is less than half of a company: "bought 9% of X", "is 9% owned by X"."""
    tokens = reading.tokens
    first = tokens.back(first - 1, "0") + 1  # "22 percent owned by"
    inside = any(_small(tokens, at) for at in range(first, end))
    at = end + (tokens.word(end) == "of")  # "the acquisition of 9% of X"
    while tokens.kind(at) in "xqd" and not _small(tokens, at):
        at += 1
    return inside or (_small(tokens, at) and "of" in tokens.words[at + 1 : at + _SHARE])


def _small(tokens: Tokens, at: int) -> bool:
    """Tell whether a token is a share of up to a half: "9%", "9 per cent", "third"."""
    word = tokens.word(at)
    share = word.endswith("%") or tokens.word(at + 1) in ("per", "percent")
    number = word.rstrip("%")
    counted = share and number.replace(".", "", 1).isdigit() and float(number) <= _HALF
    return counted or word in words("relation-cues", "fraction")


def _of_kind(frame: Frame, saying: Saying, subjects: tuple[Name, ...], objects: tuple[Name, ...]) -> bool:
    """Tell whether what is undergone is of the class that the frame asks for."""
    undergone = subjects if saying.subject == "object" else objects
    return not frame.object_kinds or all(name.entity.kind in frame.object_kinds for name in undergone)

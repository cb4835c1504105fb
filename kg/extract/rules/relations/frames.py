"""Frames: what a verb, its nominalisation and the nouns for those who take part say of two names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from kg.extract.rules.relations.kinds import possible
from kg.extract.rules.text.cues import inflected
from kg.lexicon.codes import Concept, scheme
from kg.lexicon.nouns import plural
from kg.lexicon.wordlists import words

PLAIN = ("subject", "object", "owner", "maker", "placing", "country", "traded")
"""Slots that no preposition brings."""
_NO_LETTER = re.compile(r"[^a-z]+")


@dataclass(frozen=True)
class Saying:
    """A relation that a frame states: its predicate, and the slots that its subject and object stand in.

    A slot is `subject`, `object`, prepositions joined by "|", `owner`: whose the goods are that the object is,
    `placing`: whose orders they are, `country`: where the site is by its noun phrase, `traded`: what may not be sold,
    or `maker`: who makes them, with prepositions behind a colon ("maker:on") whose goods they bring.
    """

    predicate: str
    subject: str
    object: str

    @property
    def slots(self) -> tuple[str, str]:
        """Return both slots."""
        return self.subject, self.object

    @cached_property
    def brought(self) -> tuple[frozenset[str], ...]:
        """Return the prepositions of each slot that has some: without one of them a verb cannot fill it.

        "To" may be left out: "sell Acme jets".
        """
        made = (slot.rpartition(":")[2] for slot in self.slots)
        listed = (frozenset(slot.split("|")) for slot in made if slot not in PLAIN)
        return tuple(needed for needed in listed if "to" not in needed)


@dataclass(frozen=True)
class Frame:
    """What one family of words says.

    `wares` are the codes of goods that the object must be, any where empty, or that the prepositions of `bringing`
    must bring. What is `symmetric` has as its subject
    whoever the sentence names first. With `provider` the customer is whoever is less of a provider of that kind, of
    several the first in which the two differ; `provided` is the code of the words for what they provide.
    `understood` tells that the nouns may leave their complement to the context: "rivals such as Y" has the company that
    the sentence names first, with `nearest` the last one before that no preposition governs.
    With `bare` the object is a name alone: who buys Acme chips does not buy Acme. `object_kinds` are the classes
    that the object may have, any where empty. What is `given` comes from its subject: who wins an order is its object.
    What is `owned` is its object's: "X's funding round". What is `mutual` needs no object: "X and Y compete".
    """

    code: str
    sayings: tuple[Saying, ...]
    wares: frozenset[str]
    bringing: tuple[str, ...]
    symmetric: bool
    understood: bool
    nearest: bool
    bare: bool
    provider: tuple[tuple[str, ...], ...]
    provided: str
    object_kinds: tuple[str, ...]
    given: bool
    owned: bool
    mutual: bool

    @cached_property
    def goods(self) -> frozenset[str]:
        """Return the words for the wares in lower case, of what is made and sold where the frame names none."""
        return frozenset(word.lower() for word in words("relation-cues", *sorted(self.wares or ("goods",))))

    @cached_property
    def _phrases(self) -> tuple[str, ...]:
        return tuple(f" {ware} " for ware in sorted(self.goods) if " " in ware)

    def has_wares(self, told: Sequence[str]) -> bool:
        """Tell whether one of the wares is among words that stand in a row."""
        if not self.goods.isdisjoint(told):
            return True
        row = f" {' '.join(told)} "
        return any(map(row.__contains__, self._phrases))

    def possible(self, present: frozenset[str], *, things: bool) -> bool:
        """Tell whether a sentence has what brings the wares that the frame needs, and a word for one or a thing."""
        if self.bringing and present.isdisjoint(self.bringing):
            return False
        return not self.wares or (things and "goods" in self.wares) or not self._openings.isdisjoint(present)

    @cached_property
    def _openings(self) -> frozenset[str]:
        return frozenset(ware.split()[0] for ware in self.goods)

    @cached_property
    def transitive(self) -> bool:
        """Tell whether the verbs take an object that counts."""
        return bool(self.wares) or any(
            slot in ("object", "owner", "maker") for one in self.sayings for slot in one.slots
        )


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or words that open a frame. `kind`: verb, nominal, agent (who does it), patient (to whom it is done)."""

    frame: Frame
    kind: str
    rest: tuple[str, ...] = ()
    plural: bool = False
    forms: frozenset[str] = frozenset()


@cache
def frames() -> Mapping[str, Frame]:
    """Return the frames by their codes."""
    return {code: _frame(concept) for code, concept in scheme("relation-frames").items()}


@cache
def triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """Return first word -> the triggers that it opens, the longest first."""
    found: dict[str, list[Trigger]] = {}
    for concept in scheme("relation-frames").values():
        frame = frames()[concept.code]
        for verb in concept.words:
            lemma, *rest = verb.split()
            forms: dict[str, set[str]] = {}
            for form, word in inflected(lemma):
                forms.setdefault(word, set()).add(form)
            for word, listed in forms.items():
                found.setdefault(word, []).append(Trigger(frame, "verb", tuple(rest), forms=frozenset(listed)))
        for kind, fact in (("nominal", "nominal"), ("agent", "agentNoun"), ("patient", "patientNoun")):
            for noun in concept.facts.get(fact, ()):
                for several in (False, True):
                    first, *rest = (plural(noun) if several else noun).split()
                    found.setdefault(first, []).append(Trigger(frame, kind, tuple(rest), several))
    return {word: tuple(sorted(listed, key=_longest)) for word, listed in found.items()}


@cache
def role_nouns() -> frozenset[str]:
    """Return the nouns for those who take part in what frames say, of one word."""
    return frozenset(word for word, listed in triggers().items() for one in listed if one.kind in ("agent", "patient"))


@cache
def goods_nouns() -> frozenset[str]:
    """Return the nouns for goods in lower case, which leave the name of a product before them what it is."""
    return frozenset(word.lower() for word in words("neighbours", "product", "chip"))


@dataclass(frozen=True, slots=True)
class Linking:
    """The frames that can link names of some classes: the words that open them, and the triggers of these words.

    A word's triggers are all listed, since a longer one stands before a shorter one even where its frame links nothing.
    """

    frames: frozenset[str]
    triggers: Mapping[str, tuple[Trigger, ...]]
    openers: frozenset[str]

    def opened(self, sentence: str) -> bool:
        """Tell whether a word of `sentence` can open one of the frames: where none can, no frame need be read."""
        return bool(self.openers) and not self.openers.isdisjoint(_NO_LETTER.split(sentence.lower()))


@lru_cache(maxsize=1024)
def linking(kinds: frozenset[str], lead: str | None, *, several: bool) -> Linking:
    """Return the frames that can link names of these classes.

    `lead` is the class of what the text is about, which an object left out may stand for: without `several` names
    nothing else can be linked.
    """
    linked = frozenset(code for code, frame in frames().items() if _links(frame, kinds, lead, several=several))
    opened = [(word, first) for word, first, codes in _opening() if not linked.isdisjoint(codes)]
    known = triggers()
    return Linking(linked, {word: known[word] for word, _ in opened}, frozenset([first for _, first in opened]))


@cache
def _opening() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Return each word that opens frames, its first run of letters, and the codes of these frames."""
    return tuple(
        (word, _NO_LETTER.split(word)[0], frozenset(trigger.frame.code for trigger in listed))
        for word, listed in triggers().items()
    )


def _links(frame: Frame, kinds: frozenset[str], lead: str | None, *, several: bool) -> bool:
    """Tell whether a saying of the frame can link two of these classes."""
    reached = kinds | {lead} if frame.understood and lead else kinds
    enough = several or (frame.understood and lead is not None)
    return enough and any(possible(saying.predicate, reached) for saying in frame.sayings)


def _frame(concept: Concept) -> Frame:
    facts = concept.facts
    return Frame(
        code=concept.code,
        sayings=tuple(Saying(*said.split()) for said in facts.get("says", ())),
        wares=frozenset(facts.get("ware", ())),
        bringing=facts.get("bringing", ()),
        symmetric="symmetric" in facts,
        understood="understood" in facts,
        nearest="nearest" in facts.get("understood", ()),
        bare="bareObject" in facts,
        provider=tuple(tuple(kinds.split("|")) for kinds in "".join(facts.get("provider", ())).split(" > ") if kinds),
        provided="".join(facts.get("providedAs", ())),
        object_kinds=tuple("".join(facts.get("objectKind", ())).split("|") if "objectKind" in facts else ()),
        given="given" in facts,
        owned="owned" in facts,
        mutual="mutual" in facts,
    )


def _longest(trigger: Trigger) -> tuple[int, str, str]:
    return -len(trigger.rest), trigger.frame.code, trigger.kind

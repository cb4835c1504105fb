"""Frames: what a verb, its nominalisation and the nouns for those who take part say of two names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract.rules.relations.kinds import possible
from kg.extract.rules.text.cues import inflected
from kg.lexicon.codes import Concept, scheme


@dataclass(frozen=True, slots=True)
class Saying:
    """A relation that a frame states: its predicate, and the slots that its subject and object stand in.

    A slot is `subject`, `object`, prepositions joined by "|", or `maker`: whose goods the object is, or with
    prepositions behind a colon ("maker:on") whose goods they bring.
    """

    predicate: str
    subject: str
    object: str

    @property
    def slots(self) -> tuple[str, str]:
        """Return both slots."""
        return self.subject, self.object


@dataclass(frozen=True, slots=True)
class Frame:
    """What one family of words says.

    `wares` are the codes of goods that the object must be, any where empty. What is `symmetric` has as its subject
    whoever the sentence names first. With `provider` the customer is whoever is less of a provider of that kind.
    `understood` tells that the nouns may leave their complement to the context: "rivals such as Y".
    With `bare` the object is a name alone: who buys Acme chips does not buy Acme.
    """

    code: str
    sayings: tuple[Saying, ...]
    wares: frozenset[str]
    symmetric: bool
    understood: bool
    bare: bool
    provider: str

    @property
    def transitive(self) -> bool:
        """Tell whether the verbs take an object that counts."""
        return bool(self.wares) or any(slot in ("object", "maker") for one in self.sayings for slot in one.slots)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or words that open a frame. `kind`: verb, nominal, agent (who does it), patient (to whom it is done)."""

    frame: Frame
    kind: str
    rest: tuple[str, ...] = ()
    plural: bool = False
    forms: frozenset[str] = frozenset()


@cache
def triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """Return first word -> the triggers that it opens, the longest first."""
    found: dict[str, list[Trigger]] = {}
    for concept in scheme("relation-frames").values():
        frame = _frame(concept)
        for verb in concept.words:
            lemma, *rest = verb.split()
            forms: dict[str, set[str]] = {}
            for form, word in inflected(lemma):
                forms.setdefault(word, set()).add(form)
            for word, listed in forms.items():
                found.setdefault(word, []).append(Trigger(frame, "verb", tuple(rest), forms=frozenset(listed)))
        for kind, fact in (("nominal", "nominal"), ("agent", "agentNoun"), ("patient", "patientNoun")):
            for noun in concept.facts.get(fact, ()):
                for plural in (False, True):
                    first, *rest = (_plural(noun) if plural else noun).split()
                    found.setdefault(first, []).append(Trigger(frame, kind, tuple(rest), plural))
    return {word: tuple(sorted(listed, key=_longest)) for word, listed in found.items()}


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
def linking(kinds: frozenset[str], lead: str | None) -> Linking:
    """Return the frames that can link names of these classes.

    `lead` is the class of what the text is about, which an object left out may stand for.
    """
    frames = frozenset(
        concept.code for concept in scheme("relation-frames").values() if _links(_frame(concept), kinds, lead)
    )
    known = {
        word: listed for word, listed in triggers().items() if any(trigger.frame.code in frames for trigger in listed)
    }
    return Linking(frames, known, frozenset(_NO_LETTER.split(word)[0] for word in known))


def _links(frame: Frame, kinds: frozenset[str], lead: str | None) -> bool:
    """Tell whether a saying of the frame can link two of these classes."""
    reached = kinds | {lead} if frame.understood and lead else kinds
    return any(possible(saying.predicate, reached) for saying in frame.sayings)


_NO_LETTER = re.compile(r"[^a-z]+")


def _frame(concept: Concept) -> Frame:
    facts = concept.facts
    return Frame(
        code=concept.code,
        sayings=tuple(Saying(*said.split()) for said in facts.get("says", ())),
        wares=frozenset(facts.get("ware", ())),
        symmetric="symmetric" in facts,
        understood="understood" in facts,
        bare="bareObject" in facts,
        provider="".join(facts.get("provider", ())),
    )


def _longest(trigger: Trigger) -> tuple[int, str, str]:
    return -len(trigger.rest), trigger.frame.code, trigger.kind


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"

"""What the frames of a sentence's verbs and nouns link: one reading for verbs, participles and nouns alike."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kg.extract.rules.annotations import Name
from kg.extract.rules.relations.classes import Tokens
from kg.extract.rules.relations.frames import Frame, Linking, Saying, Trigger, role_nouns
from kg.extract.rules.relations.kinds import THINGS
from kg.extract.rules.relations.phrases import Phrase
from kg.extract.rules.relations.reading import Reading, Stated
from kg.extract.rules.text.once import once
from kg.lexicon.names import Lexicon
from kg.lexicon.wordlists import words
from kg.model import Entity


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
        while trigger.kind == "verb" and trigger.rest and tokens.kind(behind) == "x":
            behind += 1
        length = len(trigger.rest)
        fits = not _FORMS.get(tokens.classes[index], _NO_VERB).isdisjoint(trigger.forms or _NO_VERB)
        rest = tokens.words[behind : behind + length] == trigger.rest
        if fits and rest and length >= longest.setdefault(trigger.kind, length):
            yield trigger


_NO_VERB = frozenset({"noun"})
_FORMS = {
    "v": frozenset({"base", "third", "past"}),
    "e": frozenset({"past", "participle"}),
    "b": frozenset({"participle"}),
    "g": frozenset({"ing"}),
}
"""Class -> the forms that a verb of this class can be; nouns have none."""


def _stated(reading: Reading, index: int, trigger: Trigger, present: frozenset[str]) -> Iterator[Stated]:
    """Yield what the frame that opens at `index` states."""
    slots, frame = _Slots(reading, index, trigger), trigger.frame
    for saying in frame.sayings:
        if trigger.kind == "verb" and not frame.mutual and not all(needed & present for needed in saying.brought):
            continue
        objects = slots.filled(saying.object)
        subjects = slots.filled(saying.subject) if objects or frame.mutual else ()
        if frame.mutual and not (objects and subjects):
            both = subjects or slots.joined
            subjects, objects = both[:1], both[1:]
        if not subjects or not objects or not _of_kind(frame, saying, subjects, objects):
            continue
        first, last = slots.stretch
        if frame.symmetric and slots.turned(subjects[0], objects[0]):
            subjects, objects = objects, subjects
        if frame.provider:
            subjects, objects = _served(reading, subjects, objects, trigger)
        yield Stated(
            saying.predicate,
            subjects,
            objects,
            f"{frame.code}-{trigger.kind}",
            planned=reading.clauses.planned(first, last),
            negated=reading.clauses.negated(first, last) or reading.clauses.barred(first, index),
        )


def _of_kind(frame: Frame, saying: Saying, subjects: tuple[Name, ...], objects: tuple[Name, ...]) -> bool:
    """Tell whether what is undergone is of the class that the frame asks for."""
    undergone = subjects if saying.subject == "object" else objects
    return not frame.object_kind or all(name.entity.kind == frame.object_kind for name in undergone)


def _served(
    reading: Reading, ones: tuple[Name, ...], others: tuple[Name, ...], trigger: Trigger
) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Return the customers and the providers of those who have a contract: those of the kind, or more so.

    A verb tells which is which.
    """
    kinds = trigger.frame.provider.split("|")
    least, most = ([_provides(reading.lexicon, name, kinds) for name in side] for side in (ones, others))
    if max(least) < min(most):
        return ones, others
    return (others, ones) if max(most) < min(least) and trigger.kind != "verb" else ((), ())


def _provides(lexicon: Lexicon, name: Name, kinds: Sequence[str]) -> int:
    """Return 2 for who is registered as a provider of one of these kinds, 1 for who owns one, else 0."""

    def registered(entity: Entity) -> bool:
        return any(kind in noun for noun in lexicon.fact(entity, "kindNoun") for kind in kinds)

    if registered(name.entity):
        return 2
    return int(any(registered(part) for part in lexicon.related(name.entity, "parentOf")))


def _makers(reading: Reading, phrase: Phrase | None, goods: frozenset[str]) -> tuple[Name, ...]:
    """Return the companies whose goods a phrase means: "Nvidia chips", "Nvidia's H20", "the H20"."""
    if phrase is None:
        return ()
    tokens, phrases = reading.tokens, reading.phrases
    things = [tokens.names[index] for index in phrases.heads(phrase)]
    made = [(name, reading.lexicon.having("makes", name.entity)) for name in things if name.entity.kind in THINGS]
    found = tuple(Name(name.span, _named_maker(name, known), "description") for name, known in made if known)
    if found:
        return found
    inner = phrases.within(phrase)
    if inner is not phrase:
        return _makers(reading, inner, goods)
    noun = tokens.words[phrase.noun] if phrase.noun is not None else ""
    orgs = [index for index in phrase.names if tokens.names[index].entity.kind == "Company"]
    worth = noun == "worth" and not goods.isdisjoint(tokens.words[phrase.first : phrase.last])
    if (noun not in goods and not worth) or not orgs:
        return ()
    joined = phrases.ending(phrase.first - 1) if tokens.kind(phrase.first - 1) == "c" else None
    return reading.named((*(phrases.back(joined) if joined is not None else ()), orgs[0]))


def _named_maker(thing: Name, makers: Sequence[Entity]) -> Entity:
    """Return the maker that the name of a thing names ("Huawei Ascend 910C"), else the first."""
    return next((maker for maker in makers if thing.entity.name.startswith(f"{maker.name} ")), makers[0])


@dataclass(frozen=True)
class _Slots:
    """The slots of one frame, opened at a token, filled from what stands around it."""

    reading: Reading
    index: int
    trigger: Trigger

    @property
    def frame(self) -> Frame:
        return self.trigger.frame

    @once
    def _end(self) -> int:
        return self.index + 1 + self._particle

    @once
    def _particle(self) -> int:
        """Return how many tokens the words behind the first take, adverbs before them included."""
        tokens, at = self.reading.tokens, self.index + 1
        while self.trigger.kind == "verb" and self.trigger.rest and tokens.kind(at) == "x":
            at += 1
        return at - self.index - 1 + len(self.trigger.rest)

    @once
    def _phrase(self) -> Phrase | None:
        return self.reading.phrases.over(self.index)

    @once
    def _passive(self) -> bool:
        return self.reading.clauses.passive(self.index, transitive=self.frame.transitive, particle=self._particle)

    @property
    def stretch(self) -> tuple[int, int]:
        """Return the tokens in which words may deny or put off what the frame states."""
        if self.trigger.kind == "verb":
            return self._group_start, self._end
        verb = self._light_verb
        start = self.reading.clauses.group(verb) if verb is not None else self._phrase.first if self._phrase else 0
        return start, self._end

    def turned(self, subject: Name, thing: Name) -> bool:
        """Tell whether `thing` comes first: named earlier, or before the sentence where its rival stands behind."""
        names = self.reading.tokens.names
        first = {name.entity: index for index, name in reversed(names.items())}
        if thing.entity in first and subject.entity in first:
            return first[thing.entity] < first[subject.entity]
        return not any(names[index] == subject for index in names if index < self.index)

    @once
    def _group_start(self) -> int:
        tokens, start = self.reading.tokens, self.reading.clauses.group(self.index)
        while tokens.kind(start - 1) in "nxatpveg" and self.index - start < _LONGEST_GROUP:
            start -= 1
        return start

    def filled(self, slot: str) -> tuple[Name, ...]:
        """Return the names that fill a slot of what the frame says."""
        if self.trigger.kind == "verb":
            return self._of_verb(slot)
        if self.trigger.kind == "nominal":
            return self._of_event(slot)
        borne = "subject" if self.trigger.kind == "agent" else "object"
        return self._bearers() if slot == borne else self._complement(slot)

    def _brought(self, slot: str) -> tuple[Name, ...]:
        """Return what fills a slot of prepositions, behind the words that open the frame, or before its goods."""
        made, _, prepositions = slot.rpartition(":")
        given = prepositions.split("|")
        return self._first(made, given) or (self._given() if "to" in given and not self._passive else ())

    def _given(self) -> tuple[Name, ...]:
        """Return to whom goods go that stand behind: "will sell Acme four jets", "gave the bank Acme an order"."""
        tokens = self.reading.tokens
        phrase = self._undergoer()
        names = [index for index in phrase.names if tokens.names[index].entity.kind in _BUYING] if phrase else []
        if phrase is None or not names or tokens.kind(names[0]) == "G":
            return ()
        at = names[0] + 1
        number = tokens.kind(at) == "0" or tokens.word(at) in words("numbers")
        return self._names(tuple(names[:1])) if number or (at == phrase.last and tokens.kind(at) == "d") else ()

    def _first(self, slot: str, prepositions: Iterable[str]) -> tuple[Name, ...]:
        """Return the names of the first phrase behind these prepositions that gives the slot any."""
        behind = self.reading.clauses.brought(self._end, prepositions)
        return next((names for names in map(partial(self._meant, slot), behind) if names), ())

    def _meant(self, slot: str, phrase: Phrase | None) -> tuple[Name, ...]:
        """Return the names that a phrase gives to a slot: its makers or what it stands for."""
        if slot == "maker":
            return _makers(self.reading, phrase, self.frame.goods)
        found = self.reading.phrases.heads(phrase)
        if slot in ("", "from") and found and self._things(found):  # "ordered from the Boeing 787 family"
            return _makers(self.reading, phrase, self.frame.goods)
        if phrase is not None and phrase.owners and len(found) == 1 and self._is_site(found[0]):
            found = phrase.owners[-1:]
        if not found and phrase is not None and phrase.noun is not None and phrase.last <= self.index:
            found = self.reading.bearers.of(phrase, phrase.noun, plural=False)
        if not found and phrase is not None and phrase.noun is not None and phrase.owners and slot != "object":
            word = self.reading.tokens.words[phrase.noun]
            found = phrase.owners[-1:] if word in words("relation-cues", "acting-part", "sites", "works") else ()
        return self._names(found)

    def _things(self, found: tuple[int, ...]) -> bool:
        """Tell whether the names are things where a seller is due."""
        selling = any(saying.predicate == "buysFrom" for saying in self.frame.sayings)
        return selling and all(self.reading.tokens.names[index].entity.kind in THINGS for index in found)

    def _is_site(self, name: int) -> bool:
        """Tell whether a name is that of a works: "Acme's Stone Hill Project" sells for Acme."""
        last = self.reading.tokens.names[name].entity.name.rsplit(maxsplit=1)[-1].lower()
        return last in words("relation-cues", "works")

    def _names(self, indexes: tuple[int, ...]) -> tuple[Name, ...]:
        return self.reading.named(indexes)

    # ---- verbs

    def _of_verb(self, slot: str) -> tuple[Name, ...]:
        if not self._wares_fit():
            return ()
        if slot == "subject":
            return self._actors()
        if slot == "maker":
            return self._meant(slot, self._undergoer())
        if slot == "object":
            if self._passive:
                return self._joined() or self._surface()
            undergoer = self._undergoer()
            goods = (
                self.frame.bare and undergoer is not None and self.reading.phrases.within(undergoer).noun is not None
            )
            return () if goods else self._meant(slot, undergoer)
        return self._brought(slot)

    def _joined(self) -> tuple[Name, ...]:
        """Return what a participle joined to its agent stands before: "Microsoft-backed OpenAI"."""
        phrase = self._phrase
        if self.reading.tokens.kind(self.index) != "b" or phrase is None:
            return ()
        behind = [index for index in phrase.names if index > self.index]
        reading, noun = self.reading, phrase.noun
        if noun is not None and phrase.head is None and reading.tokens.words[noun] in role_nouns():
            return self._names(reading.bearers.of(phrase, noun, plural=False))
        behind = [index for index in behind if reading.tokens.names[index].entity.kind != "Place"]
        meant = tuple(behind[:1]) or reading.phrases.heads(phrase)
        return self._names(meant or (reading.bearers.of(phrase, noun, plural=False) if noun is not None else ()))

    def _actors(self) -> tuple[Name, ...]:
        tokens = self.reading.tokens
        if not self._passive:
            return self._surface()
        if tokens.kind(self.index) == "b":
            return self._names((self.index - 1,)) if self.index - 1 in tokens.names else ()
        return self._first("", ("by",))

    def _surface(self) -> tuple[Name, ...]:
        """Return the surface subject: a name, or whom a noun before "that" or a participle describes.

        In "X is a chip that was built" and "X, a chip built for Y", that is X.
        """
        reading, tokens = self.reading, self.reading.tokens
        start = reading.clauses.group(self.index)
        relative = tokens.kind(start - 1) == "r"
        before = reading.phrases.ending(start - 1 if relative else start)
        bare = before is not None and before.head is None and before.noun is not None and not before.owners
        if before is not None and before.noun is not None and bare and (relative or self._passive):
            described = reading.bearers.of(before, before.noun, plural=False)
            if described or relative:
                return self._names(described)
        return self._names(reading.clauses.subject(self.index))

    def _undergoer(self) -> Phrase | None:
        if self._passive:
            return self.reading.phrases.ending(self.reading.clauses.group(self.index))
        return self.reading.clauses.object(self.index, self._particle)

    def _wares_fit(self) -> bool:
        phrase = self._undergoer() if self.frame.wares else None
        if phrase is not None and self.trigger.kind == "verb" and (given := self._handed(phrase)):
            return any(f" {ware} " in given for ware in self.frame.goods)
        if phrase is None or any(":" in slot for saying in self.frame.sayings for slot in saying.slots):
            return not self.frame.wares or phrase is not None
        tokens, inner = self.reading.tokens, self.reading.phrases.within(phrase)
        word = tokens.words[inner.noun] if inner.noun is not None else ""
        if "goods" in self.frame.wares and word not in self.frame.goods and word in words("relation-cues", "service"):
            return False  # "chip leasing services"
        named = inner.head is not None and tokens.names[inner.head].entity.kind in THINGS
        said = f" {' '.join(tokens.words[inner.first : inner.last])} "
        return (named and "goods" in self.frame.wares) or any(f" {ware} " in said for ware in self.frame.goods)

    def _handed(self, phrase: Phrase) -> str:
        """Return the words of what somebody named first is given, "" where nobody is: "sell Acme four jets"."""
        if not any(saying.object == "to" or saying.subject == "to" for saying in self.frame.sayings):
            return ""
        given, tokens = self._given(), self.reading.tokens
        if not given:
            return ""
        first = next(index for index in phrase.names if tokens.names[index] == given[0])
        end = next((at for at in range(first + 1, len(tokens.words)) if tokens.kind(at) in ",;rsav"), len(tokens.words))
        return f" {' '.join(tokens.words[first + 1 : end])} "

    # ---- nominalisations: "X's acquisition of Y", "X took a stake in Y"

    @once
    def _light_verb(self) -> int | None:
        """Return the verb that the nominal is the object of, also through "plans for"."""
        phrase, tokens = self._phrase, self.reading.tokens
        at = phrase.first - 1 if phrase else -1
        if at >= 0 and tokens.kind(at) == "p":
            before = self.reading.phrases.ending(at)
            at = before.first - 1 if before is not None else at - 1
        while tokens.kind(at) in "xq":
            at -= 1
        return at if at >= 0 and tokens.kind(at) in "veg" else None

    def _of_event(self, slot: str) -> tuple[Name, ...]:
        phrase, verb = self._phrase, self._light_verb
        said = self.reading.tokens.words[verb] if verb is not None else ""
        owned = phrase is not None and bool(phrase.owners)
        got = said in words("relation-cues", "get") or (not owned and said in words("relation-cues", "barring"))
        if (self.frame.wares and not self._event_wares(phrase)) or (self.frame.given and got):
            return ()
        if self.frame.owned:
            return self._of_owned(slot, phrase)
        borne = "subject" if any("subject" in one.slots for one in self.frame.sayings) else "object"
        return self._doer(phrase, verb) if slot == borne else self._undergone(slot, phrase)

    def _undergone(self, slot: str, phrase: Phrase | None) -> tuple[Name, ...]:
        """Return what prepositions bring to a nominal, or what stands before it: "a stake in X", "its X stake"."""
        made, _, prepositions = slot.rpartition(":")
        plain = slot in ("object", "maker")
        wanted = ("of", "in") if plain else tuple(prepositions.split("|"))
        found = self._first(slot if plain else made, wanted)
        beside = phrase is not None and not found and "in" in wanted
        return self._names(self._beside(phrase)) if phrase is not None and beside else found

    def _doer(self, phrase: Phrase | None, verb: int | None) -> tuple[Name, ...]:
        """Return whose doing a nominal is: who takes over what is sold, its owner, its agent, its verb's subject."""
        parted = verb is not None and self.reading.tokens.words[verb] in words("relation-cues", "parting")
        taker = self._first("", ("to",)) if parted else ()
        if taker:
            return taker
        owners = [index for index in phrase.owners if index < self.index] if phrase else []
        if owners:
            return self._names((owners[-1],))
        acting = self._first("", ("by",))
        return acting or (self._names(self.reading.clauses.subject(verb)) if verb is not None else ())

    def _event_wares(self, phrase: Phrase | None) -> bool:
        """Tell whether a nominal is of the wares that its frame is about: "a chip deal", "a deal for chips"."""
        tokens = self.reading.tokens
        behind = self.reading.clauses.brought(self._end, ("for", "of"))
        said = [" ".join(tokens.words[one.first : one.last]) for one in (phrase, *behind) if one is not None]
        return any(f" {ware} " in f" {text} " for ware in self.frame.goods for text in said)

    def _of_owned(self, slot: str, phrase: Phrase | None) -> tuple[Name, ...]:
        """Return what fills a slot of an event that is its object's: "X joined Y's round", "a round led by X"."""
        verb, names = self._light_verb, self.reading.tokens.names
        before = [index for index in phrase.names if index < self.index] if phrase else []
        raising = [index for index in before if names[index].entity.kind == "Company"]
        if slot != "subject":
            return self._names(tuple(raising[-1:])) or self._first("", slot.split("|"))
        acting = self._first("", ("by",))
        return acting or (self._names(self.reading.clauses.subject(verb)) if verb is not None else ())

    @property
    def joined(self) -> tuple[Name, ...]:
        """Return those whom "between" joins, for what is mutual: "the rivalry between X and Y"."""
        return self._first("", ("between",)) if self.trigger.kind == "nominal" else ()

    def _beside(self, phrase: Phrase) -> tuple[int, ...]:
        """Return the name that stands before the noun: "a U.S. investment", "its Acme stake"."""
        before = [index for index in phrase.names if index < self.index and index not in phrase.owners]
        return tuple(before[-1:])

    # ---- nouns for those who take part: "Y, the owner of X", "X owner Y", "X's rivals such as Y"

    def _bearers(self) -> tuple[Name, ...]:
        phrase = self._phrase
        if phrase is None:
            return ()
        return self._names(self.reading.bearers.of(phrase, self._end - 1, plural=self.trigger.plural))

    def _complement(self, slot: str) -> tuple[Name, ...]:
        phrase, names = self._phrase, self.reading.tokens.names
        before = [index for index in phrase.names if index < self.index] if phrase is not None else []
        owned = [index for index in before if phrase is not None and index in phrase.owners]
        if owned and names[owned[-1]].entity.kind != "Place":
            return self._names((owned[-1],))
        behind = self._complement_behind(slot)
        if behind is not None or phrase is None:
            return behind or ()
        beside = owned or [index for index in before if names[index].entity.kind != "Place"]
        return self._names((beside[-1],)) if beside else self._antecedent(phrase) or self._understood(phrase)

    def _complement_behind(self, slot: str) -> tuple[Name, ...] | None:
        """Return the complement that a preposition brings: "the owner of X"; None where no preposition follows."""
        reading, phrase, tokens = self.reading, self._phrase, self.reading.tokens
        prepositions = {"of", "to"} | (set() if slot in _PLAIN else set(slot.split("|")))
        at = phrase.last if phrase is not None and phrase.head is None else self._end
        titled = reading.phrases.starting(at + 1) if tokens.kind(at) == "c" else None
        if titled is not None and titled.noun is not None and not titled.names:  # "co-founder and chair of"
            at = titled.last
        if tokens.kind(at) not in "pt" or tokens.word(at) not in prepositions:
            return None
        behind = reading.phrases.starting(at + 1)
        listing = behind is not None and behind.head is None and tokens.kind(behind.last) == "k"
        found = () if listing else self._meant(slot, behind)
        if found or behind is None or listing or behind.names:
            return found or (self._names(behind.owners[-1:]) if behind and self._of_goods(behind) else ())
        passed = tokens.word(behind.last) in prepositions - {"of"}  # "supplier of displays to X"
        return self._meant(slot, reading.phrases.starting(behind.last + 1)) if passed else ()

    def _of_goods(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is for somebody's goods: "a customer of Acme's chips"."""
        word = self.reading.tokens.words[phrase.noun] if phrase.noun is not None else ""
        return bool(phrase.owners) and word in self.frame.goods

    def _antecedent(self, phrase: Phrase) -> tuple[Name, ...]:
        """Return what "whose" stands for: "X, whose rivals include Y"."""
        if self.reading.tokens.word(phrase.first) != "whose":
            return ()
        comma = int(self.reading.tokens.kind(phrase.first - 1) == ",")
        before = self.reading.phrases.ending(phrase.first - comma)
        return self._names(self.reading.phrases.back(before)[-1:]) if before is not None else ()

    def _understood(self, phrase: Phrase) -> tuple[Name, ...]:
        """Return the company that a bare role noun is about: the first of the sentence before it, or of the text."""
        reading = self.reading
        slots = [one for saying in self.frame.sayings for slot in saying.slots for one in slot.split("|")]
        said = reading.tokens.words[phrase.first : phrase.last]
        tied = reading.tokens.word(phrase.last) in {"of", "to", *slots} or not {*_OTHER}.isdisjoint(said)
        denied = reading.clauses.negated(max(0, phrase.first - 1), self._end)
        if not self.frame.understood or tied or denied:
            return ()
        meant = set(reading.bearers.of(phrase, self._end - 1, plural=self.trigger.plural))
        names = reading.tokens.names
        before = [index for index in names if index < phrase.first and index not in meant]
        companies = [index for index in before if names[index].entity.kind == "Company"]
        served = self.frame.nearest
        free = [index for index in companies if not self._governed(index)] if served else companies[:1]
        first = names[free[-1]] if free else None if served and companies else reading.lead
        return (first,) if first is not None else ()

    def _governed(self, name: int) -> bool:
        """Tell whether a preposition stands before the phrase of a name."""
        phrase = self.reading.phrases.over(name)
        return phrase is not None and self.reading.tokens.kind(phrase.first - 1) == "p"


_OTHER = ("another", "other")
"""Words of a description that goes on from one before: whose rival or investor it is was told there, if at all."""
_BUYING = ("Company", "Organization", "Authority")
_PLAIN = ("subject", "object", "maker")
_LONGEST_GROUP = 8

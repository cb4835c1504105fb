"""What the frames of a sentence's verbs and nouns link: one reading for verbs, participles and nouns alike."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from kg.extract.rules.annotations import Name
from kg.extract.rules.relations.classes import Tokens
from kg.extract.rules.relations.frames import Frame, Linking, Saying, Trigger
from kg.extract.rules.relations.kinds import THINGS
from kg.extract.rules.relations.phrases import Phrase
from kg.extract.rules.relations.reading import Reading, Stated
from kg.lexicon.names import Lexicon
from kg.lexicon.wordlists import words


def framed(reading: Reading, known: Linking) -> Iterator[Stated]:
    """Yield what each frame of `known` that a sentence opens states, in order of the words that open them."""
    for index, word in enumerate(reading.tokens.words):
        listed = known.triggers.get(word.lstrip("-"))
        for trigger in _opened(reading.tokens, index, listed) if listed else ():
            if trigger.frame.code in known.frames:
                yield from _stated(reading, index, trigger)


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


def _stated(reading: Reading, index: int, trigger: Trigger) -> Iterator[Stated]:
    """Yield what the frame that opens at `index` states."""
    slots, frame = _Slots(reading, index, trigger), trigger.frame
    for saying in frame.sayings:
        objects = slots.filled(saying.object, saying)
        subjects = slots.filled(saying.subject, saying) if objects else ()
        if not subjects:
            continue
        first, last = slots.stretch
        if frame.symmetric and slots.turned(subjects[0], objects[0]):
            subjects, objects = objects, subjects
        if frame.provider:
            subjects, objects = _served(reading, subjects, objects, frame.provider)
        yield Stated(
            saying.predicate,
            subjects,
            objects,
            f"{frame.code}-{trigger.kind}",
            planned=reading.clauses.planned(first, last),
            negated=reading.clauses.negated(first, last),
        )


def _served(
    reading: Reading, ones: tuple[Name, ...], others: tuple[Name, ...], kind: str
) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Return the customers and the providers of those who have a contract: those of the kind, or more so."""
    least, most = ([_provides(reading.lexicon, name, kind) for name in side] for side in (ones, others))
    if max(least) < min(most):
        return ones, others
    return (others, ones) if max(most) < min(least) else ((), ())


def _provides(lexicon: Lexicon, name: Name, kind: str) -> int:
    """Return 2 for who is registered as a provider of this kind, 1 for who owns one, else 0."""
    if any(kind in noun for noun in lexicon.fact(name.entity, "kindNoun")):
        return 2
    owned = lexicon.related(name.entity, "parentOf")
    return int(any(kind in noun for part in owned for noun in lexicon.fact(part, "kindNoun")))


def _makers(reading: Reading, phrase: Phrase | None, goods: frozenset[str]) -> tuple[Name, ...]:
    """Return the companies whose goods a phrase means: "Nvidia chips", "Nvidia's H20", "the H20"."""
    if phrase is None:
        return ()
    tokens, phrases = reading.tokens, reading.phrases
    things = [tokens.names[index] for index in phrases.heads(phrase)]
    made = [(name, reading.lexicon.having("makes", name.entity)) for name in things if name.entity.kind in THINGS]
    found = tuple(Name(name.span, known[0], "description") for name, known in made if known)
    if found:
        return found
    inner = phrases.within(phrase)
    if inner is not phrase:
        return _makers(reading, inner, goods)
    noun = tokens.words[phrase.noun] if phrase.noun is not None else ""
    orgs = [index for index in phrase.names if tokens.names[index].entity.kind == "Company"]
    if noun not in goods or not orgs:
        return ()
    joined = phrases.ending(phrase.first - 1) if tokens.kind(phrase.first - 1) == "c" else None
    return reading.named((*(phrases.back(joined) if joined is not None else ()), orgs[0]))


@dataclass(frozen=True)
class _Slots:
    """The slots of one frame, opened at a token, filled from what stands around it."""

    reading: Reading
    index: int
    trigger: Trigger

    @property
    def frame(self) -> Frame:
        return self.trigger.frame

    @cached_property
    def _end(self) -> int:
        return self.index + 1 + self._particle

    @cached_property
    def _particle(self) -> int:
        """Return how many tokens the words behind the first take, adverbs before them included."""
        tokens, at = self.reading.tokens, self.index + 1
        while self.trigger.kind == "verb" and self.trigger.rest and tokens.kind(at) == "x":
            at += 1
        return at - self.index - 1 + len(self.trigger.rest)

    @cached_property
    def _phrase(self) -> Phrase | None:
        return self.reading.phrases.over(self.index)

    @cached_property
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
        """Tell whether `thing` comes first: by position, and of "rival Y" the one whose rival it is."""
        if self.trigger.kind != "agent":
            return thing.span < subject.span
        tokens = self.reading.tokens
        return not any(tokens.names[index] == subject for index in tokens.names if index < self.index)

    @cached_property
    def _group_start(self) -> int:
        tokens, start = self.reading.tokens, self.reading.clauses.group(self.index)
        while tokens.kind(start - 1) in "nxatpveg" and self.index - start < _LONGEST_GROUP:
            start -= 1
        return start

    def filled(self, slot: str, saying: Saying) -> tuple[Name, ...]:
        """Return the names that fill a slot of `saying`."""
        if self.trigger.kind == "verb":
            return self._of_verb(slot)
        if self.trigger.kind == "nominal":
            return self._of_event(slot, saying)
        borne = "subject" if self.trigger.kind == "agent" else "object"
        return self._bearers() if slot == borne else self._complement(slot)

    @cached_property
    def _goods(self) -> frozenset[str]:
        return words("relation-cues", *sorted(self.frame.wares or ("goods",)))

    def _brought(self, slot: str) -> tuple[Name, ...]:
        """Return what fills a slot of prepositions, behind the words that open the frame."""
        made, _, prepositions = slot.rpartition(":")
        return self._first(made, prepositions.split("|"))

    def _first(self, slot: str, prepositions: Iterable[str]) -> tuple[Name, ...]:
        """Return the names of the first phrase behind these prepositions that gives the slot any."""
        behind = self.reading.clauses.brought(self._end, prepositions)
        return next((names for names in map(partial(self._meant, slot), behind) if names), ())

    def _meant(self, slot: str, phrase: Phrase | None) -> tuple[Name, ...]:
        """Return the names that a phrase gives to a slot: its makers or what it stands for."""
        if slot == "maker":
            return _makers(self.reading, phrase, self._goods)
        found = self.reading.phrases.heads(phrase)
        if not found and phrase is not None and phrase.noun is not None and phrase.last <= self.index:
            found = self.reading.bearers.of(phrase, phrase.noun, plural=False)
        return self._names(found)

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
                return self._joined() or self._names(self.reading.clauses.subject(self.index))
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
        meant = tuple(behind[:1]) or reading.phrases.heads(phrase)
        return self._names(meant or (reading.bearers.of(phrase, noun, plural=False) if noun is not None else ()))

    def _actors(self) -> tuple[Name, ...]:
        tokens = self.reading.tokens
        if not self._passive:
            return self._names(self.reading.clauses.subject(self.index))
        if tokens.kind(self.index) == "b":
            return self._names((self.index - 1,)) if self.index - 1 in tokens.names else ()
        return self._first("", ("by",))

    def _undergoer(self) -> Phrase | None:
        if self._passive:
            return self.reading.phrases.ending(self.reading.clauses.group(self.index))
        return self.reading.clauses.object(self.index, self._particle)

    def _wares_fit(self) -> bool:
        phrase = self._undergoer() if self.frame.wares else None
        if phrase is None or any(":" in slot for saying in self.frame.sayings for slot in saying.slots):
            return not self.frame.wares or phrase is not None
        tokens, inner = self.reading.tokens, self.reading.phrases.within(phrase)
        named = inner.head is not None and tokens.names[inner.head].entity.kind in THINGS
        said = f" {' '.join(tokens.words[inner.first : inner.last])} "
        return (named and "goods" in self.frame.wares) or any(f" {ware} " in said for ware in self._goods)

    # ---- nominalisations: "X's acquisition of Y", "X took a stake in Y"

    @cached_property
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

    def _of_event(self, slot: str, saying: Saying) -> tuple[Name, ...]:
        phrase = self._phrase
        if slot != ("subject" if "subject" in saying.slots else "object"):
            made, _, prepositions = slot.rpartition(":")
            plain = slot in ("object", "maker")
            wanted = ("of", "in") if plain else tuple(prepositions.split("|"))
            found = self._first(slot if plain else made, wanted)
            return found or (self._names(self._places(phrase)) if phrase is not None and "in" in wanted else ())
        verb = self._light_verb
        if verb is not None and self.reading.tokens.words[verb] in words("relation-cues", "parting"):
            return self._first("", ("to",))
        owners = [index for index in phrase.owners if index < self.index] if phrase else []
        if owners:
            return self._names((owners[-1],))
        acting = self._first("", ("by",))
        return acting or (self._names(self.reading.clauses.subject(verb)) if verb is not None else ())

    def _places(self, phrase: Phrase) -> tuple[int, ...]:
        """Return the place that stands before the noun: "a U.S. investment"."""
        names = self.reading.tokens.names
        return tuple(index for index in phrase.names if index < self.index and names[index].entity.kind == "Place")[-1:]

    # ---- nouns for those who take part: "Y, the owner of X", "X owner Y", "X's rivals such as Y"

    def _bearers(self) -> tuple[Name, ...]:
        phrase = self._phrase
        if phrase is None:
            return ()
        return self._names(self.reading.bearers.of(phrase, self._end - 1, plural=self.trigger.plural))

    def _complement(self, slot: str) -> tuple[Name, ...]:
        reading, phrase, tokens = self.reading, self._phrase, self.reading.tokens
        prepositions = {"of", "to"} | (set() if slot in _PLAIN else set(slot.split("|")))
        at = phrase.last if phrase is not None else self._end
        at = self._end if phrase is not None and phrase.head is not None else at
        if tokens.kind(at) in "pt" and tokens.word(at) in prepositions:
            behind = reading.phrases.starting(at + 1)
            if behind is not None and behind.head is None and tokens.kind(behind.last) == "k":
                return ()
            return self._meant(slot, behind)
        if phrase is None:
            return ()
        before = [index for index in phrase.names if index < self.index]
        owned = [index for index in before if index in phrase.owners]
        if owned:
            return self._names((owned[-1],))
        beside = [index for index in before if tokens.names[index].entity.kind != "Place"]
        if beside:
            return self._names((beside[-1],))
        return self._antecedent(phrase) or self._understood(phrase)

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
        if not self.frame.understood or reading.tokens.word(phrase.last) in ("of", "to", "in"):
            return ()
        meant = set(reading.bearers.of(phrase, self._end - 1, plural=self.trigger.plural))
        names = reading.tokens.names
        before = (index for index in names if index < phrase.first and index not in meant)
        first = next((names[index] for index in before if names[index].entity.kind == "Company"), reading.lead)
        return (first,) if first is not None else ()


_PLAIN = ("subject", "object", "maker")
_LONGEST_GROUP = 8

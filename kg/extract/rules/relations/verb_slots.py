"""The slots of a verb: who does it, to whom, and what its prepositions bring."""

from collections.abc import Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import BODIES, THINGS
from kg.extract.rules.relations.beside_objects import bought_besides, country_of
from kg.extract.rules.relations.contests import acting_before, moving
from kg.extract.rules.relations.frames import role_nouns, triggers
from kg.extract.rules.relations.phrases import Phrase
from kg.extract.rules.relations.sellers import is_model, last_word, of_line, unsold, whose_goods
from kg.extract.rules.relations.slots import Slots
from kg.extract.rules.text.once import once
from kg.lexicon.wordlists import words

_ANOTHER = {
    "commit-to": (("for",), ("capacity", "goods", "service")),
    "reliance": (("for",), ("revenue", "capacity")),
    "serve": (("with",), ("capacity",)),
}
"""Code of a frame -> the prepositions that bring what tells of something else, and the codes for it."""
_OF_GOODS_TOO = ("buy-capacity", "host")
"""Codes of frames of capacity whose verbs tell of goods too, in another frame."""
_LONGEST_GROUP = 8


class VerbSlots(Slots):
    """Active or passive: "X buys from Y", "X, backed by Y", "Y-backed X"."""

    @property
    def end(self) -> int:
        """Return the token behind the words that open the frame."""
        return self.index + 1 + self._particle

    @once
    def _particle(self) -> int:
        """Return how many tokens the words behind the first take, adverbs before them included."""
        at = self.index + 1
        if self.trigger.kind == "verb" and self.trigger.rest:
            at = self.reading.tokens.past(at, "x")
        return at - self.index - 1 + len(self.trigger.rest)

    @once
    def _passive(self) -> bool:
        return self._of_sum is None and self.reading.clauses.passive(
            self.index, transitive=self.frame.transitive, particle=self._particle
        )

    @property
    def stretch(self) -> tuple[int, int]:
        """Return the tokens in which words may deny or put off what the frame states."""
        return self._group_start, self.end

    @once
    def _group_start(self) -> int:
        tokens, start = self.reading.tokens, self.reading.clauses.group(self.index)
        while tokens.kind(start - 1) in "nxatpvegy" and self.index - start < _LONGEST_GROUP:
            start -= 1
        return start

    def filled(self, slot: str) -> tuple[Name, ...]:
        """Return the names that fill a slot of what the frame says."""
        if not self._wares_fit or (
            self.frame.symmetric and moving(self.reading, self.index, self.end, passive=self._passive)
        ):
            return ()
        filling = {
            "subject": self._actors,
            "owner": self._owners,
            "placing": self._placing,
            "maker": self._makers,
            "traded": self._traded,
            "object": self._undergone,
            "country": self._country,
        }
        found = filling[slot]() if slot in filling else self._brought(slot)
        firms = slot == "object" and self.frame.code == "embargo" and any(one.entity.kind != "Chip" for one in found)
        return () if firms and not self._traded() else found  # "Washington bans X" tells of no goods

    def _traded(self) -> tuple[Name, ...]:
        phrase = self._subject_phrase() if self._passive else self._undergoer()
        return self.named(unsold(self.reading, phrase, self.end))

    def _makers(self) -> tuple[Name, ...]:
        phrase = self._undergoer()
        taken_over = phrase is not None and self._taken_over(phrase)
        return () if taken_over or self._shares_elsewhere(phrase) else self.meant("maker", phrase)

    def _shares_elsewhere(self, phrase: Phrase | None) -> bool:
        """Tell whether whose shares they are only sells them: "bought X's shares in Y"."""
        tokens = self.reading.tokens
        apart = phrase is not None and self.frame.code == "shares" and tokens.word(phrase.last) == "in"
        of = self.reading.phrases.starting(phrase.last + 1) if apart and phrase is not None else None
        return of is not None and bool(of.names)

    def _country(self) -> tuple[Name, ...]:
        """Return the country that the object is told to be in, unless a preposition says where."""
        told = self._brought("in|at")
        return () if told else self.named(country_of(self.reading.phrases, self._undergoer()))

    @property
    def is_software(self) -> bool:
        """Tell whether what is used is software, whose maker serves: "X uses Y's chatbot Z"."""
        phrase = self._undergoer() if self.frame.code == "use" else None
        head = self.reading.phrases.within(phrase).head if phrase is not None else None
        if head is None or self.reading.tokens.names[head].entity.kind != "Product":
            return False
        kinds = self.reading.lexicon.fact(self.reading.tokens.names[head].entity, "kindNoun")
        nouns = {noun.rsplit(maxsplit=1)[-1] for noun in kinds}
        return not nouns.isdisjoint(words("relation-cues", "programs"))

    def _taken_over(self, phrase: Phrase) -> bool:
        """Tell whether the object is a product by its name alone that is taken over: "Meta is buying Manus"."""
        tokens = self.reading.tokens
        kind = tokens.names[phrase.head].entity.kind if phrase.head is not None else ""
        bare = kind == "Product" and not self._counted(phrase) and not phrase.owners
        opened = triggers().get(tokens.words[self.index], ()) if bare and self.frame.wares else ()
        return any(one.frame.code == "acquire" and one.rest == self.trigger.rest for one in opened)

    def _are_goods(self, phrase: Phrase) -> bool:
        """Tell whether a phrase counts things by their name: who buys "nine Acme jets" takes no business over."""
        named = phrase.head is not None and self.reading.tokens.names[phrase.head].entity.kind in THINGS
        return named and self._counted(phrase)

    def _counted(self, phrase: Phrase) -> bool:
        """Tell whether a phrase says how many."""
        tokens = self.reading.tokens
        told = slice(phrase.first, phrase.last)
        return "0" in tokens.classes[told] or not words("numbers").isdisjoint(tokens.words[told])

    def _undergone(self) -> tuple[Name, ...]:
        """Return to whom or what it is done."""
        if self._passive:
            return self._joined() or self._surface() or self._hit(self._subject_phrase())
        undergoer = self._undergoer()
        inner = self.reading.phrases.within(undergoer) if undergoer is not None else None
        if (
            undergoer is not None
            and undergoer.last < self.index
            and undergoer.head is None
            and undergoer.noun is not None
        ):
            return self.named(
                self.reading.bearers.of(undergoer, undergoer.noun, plural=False)
            )  # "X, a firm which Y bought"
        if undergoer is not None and undergoer.last < self.index and undergoer.head is not None:
            return self.named(self.reading.phrases.back(undergoer))  # "the H20 and H200 chips that X sells"
        if self.frame.bare and inner is not None and inner.noun is not None and not self.reading.clauses.firm(inner):
            return self._part(inner)
        if self.frame.bare and undergoer is not None and self._are_goods(undergoer):
            return ()
        found = (self._given() if self.frame.bringing else ()) or self.meant("object", undergoer)
        besides = bought_besides(self.reading.phrases, undergoer) if self.frame.bare and found else ()
        found = (*found, *(name for one in besides for name in self.meant("object", one)))
        return found or self._hit(undergoer)

    def _subject_phrase(self) -> Phrase | None:
        """Return the noun phrase that the verb has as its subject, before what prepositions bring to it."""
        tokens, phrases = self.reading.tokens, self.reading.phrases
        phrase = phrases.ending(self.reading.clauses.group(self.index))
        while phrase is not None and tokens.kind(phrase.first - 1) == "p":
            phrase = phrases.ending(phrase.first - 1)
        return phrase

    def _hit(self, phrase: Phrase | None) -> tuple[Name, ...]:
        """Return whose business it is that a rule hits: "the curbs have hurt Acme's sales", not "Acme's rivals"."""
        ruled = any(saying.predicate == "restrictedBy" and saying.object == "subject" for saying in self.frame.sayings)
        if phrase is None or not ruled or phrase.head is not None:
            return ()
        noun = self.reading.tokens.words[phrase.noun] if phrase.noun is not None else ""
        others = noun in role_nouns() or noun.removesuffix("s") in role_nouns() or self.reading.clauses.firm(phrase)
        others = others and noun not in words("relation-cues", "acting-part")
        return () if others else self.named(phrase.owners[-1:])

    def _part(self, phrase: Phrase) -> tuple[Name, ...]:
        """Return what somebody's unit or business is called, which changes hands: "sold its Acme business to X"."""
        noun = phrase.noun
        role = noun is not None and self.reading.tokens.words[noun] in words("neighbours", "part")
        if noun is None or not role or phrase.head is not None or not phrase.names:
            return ()
        called = [index for index in phrase.names if index not in phrase.owners]
        return self.named(tuple(called[-1:])) if called and called[-1] == noun - 1 else ()

    def _owners(self) -> tuple[Name, ...]:
        """Return whose the goods are that a phrase means: "makes Acme's phones", "stores Acme's data"."""
        phrase = self._undergoer()
        return self.named(whose_goods(self.reading, phrase, self.frame)) if phrase is not None else ()

    def _placing(self) -> tuple[Name, ...]:
        """Return whose orders a phrase means: "won half of Acme's orders", "lands a big Acme order"."""
        phrase = self._undergoer()
        phrase = self.reading.phrases.within(phrase) if phrase is not None else None
        ordered = phrase is not None and phrase.noun is not None and phrase.head is None
        tokens = self.reading.tokens
        if phrase is None or not ordered or not self.frame.has_wares(tokens.words[phrase.first : phrase.last]):
            return ()
        buyers = phrase.owners or phrase.names
        named = all(tokens.names[index].entity.kind in BODIES for index in buyers)
        return self.named(buyers[-1:]) if named else ()

    def _joined(self) -> tuple[Name, ...]:
        """Return what a participle joined to its agent stands before: "Microsoft-backed OpenAI"."""
        phrase = self.phrase
        if self.reading.tokens.kind(self.index) != "b" or phrase is None:
            return ()
        behind = [index for index in phrase.names if index > self.index]
        reading, noun = self.reading, phrase.noun
        if noun is not None and phrase.head is None and reading.tokens.words[noun] in role_nouns():
            return self.named(reading.bearers.of(phrase, noun, plural=False))
        behind = [index for index in behind if reading.tokens.names[index].entity.kind != "Place"]
        meant = tuple(behind[:1]) or reading.phrases.heads(phrase)
        return self.named(meant or (reading.bearers.of(phrase, noun, plural=False) if noun is not None else ()))

    def _actors(self) -> tuple[Name, ...]:
        tokens = self.reading.tokens
        if self._of_sum is not None:
            return self.named((self._of_sum,))
        if not self._passive:
            found = self._surface()
            return () if self._made_to_comply(found) else found
        if tokens.kind(self.index) == "b":
            return self.named((self.index - 1,)) if self.index - 1 in tokens.names else ()
        lead = self.reading.lead if self.frame.code == "outsource" else None  # "the work would be outsourced to X"
        return self.first("", ("by",)) or ((lead,) if lead is not None else ())

    def _made_to_comply(self, names: tuple[Name, ...]) -> bool:
        """Tell whether a thing is only told to be made so as to keep a rule: "a chip designed to comply with"."""
        things = self.frame.code == "violate" and any(name.entity.kind in THINGS for name in names)
        return things and "t" in self.reading.tokens.classes[self.reading.clauses.group(self.index) : self.index]

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
            described = reading.bearers.of(before, before.noun, plural=tokens.words[before.noun].endswith("s"))
            if relative and not described and not self._passive and (making := self._with_goods(before)):
                return self.named(making)
            if described or relative or start == self.index:  # "at a plant located in Texas"
                return self.named(described or (self._named_late() if relative and not self._passive else ()))
        beside = self._passive and start == self.index and before is not None and before.head is not None
        if before is not None and beside and self._is_thing(before):
            return self.named(reading.phrases.back(before))  # "the buyer of the H20 made for X"
        found = reading.clauses.subject(self.index)
        if not found and self.frame.symmetric:
            found = self.for_goods(before) if before is not None else acting_before(self.reading, self.index, start)
        return self.named(found)

    def _with_goods(self, phrase: Phrase) -> tuple[int, ...]:
        """Return who comes up with goods that rival another's: "X builds phones that rival Y's"."""
        reading, tokens = self.reading, self.reading.tokens
        if not self.frame.symmetric or reading.clauses.firm(phrase):
            return ()
        verb = next((at for at in range(phrase.first - 1, -1, -1) if tokens.kind(at) in "veg"), -1)
        got = tokens.word(verb) in words("relation-cues", "buy", "use")
        return () if verb < 0 or got else reading.clauses.around(phrase.first)

    def _is_thing(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is for a thing itself, no version of it."""
        thing = phrase.head is not None and self.reading.tokens.names[phrase.head].entity.kind in THINGS
        return thing and not self.reading.clauses.likened(phrase)

    def _named_late(self) -> tuple[int, ...]:
        """Return who is named behind the object: "the company that makes Claude, Anthropic, grew"."""
        tokens, thing = self.reading.tokens, self._undergoer()
        behind = self.reading.phrases.starting(thing.last + 1) if thing and tokens.kind(thing.last) == "," else None
        apart = behind is not None and behind.head == behind.first and tokens.kind(behind.last) == ","
        return (behind.first,) if behind is not None and apart else ()

    def _undergoer(self) -> Phrase | None:
        if self._passive:
            return self._before()
        return self.reading.clauses.object(self.index, self._particle)

    def _before(self) -> Phrase | None:
        """Return what a passive tells of: "X's data in Asia are hosted", "the chip, made by X"."""
        tokens, phrases, at = self.reading.tokens, self.reading.phrases, self.reading.clauses.group(self.index)
        found = phrases.ending(at - (tokens.kind(at - 1) == ","))
        placed = found is not None and found.head is not None and tokens.names[found.head].entity.kind == "Place"
        placed = placed and found is not None and tokens.word(found.first - 1) == "in"
        return phrases.ending(found.first - 1) if found is not None and placed else found

    @once
    def _wares_fit(self) -> bool:
        """Tell whether what is done is done with the wares that the frame is about."""
        if self._for_another():
            return False
        if self.frame.bringing:
            tokens = self.reading.tokens
            brought = self.reading.clauses.brought(self.end, self.frame.bringing)
            return any(self.frame.has_wares(tokens.words[phrase.first : self._reach(phrase)]) for phrase in brought)
        phrase = self._undergoer() if self.frame.wares else None
        given = self._handed(phrase) if phrase is not None and self.trigger.kind == "verb" else None
        if given is not None:
            return self.frame.has_wares(given)
        if any(":" in slot for saying in self.frame.sayings for slot in saying.slots):
            return True
        if phrase is None:
            return not self.frame.wares or self._of_sum is not None
        return self._is_ware(self.reading.phrases.within(phrase))

    @once
    def _of_sum(self) -> int | None:
        """Return the subject behind the sum that a verb is about: X of "the $4 billion X committed to Y"."""
        sums = "sums" in self.frame.wares and self.trigger.kind == "verb"
        subject = self.reading.phrases.ending(self.reading.clauses.group(self.index)) if sums else None
        if subject is None or subject.head is None or self.reading.clauses.object(self.index, self._particle):
            return None
        before = self.reading.tokens.words[subject.first : subject.head]
        return None if words("relation-cues", "sums").isdisjoint(before) else subject.head

    def _for_another(self) -> bool:
        """Tell whether what is brought makes it another deal: "relies on X for sales", "supplies X with capacity"."""
        prepositions, codes = _ANOTHER.get(self.frame.code, ((), ()))
        tokens, wares = self.reading.tokens, words("relation-cues", *codes) if codes else frozenset()
        brought = self.reading.clauses.brought(self.end, prepositions) if prepositions else ()
        return any(not wares.isdisjoint(tokens.words[phrase.first : self._reach(phrase)]) for phrase in brought)

    def _reach(self, phrase: Phrase) -> int:
        """Return where a phrase ends together with those behind "of": "millions of chips", "a third of its sales"."""
        last = self.reading.phrases.within(phrase).last
        while self.reading.tokens.word(last) == "of" and (of := self.reading.phrases.starting(last + 1)) is not None:
            last = of.last
        return last

    def _is_ware(self, inner: Phrase) -> bool:
        """Tell whether a phrase is for the wares that the frame is about."""
        tokens, word = self.reading.tokens, last_word(self.reading, inner)
        if "sums" in self.frame.wares:
            return word in self.frame.goods  # "secured one million chips from X" tells of no money
        served = word not in self.frame.goods and word in words("relation-cues", "service", "capacity")
        bought = self.frame.code in _OF_GOODS_TOO and word in words("relation-cues", "goods")
        if ("goods" in self.frame.wares and served) or bought:
            return False  # "chip leasing services", "GPU capacity"; who buys servers buys goods
        listed = " ".join(tokens.words[max(inner.first, inner.last - 2) : inner.last]) in self.frame.goods
        if self.reading.clauses.firm(inner) and not listed:  # "won cloud business from X"
            return False  # "bought the software company from X"
        named = inner.head is not None and tokens.names[inner.head].entity.kind in THINGS
        line = of_line(self.reading, inner, self.frame.goods) is not None or (bool(inner.names) and is_model(word))
        goods = (named or line) and "goods" in self.frame.wares
        chip = named and inner.head is not None and tokens.names[inner.head].entity.kind == "Chip"
        goods = goods or (chip and "chips" in self.frame.wares)
        return goods or self.frame.has_wares(tokens.words[inner.first : inner.last])

    def _handed(self, phrase: Phrase) -> Sequence[str] | None:
        """Return the words of what somebody named first is given, None where nobody is: "sell Acme four jets"."""
        if not any(saying.object == "to" or saying.subject == "to" for saying in self.frame.sayings):
            return None
        given, tokens = self._given(), self.reading.tokens
        if not given:
            return None
        first = next(index for index in phrase.names if tokens.names[index] == given[0])
        end = next((at for at in range(first + 1, len(tokens.words)) if tokens.kind(at) in ",;rsav"), len(tokens.words))
        return tokens.words[first + 1 : end]

    def _brought(self, slot: str) -> tuple[Name, ...]:
        """Return what fills a slot of prepositions, behind the words that open the frame, or before its goods."""
        if self.frame.code == "base" and self.reading.tokens.kind(self.index) == "b":
            return ()  # "Oslo-based X filed in New York"
        made, _, prepositions = slot.rpartition(":")
        given = prepositions.split("|")
        if not made and (fronted := self.reading.clauses.fronted(self.index, given)):
            return self.named(fronted)
        aside = self._inserted(given) if not self._passive else None
        return (
            self.first(made, given)
            or self.meant(made, aside)
            or (self._given() if "to" in given and not self._passive else ())
        )

    def _inserted(self, prepositions: Sequence[str]) -> Phrase | None:
        """Return what a preposition brings between a subject and its verb: Y of "X, via Y, rents"."""
        tokens, end = self.reading.tokens, self.reading.clauses.group(self.index) - 1
        opening = tokens.classes.rfind(",", 0, end) if tokens.kind(end) == "," else -1
        brings = opening > 0 and tokens.word(opening + 1) in prepositions
        behind = self.reading.phrases.ending(end) if brings else None
        return behind if behind is not None and behind.first == opening + 2 else None

    def _given(self) -> tuple[Name, ...]:
        """Return to whom goods go that stand behind: "will sell Acme four jets", "gave the bank Acme an order"."""
        tokens = self.reading.tokens
        phrase = self._undergoer()
        names = [index for index in phrase.names if tokens.names[index].entity.kind in BODIES] if phrase else []
        if phrase is None or not names or tokens.kind(names[0]) == "G":
            return ()
        at = names[0] + 1
        number = tokens.kind(at) == "0" or tokens.word(at) in words("numbers")
        return self.named(tuple(names[:1])) if number or (at == phrase.last and tokens.kind(at) == "d") else ()

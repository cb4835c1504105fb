"""The slots of a noun for the doing: "X's acquisition of Y", "X took a stake in Y", "a deal between X and Y"."""

from kg.extract.rules.annotations import Name
from kg.extract.rules.relations.contests import contending
from kg.extract.rules.relations.forms import HAVING
from kg.extract.rules.relations.phrases import Phrase
from kg.extract.rules.relations.slots import Slots
from kg.lexicon.nouns import is_firm
from kg.lexicon.wordlists import words

_GAINING = ("after", "by", "on", "with")
"""Prepositions that bring orders by which a seller does well: "made inroads with orders from X"."""
_DOING = ("banker", "banking", "manager", "adviser", "advisor", "professional")
"""How nouns end for those who invest for others."""
_ACCOMPANYING = ("after", "by", "following", "since", "through", "with")
"""Prepositions that bring what somebody does beside what the sentence says: "shook markets with the launch of X"."""


class EventSlots(Slots):
    """Who does it is its owner, its agent or the subject of the verb that it is the object of."""

    def filled(self, slot: str) -> tuple[Name, ...]:
        """Return the names that fill a slot of what the frame says."""
        phrase, verb = self.phrase, self.light_verb
        said = self.reading.tokens.words[verb] if verb is not None else ""
        owned = phrase is not None and bool(phrase.owners)
        got = said in words("relation-cues", "get") or (not owned and said in words("relation-cues", "barring"))
        against = self.reading.tokens.word(self.index - 1) in words("relation-cues", "against")  # "a short position"
        if (
            self._of_bankers()
            or self._of_customers()
            or (self.frame.code == "interest" and not self._is_part(phrase, said))
            or (self.frame.wares and not self._event_wares(phrase))
            or (self.frame.given and got)
            or against
            or self._in_court
        ):
            return ()
        if self.frame.owned:
            return self._of_owned(slot, phrase)
        borne = "subject" if any("subject" in one.slots for one in self.frame.sayings) else "object"
        return self._doer(phrase, verb) if slot == borne else self._undergone(slot, phrase)

    @property
    def stretch(self) -> tuple[int, int]:
        """Return the tokens in which words may deny it, those of "is not in competition" included."""
        start, end = super().stretch
        tokens = self.reading.tokens
        start -= tokens.kind(start - 1) == "p"
        return tokens.back(start - 1, "xad") + 1, end

    @property
    def _in_court(self) -> bool:
        """Tell whether a contest is one of law, in which nobody need be a rival: "a patent battle with X"."""
        before = self.reading.tokens.word(self.index - 1)
        return self.frame.symmetric and before in words("relation-cues", "of-law")

    def _of_bankers(self) -> bool:
        """Tell whether a nominal only says what somebody is: "the investment bank in Oslo", "investment managers"."""
        word = self.reading.tokens.word(self.end).removesuffix("s")
        named = self.frame.code == "invest" and self.reading.tokens.kind(self.end) == "n"
        return named and (is_firm(word) or word.endswith(_DOING))

    def _of_customers(self) -> bool:
        """Tell whether a seat is none but all who buy or use: "Acme's U.S. user base", "a base of 5 million users"."""
        tokens = self.reading.tokens
        roster = self.frame.code == "base" and tokens.words[self.index] in words("relation-cues", "roster")
        return (
            roster
            and tokens.kind(self.index - 1) == "n"
            and tokens.word(self.index - 1) not in words("relation-cues", "seat-noun")
        )

    def _is_part(self, phrase: Phrase | None, verb: str) -> bool:
        """Tell whether an interest is a part of a company: "a 9% interest in X", "sold its interest in X"."""
        before = self.reading.tokens.words[phrase.first : self.index] if phrase is not None else ()
        told = not words("relation-cues", "minor").isdisjoint(before) or any(word.endswith("%") for word in before)
        return told or verb in words("relation-cues", "holding-interest")

    def _undergone(self, slot: str, phrase: Phrase | None) -> tuple[Name, ...]:
        """Return what prepositions bring to a nominal, or what stands before it: "a stake in X", "its X stake"."""
        beside = self.reading.tokens.word(self.end)
        apart = self.frame.code == "pressed" and beside not in ("from", "in")  # "challenges with receiving jets from X"
        if apart or self.reading.tokens.kind(self.end) == "v":
            return ()  # "the funding makes it the biggest in Europe"
        listing = slot == "object" or "in" in slot.split("|")
        if listing and phrase is not None and phrase.owners and self.reading.tokens.kind(self.end) == "k":
            return self.named(self.reading.phrases.named_behind(self.end))  # "X's acquisitions include Y"
        made, _, prepositions = slot.rpartition(":")
        owned = phrase is not None and bool(phrase.owners)  # "its orders from X" are orders that X fills
        if made == "next":
            return self._giving(beside) if beside in prepositions.split("|") and not owned else ()
        if self.frame.given and beside == "from" and not owned:
            prepositions = "|".join(one for one in prepositions.split("|") if one != "from")
        plain = slot in ("object", "maker")
        wanted = ("of", "in") if plain else tuple(prepositions.split("|"))
        if plain and self.frame.bare and self._of_part():
            return ()
        found = self.first(slot if plain else made, wanted)
        heads = phrase is not None and phrase.head is None  # no "South African investment giant Acme"
        agreed = self.frame.mutual and bool(self.frame.provider)  # "signs Acme cloud deal"
        plain = heads and not found and ("in" in wanted or agreed)
        if phrase is not None and plain:
            return self.named(self._beside(phrase)) or self._sold(phrase)
        return found

    def _whose_part(self, phrase: Phrase) -> tuple[int, ...]:
        """Return whose part a phrase is, but of a holding: "a stake in Acme's business" is none in Acme."""
        held = self.reading.tokens.words[self.end - 1] in words("relation-cues", "holding")
        return () if held else super()._whose_part(phrase)

    def _sold(self, phrase: Phrase) -> tuple[Name, ...]:
        """Return who sells a part of itself: "X sold a stake to Y", no "X sold a controlling stake to Y"."""
        verb = self.light_verb
        said = " ".join(self.reading.tokens.words[phrase.first : self.end])
        if self.reading.tokens.word(self.end) in ("in", "of") or said in words("relation-cues", "majority"):
            return ()
        parting = verb is not None and self.reading.tokens.words[verb] in words("relation-cues", "parting")
        indefinite = self.reading.tokens.words[phrase.first] in ("a", "an")  # "sold its stake", "sold the holding"
        own = verb is not None and parting and indefinite and bool(self.first("", ("to",)))
        return self.named(self.reading.clauses.subject(verb)) if verb is not None and own else ()

    def _of_part(self) -> bool:
        """Tell whether a nominal is of something else than a name: "acquisition of a stake in X", "of a unit of X"."""
        of = next(iter(self.reading.clauses.brought(self.end, ("of",))), None)
        noun = of.noun if of is not None and not self.meant("object", of) else None
        return noun is not None and self.reading.tokens.words[noun] not in words("relation-cues", "entirety")

    def _giving(self, preposition: str) -> tuple[Name, ...]:
        """Return who stands right behind an order, which is theirs: "announced an order from X"."""
        verb, tokens = self.light_verb, self.reading.tokens
        known = words("verbs", "saying") | words("relation-cues", "get")
        told = verb is not None and (tokens.words[verb] in known or tokens.words[verb] in HAVING)
        told = told or tokens.word(self.opening - 1) in _GAINING
        return self.first("", (preposition,)) if told else ()

    def _doer(self, phrase: Phrase | None, verb: int | None) -> tuple[Name, ...]:
        """Return whose doing a nominal is: who takes over what is sold, its owner, its agent, its verb's subject."""
        parted = verb is not None and self.reading.tokens.words[verb] in words("relation-cues", "parting")
        taker = self.first("", ("to",)) if parted else ()
        if taker:
            return taker
        owners = [index for index in phrase.owners if index < self.index] if phrase else []
        owners = owners or self._of_getting(phrase)
        if owners:
            return self.named((owners[-1],))
        if phrase is not None and self.frame.code == "violate" and (accused := self._accused(phrase)):
            return self.named(accused)
        acting = () if self._apart("by") else self.first("", ("by",))
        if phrase is not None and not acting and self._taking(phrase):
            return self.named(self._beside(phrase))
        if verb is None and phrase is not None and not acting and self.frame.code == "make":
            given = self.reading.tokens.word(phrase.first - 1) in _ACCOMPANYING
            return self.named(self.reading.clauses.around(phrase.first - 1)) if given else ()
        grouped = self.frame.bare and self.reading.tokens.word(self.end) == "by"  # "a takeover by a group of funds"
        found = acting or (self.named(self.reading.clauses.subject(verb)) if verb is not None and not grouped else ())
        contest = phrase is not None and not found and self.frame.symmetric
        return self.named(contending(self.reading, phrase, self.end)) if phrase is not None and contest else found

    def _accused(self, phrase: Phrase) -> tuple[int, ...]:
        """Return who is told to break a rule: "charged X with violations of it", "X is accused of them"."""
        at = phrase.first - 1
        charged = self.reading.tokens.word(at) in ("for", "into", "over") and not self.first("", ("by",))
        return self.reading.clauses.blamed(at) or (self.reading.clauses.around(at) if charged else ())

    def _apart(self, preposition: str) -> bool:
        """Tell whether a preposition stands behind a comma only: "a stake in X, a filing by Y showed"."""
        tokens = self.reading.tokens
        at = next((one for one in range(self.end, len(tokens.words)) if tokens.words[one] == preposition), 0)
        return "," in tokens.classes[self.end : at] and tokens.kind(at - 1) not in ",e"

    def _taking(self, phrase: Phrase) -> bool:
        """Tell whether a company before the nominal does it, what is done to standing behind: "the X purchase of Y"."""
        kinds = [self.reading.tokens.names[index].entity.kind for index in self._beside(phrase)]
        of = self.reading.tokens.word(self.end) == "of" and phrase.last == self.end
        return kinds == ["Company"] and of and self.frame.bare

    def _of_getting(self, phrase: Phrase | None) -> list[int]:
        """Return who owns the doing that a nominal is the object of: "X's acquisition of a stake in Y"."""
        tokens = self.reading.tokens
        of = phrase is not None and not phrase.owners and tokens.word(phrase.first - 1) == "of"
        getting = self.reading.phrases.ending(phrase.first - 1) if phrase is not None and of else None
        noun = tokens.words[getting.noun] if getting is not None and getting.noun is not None else ""
        return list(getting.owners[-1:]) if getting is not None and noun in words("relation-cues", "obtaining") else []

    def _event_wares(self, phrase: Phrase | None) -> bool:
        """Tell whether a nominal is of the wares that its frame is about: "a chip deal", "a deal for chips"."""
        tokens = self.reading.tokens
        brought = {one for saying in self.frame.sayings for slot in saying.brought for one in slot}
        clauses, within = self.reading.clauses, self.reading.phrases.within
        behind = (*clauses.brought(self.end, {"for", "of", *brought}), *clauses.brought(self.end, ("for",)))
        said = (tokens.words[one.first : within(one).last] for one in (phrase, *behind) if one is not None)
        return any(map(self.frame.has_wares, said))

    def _of_owned(self, slot: str, phrase: Phrase | None) -> tuple[Name, ...]:
        """Return what fills a slot of an event that is its object's: "X joined Y's round", "a round led by X"."""
        names = self.reading.tokens.names
        before = [index for index in phrase.names if index < self.index] if phrase else []
        raising = [index for index in before if names[index].entity.kind == "Company"]
        if slot != "subject" and self.reading.tokens.kind(self.end) == "v":
            return self.named(tuple(raising[-1:]))
        if slot != "subject":
            return self.named(tuple(raising[-1:])) or self.first("", slot.split("|")) or self._raising(phrase, slot)
        return self._joining(told=bool(raising))

    def _joining(self, *, told: bool = False) -> tuple[Name, ...]:
        """Return who leads or joins a round; where it is `told` whose it is, others may only speak of it."""
        verb = self.light_verb
        acting = tuple(name for name in self.first("", ("by",)) if name.entity.kind != "Person")  # "founded by Ann Lee"
        joins = not told or (
            verb is not None and self.reading.tokens.words[verb] in words("relation-cues", "into-round")
        )
        return acting or (self.named(self.reading.clauses.subject(verb)) if verb is not None and joins else ())

    def _raising(self, phrase: Phrase | None, slot: str) -> tuple[Name, ...]:
        """Return who raises money where "the round" does not say: who was last told to, or whom the text is about."""
        tokens = self.reading.tokens
        definite = phrase is not None and tokens.words[phrase.first] in ("the", "this", "that")
        tied = tokens.word(self.end) in (*slot.split("|"), "to")
        raiser = self.reading.funded or self.reading.lead
        acting = self._joining() if definite and not tied and raiser is not None else ()
        fits = raiser is not None and raiser.entity.kind == "Company"
        known = {name.entity for name in acting}
        return (raiser,) if raiser is not None and fits and acting and raiser.entity not in known else ()

    @property
    def joined(self) -> tuple[Name, ...]:
        """Return those whom "between" joins, for what is mutual: "the rivalry between X and Y"."""
        return () if self._in_court else self.first("", ("between",))

    def _beside(self, phrase: Phrase) -> tuple[int, ...]:
        """Return the name that stands before the noun: "a U.S. investment", "its Acme stake"."""
        before = [index for index in phrase.names if index < self.index and index not in phrase.owners]
        return tuple(before[-1:])

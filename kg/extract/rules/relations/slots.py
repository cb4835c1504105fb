"""The slots of a frame that stands open at a word, and what phrases around it give to a slot."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import THINGS
from kg.extract.rules.relations.beside_objects import country_of
from kg.extract.rules.relations.forms import BEING, HAVING
from kg.extract.rules.relations.frames import Frame, Trigger, goods_nouns
from kg.extract.rules.relations.noun_kinds import noun_kinds
from kg.extract.rules.relations.phrases import Phrase, acts
from kg.extract.rules.relations.reading import Reading
from kg.extract.rules.relations.sellers import made_by, makers
from kg.extract.rules.text.once import once
from kg.lexicon.wordlists import words


@dataclass(frozen=True)
class Slots(ABC):
    """The slots of one frame, opened at a token, filled from what stands around it."""

    reading: Reading
    index: int
    trigger: Trigger

    @abstractmethod
    def filled(self, slot: str) -> tuple[Name, ...]:
        """Return the names that fill a slot of what the frame says."""

    @property
    def stretch(self) -> tuple[int, int]:
        """Return the tokens in which words may deny or put off what the frame states."""
        verb = self.light_verb
        start = self.reading.clauses.group(verb) if verb is not None else self.phrase.first if self.phrase else 0
        return start, self.end

    @property
    def joined(self) -> tuple[Name, ...]:
        """Return those whom "between" joins, for what is mutual: none, but where a noun for the doing opens it."""
        return ()

    @once
    def frame(self) -> Frame:
        """Return the frame."""
        return self.trigger.frame

    @once
    def end(self) -> int:
        """Return the token behind the words that open the frame."""
        return self.index + 1 + len(self.trigger.rest)

    @once
    def phrase(self) -> Phrase | None:
        """Return the noun phrase that the frame opens in."""
        return self.reading.phrases.over(self.index)

    @property
    def opening(self) -> int:
        """Return the token at which the noun phrase of the frame starts."""
        return self.phrase.first if self.phrase is not None else self.index

    @once
    def light_verb(self) -> int | None:
        """Return the verb that the phrase is the object of, also through "plans for"."""
        phrase, tokens = self.phrase, self.reading.tokens
        at = phrase.first - 1 if phrase else -1
        if (
            phrase and at >= 0 and tokens.kind(at) == "c" and tokens.kind(phrase.first) != "d"
        ):  # "signed a cloud and computing deal"
            before = self.reading.phrases.ending(at)
            at = before.first - 1 if before is not None and not before.names else at
        if at >= 0 and tokens.kind(at) == "p":
            before = self.reading.phrases.ending(at)
            at = before.first - 1 if before is not None else at - 1
        at = tokens.back(at, "xq")
        within = tokens.word(at) in BEING and tokens.word(at + 1) == "in"  # "is in a battle with"
        return at if at >= 0 and (tokens.kind(at) in "veg" or tokens.word(at) in HAVING or within) else None

    def turned(self, subject: Name, thing: Name) -> bool:
        """Tell whether `thing` comes first: it is named earlier, in the sentence or in the text before.

        Who is only referred to ("X, its rival") was named before; who is understood was where the rival stands behind.
        """
        names = self.reading.tokens.names
        if thing.how == "pronoun" and subject.how == "name":
            return True
        if thing not in names.values():
            return not any(names[index] == subject for index in names if index < self.index)
        first = {name.entity: index for index, name in reversed(names.items())}
        return first[thing.entity] < first.get(subject.entity, len(self.reading.tokens.words))

    def first(self, slot: str, prepositions: Iterable[str]) -> tuple[Name, ...]:
        """Return the names of the first phrase behind these prepositions that gives the slot any.

        What an amount or the noun once more parts from it is joined: "$4 million in A and $2 million in B".
        """
        clauses = self.reading.clauses
        for phrase in clauses.brought(self.end, prepositions):
            if found := self.meant(slot, phrase):
                joined = clauses.again(phrase, prepositions, self.reading.tokens.words[self.end - 1])
                return (*found, *(name for one in joined for name in self.meant(slot, one)))
        return ()

    def meant(self, slot: str, phrase: Phrase | None) -> tuple[Name, ...]:
        """Return the names that a phrase gives to a slot: its makers or what it stands for."""
        if slot == "maker":
            return makers(self.reading, phrase, self.frame.goods)
        found = self.reading.phrases.heads(phrase)
        if slot in ("", "from") and found and self._things(found):  # "ordered from the Boeing 787 family"
            return makers(self.reading, phrase, self.frame.goods)
        if slot in ("", "from") and not found and phrase is not None and self._of_goods(phrase):
            found = self._firm_of(phrase)  # "makes chips for Acme's phones"
        if not found and phrase is not None and phrase.owners and self._is_region(phrase):
            found = phrase.owners[-1:]
        if (
            not found and self.frame.code == "invest" and phrase is not None and not phrase.owners
        ):  # "invests in German infrastructure"
            found = country_of(self.reading.phrases, phrase, ("industry", "sites"))
        if not found and phrase is not None and phrase.noun is not None and phrase.last <= self.index:
            found = self.reading.bearers.of(phrase, phrase.noun, plural=False)
        if not found and phrase is not None and slot != "object":
            found = self._whose_part(phrase)
        if phrase is not None and self.frame.symmetric:
            found = (*found, *self._sharing(phrase, found)) or self.for_goods(phrase)
        return self.named(found)

    def _whose_part(self, phrase: Phrase) -> tuple[int, ...]:
        """Return whose works or part a phrase is: "to Acme's data centers", in trade "for the Acme data center" too."""
        if phrase.noun is None or not phrase.names:
            return ()
        said = self.reading.tokens.words
        last = {said[phrase.noun], " ".join(said[phrase.noun - 1 : phrase.noun + 1])}
        if last.isdisjoint(words("relation-cues", "acting-part", "sites", "works")):
            return ()
        if phrase.owners:
            return self._firm_of(phrase)
        trading = any(saying.predicate in ("buysFrom", "customerOf") for saying in self.frame.sayings)
        company = self.reading.tokens.names[phrase.names[-1]].entity.kind == "Company"
        return phrase.names[-1:] if trading and company and phrase.head is None else ()

    def _firm_of(self, phrase: Phrase) -> tuple[int, ...]:
        """Return the last owner of a phrase, of a person's company the company: "Ann Lee's Acme supercomputer"."""
        names, last = self.reading.tokens.names, phrase.names[-1]
        persons = names[phrase.owners[-1]].entity.kind == "Person" and names[last].entity.kind == "Company"
        return (last,) if persons else phrase.owners[-1:]

    def _of_goods(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is for somebody's goods whom something is made for."""
        selling = any(saying.predicate == "buysFrom" for saying in self.frame.sayings)
        noun = self.reading.tokens.words[phrase.noun] if phrase.noun is not None and selling else ""
        made = self.reading.tokens.word(phrase.first - 1) == "for"  # no "alternatives to Acme's chips"
        return made and bool(phrase.owners) and not {noun, f"{noun}s"}.isdisjoint(self.frame.goods)

    def _sharing(self, phrase: Phrase, found: tuple[int, ...]) -> tuple[int, ...]:
        """Return whose the goods or standing is too: B of "challenged A and B's dominance"."""
        alone = found == (phrase.head,) and self.reading.tokens.kind(phrase.last) == "c"
        joined = self.reading.phrases.starting(phrase.last + 1) if alone else None
        last = self.reading.phrases.over(found[-1]) if found else None
        other = self._other_kind(last) if last is not None else ()
        if other:
            return other
        return self.for_goods(joined) if joined is not None and joined.owners else ()

    def _other_kind(self, last: Phrase) -> tuple[int, ...]:
        """Return the rivals of another class at the end of a list: C of "competes with A, B and its app C"."""
        tokens, phrases = self.reading.tokens, self.reading.phrases
        at = last.last + (tokens.kind(last.last) == ",")
        joined = phrases.starting(at + 1) if tokens.kind(at) == "c" else None
        kinds = {
            tokens.names[one.head].entity.kind for one in (last, joined) if one is not None and one.head is not None
        }
        mixed = joined is not None and kinds == {"Company", "Product"} and not acts(tokens, joined.last)
        return phrases.chain(joined) if joined is not None and mixed else ()

    def for_goods(self, phrase: Phrase) -> tuple[int, ...]:
        """Return whom goods or a standing stand for where rivals are told: "Acme's chips", "the dominance of Acme"."""
        noun = self.reading.tokens.words[phrase.noun] if phrase.noun is not None else ""
        if phrase.head is not None or not phrase.owners:
            of = (
                noun in words("relation-cues", "standing", "offering") and self.reading.tokens.word(phrase.last) == "of"
            )
            if not of and noun in words("relation-cues", "goods", "offering"):
                return made_by(self.reading, phrase.last) or self._brand(phrase)
            return self.reading.phrases.heads(self.reading.phrases.starting(phrase.last + 1)) if of else ()
        bare = phrase.owners[-1] == phrase.last - 1
        fought = noun in words("relation-cues", "goods", "wares", "standing") or noun in goods_nouns()
        fought = fought or "Product" in noun_kinds(noun)
        return phrase.owners[-1:] if bare or fought else ()

    def _brand(self, phrase: Phrase) -> tuple[int, ...]:
        """Return the company that stands right before a noun for its goods: "an alternative to Acme chips"."""
        company = phrase.names[-1:] == (phrase.last - 2,) and phrase.head is None and not phrase.owners
        company = company and self.reading.class_of(phrase.last - 2) == "Company"
        return phrase.names[-1:] if company else ()

    def _things(self, found: tuple[int, ...]) -> bool:
        """Tell whether the names are things where a seller is due."""
        selling = any(saying.predicate == "buysFrom" for saying in self.frame.sayings)
        return selling and all(self.reading.tokens.names[index].entity.kind in THINGS for index in found)

    def _is_region(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is for a part of a country: "Brazil's Ceara state"."""
        word = self.reading.tokens.words[phrase.noun] if phrase.noun is not None else ""
        owner = self.reading.tokens.names[phrase.owners[-1]].entity.kind
        return owner == "Place" and word in words("relation-cues", "regions")

    def named(self, indexes: tuple[int, ...]) -> tuple[Name, ...]:
        """Return the names of these tokens."""
        return self.reading.named(indexes)

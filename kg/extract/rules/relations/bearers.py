"""Who is meant by a noun for a role, "the owner", "a German developer": the name it stands before or behind."""

from dataclasses import dataclass

from kg.extract.rules.names.bodies import THINGS
from kg.extract.rules.relations.clauses import Clauses
from kg.extract.rules.relations.forms import HAVING
from kg.extract.rules.relations.frames import role_nouns, triggers
from kg.extract.rules.relations.phrases import Phrase, Phrases, acts
from kg.lexicon.nouns import is_firm
from kg.lexicon.wordlists import concept_of, words

_INCLUDING = frozenset({"include", "included", "includes"})
_DASHES = ("–", "—", "--", "-")
_OTHER = "other"
_LIKENING = (("like", _OTHER), ("as", _OTHER))
_FAR, _ASIDE, _NEAR = 10, 6, 2


@dataclass(frozen=True)
class Bearers:
    """The names that descriptions belong to, over the phrases and clauses of a sentence."""

    phrases: Phrases
    clauses: Clauses

    def of(self, phrase: Phrase, index: int, *, plural: bool) -> tuple[int, ...]:
        """Return the names that the noun at token `index` of `phrase` describes; several only for a plural.

        In "TikTok owner ByteDance's profit" that is the owner of the profit, in "Google's YouTube unit" what stands
        before the noun.
        """
        part = self._part(phrase, index)
        if part is not None:
            return (part,)
        owner = next((one for one in phrase.owners if one > index), None)
        if owner is not None:
            return (owner,)
        if phrase.head is not None:
            chain = self.phrases.chain(phrase) if phrase.head > index else ()
            return chain if plural else chain[:1]
        if phrase.noun is not None and phrase.noun > index and not self._is_firm(phrase.noun, index):
            return ()
        opening = (self.phrases.tokens.word(0), self.phrases.tokens.word(1)) if phrase.first == 1 else ()
        if plural and opening in _LIKENING:
            return self._likened(phrase) or self._behind(phrase, plural=True)
        return self._before(phrase, plural=plural) or self._behind(phrase, plural=plural)

    def before_where(self, phrase: Phrase) -> tuple[int, ...]:
        """Return whom a clause with "where" is about: X of "X, where Y is the main investor"."""
        tokens = self.phrases.tokens
        at = next((one for one in range(phrase.first - 1, -1, -1) if tokens.word(one) == "where"), 0)
        before = self.phrases.ending(at - 1) if at and tokens.kind(at - 1) == "," else None
        head = before.head if before is not None else None
        return (head,) if head is not None and tokens.names[head].entity.kind == "Company" else ()

    def _is_firm(self, noun: int, index: int) -> bool:
        """Tell whether what heads a phrase right behind a role is a firm too: "rival firm", no "investor funding"."""
        word = self.phrases.tokens.words[noun]
        part = any(one.kind == "patient" for one in triggers().get(self.phrases.tokens.words[index], ()))
        firm = is_firm(word) if part else word in concept_of("nouns")  # no "business model"
        firm = firm or word in words("groups") or word in words("neighbours", "part")
        return noun == index + 1 and (firm or word in role_nouns())

    def _part(self, phrase: Phrase, index: int) -> int | None:
        names = self.phrases.tokens.names
        beside = next((one for one in reversed(phrase.names) if one < index), None)
        part = self.phrases.tokens.words[index] in words("neighbours", "house")  # "its Acme subsidiary" is Acme
        if beside is None or beside in phrase.owners or not (phrase.head is None or (part and phrase.head == beside)):
            return None
        agent = any(one.kind == "agent" for one in triggers().get(self.phrases.tokens.words[index], ()))
        buying = agent or self.phrases.tokens.words[index] in words("relation-cues", "buying")
        if names[beside].entity.kind in THINGS and buying:
            return None  # "Microsoft's Azure customers", "Apple's iPhone supplier"
        owned = any(one < beside for one in phrase.owners)
        return beside if owned and names[beside].entity.kind != "Place" else None

    def _behind(self, phrase: Phrase, *, plural: bool) -> tuple[int, ...]:
        """Return the name behind the noun, or behind its complement: "the owner of TikTok, ByteDance"."""
        tokens = self.phrases.tokens
        named = self.phrases.named_behind(phrase.last)
        if plural and not named:
            named = self._listed_late(phrase)
        if named:
            return named if plural or "k" in tokens.classes[phrase.last : phrase.last + _NEAR] else named[:1]
        if plural and tokens.word(phrase.last) == ":" and tokens.kind(phrase.last + 1) == "N":
            listed = self.phrases.heads(self.phrases.starting(phrase.last + 1))
            return listed if len(listed) > 1 else ()  # "its rivals: X, Y and Z have spent more"
        if tokens.word(phrase.last) in words("relation-cues", "being"):
            opens = phrase.owners or tokens.kind(phrase.first - 1) in ";,s"
            return self.phrases.heads(self.phrases.starting(phrase.last + 1)) if opens else ()
        at = phrase.last + 1
        if tokens.kind(phrase.last) == "c":
            at = tokens.past(at, "x")  # "co-founder and early X investor Y"
        beside = self.phrases.starting(at)
        if beside is None:
            return ()
        if tokens.kind(phrase.last) == "c":
            return self._titled(beside)
        free = tokens.kind(phrase.first - 1) not in ",a" or tokens.kind(beside.last) == "k"
        of = tokens.kind(phrase.last) == "p" and free
        return self._past(beside, plural=plural) if of else ()

    def _listed_late(self, phrase: Phrase) -> tuple[int, ...]:
        """Return who is named behind what all of them do: "X's rivals have sites planned, including Y and Z"."""
        tokens = self.phrases.tokens
        at = tokens.classes.find(",k", phrase.last) if acts(tokens, phrase.last) else -1
        between = tokens.classes[phrase.last : at]
        named = any(one.how == "name" for index, one in tokens.names.items() if phrase.last <= index < at)
        ends = tokens.kind(at - 1) in "vex" or tokens.word(at) in _DASHES
        done = at > 0 and ends and not named and not {"G", ",", "r"}.intersection(between)
        return self.phrases.named_behind(at) if done else ()

    def _titled(self, beside: Phrase) -> tuple[int, ...]:
        """Return who bears a second title: "the founder and chief X", "founder and chief executive, X"."""
        if not beside.names and self.phrases.tokens.kind(beside.last) == ",":
            return self.phrases.named_behind(beside.last)[:1]
        return (beside.head,) if beside.head is not None and beside.head > beside.first else ()

    def _past(self, of: Phrase, *, plural: bool) -> tuple[int, ...]:
        """Return the name behind a complement: "the owner of X, Y", "the rivals of X include Y", "... of X is Y"."""
        tokens = self.phrases.tokens
        joined = of.head is not None and tokens.kind(of.last) == "c"
        of = (self.phrases.over(self.phrases.chain(of)[-1]) if joined else None) or of  # "the owner of X and Y, Z"
        following = tokens.kind(of.last)
        if following == "k" or (following == "," and tokens.kind(of.last + 1) == "k"):
            return self.phrases.named_behind(of.last)
        if tokens.word(of.last) in words("relation-cues", "being"):
            return self.phrases.heads(self.phrases.starting(of.last + 1))
        behind = self.phrases.starting(of.last + 1) if following == "," else None
        fits = behind is not None and behind.head is not None and tokens.kind(behind.last) in ",;vae"
        found = self.phrases.heads(behind)
        listed = plural and behind is not None and tokens.kind(behind.last) in ",c"
        return found if listed and len(found) > 1 else found[:1] if fits else ()

    def _before(self, phrase: Phrase, *, plural: bool) -> tuple[int, ...]:
        """Return who is said to be this: before a comma, before a form of "be", before "as"."""
        tokens = self.phrases.tokens
        if tokens.word(phrase.first) == "whose":
            return ()
        at = self._start(phrase)
        before, kind = self.phrases.ending(at - 1), tokens.kind(at - 1)
        if kind == "c":
            return (
                ()
                if self._goes_on(phrase)
                else self._listed(before, other=plural and tokens.word(at) == "other", plural=plural)
            )
        among = tokens.word(at) == "among" and kind == "N"
        if tokens.word(at - 1) == "as" or among:
            clause = not among and tokens.kind(phrase.last) in "ve"  # "as investors flee"
            return () if clause else self._placed(at - 1) or self._held(at if among else at - 1)
        if kind == "N":
            return self._held(at, deemed=True)
        aside = self._aside(at) if kind == "," else None
        if aside is not None or kind not in ",(":
            return self.clauses.subject(aside) if aside is not None else self._said_to_be(at)
        acting = tokens.kind(tokens.past(phrase.last, "x")) in "va"  # "After a deal with X, some of Y's customers have"
        apposed = self.phrases.back(before) if before is not None and before.head is not None and not acting else ()
        placed = bool(apposed) and tokens.names[apposed[-1]].entity.kind == "Place"  # "In Oslo, its customers include"
        others = plural and tokens.word(at) == _OTHER and len(apposed) == 1  # "Along with X, other investors include"
        return () if placed or others else apposed if plural else apposed[-1:]

    def _likened(self, phrase: Phrase) -> tuple[int, ...]:
        """Return who is one of others, told at the start: Y of "Like other Dutch makers, Y grew"."""
        comma = self.phrases.tokens.kind(phrase.last) == ","
        behind = self.phrases.starting(phrase.last + 1) if comma else None
        acting = behind is not None and acts(self.phrases.tokens, behind.last)
        return self.phrases.back(behind)[-1:] if behind is not None and acting and behind.head is not None else ()

    def _placed(self, at: int) -> tuple[int, ...]:
        """Return whose place it is that "as" tells at token `at`: "X's position as the main supplier"."""
        place = self.phrases.ending(at) if self.phrases.tokens.word(at) == "as" else None
        noun = self.phrases.tokens.words[place.noun] if place is not None and place.noun is not None else ""
        return place.owners[-1:] if place is not None and noun in words("relation-cues", "place") else ()

    def _aside(self, at: int) -> int | None:
        """Return the form of "be" before an aside of plain words: "X is, of course, a rival"."""
        tokens = self.phrases.tokens
        comma = next((one for one in range(at - 2, max(0, at - _ASIDE), -1) if tokens.kind(one) == ","), 0)
        being = comma > 0 and tokens.word(comma - 1) in words("relation-cues", "being")
        plain = not {"N", "G"}.intersection(tokens.classes[comma:at])
        return comma - 1 if being and plain else None

    def _start(self, phrase: Phrase) -> int:
        """Return the token at which a description starts, "one of" and "among" included."""
        tokens = self.phrases.tokens
        at = tokens.back(phrase.first - 1, "x") + 1
        while tokens.word(at - 1) == "of" and (crowd := self.phrases.ending(at - 1)) is not None and self._crowd(crowd):
            at = crowd.first
        if tokens.word(at - 1) not in ("of", "among"):
            return at
        return at - 1 - (tokens.word(at - 2) in words("relation-cues", "portion"))

    def _crowd(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is for several of a kind: "a group" of "one of a group of rivals"."""
        noun = self.phrases.tokens.words[phrase.noun] if phrase.noun is not None else ""
        return not phrase.names and noun in words("relation-cues", "crowd")

    def _goes_on(self, phrase: Phrase) -> bool:
        """Tell whether a phrase behind "and", or the one joined to it, does something: "X is a firm and banks own it".

        "Others" do what those before "and" do too: "X and other firms bought chips".
        """
        tokens = self.phrases.tokens
        if tokens.word(phrase.first) == _OTHER:
            return False
        joined = self.phrases.starting(phrase.last + 1) if tokens.kind(phrase.last) == "c" else None
        return acts(tokens, (joined or phrase).last)

    def _listed(self, before: Phrase | None, *, other: bool, plural: bool) -> tuple[int, ...]:
        """Return who stands before "and": whom the description before it has, the list before "and other rivals"."""
        if before is None or before.head is None:
            return self._before(before, plural=plural) if before is not None else ()
        held = self._holding(before)
        if held is not None and not other:
            return self._before(held, plural=plural)
        return self.phrases.back(before) if other else ()

    def _holding(self, complement: Phrase) -> Phrase | None:
        """Return the role that a phrase is the complement of: "the owner of X" before "and a rival of Y"."""
        tokens = self.phrases.tokens
        role = self.phrases.ending(complement.first - 1) if tokens.kind(complement.first - 1) in "pt" else None
        known = role is not None and role.noun is not None and tokens.words[role.noun] in role_nouns()
        return role if known else None

    def _said_to_be(self, at: int) -> tuple[int, ...]:
        tokens = self.phrases.tokens
        verb = tokens.back(at - 1, "x")
        being = tokens.kind(verb) in "ave" and tokens.word(verb) in words("relation-cues", "being")
        offered = tokens.kind(verb) in "veg" and tokens.word(at + 1) in words("relation-cues", "offered")
        being = being or (offered and tokens.word(verb) in words("relation-cues", "offering-verb"))
        called = tokens.kind(verb) == "e" and tokens.word(verb) in words("relation-cues", "called")
        if called and tokens.kind(self.clauses.group(verb) - 1) == ",":
            before = self.phrases.ending(self.clauses.group(verb) - 1)
            return self.phrases.back(before)[-1:] if before is not None and before.head is not None else ()
        being = being or (called and tokens.kind(self.clauses.group(verb)) == "a")
        subject = self.phrases.ending(self.clauses.group(verb)) if being else None
        theirs = subject is not None and tokens.word(subject.first) == "whose"  # "X, whose parent is the Dutch company"
        return (self.clauses.subject(verb) or self._offering(verb)) if being and not theirs else ()

    def _held(self, at: int, *, deemed: bool = False) -> tuple[int, ...]:
        """Return who is held to be what stands at token `at`: "names X as a rival", "sees X among its rivals".

        That is the object of the verb before, else its subject ("X has emerged as a rival"). Only a verb of deeming
        goes without "as": "considers X a rival".
        """
        tokens = self.phrases.tokens
        verb = next((one for one in range(at - 1, max(-1, at - _FAR), -1) if self._holds(one, at)), -1)
        deems = tokens.word(verb) in words("relation-cues", "deem")
        if verb < 0 or tokens.kind(verb) in ";rs" or (deemed and not deems):
            return ()
        held = self.phrases.starting(verb + 1 + (tokens.kind(verb + 1) == "q"))
        inside = held is not None and held.last <= at and (held.noun is not None or bool(held.names))
        if tokens.word(verb) in words("relation-cues", "surpass", "replacing"):
            return self.clauses.subject(verb)  # "overtook X as the largest buyer"
        if held is not None and inside and held.head is None and held.owners and not deemed:
            noun = tokens.words[held.noun] if held.noun is not None else ""
            return held.owners[-1:] if noun in words("relation-cues", "goods", "wares", "offering") else ()
        if held is not None and held.head is not None and inside:
            return self.phrases.chain(held)
        placed = (
            held is not None and held.noun is not None and tokens.words[held.noun] in words("relation-cues", "place")
        )
        placed = placed or (held is not None and not deemed and self._in_trade(held, verb, at))
        if deemed or (inside and not placed):
            return ()
        return self.clauses.subject(verb) or self._offering(verb)  # "took the crown as"

    def _offering(self, verb: int) -> tuple[int, ...]:
        """Return whose goods a verb is about, "as" behind it: "Acme's phones serve as", "Acme's phones, sold as"."""
        tokens, start = self.phrases.tokens, self.clauses.group(verb)
        goods = self.phrases.ending(start - (tokens.kind(start - 1) == ","))
        noun = tokens.words[goods.noun] if goods is not None and goods.noun is not None and goods.head is None else ""
        known = noun in words("relation-cues", "goods", "wares", "offering")
        return goods.owners[-1:] if goods is not None and known else ()

    def _in_trade(self, held: Phrase, verb: int, at: int) -> bool:
        """Tell whether "as" at token `at` brings what the subject is to another: "leads the market as a supplier to X".

        What the verb has as its object must be nobody who could be that.
        """
        tokens = self.phrases.tokens
        role = self.phrases.starting(at + 1)
        noun = tokens.words[role.noun] if role is not None and role.noun is not None else ""
        opened = any(one.kind == "agent" and not one.frame.symmetric for one in triggers().get(noun, ()))
        judged = tokens.word(verb) in words("relation-cues", "taking-on", "deem")
        return opened and not judged and held.names[-1:] != (held.head,) and not self.clauses.firm(held)

    def _holds(self, verb: int, at: int) -> bool:
        """Tell whether token `verb` is a verb or parts clauses; "has" holds who stands before "among"."""
        tokens = self.phrases.tokens
        having = tokens.word(verb) in HAVING | _INCLUDING and tokens.word(at) == "among"
        having = having or (tokens.word(verb) in HAVING and tokens.word(at) == "as")  # "has X and Y as customers"
        return tokens.kind(verb) in "veg;rs" or having

"""The slots of nouns for those who take part: "Y, the owner of X", "X owner Y", "X's rivals such as Y"."""

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import THINGS
from kg.extract.rules.relations.contests import each_other
from kg.extract.rules.relations.frames import PLAIN
from kg.extract.rules.relations.phrases import Phrase, acts
from kg.extract.rules.relations.slots import Slots
from kg.lexicon.wordlists import words

_BESIDES = ("alongside", "along", "besides", "in")
_OPENING = 3
_DEALT = ("buysFrom", "customerOf")
_TOLD_OWNER = "owned-by"
"""The code of the frame of owners whose possession was told of before."""
_MEETING = ("against", "behind", "on", "with")
_FACING = ("against", "by", "from", "than", "with")
_OTHER = ("another", "other")
"""Words of a description that goes on from one before: whose rival or investor it is was told there, if at all."""


class RoleSlots(Slots):
    """Whom the noun describes fills one slot, its complement the other."""

    def filled(self, slot: str) -> tuple[Name, ...]:
        """Return the names that fill a slot of what the frame says."""
        borne = "subject" if self.trigger.kind == "agent" else "object"
        if self.frame.symmetric and (both := each_other(self.reading, self.phrase, self.index)):
            return self.named(both[:1] if slot == borne else both[1:])
        return self._bearers() if slot == borne else self._complement(slot)

    @property
    def stretch(self) -> tuple[int, int]:
        """Return the tokens in which words may deny it, those of "is not a rival" included.

        What is done to "its Acme unit" leaves it theirs.
        """
        phrase = self.phrase
        theirs = (
            self.trigger.kind == "patient"
            and phrase is not None
            and phrase.owners
            and phrase.names[-1:] > phrase.owners
        )
        if phrase is not None and theirs and self.reading.tokens.kind(phrase.first - 1) not in "xa":
            return phrase.first, self.end
        start, end = super().stretch
        return self.reading.tokens.back(start - 1, "xa") + 1, end

    def turned(self, subject: Name, thing: Name) -> bool:
        """Tell whether `thing` comes first; who is spoken of by whose rival they are comes first: Y of "X rival Y"."""
        whose, owned = self.reading.tokens.names.get(self.index - 1), self.reading.tokens.kind(self.index - 1) == "G"
        return (whose is None or owned or whose.entity != thing.entity) and super().turned(subject, thing)

    def _bearers(self) -> tuple[Name, ...]:
        phrase, tokens = self.phrase, self.reading.tokens
        if phrase is None:
            return ()
        ahead = tokens.word(self.index - 1).rpartition("-")[2]
        if ahead in words("relation-cues", "no-part") or (self.trigger.plural and self.frame.code == "part"):
            return ()  # "graphics processing units", "supply chain", "the company, parts of X"
        if self.trigger.kind == "patient" and not set(tokens.words[phrase.first : self.index]).isdisjoint(_rivals()):
            return ()  # "X's rival chain Y"
        if tokens.word(phrase.first - 1) == "as" and tokens.words[phrase.first] in words("relation-cues", "portion"):
            return ()  # "As part of the Acme project, X built ..."
        found = self.reading.bearers.of(phrase, self.end - 1, plural=self.trigger.plural)
        return self.named(found) or self._spoken_of(phrase) or self._other_of_two(phrase)

    def _spoken_of(self, phrase: Phrase) -> tuple[Name, ...]:
        """Return whom the text is about where one is only told by a role: "The Acme supplier will begin"."""
        tokens, lead = self.reading.tokens, self.reading.lead
        alone = phrase.noun == self.end - 1 and phrase.names and not phrase.owners and not self.trigger.plural
        if not alone or lead is None or tokens.words[phrase.first] != "the" or not acts(tokens, phrase.last):
            return ()
        if any(name.entity == lead.entity for name in tokens.names.values()):
            return ()
        owner = tokens.names[phrase.names[-1]].entity  # "the Acme unit" may be Acme itself
        owns = self.trigger.kind == "agent" or lead.entity in self.reading.lexicon.related(owner, "parentOf")
        return (lead,) if owns else ()

    def _other_of_two(self, phrase: Phrase) -> tuple[Name, ...]:
        """Return who is spoken of as somebody's rival from where they sit: "X is in talks to buy Y, its Dutch rival".

        That is the only other company that the sentence names before, and the registry must seat it there.
        """
        names = self.reading.tokens.names
        theirs = self.frame.symmetric and phrase.noun == self.end - 1 and not self.trigger.plural
        owner = phrase.owners[-1] if theirs and phrase.owners else None
        places = [one for one in phrase.names if names[one].entity.kind == "Place"]
        if owner is None or names[owner].how != "pronoun" or len(places) != 1:
            return ()
        before = {name.entity: name for at, name in names.items() if at < owner and name.entity.kind == "Company"}
        before.pop(names[owner].entity, None)
        other = next(iter(before.values())) if len(before) == 1 else None
        seated = other is not None and names[places[0]].entity.slug in self.reading.lexicon.places(other.entity)
        return (other,) if other is not None and seated else ()

    def _complement(self, slot: str) -> tuple[Name, ...]:
        phrase, names = self.phrase, self.reading.tokens.names
        kind = self.reading.tokens.kind  # "the Acme-backed provider" is none of Acme's
        before = [at for at in phrase.names if at < self.index and kind(at + 1) != "b"] if phrase is not None else []
        owned = [index for index in before if phrase is not None and index in phrase.owners]
        behind = self._complement_behind(slot)
        if slot == "owner":
            return self._of_theirs(behind)
        answering = self.frame.symmetric and bool(behind)  # "Acme's answer to X"
        nearer = owned and self.frame.symmetric and before[-1] == self.index - 1 > owned[-1]  # "its ChatGPT rival"
        nearer = nearer and names[before[-1]].entity.kind in THINGS
        if owned and names[owned[-1]].entity.kind != "Place" and not answering and not nearer:
            return self._theirs(names[owned[-1]])
        if behind is not None or phrase is None:
            return behind or ()
        beside = [index for index in (before if nearer else owned or before) if names[index].entity.kind != "Place"]
        if beside:
            return self.named((*self._joined_things(phrase, beside[-1]), beside[-1]))
        return (
            self._antecedent(phrase)
            or self._holder(phrase)
            or self._taking_on(phrase)
            or self._understood(phrase)
            or self._including(phrase)
        )

    def _including(self, phrase: Phrase) -> tuple[Name, ...]:
        """Return whose units are told to be counted in: "X's sales, including from subsidiaries Y and Z".

        Where no owner stands before, that is whom the text is about.
        """
        tokens, lead = self.reading.tokens, self.reading.lead
        at = tokens.back(phrase.first - 1, "p") if tokens.kind(phrase.first - 1) == "p" else -1
        at -= tokens.word(at) in ("that", "those")
        called = self.trigger.kind == "patient" and self.trigger.plural and phrase.head is not None
        called = called and phrase.names[:1] == (self.end,) and phrase.first == self.index
        if not called or tokens.kind(at) != "k":
            return ()
        whole = self.reading.phrases.ending(at - (tokens.kind(at - 1) == ","))
        if whole is not None and whole.owners:
            return self.named(whole.owners[-1:])
        others = whole is None or whole.names or lead is None or lead.entity in {one.entity for one in self._bearers()}
        return () if others or lead is None else (lead,)

    def _theirs(self, owner: Name) -> tuple[Name, ...]:
        """Return whose a role is: of a pronoun that cannot be whoever bears it, whom the text is about.

        In "A, which put in $4 million, and B are among its backers" that is the company that raised money.
        """
        bearing = {name.entity for name in self._bearers()} if owner.how == "pronoun" else set()
        if owner.entity not in bearing:
            return (owner,)
        meant = (self.reading.funded if self._invested else None) or self.reading.lead
        before = [name for at, name in self.reading.tokens.names.items() if at < self.index]
        told = [*((meant,) if meant else ()), *(name for name in before if name.entity.kind == "Company")]
        return next(((one,) for one in told if one.entity not in bearing), ())  # "A grew; B, one of its customers, ..."

    @property
    def _invested(self) -> bool:
        return any(saying.predicate == "investsIn" for saying in self.frame.sayings)

    def _joined_things(self, phrase: Phrase, last: int) -> tuple[int, ...]:
        """Return the things joined to the last that stands before the noun: "TikTok and Douyin owner X"."""
        tokens = self.reading.tokens
        joined = last == phrase.first and tokens.kind(last - 1) == "c" and tokens.names[last].entity.kind in THINGS
        before = self.reading.phrases.ending(last - 1) if joined else None
        things = self.reading.phrases.back(before) if before is not None and before.head is not None else ()
        return tuple(one for one in things if tokens.names[one].entity.kind in THINGS)

    def _taking_on(self, phrase: Phrase) -> tuple[Name, ...]:
        """Return who takes somebody on in this role: "X added Y as a supplier"."""
        tokens = self.reading.tokens
        at = tokens.back(phrase.first - 1, "x")
        taken = self.reading.phrases.ending(at) if tokens.word(at) == "as" else None
        verb = self.reading.phrases.list_start(taken) - 1 if taken is not None and taken.head is not None else -1
        taking = verb >= 0 and tokens.words[verb] in words("relation-cues", "taking-on")
        return self.named(self.reading.clauses.subject(verb)) if taking else ()

    def _complement_behind(self, slot: str) -> tuple[Name, ...] | None:
        """Return the complement that a preposition brings: "the owner of X"; None where no preposition follows."""
        reading, phrase, tokens = self.reading, self.phrase, self.reading.tokens
        prepositions = {"of", "to"} | (set() if slot in PLAIN else set(slot.split("|")))
        prepositions |= {"against"} if self.frame.symmetric else set()
        prepositions |= {"behind"} if self.frame.code == "contract-own" else set()
        if self._owning or (
            self.frame.code == "contract-own" and self.reading.tokens.word(self.end) not in ("of", "behind")
        ):
            return None
        at = phrase.last if phrase is not None and phrase.head is None else self.end
        titled = reading.phrases.starting(at + 1) if tokens.kind(at) == "c" else None
        if titled is not None and titled.noun is not None and not titled.names:  # "co-founder and chair of"
            at = titled.last
        if tokens.kind(at) not in "pt" or tokens.word(at) not in prepositions:
            return None
        behind = reading.phrases.starting(at + 1)
        if behind is not None and not behind.names and self._is_round(behind):
            return None  # "investors in the round"
        owning = self.frame.code == "own"  # "owner of brands such as X"
        listing = behind is not None and behind.head is None and self._lists_bearers(behind) and not owning
        if behind is not None and not listing and self._passed(behind, prepositions):
            return self.meant(slot, reading.phrases.starting(behind.last + 1))
        found = () if listing else self.meant(slot, behind)
        bearing = set(self._bearers()) if len(found) > 1 else set()
        found = tuple(name for name in found if name not in bearing)  # "the investors of X, A and B, said"
        goods = bool(found) and all(name.entity.kind in THINGS for name in found) and self._dealt
        if goods and behind is not None and behind.owners:
            return self.named(behind.owners[-1:])  # "a supplier for X's H20 chips"
        return found or (self.named(behind.owners[-1:]) if behind and self._of_goods(behind) else ())

    def _lists_bearers(self, behind: Phrase) -> bool:
        """Tell whether examples behind a complement are of those who bear the role: "rivals of the firm such as X".

        In "a provider for companies like X" they are the complement.
        """
        tokens = self.reading.tokens
        noun = tokens.words[behind.noun] if behind.noun is not None else ""
        likened = noun.endswith("s") and tokens.word(behind.last) in ("like", "such")
        return tokens.kind(behind.last) == "k" and not (likened and (self._dealt or self.frame.symmetric))

    def _passed(self, behind: Phrase, prepositions: set[str]) -> bool:
        """Tell whether a complement stands behind another: "supplier of displays to X", "... of the H20 to X"."""
        tokens = self.reading.tokens
        further = tokens.word(behind.last) in prepositions - {"of"}
        goods = self._dealt and all(tokens.names[index].entity.kind in THINGS for index in behind.names)
        return further and (goods or not behind.names)

    def _of_theirs(self, behind: tuple[Name, ...] | None) -> tuple[Name, ...]:
        """Return whose goods somebody makes: "X, the main producer of Acme's chips"."""
        phrase = self.reading.phrases.starting(self.end + 1) if behind else None
        return behind or () if phrase is not None and self._of_goods(phrase) else ()

    @property
    def _owning(self) -> bool:
        """Tell whether the one who bears the role owns what heads the phrase: "founder Ann Lee's bid for X"."""
        return self.phrase is not None and any(index > self.index for index in self.phrase.owners)

    @property
    def _dealt(self) -> bool:
        return any(saying.predicate in _DEALT for saying in self.frame.sayings)

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
        return self.named(self.reading.phrases.back(before)[-1:]) if before is not None else ()

    def _holder(self, phrase: Phrase) -> tuple[Name, ...]:
        """Return who has what is listed: "X has a portfolio of brands such as Y", "X's portfolio features brands"."""
        tokens, phrases = self.reading.tokens, self.reading.phrases
        if self.trigger.kind != "patient" or not self.trigger.plural:
            return ()
        at = phrase.first
        joined = phrases.ending(at - 1) if tokens.kind(at - 1) == "c" else None
        at = joined.first if joined is not None and not joined.names else at  # "has drinks and food brands"
        while tokens.word(at - 1) == "of" and (of := phrases.ending(at - 1)) is not None and not of.names:
            at = of.first
        of = phrases.ending(at - 1) if tokens.word(at - 1) == "of" else None
        if of is not None:
            return self._collector(of)
        at = tokens.back(at - 1, "x") + 1
        if tokens.word(at - 1) not in words("relation-cues", "featuring"):
            return ()
        before = phrases.ending(self.reading.clauses.group(at - 1))
        if (inside := phrases.over(at - 1)) is not None and tokens.kind(at - 1) == "n":  # "X's portfolio features"
            said = words("relation-cues", "collection").isdisjoint(tokens.words[inside.first : at])
            return () if said else self.named(inside.owners[-1:])
        collected = self._collector(before) if before is not None and before.owners and before.head is None else ()
        other = before is not None and before.head is None and not before.names and tokens.kind(at - 1) != "g"
        return collected or (() if other else self.named(self.reading.clauses.subject(at - 1)))

    def _collector(self, phrase: Phrase) -> tuple[Name, ...]:
        noun = self.reading.tokens.words[phrase.noun] if phrase.noun is not None else ""
        return self.named(phrase.owners[-1:]) if noun in words("relation-cues", "collection") else ()

    def _understood(self, phrase: Phrase) -> tuple[Name, ...]:
        """Return the company that a bare role noun is about: the first of the sentence before it, or of the text."""
        reading = self.reading
        slots = [one for saying in self.frame.sayings for slot in saying.slots for one in slot.split("|")]
        said = reading.tokens.words[max(0, phrase.first - 1) : phrase.last]
        goes_on = not {*_OTHER}.isdisjoint(said) and not self._lists(phrase)
        behind = self._past_round(phrase)
        joined = reading.tokens.word(behind) in {"of", "to", *slots} and reading.tokens.kind(behind) != "t"
        tied = joined and not self._owning
        tied = tied or any(word.endswith("'s") for word in said)  # "the consortium's backers"
        denied = reading.denials.negated(max(0, phrase.first - 1), self.end)
        elusive = reading.tokens.words[self.end - 1] in words("relation-cues", "elusive")
        elusive = elusive or not words("semantic-fields", "formerly").isdisjoint(said)
        if elusive or not self.frame.understood or tied or goes_on or denied:
            return ()
        meant = set(reading.bearers.of(phrase, self.end - 1, plural=self.trigger.plural))
        names = reading.tokens.names
        person = bool(meant) and all(names[index].entity.kind == "Person" for index in meant)
        aside = reading.tokens.word(self.index - 1) if reading.tokens.kind(self.index - 1) == "n" else ""
        of_some = self.frame.code == _TOLD_OWNER and aside not in {"", *words("relation-cues", "whole-owner")}
        if of_some or (person and (self._invested or self.frame.code == _TOLD_OWNER)):
            return ()  # "investor Ann Lee" invests in anything, "shop owner Acme" owns some shop
        rivals = (self._likened(phrase) or self._acting(phrase, meant)) if self.frame.symmetric else ()
        if told := rivals or self.named(self.reading.bearers.before_where(phrase)):
            return told
        before = [index for index in names if index < phrase.first and index not in meant]
        kinds = ("Company", "Organization") if self.frame.code == "found" else ("Company",)
        companies = [index for index in before if names[index].entity.kind in kinds]
        served = self.frame.nearest
        free = [index for index in companies if not self._governed(index)]
        free = free if served else (free or [one for one in companies if not self._faced(one)])[:1]
        invested = self._invested
        if invested and (reading.tokens.word(phrase.first - 1) == "by" or reading.tokens.kind(phrase.last) == "r"):
            return ()  # "backed by investors such as X", "X is among the investors that put money in Y"
        lead = (reading.funded if invested else None) or reading.lead
        in_round = self._past_round(phrase) != phrase.last
        if invested and (in_round or not _rounding().isdisjoint(reading.tokens.words[: phrase.first])):
            free = [index for index in free if not self._governed(index) and self._raises(index, phrase.first)]
        if invested and phrase.head is not None and not self.trigger.plural and _told_apart().isdisjoint(said):
            return ()  # "activist investor X" invests in anything
        first = names[free[-1]] if free else None if served and companies else lead
        own = first is not None and first.entity in {names[index].entity for index in meant}
        return (first,) if first is not None and not own else ()

    def _raises(self, name: int, end: int) -> bool:
        """Tell whether a company raises money in a round before `end`: "X announced a round, with investors such as Y".

        Not "The round was led by X and includes investors such as Y", nor "X led the round".
        """
        tokens = self.reading.tokens
        at = next((one for one in range(end) if tokens.words[one] in _rounds()), end)
        led = not words("relation-cues", "lead", "join").isdisjoint(tokens.words[name:end])
        return tokens.kind(name) == "G" or (name < at and not led)

    def _acting(self, phrase: Phrase, meant: set[int]) -> tuple[Name, ...]:
        """Return who acts on the rivals: "the money has helped X beat rivals such as Y", "... X take on rivals"."""
        tokens = self.reading.tokens
        verb = tokens.back(phrase.first - 1, "x")
        verb -= tokens.word(verb) in _MEETING
        acting = self.reading.clauses.subject(verb) if tokens.kind(verb) in "veg" else ()
        kind = tokens.names[acting[0]].entity.kind if len(acting) == 1 and acting[0] not in meant else ""
        things = kind in THINGS and bool(meant) and all(tokens.names[one].entity.kind in THINGS for one in meant)
        return self.named(acting) if kind == "Company" or things else ()

    def _likened(self, phrase: Phrase) -> tuple[Name, ...]:
        """Return whose rival opens the sentence: Y of "Unlike rival X, Y said", "Along with its rival X, Y"."""
        tokens, phrases = self.reading.tokens, self.reading.phrases
        opening = tokens.classes[: phrase.first]
        if not 0 < phrase.first <= _OPENING or opening[-1] != "p" or not set(opening) <= set("pnxe"):
            return ()
        commas = (at for at in range(phrase.last, len(tokens.words)) if tokens.kind(at) == ",")
        behind = (phrases.heads(phrases.starting(at + 1)) for at in commas)
        ends = ((heads, phrases.over(heads[-1])) for heads in behind if heads)
        acting = (heads for heads, last in ends if last is not None and acts(tokens, last.last))
        return self.named(next(acting, ()))

    def _is_round(self, phrase: Phrase) -> bool:
        """Tell whether investors are told to be in a round, whose ever it is."""
        word = self.reading.tokens.words[phrase.noun] if phrase.noun is not None else ""
        return self._invested and word in words("relation-cues", "round")

    def _lists(self, phrase: Phrase) -> bool:
        """Tell whether a sentence opens with some of a kind and lists them: "Other investors include ..."."""
        tokens = self.reading.tokens
        at = tokens.past(self._past_round(phrase), "x")
        listing = tokens.kind(at) == "k" or tokens.word(at) in words("relation-cues", "being")
        opens = phrase.first == 0 or (tokens.kind(phrase.first - 1) == "," and tokens.word(0) in _BESIDES)
        return opens and self.trigger.plural and listing

    def _past_round(self, phrase: Phrase) -> int:
        """Return the token behind a phrase, and behind the round that investors are told to be in."""
        behind = (
            self.reading.phrases.starting(phrase.last + 1) if self.reading.tokens.kind(phrase.last) == "p" else None
        )
        return behind.last if behind is not None and not behind.names and self._is_round(behind) else phrase.last

    def _faced(self, name: int) -> bool:
        """Tell whether a company is only whom somebody deals with: "a war with X", "a rival to X"."""
        phrase = self.reading.phrases.over(name)
        return phrase is not None and self.reading.tokens.word(phrase.first - 1) in _FACING

    def _governed(self, name: int) -> bool:
        """Tell whether a preposition stands before the phrase of a name."""
        phrase = self.reading.phrases.over(name)
        return phrase is not None and self.reading.tokens.kind(phrase.first - 1) == "p"


def _told_apart() -> frozenset[str]:
    return words("relation-cues", "told-apart")


def _rivals() -> frozenset[str]:
    return words("relation-cues", "rival")


def _rounds() -> frozenset[str]:
    return words("relation-cues", "round")


def _rounding() -> frozenset[str]:
    return words("relation-cues", "round", "lead")

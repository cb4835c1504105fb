"""Noun phrases of a sentence: which name each stands for, what it lists, what stands in apposition."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.rules.names.bodies import THINGS
from kg.extract.rules.relations.classes import Tokens
from kg.extract.rules.relations.frames import role_nouns, triggers
from kg.extract.rules.relations.labels import labels
from kg.extract.rules.relations.list_asides import aside_at, before_clause
from kg.extract.rules.text.once import once
from kg.lexicon.wordlists import words

_PHRASE = re.compile(r"(?!x)(?:d[x]*)*(?:[nNG0]|x(?=[nNG0d])|(?<=[dG])e(?=[nN])|b(?=[nNx])|(?<=N)b)+y*")
_INCLUDING = ("include", "included", "includes")
_ALIKE = dict.fromkeys(("Authority", "Organization", "Outlet", "Person"), "Company") | {"Chip": "Product"}
"""Class -> the class with which it stands in one list: "from the US government, Acme and Ann Lee"."""
_SCALE = 2
_OF_SEVERAL = frozenset(("are", "have", "were"))
_MONEY = ("$", "€", "£", "¥", "₹")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens `first` up to, not including, `last`. `head` is the name it stands for, `noun` the noun it ends in.

    `names` are all names inside, `owners` those with 's.
    """

    first: int
    last: int
    head: int | None
    noun: int | None
    names: tuple[int, ...]
    owners: tuple[int, ...]


def acts(tokens: Tokens, at: int) -> bool:
    """Tell whether a verb stands at token `at`, behind adverbs: what stands before it is its subject, no apposition."""
    return tokens.kind(tokens.past(at, "x")) in "vae"


@dataclass(frozen=True)
class Phrases:
    """The noun phrases of a sentence, found by where they start or end."""

    tokens: Tokens

    @once
    def all(self) -> tuple[Phrase, ...]:
        """Return the phrases in order."""
        spans = [found.span() for found in _PHRASE.finditer(self.tokens.classes)]
        if "NG" in self.tokens.classes:
            spans = [part for span in spans for part in self._parted(*span)]
        return tuple(self._phrase(*span) for span in spans)

    def _parted(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield a stretch in two where an owner stands behind a name: "made Acme its supplier", "makes Acme Beta's"."""
        at = self.tokens.classes.find("NG", first, last) + 1
        deemed = at == first + 1 and self.tokens.word(first - 1) in words("relation-cues", "deem")
        if at and (deemed or self.tokens.names[at].how == "pronoun"):
            yield first, at
            first = at
        yield first, last

    @once
    def _from(self) -> dict[int, Phrase]:
        return {phrase.first: phrase for phrase in self.all}

    @once
    def _to(self) -> dict[int, Phrase]:
        return {phrase.last: phrase for phrase in self.all}

    @once
    def _starts(self) -> list[int]:
        return [phrase.first for phrase in self.all]

    def starting(self, index: int) -> Phrase | None:
        """Return the phrase that starts at a token."""
        return self._from.get(index)

    def ending(self, index: int) -> Phrase | None:
        """Return the phrase whose last token stands right before `index`."""
        return self._to.get(index)

    def over(self, index: int) -> Phrase | None:
        """Return the phrase that holds a token."""
        at = bisect_right(self._starts, index) - 1
        return self.all[at] if at >= 0 and index < self.all[at].last else None

    def _phrase(self, first: int, last: int) -> Phrase:
        kinds = self.tokens.classes
        end = last
        while end > first and kinds[end - 1] in "xy":
            end -= 1
        named = "N" in kinds[first:end] or "G" in kinds[first:end]
        inside = tuple([index for index in range(first, end) if kinds[index] in "NG"]) if named else ()
        owners = tuple([index for index in inside if kinds[index] == "G"]) if inside else ()
        final = end - 1
        noun = final if kinds[final] == "n" else None
        head = final if kinds[final] == "N" else None
        if noun is not None and inside and kinds[inside[-1]] == "N" and labels(self.tokens, inside[-1], end):
            head = inside[-1]
        return Phrase(first, last, head, noun, inside, owners)

    def heads(self, phrase: Phrase | None) -> tuple[int, ...]:
        """Return the names that a phrase stands for.

        These are its own head; the examples behind it ("chips such as the H20"); what it is called; the name in
        apposition; for "a range of" and the like the same of the phrase behind "of". "The Chinese market" is China.
        """
        if phrase is None:
            return ()
        if phrase.head is not None:
            return self._kind_called(phrase) or self.chain(phrase)
        if paid := self._paid(phrase):
            return paid
        market = self._market(phrase)
        if market:
            return market
        return self.named_behind(phrase.last) or self._through(phrase) or self._joined(phrase)

    def _kind_called(self, phrase: Phrase) -> tuple[int, ...]:
        """Return what a kind of a thing is called: "a new Zed model called Nyx", "third-generation Zed, dubbed Nyx"."""
        tokens, head = self.tokens, phrase.head
        at = phrase.last + (tokens.kind(phrase.last) == ",")
        if head is None or head == phrase.first or tokens.word(at) not in words("relation-cues", "naming"):
            return ()
        called = self.starting(at + 1)
        if called is None or called.head != called.first or phrase.owners:
            return ()
        things = {tokens.names[one].entity.kind for one in (head, called.head)} <= set(THINGS)
        return self.chain(called) if things else ()

    def _joined(self, phrase: Phrase) -> tuple[int, ...]:
        """Return the names joined to a phrase that has none: "parent of cable channels and Dish TV"."""
        at, joined = self._separated(phrase.last)
        share = phrase.noun is None and self.tokens.word(phrase.last - 1).endswith("%")  # "owns 80% and X the rest"
        following = self.starting(at) if joined and joined != ",c" and not share else None
        if following is not None and following.head is None and not following.names:
            named = self.tokens.word(following.last) in words("relation-cues", "naming")
            return self.named_behind(following.last) if named else ()  # "a model and a chatbot called X"
        stands = following is not None and following.head is not None and self.tokens.kind(following.last) not in "vae"
        return self.chain(following) if following is not None and stands else ()

    def _paid(self, phrase: Phrase) -> tuple[int, ...]:
        """Return whom an amount stands right behind: "cost Acme $4 billion", "pays Acme $4 billion a year"."""
        if not phrase.names or phrase.names[0] in phrase.owners:
            return ()
        behind = self.tokens.word(phrase.names[0] + 1)
        scaled = self.tokens.word(phrase.names[0] + _SCALE) in words(
            "relation-cues", "sums"
        )  # "fined X 4 million euros"
        if not behind.startswith(_MONEY) and not (scaled and self.tokens.kind(phrase.names[0] + 1) == "0"):
            return ()
        joined = self.starting(phrase.last + 1) if self.tokens.kind(phrase.last) == "c" else None
        return (*phrase.names[:1], *(self._paid(joined) if joined is not None else ()))

    def ruled(self, phrase: Phrase | None) -> Phrase | None:
        """Return the rule that goods stand behind, else the phrase: "a curb on chips, which hit X"."""
        goods = phrase is not None and not phrase.names and self.tokens.word(phrase.first - 1) == "on"
        rule = self.ending(phrase.first - 1) if phrase is not None and goods else None
        head = rule.head if rule is not None else None
        return rule if head is not None and self.tokens.names[head].entity.kind == "Regulation" else phrase

    def _market(self, phrase: Phrase) -> tuple[int, ...]:
        """Return the place whose market, buyers or users a phrase means: "the Chinese market"."""
        if phrase.noun is None or self.tokens.words[phrase.noun] not in words("relation-cues", "market-noun"):
            return ()
        places = [index for index in phrase.names if self.tokens.names[index].entity.kind == "Place"]
        return tuple(places[-1:])

    def named_behind(self, end: int) -> tuple[int, ...]:
        """Return the names that the words from token `end` give to the noun before: examples, a name, an apposition."""
        tokens = self.tokens
        at = end
        while tokens.kind(at) in ",(" or (tokens.kind(at) in "xatpr" and self._lists(at)):
            at += 1
        if tokens.kind(at) == "k":
            at = tokens.past(at, "k")
        elif tokens.word(at) in words("relation-cues", "naming"):
            at += 1
            if tokens.word(at) == "as":
                at += 1
        elif at == end or tokens.kind(at) not in "Nd0":
            return ()
        phrase = self.starting(at)
        if phrase is None or phrase.head is None:
            listing = phrase is not None and tokens.kind(at - 1) == "k" and tokens.word(at - 1) in _INCLUDING
            return self._examples(phrase) if phrase is not None and listing else ()
        found = self.chain(phrase)
        apart = at == end + 1 and tokens.kind(end) == ","
        clause = at == end and tokens.word(end - 1).endswith("s")  # "the rivals Acme faces"
        verb = (apart or clause) and len(found) == 1 and acts(tokens, phrase.last)
        return () if verb else found

    def _lists(self, at: int) -> bool:
        """Tell whether words that open examples stand behind a helping word: "customers would include"."""
        return self.tokens.kind(at + 1) == "k" and self.tokens.word(at) not in ("of", "in", "for", "by")

    def _examples(self, phrase: Phrase) -> tuple[int, ...]:
        """Return the names of which "include" gives only what they are: "customers include firms in Oslo such as X"."""
        tokens, at = self.tokens, phrase.last
        inside = self.starting(at + 1) if tokens.kind(at) == "p" and not phrase.names else None
        at = inside.last if inside is not None else at
        joined = self.starting(at + 1) if tokens.kind(at) == "c" else None
        at = joined.last if joined is not None and not joined.names else at
        at += tokens.kind(at) == "," and tokens.kind(at + 1) == "k"  # "include major names, such as X"
        return self.named_behind(at) if tokens.kind(at) == "k" and tokens.word(at) not in _INCLUDING else ()

    def _through(self, phrase: Phrase) -> tuple[int, ...]:
        inner = self.within(phrase)
        return self.heads(inner) if inner is not phrase else ()

    def within(self, phrase: Phrase) -> Phrase:
        """Return the phrase behind "of" for words such as "a range of" and "thousands of", else `phrase` itself."""
        tokens = self.tokens
        destined = phrase.noun is not None and tokens.words[phrase.noun] in words("relation-cues", "destined")
        if destined and not phrase.names and tokens.word(phrase.last) in ("in", "to"):
            return self.starting(phrase.last + 1) or phrase
        if changed := self._changed(phrase):
            return changed
        light = phrase.noun is None or tokens.words[phrase.noun] in words("relation-cues", "light-noun", "fraction")
        joint = tokens.word(phrase.last)
        if joint == "per" and phrase.noun is None and not phrase.names and (cent := self.starting(phrase.last + 1)):
            return self.within(cent)  # "9 per cent of"
        money = joint == "in" and tokens.word(phrase.first).startswith(_MONEY)
        if light and phrase.head is None and (joint == "of" or money) and not phrase.names:
            inner = self.starting(phrase.last + 1)
            return self.within(inner) if inner is not None else phrase
        return phrase

    def _changed(self, phrase: Phrase) -> Phrase | None:
        """Return the rule that changes are made to: "changes in the export rules"."""
        noun = self.tokens.words[phrase.noun] if phrase.noun is not None and not phrase.names else ""
        rule = self.starting(phrase.last + 1) if noun in words("relation-cues", "changing") else None
        return rule if rule is not None and self._role(rule.head) == "Regulation" else None

    def chain(self, phrase: Phrase) -> tuple[int, ...]:
        """Return the heads of a phrase and of those joined to it behind: "A, B and C". Appositions in it are passed.

        What opens a clause of its own ("... from A, and B said") is not joined.
        """
        tokens = self.tokens
        found = [phrase.head] if phrase.head is not None else []
        kind, at = self._role(phrase.head), phrase.last
        opener = tokens.word(phrase.first - 1)
        governed = tokens.kind(phrase.first - 1) in "vegpqx" and opener != "between"
        joined = ""
        while True:
            behind = self._past_aside(at)
            closed = behind != at
            ended = "c" in joined  # "backed by A, B and C, D grew"
            at, joined = self._separated(behind)
            following = self.starting(self.tokens.past(at, "x")) if joined else None
            shared = self._sharing(following) if joined == "c" and found else None
            if shared is not None and self._role(shared) == kind:
                return (*found, shared)
            if following is not None and (examples := self._kind_joined(following, kind, joined)) and found:
                return (*found, *examples)
            if following is None or following.head is None or self._role(following.head) != kind:
                return tuple(found)
            if ended and joined == "," and (following.head == following.first or acts(tokens, following.last)):
                return tuple(found)
            if governed and tokens.kind(following.last) == "g" and self._governor(phrase.first, "g") >= 0:
                return tuple(found)  # "with A buying B and C selling D"
            if (
                governed
                and len(found) == 1
                and ((joined == ",c" and not closed) or tokens.kind(following.last) in "vae")
                and not (joined == "c" and opener == "of")  # "the purchase of A and B helped"
                and tokens.word(following.last)
                not in words("relation-cues", "intensifying")  # "competition with A and B grows"
            ):
                return tuple(found)
            found.append(following.head)
            at = following.last

    def _kind_joined(self, phrase: Phrase, kind: str, joined: str) -> tuple[int, ...]:
        """Return the examples of a kind that is joined to a list: "competes with A and other firms such as B"."""
        tokens = self.tokens
        if "c" not in joined or phrase.names or phrase.noun is None or tokens.kind(phrase.last) != "k":
            return ()
        role = tokens.words[phrase.noun].removesuffix("s") in role_nouns() and tokens.word(phrase.first) != "other"
        named = () if role else self.named_behind(phrase.last)
        return named if named and self._role(named[0]) == kind else ()

    def _sharing(self, phrase: Phrase | None) -> int | None:
        """Return the name before a plural that those before "and" share: "the X and Y brands"."""
        if phrase is None or phrase.head is not None or phrase.noun is None or phrase.owners:
            return None
        noun = self.tokens.words[phrase.noun]
        plural = noun.endswith("s") and noun.removesuffix("s") in words("neighbours", "part")
        return phrase.noun - 1 if plural and phrase.noun - 1 in phrase.names else None

    def _separated(self, at: int) -> tuple[int, str]:
        start = at
        while self.tokens.kind(at) in ",c" and at - start < len(",c"):
            at += 1
        return at, self.tokens.classes[start:at]

    def _past_aside(self, at: int) -> int:
        """Return where a list goes on behind an aside: "A, the chipmaker, and B", "A (a chipmaker) and B"."""
        tokens = self.tokens
        if tokens.kind(at) == "(":
            end = tokens.classes.find(")", at)
            return end + 1 if end > 0 else at
        if tokens.word(at) in ("of", "in", "from"):
            place = self.starting(at + 1)
            dated = place is not None and tokens.word(place.first).isdigit() and place.last == place.first + 1
            return place.last if place is not None and (dated or self._role(place.head) == "Place") else at
        behind = self.starting(at + 1)
        aside = aside_at(tokens, at, described=behind is not None and behind.head is None)
        return aside.end() if aside else at

    def before_whose(self, phrase: Phrase) -> int | None:
        """Return the name that "whose" at the start of a phrase stands for: "OpenAI, whose ChatGPT"."""
        if self.tokens.word(phrase.first) != "whose" or self.tokens.kind(phrase.first - 1) != ",":
            return None
        before = self.ending(phrase.first - 1)
        return before.head if before is not None else None

    def back(self, phrase: Phrase) -> tuple[int, ...]:
        """Return the heads of the list that ends in `phrase`, in order."""
        return tuple(one.head for one in self._listed(phrase) if one.head is not None)

    def list_start(self, phrase: Phrase) -> int:
        """Return the token at which the list that ends in `phrase` starts."""
        return self._listed(phrase)[0].first

    def _listed(self, phrase: Phrase) -> list[Phrase]:
        found, kind = [phrase], self._role(phrase.head)
        while True:
            at = end = found[0].first
            while self.tokens.kind(end - 1) in ",c" and at - end < len(",c"):
                end -= 1
            if self.tokens.classes[end:at] == ",c":
                end = before_clause(self.tokens, end)
            before = self.ending(end) if end < at else None
            if before is None or before.head is None or self._role(before.head) != kind:
                return found
            head = found[0].head
            if head is not None and self.tokens.names[head].how == "pronoun":
                return found  # "... with X, and it has"
            if self.tokens.kind(at - 1) == "," and self._closes(before, kind):
                return found
            if self._told_apart(before, found[-1], self.tokens.classes[end:at]):
                return found
            found.insert(0, before)

    def _told_apart(self, before: Phrase, last: Phrase, joined: str) -> bool:
        """Tell whether what stands behind a conjunction does something of its own: B of "X buys A, and B sells C".

        Without a comma the verb before must be one that frames know, and the one behind not that of several.
        """
        tokens = self.tokens
        at = tokens.past(last.last, "x")
        if tokens.kind(at) == "g":
            return self._governor(before.first, "g") >= 0
        verb = self._governor(before.first, "veg") if tokens.kind(at) in "vae" else -1
        if verb < 0 or tokens.words[verb] in words("verbs", "saying"):
            return False
        doing = any(one.kind == "verb" for one in triggers().get(tokens.words[verb], ()))
        return joined == ",c" or (doing and tokens.word(at) not in _OF_SEVERAL)

    def _governor(self, at: int, kinds: str) -> int:
        """Return the verb of these classes that brings what starts at token `at`, -1 for none: "sell chips to A"."""
        verb = self.tokens.back(at - 1, "xq")
        if self.tokens.kind(verb) == "p":
            thing = self.ending(verb)
            verb = self.tokens.back((thing.first if thing is not None else verb) - 1, "xq")
        return verb if verb > 0 and self.tokens.kind(verb) in kinds else -1

    def _closes(self, phrase: Phrase, kind: str) -> bool:
        """Tell whether a phrase is the last of a list: "B" of "A and B", behind which "C" starts anew."""
        if self.tokens.kind(phrase.first - 1) != "c":
            return False
        at = phrase.first - 1 - (self.tokens.kind(phrase.first - 2) == ",")
        before = self.ending(at)
        return before is not None and before.head is not None and self._role(before.head) == kind

    def whose(self, phrase: Phrase) -> tuple[int, ...]:
        """Return whose plan or chance to act a phrase is: "X's plan to", "For X, the deal is an opportunity to"."""
        if phrase.owners:
            return phrase.owners[-1:]
        noun = self.tokens.words[phrase.noun] if phrase.noun is not None and phrase.head is None else ""
        chance = self.tokens.word(0) == "for" and noun in words("relation-cues", "chance")
        found = self.heads(self.starting(1)) if chance else ()
        return found if found and self.tokens.kind(self.tokens.past(found[-1] + 1, "n")) == "," else ()

    def _role(self, head: int | None) -> str:
        kind = self.tokens.names[head].entity.kind if head is not None else ""
        return _ALIKE.get(kind, kind)

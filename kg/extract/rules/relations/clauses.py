"""Who does what to whom around a verb: its voice, its subject, its object, and the phrases its prepositions bring."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.rules.names.bodies import COMMERCIAL, FIRMS
from kg.extract.rules.relations.beside_objects import brings_other, brought_again, told_ago
from kg.extract.rules.relations.forms import verb_forms
from kg.extract.rules.relations.phrases import Phrase, Phrases, acts
from kg.extract.rules.relations.verb_groups import group_start
from kg.extract.rules.text.once import once
from kg.lexicon.nouns import is_firm
from kg.lexicon.wordlists import words

_REMAINING = frozenset(("remain", "remained", "remains"))
_ACTING = re.compile(r"[^rs]*?(?:[va]|N[x]*e)")
"""What a clause of its own has: a verb whose subject is no relative pronoun."""
_MOST = frozenset(("most", "first", "much"))
_OPENING = ("after", "as", "before", "since", "until")
"""Prepositions that open a clause where a verb stands behind what they bring: "for Acme after Beta grew"."""
_COMMAS, _NEAR, _DEEPEST = 1, 8, 4
_OTHERS = ("other", "others")


@dataclass(frozen=True)
class Clauses:
    """The verbs of a sentence over its noun phrases."""

    phrases: Phrases

    @once
    def _groups(self) -> dict[int, int]:
        return {}

    def group(self, verb: int) -> int:
        """Return where the verb group of `verb` starts: its auxiliaries, its adverbs, and verbs such as "plans to"."""
        if (start := self._groups.get(verb)) is None:
            start = self._groups[verb] = group_start(self.phrases.tokens, verb)
        return start

    def passive(self, verb: int, *, transitive: bool, particle: int = 0) -> bool:
        """Tell whether a form is a passive: behind a form of "be", or a participle with no object where one is due."""
        tokens = self.phrases.tokens
        if tokens.kind(verb) not in "eb" or self._in_object_relative(verb):
            return False
        if tokens.kind(verb) == "b":
            return True
        at = verb - 1
        while tokens.kind(at) in "xy" or tokens.word(at).endswith("%"):
            at -= 1
        if tokens.kind(at) == "a" or tokens.word(at) in _REMAINING:  # "remains hosted by"
            return tokens.word(at) in words("grammar", "be") | _REMAINING
        apart = (
            tokens.kind(verb - 1) in "nN),;cxG0("
            or (tokens.kind(verb - 1) == "y" and tokens.kind(at) == ",")
            or tokens.word(verb - 1) in ("but", "yet")
        )
        return transitive and not self._object_follows(verb + 1 + particle) and apart

    def _in_object_relative(self, verb: int) -> bool:
        """Tell whether a verb's subject stands behind "which": "X, which Y founded"."""
        subject = self.phrases.ending(self.group(verb))
        return subject is not None and self.phrases.tokens.kind(self.phrases.list_start(subject) - 1) == "r"

    def _object_follows(self, at: int) -> bool:
        tokens = self.phrases.tokens
        while tokens.kind(at) in "xq":
            if tokens.word(at) in _MOST and tokens.word(at + 1) == "of":
                return True
            at += 1
        timed = tokens.kind(at) == "d" and tokens.kind(at + 1) == "y"  # "launched this month"
        return tokens.kind(at) in "dnNG0ok" and not timed

    def subject(self, verb: int, depth: int = 0) -> tuple[int, ...]:
        """Return the names that a verb has as its surface subject; none where it is no name."""
        return self._grammatical(verb, depth) or (self._nearby(self.group(verb)) if depth == 0 else ())

    def _nearby(self, start: int) -> tuple[int, ...]:
        """Return the name that stands before a verb with nothing but plain words between, whatever they are."""
        tokens = self.phrases.tokens
        for at in range(start - 1, max(-1, start - _NEAR), -1):
            kind = tokens.kind(at)
            if kind in "NG":
                phrase = self.phrases.over(at)
                bare = kind == "N" and phrase is not None and phrase.head == at
                return self.phrases.back(phrase) if bare and phrase and tokens.kind(phrase.first - 1) != "p" else ()
            if kind not in "nxveg0dpy":
                return ()
        return ()

    def _grammatical(self, verb: int, depth: int) -> tuple[int, ...]:
        tokens, start = self.phrases.tokens, self._past_brackets(self.group(verb))
        kind = tokens.kind(start - 1)
        if depth > _DEEPEST:
            return ()
        if kind == "r":
            found = self.before_comma(start - 1)
            return found[-1:] if self._singular(start) else found
        aside = kind == "(" and tokens.kind(verb) == "e"  # "X (based in Y)"
        if aside or kind in "c,":
            return self.before_comma(start) if aside else self._behind_mark(verb, start, depth)
        if tokens.word(start - 1) == "for" and tokens.kind(verb) == "g" and (blamed := self.blamed(start - 1)):
            return blamed
        phrase = self.phrases.ending(start)
        if phrase is None:
            return self._governed(verb, start, depth) or self._postponed(verb)
        opening = self.group(verb)  # "paid $4 million (3 million pounds) to become"
        free = tokens.kind(opening) == "t" or (tokens.kind(verb) == "g" and start == verb)
        return self._controlled(phrase, verb, opening, depth) if free else self._led(phrase)

    def blamed(self, end: int) -> tuple[int, ...]:
        """Return who is named before "for": "fined X for breaching", "fined X $5 million and Y $2 million for"."""
        tokens, blamed = self.phrases.tokens, self.phrases.ending(end)
        if blamed is None or not blamed.names or tokens.names[blamed.names[0]].entity.kind not in COMMERCIAL:
            return ()
        if blamed.head is not None:
            return self.phrases.back(blamed)
        paying = self.phrases.heads(blamed) if blamed.names[0] == blamed.first else ()
        at = blamed.first - 1
        joined = self.phrases.ending(self._past_brackets(at)) if paying and tokens.kind(at) == "c" else None
        if joined is not None and not joined.names and tokens.kind(joined.first - 1) == "v":
            return (*self.subject(joined.first - 1), *paying)  # "ordered X to pay $5 million and Y $2 million for"
        return (*(self.phrases.heads(joined) if joined is not None else ()), *paying)

    def _singular(self, start: int) -> bool:
        """Tell whether a verb group has one subject: "is", "has", "owns"."""
        word = self.phrases.tokens.word(start)
        return word in ("is", "was", "has", "does") or verb_forms().get(word) == frozenset({"third"})

    def _past_brackets(self, at: int) -> int:
        """Return where brackets that end right before token `at` open: "X (a maker of Y) said"."""
        opened = self.phrases.tokens.classes.rfind("(", 0, at) if self.phrases.tokens.kind(at - 1) == ")" else -1
        return opened if opened > 0 else at

    def _behind_mark(self, verb: int, start: int, depth: int) -> tuple[int, ...]:
        tokens = self.phrases.tokens
        bare = all(tokens.kind(at) in "xy" or tokens.word(at).endswith("%") for at in range(start, verb))
        participle = tokens.kind(start - 1) == "," and bare and tokens.kind(verb) == "e"
        if tokens.kind(start - 1) == "," and self._meant_to(start, verb):
            return self.before_comma(start)
        if participle and not self._object_follows(verb + 1):
            return self.before_comma(start) or self._governed(verb, start - 1, depth)
        return self._shared(verb, start, depth)

    def _meant_to(self, start: int, verb: int) -> bool:
        """Tell whether a verb says what a thing is for: "X, designed to rival Y"."""
        tokens = self.phrases.tokens
        return (
            tokens.kind(start + 1) == "t" and start < verb and tokens.word(start) in words("relation-cues", "purposed")
        )

    def before_comma(self, at: int) -> tuple[int, ...]:
        """Return the heads of the list right before token `at`, a comma, or a preposition behind it, in between."""
        tokens = self.phrases.tokens
        at = tokens.back(at - 1, ",p(") + 1
        phrase = self.phrases.ruled(self.phrases.ending(at))
        return self.phrases.back(phrase) if phrase is not None and not self.likened(phrase) else ()

    def likened(self, phrase: Phrase) -> bool:
        """Tell whether what is spoken of is not the name but a thing like it: "a version of X that was built for Y"."""
        tokens = self.phrases.tokens
        before = self.phrases.ending(phrase.first - 1) if tokens.word(phrase.first - 1) == "of" else None
        return before is not None and self.phrases.within(before) is phrase

    def _led(self, phrase: Phrase) -> tuple[int, ...]:
        """Return the heads of the noun phrase that `phrase` ends: "the maker of X" is no X."""
        tokens = self.phrases.tokens
        while tokens.kind(phrase.first - 1) == "p" and tokens.word(phrase.first - 1) not in _OPENING:
            before = self.phrases.ending(phrase.first - 1)
            if before is None or tokens.word(phrase.first - 1) == "by":
                break
            phrase = before
        if phrase.head is None and phrase.noun is not None and phrase.names:
            part = tokens.words[phrase.noun] in words("relation-cues", "acting-part")
            whose = phrase.owners or tuple(one for one in phrase.names if tokens.names[one].entity.kind in FIRMS)
            if part or phrase.owners:
                return whose[-1:] if part else ()  # "Acme's plant", "the Acme plant"
        if phrase.head is None and tokens.word(phrase.first) in _OTHERS and tokens.kind(phrase.first - 1) == "c":
            beside = self.phrases.ending(phrase.first - 1)
            return self.phrases.back(beside) if beside is not None and beside.head is not None else ()
        if phrase.head is None and tokens.kind(phrase.last) == "(":
            return self.phrases.named_behind(phrase.last)
        apposed = phrase.head is None and tokens.kind(phrase.first - 1) == ","
        return self.before_comma(phrase.first) if apposed else self.phrases.back(phrase)

    def _shared(self, verb: int, start: int, depth: int) -> tuple[int, ...]:
        """Return the subject of a verb behind a comma or "and": before the aside, or that of the verb before."""
        tokens = self.phrases.tokens
        if tokens.kind(start - 1) == ",":
            for at in range(start - 2, -1, -1):
                opened = tokens.kind(at) == "," and tokens.kind(at + 1) in "drepnNGgkbx("
                opened = opened and not (
                    tokens.kind(at + 1) == "e" and self._object_follows(at + 2)
                )  # ", won X, doing"
                examples = self.phrases.named_behind(at) if opened and tokens.kind(at + 1) == "k" else ()
                if examples:
                    return examples
                phrase = self.phrases.ending(at) if opened else None
                if phrase is not None and phrase.head is None and self._listed(at + 1, start):
                    return self.phrases.heads(self.phrases.starting(at + 1))  # "X's parent, Y, bought Z"
                if (
                    phrase is not None
                    and (phrase.head is not None or phrase.owners)
                    and not self._listed(at + 1, start)
                ):
                    doing = self._governed(verb, start - 1, depth) if self._clause(at + 1, start) else ()
                    bodies = any(tokens.names[index].entity.kind in FIRMS for index in doing)
                    return doing if bodies else self._led(phrase)
        return self._governed(verb, start - 1, depth)

    def _clause(self, first: int, last: int) -> bool:
        """Tell whether words between two commas are a clause of their own, and no aside: "Riding X, Y grew, ..."."""
        return _ACTING.match(self.phrases.tokens.classes, first, last) is not None

    def _listed(self, first: int, last: int) -> bool:
        """Tell whether the words between two commas are a name alone: a list rather than an aside."""
        phrase = self.phrases.starting(first)
        if phrase is None or phrase.head is None or phrase.owners:
            return False
        ending = self.phrases.over(self.phrases.chain(phrase)[-1])
        return ending is not None and ending.last >= last - 1

    def _governed(self, verb: int, start: int, depth: int) -> tuple[int, ...]:
        """Return the subject of the verb before this one, in the same clause or the one that governs it."""
        tokens = self.phrases.tokens
        for at in range(min(start, verb) - 1, -1, -1):
            if tokens.kind(at) == ";":
                return ()
            going_on = tokens.kind(at) == "g" and tokens.kind(self.group(at)) == "a"  # "is launching X to rival Y"
            if (tokens.kind(at) in "ve" or going_on) and self.group(at) != self.group(verb):
                return self.subject(at, depth + 1)
            if tokens.kind(at) == "a" and tokens.kind(at + 1) not in "vega":
                return self.subject(at, depth + 1)
        return ()

    def around(self, at: int) -> tuple[int, ...]:
        """Return the subject of the verb in whose clause what starts at token `at` stands."""
        return self._governed(at, at, 0)

    def _postponed(self, verb: int) -> tuple[int, ...]:
        """Return the subject behind what opens the sentence: "After buying X, Y said", "Based in X, Y makes"."""
        tokens = self.phrases.tokens
        having = (verb == 1 and tokens.word(0) == "having") or (
            tokens.word(verb - 1) == "being" and tokens.kind(verb - 2) in "psx"
        )  # "After being bought by X, Y grew"
        opening = tokens.kind(verb) == "g" or (tokens.kind(verb) == "e" and (verb == 0 or having))
        commas = [at for at in range(verb, len(tokens.words)) if tokens.kind(at) == ","] if opening else []
        if commas and tokens.kind(verb) == "g" and not {"a", "v"}.isdisjoint(tokens.classes[verb : commas[0]]):
            return ()  # "Buying X would give Y ports, ships and trains"
        behind = [self.phrases.starting(comma + 1) for comma in commas]
        acting = [phrase for phrase in behind if phrase and phrase.head is not None and acts(tokens, phrase.last)]
        for phrase in (*acting[:1], *behind):
            if phrase is not None and phrase.head is not None and tokens.names[phrase.head].entity.kind != "Place":
                return self.phrases.chain(phrase)
            if phrase is not None and phrase.head is None and phrase.owners:
                return phrase.owners[-1:]  # "Based in X, its users are ..."
        return ()

    def _controlled(self, phrase: Phrase, verb: int, start: int, depth: int) -> tuple[int, ...]:
        """Return who does what an infinitive says: the object right before ("let X sell"), else the governing subject.

        "X's decision to sell" has X; in a headline, which leaves "is" out, whoever stands before: "X to sell Y".
        """
        tokens = self.phrases.tokens
        if phrase.head is None and tokens.kind(start) == "t" and (whose := self.phrases.whose(phrase)):
            return whose
        verb_before = self.phrases.list_start(phrase) - 1
        governs = tokens.kind(verb_before) in "veg"
        own = tokens.kind(start) == "t" and tokens.word(verb_before) in words("relation-cues", "own-ends")
        if own:
            return self.subject(verb_before, depth + 1)  # "left X to found Y"
        if phrase.head is not None and governs and tokens.names[phrase.head].entity.kind in ("Company", "Regulation"):
            return self.phrases.back(phrase)
        acting = governs or tokens.word(phrase.first - 1) == "for"
        if phrase.head is None and acting and tokens.kind(start) == "t" and self.firm(phrase):
            return ()  # "wants a rival to own a stake", "hopes for a rival to own a stake"
        if tokens.kind(verb) == "g" and tokens.kind(phrase.first - 1) not in "veg" and phrase.head is not None:
            return self.phrases.back(phrase)
        return self._governed(verb, phrase.first, depth) or (self._led(phrase) if tokens.kind(start) == "t" else ())

    def firm(self, phrase: Phrase) -> bool:
        """Tell whether the noun of a phrase is one for a company or several."""
        word = self.phrases.tokens.words[phrase.noun] if phrase.noun is not None else ""
        one = f"{word.removesuffix('ies')}y" if word.endswith("ies") else word.removesuffix("s")
        return is_firm(word) or is_firm(one)

    def object(self, verb: int, particle: int = 0) -> Phrase | None:
        """Return the phrase that a verb has as its object; for "which X makes" what stands before "which"."""
        tokens = self.phrases.tokens
        at = verb + 1 + particle
        while tokens.kind(at) in "xq" and not (
            tokens.word(at) in words("relation-cues", "portion") | _MOST and tokens.word(at + 1) == "of"
        ):
            at += 1
        portion = tokens.kind(at) == "d" or tokens.word(at) in words("relation-cues", "portion") | _MOST
        if portion and tokens.word(at + 1) == "of":
            at += len(("all", "of"))
        following = self.phrases.starting(at)
        inside = self.phrases.over(at) if particle and following is None else None
        if inside is not None and inside.first == verb + 1:
            following = inside  # "take private X"
        if following is not None and not told_ago(tokens, following):
            return following
        subject = self.phrases.ending(self.group(verb))
        if subject is not None and self._in_object_relative(verb):
            before = self.phrases.list_start(subject) - 1
            before = tokens.back(before - 1, ",") + 1
            return self.phrases.ending(before)
        return None

    def brought(self, start: int, prepositions: Iterable[str]) -> Iterator[Phrase]:
        """Yield the phrases behind these prepositions between token `start` and the end of the clause.

        The first with a name in it is the last.
        """
        tokens, wanted = self.phrases.tokens, frozenset(prepositions)
        commas = 0
        for at in range(start, len(tokens.words)):
            kind = tokens.kind(at)
            commas += kind == "," and tokens.kind(at + 1) != "k"  # "added firms, including X, to a list"
            meant = (
                kind == "v"
                and tokens.kind(at - 1) == "t"
                and tokens.word(at) in words("relation-cues", "make", "powering")
            )
            goes_on = (kind == "v" and not meant) or (
                kind == "e" and tokens.kind(at - 1) == "c" and tokens.word(at + 1) != "by"
            )
            if kind in ";rsa" or (goes_on and at > start) or commas > _COMMAS or self._opens_anew(at):
                return
            brings = kind in "ptq" and tokens.word(at) in wanted
            found = self._behind(at + 1) if brings and not brings_other(self.phrases, at) else None
            acting = found is not None and tokens.word(at) == "for" and tokens.kind(found.last) == "t"
            acting = acting and not self._is_market(found)
            if found is not None and not acting:  # not "a deal for Acme to buy chips"
                yield found
                if found.names:
                    return

    def _is_market(self, phrase: Phrase | None) -> bool:
        """Tell whether a phrase is for a market, which does nothing: "for the Chinese market to comply with rules"."""
        noun = phrase.noun if phrase is not None else None
        return noun is not None and self.phrases.tokens.words[noun] == "market"

    def fronted(self, verb: int, prepositions: Iterable[str]) -> tuple[int, ...]:
        """Return the antecedent of a relative clause that a preposition opens: X of "X, from which Y buys"."""
        tokens = self.phrases.tokens
        if "pr" not in tokens.classes[:verb]:
            return ()
        subject = self.phrases.ending(self.group(verb))
        opening = self.phrases.list_start(subject) - 1 if subject is not None else -1
        brings = tokens.kind(opening) == "r" and tokens.word(opening - 1) in prepositions
        return self.before_comma(opening - 1) if brings else ()

    def again(self, phrase: Phrase, prepositions: Iterable[str], noun: str) -> Iterator[Phrase]:
        """Yield what amounts or the same noun bring again: "a stake in A and a stake in B", "$2 from A, $1 from B"."""
        following = self._once_more(phrase, frozenset(prepositions), noun)
        while following is not None:
            yield following
            following = self._once_more(following, frozenset(prepositions), noun)

    def _once_more(self, phrase: Phrase, prepositions: frozenset[str], noun: str) -> Phrase | None:
        tokens, listed = self.phrases.tokens, self.phrases.chain(phrase)
        last = (self.phrases.over(listed[-1]) if listed else None) or phrase
        if repeated := brought_again(self.phrases, phrase, last):
            return repeated
        at = last.last + (tokens.kind(last.last) == ",")
        parted = at > last.last or tokens.kind(at) == "c"
        amount = self.phrases.starting(at + (tokens.kind(at) == "c")) if parted else None
        if amount is None or amount.names or tokens.word(amount.last) not in prepositions:
            return None
        same = amount.noun is not None and tokens.words[amount.noun] == noun and tokens.kind(amount.first - 1) == "c"
        counted = "0" in tokens.classes[amount.first : amount.last]
        return self.phrases.starting(amount.last + 1) if same or counted else None

    def _opens_anew(self, at: int) -> bool:
        """Tell whether somebody else's doing starts at token `at`: "... as Y raised money", ", Y's investment"."""
        tokens = self.phrases.tokens
        if tokens.kind(at) == "G":
            return tokens.kind(at - 1) == ","
        if tokens.word(at) != "as":
            return False
        behind = self.phrases.starting(at + 1)
        end = behind.last if behind is not None and behind.head is not None else 0
        end = tokens.past(end, "x") if end else 0
        return bool(end) and (tokens.kind(end) in "va" or (tokens.kind(end) == "e" and self._object_follows(end + 1)))

    def _behind(self, at: int) -> Phrase | None:
        """Return the phrase that starts at token `at`, behind "almost all of" too."""
        tokens = self.phrases.tokens
        portion = words("relation-cues", "portion") | _MOST
        start = at + (tokens.word(at) not in portion and (tokens.kind(at) == "x" or tokens.word(at) == "almost"))
        share = tokens.word(start) in portion and tokens.word(start + 1) == "of"
        more = tokens.kind(at) == "x"  # "for more chips"
        return self.phrases.starting(start + 2 if share else at + more)

"""Who is meant by a noun for a role, "the owner", "a German developer": the name it stands before or behind."""

from dataclasses import dataclass

from kg.extract.rules.relations.clauses import Clauses
from kg.extract.rules.relations.phrases import Phrase, Phrases
from kg.lexicon.wordlists import words


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
        if phrase.noun is not None and phrase.noun > index + 1:
            return ()
        return self._before(phrase, plural=plural) or self._behind(phrase, plural=plural)

    def _part(self, phrase: Phrase, index: int) -> int | None:
        names = self.phrases.tokens.names
        beside = next((one for one in reversed(phrase.names) if one < index), None)
        if beside is None or phrase.head is not None or beside in phrase.owners:
            return None
        owned = any(one < beside for one in phrase.owners)
        return beside if owned and names[beside].entity.kind != "Place" else None

    def _behind(self, phrase: Phrase, *, plural: bool) -> tuple[int, ...]:
        """Return the name behind the noun, or behind its complement: "the owner of TikTok, ByteDance"."""
        tokens = self.phrases.tokens
        named = self.phrases.named_behind(phrase.last)
        if named:
            return named if plural or tokens.kind(phrase.last) == "k" else named[:1]
        if tokens.kind(phrase.last) == "c":
            beside = self.phrases.starting(phrase.last + 1)
            titled = beside is not None and beside.head is not None and beside.head > beside.first
            return (beside.head,) if beside is not None and beside.head is not None and titled else ()
        of = self.phrases.starting(phrase.last + 1) if tokens.kind(phrase.last) == "p" else None
        if of is None or tokens.kind(phrase.first - 1) in ",a":
            return ()
        following = tokens.kind(of.last)
        if following == "k" or (following == "," and tokens.kind(of.last + 1) == "k"):
            return self.phrases.named_behind(of.last)
        if tokens.word(of.last) in words("relation-cues", "being"):
            return self.phrases.heads(self.phrases.starting(of.last + 1))
        behind = self.phrases.starting(of.last + 1) if following == "," else None
        fits = behind is not None and behind.head is not None and tokens.kind(behind.last) in ",;vae"
        return self.phrases.heads(behind)[:1] if fits else ()

    def _before(self, phrase: Phrase, *, plural: bool) -> tuple[int, ...]:
        """Return who is said to be this: before a comma, or before a form of "be"."""
        tokens, at = self.phrases.tokens, phrase.first
        if tokens.word(at) == "whose":
            return ()
        while tokens.kind(at - 1) == "x":
            at -= 1
        if tokens.word(at - 1) in ("of", "among"):
            one = self.phrases.ending(at - 1)
            at = (
                one.first if one is not None and one.head is None and tokens.word(at - 2) in ("one", "some") else at - 1
            )
        if tokens.kind(at - 1) == "c":
            beside = self.phrases.ending(at - 1)
            return self._before(beside, plural=plural) if beside is not None and beside.head is None else ()
        if tokens.kind(at - 1) in ",(":
            before = self.phrases.ending(at - 1)
            if before is None or before.head is None:
                return ()
            return self.phrases.back(before) if plural else (before.head,)
        verb = at - 1
        while tokens.kind(verb) == "x":
            verb -= 1
        being = tokens.kind(verb) in "ave" and tokens.word(verb) in words("relation-cues", "being")
        return self.clauses.subject(verb) if being else ()

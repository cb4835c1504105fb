"""One sentence as its words, phrases, clauses and bearers, for the rules that link its names; and what they state."""

from dataclasses import dataclass

from kg.extract.rules.annotations import Name
from kg.extract.rules.relations.bearers import Bearers
from kg.extract.rules.relations.classes import Tokens
from kg.extract.rules.relations.clauses import Clauses
from kg.extract.rules.relations.denials import Denials
from kg.extract.rules.relations.phrases import Phrases
from kg.extract.rules.text.once import once
from kg.lexicon.names import Lexicon


@dataclass(frozen=True, slots=True)
class Stated:
    """What one construction states of names. `rule` tells which ("make-verb", "own-agent", "possessed")."""

    predicate: str
    subjects: tuple[Name, ...]
    objects: tuple[Name, ...]
    rule: str
    planned: bool = False
    negated: bool = False


@dataclass(frozen=True)
class Reading:
    """The words of one sentence and, found when asked for, what is built over them.

    `lead` is the first company of the text, None before it was named, `funded` the one last told to be invested in,
    `topic` the first of the last sentence that has any, `things` the things that were last named before.
    """

    tokens: Tokens
    lexicon: Lexicon
    lead: Name | None = None
    funded: Name | None = None
    topic: Name | None = None
    things: tuple[Name, ...] = ()

    @once
    def phrases(self) -> Phrases:
        """Return the noun phrases."""
        return Phrases(self.tokens)

    @once
    def clauses(self) -> Clauses:
        """Return the verbs with their subjects and objects."""
        return Clauses(self.phrases)

    @once
    def denials(self) -> Denials:
        """Return what denies or puts off what is stated."""
        return Denials(self.phrases)

    @once
    def bearers(self) -> Bearers:
        """Return who the nouns for roles describe."""
        return Bearers(self.phrases, self.clauses)

    def named(self, indexes: tuple[int, ...] | list[int]) -> tuple[Name, ...]:
        """Return the names of these tokens."""
        return tuple(map(self.tokens.names.__getitem__, indexes))

    def class_of(self, index: int) -> str:
        """Return the class of what the name at a token stands for."""
        return self.tokens.names[index].entity.kind

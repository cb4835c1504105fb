"""What an answer to a report is, and who gives it."""

from dataclasses import dataclass

from kg.extract.rules.reporting.source import elided_subject, subject, verb_group
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import Tokens
from kg.model import Agent, Span


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in a unit: who (a phrase, or agents already resolved), its stance, what it is about, by which rule."""

    stance: str
    cue: Span
    rule: str
    agent: Span | None = None
    agents: tuple[Agent, ...] = ()
    about: Span | None = None


def answerer(line: Tokens, index: int) -> Span | None:
    """Return the subject of the verb or phrase at token `index`, that of the clause before where it is left out."""
    group = verb_group(line, index)
    found = subject(line, group)
    if found is None and group and (line.words[group - 1] in grammar().conjunction or _participle(line, index)):
        found = elided_subject(line, group)
    return line.span(*found) if found else None


def _participle(line: Tokens, index: int) -> bool:
    return line.words[index].endswith("ing")

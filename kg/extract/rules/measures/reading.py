"""What was read for one figure, for stages that go on from it."""

from dataclasses import dataclass

from kg.model import Span

OTHER_NOUN = "other-noun"
"""The rule by which a change is one of a noun that no measure stands for, whatever was told before."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read for one figure: the measure, how surely, by which rule and on which words.

    `frame` is what the words beside a percentage ask for.
    """

    measure: str
    score: float
    rule: str
    span: Span | None = None
    text: str | None = None
    frame: str | None = None

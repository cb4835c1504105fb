"""All there is to tell of a subject: its figures by what they measure, who has them from whom, what contradicts them.

Figures that measure the same thing (subject, measure, scope, period, mode) answer one question. A question has the
trees of its first passages, the levels at which these and their relays put it, and the origins that it rests on.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.analysis.explain import Tree
from kg.analysis.facts import Amount, Answer, Facts, Passage
from kg.analysis.finding import passages, trees_from
from kg.analysis.lineage import Kind, Support, kind
from kg.analysis.sentences import Sentence

_LATE = "9999"


@dataclass(frozen=True, slots=True)
class Level:
    """An amount as stated, the passage that prints it first, and the articles (IRIs) that have it."""

    amount: Amount
    first: Passage
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What figures of one kind say: their trees, the oldest first, and the levels that these hold, each once.

    `support` counts articles and origins; `unnamed` is the wording of the people without a name of the one report that
    all of it rests on, None where there is more to it or less.
    """

    support: Support
    trees: tuple[Tree, ...]
    levels: tuple[Level, ...]
    unnamed: str | None

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What was answered to these figures or the reports that carry them, the oldest first."""
        found = {answer for tree in self.trees for answer in tree.answers}
        return tuple(sorted(found, key=lambda one: (one.date or _LATE, one.responder, one.path, one.start)))


@dataclass(frozen=True, slots=True)
class Story:
    """A subject's questions, those that most articles tell of first, and what contradicts what about it."""

    known: Facts
    name: str
    questions: tuple[Question, ...]
    contradictions: tuple[Sentence, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages of all trees, the oldest first."""
        found = {one.mention: one for question in self.questions for one in _told(question.trees)}
        return tuple(sorted(found.values(), key=_age))


def story(
    known: Facts,
    subjects: Collection[str],
    contradictions: Iterable[Sentence] = (),
    unnamed: Mapping[Kind, str] | None = None,
) -> Story:
    """Return what facts tell of subjects (IRIs of one thing); `unnamed`: the kinds that rest on such people alone."""
    own = [passage for passage in known.passages if passage.claim.subject in subjects]
    found: dict[Kind, list[Tree]] = {}
    for tree in trees_from(known, own):
        found.setdefault(kind(tree.root.passage), []).append(tree)
    questions = [
        Question(_support(of, trees), tuple(trees), tuple(_levels(trees)), (unnamed or {}).get(of))
        for of, trees in found.items()
    ]
    names = sorted({known.name(one) for one in subjects if one in known.names})
    return Story(known, " and ".join(names), tuple(sorted(questions, key=_weight)), tuple(contradictions))


def _weight(question: Question) -> tuple[int, str, tuple[str, ...]]:
    """Order questions: many articles first, then old ones."""
    first = question.trees[0].root.passage
    return -len(question.support.articles), first.date or _LATE, tuple(part or "" for part in question.support.kind)


def _support(of: Kind, trees: Sequence[Tree]) -> Support:
    """Return what `kg.analysis.lineage.supports` has of a kind; of a figure whose subject no text tells, too."""
    listed = tuple(_told(trees))
    circles = (one.outlet or one.path for tree in trees for one in tree.circle)
    return Support(
        kind=of,
        articles=tuple(sorted({one.document for one in listed})),
        reports=tuple(sorted({one.report for one in listed})),
        origins=tuple(sorted({tree.origin for tree in trees if tree.origin is not None})),
        circle=tuple(sorted(set(circles))),
    )


def _told(trees: Iterable[Tree]) -> Iterator[Passage]:
    for tree in trees:
        yield from passages(tree.root)


def _levels(trees: Iterable[Tree]) -> Iterator[Level]:
    """Yield each amount that passages state, the lowest first; a conversion beside one is no level of its own."""
    stating: dict[Amount, list[Passage]] = {}
    for passage in sorted(_told(trees), key=_age):
        for amount in passage.claim.amounts[:1]:
            stating.setdefault(amount, []).append(passage)
    for amount in sorted(stating, key=lambda one: (one.unit, one.value, one.bound)):
        listed = stating[amount]
        yield Level(amount, listed[0], tuple(sorted({one.document for one in listed})))


def _age(passage: Passage) -> tuple[str, str]:
    return passage.date or _LATE, passage.mention

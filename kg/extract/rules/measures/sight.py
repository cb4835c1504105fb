"""A figure in its sentence, with all that is looked at to tell what it measures."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.measures.governing import Head, Line, governing
from kg.extract.rules.measures.kinds import MONEY, unit_kind
from kg.extract.rules.measures.modifiers import moods
from kg.extract.rules.measures.notions import Hit
from kg.extract.rules.measures.ties import Worth, paid, worth
from kg.extract.rules.names.bodies import ORGANIZATIONS
from kg.extract.rules.text.asides import asides
from kg.extract.rules.text.clauses import Breaks
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.names import registry
from kg.lexicon.wordlists import words
from kg.model import Span

_RAISED = Construction(r"\b{raising-money}\s(?:{grammar:focus|additive|bounds:*}\s){0,2}\Z")
_RAISED_REACH = 50
_OUTLAY_FIRST = Construction(r"(?:After|Having|Since|Before)\s(?:having\s)?{notions:spend|notions:invest}\b[^.;:]*\Z")
_AMOUNT_FIRST = re.compile(r"At\s|(?:After|Despite|Following)\s(?:an?|its|the)\s(?:[a-z-]+\s){0,2}")
_ON_IT = re.compile(r"\s(?:on|for|into)\s")


@dataclass(frozen=True, slots=True)
class Sight:
    """A figure in its sentence: the words that may tell something, figures, sources, asides and unknown names there.

    `value` says whose worth an amount is, `price` where the "for" stands by which it is a price, `head` what heads the
    subject or object of the figure's verb, `heads_next` what heads that of the next figure's verb, `fronted` that the
    figure stands in a phrase before its clause, which alone says of what it is, `raised` that somebody gets the money
    from others, whatever it is for, and `moody` that what people fear or hope is told of behind the figure.
    """

    figure: Figure
    read: Annotated
    around: Breaks
    told: Sequence[Hit]
    others: Sequence[Figure]
    sources: Sequence[Span]
    aside: Sequence[Span]
    strange: Sequence[Span]
    value: Worth | None
    price: int | None
    head: Head | None
    heads_next: Head | None
    fronted: bool
    raised: bool
    moody: bool

    def lead(self, reach: int) -> tuple[int, int]:
        """Return where the `reach` characters before the figure start and end."""
        return max(0, self.figure.span.start - reach), self.figure.span.start

    def heads(self, hits: Iterable[Hit]) -> bool:
        """Tell whether one of the words heads the subject of the figure's verb."""
        head = self.head
        return head is not None and any(head.overlaps(hit.span) for hit in hits)


def sight_of(figure: Figure, sentence: Span, read: Annotated, around: Breaks, told: Sequence[Hit]) -> Sight:
    """Return the figure with what stands around it; `told` are the words of the sentence that may tell a measure."""
    money = unit_kind(figure.quantity.unit) == MONEY
    line = Line(
        sentence,
        read.text,
        read.within(read.names, sentence),
        read.within(read.figures, sentence),
        asides(sentence, figure.span, read.text),
    )
    fronted = _is_fronted(figure, line)
    behind = [one for one in line.figures if one.span.start >= figure.span.end and one.role != "from"]
    heads = (governing(one, line) for one in (behind if fronted else behind[:1]))
    return Sight(
        figure,
        read,
        around,
        told,
        line.figures,
        _sources(figure, read),
        line.aside,
        [name.span for name in line.names if name.how == "unknown" or _is_long(name, read.text)],
        worth(figure, sentence, told, read.text) if money else None,
        paid(figure, sentence, read.text) if money else None,
        governing(figure, line),
        next((head for head in heads if head), None),
        fronted,
        money and _RAISED.search(read.fold, max(0, figure.span.start - _RAISED_REACH), figure.span.start) is not None,
        moods(read.text, figure.span.end, sentence.end),
    )


def _is_fronted(figure: Figure, line: Line) -> bool:
    """Tell whether the main clause says of what an amount is: "After spending $9bn, capex fell"."""
    lead = line.sentence.start, figure.span.start
    spent = _OUTLAY_FIRST.match(line.text, *lead) and not _ON_IT.match(line.text, figure.span.end)
    return bool(spent) or _AMOUNT_FIRST.fullmatch(line.text, *lead) is not None


def _is_long(name: Name, text: str) -> bool:
    """Tell whether a body's name has several words, of which none tells what is measured: "Ferrous Manufacturing".

    The name of a part of a company is no such name: "Google Cloud" says cloud.
    """
    whole = name.entity.kind in ORGANIZATIONS and name.how == "name" and " " in name.span.of(text)
    return whole and not registry().having("parentOf", name.entity)


def _sources(figure: Figure, read: Annotated) -> tuple[Span, ...]:
    """Return the sources told beside the figure; in "Sales were $9bn, suggesting" it is told itself."""
    index = read.index_at(figure.span.start)
    if index is None:
        return ()
    units = [one.span for one in read.within(read.figures, read.sentences[index].span)]
    acts = (act for act in read.acts_at(index) if not any(span.overlaps(act.cue) for span in units))  # "2 points to 9%"
    telling = (act for act in acts if act.cue.of(read.fold) not in words("notions", "own-results"))
    spans = (
        act.source
        for act in telling
        if act.source
        and not act.source.overlaps(figure.span)
        and not act.source.end <= figure.span.start < figure.span.end <= act.cue.start
    )
    return tuple(span for span in spans if grammar().auxiliary.isdisjoint(span.of(read.fold).split()))

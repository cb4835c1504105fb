"""What contradicts what in a corpus, and what only seems to, in sentences.

Besides conflicts: pairs that one thing alone keeps from being a conflict; parts that add up to more than their whole;
conversions that imply different rates; figures credited to an outlet that has them not.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.analysis.conflicts import REPLACED, SLACK, Findings, conflicts
from kg.analysis.disputes import Dispute, disputes, first_passages, revisions
from kg.analysis.drift import Hop, cited_by, hops, miscredited, parts_of
from kg.analysis.facts import Claim, Facts, Passage
from kg.analysis.lineage import about
from kg.analysis.rates import Rate, Stated, digits, off, rates
from kg.analysis.sentences import Sentence, Writing

SEEMING = frozenset({"estimates-differ", "revised", "no-conflict"})
"""Kinds of findings that are no fault of anybody."""
WRITING = Writing(
    {
        "conflict-hard": "Conflicts",
        "conflict-soft": "Conflicts that rest on how far an open bound reaches",
        "estimates-differ": "Estimates that differ",
        "revised": "Plans, estimates and running totals that were told again later",
        "parts-exceed-whole": "Parts that add up to more than their whole",
        "rate-differs": "Conversions that imply another rate",
        "credited-wrongly": "Figures credited to an outlet that has them not",
        "no-conflict": "Look like conflicts and are none",
    },
    "No figure contradicts another.\n",
)


@dataclass(frozen=True, slots=True)
class Excess:
    """A figure and the parts that its article gives of it, which add up to `percent` of it in one unit."""

    whole: Passage
    parts: tuple[Passage, ...]
    unit: str
    percent: Decimal


def contradictions(
    known: Facts, slack: Decimal = SLACK, subjects: Collection[str] | None = None, of_all: Stated | None = None
) -> tuple[Sentence, ...]:
    """Return all of them, of every subject or of these (by IRI), in the order of their kinds.

    `of_all` are all rates that are stated, where the facts are not all there are.
    """

    def asked(passage: Passage) -> bool:
        return subjects is None or passage.claim.subject in subjects

    found = [
        *pairs(known, conflicts(known, slack, subjects)),
        *(_excess(known, one) for one in excesses(known) if asked(one.whole)),
        *(_rate(known, rate, mean) for rate, mean in off(rates(known), of_all) if asked(rate.passage)),
        *(_credit(known, hop, names) for hop, names in misattributed(known) if asked(hop.relay)),
    ]
    return WRITING.ordered(found)


def pairs(known: Facts, found: Findings) -> Iterator[Sentence]:
    """Yield what conflicts, by question, what later figures replace, and pairs that only look like a conflict.

    Two who estimate differently do not contradict each other: neither says what is. What relays made of a figure may
    conflict with it or with others. Of what only looks like a conflict, figures that are their report's own are told.
    """
    for dispute in disputes(known, found.conflicts):
        at = f", at {dispute.rate.words}" if dispute.rate else ""
        told = " against ".join(side.told for side in dispute.sides)
        said = f"{about(known, dispute.claim)}: {told}, {dispute.strength}{at}."
        kind = "estimates-differ" if _is_estimated(dispute.claim) else f"conflict-{dispute.strength}"
        yield Sentence(kind, said, _files(dispute), _passages(dispute))
    own = {passage.claim.iri for passage in known.passages if not passage.restates}
    seeming = [pair for pair in found.look_alikes if {pair.one.iri, pair.other.iri} <= own]
    for revision in revisions(known, [pair for pair in seeming if pair.reasons[0].kind == REPLACED]):
        told = ", then ".join(side.told for side in revision.sides)
        yield Sentence("revised", f"{about(known, revision.claim)}: {told}.", _files(revision), _passages(revision))
    stating = first_passages(known)
    for pair in seeming:
        if pair.reasons[0].kind != REPLACED:
            sides = (stating[pair.one.iri], stating[pair.other.iri])
            why = "; ".join(reason.words for reason in pair.reasons)
            said = f"{about(known, sides[0].claim)}: {sides[0].stated} and {sides[1].stated}: {why}."
            yield Sentence("no-conflict", said, places(sides))


def excesses(known: Facts) -> tuple[Excess, ...]:
    """Return the figures whose parts add up to more, whatever their rounding allows, by subject and place."""
    by_mention = {passage.mention: passage for passage in known.passages}
    found = []
    for mention, parts in sorted(parts_of(known).items()):
        whole = by_mention.get(mention)
        for amount in whole.claim.amounts if whole is not None else ():
            shares = [(part, one) for part in parts for one in part.claim.amounts if one.unit == amount.unit]
            least = sum((one.low or Decimal() for _, one in shares), Decimal())
            if whole is not None and amount.high is not None and amount.value > 0 and least > amount.high:
                total = sum((one.value for _, one in shares), Decimal())
                listed = tuple(part for part, _ in shares)
                found.append(Excess(whole, listed, amount.unit, 100 * total / amount.value))
    return tuple(found)


def misattributed(known: Facts) -> Iterator[tuple[Hop, tuple[str, ...]]]:
    """Yield the hops whose relay credits outlets that have nothing to do with its source, with the names of these."""
    cited = cited_by(known)
    for hop in hops(known):
        if names := miscredited(hop.relay, hop.source, cited):
            yield hop, names


def places(passages: Iterable[Passage]) -> tuple[str, ...]:
    """Return the paths, with parts, of the passages' articles."""
    return tuple(sorted({one.path + (f" [{one.part}]" if one.part else "") for one in passages}))


def _is_estimated(claim: Claim) -> bool:
    return claim.mode.rpartition("/")[2] == "estimated"


def _files(dispute: Dispute) -> tuple[str, ...]:
    return places(side.first for side in dispute.sides)


def _passages(dispute: Dispute) -> tuple[str, ...]:
    return tuple(side.passage for side in dispute.sides)


def _excess(known: Facts, one: Excess) -> Sentence:
    parts = ", ".join(f"“{part.printed}”" for part in one.parts)
    said = f"{about(known, one.whole.claim)}: {one.whole.stated} has the parts {parts}, {one.percent:.0f} % of it."
    return Sentence("parts-exceed-whole", said, places((one.whole,)))


def _rate(known: Facts, rate: Rate, mean: Decimal) -> Sentence:
    said = f"{about(known, rate.passage.claim)}: {rate.words}; all together have {digits(mean)}."
    return Sentence("rate-differs", said, places((rate.passage,)))


def _credit(known: Facts, hop: Hop, names: tuple[str, ...]) -> Sentence:
    credited = " and ".join(names)
    said = f"{about(known, hop.relay.claim)}: {hop.relay.stated} credits {credited}; it is {hop.source.stated}."
    return Sentence("credited-wrongly", said, places((hop.relay, hop.source)))

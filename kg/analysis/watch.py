"""What changed between two states of the news, in sentences; the same two states give the same sentences.

Claims are content-addressed, so a claim is new where its IRI is. A figure *changed* where the earlier state has another
amount for the same question: subject, measure, scope, period, mode, whole, period compared with and objects.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kg.analysis.conflicts import Conflict, contradicting
from kg.analysis.drift import hops
from kg.analysis.explain import stance_name
from kg.analysis.explanation import origin_name
from kg.analysis.facts import Answer, Claim, Facts, Passage
from kg.analysis.lineage import about, kind_name, supports
from kg.analysis.sentences import Sentence, Writing
from kg.analysis.states import Relation, State
from kg.errors import UsageError

WRITING = Writing(
    {
        "article-added": "New articles",
        "article-edited": "Articles with another text",
        "article-removed": "Articles that are gone",
        "conflict-opened": "Conflicts opened",
        "conflict-resolved": "Conflicts resolved",
        "denial-added": "New denials",
        "answer-added": "Other new answers",
        "answer-removed": "Answers that are gone",
        "figure-changed": "Figures that changed",
        "figure-drifted": "Figures changed by a relay",
        "origin-added": "New origins",
        "origin-removed": "Origins that are gone",
        "claim-added": "New claims",
        "claim-repeated": "Claims that more articles state",
        "claim-removed": "Claims that nobody states any more",
    },
    "Nothing changed.\n",
)
"""Kinds of differences, in the order in which they are told: what somebody has to act on comes first."""
KINDS = tuple(WRITING.headings)


def differences(before: State, after: State) -> tuple[Sentence, ...]:
    """Return what changed, by kind, then by sentence. Raises UsageError for states that have different bases."""
    if before.base != after.base:
        raise UsageError(f"the stores have the bases {before.base} and {after.base}: only one base can be compared")
    found = {
        *_articles(before, after),
        *_conflicts(before, after),
        *_answers(before, after),
        *_drift(before, after),
        *_origins(before, after),
        *_figures(before, after),
        *_relations(before, after),
    }
    return WRITING.ordered(found)


def _articles(before: State, after: State) -> Iterator[Sentence]:
    old = {one.place: iri for iri, one in sorted(before.articles.items())}
    new = {one.place: iri for iri, one in sorted(after.articles.items())}
    moved = before.articles.keys() & after.articles.keys()
    for place in sorted(new.keys() | old.keys()):
        if place in old and place in new and old[place] != new[place]:
            yield Sentence("article-edited", f"{place} has another text.", (place,))
        elif place not in old and new[place] not in moved:
            yield Sentence("article-added", f"{place} is new.", (place,))
        elif place not in new and old[place] not in moved:
            yield Sentence("article-removed", f"{place} is gone.", (place,))


def _conflicts(before: State, after: State) -> Iterator[Sentence]:
    old, new = _by_claims(before.known), _by_claims(after.known)
    here, there = _passages(after.known), _passages(before.known)
    for pair in sorted(new.keys() - old.keys()):
        at = f", at {rate.words}" if (rate := new[pair].rate) else ""
        sentence = f"{_sides(after.known, new[pair], here)}, {new[pair].strength}{at}."
        yield Sentence("conflict-opened", sentence, _places(after, (*here[pair[0]], *here[pair[1]])))
    for pair in sorted(old.keys() - new.keys()):
        sentence = f"{_sides(before.known, old[pair], there)}: {_ended(old[pair], here)}."
        yield Sentence("conflict-resolved", sentence, _places(before, (*there[pair[0]], *there[pair[1]])))


def _ended(pair: Conflict, stating: Mapping[str, tuple[Passage, ...]]) -> str:
    """Return what ended a conflict. Claims do not change under their IRI, but what is told around them may."""
    if pair.one.iri not in stating or pair.other.iri not in stating:
        return "a side is no longer stated"
    if len({passage.report for claim in (pair.one, pair.other) for passage in stating[claim.iri]}) == 1:
        return "both sides stand in one report"
    return "not at the rate stated now" if pair.rate else "one is presented as part of the other"


def _by_claims(known: Facts) -> Mapping[tuple[str, str], Conflict]:
    """Return the conflicts by the IRIs of their claims, the lower one first."""
    found = {}
    for one in contradicting(known):
        lower, upper = sorted((one.one.iri, one.other.iri))
        found[lower, upper] = one
    return found


def _sides(known: Facts, pair: Conflict, stating: Mapping[str, tuple[Passage, ...]]) -> str:
    sides = sorted(_stated(stating[one.iri]) for one in (pair.one, pair.other))
    return f"{about(known, pair.one)}: {' against '.join(sides)}"


def _answers(before: State, after: State) -> Iterator[Sentence]:
    old, new = set(before.known.answers), set(after.known.answers)
    told_before, told_after = ({_said(one) for one in answers} for answers in (old, new))
    for one in new:
        if _said(one) not in told_before:
            yield Sentence("denial-added" if one.stance == "denies" else "answer-added", _said(one))
    for one in old:
        if _said(one) not in told_after:
            yield Sentence("answer-removed", _said(one))


def _said(one: Answer) -> str:
    return f"{one.responder} {stance_name(one.stance)} ({one.outlet or 'outlet unknown'}): “{one.quote}”"


def _drift(before: State, after: State) -> Iterator[Sentence]:
    known = {(hop.relay.mention, hop.source.mention) for hop in hops(before.known)}
    for hop in hops(after.known):
        if hop.changes and (hop.relay.mention, hop.source.mention) not in known:
            kinds = ", ".join(change.kind for change in hop.changes)
            sides = f"{_stated((hop.relay,))} passes on {_stated((hop.source,))}"
            sentence = f"{about(after.known, hop.source.claim)}: {sides} ({kinds})."
            yield Sentence("figure-drifted", sentence, _places(after, (hop.relay, hop.source)))


def _origins(before: State, after: State) -> Iterator[Sentence]:
    old = {one.kind: one.origins for one in supports(before.known)}
    new = {one.kind: one.origins for one in supports(after.known)}
    for kind in old.keys() & new.keys():
        numbers = f"{len(old[kind])} before, {len(new[kind])} now"
        for origin in set(new[kind]) - set(old[kind]):
            said = f"a new origin, {origin_name(after.known, origin)} ({numbers})"
            yield Sentence("origin-added", f"{kind_name(after.known, kind)}: {said}.")
        for origin in set(old[kind]) - set(new[kind]):
            said = f"no longer an origin, {origin_name(before.known, origin)} ({numbers})"
            yield Sentence("origin-removed", f"{kind_name(before.known, kind)}: {said}.")


def _figures(before: State, after: State) -> Iterator[Sentence]:
    old, new = _passages(before.known), _passages(after.known)
    earlier: dict[tuple[object, ...], list[Claim]] = {}
    for iri in sorted(old):
        earlier.setdefault(_question(old[iri][0].claim), []).append(old[iri][0].claim)
    for iri in new.keys() - old.keys():
        claim, places = new[iri][0].claim, _places(after, new[iri])
        others = [one for one in earlier.get(_question(claim), ()) if _differ(claim, one)]
        if not others or claim.subject is None:
            yield Sentence("claim-added", f"{about(after.known, claim)}: {_stated(new[iri])}.", places)
            continue
        word = "now also" if any(one.iri in new for one in others) else "now"
        was = "; ".join(sorted(_stated(old[one.iri]) for one in others))
        said = f"{about(after.known, claim)}: {word} {_stated(new[iri])}; before: {was}."
        yield Sentence("figure-changed", said, places)
    for iri in old.keys() - new.keys():
        said = f"{about(before.known, old[iri][0].claim)}: {_stated(old[iri])} is no longer stated."
        yield Sentence("claim-removed", said, _places(before, old[iri]))
    for iri in old.keys() & new.keys():
        here, there = {one.document for one in new[iri]}, {one.document for one in old[iri]}
        if len(here) > len(there):
            numbers = f"{len(here)} articles, before {len(there)}"
            said = f"{about(after.known, new[iri][0].claim)}: {_stated(new[iri])} is now in {numbers}."
            yield Sentence("claim-repeated", said, _places(after, new[iri]))


def _question(claim: Claim) -> tuple[object, ...]:
    kind = (claim.subject, claim.measure, claim.scope, claim.period, claim.mode)
    return (*kind, claim.whole, claim.compared_with, claim.objects, claim.measure_text)


def _differ(one: Claim, other: Claim) -> bool:
    amounts = [(claim.amounts[0].unit, claim.amounts[0].value) if claim.amounts else None for claim in (one, other)]
    return amounts[0] != amounts[1]


def _relations(before: State, after: State) -> Iterator[Sentence]:
    for iri in after.relations.keys() - before.relations.keys():
        yield _relation("claim-added", after, after.relations[iri], "")
    for iri in before.relations.keys() - after.relations.keys():
        yield _relation("claim-removed", before, before.relations[iri], " is no longer stated")


def _relation(kind: str, where: State, one: Relation, rest: str) -> Sentence:
    known = where.known
    words = f"{known.name(one.subject)} {one.predicate.rpartition('#')[2]} {known.name(one.object)}"
    places = tuple(sorted({where.articles[document].place for document in one.documents if document in where.articles}))
    return Sentence(kind, f"{words} ({known.name(one.mode)}){rest}.", places)


def _passages(known: Facts) -> Mapping[str, tuple[Passage, ...]]:
    ordered = sorted(known.passages, key=lambda one: one.claim.iri)
    return {iri: tuple(group) for iri, group in groupby(ordered, key=lambda one: one.claim.iri)}


def _stated(passages: Iterable[Passage]) -> str:
    """Return the first of some passages, oldest first, as figure and outlet."""
    first = min(passages, key=lambda one: (one.date or "9999", one.mention))
    return f"“{first.printed}” ({first.outlet or first.path}, {first.date or 'undated'})"


def _places(where: State, passages: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(sorted({where.articles[one.document].place for one in passages if one.document in where.articles}))

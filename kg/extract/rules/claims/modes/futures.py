"""What will be that is nobody's plan: others reckon with it, which is an estimate, or a firm does so of its own.

"Kestrin thinks Acme will sell 5 million" is an estimate, "Acme said revenue would reach $4 billion" is guidance.
"""

import re
from collections.abc import Iterator

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Name, Reported
from kg.extract.rules.claims.dating.sight import Dated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.references.watchers import lends, watches
from kg.extract.rules.subjects.bystanders import stands_by
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.latest import latest
from kg.lexicon.wordlists import words
from kg.model import Agent, Entity, Span

_FUTURE = Construction(r"will(?:\s[a-z]+)*|would|{will-short}|going\sto|(?:(?:is|are)\s)?{forecasts:verb}\sto(?:\sbe)?")
_ESTIMATES = Construction(r"\b{estimating|expectation|forecasts:noun}\b")
_RECKONS = Construction(r"{forecasts:verb|forecasts:reporting|estimating|reckoning}")
_RECKONERS = Construction(r"\b(?:{foreseers|analyst|studying|studies}|{titles:watching}s?)\b")
_IT_IS = Construction(
    r"\b[Ii]t\s(?:is|was|has\sbeen|had\sbeen)\s(?:[a-z]+ly\s|now\s)?{thought-to}\s(?:that\s)?[^,;.]*\Z"
)
"""What makes that which "will" be what people reckon: "it is estimated that half of homes will have"."""
_COMES_ABOUT = Construction(r"\s(?:[a-z]+ly\s)?(?:{happening}\b|be\s{valued}\s)")
_BOUND_TO = Construction(r"{bound-to}")
_NOBODYS = Construction(
    r"\b(?:{nobodys-doing}|{of-the-world}\s(?:[\w-]+\s){0,3}?[a-z]+)\s(?:(?:for|of|in)\s(?:[\w’'-]+\s){1,5}?)?(?:is\s|are\s)?\Z",
    re.IGNORECASE,
)
_ABLE = re.compile(r"\b(?:it|they|we|he|she|[A-Z]\w+)\scan\s(?!not\b)[a-z]+\s[^,;.]*\Z")
"""What one trusts oneself to do: "said it can make $4 billion by 2029"."""
_SAID_IT = re.compile(r"(?:\s(?:on\s)?[A-Z][a-z]+)?\s(?:that\s)?(?:it|they)\s")
_THAT_IT = re.compile(r"\s(?:that\s)?(?:it|its|they|their|we|our)\s")
_YEAR = re.compile(r"(by-)?(20[0-9]{2})")
_NAMED = re.compile(r"(?!(?:The|It|They|We|He|She|Its|Their|This|That)\b)[A-Z]")
_ON_COURSE = Construction(r"{on-course}")
_STUDIES_BEHIND = Construction(r",\s(?:an?|the)\s(?:[\w-]+\s){0,3}?{titles:watching}\b")
_STUDIES_AHEAD = Construction(r"\b{titles:watching}\s\Z")
_AHEAD = 24
_CLAUSE = 60
_BESIDE = re.compile(r"['’]s?\s(?:[a-z]+\s){0,3}?|,?\s(?:of|at|from|with)\s")


def foreseen(case: Case, told: Span, who: Entity | None, read: Annotated) -> str | None:
    """Return the mode of what "will" be: an estimate where others reckon with it, guidance for own results."""
    if who is None and _comes_about(case, told, read):
        return "estimated"
    bound = _BOUND_TO.fullmatch(read.fold, told.start, told.end) and _COMES_ABOUT.match(read.text, told.end)
    if not bound and not _FUTURE.fullmatch(read.fold, told.start, told.end):
        return None
    if _IT_IS.search(read.text, case.sentence.start, told.start):
        return "estimated"
    if any(_reckons(act, read) for act in _of_others(case, who)) or _studied(case, who, read):
        return "estimated"
    if any(_foresees_own(act, told, who, read) for act in case.acts):
        return "guidance"
    return next(iter(case.facts.get("foreseenMode", ())), None)


def _comes_about(case: Case, told: Span, read: Annotated) -> bool:
    """Tell whether what is ahead is nobody's doing: "the market will reach $4 billion", "the total is set to top"."""
    if not _COMES_ABOUT.match(read.text, told.end):
        return False
    if _BOUND_TO.fullmatch(read.fold, told.start, told.end):
        return True
    return _NOBODYS.search(read.text, max(case.sentence.start, told.start - _CLAUSE), told.start) is not None


def _foresees_own(act: Reported, told: Span, who: Entity | None, read: Annotated) -> bool:
    """Tell whether a firm foresees how something of its own will go: "Acme projects that its losses will widen"."""
    foresees = act.cue.of(read.fold) in words("forecasts", "verb", "reporting") and who in act.agents
    return (
        foresees
        and 0 < told.start - act.cue.end < _CLAUSE
        and _SAID_IT.fullmatch(read.text, act.cue.end, told.start) is None
    )


def possible(case: Case, told: Span, who: Entity | None, read: Annotated) -> bool:
    """Tell whether what somebody "could" do is their plan: "Acme could invest $4 billion", and no analyst says so."""
    if told.of(read.fold) not in words("semantic-fields", "possibility"):
        return False
    if not any(_of_itself(act, told, read) for act in case.acts):
        others = _of_others(case, who)
        if _studied(case, who, read) or any(not act.agents or any(map(_is_party, act.agents)) for act in others):
            return False
    if case.code == "price-per-share":
        return told.of(read.fold) == "worth up to"
    return "announcedMode" in case.facts or "planned" in case.facts.get("foreseenMode", ())


def _of_itself(act: Reported, told: Span, read: Annotated) -> bool:
    """Tell whether one says so of oneself: "the bank said it could cut 900 jobs", "it could cut 900, it said"."""
    if act.source and act.source.of(read.fold) in ("it", "they"):
        return True
    return act.cue.end < told.start and _SAID_IT.fullmatch(read.text, act.cue.end, told.start) is not None


def still_ahead(case: Case, when: Dated, read: Annotated) -> bool:
    """Tell whether the sentence dates a figure by a year behind the report's, in which nothing was done yet."""
    year = _YEAR.fullmatch(when.period.code) if when.period and when.seen else None
    if year is None:
        return False
    as_of = read.document.as_of
    return year[2] > as_of[:4] if as_of is not None else year[1] is not None and _is_able(case, read)


def ahead(case: Case, who: Entity | None, read: Annotated) -> str:
    """Return the mode of what is still ahead: guidance where one tells own results, else a plan."""
    own = next(iter(case.facts.get("foreseenMode", ())), None)
    if own is None or not _is_able(case, read):
        return "planned"
    return "estimated" if _studied(case, who, read) else own


def _is_able(case: Case, read: Annotated) -> bool:
    return _ABLE.search(read.text, case.sentence.start, case.figure.span.start) is not None


def believed_of_itself(case: Case, told: Span, who: Entity | None, read: Annotated) -> bool:
    """Tell whether the view of a result is that of whom it is about: "Acme believes it can make $4 billion"."""
    if (
        who is None
        or _THAT_IT.match(read.text, told.end) is None
        or "guidance" not in case.facts.get("foreseenMode", ())
    ):
        return False
    return any(act.cue.overlaps(told) and who in act.agents for act in case.acts)


def on_course(case: Case, told: Span, who: Entity | None, read: Annotated) -> bool:
    """Tell whether a firm says that it is "on course for" a result of its own."""
    if who is None or _ON_COURSE.fullmatch(read.fold, told.start, told.end) is None:
        return False
    if "guidance" not in case.facts.get("foreseenMode", ()):
        return False
    return any(who in act.agents and any(span.covers(told) for span in act.content) for act in case.acts)


def told_by_others(case: Case, told: Span, who: Entity | None, read: Annotated) -> bool:
    """Tell whether others say what is foreseen by nobody: "demand is seen rising to $4 billion, Kestrin said"."""
    return not any(act.cue.overlaps(told) for act in case.acts) and _studied(case, who, read)


def _of_others(case: Case, who: Entity | None) -> Iterator[Reported]:
    """Yield the acts that report the figure of others than whom it is about."""
    for act in case.acts:
        if act.source and who not in act.agents and any(span.covers(case.figure.span) for span in act.content):
            yield act


def _reckons(act: Reported, read: Annotated) -> bool:
    """Tell whether a verb or noun says that others reckon with it: "Kestrin thinks", "by Kestrin's estimates"."""
    source = act.source or act.cue
    if act.kind != "passive" and _ESTIMATES.search(source.of(read.fold)):
        return True
    if not _RECKONS.fullmatch(read.fold, act.cue.start, act.cue.end):
        return False
    other = _RECKONERS.search(source.of(read.fold)) is not None or _NAMED.match(read.text, source.start) is not None
    return bool(act.agents) or other


def _studied(case: Case, who: Entity | None, read: Annotated) -> bool:
    """Tell whether those say it who study such things for a living: analysts, research firms, banks about others."""
    for act in _of_others(case, who):
        source = act.source or act.cue
        if _RECKONERS.search(source.of(read.fold)) and not _publishes(act):
            return True
        if any(_studies(agent, who, read) for agent in act.agents):
            return True
    return False


def _is_party(agent: Agent) -> bool:
    return isinstance(agent, Entity) and agent.kind != "Outlet"


def _publishes(act: Reported) -> bool:
    return any(isinstance(agent, Entity) and agent.kind == "Outlet" for agent in act.agents)


def _studies(agent: Agent, who: Entity | None, read: Annotated) -> bool:
    """Tell whether somebody studies others for a living; a bank does so where it speaks of somebody."""
    if not isinstance(agent, Entity):
        return False
    if agent.kind == "Person":
        return agent in _analysts(read.text, read.names)
    return stands_by(agent, read) or (who is not None and lends(agent))


@latest
def _analysts(text: str, names: tuple[Name, ...]) -> frozenset[Entity]:
    """Return the persons whom a text calls analysts, or names beside the firm of such."""
    found: set[Entity] = set()
    for index, name in enumerate(names):
        if name.entity.kind == "Person" and name.how != "pronoun" and _is_analyst(index, text, names):
            found.add(name.entity)
    return frozenset(found)


def _is_analyst(index: int, text: str, names: tuple[Name, ...]) -> bool:
    """Tell whether a name is told to be an analyst's: "Ann Lee, an analyst", "Kestrin's Ann Lee"."""
    start, end = names[index].span.start, names[index].span.end
    if _STUDIES_BEHIND.match(text, end) or _STUDIES_AHEAD.search(text, max(0, start - _AHEAD), start):
        return True
    firms = [(one, one.span.end, start) for one in names[max(0, index - 1) : index]]
    firms += [(one, end, one.span.start) for one in names[index + 1 : index + 2]]
    return any(_foresees(one.entity) and _BESIDE.fullmatch(text, *gap) for one, *gap in firms)


def _foresees(entity: Entity) -> bool:
    return lends(entity) or watches(entity)

"""Who credits a figure to whom: the acts of reporting that cover it, from the outermost speaker inwards."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Reported
from kg.extract.rules.names.bodies import BODIES
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import word_start, words
from kg.model import Agent, Entity, Mention, Span, Step, Unnamed

_POINTS_BACK = re.compile(r"(?:which|that|this)\Z", re.IGNORECASE)
_NAMES_AGAIN = Construction(
    r"(?:this|that|these|those|such|the)\s+(?:an?\s+)?(?:[\w-]+\s+){0,3}?{amount|expenditure|outlook|expectation|undertaking|plan}\b",
    re.IGNORECASE,
)
_OWN_VIEW = Construction(word_start("its", "their") + r"\s+(?:[\w-]+\s+){0,4}{outlook}\b")
_OWN_SPEAKER = Construction(
    word_start("a", "A", "an", "An", "its", "Its", "the", "The")
    + r"\s(?:(?:{corporate}\s)?(?:chief\s\w+(?:\sofficer)?|{management})|{corporate}\s{sources:spokesperson})"
    r"\s{asserting}\b"
)
_HELD_AGAINST = Construction(
    r"\b(?:{comparison|surpassing|conforming|beside-mark|over-mark}|vs\.?)\s(?:the\s|an?\s)?"
    r"(?:{foreseers}['’]s?\s)?(?P<view>(?:(?:{analyst}['’]?|{expectation|average}|of|for)\s)*)\Z"
)
_ESTIMATE = Construction(
    r"(?:\s(?!and\b|but\b)[\w’'-]+){0,6}?(?P<view>\s(?:{expectation}|{forecasts:verb}(?:\sby\s{analyst})?"
    r"|{foreseers}(?:\s(?!and\b|but\b)[\w’'-]+){1,5}))?,?\s"
)
_SIGN = 1
_RELATIVES = frozenset({"which", "who"})


def covering(figure: Figure, index: int, read: Annotated) -> tuple[Reported, ...]:
    """Return the acts that report `figure` (in sentence `index`), the outermost first.

    An act covers what its content covers; what its content names again ("This plan, revealed by ..."), if that opens
    the next sentence; and the whole of what stands before a content that is only "which".
    """
    sentence = read.sentences[index].span
    found = [
        act
        for act in read.acts_at(index)
        if not _only_wish(act, read.text)
        and not takes_back(act, read.fold)
        and _covers(act, figure.span, sentence, read)
    ]
    of_view = [act for act in found if _of_estimate(act, figure, read)]
    if of_view:
        own = [act for act in of_view if _last_before(act, read) == figure]
        found = own or [act for act in found if act not in of_view]
    found += _said_with_it(figure, found, read.acts_at(index))
    found = [act for act in found if not any(_of_relative(inner, act, read.text) for inner in found)]
    if any(takes_back(act, read.fold) and _covers(act, figure.span, sentence, read) for act in read.acts_at(index)):
        found = [act for act in found if any(isinstance(agent, Entity) for agent in act.agents)]
    found += [act for act in _next_acts(index, read) if not found and figure == _last_figure(sentence, read)]
    return tuple(sorted(found, key=lambda act: _order(act, figure.span, found)))


def credited(mention: Mention, read: Annotated) -> Mention:
    """Return a relation's mention with the chain of the acts that report it."""
    index = read.index_at(mention.figure.start)
    acts = read.acts_at(index) if index is not None else ()
    found = [act for act in acts if any(span.covers(mention.figure) for span in act.content)]
    told = sorted(
        (act for act in found if not _only_wish(act, read.text)), key=lambda act: _order(act, mention.figure, found)
    )
    via = chain(told, None, read.document.outlet)
    return mention if via == mention.via else replace(mention, via=via)


def chain(acts: Sequence[Reported], subject: Entity | None, outlet: str | None) -> tuple[Step, ...]:
    """Return the steps of the chain that `acts` make; the outlet of the document itself is not one of them."""
    steps: list[Step] = []
    for act in acts:
        agents = tuple(agent for agent in act.agents if not _is_outlet(agent, outlet))
        agents = _with_owner(agents, subject)
        known = {agent for step in steps for agent in step.agents}
        if agents and not set(agents) <= known:
            steps.append(Step(agents, act.source or act.cue))
    return tuple(steps)


def own_speaker(sentence: Span, subject: Entity | None, read: Annotated) -> tuple[Step, ...]:
    """Return the company for which an officer of its own speaks in the sentence ("a spokesperson said")."""
    speaker = _OWN_SPEAKER.search(read.text, sentence.start, sentence.end)
    known = subject is not None and subject.kind == "Company"
    return (Step((subject,), Span(*speaker.span())),) if speaker and known and subject else ()


def own_account(figure: Figure, sentence: Span, subject: Entity | None, read: Annotated) -> tuple[Step, ...]:
    """Return the company itself as the source of its own forecast ("raised its outlook to") or of joined results.

    "Acme reported a rise in revenue, but its profit fell 9%" reports the fall as well.
    """
    if subject is None or subject.kind != "Company":
        return ()
    if view := next(reversed(list(_OWN_VIEW.finditer(read.text, sentence.start, figure.span.start))), None):
        return (Step((_whose(Span(*view.span()), subject, read),), Span(*view.span())),)
    index = read.index_at(figure.span.start)
    for act in read.acts_at(index) if index is not None else ():
        here = sentence.covers(act.cue) and act.cue.end <= figure.span.start
        if (
            here
            and act.agents == (subject,)
            and act.cue.of(read.text).lower() in words("semantic-fields", "result-reporting")
        ):
            return (Step((subject,), act.source or act.cue),)
    return ()


def _whose(view: Span, subject: Entity, read: Annotated) -> Entity:
    """Return whose outlook it is: that of whom the pronoun stands for ("Citi raised its forecast for Meta's sales")."""
    owner = next((name for name in read.within(read.names, view) if name.span.start == view.start), None)
    speaks = owner is not None and owner.entity.kind in BODIES
    return owner.entity if owner is not None and speaks else subject


def _covers(act: Reported, figure: Span, sentence: Span, read: Annotated) -> bool:
    if any(_holds(span, _behind_cue(act, figure)) for span in act.content):
        return True
    back = len(act.content) == 1 and _POINTS_BACK.fullmatch(act.content[0].of(read.text)) is not None
    return back and sentence.covers(act.cue) and figure.end <= act.content[0].start


def _of_estimate(act: Reported, figure: Figure, read: Annotated) -> bool:
    """Tell whether the act only credits what a result is held against: "above the $4m estimate, according to X"."""
    last = _last_before(act, read)
    if last is None or figure.span.start > last.span.start:
        return False
    ahead = read.sentences[read.index_at(last.span.start) or 0].span.start
    against = _HELD_AGAINST.search(read.fold, ahead, last.span.start)
    behind = _ESTIMATE.fullmatch(read.fold, last.span.end, act.cue.start)
    return bool(against and behind and (against["view"] or behind["view"]))


def _of_relative(inner: Reported, outer: Reported, text: str) -> bool:
    """Tell whether `inner` says something aside of what `outer` tells: "announced a plan, which analysts say could".

    So does whom no paper, but somebody else names: "Acme said it would sell a stake to Borealis, which said".
    """
    source = inner.source
    if source is None or not any(content.covers(source) for content in outer.content):
        return False
    if source.of(text) in _RELATIVES and text.endswith(", ", 0, source.start):
        return not any(isinstance(agent, Entity) and agent.kind == "Outlet" for agent in outer.agents)
    return text.endswith((", which ", ", that "), 0, source.start)


def _said_with_it(figure: Figure, found: Sequence[Reported], acts: Sequence[Reported]) -> list[Reported]:
    """Return the act whose speaker goes on: "said Acme had added 4 plants and expected to add 3"."""
    wished = (
        [act for act in acts if act.kind == "attitude" and act.source and _holds_any(act, figure)] if not found else []
    )
    return [act for act in acts if act.kind == "speech" and any(act.source == one.source for one in wished)]


def _holds_any(act: Reported, figure: Figure) -> bool:
    return any(_holds(span, figure.span) for span in act.content)


def _last_before(act: Reported, read: Annotated) -> Figure | None:
    index = read.index_at(act.cue.start)
    before = Span(read.sentences[index].span.start, act.cue.start) if index is not None else None
    return next(reversed(read.within(read.figures, before)), None) if before else None


def _holds(content: Span, figure: Span) -> bool:
    """Tell whether `figure` stands in `content`; a sign at its end ("$", "%") may be cut off."""
    return content.start - _SIGN <= figure.start and figure.end <= content.end + _SIGN and content.overlaps(figure)


def _behind_cue(act: Reported, figure: Span) -> Span:
    """Return a figure without the verb before it that is read as its bound: "Acme estimated about 5 million"."""
    inside = figure.start <= act.cue.start and act.cue.end < figure.end
    return Span(act.cue.end + 1, figure.end) if inside else figure


def takes_back(act: Reported, fold: str) -> bool:
    """Tell whether the act vouches for nothing: "denied a report", or "wrote off" which is no writing."""
    if fold.startswith((" off", " down"), act.cue.end):
        return True
    return act.cue.of(fold).split(" ")[0] in words("notions", "denying")


def _next_acts(index: int, read: Annotated) -> tuple[Reported, ...]:
    """Return the acts of the next sentence that say who gave what this one states."""
    if index + 1 >= len(read.sentences):
        return ()
    following = read.sentences[index + 1].span
    return tuple(
        act
        for act in read.acts_at(index + 1)
        if act.content
        and act.content[0].start == following.start
        and act.kind in ("passive", "relayed")
        and _NAMES_AGAIN.match(read.text, following.start, act.content[0].end)
        and not read.within(read.figures, act.content[0])
    )


def _last_figure(sentence: Span, read: Annotated) -> Figure | None:
    return next(reversed(read.within(read.figures, sentence)), None)


def _only_wish(act: Reported, text: str) -> bool:
    """Tell whether the act is somebody's own intention ("agreed to pay"), which credits nobody."""
    own = act.cue.of(text).endswith(" to") or (bool(act.content) and text.startswith("to ", act.content[0].start))
    return act.kind == "attitude" and own


def _order(act: Reported, figure: Span, acts: Sequence[Reported]) -> tuple[int, bool, Span]:
    """Return a key that puts the outer act first; of two with one content the one cited is the inner."""
    return -_reach(act, figure, acts), act.kind == "according", act.cue


def _reach(act: Reported, figure: Span, acts: Sequence[Reported]) -> int:
    """Return how much the part of the content that holds the figure covers.

    It ends where the content ends of who tells of the act itself: "Acme expects 5%, the paper said".
    """
    around = [part for other in acts if other is not act for part in other.content if part.covers(act.cue)]
    ends = {span: min((part.end for part in around if part.end < span.end), default=span.end) for span in act.content}
    held = _behind_cue(act, figure)
    return max((end - span.start for span, end in ends.items() if _holds(span, held)), default=0)


def _is_outlet(agent: Agent, outlet: str | None) -> bool:
    return isinstance(agent, Entity) and outlet is not None and agent.name == outlet


def _with_owner(agents: tuple[Agent, ...], subject: Entity | None) -> tuple[Agent, ...]:
    """Name the company beside its own papers: "company filings" speak for the company the figure is about."""
    own = any(isinstance(agent, Unnamed) and agent.kind == "document" and "compan" in agent.wording for agent in agents)
    return (subject, *agents) if own and subject is not None and subject.kind == "Company" else agents

"""Who foresees a figure: the one whom it is about gives guidance, anybody else an estimate.

"Acme expects sales of $4 billion", "its forecast of $4 billion" against "Jefferies expects Acme to sell $4 billion",
"beating expectations of $4 billion".
"""

import re

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.names.bodies import BODIES, FIRMS
from kg.extract.rules.references.officers import executives, officers
from kg.extract.rules.references.watchers import watches
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Agent, Entity, Span

GUIDANCE, ESTIMATED = "guidance", "estimated"
_OWN = Construction(
    r"\b(?:its|our|their|his|her|it|we|they)\s(?:(?!{surpassing|outstripping}\b)(?:[a-z-]+|20[0-9]{2})\s){0,4}\Z"
)
_BY = re.compile(r"\sby\s(?:the\s)?[A-Za-z]{3,}")
_EARLIER = Construction(r"\b{former}\s(?:[a-z-]+\s){0,2}\Z")
_WATCHERS = Construction(
    r"\b(?:the|an?)\s(?:[a-z]+\s)?{notions:watcher|nouns:lender}(?:['’]s\s(?:[$€£\w.-]+\s){0,4}|\s)\Z"
)
"""What makes a view that of a firm that watches others: "the consulting firm's $4 billion forecast"."""
_AGAINST = Construction(
    r"\b(?:{surpassing|outstripping|comparison}|vs\.?|against|above|below|ahead\sof|short\sof|than|instead\sof)\s(?:the\s|an?\s)?[^,;]*\Z"
)
_OTHERS = Construction(r"\b(?i:{foreseers})\b[^,;]*\Z")
"""Those who foresee the results of others: "Wall Street was expecting $9 billion", "analysts' $9 billion forecast"."""
_OF_ANALYSTS = Construction(r"\b(?i:{foreseers|titles:watching})s?\b[^,;]*\s(?:its|their|his|her)\s[^,;]*\Z")
"""What makes a view that of those who study others: "analysts at Acme cut their estimate"."""
_PASSIVE = re.compile(r"\sto\s")
_REACH = 40


def foretold(cue: Span, index: int, who: Entity | None, read: Annotated) -> str:
    """Return the mode of what the word at `cue`, in the sentence `index`, foresees about `who`."""
    agents = {agent for act in read.acts_at(index) if act.cue.overlaps(cue) for agent in act.agents}
    agents = agents or _joined(cue, index, read)
    if agents:
        return GUIDANCE if who in agents or _is_own_voice(tuple(agents), who, read) else ESTIMATED
    before = Span(max(read.sentences[index].span.start, cue.start - _REACH), cue.start)
    if _OWN.search(before.of(read.fold)):
        analysts = _OF_ANALYSTS.search(read.text, read.sentences[index].span.start, cue.start)
        others = analysts or _of_another(cue, index, who, read) or _of_watcher(cue, index, read)
        return ESTIMATED if others else GUIDANCE
    if _EARLIER.search(before.of(read.fold)):
        return GUIDANCE
    if _PASSIVE.match(read.text, cue.end) and cue.of(read.fold).endswith(("ed", "forecast")):
        own = any(_is_own_voice(act.agents, who, read) for act in read.acts_at(index))
    elif _OTHERS.search(before.of(read.fold)) or _BY.match(read.text, cue.end) or _held_against(cue, before, who, read):
        own = False
    else:
        own = _is_own(cue, before, who, read)
    return GUIDANCE if own else ESTIMATED


def _joined(cue: Span, index: int, read: Annotated) -> set[Agent]:
    """Return who foresees where a second verb goes on: "Acme expects sales of $9 billion and sees a profit"."""
    if not read.text.endswith("and ", 0, cue.start):
        return set()
    foresees = words("forecasts", "verb", "reporting")
    before = [act for act in read.acts_at(index) if act.cue.end < cue.start and act.cue.of(read.fold) in foresees]
    return set(before[-1].agents) if before else set()


def _is_own_voice(agents: tuple[Agent, ...], who: Entity | None, read: Annotated) -> bool:
    """Tell whether whom a figure is about speaks, or their officer: "are expected to rise, said Acme's Ann Lee"."""
    if len(agents) != 1 or not isinstance(agents[0], Entity):
        return False
    served = officers(read.text, read.names).get(agents[0])
    if served is None and agents[0] in executives(read.text, read.names):
        return True
    return who in (agents[0], served) if who is not None else served is not None


def _held_against(cue: Span, before: Span, who: Entity | None, read: Annotated) -> bool:
    """Tell whether nobody named foresaw what a result is held against: "beat the $4 billion expected"."""
    found = _AGAINST.search(before.of(read.fold))
    if found is None or cue.of(read.fold) not in words("forecasts", "verb", "noun"):
        return False
    between = Span(before.start + found.start(), cue.start)
    own = any(name.entity == who for name in read.within(read.names, between))
    return not own and not any(act.cue.overlaps(cue) for act in read.acts_at(read.index_at(cue.start) or 0))


def _is_own(cue: Span, before: Span, who: Entity | None, read: Annotated) -> bool:
    """Tell by whom is named before a word of foreseeing whether it is the view of whom the figure is about."""
    named = [name for name in read.within(read.names, before) if name.entity.kind in FIRMS]
    if named:
        return named[-1].entity == who
    return not _WATCHERS.search(before.of(read.fold)) and cue.of(read.fold) not in _nouns()


def _of_another(cue: Span, index: int, who: Entity | None, read: Annotated) -> bool:
    """Tell whether "their forecast" is that of a speaker who is another: "analysts at Acme said they cut theirs"."""
    speaking = [act for act in read.acts_at(index) if act.kind == "speech" and act.cue.end <= cue.start and act.source]
    told = speaking[-1] if speaking else None
    return told is not None and bool(told.agents) and who is not None and who not in told.agents


def _of_watcher(cue: Span, index: int, read: Annotated) -> bool:
    """Tell whether "its forecast" is that of a body that foresees what others do: "the IMF cut its forecast for"."""
    before = Span(read.sentences[index].span.start, cue.start)
    named = [name.entity for name in read.within(read.names, before) if name.entity.kind in BODIES]
    last = named[-1] if named else None
    public = last is not None and last.slug is not None and last.kind != "Company"
    return last is not None and (public or watches(last))


def _nouns() -> frozenset[str]:
    return frozenset(word.lower() for word in words("forecasts", "noun"))

"""Reported speech: who (source), by which words (cue), says what (content)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from kg.extract.rules.annotations import Name, Quoted, Reported, Sentence
from kg.extract.rules.reporting.acts import acts
from kg.extract.rules.reporting.agents import Speakers
from kg.extract.rules.reporting.prepositional_acts import cited_in, read_by
from kg.extract.rules.reporting.turns import turns
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import QUOTE, Act, Range, Tokens, Unit, lines
from kg.model import Agent, Entity, Span, Unnamed


def reported(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quoted], names: Sequence[Name]
) -> tuple[Reported, ...]:
    """Return every act of reporting in `text`, in order of its cue.

    Acts of wanting and judging come out with the kind "attitude", acts that a negation takes back ("did not say") with
    the kind "unsaid"; neither credits a statement to its agent.
    """
    found: list[Reported] = []
    speakers = Speakers(text, names)
    before: Unit | None = None
    for unit, words in lines(tuple(sentences), tuple(quotations), text):
        if found and before and _goes_on(words, unit, before, found[-1]):
            found[-1] = replace(found[-1], content=(*found[-1].content, *(quoted.span for quoted in unit.quotes)))
        else:
            for act in acts(words, partial(_names_outlet, words, speakers)):
                found.extend(_reported(words, act, speakers))
        before = unit
    found.extend(turns(text, sentences, names))
    return tuple(sorted(found, key=lambda act: (act.cue.start, act.cue.end, act.content)))


def _names_outlet(words: Tokens, speakers: Speakers, source: Range) -> bool:
    return any(name.entity.kind == "Outlet" for name in speakers.named(words.span(*source)))


def _goes_on(words: Tokens, unit: Unit, before: Unit, last: Reported) -> bool:
    """Tell whether a unit that is nothing but quotation goes on with what was quoted last."""
    if not words.words or any(word != QUOTE for word in words.words):
        return False
    if last.cue.end < before.span.start and last.content[-1].end < before.span.start:
        return False
    if unit.paragraph == before.paragraph or before.span.of(words.text).endswith(":"):
        return True
    if not before.quotes:
        return False
    return not before.quotes[-1].closed or (unit.paragraph == before.paragraph + 1 and _spoke(last, before, words.text))


def _spoke(last: Reported, before: Unit, text: str) -> bool:
    """Tell whether the unit before credits its quotation, a whole sentence, to somebody: the next paragraph goes on."""
    quoted = before.quotes[0]
    whole = quoted.span.start == before.span.start and quoted.inner.of(text)[:1].isupper()
    return last.kind == "speech" and bool(last.agents) and whole and before.span.covers(last.cue)


def _reported(words: Tokens, act: Act, speakers: Speakers) -> Iterator[Reported]:
    inside = (cited_in(words, act.source) or _read_by_outlet(words, act.source, speakers)) if act.source else None
    citing = speakers.resolve(words.span(*inside[1])) if inside else ()
    if inside and citing:
        said = _act(words, replace(act, source=inside[0]), speakers)
        yield said
        yield _relay(words, act, inside[1], citing, said)
    else:
        yield from _told_or_said(words, act, speakers)


def _read_by_outlet(words: Tokens, source: Range, speakers: Speakers) -> tuple[Range, Range] | None:
    """Return which papers a source names and the outlet that has read them."""
    found = read_by(words, source)
    return found if found and _names_outlet(words, speakers, found[1]) else None


def _act(words: Tokens, act: Act, speakers: Speakers) -> Reported:
    source = words.span(*act.source) if act.source else None
    return Reported(
        cue=words.span(*act.cue),
        content=tuple(words.span(first, last) for first, last in act.content),
        source=source,
        agents=speakers.resolve(source, speaks=act.kind != "attitude") if source else (),
        kind=_kind(words, act),
    )


def _told_or_said(words: Tokens, act: Act, speakers: Speakers) -> Iterator[Reported]:
    """Yield the act, and where an outlet says that it was told, the outlet's own around it."""
    said = _act(words, act, speakers)
    if said.kind == "unsaid":
        yield replace(said, agents=())
        return
    outlets = _outlets(words, act, speakers)
    if not outlets:
        yield said
        return
    if not said.agents:
        said = replace(said, agents=(Unnamed(_teller(words, act) or _told(words, act).of(words.text)),))
    yield said
    yield _relay(words, act, act.hearer or act.cue, outlets, said)


def _kind(words: Tokens, act: Act) -> str:
    """Return the act's kind; "unsaid" where a negation stands before the verb."""
    helpers = words.words[max(0, act.cue[0] - 3) : act.cue[0]]
    for word in reversed(helpers):
        if word in ("not", "never") or word.endswith("n't"):
            return "unsaid"
        if word not in grammar().auxiliary and not grammar().adverbial(word):
            break
    return act.kind


def _outlets(words: Tokens, act: Act, speakers: Speakers) -> tuple[Entity, ...]:
    """Return the outlets that were told, if outlets are the hearers."""
    if act.hearer is None or act.hearer[0] >= act.hearer[1]:
        return ()
    heard = speakers.named(words.span(*act.hearer))
    return tuple(dict.fromkeys(name.entity for name in heard if name.entity.kind == "Outlet"))


def _teller(words: Tokens, act: Act) -> str | None:
    """Return the words for whoever told an outlet: "union leaders"; None for a pronoun and for nobody."""
    if act.source is None or words.words[act.source[0]] in grammar().pronoun:
        return None
    return words.span(*act.source).of(words.text)


def _told(words: Tokens, act: Act) -> Span:
    """Return the words by which an outlet says that it was told."""
    first = act.hearer[0] if act.hearer and act.hearer[0] < act.cue[0] else act.cue[0]
    return words.span(first, act.cue[1])


def _relay(words: Tokens, act: Act, source: Range, agents: tuple[Agent, ...], said: Reported) -> Reported:
    """Return the act of those who pass on what was said: its content covers the words that say who told them."""
    first, last = min(source, act.cue)[0], max(source, act.cue)[1]
    whole = Span(
        min(said.cue.start, *(part.start for part in said.content)),
        max(said.cue.end, *(part.end for part in said.content)),
    )
    return Reported(words.span(first, last), (whole,), words.span(*source), agents, "relayed")

"""Changes that are listed in the order of what changed: "revenue of $9bn and profit of $2bn, up 4% and 7%"."""

from collections.abc import Sequence

from kg.extract.rules.annotations import Figure
from kg.extract.rules.claims.story import Story
from kg.extract.rules.claims.told import Carried, Told
from kg.extract.rules.measures.frames import LEVEL
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.terms import change_of
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_PERCENT = "percent"
_JOINT = Construction(r",?\s(?:and|then)\s(?:by\s)?(?:{grammar:focus|bounds:*}\s)?|,\s")
_AND = Construction(r",?\s(?:and|then)\s(?:the\s|its\s|[a-z]+\s){0,2}|,\s")
_RESPECTIVELY = Construction(r"[^.;]{0,40}?\b{in-order}\b")
_NEAR, _TWO = 70, 2


def in_step(figure: Figure, own: Reading, index: int, story: Story) -> Carried | None:
    """Return the change of what has the place in its list that a percentage has in its own, None without such lists."""
    if figure.quantity.unit != _PERCENT or own.frame == LEVEL:
        return None
    read = story.read
    sentence = read.sentences[index].span
    run = _run(figure, read.within(read.figures, sentence), read.text)
    if len(run) < _TWO:
        return None
    ordered = _RESPECTIVELY.match(read.text, run[-1].span.end, sentence.end) is not None
    measures = _amounts(run, index, story.told, ordered=ordered)
    measures = measures or (_named(run, sentence, story) if ordered else ())
    change = change_of(measures[run.index(figure)]) if measures else None
    return Carried(Reading(change, own.score, "in-step", own.span, frame=own.frame)) if change else None


def _run(figure: Figure, among: Sequence[Figure], text: str) -> list[Figure]:
    """Return the list of percentages that `figure` stands in."""
    run: list[Figure] = []
    for one in among:
        joined = run and _JOINT.fullmatch(text, run[-1].span.end, one.span.start)
        if one.quantity.unit != _PERCENT or (run and not joined):
            if figure in run:
                break
            run = []
        if one.quantity.unit == _PERCENT:
            run.append(one)
    return run if figure in run else []


def _amounts(run: Sequence[Figure], index: int, told: Sequence[Told], *, ordered: bool) -> tuple[str, ...]:
    """Return the measures of the amounts told right before, as many as there are changes, each of its own."""
    before = [one for one in told if one.figure.span.end <= run[0].span.start]
    last = before[-len(run) :]
    if len(last) < len(run) or any(one.figure.quantity.unit == _PERCENT for one in last):
        return ()
    here = last[0].sentence == index and run[0].span.start - last[-1].figure.span.end <= _NEAR
    earlier = ordered and last[0].sentence == last[-1].sentence == index - 1
    measures = tuple(one.reading.measure for one in last)
    return measures if (here or earlier) and len(set(measures)) == len(run) else ()


def _named(run: Sequence[Figure], sentence: Span, story: Story) -> tuple[str, ...]:
    """Return the measures named before in one list: "revenue and net profit rose 4% and 7%, respectively"."""
    names = [hit for hit in story.signs.within(Span(sentence.start, run[0].span.start)) if not hit.sign.notion]
    listed: list[tuple[Span, str]] = []
    for hit in names:
        if listed and hit.span.overlaps(listed[-1][0]):
            continue
        if listed and not _AND.fullmatch(story.read.text, listed[-1][0].end, hit.span.start):
            listed = []
        listed.append((hit.span, hit.sign.code))
    return tuple(code for _, code in listed) if len(listed) == len(run) else ()

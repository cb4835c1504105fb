"""Changes that are listed in the order of what changed: "revenue of $9bn and profit of $2bn, up 4% and 7%"."""

from collections.abc import Sequence

from kg.extract.rules.annotations import Figure
from kg.extract.rules.claims.story import Story
from kg.extract.rules.claims.told import Carried, Told
from kg.extract.rules.measures.frames import LEVEL
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.terms import change_of, level_of
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_PERCENT = "percent"
_JOINT = Construction(r",?\s(?:and|then)\s(?:by\s)?(?:{grammar:focus|bounds:*}\s)?|,\s")
_AND = Construction(r",?\s(?:and|then)\s(?:the\s|its\s|[a-z]+\s){0,2}|,\s")
_RESPECTIVELY = Construction(r"[^.;]{0,40}?\b{in-order}\b")
_VERB = Construction(
    r"(?:\s(?:at|of|in)\s(?:the\s)?[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,2})?"
    r"\s(?:both\s|each\s|also\s)?(?:{change-verb}|{grammar:be|grammar:auxiliary}\s[a-z]+)\s(?:by\s)?(?:{grammar:focus|bounds:*}\s)?"
)
_TO = Construction(r"\sto\s(?:{grammar:focus|bounds:*}\s)?")
_NEAR, _TWO = 70, 2


def in_step(figure: Figure, own: Reading, index: int, story: Story) -> Carried | None:
    """Return the measure of what has the place in its list that a figure has in its own, None without such lists.

    A percentage is the change of it, an amount behind a list of changes what it came to: "rose 4% and 7% to $9 and $2".
    """
    change = figure.quantity.unit == _PERCENT
    if change and own.frame == LEVEL:
        return None
    read = story.read
    sentence = read.sentences[index].span
    run = _run(figure, read.within(read.figures, sentence), read.text)
    if len(run) < _TWO:
        return None
    if not change:
        return _levels(figure, own, run, index, story)
    ordered = _RESPECTIVELY.match(read.text, run[-1].span.end, sentence.end) is not None
    measures = _amounts(run, index, story.told, ordered=ordered)
    measures = measures or _named(run, sentence, story, ordered=ordered)
    changed = change_of(measures[run.index(figure)]) if measures else None
    return Carried(Reading(changed, own.score, "in-step", own.span, frame=own.frame)) if changed else None


def _run(figure: Figure, among: Sequence[Figure], text: str) -> list[Figure]:
    """Return the list of figures of one unit that `figure` stands in."""
    run: list[Figure] = []
    for one in among:
        joined = run and _JOINT.fullmatch(text, run[-1].span.end, one.span.start)
        if one.quantity.unit != figure.quantity.unit or (run and not joined):
            if figure in run:
                break
            run = []
        if one.quantity.unit == figure.quantity.unit:
            run.append(one)
    return run if figure in run else []


def _levels(figure: Figure, own: Reading, run: Sequence[Figure], index: int, story: Story) -> Carried | None:
    """Return what an amount is whose list follows one of as many changes, of different measures."""
    changes = [one for one in story.told if one.sentence == index and one.figure.quantity.unit == _PERCENT][-len(run) :]
    levels = [level_of(one.reading.measure) for one in changes]
    if len(levels) < len(run) or len(set(levels)) < len(run):
        return None
    led = _TO.fullmatch(story.read.text, changes[-1].figure.span.end, run[0].span.start)
    level = levels[run.index(figure)] if led else None
    return Carried(Reading(level, own.score, "in-step", own.span)) if level else None


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


def _named(run: Sequence[Figure], sentence: Span, story: Story, *, ordered: bool) -> tuple[str, ...]:
    """Return the measures named before in one list: "revenue and net profit rose 4% and 7%, respectively".

    Where nothing says that they are in order, only a verb may stand between the lists.
    """
    names = [hit for hit in story.signs.within(Span(sentence.start, run[0].span.start)) if not hit.sign.notion]
    listed: list[tuple[Span, str]] = []
    for hit in names:
        if listed and hit.span.overlaps(listed[-1][0]):
            continue
        if listed and not _AND.fullmatch(story.read.text, listed[-1][0].end, hit.span.start):
            listed = []
        listed.append((hit.span, hit.sign.code))
    if len(listed) != len(run) or len({code for _, code in listed}) < len(run):
        return ()
    next_to = _VERB.fullmatch(story.read.text, listed[-1][0].end, run[0].span.start) is not None
    return tuple(code for _, code in listed) if ordered or next_to else ()

"""What a figure leaves open, said in remarks, and what the rest of the text settles after all."""

from collections.abc import Iterator, Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.dating.sight import Dated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.foreign import foreign_lines
from kg.model import FigureClaim, Mention, Period, Remark


def left_open(case: Case, who: Chosen, when: Dated, read: Annotated) -> list[Remark]:
    """Return what could not be told of the figure: whose it is, what it measures, of which time."""
    span, text = case.figure.span, read.text
    found = []
    if who.entity is None:
        found.append(Remark("unknown-subject", f"the text does not tell whom '{span.of(text)}' is about", span))
    if case.code == OTHER:
        found.append(Remark("unknown-measure", f"no measure is known for '{span.of(text)}'", span))
    if when.rule == "unresolved-period" and when.span:
        shown = when.span.of(text)
        found.append(Remark("unresolved-period", f"'{shown}' cannot be resolved to a date", when.span))
    if inferred(when.period, read) and when.period:
        shown, code = (when.span or span).of(text), when.period.code
        message = f"the text has no date: '{shown}' is taken for {code}, counted from a year that it names"
        found.append(Remark("inferred-period", message, when.span or span))
    return found


def not_english(read: Annotated) -> tuple[Remark, ...]:
    """Return the remark that lines are in another language, at the first of them; none where all are English."""
    lines = foreign_lines(read.text)
    if not lines:
        return ()
    paragraphs = read.sentences[-1].paragraph + 1
    message = f"not English: of {len(lines)} of {paragraphs} lines only amounts behind a currency sign are read"
    return (Remark("other-language", message, lines[0]),)


def inferred(period: Period | None, read: Annotated) -> bool:
    """Tell whether only the words of a text without a date give the year that a period counts from."""
    if period is None or read.document.as_of:
        return False
    same = [time.inferred for time in read.timexes if time.period == period]
    return bool(same) and all(same)


def still_open(remarks: Sequence[Remark], mentions: Sequence[Mention]) -> tuple[Remark, ...]:
    """Return the remarks without those that the rest of the text settled for a title."""
    known = {(field, one.figure) for one in mentions for field in _settled(one)}
    return tuple(remark for remark in remarks if (remark.rule, remark.span) not in known)


def _settled(mention: Mention) -> Iterator[str]:
    claim = mention.claim
    if isinstance(claim, FigureClaim) and claim.subject is not None:
        yield "unknown-subject"
    if isinstance(claim, FigureClaim) and claim.measure != OTHER:
        yield "unknown-measure"

"""What a figure measures by what the text has just spoken of, where its own words leave it open.

"Capital expenditure drew attention. Acme spent $9 billion.", "Acme holds 9% of Beta. That is worth $3 billion.",
"Acme won a $9 billion contract. A second one is worth $3 billion."
"""

import re
from collections.abc import Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.claims.carrying.alone import NAMED, listed_alone
from kg.extract.rules.claims.told import Carried, Told
from kg.extract.rules.measures.kinds import POWER, unit_kind
from kg.extract.rules.measures.modifiers import of_event
from kg.extract.rules.measures.notions import hits_in, named_measures
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.spoken import spoken_of
from kg.extract.rules.measures.terms import GROWTH, OTHER, ancestors, change_of_told, facts, generic
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Span

_MOVE, _PERCENT, _SHARE_PRICE = "stock-price-change", "percent", "share-price"
_STAKE, _STAKE_VALUE, _DEAL = "equity-stake", "equity-stake-value", "contract-value"
_ROUND, _SITE, _SITE_POWER = "funding-round", "data-centre", "data-centre-capacity"
_ONE_OF_THEM = Construction(
    r"\b(?:another|one|the\s{another}|an?\s{another})(?:,\s[^,;.]{2,40},)?\s{grammar:modal|grammar:auxiliary}\s(?:[a-z]+\s){1,4}(?:{grammar:focus|bounds:*}\s)*\Z"
)
_BORROWS = Construction(r"\b{taking-debt}\s(?:(?!no\s)[a-z]+\s){0,3}?(?:{notions:debt|notions:bond})\b")
_WORTHS = frozenset({OTHER, "valuation", "price"})
_NEAR = 2
_LEADING = 60
"""What a sentence is about stands among so many characters at its start."""
_IS_WORTH = Construction(
    r"(?:This|That|It|The\s(?:[a-z]+\s)?{notions:stake}|(?:Its|Their)\s{notions:stake})\s"
    r"(?:is|was|would\sbe|are)\s(?:[a-z]+\s){0,2}{valued}\s(?:[a-z]+\s){0,2}"
)
_ANOTHER = Construction(r"(?:And\s|But\s)?(?:An?\s{another}|Another|The\s{another})\b")
_ENTRY = re.compile(r"(?:[-•*–]\s)?(?:[A-Z][\w&.’'-]*\s?){1,4}(?::|\s[-–—]\s)")
_A = Construction(r"\ban?\s(?:(?:[a-z]+\s)?{grammar:focus|bounds:*}\s)*(?:[a-z]+\s)?\Z")
_A_RISE = Construction(r"\s(?:[a-z-]+\s){0,2}?{change-noun}\b(?!\s(?:in|of)\s)")
_POINTS_BACK = Construction(
    r"(?:[A-Z][\w’'-]*\s(?:[\w’'-]+\s){0,3}?[\w’'-]+,\s|[A-Z][a-z]+\s[0-9]{4}\s)?"
    r"(?:(?i:it|this|that)|(?i:the|its|their|that|this)\s(?:[a-z-]+\s){0,2}?(?:{amount|pointing-noun}))"
    r"(?:,?\s(?:at\s)?|\s(?:(?:{grammar:modal|grammar:auxiliary|grammar:adverb|notions:to-come})\s){0,4}"
    r"{grammar:be|notions:amounts-to|change-verb|attaining}(?:\s(?:to|at|as|by)){0,2}(?:\s[a-z]+\sas)?\s)"
    r"(?:an?\s)?(?:{grammar:focus|bounds:*|extreme}\s)*"
)
"""What makes a figure that of the sentence before: "The number could climb to", "In 2024 it was", "The sum, "."""


def topical(figure: Figure, own: Carried, index: int, told: Sequence[Told], read: Annotated) -> Carried | None:
    """Return the measure that the sentences before lend the figure, None where its own words tell it."""
    if own.reading.rule == OTHER_NOUN:
        return None
    return (
        _of_borrowing(own, index, read)
        or _of_another_site(figure, own, index, read)
        or _of_shares_listed(figure, own, index, read)
        or _of_the_stake(figure, own, index, told, read)
        or _of_what_is_meant(figure, own, index, told, read)
        or _of_the_topic(figure, own, index, told, read)
        or _change_of_the_topic(figure, own, index, told, read)
        or _of_the_lead(figure, own, index, read)
    )


def _of_another_site(figure: Figure, own: Carried, index: int, read: Annotated) -> Carried | None:
    """Read the power of one of the data centres just told of: "Acme builds two. One, named Orion, will reach 1 GW"."""
    if own.reading.measure != OTHER or own.earlier or unit_kind(figure.quantity.unit) != POWER:
        return None
    sentence = read.sentences[index].span
    found = _ONE_OF_THEM.search(read.fold, sentence.start, figure.span.start)
    if found is None:
        return None
    before = read.sentences[index - 1].span.start if index else sentence.start
    told = any(hit.sign.code == _SITE for hit in hits_in(read, Span(before, found.start())))
    return Carried(Reading(_SITE_POWER, own.reading.score, "another", own.reading.span)) if told else None


def _of_borrowing(own: Carried, index: int, read: Annotated) -> Carried | None:
    """Read what is raised by who was just told to borrow: "Acme has piled on debt. It raised $9 billion in May"."""
    if own.reading.measure != _ROUND or own.earlier or index == 0:
        return None
    before = read.sentences[index - 1].span
    if not _BORROWS.search(read.fold, before.start, before.end):
        return None
    return Carried(Reading("debt", own.reading.score, "topic", before))


def _of_the_stake(figure: Figure, own: Carried, index: int, told: Sequence[Told], read: Annotated) -> Carried | None:
    """Read what a stake just told of is worth, or what a further contract is."""
    last = told[-1] if told and 0 < index - told[-1].sentence <= _NEAR else None
    if last is None or own.reading.measure not in _WORTHS or unit_kind(figure.quantity.unit) != "money":
        return None
    lead = read.sentences[index].span.start, figure.span.start
    measure = last.reading.measure
    if measure == _STAKE and _IS_WORTH.fullmatch(read.text, *lead):
        return Carried(Reading(_STAKE_VALUE, own.reading.score, "worth-of", own.reading.span), last)
    if (measure == _DEAL or _DEAL in ancestors(measure)) and _ANOTHER.match(read.text, *lead):
        return Carried(Reading(measure, own.reading.score, "another", own.reading.span), last)
    return None


def _of_what_is_meant(
    figure: Figure, own: Carried, index: int, told: Sequence[Told], read: Annotated
) -> Carried | None:
    """Read what the sentence before, which gives no figure, speaks of, where a pronoun or bare noun points to it."""
    open_ = own.reading.measure == OTHER or generic(own.reading.measure)
    if own.earlier or not open_ or index == 0 or figure.noun is not None or figure.quantity.unit == _PERCENT:
        return None
    before, sentence = read.sentences[index - 1], read.sentences[index]
    silent = not told or told[-1].sentence < index - 1
    if not silent or before.headline:
        return None
    if _POINTS_BACK.fullmatch(read.text, sentence.span.start, figure.span.start) is None:
        return None
    found = spoken_of(figure, before.span, read)
    if len(found) != 1:
        return None
    return Carried(Reading(next(iter(found)), own.reading.score, "topic", before.span, frame=own.reading.frame))


def _of_the_topic(figure: Figure, own: Carried, index: int, told: Sequence[Told], read: Annotated) -> Carried | None:
    """Read what the sentence before, which gives no figure, speaks of at its start."""
    measure = own.reading.measure
    if own.earlier or not (measure == OTHER or generic(measure)) or index == 0 or figure.quantity.unit == "count":
        return None
    before, sentence = read.sentences[index - 1], read.sentences[index]
    silent = not told or told[-1].sentence < index - 1
    if not silent or before.headline or before.paragraph != sentence.paragraph:
        return None
    opening = Span(before.span.start, min(before.span.end, before.span.start + _LEADING))
    return _only_one(figure, own, opening, read)


def _change_of_the_topic(
    figure: Figure, own: Carried, index: int, told: Sequence[Told], read: Annotated
) -> Carried | None:
    """Read how much that changed which the sentence before, without figures, speaks of at its start.

    "Sales growth keeps slowing. The third quarter brought a 7% rise": the change is of nothing that is named.
    """
    if own.reading.measure != GROWTH or own.earlier or index == 0 or figure.quantity.unit != _PERCENT:
        return None
    before, sentence = read.sentences[index - 1], read.sentences[index]
    if before.headline or before.paragraph != sentence.paragraph or (told and told[-1].sentence >= index - 1):
        return None
    start = figure.span.start
    if not _A.search(read.text, max(0, start - _LEADING), start) or not _A_RISE.match(read.text, figure.span.end):
        return None
    opening = Span(before.span.start, min(before.span.end, before.span.start + _LEADING))
    told_of = [hit for hit in hits_in(read, opening) if not of_event(hit, read.text)]
    found = {hit.sign.code: change_of_told(hit.sign.code, notion=hit.sign.notion) for hit in told_of}
    changes = {change for change in found.values() if change}
    changes -= {broader for change in changes for broader in ancestors(change)}
    if len(changes) != 1 or _SHARE_PRICE in found:
        return None
    return Carried(Reading(changes.pop(), own.reading.score, "topic", opening, frame=own.reading.frame))


def _of_the_lead(figure: Figure, own: Carried, index: int, read: Annotated) -> Carried | None:
    """Read what the line above a list speaks of: "What each plans in capex:", "Acme: $9 billion"."""
    text, sentences = read.text, read.sentences
    if own.reading.measure != OTHER or own.earlier or NAMED.match(text, sentences[index].span.start) is None:
        return None
    above = _above(index, read)
    return _only_one(figure, own, above, read) if above else None


def _of_shares_listed(figure: Figure, own: Carried, index: int, read: Annotated) -> Carried | None:
    """Read moves of shares below a line that announces them: "How chip stocks did:", "Acme: +4%"."""
    if figure.quantity.unit != "percent" or not listed_alone(figure, read.sentences[index].span, read):
        return None
    above = _above(index, read)
    if above is None or named_measures(read, above):
        return None
    shares = not words("notions", "share-price").isdisjoint(above.of(read.fold).rstrip(":").split())
    return Carried(Reading(_MOVE, own.reading.score, "topic", above, frame=own.reading.frame)) if shares else None


def _above(index: int, read: Annotated) -> Span | None:
    """Return the line that announces the list of entries which a sentence stands in."""
    text = read.text
    above = next((one for one in reversed(read.sentences[:index]) if not _ENTRY.match(text, one.span.start)), None)
    return above.span if above and text[above.span.end - 1] == ":" else None


def _only_one(figure: Figure, own: Carried, stretch: Span, read: Annotated) -> Carried | None:
    """Return the one measure that a stretch names and the figure can have, None where there are none or several."""
    measure, kind = own.reading.measure, unit_kind(figure.quantity.unit)
    fitting = {
        code
        for code in named_measures(read, stretch)
        if kind in facts(code).get("unitKind", ()) and (measure == OTHER or measure in ancestors(code))
    }
    fitting -= {broader for code in fitting for broader in ancestors(code)}
    if len(fitting) != 1:
        return None
    return Carried(Reading(next(iter(fitting)), own.reading.score, "topic", stretch, frame=own.reading.frame))

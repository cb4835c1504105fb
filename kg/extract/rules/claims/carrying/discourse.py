"""What a figure takes over from figures before it: the same amount named again, its older value, a part, a parallel.

Works on what was already read of the document, the latest last.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kg.extract.rules.annotations import Figure
from kg.extract.rules.claims.carrying.compared import is_foreseen, older
from kg.extract.rules.claims.carrying.shares import OR, share
from kg.extract.rules.claims.carrying.totals import part_of, total_of
from kg.extract.rules.claims.told import Carried, Told, taken
from kg.extract.rules.measures.headcounts import ALL_STAFF
from kg.extract.rules.measures.kinds import unit_kind
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.terms import (
    OTHER,
    ancestors,
    asked_by,
    facts,
    generic,
    level_of,
    whole_of,
)
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words

_LEAD_REACH = 60
"""How far (characters) before a value the words that lead to it are looked for."""
_NEAR, _FAR = 2, 12
"""How many sentences back a figure without a measure, or with a general one, looks for one."""
_KEPT = 80
"""How many figures back are kept in mind."""
LEAST_AMOUNT = 10_000
"""Smaller amounts of money are prices, which no amount before them explains."""
_CHANGE = "growth-rate"
_DEFINITE = re.compile(r"\b(?:the|that|this|those|these|same|its|their|said)\s+\Z", re.IGNORECASE)
_FORECAST = Construction(
    r"\b(?:{outlook|expectation|interval}\b[^.;:]{0,40}|{guiding}\s(?:{grammar:focus|bounds:*}\s)*)\Z"
)
_ANOTHERS = Construction(
    r"(?:[.;!?]|,|\band|\bwhile)\s[A-Z][\w&.-]*[’']s\s"
    r"(?:{grammar:be|grammar:modal|grammar:auxiliary|notions:amounts-to|change-verb})\s(?:[a-z]+\s){0,4}\Z"
)
_CONVERTS = Construction(r"\b(?:that|which)\s(?:is|was|would be|{equalling})\s(?:[a-z]+\s){0,2}\Z", re.IGNORECASE)
_OF_ELSE = re.compile(r"\sof\s(?!(?:it|this|that|these|those|which|them)\b)")
_FROM_OLDER = Construction(r"\b(?:{change-noun}|up|down)\sfrom\s(?:[\w’'-]+\s){0,6}\Z")
_THIS_IS = Construction(r"(?:^|[.!?\n]\s)(?:(?:This|That)(?:\s[a-z]+)?|It)\s(?:is|was|{representing})\s[^.!?]*\Z")
_THE_RISE = Construction(r"[.!?\n]\s(?:The|That|This)\s(?:[a-z-]+\s)?{change-noun}\sfrom\s(?:[a-z]+\s){0,2}\Z")
_TO = Construction(r"\bto\s(?:[a-z]+\s){0,2}\Z")
_THE_FIGURE = Construction(
    r"(?:^|[.!?\n]\s)(?:[^.!?]*\b)?(?:The|That|This|latest|new)\s{amount}\b[^.!?]*?\b{surpassing|outstripping}\b[^.!?]*\Z"
)
_LED_TO = Construction(
    r",?\s(?:(?:[\w-]+|\([A-Za-z/]+\))\s){0,5}?(?:to|at|to\s{attain}|{attaining})\s(?:[a-z]+\s){0,3}"
)
_FOR_WHOM = re.compile(
    r"(?:\s(?:in|of)\s[a-z]+(?:\s[a-z]+)?)?\sfor\s(?:the\s)?[^,;:.()\d]{2,60}(?:,\s(?:(?:and|but)\s)?|\s(?:and|but)\s)(?:[a-z]+\s)?"
)
"""What parts amounts that are listed with those they are for: "17% for Acme, 19% for Beta and 35% for Gamma"."""
_IN_WHOM = re.compile(r"\s(?P<in>in|into|to|with)\s(?=[A-Z])")
_AND_IN_WHOM = Construction(
    r"\s(?P<in>in|into|to|with)\s(?:[A-Z][\w&.’'-]*\s?){1,4}(?:,\s(?:and\s)?|\s?and\s)(?:{additive|grammar:focus|bounds:*}\s)*"
)
"""What parts amounts that go to others listed with them: "invest $9bn in Acme and $2bn in Beta"."""
_OWN_WORDS = 16
_AND_WHO = Construction(
    r"(?:\s(?:in|on|last|this)\s\w+|\s[a-z]+)?(?:,\s(?:and\s|while\s)?|\s(?:and|while)\s)"
    r"(?:[A-Z][\w&.’'-]*\s){1,3}(?:{additive|grammar:focus|bounds:*}\s)?"
)
_AND_WHAT = Construction(
    r"\sof\s(?:[\w’'-]+\s){0,3}?[\w’'-]+(?:,\s(?:and\s|while\s)?|\s(?:and|while)\s)|,\s(?:and\s)?|\sand\s"
)
_PLAIN_WHAT = Construction(
    r"(?:the\s)?(?:(?!(?:{grammar:preposition|grammar:conjunction|grammar:auxiliary|grammar:adverb|change-verb|notions:margin})\b)"
    r"[a-z][a-z-]+\s){1,3}(?:{additive|grammar:focus|bounds:*}\s)?"
)
"""What a share told next is of, where the whole is told once: "55% of revenue, phones 32% and the rest 13%"."""
_AND_WHEN = re.compile(
    r"\s(?:in|for|during|from)\s(?:the\s)?(?:[\w-]+\s){0,2}?(?:[0-9]{4}|[A-Z][a-z]+),?\s(?:and|but|or)\s(?:[a-z]+\s){0,3}"
)
_OR_EACH = re.compile(r",?\s+or\s+(?:[a-z]+\s){0,2}|\s\((?:[a-z]+\s)?")
_IT_GREW = Construction(
    r"\b(?:that|which|it|this|the {amount})\s(?:[a-z]+\s){0,3}{change-verb}\sto\s(?:[a-z]+\s){0,2}\Z"
)
_THEN_MOVED = Construction(
    r"\b(?:then|before|(?:has|have)\ssince)\s(?:[a-z]+ly\s)?{change-verb|number-contexts:moved|notions:amounts-to}"
    r"(?:\s(?:back|down|up|again))?\sto\s(?:{grammar:focus|bounds:*}\s)*\Z"
)
_OF_THE = re.compile(r"\b[Oo]f (?:the|its|their|those|these)\s(?:[a-z]+\s)?\Z")
_EACH_SHARE = {
    "dividend": "dividend",
    "loss": "earnings-per-share",
    "operating-profit": "earnings-per-share",
    "profit": "earnings-per-share",
}
"""What a sum is where it is told for each share."""
_SHARE_EARNS = 1_000
"""A share mostly earns less than this."""
_STAFF, _CUTS = "employees", "job-cuts"
_CONTRACT = "contract-value"
"""What any deal may be worth, unless the same amount was told before to be what a company is worth or costs."""
_PRICED = frozenset({"acquisition-price", "equity-stake-value", "valuation"})
_CARRIED = frozenset({"money", "percent", "power", "ratio"})


def settled(figure: Figure, own: Reading, sentence: int, text: str, told: Sequence[Told]) -> Carried:
    """Return the figure's measure: its own words', unless an earlier figure tells it better."""
    told = told[-_KEPT:]
    known = Carried(own) if own.rule in (OTHER_NOUN, ALL_STAFF) else _settled(figure, own, sentence, text, told)
    total = total_of(figure, sentence, text, told)
    return replace(part_of(total, figure, own, text) or known, total=total)


def _settled(figure: Figure, own: Reading, sentence: int, text: str, told: Sequence[Told]) -> Carried:
    kind = unit_kind(figure.quantity.unit)
    same = [one for one in told if unit_kind(one.figure.quantity.unit) == kind]
    same = [one for one in same if asked_by(one.reading.measure, own.frame)]
    here = [one for one in same if one.sentence == sentence]
    if before := older(figure, own, here, text):
        return before
    told_of = (
        _per_share(figure, own, here, text)
        or share(figure, own, sentence, text, told)
        or _changed_to(figure, own, sentence, text, told)
        or _older_of(figure, own, sentence, text, same)
        or _change_of_what_was_told(figure, own, text, told)
    )
    if told_of:
        return told_of
    if again := _so_much(figure, told, text) or _named_again(figure, own, text, same):
        deal = own.measure == _CONTRACT and again.reading.measure != _CONTRACT
        return taken(replace(own, measure=OTHER) if deal else own, again, "named-again")
    if parallel := _moved_on(figure, own, here, text) or _parallel(figure, own, here, text):
        return parallel
    if _of_posts(own, figure, text) and any(one.reading.measure == _CUTS for one in told):
        return Carried(Reading(_CUTS, own.score, "posts-cut", own.span))
    if own.measure == _CHANGE:
        same = [one for one in same if not _is_of_others_share(one, sentence, told)]
        same = (
            here if here and here[-1].reading.measure == _CHANGE else same
        )  # "up 14% from May and up 82% on the year"
    return _carried_on(figure, own, sentence, text, same)


def _parallel(figure: Figure, own: Reading, here: Sequence[Told], text: str) -> Carried | None:
    """Return the measure of a figure before in the sentence that this one goes on from."""
    here = [one for one in here if one.reading.rule != ALL_STAFF]
    if here and (_next_for(here[-1], figure, text) or _gapped(here[-1], own, figure, text)):
        return taken(replace(own, measure=OTHER), here[-1], "parallel")
    if here and (_it_grew(figure, text) or _one_of(here[-1], figure, text) or _echoes(here[-1], own, figure, text)):
        return taken(replace(own, measure=OTHER), here[-1], "parallel")
    parallel = next((one for one in reversed(here) if _goes_with(one, own, figure, text)), None)
    if (
        parallel
        and _is_of_size(figure, parallel.reading.measure)
        and (figure.quantity.unit != "count" or bare(figure, text))
    ):
        return taken(own, parallel, "parallel")
    return None


def _gapped(before: Told, own: Reading, figure: Figure, text: str) -> bool:
    """Tell whether only who or when is told anew: "Acme was fined $9 million and Beta $8 million".

    Words that stand right behind the figure are its own.
    """
    if before.figure.quantity.unit != figure.quantity.unit or figure.noun is not None:
        return False
    behind = own.span.start - figure.span.end if own.span else _OWN_WORDS
    if 0 <= behind < _OWN_WORDS:
        return False
    between = before.figure.span.end, figure.span.start
    if _AND_WHO.fullmatch(text, *between) or _AND_WHEN.fullmatch(text, *between):
        return True
    led = _AND_WHAT.match(text, *between) if whole_of(before.reading.measure) else None
    return led is not None and _PLAIN_WHAT.fullmatch(text, led.end(), figure.span.start) is not None


def _next_for(before: Told, figure: Figure, text: str) -> bool:
    """Tell whether the figure is the next of a list that tells for whom each is."""
    if before.figure.quantity.unit != figure.quantity.unit:
        return False
    between = before.figure.span.end, figure.span.start
    if text.startswith(" for ", figure.span.end):
        return _FOR_WHOM.fullmatch(text, *between) is not None
    led = _IN_WHOM.match(text, figure.span.end)
    whom = _AND_IN_WHOM.fullmatch(text, *between) if led else None
    return led is not None and whom is not None and whom["in"] == led["in"]


def _of_posts(own: Reading, figure: Figure, text: str) -> bool:
    """Tell whether posts are counted, not people: in a text that cuts posts they are those that go."""
    posts = figure.noun is not None and figure.noun.of(text).lower().rsplit(" ")[-1] in words("notions", "post")
    return own.measure == _STAFF and posts


def _older_of(figure: Figure, own: Reading, sentence: int, text: str, same: Sequence[Told]) -> Carried | None:
    """Read the older value of the amount just told: "This marks an increase from $3 billion"."""
    last = same[-1] if same and 0 < sentence - same[-1].sentence <= _NEAR else None
    if last is None or last.reading.measure == OTHER:
        return None
    opened = _THIS_IS.search(text, max(0, figure.span.start - 120), figure.span.start)
    led = _FROM_OLDER.search(text, opened.start(), figure.span.start) if opened else None
    rise = _THE_RISE.search(text, max(0, figure.span.start - _LEAD_REACH), figure.span.start)
    if rise:  # "raised capex to $9 billion, $5 billion of it on chips. The increase from $7 billion"
        led = rise
        last = next((one for one in reversed(same) if sentence - one.sentence <= _NEAR and _is_risen(one, text)), last)
    if not led and not _foreseen_of_it(figure, text):
        return None
    return Carried(Reading(last.reading.measure, own.score, "older-value", own.span), last)


def _is_risen(one: Told, text: str) -> bool:
    """Tell whether a figure is what something rises or falls to."""
    start = one.figure.span.start
    return _TO.search(text, max(0, start - 24), start) is not None


def _foreseen_of_it(figure: Figure, text: str) -> bool:
    """Tell whether it is what others foresaw of the figure just told: "That number beat estimates of $3 billion"."""
    start = figure.span.start
    found = is_foreseen(figure, text)
    return found and _THE_FIGURE.search(text, max(0, start - 160), start) is not None


def _change_of_what_was_told(figure: Figure, own: Reading, text: str, told: Sequence[Told]) -> Carried | None:
    """Read "This is a drop of 26%": a change of what was told last, which no measure of a change fits."""
    if own.measure != _CHANGE or not told:
        return None
    opened = _THIS_IS.search(text, max(0, figure.span.start - _LEAD_REACH), figure.span.start)
    return Carried(own) if opened else None


def _is_of_others_share(before: Told, sentence: int, told: Sequence[Told]) -> bool:
    """Tell whether a move of shares told before is of somebody else than the figures of this sentence."""
    here = {one.subject for one in told if one.sentence == sentence and one.subject is not None}
    return "dayPeriod" in facts(before.reading.measure) and bool(here) and before.subject not in here


def _carried_on(figure: Figure, own: Reading, sentence: int, text: str, same: Sequence[Told]) -> Carried:
    kind = unit_kind(figure.quantity.unit)
    same = [one for one in same if kind != "money" or _is_of_size(figure, one.reading.measure)]
    if kind == "percent" and own.measure == OTHER and _OF_ELSE.match(text, figure.span.end):
        return Carried(own)
    carried = bare(figure, text) or (
        kind in _CARRIED and not (kind == "money" and figure.quantity.value < LEAST_AMOUNT)
    )
    forecast = _is_forecast(figure, text) or _is_of_another(figure, text)
    before = _before(own, sentence, same, forecast=forecast) if carried else None
    return taken(own, before, "forecast-of" if forecast else "carried-on") if before else Carried(own)


def _is_of_size(figure: Figure, measure: str) -> bool:
    """Tell whether an amount of money can be one of the measure: $5bn is no price of a share."""
    return figure.quantity.value <= Decimal(facts(measure).get("most", ("Infinity",))[0])


def bare(figure: Figure, text: str) -> bool:
    """Tell whether the figure is a count of what was counted before: "lost 49,000 customers and then 80,000 more"."""
    counted = figure.noun is None or figure.noun.of(text).lower() in words("semantic-fields", "further")
    return figure.quantity.unit == "count" and counted


def _so_much(figure: Figure, told: Sequence[Told], text: str) -> Told | None:
    """Return the amount just named that this one only converts ("that is $5 billion")."""
    last = told[-1] if told else None
    if last is None or unit_kind(figure.quantity.unit) != "money" or last.figure.quantity.unit == figure.quantity.unit:
        return None
    money = unit_kind(last.figure.quantity.unit) == "money"
    return last if money and _CONVERTS.search(text, max(0, figure.span.start - 40), figure.span.start) else None


def _per_share(figure: Figure, own: Reading, here: Sequence[Told], text: str) -> Carried | None:
    """Read "earned $9 million, or 31 cents a share": the profit, loss or payout right before it, told for each share.

    Brackets alone tell it of an older value: "profit of $9 million ($0.31 a share) against $7 million ($0.24)".
    """
    last = here[-1] if here else None
    small = figure.per == "share" or figure.quantity.value < _SHARE_EARNS
    if last is None or unit_kind(figure.quantity.unit) != "money" or not small:
        return None
    measure = _EACH_SHARE.get(last.reading.measure)
    if measure is None or last.figure.quantity.value < LEAST_AMOUNT:
        return None
    again = any(one.reading.measure == measure and one.figure.quantity.value < LEAST_AMOUNT for one in here)
    between = (_OR_EACH if figure.per or again else OR).fullmatch(text, last.figure.span.end, figure.span.start)
    return Carried(Reading(measure, own.score, "per-share", own.span), last) if between else None


def _changed_to(figure: Figure, own: Reading, sentence: int, text: str, told: Sequence[Told]) -> Carried | None:
    """Read "grew 23% to 40 million units": the amount that the change right before it has led to."""
    open_ = own.measure == OTHER or (own.span is not None and own.span.start >= figure.span.end)
    last = told[-1] if told and open_ and told[-1].sentence == sentence else None
    level = level_of(last.reading.measure) if last else None
    fits = level is not None and unit_kind(figure.quantity.unit) in facts(level).get("unitKind", ())
    if last is None or not fits or not _LED_TO.fullmatch(text, last.figure.span.end, figure.span.start):
        return None
    return Carried(Reading(level or OTHER, 1.0, "changed-to", last.figure.span), last)


def _named_again(figure: Figure, own: Reading, text: str, same: Sequence[Told]) -> Told | None:
    definite: bool | None = None
    for one in reversed(same):
        equal = one.figure.quantity.value == figure.quantity.value and one.figure.quantity.unit == figure.quantity.unit
        if not equal:
            continue
        if definite is None:
            definite = bool(_DEFINITE.search(text, max(0, figure.span.start - 8), figure.span.start))
        priced = own.measure == _CONTRACT and one.reading.measure in _PRICED
        if (
            priced
            or own.measure == OTHER
            or (definite and (one.reading.measure == own.measure or _tells_more(one.reading.measure, own.measure)))
        ):
            return one if one.reading.measure != OTHER else None
    return None


def _before(own: Reading, sentence: int, same: Sequence[Told], *, forecast: bool) -> Told | None:
    reach = _NEAR if own.measure == OTHER and not forecast else _FAR
    for one in reversed(same):
        if sentence - one.sentence > reach:
            return None
        if one.reading.rule == OTHER_NOUN and own.measure == one.reading.measure:
            return one
        if _tells_more(one.reading.measure, own.measure):
            return one
    return None


def _goes_with(one: Told, own: Reading, figure: Figure, text: str) -> bool:
    """Tell whether a figure before in the sentence tells what this one measures; a count without a noun is the same."""
    same = bare(figure, text) and own.measure in ancestors(one.reading.measure)
    return same or _tells_more(one.reading.measure, own.measure)


def _it_grew(figure: Figure, text: str) -> bool:
    """Tell whether what was told is said to become this: "makes 150,000 cars a year, but that will grow to 250,000"."""
    return _IT_GREW.search(text, max(0, figure.span.start - _LEAD_REACH), figure.span.start) is not None


def _moved_on(figure: Figure, own: Reading, here: Sequence[Told], text: str) -> Carried | None:
    """Read what became of the value told: "fell from $9 to $5 billion before recovering to $7 billion"."""
    if not here or figure.noun is not None or here[-1].figure.quantity.unit != figure.quantity.unit:
        return None
    start = figure.span.start
    moved = _THEN_MOVED.search(text, max(0, start - _LEAD_REACH), start)
    return taken(replace(own, measure=OTHER), here[-1], "parallel") if moved else None


def _one_of(one: Told, figure: Figure, text: str) -> bool:
    """Tell whether the figure is a part of the count told: "Of the 2,600 jobs, 2,300 have gone"."""
    start = one.figure.span.start
    if one.figure.quantity.unit == figure.quantity.unit == "count" and text.startswith(" of them ", figure.span.end):
        return True  # "cut 9,000 posts, 6,000 of them in Spain"
    return bare(figure, text) and _OF_THE.search(text, max(0, start - 24), start) is not None


def _echoes(one: Told, own: Reading, figure: Figure, text: str) -> bool:
    """Tell whether the figure counts what the one before counts: "to cut 4,000 jobs there and another 550 jobs here".

    Its own words must say no more than what is counted.
    """
    nouns = [each.noun.of(text).lower().rsplit(maxsplit=1)[-1] for each in (one.figure, figure) if each.noun]
    if figure.quantity.unit != "count" or not nouns or figure.noun is None or one.reading.measure == OTHER:
        return False
    if own.measure == OTHER:
        return nouns[-1] in words("notions", "any-count") - words("semantic-fields", "individual")
    state = "true" in facts(own.measure).get("state", ()) and "true" not in facts(one.reading.measure).get("state", ())
    return state and len(nouns) > 1 and nouns[0] == nouns[1]


def _tells_more(measure: str, than: str) -> bool:
    """Tell whether `measure` says what `than` leaves open: any against none, a narrower one against a broader."""
    return measure != OTHER and (than == OTHER or (than in ancestors(measure) and generic(than)))


def _is_of_another(figure: Figure, text: str) -> bool:
    """Tell whether it is another's of what was told: "Amazon's capex is $9 billion. Google's is seen at $8 billion"."""
    start = figure.span.start
    return _ANOTHERS.search(text, max(0, start - _LEAD_REACH), start) is not None


def _is_forecast(figure: Figure, text: str) -> bool:
    start = max(0, figure.span.start - _LEAD_REACH)
    return bool(_FORECAST.search(text, start, figure.span.start))

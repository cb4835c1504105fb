"""What a figure measures by how it stands, where words tell nothing or no more than that it is a change."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.frames import CHANGE, LEVEL
from kg.extract.rules.measures.kinds import MONEY, RANK, unit_kind
from kg.extract.rules.measures.moves import may_cost_a_share, of_a_company, percentage
from kg.extract.rules.measures.nearby import LEAST, has_price
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import GROWTH, OTHER, change_of_told, share_measures
from kg.extract.rules.measures.wholes import share_of_all
from kg.extract.rules.names.bodies import COMMERCIAL, FIRMS
from kg.extract.rules.text.constructions import Construction
from kg.lexicon import codes
from kg.lexicon.nouns import is_firm
from kg.lexicon.wordlists import words
from kg.model import Span

_SHARE_PRICE = "price-per-share"
_COSTS_ALL, _RUN_RATE = "total-spending", "annual-revenue-run-rate"
_POINTS = re.compile(r"\b(?:this|that|it|which)\s\Z", re.IGNORECASE)
_SHARES, _PRICE_CHANGE = "share-price", "price-change"
_PRICE, _INVESTED, _SPENT, _REVENUE, _ROUND = "price", "investment", "spending", "revenue", "funding-round"
_WORTH, _BY_MONTH = "valuation", "subscription-price"
_TAKEOVER, _MARKET_SHARE, _MULTIPLE, _STAKE = "acquisition-price", "market-share", "growth-multiple", "equity-stake"
_EACH_REACH, _SOLD_REACH, _SUBJECT_REACH, _AT_REACH, _PIECE_COSTS = 40, 80, 140, 16, 1_000_000
_AT = Construction(r"(?:\s(?:at|to)\s(?:{grammar:focus|bounds:about}\s)?|\s{trading}\s)\Z")
_BEFORE = r"\s(?:{grammar:focus|bounds:about|bounds:more_than|bounds:at_least}\s)?\Z"
_LEADS = Construction(r"\b{notions:lead|following}\s(?:[\w’'&.-]+\s){0,4}?(?:with|at|on)\s(?:{bounds:*}\s)?\Z")
_PROVIDES = Construction(r"\b{notions:provide|notions:hold|notions:capture}" + _BEFORE)
_WORLDWIDE = Construction(r"\sof\s(?:[\w’'-]+\s){1,5}?{worldwide-reach}\b")
_OF_GOODS = Construction(
    r"\sof\s(?!(?:its|their|his|her|our|these|those)\s)(?:[\w’'-]+\s){0,3}?(?i:{goods-sold|whole-of-market})\b"
)
_TARGET_BEFORE = Construction(
    r"\b{target-noun}\s(?:(?:for|on|of)\s(?:(?!at\b|to\b)[\w’'&.-]+\s){1,5})?(?:by\s[\w.%]+\s)?(?:at|to|of)\s(?:[a-z]+\s)?\Z"
)
_TARGET_BEHIND = Construction(r"\s(?:(?!and\b)[a-z-]+\s)?{target-noun}\b")
_MUCH_CHANGED = Construction(r"\s(?:[a-z-]+\s){0,2}?{change-noun}\b")
_OF_NAME = re.compile(
    r"\sof\s(?P<name>[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,3}?)"
    r"(?=\s?[.,;)]|\s(?:for|from|to|in|and|at|last|this|with|through|after|by|while|as|which|that|via|when)\b|\Z)"
)
_OF_PART = Construction(
    r"\sof\s(?:the\s)?(?P<name>[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,3}?)['’]s?\s(?:[\w.-]+\s){0,3}?{neighbours:part|venture-noun}\b"
)
"""A part of somebody that others may own: "15% of Acme's American business"."""
_OF_FIRM = Construction(
    r"\sof\s(?:the|its|their)\s(?:(?:[A-Z][\w.-]*|[a-z-]+)\s){0,3}?(?P<what>[a-z]+)(?=\s?[.,;)]|\Z|\s(?:{grammar:preposition|grammar:conjunction})\b)"
)
_HOLDS = Construction(
    r"\b(?:{notions:own|notions:hold|notions:acquire|notions:obtain|selling}|for)"
    r"\s(?:{grammar:focus|bounds:*|additive}\s)*\Z"
)
_SELLS_FOR = Construction(
    r"\b{selling}\s(?:(?!for\b|at\b|and\b|to\b)[\w’'&.-]+\s){1,8}?(?:for|at)\s(?:{grammar:focus|bounds:about}\s)?\Z"
)
_SETS_BACK = Construction(r"\b{setting}\s(?:[\w’'&.-]+\s){1,4}back" + _BEFORE)
_A_MONTH = Construction(r"\s(?:(?:a|per|each|every)\s)?{by-month}\b|/{by-month}\b")
_FETCHES = Construction(r"\b{fetching}" + _BEFORE)
_GROSSED = Construction(r"\b{grossing}" + _BEFORE)
_OFFERS = Construction(r"\b{offering-sum}" + _BEFORE)
_FOR_NAME = re.compile(
    r"\sfor\s(?:the\s)?(?P<name>[A-Z])[\w&.-]+(?:\s[A-Z][\w&.-]*)*(?=\s?[.,;]|\s(?:in|to|and|last|this|which|after)\b|\Z)"
)
_AT_VALUE = Construction(
    r"\s(?:in\s[\w\s-]{2,20}\s)?at\s(?:an?\s)?(?:[a-z-]+\s){0,2}?"
    r"(?P<of>{valuation}\s(?:[a-z]+\s){0,4})?"
)
_VALUATION = Construction(r"\s(?:[\w-]+\s){0,2}{valuation}\b")
_COSTS = Construction(r"\b{costing}" + _BEFORE)
_COSTS_WHOM = Construction(r"\b{costing-somebody}\s(?:the\s)?[A-Z\w][\w&.-]*(?:\s[A-Z][\w&.-]*)?" + _BEFORE)
_TAKES = Construction(r"\b{notions:own|notions:hold|notions:obtain|verbs:having}\s(?:{grammar:focus|bounds:*}\s)*\Z")
_EACH_OF_THEM = Construction(r"\s(?:{for-each}|between\sthem)(?=\s?[.,;]|\Z|\s(?:of|in)\s)")
_HOLDS_REST = Construction(
    r"\b(?:{notions:own|notions:hold})\s(?:the|an?)\s{remaining}\s(?:{bounds:*}\s)?\Z"
    r"|\b{left-with}\s(?:{grammar:focus|bounds:*}\s)*\Z"
    r"|\b(?:still|now|{holding-now})\s(?:{notions:own|notions:hold})\s(?:{grammar:focus|bounds:*}\s)*(?:an?\s)?\Z"
)
_SET_OFF = re.compile(r"(?:\b[\w’'-]+\s){1,5}?[\w’'-]+(?P<set>,\s(?:or\s|about\s|some\s)?)\Z")
_MAKES_UP = Construction(
    r"(?:\A|[.;,:\n]\s?|\b(?:that|and|while|as)\s)(?P<subject>[^.;,:\n]{4,100}?)\s{making-part}"
    r"\s(?:(?:an?|{extreme|grammar:focus|bounds:*})\s)*\Z"
)
_LEADS_IN = re.compile(r"(?:[\w’'&.-]+\s){0,3}?")
_OWNED_BY = Construction(r"\s{owned-by}\s")
_RETAINS = Construction(r"\b{retaining}\s(?:{grammar:focus|bounds:*}\s)*\Z")
_MORE = Construction(r"\s{notions:more-or-less}\b")
_RUNS_AT = Construction(r"\b{running}\sat" + _BEFORE)
_ENDS = re.compile(r"\s?(?:[.,;)]|\Z|\n)|\s(?:plus|as|through|after)\b")
_INVESTS = Construction(r"\b{investing}\s(?:an?\s)?(?:{grammar:focus|additive|bounds:*}\s){0,3}\Z")
_PUT = Construction(r"\b{putting}\s(?:[a-z]+\s){0,2}\Z")
_INTO = re.compile(r"\s(?:into|in)\s")
_PEAKED = Construction(r"\s{notions:touch}\s(?:an?|its|their)\s(?:[a-z-]+\s){0,3}{peak}\s(?:of|at)" + _BEFORE)
_TRADED = Construction(
    r"\s{trading}(?:\s(?:the|its|their)\s(?:[a-z]+\s)?(?:{session}|{time-nouns:unit})|\s(?:on\s)?(?i:{weekdays:*}))?\sat"
    + _BEFORE
)
_TOUCHED = Construction(r"\s{notions:touch}" + _BEFORE)
_CLOSE_OF = Construction(
    r"\b(?:(?:(?i:{weekdays:*})|yesterday)['’]s|{market-end})\s(?:{market-end|notions:price|peak})\s(?:of|at)" + _BEFORE
)


@asked(MONEY, of=(_WORTH, _ROUND))
def raised_or_put_in(sight: Sight, best: Reading) -> Reading | None:
    """Read what stands by a verb of its own, whatever words behind tell: what is raised at a valuation, or put in.

    "wants $2bn at a valuation above $30bn", "to invest $2bn in Acme as part of its round", "put in $2bn, giving it a
    valuation of $30bn".
    """
    figure, text = sight.figure, sight.read.text
    start, end = figure.span.start, figure.span.end
    puts = _INVESTS.search(text, max(0, start - _EACH_REACH), start) is not None
    if best.measure == _WORTH:
        if puts and best.span is not None and best.span.start >= end:
            return Reading(_INVESTED, LEAST, "invested-at", figure.span)
        raised = _at_valuation(sight) or (
            sight.head is not None and sight.head.word in words("semantic-fields", "raise")
        )
        return Reading(_ROUND, LEAST, "at-valuation", figure.span) if raised else None
    return Reading(_INVESTED, LEAST, "invested-in", figure.span) if puts and _INTO.match(text, end) else None


def by_place(sight: Sight, best: Reading) -> Reading:
    """Return what a figure measures by how it stands, where words tell nothing or no more than that it is a change."""
    figure, kind = sight.figure, unit_kind(sight.figure.quantity.unit)
    if kind == "percent":
        return (
            _change_of_head(sight, best.frame)
            or _change_of_verb(sight)
            or _part_of_all(sight, best)
            or _percentage(sight, best)
        )
    if best.measure != OTHER:
        return best
    if kind == MONEY and (stands := _amount(sight)):
        return stands
    if kind == "ratio" and _is_multiple(sight):
        return Reading(_MULTIPLE, LEAST, "rose-so-many-times", figure.span)
    if figure.per in _prices():
        return Reading(_prices()[figure.per], LEAST, "per", figure.span)
    return Reading(RANK, 0.0, "unit", figure.span) if kind == RANK else best


def _is_multiple(sight: Sight) -> bool:
    """Tell whether a ratio is how many times something grew: "rose tenfold", "a 14-fold surge"."""
    figure = sight.figure
    led = any(hit.sign.code == CHANGE and hit.span.end + 1 == figure.span.start for hit in sight.told)
    return led or _MUCH_CHANGED.match(sight.read.text, figure.span.end) is not None


def _amount(sight: Sight) -> Reading | None:
    figure = sight.figure
    if _prices_share(figure, sight) or _is_share_target(figure, sight):
        return Reading(_SHARE_PRICE, LEAST, "share-price", figure.span)
    stands = _amount_by_verb(sight)
    return Reading(stands, LEAST, "verb", figure.span) if stands else None


def _percentage(sight: Sight, best: Reading) -> Reading:
    read = percentage(sight, best)
    another = read.measure == GROWTH and _names_another(sight, best.frame)
    return replace(read, rule=OTHER_NOUN) if another else read


def _change_of_head(sight: Sight, asked: str | None) -> Reading | None:
    """Read the change of what heads the subject or object of the verb, where it alone tells a measure."""
    if asked != CHANGE or sight.head is None or sight.head.vague:
        return None
    if sight.head.word in words("notions", "commodity"):
        return Reading(_PRICE_CHANGE, LEAST, "commodity", sight.head.span, frame=asked)
    for hit in sight.told:
        if sight.head.overlaps(hit.span) and (change := change_of_told(hit.sign.code, notion=hit.sign.notion)):
            return Reading(change, LEAST, "change-of-head", hit.span, frame=asked)
    return None


def _change_of_verb(sight: Sight) -> Reading | None:
    """Read how much more or less somebody did of what the verb right before says: "earned 9% more than in May"."""
    figure = sight.figure
    if not _MORE.match(sight.read.text, figure.span.end):
        return None
    verbs = (hit for hit in sight.told if hit.sign.notion and hit.span.end + 1 == figure.span.start)
    changes = ((hit, change_of_told(hit.sign.code, notion=True)) for hit in verbs)
    return next((Reading(code, LEAST, "more-of-it", hit.span, frame=CHANGE) for hit, code in changes if code), None)


def _part_of_all(sight: Sight, best: Reading) -> Reading | None:
    """Read a part of a whole market: "the share of hybrids rose to 9%", "make 80% of all cells worldwide"."""
    figure, text, head = sight.figure, sight.read.text, sight.head
    if best.measure == OTHER and (_is_part_of_firm(sight) or _is_rest(sight)):
        return Reading(_STAKE, LEAST, "part-of-firm", figure.span, frame=best.frame)
    if best.measure == OTHER and (share := _of_the_total(sight)):
        return Reading(share, LEAST, "part-of-total", figure.span, frame=best.frame)
    stands = head is not None and head.word in words("semantic-fields", "share-noun") and best.frame == LEVEL
    start = figure.span.start
    if best.measure == OTHER and _LEADS.search(text, max(0, start - _EACH_REACH), start):
        stands = True
    goods = best.measure == OTHER and _WORLDWIDE.match(text, figure.span.end) is not None
    goods = goods or (best.measure == OTHER and _OF_GOODS.match(text, figure.span.end) is not None)
    if not stands and goods:
        stands = _PROVIDES.search(text, max(0, figure.span.start - _EACH_REACH), figure.span.start) is not None
    return Reading(_MARKET_SHARE, LEAST, "part-of-all", figure.span, frame=best.frame) if stands else None


def _of_the_total(sight: Sight) -> str | None:
    """Return the share that the subject of the verb is of its kind: "Revenue abroad was a quarter of the total"."""
    head, text, start = sight.head, sight.read.text, sight.figure.span.start
    if not share_of_all(sight.figure, text):
        return None
    named = [hit for hit in sight.told if not hit.sign.notion and hit.sign.code in share_measures()]
    if head is not None:
        heads = (hit for hit in named if head.overlaps(hit.span))
    elif made := _MAKES_UP.search(text, max(0, start - _SUBJECT_REACH), start):
        subject = Span(*made.span("subject"))  # "Sales of phones to buyers in Spain made up 9% of the total"
        opens = (hit for hit in named if _LEADS_IN.fullmatch(text, subject.start, hit.span.start))
        heads = (hit for hit in opens if subject.covers(hit.span))
    else:  # "Sales to China, 13% of the total, fell"
        beside = _SET_OFF.search(text, max(0, start - _SOLD_REACH), start)
        heads = (hit for hit in reversed(named) if beside and beside.start() <= hit.span.end <= beside.start("set"))
    return next((share_measures()[hit.sign.code] for hit in heads), None)


def _is_part_of_firm(sight: Sight) -> bool:
    """Tell whether somebody holds or trades a part of what has a name and is no place: "bought 9% of Kestrin"."""
    figure, text = sight.figure, sight.read.text
    if _OWNED_BY.match(text, figure.span.end):
        return True
    if described := _OF_FIRM.match(text, figure.span.end):
        firm = is_firm(described["what"]) or described["what"] in _owned_together()
        return firm and _HOLDS.search(text, max(0, figure.span.start - _EACH_REACH), figure.span.start) is not None
    named = _OF_NAME.match(text, figure.span.end) or _OF_PART.match(text, figure.span.end)
    if named is None or not _HOLDS.search(text, max(0, figure.span.start - _EACH_REACH), figure.span.start):
        return False
    names = sight.read.within(sight.read.names, Span(*named.span("name")))
    return all(name.entity.kind in COMMERCIAL for name in names)


@cache
def _owned_together() -> frozenset[str]:
    """Return nouns for what somebody may own a part of that are no kinds of company."""
    return words("neighbours", "part") | words("semantic-fields", "venture-noun")


def _is_rest(sight: Sight) -> bool:
    """Tell whether somebody holds what others do not, or each so much: "own the other 20%", "take 9% each"."""
    text, start, end = sight.read.text, sight.figure.span.start, sight.figure.span.end
    before = max(0, start - _EACH_REACH), start
    if _EACH_OF_THEM.match(text, end):
        return _TAKES.search(text, *before) is not None
    if _ENDS.match(text, end) is None:
        return False
    return _HOLDS_REST.search(text, *before) is not None or _RETAINS.search(text, *before) is not None


def _names_another(sight: Sight, asked: str | None) -> bool:
    """Tell whether the noun whose change it is stands there and points to nothing before, as "those" does."""
    if asked != CHANGE or sight.head is None or sight.head.vague:
        return False
    start = sight.head.span.start
    points = _POINTS.search(sight.read.text, max(0, start - len(" which ")), start)  # "This represents growth of"
    return points is None and sight.head.word not in words("semantic-fields", "change-noun")


@cache
def _prices() -> Mapping[str | None, str]:
    """Return what an amount is per -> the measure that it then has unless words tell another (`kg:priceOf`)."""
    listed = codes.scheme("measures").values()
    return {noun: measure.code for measure in listed for noun in measure.facts.get("priceOf", ())}


def _prices_share(figure: Figure, sight: Sight) -> bool:
    """Tell whether a small amount is led to by shares, however far: "Shares in Acme, which ..., closed at 337p"."""
    led = any(hit.sign.code == _SHARES and hit.span.end <= figure.span.start for hit in sight.told)
    return (
        led
        and figure.per is None
        and may_cost_a_share(figure)
        and _AT.search(sight.read.text, max(0, figure.span.start - _AT_REACH), figure.span.start) is not None
    )


def _is_share_target(figure: Figure, sight: Sight) -> bool:
    """Tell whether a small amount is a target of analysts: "raised their target for Acme to $150"."""
    if not may_cost_a_share(figure) or figure.per is not None:
        return False
    text, start = sight.read.text, figure.span.start
    before = _TARGET_BEFORE.search(text, max(0, start - _SOLD_REACH), start)
    return before is not None or _TARGET_BEHIND.match(text, figure.span.end) is not None


def _amount_by_verb(sight: Sight) -> str | None:
    """Return what an amount of money is by its verb alone: "Acme closed at $118", "it costs $900", "put $2bn into"."""
    figure, text = sight.figure, sight.read.text
    before = max(0, figure.span.start - _EACH_REACH), figure.span.start
    small = figure.quantity.value < _PIECE_COSTS and figure.per is None
    listed = (
        (_SHARE_PRICE, lambda: may_cost_a_share(figure) and _is_traded_at(sight)),
        (
            _PRICE,
            lambda: small and (_COSTS.search(text, *before) or _COSTS_WHOM.search(text, *before) or _sold_for(sight)),
        ),
        (
            _COSTS_ALL,
            lambda: (
                not small and sight.head is not None and sight.head.word in words("semantic-fields", "running-costs")
            ),
        ),
        (_BY_MONTH, lambda: small and _goes_to_a_month(sight)),
        (_SPENT, lambda: _SETS_BACK.search(text, *before)),
        (_RUN_RATE, lambda: figure.per == "yr" and _RUNS_AT.search(text, *before)),
        (_WORTH, lambda: not small and figure.per is None and _FETCHES.search(text, *before)),
        (_REVENUE, lambda: _GROSSED.search(text, *before)),
        (_TAKEOVER, lambda: not small and _OFFERS.search(text, *before) and _for_a_firm(sight)),
        (_ROUND, lambda: _at_valuation(sight)),
        (_TAKEOVER, lambda: not small and any(has_price(hit, sight) for hit in sight.told)),
        (_INVESTED, lambda: _PUT.search(text, *before) and _INTO.match(text, figure.span.end)),
    )
    return next((measure for measure, stands in listed if stands()), None)


def _goes_to_a_month(sight: Sight) -> bool:
    """Tell whether a small amount is what a subscription cost before: "goes from $9 to $12 a month"."""
    figure = sight.figure
    behind = next((one for one in sight.others if one.span.start >= figure.span.end), None)
    if behind is None or not sight.read.text.startswith(" to ", figure.span.end):
        return False
    return (
        behind.span.start <= figure.span.end + len(" to about ")
        and _A_MONTH.search(behind.span.of(sight.read.text) + sight.read.text[behind.span.end : behind.span.end + 16])
        is not None
    )


def _is_traded_at(sight: Sight) -> bool:
    """Tell whether a small amount is what shares cost on a day: "Acme closed at $9", "Monday's close of $9"."""
    text, start = sight.read.text, sight.figure.span.start
    if any(of_a_company(verb, sight) for verb in (_TRADED, _PEAKED, _TOUCHED)):
        return True
    return _CLOSE_OF.search(text, max(0, start - _EACH_REACH), start) is not None


def _sold_for(sight: Sight) -> bool:
    """Tell whether a small amount is what something is sold for: "sells the card for $900", "sets buyers back $900"."""
    text, start = sight.read.text, sight.figure.span.start
    before = max(0, start - _SOLD_REACH), start
    return _SELLS_FOR.search(text, *before) is not None or _SETS_BACK.search(text, *before) is not None


def _for_a_firm(sight: Sight) -> bool:
    """Tell whether an amount is for a name that is no place and no product: "offers $2bn for Kestrin"."""
    named = _FOR_NAME.match(sight.read.text, sight.figure.span.end)
    if named is None:
        return False
    names = sight.read.within(sight.read.names, Span(named.start("name"), named.end()))
    return all(name.entity.kind in FIRMS for name in names)


def _at_valuation(sight: Sight) -> bool:
    """Tell whether an amount is raised, as it stands before a valuation: "seeks $2bn at a $30bn valuation"."""
    figure, text = sight.figure, sight.read.text
    behind = next((one for one in sight.others if one.span.start >= figure.span.end), None)
    if behind is None or unit_kind(behind.quantity.unit) != MONEY:
        return False
    found = _AT_VALUE.fullmatch(text, figure.span.end, behind.span.start)
    return found is not None and (found["of"] is not None or _VALUATION.match(text, behind.span.end) is not None)

"""What a deal or a stake is worth, which is no worth of a company: "the order's value", "the value of its stake"."""

from kg.extract.rules.measures.kinds import MONEY
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_WORTH, _CONTRACT, _TAKEOVER, _STAKE = "valuation", "contract-value", "acquisition-price", "equity-stake-value"
_BUYS_FIRM = "buy-company"
_WHAT = r"(?:{order-noun}|(?P<takeover>{takeover-noun})|{undertaking-noun}|(?P<stake>{notions:stake}))"
_WHOSE = r"(?:,?\swhose|\s(?:with|(?:that\s|which\s)?{verbs:having})\san?)"
_PART = r"(?:\s(?:with|for|from|to|in|of)\s[^,;.]{2,30}?)?"
_IS = (
    r"(?:,(?:\s{grammar:be})?|(?:\s(?:{grammar:modal|grammar:auxiliary|grammar:adverb})){1,3}"
    r"(?:\s{attain}(?:\san?)?)?)"
)
"""What stands between a thing and its worth: "the deal, valued at", "the market will reach a value of"."""
_HAS_WORTH = r"(?:['’]s?\s(?:[a-z]+\s){0,2}|\s|" + _PART + r"(?:" + _WHOSE + r"\s(?:[a-z]+\s){0,2}|" + _IS + r"\s))\Z"
_AHEAD = Construction(r"\b" + _WHAT + _HAS_WORTH)
_GOODS = Construction(
    r"(?<!\bof\s)(?<!\bin\s)(?<!\bfor\s)(?<!\bby\s)(?<!\bbehind\s)"
    r"(?:\b(?:the|these|those|its|their|this|that)\s"
    r"(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w’'-]+\s){0,4}?|\A|[.!?]\s)"
    r"(?:{notions:field}|{dealings}|{goods-sold})" + _HAS_WORTH
)
"""What is worth so much and is neither a company nor a deal: "the market is worth", "the shipments had a value of"."""
_BEHIND = Construction(
    r"{amount-of-worth}\sof\s(?:the|its|their|this|that|both|all|an?)\s(?:(?!(?:and|or|in|for)\s)[\w-]+\s){0,3}?"
    + _WHAT
    + r"\b",
)
_VALUED = Construction(
    r"\b{valuing-verb}\s(?:the\s)?(?:[\w’'&.-]+\s){1,4}?at\s"
    r"(?:[^,;:]{2,40}?,?\s(?:and|while)\s(?:[\w’'&.-]+\s){1,3}?at\s)?(?:{grammar:focus|bounds:*}\s)*\Z"
)
"""What values one or two firms, whatever is bought: "the deal valued Acme at $8 billion and Borealis at $3 billion"."""
_GIVES_WORTH = Construction(
    r"(?:{putting}\s|(?:[a-z]+\s)?{valuing-verb}\s(?!(?:{grammar:preposition|grammar:auxiliary})\b))"
)
"""How the words begin for a worth that a deal gives to somebody: "values Acme at", "put a value on"; no "valued at"."""
_REACH = 80


def valued_at(sight: Sight, best: Reading) -> Reading | None:
    """Read what a verb values somebody at, beside words for a purchase: "when Acme bought Beta, it valued Beta at"."""
    found = _VALUED.search(sight.read.text, *sight.lead(_REACH))
    return Reading(_WORTH, LEAST, "valued-at", Span(*found.span()), frame=best.frame) if found else None


@asked(MONEY, of=(_WORTH,))
def worth_of_deal(sight: Sight, best: Reading) -> Reading | None:
    """Read the value of an order, a contract, a deal or a stake: "a contract whose value is $9bn"."""
    if best.span is None:
        return None
    fold, start = sight.read.fold, best.span.start
    if _GIVES_WORTH.match(fold, start):
        return None
    found = _BEHIND.match(fold, start) or _AHEAD.search(fold, max(0, start - _REACH), start)
    if found is None:
        goods = _GOODS.search(fold, max(0, start - _REACH), start)
        return Reading(OTHER, LEAST, OTHER_NOUN, best.span, frame=best.frame) if goods else None
    buys = any(hit.sign.code == _BUYS_FIRM for hit in sight.told)
    measure = _STAKE if found["stake"] else _TAKEOVER if buys or found["takeover"] else _CONTRACT
    return Reading(measure, LEAST, "worth-of-deal", best.span, frame=best.frame)

"""Prices of goods that are traded by weight or volume, and of currencies: "Brent rose 2% to $70", "the yen fell 1%".

What rises, falls or stands at such a price is no company, whatever else the sentence tells.
"""

from kg.extract.rules.measures.frames import CHANGE
from kg.extract.rules.measures.kinds import MONEY, PERCENT
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import GROWTH, OTHER, facts
from kg.extract.rules.text.constructions import Construction

_PRICE, _CHANGE, _SHARE_MOVE, _EXCHANGE = "price", "price-change", "stock-price-change", "exchange-rate"
_GOODS, _CURRENCY = "commodity", "currency"
_SMALL = 100_000
"""No price of a barrel, an ounce or a tonne is larger."""
_OPEN = frozenset({OTHER, GROWTH, _SHARE_MOVE, "settlement", "price-per-share"})
_NAMED = (
    r"(?:\s(?:{notions:commodity}|[Ff]utures|[Pp]rices|contracts?|gas|blend))*(?:,\s[^,;.]{2,50},|\s\([^()]{2,40}\))?"
)
_FILLED = r"\s(?:{grammar:focus|bounds:*}\s)*"
_MOVED = _NAMED + r"\s(?:{grammar:auxiliary|grammar:be|adverb}\s)*(?:{verbs:moving|trading}(?:\sby)?|up|down)" + _FILLED
_HAS_MOVED = Construction(_MOVED)
_STANDS = Construction(
    _NAMED + r"(?:\s(?:{grammar:auxiliary|grammar:modal|grammar:be|adverb|verbs:moving}|to))*"
    r"\s(?:{trading|fetching-price|unmoved|verbs:moving})(?:\s(?:at|to|around|above|below|near))?" + _FILLED
)
_MOVED_TO = Construction(_MOVED + r"[0-9][0-9.,]*\s?(?:%|per\s?[a-z]+)(?:\s{stock-trend})?\s(?:to|at)" + _FILLED)


@asked(MONEY, PERCENT, of=_OPEN)
def goods_price(sight: Sight, _best: Reading) -> Reading | None:
    """Read the price of goods, or how it changed, by the goods that the verb is about, None where it is of none."""
    figure = sight.figure
    if figure.quantity.unit == PERCENT:
        changed = _spoken_of(sight, _HAS_MOVED) is not None
        return Reading(_CHANGE, LEAST, "of-goods", figure.span, frame=CHANGE) if changed else None
    if figure.quantity.value >= _SMALL:
        return None
    if figure.per is not None and figure.per in facts(_PRICE)["priceOf"]:
        return Reading(_PRICE, LEAST, "of-goods", figure.span)
    goods = _spoken_of(sight, _STANDS) or _spoken_of(sight, _MOVED_TO)
    if goods is None:
        return None
    return Reading(_EXCHANGE if goods == _CURRENCY else _PRICE, LEAST, "of-goods", figure.span)


def _spoken_of(sight: Sight, verb: Construction) -> str | None:
    """Return which of the two kinds of goods a verb that leads to the figure is about, None where it is about none."""
    text, start = sight.read.text, sight.figure.span.start
    named = (hit for hit in sight.told if hit.sign.code in (_GOODS, _CURRENCY) and hit.span.end < start)
    return next((hit.sign.code for hit in named if verb.fullmatch(text, hit.span.end, start)), None)

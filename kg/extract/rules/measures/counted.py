"""Counts told by what stands right around them: pieces sold of a product, and what somebody has in stock.

"sees 19 million Switch 2 sales", "lifted its forecast for the Switch 2 to 19 million units", "a stock of 7,000 units".
"""

from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words

_SHIPPED, _SHARES, _CAPACITY, _CLUSTER = "shipments", "shares-issued", "production-capacity", "cluster-size"
_FILLED = r"\s(?:{grammar:focus|bounds:*}\s)*\Z"
_SALES_OF_IT = Construction(r"\s(?:[A-Z][\w-]*|[0-9]+)(?:\s(?:[A-Z][\w-]*|[0-9]+)){0,3}\s{pieces-sold}\b")
_FORECAST_OF_IT = Construction(
    r"\b{outlook}\s(?:for|of)\s(?:(?!(?:{grammar:conjunction}|to)\s)[\w’'&.-]+\s){1,5}?(?:to|at|of)" + _FILLED
)
_IN_STOCK = Construction(r"\b{in-stock}\sof" + _FILLED)
_RUN = Construction(r"\b{processors-run}\Z")
_REACH = 80


def counted(sight: Sight, best: Reading) -> Reading | None:
    """Read a count by what stands around it, None where it is no such thing."""
    figure = sight.figure
    if figure.quantity.unit != "count" or best.measure not in (OTHER, _SHARES, _CAPACITY):
        return None
    text, start = sight.read.text, figure.span.start
    lead = max(0, start - _REACH), start
    if best.measure == _CAPACITY:
        run = figure.noun is not None and _RUN.search(sight.read.fold, figure.noun.start, figure.noun.end)
        return Reading(_CLUSTER, LEAST, "processors-run", figure.span) if run else None
    if best.measure == _SHARES:
        stocked = _IN_STOCK.search(text, *lead)
        return Reading(OTHER, LEAST, OTHER_NOUN, figure.span) if stocked else None
    any_noun = figure.noun is not None and figure.noun.of(sight.read.fold) in words("notions", "any-count")
    sold = _SALES_OF_IT.match(text, figure.span.end) or (any_noun and _FORECAST_OF_IT.search(text, *lead))
    return Reading(_SHIPPED, LEAST, "pieces-sold", figure.span) if sold else None

"""Counts told by what stands right around them: pieces sold of a product, what is in stock, plants that stand.

"sees 19 million Switch 2 sales", "lifted its forecast for the Switch 2 to 19 million units", "a stock of 7,000 units",
"the deployment of 7,000 GPUs", "released 7,000 workers".
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg.extract.rules.measures.kinds import COUNT
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import OTHER_NOUN, Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Span

_SHIPPED, _SHARES, _CAPACITY, _CLUSTER = "shipments", "shares-issued", "production-capacity", "cluster-size"
_STAFF, _CUTS = "employees", "job-cuts"
_FILLED = r"\s(?:{grammar:focus|bounds:*}\s)*\Z"
_SALES_OF_IT = Construction(r"\s(?:[A-Z][\w-]*|[0-9]+)(?:\s(?:[A-Z][\w-]*|[0-9]+)){0,3}\s{pieces-sold}\b")
_FORECAST_OF_IT = Construction(
    r"\b{outlook}\s(?:for|of)\s(?:(?!(?:{grammar:conjunction}|to)\s)[\w’'&.-]+\s){1,5}?(?:to|at|of)" + _FILLED
)
_IN_STOCK = Construction(r"\b{in-stock}\sof" + _FILLED)
_PLANTS = "fabs-planned"
_STAND = Construction(
    r"(?:\b{standing-now}"
    r"|\b{obtained}\sin|\b(?:from|at|across|inside))(?:\s(?:its|their|the))?" + _FILLED
)
_STANDING = Construction(r"\b{had-now}\b")
_TO_BE_BUILT = Construction(r"\b{to-come}\b")
_YET_TO_STAND = Construction(r"(?:\s(?:in|at|near)\s[\w’'-]+)?\s{being-built}\b")
"""What tells plants that stand from those to be built: "power from three existing plants"."""
_CLOSED = Construction(r"\b{closing-plants}(?:\sof)?(?:\s(?:its|the|their|an?))?" + _FILLED)
_BECAME = Construction(
    r"\b{premises}\s(?:(?:{grammar:auxiliary|grammar:modal}|to)\s){0,3}{change-verb}\s(?:from|to)\b[^.;]*\Z"
)
_FROM_ALL = Construction(r"\b(?:from|out\sof)\s(?:its|the|their)" + _FILLED)
_RUN = Construction(r"\b{processors-run}\Z")
_CHIPS = Construction(r"\b(?:{processors-run}|{notions:chip}s?)\Z")
_DEPLOYED = Construction(r"\b{deploying-chips}(?:\s(?:an?|the|its|their|of))?" + _FILLED)
_PARTED_WITH = Construction(r"\b{parting-with-staff}(?:\sof)?(?:\s(?:another|its|the|their))?" + _FILLED)
_OF_ALL = re.compile(r"\s(?:out\s)?of\s(?:[\w&.’'-]+\s){1,3}?[0-9]")
_CUT = "cut"
_REACH, _GOES_REACH, _KINDS = 80, 40, 100


@asked(COUNT)
def counted(sight: Sight, best: Reading) -> Reading | None:
    """Read a count by what stands around it, None where it is no such thing."""
    read = _READ.get(best.measure)
    return read(sight) if read else None


def _of_plants(sight: Sight) -> Reading | None:
    """Read plants that stand or are closed as none that are planned."""
    return Reading(OTHER, LEAST, OTHER_NOUN, sight.figure.span) if _stands(sight) else None


def _of_cuts(sight: Sight) -> Reading | None:
    """Read those among whom posts are cut: "6,000 jobs would go from the 9,000 engineers"."""
    behind = _follows_count(sight) and _FROM_ALL.search(sight.read.fold, *sight.lead(_REACH))
    return Reading(_STAFF, LEAST, "from-all", sight.figure.span) if behind else None


def _of_staff(sight: Sight) -> Reading | None:
    """Read staff that is parted with: "the dismissal of 900 workers", "900 of its 8,000 workers will be let go"."""
    gone = _PARTED_WITH.search(sight.read.fold, *sight.lead(_REACH)) or _part_goes(sight)
    return Reading(_CUTS, LEAST, "parted-with", sight.figure.span) if gone else None


def _part_goes(sight: Sight) -> bool:
    """Tell whether a part of a staff, told with all of it, is what goes by the verb behind."""
    noun = sight.figure.noun
    if noun is None or not _OF_ALL.match(sight.read.text, sight.figure.span.end, noun.start):
        return False
    behind = Span(noun.end, noun.end + _GOES_REACH)
    return any(hit.sign.code == _CUT and behind.covers(hit.span) for hit in sight.told)


def _of_capacity(sight: Sight) -> Reading | None:
    """Read processors that run as no capacity to make them."""
    noun = sight.figure.noun
    run = noun is not None and _RUN.search(sight.read.fold, noun.start, noun.end)
    return Reading(_CLUSTER, LEAST, "processors-run", sight.figure.span) if run else None


def _of_stock(sight: Sight) -> Reading | None:
    """Read goods in stock as no shares: "a stock of 7,000 units"."""
    stocked = _IN_STOCK.search(sight.read.text, *sight.lead(_REACH))
    return Reading(OTHER, LEAST, OTHER_NOUN, sight.figure.span) if stocked else None


def _deployed_or_sold(sight: Sight) -> Reading | None:
    """Read processors that are set up and pieces of a product that are sold, which no word told."""
    figure, text = sight.figure, sight.read.text
    if _are_deployed(sight):
        return Reading(_CLUSTER, LEAST, "chips-deployed", figure.span)
    any_noun = figure.noun is not None and figure.noun.of(sight.read.fold) in words("notions", "any-count")
    sold = _SALES_OF_IT.match(text, figure.span.end) or (any_noun and _FORECAST_OF_IT.search(text, *sight.lead(_REACH)))
    return Reading(_SHIPPED, LEAST, "pieces-sold", figure.span) if sold else None


def _are_deployed(sight: Sight) -> bool:
    """Tell whether processors are counted that somebody sets up: "the roll-out of 7,000 GPUs", no two new models."""
    noun, fold, start = sight.figure.noun, sight.read.fold, sight.figure.span.start
    if noun is None or sight.figure.quantity.value < _KINDS or not _CHIPS.search(fold, noun.start, noun.end):
        return False
    return _DEPLOYED.search(fold, max(0, start - _REACH), start) is not None


def _follows_count(sight: Sight) -> bool:
    """Tell whether another count stands before: "6,000 jobs would go from the 9,000 engineers"."""
    return any(one.quantity.unit == "count" and one.span.end <= sight.figure.span.start for one in sight.others)


def _stands(sight: Sight) -> bool:
    """Tell whether plants that are counted are there already: "now runs six plants", "the closure of two plants"."""
    figure, fold = sight.figure, sight.read.fold
    end = figure.noun.end if figure.noun else figure.span.end
    if _TO_BE_BUILT.search(fold, figure.span.start, end) or _YET_TO_STAND.match(fold, end):
        return False
    return bool(
        _STANDING.search(fold, figure.span.start, end)
        or _CLOSED.search(fold, *sight.lead(_REACH))
        or _BECAME.search(fold, *sight.lead(_REACH))
        or _STAND.search(fold, max(0, figure.span.start - _REACH), figure.span.start)
    )


_READ: Mapping[str, Callable[[Sight], Reading | None]] = MappingProxyType(
    {
        OTHER: _deployed_or_sold,
        _CAPACITY: _of_capacity,
        _CUTS: _of_cuts,
        _PLANTS: _of_plants,
        _SHARES: _of_stock,
        _STAFF: _of_staff,
    }
)
"""What words told of a count -> how it is read anew."""

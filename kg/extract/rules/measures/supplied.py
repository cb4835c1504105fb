"""What a supplier has orders for, and what a customer binds itself to buy of computing power.

"secured $9bn in orders for AI chips", "sits on orders worth $9bn", "a $9bn US deal to provide cloud services",
"committed itself to buying $9bn of computing power".
"""

from kg.extract.rules.measures.kinds import MONEY
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction

_BACKLOG, _CHIPS, _CLOUD, _CLOUD_SPENT = "contract-backlog", "chip-contract", "cloud-contract", "cloud-spending"
_BUDGET, _AI, _CONTRACT, _INVESTED = (
    "ai-chip-purchase-budget",
    "ai-infrastructure-spending",
    "contract-value",
    "investment",
)
_BEFORE_ORDERS = frozenset({OTHER, _BUDGET, _AI, _CONTRACT, "server-spending"})
_BEFORE_CLOUD = frozenset({OTHER, _CLOUD_SPENT, _BUDGET, _INVESTED, _AI})
_FILLED = r"\s(?:(?:an?|another|its|the)\s)?(?:{grammar:focus|additive|bounds:*}\s)*\Z"
_PLAIN = r"(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w’'&.-]+\s)"
"""A word that neither opens a phrase nor joins two."""
_ORDERS = Construction(r"\s(?:of|in|worth\sof)\s" + _PLAIN + r"{0,4}?{orders}\b")
_HOLDS = Construction(r"\b(?:{verbs:having}|{foreseeing-orders})" + _FILLED)
_GETS = Construction(r"\b{winning}" + _FILLED)
_OPENS = Construction(r"(?:\A|[.!?\n]\s?)(?:(?i:{bounds:*})\s)*\Z")
_ORDERS_WORTH = Construction(r"\b{holding-orders}\s(?:[a-z-]+\s){0,3}?{orders}\s{valued}" + _FILLED)
_ON_BOOKS = Construction(r"\s{on-its-books}\b")
_CHIPS_CONTRACT = Construction(r"\s(?:[a-z-]+\s){0,2}{contract-noun}\sfor\s(?:[\w,-]+\s){0,5}?{notions:chip}s?\b")
_DEAL = Construction(r"[\s-]" + _PLAIN + r"{1,3}?{order-noun|undertaking-noun}\b")
_OF_COMPUTING = Construction(
    r"\s(?:worth\sof|of|in|for|on)\s" + _PLAIN + r"{0,3}?(?i:{notions:cloud|notions:computing-services})\b"
)
_CLOUD_AND_AI = Construction(
    r"\s(?:on|in|into|for|towards?)\s(?:(?:its|the)\s)?(?i:{notions:cloud})(?:\s[\w-]+){0,2}?\sand\s(?:[a-z]+\s)?{notions:ai}\b"
    r"|\s(?:on|in|into|for|towards?)\s(?:(?:its|the)\s)?{notions:ai}(?:\s[\w-]+){0,2}?\sand\s(?:[a-z]+\s)?(?i:{notions:cloud})\b"
)
"""What a provider builds and no customer rents: "$9bn on cloud computing and AI infrastructure"."""
_BOUND = Construction(
    r"\b(?i:{binding})\s" + _PLAIN + r"{0,4}?(?:to|on)\s(?:(?:{notions:acquire}|{paying-out})\s)?(?:an?\s)?"
    r"(?:{grammar:focus|additive|bounds:*}\s)*\Z"
)
_RAISES_IT = Construction(
    r"\b{making-more}\s(?:its|their|the|an?)\s(?:[a-z-]+\s){0,2}?{order-noun|undertaking-noun}s?"
    r"(?:\s(?:to|with|from)\s(?:[A-Z][\w&.-]*\s){1,3}|\s)(?:by|to|by\s\S+(?:\s[a-z]+)?\sto)" + _FILLED
)
_PAYS_PROVIDER = Construction(
    r"\b(?:{grammar:modal}|to)\s(?:{notions:pay}|{paying-out})\s(?:[A-Z][\w&.-]*\s){1,3}(?:an?\s)?(?:{grammar:focus|additive|bounds:*}\s)*\Z"
)
"""What makes a contract of a sum that a provider will get: "will pay Acme $9bn for cloud computing"."""
_TOLD = frozenset({"cloud", "computing-services"})
_LARGE, _REACH = 1_000_000, 90


@asked(MONEY)
def supplied(sight: Sight, best: Reading) -> Reading | None:
    """Read orders that a supplier has and contracts for computing power, None where the amount is no such thing."""
    figure = sight.figure
    if figure.quantity.value < _LARGE:
        return None
    measure = _enlarged(sight, best) or _ordered(sight, best) or _computing(sight, best)
    return Reading(measure, LEAST, "supplied", figure.span, frame=best.frame) if measure else None


def _enlarged(sight: Sight, best: Reading) -> str | None:
    """Return a contract that is made larger: "raised its commitment to CoreWeave by $9bn to $19bn"."""
    if best.measure not in (OTHER, _INVESTED):
        return None
    return _CONTRACT if _RAISES_IT.search(sight.read.text, *sight.lead(_REACH)) else None


def _ordered(sight: Sight, best: Reading) -> str | None:
    """Return what orders of a supplier are worth: "sees $9bn of orders for its chips", "won $9bn of chip orders"."""
    if best.measure not in _BEFORE_ORDERS:
        return None
    text, end, lead = sight.read.text, sight.figure.span.end, sight.lead(_REACH)
    if _ORDERS_WORTH.search(text, *lead) or (best.measure == _CONTRACT and _ON_BOOKS.match(text, end)):
        return _BACKLOG
    if _CHIPS_CONTRACT.match(sight.read.fold, end):
        return _CHIPS
    if best.measure in (OTHER, _CONTRACT) or not _ORDERS.match(text, end):
        return None
    if _HOLDS.search(text, *lead):
        return _BACKLOG
    return _CHIPS if _GETS.search(text, *lead) or _OPENS.search(text, *lead) else None


def _computing(sight: Sight, best: Reading) -> str | None:
    """Return a contract for computing power: "a $9bn US deal to provide cloud services", "agreed to buy $9bn of it"."""
    if best.measure not in _BEFORE_CLOUD or not any(hit.sign.code in _TOLD for hit in sight.told):
        return None
    text, end = sight.read.text, sight.figure.span.end
    if best.measure == _CLOUD_SPENT and _CLOUD_AND_AI.match(text, end):
        return _AI
    if best.measure == _CLOUD_SPENT and _DEAL.match(text, end):
        return _CLOUD
    if best.measure == _CLOUD_SPENT and sight.figure.per is None and _PAYS_PROVIDER.search(text, *sight.lead(_REACH)):
        return _CLOUD
    return _CLOUD if _OF_COMPUTING.match(text, end) and _BOUND.search(text, *sight.lead(_REACH)) else None

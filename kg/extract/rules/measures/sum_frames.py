"""Amounts told by their verb and what it leads to, whatever words of other clauses tell: a table of such frames.

"pay $9bn, including a fine, to settle claims", "invests $9bn in Acme, in a deal for its chips", "the ministry granted
the start-up $9bn", "a $9bn dent in sales", "left it with just $9m in reserve", "closed $9 lower".
"""

from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.rules.measures.kinds import MONEY
from kg.extract.rules.measures.moves import may_cost_a_share
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.names.bodies import FIRMS
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.nouns import is_firm
from kg.model import Span

_INVESTED, _SETTLED, _SUBSIDY, _CASH, _TAKEOVER = (
    "investment",
    "settlement",
    "subsidy",
    "cash-holdings",
    "acquisition-price",
)
_CONTRACTS = frozenset({"chip-contract", "cloud-contract", "contract-value"})
_BUDGETS = frozenset({"ai-chip-purchase-budget", "cloud-spending", "server-spending"})
_FILLED = r"\s(?:an?\s(?:[a-z]+\s)?(?:total\sof\s)?)?(?:{grammar:focus|additive|bounds:*}\s)*\Z"
_ASIDE = r"(?:,\s[^,;.]{2,50},)?"
_SHORT = r"(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w’'&.-]+\s)"
"""A word that neither opens a phrase nor joins two."""
_PAYS = Construction(r"\b(?i:{paying-out|notions:pay})s?" + _FILLED)
_TO_SETTLE = Construction(
    _ASIDE + r"\sto\s(?:{settling-suit}\b(?!\sof\b)|{notions:resolve}\s" + _SHORT + r"{0,6}?{notions:lawsuit}\b)"
)
_INVESTS = Construction(r"\b(?i:{investing}|{putting}|{notions:invest})\s(?:{investing-noun}\sof\s)?" + _FILLED[2:])
_IN_WHOM = Construction(
    r"\s(?:in|into)\s(?:(?:an?|the|its)\s)?(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[a-z’'-]+\s){0,3}?"
    r"(?P<whom>(?:[A-Z][\w&.-]*\s){0,2}?[A-Z][\w&-]*|[a-z-]+)(?=\s?[.,;:)—–]|\s(?:{grammar:preposition|grammar:conjunction"
    r"|grammar:subordinator|grammar:time|grammar:relative|grammar:auxiliary}|last|this|next)\b|\n|\Z)"
)
_GIVES = Construction(
    r"\b(?:{state-body}|(?P<state>[A-Z][\w.&-]*))\s(?:(?:{grammar:modal|grammar:auxiliary|grammar:adverb|planning}|to|said|"
    r"{reached-agreement})\s){0,4}(?i:{public-giving})\s(?P<whom>(?:(?!(?:{grammar:conjunction}|that|to|for|of)\s)[\w’'&.-]+\s){0,6}?)"
    r"(?:an?\s)?(?:{grammar:focus|additive|bounds:*}\s)*\Z"
)
_TO_WHOM = Construction(
    r"(?:\s\([^()]{2,40}\))?\s(?:[a-z]+\s){0,3}?(?:to|for)\s(?:(?:an?|the)\s)?(?:[a-z-]+\s){0,3}?(?P<whom>(?:[A-Z][\w&-]*\s){0,2}?[A-Z][\w&-]*|[a-z-]+)"
)
_HIT = Construction(r"[\s-](?:[a-z-]+\s){0,2}?{hit-noun}\b(?!\swith\b)")
_HITS = Construction(r"\b(?i:{taking-hit})\s(?:[\w’'&.-]+\s){0,3}?(?:an?|the)\s(?:[a-z-]+\s)?(?:{bounds:*}\s)*\Z")
_LOWERS = Construction(
    r"\b(?:{cutting}|{costing-somebody})\s(?:(?!(?:and|but|to|by|from)\s)[\w’'&.-]+\s){0,5}?(?:{notions:revenue})"
    r"(?:\s(?:in|for|this|next)\s[^,;.]{2,30}?)?\sby" + _FILLED
)
_LOWERED = Construction(
    r"(?:{notions:revenue})\s[^,;.]{0,40}?\b(?:be|been|was|were|being)\s(?:[a-z]+ly\s)?{cutting}\sby\s(?:[“\"]\s?)?(?:{grammar:focus|additive|bounds:*}\s)*\Z"
)
_LEFT = Construction(r"\b(?i:{being-left-with})\s(?:(?:it|them|him|her|the\s[a-z-]+|[A-Z][\w&.-]*)\s)?with" + _FILLED)
_IN_HAND = Construction(r"\s{in-hand}\b|(?:\s(?:by|at|in|as\sof)\s[^,;.]{2,30})?\s?(?:[.;]|\n|\Z)")
_REMAINED = Construction(
    r"\s(?:(?:{grammar:modal|grammar:auxiliary}|still)\s){0,2}{being-left}(?=\s?[.,;]|\s(?:in|at|by|on|after)\b|\Z)"
)
_ONLY = Construction(
    r"\b(?i:{grammar:focus})\s(?:{bounds:*}\s)?\Z",
)
_IN_CASH = Construction(r"\sin\s{paid-in}\b")
_HAS = Construction(r"\b(?:{verbs:having|notions:hold}|with)" + _FILLED)
_TRADED = Construction(r"\b(?:{trading}|{verbs:moving})\s(?:{bounds:*}\s)?\Z")
_TREND = Construction(r"(?:\s\([^()]{2,20}\),?|,\sor\s[\d.]+(?:%|\s?{units:percent}),)?\s{stock-trend}\b")
_LARGE, _REACH = 1_000_000, 100


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb before an amount with what it leads to behind: what it tells in place of which measures."""

    measure: str
    over: frozenset[str]
    stands: Callable[[Sight], bool]


@asked(MONEY)
def framed(sight: Sight, best: Reading) -> Reading | None:
    """Read an amount by the frame that it stands in, None where it stands in none."""
    for frame in _FRAMES:
        if best.measure in frame.over and frame.stands(sight):
            return Reading(frame.measure, LEAST, "framed", sight.figure.span, frame=best.frame)
    return None


def _is_large(sight: Sight) -> bool:
    return sight.figure.quantity.value >= _LARGE


def _settles(sight: Sight) -> bool:
    """Tell whether so much is paid to end a dispute: "pay $9m, including a fine, to settle claims"."""
    text, end = sight.read.text, sight.figure.span.end
    return _TO_SETTLE.match(text, end) is not None and _PAYS.search(text, *sight.lead(_REACH)) is not None


def _invests(sight: Sight) -> bool:
    """Tell whether so much is put into a company, whatever it agrees to besides: "invests $9bn in Acme, in a deal"."""
    text, end = sight.read.text, sight.figure.span.end
    if not _is_large(sight) or not _INVESTS.search(text, *sight.lead(_REACH)):
        return False
    found = _IN_WHOM.match(text, end)
    if found is None:
        return False
    whom = Span(*found.span("whom"))
    thing = found["whom"][:1].isupper() and any(hit.sign.weight and hit.span.overlaps(whom) for hit in sight.told)
    return not thing and _is_firm(whom, sight)


def _state_gives(sight: Sight) -> bool:
    """Tell whether a government gives a company so much: "the ministry granted the start-up $9bn"."""
    text, end = sight.read.text, sight.figure.span.end
    found = _GIVES.search(text, *sight.lead(_REACH)) if _is_large(sight) else None
    if found is None or (found["state"] and not _is_state(Span(*found.span("state")), sight)):
        return False
    if found["whom"].strip():
        return any(_is_firm(word, sight) for word in _words(Span(*found.span("whom")), text))
    behind = _TO_WHOM.match(text, end)
    return behind is not None and _is_firm(Span(*behind.span("whom")), sight)


def _hits(sight: Sight) -> bool:
    """Tell whether sales lose so much: "could take a $9bn hit", "would cut sales by $9bn"."""
    text, end, lead = sight.read.text, sight.figure.span.end, sight.lead(_REACH)
    hit = _HIT.match(text, end) and _HITS.search(text, *lead)
    return bool(hit or _LOWERS.search(text, *lead) or _LOWERED.search(text, *lead))


def _is_left(sight: Sight) -> bool:
    """Tell whether somebody has no more money than this: "left it with just $9m in reserve", "only $9m remained"."""
    text, end, lead = sight.read.text, sight.figure.span.end, sight.lead(_REACH)
    if _ONLY.search(text, *lead) and _REMAINED.match(text, end):
        return True
    return _LEFT.search(text, *lead) is not None and _IN_HAND.match(text, end) is not None


def _is_paid_in_cash(sight: Sight) -> bool:
    """Tell whether so much of a price is paid in cash: "bought Acme for shares and $9bn in cash"."""
    buys = any(hit.sign.code == "buy-company" and hit.span.end < sight.figure.span.start for hit in sight.told)
    if not buys and not _PAYS.search(sight.read.text, *sight.lead(_REACH)):
        return False
    held = _HAS.search(sight.read.text, *sight.lead(_REACH))
    return _IN_CASH.match(sight.read.text, sight.figure.span.end) is not None and held is None


def _moves(sight: Sight) -> bool:
    """Tell whether a share moved by so much: "closed $9 lower"."""
    text, end = sight.read.text, sight.figure.span.end
    if not may_cost_a_share(sight.figure) or not _TREND.match(text, end):
        return False
    return _TRADED.search(text, *sight.lead(_REACH)) is not None


def _is_firm(stretch: Span, sight: Sight) -> bool:
    """Tell whether a word is a noun for a company, or a name that is one of nothing else."""
    word = stretch.of(sight.read.text)
    if not word[:1].isupper():
        return is_firm(word)
    return all(name.entity.kind in FIRMS for name in sight.read.within(sight.read.names, stretch))


def _is_state(stretch: Span, sight: Sight) -> bool:
    return any(name.entity.kind in ("Authority", "Place") for name in sight.read.within(sight.read.names, stretch))


def _words(stretch: Span, text: str) -> list[Span]:
    """Return the places of the words of a stretch."""
    found, at = [], stretch.start
    for word in stretch.of(text).split():
        at = text.index(word, at)
        found.append(Span(at, at + len(word)))
        at += len(word)
    return found


_FRAMES = (
    Frame(_SETTLED, _CONTRACTS | {OTHER, "spending", "fine", _TAKEOVER}, _settles),
    Frame(_INVESTED, _CONTRACTS | _BUDGETS | {OTHER, "equity-stake-value", "ai-infrastructure-spending"}, _invests),
    Frame(_SUBSIDY, frozenset({OTHER, _INVESTED, "funding-round"}), _state_gives),
    Frame("loss", frozenset({OTHER, _INVESTED, "revenue", "cloud-revenue", "advertising-revenue"}), _hits),
    Frame(_CASH, _CONTRACTS | {OTHER, "funding-round", "spending"}, _is_left),
    Frame(_TAKEOVER, frozenset({_CASH, "equity-stake-value"}), _is_paid_in_cash),
    Frame("stock-price-change", frozenset({OTHER, "price-per-share", "price"}), _moves),
)
"""The frames, the one that is asked first before the others."""

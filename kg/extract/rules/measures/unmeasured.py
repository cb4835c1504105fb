"""Figures of nouns that no measure stands for, whatever words stand near: "a 9% premium", "$9 billion in deposits"."""

from kg.extract.rules.measures.frames import CHANGE, LEVEL
from kg.extract.rules.measures.kinds import MONEY, unit_kind
from kg.extract.rules.measures.modifiers import word_behind
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import words

_REACH, _FAR = 40, 80
_APPS, _UNMEASURED = "standalone-ai-apps", "unmeasured"
_RATE_IS = Construction(
    r"\s(?:{grammar:auxiliary}\s)?(?:{verbs:moving|change-verb|grammar:be|notions:amounts-to|notions:change})"
    r"(?:\s(?:to|at|by|from))?\s(?:{grammar:focus|bounds:*}\s)*"
)
_KINDS = 1000
"""Fewer than these are kinds of a thing when they are launched: "will launch 18 new cars"."""
_THOSE = "those"
"""Stands for the noun told before, which alone tells the measure: "prices of A rose 4% and those of B 9%"."""
_OF_UNMEASURED = Construction(r"\s(?:of|in)\s(?:[\w’'&-]+\s){0,5}?{unmeasured-whole}\b(?!\s{notions:market})")
_INVENTORY = Construction(r"\b{inventory}(?:\s(?:of|at|{attaining}))?\s(?:{grammar:focus|bounds:*}\s){0,2}\Z")
_IN_STORE = Construction(r"(?:\s(?:that\s)?(?:it|they|[A-Z][\w&.-]*)\s{verbs:having|notions:hold})?\s{in-store}\b")
_WITHIN = Construction(r"\b(?:in|into|inside|across)\s(?:{grammar:focus|bounds:*}\s){0,2}\Z")
_CARRIERS = frozenset({"phone", "vehicle"})
_LAUNCHES = Construction(r"\b{launching}\s(?:{grammar:focus|bounds:*}\s){0,2}\Z")
_UNMEASURED_MONEY = Construction(
    r"\s(?:(?:worth\s)?(?:in|of)\s)(?:(?!(?:an?|the|its|their)\s)[\w’'-]+\s){0,3}?{notions:unmeasured-money}\b"
    r"|\sworth\sof\s(?:[\w’'-]+\s){0,2}?{inventory}\b"
)
_WRITES_DOWN = Construction(r"\b(?i:{writing-down|writing-off})\s(?:{grammar:focus|additive|bounds:*}\s)*\Z")
"""What makes the worth of goods in store a charge: "wrote down $9 billion of inventory"."""
_HEADED_MONEY = Construction(r"[\s-](?P<modifiers>(?:[a-z-]+\s){0,2}?){notions:unmeasured-money}\b")
"""A noun that the amount itself modifies: "a $9 billion reverse termination fee"."""
_OF_UNMEASURED_MONEY = Construction(
    r"\b(?i:{notions:unmeasured-money})\s"
    r"(?:(?:of|at|(?:{grammar:be}\s)?{fixing}\sat|{attaining}|worth)|(?:{grammar:be|notions:amounts-to}|{change-verb}\sto)(?:\s(?:to|at))?)"
    r"\s(?:{grammar:focus|bounds:*|extreme}\s)*\Z"
)


_MODIFIED = Construction(r"\s(?:[a-z-]+\s){1,2}?{notions:unmeasured}\b(?=\s?[.,;:)]|\s(?P<next>[a-z]+)|\Z)")
_LEAVING = Construction(r"\b(?:plus\sor\sminus|plus/minus|{leeway})\s(?:[a-z]+\s){0,2}\Z|±\s?\Z")
_MARK = Construction(
    r"\b{surpassing}\s(?:(?:(?!(?:by|and|but|as|after|with|while)\s)[\w’'&.-]+\s){0,5}?{expectation|outlook}\s"
    r"(?:(?!(?:and|but|as|after|with|while)\s)[$€£¥]?[\w’'&.-]+\s){0,3}?)?by\s(?:{grammar:focus|bounds:*}\s){0,2}\Z"
)
_OFF_MARK = Construction(
    r"\s(?:{off-a-mark}\sthan|{beside-mark|over-mark})\s"
    r"(?:(?!(?:and|but|as|after|with|while|a|last|in)\s)[\w’'&-]+\s){0,4}?{expectation|outlook|forecasts:verb}\b"
)
"""Behind how far off a foreseen value something is: "3% higher than analysts' projections", "2% below consensus"."""


def measures_else(sight: Sight, asked: str | None) -> bool:
    """Tell whether a percentage is one of a noun that no measure stands for: "a 9% premium", "coal stocks rose 9%"."""
    figure = sight.figure
    if heads_else(sight, asked) or _is_stored(sight):
        return True
    if figure.quantity.unit != "percent":
        return False
    if asked == LEVEL and _OF_UNMEASURED.match(sight.read.text, figure.span.end):
        return True
    return _modifies_else(sight)


def _modifies_else(sight: Sight) -> bool:
    """Tell whether a noun without a measure is what a percentage is of: "a 9% takeover premium", "turnout is 9%"."""
    nouns, text, end = words("notions", "unmeasured"), sight.read.text, sight.figure.span.end
    if sight.head is not None and sight.head.word in nouns:
        return True
    if word_behind(text, end) in nouns or _leads_to_it(sight):
        return True
    behind = _MODIFIED.match(text, end)
    if behind is None:
        return False
    known = grammar()
    function = any(known.function(word) for word in behind[0].split()[:-1])
    return not function and (behind["next"] is None or known.function(behind["next"]))


def _leads_to_it(sight: Sight) -> bool:
    """Tell whether such a noun stands right before the verb of a percentage: "and the jobless rate rose to 9%"."""
    start, fold = sight.figure.span.start, sight.read.fold
    ahead = (hit for hit in sight.told if hit.sign.code == _UNMEASURED and start - _REACH < hit.span.end < start)
    return any(_RATE_IS.fullmatch(fold, hit.span.end, start) for hit in ahead)


def is_off_mark(sight: Sight) -> bool:
    """Tell whether a percentage says how far off a mark is: "plus or minus 2%", "beat estimates by 9%"."""
    start, fold = sight.figure.span.start, sight.read.fold
    if sight.figure.quantity.unit != "percent":
        return False
    if _OFF_MARK.match(fold, sight.figure.span.end):
        return True
    lead = max(0, start - _FAR), start
    return _LEAVING.search(fold, *lead) is not None or _MARK.search(fold, *lead) is not None


def is_unmeasured_money(sight: Sight) -> bool:
    """Tell whether an amount is one of a noun that no measure stands for: "$9bn in deposits", "premiums of $9bn"."""
    figure, text = sight.figure, sight.read.text
    start = figure.span.start
    if unit_kind(figure.quantity.unit) != MONEY:
        return False
    led = _OF_UNMEASURED_MONEY.search(text, max(0, start - _FAR), start)
    if _WRITES_DOWN.search(text, max(0, start - _REACH), start):
        return False
    headed = _HEADED_MONEY.match(text, figure.span.end)
    if headed and not any(grammar().function(word) for word in headed["modifiers"].split()):
        return True
    return led is not None or _UNMEASURED_MONEY.match(text, figure.span.end) is not None


def _is_stored(sight: Sight) -> bool:
    """Tell whether what is counted is neither bought nor sold: "an inventory of 700,000 phones", "launch 18 cars"."""
    start, quantity = sight.figure.span.start, sight.figure.quantity
    if quantity.unit != "count":
        return False
    before = max(0, start - _REACH), start
    if quantity.value < _KINDS and _LAUNCHES.search(sight.read.fold, *before) and not _counts(sight, _APPS):
        return True  # "rolled out 20 AI apps"
    counted = sight.figure.noun or sight.figure.span
    if _WITHIN.search(sight.read.fold, *before) and _counts(sight, *_CARRIERS):
        return True  # "parts that are built into 900 cars"
    behind = _IN_STORE.match(sight.read.fold, counted.end)
    return behind is not None or _INVENTORY.search(sight.read.fold, *before) is not None


def _counts(sight: Sight, *notions: str) -> bool:
    """Tell whether what is counted is named by one of these notions, or by the name of a measure."""
    noun = sight.figure.noun
    return noun is not None and any(hit.sign.code in notions and noun.overlaps(hit.span) for hit in sight.told)


def heads_else(sight: Sight, asked: str | None) -> bool:
    """Tell whether a change is one of a noun that no word tells a measure of: "coal stocks rose 9%"."""
    head = sight.head
    named = asked == CHANGE and head is not None and (not head.vague or head.word == _THOSE)
    return named and not sight.heads(hit for hit in sight.told if hit.sign.weight)

"""Words that grammar ties to an amount, whatever else stands nearer: its noun, what it is paid for, whose worth it is.

"a $300bn contract", "a loss of $2 million", "$4 billion in new debt", "sold the unit to Acme for $4 billion", "a stake
in Acme worth $4 billion".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.kinds import MONEY, RANK, unit_kind
from kg.extract.rules.measures.notions import LATER, Hit
from kg.extract.rules.measures.terms import has_narrower
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon import codes
from kg.lexicon.wordlists import words
from kg.model import Span

HEAD = 2.1
"""How much more the noun tells that the amount itself modifies."""
OBJECT = 2.6
"""How much more the verb tells whose object the amount is: "the $9bn it will spend"."""
GOVERNS = 1.6
"""How much more a noun tells that "of", for values "at", ties to the amount ("a yield of only 50%")."""
COMPLEMENT = 1.25
"""How much more two words tell of which one stands in what the amount goes into."""
PAID = 0.85
"""How near, at least, the word for the trade is to what is paid "for" something."""
_OF_AMOUNT = Construction(r"s?\s(?:{level}\s)?(?:of|{attaining})\s(?:[a-z]+\s){0,2}")
_REACHES_AMOUNT = Construction(r"s?\s(?:{attaining|lying-above})\s")
"""What stands between a noun and its amount where it says how large that is: "a market value exceeding $9bn"."""
_OF_OTHER = re.compile(r"(?:(?<=of)|s?\sof)\s(?:[a-z]+\s){0,2}")
_AT_AMOUNT = re.compile(r"\s(?:(?:[\w’'.-]+\s){0,6}at\s)?(?:[a-z]+\s){0,3}")
_ARTICLE = re.compile(r"(?:\b(?i:an?|the|its|their|this|that|another)|['’]s)\s(?:[a-z]+\s)?\Z")
_ARTICLE_REACH = 24
_TO_HEAD = Construction(
    r"[ -]|,\s(?:[\w.,]+-)+\w+\s(?:[a-z]+\s)?"
    r"|\s(?:a\s{time-nouns:unit}|worth\sof|(?:\w+-)+\w+|(?-i:[A-Z]{2,4}|[QH][1-4]))\s",
    re.IGNORECASE,
)
_FAR_HEAD = Construction(
    r"[\s-](?:(?!(?:{grammar:preposition|grammar:conjunction|grammar:subordinator|grammar:auxiliary|grammar:pronoun}|{time-nouns:unit}|[a-z]+ed)\b)[a-z-]+\s){1,2}"
)
"""What stands between an amount and the last noun of what it modifies: "a $9 billion battery factory"."""
_HEAD_ENDS = Construction(
    r"s?(?:\s?[.,;:)—–]|\n|\Z|\s(?:{grammar:preposition|grammar:conjunction|grammar:subordinator|grammar:auxiliary|grammar:time}|[A-Z0-9]|that|which|last|this))"
)
_OBJECT_OF = Construction(
    r"\s(?:(?:that|which)\s)?"
    r"(?:{grammar:pronoun}|(?:the|its|their)\s[a-z-]+|[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,2})\s"
    r"(?P<helped>(?:(?:{grammar:auxiliary|grammar:modal|grammar:adverb|planning}|to)\s){0,4})"
)
"""What stands between an amount and the verb whose object it is: "the $9 billion that Acme plans to spend"."""
_MADE_OF = re.compile(
    r"\s(?:worth of|in|of)\s(?:[A-Z][a-z]+\s)?"
    r"(?:(?!(?:an?|the|its|their|his|her|our|this|that|these|those)\s)[a-z-]+\s){0,2}"
)
_OF_IT = re.compile(
    LATER + r"\s(?:of\s(?:what\s(?:[\w’'&.-]+\s){1,5}(?:on|in|for)\s)?|(?=(?:its|their)\s))"
    r"(?:(?!(?:when|as|after|while|if|who|that|which|and|or|in|on|for|to|at|by|from|with|were|was|is|are)\s)"
    r"[\w’'.-]+\s){0,5}"
)
_INTO = re.compile(
    r"\s(?:(?:in\s(?:19|20)\d\d|(?:this|next)\syear),?\s)?(?:[a-z]+ly\s)?(?:in|into|on|for|towards?)\s(?:[\w’'.()&-]+\s){0,3}"
)
_OF_HEAD = re.compile(r"\s[a-z]+\s(?:to\s[a-z]+\s)?(?:in|into|on|for|of|towards?)\s(?:[\w’'.()&-]+\s){0,3}")
"""What stands between an amount and what its noun is for: "a $300bn investment in AI infrastructure"."""
_APART = re.compile(r"[a-z]{3}|,")
_WORD_BEFORE = re.compile(r"([a-z]+)\s\Z")
_PART_OF_IT = Construction(
    r"\sof\s(?:it|that|this|which|them|the\s{amount})\s(?:[a-z]+\s){0,3}?(?:on|for|to|into|in|towards?)\s(?:[\w’'.&-]+\s){0,3}"
)
_OFFERS = Construction(r"\b{offering-sum}\s(?:[a-z]+\s){0,4}\Z")
_IN_NOUN = re.compile(r"\sin\s(?!(?:the|a|an|all|total)\s)[a-z]+")
_OF_ALL_ITS = re.compile(r"\s(?:out\s)?of\s(?:its|their)\s(?:[a-z]+\s){0,2}")
"""What stands between a part and all that somebody has of a thing, which one noun tells: "90 of its 600 shops"."""
_FOR = re.compile(r"\bfor\s(?:an?\s)?(?:[a-z]+\s){0,3}\Z")
_WORTH = Construction(r"\b(?i:{valued})\s(?:[a-z]+\s){0,4}\Z")
_REACH = 40
_WHOSE = re.compile(
    r"s?,?\s(?:(?:of|in|with|by|from|for|behind|between|around|under)\s[\w’'&.-]+\s(?:[\w’'&.-]+\s){0,5})?"
    r"(?:(?:that|which)\s)?(?:(?:will|would|could|may|might|be|is|was|are|were|now|[a-z]+ly)\s){0,3}"
)
_WHOSE_REACH = 60
_FRONTED = re.compile(r",\s(?:the|its|this|that)\s(?:[\w-]+\s){0,2}")
"""What parts an amount that opens the sentence from that whose worth it is: "Valued at $5m, the contract"."""
_OF_ELSE = re.compile(r"[a-z]\sof\s(?:[\w’'-]+\s){0,2}\Z")
"""What makes a word the complement of a noun before it, whose worth it is then: "a maker of chips"."""


@dataclass(frozen=True, slots=True)
class Worth:
    """The words "worth" or "valued at" before an amount, and the noun for that whose worth it is."""

    span: Span
    whose: Hit


def worth(figure: Figure, sentence: Span, told: Iterable[Hit], text: str) -> Worth | None:
    """Return whose worth an amount is, where a deal, a stake or a thing is and no company: "a contract worth $5m"."""
    found = _WORTH.search(text, max(0, figure.span.start - _REACH), figure.span.start)
    if found is None:
        return None
    for hit in told:
        if not hit.sign.notion or hit.sign.code not in _with("hasWorth"):
            continue
        near = 0 < found.start() - hit.span.end <= _WHOSE_REACH
        if found.start() == sentence.start and _FRONTED.fullmatch(text, figure.span.end, hit.span.start):
            return Worth(Span(found.start(), figure.span.start), hit)
        of_else = _OF_ELSE.search(text, max(0, hit.span.start - _REACH), hit.span.start)
        if near and not of_else and _WHOSE.fullmatch(text, hit.span.end, found.start()):
            return Worth(Span(found.start(), figure.span.start), hit)
    return None


def paid(figure: Figure, sentence: Span, text: str) -> int | None:
    """Return where the word "for" stands by which an amount is a price, None without one."""
    found = _FOR.search(text, max(sentence.start, figure.span.start - _REACH), figure.span.start)
    return found.start() if found else None


def trades(hit: Hit) -> bool:
    """Tell whether a word is one for a trade in which something is paid (`kg:hasPrice`)."""
    return hit.sign.notion and hit.sign.code in _with("hasPrice")


def may_be_worth(hit: Hit) -> bool:
    """Tell whether a word is one for a thing or deal that may be worth something (`kg:hasWorth`)."""
    return hit.sign.notion and hit.sign.code in _with("hasWorth")


def may_tell(hit: Hit, figure: Figure) -> bool:
    """Tell whether a word stands where its notion wants it: some must touch the figure (`kg:touches`)."""
    if not _touches(hit):
        return True
    return hit.span.start <= figure.span.end + 1 and hit.span.end > figure.span.start


def tie(hits: Sequence[Hit], figure: Figure, value: Worth | None, text: str) -> float:
    """Return how much more words tell that are tied to the amount, 1 where none is."""
    if any(_has_as_object(hit, figure, text) for hit in hits):
        return OBJECT
    return _tie_to_noun(hits, figure, value, text)


def _tie_to_noun(hits: Sequence[Hit], figure: Figure, value: Worth | None, text: str) -> float:
    several = len(hits) > 1
    if any(is_head(hit, figure, text) for hit in hits) or (
        several and all(_of_head(hit, figure, text) for hit in hits)
    ):
        return HEAD
    if value and any(hit.span == value.whose.span for hit in hits):
        return GOVERNS
    if any(_made_of(hit, figure, text) for hit in hits) or _part_of(hits, figure, text):
        return GOVERNS
    if (several or any(not hit.sign.notion for hit in hits)) and any(_completes(hit, figure, text) for hit in hits):
        return COMPLEMENT
    if len(hits) != 1:
        return 1
    tied = _AT_AMOUNT if hits[0].sign.code == "value" else _OF_AMOUNT
    led = tied.fullmatch(text, hits[0].span.end, figure.span.start) is not None
    return GOVERNS if led or _reaches(hits[0], figure, text) else 1


def _has_as_object(hit: Hit, figure: Figure, text: str) -> bool:
    """Tell whether a word is the verb of a clause about the amount: "the $9 billion it plans to spend"."""
    behind = hit.sign.notion and figure.span.end < hit.span.start <= figure.span.end + _REACH
    if not behind or unit_kind(figure.quantity.unit) != MONEY or not _has_article(figure, text):
        return False
    found = _OBJECT_OF.fullmatch(text, figure.span.end, hit.span.start)
    if found is None:
        return False
    verb = hit.span.of(text)
    return bool(found["helped"]) or verb.endswith("ed") or verb in grammar().finite


def _reaches(hit: Hit, figure: Figure, text: str) -> bool:
    found = _REACHES_AMOUNT.match(text, hit.span.end) if hit.span.end + 1 == figure.span.start else None
    return found is not None and found.end() == figure.number.start


def _completes(hit: Hit, figure: Figure, text: str) -> bool:
    """Tell whether a word stands in what the amount goes into: "pour $4 billion into Nvidia chips"."""
    behind = hit.span.start > figure.span.end and figure.quantity.unit != "percent"
    return behind and _INTO.fullmatch(text, figure.span.end, hit.span.start) is not None


def _of_head(hit: Hit, figure: Figure, text: str) -> bool:
    """Tell whether a word says what the noun is for that an amount with an article modifies."""
    return _has_article(figure, text) and _OF_HEAD.fullmatch(text, figure.span.end, hit.span.start) is not None


def taken(hit: Hit, figure: Figure, others: Sequence[Figure], text: str) -> bool:
    """Tell whether a word belongs to another amount: "paid $2bn, with $3bn in debt", "$2bn in debt and $3bn"."""
    if text.startswith(", ", figure.span.end) and is_head(hit, figure, text):
        return False  # "a $9bn, 300-megawatt data centre"
    if len(others) <= 1:
        return False  # the figure alone
    ahead = [other for other in others if other.span.end < hit.span.start and hit.span.end < figure.span.start]
    if any(_is_else(other, figure, text) and _made_of(hit, other, text) for other in ahead):
        return True
    behind = [
        other
        for other in others
        if figure.span.end < other.span.start
        and other.role != "from"
        and other.quantity.unit != RANK
        and not _OF_ALL_ITS.fullmatch(text, figure.span.end, other.span.start)
    ]
    for other in behind if figure.quantity.unit != "percent" and hit.span.start >= figure.span.end else ():
        if is_whole(hit, other, text) or _heads(hit, other, text) or _touch(hit, other) or _for_part(hit, other, text):
            return True
    return any(
        _made_of(hit, other, text) and _APART.search(text, figure.span.end, other.span.start) for other in behind
    )


def _touch(hit: Hit, other: Figure) -> bool:
    """Tell whether a word stands right before or behind another amount: "$2bn, borrowing $3bn", "$2bn, $3bn debt"."""
    return hit.span.start == other.span.end + 1 or hit.span.end + 1 == other.span.start


def _for_part(hit: Hit, other: Figure, text: str) -> bool:
    """Tell whether a word says what only a part of an amount is for: "spend $9 billion, half of it on chips"."""
    percent = other.quantity.unit == "percent"
    return percent and _PART_OF_IT.fullmatch(text, other.span.end, hit.span.start) is not None


def _is_else(other: Figure, figure: Figure, text: str) -> bool:
    """Tell whether a figure is no second one of the kind before: it has another unit, a verb or a noun of its own."""
    if other.quantity.unit == "percent":
        return False
    start = figure.span.start
    led = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    known = grammar()
    verb = led is not None and (led[1].endswith(("ed", "ing")) or led[1] in known.finite)
    return verb or other.quantity.unit != figure.quantity.unit or _IN_NOUN.match(text, figure.span.end) is not None


def is_means(hit: Hit, figure: Figure, price: int | None, text: str) -> bool:
    """Tell whether a word says in what a price is paid: "for $9 billion in cash"."""
    paid_in = hit.sign.notion and hit.sign.code in _with("paidIn")
    if not paid_in or _MADE_OF.fullmatch(text, figure.span.end, hit.span.start) is None:
        return False
    start = figure.span.start
    return price is not None or _OFFERS.search(text, max(0, start - _REACH), start) is not None


def is_whole(hit: Hit, figure: Figure, text: str) -> bool:
    """Tell whether a word is what a percentage is a part of: "12% of the group's total revenue"."""
    if figure.quantity.unit != "percent":
        return False
    start = hit.span.start + (len("of") if text.startswith("of ", hit.span.start) else -1)
    return _OF_IT.fullmatch(text, figure.span.end, start + 1) is not None


def _heads(hit: Hit, other: Figure, text: str) -> bool:
    """Tell whether "of" ties the word to another figure behind it: "$9 billion, a gain of 15%"."""
    return _OF_OTHER.fullmatch(text, hit.span.end, other.span.start) is not None


def _made_of(hit: Hit, figure: Figure, text: str) -> bool:
    """Tell whether the word is what the amount consists of: "$4 billion in new debt"."""
    amount = not hit.sign.notion or hit.sign.code in _with("amountNoun")
    return amount and _MADE_OF.fullmatch(text, figure.span.end, hit.span.start) is not None


def part_told(hits: Sequence[Hit], figure: Figure, text: str) -> bool:
    """Tell whether words that need what a figure is a part of have it; "of the company" tells it itself."""
    behind = (hit for hit in hits if text.startswith("of ", hit.span.start))
    told = any(hit.span.start == figure.span.end + 1 for hit in behind)
    return told or not any(_touches(hit) for hit in hits) or _part_of(hits, figure, text)


def _touches(hit: Hit) -> bool:
    return hit.sign.notion and hit.sign.code in _with("touches")


def _part_of(hits: Sequence[Hit], figure: Figure, text: str) -> bool:
    """Tell whether the words say what the figure is a part of: "a third of its tyre sales"."""
    return any(_touches(hit) for hit in hits) and any(
        _OF_IT.fullmatch(text, figure.span.end, hit.span.start) for hit in hits
    )


def is_head(hit: Hit, figure: Figure, text: str) -> bool:
    """Tell whether the word is the noun that an amount with an article modifies ("a $300bn contract")."""
    if not _TO_HEAD.fullmatch(text, figure.span.end, hit.span.start):
        return _is_far_head(hit, figure, text)
    if figure.quantity.unit == "percent" and hit.span.start == figure.span.end + 1:
        return True
    if not hit.sign.notion and unit_kind(figure.quantity.unit) == MONEY:
        return True
    if hit.sign.code in _with("countable") and not text.startswith("s", hit.span.end - 1):
        return True  # one deal has an article in prose, and none only in a headline
    return _has_article(figure, text)


def _is_far_head(hit: Hit, figure: Figure, text: str) -> bool:
    """Tell whether the word is the last noun of those that an amount of money with an article modifies.

    The name of a measure that has narrower ones ("the $9bn overseas investment") leaves it to the rest to tell which.
    """
    start, end = figure.span.end, hit.span.start
    if not start < end <= start + _REACH or unit_kind(figure.quantity.unit) != MONEY:
        return False
    tells = hit.sign.code in _with("countable") | _heading() if hit.sign.notion else not has_narrower(hit.sign.code)
    if not tells:
        return False
    led = _FAR_HEAD.fullmatch(text, start, end) and _HEAD_ENDS.match(text, hit.span.end)
    return bool(led) and _has_article(figure, text)


def _has_article(figure: Figure, text: str) -> bool:
    start = figure.span.start
    return _ARTICLE.search(text, max(0, start - _ARTICLE_REACH), start) is not None


def headed(hits: Sequence[Hit], noun: Span, told: Iterable[Hit], fold: str) -> bool:
    """Tell whether one of the words is the last of a counted noun phrase, where that is a word which tells something.

    "five new car models" counts models, "60 data-centre sites" sites.
    """
    last = noun.of(fold).rsplit(" ", maxsplit=1)[-1]
    start = noun.end - len(last)
    if last in words("notions", "any-count") or any(hit.span.start <= start < hit.span.end for hit in hits):
        return True
    heads = {hit.sign.code for hit in told if hit.sign.notion and hit.span.start <= start < hit.span.end}
    return not heads or any(hit.sign.code in heads for hit in hits)


@cache
def _heading() -> frozenset[str]:
    """Return the notions that tell a measure where the amount modifies them (`kg:headSign`)."""
    measures = codes.scheme("measures").values()
    return frozenset(notion for measure in measures for notion in measure.facts.get("headSign", ()))


@cache
def _with(fact: str) -> frozenset[str]:
    return frozenset(code for code, notion in codes.scheme("notions").items() if "true" in notion.facts.get(fact, ()))

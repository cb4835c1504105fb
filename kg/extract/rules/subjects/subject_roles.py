"""Subjects that a measure asks for by their part in the event: who is fined, who is given money, what is held.

The parts are data (`kg:subjectRole` of `v:measures`).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.names.bodies import COMMERCIAL
from kg.extract.rules.subjects.offered import bid_for
from kg.extract.rules.subjects.traded import country_of_goods
from kg.extract.rules.text.constructions import Construction
from kg.lexicon import codes
from kg.model import Entity, Span

FIGURELESS = frozenset({"Place", "Regulation", "Person", "Outlet"})
"""Classes of names whose figures are only told where a measure asks for them."""
_ONE = re.compile(r"(?:(?P<sign>[^\s\d(]{1,4})\s?1|\b1\s(?P<word>[a-z ]+?))\s*=\s*\Z")
_PAYS = re.compile(r"\s*(?:an?\s(?:[a-z-]+\s){0,2})?")
_TO_WHOM = re.compile(
    r"(?:\s*\([^)]*\))?\s+(?:(?:in\s+|of\s+)?(?:[\w.-]+\s+){1,3})?(?:to|for)\s+"
    r"(?:(?:help|support|aid|fund)\s+)?(?:[\w’'-]+\s+){0,6}\Z"
)
_VALUES = re.compile(
    r"\b(?:valu(?:e|es|ed|ing)|pric(?:e|es|ed|ing)|giv(?:e|es|ing)|gave|put|puts|putting)\s(?:the\s)?\Z"
)
_AT_VALUATION = Construction(
    r",?\s(?:[a-z]+\s){0,3}at\s(?:an?\s)?(?:[a-z-]+\s){0,2}(?:{valuation}\sof\s(?:[a-z]+\s){0,2})?"
)
_WAS_VALUED = Construction(r"\s(?:was|is)\s(?:[a-z]+\s){0,2}?{valued}\s(?:[a-z]+\s){0,3}")
_A_VALUE = Construction(
    r"\b{putting|placing-value}\s(?:an?\s)?(?:[a-z-]+\s)?{notions:price|notions:value}\s(?:of\s)?(?:[a-z]+\s){0,2}\Z"
)
_ON_WHOM = re.compile(r"(?:\s[a-z]+){0,2}\son\s(?:the\s)?(?:[a-z-]+\s){0,4}")
_VALUES_REACH = 16
_DEALT = Construction(
    r"\b(?:in|for|of|into|by|tak(?:e|es|ing)|took|{relation-cues:taking-over})\s(?:the\s)?(?:[A-Z][a-z]+\s(?=[a-z]))?"
    r"(?:(?!{grammar:preposition}\b)[a-z-]+\s){0,4}\Z"
)
_BACKED_BY = Construction(r"\b(?:{headed|relation-cues:backed|relation-cues:lead})\sby\s(?:[\w’'&-]+\s){0,4}\Z")
"""What makes a name that of one who only puts money in: "Acme, backed by Beta, is valued at"."""
_VALUATION_OF = Construction(r"\b{valuation|notions:value}\sof\s(?:the\s)?(?:[a-z-]+\s){0,3}\Z")
_TO_AMOUNT = re.compile(r"\s(?:to|at|from)\s(?:[a-z]+\s){0,3}")
"""What stands around whose value is told: "tripled the valuation of Acme to $9 billion"."""
_WHICH_VALUES = Construction(
    r",\s(?:which|whom)\s(?:(?!(?:{grammar:be|grammar:preposition})\b)[\w’'&.-]+\s){1,5}?{valuing-verb}\s(?:[a-z]+\s){0,2}at\s(?:[a-z]+\s){0,3}"
)
"""What leads from who is valued to the amount by whoever does it: "Acme, which Beta values at $2 billion"."""
_VALUES_THE = re.compile(
    r"\b(?:valu(?:e|es|ed|ing)|pric(?:e|es|ed|ing))\sthe\s(?:[\w’'-]+\s){1,5}?at\s(?:[a-z]+\s){0,3}\Z"
)
"""What values somebody by a noun that stands for nobody by itself: "values the exchange at"."""
_PART_OF = Construction(r"\b(?:{role-noun}|{nouns:company})\sof\s(?:the\s)?(?:[a-z-]+\s){0,3}\Z")
"""What makes a name only whose somebody is: "Acme, a unit of Beta"."""
_BUYS = Construction(r"\b(?:{relation-cues:taking-over}|offer\sfor|bid\sfor)\s(?!by\s)(?:the\s)?(?:[a-z-]+\s){0,3}\Z")
_FOR_SUM = Construction(
    r"\s(?:{dealt-in}\s|outright\s)?(?:for|at)\s(?:[^;,]{1,24},\sor\s)?(?:[a-z]+\s){0,3}"
    r"(?:[^;,]{1,24}?\s(?:an?|per|each)\s{share-word},\s(?:{comparison}|from|against|above|below)\s(?:its|the)\s(?:[\w’'-]+\s){0,6}(?:of|at)\s)?"
)
"""What leads from who is bought to the price, also past the whole sum, or to the price it had before."""
_IS_BOUGHT = re.compile(
    r"\s(?:is|are|was|were|will\sbe|would\sbe|has\sbeen|agreed\sto\sbe|has\sagreed\sto\sbe|is\sto\sbe|to\sbe)\s(?:being\s|set\sto\sbe\s)?"
    r"(?:bought|acquired|purchased|taken\s(?:over|private))\s(?:by\s(?:[\w’'&.-]+\s){1,5}?)?(?:for|at)\s(?:[a-z]+\s){0,3}"
)
"""What leads from who is bought, by whomever, to the price: "Acme is being bought by Beta for $9 a share"."""
_PRICE_GOAL = Construction(r"\b{price-goal}\b")
_GOAL_OF = Construction(r"\b{price-goal}s?\s(?:on|for|of)\s(?:[a-z-]+\s){0,3}\Z")
"""Behind what the company stands that a price target is for, whoever set it."""
THE_DEAL = Construction(r"(?:The|This|That)\s(?:[\w-]+\s){0,3}?{notions:transaction}\b")
_DEALT_REACH = 60
_AT = re.compile(
    r"(?:['’]s)?(?:,\s[^,;]{3,50},)?\s(?:(?:[a-z-]+\s){0,3}at|an?(?:\s(?:[a-z-]+\s){1,4}of)?)\s(?:[a-z]+\s){0,3}"
)
_LAID_ON = Construction(
    r"(?:\s\([^)]*\))?\s(?:(?!and\b)[a-z-]+\s){0,4}?(?:on|against|for(?!\s[a-z]+ing\b)|{meting-out}\sto)\s(?!(?:its|their)\s\Z)(?:(?!to\b)[a-z-]+\s){0,4}?(?:(?:from|by|of)\s)?(?:the\s)?(?:[A-Z][\w-]*\s[a-z-]+\s)?"
)
_MADE_WITH = re.compile(r"(?:\s\([^)]*\))?\s(?:[a-z-]+\s){1,3}with\s(?:the\s)?(?:[a-z-]+\s){0,4}")
"""What stands between the price of peace and who pays it to an authority: "a $9 million settlement with Acme"."""
_GOODS_FROM = re.compile(r"\bon\s(?:all\s)?(?:[a-z-]+\s){0,3}?[a-z-]+s\sfrom\s(?:the\s)?\Z")
"""What stands between a burden and the country whose goods it is laid on: "the tariff on goods from Freedonia"."""
_ROUND_OF = re.compile(
    r"(?:\s\([^)]*\))?\s(?:[\w-]+\s){0,3}(?:round|funding|financing|investment)\s(?:for|in|of|at)\s(?:the\s|an?\s)?(?:[\w’'-]+\s){0,5}"
)
_APPOSED_ROUND = re.compile(
    r"\s(?:[\w-]+\s){0,2}(?:round|funding|financing)\s(?:for|in|of|at)\s(?:the\s|an?(?:other)?\s)?(?:[\w’'-]+\s){0,5}[\w’'-]+,\s"
)
"""What parts a round from whose it is, past a noun for that: "a $9 million round for another start-up, Acme"."""
_FOR_OWN = Construction(
    r"(?:\s[a-z]+){0,2}\sfor\s(?:his|her|their)\s(?:[\w-]+\s){0,4}?{nouns:company|nouns:startup},?\s"
)
"""What parts a sum from whose it is where a founder raises it: "raised $9 million for her new start-up, Acme"."""
_LEADING = Construction(
    r"(?:,|\b(?:after|before|by|when|while))\s(?:it\s|having\s)?{relation-cues:lead|relation-cues:join}\s(?:an?|the|its)\s(?:[a-z-]+\s){0,3}\Z"
)
"""What one who backs somebody told of before does with a round: "took a stake in Acme after leading a"."""
_IN_ROUND = re.compile(
    r",?\s(?:as\spart\sof|in|through|during|via|under)\s(?:an?|the|its)\s(?:[a-z-]+\s){0,4}?round\s"
    r"(?:(?:that|which)\s(?:[a-z]+\s){0,4}|of\s|worth\s)?"
)
"""What stands between whose a round is and its size: "put money in Acme, as part of a round that may raise"."""
_AWARDS = re.compile(
    r"\b(?:award(?:s|ed|ing)?|hand(?:s|ed|ing)?|g[ai]ve|gives|giving|grant(?:s|ed|ing)?)\s(?:[\w-]+\s){0,3}\Z"
)
_CEDES = Construction(r"\b{ceding}\s(?:the\s)?(?:[a-z-]+\s){0,2}\Z")
_A_PART = Construction(r"(?:\swith)?\s(?:an?\s|up\sto\s|as\smuch\sas\s)?(?:[a-z-]+\s){0,2}")
"""What stands around who is given a part of a company: "giving Acme a 9% stake"."""
_AWARDED_TO = re.compile(r"\s(?:[\w-]+\s){1,4}?to\s(?:the\s)?")
_OF_WHOLE = re.compile(r"\sof\s(?:the\s)?(?:[a-z-]+\s){0,3}?")
_IN_STAKE = re.compile(r"\s+(?:[\w’'-]+\s+){0,4}(?:in|of)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}\Z")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The subject of a figure, the rule that found it and where it stands; an entity of None is not known."""

    entity: Entity | None
    rule: str
    span: Span | None = None


UNKNOWN = Chosen(None, "unknown-subject")
MARKET = Chosen(None, "market")
"""No subject, as the figure is a whole market's."""


def by_role(role: str, figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return who plays `role`, None for another role or where none does.

    The roles are "currency", "patient", "recipient", "valued", "target", "funded", "bought",
    "awarded", "held", "holder", "settling" and "whole";
    `names` are those of the figure's sentence, in order.
    """
    if role == "currency":
        return _currency(figure, read)
    if role == "patient":
        return _patient(figure, names, read.text)
    if role == "recipient":
        return _patient(figure, names, read.text) or _recipient(figure, names, read)
    found = _NAMED.get(role)
    return found(figure, names, read) if found else None


def _currency(figure: Figure, read: Annotated) -> Chosen | None:
    """Return the currency that an exchange rate prices: US dollar of "($1 = 0.92 euros)"."""
    found = _ONE.search(read.text, max(0, figure.span.start - 20), figure.span.start)
    for concept in codes.scheme("currencies").values() if found else ():
        signs = ("".join(sign.split()) for sign in concept.facts.get("sign", ()))
        if found and (found["sign"] or found["word"]) in (*concept.words, *signs, concept.code):
            return Chosen(Entity(concept.label, "Currency"), "exchange", Span(*found.span()))
    return None


def _patient(figure: Figure, names: Sequence[Name], text: str) -> Chosen | None:
    """Return who is made to pay: Acme of "fined Acme $2 million"."""
    for name in names:
        beside = name.span.end <= figure.span.start and _PAYS.fullmatch(text, name.span.end, figure.span.start)
        if beside and name.entity.kind not in FIGURELESS:
            return Chosen(name.entity, "patient", name.span)
    return None


def _valued(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return who is valued: Beta of "a deal that values Beta at $2 billion"."""
    for name in reversed([name for name in names if name.span.end <= figure.span.start]):
        ahead = _VALUES.search(read.text, max(0, name.span.start - _VALUES_REACH), name.span.start)
        if ahead and name.entity.kind not in FIGURELESS and _AT.fullmatch(read.text, name.span.end, figure.span.start):
            described = name.how in ("description", "pronoun")
            meant = (_dealt_in(name.span.start, names, read) or _told_of(name, read)) if described else None
            return Chosen((meant or name).entity, "valued", (meant or name).span)
        gap = name.span.end, figure.span.start
        if name.entity.kind in COMMERCIAL and _WHICH_VALUES.fullmatch(read.text, *gap):
            return Chosen(name.entity, "valued", name.span)
        owned = _VALUATION_OF.search(read.text, max(0, name.span.start - _DEALT_REACH), name.span.start)
        if owned and _TO_AMOUNT.fullmatch(read.text, *gap) and name.entity.kind in COMMERCIAL:
            return Chosen(name.entity, "valued", name.span)
    return (
        _valued_when(figure, names, read)
        or _valued_at(figure, names, read)
        or _valued_behind(figure, names, read)
        or _valued_as(figure, names, read)
    )


def _valued_as(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return who is dealt in where a noun that stands for nobody is valued: "bought Beta, valuing the exchange"."""
    found = _VALUES_THE.search(read.text, max(0, figure.span.start - _DEALT_REACH), figure.span.start)
    meant = _dealt_in(found.start(), names, read) if found else None
    return Chosen(meant.entity, "valued", meant.span) if meant else None


def _valued_when(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return who was worth so much when money was put into it: "backed Beta when the start-up was valued at"."""
    for name in reversed([name for name in names if name.span.end <= figure.span.start]):
        described = name.how in ("description", "pronoun")
        if described and _WAS_VALUED.fullmatch(read.text, name.span.end, figure.span.start):
            meant = _dealt_in(name.span.start, names, read)
            return Chosen(meant.entity, "valued", meant.span) if meant else None
    return None


def _valued_at(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return who is valued where money is put into it: Beta of "put $3 billion into Beta at a value of $9 billion"."""
    for name in reversed([name for name in names if name.span.end <= figure.span.start]):
        if not _AT_VALUATION.fullmatch(read.text, name.span.end, figure.span.start):
            continue
        ahead = read.text[max(0, name.span.start - _DEALT_REACH) : name.span.start]
        if _BACKED_BY.search(ahead):
            continue
        dealt = _DEALT.search(ahead)
        return Chosen(name.entity, "valued", name.span) if dealt and name.entity.kind == "Company" else None
    return None


def _valued_behind(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return on whom a value is put: Beta of "a deal that puts a value of $2 billion on Beta"."""
    if not _A_VALUE.search(read.text, max(0, figure.span.start - _DEALT_REACH), figure.span.start):
        return None
    others = [name for name in names if name.entity.kind not in FIGURELESS]
    return _behind(_ON_WHOM, figure, others, read.text, "valued")


def _behind(between: re.Pattern[str], figure: Figure, names: Sequence[Name], text: str, rule: str) -> Chosen | None:
    """Return the first name behind the figure that these words alone part from it."""
    for name in names:
        if name.span.start > figure.span.end and between.fullmatch(text, figure.span.end, name.span.start):
            return Chosen(name.entity, rule, name.span)
    return None


def _dealt_in(described: int, names: Sequence[Name], read: Annotated) -> Name | None:
    """Return the company that money is put into or paid for before the sentence says "valuing the company"."""
    ahead = [name for name in names if name.span.end <= described and name.entity.kind == "Company"]
    for name in reversed(ahead):
        before = read.text[max(0, name.span.start - _DEALT_REACH) : name.span.start]
        if _DEALT.search(before) and not _PART_OF.search(before) and not _BACKED_BY.search(before):
            return name
    return None


def _told_of(described: Name, read: Annotated) -> Name | None:
    """Return who is bought by the sentence before: Beta of "Acme is buying Beta. The deal values the firm at"."""
    index = read.index_at(described.span.start)
    if not index or not THE_DEAL.match(read.text, read.sentences[index].span.start, described.span.start):
        return None
    before = read.sentences[index - 1].span
    named = [name for name in read.within(read.names, before) if name.entity.kind == "Company"]
    dealt = [
        name
        for name in named
        if _DEALT.search(read.text, max(before.start, name.span.start - _DEALT_REACH), name.span.start)
    ]
    return dealt[0] if len({name.entity for name in dealt}) == 1 else None


def _bought(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return who is bought or reckoned at so much a share: Beta of "to buy Beta for $58 a share"."""
    for name in names if _PRICE_GOAL.search(read.text, *_around(figure)) else ():
        goal = _GOAL_OF.search(read.text, max(0, name.span.start - _DEALT_REACH), name.span.start)
        if goal and name.entity.kind == "Company":
            return Chosen(name.entity, "price-goal", name.span)
    for name in reversed([name for name in names if name.span.end <= figure.span.start]):
        ahead = _BUYS.search(read.text, max(0, name.span.start - _DEALT_REACH), name.span.start)
        gap = name.span.end, figure.span.start
        sold = (ahead and _FOR_SUM.fullmatch(read.text, *gap)) or _IS_BOUGHT.fullmatch(read.text, *gap)
        if sold and name.entity.kind == "Company":
            return Chosen(name.entity, "bought", name.span)
    wanted = bid_for(figure, read)
    return Chosen(wanted.entity, "bid-for", wanted.span) if wanted else None


def _around(figure: Figure) -> tuple[int, int]:
    return max(0, figure.span.start - _DEALT_REACH), figure.span.end + _DEALT_REACH


def _target(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return on whom a burden is laid: "a 30% tariff on goods from Freedonia"."""
    for name in names:
        behind = name.span.start > figure.span.end and name.how != "pronoun"
        if behind and _LAID_ON.fullmatch(read.text, figure.span.end, name.span.start):
            return Chosen(name.entity, "target", name.span)
        ahead = name.span.end <= figure.span.start and name.entity.kind == "Place"
        if ahead and _GOODS_FROM.search(read.text, max(0, name.span.start - _DEALT_REACH), name.span.start):
            return Chosen(name.entity, "target", name.span)
    taxed = country_of_goods(figure, read) if figure.quantity.unit == "percent" else None
    return Chosen(taxed[0], "goods-of", taxed[1]) if taxed else None


def _settling(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return with whom an authority makes peace for money: Acme of "the ministry reached a settlement with Acme"."""
    if not any(name.entity.kind == "Authority" and name.span.end <= figure.span.start for name in names):
        return None
    return _behind(
        _MADE_WITH, figure, [name for name in names if name.entity.kind in COMMERCIAL], read.text, "settling"
    )


def _recipient(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return who is given money: Acme of "a grant of $2 million to Acme", "for the plant that Acme builds"."""
    for name in names:
        between = Span(figure.span.end, max(figure.span.end, name.span.start))
        given = (
            name.span.start > figure.span.end
            and name.entity.kind in COMMERCIAL
            and _TO_WHOM.match(between.of(read.text))
        )
        if given and not read.within(read.figures, between):
            return Chosen(name.entity, "recipient", name.span)
    return None


def _funded(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return for whom a round is: Beta of "led a $90 million round for the start-up Beta"."""
    if _LEADING.search(read.text, max(0, figure.span.start - _DEALT_REACH), figure.span.start):
        backed = _dealt_in(figure.span.start, names, read)
        if backed:
            return Chosen(backed.entity, "funded", backed.span)
    for name in names:
        if name.entity.kind != "Company":
            continue
        gap = figure.span.end, name.span.start
        apposed = name.how != "description" and (
            _APPOSED_ROUND.fullmatch(read.text, *gap) or _FOR_OWN.fullmatch(read.text, *gap)
        )
        if apposed or _ROUND_OF.fullmatch(read.text, *gap):
            return Chosen(name.entity, "funded", name.span)
        into = read.text.endswith((" in ", " into "), 0, name.span.start)
        if into and _IN_ROUND.fullmatch(read.text, name.span.end, figure.span.start):
            return Chosen(name.entity, "funded", name.span)
    return None


def _whole(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return whose the whole is that a share is a part of: Acme of "9% of Acme's revenue", whoever brought it in."""
    for name in names:
        behind = name.span.start > figure.span.end and name.entity.kind in COMMERCIAL and name.how != "pronoun"
        if behind and _OF_WHOLE.fullmatch(read.text, figure.span.end, name.span.start):
            return Chosen(name.entity, "whole", name.span)
    return None


def _awarded(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return to whom a contract goes: Acme of "awarded a $2 million contract to Acme"."""
    if not _AWARDS.search(read.text, max(0, figure.span.start - _DEALT_REACH), figure.span.start):
        return None
    firms = [name for name in names if name.entity.kind in COMMERCIAL]
    return _behind(_AWARDED_TO, figure, firms, read.text, "awarded")


def _holder(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return to whom a part of a company is given: Acme of "the deal gave Acme a 9% stake in Beta", whoever gives."""
    for name in reversed([name for name in names if name.span.end <= figure.span.start]):
        if not _A_PART.fullmatch(read.text, name.span.end, figure.span.start):
            continue
        given = _CEDES.search(read.text, max(0, name.span.start - _DEALT_REACH), name.span.start)
        return Chosen(name.entity, "holder", name.span) if given else None
    return None


def _held(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    return _behind(_IN_STAKE, figure, names, read.text, "held")


_NAMED: Mapping[str, Callable[[Figure, Sequence[Name], Annotated], Chosen | None]] = MappingProxyType(
    {
        "awarded": _awarded,
        "bought": _bought,
        "funded": _funded,
        "held": _held,
        "holder": _holder,
        "settling": _settling,
        "target": _target,
        "valued": _valued,
        "whole": _whole,
    }
)

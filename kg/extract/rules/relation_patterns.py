"""The constructions of English that link two names, as patterns over skeletons; words in `ontology/codes/relations.ttl`.

Each pattern has the groups `s` (subjects) and `o` (objects): every name in the one is linked to every name in the other.
A pattern without `s` or `o` takes that side from before: the topic of the text so far, or the last object of the same
predicate. `noun` is an object that is a common noun ("networking gear"), `ware` a thing that stands for its maker.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.rules.skeletons import ORG, PERSON, PLACE, RULE, THING, block
from kg.lexicon.codes import scheme
from kg.lexicon.matcher import Matcher, folded
from kg.lexicon.wordlists import alternation, words
from kg.model import Span

_W = r"(?:[^\s\ue000-\uf8ff;:.!?]+\s)"
_SEP = r"(?:\s?[,;]\s(?:and\s|or\s|as well as\s|plus\s)?|\s(?:and|or|as well as|plus|&)\s)"
_PRE = rf"(?:(?:the|its|a|an)\s)?(?:(?:[a-z-]+|AI|{PLACE})\s){{0,4}}?"
_ASIDE = r"(?:,\s(?:an?|the|which|meaning|offering)\s[^;,\ue000-\uf8ff]*(?=[,;]))?"
_ACTOR = block(0, 2)


def _list(kind: str) -> str:
    return rf"{kind}(?:'s)?(?:{_SEP}{_PRE}{kind})*"


def _long_list(kind: str) -> str:
    return rf"{kind}{_ASIDE}(?:{_SEP}{_PRE}{kind}{_ASIDE})*"


def _cue(*codes: str) -> str:
    return rf"\b{alternation(words('relation-cues', *codes))}\b"


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction. `name` is what evidence calls it, `predicate` the local name of the ontology's property.

    `needs` are codes of `relation-cues`: without a word of one of them in the sentence the pattern cannot match.
    """

    name: str
    predicate: str
    needs: frozenset[str]
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return all constructions, in the order in which they are tried."""
    listed = (
        *_owning(),
        *_making(),
        *_naming(),
        *_buying(),
        *_serving(),
        *_competing(),
        *_investing(),
        *_placing(),
        *_ruling(),
    )
    return tuple(
        Rule(name, predicate, frozenset(needs.split("|")) - {""}, re.compile(pattern))
        for name, predicate, needs, pattern in listed
    )


_Listed = tuple[tuple[str, str, str, str], ...]


def _owning() -> _Listed:
    owner, part = _cue("owner"), _cue("part")
    thing = block(0, 1)
    return (
        ("owner-before", "parentOf", "owner", rf"(?P<o>{_list(thing)})(?:'s)?[\s-]{_W}?{owner}(?:,)?\s(?P<s>{ORG})"),
        (
            "owner-of",
            "parentOf",
            "owner",
            rf"(?P<s>{ORG})(?:,\s|\sis\s|\s\()(?:the\s)?(?:{PLACE}\s)?{_W}{{0,4}}?{owner}\sof\s(?P<o>{_list(thing)})",
        ),
        ("owner-possessive", "parentOf", "owner", rf"(?P<s>{ORG})(?:,\s|\sis\s)(?P<o>{thing})'s\s{_W}?{owner}"),
        (
            "part-of",
            "parentOf",
            "part",
            rf"(?P<o>{thing})(?:,\s|\sis\s)(?:an?|the)\s{_W}{{0,3}}?{part}\sof\s(?P<s>{ORG})",
        ),
        ("part-possessive", "parentOf", "part", rf"(?P<s>{ORG})'s\s{_W}{{0,2}}?{part}\s(?P<o>{thing})"),
        ("owned", "parentOf", "", rf"(?P<s>{ORG})-owned\s{_W}{{0,2}}?(?P<o>{thing})"),
        (
            "owned-by",
            "parentOf",
            "",
            rf"(?P<o>{thing}),?\s(?:which\sis\s|is\s)?(?:majority[\s-])?owned\sby\s{_PRE}(?P<s>{ORG})",
        ),
        ("founder-of", "founderOf", "founder", rf"(?P<s>{PERSON}),\s{_W}{{0,4}}?{_cue('founder')}\sof\s(?P<o>{ORG})"),
        (
            "founder",
            "founderOf",
            "founder",
            rf"(?P<o>{ORG})(?:'s)?\s{_W}{{0,3}}?{_cue('founder')}(?:\sand\s[\w\s]{{1,30}}?)?,?\s(?P<s>{PERSON})",
        ),
        (
            "founded-by",
            "founderOf",
            "",
            rf"(?P<o>{ORG}),?\s(?:which\s)?(?:was\s)?(?:co-)?founded\sby\s{_PRE}(?P<s>{_list(PERSON)})",
        ),
    )


def _making() -> _Listed:
    gap = rf"(?:(?!(?:is|are|was|were|said|has|have|will|would|of|in|for|to|with|than|and|on|from|by)\s){_W}){{0,6}}?"
    things = rf"(?P<o>{_long_list(THING)})"
    include = _cue("include")
    return (
        ("possessive", "makes", "", rf"(?P<s>{ORG})'s\s{gap}(?P<o>{_list(THING)})"),
        ("maker-name", "makes", "", rf"(?P<s>{ORG})\s(?P<o>{THING})"),
        (
            "makes",
            "makes",
            "make",
            rf"(?P<s>{ORG})(?:\swhich|,\swhich)?\s{_W}{{0,4}}?{_cue('make')}\s(?:{ORG}'s\s)?{_W}{{0,8}}?{things}",
        ),
        ("wares-include", "makes", "include", rf"(?P<s>{ORG})'s\s(?:{_W}|{PLACE}\s){{0,7}}?{include}\s{_PRE}{things}"),
        ("has-wares", "makes", "wares", rf"(?P<s>{ORG})\s[^.;]*?{_cue('wares')}\b[^.;]*?\bincluding\s{_PRE}{things}"),
        ("others", "makes", "", rf"\A(?:Others|Other\s{_cue('wares')}|They)\sinclude\s{_PRE}{things}"),
        ("made-by", "makes", "made", rf"(?P<o>{THING})\s?(?:,\s)?{_W}{{0,4}}?{_cue('made')}\sby\s{_PRE}(?P<s>{ORG})"),
        (
            "which-made",
            "makes",
            "make|tailored",
            rf"(?P<o>{THING}){_W}{{0,1}}[^.;\ue000-\uf8ff]{{0,20}},?\s(?:which|that)\s(?P<s>{ORG})\s(?:\w+ly\s)?{_cue('make', 'tailored')}",
        ),
        (
            "maker-of",
            "makes",
            "maker",
            rf"(?P<s>{ORG}),?\s(?:is\s)?(?:the\s)?{_W}{{0,2}}?{_cue('maker')}\sof\s{_W}{{0,3}}?(?P<o>{_list(THING)})",
        ),
        ("goods-maker", "makes", "maker", rf"(?P<noun>[a-z]+(?:\s[a-z]+)?)[\s-]{_cue('maker')}\s(?P<s>{ORG})"),
        ("gear-provider", "makes", "gear", rf"(?P<noun>(?:[a-z]+\s)?{_cue('gear')})\s{_cue('provider')}\s(?P<s>{ORG})"),
        ("trade", "makes", "", rf"\b(?P<trade>{alternation(_trades())})s\s(?P<s>{ORG}(?:(?:,\s|,?\sand\s){ORG})*)"),
        ("trade-one", "makes", "", rf"\b(?P<trade>{alternation(_trades())})\s(?P<s>{ORG})"),
        (
            "for-market",
            "designedFor",
            "tailored",
            rf"(?P<s>{THING})[^.;]*?{_cue('tailored')}\s{_W}{{0,4}}?for\s(?:the\s)?{_W}?(?P<o>{PLACE})",
        ),
        (
            "for-users",
            "designedFor",
            "",
            rf"(?P<s>{THING})\sfor\s(?:the\s)?(?P<o>{PLACE})\s(?:market|customers|data|clients|buyers)",
        ),
        (
            "for-rule",
            "designedFor",
            "complying",
            rf"(?P<s>{THING})[^.;]*?{_cue('tailored')}\s{_W}{{0,6}}?to\s{_cue('complying')}\s{_W}{{0,3}}?(?P<o>{RULE})",
        ),
    )


def _trades() -> tuple[str, ...]:
    return tuple(word for concept in scheme("nouns").values() if "produces" in concept.facts for word in concept.words)


def _naming() -> _Listed:
    alias = _cue("alias")
    return (
        ("alias", "aliasOf", "alias", rf"(?P<o>{THING})\s(?:is\s|was\s)?(?:also\s)?{alias}\s(?:as\s)?(?P<s>{THING})"),
        ("alias-is", "aliasOf", "", rf"(?P<o>{THING})\sis\s(?P<s>{THING})(?=[.,;\s]|\Z)"),
        ("alias-aside", "aliasOf", "alias", rf"(?P<o>{THING})(?:,\s|\s\(){alias}\s(?:as\s)?(?P<s>{THING})"),
    )


def _buying() -> _Listed:
    goods, buy = _cue("goods"), _cue("buy")
    seller = rf"(?P<o>{ORG})(?:'s)?\s{_W}{{0,4}}?(?:{goods}|{THING})"
    ware = rf"(?:{seller}|(?P<ware>{THING}))"
    examples = rf"(?:{ORG}\s{_cue('examples')}\s)?"
    return (
        ("buys", "buysFrom", "buy", rf"(?P<s>{ORG})\s{_W}{{0,6}}?{buy}\s(?:{_W}|such\sas\s){{0,8}}?{ware}"),
        (
            "bought-by",
            "buysFrom",
            "bought",
            rf"(?:{seller}|(?P<ware>{THING}))\s{_W}{{0,3}}?{_cue('bought')}\sby\s(?P<s>{ORG})",
        ),
        (
            "also-bought-by",
            "buysFrom",
            "bought",
            rf"\band\s(?:the\s)?[\d.,]+\s(?:\w+\s)?{_cue('bought')}\sby\s(?P<s>{ORG})",
        ),
        (
            "also-bought",
            "buysFrom",
            "bought",
            rf"(?:while|and|whereas)\s(?P<s>{ORG})\s{_W}{{0,2}}?{_cue('bought')}\s(?:about\s|around\s|some\s)?\d[\d,.]*(?=\s?[.;,]|\s?\Z|\s(?:million|thousand)\b)",
        ),
        (
            "beneficiaries",
            "buysFrom",
            "benefit",
            rf"{_cue('benefit')}\sof\s(?:(?P<s>{ORG})'s\s|the\s|that\s)\w+\s(?:will\s|would\s|may\s)?(?:include|be|are)\s{_PRE}(?P<o>{ORG}(?:[^.;]*?{ORG})*)(?=,\s(?:the\speople|they|said)|\s?[.;]|\s?\Z|,\s{_W}{{0,4}}said)",
        ),
        (
            "orders-of",
            "buysFrom",
            "orders",
            rf"(?P<s>{ORG})'s\s{_W}{{0,5}}?{_cue('orders')}\s[^.;]{{0,60}}?\b(?:to|by|from|with)\s{examples}(?P<o>{_list(ORG)})",
        ),
        (
            "orders",
            "buysFrom",
            "orders",
            rf"\b{_cue('orders')}\s[^.;\ue000-\uf8ff]{{0,60}}?\b(?:to|by|from|with)\s{examples}(?P<o>{_list(ORG)})",
        ),
        (
            "orders-goods",
            "buysFrom",
            "orders",
            rf"\b{_cue('orders')}\s[^.;\ue000-\uf8ff]{{0,60}}?\b(?:on|for|of|involve|to)\s{_W}{{0,2}}?(?P<o>{ORG})\s{_W}{{0,2}}?{goods}",
        ),
        ("uses", "buysFrom", "use", rf"{_cue('use')}\s{_W}{{0,3}}?(?P<o>{ORG})(?:'s)?\s{_W}{{0,2}}?{goods}"),
    )


def _serving() -> _Listed:
    goods = _cue("goods")
    ware = rf"(?:(?P<o>{ORG})(?:'s)?\s{_W}{{0,4}}?(?:{goods}|{THING})|(?P<ware>{THING}))"
    return (
        (
            "customer",
            "customerOf",
            "customer",
            rf"(?P<s>{ORG})\s[^.;]{{0,80}}?(?P<o>{ORG})'s\s{_W}{{0,3}}?{_cue('customer')}",
        ),
        (
            "customer-of",
            "customerOf",
            "customer",
            rf"(?P<s>{ORG})(?:\sis|\swas|\sare|,)\s[^.;]{{0,60}}?\b(?:customer|client)s?\sof\s(?P<o>{ORG})",
        ),
        (
            "buyer-of",
            "customerOf",
            "buyer",
            rf"(?P<s>{ORG})(?:\s|,\s)[^.;\ue000-\uf8ff]{{0,60}}?{_cue('buyer')}\sof\s{_W}{{0,3}}?{ware}",
        ),
        (
            "buyer-of-goods",
            "buysFrom",
            "buyer",
            rf"(?P<s>{ORG})(?:\s|,\s)[^.;\ue000-\uf8ff]{{0,60}}?{_cue('buyer')}\sof\s{_W}{{0,3}}?{ware}",
        ),
    )


def _competing() -> _Listed:
    rival, examples = _cue("rival"), _cue("examples")
    return (
        (
            "rivals",
            "competesWith",
            "rival",
            rf"(?P<s>{ORG})[^.;]*?{rival}\b[^.;\ue000-\uf8ff]{{0,40}}?(?:{ORG}|{PLACE}[^.;\ue000-\uf8ff]{{0,30}}?)?,?\s?{examples}\s(?P<o>{_list(ORG)})",
        ),
        (
            "competes",
            "competesWith",
            "compete",
            rf"(?P<s>{ORG})\s[^.;]*?{_cue('compete')}\s{_W}{{0,3}}?(?:{ORG}-backed\s)?(?P<o>{_list(ORG)})",
        ),
        ("rival", "competesWith", "rival", rf"(?P<s>{ORG})'s\s{_W}{{0,3}}?rivals?,?\s(?P<o>{_list(ORG)})"),
        (
            "rival-of",
            "competesWith",
            "rival",
            rf"(?P<s>{ORG}),\s(?:an?|the)\s{_W}{{0,3}}?(?:rival|competitor)\s(?:of|to)\s(?P<o>{_list(ORG)})",
        ),
    )


def _investing() -> _Listed:
    site = rf"{_W}{{0,4}}?{_cue('sites')}\s(?:facilities\s)?in\s(?:the\s)?"
    where = rf"(?P<o>{PLACE}(?:,\s(?:particularly|especially|including|mainly|notably)\s{PLACE})?)"
    return (
        ("backed", "investsIn", "backed", rf"(?P<s>{ORG})-{_cue('backed')}\s{_PRE}(?P<o>{ORG})"),
        (
            "invests-in",
            "investsIn",
            "invest",
            rf"(?P<s>{ORG})\s(?:\w+\s)?(?:invests|invested|has\sinvested|is\sinvesting|are\sinvesting)\s{_W}{{0,8}}?in\s(?:the\s)?(?P<o>{block(0, 2)})",
        ),
        ("builds-in", "investsIn", "sites", rf"(?P<s>{ORG})\s[^.;]*?{_cue('found')}\s{site}{where}"),
        ("builds-too", "investsIn", "sites", rf"\band\s{_cue('found')}\s{site}{where}"),
        (
            "invests-noun",
            "investsIn",
            "invest",
            rf"(?P<s>{_list(ORG)}),\s(?:all\sof\s)?which\s(?:is|are)\s(?:\w+\s)?investing\s(?:\w+\s)?in\s(?P<noun>{_NOUN})",
        ),
    )


_NOUN = r"(?:[a-z-]+\s)?(?:[a-z-]+|AI)(?=\s(?:and|or|to|for|as)\b|\s?[.,;]|\s?\Z)"


def _placing() -> _Listed:
    noun = alternation((*words("nouns"), *words("relation-cues", "owner")))
    return (
        ("national", "locatedIn", "", rf"(?P<o>{PLACE})\s{_W}{{0,3}}?{noun}\s(?P<s>{ORG})"),
        (
            "nationals",
            "locatedIn",
            "",
            rf"(?P<o>{PLACE})\s{_W}{{0,3}}?{noun}s\s(?:{_cue('examples')}\s)?(?P<s>{_list(ORG)})",
        ),
        (
            "apposition",
            "locatedIn",
            "",
            rf"(?P<s>{ORG}),\s(?:the|an?)\s(?P<o>{PLACE})(?:-based)?\s{_W}{{0,3}}?{noun}\b",
        ),
        ("examples", "locatedIn", "examples", rf"(?P<o>{ORG})\s{_cue('examples')}\s(?P<s>{_list(ORG)})"),
        ("as-a", "locatedIn", "", rf"\b[Aa]s\san?\s(?P<o>{PLACE})(?:-based)?\s{_W}{{0,2}}?{noun},\s(?P<s>{ORG})"),
        ("place-possessive", "locatedIn", "", rf"(?P<o>{PLACE})'s\s(?P<s>{ORG})"),
        ("based-in", "locatedIn", "based", rf"(?P<s>{ORG}),?\s(?:which\sis\s|is\s)?{_cue('based')}\s(?P<o>{PLACE})"),
        ("based", "locatedIn", "", rf"(?P<o>{PLACE})-based\s{_W}{{0,2}}?(?P<s>{ORG})"),
    )


def _ruling() -> _Listed:
    actor = block(0, 2, 4, 5)
    return (
        (
            "bound",
            "restrictedBy",
            "bound",
            rf"(?P<s>{ORG})(?:,\s[^,]{{1,60}},)?\s{_W}{{0,1}}?{_cue('bound')}\s[^.;]*?(?P<o>{RULE})",
        ),
        (
            "hindered",
            "restrictedBy",
            "hindrance",
            rf"(?P<s>{ORG})\s{_W}{{0,6}}?{_cue('hindrance')}\s(?:due\sto|because\sof|from|under|by)\s{_W}{{0,3}}?(?P<o>{RULE})",
        ),
        ("restricts", "restrictedBy", "restrict", rf"(?P<o>{RULE})\s(?:\w+\s)?{_cue('restrict')}\s(?P<s>{_ACTOR})"),
        ("imposed-by", "issuedBy", "issue", rf"(?P<s>{RULE}),?\s{_cue('issue')}\sby\s(?:the\s)?(?P<o>{actor})"),
        (
            "issues",
            "issuedBy",
            "issue",
            rf"(?P<o>{actor})\s(?:(?!not\b)\w+\s){{0,3}}?{_cue('issue')}\s{_W}{{0,4}}?(?P<s>{RULE})",
        ),
    )


class Cues:
    """Which cue words stand where in a text: found in one pass, so that most patterns need not be tried."""

    def __init__(self, text: str) -> None:
        hits = sorted((start, codes) for start, _, codes in _cue_words().hits(folded(text)))
        self._starts = [start for start, _ in hits]
        self._codes = [codes for _, codes in hits]

    def usable(self, sentence: Span) -> tuple[Rule, ...]:
        """Return the constructions that a sentence has the words for."""
        low, high = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        present = frozenset(code for codes in self._codes[low:high] for code in codes)
        return tuple(rule for rule in rules() if not rule.needs or rule.needs & present)


@lru_cache(maxsize=1)
def _cue_words() -> Matcher[tuple[str, ...]]:
    codes: dict[str, list[str]] = {}
    for code, concept in scheme("relation-cues").items():
        for word in concept.words:
            codes.setdefault(word.lower(), []).append(code)
    return Matcher({word: tuple(listed) for word, listed in codes.items()})

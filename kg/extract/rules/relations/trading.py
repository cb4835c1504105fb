"""Constructions of what goes from a seller to a buyer, and of those whom one serves: buysFrom, customerOf."""

from kg.extract.rules.relations.parts import APART, BEFORE, WORD, Listed, cue, listed
from kg.extract.rules.relations.skeletons import NAME, ORG, PLACE, THING

_WITHIN = r"[^.;\ue000-\uf8ff]"


def trading() -> Listed:
    """Return the constructions."""
    goods, customer, revenue = cue("goods"), cue("customer"), cue("revenue")
    ware = rf"(?:(?P<o>{ORG})(?:'s)?\s{WORD}{{0,4}}?(?:{goods}|{THING})|(?P<ware>{THING}))"
    orders, supplying = cue("orders", "contracts"), cue("supply", "suppliers", "make")
    ware_words = rf"(?:(?!{orders}){WORD}){{0,4}}?"  # orders that go to somebody are no wares that do
    others = rf"{WORD}{{0,3}}?(?P<s>{ORG})(?:'s)?\s{WORD}{{0,4}}?(?:{goods}|{THING})"
    return (
        (
            "built-into",
            "buysFrom",
            "built-into",
            rf"(?P<o>{ORG})(?:'s)?\s{WORD}{{0,3}}?(?:{goods}|{THING})\s{WORD}{{0,3}}?{cue('built-into')}\s{others}",
        ),
        (
            "goes-to",
            "buysFrom",
            "sold-to",
            rf"(?P<o>{ORG})'s?\s{ware_words}(?:{goods}|{cue('output')}|{THING})\s{ware_words}{cue('sold-to')}\s{BEFORE}(?P<s>{listed(ORG)})(?!')",
        ),
        (
            "helps-make",
            "buysFrom",
            "helping",
            rf"(?P<o>{ORG})\s{WORD}{{0,3}}?{cue('helping')}\s(?P<s>{ORG})\s(?:to\s)?{cue('make')}\s(?:its|their|{ORG}'s|custom|own|an?)\s{_WITHIN}{{0,40}}?(?:{goods}|{THING})",
        ),
        (
            "asks-for",
            "buysFrom",
            "asking",
            rf"(?P<s>{ORG})\s{WORD}{{0,3}}?{cue('asking')}\s(?P<o>{ORG})\s(?:for\s(?:more|additional|extra|\d(?![\d.,]*\s?{cue('sums')}\b))|to\s(?:\w+ly\s)?{cue('stepping-up')}\s(?=[^.;]{{0,60}}?(?:{goods}|{cue('output')}|{THING})))",
        ),
        (
            "with-as-customer",
            "customerOf",
            "customer",
            rf"(?P<o>{ORG})\s{APART}{{0,60}}?\bwith\s(?P<s>{listed(ORG)})\sas\s(?:(?:its|a|an|the|{NAME}'s)\s)?{WORD}{{0,3}}?{customer}",
        ),
        (
            "awarded-by",
            "buysFrom",
            "orders|contracts",
            rf"(?P<o>{ORG})\s(?:was|were|has\sbeen|have\sbeen|had\sbeen|is|been)\s(?:\w+ly\s)?{cue('awarded')}\s{_WITHIN}{{0,60}}?{orders}\s{APART}{{0,60}}?\bby\s{BEFORE}(?P<s>{listed(ORG)})(?!')",
        ),
        (
            "picked-by",
            "buysFrom",
            "pick",
            rf"(?P<o>{ORG})\s{WORD}{{0,3}}?\b(?:been|was|were|is|are)\s{WORD}{{0,2}}?{cue('pick')}\sby\s{BEFORE}(?P<s>{listed(ORG)})\s(?:to|as|for)\s{WORD}{{0,4}}?{supplying}",
        ),
        (
            "gives-access",
            "buysFrom",
            "access-to",
            rf"{cue('granting')}\s(?P<s>{ORG})\s{cue('access-to')}\s{WORD}{{0,8}}?{ware}",
        ),
        (
            "by-way-of",
            "customerOf",
            "by-way-of",
            rf"\A(?:\w+,\s)?(?i:{cue('by-way-of')})\s{BEFORE}(?P<o>{ORG})(?:,{APART}{{1,120}})?,\s(?P<s>{ORG})\s{WORD}{{0,3}}?{cue('accessing')}\s{WORD}{{0,6}}?(?:{goods}|{cue('capacity')}|{ORG}|{THING})",
        ),
        (
            "revenue-aside",
            "customerOf",
            "account",
            rf"(?P<s>{ORG}),\s(?:which|who)\s(?:\w+\s){{0,2}}?{cue('account')}\s{_WITHIN}{{0,40}}?\bof\s(?:(?:total|its|the\scompany's|group|all|their)\s)?(?:\w+\s)?{revenue}",
        ),
        (
            "revenue-aside-of",
            "customerOf",
            "account",
            rf"(?P<s>{ORG}),\s(?:which|who)\s(?:\w+\s){{0,2}}?{cue('account')}\s{_WITHIN}{{0,40}}?\bof\s(?P<o>{ORG})'s?\s{WORD}{{0,2}}?{revenue}",
        ),
        (
            "terms-to-rent",
            "customerOf",
            "terms",
            rf"(?P<s>{ORG})\s{APART}{{0,60}}?{cue('terms')}\s{BEFORE}(?P<o>{listed(ORG)})\s(?:(?:about|on|over)\s{cue('renting')}|to\s{cue('rent')})\s{WORD}{{0,5}}?{cue('capacity')}",
        ),
        (
            "terms-about-making",
            "buysFrom",
            "terms",
            rf"(?P<s>{ORG})\s{APART}{{0,60}}?{cue('terms')}\s{BEFORE}(?P<o>{listed(ORG)})\s(?:about|on|over)\s{cue('manufacturing')}\s{WORD}{{0,3}}?(?:{ORG}'s|its|their|own)\s{_WITHIN}{{0,20}}?{goods}",
        ),
        (
            "demand-from",
            "buysFrom",
            "demand-from",
            rf"\b{cue('demand-from')}\s(?P<s>{listed(ORG)})\s{_WITHIN}{{0,60}}?(?P<o>{ORG})'s?\s{WORD}{{0,2}}?(?:{revenue}|{cue('results')})",
        ),
        (
            "bought-followed",
            "buysFrom",
            "bought",
            rf"{cue('bought')}\s{APART}{{0,60}}?\d[\d,.]*(?:\s(?:million|thousand))?\s[^.;]{{0,60}}?,?\s{cue('followed')}\s(?P<s>{ORG}(?:(?:'s\s|\s(?:at|with|on)\s)(?:\w+\s)?\d[\d,.]*)?(?:(?:,\sand\s|,\s|\sand\s){ORG}(?:(?:'s\s|\s(?:at|with|on)\s)(?:\w+\s)?\d[\d,.]*)?)*)(?!')",
        ),
        (
            "order-split",
            "buysFrom",
            "orders",
            rf"(?P<s>{ORG})\s{WORD}{{0,3}}?{cue('splitting')}\s{APART}{{0,40}}?{orders}\s{APART}{{0,40}}?between\s(?P<o>{listed(ORG)})(?!')",
        ),
        (
            "hosting-split",
            "customerOf",
            "workloads",
            rf"(?P<s>{ORG})'s\s{WORD}{{0,3}}?{cue('workloads')}\s{APART}{{0,20}}?\b(?:split|divided|shared|spread)\s(?:between|across)\s(?P<o>{ORG}(?:\sin\s{PLACE})?(?:(?:,\s|,?\sand\s){BEFORE}{ORG}(?:\sin\s{PLACE})?)*)",
        ),
    )

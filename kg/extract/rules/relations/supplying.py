"""Constructions of orders, supply and custom told from either side: buysFrom, customerOf."""

from kg.extract.rules.relations.parts import BEFORE, WORD, Listed, cue, listed, together
from kg.extract.rules.relations.skeletons import NAME, ORG, PLACE, THING

_APART = rf"(?:[^.;\ue000-\uf8ff]|{PLACE}|{NAME}'s)"


def ordering() -> Listed:
    """Return the constructions of orders and purchases."""
    goods, orders, buy = cue("goods"), cue("orders"), cue("buy")
    ware = rf"(?:(?P<o>{ORG})(?:'s)?\s{WORD}{{0,4}}?(?:{goods}|{THING})|(?P<ware>{THING}))"
    number = r"\d[\d,.]*(?:\s(?:million|thousand))?(?=\s?[.;,]|\s?\Z|\sand\b)"
    group = rf"(?:(?:{WORD}|{PLACE}\s){{1,5}}?,?\s?(?:{cue('examples')}\s)?)?"
    return (
        (
            "orders-of-to",
            "buysFrom",
            "orders",
            rf"(?P<s>{ORG})'s\s{WORD}{{0,5}}?{orders}\s{_APART}{{0,60}}?\b(?:to|for)\s{group}(?P<o>{listed(ORG)})",
        ),
        (
            "orders-to",
            "buysFrom",
            "orders",
            rf"\b{orders}\s{_APART}{{0,60}}?\b(?:go|goes|went|going|end\sup|be\splaced|destined|meant|slated)\s{WORD}{{0,2}}?(?:to|with|for)\s{group}(?P<o>{listed(ORG)})",
        ),
        (
            "orders-gain",
            "buysFrom",
            "orders",
            rf"\b{orders}:\s(?P<o>{ORG}(?:[^.;:]*?{ORG})*)(?=,\s|\s?[.;]|\s?\Z|\sin\b)",
        ),
        (
            "gets-orders",
            "buysFrom",
            "orders",
            rf"(?P<o>{together(ORG)})\s{WORD}{{0,2}}?{cue('get')}\s{WORD}{{0,4}}?{orders}(?:\s{_APART}{{0,30}}?from\s(?P<s>{ORG}))?",
        ),
        (
            "gives-order",
            "buysFrom",
            "orders",
            rf"(?P<s>{ORG})\s{WORD}{{0,2}}?{cue('give')}\s(?P<o>{ORG})\s{WORD}{{0,4}}?{orders}\b",
        ),
        (
            "places-order",
            "buysFrom",
            "orders",
            rf"(?P<s>{ORG})\s{WORD}{{0,4}}?(?:placed|places|placing)\s{WORD}{{0,10}}?{orders}\s{_APART}{{0,50}}?\bwith\s(?P<o>{listed(ORG)})",
        ),
        (
            "spends-on",
            "buysFrom",
            "spend",
            rf"(?P<s>{ORG})\s{_APART}{{0,60}}?{cue('spend')}\s{_APART}{{0,60}}?\bon\s{WORD}{{0,6}}?{ware}",
        ),
        ("rest-from", "buysFrom", "rest", rf"{cue('rest')}\s{_APART}{{0,40}}?\b(?:from|by|to)\s(?P<o>{ORG})"),
        (
            "picks-supplier",
            "buysFrom",
            "pick",
            (
                rf"(?P<s>{ORG})\s{WORD}{{0,3}}?{cue('pick')}\s(?P<o>{listed(ORG)})\s(?:to|as|for)\s{WORD}{{0,4}}?"
                rf"{cue('supply', 'suppliers', 'make')}"
            ),
        ),
        (
            "user-of",
            "buysFrom",
            "use|goods",
            (
                rf"(?P<s>{ORG})\s{WORD}{{0,2}}?(?:{cue('use')}|(?:trains?|trained)\s[^.;]{{0,40}}?on)\s{WORD}{{0,6}}?"
                rf"(?:(?P<o>{ORG})(?:'s)?\s{WORD}{{0,4}}?(?:{goods}|{THING})|(?P<ware>{THING}))"
            ),
        ),
        (
            "rest-filled",
            "buysFrom",
            "rest",
            rf"(?P<o>{ORG})(?:'s)?\s{WORD}{{0,3}}?(?:make|makes|making|fill|fills|cover|covers|supply|supplies)\s(?:up\s)?{cue('rest')}",
        ),
        (
            "what-it-buys",
            "buysFrom",
            "buy",
            rf"\bwhat\s(?P<s>{ORG})\s{buy}\s{_APART}{{0,60}}?\b(?:from|of|by|to)\s(?P<o>{listed(ORG)})",
        ),
        (
            "come-from",
            "buysFrom",
            "goods",
            rf"\b{goods}\s{WORD}{{0,3}}?(?:come|comes|came)\sfrom\s(?P<o>{listed(ORG)})",
        ),
        (
            "named-suppliers",
            "buysFrom",
            "suppliers",
            rf"(?P<o>{listed(ORG)})\s(?:is|are|was|were)\s[^.;\ue000-\uf8ff]{{0,40}}?{cue('suppliers')}(?:\s(?:to|of|for)\s(?P<s>{ORG}))?(?=[\s.,;]|\Z)(?!\s(?:to|of))",
        ),
        (
            "supplier-to",
            "buysFrom",
            "suppliers",
            rf"(?P<o>{ORG}),?\s(?:is\s)?(?:an?|the)\s{WORD}{{0,4}}?{cue('suppliers')}\s(?:to|of|for)\s(?P<s>{listed(ORG)})",
        ),
        ("supplier-name", "buysFrom", "suppliers", rf"(?P<s>{ORG})\s{cue('suppliers')}\s(?P<o>{together(ORG)})"),
        (
            "supplies-with",
            "buysFrom",
            "supply",
            rf"(?P<o>{ORG})\s{WORD}{{0,2}}?{cue('supply')}\s(?P<s>{together(ORG)})\swith\b",
        ),
        (
            "most-than",
            "buysFrom",
            "buy",
            rf"\b[Nn]o\s(?:other\s)?(?:company|one|firm|buyer|customer)\s{WORD}{{0,3}}?{buy}\s{WORD}{{0,4}}?{ware}\s?{_APART}{{0,20}}?\bthan\s(?P<s>{ORG})",
        ),
        (
            "more-than-any",
            "buysFrom",
            "buy",
            rf"(?P<s>{ORG})\s{WORD}{{0,3}}?{buy}\smore\s{WORD}{{0,3}}?from\s(?P<o>{ORG})",
        ),
        (
            "and-another",
            "buysFrom",
            "bought",
            rf"[;,]\s(?P<s>{ORG})\s{cue('bought')}\s(?:about\s|around\s|some\s)?{number}",
        ),
        (
            "and-gap",
            "buysFrom",
            "bought",
            rf"{ORG}\s{cue('bought')}\s(?:about\s|around\s|some\s)?\d[\d,.]*,?\s(?:and|while)\s(?P<s>{ORG})\s(?:about\s|around\s|some\s)?{number}",
        ),
    )


def custom() -> Listed:
    """Return the constructions of customers and what is provided to them."""
    customer = cue("customer")
    return (
        (
            "sells-power",
            "buysFrom",
            "power",
            rf"(?P<o>{ORG})\s{WORD}{{0,6}}?{cue('sell')}\s{_APART}{{0,60}}?{cue('power')}\s{_APART}{{0,40}}?\bto\s(?P<s>{listed(ORG)})",
        ),
        (
            "sells-power-customer",
            "customerOf",
            "power",
            rf"(?P<o>{ORG})\s{WORD}{{0,6}}?{cue('sell')}\s{_APART}{{0,60}}?{cue('power')}\s{_APART}{{0,40}}?\bto\s(?P<s>{listed(ORG)})",
        ),
        ("single-customer", "customerOf", "customer", rf"\bwith\s{WORD}{{0,4}}?{customer},\s(?P<s>{ORG})"),
        (
            "deal-for-cloud",
            "customerOf",
            "deal",
            rf"(?P<s>{ORG})\s{WORD}{{0,4}}?{cue('sign')}\s{_APART}{{0,60}}?{cue('deal')}\s{_APART}{{0,40}}?\b(?:with|from)\s(?P<o>{ORG})\s{_APART}{{0,50}}?{cue('capacity')}",
        ),
        (
            "cloud-deal-with",
            "customerOf",
            "deal",
            rf"(?P<s>{ORG})\s{WORD}{{0,4}}?{cue('sign')}\s{_APART}{{0,40}}?{cue('capacity')}\s{WORD}{{0,2}}?{cue('deal')}\s{_APART}{{0,30}}?\bwith\s(?P<o>{ORG})",
        ),
        (
            "customers-include",
            "customerOf",
            "customer",
            rf"(?P<o>{ORG})(?:'s|,\swhose)\s{WORD}{{0,3}}?{customer},?(?:\s(?:\w+\s)?{cue('include')})\s{BEFORE}(?P<s>{listed(ORG)})",
        ),
        (
            "customer-apposed",
            "customerOf",
            "customer",
            rf"(?P<o>{ORG})'s\s{WORD}{{0,3}}?{customer},?\s(?P<s>{together(ORG)})",
        ),
        ("customer-name", "customerOf", "customer", rf"(?P<o>{ORG})\s{customer}\s(?P<s>{together(ORG)})"),
        (
            "counts-among",
            "customerOf",
            "customer",
            rf"(?P<o>{ORG})\s(?:\w+\s)?counts\s(?P<s>{listed(ORG)})\s{_APART}{{0,20}}?(?:among|as)\s[^.;]{{0,30}}?{customer}",
        ),
        (
            "revenue-from",
            "customerOf",
            "earn",
            rf"(?P<o>{ORG})\s{WORD}{{0,3}}?{cue('earn')}\s{_APART}{{0,50}}?{cue('revenue')}\sfrom\s{BEFORE}(?P<s>{listed(ORG)})",
        ),
        (
            "accounts-for",
            "customerOf",
            "account",
            rf"(?P<s>{ORG})\s(?:\w+\s)?{cue('account')}\s{_APART}{{0,40}}?of\s(?P<o>{ORG})'s\s{WORD}{{0,2}}?{cue('revenue')}",
        ),
        (
            "provides-capacity",
            "customerOf",
            "capacity",
            (
                rf"(?P<o>{ORG})\s{WORD}{{0,3}}?{cue('rent', 'sell')}\s{_APART}{{0,30}}?{cue('capacity')}\s"
                rf"{WORD}{{0,2}}?to\s(?P<s>{listed(ORG)})"
            ),
        ),
        (
            "provides-with",
            "customerOf",
            "capacity",
            rf"(?P<o>{ORG})\s{WORD}{{0,3}}?{cue('sell')}\s(?P<s>{together(ORG)})\swith\s{WORD}{{0,3}}?{cue('capacity')}",
        ),
        (
            "uses-cloud",
            "customerOf",
            "use",
            rf"(?P<s>{ORG})\s{WORD}{{0,2}}?{cue('use')}\s(?P<o>{ORG})'s\s{WORD}{{0,2}}?{cue('capacity')}",
        ),
    )

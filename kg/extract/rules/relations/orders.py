"""Constructions of orders and of what is left of them, of numbers bought and of who gains: buysFrom."""

from kg.extract.rules.relations.parts import APART, BEFORE, WORD, Listed, cue, described, listed, together
from kg.extract.rules.relations.skeletons import ORG, PLACE, THING

_PLAIN = rf"(?:(?!and\s|or\s|to\s){WORD})"
"""A word that ends no name: "uses Acme and new chips" tells nothing of Acme's chips."""

_UNBROKEN = r"(?:[^\s\ue000-\uf8ff;:.!?,]+(?:,\d+)*\s)"
"""A word with no comma behind it."""

_TELLING = r"(?:(?:is|are|was|were|be|been|being|will|which|that|now|already|fully|mostly)\s)"
"""A word that may part a noun from the participle that tells of it."""


def ordering() -> Listed:
    """Return the constructions."""
    goods, orders, buy, contracts = cue("goods"), cue("orders"), cue("buy"), cue("orders", "contracts")
    ware = rf"(?:(?P<o>{ORG})(?:'s)?\s{WORD}{{0,4}}?(?:{goods}|{THING})|(?P<ware>{THING}))"
    number = r"\d[\d,.]*(?:\s(?:million|thousand))?(?=\s?[.;,]|\s?\Z|\sand\b)"
    group = rf"(?:(?:{WORD}|{PLACE}\s){{1,5}}?,?\s?(?:{cue('examples')}\s)?)?"
    whose = rf"(?:(?P<s>{ORG})'s\s{WORD}{{0,5}}?)?"  # else whoever the text has been about
    examples = rf"(?:(?:{ORG}|[a-z]+)\s{cue('examples')}\s)?"
    return (
        (
            "orders-of-to",
            "buysFrom",
            "orders",
            rf"(?P<s>{ORG})'s\s{WORD}{{0,5}}?{orders}\s{APART}{{0,60}}?\b(?:to|for|towards?)\s{group}(?P<o>{listed(ORG)})",
        ),
        (
            "orders-to",
            "buysFrom",
            "orders",
            rf"{whose}\b{orders}\s{APART}{{0,60}}?{cue('ending-up')}\s{WORD}{{0,2}}?(?:to|with|for|towards?)\s{group}(?P<o>{listed(ORG)})",
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
            "orders|contracts",
            (
                rf"(?P<o>{together(ORG)})\s{WORD}{{0,2}}?{cue('get')}\s(?:(?!{cue('capacity')}){WORD}){{0,4}}?"
                rf"{cue('orders', 'contracts')}"
                rf"(?:\s{APART}{{0,30}}?from\s(?P<s>{ORG}))?"
            ),
        ),
        (
            "gives-order",
            "buysFrom",
            "orders|contracts",
            rf"(?P<s>{ORG})\s{WORD}{{0,2}}?{cue('give')}\s(?P<o>{together(ORG)})\s{WORD}{{0,4}}?{contracts}\b",
        ),
        (
            "spends-on",
            "buysFrom",
            "spend",
            rf"(?P<s>{ORG})\s{APART}{{0,60}}?{cue('spend')}\s{APART}{{0,60}}?\bon\s{WORD}{{0,6}}?{ware}",
        ),
        (
            "has-goods",
            "buysFrom",
            "computing",
            rf"(?P<s>{ORG})\s(?:\w+\s){{0,2}}?(?:has|have|had|owns|own|operates|amassed|assembled)\s(?:[a-z]+\s){{0,3}}?\d[\d,.]*\s(?:million\s)?(?P<o>{ORG})(?:'s)?\s{WORD}{{0,3}}?(?:{THING}\s)?{cue('computing')}",
        ),
        (
            "filled-with",
            "buysFrom",
            "filled-with",
            (
                rf"(?P<s>{ORG})'s\s{WORD}{{0,3}}?{cue('sites', 'computing', 'goods')}(?:,\s[^.;,]{{1,60}},)?\s"
                rf"{_TELLING}{{0,3}}{cue('filled-with')}\s{_UNBROKEN}{{0,4}}?{ware}"
            ),
        ),
        (
            "hired-to-advise",
            "customerOf",
            "hiring",
            rf"(?P<s>{ORG})\s{WORD}{{0,2}}?{cue('hiring')}\s(?!by\b){BEFORE}(?P<o>{listed(ORG)})\s(?:to|as)\s{WORD}{{0,3}}?{cue('advising')}",
        ),
        (
            "goods-power",
            "buysFrom",
            "powering",
            rf"(?P<o>{ORG})(?:'s|,\swhose)?\s{WORD}{{0,3}}?{goods}\s(?:(?:also|now|already|still|will|are|were)\s){{0,2}}{cue('powering')}\s(?:(?:most|much|many|all|some)\sof\s)?(?P<s>{ORG})(?:'s\s|(?=\s?[.,;]|\s?\Z))",
        ),
        (
            "budget-for",
            "buysFrom",
            "budget-part",
            rf"\A[^.;]{{0,40}}?{cue('budget-part')}\s[^.;]{{0,60}}?{cue('destined-for')}\s(?:{cue('purchase')}\s(?:of\s|from\s)?)?(?:[a-z]+\s){{0,2}}?{ware}",
        ),
        (
            "late-deliveries",
            "buysFrom",
            "delays",
            rf"\A(?P<s>{ORG})\s[^.;\ue000-\uf8ff]{{1,110}}?\b(?:at|by|for|from|of|on|over|to|with|said)\s(?:[\w“”-]+\s){{0,3}}?(?P<o>{ORG})(?:'s)?\s{cue('delays')}(?=\s?[.,;]|\s(?:would|will|that|which|and|this|last|in|for)\b|\s?\Z)",
        ),
        (
            "supplies-needed",
            "buysFrom",
            "supply",
            rf"(?P<o>{ORG})\s{APART}{{0,30}}?{cue('supply')}\s[^.;]{{1,60}}?\b(?:that|which)\s(?P<s>{ORG})\s(?:will\s|now\s)?{cue('needing')}",
        ),
        ("rest-from", "buysFrom", "rest", rf"{cue('rest')}\s{APART}{{0,40}}?\b(?:from|by|to)\s(?P<o>{ORG})"),
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
            "rest-filled",
            "buysFrom",
            "rest",
            rf"(?P<o>{ORG})(?:'s)?\s{WORD}{{0,3}}?{cue('filling')}\s(?:up\s)?{cue('rest')}",
        ),
        (
            "what-it-buys",
            "buysFrom",
            "buy",
            rf"\bwhat\s(?P<s>{ORG})\s{buy}\s{APART}{{0,60}}?\b(?:from|of|by|to)\s(?P<o>{listed(ORG)})",
        ),
        *_on_lists("customerOf", "providers"),
        *_on_lists("buysFrom", "suppliers"),
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
            "terms-to-buy",
            "buysFrom",
            "terms",
            rf"(?P<s>{ORG})\s{APART}{{0,60}}?{cue('terms')}\s{BEFORE}(?P<o>{listed(ORG)})\sto\s{buy}\s{APART}{{0,40}}?{goods}\b",
        ),
        (
            "terms-to-supply",
            "buysFrom",
            "terms",
            rf"(?P<o>{ORG})\s{APART}{{0,60}}?{cue('terms')}\s{BEFORE}(?P<s>{listed(ORG)})\sto\s{cue('supply')}\s{APART}{{0,40}}?{goods}\b",
        ),
        (
            "terms-to-make",
            "buysFrom",
            "terms",
            rf"(?P<s>{ORG})\s{APART}{{0,60}}?{cue('terms')}\s{BEFORE}(?P<o>{listed(ORG)})\s(?:to|that\swould)\s{cue('make')}\s{WORD}{{0,3}}?(?:{ORG}'s|its|their|own)\s{APART}{{0,20}}?{goods}\b",
        ),
        (
            "assembled-by",
            "buysFrom",
            "assembled",
            rf"(?P<s>{ORG})'s\s{WORD}{{0,4}}?{goods}\s{WORD}{{1,3}}?{cue('assembled')}\s{BEFORE}(?P<o>{listed(ORG)})",
        ),
        (
            "most-than",
            "buysFrom",
            "buy",
            rf"\b[Nn]o\s(?:other\s)?(?:company|one|firm|buyer|customer)\s{WORD}{{0,3}}?{buy}\s{WORD}{{0,4}}?{ware}\s?{APART}{{0,20}}?\bthan\s(?P<s>{ORG})",
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
        (
            "also-bought-by",
            "buysFrom",
            "bought",
            rf"\band\s(?:the\s)?[\d.,]+\s(?:\w+\s)?{cue('bought')}\sby\s(?P<s>{ORG})",
        ),
        (
            "also-bought",
            "buysFrom",
            "bought",
            (
                rf"(?:while|and|whereas)\s(?P<s>{ORG})\s{WORD}{{0,2}}?{cue('bought')}\s(?:about\s|around\s|some\s)?\d[\d,.]*(?=\s?[.;,]|\s?\Z|"
                rf"\s(?:million|thousand)\b)"
            ),
        ),
        (
            "beneficiaries",
            "buysFrom",
            "benefit",
            (
                rf"{cue('benefit')}\sof\s(?:(?P<s>{ORG})'s\s|the\s|that\s)\w+\s(?:will\s|would\s|may\s)?(?:include|be|are)"
                rf"\s{BEFORE}(?P<o>{ORG}(?:[^.;]*?{ORG})*)(?=,\s(?:the\speople|they|said)|\s?[.;]|\s?\Z|,"
                rf"\s{WORD}{{0,4}}said)"
            ),
        ),
        (
            "to-benefit",
            "buysFrom",
            "benefit",
            (
                rf"(?P<o>{described(ORG)}),?\s(?:is|are|was|were|will\sbe|would\sbe)\s{WORD}{{0,6}}?{cue('benefit')}\sof\s"
                rf"(?:(?P<s>{ORG})'s|the|that|this)\s{WORD}{{0,3}}?{cue('outlay')}"
            ),
        ),
        (
            "orders-of",
            "buysFrom",
            "orders",
            (
                rf"(?P<s>{ORG})'s\s{WORD}{{0,5}}?{cue('orders')}\s[^.;]{{0,60}}?\b(?:to|by|from|with)\s{examples}"
                rf"(?P<o>{listed(ORG)})"
            ),
        ),
        (
            "orders",
            "buysFrom",
            "orders",
            rf"{whose}\b{cue('orders')}\s(?!from\s)[^.;\ue000-\uf8ff]{{0,60}}?(?<!,\s)\b(?:to|by|from|with)\s{examples}(?P<o>{listed(ORG)})",
        ),
        (
            "orders-goods",
            "buysFrom",
            "orders",
            (
                rf"{whose}\b{cue('orders')}\s[^.;\ue000-\uf8ff]{{0,60}}?\b(?:on|for|of|involve|to)\s{WORD}{{0,2}}?"
                rf"(?P<o>{ORG})\s{WORD}{{0,2}}?{goods}"
            ),
        ),
        (
            "uses",
            "buysFrom",
            "use",
            rf"(?<!that\s)(?<!who\s){cue('use')}\s(?!in\s)(?:{_PLAIN}){{0,3}}?(?P<o>{ORG})(?:'s)?\s(?:{_PLAIN}){{0,2}}?{goods}",
        ),
    )


def _on_lists(predicate: str, role: str) -> Listed:
    """Return the constructions of lists of those in a role: "X was added to Y's roster of suppliers, alongside Z"."""
    of_them = rf"{cue('roster')}\sof\s(?:{WORD}|{THING}\s){{0,3}}?{cue(role)}"
    onto = rf"{cue('listed-by')}\s(?P<s>{ORG})'s\s{WORD}{{0,2}}?{of_them}"
    return (
        (f"{role}-on-list", predicate, role, rf"(?P<o>{together(ORG)})\s{WORD}{{0,4}}?{onto}"),
        (
            f"{role}-beside",
            predicate,
            role,
            rf"{onto},?\s(?:alongside|along\swith|together\swith)\s{BEFORE}(?P<o>{listed(ORG)})",
        ),
        (
            f"{role}-listed",
            predicate,
            role,
            rf"(?P<s>{ORG})\s{WORD}{{0,2}}?{cue('taking-on')}\s{BEFORE}(?P<o>{listed(ORG)})\sto\s(?:{ORG}'s|the|a)\s{WORD}{{0,2}}?{of_them}",
        ),
    )

"""Constructions of buying, serving, competing and investing: buysFrom, customerOf, competesWith, investsIn."""

from kg.extract.rules.relations.parts import BEFORE, WORD, Listed, cue, listed, together
from kg.extract.rules.relations.skeletons import ORG, PLACE, THING, block

_NOUN = r"(?:[a-z-]+\s)?(?:[a-z-]+|AI)(?=\s(?:and|or|to|for|as)\b|\s?[.,;]|\s?\Z)"


def buying() -> Listed:
    """Return the constructions."""
    goods, buy = cue("goods"), cue("buy")
    seller = rf"(?P<o>{ORG})(?:'s)?\s{WORD}{{0,4}}?(?:{goods}|{THING})"
    ware = rf"(?:{seller}|(?P<ware>{THING}))"
    examples = rf"(?:(?:{ORG}|[a-z]+)\s{cue('examples')}\s)?"
    return (
        (
            "buys-from",
            "buysFrom",
            "buy",
            rf"(?P<s>{together(ORG)})\s{WORD}{{0,6}}?{buy}\s(?:{WORD}|{THING}\s){{0,8}}?from\s(?P<o>{listed(ORG)})",
        ),
        (
            "supplies",
            "buysFrom",
            "supply",
            (
                rf"(?P<o>{ORG})\s{WORD}{{0,2}}?{cue('supply')}\s{WORD}{{0,4}}?{goods}\s(?:{WORD}{{0,2}}?)to"
                rf"\s(?:{WORD}{{0,3}}?{cue('examples')}\s)?(?P<s>{listed(ORG)})"
            ),
        ),
        (
            "suppliers",
            "buysFrom",
            "suppliers",
            rf"(?P<s>{ORG})'s\s{WORD}{{0,2}}?{cue('suppliers')}\s(?:{cue('include')}\s)?(?P<o>{listed(ORG)})",
        ),
        (
            "makes-for",
            "buysFrom",
            "make",
            rf"(?P<o>{ORG})\s{WORD}{{0,3}}?{cue('make')}\s{WORD}{{0,2}}?{goods}\sfor\s(?P<s>{listed(ORG)})",
        ),
        (
            "buys",
            "buysFrom",
            "buy",
            rf"(?P<s>{together(ORG)})\s{WORD}{{0,6}}?{buy}\s(?:{WORD}|such\sas\s){{0,8}}?{ware}",
        ),
        (
            "bought-by",
            "buysFrom",
            "bought",
            rf"(?:{seller}|(?P<ware>{THING}))\s{WORD}{{0,3}}?{cue('bought')}\sby\s(?P<s>{together(ORG)})",
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
            rf"\b{cue('orders')}\s[^.;\ue000-\uf8ff]{{0,60}}?\b(?:to|by|from|with)\s{examples}(?P<o>{listed(ORG)})",
        ),
        (
            "orders-goods",
            "buysFrom",
            "orders",
            (
                rf"\b{cue('orders')}\s[^.;\ue000-\uf8ff]{{0,60}}?\b(?:on|for|of|involve|to)\s{WORD}{{0,2}}?"
                rf"(?P<o>{ORG})\s{WORD}{{0,2}}?{goods}"
            ),
        ),
        ("uses", "buysFrom", "use", rf"{cue('use')}\s{WORD}{{0,3}}?(?P<o>{ORG})(?:'s)?\s{WORD}{{0,2}}?{goods}"),
    )


def serving() -> Listed:
    """Return the constructions."""
    goods = cue("goods")
    ware = rf"(?:(?P<o>{ORG})(?:'s)?\s{WORD}{{0,4}}?(?:{goods}|{THING})|(?P<ware>{THING}))"
    return (
        (
            "rents-from",
            "customerOf",
            "rent",
            rf"(?P<s>{together(ORG)})\s{WORD}{{0,6}}?{cue('rent')}\s{WORD}{{0,8}}?from\s(?P<o>{listed(ORG)})",
        ),
        (
            "customer",
            "customerOf",
            "customer",
            rf"(?P<s>{together(ORG)})\s[^.;]{{0,80}}?(?P<o>{ORG})'s\s{WORD}{{0,3}}?{cue('customer')}",
        ),
        (
            "customer-of",
            "customerOf",
            "customer",
            rf"(?P<s>{together(ORG)})(?:\sis|\swas|\sare|,)\s[^.;]{{0,60}}?\b(?:customer|client)s?\sof\s(?P<o>{ORG})",
        ),
        (
            "buyer-of",
            "customerOf",
            "buyer",
            rf"(?P<s>{together(ORG)})(?:\s|,\s)[^.;\ue000-\uf8ff]{{0,60}}?{cue('buyer')}\sof\s{WORD}{{0,3}}?{ware}",
        ),
        (
            "buyer-of-goods",
            "buysFrom",
            "buyer",
            rf"(?P<s>{together(ORG)})(?:\s|,\s)[^.;\ue000-\uf8ff]{{0,60}}?{cue('buyer')}\sof\s{WORD}{{0,3}}?{ware}",
        ),
    )


def competing() -> Listed:
    """Return the constructions."""
    rival, examples = cue("rival"), cue("examples")
    return (
        (
            "things-compete",
            "competesWith",
            "compete",
            rf"(?P<s>{THING})\s{WORD}{{0,2}}?{cue('compete')}\s(?:{ORG}'s\s)?{WORD}{{0,2}}?(?P<o>{listed(THING)})",
        ),
        (
            "rivals",
            "competesWith",
            "rival",
            (
                rf"(?P<s>{together(ORG)})[^.;]*?{rival}\b[^.;\ue000-\uf8ff]{{0,40}}?(?:{ORG}|{PLACE}[^.;\ue000-\uf8ff]{{0,30}}?)?,?\s?{examples}"
                rf"\s(?P<o>{listed(ORG)})"
            ),
        ),
        (
            "competes",
            "competesWith",
            "compete",
            (
                rf"(?P<s>{together(ORG)})(?:\s|,\s)[^.;]*?{cue('compete')}\s{WORD}{{0,3}}?(?:{ORG}-backed\s)?"
                rf"(?P<o>{listed(ORG)})"
            ),
        ),
        ("rival", "competesWith", "rival", rf"(?P<s>{ORG})'s\s{WORD}{{0,3}}?rivals?,?\s(?P<o>{listed(ORG)})"),
        (
            "rival-of",
            "competesWith",
            "rival",
            rf"(?P<s>{ORG})(?:,|\sis|\swas)\s(?:an?|the)\s{WORD}{{0,3}}?(?:rival|competitor)\s(?:of|to)\s(?P<o>{listed(ORG)})",
        ),
    )


def investing() -> Listed:
    """Return the constructions."""
    site = rf"{WORD}{{0,4}}?{cue('sites')}\s(?:facilities\s)?in\s(?:the\s)?"
    where = rf"(?P<o>{PLACE}(?:,\s(?:particularly|especially|including|mainly|notably)\s{PLACE})?)"
    return (
        (
            "backed-by",
            "investsIn",
            "backers",
            rf"(?P<o>{ORG}),?\s(?:which\sis\s|is\s)?{cue('backers')}\s(?P<s>{listed(ORG)})",
        ),
        ("stake", "investsIn", "stake", rf"(?P<s>{together(ORG)})\s(?:{WORD}){{0,7}}?{cue('stake')}\sin\s(?P<o>{ORG})"),
        ("backed", "investsIn", "backed", rf"(?P<s>{ORG})-{cue('backed')}\s{BEFORE}(?P<o>{ORG})"),
        (
            "invests-in",
            "investsIn",
            "invest",
            (
                rf"(?P<s>{together(ORG)})\s(?:\w+\s)?(?:{WORD}{{0,3}}?){cue('invest')}"
                rf"\s{WORD}{{0,8}}?in\s(?:the\s)?(?P<o>{block(0, 2)})"
            ),
        ),
        ("builds-in", "investsIn", "sites", rf"(?P<s>{together(ORG)})\s[^.;]*?{cue('found')}\s{site}{where}"),
        ("builds-too", "investsIn", "sites", rf"\band\s{cue('found')}\s{site}{where}"),
        (
            "invests-noun",
            "investsIn",
            "invest",
            (
                rf"(?P<s>{listed(ORG)}),\s(?:all\sof\s)?which\s(?:is|are)\s(?:\w+\s)?investing\s(?:\w+\s)?in"
                rf"\s(?P<noun>{_NOUN})"
            ),
        ),
    )

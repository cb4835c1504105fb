"""Constructions of shares of companies, of rounds and of revenue: investsIn, parentOf, customerOf."""

from kg.extract.rules.relations.parts import BEFORE, WORD, Listed, cue, listed, together
from kg.extract.rules.relations.skeletons import NAME, ORG, PLACE, block
from kg.lexicon.wordlists import alternation, words

_APART = rf"(?:[^.;\ue000-\uf8ff]|{PLACE}|{NAME}'s)"
_NOUN = r"(?:[a-z-]+\s)?(?:[a-z-]+|AI)(?=\s(?:and|or|to|for|as)\b|\s?[.,;]|\s?\Z)"


def holding() -> Listed:
    """Return the constructions."""
    customer = cue("customer")
    site = rf"{WORD}{{0,4}}?{cue('sites')}\s(?:facilities\s)?in\s(?:the\s)?"
    where = rf"(?P<o>{PLACE}(?:,\s(?:particularly|especially|including|mainly|notably)\s{PLACE})?)"
    round_ = cue("round")
    whole = (
        rf"(?!\s(?:[a-z-]+\s){{0,2}}{cue('maker', 'owner', 'suppliers')}\s{ORG})"  # "a stake in X owner Y" is none in X
    )
    nearly = r"(?:(?:an?|the|about|around|almost|nearly|roughly|some|over|more\sthan)\s){0,2}"
    noun = alternation((*words("nouns"), *words("relation-cues", "body")))
    sum_ = rf"(?:\s(?:about\s|around\s|some\s|another\s|up\sto\s)?[A-Z]{{0,3}}[$€£]\d[\d.,]*(?:\s?{cue('sums')})?)?"
    all_of = rf"(?P<s>{listed(ORG)}),\s(?:all|both|each|most)\sof\s(?:which|whom)\s(?:is|are|was|were)\s{WORD}{{0,2}}?"
    return (
        ("all-of-which", "investsIn", "backer", rf"{all_of}(?P<o>{ORG})(?:'s)?\s{cue('backer')}"),
        ("all-of-which-in", "investsIn", "backer", rf"{all_of}{cue('backer')}\s(?:in|of)\s(?P<o>{ORG})"),
        ("all-of-which-buy", "customerOf", "customer", rf"{all_of}(?P<o>{ORG})(?:'s)?\s{customer}"),
        ("all-of-which-buy-from", "customerOf", "customer", rf"{all_of}{customer}\sof\s(?P<o>{ORG})"),
        (
            "amount-from",
            "investsIn",
            "raising",
            (
                rf"{cue('raising')}{_APART}*?\bincluding\s(?:[^.;\ue000-\uf8ff]|{NAME}(?=,|\sand\b)){{1,120}}?\sand\s[$€£¥]?[0-9]\S*\s"
                rf"(?:[a-z]+\s)?from\s{BEFORE}(?P<s>{ORG})"
            ),
        ),
        (
            "backed-bare",
            "investsIn",
            "backed",
            rf"\A(?:But\s|And\s)?The\s(?P<s>{ORG})-{cue('backed')}\s{WORD}{{0,2}}?{noun}\s(?!{NAME})",
        ),
        (
            "made-to-sell",
            "parentOf",
            "part-with",
            rf"{cue('compel')}\s(?P<s>{ORG})\s(?:either\s)?to\s{cue('part-with')}\s(?P<o>{block(0, 1)})",
        ),
        (
            "holds-most",
            "parentOf",
            "hold",
            (
                rf"(?P<s>{ORG})(?:,?\swhich)?\s(?:\w+\s)?{cue('hold')}\s{nearly}(?:{cue('majority')}|"
                rf"(?:5[1-9]|[6-9]\d|100)(?:\.\d+)?(?:%|\sper\s?cent)(?:\sstake)?)\s(?:of|in)\s(?:[\w'-]+\s){{0,5}}?(?:[\w-]+,\s)?"
                rf"(?:{ORG},\s)?(?P<o>{ORG})"
            ),
        ),
        (
            "holds-part-bare",
            "investsIn",
            "holding",
            rf"(?P<s>{listed(ORG)})\s(?:each\sholding|{WORD}{{0,2}}?{cue('hold')})\s(?:an?\s|the\s)?[\d.]+(?:%|\sper\s?cent)\s{WORD}{{0,1}}?{cue('holding')}(?=\s?[.,;]|\s(?:and|with|through|as)\b|\s?\Z)",
        ),
        (
            "leads-round",
            "investsIn",
            "round",
            rf"(?P<s>{together(ORG)})\s{WORD}{{0,2}}?{cue('lead')}\s{_APART}{{0,50}}?{round_}\s(?:in|of|for|at)\s{BEFORE}(?P<o>{ORG})",
        ),
        (
            "led-round",
            "investsIn",
            "round",
            rf"(?P<s>{ORG})-led\s{WORD}{{0,3}}?{round_}(?:\s(?:in|values|valued|valuing)\s(?P<o>{ORG}))?",
        ),
        (
            "raised-led-by",
            "investsIn",
            "raising",
            rf"{cue('raising')}\s[^;:\ue000-\uf8ff]{{1,100}}?\b(?:co-)?led\sby\s{BEFORE}(?P<s>{listed(ORG)})(?!')",
        ),
        (
            "round-led-by",
            "investsIn",
            "round",
            rf"{round_}{_APART}{{0,60}}?\bled\sby\s{BEFORE}(?P<s>{listed(ORG)})(?!')",
        ),
        (
            "holds-part",
            "investsIn",
            "hold",
            rf"(?P<s>{together(ORG)})(?:,?\swhich)?\s(?:\w+\s)?{cue('hold')}\s{WORD}{{0,3}}?(?:[1-4]?\d|50)(?:\.\d+)?(?:%|\sper\s?cent)\s{WORD}{{0,2}}?(?:of|in)\s{BEFORE}(?P<o>{ORG}){whole}",
        ),
        (
            "joins-round",
            "investsIn",
            "round",
            rf"(?P<s>{listed(ORG)})\s(?:also\s)?{cue('join')}\s(?:the|this|that)\s{WORD}{{0,2}}?{round_}",
        ),
        (
            "round-joined",
            "investsIn",
            "round",
            rf"{round_}[^.;]{{0,160}}?\b(?:participation|contributions|backing|support)\s(?:also\s)?from\s{BEFORE}(?P<s>{listed(ORG)})(?!')",
        ),
        (
            "round-drew",
            "investsIn",
            "round",
            rf"\A(?:The|This)\s{WORD}{{0,3}}?{round_}\s(?:also\s)?(?:{cue('drawing')})\s{WORD}{{0,4}}?from\s{BEFORE}(?P<s>{listed(ORG)})",
        ),
        (
            "money-of",
            "investsIn",
            "funding",
            rf"\A(?:The|This)\s{WORD}{{0,3}}?{cue('funding')}\sfrom\s{BEFORE}(?P<s>{listed(ORG)})",
        ),
        (
            "also-invested",
            "investsIn",
            "invested",
            rf"(?P<s>{listed(ORG)})\s(?:(?:also|both|all|each)\s){{0,2}}{cue('invested')}{sum_}(?=\s?[.,;]|\Z)",
        ),
        (
            "with-backing",
            "investsIn",
            "funding",
            rf"\b[Ww]ith\s{WORD}{{0,3}}?{cue('funding')}\sfrom\s{BEFORE}(?P<s>{listed(ORG)}),\s(?:the\s)?(?P<o>{ORG})\s(?!and\b)",
        ),
        (
            "where-invests",
            "investsIn",
            "invest|sites",
            rf"(?P<o>{PLACE}),\swhere\s(?P<s>{ORG})\s{WORD}{{0,5}}?(?:{cue('invest')}|{cue('found')}\s{WORD}{{0,4}}?{cue('sites')})",
        ),
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
        ("single-customer", "customerOf", "customer", rf"\bwith\s{WORD}{{0,4}}?{customer},\s(?P<s>{ORG})"),
        (
            "in-which",
            "investsIn",
            "",
            rf"(?P<o>{ORG}),?\sin\swhich\s(?P<s>{listed(ORG)})\s[^.;,\ue000-\uf8ff]{{0,40}}?(?:stake|invested|shares|%|holding)",
        ),
        (
            "counts-among",
            "customerOf",
            "customer",
            rf"(?P<o>{ORG})\s(?:\w+\s)?counts\s(?:{WORD}{{1,5}}?such\sas\s|{BEFORE})(?P<s>{listed(ORG)}(?:\ssuch\sas\s{listed(ORG)})?)\s{_APART}{{0,20}}?(?:among|amongst|as)\s[^.;]{{0,30}}?{customer}",
        ),
        (
            "accounts-for-orders",
            "buysFrom",
            "account",
            rf"(?P<s>{ORG})\s(?:\w+\s)?{cue('account')}\s{_APART}{{0,40}}?of\s(?P<o>{ORG})'s\s{WORD}{{0,2}}?{cue('orders')}",
        ),
        (
            "revenue-from",
            "customerOf",
            "revenue",
            rf"(?P<o>{ORG})'s\s{WORD}{{0,4}}?{cue('revenue')}\s{WORD}{{0,2}}?(?:come|comes|came|coming|derive|derives|derived|stem|stems|stemmed|generated)\sfrom\s{BEFORE}(?P<s>{listed(ORG)})(?!')",
        ),
        (
            "accounts-for",
            "customerOf",
            "account",
            rf"(?P<s>{ORG})\s(?:\w+\s)?{cue('account')}\s{_APART}{{0,40}}?of\s(?P<o>{ORG})'s\s{WORD}{{0,2}}?{cue('revenue')}",
        ),
    )

"""Constructions of shares of companies, of rounds and of revenue: investsIn, parentOf, customerOf."""

from kg.extract.rules.relations.parts import APART, BEFORE, WORD, Listed, cue, listed, together
from kg.extract.rules.relations.skeletons import NAME, ORG, PERSON, PLACE, block
from kg.extract.rules.text.sums import amount, money
from kg.lexicon.wordlists import alternation, words

_PLAIN = r"(?:[^.;\ue000-\uf8ff]|\.\d)"
_NOUN = r"(?:[a-z-]+\s)?(?:[a-z-]+|AI)(?=\s(?:and|or|to|for|as)\b|\s?[.,;]|\s?\Z)"


def holding() -> Listed:
    """Return the constructions."""
    customer = cue("customer")
    site = rf"{WORD}{{0,4}}?{cue('sites')}\s(?:facilities\s)?in\s(?:the\s)?"
    where = rf"(?P<o>{PLACE}(?:,\s(?:particularly|especially|including|mainly|notably)\s{PLACE})?)"
    round_ = cue("round")
    valuing = (
        r"(?:\s(?:in|last|this|earlier|late|early)\b(?:\s\w+){1,3}?)?,?\s(?:that\s|which\s)?"
        rf"{alternation(words('semantic-fields', 'giving-value'))}"
    )
    whole = (
        rf"(?!'s\s(?!{WORD}{{0,3}}?{cue('shares')}))"  # "9% of X's output"
        rf"(?!\s(?:[a-z-]+\s){{0,2}}{cue('maker', 'owner', 'suppliers')}\s{ORG})"  # "a stake in X owner Y" is none in X
    )
    nearly = r"(?:(?:an?|the|about|around|almost|nearly|roughly|some|over|more\sthan)\s){0,2}"
    noun = alternation((*words("nouns"), *words("relation-cues", "body")))
    some = r"(?:about|around|some|another|up\sto|an\s(?:additional|extra)|a\sfurther)"
    sum_ = rf"(?:\s(?:{some}\s)?{money()}[\d.,]*(?:\s?{cue('sums')})?)?"
    shall = r"(?:(?:also|both|all|each|has|have|is|are|will|would|could|may|agreed|plans?|set|to)\s){0,4}"
    paid_in = rf"(?:\sin\s{WORD}{{0,5}}?{cue('paid-in')})?"
    most = rf"(?:(?:an?|the)\s)?(?:bulk|half|most|quarter|third|tenth)\sof\s(?:{NAME}|that|the\s(?:sum|money|{round_}))"
    sum_some = (
        rf"\s(?:(?:about|around|some|another|up\sto|more\sthan|over|nearly|almost|roughly|at\sleast)\s)?"
        rf"{money()}[\d.,]*(?:[a-zA-Z]{{1,2}}\b|\s?{cue('sums')})?"
    )
    of_members = (
        rf"(?:(?:(?:made\sup|composed|formed|consisting)\s)?of|comprising|(?:led|backed)\sby|(?:that|which)\sinclude[ds]?|"
        rf"between|with|{cue('examples')})\s"
    )
    most_of = r"(?:single\s)?(?:largest|biggest|top|main)\s(?:single\s)?(?:[a-z]+\s)?"
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
                rf"{cue('raising')}{APART}*?\bincluding\s(?:[^.;\ue000-\uf8ff]|{NAME}(?=,|\sand\b)){{1,120}}?\sand\s{amount()}\S*\s"
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
            "which-includes",
            "parentOf",
            "embracing",
            (
                rf"(?P<s>{ORG}),\swhich\s(?:also\s|now\s)?{cue('embracing')}\s{BEFORE}(?P<o>{listed(block(0, 1))})"
                r"(?=\s?[,.;)]|\s?\Z)"
            ),
        ),
        ("and-parent", "parentOf", "owner", rf"(?P<o>{block(0, 1)})\sand\s{cue('owner')}\s(?P<s>{ORG})(?!'s\s{NAME})"),
        (
            "persons-startup",
            "founderOf",
            "fledgling",
            rf"(?P<s>{PERSON})'s\s(?:(?!in\b|of\b|rival\b)[\w-]+\s){{0,3}}?{cue('fledgling')},?\s(?P<o>{ORG})",
        ),
        ("bracketed-part", "parentOf", "", rf"(?P<s>{ORG})\s\((?:the\s)?(?P<o>{ORG})\)"),
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
            rf"(?P<s>{together(ORG)})\s{WORD}{{0,2}}?{cue('lead')}\s{APART}{{0,50}}?{round_}(?:\s(?:in|of|for|at)|{valuing})\s{BEFORE}(?P<o>{ORG})",
        ),
        (
            "led-round",
            "investsIn",
            "round",
            rf"(?P<s>{ORG})-led\s{WORD}{{0,3}}?{round_}(?:(?:\sin|{valuing})\s{BEFORE}(?P<o>{ORG}))?",
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
            rf"{round_}(?:\s(?:for|in|of|at)\s(?P<o>{ORG}))?{APART}{{0,60}}?\bled\sby\s{BEFORE}(?P<s>{listed(ORG)})(?!')",
        ),
        (
            "leads-deal",
            "investsIn",
            "lead",
            rf"(?P<s>{together(ORG)})\s(?:co-)?{cue('lead')}\s(?:(?:the|this|that)\s{cue('placing')}\b|with{sum_some})",
        ),
        ("leads-it", "investsIn", "lead", rf"(?P<s>{together(ORG)})\s(?:co-)?{cue('lead')}(?=\s?;|\s?\.?\Z)"),
        (
            "sum-of-sum",
            "investsIn",
            "raised",
            (
                rf"(?P<s>{ORG})\s{WORD}{{0,2}}?{cue('invested')}\s{_PLAIN}{{1,30}}?\sof\s(?:the|a)\s{_PLAIN}{{1,30}}?\s"
                rf"(?:that\s|which\s)?(?P<o>{ORG})\s{WORD}{{0,2}}?{cue('raised')}"
            ),
        ),
        (
            "led-by-fronted",
            "investsIn",
            "round",
            rf"\A(?:Co-led|Led|Backed)\sby\s{BEFORE}(?P<s>{listed(ORG)}),\s(?:the|this)\s{WORD}{{0,3}}?{round_}",
        ),
        (
            "with-joining",
            "investsIn",
            "joining",
            rf"\b[Ww]ith\s{BEFORE}(?P<s>{listed(ORG)})\s(?:also\s|both\s|all\s)?{cue('joining')}(?=\s?[.,;]|\s{money()}|\s(?:up|about|around|another|money)\b|\sin\sthe\s{round_}|\s?\Z)",
        ),
        (
            "wrote-cheque",
            "investsIn",
            "cheque",
            rf"(?P<s>{together(ORG)})\s(?:also\s)?wrote\s{WORD}{{1,3}}?{cue('cheque')}",
        ),
        (
            "buyers-were",
            "investsIn",
            "participants",
            rf"\A(?:The\s|Other\s|Key\s|Main\s)?{cue('participants')}\s(?:are|were|will\sbe|include[ds]?)\s{BEFORE}(?P<s>{listed(ORG)})",
        ),
        (
            "sold-to-buyers",
            "investsIn",
            "shares",
            rf"(?P<o>{ORG})(?:'s)?\s{_PLAIN}{{1,80}}?{cue('shares')}\s{_PLAIN}{{0,40}}?\bto\s{WORD}{{0,4}}?{cue('takers')}\s(?:(?:that|which)\sinclude[ds]?|{cue('examples')})\s{BEFORE}(?P<s>{listed(ORG)})",
        ),
        (
            "bought-by-group",
            "investsIn",
            "consortium",
            rf"(?P<o>{ORG})(?:'s)?,?\s{_PLAIN}{{0,80}}?{cue('taken-over')}\s{_PLAIN}{{0,40}}?\b(?:by|to|from)\s(?:the\s|an?\s){WORD}{{0,3}}?{cue('consortium')}\s{of_members}{BEFORE}(?P<s>{listed(ORG)})",
        ),
        (
            "group-takes",
            "investsIn",
            "consortium",
            rf"\b[Aa]n?\s{WORD}{{0,3}}?{cue('consortium')}\s{of_members}{BEFORE}(?P<s>{listed(ORG)}),?\s(?:has\s|have\s|is\s|will\s|would\s)?(?:\w+\s){{0,3}}?{cue('taking-over')}\s(?P<o>{ORG})(?!')",
        ),
        (
            "group-of",
            "investsIn",
            "offer",
            rf"\A(?P<o>{ORG}),?\s(?:which|that)\sinclude[ds]?\s{BEFORE}(?P<s>{listed(ORG)}),?\s[^;\ue000-\uf8ff]{{0,40}}?{cue('offer')}",
        ),
        (
            "and-sum",
            "investsIn",
            "",
            rf"[,;]\s(?:(?:and|while|with)\s)?(?P<s>{ORG})(?:{sum_some}),?\s?(?=[.,;]|\Z|of\sit)",
        ),
        (
            "stake-too",
            "investsIn",
            "holding",
            rf"\b(?:while|whereas|and)\s(?P<s>{ORG})'s\s(?:\w+\s)?{cue('holding')}\s(?:now\s)?{cue('amounting')}\s",
        ),
        (
            "sum-to-support",
            "investsIn",
            "invest",
            rf"(?P<s>{ORG})\s{APART}{{0,60}}?{cue('invest')}{sum_some}\sto\s(?:help|support|back)\s(?P<o>{ORG})(?!'s)",
        ),
        (
            "sum-for-place",
            "investsIn",
            "outlays",
            rf"(?P<s>{ORG})\s{_PLAIN}{{0,60}}?{cue('outlays')}\s{_PLAIN}{{0,60}}?\bto\s(?:\w+ly\s)?{cue('bolster')}\s(?P<o>{PLACE})'s\s{WORD}{{0,4}}?{cue('industry')}",
        ),
        (
            "place-with-outlay",
            "investsIn",
            "outlays",
            rf"(?P<s>{ORG})\s{APART}{{1,60}}?\b(?:in|into|on|to)\s(?P<o>{PLACE})\swith\s(?:an?\s|plans\sfor\san?\s){WORD}{{0,4}}?investment\b",
        ),
        (
            "both-backed",
            "investsIn",
            "backed",
            rf"(?P<s>{ORG})-,?\s(?:and|or)\s{ORG}-{cue('backed')}\s{WORD}{{0,3}}?(?P<o>{ORG})",
        ),
        (
            "listed-led-by",
            "investsIn",
            "lead",
            rf"(?P<o>{ORG}),{sum_some},\s(?:co-)?led\sby\s{BEFORE}(?P<s>{listed(ORG)})(?!')",
        ),
        (
            "holds-part",
            "investsIn",
            "hold",
            (
                rf"(?P<s>{together(ORG)})(?:,?\swhich|,\s(?:an?|the)\s(?:[^,;.\ue000-\uf8ff]|{PLACE}){{1,60}},)?"
                rf"\s(?:\w+\s)?{cue('hold')}\s{WORD}{{0,3}}?(?:[1-4]?\d|50)(?:\.\d+)?(?:%|\sper\s?cent)\s"
                rf"{WORD}{{0,2}}?(?:of|in)\s{BEFORE}(?P<o>{ORG}){whole}"
            ),
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
            rf"(?P<s>{listed(ORG)})\s(?:(?<='s\s){WORD}{{0,2}}?{cue('acting-part')}\s)?{shall}{cue('invested')}(?:{sum_}{paid_in}|\s{most})(?=\s?[.,;]|\sand\s{ORG}\s|\Z)",
        ),
        (
            "invested-too",
            "investsIn",
            "invested",
            rf"{cue('invested')}{sum_some},?\s(?:and|while)\s(?P<s>{ORG}){sum_some}",
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
        (
            "new-site",
            "investsIn",
            "sites",
            rf"(?P<s>{ORG})'s\s(?:{cue('site-to-come')}\s|{money()}[\d.,]+\S*\s){WORD}{{0,4}}?{cue('sites')}\sin\s(?:the\s)?{where}",
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
        (
            "with-a-stake",
            "investsIn",
            "holding",
            rf"(?P<s>{ORG}),\swith\s(?:an?|its)\s{WORD}{{0,2}}?{cue('holding')}\s(?:of\s\S+\s)?in\s{BEFORE}(?P<o>{ORG}){whole}",
        ),
        (
            "gives-control",
            "parentOf",
            "give",
            rf"{cue('give')}\s(?P<s>{ORG})\s(?:[a-z]+\s)?control\s(?:of|over)\s{BEFORE}(?P<o>{ORG})(?!')",
        ),
        (
            "shareholders-behind",
            "investsIn",
            "ahead",
            (
                rf"(?:(?P<o>{ORG})'s\s)?{most_of}{cue('shareholder')}(?:\s(?:in|of)\s(?P<p>{ORG}))?,\s"
                rf"{cue('ahead')}\s{BEFORE}(?P<s>{listed(ORG)})(?!')"
            ),
        ),
        ("single-customer", "customerOf", "customer", rf"\bwith\s{WORD}{{0,4}}?{customer},\s(?P<s>{ORG})"),
        (
            "in-which",
            "investsIn",
            "",
            rf"(?P<o>{ORG}),?\s(?:in|of)\swhich\s(?P<s>{listed(ORG)})\s[^.;,\ue000-\uf8ff]{{0,40}}?(?:stake|invested|shares|%|holding)",
        ),
        (
            "counts-among",
            "customerOf",
            "customer",
            rf"(?P<o>{ORG})\s(?:\w+\s)?counts\s(?:{WORD}{{1,5}}?such\sas\s|{BEFORE})(?P<s>{listed(ORG)}(?:\ssuch\sas\s{listed(ORG)})?)\s{APART}{{0,20}}?(?:among|amongst|as)\s[^.;]{{0,30}}?{customer}",
        ),
        (
            "accounts-for-orders",
            "buysFrom",
            "account",
            rf"(?P<s>{ORG})\s(?:\w+\s)?{cue('account')}\s{APART}{{0,40}}?of\s(?P<o>{ORG})'s?\s{WORD}{{0,2}}?{cue('orders')}",
        ),
        (
            "revenue-from",
            "customerOf",
            "revenue",
            rf"(?P<o>{ORG})'s?\s{WORD}{{0,4}}?{cue('revenue')}\s{WORD}{{0,2}}?{cue('stemming')}\sfrom\s{BEFORE}(?P<s>{listed(ORG)})(?!')",
        ),
        (
            "accounts-for",
            "customerOf",
            "account",
            rf"(?P<s>{together(ORG)})\s(?:\w+\s)?{cue('account')}\s{APART}{{0,40}}?of\s(?P<o>{ORG})'s?\s{WORD}{{0,2}}?{cue('revenue')}",
        ),
    )

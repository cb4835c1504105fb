"""Constructions of investors, rounds and rivals told from either side: investsIn, competesWith."""

from kg.extract.rules.relations.parts import BEFORE, WORD, Listed, cue, listed, together
from kg.extract.rules.relations.skeletons import NAME, ORG, PLACE

_APART = rf"(?:[^.;\ue000-\uf8ff]|{PLACE}|{NAME}'s)"


def backing() -> Listed:
    """Return the constructions of investing."""
    investor, round_ = cue("investor"), cue("round")
    return (
        (
            "investor-in",
            "investsIn",
            "investor",
            rf"(?P<s>{listed(ORG)})(?:,?\s(?:which\s)?(?:is|are|was|were)|,)\s{_APART}{{0,40}}?{investor}\s(?:in|of)\s{BEFORE}(?P<o>{ORG})",
        ),
        (
            "investors-include",
            "investsIn",
            "investor",
            rf"(?P<o>{ORG})(?:'s|,\swhose)\s{WORD}{{0,4}}?{investor}(?:\s(?:\w+\s)?{cue('include')}|,)\s(?:the\s)?(?P<s>{listed(ORG)})",
        ),
        ("investor-name", "investsIn", "investor", rf"(?P<o>{ORG})\s{investor}\s(?P<s>{together(ORG)})"),
        (
            "leads-round",
            "investsIn",
            "round",
            rf"(?P<s>{together(ORG)})\s{WORD}{{0,2}}?{cue('lead')}\s{_APART}{{0,50}}?{round_}\s(?:in|of|for|at)\s{BEFORE}(?P<o>{ORG})",
        ),
        ("round-led-by", "investsIn", "round", rf"{round_}{_APART}{{0,60}}?\bled\sby\s{BEFORE}(?P<s>{listed(ORG)})"),
        (
            "raises-from",
            "investsIn",
            "raise",
            rf"(?P<o>{ORG})\s{WORD}{{0,3}}?{cue('raise')}\s{_APART}{{0,60}}?\bfrom\s{BEFORE}(?:{WORD}{{0,2}}?{cue('examples')}\s)?(?P<s>{listed(ORG)})",
        ),
        (
            "puts-into",
            "investsIn",
            "put",
            rf"(?P<s>{together(ORG)})\s{WORD}{{0,3}}?{cue('put')}\s{_APART}{{0,50}}?\binto\s{BEFORE}(?P<o>{ORG})",
        ),
        (
            "holds-part",
            "investsIn",
            "hold",
            rf"(?P<s>{together(ORG)})(?:,?\swhich)?\s(?:\w+\s)?{cue('hold')}\s{WORD}{{0,3}}?(?:[1-4]?\d|50)(?:\.\d+)?(?:%|\sper\s?cent)\s{WORD}{{0,2}}?(?:of|in)\s{BEFORE}(?P<o>{ORG})",
        ),
        (
            "site-building",
            "investsIn",
            "sites",
            rf"{cue('sites')}\s(?:that\s|which\s)?(?P<s>{ORG})\s(?:is|are|has|plans|wants)\s{WORD}{{0,3}}?{cue('found')}\s{WORD}{{0,2}}?in\s(?:the\s)?(?P<o>{PLACE})",
        ),
        (
            "builds-such-as",
            "investsIn",
            "sites",
            rf"(?P<s>{together(ORG)})\s{_APART}{{0,40}}?{cue('found')}\s{WORD}{{0,4}}?{cue('sites')}\s{WORD}{{0,3}}?in\s{WORD}{{0,3}}?{cue('examples')}\s(?P<o>{listed(PLACE)})",
        ),
        ("investor-of", "investsIn", "investor", rf"(?P<s>{ORG}),\s(?P<o>{ORG})'s\s{WORD}{{0,3}}?{investor}"),
        (
            "investor-bare",
            "investsIn",
            "investor",
            rf"(?P<s>{listed(ORG)})\s(?:is|was|are|were)\s(?:an?|the|among)\s{WORD}{{0,3}}?{investor}(?=\s?[.,;]|\Z)",
        ),
        ("investors-bare", "investsIn", "investor", rf"{investor}\s{cue('include')}\s{BEFORE}(?P<s>{listed(ORG)})"),
        (
            "joins-round",
            "investsIn",
            "round",
            rf"(?P<s>{listed(ORG)})\s(?:also\s)?{cue('join')}\s(?:the|this|that)\s{WORD}{{0,2}}?{round_}",
        ),
        (
            "in-which",
            "investsIn",
            "",
            rf"(?P<o>{ORG}),?\sin\swhich\s(?P<s>{listed(ORG)})\s[^.;,\ue000-\uf8ff]{{0,40}}?(?:stake|invested|shares|%|holding)",
        ),
    )


def rivalling() -> Listed:
    """Return the constructions of rivals beside those with "compete"."""
    rival = cue("rival")
    return (
        (
            "rival-from",
            "competesWith",
            "rival",
            rf"(?P<s>{ORG})\s{_APART}{{0,90}}?{rival}\s(?:from|in)\s(?:the\s)?{PLACE},?\s(?:{WORD}{{0,2}}?)(?P<o>{together(ORG)})",
        ),
        (
            "rival-bare",
            "competesWith",
            "rival",
            rf"(?:'s|\b{cue('beside-rival')})\s{WORD}{{0,2}}?{rival},?\s(?P<o>{listed(ORG)})",
        ),
        (
            "rivals-include",
            "competesWith",
            "rival",
            rf"(?P<s>{ORG})(?:'s|,\swhose)\s{WORD}{{0,4}}?{rival}(?:\s(?:\w+\s)?{cue('include')}|,)\s(?:the\s)?(?P<o>{listed(ORG)})",
        ),
        (
            "outdoes",
            "competesWith",
            "outdo",
            rf"(?P<s>{together(ORG)})\s{WORD}{{0,3}}?{cue('outdo')}\s{BEFORE}(?P<o>{listed(ORG)})",
        ),
        ("are-rivals", "competesWith", "rival", rf"(?P<s>{ORG})\sand\s(?P<o>{ORG})\sare\s{WORD}{{0,3}}?{rival}"),
        (
            "rival-apposed",
            "competesWith",
            "rival",
            rf"(?P<o>{ORG}),\s(?P<s>{ORG})'s\s(?:{WORD}|{PLACE}\s){{0,3}}?{rival}",
        ),
    )

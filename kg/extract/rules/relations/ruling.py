"""Constructions of rules: restrictedBy, issuedBy."""

from kg.extract.rules.relations.parts import WORD, Listed, cue, listed, together
from kg.extract.rules.relations.skeletons import ORG, PLACE, RULE, THING, block

_BOUND = block(0, 1, 2)


def ruling() -> Listed:
    """Return the constructions."""
    must = rf"(?:{cue('must')}|(?:is|are|was|were)\s(?:now|also|still|currently|\w+ly)\s{cue('barred')})"
    bound, been = listed(block(0, 1)), r"(?:is|are|was|were|has\sbeen|have\sbeen)"
    near = rf"(?:{WORD}|{PLACE}(?:'s)?\s){{0,3}}?"
    actor = block(0, 2, 4, 5)
    return (
        (
            "bound",
            "restrictedBy",
            "bound",
            rf"(?P<s>{ORG})(?:,\s[^,]{{1,60}},)?\s{WORD}{{0,3}}?{cue('bound')}\s[^.;]*?(?P<o>{RULE})",
        ),
        (
            "hindered",
            "restrictedBy",
            "hindrance",
            (
                rf"(?P<s>{ORG})\s(?:{WORD}|[$€£¥]?[\d.,]+\s){{0,6}}?{cue('hindrance')}(?:\sof\s[^;,\ue000-\uf8ff]{{1,30}}?)?\s"
                rf"(?:due\sto|because\sof|from|under|by|over|owing\sto|linked\sto|related\sto)\s{WORD}{{0,3}}?"
                rf"(?P<o>{RULE})"
            ),
        ),
        (
            "restricts",
            "restrictedBy",
            "restrict",
            rf"(?P<o>{RULE})\s(?:\w+\s){{0,2}}?{cue('restrict')}\s(?:{WORD}{{0,5}}?)(?:{ORG}'s\s(?:[a-z-]+\s){{0,3}}?)?(?P<s>{listed(_BOUND)})",
        ),
        (
            "restricted-by",
            "restrictedBy",
            "restrict",
            (
                rf"(?P<s>{bound})(?:\s(?:is|are|was|were|has\sbeen|have\sbeen|being)|,)\s(?:\w+ly\s)?"
                rf"{cue('restrict')}\b"
                rf"[^.;\ue000-\ue3ff]{{0,50}}?\s(?:by|under)\s{WORD}{{0,3}}?(?:{PLACE}\s{WORD}{{0,2}}?)?(?P<o>{RULE})"
            ),
        ),
        (
            "imposed-on",
            "restrictedBy",
            "issue",
            (
                rf"(?P<o>{RULE})\s(?:(?:is|are|was|were|been)\s)?{cue('issue')}\s(?:[^.;,]{{1,40}}?\s)?on\s{WORD}{{0,4}}?"
                rf"(?:{cue('examples')}\s(?:the\s)?)?(?:{ORG}'s\s{WORD}{{0,3}}?)?(?P<s>{listed(THING)})"
            ),
        ),
        (
            "made-unfit",
            "restrictedBy",
            "unsaleable",
            (
                rf"(?P<o>{RULE})(?:\s(?:[^.;\ue000-\uf8ff]|{PLACE}){{1,80}}?)?,?\s(?:and\s|that\s|which\s)?(?:leaving|left|made|making|rendered|rendering)\s"
                rf"(?:the\s)?(?:{ORG}'s\s)?(?:{PLACE}(?=-)\S*\s)?{WORD}{{0,3}}?(?P<s>{listed(THING)})\s{WORD}{{0,2}}?{cue('unsaleable')}"
            ),
        ),
        (
            "put-on",
            "restrictedBy",
            "put-on",
            (
                rf"(?P<s>{bound})(?:,?\s(?:which|that))?\s{been}\s(?:(?:\w+ly|all|both|now|still)\s)?{cue('put-on')}\s"
                rf"{near}(?P<o>{RULE})"
            ),
        ),
        (
            "puts-on",
            "restrictedBy",
            "put-on",
            rf"{cue('put-on')}\s(?P<s>{bound})\s(?:to|on)\s{near}(?P<o>{RULE})",
        ),
        (
            "must-under",
            "restrictedBy",
            "must|barred",
            (
                rf"(?P<s>{together(block(0, 1))})\s{WORD}{{0,2}}?{must}\s[^.;]{{0,60}}?"
                rf"\b(?:under|because\sof|owing\sto|due\sto)\s{WORD}{{0,3}}?(?P<o>{RULE})"
            ),
        ),
        (
            "under-must",
            "restrictedBy",
            "must|barred",
            (
                rf"\b(?:[Bb]ecause\sof|[Oo]wing\sto|[Dd]ue\sto|[Uu]nder)\s{WORD}{{0,3}}?(?P<o>{RULE}),\s"
                rf"(?:the\s)?(?:{PLACE}(?:-based)?\s|{ORG}'s\s)?(?:[a-z]+\s){{0,2}}?(?P<s>{together(block(0, 1))})\s"
                rf"{WORD}{{0,2}}?{must}"
            ),
        ),
        (
            "despite-fronted",
            "restrictedBy",
            "despite",
            rf"\A{cue('despite')}\s{near}(?P<o>{RULE})(?:\s[^.;,\ue000-\uf8ff]{{1,50}})?,\s(?:the\s)?(?:[a-z]+\s){{0,2}}?(?P<s>{together(ORG)})",
        ),
        (
            "acts-despite",
            "restrictedBy",
            "despite",
            rf"\A(?P<s>{ORG})(?:'s)?\s(?:[^.;:\ue000-\ue3ff]|{ORG}'s){{3,100}}?\s{cue('despite')}\s{near}(?P<o>{RULE})",
        ),
        (
            "own-list",
            "issuedBy",
            "put-on",
            rf"(?P<o>{actor})\s{WORD}{{0,3}}?{cue('put-on')}\s[^.;]{{1,80}}?\s(?:to|on)\sits\s(?P<s>{RULE})",
        ),
        (
            "whose-law",
            "issuedBy",
            "law",
            rf"(?P<s>{RULE}),\s(?:the\s)?(?P<o>{actor})'s\s{WORD}{{0,4}}?{cue('law')}(?=[\s,.])",
        ),
        (
            "law-called",
            "issuedBy",
            "law",
            rf"(?P<o>{actor})\s(?:[a-z]+\s){{0,3}}?{cue('law')}(?:,|\s[-\u2013\u2014])\s(?:the\s)?(?P<s>{RULE})",
        ),
        (
            "called-a-law",
            "issuedBy",
            "law",
            rf"(?P<s>{RULE}),\s(?:the|an?)\s(?:[a-z]+\s){{0,2}}?(?P<o>{actor})\s(?:[a-z]+\s){{0,3}}?{cue('law')}(?=[\s,.])",
        ),
        ("rule-of", "issuedBy", "", rf"(?P<o>{block(5)})'s\s{WORD}{{0,3}}?(?P<s>{RULE})"),
        (
            "imposed-by",
            "issuedBy",
            "issue",
            (
                rf"(?P<s>{RULE}),?\s(?:which\s|that\s)?(?:(?:is|was|were|are|had\sbeen|has\sbeen)\s)?(?:\w+ly\s)?"
                rf"{cue('issue')}\s{WORD}{{0,3}}?by\s(?:the\s)?(?P<o>{actor})"
            ),
        ),
        (
            "issues",
            "issuedBy",
            "issue",
            rf"(?P<o>{actor})\s(?:(?!not\b)\w+\s){{0,3}}?{cue('issue')}\s{WORD}{{0,4}}?(?P<s>{RULE})",
        ),
    )

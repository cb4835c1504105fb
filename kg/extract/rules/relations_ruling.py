"""Constructions of rules: restrictedBy, issuedBy."""

from kg.extract.rules.relation_parts import WORD, Listed, cue
from kg.extract.rules.skeletons import ORG, RULE, block

_ACTOR = block(0, 2)


def ruling() -> Listed:
    """Return the constructions."""
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
                rf"(?P<s>{ORG})\s{WORD}{{0,6}}?{cue('hindrance')}\s(?:due\sto|because\sof|from|under|by)\s{WORD}{{0,3}}?"
                rf"(?P<o>{RULE})"
            ),
        ),
        ("restricts", "restrictedBy", "restrict", rf"(?P<o>{RULE})\s(?:\w+\s)?{cue('restrict')}\s(?P<s>{_ACTOR})"),
        ("imposed-by", "issuedBy", "issue", rf"(?P<s>{RULE}),?\s{cue('issue')}\sby\s(?:the\s)?(?P<o>{actor})"),
        (
            "issues",
            "issuedBy",
            "issue",
            rf"(?P<o>{actor})\s(?:(?!not\b)\w+\s){{0,3}}?{cue('issue')}\s{WORD}{{0,4}}?(?P<s>{RULE})",
        ),
    )

"""Constructions of places in a ranking: competesWith."""

from kg.extract.rules.relations.parts import WORD, Listed, cue, together
from kg.extract.rules.relations.skeletons import ORG, PLACE, THING


def ranking() -> Listed:
    """Return the constructions."""
    apart = rf"(?:[^.;\ue000-\uf8ff]|{PLACE}(?:'s)?)"
    described = rf"(?:(?:{WORD}|{PLACE}(?:'s|-based)?\s){{0,4}}?)"
    be = r"(?:is|are|was|were|be|been|remains?|remained|stays?|stayed|finished|ranks|ranked)"
    results = cue("revenue", "results")
    how = r"(?:still\s|now\s|far\s|well\s|just\s|already\s|\w+ly\s|(?:an?|one|two|three)\s[a-z]+\s)?"
    return (
        (
            "mutual-rivals",
            "competesWith",
            "opponents",
            rf"(?P<s>{ORG})\s(?:and|&)\s(?:the\s)?(?P<o>{ORG}),?\s(?:which\s|who\s)?(?:are|were|have\sbeen|remain)\s{WORD}{{0,3}}?{cue('opponents')}(?!\s(?:of|to|in\s(?:a|the)\s(?:case|dispute|lawsuit|suit|trial)))",
        ),
        (
            "ahead-of",
            "competesWith",
            "ahead",
            rf"(?P<s>{ORG})\s{be}\s{how}{cue('ahead')}\s{described}(?P<o>{ORG})(?!')",
        ),
        (
            "thing-ahead-of",
            "competesWith",
            "ahead",
            rf"(?P<s>{THING})\s{be}\s{how}{cue('ahead')}\s(?:{ORG}'s\s)?{described}(?P<o>{THING})",
        ),
        (
            "chips-away",
            "competesWith",
            "nibble",
            rf"(?P<s>{together(ORG)})[^.;]{{0,160}}?{cue('nibble')}\s(?P<o>{ORG})'s\s",
        ),
        (
            "largest-behind",
            "competesWith",
            "ahead",
            rf"(?P<s>{ORG}){apart}{{0,80}}?\b(?:largest|biggest|leading)\s{apart}{{0,40}}?,?\s{cue('ahead')}\s(?:only\s|just\s)?{described}(?P<o>{ORG})",
        ),
        (
            "sells-more-than",
            "competesWith",
            "selling",
            rf"(?P<s>{ORG})\s{WORD}{{0,2}}?{cue('selling')}\s(?:far\s|many\s)?more\s{WORD}{{0,5}}?than\s(?:(?:the\s)?[a-z]+\s)?(?P<o>{ORG})(?!')",
        ),
        (
            "above-theirs",
            "competesWith",
            "surpass",
            rf"(?P<s>{ORG})'s\s[^;:\ue000-\uf8ff]{{3,90}}?{cue('surpass')}\s(?P<o>{ORG})'s?(?=\s?[$€£¥\d,.]|\s(?:in|by|for|over)\b|\s{WORD}{{0,3}}?{results}|\Z)",
        ),
        (
            "ranks-behind",
            "competesWith",
            "rank",
            rf"(?P<s>{ORG}),?\s{apart}{{0,40}}?{cue('rank')}\s{apart}{{0,40}}?(?:\b(?:after|behind)|(?<=only\s)to|(?<=second\s)to|(?<=two\s)to)\s{described}(?P<o>{together(ORG)})",
        ),
    )

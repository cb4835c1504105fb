"""Constructions of owning, founding, naming and seat: parentOf, founderOf, aliasOf, locatedIn."""

from kg.extract.rules.relation_parts import BEFORE, WORD, Listed, cue, listed
from kg.extract.rules.skeletons import ORG, PERSON, PLACE, THING, block
from kg.lexicon.wordlists import alternation, words


def owning() -> Listed:
    """Return the constructions."""
    owner, part = cue("owner"), cue("part")
    thing = block(0, 1)
    return (
        ("owns", "parentOf", "own", rf"(?P<s>{ORG})\s(?:\w+\s)?{cue('own')}\s(?P<o>{listed(thing)})"),
        ("unit", "parentOf", "part", rf"(?P<s>{ORG})'s\s(?P<o>{thing})\s{cue('part')}"),
        ("acquired", "parentOf", "acquire", rf"(?P<s>{ORG})\s(?:\w+\s)?{cue('acquire')}\s(?P<o>{ORG})(?!')"),
        ("founded", "founderOf", "start", rf"(?P<s>{listed(PERSON)})\s(?:\w+\s)?{cue('start')}\s(?P<o>{ORG})"),
        ("owner-before", "parentOf", "owner", rf"(?P<o>{listed(thing)})(?:'s)?[\s-]{WORD}?{owner}(?:,)?\s(?P<s>{ORG})"),
        (
            "owner-of",
            "parentOf",
            "owner",
            rf"(?P<s>{ORG})(?:,\s|\sis\s|\s\()(?:the\s)?(?:{PLACE}\s)?{WORD}{{0,4}}?{owner}\sof\s(?P<o>{listed(thing)})",
        ),
        ("owner-possessive", "parentOf", "owner", rf"(?P<s>{ORG})(?:,\s|\sis\s)(?P<o>{thing})'s\s{WORD}?{owner}"),
        (
            "part-of",
            "parentOf",
            "part",
            rf"(?P<o>{thing})(?:,\s|\sis\s)(?:an?|the)\s{WORD}{{0,3}}?{part}\sof\s(?P<s>{ORG})",
        ),
        ("part-possessive", "parentOf", "part", rf"(?P<s>{ORG})'s\s{WORD}{{0,2}}?{part}\s(?P<o>{thing})"),
        ("owned", "parentOf", "", rf"(?P<s>{ORG})-owned\s{WORD}{{0,2}}?(?P<o>{thing})"),
        (
            "owned-by",
            "parentOf",
            "",
            rf"(?P<o>{thing}),?\s(?:which\sis\s|is\s)?(?:majority[\s-])?owned\sby\s{BEFORE}(?P<s>{ORG})",
        ),
        ("founder-of", "founderOf", "founder", rf"(?P<s>{PERSON}),\s{WORD}{{0,4}}?{cue('founder')}\sof\s(?P<o>{ORG})"),
        (
            "founder",
            "founderOf",
            "founder",
            rf"(?P<o>{ORG})(?:'s)?\s{WORD}{{0,3}}?{cue('founder')}(?:\sand\s[\w\s]{{1,30}}?)?,?\s(?P<s>{PERSON})",
        ),
        (
            "founded-by",
            "founderOf",
            "",
            rf"(?P<o>{ORG}),?\s(?:which\s)?(?:was\s)?(?:co-)?founded\sby\s{BEFORE}(?P<s>{listed(PERSON)})",
        ),
    )


def naming() -> Listed:
    """Return the constructions."""
    alias = cue("alias")
    return (
        ("alias", "aliasOf", "alias", rf"(?P<o>{THING})\s(?:is\s|was\s)?(?:also\s)?{alias}\s(?:as\s)?(?P<s>{THING})"),
        ("alias-is", "aliasOf", "", rf"(?P<o>{THING})\sis\s(?P<s>{THING})(?=[.,;\s]|\Z)"),
        ("alias-aside", "aliasOf", "alias", rf"(?P<o>{THING})(?:,\s|\s\(){alias}\s(?:as\s)?(?P<s>{THING})"),
    )


def placing() -> Listed:
    """Return the constructions."""
    noun = alternation((*words("nouns"), *words("relation-cues", "owner")))
    return (
        ("national", "locatedIn", "", rf"(?P<o>{PLACE})\s{WORD}{{0,3}}?{noun}\s(?P<s>{ORG})"),
        (
            "nationals",
            "locatedIn",
            "",
            rf"(?P<o>{PLACE})\s{WORD}{{0,3}}?{noun}s\s(?:{cue('examples')}\s)?(?P<s>{listed(ORG)})",
        ),
        (
            "apposition",
            "locatedIn",
            "",
            rf"(?P<s>{ORG}),\s(?:the|an?)\s(?P<o>{PLACE})(?:-based)?\s{WORD}{{0,3}}?{noun}\b",
        ),
        ("examples", "locatedIn", "examples", rf"(?P<o>{ORG})\s{cue('examples')}\s(?P<s>{listed(ORG)})"),
        ("as-a", "locatedIn", "", rf"\b[Aa]s\san?\s(?P<o>{PLACE})(?:-based)?\s{WORD}{{0,2}}?{noun},\s(?P<s>{ORG})"),
        ("place-possessive", "locatedIn", "", rf"(?P<o>{PLACE})'s\s(?P<s>{ORG})"),
        ("based-in", "locatedIn", "based", rf"(?P<s>{ORG}),?\s(?:which\sis\s|is\s)?{cue('based')}\s(?P<o>{PLACE})"),
        ("based", "locatedIn", "", rf"(?P<o>{PLACE})-based\s{WORD}{{0,2}}?(?P<s>{ORG})"),
    )

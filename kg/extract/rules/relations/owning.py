"""Constructions of owning, founding, naming and seat: parentOf, founderOf, aliasOf, locatedIn."""

from kg.extract.rules.relations.parts import BEFORE, WORD, Listed, cue, listed, together
from kg.extract.rules.relations.skeletons import NAME, ORG, PERSON, PLACE, THING, block
from kg.lexicon.wordlists import alternation, words


def owning() -> Listed:
    """Return the constructions."""
    owner, part = cue("owner"), cue("part")
    thing = block(0, 1)
    return (
        (
            "owns",
            "parentOf",
            "own",
            rf"(?P<s>{ORG})(?:,?\swhich)?\s(?:\w+\s)?{cue('own')}\s{BEFORE}(?P<o>{listed(thing)})",
        ),
        ("possessed", "parentOf", "", rf"(?P<s>{ORG})'s\s{WORD}{{0,2}}?(?P<o>{ORG})"),
        ("which-owns", "parentOf", "own", rf"(?P<o>{thing}),?\s(?:which|that)\s(?P<s>{ORG})\s(?:\w+\s)?{cue('own')}"),
        (
            "holds-most",
            "parentOf",
            "hold",
            (
                rf"(?P<s>{ORG})(?:,?\swhich)?\s(?:\w+\s)?{cue('hold')}\s{WORD}{{0,2}}?(?:{cue('majority')}|"
                rf"(?:5[1-9]|[6-9]\d|100)(?:\.\d+)?(?:%|\sper\s?cent)(?:\sstake)?)\s(?:of|in)\s{WORD}{{0,5}}?"
                rf"(?:{ORG},\s)?(?P<o>{ORG})"
            ),
        ),
        ("unit", "parentOf", "part", rf"(?P<s>{ORG})'s\s(?P<o>{thing})\s{cue('part')}"),
        ("acquired", "parentOf", "acquire", rf"(?P<s>{ORG})\s(?:\w+\s)?{cue('acquire')}\s(?P<o>{ORG})(?!')"),
        ("founded", "founderOf", "start", rf"(?P<s>{listed(PERSON)})\s(?:\w+\s)?{cue('start')}\s(?P<o>{ORG})"),
        (
            "owner-before",
            "parentOf",
            "owner",
            rf"(?P<o>{listed(thing)})(?:'s)?[\s-](?:{WORD}|{PLACE}(?:-based)?\s){{0,3}}?{owner}(?:,)?\s(?P<s>{ORG})",
        ),
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
        (
            "founder-of",
            "founderOf",
            "founder",
            (
                rf"(?P<s>{listed(PERSON)})(?:,\s|\s(?:is|was|are|were)\s){WORD}{{0,4}}?{cue('founder')}(?:\sand\s{WORD}{{1,5}}?|\s)"
                rf"of\s{BEFORE}(?P<o>{ORG})"
            ),
        ),
        (
            "founder-possessive",
            "founderOf",
            "founder",
            rf"(?P<s>{PERSON})(?:,\s|\s(?:is|was)\s){WORD}{{0,2}}?(?P<o>{ORG})'s\s{WORD}{{0,2}}?{cue('founder')}",
        ),
        (
            "which-founded",
            "founderOf",
            "start",
            rf"(?P<o>{ORG}),?\s(?:which|that)\s(?P<s>{listed(PERSON)})\s(?:\w+\s){{0,2}}?{cue('start')}",
        ),
        (
            "who-founded",
            "founderOf",
            "start",
            rf"(?P<s>{PERSON}),?\s(?:who|and\s{WORD}{{1,4}}?who)\s(?:\w+\s){{0,2}}?{cue('start')}\s{BEFORE}(?P<o>{ORG})",
        ),
        (
            "founder",
            "founderOf",
            "founder",
            rf"(?P<o>{ORG})(?:'s)?\s{WORD}{{0,3}}?{cue('founder')}(?:\sand\s[\w\s]{{1,30}}?)?,?\s(?P<s>{listed(PERSON)})",
        ),
        (
            "founded-by",
            "founderOf",
            "",
            (
                rf"(?P<o>{ORG}),?\s(?:which\s|(?:an?|the)\s(?:{WORD}|{PLACE}(?:-based)?\s){{0,4}}?)?(?:was\s)?(?:co-)?"
                rf"(?:founded|set\sup|started)\s(?:in\s\d{{4}}\s)?by\s{BEFORE}(?P<s>{listed(PERSON)})"
            ),
        ),
    )


def naming() -> Listed:
    """Return the constructions."""
    alias, version = cue("alias"), cue("version")
    apart = rf"(?:[^.;\ue000-\uf8ff]|{PLACE}){{0,60}}?"
    beyond = r"[^.;\ue400-\ue7ff]{0,110}?"
    return (
        ("goes-by", "aliasOf", "elsewhere", rf"(?P<o>{THING}){beyond}{cue('elsewhere')}\s{BEFORE}(?P<s>{THING})"),
        ("it-known", "aliasOf", "renamed", rf"\A{NAME}\s(?:is|was)\s(?:\w+\s)?{cue('renamed')}\s(?P<s>{THING})"),
        ("called", "aliasOf", "renamed", rf"(?P<o>{THING}){apart}{cue('renamed')}\s{BEFORE}(?P<s>{THING})"),
        (
            "version-of",
            "aliasOf",
            "version",
            rf"(?P<s>{THING}),?\s(?:is\s)?(?:an?|the)\s{WORD}{{0,3}}?{version}\sof\s{BEFORE}(?P<o>{THING})",
        ),
        (
            "version",
            "aliasOf",
            "version",
            rf"(?P<o>{THING})(?:'s|,\swhose)\s{WORD}{{0,2}}?{version}(?:,|\sis|\sis\scalled)?\s(?P<s>{THING})",
        ),
        ("alias", "aliasOf", "alias", rf"(?P<o>{THING})\s(?:is\s|was\s)?(?:also\s)?{alias}\s(?:as\s)?(?P<s>{THING})"),
        ("alias-is", "aliasOf", "", rf"(?P<o>{THING})\sis\s(?P<s>{THING})(?=[.,;\s]|\Z)"),
        ("alias-aside", "aliasOf", "alias", rf"(?P<o>{THING})(?:,\s|\s\(){alias}\s(?:as\s)?(?P<s>{THING})"),
    )


def placing() -> Listed:
    """Return the constructions."""
    noun = alternation((*words("nouns"), *words("relation-cues", "owner", "body")))
    there = rf"\sin\s(?:the\s)?{PLACE}"
    return (
        (
            "local",
            "locatedIn",
            "local",
            rf"(?P<o>{PLACE})[^.;]*?{cue('local')}\s{WORD}{{0,2}}?{noun}s?,?\s(?:{cue('examples')}\s)?(?P<s>{listed(ORG)})",
        ),
        (
            "from-there",
            "locatedIn",
            "",
            (
                rf"(?P<s>{ORG}),\s(?:an?|the)\s{WORD}{{0,4}}?{noun}\s(?:(?:which\sis\s)?based\sin|headquartered\sin|from|in|of)\s"
                rf"(?:the\s)?(?P<o>{PLACE})"
            ),
        ),
        ("of-there", "locatedIn", "", rf"(?P<s>{ORG})\sof\s(?:the\s)?(?P<o>{PLACE})(?=[\s,.;]|\Z)"),
        (
            "all-from",
            "locatedIn",
            "",
            rf"(?P<s>{listed(ORG)}),\s(?:all\s|both\s|also\s)?(?:of|from)\s(?:the\s)?(?P<o>{PLACE})(?=[,.;]|\Z)",
        ),
        (
            "here-and-there",
            "locatedIn",
            "",
            rf"(?P<s>{together(ORG)})\sin\s(?:the\s)?(?P<o>{PLACE})(?=,?\sand\s{ORG}{there})",
        ),
        ("among-them", "locatedIn", "among", rf"(?P<o>{ORG}),\s(?P<s>{listed(ORG)}),?\s(?:\w+\s)?{cue('among')}"),
        ("and-there", "locatedIn", "", rf"{ORG}{there},?\sand\s(?P<s>{ORG})\sin\s(?:the\s)?(?P<o>{PLACE})"),
        (
            "head-office",
            "locatedIn",
            "seat",
            rf"(?P<s>{ORG})(?:'s|,\swhose)\s{WORD}{{0,2}}?{cue('seat')}\s(?:is\s|are\s)?in\s(?:the\s)?(?P<o>{PLACE})",
        ),
        ("national", "locatedIn", "", rf"(?P<o>{PLACE})\s{WORD}{{0,3}}?{noun}\s(?P<s>{ORG})"),
        (
            "nationals",
            "locatedIn",
            "",
            rf"(?P<o>{PLACE})\s{WORD}{{0,3}}?{noun}s,?\s(?:{cue('examples')}\s)?(?P<s>{listed(ORG)})",
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
        (
            "based-in",
            "locatedIn",
            "based",
            rf"(?P<s>{ORG}),?\s(?:which\sis\s|is\s|(?:an?|the)\s{WORD}{{1,4}}?)?{cue('based')}\s(?:the\s)?(?P<o>{PLACE})",
        ),
        ("based", "locatedIn", "", rf"(?P<o>{PLACE})-based\s{WORD}{{0,4}}?(?P<s>{together(ORG)})"),
    )

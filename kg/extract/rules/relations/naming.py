"""Constructions of other names and of seats told by the text around: aliasOf, locatedIn."""

from kg.extract.rules.relations.parts import BEFORE, WORD, Listed, cue, listed, more, together
from kg.extract.rules.relations.skeletons import NAME, ORG, PLACE, THING
from kg.lexicon.wordlists import alternation, words


def naming() -> Listed:
    """Return the constructions."""
    alias, version = cue("alias"), cue("version")
    near = rf"(?:{WORD}|{PLACE}(?:'s)?\s){{0,3}}?"
    apart = rf"(?:[^.;\ue000-\uf8ff]|{PLACE}){{0,60}}?"
    itself = r"(?<!generation\s)(?<!generation\sof\s)"
    beyond = r"[^.;\ue400-\ue7ff]{0,110}?"
    return (
        ("goes-by", "aliasOf", "elsewhere", rf"(?P<o>{THING})(?!-){beyond}{cue('elsewhere')}\s{BEFORE}(?P<s>{THING})"),
        ("it-known", "aliasOf", "renamed", rf"\A{NAME}\s(?:is|was)\s(?:\w+\s)?{cue('renamed')}\s(?P<s>{THING})"),
        (
            "called",
            "aliasOf",
            "renamed",
            rf"(?<!\bon\s)(?<!\bon\sthe\s){itself}(?P<o>{THING})(?!-|\s{cue('rival')}){apart}{cue('renamed')}\s{BEFORE}(?P<s>{THING})",
        ),
        (
            "version-of",
            "aliasOf",
            "version",
            rf"(?P<s>{THING}),?\s(?:is\s)?(?:an?|the)\s{near}{version}\sof\s{BEFORE}(?P<o>{THING})",
        ),
        (
            "version",
            "aliasOf",
            "version",
            rf"(?P<o>{THING})(?:'s|,\swhose)\s{near}{version}(?:,|\sis|\sis\scalled)?\s(?P<s>{THING})",
        ),
        ("version-of-owner", "aliasOf", "version", rf"(?P<s>{THING}),\s(?P<o>{THING})'s\s{near}{version}(?=[\s.,;])"),
        ("as-known", "aliasOf", "alias", rf"(?P<s>{THING}),\sas\s(?P<o>{THING})\sis\s(?:{WORD}){{0,2}}?{alias}"),
        ("bracketed", "aliasOf", "", rf"(?P<o>{THING})\s\((?:called\s)?(?P<s>{THING})\sin\s(?:the\s)?{PLACE}\)"),
        (
            "alias",
            "aliasOf",
            "alias",
            rf"{itself}(?P<o>{THING})\s(?:is\s|was\s)?(?:also\s)?{alias}\s(?:as\s)?(?P<s>{THING})",
        ),
        ("alias-is", "aliasOf", "", rf"(?P<o>{THING})\sis\s(?P<s>{THING})(?=[.,;\s]|\Z)"),
        ("alias-aside", "aliasOf", "alias", rf"{itself}(?P<o>{THING})(?:,\s|\s\(){alias}\s(?:as\s)?(?P<s>{THING})"),
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
            (
                rf"(?P<o>{PLACE})(?!\s(?:[a-z-]+\s){{0,3}}?{noun}s?\s{ORG})[^.;]*?{cue('local')}\s{WORD}{{0,2}}?{noun}"
                rf"(?P<several>s)?,?\s(?:{cue('examples')}\s)?(?P<s>{ORG}(?(several){more(ORG)}))"
            ),
        ),
        (
            "all-from",
            "locatedIn",
            "",
            rf"(?P<s>{listed(ORG)}),\s(?:all\s|both\s|also\s)?(?:of|from)\s(?:the\s)?(?P<o>{PLACE})(?=[,.;]|\Z)",
        ),
        (
            "city-and-state-based",
            "locatedIn",
            "",
            rf"(?:\A(?:The\s)?|[:;,.]\s|\b[a-z]+\s)(?P<o>{PLACE}),\s(?:{PLACE}|[A-Z][\w.]{{1,15}})-based\s{WORD}{{0,4}}?(?P<s>{ORG})",
        ),
        (
            "city-and-state-firm",
            "locatedIn",
            "",
            rf"\b[Tt]he\s(?P<o>{PLACE},\s{PLACE}),?\s(?:[a-z-]+\s){{0,2}}?{noun}\b(?!,?\s{BEFORE}{NAME})",
        ),
        (
            "city-and-state-seat",
            "locatedIn",
            "",
            rf"(?P<s>{ORG})'s\s(?P<o>{PLACE}),\s(?:{PLACE}|[A-Z][\w.]{{1,15}}),?\sheadquarters\b",
        ),
        (
            "here-and-there",
            "locatedIn",
            "",
            rf"(?P<s>{together(ORG)})\sin\s(?:the\s)?(?P<o>{PLACE})(?=,?\sand\s{ORG}{there})",
        ),
        (
            "whose-home",
            "locatedIn",
            "",
            rf"(?P<s>{ORG}),?\swhose\s(?:main\s)?{cue('seat-noun')}\s(?:is|are)\s(?:in\s)?(?P<o>{PLACE})",
        ),
        (
            "from-its-base",
            "locatedIn",
            "",
            rf"\A(?:From|At|In)\s(?:its|{ORG}'s)\s(?P<o>{PLACE})\s(?:headquarters|base|head\soffice|home)\b[^,.;\ue000-\uf8ff]{{0,30}},\s(?:the\s)?(?P<s>{ORG})",
        ),
        (
            "local-state",
            "locatedIn",
            "local-kind",
            rf"\AIn\s(?:the\s)?(?P<o>{PLACE}),\s(?:the\s)?{cue('local-kind')}\s(?:[a-z-]+\s){{0,3}}?(?P<s>{ORG})",
        ),
        (
            "in-its-country",
            "locatedIn",
            "",
            rf"\AIn\s(?:the\s)?(?P<o>{PLACE}),\s(?:[a-z-]+\s){{0,3}}?{noun}s?\s(?P<s>{together(ORG)})(?!')",
        ),
        (
            "home-to",
            "locatedIn",
            "examples|home",
            (
                rf"(?P<o>{PLACE})(?:,|\sis|,\swhich\sis)\s(?:also\s)?{cue('home')}\s(?:{WORD}{{0,6}}?{cue('examples')}\s)?{BEFORE}"
                rf"(?P<s>{listed(ORG)})"
            ),
        ),
        (
            "headquarters-of",
            "locatedIn",
            "",
            rf"(?P<o>{PLACE})\s(?:headquarters|head\soffice)\sof\s{BEFORE}(?P<s>{ORG})",
        ),
        ("and-there", "locatedIn", "", rf"{ORG}{there},?\sand\s(?P<s>{ORG})\sin\s(?:the\s)?(?P<o>{PLACE})"),
        (
            "apposition",
            "locatedIn",
            "",
            rf"(?P<s>{ORG}),\s(?:the|an?)\s(?P<o>{PLACE})(?:-based)?\s{WORD}{{0,3}}?{noun}\b(?!\s{ORG})",
        ),
    )

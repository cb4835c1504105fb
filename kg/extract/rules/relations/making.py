"""Constructions of making, and of making for somebody: makes, designedFor."""

from kg.extract.rules.relations.parts import BEFORE, WORD, Listed, cue, described, listed
from kg.extract.rules.relations.skeletons import NAME, ORG, PLACE, RULE, THING
from kg.extract.rules.text.constructions import any_of
from kg.lexicon.codes import scheme
from kg.lexicon.wordlists import alternation, words

_THE = ("", "the ", "its ", f"{ORG}'s ")


def making() -> Listed:
    """Return the constructions."""
    things = rf"(?P<o>{described(THING)})"
    idle = alternation(
        (
            *words("grammar", "determiner", "preposition", "auxiliary"),
            *words("relation-cues", "no-goods"),
            *words("verbs", "past"),
            "and",
            "or",
        )
    )
    kept = rf"(?:{cue('wares')}|{cue('goods')})"
    buyers = alternation(words("relation-cues", "marketed-to"))
    ware = rf"(?:\s(?:[a-z]+\s|AI\s)?{cue('goods', 'thing-noun')})?"
    several = rf"{THING}(?:(?:,\s|,?\sand\s)(?:the\s)?{THING})*"
    whole = "".join(rf"(?<!\b{word}\sof\s{such}{THING})" for word in words("relation-cues", "derived") for such in _THE)
    tailored = rf"{cue('tailored')}\s(?:{WORD}|{PLACE}\s|{ORG}\s){{0,7}}?"
    be, acting = (
        r"(?:is|are|was|were)",
        r"(?:is|are|was|were|will|would|has|have|had|and|that|which|as|after|in|on|to|with)",
    )
    return (
        (
            "kept-such-as",
            "makes",
            "examples",
            rf"{kept}\s(?:that\s|which\s)?(?P<s>{ORG})\s[^.;\ue000-\ue3ff]{{0,80}}?{cue('examples')}\s{BEFORE}(?P<o>{listed(THING)})",
        ),
        (
            "known-for",
            "makes",
            "fame",
            (
                rf"(?P<s>{ORG}),?\s(?:\w+\s){{0,4}}?{cue('fame')}\s"
                rf"(?:(?:[^.;:\ue000-\uf8ff]|{NAME}'s){{1,80}}?(?:notably|especially|above\sall|{cue('examples')})\s)?"
                rf"(?:the\s)?(?:[a-z]+ly\s)?{BEFORE}(?P<o>{listed(THING)})"
            ),
        ),
        (
            "kind-including",
            "makes",
            "examples",
            rf"(?P<s>{ORG})(?:'s)?\s{WORD}?{cue('goods')},?\s{cue('examples')}\s{BEFORE}(?P<o>{listed(THING)})",
        ),
        (
            "has-wares-including",
            "makes",
            "examples",
            rf"(?P<s>{ORG})\s{WORD}{{0,3}}?{cue('offering-wares')}\s{WORD}{{0,5}}?{cue('wares')},?\s(?:more\sthan\s[^.;]{{1,50}}?,\s)?{cue('examples')}\s{BEFORE}(?P<o>{listed(THING)})",
        ),
        (
            "built-on",
            "makes",
            "blueprint",
            rf"(?P<o>{THING})(?:s|\s{cue('goods')})?,?\s(?:all\s)?{cue('use')}\s(?P<s>{ORG})'s\s(?:{WORD}{{0,3}}?{cue('blueprint')}|{THING})",
        ),
        (
            "codenamed",
            "makes",
            "developing",
            rf"(?P<s>{ORG})\s{WORD}{{0,3}}?{cue('developing')}\s(?:{ORG}'s\s)?{WORD}{{1,6}}?{any_of('naming')}\s(?P<o>{THING})",
        ),
        (
            "project-codenamed",
            "makes",
            "effort",
            (
                rf"\A(?:The|This|Its)\s{WORD}{{0,3}}?{cue('effort')},?\s{WORD}{{0,2}}?{any_of('naming')}\s"
                rf"(?P<o>{THING})(?:[^.;\ue000-\uf8ff]{{0,80}}?(?P<s>{ORG})'s)?"
            ),
        ),
        (
            "made-at",
            "makes",
            "sites",
            rf"(?P<o>{THING})(?:\s[a-z]+)?\s(?:at|in)\s(?P<s>{ORG})'s\s(?:{WORD}|{PLACE}(?:,\s{PLACE},)?\s){{0,3}}?{cue('sites')}",
        ),
        ("own-flagship", "makes", "flagship", rf"(?P<o>{THING}),\s(?P<s>{ORG})'s\s{WORD}{{0,3}}?{cue('flagship')}"),
        (
            "flagship-named",
            "makes",
            "flagship",
            rf"(?P<s>{ORG})'s\s{WORD}{{0,3}}?{cue('flagship')},?\s(?:the\s)?(?P<o>{THING})",
        ),
        ("others", "makes", "", rf"\A(?:Others|Other\s{cue('wares')}|They)\sinclude\s{BEFORE}{things}"),
        (
            "goods-maker",
            "makes",
            "maker",
            rf"(?<!['\w])(?:(?<!\bto\s)|(?=[a-z]+[\s-]{cue('maker')}))(?P<noun>(?!(?i:{idle})\b)(?![a-z]{{2,}}ed\s)[A-Z]?[a-z]+(?:\s(?!{idle}\b)[a-z]+){{0,2}}?)[\s-]{cue('maker')}\s(?P<s>{ORG})",
        ),
        ("gear-provider", "makes", "gear", rf"(?P<noun>(?:[a-z]+\s)?{cue('gear')})\s{cue('provider')}\s(?P<s>{ORG})"),
        ("trade", "makes", "trade", rf"\b(?P<trade>{alternation(trades())})s\s(?P<s>{ORG}(?:(?:,\s|,?\sand\s){ORG})*)"),
        ("trade-one", "makes", "trade", rf"\b(?P<trade>{alternation(trades())})\s(?P<s>{ORG})"),
        (
            "these-for",
            "designedFor",
            "tailored",
            (
                rf"\A(?:Both|They|The\stwo|These|Those)\s{WORD}{{0,4}}?{cue('tailored')}\s{WORD}{{0,2}}?for\s(?:the\s)?"
                rf"{WORD}?(?P<o>{PLACE})"
            ),
        ),
        (
            "market-joined",
            "designedFor",
            "",
            rf"(?P<o>{PLACE})-(?:{cue('made-for')}|bound)\s{WORD}{{0,2}}?(?P<s>{THING})",
        ),
        (
            "market-version",
            "designedFor",
            "derived",
            rf"(?P<o>{PLACE})-{cue('made-for')}\s{WORD}{{0,2}}?of\s(?:the\s|its\s|{ORG}'s\s)?(?P<s>{THING})",
        ),
        ("made-for", "designedFor", "", rf"(?P<s>{THING}),\s[^.;,]{{0,40}}?(?:made|built|designed)-for-(?P<o>{PLACE})"),
        (
            "thing-for",
            "designedFor",
            "",
            rf"(?P<s>{THING}){whole}{ware}\sfor\s(?:the\s)?(?P<o>{PLACE})(?=[,.;)]|\s(?:{acting}|[a-z]+ed)\b|\Z)",
        ),
        (
            "for-users",
            "designedFor",
            "",
            rf"(?P<s>{THING}){whole}{ware}\sfor\s(?:the\s)?(?P<o>{PLACE})\s{buyers}",
        ),
        (
            "version-for",
            "designedFor",
            "derived",
            (
                rf"(?P<s>{THING})(?:\s{be}|,)\s(?:[\w-]+\s){{0,4}}?{cue('derived')}\sof\s(?:the\s)?(?:{ORG}'s\s)?{THING}{ware}\s"
                rf"(?:(?:\w+ly\s)?{cue('tailored')}\s)?for\s(?:the\s)?(?P<o>{PLACE})(?!')"
            ),
        ),
        (
            "sold-in",
            "designedFor",
            "tailored",
            (
                rf"(?P<s>{THING}){ware},?\s(?:{WORD}{{0,5}}?)(?:\w+ly\s)?{cue('tailored')}\s(?:\w+ly\s)?"
                rf"to\sbe\s(?:sold|shipped|exported|marketed)\s(?:in|to)\s(?P<o>{PLACE})"
            ),
        ),
        (
            "named-for",
            "designedFor",
            "developing",
            (
                rf"{cue('developing')}\s{WORD}{{1,6}}?{cue('goods', 'thing-noun')}\sfor\s"
                rf"(?:the\s)?(?P<o>{PLACE})(?:\s[a-z]+)?,?\s"
                rf"{cue('naming')}\s(?:as\s)?(?:the\s)?(?P<s>{THING})"
            ),
        ),
        (
            "for-rule",
            "designedFor",
            "complying",
            (
                rf"(?P<s>{several}(?=,?\s(?:all|both|which\swere|were|are)\s)|{THING})(?:(?!{THING})[^.;])*?{tailored}to\s"
                rf"{cue('complying')}\s{WORD}{{0,3}}?(?P<o>{RULE})"
            ),
        ),
        (
            "version-for-rule",
            "designedFor",
            "complying",
            rf"(?P<s>{THING})\s{cue('derived')}\sto\s{cue('complying')}\s{WORD}{{0,3}}?(?P<o>{RULE})",
        ),
        (
            "version-for-rule-place",
            "designedFor",
            "complying",
            rf"(?P<s>{THING})\s{cue('derived')}\sto\s{cue('complying')}\s{WORD}{{0,3}}?{RULE}\s(?:for|in|on)\s(?P<o>{PLACE})",
        ),
        (
            "for-rule-place",
            "designedFor",
            "complying",
            rf"(?P<s>{THING})(?:(?!{THING})[^.;])*?{tailored}to\s{cue('complying')}\s{WORD}{{0,3}}?{RULE}\s(?:for|in|on)\s(?P<o>{PLACE})",
        ),
        (
            "thing-for-rule",
            "designedFor",
            "complying",
            rf"{cue('tailored')}\s{WORD}{{0,3}}?(?P<s>{several})\s{WORD}{{0,4}}?to\s{cue('complying')}\s{WORD}{{0,3}}?(?P<o>{RULE})",
        ),
    )


def trades() -> tuple[str, ...]:
    """Return the nouns that say what somebody makes ("chipmaker")."""
    return tuple(word for concept in scheme("nouns").values() if "produces" in concept.facts for word in concept.words)

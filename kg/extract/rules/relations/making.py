"""Constructions of making, and of making for somebody: makes, designedFor."""

from kg.extract.rules.relations.parts import BEFORE, WORD, Listed, cue, described, listed
from kg.extract.rules.relations.skeletons import ORG, PLACE, RULE, THING
from kg.extract.rules.text.constructions import any_of
from kg.lexicon.codes import scheme
from kg.lexicon.wordlists import alternation, words


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
    ware = rf"(?:\s(?:[a-z]+\s|AI\s)?{cue('goods')})?"
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
            rf"(?P<s>{ORG}),?\s(?:\w+\s){{0,4}}?{cue('fame')}\s{BEFORE}(?P<o>{listed(THING)})",
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
            rf"(?P<s>{ORG})\s{WORD}{{0,3}}?(?:has|have|had|offers|operates|owns|runs|sells|makes)\s{WORD}{{0,5}}?{cue('wares')},?\s(?:more\sthan\s[^.;]{{1,50}}?,\s)?{cue('examples')}\s{BEFORE}(?P<o>{listed(THING)})",
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
            rf"(?P<o>{PLACE})-(?:specific|only|focused|tailored|bound|compliant|market)\s{WORD}{{0,2}}?(?P<s>{THING})",
        ),
        ("made-for", "designedFor", "", rf"(?P<s>{THING}),\s[^.;,]{{0,40}}?(?:made|built|designed)-for-(?P<o>{PLACE})"),
        (
            "thing-for",
            "designedFor",
            "",
            rf"(?P<s>{THING}){ware}\sfor\s(?:the\s)?(?P<o>{PLACE})(?=[,.;]|\s(?:is|was|will|has|had|[a-z]+ed)\b|\Z)",
        ),
        (
            "for-users",
            "designedFor",
            "",
            rf"(?P<s>{THING}){ware}\sfor\s(?:the\s)?(?P<o>{PLACE})\s(?:market|customers|data|clients|buyers)",
        ),
        (
            "for-rule",
            "designedFor",
            "complying",
            (
                rf"(?P<s>{THING})[^.;]*?{cue('tailored')}\s(?:{WORD}|{PLACE}\s){{0,7}}?to\s{cue('complying')}\s{WORD}{{0,3}}?"
                rf"(?P<o>{RULE})"
            ),
        ),
        (
            "thing-for-rule",
            "designedFor",
            "complying",
            rf"{cue('tailored')}\s{WORD}{{0,3}}?(?P<s>{THING})\s{WORD}{{0,4}}?to\s{cue('complying')}\s{WORD}{{0,3}}?(?P<o>{RULE})",
        ),
    )


def trades() -> tuple[str, ...]:
    """Return the nouns that say what somebody makes ("chipmaker")."""
    return tuple(word for concept in scheme("nouns").values() if "produces" in concept.facts for word in concept.words)

"""Constructions of making, and of making for somebody: makes, designedFor."""

from kg.extract.rules.relations.parts import BEFORE, WORD, Listed, cue, described, listed, together
from kg.extract.rules.relations.skeletons import ORG, PLACE, RULE, THING
from kg.lexicon.codes import scheme
from kg.lexicon.wordlists import alternation, words


def making() -> Listed:
    """Return the constructions."""
    gap = rf"(?:(?!(?:is|are|was|were|said|has|have|will|would|of|in|for|to|with|than|and|on|from|by)\s){WORD}){{0,6}}?"
    things = rf"(?P<o>{described(THING)})"
    include = cue("include")
    thing_noun = alternation(words("nouns", "app", "chatbot", "model", "product", "chip"))
    kept = rf"(?:{cue('wares')}|{cue('goods')})"
    return (
        ("apposed", "makes", "", rf"(?P<o>{THING}),\s(?P<s>{ORG})'s\s{WORD}{{0,5}}?{thing_noun}\b"),
        ("whose-thing", "makes", "", rf"(?P<s>{ORG}),\swhose\s{gap}(?P<o>{THING})"),
        (
            "thing-of",
            "makes",
            "",
            rf"(?P<o>{THING}),\s(?:an?|the)\s{WORD}{{0,4}}?{thing_noun}\s(?:of|from|by)\s(?P<s>{ORG})",
        ),
        ("from-maker", "makes", "", rf"(?P<o>{THING})\s{WORD}{{0,2}}?(?:from|by)\s(?P<s>{ORG})"),
        (
            "thing-maker",
            "makes",
            "maker",
            rf"(?P<o>{THING})(?:'s)?[\s-](?:{WORD}|{PLACE}\s){{0,2}}?{cue('maker')},?\s(?P<s>{ORG})",
        ),
        (
            "behind",
            "makes",
            "behind",
            rf"(?P<s>{ORG}),?\s(?:is\s)?(?:an?|the)\s(?:{WORD}|{PLACE}(?:-based)?\s){{1,4}}?behind\s{BEFORE}(?P<o>{listed(THING)})",
        ),
        (
            "behind-before",
            "makes",
            "behind",
            rf"\b(?:an?|[Tt]he)\s{WORD}{{1,4}}?behind\s{BEFORE}(?P<o>{listed(THING)}),\s(?P<s>{ORG})",
        ),
        (
            "kept-such-as",
            "makes",
            "examples",
            rf"{kept}\s(?:that\s|which\s)?(?P<s>{ORG})\s[^.;\ue000-\ue3ff]{{0,80}}?{cue('examples')}\s{BEFORE}(?P<o>{listed(THING)})",
        ),
        (
            "wares-such-as",
            "makes",
            "examples",
            rf"(?P<s>{ORG})(?:'s)?\s{WORD}{{0,4}}?{kept},?\s{WORD}{{0,4}}?{cue('examples')}\s{BEFORE}(?P<o>{listed(THING)})",
        ),
        ("possessive", "makes", "", rf"(?P<s>{ORG})'s\s{gap}(?P<o>{listed(THING)})"),
        ("maker-name", "makes", "", rf"(?P<s>{ORG})\s(?P<o>{THING})"),
        (
            "makes",
            "makes",
            "make",
            rf"(?P<s>{ORG})(?:\swhich|,\swhich)?\s{WORD}{{0,4}}?{cue('make')}\s(?:{ORG}'s\s)?{WORD}{{0,8}}?{things}",
        ),
        (
            "wares-include",
            "makes",
            "include",
            rf"(?P<s>{ORG})'s\s(?:{WORD}|{PLACE}\s){{0,7}}?{include}\s{BEFORE}{things}",
        ),
        ("has-wares", "makes", "wares", rf"(?P<s>{ORG})\s[^.;]*?{cue('wares')}\b[^.;]*?\bincluding\s{BEFORE}{things}"),
        ("others", "makes", "", rf"\A(?:Others|Other\s{cue('wares')}|They)\sinclude\s{BEFORE}{things}"),
        (
            "made-by",
            "makes",
            "made",
            rf"(?P<o>{THING})\s?(?:,\s)?{WORD}{{0,4}}?{cue('made')}\sby\s{BEFORE}(?P<s>{ORG})",
        ),
        (
            "which-made",
            "makes",
            "make|tailored",
            (
                rf"(?P<o>{THING}){WORD}{{0,1}}[^.;\ue000-\uf8ff]{{0,45}},?\s(?:which|that)\s(?P<s>{together(ORG)})\s"
                rf"(?:\w+\s){{0,2}}?{cue('make', 'tailored')}"
            ),
        ),
        (
            "maker-of",
            "makes",
            "maker",
            rf"(?P<s>{ORG}),?\s(?:is\s)?(?:the\s)?{WORD}{{0,2}}?{cue('maker')}\sof\s{WORD}{{0,3}}?(?P<o>{listed(THING)})",
        ),
        (
            "goods-maker",
            "makes",
            "maker",
            rf"(?<!['\w])(?P<noun>[A-Z]?[a-z]+(?:\s[a-z]+)?)[\s-]{cue('maker')}\s(?P<s>{ORG})",
        ),
        ("gear-provider", "makes", "gear", rf"(?P<noun>(?:[a-z]+\s)?{cue('gear')})\s{cue('provider')}\s(?P<s>{ORG})"),
        ("trade", "makes", "", rf"\b(?P<trade>{alternation(_trades())})s\s(?P<s>{ORG}(?:(?:,\s|,?\sand\s){ORG})*)"),
        ("trade-one", "makes", "", rf"\b(?P<trade>{alternation(_trades())})\s(?P<s>{ORG})"),
        (
            "for-market",
            "designedFor",
            "tailored",
            rf"(?P<s>{listed(THING)})[^.;]*?{cue('tailored')}\s{WORD}{{0,4}}?for\s(?:the\s)?{WORD}?(?P<o>{PLACE})",
        ),
        (
            "for-market-active",
            "designedFor",
            "tailored",
            rf"{cue('tailored')}\s{BEFORE}(?P<s>{listed(THING)})\s(?:\w+ly\s)?for\s(?:the\s)?{WORD}?(?P<o>{PLACE})",
        ),
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
            "for-buyer",
            "designedFor",
            "tailored",
            (
                rf"(?P<s>{listed(THING)})(?:,\s(?:an?|the)\s{WORD}{{1,5}}?)?\s?(?:(?:is|was|are|were|being)\s)?(?:\w+ly\s)?"
                rf"{cue('tailored')}\s(?:\w+ly\s)?for\s(?P<o>{ORG})(?!')"
            ),
        ),
        (
            "for-users",
            "designedFor",
            "",
            rf"(?P<s>{THING})\sfor\s(?:the\s)?(?P<o>{PLACE})\s(?:market|customers|data|clients|buyers)",
        ),
        (
            "for-rule",
            "designedFor",
            "complying",
            (
                rf"(?P<s>{THING})[^.;]*?{cue('tailored')}\s{WORD}{{0,6}}?to\s{cue('complying')}\s{WORD}{{0,3}}?"
                rf"(?P<o>{RULE})"
            ),
        ),
    )


def _trades() -> tuple[str, ...]:
    return tuple(word for concept in scheme("nouns").values() if "produces" in concept.facts for word in concept.words)

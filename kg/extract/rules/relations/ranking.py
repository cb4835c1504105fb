"""Constructions of places in a ranking: competesWith."""

from kg.extract.rules.relations.parts import WORD, Listed, cue, together
from kg.extract.rules.relations.skeletons import ORG, PLACE, THING, block
from kg.extract.rules.text.sums import amount
from kg.lexicon.wordlists import alternation, words

RANKED = block(0, 1)


def ranking() -> Listed:
    """Return the constructions."""
    apart = rf"(?:[^.;\ue000-\uf8ff]|{PLACE}(?:'s)?)"
    described = rf"(?:(?:{WORD}|{PLACE}(?:'s|-based)?\s){{0,4}}?)"
    be = rf"(?:is|are|was|were|be|been|{cue('ranked')})"
    results = cue("revenue", "results")
    trial = alternation(words("relation-cues", "in-court"))
    distance = r"(?:an?|one|two|three|some)\s(?:long\s|short\s)?[a-z]+\s"
    how = rf"(?:still\s|now\s|far\s|well\s|just\s|already\s|\w+ly\s|{distance})?"
    listed = rf"(?:(?<=of\s)|(?<=of\sthe\s)){THING}"
    ranked = rf"(?:[^.;\ue000-\uf8ff]|\.\d|{PLACE}(?:'s)?|{listed})"
    share = (
        r"(?:(?:'s\s|,?\s(?:which\shad\s|with\s|at\s|on\s))(?:about\s|around\s|roughly\s|just\s)?"
        r"[\d.,]+(?:%|\sper\s?cent|\s[a-z]+)?)?"
    )
    shares = rf"{RANKED}{share}(?:(?:,\sand\s|,\s|\sand\s){RANKED}{share})*"
    return (
        (
            "mutual-rivals",
            "competesWith",
            "opponents",
            rf"(?P<s>{ORG})\s(?:and|&)\s(?:the\s)?(?P<o>{ORG}),?\s(?:which\s|who\s)?(?:are|were|have\sbeen|remain)\s{WORD}{{0,3}}?{cue('opponents')}(?!\s(?:of|to|in\s(?:a|the)\s{trial}))",
        ),
        (
            "ahead-of",
            "competesWith",
            "ahead",
            rf"(?P<s>{RANKED})(?:(?<={THING})\s[a-z]+)?\s{be}\s{how}{cue('ahead')}\s(?:{ORG}'s\s)?{described}(?P<o>{RANKED})(?!')",
        ),
        (
            "share-ahead",
            "competesWith",
            "ahead",
            rf"(?P<s>{RANKED})(?:'s)?\s(?=[^.;]{{0,120}}?{cue('tally')}){ranked}{{1,120}}?,\s{how}?{cue('ahead')}\s{described}(?P<o>{shares})(?!')",
        ),
        (
            "put-ahead",
            "competesWith",
            "ahead",
            rf"(?P<s>{RANKED})(?:'s)?\s{ranked}{{1,120}}?{cue('putting')}\s{RANKED}\s{how}?{cue('ahead')}\s{described}(?P<o>{shares})(?!')",
        ),
        (
            "led-followed",
            "competesWith",
            "followed",
            rf"(?P<s>{RANKED})\s(?=[^;]*?{cue('tally')}){ranked}{{1,120}}?,?\s{cue('followed')}\s{described}(?P<o>{shares})(?!')",
        ),
        (
            "as-rival-gains",
            "competesWith",
            "gaining",
            rf"\A(?P<s>{ORG})(?:'s)?\s[^.;:\ue000-\uf8ff]{{2,90}}?\s(?:as|while)\s{described}(?P<o>{ORG})\s(?:\w+\s)?{cue('gaining')}(?!\s(?:a\s|an\s|the\s)?{ORG})",
        ),
        (
            "lost-to",
            "competesWith",
            "ground",
            rf"(?P<s>{ORG})(?:'s)?\s{ranked}{{0,120}}?{cue('ground')}\s(?:(?:that\s|which\s)?(?:{ORG}\s)?(?:has\s|had\s|have\s)?)(?:lost|ceded|surrendered)\sto\s{described}(?P<o>{shares})(?!')",
        ),
        (
            "war-with",
            "competesWith",
            "war-with",
            rf"\A(?P<s>{ORG})\s[^.;:]{{1,120}}?(?i:{cue('war-with')})\s{described}(?P<o>{ORG})(?!')",
        ),
        (
            "in-shadow",
            "competesWith",
            "shadow",
            rf"(?P<s>{together(ORG)})(?:'s)?,?\s{ranked}{{0,50}}?\bin\s(?:the\s{cue('shadow')}\sof\s(?P<o>{ORG})|(?P<p>{ORG})'s\s{cue('shadow')})",
        ),
        (
            "local-one",
            "competesWith",
            "called",
            rf"(?P<s>{ORG}),?\s(?:is\s|was\s|has\sbeen\s)?(?:\w+\s){{0,2}}?{cue('called')}\s(?:as\s)?(?:the\s)?(?:{PLACE}'s\s(?:own\s)?(?P<o>{ORG})(?!')|(?P<p>{ORG})\sof\s{PLACE})",
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
            rf"(?P<s>{ORG}){apart}{{0,80}}?\b(?:largest|biggest|leading)\s(?!{WORD}{{0,2}}?{cue('valued-at')}){apart}{{0,40}}?,?\s{cue('ahead')}\s(?:only\s|just\s)?{described}(?P<o>{ORG})",
        ),
        (
            "sells-more",
            "competesWith",
            "selling",
            (
                rf"(?P<s>{ORG})\s{WORD}{{0,2}}?{cue('selling')}\s(?:{ranked}{{3,80}}?,\s|(?:far\s|many\s)?)(?:more|fewer)\s{WORD}{{0,5}}?"
                rf"than\s(?:(?:the\s)?[a-z]+\s)?(?P<o>{ORG})"
                rf"(?='s\s(?:own\s)?[\d.]|\s?[,.;]|\s(?:did|in|for|had|sold|shipped|delivered|over|during)\b|\s?\Z)"
            ),
        ),
        (
            "enters-dominated",
            "competesWith",
            "dominated",
            rf"(?P<s>{RANKED})(?:'s)?\s{ranked}{{0,120}}?{cue('entering')}\s{ranked}{{1,80}}?{cue('dominated')}\s{described}(?P<o>{shares})(?!')",
        ),
        (
            "above-theirs",
            "competesWith",
            "surpass",
            rf"(?P<s>{ORG})'s\s[^;:\ue000-\uf8ff]{{3,90}}?{cue('surpass')}\s(?P<o>{ORG})'s?(?=\s?[,.]|\s{amount()}|\s(?:in|by|for|over)\b|\s{WORD}{{0,3}}?{results}|\Z)",
        ),
        (
            "ranks-behind",
            "competesWith",
            "rank",
            rf"(?P<s>{ORG})(?:'s)?,?\s{apart}{{0,40}}?{cue('rank')}\s{apart}{{0,40}}?(?:\b(?:after|behind)|(?<=only\s)to|(?<=second\s)to|(?<=two\s)to)\s{described}(?P<o>{together(ORG)})",
        ),
    )

"""Whether what stands behind a word makes it somebody who acts: "Target will hire", "Arm plans to", "Meta to spend".

Words such as time and future may stand bare at the start of a sentence too, so that an auxiliary alone tells nothing:
what counts is the verb, one whose subject is somebody who does business (`ontology/codes/nouns.ttl`).
"""

import re
from functools import lru_cache

from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.cues import inflected
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import words

_VERB = Construction(
    r"\s(?:(?:now|also|alone|itself|still|already|then|later|recently|once|again|[a-z]+ly)\s)?(?:(?P<helper>to|will|would|can|could|may|might|must|should|has|have|had|is|was|did)\s"
    r"(?:(?:not|yet|also|now|already|still|soon|long|since|[a-z]+ly)\s){0,2}"
    r"(?:(?:(?:be|been|set|expected|due|said|likely|ready|about)\s)?(?:to\s)?){0,2})?"
    r"(?P<verb>[a-z]+)(?P<rest>\s(?:(?:to|the|an?|its|their|up|more|about|nearly|over|some|new)\b|[A-Z]|{#amount}))?"
)
_IS_ONE_OF = Construction(
    r"\s(?:is|was)\s(?:[a-z]+\s)?(?:(?:one\sof|among)\s"
    r"(?:[A-Z][\w&.-]*['’]s?\s|the\s(?:[\w’'-]+\s)?{superlative|top-ranked}\s(?:[\w-]+\s){0,3}?{role-noun|nouns:*}s?\b)"
    r"|{seated}\sin\s[A-Z])"
)
"""What makes somebody one of several, or gives them a seat: "Target is among the largest chains", "Arm is based in"."""
_ALLOWING = Construction(r"\b{allowing}\s(?:the\s)?\Z")
_LETTING = Construction(r"\b{letting}\s(?:the\s)?\Z")
_TO = re.compile(r"\sto\s[a-z]")
_BARE = Construction(
    r"\s(?!(?:know|see|hear)\b)[a-z]{2,}(?<!s)(?<!ed)(?<!ing)(?<!ly)\s(?:(?:its|an?|the|about|up|over|more|some|nearly)\s|[a-z-]+\s|{#amount})"
)
"""A verb without an ending, and its object: "let Acme raise its output"."""
_FORMER = Construction(r"\b(?i:{formerly})[\s-](?:[a-z]+\s)?\Z")
_STAFF = Construction(r"\s(?:[A-Za-z-]+\s){0,2}?(?:{verbs:staff|formerly-staff}|{role-noun}s?)\b")
_DOING = re.compile(r"\s([a-z]+ing)\s")
_CAUSED_REACH = 30
_BEING = frozenset({"is", "was"})
_SUM_BEHIND = Construction(r"\s(?:[a-z]+(?<!ed)\s){1,3}?(?=of\s{#amount})[a-z]+")
_ITS = re.compile(r"\s(?:[a-z]+ly\s)?([a-z]+)\s(?:[a-z]+\s)?its\s[a-z]")
_MOVING = Construction(r"\s{verbs:moving}\s(?:[a-z]+\s){0,4}?{#amount}")


def acts(text: str, end: int) -> bool:
    """Tell whether the words of `text` behind `end` say what somebody in business does, did or will do."""
    found = _VERB.match(text, end)
    if found is None:
        return False
    if found["helper"] in _BEING and _IS_ONE_OF.match(text, end):
        return True
    forms = _forms().get(found["verb"], frozenset())
    helper = found["helper"]
    if helper in _BEING:
        return "ing" in forms or ("base" in forms and text.endswith(" to ", end, found.start("verb")))
    if helper:
        return bool(forms & {"base", "participle", "ing"})
    if "past" in forms or "third" in forms:
        return True
    return "plural" in forms and (found["rest"] is not None or _has_sum(text, found.end("verb")))


def _has_sum(text: str, end: int) -> bool:
    """Tell whether a noun without an article, of a sum, is what is done: "plans capital expenditure of $4 billion"."""
    behind = _SUM_BEHIND.match(text, end)
    return behind is not None and not any(map(grammar().function, behind[0].split()[:-1]))


def keeps(text: str, end: int) -> bool:
    """Tell whether what stands before `end` does something to what is its own: "cut its forecast"."""
    found = _ITS.match(text, end)
    return found is not None and (found[1].endswith("ed") or found[1] in words("verbs", "past"))


def made_to_act(text: str, start: int, end: int) -> bool:
    """Tell whether somebody else has what stands from `start` to `end` act: "let Acme raise", "allowed Acme to"."""
    reach = max(0, start - _CAUSED_REACH)
    if _TO.match(text, end):
        return _ALLOWING.search(text, reach, start) is not None
    if _LETTING.search(text, reach, start) is None:
        return False
    doing = _DOING.match(text, end)
    return _BARE.match(text, end) is not None or (doing is not None and does(doing[1]))


def of_former_staff(text: str, start: int, end: int) -> bool:
    """Tell whether a name only tells whose people somebody were: "founded by former Acme researchers"."""
    before = text[max(0, start - _CAUSED_REACH) : start].lower()
    if not any(map(before.__contains__, words("semantic-fields", "formerly"))):
        return False
    return (
        _FORMER.search(text, max(0, start - _CAUSED_REACH), start) is not None and _STAFF.match(text, end) is not None
    )


def moves(text: str, end: int) -> bool:
    """Tell whether the words of `text` behind `end` say what a share does: "rose 5%", "fell by as much as $3"."""
    return _MOVING.match(text, end) is not None


def does(word: str) -> bool:
    """Tell whether a word in lower case is what somebody in business is doing: "buying"."""
    return "ing" in _forms().get(word, frozenset())


def owes(word: str) -> bool:
    """Tell whether a word in lower case is what somebody in business does, and no plural of a noun: "owes"."""
    return "third" in _forms().get(word, frozenset())


def do(word: str) -> bool:
    """Tell whether a word in lower case is what several in business do: "plan"."""
    return "base" in _forms().get(word, frozenset())


@lru_cache(maxsize=1)
def _forms() -> dict[str, frozenset[str]]:
    """Return word -> the forms it can be of a verb of business; "plural" for a third person that is also a noun."""
    forms: dict[str, set[str]] = {}
    for code in ("acting", "acting-noun"):
        for verb in words("verbs", code):
            for form, word in inflected(verb):
                noun = form == "third" and code == "acting-noun"
                forms.setdefault(word, set()).add("plural" if noun else form)
    for word in words("verbs", "past") & forms.keys():
        forms[word] |= {"past", "participle"}
    return {word: frozenset(found) for word, found in sorted(forms.items())}

"""What part a name plays in its sentence: subject, possessor, agent of a passive, object, modifier of a noun, or other.

Told from the words right before and behind the name; nothing here knows of figures.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.acting import do, does, made_to_act, of_former_staff, owes
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tail import ends_with, last_words
from kg.lexicon.nouns import is_firm
from kg.lexicon.wordlists import words

SUBJECT, POSSESSOR, OWNER_OF_OBJECT, AGENT, OBJECT, MODIFIER, OTHER = (
    "subject",
    "possessor",
    "owner-of-object",
    "agent",
    "object",
    "modifier",
    "other",
)
_POSSESSED = re.compile(r"(?:(?<=s)['’](?=\s)|\.?['’]s\b)")
_OWNED_BY = re.compile(r"(?<=[a-z]\s)(?:[A-Z][\w.-]*\s){0,2}[A-Z][\w.-]*['’]s\s\Z")
"""Whose a name is, which stands between it and what governs it: "led by Lee's Acme"."""
_TOLD_TO_BE = Construction(
    r"[\w.)]\s(?:is|was|{lasting-being})\s(?:(?:by|far|one|of|also|among|still|now|[a-z]+ly)\s){0,3}\Z"
)
"""What tells of somebody whose it is: "Acme remains its largest backer with $8 billion"."""
_NEXT = re.compile(r"\s+([^\W\d_][\w’'-]*)")
_APPOSITION = re.compile(r"\s*(?:,|\(|[–—-]\s)")
_RELATIVE = re.compile(r",?\s+(?:which|who|that)\s")
_RELATIVE_OF_WARES = re.compile(r"\s[a-z-]+s,\s(?:which|all\sof\swhich)\s")
"""A relative clause about things that the name tells apart: "weighed on Acme shares, which have lost"."""
_RELATIVE_PAST = re.compile(r",\s(?:an?|the|its)\s[^,;:.]{1,80},\s(?:which|who)\s")
"""A relative clause past an apposition: "apps such as Acme, an assistant made in Ayton, which has"."""
_RELATIVE_OBJECT = re.compile(r"\b(?:which|who|that)\s+(?:[a-z]+ly\s+|also\s+|now\s+)?([a-z]+)\s+(?:the\s+)?\Z")
_WITH_OTHERS = re.compile(r",?\s(?:and|along\swith|together\swith)\s(?:an?|its|the|other|several|two|three|some)\s")
_EXAMPLES = re.compile(r",?\s(?:like|such\sas|including)\s")
_FOR_TO = re.compile(r"\s+to\s+[a-z]")
_CAUSING = re.compile(
    r"\b(?!(?:according|owing|including|excluding|during|following|regarding)\b)[a-z]{2,}ing\s(?:the\s)?\Z"
)
"""What makes a name the subject of the infinitive behind it: "with analysts expecting Acme to spend"."""
_SURPASSED = Construction(r"\b{surpassing}\s(?:the\s)?\Z")
"""What makes a name only whom somebody is measured against: "passed Acme to become the first"."""
_WITH_NAME = re.compile(r"(?<![\w’'-])[A-Z][\w.’'&-]*,?\sand\s\Z")
_OF_WHICH = re.compile(r"\b(?:of|in|for|from|to|with|on|at)\swhich\s(?:the\s)?\Z")
_WORD_END = re.compile(r"[^\W_][\w’'-]*\Z")
_CHANGED = Construction(
    r"\s+(?:was |were |is |are )?(?:(?:now|currently|already|still|also) )?(?:(?:up|down|off|higher|lower|worth|at)\b"
    r"|on\s(?:[a-z]+\s)?{#amount}[\d.,]*(?:%|\sper\s?cent|[a-z]+)?(?=\s?\Z|[,;.]|\sand\s))"
)
_PARTICIPLE_BY = re.compile(
    r"\b(?:\w+ed|\w+en|bought|sold|built|made|held|spent|run|paid|won|led|set)\s+(?:\w+ly\s+)?by\s+\Z"
)
_FRONTED = re.compile(
    r"(?:At|For|With|As for|(?:Over|Back|Also|Elsewhere|Meanwhile|Likewise|Similarly),?\sat)\s+"
    r"(?:the\s+)?(?:[\w-]+\s+){0,3}"
)
_WITH = re.compile(r"\b[Ww]ith\s(?:(?:the|an?)\s)?(?:[\w’'-]+\s){0,3}\Z")
_DOING = re.compile(r"\s(?:[a-z]+ly\s|now\s|also\s)?([a-z]+ing)\b")
_SET_OFF = re.compile(r"(?:['’]s\s[\w\s-]{1,25})?,\s")
_TOPIC_OF = re.compile(
    r"(?:\A|[,;:]\s|\)\s?[-–—]*\s?|[-–—]\s?|\b(?:and|but|while|as|that|because|after|with)\s)"
    r"(?!(?:In|On|At|For|With|By|From|Under|Of|To|As|Like|Unlike|Among|Besides|Despite)\b)"
    r"(?:(?:the|its|total|annual|quarterly)\s)?(?:[a-z-]+\s){0,2}(?P<noun>[a-z]+)\s(?:of|at|in|for)\s(?:(?:the|an?)\s)?(?P<called>(?:[\w-]+\s){0,3})\Z",
    re.IGNORECASE,
)
_LANDS = frozenset({"Place", "Authority"})
_SOMEBODYS = re.compile(r"\b[A-Z][\w&.-]*(?:['’]s?)?\s(?:[a-z-]+\s){0,2}\Z")
_NO_NOUN = r"(?!(?:and|or|to|in|at|by|for|from|with|on|as|of|will|would|is|are|was|were|has|had|have|did)\s)"
_WARES_OF = tuple(
    re.compile(rf"(?:['’]s?)?{nouns}{where}(?=[\s,])")
    for nouns in (rf"\s{_NO_NOUN}[a-z-]+", rf"\s{_NO_NOUN}[a-z-]+\s{_NO_NOUN}[a-z-]+")
    for where in ("", r"\s(?:to|in|across|by|from|for)\s(?:the\s)?[\w-]+")
)
"""What a name tells apart, a noun or two, and perhaps where it goes: "exports of Acme chips to China fell"."""
_WHEN = Construction(
    r"\s(?:in|for|during|over)\s(?:the\s)?(?:[\w-]+\s){0,3}?(?:(?:19|20)[0-9]{2}|{time-nouns:*}s?)(?=\s)"
)
"""A time between a name and the verb of what is its: "sales of Acme in 2025 are estimated"."""
_NAMED = r"(?:the\s)?[A-Z][\w.&’'-]*(?:\s[A-Z][\w.&’'-]*){0,2}"
_AND_OTHERS = re.compile(rf"(?:,\s{_NAMED})*,?\s(?:and|&)\s{_NAMED}(?=\s)")
"""The rest of a list of names: "sales at Acme, Beta and Gamma rose"."""
_AND_MORE = re.compile(r"(?:,|,?\sand|\s&)\s(?:the\s)?[A-Z]")
_ASIDE = re.compile(r"\.?,\s(?!(?:and|but|or|while|where|as)\b)[^,;.]{1,80},(?=\s)")
_LISTED = re.compile(r"\s*(?:\([^)]{1,12}\))?:\s")
_OWNED_DOES = re.compile(r"\.?['’]s?\s(?:(?!and\b|or\b|to\b)[\w-]+\s){1,3}?(?:[a-z]+ing|[a-z]+ed|up|down|at)\b")
_CONNECTING = Construction(r",\s{aside-adverb},(?=\s)")
"""A word that ties a sentence to the one before: "sales of Acme cars, meanwhile, fell"."""
_TOPIC_PREPOSITIONS = frozenset({"of", "at", "in", "for"})
_BEHIND_PREPOSITION = re.compile(
    r"\b([a-z]+)\s+(?:(?:the|a|an|its|their|his|her|this|these|those)\s+)?(?:[a-z][a-z-]*\s+){0,3}\Z"
)
_BEHIND_SUBORDINATOR = re.compile(r"\b(?:after|before|since|until|as|than)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}\Z")
_INFINITIVE = re.compile(r"[A-Z][\w.&-]*\sto\s[a-z]+\s(?:the\s)?\Z")
"""A verb that what somebody owns is the object of: "allowed Beta to license Acme's model"."""
_GERUND = re.compile(r"[A-Z][a-z]+ing\s(?:the\s)?(?:[a-z-]+\s){0,2}")
"""What makes a name at the start of a sentence the object of a verb that is itself the subject: "Buying Acme cost"."""
_INTERIM = Construction(r"\b[Ii]n\sthe\s{interim}\s\Z")
"""A phrase of time that governs nothing: "in the past Acme paid"."""
_FLOATING = frozenset({"all", "both", "each", "on"})
"""What may stand between a subject and its verb, besides adverbs and times."""
_ONE = "one"
"""One of several is not what is told of all of them: "is one of the chipmakers based in"."""
_CALLED, _GOVERNING, _OWNED_WORDS = 5, 4, 4
"""How many words a verb or preposition and the words between it and the name it governs are, and what somebody owns."""
# How far back the few words before a name that tell its part may reach.
_REACH = 200
_PART = Construction(r"\s{neighbours:part}\b(?!['’])")
"""The noun that a name is before where it names a part of a company: "its Acme unit"."""


@lru_cache(maxsize=256)
def role(text: str, name: Name, start: int, end: int) -> str:
    """Return the part that `name` plays in the sentence `text[start:end]`; kept, as each figure there asks for it."""
    before, at = text[max(start, name.span.start - _REACH) : name.span.start], name.span.end
    before = _OWNED_BY.sub("", before) if before.endswith(("'s ", "’s ")) else before
    if name.how == "pronoun" and text[name.span.start : at].lower() in grammar().possessive:
        return OWNER_OF_OBJECT if _TOLD_TO_BE.search(before, last_words(before, 5)) else POSSESSOR
    if _POSSESSED.match(text, at, end) or text[name.span.start : at].endswith(("'s", "’s", "s'", "s’")):
        led = _absolute(text, before, at, end) or _opens_clause(text, before, at, end)
        governed = _governed(before) or _INFINITIVE.search(before, last_words(before, 4)) is not None
        return OWNER_OF_OBJECT if governed and not led else POSSESSOR
    if ends_with(before, "by") and _PARTICIPLE_BY.search(before, last_words(before, 3)):
        return AGENT
    if of_former_staff(text, name.span.start, at):
        return OTHER
    if _set_apart(text, name, before, start, end):
        return SUBJECT
    return _plain_role(text, name, before, start, end)


def _absolute(text: str, before: str, at: int, end: int) -> bool:
    """Tell whether "with" opens a clause of its own: "with Acme's revenue growing 9%"."""
    return ends_with(before, "with") and _OWNED_DOES.match(text, at, end) is not None


def _opens_clause(text: str, before: str, at: int, end: int) -> bool:
    """Tell whether what is owned does something in a clause of its own: "growth slowed and Acme's share fell"."""
    if not ends_with(before, "and"):
        return False
    owned = _POSSESSED.match(text, at, end)
    return any(_finite_behind(text, noun.end(), end) for noun in _nouns_owned(text, owned.end() if owned else at, end))


def _nouns_owned(text: str, at: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the words that may end a noun phrase from `at` on."""
    for _ in range(_OWNED_WORDS):
        found = _NEXT.match(text, at, end)
        if found is None or found[1] in grammar().preposition or found[1] in ("and", "or", "to"):
            return
        yield found
        at = found.end()


def _set_apart(text: str, name: Name, before: str, start: int, end: int) -> bool:
    """Tell whether a construction other than a plain clause makes the name a subject.

    "with Acme down 4%", "At Acme, ...", "for Acme to pay", "expecting Acme to pay", "Acme: cut 900 jobs", "Sales at
    Acme rose".
    """
    at = name.span.end
    moved = _CHANGED.match(text, at, end) and not text.startswith(" worth ", at, end)
    if ends_with(before, "with") and (moved or _participle(text, at, end) or _list_doing(text, at, end)):
        return True
    if _WITH.search(before, last_words(before, 5)) and _does_in_aside(text, at, end):
        return True
    if _FRONTED.fullmatch(text, start, name.span.start) and _SET_OFF.match(text, at, end):
        return True
    led = ends_with(before, "for") or _CAUSING.search(before, last_words(before, 3))
    if led and _FOR_TO.match(text, at, end) and not _SURPASSED.search(before, last_words(before, 3)):
        return True
    return made_to_act(text, name.span.start, at) or _opens_up(text, name, before, start, end)


def _list_doing(text: str, at: int, end: int) -> bool:
    """Tell whether a list goes on behind a name to those who do something: "with Acme, Beta and Gamma taking"."""
    others = _AND_OTHERS.match(text, at, end)
    doing = _DOING.match(text, others.end(), end) if others else None
    return doing is not None and does(doing[1])


def _opens_up(text: str, name: Name, before: str, start: int, end: int) -> bool:
    at = name.span.end
    return _heads_part(text, at, end) or _leads_list(text, name, start, end) or _is_topic(text, name, before, end)


def _heads_part(text: str, at: int, end: int) -> bool:
    """Tell whether what ends at `at` names a part that acts: "its Acme unit lost $2 billion"."""
    found = _PART.match(text, at, end)
    return found is not None and followed_by_verb(text, found.end(), end)


def _does_in_aside(text: str, at: int, end: int) -> bool:
    """Tell whether a participle with an object follows, past an apposition: "with Acme, a Dutch bank, earmarking"."""
    aside = _ASIDE.match(text, at, end)
    found = _DOING.match(text, aside.end() if aside else at, end)
    return found is not None and (does(found[1]) or found[1] in words("verbs", "moving"))


def _leads_list(text: str, name: Name, start: int, end: int) -> bool:
    """Tell whether the name opens an item of a list: "Acme: cut 900 jobs"."""
    opens = name.span.start == start or text[start : name.span.start].endswith((". ", "\n", "• ", "- ", "– ", "* "))
    return opens and _LISTED.match(text, name.span.end, end) is not None


def _is_topic(text: str, name: Name, before: str, end: int) -> bool:
    """Tell whether the name says whose the subject is: "Shares of Acme fell", "sales at Acme rose"."""
    ending = [word.lower() for word in before.rsplit(None, _CALLED)[-_CALLED:]]
    found = _TOPIC_OF.search(before, last_words(before, 10)) if _TOPIC_PREPOSITIONS.intersection(ending) else None
    noun = found["noun"].lower() if found else ""
    if found is None or noun == _ONE or noun in words("notions", "holder") or noun in words("relation-cues", "rival"):
        return False
    owner = noun in words("relation-cues", "owner") or ends_in_trade(noun)
    if owner and _AND_MORE.match(text, name.span.end, end):
        return False  # "the owner of Acme, Beta and Gamma spent"
    if name.entity.kind in _LANDS and _SOMEBODYS.search(before, found.start(), found.start("noun")):
        return False  # "Acme sales in the Union fell"
    called = not found["called"] or name.how == "group" or ends_in_trade(found["called"])
    return called and (_verb_behind(text, name, end) or _CHANGED.match(text, name.span.end, end) is not None)


def leads_to_topic(text: str, start: int) -> bool:
    """Tell whether what stands at `start` says whose the noun before it is: "capex of Acme, Beta and Gamma rose"."""
    before = text[max(0, start - _REACH) : start]
    found = _TOPIC_OF.search(before, last_words(before, 10))
    return found is not None and not found["called"] and found["noun"].lower() not in words("notions", "holder")


def ends_in_trade(called: str) -> bool:
    """Tell whether words before a name are what it is called: "sales at the clothing retailer Acme rose"."""
    return is_firm(called.rsplit(maxsplit=1)[-1].lower())


def _verb_behind(text: str, name: Name, end: int) -> bool:
    """Tell whether a finite verb follows, past an apposition or the things that the name tells apart.

    "Sales at Acme, its main supplier, fell", "sales of Acme cars in Europe fell".
    """
    apposed = _ASIDE.match(text, name.span.end, end)
    at = apposed.end() if apposed else name.span.end
    if _finite_behind(text, at, end):
        return True
    if (listed := _AND_OTHERS.match(text, at, end)) and _finite_behind(text, listed.end(), end):
        return True
    if (when := _WHEN.match(text, at, end)) and _finite_behind(text, when.end(), end):
        return True
    wares = (one.match(text, at, end) for one in _WARES_OF)
    return any(found is not None and _finite_behind(text, found.end(), end) for found in wares)


def _finite_behind(text: str, at: int, end: int) -> bool:
    aside = _CONNECTING.match(text, at, end) if text.startswith(",", at) else None
    word = _word_behind(text, aside.end() if aside else at, end)
    return word in grammar().auxiliary or word in grammar().finite or word.endswith("ed")


def followed_by_verb(text: str, at: int, end: int) -> bool:
    """Tell whether the first word behind `at` that is no adverb can be a finite verb or "to" of a headline."""
    word = _word_behind(text, at, end)
    known = grammar()
    return (
        word in known.auxiliary
        or word in known.finite
        or word in words("verbs", "auxiliary")
        or word == "to"
        or (len(word) > 3 and word.endswith(("ed", "es", "ks", "ns", "ts", "ds", "ys", "ls", "rs")))  # noqa: PLR2004
    )


def _plain_role(text: str, name: Name, before: str, start: int, end: int) -> str:
    at = name.span.end
    if _object_of_relative(before) or _GERUND.fullmatch(text, start, name.span.start):
        return OBJECT
    verb = followed_by_verb(text, at, end) or _do_together(text, before, at, end)
    led = verb and (_subordinates(before) or _OF_WHICH.search(before, last_words(before, 4)))  # "of which Acme has 80%"
    if _governed_by_preposition(before) and not led:
        told_of = any(one.match(text, at, end) for one in (_RELATIVE, _RELATIVE_PAST, _RELATIVE_OF_WARES))
        return SUBJECT if told_of else OTHER
    told = (verb and not _FOR_TO.match(text, at, end)) or _CHANGED.match(text, at, end)
    joined = (name.span.start == start and _WITH_OTHERS.match(text, at, end)) or (
        name.how == "group" and _EXAMPLES.match(text, at, end) and not _governed(before)
    )
    if told or joined or _RELATIVE.match(text, at, end):
        return SUBJECT
    if _governed(before):
        caused = _FOR_TO.match(text, at, end) and not _SURPASSED.search(before, last_words(before, 3))
        return SUBJECT if caused else OBJECT
    if _FOR_TO.match(text, at, end):
        return SUBJECT
    return SUBJECT if _APPOSITION.match(text, at, end) or not text[at:end].strip(" .") else MODIFIER


def _do_together(text: str, before: str, at: int, end: int) -> bool:
    """Tell whether the name closes a list of those who do what follows: "Acme and Beta plan to spend"."""
    joined = ends_with(before, "and") and _WITH_NAME.search(before, last_words(before, 3))
    return bool(joined) and do(_word_behind(text, at, end))


def _object_of_relative(before: str) -> bool:
    """Tell whether the verb of a relative clause stands right before: "Acme, which owns Beta, has ..."."""
    found = _RELATIVE_OBJECT.search(before, last_words(before, 4))
    known = grammar()
    if found is None or found[1] in known.determiner or found[1] in known.possessive or found[1] in known.pronoun:
        return False
    return bool(found[1].endswith(("s", "ed")) or found[1] in grammar().finite)


def _word_behind(text: str, at: int, end: int) -> str:
    known = grammar()
    for _ in range(4):
        found = _NEXT.match(text, at, end)
        if found is None:
            return ""
        word = found[1].lower()
        if found[1] == "may" or not (known.adverbial(word) or word in _FLOATING or word in known.time):
            return word
        at = found.end()
    return ""


def _governed(before: str) -> bool:
    """Tell whether a verb or preposition right before makes the name its object."""
    if not before[-1:].isspace():
        return False
    known = grammar()
    for printed in reversed(before.rsplit(None, _GOVERNING)[-_GOVERNING:]):
        end = _WORD_END.search(printed)
        word = end[0].lower() if end else ""
        if word not in known.determiner and word not in ("and", "or"):
            return word in known.preposition or word.endswith(("ing", "ed")) or word in known.finite or owes(word)
        if word != printed.lower():
            return False
    return False


def _governed_by_preposition(before: str) -> bool:
    if _INTERIM.search(before, last_words(before, 4)):
        return False
    tail = _BEHIND_PREPOSITION.search(before, last_words(before, 5))
    if tail is None:
        return False
    listed = tail[0].split()
    for word in reversed(listed):
        if word in grammar().preposition or word in ("than", "including", "such", "like", "as"):
            return True
        if (
            word.endswith("ed")
            or word in grammar().finite
            or word in grammar().auxiliary
            or word in grammar().subordinator
        ):
            return False
    return False


def _subordinates(before: str) -> bool:
    return _BEHIND_SUBORDINATOR.search(before, last_words(before, 5)) is not None


def _participle(text: str, at: int, end: int) -> bool:
    word = _word_behind(text, at, end)
    return word.endswith(("ed", "ing")) or word in grammar().finite

"""Names that the registry knows: found in one pass, kept by case and context, the longest first.

A label that is also an ordinary word (Meta, Target, "The Information") counts only where its surroundings make it a
name: a possessive, a legal form, a ticker or a market word behind it, a capital in the middle of a sentence, or a sure
mention of the same entity elsewhere in the text.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kg.extract.rules.annotations import Name, Sentence
from kg.extract.rules.names.acting import acts, moves
from kg.extract.rules.names.bodies import FIRMS, THINGS
from kg.extract.rules.names.closings import TICKER, closed, past_ticker, share_codes
from kg.extract.rules.names.longer import bare, headed, kind, longer
from kg.extract.rules.names.versions import versioned
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.surroundings import Surroundings, surroundings
from kg.lexicon.matcher import Matcher, folded
from kg.lexicon.names import Label, Lexicon
from kg.lexicon.nouns import entry_of, firms
from kg.lexicon.wordlists import alternation, words
from kg.model import Entity, Span

_DOLLAR = "$"
_SHORT = 4
"""Labels of up to this many letters in capitals (US, AMD, BBC) are read only as printed: "us" is a pronoun."""
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MAIL = re.compile(r"\S+@\S+\.\w+")
_DOMAIN = re.compile(r"\.(?:com|org|net|cn|ai|io|co|gov|edu)\b(?!\.\w)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’](?:s\b)?")
_RELATIVE = Construction(r",\s(?:which|whose|an?|the|{body-aside})\s")
_BODY_KINDS = frozenset({"Company", "Organization", "Outlet"})
_PLACES, _CHIPS = frozenset({"Place"}), frozenset({"Chip"})
_POINT = re.compile(r"\.\d")
_ADVERBS, _ADVERBS_REACH = 3, 40
"""Words, and characters, behind a name among which its verb of saying may stand."""
_CODE = re.compile(r"[A-Z]\d{1,3}")
"""What names things of many makers: "R2" is whose the text tells elsewhere."""
_FIRST = "first"
_HEARING = Construction(r"\b(?:{cues:according}|{telling}|via)\sthe\s\Z", re.IGNORECASE)
"""Behind which letters are an outlet's: "per the AP", "told the AP"."""
_HEARING_REACH = 30
_NEXT = re.compile(r"\s([\w-]+)")
_PERSON_REACH = 48
_IS_AT = Construction(
    r"\s(?:(?:is|was|stands|stood|sits)\sat\s(?:[a-z]+\s){0,2}{#amount}|(?:is|was)\s[a-z]+ing\s(?:[a-z]+\s){0,2}{#amount})"
)
"""What only somebody does: "Target is shedding 900 jobs", "Meta is at $9 billion"."""
_LIST = re.compile(r",?\s(?:and|or)\s|,\s")
_ENTRY_BEHIND = Construction(r"(?:\s?[:|–—]|\s-|,)?\s?[(+-]?(?:about\s|around\s|up\s|down\s)?{#amount}")
_ENTRY_AHEAD = re.compile(r"(?:\A|\n|[;|,:])[ \t]*(?:[-*•–]\s|\d+[.)]\s)?\Z")
_ENTRY_REACH = 8
_PERSON_AHEAD = Construction(r"\b(?i:{titles:role|titles:watching})\s(?-i:[A-Z][a-z]+(?:\s[A-Z]\.)?)\s\Z")


def known_names(text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Name, ...]:
    """Return the registered names in `text`, in order, without overlaps; each covers its legal form and ticker."""
    if not text:
        return ()
    hits = _certain_form(text, _hits(text, lexicon), lexicon)
    kept = _longest(hits)
    around = surroundings(text, tuple(sentences))
    names: list[Name] = []
    for hit in _told(kept, around, lexicon):
        if not names or hit[0] >= names[-1].span.end:
            names.append(_finished(text, hit, lexicon))
    return tuple(names)


@lru_cache(maxsize=4)
def _matcher(lexicon: Lexicon) -> Matcher[tuple[Label, ...]]:
    readings: dict[str, list[Label]] = {}
    for label in lexicon.labels:
        if label.kind in ("safe", "ambiguous"):
            readings.setdefault(folded(label.text), []).append(label)
    return Matcher({word: tuple(labels) for word, labels in readings.items()})


Hit = tuple[int, int, tuple[Label, ...]]


def _hits(text: str, lexicon: Lexicon) -> Iterable[Hit]:
    links = [found.span() for found in _URL.finditer(text)] if "://" in text or "www." in text else []
    links += [found.span() for found in _MAIL.finditer(text)] if "@" in text else []
    links += share_codes(text)
    for start, end, labels in _matcher(lexicon).hits(folded(text)):
        if not any(low <= start < high for low, high in links):
            yield start, end, labels


def _certain_form(text: str, hits: Iterable[Hit], lexicon: Lexicon) -> list[Hit]:
    found = []
    for start, end, labels in hits:
        printed = text[start:end]
        fitting = _one_each([label for label in labels if _cased(label, printed)])
        plural = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
        if plural:  # "Times" is no "Time"
            fitting = tuple(one for one in fitting if not _is_paper_word(one, lexicon))
        sum_behind = text.startswith(_DOLLAR, end) and printed.isupper()  # "a US$200 million investment"
        if fitting and not sum_behind and not (plural and text[end] != "s") and not _DOMAIN.match(text, end):
            found.append((start, end, fitting))
    return found


def _is_paper_word(label: Label, lexicon: Lexicon) -> bool:
    """Tell whether a name is an outlet's that is also a word: its plural is a word, or part of another's name."""
    return label.kind == "ambiguous" and lexicon.entities[label.slug].kind == "Outlet"


def _one_each(labels: Sequence[Label]) -> tuple[Label, ...]:
    """Return one label for each entity, a safe one if it has one: labels may differ in case or apostrophe only."""
    if len(labels) <= 1:
        return tuple(labels)
    found: dict[str, Label] = {}
    for label in labels:
        if label.slug not in found or label.kind == "safe":
            found[label.slug] = label
    return tuple(found.values())


def _cased(label: Label, printed: str) -> bool:
    """Tell whether `printed`, the label but for case, has the capitals that a name needs."""
    name = label.text
    if printed == name or not any(char.isupper() for char in name):
        return True
    if len(name) <= _SHORT and name.isupper():
        return False
    if printed.isupper():
        return label.kind == "safe"
    pairs = list(zip(name.split(), printed.split(), strict=False))
    if pairs[0][0] == "The":
        pairs = pairs[1:]
    return all(mine[0].isupper() or not wanted[0].isupper() for wanted, mine in pairs) and printed.lower() != printed


def _longest(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept


def _told(hits: list[Hit], around: Surroundings, lexicon: Lexicon) -> list[tuple[int, int, Entity]]:
    """Decide the hits that need context: first by their own surroundings, then by what else the text names."""
    judged = _with_lists([(hit, *_judge(hit, around, lexicon)) for hit in hits], around.text)
    supported = {label.slug for _, labels, certain in judged if certain and len(labels) == 1 for label in labels}
    linked = {other for slug in supported for other in _linked(slug, lexicon)}
    supported |= linked | {owner for slug in linked for owner in lexicon.holders.get(("parentOf", slug), ())}
    told = []
    starts = {hit[0] for hit in hits}
    for (start, end, _), labels, certain in judged:
        kinds = frozenset(lexicon.entities[label.slug].kind for label in labels)
        goes_on = longer(Span(start, end), kinds, around)
        if goes_on and starts.isdisjoint((*range(goes_on.start, start), *range(end, goes_on.end))):
            name = bare(goes_on.of(around.text))
            told.append((start, goes_on.end, Entity(name, kind(name))))
            continue
        version = versioned(Span(start, end), kinds, around.text, lexicon)
        if version and (certain or any(label.slug in supported for label in labels)):
            told.append((start, *version))
            continue
        if kinds == _CHIPS and _POINT.match(around.text, end):
            continue  # "MiniMax M2.5" is no M2
        backed = labels if certain else tuple(label for label in labels if label.slug in supported)
        if not certain and _foreign_capital(around.after(end)):
            backed = tuple(label for label in backed if lexicon.entities[label.slug].kind in _BODY_KINDS)
        if len(backed) > 1:
            backed = tuple(label for label in backed if label.slug in supported) or backed
        headless = len(backed) == 1 and not (kinds == _PLACES and headed(start, around))
        headless = headless and not (kinds <= _BODY_KINDS and _surname(start, end, around.text))
        if headless and not _is_of_index(backed[0], end, around.text, lexicon):
            told.append((start, end, lexicon.entities[backed[0].slug]))
    return told


def _surname(start: int, end: int, text: str) -> bool:
    """Tell whether one word that names a company is whose family name it is here: "chief executive Dave Dyson"."""
    if " " in text[start:end] or not text[text.rfind(" ", 0, max(0, start - 1)) + 1].isupper():
        return False
    return _PERSON_AHEAD.search(text, max(0, start - _PERSON_REACH), start) is not None


def _is_of_index(label: Label, end: int, text: str, lexicon: Lexicon) -> bool:
    """Tell whether an index only says of a company that it is in it: "the FTSE 100 engine maker"."""
    index = "index" in lexicon.facts.get(label.slug, {}).get("kindNoun", ())
    return index and _trade_behind().match(text, end) is not None


@lru_cache(maxsize=1)
def _trade_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:[ -]listed)?\s(?:[a-z-]+\s){{0,2}}?{alternation(firms())}\b")


_Judged = tuple[Hit, tuple[Label, ...], bool]


def _with_lists(judged: list[_Judged], text: str) -> list[_Judged]:
    """Return the hits, each certain that stands in a list beside a certain one ("Meta, Google and Microsoft").

    So does one that heads an entry where a certain one heads another: "Amazon: $9 billion", "Meta: $7 billion".
    """
    sure = [certain for _, _, certain in judged]
    for order in (range(1, len(judged)), range(len(judged) - 1, 0, -1)):
        for index in order:
            first, second = judged[index - 1][0], judged[index][0]
            if sure[index - 1] != sure[index] and _LIST.fullmatch(text, first[1], second[0]):
                sure[index - 1] = sure[index] = True
    if not all(sure) and any(
        certain and _heads_entry(hit, text) for (hit, _, _), certain in zip(judged, sure, strict=True)
    ):
        sure = [certain or _heads_entry(hit, text) for (hit, _, _), certain in zip(judged, sure, strict=True)]
    return [(hit, labels, certain) for (hit, labels, _), certain in zip(judged, sure, strict=True)]


def _heads_entry(hit: Hit, text: str) -> bool:
    """Tell whether a label stands between the start of an entry and a figure."""
    start, end, _ = hit
    if _ENTRY_BEHIND.match(text, end) is None:
        return False
    return _ENTRY_AHEAD.search(text, max(0, start - _ENTRY_REACH), start) is not None


def _judge(hit: Hit, around: Surroundings, lexicon: Lexicon) -> tuple[tuple[Label, ...], bool]:
    start, end, labels = hit
    safe = tuple(label for label in labels if label.kind == "safe")
    if safe:
        return safe, True
    labels = _narrowed(labels, around.text, end, lexicon)
    kinds = frozenset(lexicon.entities[label.slug].kind for label in labels)
    coded = kinds <= THINGS and _CODE.fullmatch(around.text, start, end) is not None
    return labels, not coded and _stands_as_name(start, end, around, kinds)


def _narrowed(labels: tuple[Label, ...], text: str, end: int, lexicon: Lexicon) -> tuple[Label, ...]:
    """Return those of several readings that go with what stands behind: "Ampere chips" are chips, "Ampere said" a firm.

    All of them where none goes with it.
    """
    behind = _NEXT.match(text, end)
    if len(labels) == 1 or behind is None:
        return labels
    word = behind[1].lower()
    concept = entry_of(word)
    speaks = behind[1] in words("verbs", "saying", "market") or acts(text, end)
    kinds = _BODY_KINDS | {"Authority"} if speaks else frozenset(concept.facts.get("kind", ())) if concept else ()
    return tuple(label for label in labels if lexicon.entities[label.slug].kind in kinds) or labels


def _linked(slug: str, lexicon: Lexicon) -> Iterable[str]:
    for relation in ("makes", "parentOf"):
        yield from lexicon.facts.get(slug, {}).get(relation, ())
        yield from lexicon.holders.get((relation, slug), ())
    yield from lexicon.facts.get(slug, {}).get("within", ())


def _stands_as_name(start: int, end: int, around: Surroundings, kinds: frozenset[str]) -> bool:
    """Tell whether the surroundings alone make a name of a word that may be none; `kinds` are what it may name."""
    text, body = around.text, not kinds.isdisjoint(_BODY_KINDS)
    before, after = around.before(start), around.after(end)
    if TICKER.match(text, end) or (body and after.rstrip(",") in words("legal-forms")):
        return True
    named_before = _foreign_capital(before) and not around.opens(start) and not around.opens(start - len(before) - 1)
    if _foreign_capital(after) or named_before:
        return False
    if body and (
        _POSSESSIVE.match(text, end)
        or _RELATIVE.match(text, end)
        or after in words("verbs", "saying", "market")
        or after in words("semantic-fields", "placing")
        or _says_later(text, end)
        or ("Outlet" in kinds and after in words("sources", "publication"))
        or (not kinds.isdisjoint(FIRMS) and (acts(text, end) or moves(text, end) or _IS_AT.match(text, end)))
    ):
        return True
    return not (around.opens(start) or around.titled(start)) and _led_as_name(start, end, around, kinds)


def _led_as_name(start: int, end: int, around: Surroundings, kinds: frozenset[str]) -> bool:
    """Tell whether no determiner makes a noun of a word in the middle of a sentence, but for a paper that hears."""
    text, before, after = around.text, around.before(start), around.after(end)
    if before == "that":
        return after in grammar().modal or after in grammar().auxiliary  # "says that Apple could lose"
    if before == "the" and "Outlet" in kinds and text[start:end].isupper():  # "told the BBC"
        return _HEARING.search(text, max(0, start - _HEARING_REACH), start) is not None
    return before not in ("the", "a", "an", "this", "its", "their", "his", "her")


def _says_later(text: str, end: int) -> bool:
    """Tell whether a verb of saying follows behind adverbs: "The Information first reported"."""
    known = grammar()
    for place, word in enumerate(text[end : end + _ADVERBS_REACH].split()[:_ADVERBS]):
        if place and (word in words("verbs", "saying") or word in words("semantic-fields", "placing")):
            return True
        if word != _FIRST and not known.adverbial(word) and word not in known.auxiliary:
            return False
    return False


def _foreign_capital(word: str) -> bool:
    """Tell whether `word` has a capital as parts of names have: not as weekdays, offices and abbreviations do."""
    bare = word.removesuffix("'s").removesuffix("’s").strip(".,'’\"“”")
    return bare[:1].isupper() and bare not in words("capitals") and bare not in words("titles") and not bare.isupper()


def _finished(text: str, hit: tuple[int, int, Entity], lexicon: Lexicon) -> Name:
    """Return the name with plural s, legal form and ticker taken into its span."""
    start, end, entity = hit
    if entity.kind in THINGS and text[end : end + 1] == "s":
        end += 1
    if entity.kind in _BODY_KINDS:
        end = past_ticker(text, closed(text, end), lexicon.facts.get(entity.slug or "", {}).get("ticker", ()))
    return Name(Span(start, end), entity, "name" if entity.slug else "unknown")

"""Who says it: the noun phrase before or behind a cue verb, found by word order alone."""

from functools import cache

from kg.extract.rules.reporting.finite_verbs import finite_verb
from kg.extract.rules.reporting.heads import STOPS, head_of_paper, head_of_relative, opening_comma
from kg.extract.rules.text.cues import forms_of, verbs
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import DASHES, QUOTE, Range, Tokens
from kg.lexicon.wordlists import words as lexicon

# A noun phrase of more words than this is a clause whose verb is not in the lists.
_LONGEST = 26
_LONGEST_APPOSITION = 34
# How many words the name of a region takes.
_REGION = 3
_BEGIN_CLAUSE = frozenset(("who", "which", "after", "before", "since"))
# Tokens before a verb or a comma within which a time may stand.
_PHRASE = 5
_TEXT_REACH = 7
"""How far (tokens) a noun for a text may stand before the relative clause that lets it speak."""
_RELATIVE_PRONOUNS, _POINTING = ("who", "which"), ("this", "last", "that", "earlier")
_MORE_THAN = ("more", "than")
"""What stands before a verb as an adverb does: "more than doubled"."""
_LEADS = frozenset(("with", "on", "in", "at", "during", "after", "before", "since", "by"))
_ALONG = (("along", "with"), ("together", "with"))
_SHORTEST_PAST = 4
_OF_THEM, _BEFORE_CLAUSE = frozenset(("all", "both", "most")), frozenset((",", ";", "and", "but"))
"""Words that stand for people where a clause opens, and what stands before one: "Most said", "..., but both said"."""


def verb_group(tokens: Tokens, verb: int) -> int:
    """Return the first token of the verb group that ends in `verb`: auxiliaries and adverbs before it."""
    known = grammar()
    first = verb
    while first and _in_group(tokens, first - 1):
        if tokens.capital(first - 1) and first > 1 and tokens.words[first - 1] not in known.adverb:
            break
        if tokens.words[first - 1] in _OF_THEM and (first == 1 or tokens.words[first - 2] in _BEFORE_CLAUSE):
            break
        first -= 1
    return first - 2 if first > 2 and tuple(tokens.words[first - 2 : first]) == _MORE_THAN else first  # noqa: PLR2004 - its words


def _in_group(tokens: Tokens, index: int) -> bool:
    """Tell whether a token may stand in a verb group: auxiliaries and adverbs, quoted ones too ("categorically")."""
    word, known = tokens.words[index], grammar()
    if word == QUOTE:
        quoted = tokens.text[tokens.starts[index] + 1 : tokens.ends[index] - 1].lower()
        return quoted.isalpha() and known.adverbial(quoted)
    if word == "so":
        return tokens.word(index + 1) == "far"
    return word in known.auxiliary or known.adverbial(word)


def subject(tokens: Tokens, group: int) -> Range | None:
    """Return the subject that ends right before token `group`, None if a boundary stands there."""
    last = group - 1
    known, words = grammar(), tokens.words
    if last < 0:
        return None
    word = words[last]
    if word == ")":
        last = _bracket(words, last) - 1
        word = words[last] if last >= 0 else ";"
    if word in known.pronoun or word in _RELATIVE_PRONOUNS:
        return last, last + 1
    if word == ",":
        return _with_apposition(tokens, last)
    if word == "that" or word in DASHES:
        return _text_that(tokens, last) if word == "that" else _with_dashes(tokens, last)
    if word in STOPS or word in known.conjunction or word in known.subordinator or word in known.preposition:
        return None
    found = _behind_time(tokens, last) or _phrase(tokens, last + 1)
    return (_list_start(tokens, _with_town(tokens, *found), found[1]), found[1]) if found else None


def _with_town(tokens: Tokens, first: int, end: int) -> int:
    """Return where a subject starts whose seat is told with its region: "the Ayton, Ohio-based firm"; else `first`."""
    words = tokens.words
    seated = any(word.endswith("-based") for word in words[first : min(end, first + _REGION)])
    if not seated or first < _REGION or words[first - 1] != ",":
        return first
    town = first - 2
    while town and first - town <= _REGION + 1 and tokens.capital(town) and words[town] not in grammar().determiner:
        town -= 1
    return town if town < first - 2 and words[town] in grammar().determiner else first


def _behind_time(tokens: Tokens, last: int) -> Range | None:
    """Return the subject whose bracket or aside a time parts from its verb: "Acme (ACM.L) on Monday declined".

    So does a relative pronoun: "Acme, which last month said".
    """
    words, known, first = tokens.words, grammar(), last
    dated = words[last].isdigit() and (words[last - 1] in known.time or words[last - 1] == "in")
    if words[last] not in known.time and not dated:
        return None
    while first and last - first < _PHRASE and words[first] not in (")", ",", *_RELATIVE_PRONOUNS):
        timed = words[first] in known.time or words[first] in lexicon("time-adverbs", "phase")
        if not (timed or words[first] in known.preposition or words[first] in _POINTING or words[first].isdigit()):
            named = tokens.capital(first) and words[first + 1] in known.preposition
            return _phrase(tokens, first + 1) if named else None
        first -= 1
    if words[first] in _RELATIVE_PRONOUNS:
        return first, first + 1
    if first == 0 and tokens.capital(0) and words[1] in known.preposition:
        return 0, 1
    if words[first] == ",":
        return _with_apposition(tokens, first)
    return _phrase(tokens, _bracket(words, first)) if words[first] == ")" and _bracket(words, first) else None


def _text_that(tokens: Tokens, relative: int) -> Range | None:
    """Return the text that a relative clause lets speak: "a Reuters report in May that said ...", else None."""
    words, known = tokens.words, grammar()
    for noun in range(relative - 1, max(-1, relative - _TEXT_REACH), -1):
        if words[noun] == "," or words[noun] in STOPS or finite_verb(tokens, noun):
            return None
        if words[noun] in lexicon("sources", "publication"):
            first = noun
            while first and noun - first < _TEXT_REACH and words[first] not in known.determiner:
                first -= 1
            return (first, noun + 1) if words[first] in known.determiner else None
    return None


def author(tokens: Tokens, text: Range) -> Range | None:
    """Return who issued the text that stands at `text` as the object of a verb: "X released a statement saying ..."."""
    words, known = tokens.words, grammar()
    first = text[0] + (words[text[0]] == "out")  # "put out a statement"
    if text[0] == 0 or words[first] not in known.determiner or known.text.isdisjoint(words[first : text[1]]):
        return None
    verb = text[0] - 1
    return subject(tokens, verb_group(tokens, verb)) if words[verb] in forms_of("cues", "issuing") else None


def _list_start(tokens: Tokens, first: int, end: int) -> int:
    """Return where a list of names ("A, B and C") starts whose tail starts at `first`; `first` if there is none."""
    words, known = tokens.words, grammar()
    index, start, items = first - 1, first, int("and" in words[first:end])
    items = items or int(index > 0 and _joint(words, index) > 1)  # "Acme as well as Borealis"
    if _named_alike(tokens, index, end):
        return 0
    if index < 0 or not (_joint(words, index) if words[index] != "," else items):
        return first
    while index > 0 and _joint(words, index):
        while index > 0 and (joint := _joint(words, index)):
            index -= joint
        last = index
        while index >= 0 and tokens.capital(index) and words[index] not in known.preposition:
            index -= 1
        led = index >= 0 and words[index] in known.preposition
        if index == last or (led and (not index or words[index - 1] not in _givers())):
            break
        start, items = index + 1, items + 1
    return start if items > 1 else first


def _joint(words: list[str], index: int) -> int:
    """Return how many tokens that end at `index` join two names: one of "and", three of "as well as", else none."""
    if words[index] in (",", "and", "or"):
        return 1
    return 3 if index > 2 and tuple(words[index - 2 : index + 1]) == ("as", "well", "as") else 0  # noqa: PLR2004 - its words


def _named_alike(tokens: Tokens, comma: int, verb: int) -> bool:
    """Tell whether names that only a comma parts are the subject of a plural verb: "Acme, Borealis deny talks"."""
    if comma < 1 or tokens.words[comma] != "," or tokens.word(verb).endswith(("s", "d")):
        return False
    known = grammar()
    names = all(tokens.capital(at) and not known.function(tokens.words[at]) for at in range(comma))
    return names and tokens.capital(comma + 1) and known.time.isdisjoint(tokens.words[:comma])


@cache
def _givers() -> frozenset[str]:
    """Return the nouns for people and papers of those who are named behind: "reports from A, B and C"."""
    return lexicon("sources", "publication") | lexicon("sources", "people") | lexicon("sources", "voice")


def _bracket(words: list[str], last: int) -> int:
    first = last
    while first and words[first] != "(":
        first -= 1
    return first


def _with_apposition(tokens: Tokens, comma: int) -> Range | None:
    """Return "X, the head of Y," as the subject, for a second comma at `comma`."""
    words = tokens.words
    listed = _ends_list(tokens, comma)
    for earlier in range((listed or comma) - 2, max(-1, comma - _LONGEST_APPOSITION), -1):
        if words[earlier] in STOPS:
            break
        if words[earlier] == ",":
            if _within_place(tokens, earlier, comma):
                continue
            opening = opening_comma(tokens, earlier)
            found = _phrase(tokens, _before_bracket(words, opening)) if opening else None
            if found and _names_someone(tokens, found):
                return found[0], comma if _apposition(tokens, opening + 1) or _adds(words, opening + 1) else found[1]
    return _with_time(tokens, comma)


def _ends_list(tokens: Tokens, comma: int) -> int | None:
    """Return the start of a list of names that ends an aside: "Acme, which builds in Ayton, Borsk and Celle, said".

    None where no aside opens before the list with a relative pronoun, or names whose owner somebody is.
    """
    words, first = tokens.words, comma
    while first and (tokens.capital(first - 1) or words[first - 1] in (",", "and", "or")):
        first -= 1
    if "," not in words[first:comma] or not tokens.capital(first):
        return None
    opened = first
    while opened and words[opened - 1] != "," and words[opened - 1] not in STOPS:
        opened -= 1
    aside = words[opened] in _RELATIVE_PRONOUNS or words[opened] == "whose"
    owned = words[opened] in grammar().determiner and words[first - 1] in ("of", "including")
    return first if opened and words[opened - 1] == "," and (aside or owned) else None


def _adds(words: list[str], first: int) -> bool:
    """Tell whether what follows the comma names others who do the same: "Acme, as well as Borealis, said"."""
    return tuple(words[first : first + 3]) == ("as", "well", "as") or tuple(words[first : first + 2]) in _ALONG


def _within_place(tokens: Tokens, earlier: int, comma: int) -> bool:
    """Tell whether a comma parts a town from its region: "Acme, based in Ayton, Ohio, said"."""
    region = range(earlier + 1, comma)
    first = earlier
    while first and tokens.capital(first - 1):
        first -= 1
    seated = first > 1 and tokens.words[first - 1] in ("in", "at", "near") and tokens.words[first - 2].endswith("ed")
    return seated and first < earlier and 0 < len(region) <= _REGION and all(tokens.capital(at) for at in region)


def _with_dashes(tokens: Tokens, dash: int) -> Range | None:
    """Return the subject that an aside between dashes parts from its verb: "Acme -- one of many -- declined"."""
    for earlier in range(dash - 2, max(0, dash - _LONGEST_APPOSITION), -1):
        if tokens.words[earlier] in DASHES:
            found = _phrase(tokens, earlier)
            whole = found is not None and (found[0] == 0 or tokens.capital(found[1] - 1))
            return (_list_start(tokens, *found), found[1]) if found and whole else None
    return None


def _with_time(tokens: Tokens, comma: int) -> Range | None:
    """Return the subject that a time parts from its verb by a stray comma: "Acme on Monday, dismissed the report"."""
    known, words = grammar(), tokens.words
    for first in range(comma - 2, max(0, comma - _PHRASE), -1):
        if words[first] in known.preposition:
            timed = not known.time.isdisjoint(words[first:comma])
            found = _phrase(tokens, _before_bracket(words, first)) if timed else None
            return found if found and tokens.capital(found[0]) and _names_someone(tokens, found) else None
    return None


def _before_bracket(words: list[str], end: int) -> int:
    """Return `end`, or where the bracket starts that ends there ("the Bureau of Sound (BoS), which ...")."""
    return _bracket(words, end - 1) if words[end - 1] == ")" else end


def _names_someone(tokens: Tokens, found: Range) -> bool:
    return found[1] - found[0] <= _LONGEST and tokens.words[found[1] - 1] not in grammar().time


def _apposition(tokens: Tokens, first: int) -> bool:
    """Tell whether what follows the comma describes the noun (not "on Monday", "in a statement")."""
    word, known = tokens.words[first], grammar()
    if word.endswith(("ing", "ed")) or (word in known.subordinator and word != "that"):
        return False
    return word not in known.preposition or word == "of"


def _phrase(tokens: Tokens, end: int) -> Range | None:
    """Return the noun phrase that ends at `end`, walking left to the clause's edge."""
    words, known = tokens.words, grammar()
    first = end
    while first and end - first < _LONGEST:
        word = words[first - 1]
        if word in known.pronoun and end - first > 0 and word != "her" and not _short_form(tokens, first - 1):
            break
        if word == "," and first < end and tokens.capital(first) and _is_legal_form(words[first]):
            first -= 1
            continue
        if word == "," or word in STOPS or word in known.subordinator or finite_verb(tokens, first - 1):
            break
        if word in _BEGIN_CLAUSE:
            break
        if word in ("and", "or", "nor") and _clausal(tokens, first - 1):
            break
        first -= 1
    if (head := head_of_relative(tokens, first)) is not None or (head := head_of_paper(tokens, first)) is not None:
        return head, end
    first = _without_lead(tokens, first, end)
    while first < end and (words[first] in known.conjunction or _adverb(tokens, first)):
        if first == end - 1 and words[first] in _OF_THEM:
            break
        first += 1
    return (first, end) if first < end else None


def _short_form(tokens: Tokens, index: int) -> bool:
    """Tell whether a pronoun's letters are a short form, in capitals before a small word: "the IT minister"."""
    start, end = tokens.starts[index], tokens.ends[index]
    return end - start > 1 and tokens.text[start:end].isupper() and not tokens.capital(index + 1)


def _is_legal_form(word: str) -> bool:
    """Tell whether a word behind a comma is but the legal form of the name before it: "Acme, Inc's results"."""
    return word.removesuffix("'s") in _legal_forms()


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(word.lower() for word in lexicon("legal-forms"))


def _adverb(tokens: Tokens, index: int) -> bool:
    """Tell whether the token is an adverb, and no capital word of a name within the sentence: "First Harbour said"."""
    named = index > 0 and tokens.capital(index) and tokens.capital(index + 1)
    return grammar().adverbial(tokens.words[index]) and not named


def _clausal(tokens: Tokens, conjunction: int) -> bool:
    """Tell whether "and" joins clauses: a verb stands to its left before any boundary."""
    words = tokens.words
    for index in range(conjunction - 1, max(-1, conjunction - _LONGEST), -1):
        if words[index] == "," or words[index] in STOPS:
            return words[conjunction - 1] == ","
        if finite_verb(tokens, index):
            return not _names_behind(tokens, index, conjunction)
    return False


def _names_behind(tokens: Tokens, verb: int, conjunction: int) -> bool:
    """Tell whether only a name stands between a verb of saying and "and": "sources said Acme and Beta had"."""
    cue = verbs().get(tokens.words[verb])
    says = cue is not None and "clause" in cue.frames
    return (
        says
        and verb + 1 < conjunction
        and all(tokens.capital(at) for at in range(verb + 1, conjunction + 2) if at != conjunction)
    )


def _without_lead(tokens: Tokens, first: int, end: int) -> int:
    """Return where the phrase starts when an adverbial such as "on Monday" leads it."""
    words, known = tokens.words, grammar()
    if first >= end or words[first] not in known.preposition:
        return first
    for index in range(first + 1, end):
        if words[index] in known.time and index + 1 < end and words[index + 1] not in known.time:
            return index + 1
        if index > first + 1 and words[index] in known.determiner and words[index - 1] not in known.preposition:
            return index
    for index in range(first + 1, end - 1):
        if words[index].isdigit() and tokens.capital(index + 1):
            return index + 1
    return first if words[first] not in _LEADS else first + 1


def elided_subject(tokens: Tokens, group: int) -> Range | None:
    """Return the first subject of the unit, for verbs that share it ("X went home and said", "..., adding")."""
    words = tokens.words
    for tells in (finite_verb, _past):
        for index in range(1, group):
            if words[index] == "that" and words[index - 1] in verbs():
                break
            if words[index] in _RELATIVE_PRONOUNS or not tells(tokens, index):
                continue
            found = subject(tokens, verb_group(tokens, index))
            if found and words[found[0]] not in _RELATIVE_PRONOUNS:
                return found
    return None


def _past(tokens: Tokens, index: int) -> bool:
    """Tell whether a word can be the verb of a clause that has no other: "Acme emerged from the slump and said"."""
    word, before, known = tokens.words[index], tokens.words[index - 1], grammar()
    if not word.endswith("ed") or word.endswith("eed") or len(word) < _SHORTEST_PAST or tokens.capital(index):
        return False
    return before not in known.determiner | known.preposition | known.possessive and not before.endswith(("'s", "s'"))

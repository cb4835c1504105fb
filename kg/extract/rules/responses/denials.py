"""The constructions by which English words an answer: verbs with their objects, passives, and verdicts."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.rules.annotations import Reported
from kg.extract.rules.reporting.complements import complement
from kg.extract.rules.reporting.content import object_end
from kg.extract.rules.reporting.source import subject, verb_group
from kg.extract.rules.responses import silences
from kg.extract.rules.responses.answers import Answer, Setting, answerer, companions, followers
from kg.extract.rules.responses.disclaimers import disclaimers
from kg.extract.rules.responses.judging import predicate
from kg.extract.rules.responses.matters import granted, is_matter, is_noun, shifted
from kg.extract.rules.responses.nominal import denial_nouns, nominal
from kg.extract.rules.responses.verdicts import STATEMENT, absent, negated, nothing, own, plain, unplanned, untrue
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.cues import forms_of, inflected
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import Range, Tokens
from kg.lexicon.wordlists import words
from kg.model import Span

_VERBAL = ("confirms", "denies")
# "took to social media to deny it"
_PURPOSE = 4
# How many words may stand between a participle and its "by".
_BY = 7
# How many words before its verb a clause may begin that is only supposed.
_CLAUSE = 12
# How many words an object before its particle may have, and what ends it.
_PARTED = 6
# How many words a noun phrase before a clause that leaves out its object may have, and what opens it.
_GAP = 6
_NEW = frozenset(("a", "an", "something", "one"))
_CLOSING = frozenset((",", ";", ":", "and", "that"))
_FORUM = Construction(r"\b{denials:forum}\b", re.IGNORECASE)
_OUTLOOK = Construction(r"(?:its|their|the)\s(?:[\w-]+\s){0,3}?{outlook}\b", re.IGNORECASE)
_SUPPOSING = Construction(r"\b{denials:supposing}\s[^,;:.]*\Z", re.IGNORECASE)
_NEGATIVES = frozenset(("neither", "nor", "nobody", "none"))
_FEWEST = 3
_WITHOUT = frozenset(("without",))


def answers(line: Tokens, inside: Sequence[Reported], setting: Setting) -> Iterator[Answer]:
    """Yield the answers in one unit; `inside` are its reporting acts."""
    silent, verbal, calling = silences.openers(), _verbal(), forms_of("denials", "judging")
    openers = _openers()
    opening = () if openers.isdisjoint(line.words) else enumerate(line.words)
    for index, word in [(index, word) for index, word in opening if word in openers]:
        if word in silent:
            yield from silences.silences(line, index)
        for stance in _VERBAL if word in verbal else ():
            yield from _verb(line, index, stance, inside)
        if word in calling:
            yield from _verdict(line, index)
        if word in denial_nouns():
            yield from nominal(line, index, inside)
    yield from disclaimers(line, inside, setting)


def _verb(line: Tokens, index: int, stance: str, inside: Sequence[Reported]) -> Iterator[Answer]:
    """Read "X denied the report", "X pushed back", "X confirmed that ...", "was denied by X", "which X denies"."""
    for particles, family in _verbs(stance).get(line.words[index], ()):
        end, about = _particles(line, index + 1, particles), None
        if end is None:
            end, about = _parted(line, index + 1, particles)
        if end is None:
            continue
        undergone = _passive(line, index) or line.word(end) == "by"
        agent, about = (
            _by(line, index, end) if undergone else _active(line, index, end, about or _ahead(line, index, inside))
        )
        if (
            agent is None
            or is_noun(line, index)
            or (stance == "denies" and granted(line, about))
            or _unasked(line, about, family)
            or (family and not is_matter(about, line, family))
            or (not particles and about is None)
            or (stance == "denies" and shifted(line, end, particles, about))
        ):
            continue
        told = "denies" if about and family != "admission" and _takes_back(about, line) else stance
        for one in (agent, *companions(line, index), *followers(line, end)):
            yield Answer(told, line.span(index, end), "verb", one, (), about)
        return


def _unasked(line: Tokens, about: Span | None, family: str) -> bool:
    """Tell whether somebody speaks of themselves unasked: "admitted in its earnings call", "confirmed its outlook"."""
    if family == "admission" and _FORUM.search(line.text, line.starts[0], line.ends[-1]):
        return True
    return not family and about is not None and _OUTLOOK.match(line.text, about.start, about.end) is not None


def _particles(line: Tokens, start: int, particles: tuple[str, ...]) -> int | None:
    """Return where the particles of a verb end that stand from token `start` on: "pouring more cold water"."""
    at = start
    for word in particles:
        if line.word(at) != word and word != particles[-1] and line.word(at) in words("denials", "passed"):
            at += 1
        if line.word(at) != word:
            return None
        at += 1
    return at


def _parted(line: Tokens, start: int, particles: tuple[str, ...]) -> tuple[int | None, Span | None]:
    """Return where a particle stands behind the object, and the object: "played the report down"."""
    last = len(particles)
    if " ".join(particles) not in words("denials", "adverb"):
        return None, None
    for at in range(start, min(len(line.words), start + _PARTED)):
        if at > start and tuple(line.words[at : at + last]) == particles:
            return at + last, line.span(start, at)
        if line.words[at] in _CLOSING or line.words[at] in grammar().auxiliary:
            break
    return None, None


def _takes_back(about: Span, line: Tokens) -> bool:
    """Tell whether what is confirmed is that nothing is planned: "confirmed that it is not in talks"."""
    said = plain(about.of(line.text))
    if len(said) <= STATEMENT and (untrue(said) or absent(said) or (said.startswith("no ") and negated(said))):
        return True
    return (own(said) or nothing(said)) and unplanned(said)


def _active(line: Tokens, index: int, end: int, about: Span | None) -> tuple[Span | None, Span | None]:
    """Return who answers and what (`about` if that is known), () where the verb is negated, a noun or the like."""
    if _taken_back(line, index):
        return None, None
    about = about or _object(line, end) or _fronted(line, index)
    if any(told(line, index) for told in (_supposed, _inverted, _nobody, _undergone)):
        return None, None
    if about is None and (gapped := _gapped(line, index)):
        return gapped
    return (answerer(line, index), about) if about or end > index + 1 else (None, None)


def _ahead(line: Tokens, index: int, inside: Sequence[Reported]) -> Span | None:
    """Return what stands before a verb that follows what is said: "Acme will close, it confirmed on Friday"."""
    start = line.starts[index]
    acts = (act for act in inside if act.cue.start <= start < act.cue.end and act.kind == "speech" and act.content)
    found = next((act.content[0] for act in acts if all(part.end <= act.cue.start for part in act.content)), None)
    return found if found and found.start <= start else None


def _supposed(line: Tokens, index: int) -> bool:
    """Tell whether the clause is only supposed: "if it denied the report", "in the event Acme confirmed the cuts"."""
    low = line.starts[max(0, index - _CLAUSE)]
    return _SUPPOSING.search(line.text, low, line.starts[verb_group(line, index)]) is not None


def _undergone(line: Tokens, index: int) -> bool:
    """Tell whether a headline leaves out who "were": "Reports of a sale dismissed as nonsense"."""
    found = subject(line, verb_group(line, index))
    return line.words[0] in words("denials", "matter") and (found is None or found[0] == 0 or line.words[1] == "that")


def _nobody(line: Tokens, index: int) -> bool:
    """Tell whether the subject is one of a negated list: "neither Acme nor Borealis confirmed the deal"."""
    found = subject(line, verb_group(line, index))
    if found is None:
        return False
    return not _NEGATIVES.isdisjoint(line.words[max(0, found[0] - 1) : found[1]])


def _inverted(line: Tokens, index: int) -> bool:
    """Tell whether a negation turned subject and auxiliary round: "nor has it confirmed the plan"."""
    found = subject(line, verb_group(line, index))
    if found is None or found[0] == 0 or line.words[found[0] - 1] not in grammar().auxiliary:
        return False
    return found[0] > 1 and line.words[found[0] - 2] in ("nor", "never", "neither")


def _fronted(line: Tokens, index: int) -> Span | None:
    """Return what "which" or "something that" before the subject of the verb stands for."""
    found = subject(line, verb_group(line, index))
    before = line.words[found[0] - 1] if found and found[0] else ""
    if found is None or before not in ("which", "that", "something"):
        return None
    head = subject(line, found[0] - 1 - (line.word(found[0] - 2) == ","))
    return line.span(*head) if head else line.span(found[0] - 1, found[0])


def _gapped(line: Tokens, index: int) -> tuple[Span, Span] | None:
    """Return who answers and what in an apposition that leaves its object out: "a charge it denies"."""
    group = verb_group(line, index)
    found = subject(line, group)
    if found is None or index + 1 - group > _PURPOSE:
        return None
    if line.words[found[0]] in grammar().pronoun:
        comma = next((at for at in range(found[0] - 1, max(0, found[0] - _GAP), -1) if line.words[at] == ","), None)
        first, inner = found[0] if comma is None else comma + 1, found[0]
    else:
        first = found[0]
        inner = next((at for at in range(first + 1, found[1]) if _opens_phrase(line, at)), first)
    if inner <= first or line.words[first] not in _NEW:
        return None
    return line.span(inner, found[1]), line.span(first, inner)


def _opens_phrase(line: Tokens, at: int) -> bool:
    """Tell whether a noun phrase may start here: a determiner, or a capital behind a small letter."""
    return line.words[at] in grammar().determiner or (line.capital(at) and not line.capital(at - 1))


def _by(line: Tokens, index: int, end: int) -> tuple[Span | None, Span | None]:
    """Return who answers and what is answered in "the report was denied by X"."""
    group = verb_group(line, index)
    bare = grammar().auxiliary.isdisjoint(line.words[group:index])
    apposed = group > 1 and bare and line.words[group - 1] == ","  # "The plan, later confirmed by Acme, ..."
    about = subject(line, group - apposed) or _opening(line, group) or _pointing(line, group)
    for at in range(end, min(len(line.words) - 1, end + _BY)):
        issued = line.words[at] == "from" and line.words[at - 1] in grammar().text
        if (line.words[at] == "by" or issued) and about:
            return line.span(at + 1, object_end(line, at + 1)), line.span(*about)
        if line.words[at] in (",", ";", "and", "but"):
            break
    return None, None


def _pointing(line: Tokens, group: int) -> Range | None:
    """Return the word that stands for what was said before: "That was later denied by Acme"."""
    return (group - 1, group) if group and line.words[group - 1] in ("that", "this", "these") else None


def _opening(line: Tokens, group: int) -> Range | None:
    """Return what opens the unit up to the verb, where its noun is something said: "Reports that ... were denied"."""
    first = int(line.words[0] in grammar().determiner)
    matter = not words("denials", "matter").isdisjoint(line.words[first : first + 2])
    return (0, group) if matter and group else None


def _passive(line: Tokens, index: int) -> bool:
    helpers = set(line.words[verb_group(line, index) : index])
    return bool(helpers & grammar().be) and not helpers & grammar().modal and not line.words[index].endswith("ing")


def _taken_back(line: Tokens, index: int) -> bool:
    """Tell whether the verb is negated, modal or an infinitive, or a noun or adjective."""
    known = grammar()
    group = verb_group(line, index)
    helpers = set(line.words[group:index])
    before = line.words[group - 1] if group else ""
    if (before == "to" and _moved(line, group - 1)) or {"would", "later"} <= helpers:  # "would later deny"
        return False
    if not _WITHOUT.isdisjoint(line.words[max(0, group - 3) : group]) or _goes_on(line, group):
        return True
    if (
        helpers & known.modal
        or helpers & known.be - {"been"}
        or before in ("to", "nor", "or", "neither")
        or before.endswith("'s")
    ):
        return not line.words[index].endswith("ing") or bool(helpers & known.modal)
    if before in ("in", "while") and line.words[index].endswith("ing"):  # "In denying the report, Acme said"
        return False
    return before in known.determiner or before in known.preposition or line.word(index + 1) == "by"


def _goes_on(line: Tokens, group: int) -> bool:
    """Tell whether the verb goes on with an infinitive before it: "allowed to contest and deny the claims"."""
    if group < _FEWEST or line.words[group - 1] not in ("and", "or") or line.words[group - 3] != "to":
        return False
    return not _moved(line, group - 3)


def _moved(line: Tokens, to: int) -> bool:
    """Tell whether the infinitive behind `to` is what somebody did: "moved to quash the rumour"."""
    return not words("denials", "moving").isdisjoint(line.words[max(0, to - _PURPOSE) : to])


def _object(line: Tokens, index: int) -> Span | None:
    if _points_alone(line, index):
        return line.span(index, index + 1)
    if (line.word(index), line.word(index + 1)) == ("as", "much"):
        return line.span(index, index + 2)
    found = complement(line, index)
    if found is None or found[1] in ("infinitive", "preposition") or found[0] >= len(line.words):
        return None
    return line.span(found[0], object_end(line, found[0]))


def _points_alone(line: Tokens, index: int) -> bool:
    """Tell whether the object is a lone "this" or "that": "Acme disputes this"."""
    behind, known = line.word(index + 1), grammar()
    ends = behind in ("", ",", ";", ".") or any(
        behind in closed for closed in (known.conjunction, known.preposition, known.subordinator)
    )
    closed = behind != "" or line.text.startswith(".", line.ends[index] if index < len(line.ends) else 0)
    return ends and (line.word(index) == "this" or (line.word(index) == "that" and closed))


def _verdict(line: Tokens, index: int) -> Iterator[Answer]:
    """Read "X called the report false", "X considers it to be wrong", "was described as inaccurate by X"."""
    passive = _passive(line, index) or _undergone(line, index)
    end = predicate(line, index + 1)
    if end is None or (not passive and _taken_back(line, index)):
        return
    agent, about = _by(line, index, index + 1) if passive else (answerer(line, index), line.span(index + 1, end))
    if agent:
        yield Answer("denies", line.span(index, index + 1), "verdict", agent, (), about)


@cache
def _openers() -> frozenset[str]:
    """Return the words that a set phrase or a verb of answering starts with."""
    return silences.openers() | _verbal() | forms_of("denials", "judging") | denial_nouns()


@cache
def _verbal() -> frozenset[str]:
    return frozenset(word for stance in _VERBAL for word in _verbs(stance))


@cache
def _verbs(stance: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return word form -> (particles, the family whose object the verb needs, "" where it needs none)."""
    listed = [(phrase, "") for phrase in words("stances", stance)]
    for family in {"denies": ("rejection", "exclusion"), "confirms": ("admission",)}[stance]:
        listed += [(phrase, family) for phrase in words("denials", family)]
    found: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for phrase, family in listed:
        lemma, *particles = phrase.split()
        for _, word in inflected(lemma):
            found.setdefault(word, set()).add((tuple(particles), family))
    return {
        word: tuple(sorted(entries, key=lambda item: (-len(item[0]), item))) for word, entries in sorted(found.items())
    }

"""Passives: "is said to ...", "the paper was told", "a figure reported by X"."""

from kg.extract.rules.reporting.complements import complement
from kg.extract.rules.reporting.content import clause_end, fronted, object_end
from kg.extract.rules.reporting.finite_verbs import finite_verb
from kg.extract.rules.reporting.source import subject
from kg.extract.rules.reporting.verbs import Verb
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import Act, Range
from kg.lexicon.wordlists import words

_AGENT_STOPS = frozenset((",", "that", "in", "on", "at", "for", "to", "as", "who", "after"))
_REPORTING = frozenset(("clause", "passive", "object", "belief"))


def passive(verb: Verb) -> bool:
    """Tell whether the verb is a participle behind a form of be, or one that "by" follows."""
    if not verb.form("participle"):
        return False
    if rumoured(verb) or _impersonal(verb):
        return True
    by = verb.following == "by" and verb.tokens.word(verb.end + 1) not in grammar().setting  # "said by email"
    return not grammar().be.isdisjoint(verb.helpers) or (by and not verb.helpers)


def rumoured(verb: Verb) -> bool:
    """Tell whether the verb is a bare participle that reports of its subject: "Acme said to buy Foo"."""
    if verb.helpers or verb.tokens.word(verb.end) != "to" or verb.cue.lemma not in words("cues", "rumoured"):
        return False
    if verb.before in grammar().pronoun:
        return False  # "..., she said to cheers"
    follows = complement(verb.tokens, verb.end)
    return follows is not None and follows[1] == "infinitive" and bool(verb.tokens.word(verb.end + 1))


def _impersonal(verb: Verb) -> bool:
    """Tell whether nobody says it: "it's understood that", as "it is understood that"."""
    return verb.before == "it's" and not verb.helpers and verb.tokens.word(verb.end) == "that"


def passive_act(verb: Verb) -> Act | None:
    """Return the act of a passive verb; its source is the phrase behind "by", None where there is none."""
    if rumoured(verb):
        return _said_of(verb, None, verb.end)
    source, after = _agent(verb)
    if not verb.helpers and not _impersonal(verb):
        return _reduced(verb, source)
    if "addressee" in verb.frames:
        return _told(verb, source, after)
    if "passive" not in verb.cue.frames:
        return None
    return _said_of(verb, source, after)


def _agent(verb: Verb) -> tuple[Range | None, int]:
    """Return the agent behind "by" and the token behind it."""
    tokens, start = verb.tokens, verb.end
    if tokens.word(start) != "by":
        return None, start
    end = object_end(tokens, start)
    for index in range(start + 1, end):
        if tokens.words[index] in _AGENT_STOPS or finite_verb(tokens, index):
            end = index
            break
    return ((start + 1, end) if end > start + 1 else None), end


def _reduced(verb: Verb, source: Range | None) -> Act | None:
    """Read "the amount reported by X": the noun phrase before the participle is credited to X."""
    head = subject(verb.tokens, verb.group)
    if head is None and verb.before == ",":
        head = subject(verb.tokens, verb.group - 1)
    if head is None or source is None or not verb.frames & _REPORTING:
        return None
    if verb.tokens.words[head[1] - 1] in words("sources", "people", "voice"):
        return None  # people whom somebody quotes are no statement
    hearer = _addressed(verb, source[1]) if verb.tokens.word(source[1]) == "to" else None
    return Act((verb.index, verb.end), (head,), source, "passive", hearer)


def _addressed(verb: Verb, index: int) -> Range | None:
    """Return the phrase behind "to" that names who was told."""
    words, end = verb.tokens.words, index + 1
    while end < len(words) and words[end] not in _AGENT_STOPS:
        end += 1
    return (index + 1, end) if end > index + 1 else None


def _told(verb: Verb, source: Range | None, after: int) -> Act | None:
    """Read "the paper was told that ..." and "..., the paper has been told"."""
    tokens = verb.tokens
    hearer = subject(tokens, verb.group)
    follows = complement(tokens, after)
    if follows and follows[1] in ("that", "question", "plain", "quote"):
        content = (follows[0], clause_end(tokens, follows[0]))
        return Act((verb.index, verb.end), (content,), source, "passive", hearer)
    left = fronted(tokens, hearer[0]) if hearer else None
    return (
        Act((verb.index, verb.end), (left,), source, "passive", hearer) if left and verb.cue.lemma == "tell" else None
    )


def _said_of(verb: Verb, source: Range | None, after: int) -> Act | None:
    """Read "X is said to ...", "it is believed that ..."."""
    tokens, follows = verb.tokens, verb.tokens.word(after)
    if not source and follows not in ("to", "as", "that", "of"):
        return None
    if verb.before in ("it", "it's") and follows == "that":
        return Act((verb.index, verb.end), ((after + 1, clause_end(tokens, after + 1)),), source, "passive")
    end = object_end(tokens, after) if follows else after
    parts = tuple(part for part in (_patient(verb), (after, end)) if part and part[1] > part[0])
    return Act((verb.index, verb.end), parts, source, "passive") if parts else None


def _patient(verb: Verb) -> Range | None:
    """Return what is spoken of; in "..., which was reported by X", "..., it was reported by X" the clause before."""
    stands_for = verb.before == "which" or (verb.before == "it" and verb.cue.lemma in words("cues", "relaying"))
    if stands_for and verb.tokens.word(verb.group - 2) == "," and verb.group > 2:  # noqa: PLR2004 - comma and "which"
        return 0, verb.group - 2
    return subject(verb.tokens, verb.group)

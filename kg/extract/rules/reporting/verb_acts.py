"""Active verbs of saying, wanting and judging: "X said that ...", "..., said X", "..., X said, ...", "X praised Y"."""

from kg.extract.rules.reporting.amount_acts import contact_act, number_act, with_amount
from kg.extract.rules.reporting.complements import complement, past_addressee, tells_time
from kg.extract.rules.reporting.content import (
    clause_end,
    fronted,
    object_end,
    parenthesis,
    quotation_end,
    relative_head,
)
from kg.extract.rules.reporting.finite_verbs import finite_verb
from kg.extract.rules.reporting.inverted import inverted
from kg.extract.rules.reporting.prepositional_acts import hears
from kg.extract.rules.reporting.speaker import speaker
from kg.extract.rules.reporting.verb_objects import has_object, outer_verb
from kg.extract.rules.reporting.verbs import Verb, finite, inversion, several_say
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import QUOTE, Act, Range, Tokens
from kg.lexicon.wordlists import words as lexicon

# A number stands among the first words behind "at" ("at more than 5 million").
_AMOUNT = 5
_TEXT_REACH, _CLAUSE_REACH = 8, 9
"""Tokens before a verb within which a paper is named, and behind it within which the verb of its clause stands."""
_OPENERS = ("but", "as")
_DATED = 8
"""How many words may stand between a verb that opens a sentence with "as" and its comma."""
_FRONTED = frozenset(("when", "after", "as", "although", "though", "while", "once", "since", "because", "if"))
_STRESSING = frozenset(("even", "just", "only", "so"))
_GOING_ON = frozenset(("which", "who", "whose", "where", "and", "or", "but", "including", "up", "down"))
_RELATIVE = frozenset(("which", "who"))
_OUT, _TELLING_OF = "out", frozenset(("of", "about"))
"""What money is laid, and what is boasted or warned of."""
_ALSO = frozenset(("and", "but"))
_CONTRASTING = frozenset(("while", "whereas"))
_CLAUSAL = frozenset(("clause", "belief", "addressee"))
"""Frames of verbs whose plain complement is a clause without "that"."""


def verb_act(verb: Verb, found: list[Act]) -> Act | None:
    """Return the act of an active verb; `found` holds the acts before it in the unit."""
    if not finite(verb):
        return None
    turns = (verb.form("past", "third") or several_say(verb)) and inversion(verb)
    if verb.says and (turns or (verb.before == "," and verb.form("past") and not speaker(verb, found))):
        return _inverted_act(verb)
    source = speaker(verb, found)
    if source and _object_of_participle(verb, source):
        return None
    if source is None:
        return _inverted_act(verb) if verb.says and verb.before in (",", QUOTE) else None
    if "preposition" in verb.frames and not ("foretelling" in verb.frames and _of_amount(verb)):
        return _object_act(verb, source)
    told = _opened_act(verb, source) or contact_act(verb, source) or number_act(verb, source)
    return told or with_amount(verb, _spoken_act(verb, source))


def _object_of_participle(verb: Verb, source: Range) -> bool:
    """Tell whether the word is a noun behind a participle and no verb: "..., beating analyst estimates of 38"."""
    participle = verb.tokens.words[source[0]].endswith("ing") and source[1] == verb.group
    return participle and verb.form("third", "base") and verb.following in ("of", "for", "", ",")


def _spoken_act(verb: Verb, source: Range) -> Act | None:
    """Read what stands behind the verb or before the speaker."""
    if _parenthetical(verb, source):
        return _fronted_act(verb, source) or _following_act(verb, source)
    return _following_act(verb, source) or _fronted_act(verb, source)


def _parenthetical(verb: Verb, source: Range) -> bool:
    """Tell whether the speaker stands between two quotations: "...", X said, "..."."""
    words = verb.tokens.words
    quoted = source[0] > 0 and words[source[0] - 1] == QUOTE
    return quoted and words[verb.end : verb.end + 2] == [",", QUOTE] and source[1] <= verb.index


def _opened_act(verb: Verb, source: Range) -> Act | None:
    """Read a sentence that opens with its source: "As the paper reported on Monday, sales fell"."""
    tokens = verb.tokens
    opens = 0 < source[0] <= len(_OPENERS) and tokens.words[source[0] - 1] == "as"
    if not (opens and verb.says and verb.form("past", "third", "base")) or complement(tokens, verb.end) is not None:
        return None
    size = len(tokens.words)
    comma = next((at for at in range(verb.end, min(size, verb.end + _DATED)) if tokens.words[at] == ","), size)
    return (
        Act((verb.index, verb.end), ((comma + 1, clause_end(tokens, comma + 1)),), source) if comma + 1 < size else None
    )


def _inverted_act(verb: Verb) -> Act | None:
    if verb.group != verb.index or not (verb.form("past", "third") or several_say(verb)) or _is_number(verb.following):
        return None
    if verb.before != QUOTE and "clause" not in verb.frames and verb.tokens.word(verb.index - 2) != QUOTE:
        return None
    behind = inverted(verb.tokens, verb.index)
    left = fronted(verb.tokens, verb.index)
    if behind is None or left is None:
        return None
    return Act((verb.index, verb.end), (left, *parenthesis(verb.tokens, behind[1])), behind)


def _is_number(word: str) -> bool:
    """Tell whether nobody can be meant: "..., adds 300 million to its sales"."""
    return word.replace(".", "").replace(",", "").isdigit()


def _object_act(verb: Verb, source: Range) -> Act | None:
    if verb.tokens.word(verb.end) in ("", ",", ";", ":") or _pays(verb):
        return None
    return Act((verb.index, verb.end), ((verb.end, object_end(verb.tokens, verb.end)),), source, "attitude")


def _following_act(verb: Verb, source: Range) -> Act | None:
    """Read what follows the verb."""
    tokens, start, hearer = verb.tokens, verb.end, None
    if "addressee" in verb.frames and not _promises(verb):
        passed = past_addressee(tokens, verb.end)
        if passed is None and "clause" not in verb.frames:
            return None
        start = verb.end if passed is None else passed
        hearer = (verb.end, min(start, len(tokens.words))) if start > verb.end else None
    follows = _complement(verb, start)
    if follows is None or outer_verb(verb, source, follows) or has_object(verb, follows):
        return None
    begin, shape = follows
    kind = _kind(verb, shape)
    if kind is None:
        return None
    end = (
        object_end(tokens, begin)
        if shape == "plain" and not verb.frames & _CLAUSAL
        else _end(tokens, begin, shape, kind)
    )
    end = min(end, _main_clause(tokens, source, begin), _aside_end(tokens, source, begin))
    if shape == "plain" and verb.cue.lemma in lexicon("cues", "announcing"):
        end = _next_main_clause(tokens, begin, _contrast(tokens, begin, end))
    return Act((verb.index, verb.end), ((begin, end),), source, kind, hearer)


def _complement(verb: Verb, start: int) -> tuple[int, str] | None:
    """Return what the verb has from token `start` on; no name behind where it was said: "said in a post on X"."""
    tokens = verb.tokens
    follows = complement(tokens, start, amounts=_takes_amounts(verb))
    placed = follows is not None and follows[1] == "plain" and follows[0] > start and verb.following == "in"
    if placed and follows is not None and verb.cue.lemma not in lexicon("cues", "announcing"):
        clause = range(follows[0], len(tokens.words))
        return follows if any(finite_verb(tokens, at) for at in clause) else None
    return follows


def _takes_amounts(verb: Verb) -> bool:
    """Tell whether the object of a verb may be an amount that somebody foretells, reckons or announces."""
    told = lexicon("cues", "announcing") | lexicon("cues", "estimating")
    return "foretelling" in verb.frames or verb.cue.lemma in told


def _promises(verb: Verb) -> bool:
    """Tell whether a verb that may name its hearer says at once what is to be done: "promised to invest"."""
    follows = complement(verb.tokens, verb.end) if verb.following == "to" and "infinitive" in verb.frames else None
    return follows is not None and follows[1] == "infinitive"


def _main_clause(tokens: Tokens, source: Range, begin: int) -> int:
    """Return the comma behind which the main clause starts: "When the paper reported that sales fell, Acme ..."."""
    words = tokens.words
    size = len(words)
    if source[0] != 1 or words[0] not in _FRONTED:
        return size
    commas = (at for at in range(begin + 1, size - 1) if words[at] == ",")
    return next((at for at in commas if words[at + 1] not in _GOING_ON), size)


def _aside_end(tokens: Tokens, source: Range, begin: int) -> int:
    """Return the comma that closes a relative clause before its main verb: "Acme, which said it would, rose"."""
    words, size = tokens.words, len(tokens.words)
    if words[source[0]] not in _RELATIVE or not source[0] or words[source[0] - 1] != ",":
        return size
    commas = (at for at in range(begin + 1, size - 1) if words[at] == ",")
    return next((at for at in commas if finite_verb(tokens, at + 1) or grammar().adverbial(words[at + 1])), size)


def _contrast(tokens: Tokens, begin: int, end: int) -> int:
    """Return where a clause set against a thing announced begins: "reported a loss of 4 million, while Acme lost".

    Or what else is said of who announced it: "reported a loss of 4 million and is expected to lose more".
    """
    words, known = tokens.words, grammar()
    for at in range(begin + 1, end - 1):
        if finite_verb(tokens, at):
            return end
        if words[at] == "," and words[at + 1] in _CONTRASTING:
            return at
        if words[at] in _ALSO and words[at + 1] in known.auxiliary | known.be:
            return at - (words[at - 1] == ",")
    return end


def _next_main_clause(tokens: Tokens, begin: int, end: int) -> int:
    """Return where a clause with a name of its own begins behind a thing announced: "unveiled a plan, Acme signed"."""
    words = tokens.words
    for comma in range(begin + 1, end - 2):
        if finite_verb(tokens, comma):
            return end
        verb = comma + 1
        while words[comma] == "," and verb < end and tokens.capital(verb):
            verb += 1
        if verb > comma + 1 and verb < end and finite_verb(tokens, verb):
            return comma
    return end


def _kind(verb: Verb, shape: str) -> str | None:
    """Return the kind of act a verb makes with a complement of this shape, None if they do not go together."""
    if shape in ("that", "question", "quote"):
        quoted_object = "attitude" if shape == "quote" and "object" in verb.frames else None
        return "speech" if verb.says else quoted_object
    if shape == "infinitive":
        return "attitude" if verb.frames & {"infinitive", "addressee", "clause"} else None
    if shape == "plain":
        if (verb.frames & _CLAUSAL and not _unreal(verb)) or _shows_clause(verb):
            return "speech"
        if ("foretelling" in verb.frames and _of_amount(verb) and not _witnessed(verb)) or (
            "reckoning" in verb.frames and _at_amount(verb)
        ):
            return "speech"
        return "attitude" if "object" in verb.frames and not _pays(verb) else None
    return None


def _shows_clause(verb: Verb) -> bool:
    """Tell whether papers show a clause without "that": "filings showed sales fell", not "showed a fall in sales"."""
    if verb.cue.lemma not in lexicon("cues", "showing") or any(word in grammar().modal for word in verb.helpers):
        return False
    tokens, first = verb.tokens, max(0, verb.group - _TEXT_REACH)
    if lexicon("sources", "document").isdisjoint(tokens.words[first : verb.group]):
        return False
    ahead = range(verb.end + 1, min(len(tokens.words), verb.end + _CLAUSE_REACH))
    return any(finite_verb(tokens, at) and tokens.words[at - 1] not in (",", "and", "which") for at in ahead)


def _pays(verb: Verb) -> bool:
    """Tell whether a verb with its particle has an amount right behind it: "laid out $3 billion" expresses nothing."""
    words, last = verb.tokens.words, verb.tokens.words[verb.end - 1]
    reach = _AMOUNT - 1 if last == _OUT else 1
    amount = any(word[:1].isdigit() for word in words[verb.end : verb.end + reach])
    return amount and verb.end - verb.index > 1 and last not in _TELLING_OF


def _witnessed(verb: Verb) -> bool:
    """Tell whether "saw sales of 5 million" or "could see" tells what was or may be, not what somebody foretells."""
    supposed = any(word in grammar().modal for word in verb.helpers)
    return verb.cue.lemma in lexicon("cues", "witnessing") and (supposed or verb.form("past", "participle"))


def _of_amount(verb: Verb) -> bool:
    """Tell whether what is foretold has an amount: "expects sales of 5 million"."""
    tokens = verb.tokens
    return any(tokens.words[at][:1].isdigit() for at in range(verb.end, object_end(tokens, verb.end)))


def _at_amount(verb: Verb) -> bool:
    """Tell whether a figure is put on something: "puts the cost at 5 million"."""
    tokens = verb.tokens
    end = min(len(tokens.words), object_end(tokens, verb.end))
    at = next((index for index in range(verb.end + 1, end) if tokens.words[index] == "at"), None)
    return at is not None and any(word[:1].isdigit() for word in tokens.words[at : at + _AMOUNT])


def _unreal(verb: Verb) -> bool:
    """Tell whether "add" and its like stand under a modal, where they report nothing ("could add a threat")."""
    return verb.cue.lemma in lexicon("cues", "real") and any(word in grammar().modal for word in verb.helpers)


def _end(tokens: Tokens, begin: int, shape: str, kind: str) -> int:
    if kind == "attitude":
        return object_end(tokens, begin)
    return quotation_end(tokens, begin) if shape == "quote" else clause_end(tokens, begin)


def _fronted_act(verb: Verb, source: Range) -> Act | None:
    """Read what stands before the speaker, and goes on behind the verb: "..., X said, ..."."""
    tokens = verb.tokens
    if not verb.says or source[0] > verb.index:
        return None
    follows = None if _parenthetical(verb, source) else _complement(verb, _behind_hearer(verb))
    if follows and has_object(verb, follows):
        return None
    if follows and outer_verb(verb, source, follows):
        follows = None
    if follows and (follows[1] != "preposition" or "clause" not in verb.frames) and "addressee" not in verb.frames:
        return None
    left = fronted(tokens, source[0])
    if left is None:
        head = relative_head(tokens, source[0]) if "clause" in verb.frames else None
        return Act((verb.index, verb.end), (head,), source) if head else None
    quoted = QUOTE in (tokens.words[left[1] - 1], tokens.words[source[0] - 1])
    text = {tokens.words[source[0]], *tokens.words[source[0] : source[1]][1:2], tokens.words[source[1] - 1]}
    told = verb.frames & {"clause", "addressee"} or not grammar().text.isdisjoint(text)
    if not (quoted or told or hears(verb.tokens, verb.cue, verb.end) or _closing_view(verb, source)):
        return None
    behind = _behind_hearer(verb)
    hearer = (verb.end, behind) if behind > verb.end else None
    behind_it = parenthesis(tokens, verb.index + 1, broken=_breaks_off(tokens, left))
    return Act((verb.index, verb.end), (left, *behind_it), source, "speech", hearer)


def _breaks_off(tokens: Tokens, left: Range) -> bool:
    """Tell whether the clause before a speaker waits for what is behind: "the deal is worth, Acme said, about".

    So does what only leads to a clause: "Even if sales fall, Acme said, it will hire", "By May, Acme said, it would".
    """
    word, known = tokens.words[left[1] - 1], grammar()
    return (
        _only_leads(tokens, left)
        or word in known.auxiliary | known.be | known.modal | known.preposition
        or word in lexicon("cues", "waiting")
    )


def _only_leads(tokens: Tokens, left: Range) -> bool:
    """Tell whether the words before a speaker are no clause of their own: a subordinate one, or an adverbial."""
    words, known = tokens.words, grammar()
    opening = words[left[0] : left[1]]
    if "," in opening or QUOTE in opening:
        return False
    first = next((at for at, word in enumerate(opening) if word not in known.conjunction and word not in _STRESSING), 0)
    if opening[first] in _FRONTED:
        return True
    leads = opening[first] in known.preposition or known.adverbial(opening[first]) or opening[first] in known.contrast
    return leads and not any(finite_verb(tokens, at) for at in range(*left))


def _closing_view(verb: Verb, source: Range) -> bool:
    """Tell whether the verb closes what somebody thinks: "..., analysts expect", not a list ("in 11 swing states")."""
    known, first = grammar(), verb.tokens.words[source[0]]
    someone = (
        first in known.determiner or first in known.pronoun or verb.tokens.text[verb.tokens.starts[source[0]]].isupper()
    )
    closing = bool(verb.frames & {"belief", "that"}) and verb.following in ("", ",")
    return closing and (verb.form("base") or (someone and verb.form("third")))


def _behind_hearer(verb: Verb) -> int:
    """Return the token behind the hearer of a verb that closes its sentence ("..., sources told the paper.")."""
    words = verb.tokens.words
    if "addressee" not in verb.frames:
        return verb.end
    known, index = grammar(), verb.end
    while (
        index < len(words)
        and words[index] not in (",", QUOTE, ";")
        and words[index] not in known.preposition
        and not tells_time(verb.tokens, index)
    ):
        index += 1
    return index

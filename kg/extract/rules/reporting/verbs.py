"""A cue verb in its place: its group of auxiliaries and adverbs, its frames, and whether it is a verb here at all."""

from dataclasses import dataclass

from kg.extract.rules.reporting.complements import opens_date, past_interval
from kg.extract.rules.reporting.finite_verbs import finite_verb, is_noun
from kg.extract.rules.reporting.source import subject, verb_group
from kg.extract.rules.text.cues import Cue, verbs
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.once import once
from kg.extract.rules.text.tokens import QUOTE, Tokens
from kg.lexicon import wordlists
from kg.lexicon.wordlists import by_first_word

_SAYING = frozenset(("clause", "belief", "that", "addressee"))
_QUANTITIES = frozenset(
    ("all", "some", "many", "most", "both", "few", "several", "this", "no", "one", "another", "others")
)
_OPENING_CLAUSE = frozenset((",", ";", "and", "but", "while", "yet", "though", "although"))
_SEVERAL = frozenset(("some", "many", "others", "most"))
_NO_CONTENT = frozenset(("", ",", "of", "on", "to", "for", "in"))
_TYING = frozenset(("at", "of", "from", "with"))
_NUMBER_REACH, _AN = 9, ("a", "an")
_RELATIVE = 9
"""Tokens within which a relative pronoun stands before the verb of a clause in its clause."""
_DESCRIBING = 3
"""Words that describe papers: "internal court"."""
_TIED = 6
"""Words of a name that a preposition ties to the noun before it."""
_JOINING = frozenset((",", "and", "by", "while", "after", "before", "in", "", QUOTE))
_SMALL_WORD = 4
"""Letters of a word that a line in title case may print small."""


@dataclass(frozen=True)
class Verb:
    """The verb at token `index`; its group starts at `group`, its cue ends at `end` (behind "for" in "call for")."""

    tokens: Tokens
    index: int
    cue: Cue
    group: int
    end: int
    frames: frozenset[str]

    @once
    def before(self) -> str:
        """Return the word before the verb group, empty at the start of the unit."""
        return self.tokens.words[self.group - 1] if self.group else ""

    @once
    def helpers(self) -> list[str]:
        """Return the auxiliaries and adverbs of the group."""
        return self.tokens.words[self.group : self.index]

    @property
    def following(self) -> str:
        """The word behind the verb, empty at the end of the unit."""
        return self.tokens.word(self.index + 1)

    @property
    def says(self) -> bool:
        """Whether the verb can report a clause."""
        return bool(self.frames & _SAYING)

    def form(self, *forms: str) -> bool:
        """Tell whether the word can be one of these forms."""
        return not self.cue.forms.isdisjoint(forms)


def verb_at(tokens: Tokens, index: int, cue: Cue) -> Verb:
    """Return the cue at `index` with its surroundings."""
    frames, end = cue.frames, index + 1
    following = tokens.word(end) if cue.particles else ""
    for rest, frame in cue.particles:
        if (
            rest[0] == following
            and tuple(tokens.words[end : end + len(rest)]) == rest
            and not _other_particle(tokens, end, frame)
        ):
            frames = frozenset(other for same, other in cue.particles if same == rest)
            end += len(rest)
            break
    return Verb(tokens, index, cue, verb_group(tokens, index), end, frames)


def _other_particle(tokens: Tokens, index: int, frame: str) -> bool:
    """Tell whether the preposition opens an adverbial ("reported on Monday", "reported on the word of")."""
    named = any(
        tuple(tokens.words[index : index + len(phrase)]) == phrase
        for phrase in by_first_word("cues", "word").get(tokens.word(index), ())
    )
    return named or (frame == "preposition" and opens_date(tokens, index + 1))


def finite(verb: Verb) -> bool:
    """Tell whether the word is an active verb here, as far as word order tells."""
    if verb.tokens.capital(verb.index) and verb.index and not (verb.form("ing") or _titled(verb)):
        return False
    if verb.form("past", "participle"):
        return _past(verb)
    if verb.form("ing"):
        return _ing(verb)
    if any(word in grammar().auxiliary for word in verb.helpers):
        return verb.form("base")
    return _present(verb)


def _titled(verb: Verb) -> bool:
    """Tell whether the verb says something in a line where capitals tell nothing: "Acme Says Reports Are False"."""
    if not (verb.cue.lemma == "say" and verb.form("third")):
        return False
    tokens = verb.tokens
    longer = [at for at, word in enumerate(tokens.words) if len(word) > _SMALL_WORD and word[0].isalpha()]
    return len(longer) > 1 and all(tokens.capital(at) for at in longer)


def _past(verb: Verb) -> bool:
    known, before = grammar(), verb.before
    if is_noun(verb.tokens, verb.index):
        return False
    if before.endswith("'s") and _opens_clause(verb.following):
        return True  # a name that ends so: "Dorsey's said it ..."; what somebody owns is a noun
    if before in known.determiner or before.endswith(("'s", "s'")):
        return before in _QUANTITIES and (bool(verb.helpers) or _alone(verb))
    return before not in known.preposition or bool(verb.helpers)


def _alone(verb: Verb) -> bool:
    """Tell whether a word for how many stands for the people: "Several said they would", "..., but most said"."""
    tokens, first = verb.tokens, verb.group - 1
    opens = first == 0 or tokens.words[first - 1] in _OPENING_CLAUSE
    return (
        opens and "clause" in verb.frames and (verb.following in (QUOTE, ":", "there") or _opens_clause(verb.following))
    )


def _opens_clause(word: str) -> bool:
    known = grammar()
    return word == "that" or word in known.possessive or word in known.pronoun or word in known.determiner


def _ing(verb: Verb) -> bool:
    known, before = grammar(), verb.before
    if before in _JOINING or not known.be.isdisjoint(verb.helpers):
        return True
    return not (before in known.determiner or before in known.preposition or before.endswith(("'s", "s'")))


def _present(verb: Verb) -> bool:
    known, before = grammar(), verb.before
    nominal = before in known.determiner or before in known.preposition or before.endswith(("'s", "s'"))
    gapped = _past_or_auxiliary(verb.following) and not (_of_relative(verb) or number_again(verb.tokens, verb.group))
    if nominal or before in known.possessive or gapped:
        return False
    if verb.form("third"):
        held = verb.following == "of" or (verb.following == "from" and verb.cue.lemma in known.noun_like)
        noun = held and verb.end == verb.index + 1  # "above Acme estimates of 7 billion", "forecasts from Acme"
        joined = before in ("and", "or") and verb.following not in ("that", QUOTE)
        return not noun and not (joined and verb.cue.lemma in known.noun_like)
    return _base(verb)


def number_again(tokens: Tokens, group: int) -> int | None:
    """Return where who speaks starts behind a number that is named again: "900 shops, a number Acme says could"."""
    words = tokens.words
    for at in range(group - 2, max(1, group - _NUMBER_REACH), -1):
        if words[at] in _AN and words[at - 1] == ",":
            return at + 2 if words[at + 1] in wordlists.words("semantic-fields", "number-again") else None
    return None


def _of_relative(verb: Verb) -> bool:
    """Tell whether a relative clause is about what somebody says of it: "which Acme's analysts say could cost"."""
    words, known = verb.tokens.words, grammar()
    if verb.following not in known.auxiliary or not verb.frames & _SAYING:
        return False
    for at in range(verb.group - 2, max(-1, verb.group - _RELATIVE), -1):
        if words[at] in ("which", "that", "what"):
            return True
        if words[at] in (",", QUOTE, ";") or words[at] in known.auxiliary:
            return False
    return False


def _past_or_auxiliary(word: str) -> bool:
    cue, known = verbs().get(word), grammar()
    return word in known.auxiliary or word in known.finite or (cue is not None and "past" in cue.forms)


def _base(verb: Verb) -> bool:
    known, before = grammar(), verb.before
    if before in ("i", "we", "they", "you", "who", "that", "which"):
        return True
    if before == ",":
        return several_say(verb) or (_behind_relative(verb) and _opens_clause(verb.following))
    if verb.tokens.words[verb.index] not in known.noun_like:
        return before not in ("", ",", "to", "and", "or", "let") and not known.adverbial(before)
    if _plural(before):
        return True
    head = _head(verb)
    word = verb.tokens.words[head]
    named = head > 0 and verb.tokens.capital(head)  # the first word of a unit has its capital from there
    plural = _plural(word) or (word.endswith("s") and not word.endswith("ss") and not named)
    if verb.following in ("", ","):
        return plural and _closes(verb, head)
    return plural and verb.following not in _NO_CONTENT


def _plural(word: str) -> bool:
    """Tell whether a word that need not end in s stands for several people."""
    return word in _SEVERAL or word in wordlists.words("sources", "crowd")


def _head(verb: Verb) -> int:
    """Return the noun before the verb, past the names that a preposition ties to it ("analysts at Acme Research")."""
    tokens, last = verb.tokens, verb.group - 1
    index = last
    while index > 0 and last - index < _TIED and tokens.capital(index):
        index -= 1
    tied = 0 < index < last and tokens.words[index] in _TYING
    return index - 1 if tied else last


def _closes(verb: Verb, head: int) -> bool:
    """Tell whether people named behind a comma end what they are credited with: "..., analysts at Acme estimate"."""
    words, known = verb.tokens.words, grammar()
    first = head
    while first and words[first - 1] != "," and verb.tokens.capital(first - 1):  # "..., Acme analysts note"
        first -= 1
    while first and (words[first - 1] in known.determiner or words[first - 1] in _QUANTITIES):
        first -= 1
    if words[head] in wordlists.words("sources", "document"):  # "..., court documents show"
        while (
            first
            and head - first < _DESCRIBING
            and not grammar().function(words[first - 1])
            and words[first - 1] != ","
        ):
            first -= 1
        return first > 1 and words[first - 1] == ","
    people = _plural(words[head]) or words[head] in wordlists.words("sources", "people", "voice")
    return people and first > 1 and words[first - 1] == ","


def _no_speaker(verb: Verb) -> bool:
    """Tell whether a hearer, a time or a clause follows: "..., told Reuters", "said on Monday", "said it expects"."""
    known, words = grammar(), verb.tokens.words
    if ("addressee" in verb.frames and "clause" not in verb.frames) or verb.following in known.time:
        return True
    clause = verb.following in known.pronoun and not _closed(words, verb.index + 2)
    return clause or _behind_relative(verb) or past_interval(verb.tokens, verb.index + 1) is not None


def _behind_relative(verb: Verb) -> bool:
    """Tell whether the comma before the verb closes a relative clause of its subject: "X, which ..., denied ..."."""
    words = verb.tokens.words
    if verb.before != ",":
        return False
    opening = next((at for at in range(verb.index - 2, 0, -1) if words[at] == ","), 0)
    return opening > 0 and words[opening + 1] in ("which", "who", "whose") and "," not in words[:opening]


def _closed(words: list[str], index: int) -> bool:
    """Tell whether nothing but an aside or a time stands behind a pronoun: "..., said he on Monday"."""
    known = grammar()
    return index >= len(words) or words[index] in (",", QUOTE) or words[index] in known.preposition | known.time


def inversion(verb: Verb) -> bool:
    """Tell whether only a noun phrase follows a verb behind a comma or quotation (", said X, head of Y")."""
    words, known = verb.tokens.words, grammar()
    if verb.group != verb.index or verb.before not in (",", QUOTE) or not verb.following:
        return False
    following = verb.following
    if _no_speaker(verb) or not (
        verb.tokens.capital(verb.index + 1)
        or following in known.determiner
        or following in known.pronoun
        or several_say(verb)
    ):
        return False
    described = verb.before == "," and (following in known.possessive or following in known.determiner)
    if (described or _clause_of_name(verb)) and _only_subject(verb):
        return False
    for word in words[verb.index + 2 :]:
        if word in (",", "who", "which", QUOTE) or word in known.subordinator:
            return True
        if word in known.auxiliary or word in known.finite:
            return False
    return True


def several_say(verb: Verb) -> bool:
    """Tell whether people stand right behind a verb in the plural: "..., say analysts", "..., say some at the firm"."""
    crowd = _SEVERAL | wordlists.words("sources", "crowd", "people", "voice")
    heads = verb.tokens.words[verb.index + 1 : verb.index + 1 + _DESCRIBING]
    plain = verb.form("base") and verb.tokens.words[verb.index] not in grammar().noun_like
    return plain and any(word in crowd and (word.endswith("s") or _plural(word)) for word in heads)


def _clause_of_name(verb: Verb) -> bool:
    """Tell whether a word stands behind the name that follows, as its verb does: "Acme, too, said Borealis sold"."""
    tokens, at = verb.tokens, verb.index + 1
    while at < len(tokens.words) and tokens.capital(at):
        at += 1
    behind = tokens.word(at)
    parted = behind in grammar().preposition or behind in grammar().conjunction or behind in grammar().time
    return verb.before == "," and behind.isalpha() and not parted


def _only_subject(verb: Verb) -> bool:
    """Tell whether no clause stands before the verb, only who says it: "Acme, based in Ayton, Ohio, said its ..."."""
    tokens = verb.tokens
    return subject(tokens, verb.group) is not None and not any(finite_verb(tokens, at) for at in range(verb.group))

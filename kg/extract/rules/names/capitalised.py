"""Stretches of capitalised words that no known name covers: what an unknown or a misspelt name looks like."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.acting import acts, does
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.once import once
from kg.lexicon.names import Lexicon
from kg.lexicon.wordlists import alternation, concept_of, words
from kg.model import Span

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁŃŅŇŌŐŒŘŚŞŠŤŪŮŰŲŸŹŻŽ"
_REST = (
    rf"(?:\.(?:[{_UPPER}]\.){{0,2}}(?=\s[{_UPPER}])"
    r"|[\w+]*(?:[-&](?![a-z]+ed\b)\w+|['’](?!s\b|re\b|ve\b|ll\b|t\b|d\b)\w+)*"
    r"(?:\.(?:(?:com|ai|io|org|net|cn)\b|(?= & [A-Z])))?)"
)
"""What follows the first capital, which stands alone so that the engine skips from one capital to the next."""
_TOKEN = f"[{_UPPER}]{_REST}"
_SMALL = "of|for|de|da|das|del|della|dei|di|do|dos|du|van|von|der|den|ten|zu|zur|und|et|bin|al"
"""Words in small letters that stand inside names, in English and in other languages."""
_STRETCH = re.compile(
    rf"[{_UPPER}](?:(?<![\w@#/.$€£-].)|(?:(?<=[a-z\d].)|(?<=\d-.))(?=[a-z])){_REST}"
    rf"(?:[ \u00a0](?:(?:{_SMALL}|&)[ ]|\d{{1,2}}[ ])?{_TOKEN})*"
)
"""A stretch may hold a small number: "Tile 3 Works". A capital inside a word begins one where `_LEAD` stands before."""
_LEAD = re.compile(r"(?:(?<=[\s(])|\A)(?:[a-z]{1,4}|\d{1,4}(?:[a-z]{1,4}|-)?)\Z")
_LEAD_REACH = 9
_PIECE = re.compile(_TOKEN)
_PERSONAL = re.compile(
    r"(?:[A-Z]\.)+|[^\W\d_](?:[^\W\dA-Z_]|['’-][A-Z]?|(?:(?<=\b(?:Mc|D[aeiu]|L[aeo]))|(?<=\b(?:Mac|Van)))[A-Z])*[a-z]"
)
_CHIEF = re.compile(r"(?:The )?Chief (?:[A-Z][a-z]+ )+Officer")
_ARTICLES = frozenset({"The", "A", "An"})
_MASK = "\x00"
_INSIDE = 2
_LONGEST, _WIDEST = 9, 25
"""More capitalised words in a row, or longer ones, are a title or a table, not a name."""
_CURRENCY = Construction(r"(?<![A-Za-z0-9])(?=[A-Z]){#sign}(?=\d)")
_WITH_OFFICE = 2
"""How many spaces at least are in an office of several words and its officer."""
_OWNING = ("'s", "’s")
_BID = "bid"
"""A noun where the past of the verb would look the same: "Ann Lee's bid to"."""
_BEHIND_S = Construction(r"[,;:.)]|\s([A-Za-z]+)\b(\s(?:its|their|the|an?|to|up|down|on|by)\b|\s{#amount})?")
_ALONE = ("group", "trade", "company", "corporation", "incorporated", "limited")
"""Legal forms that may be a word of a name by themselves, or name a firm ("the Company")."""
_HONORIFIC = Construction(r"{titles:honorific}\.?\s\Z")


@dataclass(frozen=True)
class Stretch:
    """Capitalised words in a row, without words that begin sentences or name days and offices at either end.

    `title` is the honorific or office printed with a capital right before it, empty where there is none.
    """

    span: Span
    tokens: tuple[str, ...]
    title: str = ""

    @once
    def text(self) -> str:
        """Return the words parted by single spaces."""
        return " ".join(self.tokens)


def masked(text: str, names: Sequence[Name]) -> str:
    """Return `text`, length kept, with every name blanked out, and every code of a currency before an amount."""
    parts, position = [], 0
    for name in names:
        parts += [text[position : name.span.start], _MASK * (name.span.end - name.span.start)]
        position = name.span.end
    return _CURRENCY.compiled.sub(lambda code: _MASK * len(code[0]), "".join((*parts, text[position:])))


def stretches(text: str, names: Sequence[Name], lexicon: Lexicon) -> tuple[Stretch, ...]:
    """Return the capitalised stretches of `text` outside `names` (sorted, without overlaps), in order."""
    blank, alone = masked(text, names), _idle_alone(lexicon)
    matches = (match for match in _STRETCH.finditer(blank) if match[0] not in alone and not _is_no_name(match[0]))
    found = (
        _trimmed(part, office, lexicon)
        for match in matches
        for part, office in (_at_office(match) if match[0].count(" ") >= _WITH_OFFICE else ((match, ""),))
    )
    whole = [stretch for stretch in found if stretch is not None]
    own = _ending_in_s(whole, text)
    return tuple(_with_s(stretch, text) if stretch.text in own else stretch for stretch in whole)


def _is_no_name(printed: str) -> bool:
    """Tell whether capitals are an office's or those of one of a row: "Chief Risk Officer", "Series B"."""
    head, _, rest = printed.rpartition(" ")
    if head.lower() in words("semantic-fields", "lettered"):
        return len(rest) == 1
    return rest == "Officer" and _CHIEF.fullmatch(printed) is not None


def _at_office(match: re.Match[str]) -> Iterator[tuple[re.Match[str], str]]:
    """Yield a stretch and the office before it: of "Kestrin CEO Ann Lee" firm and officer."""
    office = _office().search(match[0])
    officer = _STRETCH.match(match.string, match.start() + office.end(), match.end()) if office else None
    if office is None or officer is None:
        yield match, ""
        return
    firm = _STRETCH.match(match.string, match.start(), match.start() + office.start())
    if firm:
        yield firm, ""
    yield officer, office[1]


@lru_cache(maxsize=1)
def _office() -> re.Pattern[str]:
    """Match offices before a person's name, the last one as the group."""
    before = "(?:(?:Co|Vice|Executive|Managing|General|Senior)[ -])*"
    offices = alternation((*words("capitals", "role"), "President"))
    chief = r"Chief (?:[A-Z][a-z]+ )*?Officer|Chief Executive"
    return re.compile(rf"(?:\A| )(?:{before}({chief}|{offices})(?:[ -]General)? )+(?=[A-Z])")


def _ending_in_s(found: Sequence[Stretch], text: str) -> frozenset[str]:
    """Return the stretches whose 's is a part of the name: "Dorsey's said".

    They never stand without it, and somewhere nothing follows that they could own.
    """
    bare = {stretch.text for stretch in found if not text.startswith(_OWNING, stretch.span.end)}
    told = (
        stretch.text
        for stretch in found
        if stretch.text not in bare
        and text.startswith(_OWNING, stretch.span.end)
        and _owns_nothing(text, stretch.span.end + len(_OWNING[0]))
    )
    return frozenset(told)


def _owns_nothing(text: str, at: int) -> bool:
    """Tell whether no noun can follow that the name before `at` owns: a mark, a verb or a preposition stands there."""
    behind = _BEHIND_S.match(text, at)
    if behind is None or behind[1] is None:
        return behind is not None
    word = behind[1]
    known = grammar()
    functional = word in known.preposition or word in known.auxiliary or word in known.subordinator
    verb = word in words("verbs", "auxiliary", "saying") or (behind[2] is not None and word != _BID and acts(text, at))
    return functional or verb or word in words("legal-forms")


def _with_s(stretch: Stretch, text: str) -> Stretch:
    """Return the stretch with the 's behind it, its apostrophe written plainly so that both kinds are one name."""
    if not text.startswith(_OWNING, stretch.span.end):
        return stretch
    tokens = (*stretch.tokens[:-1], f"{stretch.tokens[-1]}'s")
    return Stretch(Span(stretch.span.start, stretch.span.end + len(_OWNING[0])), tokens, stretch.title)


@lru_cache(maxsize=4)
def _no_names(lexicon: Lexicon) -> frozenset[str]:
    """Return the capitalised words that name nothing here: days, openings, offices, abbreviations, nationals."""
    return words("capitals") | words("titles") | _nationals(lexicon)


@lru_cache(maxsize=4)
def _idle_alone(lexicon: Lexicon) -> frozenset[str]:
    """Return the idle words that are a whole token: a stretch that is one of them is no name, as most of a text are."""
    return frozenset(word for word in _no_names(lexicon) if _PIECE.fullmatch(word))


@lru_cache(maxsize=4)
def _nationals(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for known in lexicon.facts.values() for word in known.get("demonym", ()))


@lru_cache(maxsize=1)
def _polite_ends() -> tuple[str, ...]:
    """Return how what stands before a name ends, the space left out, where an honorific may be in it."""
    last = sorted({word.split()[-1] for word in words("titles", "honorific")})
    return tuple(f"{word}{dot}" for word in last for dot in ("", "."))


def _trimmed(match: re.Match[str], office: str, lexicon: Lexicon) -> Stretch | None:
    """Return a stretch of capitals without what is no part of a name at either end; None where nothing is left."""
    idle = _no_names(lexicon)
    lead = _lead(match)
    if lead is None:
        return None
    places = [(piece[0], piece.start(), piece.end()) for piece in _PIECE.finditer(match[0])]
    pieces = [piece for piece, _, _ in places]
    first, last = 0, len(pieces)
    if match[0] in idle:
        return None
    kept = _kept(match, pieces[-1], lexicon) if pieces[0] in idle else frozenset[str]()
    while first < last and pieces[first] in idle and pieces[first] not in kept:
        first += 1
    if first == 0 and last > 1 and does(pieces[0].lower()) and _opens(match):
        first = 1  # "Buying Kestrin cost"
    while last > first and pieces[last - 1] in idle and not _ends_name(pieces[last - 1], alone=last - first == 1):
        head = pieces[last - 1] in words("name-heads", "closing") and last - first > 1
        at = match.start() + places[last - 1][2]
        tail = last - first > 1 and pieces[last - 1] in words("name-heads", "tail")
        if tail or _linked(match[0][: places[last - 1][1]]) or (head and _ends_subject(match.string, at)):
            break
        last -= 1
    if last - first == 1 and pieces[first] in words("legal-forms") - words("legal-forms", *_ALONE):
        return None
    if (
        first == last
        or (idle.issuperset(pieces[first:last]) and not lead)
        or last - first > _LONGEST
        or max(map(len, pieces)) > _WIDEST
    ):
        return None
    inside = match[0][places[first][1] : places[last - 1][2]]
    start = match.start() + places[first][1]
    if first == 0:
        inside, start = lead + inside, start - len(lead)
    title = pieces[first - 1] if first else office.rsplit(" ", 1)[-1]
    near = match.string[max(0, start - 12) : start]
    polite = _HONORIFIC.search(near) if near[:-1].endswith(_polite_ends()) else None
    return Stretch(Span(start, start + len(inside)), tuple(inside.split()), polite[0].strip(" .") if polite else title)


def _lead(match: re.Match[str]) -> str | None:
    """Return the digits or small letters that a name begins with before its capital, None where they are none's."""
    start = match.start()
    before = match.string[start - 1 : start]
    if not (before.isalnum() or before == "-"):
        return ""
    found = _LEAD.search(match.string, max(0, start - _LEAD_REACH), start)
    return found[0] if found else None


def _kept(match: re.Match[str], head: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the idle words that are part of a name where nothing but a name is a reason for capitals.

    At the start of a sentence nationals are, before what heads the name of a company ("American Apparel"). Behind a
    small letter or a comma so are words that open sentences ("according to Chip Ledger"), and nationals
    before what names a body ("according to Nordic Signal Review"); behind an article that opens the sentence, words
    before what names a body ("The International Zinc Group"). What names of bodies begin with ("National") is part of
    one wherever a word for a body follows; what leads no clause ("Under Armour will hire") where a verb follows. Behind
    a trade that opens the sentence ("Brokers First Harbour") words that open sentences are, too.
    """
    first = match[0].split()[0]
    body = not concept_of("bodies").keys().isdisjoint(match[0].lower().split())
    apart = not match.string.startswith(_MASK, match.start() - _INSIDE)
    body = body or (apart and match[0].rsplit(" ", 1)[-1].rstrip(".") in words("legal-forms"))
    if (body and first in words("name-heads", "first")) or (
        first in _nationals(lexicon) and _one_name(match.string, first, match[0][len(first) + 1 :])
    ):
        return frozenset({first})
    if first in words("name-heads", "leading") and acts(match.string, match.end()):
        return words("name-heads", "leading")
    if first in words("capitals", "trade") or (first in _ARTICLES and head.lower() in concept_of("bodies")):
        return (words("capitals", "opening") - _ARTICLES) | (_nationals(lexicon) if first in _ARTICLES else frozenset())
    before = match.string[max(0, match.start() - 2) : match.start()]
    if _opens(match):
        return _nationals(lexicon) if head in words("bodies", "company") else frozenset()
    if len(before) < _INSIDE or before[1] != " " or not (before[0].islower() or before[0] == ","):
        return frozenset()
    return words("capitals", "opening") | (_nationals(lexicon) if head.lower() in concept_of("bodies") else frozenset())


def _opens(match: re.Match[str]) -> bool:
    """Tell whether a stretch opens a sentence or a line."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    return before in ("", ". ", "\n\n") or before.endswith("\n")


def _one_name(text: str, nation: str, rest: str) -> bool:
    """Tell whether a text prints words, more than once and always, behind the same nationality: "American Apparel"."""
    together = text.count(f"{nation} {rest}")
    return together >= _INSIDE and together == len(re.findall(rf"\b{re.escape(rest)}\b", text))


def _ends_subject(text: str, at: int) -> bool:
    """Tell whether what ends at `at` acts, speaks or owns: no noun follows that it would modify."""
    behind = _BEHIND_S.match(text, at)
    speaks = behind is not None and behind[1] is not None and behind[1] in words("verbs", "saying")
    return speaks or text.startswith(_OWNING, at) or acts(text, at)


def _linked(ahead: str) -> bool:
    """Tell whether an ampersand links what follows to the name: "Kestrin & Beyond"."""
    return ahead.endswith("& ")


def _ends_name(token: str, *, alone: bool) -> bool:
    """Tell whether an idle word may end a name: an abbreviated one, or the form of a company behind its name."""
    return token.endswith(".") or (not alone and token in words("legal-forms", "group"))


def personal(tokens: Iterable[str]) -> bool:
    """Tell whether the words look like a person's: letters, hyphens and initials, none of them all capitals."""
    return all(_PERSONAL.fullmatch(token) is not None for token in tokens)

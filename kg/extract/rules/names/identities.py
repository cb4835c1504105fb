"""Which names of one text are the same participant, as the text itself tells: its word goes before the registry's.

"The Ferrous Steel Authority (FSA)" makes FSA that authority, whoever else is called so; "M&T" once "Marlow & Tate" was
named; "Marlow" once "Marlow Tate Shipping" was, even where the registry knows some other Marlow.
"""

import re
from collections.abc import Iterator, Sequence

from kg.extract.rules.annotations import BY_PLACE, Name
from kg.extract.rules.names.bodies import FIRMS, ORGANIZATIONS
from kg.extract.rules.names.capitalised import Stretch
from kg.extract.rules.names.longer import bare
from kg.extract.rules.text.surroundings import Surroundings
from kg.lexicon.names import Lexicon
from kg.lexicon.wordlists import concept_of, words
from kg.model import Entity, Span

_DEFINED = re.compile(r"\((?:the\s)?[\"“'‘]?([A-Z][\w&-]{0,6}[A-Z])[\"”'’]?\)")
_JOINED = frozenset({"and", "of", "for", "the", "de", "der", "in", "on"})
_SHORTEST, _LEAST = 3, 2
_POSSESSED = ("'s", "’s")
_LEAD = 60
_LED_BY = re.compile(r"(?:(?:[A-Z][\w&.-]*|and|of|for|the|&)\s)+[A-Z][\w&.-]*\Z")


def identified(
    names: Sequence[Name], found: Sequence[Stretch], around: Surroundings, lexicon: Lexicon
) -> tuple[Name, ...]:
    """Return `names` in order with those that the text tells to be short for another naming that one.

    `found` are all capitalised stretches outside known names; those that are such a short form become names. What one
    of its names shows to be a company is one under all of them.
    """
    fulls = _fulls(names, around)
    told = (
        _last_words(names, fulls)
        | _shortened(names, fulls, around, lexicon)
        | _initials(names, found, fulls)
        | _defined(names, found, around)
    )
    if not told:
        return tuple(names)
    meant = [told.get(_printed(name, around.text), name.entity) for name in names]
    trading = {entity for entity, name in zip(meant, names, strict=True) if name.entity.kind == "Company"}
    whole = {entity: Entity(entity.name, "Company") for entity in trading if entity.slug is None}
    kept = [
        name if entity == name.entity else _of(name.span, entity) for name, entity in zip(names, meant, strict=True)
    ]
    kept = [
        _of(name.span, whole[name.entity]) if name.entity in whole and name.how == "unknown" else name for name in kept
    ]
    free = (one for one in found if one.text in told and not any(one.span.overlaps(name.span) for name in names))
    kept += [_of(one.span, whole.get(told[one.text], told[one.text])) for one in free]
    return tuple(sorted(kept, key=BY_PLACE))


def _of(span: Span, entity: Entity) -> Name:
    return Name(span, entity, "name" if entity.slug else "unknown")


def _printed(name: Name, text: str) -> str:
    """Return a name as printed, without what its span covers beyond the name of an unknown entity."""
    printed = name.span.of(text)
    return name.entity.name if name.entity.slug is None and printed.startswith(name.entity.name) else printed


def _fulls(names: Sequence[Name], around: Surroundings) -> dict[str, Name]:
    """Return the names of several words for bodies, as printed -> the first mention that is not in a headline."""
    fulls: dict[str, Name] = {}
    for name in names:
        if name.entity.kind in ORGANIZATIONS and name.how in ("name", "unknown"):
            printed = _printed(name, around.text)
            if " " in printed and (printed not in fulls or _in_headline(fulls[printed], around)):
                fulls[printed] = name
    return fulls


def _in_headline(name: Name, around: Surroundings) -> bool:
    index = around.index(name.span.start)
    return index < 0 or around.sentences[index].headline


def _defined(names: Sequence[Name], found: Sequence[Stretch], around: Surroundings) -> dict[str, Entity]:
    """Return what the text puts in brackets behind a name -> whose name that is: "Ferrous Steel Authority (FSA)"."""
    text, told = around.text, dict[str, Entity]()
    for match in _DEFINED.finditer(text):
        end = match.start() - text.startswith(" ", match.start() - 1)
        end -= len(_POSSESSED[0]) if text.endswith(_POSSESSED, 0, end) else 0
        short = match[1]
        full = next((name for name in names if name.span.end in (end, match.end()) and name.span.start < end), None)
        if full is not None and full.entity.kind in ORGANIZATIONS:
            if full.entity.slug and full.span.end == match.end():
                told[short] = full.entity  # the code of its share: "Alibaba (BABA)"
                continue
            if full.entity.slug is None and (whole := _whole(short, text, full, end)):
                told[short] = told[_printed(full, text)] = Entity(whole, full.entity.kind)
                continue
            if _abbreviates(short, text[full.span.start : end]):
                told[short] = full.entity
                continue
        stretch = next((one for one in found if one.span.end == end), None)
        kind = next((name.entity.kind for name in names if name.span.of(text) == short), None)
        if stretch and kind in ORGANIZATIONS and full is None and _abbreviates(short, stretch.text):
            told[short] = told[stretch.text] = Entity(stretch.text, kind)
    return told


def _whole(short: str, text: str, part: Name, end: int) -> str | None:
    """Return the whole name of which `part` is the end, told by its initials: "Ferrous and Coal Bank (FCB)"."""
    found = _LED_BY.search(text, max(0, part.span.start - _LEAD), end)
    tokens = found[0].split() if found and found.end() == end else []
    for first in range(len(tokens)):
        letters = "".join(word[0] for word in tokens[first:] if word[0].isupper())
        if tokens[first][0].isupper() and letters == short:
            whole = " ".join(tokens[first:])
            return whole if len(whole) > end - part.span.start else None
    return None


def _abbreviates(short: str, full: str) -> bool:
    """Tell whether the letters of `short` follow one another in `full`, the first one first, which has more words."""
    letters = iter(full.lower())
    return " " in full and full[0] == short[0] and all(letter in letters for letter in short.lower() if letter != "-")


def _initials(names: Sequence[Name], found: Sequence[Stretch], fulls: dict[str, Name]) -> dict[str, Entity]:
    """Return initials that the text prints -> the one name it prints that has them: M&T of "Marlow & Tate"."""
    listed: dict[str, set[Entity]] = {}
    for printed, name in fulls.items():
        for form in {printed, bare(printed)}:
            listed.setdefault(_letters(form), set()).add(name.entity)
    alone = {one.text for one in found if len(one.tokens) == 1} | {n.entity.name for n in names if n.how == "unknown"}
    shorts = (text for text in sorted(alone) if len(text) >= _LEAST and text.isupper())
    return {text: next(iter(listed[text])) for text in shorts if len(listed.get(text, ())) == 1}


def _last_words(names: Sequence[Name], fulls: dict[str, Name]) -> dict[str, Entity]:
    """Return unknown bodies of one word -> the one known company whose name ends so: "Rovers" of "Marlow Rovers"."""
    ends: dict[str, set[Entity]] = {}
    for printed, name in fulls.items():
        if name.entity.slug and name.entity.kind in FIRMS:
            ends.setdefault(printed.rsplit(" ", 1)[1].lower(), set()).add(name.entity)
    alone = {name.entity.name for name in names if name.how == "unknown" and name.entity.kind in FIRMS}
    told = ((word, ends.get(word.lower(), set())) for word in sorted(alone))
    return {
        word: next(iter(full)) for word, full in told if len(full) == 1 and word.lower() not in concept_of("bodies")
    }


def _letters(printed: str) -> str:
    return "".join(word[0] for word in printed.split() if word not in _JOINED)


def _shortened(
    names: Sequence[Name], fulls: dict[str, Name], around: Surroundings, lexicon: Lexicon
) -> dict[str, Entity]:
    """Return first words of a name -> the one name, printed before them, that they begin.

    A headline may shorten a name before it is given. What only belongs to the company named by its first words
    ("Acme Foundation") is another, and so is any that the text names by its first words beforehand.
    """
    starts: dict[str, dict[str, Name]] = {}
    for printed, name in fulls.items():
        for start in _beginnings(printed):
            starts.setdefault(start, {})[printed] = name
    told, judged = dict[str, Entity](), set[str]()
    for name in names if starts else ():
        short = _printed(name, around.text)
        if short in judged or _in_headline(name, around):
            continue
        judged.add(short)
        whole = starts.get(short, {}).values()
        entities = {one.entity for one in whole}
        first = min((one.span.start for one in whole), default=name.span.start)
        meant = next(iter(entities), None)
        if (
            meant is None
            or len(entities) > 1
            or first >= name.span.start
            or not _may_mean(name, meant, around, lexicon)
        ):
            continue
        placed = meant.name.startswith(f"{short} of ")
        if (
            meant.slug is None
            and " " in short
            and not placed
            and around.text.count(short) > 2 * around.text.count(meant.name)
        ):
            told |= dict.fromkeys((short, *(printed for printed in starts[short])), name.entity)
        else:
            told[short] = meant
    return told


def _beginnings(printed: str) -> Iterator[str]:
    """Yield what a name may be cut to: its first word, all before "of", all before the words that say what it is.

    What it is may stand first, as in Romance languages: "Grupo Marlow".
    """
    tokens = printed.split()
    if tokens[-1] in words("name-heads", "owned"):
        return
    cut = len(tokens)
    while cut > 1 and (tokens[cut - 1].lower() in concept_of("bodies") or tokens[cut - 1] in words("legal-forms")):
        cut -= 1
    seat = tokens.index("of") if "of" in tokens[_LEAST:] else len(tokens)
    if tokens[0] in words("name-heads", "kind-first") and len(tokens) > 1:
        yield " ".join(tokens[1:cut])
        return
    cuts = (count for count in {1, cut, seat} if 0 < count < len(tokens))
    yield from (" ".join(tokens[:count]) for count in cuts if len(tokens[0]) >= _SHORTEST)


def _may_mean(name: Name, whole: Entity, around: Surroundings, lexicon: Lexicon) -> bool:
    """Tell whether a short form may be the whole name's: it is unknown, or only some other's short form as well."""
    if name.entity == whole or name.how not in ("name", "unknown") or name.entity.kind not in ORGANIZATIONS:
        return False
    if name.entity.slug is None:
        return True
    related = {*lexicon.related(name.entity, "parentOf"), *lexicon.having("parentOf", name.entity)}
    cut = name.entity.name.startswith(f"{name.span.of(around.text)} ")
    return cut and whole not in related

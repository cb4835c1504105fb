"""Misspelt names: a capitalised word close to a known name, where the known name would fit.

Slips are told from other words by their shape: two letters swapped, one letter dropped, doubled or slipped in. One
letter exchanged counts only where the text, or the noun before it, speaks of the same thing anyway. What stands in the
registry as a known misspelling needs less: a noun or a relative of the thing near it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.acting import acts
from kg.extract.rules.names.bodies import FIRMS
from kg.extract.rules.names.capitalised import Stretch
from kg.extract.rules.text.surroundings import Surroundings
from kg.lexicon.matcher import Matcher, folded
from kg.lexicon.names import Lexicon
from kg.lexicon.nouns import entry_of
from kg.lexicon.wordlists import words
from kg.model import Entity, Span

_SHORTEST, _LONG = 5, 7
"""Words of fewer letters are too often other words one slip away."""
_SLIPS = 2
"""How often a slip may be printed where its name is not: what is printed so each time is somebody else's name."""
_CODE = re.compile(r"[A-Z](?<![\w-].)[A-Z]{0,2}\d*[OIl]\d*[OIl\d]*s?(?![\w-])")
_DIGITS = str.maketrans({"O": "0", "I": "1", "l": "1"})
_NEAR = 80
"""Characters on either side in which a noun or relative backs a misspelling."""
_INFLECTED = re.compile(r"(?:s|es|ed|ing|n|an|ian|ish|ese|er|ers|ly)\Z")


def misspellings(
    around: Surroundings, known: Sequence[Name], found: Sequence[Stretch], lexicon: Lexicon
) -> tuple[Name, ...]:
    """Return the misspelt names among the capitalised stretches, and the known misspellings printed in the text."""
    listed = {name.span.start: name for name in (*_listed(around, lexicon), *_codes(around, lexicon))}
    taken = [name.span for name in known]
    kept = {start: name for start, name in listed.items() if not _inside(name.span, taken)}
    named = {name.entity.slug for name in (*known, *kept.values())}
    for stretch in found:
        if stretch.span.start not in kept:
            entity = _meant(stretch, around, named, lexicon)
            if entity:
                kept[stretch.span.start] = Name(stretch.span, entity, "misspelling")
    return tuple(kept[start] for start in sorted(kept))


def _inside(span: Span, taken: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in taken)


@lru_cache(maxsize=4)
def _known_misspellings(lexicon: Lexicon) -> Matcher[tuple[str, str]]:
    return Matcher({label.text: (label.text, label.slug) for label in lexicon.labels if label.kind == "hidden"})


def _listed(around: Surroundings, lexicon: Lexicon) -> Iterable[Name]:
    """Yield the registry's own misspellings, where printed with the same capitals and backed by what is near."""
    for start, end, (label, slug) in _known_misspellings(lexicon).hits(folded(around.text)):
        entity = lexicon.entities[slug]
        if around.text[start:end] == label and _backed(around, Span(start, end), entity, lexicon):
            yield Name(Span(start, end), entity, "misspelling")


@lru_cache(maxsize=4)
def _code_labels(lexicon: Lexicon) -> Mapping[str, str]:
    return {
        label.text: label.slug
        for label in lexicon.labels
        if label.kind != "hidden" and lexicon.entities[label.slug].kind in ("Chip", "Product")
    }


def _codes(around: Surroundings, lexicon: Lexicon) -> Iterable[Name]:
    """Yield model numbers printed with a letter for the digit it looks like (H1OO)."""
    for match in _CODE.finditer(around.text):
        slug = _code_labels(lexicon).get(match[0].removesuffix("s").translate(_DIGITS))
        if slug and match[0] not in _code_labels(lexicon):
            entity = lexicon.entities[slug]
            if _backed(around, Span(*match.span()), entity, lexicon):
                yield Name(Span(*match.span()), entity, "misspelling")


def _backed(around: Surroundings, span: Span, entity: Entity, lexicon: Lexicon) -> bool:
    """Tell whether a noun for such a thing, or its maker, stands near: "H2O chips" are chips, H2O alone is water."""
    sentence = around.sentence(span.start)
    near = around.text[max(sentence.start, span.start - _NEAR) : min(sentence.end, span.end + _NEAR)]
    relatives = [other.name for holder in ("makes", "parentOf") for other in lexicon.having(holder, entity)]
    if any(name in near for name in relatives) or entity.kind in ("Place", "Person"):
        return True
    return any(_kind(word, entity) for word in re.findall(r"[\w-]+", near.lower()))


def _kind(word: str, entity: Entity) -> bool:
    known = entry_of(word)
    return known is not None and entity.kind in known.facts.get("kind", ())


@lru_cache(maxsize=4)
def _targets(lexicon: Lexicon) -> Mapping[tuple[str, int], tuple[tuple[str, str], ...]]:
    """Return (first letter, length) -> the (label, slug) pairs that a misspelling may stand for."""
    found: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for label in lexicon.labels:
        named = lexicon.entities[label.slug].kind not in ("Regulation", "Authority") and not _coded(label.text)
        if label.kind == "safe" and len(label.text) > _SHORTEST and label.text.isascii() and named:
            found.setdefault((label.text[0].lower(), len(label.text)), []).append((label.text, label.slug))
    return {key: tuple(pairs) for key, pairs in found.items()}


@lru_cache(maxsize=4)
def _label_words(lexicon: Lexicon) -> frozenset[str]:
    """Return every word of every label, in lower case: none of them is a misspelling."""
    demonyms = (word for facts in lexicon.facts.values() for word in facts.get("demonym", ()))
    labels = (label.text for label in lexicon.labels if label.kind != "hidden")
    return frozenset(word for text in (*labels, *demonyms) for word in text.lower().split())


def _coded(text: str) -> bool:
    return any(map(str.isdigit, text)) or text.isupper()


@lru_cache(maxsize=4096)
def _nearest(word: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the one (label, slug) within a slip of `word`, two from ten letters on; None where none or several are."""
    allowed = 2 if len(word) >= 2 * _SHORTEST else 1
    best: dict[str, tuple[int, str]] = {}
    for length in range(len(word) - allowed, len(word) + allowed + 1):
        for label, slug in _targets(lexicon).get((word[0].lower(), length), ()):
            distance = OSA.distance(word.lower(), label.lower(), score_cutoff=allowed)
            if distance <= allowed:
                best[slug] = min(best.get(slug, (distance, label)), (distance, label))
    if not best:
        return None
    (distance, label), slug = min((value, slug) for slug, value in best.items())
    rivals = sum(value[0] == distance for value in best.values())
    return (label, slug) if rivals == 1 else None


def _meant(stretch: Stretch, around: Surroundings, named: set[str | None], lexicon: Lexicon) -> Entity | None:
    """Return whom a misspelt name means: few letters differ, and the words around or the text speak for it."""
    tokens = _bare(stretch.tokens)
    word = " ".join(tokens)
    if (
        len(word) < _SHORTEST
        or _coded(word)
        or stretch.title
        or any(t.lower() in _label_words(lexicon) for t in tokens)
    ):
        return None
    near = None if around.titled(stretch.span.start) else _nearest(word, lexicon)
    if near is None or _plain(word, around.text) or (near[1] not in named and _each_time(word, near[0], around.text)):
        return None
    if _INFLECTED.sub("", word.lower()) == _INFLECTED.sub("", near[0].lower()):
        return None
    entity = lexicon.entities[near[1]]
    formal, acting = len(tokens) < len(stretch.tokens), acts(around.text, stretch.span.end)
    speaks = acting or around.after(stretch.span.end) in words("verbs", "saying", "auxiliary")
    body = entity.kind in FIRMS
    if _slipped(word.lower(), near[0].lower()):
        if not around.opens(stretch.span.start) or (speaks and (body or len(word) > _SHORTEST)):
            return entity
    elif body and len(word) >= _LONG and (formal or acting):
        return entity
    fits = _kind(around.before(stretch.span.start).lower(), entity)
    return entity if fits or (near[1] in named and not around.opens(stretch.span.start)) else None


def _each_time(word: str, name: str, text: str) -> bool:
    """Tell whether a text spells a name so again and again, which fingers do not; a hyphen more or less is no slip."""
    return word.replace("-", "").lower() != name.replace("-", "").lower() and text.count(word) > _SLIPS


def _bare(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without its legal form: "Acme Holdings" is Acme."""
    bare = list(tokens)
    while len(bare) > 1 and bare[-1] in words("legal-forms"):
        bare.pop()
    return tuple(bare)


def _plain(word: str, text: str) -> bool:
    """Tell whether the text uses the word in lower case too: an ordinary word."""
    lower = word.lower()
    at = text.find(lower)
    while at >= 0 and not (_edge(text, at) and _edge(text, at + len(lower))):
        at = text.find(lower, at + 1)
    return at >= 0


def _edge(text: str, at: int) -> bool:
    """Tell whether a word starts or ends at `at`."""
    before, behind = text[at - 1 : at] if at else "", text[at : at + 1]
    return (before.isalnum() or before == "_") != (behind.isalnum() or behind == "_")


def _slipped(word: str, name: str) -> bool:
    """Tell whether only order, doubling or one missing letter parts the two: what fingers do, not other names."""
    if sorted(word) == sorted(name):
        return True
    return abs(len(word) - len(name)) == 1 and OSA.distance(word, name) == 1

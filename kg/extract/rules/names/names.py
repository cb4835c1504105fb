"""All names in a text: known, misspelt, unknown, and surnames of persons named in full."""

from collections.abc import Sequence

from kg.extract.rules.annotations import BY_PLACE, Name, Sentence
from kg.extract.rules.names.addresses import addresses
from kg.extract.rules.names.capitalised import Stretch, stretches
from kg.extract.rules.names.identities import identified
from kg.extract.rules.names.joined import joined
from kg.extract.rules.names.known import known_names
from kg.extract.rules.names.led_bodies import led_bodies, sited_bodies
from kg.extract.rules.names.misspellings import misspellings
from kg.extract.rules.names.offices import office_names
from kg.extract.rules.names.persons import siblings, surnames
from kg.extract.rules.names.placed_persons import placed_persons
from kg.extract.rules.names.short_forms import first_words, papers_again, short_forms
from kg.extract.rules.names.unknown import unknown_names
from kg.extract.rules.text.surroundings import surroundings
from kg.lexicon.names import Lexicon, registry


def names(text: str, sentences: Sequence[Sentence], lexicon: Lexicon | None = None) -> tuple[Name, ...]:
    """Return the names in `text`, in order, without overlaps; `lexicon` is kg's own registry unless given."""
    lexicon = lexicon or registry()
    around = surroundings(text, tuple(sentences))
    line = _on_one_line(text, sentences)
    known = known_names(line, sentences, lexicon)
    written = addresses(line, known)
    known = placed_persons(line, sorted((*known, *written), key=lambda name: name.span.start))
    known = papers_again(line, known)
    found = joined(stretches(line, known, lexicon), line)
    misspelt = misspellings(around, known, found, lexicon)
    found = _without(found, misspelt)
    parts = surnames(known, found, line)
    found = _without(found, parts)
    short = short_forms(text, known, found)
    found = _without(found, short)
    sited, known = sited_bodies(found, known, around)
    found = _without(found, sited)
    unknown = unknown_names(around, found, known)
    kin = siblings((*known, *unknown), found, line)
    more = (*kin, *surnames(unknown, found, line), *first_words(unknown, found))
    taken = {name.span.start for name in more} | {name.span.end for name in kin}
    unknown = tuple(name for name in unknown if taken.isdisjoint((name.span.start, name.span.end)))
    more = tuple(name for name in more if name not in known)
    unknown, known = led_bodies(unknown, known, around)
    told = sorted((*known, *misspelt, *parts, *short, *sited, *unknown, *more), key=BY_PLACE)
    return office_names(identified(told, found, around, lexicon), around)


def _on_one_line(text: str, sentences: Sequence[Sentence]) -> str:
    """Return `text`, length kept, with spaces for the line ends inside sentences, so that names go on over them."""
    parts, position = [], 0
    for sentence in sentences:
        first, last = sentence.span.start, sentence.span.end
        if text.find("\n", first, last) >= 0:
            parts += [text[position:first], text[first:last].replace("\n", " ")]
            position = last
    return "".join((*parts, text[position:])) if parts else text


def _without(found: Sequence[Stretch], names: Sequence[Name]) -> tuple[Stretch, ...]:
    starts = {name.span.start for name in names}
    return tuple(stretch for stretch in found if stretch.span.start not in starts)

"""Characters per second on one core, as a ratio to spaCy's blank English pipeline, and where the time goes.

Processor time is counted, and each tool runs in turn with the baseline, so the machine's speed cancels out. What
other work on the machine costs does not: caches are shared, and code of many small steps loses more by it than a loop.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from cProfile import Profile
from pathlib import Path
from pstats import Stats
from statistics import median

from kg.extract.rules import extractor
from kg.extract.rules.text.quotations import quotations
from kg.extract.rules.text.sentences import sentences
from kg.extract.rules.text.tokens import lines
from kg.model import Document

_ENOUGH = 1.0
_ROUNDS = 3
_TURNS = 7


def characters_per_second(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return the best of some rounds; each reads all texts as often as a second allows, once at least."""
    read(texts[0])
    size = sum(map(len, texts))
    best, start = 0.0, time.perf_counter()
    for _ in range(_ROUNDS):
        before = time.process_time()
        for text in texts:
            read(text)
        best = max(best, size / max(time.process_time() - before, 1e-9))
        if time.perf_counter() - start > _ENOUGH:
            break
    return best


def in_turn(read: Callable[[str], object], base: Callable[[str], object], texts: Sequence[str]) -> tuple[float, float]:
    """Return the best round of `read` in characters per second, and the median over rounds of its ratio to `base`.

    The two take turns, so that both meet the same other work on the machine.
    """
    for warm in (read, base):
        for text in texts:
            warm(text)
    pairs = [(_rate(base, texts), _rate(read, texts)) for _ in range(_TURNS)]
    return max(own for _, own in pairs), median(own / other for other, own in pairs)


def _rate(read: Callable[[str], object], texts: Sequence[str]) -> float:
    before = time.process_time()
    for text in texts:
        read(text)
    return sum(map(len, texts)) / max(time.process_time() - before, 1e-9)


def tokens_alone(text: str) -> object:
    """Return the sentences, quotations and tokens of a text: what every rule needs before it can begin."""
    return lines(sentences(text), quotations(text), text)


def documents(folder: Path) -> list[Document]:
    """Return the text files of `folder`, in order of their names."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    return [Document(text, f"text-{number}", f"text-{number}") for number, text in enumerate(texts)]


def stages(found: Sequence[Document]) -> dict[str, float]:
    """Return seconds of processor time per stage of the extraction, the longest first."""
    spent: Counter[str] = Counter()
    rules = extractor.RuleExtractor()
    for document in found:
        rules.extract(document)
    with _timed(spent):
        for document in found:
            rules.extract(document)
    return dict(spent.most_common())


@contextmanager
def _timed(spent: Counter[str]) -> Iterator[None]:
    """Count the time of every function that the extractor module has imported; they do not call one another by it."""
    own = {
        name: function
        for name, function in vars(extractor).items()
        if callable(function) and name.islower() and not name.startswith("_") and not isinstance(function, type)
    }
    for name, function in own.items():
        setattr(extractor, name, _counted(name, function, spent))
    try:
        yield
    finally:
        for name, function in own.items():
            setattr(extractor, name, function)


def _counted(name: str, function: Callable[..., object], spent: Counter[str]) -> Callable[..., object]:
    def timed(*arguments: object, **named: object) -> object:
        start = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            spent[name] += time.process_time() - start

    return timed


def hot(found: Sequence[Document], lines: int) -> list[tuple[str, float]]:
    """Return the functions with the largest share of own time while all is extracted: ("module:function", percent)."""
    rules = extractor.RuleExtractor()
    profile = Profile()
    profile.enable()
    for document in found:
        rules.extract(document)
    profile.disable()
    entries = Stats(profile).stats.items()  # type: ignore[attr-defined]  # typeshed leaves the table out
    total = sum(own for _, (_, _, own, _, _) in entries)
    named = sorted(((own, f"{Path(file).stem}:{name}") for (file, _, name), (_, _, own, _, _) in entries), reverse=True)
    return [(name, 100 * own / total) for own, name in named[:lines]]

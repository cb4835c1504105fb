"""Templates of constructions: which words fill them, and that none names words which the code lists lack."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator

import pytest

from kg.errors import KgError
from kg.extract import rules
from kg.extract.rules.text import constructions
from kg.extract.rules.text.constructions import Construction, filled
from kg.lexicon.codes import scheme
from kg.lexicon.wordlists import words

MODULES = [found.name for found in pkgutil.walk_packages(rules.__path__, "kg.extract.rules.") if not found.ispkg]


def written() -> dict[str, Construction]:
    """Return every construction of the rules by module and name."""
    loaded = {name: vars(importlib.import_module(name)) for name in MODULES}
    return {
        f"{module}.{name}": value
        for module, values in loaded.items()
        for name, value in values.items()
        if isinstance(value, Construction)
    }


WRITTEN = written()


def test_a_slot_stands_for_the_words_of_concepts_and_quantifiers_stay():
    pattern = re.compile(filled(r"\b{outlook|notions:worth}\s(?:[a-z]+\s){0,2}of\Z"))
    assert pattern.search("its outlook for profit of")
    assert pattern.search("worth of")
    assert not pattern.search("its outlook for all of next year of")
    assert not pattern.search("its views of")


@pytest.mark.parametrize("template", ["{nonsense}", "{nonsense:verb}", "{notions:nonsense}"])
def test_words_that_no_code_list_has_are_an_error(template):
    with pytest.raises(KgError, match="nonsense"):
        filled(template)


def test_a_construction_is_compiled_once_and_when_first_used(monkeypatch):
    compiled = []
    monkeypatch.setattr(constructions.re, "compile", lambda *given: compiled.append(given) or real(*given))
    construction = Construction(r"{worldwide}\s", re.IGNORECASE)
    assert not compiled
    assert construction.search("the Global market")
    assert construction.match("worldwide sales")
    assert not construction.fullmatch("worldwide")
    assert len(list(construction.finditer("global and worldwide sales"))) == 2
    assert len(compiled) == 1


real = re.compile


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_every_construction_compiles(name):
    assert WRITTEN[name].compiled.pattern


def test_every_field_is_asked_for():
    source = "".join(inspect.getsource(importlib.import_module(name)) for name in MODULES)
    given = [*constructions._SLOT.findall(source), *re.findall(r"""any_of\(["']([\w|-]+)["']\)""", source)]
    asked = {code for slot in given for code in slot.split("|")}
    for looked_up in re.findall(r'words\("semantic-fields", ([^)]*)\)', source):
        asked.update(re.findall(r'"([\w-]+)"', looked_up))
    assert set(scheme("semantic-fields")) - asked == set()


def test_forms_of_a_field_are_lower_case_or_names_of_posts():
    shown = {word for word in words("semantic-fields") if word != word.lower()}
    assert shown == {"CEO", "CFO"}


HELD = ("claims", "measures", "numbers", "references", "relations", "reporting", "responses", "temporal", "text")
"""The packages whose patterns hold no words but those of closed classes and those that a construction is about."""
CLOSED = {
    *("adverb", "auxiliary", "be", "conjunction", "contrast", "determiner", "focus", "modal", "object", "possessive"),
    *("preposition", "pronoun", "question", "relative", "subordinator"),
}
PARTICLES = "above below beyond down fewer including least less much out own starting sub thanks unlike up well"
TIMES = "early end fiscal fy last late next previous quarter quarters same time times year"
IDIOMS = (
    "based hereby however neither none nor plus "
    "back chief factor fold ft going group half hundred interest latest mainland minus nearly officer owned percentage "
    "point range rate said short size terms thousand three told total vs worth www https yd"
)
ABOUT = {*PARTICLES.split(), *TIMES.split(), *IDIOMS.split()}
ENDINGS = {
    "al",
    "ank",
    "ed",
    "elf",
    "er",
    "es",
    "ous",
    "ive",
    "est",
    "ese",
    "im",
    "ing",
    "ir",
    "re",
    "se",
    "un",
    "ell",
    "en",
    "ew",
    "ha",
    "hose",
    "ly",
    "ome",
    "ose",
    "ts",
    "ur",
    "uring",
    "ver",
}
"""Endings of words, and words without their first letter, which may be a capital."""
NO_WORDS = re.compile(r"\{#?[a-z][a-z0-9*:|_-]*\}|\(\?P[<=]\w+[>)]?|\(\?[imsx-]+:|\[[^\]]*\]|\\[a-zA-Z]|\\u[0-9a-f]{4}")


def literals(node: ast.AST) -> Iterator[str]:
    """Yield the strings that make up an argument, without those that another call in it is given."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif not isinstance(node, (ast.Call, ast.FormattedValue)):
        for part in ast.iter_child_nodes(node):
            yield from literals(part)


def literal_words(module: str) -> set[str]:
    """Return the words that stand in the patterns of a module as they are."""
    found: set[str] = set()
    for call in ast.walk(ast.parse(inspect.getsource(importlib.import_module(module)))):
        name = getattr(call.func, "attr", getattr(call.func, "id", "")) if isinstance(call, ast.Call) else ""
        for argument in call.args if name in ("compile", "Construction", "filled") else ():
            for literal in literals(argument):
                found.update(re.findall("[a-z]{2,}", NO_WORDS.sub(" ", literal).lower()))
    return found


@pytest.mark.parametrize("module", [name for name in MODULES if name.split(".")[3] in HELD])
def test_content_words_stand_in_the_code_lists(module):
    closed = {part for word in words("grammar", *CLOSED) for part in re.findall("[a-z]{2,}", word)}
    listed_elsewhere = literal_words(module) - closed - ABOUT - ENDINGS
    assert not listed_elsewhere, "write `{field}` and the words into ontology/codes/semantic-fields.ttl"

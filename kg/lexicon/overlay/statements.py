"""The files of a user's own vocabulary, read into statements about names and about concepts of code lists.

What holds of any file is checked here: that it is there, is Turtle, names its things by whole IRIs of kg's name spaces,
and holds labels that can stand in a text. Whether it fits what kg knows is asked where it is laid over that.
"""

import codecs
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg import vocab
from kg.errors import VocabularyError
from kg.lexicon.overlay.lines import placed
from kg.lexicon.overlay.terms import LABELS, called

Term: TypeAlias = Literal | NamedNode

_IN_SCHEME = vocab.SKOS + "inScheme"
_MOST = 16 << 20
"""Bytes of all files together: some hundred thousand names."""
_LONGEST = 200
"""Characters of a label: no text prints a longer name."""
_HASH = 16
_LOCAL = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*", re.ASCII)
_PLACE = re.compile(r"^Parser error (?:at|between) .*?: ", re.DOTALL)
_HINTS = (
    ("No scheme found", "write the whole IRI, or a prefixed name such as e:acme without <>"),
    ("has not been declared", "declare it at the top, as in @prefix e: <https://w3id.org/kg-news/id/> ."),
)


class Statement(NamedTuple):
    """One triple of a user's file, with the line that it stands in."""

    subject: str
    predicate: str
    term: Term
    file: str
    line: int

    @property
    def place(self) -> str:
        """Where it stands, as messages begin: file and line."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a user's files say: of names, and of concepts of code lists.

    `digest` is a hash of what they say, empty where they say nothing: neither order nor writing counts.
    """

    entities: tuple[Statement, ...] = ()
    concepts: tuple[Statement, ...] = ()
    digest: str = ""


def read(paths: Iterable[str | os.PathLike[str]]) -> Overlay:
    """Return what Turtle files, and those below folders, say. Raises VocabularyError naming file and line."""
    found: dict[tuple[str, str, str], Statement] = {}
    left = _MOST
    for file in dict.fromkeys(file for path in paths for file in _files(path)):
        content = _content(file, left)
        left -= len(content)
        for one in _parsed(content, file.as_posix()):
            found.setdefault((one.subject, one.predicate, str(one.term)), one)
    statements = tuple(one for _, one in sorted(found.items()))
    listed = {one.subject for one in statements if _is_concept(one)}
    for one in statements:
        _check(one, concept=one.subject in listed)
    return Overlay(
        tuple(one for one in statements if one.subject not in listed),
        tuple(one for one in statements if one.subject in listed),
        sha256("\n".join(map("\t".join, sorted(found))).encode()).hexdigest()[:_HASH] if found else "",
    )


def by_subject(statements: Iterable[Statement]) -> Iterator[tuple[str, Sequence[Statement]]]:
    """Yield each subject with what is said of it, as it stands in the files."""
    found: dict[str, list[Statement]] = {}
    for one in statements:
        found.setdefault(one.subject, []).append(one)
    for subject, said in found.items():
        yield subject, sorted(said, key=lambda one: (one.file, one.line, one.predicate, str(one.term)))


def _is_concept(one: Statement) -> bool:
    return one.predicate == _IN_SCHEME or one.subject.startswith(vocab.CODES)


def _files(named: str | os.PathLike[str]) -> Sequence[Path]:
    """Return a file itself, or the Turtle files below a folder, sorted; what is hidden is left out."""
    if not os.fspath(named):
        raise VocabularyError("a vocabulary is named by an empty path: is a variable not set?")
    if "://" in os.fspath(named):
        raise VocabularyError(f"{named}: is an address: fetch the file, and give its path")
    path = Path(named)
    try:
        if not path.is_dir():
            return (path,)
        inside = sorted(_below(path))
    except OSError as problem:
        raise _unreadable(path, problem) from problem
    if not inside:
        raise VocabularyError(f"{path.as_posix()}: the folder holds no vocabulary: no file in it ends in .ttl")
    for file in inside:
        # Who names a pipe means it; one that lies in a folder would be waited for.
        if file.exists() and not file.is_file():
            raise VocabularyError(f"{file.as_posix()}: is no file that can be read: take it out of the folder")
    return inside


def _below(folder: Path) -> Iterator[Path]:
    def refuse(problem: OSError) -> None:
        raise problem

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if name.lower().endswith(".ttl") and not name.startswith("."))


def _content(file: Path, left: int) -> bytes:
    try:
        with file.open("rb") as stream:
            content = stream.read(left + 1)
    except OSError as problem:
        raise _unreadable(file, problem) from problem
    if len(content) > left:
        raise VocabularyError(
            f"{file.as_posix()}: a vocabulary of more than {_MOST >> 20} MB is too large: give only what texts name"
        )
    return content.removeprefix(codecs.BOM_UTF8)


def _unreadable(path: Path, problem: OSError) -> VocabularyError:
    return VocabularyError(f"{path.as_posix()}: the vocabulary cannot be read: {problem.strerror or problem}")


def _parsed(content: bytes, file: str) -> Iterator[Statement]:
    try:
        for line, quad in placed(content):
            subject, term = quad.subject, quad.object
            if not isinstance(subject, NamedNode) or not isinstance(term, Literal | NamedNode):
                raise VocabularyError(f"{file}:{line}: a node has no name ([ ] or _:): give each thing an IRI")
            yield Statement(subject.value, quad.predicate.value, term, file, line)
    except SyntaxError as problem:
        line, said = problem.lineno or 1, _PLACE.sub("", problem.msg)
        if "UTF-8" in said:
            raise VocabularyError(f"{file}:{line}: is not UTF-8: save it in UTF-8") from problem
        hint = "".join(f" ({hint})" for mark, hint in _HINTS if mark in said)
        raise VocabularyError(f"{file}:{line}: is no Turtle: {said}{hint}") from problem


def _check(one: Statement, *, concept: bool) -> None:
    """Check what a statement is about, and that a label can stand in a text."""
    home, prefix = (vocab.CODES, "v") if concept else (vocab.DATA, "e")
    name = one.subject.removeprefix(home)
    if name == one.subject or not _LOCAL.fullmatch(name):
        what = "a concept of a code list" if concept else "what has a name"
        more = "" if concept else "; a store with a --base of your own has it below that"
        raise VocabularyError(
            f"{one.place}: <{one.subject}> cannot be the IRI of {what}: write {prefix}:word, with "
            f"'@prefix {prefix}: <{home}> .'{more}"
        )
    if one.predicate in LABELS or one.predicate.startswith(vocab.KG):
        _check_text(one)


def _check_text(one: Statement) -> None:
    """Check that a label, or a fact in words, is one that rules can look for in a text."""
    text = one.term.value
    about = f"{one.place}: {called(one.predicate)} of {called(one.subject)}"
    if not isinstance(one.term, Literal):
        if one.predicate in LABELS:
            raise VocabularyError(f"{about} is no text: write it in quotes")
        return
    if len(text) > _LONGEST:
        raise VocabularyError(f"{about} has {len(text)} characters: it may have {_LONGEST} at most")
    if any(unicodedata.category(char) == "Cc" for char in text):
        raise VocabularyError(f"{about} has a line end or another control character: write it on one line")
    if not text or text != text.strip():
        raise VocabularyError(f"{about} is '{text}': write it without blanks around it, and not empty")
    if one.predicate in LABELS and not any(char.isalnum() for char in text):
        raise VocabularyError(f"{about} is '{text}': a label has a letter or digit")

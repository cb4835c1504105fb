"""Lines that say when a text appeared: a date alone, behind "Published", behind a byline, in an agency's dateline.

A month without a day is one only behind a byline or a label: alone it may be a heading, unless it stands at the head
and no other line of the text is a month.

A date inside a sentence or a headline is none of these: whatever stands beside the date must be a label, a time, a
name, a place, or who or what it is from ("By our finance editor", "Broker view"). What a bar or a bullet parts from it
may be anything short ("Ports and shipping | 8 January 2026").
"""

import re
from dataclasses import dataclass

from kg.ingest.dates import Written, month_written, written
from kg.ingest.outlets import is_outlet
from kg.lexicon import wordlists

_LONGEST = 160
_OPENING = 120
_MONTH_LINE = 20
_FULL = len("2025-01-31")
_NAMES = 8
_SECTION = 6
"""Words of what a bar or bullet parts from the date: a section, a name, how long a text takes to read."""
_ZONE_LENGTH = 5
_CLOCK = re.compile(
    r"(?<![\w.])T?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?(?:\s?[ap]\.?m\b\.?)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?|[+-]\d{1,2}\b|\b\d{1,3}\s?-?min(?:ute)?s?(?: read)?\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\s|•·–—,;:()\[\]*_/]+")
_SEPARATED = re.compile(r"(?:[|•·–—,:]|\s[-/])\s*\Z")
_BAR = re.compile(r"\s*[|•·]\s*")
_STORY = re.compile(r"(?:The|This)\s(?P<noun>[a-z]+)\s(?:was|is|has\sbeen)\s(?=[a-z])")
"""What opens a sentence that only says when a text appeared: "This article was first published on"."""
_PUBLISHED = frozenset({"published", "posted", "released", "created", "issued", "date", "dated"})
_UPDATED = frozenset({"updated", "update", "modified", "edited"})
_FILLING = frozenset({"last", "first", "originally", "at", "on", "by", "est.", "-", "read"})
_LABELS = _PUBLISHED | _UPDATED | _FILLING
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?", re.IGNORECASE)
_JOINING = frozenset({"and", "of", "for", "de", "van", "von", "the", "a", "an", "our", "&", "in"})
_BY = re.compile(r"(?:(?P<verb>[A-Za-z]+)[ \t]+)?[Bb][Yy][ \t:]+(?=[A-Z]|(?:the|an?|our)[ \t])")
_PLACE = (
    r"(?:[A-Z]{3,}(?:,? [A-Z]{2,})*"
    r"|[A-Z][A-Za-z.'’-]*(?:[ /][A-Z][A-Za-z.'’-]*){0,3}(?:, [A-Z][A-Za-z.]*){0,2}(?=[,:(/–—-]| [(/–—-]))"
)
_AGENCY = r"[(/][ \t]?[A-Z][\w .&'’-]{1,40}[)/]"
_BEFORE_DATE = re.compile(
    rf"(?P<all>[\[(])?(?:{_PLACE}(?:[ \t]\[[A-Z][\w ]+\])?[ \t]*[,:|–—-]*[ \t]*)?(?:{_AGENCY}[ \t]*[–—-]*[ \t]*)?\(?"
)
_BEHIND_DATE = re.compile(
    rf"\)?[ \t]*(?:{_AGENCY})?[ \t]*(?:[–—:]|-{{1,2}})|[ \t]*{_AGENCY}[ \t]+(?=[A-Z])|,[ \t]{_PLACE}[ \t]*[–—:]"
)
_CLOSED = re.compile(r"[ \t]*[\])][ \t–—:-]*(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class DateLine:
    """The date of a line and its byline. `updated`: when the text was changed; `alone`: no name stands beside it."""

    date: str
    updated: bool = False
    by: str | None = None
    alone: bool = False


def date_line(line: str) -> DateLine | None:
    """Return what a line says that consists of a date, labels, times and names, None for any other line."""
    if len(line) > _LONGEST or not any(mark.isdigit() for mark in line):
        return None
    line = _without_subject(line)
    found = written(line) or month_written(line)
    if found is None:
        return None
    before, behind = line[: found.start], line[found.end :]
    by, fits = _read_before(before)
    if not fits:
        by, fits = _before_bar(before)
    if not fits or not (_fits_behind(behind) or _behind_bar(behind)):
        return None
    if len(found.iso) < _FULL and by is None and not any(word.lower() in _LABELS for word in _words(before)):
        return None
    alone = all(_label(word) or word.isdecimal() for word in _words(before + behind))
    if not any(word.lower() in _UPDATED for word in _words(before)):
        return DateLine(found.iso, by=by, alone=alone)
    first = _published(behind)
    return DateLine(first.iso if first else found.iso, first is None, by, alone)


def dated_outlet(named: str) -> tuple[str, str] | None:
    """Return outlet and date of a line that names both: "Quay Daily, 8 January 2026"."""
    found = written(named)
    parted = _SEPARATED.search(named, 0, found.start) if found else None
    name = named[: parted.start()].strip() if parted else ""
    return (name, found.iso) if found and name and _fits_behind(named[found.end :]) else None


def month_line(line: str) -> str | None:
    """Return the month (YYYY-MM) that is all there is on a line, None for any other line."""
    found = month_written(line) if len(line) < _MONTH_LINE else None
    return found.iso if found and found.start == 0 and found.end == len(line) else None


def opening_date(prose: str) -> str | None:
    """Return the full date of the dateline that opens a text: "TAIPEI, Feb. 26, 2025 /Agency/ --"."""
    found = written(prose[:_OPENING])
    opening = _BEFORE_DATE.fullmatch(prose, 0, found.start) if found else None
    if found is None or opening is None:
        return None
    closed = opening["all"] and _CLOSED.match(prose, found.end)
    return found.iso if closed or _BEHIND_DATE.match(prose, found.end) else None


def by_whom(line: str) -> re.Match[str] | None:
    """Return what opens a byline: "By ", "Written by "."""
    opening = _BY.match(line)
    verb = opening["verb"] if opening else None
    return opening if verb is None or verb.lower() in wordlists.words("page-lines", "byline") else None


def _without_subject(line: str) -> str:
    """Return what a sentence says of when a text appeared: "first published on 8 January 2026"."""
    found = _STORY.match(line)
    told = found is not None and found["noun"] in wordlists.words("sources", "publication")
    return line[found.end() :] if found and told else line


def _read_before(before: str) -> tuple[str | None, bool]:
    """Return the byline before the date, and whether nothing but labels and names stands there."""
    opening = by_whom(before)
    named = before[opening.end() :] if opening else before
    words = list(_TOKEN.finditer(_CLOCK.sub(" ", named)))
    while len(words) > 1 and words[0][0].isupper() and not _label(words[1][0]):
        words = words[1:]
    at_start = opening is not None and named[:1].isupper()
    labels = [word.start() for word in words if _label(word[0]) and not (at_start and not word.start())]
    names = [word for word in words if word.start() not in labels]
    mixed = bool(labels and names) and names[-1].start() > labels[0]
    if mixed or len(names) > _NAMES or not _from_whom([word[0] for word in names]):
        return None, False
    if opening and not named[:1].isupper():
        return None, bool(names)  # "By our finance editor" names nobody
    if opening:
        return named[: labels[0] if labels else None].strip(" \t|•·–—-,;:/") or None, bool(names)
    parted = not names or bool(labels) or _SEPARATED.search(before) is not None
    return None, parted or is_outlet(" ".join(word[0] for word in names))


def _before_bar(before: str) -> tuple[str | None, bool]:
    """Return the byline among what bars part from the date, and whether each part is short."""
    *parts, last = _BAR.split(before)
    _, fits = _read_before(last)
    if not parts or not fits or not all(_is_section(part) for part in parts):
        return None, False
    bylines = (part[opening.end() :] for part in parts if (opening := by_whom(part)))
    return next((by for by in bylines if by[:1].isupper()), None), True


def _behind_bar(behind: str) -> bool:
    """Tell whether bars part short things from the date: "8 January 2026 | Ports and shipping"."""
    first, *parts = _BAR.split(behind)
    return bool(parts) and _fits_behind(first) and all(_is_section(part) for part in parts)


def _is_section(part: str) -> bool:
    """Tell whether a part of a line is no sentence: the name of a section or person, how long a text takes to read."""
    return len(part.split()) <= _SECTION and not part.endswith((".", "!", "?"))


def _fits_behind(behind: str) -> bool:
    """Tell whether nothing but times, labels, names and further dates with a label stands behind the date."""
    labelled = False
    words, desks = _words(behind), wordlists.words("sources", "byline")
    for word in words:
        labelled = labelled or word.lower() in _PUBLISHED | _UPDATED
        fits = _label(word) or _name(word) or (labelled and word.isdecimal()) or word == "."
        if not (fits or (word in desks and len(words) > 1)):
            return False
    return len(words) <= _NAMES


def _from_whom(line: list[str]) -> bool:
    """Tell whether words are names, or end in what a text is from: "our finance editor", "Newsletter no. 4"."""
    desks = wordlists.words("sources", "byline")
    for before, word, following in zip(("", *line), line, (*line[1:], ""), strict=False):
        if _name(word) or (word.isdecimal() and before in desks):
            continue
        goes_on = following[:1].islower() and following not in _JOINING
        if word[0].isdigit() or not (goes_on or word in desks):
            return False
    return True


def _label(word: str) -> bool:
    zone = word.isupper() and word.isalpha() and 1 < len(word) <= _ZONE_LENGTH
    return zone or word.lower() in _LABELS or _WEEKDAY.fullmatch(word) is not None


def _name(word: str) -> bool:
    return word[0].isupper() or word in _JOINING


def _words(part: str) -> list[str]:
    return _TOKEN.findall(_CLOCK.sub(" ", part))


def _published(behind: str) -> Written | None:
    """Return the date behind "published" in what follows an updated date."""
    label = next((word for word in _TOKEN.finditer(behind) if word[0].lower() in _PUBLISHED), None)
    return written(behind[label.end() :]) if label else None

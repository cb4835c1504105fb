"""From a period's code to its first and last day, month or year."""

import re

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
"""A date, whole or partial: a day, a month or a year."""
_PART = re.compile(r"(\d{4})-([QH])([1-4])", re.ASCII)
_FISCAL = re.compile(r"FY(\d{4})-(\d\d)", re.ASCII)
_MONTHS = {"Q": 3, "H": 6}
_YEAR = 12


def bounds(code: str) -> tuple[str | None, str | None]:
    """Return the first and the last partial date of a period, both inclusive; None where it is open or unknown.

    `2025`, `2024-12`, `2024-12-03`, `2025-Q3`, `2025-H1`, `2024-Q1/2024-Q3`, `2024-06/2025-07`, `by-2025` (no start),
    `FY2024-06` (the twelve months that end in June 2024) and `by-FY2024-06`. Any other code, such as a
    fiscal year without its month, gives (None, None).
    """
    if code.startswith("by-"):
        return None, bounds(code.removeprefix("by-"))[1]
    first, between, last = code.partition("/")
    if between:
        return bounds(first)[0], bounds(last)[1]
    if DATE.fullmatch(code):
        return code, code
    return _part(code) or _fiscal(code) or (None, None)


def _part(code: str) -> tuple[str, str] | None:
    found = _PART.fullmatch(code)
    if not found:
        return None
    year, size, ordinal = found[1], _MONTHS[found[2]], int(found[3])
    if size * ordinal > _YEAR:
        return None
    return f"{year}-{size * (ordinal - 1) + 1:02}", f"{year}-{size * ordinal:02}"


def _fiscal(code: str) -> tuple[str, str] | None:
    found = _FISCAL.fullmatch(code)
    if not found or not 1 <= int(found[2]) <= _YEAR:
        return None
    year, month = int(found[1]), int(found[2])
    first = f"{year:04}-01" if month == _YEAR else f"{year - 1:04}-{month + 1:02}"
    return first, f"{year:04}-{month:02}"

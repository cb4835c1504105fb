"""The words and the grammar of dates and periods: one pattern whose outer groups name the kind of expression."""

import re
from collections.abc import Mapping
from functools import cache

from kg.extract.rules.text.wording import alternation
from kg.lexicon import codes

ORDINALS: Mapping[str, int] = {
    "first": 1, "1st": 1, "opening": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4,
}  # fmt: skip
COUNTS: Mapping[str, int] = {
    "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5, "six": 6, "6": 6, "seven": 7, "7": 7,
    "eight": 8, "8": 8, "nine": 9, "9": 9, "ten": 10, "10": 10, "eleven": 11, "11": 11,
}  # fmt: skip

_UNITS = ("year", "quarter", "month")
_SEASONS = ("spring", "summer", "autumn", "fall", "winter", "decade", "century", "week", "weekend", "half")
_ENDED = r"(?i:(?:that )?(?:end(?:ed|ing|s)|through to|through|to|up to|until)(?: in| on)?(?: the end of)?)"


@cache
def months() -> Mapping[str, int]:
    """Return month words as printed with the month's number."""
    return {word: int(month.code) for month in codes.scheme("months").values() for word in month.words}


@cache
def weekdays() -> Mapping[str, int]:
    """Return weekday names in lower case with their ISO number."""
    return {word.lower(): int(day.code) for day in codes.scheme("weekdays").values() for word in day.words}


@cache
def shifts() -> Mapping[str, str]:
    """Return words such as "last" in lower case with their code."""
    return {word.lower(): shift.code for shift in codes.scheme("time-shifts").values() for word in shift.words}


@cache
def grammar() -> re.Pattern[str]:
    """Return the pattern of all date and period expressions; `lastgroup` tells the kind."""
    full = r"(?:19|20)[0-9]{2}(?![0-9])"
    shift = rf"(?i:{alternation(shifts())})"
    relative = rf"(?:{shift} year)(?!-)"
    month = alternation(months())
    parts = {
        "iso": rf"{full}-[01][0-9](?:-[0-3][0-9])?(?![-0-9])",
        **_fiscal(full, month, shift),
        "quarter_end": _quarter_end(full, month, relative),
        "stretch": _stretch(full, month, relative),
        **_parts_of_year(rf"(?:(?:,? (?i:of|in)(?: the)? |,? )(?:{full}|{relative}))"),
        **_months_and_days(full, month, relative),
        "shift": rf"(?P<shift_word>{shift}) (?P<shift_unit>(?i:calendar year|{'|'.join(_UNITS)}))(?![\w-])",
        **_steps(),
        "years": r"(?<![\w$€£¥.,/-])(?P<years_low>(?:19|20)[0-9]{2})[-–—/](?P<years_high>(?:19|20)?[0-9]{2})(?![\w-])",
        "year": rf"(?:(?<![\w$€£¥.,/#-])|(?<=end-)|(?<=mid-)){full}(?![\w%]|[.,][0-9]|-[0-9])"
        r"(?!(?<=2000) [a-z]+s\b)",
        "weekday": rf"(?P<weekday_shift>(?i:last |next ))?"
        rf"(?P<weekday_name>{alternation(word.title() for word in weekdays())})\b",
        "season": rf"{shift} (?i:{'|'.join(_SEASONS)})(?!\w)",
    }
    body = "|".join(f"(?P<{name}>{part})" for name, part in parts.items())
    return re.compile(rf"(?<![A-Za-z0-9])(?={_opening(month, shift)})(?:{body})")


def _opening(month: str, shift: str) -> str:
    """Return a pattern of how every expression opens, in a word or two: nearly all words of a text fail here at once.

    A new kind of expression adds its own opening.
    """
    day = alternation(word.title() for word in weekdays())
    begun = alternation(("fiscal", "financial", "year", "quarter", "just", "latter"))
    shifted = alternation((*_UNITS, *_SEASONS, "calendar", "fiscal", "financial"))
    counted = alternation((*(word for word in COUNTS if word.isalpha()), "twelve"))
    ordinal = alternation(word for word in ORDINALS if word.isalpha())
    return (
        rf"[0-9]|FY|H[12]|Q[1-4]|{month}|{day}|(?i:{begun})|(?i:{counted}) (?i:years|months)"
        rf"|(?i:{ordinal}|last|final)[ -](?:(?i:quarter|half)|(?i:{alternation(COUNTS)}) )"
        rf"|(?i:{shift}) (?:(?i:{shifted})|{month}|{day})"
        rf"|(?i:a|one|the) (?i:year|quarter|month)|(?i:(?:the )?(?:end|close|rest|remainder) of the)"
    )


def _fiscal(full: str, month: str, shift: str) -> dict[str, str]:
    return {
        "fiscal_end": rf"(?i:(?:(?P<fend_fiscal>fiscal|financial) )?year(?(fend_fiscal)| (?=end))) *{_ENDED} "
        rf"(?P<fend_next>(?i:next ))?(?:(?P<fend_month>{month})(?: [0-3]?[0-9](?![0-9]))?"
        rf"|[0-3]?[0-9] (?P<fend_month2>{month}))(?P<fend_year>,? {full})?",
        "fiscal": rf"(?i:fiscal|financial)(?i: year)? (?P<fiscal_year>{full})"
        rf"|FY ?[’']?(?P<fiscal_year2>{full}|[0-9]{{2}}(?![0-9]))|(?P<fiscal_year3>{full}) (?i:fiscal|financial) year",
        "fiscal_start": rf"(?i:(?:fiscal |financial )?year (?:that |which )?(?:has )?(?:just )?(?:beg[au]n|started)"
        rf"(?: in| on)?) (?:(?P<fstart_shift>(?i:this|last)) (?i:month)|(?P<fstart_month>{month})"
        rf"(?: [0-3]?[0-9](?![0-9]))?(?P<fstart_year>,? {full})?)",
        "fiscal_over": r"(?i:(?:fiscal |financial )?year (?:that |which )?(?:has )?(?:just|recently) (?:ended|closed)"
        r"|just[- ](?:ended|completed|finished) (?:fiscal |financial )?year)",
        "fiscal_shift": rf"(?:(?P<fshift_word>{shift}) )?(?i:fiscal|financial) (?i:year)(?:-end)?",
    }


def _quarter_end(full: str, month: str, relative: str) -> str:
    return (
        rf"(?:(?i:quarter|(?P<qend_length>three|six|nine|twelve|[369]|12) months|(?P<qend_all>year)),? {_ENDED} "
        rf"(?:(?P<qend_month>{month})(?: [0-3]?[0-9](?![0-9]))?|[0-3]?[0-9] (?P<qend_month2>{month}))"
        rf"|(?P<qend_month3>{month})[ -](?i:quarter))(?P<qend_year>(?:,? (?:of )?(?:{full}|{relative}))?)"
    )


def _stretch(full: str, month: str, relative: str) -> str:
    return (
        rf"(?P<stretch_low>{month})(?:[-–—/]| to | through )(?P<stretch_high>{month})(?! [0-3]?[0-9](?![0-9]))"
        rf"(?:[ -](?i:quarter|period|half))?"
        rf"(?P<stretch_year>,? {full}|(?:,? of| in)? {relative}|(?: of)? {full})?(?!\w)"
    )


def _steps() -> dict[str, str]:
    alone = r"(?=[.,;:)?!]|\s*\Z| (?:and|but|to|when|while|as|with)\b)"
    return {
        "ago": r"(?i:(?:a|one) year (?:earlier|ago|before)|the year before|year-(?:earlier|ago))",
        "later": rf"(?i:(?:a|one) year later|(?:(?:a|one|the) year (?:after|on)){alone})(?!\w)",
        "years_off": rf"(?P<off_count>(?i:{alternation(COUNTS)})) (?i:years) (?P<off_way>(?i:ago|earlier|later))(?!\w)",
        "step": rf"(?i:(?:the|a|one) (?P<step_unit>quarter|month) (?P<step_way>before|earlier|later|after)){alone}",
        "year_close": r"(?i:(?:the )?(?:end|close|rest|remainder) of the(?: calendar)? year|the year[’']s end"
        r"|year[- ]end)"
        r"(?![\w-]|(?i: ?(?:19|20)[0-9]{2}| (?:to|through|end\w*|before|earlier|after|later|in which|when|that)\b))",
    }


def _parts_of_year(of_year: str) -> dict[str, str]:
    ordinal, count = rf"(?i:{alternation(ORDINALS)})", rf"(?i:{alternation(COUNTS)})"
    fiscal, several = r"(?i: of (?:its |the )?fiscal)?", r"(?i:quarters|months)"
    no_time = r"(?! (?i:of|by|fiscal|century|time|season|match|game)\b| FY)(?!-)"
    return {
        "opening": rf"(?:(?i:first)|(?P<open_last>(?i:last|final)(?= {count} {several}{of_year}))) "
        rf"(?P<open_count>{count}) (?P<open_unit>{several})(?P<open_fiscal>{fiscal})(?P<open_year>{of_year})?",
        "half": rf"(?:(?P<half_name>(?i:first|second|1st|2nd|latter))[ -](?i:half)(?P<half_fiscal>{fiscal})"
        rf"|H(?P<half_number>[12])|(?P<half_number2>[12])H(?P<half_year2>[0-9]{{2}}(?![0-9]))?)(?P<half_year>{of_year})?"
        rf"(?!\w){no_time}",
        "quarter": rf"(?:(?P<quarter_fiscal>(?i:fiscal )?)(?P<quarter_name>{ordinal})[ -](?i:quarter)(?!s)"
        rf"|(?P<quarter_number>[1-4])Q(?P<quarter_year2>[0-9]{{2}}(?![0-9]))?|Q(?P<quarter_number2>[1-4]))"
        rf"(?P<quarter_fiscal2>(?i: (?:of )?(?:its |the )?(?:FY|fiscal))?)(?P<quarter_year>{of_year})?",
    }


def _months_and_days(full: str, month: str, relative: str) -> dict[str, str]:
    return {
        "day": rf"(?:(?P<day_month>{month}) (?P<day_day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:.,]*[0-9])"
        rf"|(?P<day_day2>(?<![0-9.,$])[0-3]?[0-9])(?:st|nd|rd|th)?(?i: of)? (?P<day_month2>{month}))"
        rf"(?P<day_year>,? {full}|,? {relative})?",
        "month": rf"(?P<month_shift>(?i:last |this |next ))?(?P<month_name>{month})"
        rf"(?P<month_year>,? {full}|(?:,? of| in)? {relative}|(?: of)? {full})?(?!\w)",
    }

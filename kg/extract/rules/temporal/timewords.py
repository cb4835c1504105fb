"""The words and the grammar of dates and periods: one pattern whose outer groups name the kind of expression."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.extract.rules.text.constructions import any_of, filled
from kg.lexicon import codes
from kg.lexicon.matcher import folded
from kg.lexicon.wordlists import alternation, code_of, words

_UNITS = ("year", "quarter", "month")
"""What a shift is resolved for; each is counted in its own way."""
_ALONE = r"(?=[.,;:)?!]|\s*\Z| (?:and|but|to|when|while|as|with)\b)"
"""What stands behind a time that nothing further belongs to."""
_MOST = 12
"""No more months or years are counted off."""
_PARTED, _SHORT = r"(?: ?[’']|[/-])", r"(?:20)?[0-9]{2}(?![0-9%]|[.,][0-9])"
"""The year right behind a part of it, and what parts them: "Q3'25", "Q3/2025", "1H25"."""


@cache
def months() -> Mapping[str, int]:
    """Return month words as printed with the month's number."""
    return {word: int(code) for word, code in code_of("months").items()}


@cache
def quarters() -> Mapping[str, int]:
    """Return the words for one of the quarters of a year in lower case with its number."""
    return {word: int(code) for word, code in code_of("quarters").items()}


@cache
def halves() -> Mapping[str, int]:
    """Return the words for one of the halves of a year in lower case with its number."""
    return {word: int(code) for word, code in code_of("halves").items()}


@cache
def counts() -> Mapping[str, int]:
    """Return the number words and digits from two to twelve with their value."""
    small = [one for one in codes.scheme("numbers").values() if one.code.isdecimal() and 1 < int(one.code) <= _MOST]
    return {word: int(one.code) for one in small for word in (*one.words, one.code)}


@cache
def weekdays() -> Mapping[str, int]:
    """Return weekday names in lower case with their ISO number."""
    return {word.lower(): int(code) for word, code in code_of("weekdays").items()}


def shifts() -> Mapping[str, str]:
    """Return words such as "last" in lower case with their code."""
    return code_of("time-shifts")


def expressions(text: str) -> Iterator[re.Match[str]]:
    """Yield the date and period expressions of a text, in order, without overlaps; `lastgroup` tells the kind.

    Where one may start is first looked for in the folded text: in small letters alone that takes a fifth of the time.
    """
    end, known = 0, grammar()
    for place in _places().finditer(folded(text)):
        found = known.match(text, place.start()) if place.start() >= end else None
        if found:
            end = found.end()
            yield found


@cache
def _places() -> re.Pattern[str]:
    """Match where an expression may start, in a folded text."""
    return re.compile(rf"(?<![a-z0-9])(?={_opening()})")


@cache
def grammar() -> re.Pattern[str]:
    """Return the pattern of all date and period expressions; `lastgroup` tells the kind."""
    full = r"(?:19|20)[0-9]{2}(?![0-9])"
    shift = rf"(?i:{alternation(shifts())})"
    relative = rf"(?:{shift} year)(?!-)"
    month = alternation(months())
    parts = {
        "iso": rf"{full}-[01][0-9](?:-[0-3][0-9])?(?![-0-9])",
        "led_part": _led_part(full, relative),
        **_fiscal(full, month, shift),
        "quarter_end": _quarter_end(full, month, relative),
        "stretch": _stretch(full, month, relative),
        **_parts_of_year(
            rf"(?:(?:,? (?i:of|in)(?: the)? |,? )(?:{full}|{relative})| (?i:of (?:the|that) year)(?![\w-]))"
        ),
        **_months_and_days(full, month, relative),
        "same_of": _same_of(full, relative),
        "shift": rf"(?P<shift_word>{shift})(?: |-(?=(?i:quarter)\b))"
        rf"(?P<shift_unit>(?i:calendar year|{'|'.join(_UNITS)}))(?![\w-])"
        rf"(?!(?<=(?i:last quarter)) of (?:(?i:the year)|{full}))",
        **_steps(month),
        "years": r"(?<![\w$€£¥.,/-])(?P<years_low>(?:19|20)[0-9]{2})[-–—/](?P<years_high>(?:19|20)?[0-9]{2})(?![\w-])",
        "year": rf"(?:(?<![\w$€£¥.,/#-])(?<![A-Z]{{2}}:)(?<![A-Z]{{2}}: )|(?<=end-)|(?<=mid-)){full}"
        r"(?:[EF](?!\w))?(?![\w%]|[.,][0-9]|-[0-9]|\.[A-Z]{1,2}\b)(?!(?<=2000) [a-z]+s\b)",
        "coded": rf"(?:CY ?[’']?|(?<![$€£¥])(?P<coded_months>[69])M[’']?)"
        rf"(?P<coded_year>{full}|[0-9]{{2}}(?![0-9]))(?![\w-])",
        "weekday": rf"(?P<weekday_shift>(?i:last |next ))?"
        rf"(?P<weekday_name>{alternation(word.title() for word in weekdays())})\b",
        "season": rf"{shift} (?i:{any_of('time-nouns:season')})(?!\w)",
    }
    body = "|".join(f"(?P<{name}>{part})" for name, part in parts.items())
    return re.compile(rf"(?<![A-Za-z0-9])(?:{body})")


def _same_of(full: str, relative: str) -> str:
    """Return a pattern of what was named last in another year: "the same quarter of 2023", "the same half of it"."""
    count = alternation(counts())
    stretch = rf"(?:(?:{count})[- ]month )?(?:half|(?!year){any_of('time-nouns:reporting')})s?|(?:{count}) months"
    return (
        rf"(?i:(?:the|that) same (?:{stretch})(?:,? (?:of|in|for))?)"
        rf",? (?:(?P<same_year>{full}|{relative})"
        r"|(?P<same_back>(?i:(?:a|one) year (?:earlier|ago|before)|the year before)))"
        r"(?!\w)"
    )


def _opening() -> str:
    """Return a pattern of how every expression opens, in a word or two: nearly all words of a text fail here at once.

    A new kind of expression adds its own opening.
    """
    month, day = (alternation(word.lower() for word in words_of()) for words_of in (months, weekdays))
    begun = alternation(
        (*words("time-nouns", "fiscal"), *words("time-adverbs", "each-year"), "year", "quarter", "just", "since", "ytd")
    )
    shift, count = alternation(shifts()), alternation(counts())
    shifted = alternation(("one", *_UNITS, *words("time-nouns", "season", "fiscal", "civil")))
    counted = alternation(word for word in counts() if word.isalpha())
    ordinal = alternation(word for word in (*quarters(), *halves()) if word.isalpha())
    return (
        rf"{_figures(month)}|cy|fy|h[12]|q[1-4]|{month}|{day}|{begun}|half[ -]year|{counted}[ -](?:years|months?)"
        rf"|(?:{ordinal}|opening|last|final)(?:[ -](?:(?:quarter|half|calendar|{any_of('time-nouns:fiscal')})"
        rf"|{count} )|,? and |, |{_ALONE})"
        rf"|{shift} (?:{shifted}|{month}|{day})|{shift}-quarter"
        rf"|{any_of('time-nouns:coming')} {count} "
        rf"|{any_of('time-shifts:previous')}(?:-year| three months)"
        rf"|th(?:e|at) same |(?:a|one|the) (?:year|quarter|month)"
        rf"|(?:the )?{any_of('time-nouns:closing')} of th(?:e|is)"
        r"|(?:for |in |over )?(?:the )?(?:full|whole|entire)[ -]|next[.,;:)\s]"
    )


def _figures(month: str) -> str:
    """Return a pattern of how an expression opens in figures: most figures of a text are of no time."""
    count = alternation(word for word in counts() if word.isdecimal())
    ordinal = alternation(word for word in (*quarters(), *halves()) if word[0].isdecimal())
    return (
        rf"(?=[0-9])(?:(?:19|20)[0-9]{{2}}(?![0-9])|[0-3]?[0-9](?:st|nd|rd|th)?(?: of)? {month}"
        rf"|[1-4]q|[12]h|[69]m[0-9’']|{count}[ -](?:months?|years)|{ordinal}[ ,-])"
    )


def _fiscal(full: str, month: str, shift: str) -> dict[str, str]:
    fiscal, over = any_of("time-nouns:fiscal"), any_of("period-over")
    return {
        "fiscal_end": rf"(?i:(?:(?P<fend_fiscal>{fiscal}) )?year(?(fend_fiscal)| (?=end)))"
        rf"(?:,? (?:which|that))? *{_ended()} "
        rf"(?P<fend_next>(?i:next ))?(?i:end-)?(?:(?P<fend_month>{month})(?: [0-3]?[0-9](?![0-9]))?"
        rf"|[0-3]?[0-9] (?P<fend_month2>{month}))(?P<fend_year>,? {full})?",
        "fiscal_years": rf"(?:(?:(?i:{fiscal})(?i: year)? |FY ?[’']?)"
        rf"(?P<fspan_low>{full})[-–—/](?P<fspan_high>{_SHORT})"
        rf"|(?<![\w$€£¥.,/-])(?P<fspan_low2>{full})[-–—/](?P<fspan_high2>{_SHORT}) (?i:{fiscal} year))(?![\w-])",
        "fiscal_led": _fiscal_led(full, fiscal),
        "fiscal": rf"(?i:{fiscal})(?i: year)? (?P<fiscal_year>{full})"
        rf"(?:,? (?:(?:which|that) )?{_ended()} (?:in |on )?(?P<fiscal_month>{month})(?: [0-3]?[0-9](?![0-9]))?)?"
        rf"|FY ?[’']?(?P<fiscal_year2>{full}|[0-9]{{2}}(?![0-9]))|(?P<fiscal_year3>{full}) (?i:{fiscal}) year",
        "fiscal_start": rf"(?i:(?:{fiscal} )?year (?:that |which )?(?:has )?(?:just )?{any_of('period-begun')}"
        rf"(?: in| on)?) (?:(?P<fstart_shift>(?i:this|last)) (?i:month)|(?P<fstart_month>{month})"
        rf"(?: [0-3]?[0-9](?![0-9]))?(?P<fstart_year>,? {full})?)",
        "fiscal_over": rf"(?i:(?:{fiscal} )?year (?:that |which )?(?:has )?(?:just|recently) {over}"
        rf"|just[- ]{over} (?:{fiscal} )?year)",
        "fiscal_shift": rf"(?:(?P<fshift_word>{shift}) )?(?i:{fiscal}) (?i:year)(?:-end)?",
    }


def _fiscal_led(full: str, fiscal: str) -> str:
    """Return a pattern of a quarter behind its fiscal year: "fiscal 2026 third quarter", "FY26 Q3"."""
    ordinal = rf"(?i:{alternation(quarters())})"
    return (
        rf"(?:(?i:{fiscal})(?i: year)? (?P<ledf_year>{full})|FY ?[’']?(?P<ledf_year2>{full}|[0-9]{{2}}(?![0-9]))"
        rf"|(?<![\w$€£¥.,/-])(?P<ledf_year3>{full})(?= (?i:{fiscal})))"
        rf"(?:[’']s)?[- ]?(?<=[0-9s -])(?:(?i:{fiscal})(?:[ -](?i:year))?[ -])?"
        rf"(?:(?P<ledf_quarter>{ordinal})[ -](?i:quarter)|Q(?P<ledf_quarter2>[1-4])|(?i:full)[ -](?i:year))(?![\w-])"
    )


def _led_part(full: str, relative: str) -> str:
    """Return a pattern of a part of a year behind it: "2025 first-half", "2024's third quarter", "last year's Q4"."""
    ordinal, half = (rf"(?i:{alternation(words_of())})" for words_of in (quarters, halves))
    return (
        rf"(?:(?<![\w$€£¥.,/-])(?P<led_year>{full})(?:[’']s)?|(?P<led_shift>{relative})[’']s)[ -]?"
        rf"(?<=[ -]|[0-9s])(?:(?P<led_half>{half})[ -](?i:half)|(?P<led_quarter>{ordinal})[ -](?i:quarter)"
        rf"|H(?P<led_half2>[12])|Q(?P<led_quarter2>[1-4])|(?i:full)[ -](?i:year))(?![\w-])"
    )


def _ended() -> str:
    """Return a pattern for what stands between a period and the day it ends on: "ended", "through the end of"."""
    return filled("(?i:(?:that )?(?:{period-end}|through to|through|to|up to|until)(?: in| on)?(?: the end of)?)")


def _quarter_end(full: str, month: str, relative: str) -> str:
    length, ordinal, fiscal = alternation(counts()), alternation(quarters()), any_of("time-nouns:fiscal")
    numbered = filled(
        rf"(?:(?:{ordinal})[ -](?:{fiscal} )?|{fiscal} (?:{ordinal})[ -])quarter(?:,? which)?(?=,? {{period-end}})"
    )
    return (
        rf"(?:(?i:quarter|{numbered}|(?P<qend_length>{length})[ -]months?(?: period)?|(?P<qend_half>half[ -]year)"
        rf"|(?P<qend_all>year)),? {_ended()} "
        rf"(?i:end-)?(?:(?P<qend_month>{month})(?: [0-3]?[0-9](?![0-9]))?|[0-3]?[0-9] (?P<qend_month2>{month}))"
        rf"|(?P<qend_month3>{month})(?: (?P<qend_year2>{full}))?[ -](?i:quarter))"
        rf"(?P<qend_year>(?:,? (?:of )?(?:{full}|{relative}))?)"
    )


def _stretch(full: str, month: str, relative: str) -> str:
    return (
        rf"(?P<stretch_low>{month})(?:[-–—/]| to | through |-to-)(?P<stretch_high>{month})(?! [0-3]?[0-9](?![0-9]))"
        rf"(?:[ -](?i:quarter|period|half))?"
        rf"(?P<stretch_year>,? {full}|(?:,? of| in)? {relative}|(?: of)? {full})?(?!\w)"
    )


def _steps(month: str) -> dict[str, str]:
    """Return the patterns of times counted from another one: "a year ago", "two years later", "the year as a whole"."""
    count = rf"(?i:{alternation(counts())})"
    return {
        "ago": r"(?i:(?:a|one) year (?:earlier|ago|before)|the year before|year-(?:earlier|ago)"
        r"(?P<ago_part> (?:quarter|month|half))?)"
        rf"|(?i:{any_of('time-shifts:previous')})-(?i:year)(?P<ago_part2>(?i: (?:quarter|month|half)))?(?![\w-])",
        "coming": filled(r"(?<=the )(?i:{time-nouns:coming}) ") + rf"(?P<coming_count>{count}) (?i:years)(?![\w’'])",
        "decade": rf"(?i:(?:the )?{any_of('time-nouns:closing')} of (?:the|this) decade)",
        "whole": r"(?i:(?:for |in |over )?(?:the )?(?:(?:full|whole|entire)[ -](?:calendar )?year|year as a whole))"
        rf"(?![\w-])(?!,? {_ended()} (?i:end-)?(?:[0-3]?[0-9] )?(?:{month}))"
        + filled(
            r"|(?i:{time-adverbs:each-year}) (?=(?:[a-z]+ ){0,3}?{outlook|interval}\b)"
            r"(?![^.;]{0,80}\b(?:by|for|from|in|through) (?:[a-z]+ )?(?:19|20)[0-9]{2})"
        ),
        "to_date": r"(?:(?i:year[- ]to[- ]date|YTD)"
        rf"|(?i:since (?:the )?{any_of('time-nouns:outset')} of )"
        r"(?:(?i:(?:the|this|the current) year)|(?P<begun_year>20[0-9]{2})))"
        r"(?![\w’'-]|(?i: (?:earlier|before|in which|when|that)\b))",
        "next_too": r"(?i:next)(?=[.,;:)]|\s*\Z)",
        "later": rf"(?i:(?:a|one) year later|the year after next|(?:(?:a|one|the) year (?:after|on)){_ALONE})(?!\w)",
        "years_off": rf"(?P<off_count>{count}) (?i:years) (?P<off_way>(?i:ago|earlier|later))(?!\w)",
        "step": r"(?i:(?:(?:the|a|one) (?P<step_unit>quarter|month)|three months) "
        rf"(?P<step_way>before|earlier|later|after)){_ALONE}"
        rf"|(?i:{any_of('time-shifts:previous')} three months)(?! (?:to|through|ended|of)\b)",
        "year_close": rf"(?i:(?:the )?{any_of('time-nouns:closing')} of the(?: calendar)? year|the year[’']s end"
        r"|year[- ]end)"
        r"(?![\w-]|(?i: ?(?:19|20)[0-9]{2}| (?:to|through|end\w*|before|earlier|after|later|in which|when|that)\b))",
    }


def _parts_of_year(of_year: str) -> dict[str, str]:
    ordinal, count, half = (rf"(?i:{alternation(words_of())})" for words_of in (quarters, counts, halves))
    several, called = r"(?i:quarters|months)", rf"(?i:{any_of('time-nouns:fiscal')})"
    fiscal = rf"(?i: of (?:its |the )?{called}(?: year)?)?"
    last = r"(?i:last)(?= quarter of (?:(?i:the year)|(?:19|20)[0-9]{2}))"
    no_time = filled(r"(?! (?i:of|by|fiscal|{time-nouns:halved})\b| FY)(?!-)")
    return {
        "opening": rf"(?:(?i:first|opening)|(?P<open_last>(?i:last(?= {count} {several}{of_year})|final))) "
        rf"(?P<open_count>{count}) (?P<open_unit>{several})(?P<open_fiscal>{fiscal})(?P<open_year>{of_year})?",
        "half": rf"(?:(?P<half_fiscal>{called} )?(?P<half_name>{half})[ -](?i:half)"
        rf"|H(?P<half_number>[12])(?:{_PARTED}(?P<half_year5>{_SHORT}))?"
        rf"|(?P<half_number2>[12])H(?:{_PARTED}?(?P<half_year2>{_SHORT}))?)"
        rf"{_of_fiscal('half', called)}(?P<half_year>{of_year})?(?!\w){no_time}",
        "listed_quarter": rf"(?P<listed_name>{ordinal})(?:(?=(?:,? {ordinal})*,? and {ordinal} (?i:quarters)"
        rf"(?P<listed_year>{of_year})?)| (?i:quarters)(?P<listed_last>{of_year})?)",
        "quarter": rf"(?:(?P<quarter_fiscal>{called} )?(?P<quarter_name>{ordinal}|{last})[ -]"
        rf"(?P<quarter_fiscal3>{called} )?"
        r"(?i:(?:calendar )?quarter)(?!s)"
        rf"|(?P<quarter_number>[1-4])Q(?:{_PARTED}?(?P<quarter_year2>{_SHORT}))?"
        rf"|(?P<quarter_fiscal4>{called} )?Q(?P<quarter_number2>[1-4])(?:{_PARTED}(?P<quarter_year5>{_SHORT}))?)"
        rf"{_of_fiscal('quarter', called)}(?P<quarter_year>{of_year})?",
        "next_part": rf"(?<=the )(?P<next_part_name>{ordinal}){_ALONE}",
        "shift_one": rf"(?P<one_shift>(?i:{alternation(shifts())})) one{_ALONE}",
    }


def _of_fiscal(part: str, called: str) -> str:
    """Return a pattern of the fiscal year behind its part: "of fiscal 2026", "FY26", "of its 2026 fiscal year"."""
    full = r"(?:19|20)[0-9]{2}(?![0-9])"
    short = r"(?:(?<=FY)|(?<=FY )|(?<=FY[’']))[0-9]{2}(?![0-9])"
    return (
        rf"(?:(?P<{part}_fiscal2>,?(?i: (?:of|in|for)(?: (?:its|the|[a-z][\w&.-]*[’']s?))?)?"
        rf"(?: {called}(?i: year)?(?![\w-])| ?FY(?![A-Za-z])))"
        rf"(?: ?[’']?(?P<{part}_year4>{full}|{short}))?"
        rf"|(?i: (?:of|in) (?:its|the)) (?P<{part}_year3>{full}) {called} (?i:year))?"
    )


def _months_and_days(full: str, month: str, relative: str) -> dict[str, str]:
    return {
        "day": rf"(?:(?P<day_month>{month}) (?P<day_day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:.,]*[0-9])"
        rf"|(?P<day_day2>(?<![0-9.,$])[0-3]?[0-9])(?:st|nd|rd|th)?(?i: of)? (?P<day_month2>{month}))"
        rf"(?P<day_year>,? {full}|,? {relative})?",
        "month": rf"(?P<month_shift>(?i:last |this |next ))?(?P<month_name>{month})"
        rf"(?P<month_year>,? {full}|(?:,? of| in)? {relative}|(?: of)? {full})?(?!\w)",
    }

"""Whether a verb or noun that tells a mode reaches a figure, or stands in another clause of the sentence.

"Acme plans to close 40 shops": the verb governs what follows it, up to a clause that has a verb of its own. "Acme,
which runs 900 shops, plans to close 40": what stands before the verb is not planned, unless it is the verb's own
subject ("$4 billion will be spent") or a relative clause is about it ("$4 billion, which it plans to spend").
"""

import re
from collections.abc import Sequence

from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Span

_ONWARD = Construction(
    r",\s(?:which|who|whose|where)\b|;|\s(?:but|whereas|although|though)\s|\s(?:while|as)\s(?:it|its|they|their|the)\s"
    r"|,\s(?:including|against)\s|,?\sand\s(?:it|they|he|she|{booking})\s|\b(?:{comparison}|(?:up|down)\sfrom)\s"
    r"|,\swith\s(?:[\w’'-]+\s){0,8}?{time-adverbs:present}\s|,\sand\s(?:last|in|during|since)\s"
    r"|\s(?:after(?!\s{levy}\b)|despite|following|amid)\s[^,;]*\Z|:\s(?:[A-Z][\w’'-]*\s){1,3}[a-z]"
    r"|,\s(?:one\sof|an?\s{any-company})\s(?:[^,;.]{3,90}?\s)?with\s(?:[a-z]+\s){0,4}\Z"
    r"|\b{outstripping}\s(?:the|what)\s(?![^,;.]{0,30}\b{threshold}\b)"
)
"""What ends a cue's reach to a figure behind it."""
_HEARSAY = (" said to", " thought to", " believed to", " understood to")
_ONE_CLAUSE = re.compile(r"\s[a-z]+\s[^,;:]*?\s(?:after|before|by)\s[a-z]+ing\s(?:[a-z]+\s){0,2}")
"""What hearsay goes on about: "is said to make money after reaching 70%"."""
_BACKWARD = re.compile(r"[,;]|\s(?:and|but|while|whereas|although|though|as|after|before|because|when|if|who)\s")
"""What ends a cue's reach to a figure before it."""
_ABOUT_IT = re.compile(r"[^,;]{0,40},?\s(?:of\s)?(?:which|that)\s(?:[\w’'-]+\s){0,4}")
"""What leads from a figure to a relative clause about it."""
_SUBJECT = Construction(
    r"(?:The|These|Those|Its|Their|Such)\s(?:[\w’'-]+\s){0,4}?[\w-]+(?:,|\s[—–-])\s"
    r"(?:(?:which|that)\s(?:[a-z]+ly\s)?{amounting}\s|{amounting-to}\s)(?:[\w’'-]+\s){0,2}?"
)
"""What says how big the subject of a plan is: "The cuts, which amount to 9% of the staff, will be made in May"."""
_AT_A_PRICE = re.compile(r"At\s(?:[a-z]+\s){0,3}")
"""What puts a price before its clause: "At $4 billion, a purchase would be the largest"."""
_ASIDE_ENDS = re.compile(r"[^,;.]{0,80}(?:,|\s[—–-])\s")
_OR_SO = Construction(r"(?:\s[\w’'%-]+){0,4},\s(?:or|{amounting-to})\s[^;]{1,80}?,\s")
_OR_BEFORE = Construction(r",\s(?:or|{amounting-to})\s(?:[a-z]+\s)?\Z")
_OF_THE = re.compile(r"\sof\s(?:the|its|their|that|this|[A-Z]\w+['’]s)\s(?:[\w-]+\s){0,2}")
"""What makes a figure a share of a plan: "delivered 45% of the target"."""
_RATES = ("%", "cent", "percent")
_ON_NEWS = re.compile(r"\s(?:on|amid|over|following|despite)\s(?:[a-z]+\s){0,2}")
"""What leads from a change of a price to what brought it about: "dives 9% on plan to close shops"."""
_CHANGES = Construction(r"(?:(?<=\sto)|\sto)\s(?:[a-z]+ly\s)?{change-verb}\b")
"""What a plan does to an amount before it, which is so already: "sales of $4 billion are set to grow by 9%"."""
_SURPASSES = Construction(r"\s{surpassing|outstripping}\sthe\s")
"""What a result is held against says nothing of it: "sales of $4 billion topped the consensus"."""
_FRONTED = re.compile(
    r"(?:While|Although|Though|Even\sthough|As|Because|If|Since|When|After|Before|Whereas|Despite)\b[^,;.]*,\s"
)


_CONTRAST = Construction(r"[,;—–]?\s(?:but|whereas|although|though|while)\s|,\swhich\s(?:has|have|{standing-at})\s")


def contrasted(earlier: Span, later: Span, text: str) -> bool:
    """Tell whether a clause that is set against the one before opens between two figures."""
    return _CONTRAST.search(text, earlier.end, later.start) is not None


def reaches(cue: Span, figure: Span, sentence: Span, text: str, between: Sequence[Span]) -> bool:
    """Tell whether nothing between `cue` and `figure` opens a clause that the cue says nothing about.

    `between` are the asides before the figure, which are passed over.
    """
    if cue.end <= figure.start:
        return _onward(cue, figure, sentence, text, between)
    return figure.end > cue.start or _backward(cue, figure, sentence, text)


def _onward(cue: Span, figure: Span, sentence: Span, text: str, between: Sequence[Span]) -> bool:
    if text.endswith(_HEARSAY, cue.start, cue.end) and _ONE_CLAUSE.fullmatch(text, cue.end, figure.start):
        return True
    first = _FRONTED.match(text, sentence.start, sentence.end)
    if first and cue.end <= first.end() <= figure.start:
        return False
    start = cue.end
    for aside in between:
        if start <= aside.start:
            if _ONWARD.search(text, start, aside.start):
                return False
            start = aside.end
    return _ONWARD.search(text, start, figure.start) is None


def _backward(cue: Span, figure: Span, sentence: Span, text: str) -> bool:
    if text.startswith("would", cue.start) and _AT_A_PRICE.fullmatch(text, sentence.start, figure.start):
        return text.startswith(", ", figure.end) and _BACKWARD.search(text, figure.end + 1, cue.start) is None
    if _SURPASSES.search(text, figure.end, cue.start) or _changes(cue, sentence, text):
        return False
    aim = text[cue.start : cue.end].lower() in words("semantic-fields", "aim")
    if aim and _OF_THE.fullmatch(text, figure.end, cue.start):
        return False
    if text.endswith(_RATES, figure.start, figure.end) and _ON_NEWS.fullmatch(text, figure.end, cue.start):
        return False
    relative = _ABOUT_IT.fullmatch(text, figure.end, cue.start) or _equated(cue, figure, sentence, text)
    relative = relative or _is_of_subject(cue, figure, sentence, text)
    return bool(relative) or _BACKWARD.search(text, figure.end, cue.start) is None


def _is_of_subject(cue: Span, figure: Span, sentence: Span, text: str) -> bool:
    """Tell whether the figure says how big the subject of the cue is, in an aside that ends at the cue."""
    ends = _ASIDE_ENDS.fullmatch(text, figure.end, cue.start)
    return ends is not None and _SUBJECT.fullmatch(text, sentence.start, figure.start) is not None


def _equated(cue: Span, figure: Span, sentence: Span, text: str) -> bool:
    """Tell whether what a figure is another way stands between it and its verb: "9,000 jobs, or 9% of all, will go"."""
    if _OR_SO.fullmatch(text, figure.end, cue.start):
        return True
    aside = _OR_BEFORE.search(text, sentence.start, figure.start) is not None
    return aside and _ASIDE_ENDS.fullmatch(text, figure.end, cue.start) is not None


def _changes(cue: Span, sentence: Span, text: str) -> bool:
    """Tell whether what stands before a plan is what is to change by it, and so already."""
    return _CHANGES.match(text, cue.end, sentence.end) is not None

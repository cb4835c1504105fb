"""Asides between commas that stand between a subject and its verb: "Revenue, $9 billion in 2024, is set to grow".

What an aside says belongs to the word before it, not to what the sentence goes on to say.
"""

from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.latest import latest
from kg.model import Span

_ASIDE = Construction(
    r"\s\((?:(?:{grammar:preposition}\s)?(?:which|whom)|who|whose)\s[^()]{3,110}\)|\s?—\s?[^—;:()]{3,110}—|\s[–-]\s[^—–;:()]{3,110}?\s[–-](?=\s)|,\s(?:the|an?|{role-noun|neighbours:maker}\sof|its|their|(?:{grammar:preposition}\s)?(?:which|whom)|who|whose|where|up|down|including|despite|amid|following|unlike|like|(?:(?:{grammar:adverb}|[a-z]+ly)\s){0,2}(?:[a-z]{2,}ed|(?![a-z]+\sas\s(?!(?:an?|the|its|their)\s)[a-z]){irregular-participle})\s(?:(?!(?:an?|the|its|their|it)\b)[a-z]+\s)?(?:by|in|as|for|on|at|to|with|from|under|after|through|against|alongside)|(?:once|now|still|already|[a-z]+ly)\s(?:an?|the|one|[a-z]+\sof)|[$€£¥]?\d+|[A-Z]\w+['’]s)\b[^,;:()]{3,110}(?:,\s(?:(?:and|or)\s)?[\w-]+(?:\s[\w-]+)?){0,3},"
    r"(?=\s(?:(?:in|for|during|over)\s(?:the|its|that|this)\s(?:[\w-]+\s){0,3}?{time-nouns:unit}\s)?(?:is|are|was|were|has|have|had|will|would|could|should|may|might|{grammar:finite}|[a-z]{3,}ed|already\s[a-z]{3,}s|"
    r"{forecasts:verb}|[a-z]{3,}(?<!s)s(?=\s(?:(?:for|an?|the|its|about|around|some|only|just|more|over|nearly|at)\s|{#amount}))|"
    r"to\s(?:be|{attain}))\b)"
)


@latest
def asides(sentence: Span, figure: Span, text: str) -> tuple[Span, ...]:
    """Return the asides of the sentence that end before `figure`, in order; kept, since many rules ask for them."""
    found = (Span(*match.span()) for match in _ASIDE.finditer(text, sentence.start, figure.end))
    return tuple(one for one in found if one.end <= figure.start)

"""Names that are all of a line: "Acme" as the heading over what is told of Acme."""

from kg.extract.rules.annotations import Name
from kg.model import Span

_AROUND = " \t:#*."


def heads(name: Name, sentence: Span, text: str) -> bool:
    """Tell whether `name` is the heading of the lines below: all of a `sentence` that ends its line."""
    return sentence.of(text).strip(_AROUND) == name.span.of(text) and text.startswith("\n", sentence.end)

"""What several stages ask of one text is worked out once: the last results are kept beside their arguments."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

_KEPT = 2


def latest(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Keep the last two results of `function`, a pure function of positional arguments, for the very same objects.

    Arguments are told apart by identity: hashing and comparing all sentences of a text costs more than most stages.
    Equal arguments that are other objects are worked out anew, to an equal result.
    """
    held: tuple[tuple[list[int], tuple[object, ...], Result], ...] = ()

    @wraps(function)
    def kept(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        nonlocal held
        asked = [*map(id, args)]
        for known, _, result in held:  # the arguments are held too, so that none other gets the identity of one
            if known == asked:
                return result
        result = function(*args, **kwargs)
        held = ((asked, args, result), *held[: _KEPT - 1])
        return result

    return kept

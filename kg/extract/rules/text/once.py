"""Properties worked out when first asked for: what most sentences and texts are never asked is never worked out."""

from collections.abc import Callable
from typing import Generic, TypeVar

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class once(Generic[Owner, Value]):  # noqa: N801 - used as a decorator, like `property`
    """Keep what a method returns under its own name in the instance, so that it is called once.

    This is `functools.cached_property` without the lock that Python 3.11 takes each time.
    """

    def __init__(self, method: Callable[[Owner], Value]) -> None:
        self._method = method
        self._name = method.__name__
        self.__doc__ = method.__doc__

    def __get__(self, instance: Owner, owner: type[Owner]) -> Value:
        value = instance.__dict__[self._name] = self._method(instance)
        return value

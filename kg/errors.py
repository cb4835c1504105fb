"""Errors that kg raises on purpose: each is one line that says what is wrong and what to do."""


class KgError(Exception):
    """Root of kg's own errors. The command line prints it as one line and exits with 2."""


class InputError(KgError):
    """A file or text that cannot be read: missing, unreadable, binary, malformed."""


class VocabularyError(KgError):
    """A vocabulary of a user's own that cannot be read or contradicts what kg knows."""


class UsageError(KgError):
    """A name, option or parameter that is not known or does not fit; the message lists what is."""


class StoreError(KgError):
    """A store that cannot be opened, is of another layout, is held by another process or is damaged."""


class QueryError(KgError):
    """A SPARQL query or a parameter that cannot be used."""


class ShapesError(KgError):
    """Shapes that cannot be used for validation."""


class PluginError(KgError):
    """An extractor, reader, exporter or store plug-in that is broken, duplicate or unknown."""

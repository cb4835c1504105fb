"""Finding SERVICE, with which a query has the store send requests of the asker's choice into its own network."""

from kg.store.keywords import keywords


def calls_others(sparql: str) -> bool:
    """Tell whether a query has the keyword SERVICE; of one that is malformed it may say so wrongly."""
    return "SERVICE" in keywords(sparql)

"""From a document's text to what it says: the reading wing."""

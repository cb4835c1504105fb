"""A user's own vocabulary: names and code-list words in Turtle files, laid over those that come with kg."""

"""Words from `ontology/`: code lists with the words that trigger them, and names with their aliases."""

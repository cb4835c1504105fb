"""Model to quads and back: the IRI policy and stable serialisation."""

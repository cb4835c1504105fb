"""The graph over HTTP: SPARQL protocol, stored queries as URLs, pages."""

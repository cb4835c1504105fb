"""Namespaces and the terms that code names. A test holds every term used here against `ontology/`."""

KG = "https://w3id.org/kg-news/ns#"
CODES = "https://w3id.org/kg-news/vocab/"
DATA = "https://w3id.org/kg-news/id/"
SCHEMA = "https://schema.org/"
PROV = "http://www.w3.org/ns/prov#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SH = "http://www.w3.org/ns/shacl#"
VANN = "http://purl.org/vocab/vann/"

PREFIXES = {
    "kg": KG,
    "v": CODES,
    "e": DATA,
    "schema": SCHEMA,
    "prov": PROV,
    "skos": SKOS,
    "dct": DCT,
    "oa": OA,
    "owl": OWL,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "sh": SH,
    "vann": VANN,
}

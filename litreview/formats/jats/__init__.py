"""JATS, the XML of journals: text, marked citations and references."""

"""Registers beside Crossref: who registered a DOI, and DataCite, PubMed, arXiv, Open Library and OpenAlex.

Each is asked by the numbers that it gives out, and each may be absent: then its part stays unknown.
"""

"""Records that are fields already: RIS, nbib, EndNote, CSL, tables, and what Crossref answers."""

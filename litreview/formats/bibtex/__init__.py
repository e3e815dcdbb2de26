"""BibTeX and biblatex: entries and their fields, accents, and works written back."""

"""RTF: what a reader sees of a text, with raised letters, notes and live citations."""

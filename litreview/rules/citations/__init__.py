"""In-text citations and the reference list (C1xx): one rule per file, found by scanning."""

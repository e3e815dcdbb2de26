"""Several articles side by side (L5xx): one rule per file, found by scanning."""

"""References and the records of the works they mean (M3xx): one rule per file, found by scanning."""

"""The reference list by itself (R2xx): one rule per file, found by scanning."""

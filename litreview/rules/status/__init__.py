"""What happened to a work after it appeared (S4xx): one rule per file, found by scanning."""

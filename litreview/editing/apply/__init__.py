"""Proposed corrections → the bytes of a file: only the words that change, every other byte as it was."""

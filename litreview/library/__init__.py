"""Matches → studies: works that are one are joined, versions stay apart but related, every study has a key.

Comes in: articles with their matches, a bibliography, or a DataFrame (``library.Library``). Goes out: studies
with stable keys, DataFrames, and records written to a file. No entry is lost, and nothing is asked of a source.
"""

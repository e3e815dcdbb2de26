"""Matches → studies: works that are one are joined, versions stay apart but related, each has a key.

Comes in: articles with their matches, a bibliography, or a DataFrame (``library.Library``). Goes out:
studies with stable keys, DataFrames, and records as a file. No entry is lost; no source is asked.
"""

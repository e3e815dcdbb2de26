"""Markdown and pandoc: the source as it is, its code, its citation keys."""

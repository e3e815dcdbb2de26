"""DocBook: articles and books of technical writers, and what pandoc writes."""

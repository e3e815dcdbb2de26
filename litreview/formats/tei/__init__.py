"""TEI: articles of digital editions, and what GROBID and pandoc write."""

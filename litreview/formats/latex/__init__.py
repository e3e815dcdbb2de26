"""LaTeX: the source as it is, what it cites, and the files it is put together from."""

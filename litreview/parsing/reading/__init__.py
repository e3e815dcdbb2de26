"""One entry's text → its fields: what patterns cut off, tokens, labels, and the steps that correct them."""

"""In-text citations: where they stand and what they name. The reference list is their witness."""

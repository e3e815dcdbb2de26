"""In-text citations: where they stand, what they name. The reference list, where there is one, is their witness."""

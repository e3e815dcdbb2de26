"""The machinery of rules: what one is, which there are, running them, placing and suppressing findings."""

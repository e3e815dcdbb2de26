"""Corrections: what a finding and its match prove, and how it is written into a file."""

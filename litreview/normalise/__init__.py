"""Strings in, clean values out. No I/O, no opinion about what is right: only one spelling per value."""

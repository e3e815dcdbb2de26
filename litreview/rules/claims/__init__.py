"""Sentences and the evidence behind them (E6xx): one rule per file, found by scanning."""

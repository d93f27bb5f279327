"""Figures on file: key-figure tables, events, and the matching of a claim to their rows."""

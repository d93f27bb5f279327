"""Figures inside other tools, and other tools inside Figures."""

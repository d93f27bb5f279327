"""From the text of a sentence to its quantities: one module for each step of the pass, led by ``scan``."""

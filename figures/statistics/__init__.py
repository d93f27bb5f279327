"""Statistics as papers and reports print them: found in text, recomputed, and held against what is printed.

``reported`` finds results of tests, ``recompute`` gives the p value that a statistic implies, ``assess`` holds the two
against each other; ``confidence`` does the same for estimates and their intervals. ``grim`` and ``sums`` are functions
on printed numbers alone: means that no whole numbers can have, and totals that their parts cannot give.
"""

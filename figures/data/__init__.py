"""Numbers held against tables: what they are taken for, which cells and sums they could be, and what those give."""

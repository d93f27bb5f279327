"""One module per command of ``figures``; each has ``run``, which returns the exit status."""

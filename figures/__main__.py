"""``python -m figures`` is the command ``figures``."""

from __future__ import annotations

from figures.cli import main

if __name__ == "__main__":
    main()

"""Columns that no name of theirs leads to, by words of what a data dictionary says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from figures.data.naming import may_be
from figures.data.words import forms, lexicon

if TYPE_CHECKING:
    from figures.data.candidates import Scene
    from figures.data.clauses import Frame
    from figures.data.columns import Wanted
    from figures.data.mentions import Mention
    from figures.data.naming import Naming

LEAST_WORDS = 2  # of a description
FIT, MOST_FIT = 0.45, 0.6  # too little to call a number wrong, see ``verdict.SURE``


def described(
    scene: Scene, mention: Mention, around: Frame, names: Sequence[Naming], *, amounts: bool
) -> Iterator[Wanted]:
    """Columns of whose descriptions several words stand beside a number, that no other description has."""
    from figures.data.columns import Wanted

    told = [naming for naming in names if naming.about]
    if not told:
        return
    shared = Counter(word for naming in told for word in naming.about)
    for naming in told:
        if not (naming.unit != "percent" if amounts else may_be(mention, naming, scene.words)):
            continue
        own = {word for word in naming.about if shared[word] == 1} - lexicon().neutral
        tokens = {k for k in around.near if scene.words[k].number is None and forms(scene.words[k].raw) & own}
        said = {word for k in tokens for word in forms(scene.words[k].raw) & own}
        if len(said) >= LEAST_WORDS:
            yield Wanted(naming, min(MOST_FIT, FIT + 0.05 * len(said)), frozenset(tokens))

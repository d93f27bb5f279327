"""The words of a clause as symbols, which ``shapes`` explains: "?" for one that was not understood."""

from __future__ import annotations

from collections.abc import Sequence

from figures.data.candidates import Scene
from figures.data.choice import Choice
from figures.data.index import MONTHS, content, pieces
from figures.data.mentions import Mention
from figures.data.naming import Naming
from figures.data.spell import Table
from figures.data.spoken import spoken
from figures.data.superlative_words import Superlative, vocabulary
from figures.data.words import Token, lexicon, stem
from figures.lexicon.english import FUNCTION_WORDS, VERBS

MEANS = frozenset({"average", "mean"})
SHARES = frozenset({"rate", "share", "percentage", "proportion", "ratio"})
SIGNS = frozenset({"$", "€", "£", "%", "percent", "-"})


def symbols(
    scene: Scene,
    table: Table,
    spot: Superlative,
    tokens: Sequence[int],
    name: Choice,
    other: Choice | None,
    rest: Sequence[Choice],
    naming: Naming | None,
) -> tuple[str, int]:
    """The row of symbols of a window, see ``shapes``, and where what is compared ends."""
    marks: dict[int, str] = {}
    for choice in rest:
        marks |= dict.fromkeys(choice.core, "T")
    marks |= dict.fromkeys(name.core, "N")
    marks |= dict.fromkeys(other.core if other is not None else (), "M")
    said = spoken(scene).get((table.name, naming.column), {}) if naming is not None else {}
    columns = {k for at in said.values() for k in at}
    inside = frozenset(tokens)
    if any(_of_those(scene.words, m, inside) for m in scene.mentions):
        return "?", spot.j
    numbers = [m for m in scene.mentions if m.i in inside and not m.named and m.i not in marks]
    label = next(iter(name.columns))
    nouns, rows = _nouns(scene, table, label, name, spot)
    own = "F" if spot.symbol == "S" and (spot.frequent or (spot.pieces and naming is None)) else spot.symbol
    spelled: list[tuple[str, int]] = []
    for k in tokens:
        symbol = "," if k < 0 else marks.get(k, "") if k not in range(spot.i, spot.j) else own
        symbol = symbol or _word(scene.words, k, naming, columns, numbers, nouns, rows)
        if spelled and symbol == spelled[-1][0] and symbol in "NMSFKOTL#":
            spelled[-1] = (symbol, k)
        else:
            spelled.append((symbol, k))
    end = spot.j
    for symbol, k in spelled:  # the span goes on to the words for what is compared
        if k >= spot.j and symbol in "CRQT" and spot.symbol in "SK":
            between = [mark for mark, n in spelled if spot.i <= n < k]
            end = k + 1 if set(between) <= set("SFKCRQTp ") else end
    return "".join(symbol for symbol, _ in spelled if symbol != " "), end


def _of_those(words: Sequence[Token], mention: Mention, inside: frozenset[int]) -> bool:
    """Whether a number tells how many were compared, and nothing says what: "of the two"."""
    if mention.i not in inside or mention.named or mention.unit == "ordinal":
        return False
    before = [words[k].low for k in range(max(0, mention.i - 2), mention.i)]
    return before[-1:] in (["of"], ["among"]) or before in (["of", "the"], ["among", "the"], ["of", "these"])


def _word(
    words: Sequence[Token],
    k: int,
    naming: Naming | None,
    columns: set[int],
    numbers: Sequence[Mention],
    nouns: frozenset[str],
    rows: frozenset[str],
) -> str:
    token, low = words[k], words[k].low
    if any(m.i <= k < m.j for m in numbers):
        return "#"
    if k in columns:
        return "C"
    if low in ("'s", "’s"):
        return "s"
    if naming is not None:
        unit = naming.unit
        if naming.per and token.stem in {stem(p) for p in _divisor(naming)}:
            return "C"
        if low in SHARES and (unit == "percent" or {"rate", "ratio", "share", "pct"} & set(pieces(naming.column))):
            return "C"
        if unit and (low == unit or token.stem in {stem(u) for u in lexicon().unit_names.get(unit, ())}):
            return " "
    if low in MEANS or low in SIGNS:
        return " "
    if token.stem in nouns:
        return "R"
    if token.stem in rows:
        return "Q"
    if low in ("by", "far") and {words[n].low for n in (k - 1, k + 1) if 0 <= n < len(words)} & {"by", "far"}:
        return " "
    plain = (
        low.isalpha() and low == token.raw and low not in FUNCTION_WORDS and VERBS.get(low, ("", "third"))[1] == "third"
    )
    if plain and any(m.j == k for m in numbers) and token.stem not in lexicon().groups:
        return " "  # "with 48 inches", "with 37 winners"
    known = vocabulary().symbols
    return (known[low] or " ") if low in known else "?"


def _divisor(naming: Naming) -> tuple[str, ...]:
    """ "per" and what follows it in the name of a column: per capita, of gdp_per_capita."""
    own = pieces(naming.column)
    return own[own.index("per", 1) :]


def _nouns(
    scene: Scene, table: Table, label: str, name: Choice, spot: Superlative
) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the nouns for what a name is, and for the rows."""
    rows = scene.index.nouns[table.name][0] | scene.index.words_of(table.name)
    nouns = set(content(label))
    nouns |= {stem(piece) for piece in pieces(label)}
    if label in scene.index.keys[table.name]:
        nouns |= rows
        if nouns & {stem(word) for word in lexicon().people}:
            nouns |= {stem(word) for word in lexicon().people}
    elif spot.frequent:
        nouns |= vocabulary().answers
    if table.columns[label].kind == "date":
        nouns |= {"month"} if len(name.where) == 2 else {"day"}
    if label in scene.index.years.get(table.name, ()):
        nouns |= {"year"}
    nouns -= {stem(month) for month in MONTHS}
    return frozenset(nouns), frozenset(rows) - nouns

"""What a binding may say of tables. Nothing of it is run as it stands; ``figures.binding.tables`` compiles it.

    binding     sum [ "where" condition ]             the condition holds for every aggregate
    sum         product { ("+" | "-") product }
    product     factor { ("*" | "/") factor }
    factor      number | aggregate | "(" sum ")" | "-" factor
    aggregate   ("sum" | "mean" | "median" | "min" | "max" | "count" | "distinct" | "value")
                "(" table [ "." column ] [ "where" condition ] ")"
    condition   all { "or" all }
    all         one { "and" one }
    one         column ("=" | "!=" | "<" | "<=" | ">" | ">=") literal
                | column "in" "(" literal { "," literal } ")" | "(" condition ")"
    literal     number | 'text' | word | 2025-03 | 2025-03-31

A name of several words stands in double quotes, a text of several words in single ones.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from fractions import Fraction

from msgspec import Struct

from figures.interval import Exact, whole
from figures.references.cells import shown

AGGREGATES = ("sum", "mean", "median", "min", "max", "count", "distinct", "value")
COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")
MAX_LENGTH, MAX_DEPTH = 1000, 20
_TOKEN = re.compile(
    r"\s*(?:(?P<date>[12]\d{3}-[01]\d(?:-[0-3]\d)?)(?![\w.-])|(?P<number>\d[\d,]{0,40}(?:\.\d{1,30})?)(?![\w])"
    r"|(?P<word>[^\W\d]\w{0,80})|'(?P<text>(?:[^']|''){0,300})'|\"(?P<name>[^\"]{1,120})\""
    r"|(?P<sign><=|>=|!=|<>|[-+*/().,=<>]))"
)


class ExpressionError(ValueError):
    """A binding that cannot be read or worked out; the message says what was wanted and what was got."""


class Comparison(Struct, frozen=True):
    column: str
    sign: str  # one of COMPARISONS
    value: Exact | str


class Any(Struct, frozen=True):
    """At least one of these holds."""

    parts: tuple[Condition, ...]


class All(Struct, frozen=True):
    """All of these hold."""

    parts: tuple[Condition, ...]


Condition = Comparison | Any | All


class Aggregate(Struct, frozen=True):
    kind: str  # one of AGGREGATES
    table: str
    column: str = ""  # "" for the rows themselves
    where: Condition | None = None


Tree = Exact | Aggregate | tuple[str, "Tree", "Tree"]


def parse(text: str) -> Tree:
    """The expression in a binding. Raises ExpressionError."""
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"at most {MAX_LENGTH:,} characters are wanted; got {len(text):,}; shorten it")
    parser = _Parser(_tokens(text))
    tree = parser.sum(0)
    condition = parser.where()
    if parser.kind():
        raise ExpressionError(f"the end is wanted; got {shown(parser.take())}; text of several words stands in quotes")
    if not _aggregates(tree):
        raise ExpressionError(f"an aggregate such as sum(table.column) is wanted; got {shown(text)}")
    return tree if condition is None else _everywhere(tree, condition)


def _aggregates(tree: Tree) -> bool:
    return isinstance(tree, Aggregate) or (isinstance(tree, tuple) and (_aggregates(tree[1]) or _aggregates(tree[2])))


def _everywhere(tree: Tree, condition: Condition) -> Tree:
    if isinstance(tree, Aggregate):
        where = condition if tree.where is None else All((tree.where, condition))
        return Aggregate(tree.kind, tree.table, tree.column, where)
    if isinstance(tree, tuple):
        return (tree[0], _everywhere(tree[1], condition), _everywhere(tree[2], condition))
    return tree


def _tokens(text: str) -> list[tuple[str, str]]:
    found, at = [], 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            raise ExpressionError(
                f"names, numbers, texts in quotes and signs are wanted; got {shown(text[at:].strip())}"
            )
        kind = match.lastgroup or ""
        given = match.group(kind)
        if kind == "sign":
            found.append(("!=" if given == "<>" else given, "!=" if given == "<>" else given))
        else:
            found.append((kind, given.replace("''", "'") if kind == "text" else given))
        at = match.end()
    return found


class _Parser:
    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens, self.at = tokens, 0

    def kind(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def word(self) -> str:
        """The word that comes next, in small letters; "" for anything else."""
        return self.tokens[self.at][1].lower() if self.kind() == "word" else ""

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1][1]

    def expect(self, sign: str, what: str) -> None:
        if self.kind() != sign:
            raise ExpressionError(f"{what} is wanted; got {shown(self.take()) if self.kind() else 'the end'}")
        self.take()

    def name(self, what: str) -> str:
        if self.kind() not in ("word", "name"):
            raise ExpressionError(f"{what} is wanted; got {shown(self.take()) if self.kind() else 'the end'}")
        return self.take()

    def sum(self, depth: int) -> Tree:
        if depth > MAX_DEPTH:
            raise ExpressionError(f"at most {MAX_DEPTH} brackets inside each other are wanted; got more")
        tree = self.product(depth)
        while self.kind() in ("+", "-"):
            tree = (self.take(), tree, self.product(depth))
        return tree

    def product(self, depth: int) -> Tree:
        tree = self.factor(depth)
        while self.kind() in ("*", "/"):
            tree = (self.take(), tree, self.factor(depth))
        return tree

    def factor(self, depth: int) -> Tree:
        if self.kind() == "number":
            return _number(self.take())
        if self.kind() == "-" and depth <= MAX_DEPTH:
            self.take()
            return ("-", 0, self.factor(depth + 1))
        if self.kind() == "(":
            self.take()
            tree = self.sum(depth + 1)
            self.expect(")", "a closing bracket")
            return tree
        return self.aggregate(depth)

    def aggregate(self, depth: int) -> Aggregate:
        kind = self.word()
        if kind not in AGGREGATES:
            near = get_close_matches(kind, AGGREGATES, 1) if kind else []
            got = shown(self.take()) if self.kind() else "the end"
            hint = f"; did you mean {near[0]}?" if near else ""
            raise ExpressionError(f"one of {', '.join(AGGREGATES)}, or a number, is wanted; got {got}{hint}")
        self.take()
        self.expect("(", f"a bracket behind {kind}, as in {kind}(table.column),")
        table, column = self.name("the name of a table"), ""
        if self.kind() == ".":
            self.take()
            column = self.name("the name of a column")
        elif kind != "count":
            raise ExpressionError(f"a column is wanted, as in {kind}({table}.column); got none")
        where = self.where(depth + 1)
        self.expect(")", "a closing bracket")
        return Aggregate(kind, table, column, where)

    def where(self, depth: int = 0) -> Condition | None:
        if self.word() != "where":
            return None
        self.take()
        return self.condition(depth)

    def condition(self, depth: int) -> Condition:
        if depth > MAX_DEPTH:
            raise ExpressionError(f"at most {MAX_DEPTH} brackets inside each other are wanted; got more")
        parts = [self.all(depth)]
        while self.word() == "or":
            self.take()
            parts.append(self.all(depth))
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def all(self, depth: int) -> Condition:
        parts = [self.one(depth)]
        while self.word() == "and":
            self.take()
            parts.append(self.one(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def one(self, depth: int) -> Condition:
        if self.kind() == "(":
            self.take()
            condition = self.condition(depth + 1)
            self.expect(")", "a closing bracket")
            return condition
        column = self.name("the name of a column")
        if self.word() == "in":
            self.take()
            self.expect("(", "a bracket behind in")
            values = [self.literal()]
            while self.kind() == ",":
                self.take()
                values.append(self.literal())
            self.expect(")", "a closing bracket")
            return Any(tuple(Comparison(column, "=", value) for value in values))
        if self.kind() not in COMPARISONS:
            got = shown(self.take()) if self.kind() else "the end"
            raise ExpressionError(f"one of {' '.join(COMPARISONS)} or in is wanted behind {column}; got {got}")
        return Comparison(column, self.take(), self.literal())

    def literal(self) -> Exact | str:
        sign = 1
        if self.kind() == "-":
            self.take()
            sign = -1
        kind = self.kind()
        if kind == "number":
            return _number(self.take()) * sign
        if kind in ("text", "date", "word") and sign > 0:
            return self.take()
        raise ExpressionError(f"a number or a text is wanted; got {shown(self.take()) if kind else 'the end'}")


def _number(text: str) -> Exact:
    return whole(Fraction(text.rstrip(",").replace(",", "")))

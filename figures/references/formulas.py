"""Figures worked out from others on file: ``displaced | uprooted = inside + 'registered refugees'``.

    formula   name { "|" alias } [ "[" unit "]" ] "=" sum
    sum       product { ("+" | "-") product }
    product   factor { ("*" | "/") factor }
    factor    number | name | "(" sum ")" | "-" factor

A name is a metric of the table: in quotes, or as one word in which _ stands for a blank. Nothing of it is run; it is
worked out on exact intervals, so that the result is as good as its operands.
"""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

from figures.interval import Exact, Interval, point, whole
from figures.references import cells

MAX_LENGTH, MAX_DEPTH = 500, 20
_TOKEN = re.compile(r"\s*(?:(\d[\d,]*(?:\.\d+)?)|([^\W\d]\w{0,60})|'([^']{1,200})'|\"([^\"]{1,200})\"|([-+*/()]))")

Tree = Exact | str | tuple[str, "Tree", "Tree"]  # a number, a metric, or an operation


class FormulaError(ValueError):
    """A formula that cannot be read, or worked out; the message says what was wanted and what was got."""


class Formula(Struct, frozen=True):
    metric: str
    tree: Tree
    text: str  # the right hand side as written
    aliases: tuple[str, ...] = ()
    unit: str = ""  # "": that of its operands, which must be the same


def parse(text: str) -> Formula:
    """A formula as it stands in a rule file. Raises FormulaError."""
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"a formula of at most {MAX_LENGTH} characters is wanted; got {len(text):,}; shorten it")
    left, sign, right = text.partition("=")
    named = re.fullmatch(r"([^\[\]]{1,400}?)\s*(?:\[([^\[\]]{1,60})\])?\s*", left)
    if not sign or named is None:
        raise FormulaError(f"metric = formula is wanted, as displaced = inside + abroad; got {cells.shown(text)}")
    names = [" ".join(name.split()) for name in named.group(1).split("|")]
    if not all(names):
        raise FormulaError(f"a metric before the = is wanted; got {cells.shown(left)}; name it")
    parser = _Parser(_tokens(right), right)
    tree = parser.sum(0)
    parser.end()
    return Formula(names[0], tree, " ".join(right.split()), tuple(names[1:]), (named.group(2) or "").strip())


def names(tree: Tree) -> list[str]:
    """The metrics that a formula is worked out from, in the order they stand, each once."""
    if isinstance(tree, tuple):
        return list(dict.fromkeys([*names(tree[1]), *names(tree[2])]))
    return [tree] if isinstance(tree, str) else []


def value(tree: Tree, given: dict[str, Interval]) -> Interval:
    """What it comes to. A metric that stands twice counts as two. Raises FormulaError for a division by nothing but
    zero, and KeyError for a metric that is not given."""
    if isinstance(tree, str):
        return given[tree]
    if not isinstance(tree, tuple):
        return point(tree)
    operation, left, right = tree[0], value(tree[1], given), value(tree[2], given)
    if operation == "+":
        return left + right
    if operation == "-":
        return left - right
    if operation == "*":
        return left * right
    try:
        return left / right
    except ZeroDivisionError:
        raise FormulaError("a division by zero cannot be worked out") from None


def unit(tree: Tree, given: dict[str, str]) -> str:
    """The unit of the result; "" for a bare number. Raises FormulaError where it cannot be told."""
    if isinstance(tree, str):
        return given[tree]
    if not isinstance(tree, tuple):
        return ""
    operation, left, right = tree[0], unit(tree[1], given), unit(tree[2], given)
    if operation in "+-":
        if left != right:
            raise FormulaError(f"{left or 'a number'} and {right or 'a number'} do not add up; give the unit as [unit]")
        return left
    if not right or (operation == "*" and not left):
        return left or right
    if operation == "/" and left == right:
        return ""
    raise FormulaError(f"the unit of {left or 'a number'} {operation} {right} is not known; give it as [unit]")


def _tokens(text: str) -> list[tuple[str, str]]:
    found, at = [], 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            raise FormulaError(f"names, numbers, + - * / and brackets are wanted; got {cells.shown(text[at:].strip())}")
        number, word, single, double, sign = match.groups()
        if number:
            found.append(("number", number))
        elif sign:
            found.append((sign, sign))
        else:
            found.append(("name", single or double or word.replace("_", " ")))
        at = match.end()
    return found


class _Parser:
    def __init__(self, tokens: list[tuple[str, str]], text: str) -> None:
        self.tokens, self.text, self.at = tokens, text, 0

    def peek(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1][1]

    def end(self) -> None:
        if self.peek():
            raise FormulaError(
                f"an operator is wanted; got {cells.shown(self.take())}; write a name of two words in quotes"
            )

    def sum(self, depth: int) -> Tree:
        if depth > MAX_DEPTH:
            raise FormulaError(f"at most {MAX_DEPTH} brackets inside each other are wanted; got more")
        tree = self.product(depth)
        while self.peek() in ("+", "-"):
            tree = (self.take(), tree, self.product(depth))
        return tree

    def product(self, depth: int) -> Tree:
        tree = self.factor(depth)
        while self.peek() in ("*", "/"):
            tree = (self.take(), tree, self.factor(depth))
        return tree

    def factor(self, depth: int) -> Tree:
        kind = self.peek()
        if kind == "name":
            return self.take()
        if kind == "number":
            return whole(Fraction(self.take().replace(",", "")))
        if kind == "-" and depth <= MAX_DEPTH:
            self.take()
            return ("-", 0, self.factor(depth + 1))
        if kind == "(":
            self.take()
            tree = self.sum(depth + 1)
            if self.peek() == ")":
                self.take()
                return tree
            raise FormulaError(
                "a closing bracket is wanted; got the end" if not self.peek() else "a bracket is not closed"
            )
        raise FormulaError(f"a name or a number is wanted; got {cells.shown(self.take()) if kind else 'the end'}")

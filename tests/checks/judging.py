"""Texts in, verdicts of one kind of check out."""

from __future__ import annotations

from datetime import date

from figures import readers
from figures.checks import CHECKS, Context
from figures.claims import read_claims
from figures.document import Document
from figures.findings import Finding
from figures.relations import relate
from figures.rules import Rule, Rulebook

DAY = date(2023, 3, 20)  # a Monday


def rule(kind: str, message: str = "", severity: str = "error", **params: object) -> Rule:
    return Rule(f"test/{kind}", kind, kind, severity, message, "", "", (), params, "test.yaml", 1)


def context(text: str, day: date | None = DAY, book: Rulebook | None = None, path: str = "text.md") -> Context:
    document = readers.read(path, text.encode(), date=day)
    claims = read_claims(document).claims
    return Context(document, claims, relate(document, claims), book or Rulebook())


def judge(kind: str, text: str, day: date | None = DAY, **params: object) -> list[Finding]:
    return CHECKS[kind](context(text, day), rule(kind, **params))


def one(kind: str, text: str, day: date | None = DAY) -> Finding:
    """The only verdict of a kind on a text."""
    (found,) = judge(kind, text, day)
    return found


def at(document: Document, finding: Finding) -> str:
    return document.text[finding.span.start : finding.span.end]

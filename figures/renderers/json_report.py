"""The report for machines, as ``report.schema.json`` beside this file describes it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from figures.document import Span
from figures.findings import Derivation, Finding, Operand, Problem, Reference, Relation, Report
from figures.interval import Exact, Interval
from figures.quantity import Claim, Phrase, Quantity, Rejected
from figures.renderers import Options
from figures.renderers.notation import exact_string
from figures.renderers.places import Places
from figures.renderers.summary import all_problems, results_of, summarise, verdict_of

SCHEMA_VERSION = "1"  # goes up when a consumer of the old one would break
# Besides what JSON itself escapes: what a terminal may act on, and half surrogate pairs, which no encoding carries.
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def render(reports: Sequence[Report], options: Options) -> str:
    """JSON, two blanks deep, keys in a fixed order; the same input gives the same bytes."""
    return dumps(to_dict(reports, options), indent=2) + "\n"


def dumps(data: Any, indent: int | None = None) -> str:
    """JSON in Unicode, fit to be printed: what a terminal could act on is escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def to_dict(reports: Sequence[Report], options: Options) -> dict[str, Any]:
    """The whole report as plain data. Exact numbers are strings: "4500000", "0.025", "2/3"."""
    from figures import __version__

    summary = summarise(reports, options)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "figures", "version": __version__},
        "summary": {
            "documents": summary.documents,
            "claims": summary.claims,
            "checked": summary.checked,
            "unchecked": summary.unchecked,
            "rejected": summary.rejected,
            "findings": summary.severities,
            "verdicts": summary.verdicts,
            "problems": summary.problems + summary.data,
            "unreadable": summary.unreadable,
        },
        "documents": [_report(report) for report in reports],
        "problems": [_problem(problem) for problem in (*all_problems(reports, options), *dict.fromkeys(options.data))],
        "unreadable": [_problem(problem) for problem in options.unreadable],
    }


def _report(report: Report) -> dict[str, Any]:
    document, places = report.document, Places(report.document)
    own, other = results_of(report)
    found = set(map(id, report.findings))
    unchecked = set(report.unchecked)
    return {
        "path": document.path,
        "media_type": document.media_type,
        "title": document.title,
        "date": document.date.isoformat() if document.date else None,
        "date_from": document.date_from,
        "rules_digest": report.rules_digest,
        "claims": [
            {
                "index": index,
                "verdict": verdict_of(own[index], other[index]),
                "checked": index not in unchecked,
                **claim(places, given),
            }
            for index, given in enumerate(report.claims)
        ],
        "findings": [_finding(places, finding) for finding in report.findings],
        "other_results": [_finding(places, result) for result in report.results if id(result) not in found],
        "unchecked": list(report.unchecked),
        "relations": [_relation(places, relation) for relation in report.relations],
        "rejected": [rejected(places, given) for given in report.rejected],
        "problems": [_problem(problem) for problem in report.problems],
    }


def claim(places: Places, given: Claim) -> dict[str, Any]:
    """One claim, its quantity first."""
    return {
        "place": place(places, given.quantity.span),
        "quantity": _quantity(places, given.quantity),
        "sentence": {
            "text": places.sentence(given.sentence, given.block),
            "place": place(places, given.sentence),
        },
        "block": given.block,
        "counted": _phrase(places, given.counted),
        "counted_from": given.counted_from,
        "whole": _phrase(places, given.whole),
        "subject": _phrase(places, given.subject),
        "predicate": _phrase(places, given.predicate),
        "where": _phrase(places, given.place),
        "time": _phrase(places, given.time),
        "as_of": given.as_of.isoformat() if given.as_of else None,
        "source": _phrase(places, given.source),
        "quoted": given.quoted,
        "hypothetical": given.hypothetical,
    }


def _quantity(places: Places, given: Quantity) -> dict[str, Any]:
    return {
        "text": given.text,
        "number": place(places, given.number),
        "value": exact_string(given.value),
        "high": _exact(given.high),
        "unit": given.unit,
        "kind": given.kind,
        "bound": given.bound,
        "qualifier": given.qualifier,
        "direction": given.direction,
        "role": given.role,
        "resolution": exact_string(given.resolution),
        "high_resolution": _exact(given.high_resolution),
        "decimal": given.decimal,
        "vague": given.vague,
        "precise": given.precise,
        "stated": interval(given.stated),
        "implied": interval(given.implied),
    }


def rejected(places: Places, given: Rejected) -> dict[str, Any]:
    """One numeral that is not a quantity."""
    return {"place": place(places, given.span), "text": given.text, "reason": given.reason}


def interval(given: Interval) -> dict[str, Any]:
    """Both ends, null where there is none; ``lo_open`` says that ``lo`` itself is not in it."""
    return {"lo": _exact(given.lo), "hi": _exact(given.hi), "lo_open": given.lo_open, "hi_open": given.hi_open}


def place(places: Places, span: Span) -> dict[str, int]:
    """Offsets in code points, end exclusive; lines and columns from 1, the end's column exclusive too."""
    line, column = places.position(span.start)
    end_line, end_column = places.position(span.end)
    return {
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }


def _finding(places: Places, given: Finding) -> dict[str, Any]:
    return {
        "rule": given.rule,
        "verdict": given.verdict,
        "degree": given.degree or None,
        "severity": given.severity or None,
        "fingerprint": given.fingerprint,
        "place": place(places, given.span),
        "message": given.message,
        "says": given.says,
        "reads": given.reads,
        "against": given.against,
        "fix": given.fix,
        "evidence": given.evidence,
        "claims": list(given.claims),
        "references": [_reference(row) for row in given.references],
        "derivation": _derivation(places, given.derivation) if given.derivation else None,
    }


def _derivation(places: Places, given: Derivation) -> dict[str, Any]:
    return {
        "operands": [_operand(places, operand) for operand in given.operands],
        "formula": given.formula,
        "unit": given.unit,
        "expected": interval(given.expected),
        "stated": interval(given.stated),
        "implied": interval(given.implied) if given.implied else None,
        **({"names": {"expected": given.names[0], "stated": given.names[1]}} if given.names is not None else {}),
    }


def _operand(places: Places, given: Operand) -> dict[str, Any]:
    return {
        "label": given.label,
        "text": given.text,
        "interval": interval(given.interval),
        "place": place(places, given.span) if given.span else None,
    }


def _reference(given: Reference) -> dict[str, Any]:
    return {
        "table": given.table,
        "line": given.line,
        "metric": given.metric,
        "text": given.text,
        "value": interval(given.value),
        "unit": given.unit,
        "place": given.place,
        "as_of": given.as_of.isoformat() if given.as_of else None,
        "source": given.source,
        "url": given.url,
    }


def _relation(places: Places, given: Relation) -> dict[str, Any]:
    return {
        "kind": given.kind,
        "claims": list(given.claims),
        "evidence": given.evidence,
        "place": place(places, given.span),
    }


def _phrase(places: Places, given: Phrase | None) -> dict[str, Any] | None:
    return None if given is None else {"text": given.text, "head": given.head, "place": place(places, given.span)}


def _problem(given: Problem) -> dict[str, str]:
    return {"where": given.where, "message": given.message}


def _exact(value: Exact | None) -> str | None:
    return None if value is None else exact_string(value)

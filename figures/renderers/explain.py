"""What a rule is for, and how each number on a line was read, for people who want to know why."""

from __future__ import annotations

from figures import words
from figures.document import Span
from figures.findings import Finding, Relation, Report
from figures.quantity import Claim, Phrase, Quantity
from figures.renderers.facts import evidence, facts, happened, relation_words
from figures.renderers.notation import exact_string, notation
from figures.renderers.places import Places
from figures.renderers.summary import results_of
from figures.renderers.text import excerpt, one_line, visible
from figures.rounding import granularity
from figures.rules import Example, Rule

BOUNDS = {
    "=": "no bound",
    "~": "about",
    "<": "below",
    "<=": "at most",
    ">": "above",
    ">=": "at least",
    "range": "from the lower end to the higher",
}
# A linter's line is at most this wide where nobody says how wide the terminal is.
WIDTH = 100
INDENT = "    "


def explain_rule(rule: Rule) -> str:
    """Name, kind, severity, reason, source and examples of a rule, and the file that holds it."""
    trips = [example for example in rule.examples if example.verdict not in ("silent", "consistent")]
    passes = [example for example in rule.examples if example.verdict in ("silent", "consistent")]
    lines = [
        f"{rule.id}: {rule.name}",
        "",
        f"  what     {rule.message}",
        f"  why      {rule.why}",
        f"  source   {rule.source}",
        f"  severity {rule.severity}",
        f"  kind     {rule.kind}",
        *(f"  {name}: {_parameter(value)}" for name, value in sorted(rule.params.items())),
        f"  defined  {rule.path}:{rule.line}",
    ]
    lines = [one_line_keep_indent(line) for line in lines]
    for heading, examples in (("Trips on:", trips), ("Does not trip on:", passes)):
        if examples:
            lines += ["", heading]
            lines += [f"  - {_example(example)}" for example in examples]
    return "\n".join(lines) + "\n"


def one_line_keep_indent(line: str) -> str:
    body = line.lstrip(" ")
    return line[: len(line) - len(body)] + visible(" ".join(body.split("\n")))


def _parameter(value: object) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(_parameter(item) for item in value)
    return str(value)


def _example(example: Example) -> str:
    dated = f" [written on {example.date}]" if example.date else ""
    return f"{one_line(example.text)}{dated} → {example.verdict.replace('_', ' ')}"


def explain_line(report: Report, line: int) -> str:
    """How each number on ``line`` (from 1) was read and judged, and why the other numerals there are no quantities.

    Raises ValueError when the document has no such line.
    """
    document, places = report.document, Places(report.document)
    lines = document.text.count("\n") + 1
    if not 1 <= line <= lines:
        raise ValueError(f"{document.path}: there is no line {line}; the last one is {lines}")
    own, other = results_of(report)
    parts: list[tuple[Span, str]] = []
    for index, claim in enumerate(report.claims):
        if _touches(places, claim.quantity.span, line):
            parts.append((claim.quantity.span, _claim(report, places, index, own[index], other[index])))
    for given in report.rejected:
        if _touches(places, given.span, line):
            parts.append((given.span, f"{_head(places, given.span)}{INDENT}not a quantity: {one_line(given.reason)}\n"))
    loose = [result for result in report.results if not result.claims and _touches(places, result.span, line)]
    parts += [(result.span, _head(places, result.span) + _result(report, places, result)) for result in loose]
    if not parts:
        return f"{visible(document.path)}:{line}: no number is written on this line\n"
    parts.sort(key=lambda part: part[0])
    return "\n".join(text for _, text in parts)


def _touches(places: Places, span: Span, line: int) -> bool:
    return places.position(span.start)[0] <= line <= places.position(max(span.start, span.end - 1))[0]


def _head(places: Places, span: Span) -> str:
    """Place, line and carets."""
    line, column = places.position(span.start)
    start, source = places.line(span.start)
    shown, carets = excerpt(source, span.start - start, min(span.end - start, len(source)), WIDTH)
    return f"{visible(places.document.path)}:{line}:{column}\n{INDENT}{shown}\n{INDENT}{carets}\n"


def _claim(report: Report, places: Places, index: int, own: list[Finding], other: list[Finding]) -> str:
    claim = report.claims[index]
    quantity = claim.quantity
    rows = [
        ("written", f"“{quantity.text}”, the numeral “{_source(report, quantity.number)}”"),
        ("value", _value(quantity)),
        ("bound", _bound(quantity)),
        ("resolution", _resolution(quantity)),
        (
            "stated",
            f"{words.stated(quantity)}   {notation(words.as_counted(quantity, quantity.stated))}",
        ),
    ]
    reads = words.reads(claim)
    rows.append(
        ("implied", f"{reads}   {notation(words.as_counted(quantity, quantity.implied))}" if reads else "the same")
    )
    rows += [
        ("unit", f"{quantity.unit or 'none'} ({quantity.kind})"),
        ("counts", _counts(claim)),
        ("part of", _phrase(claim.whole)),
        ("about", _phrase(claim.subject)),
        ("happened", happened(claim)),
        ("where", _phrase(claim.place)),
        ("when", _when(claim)),
        ("says so", _phrase(claim.source) + (" (in quotation marks)" if claim.quoted else "")),
        ("said to be", "possible, not so" if claim.hypothetical else ""),
    ]
    text = _head(places, quantity.span)
    text += "".join(f"{INDENT}{label + ':':<12}{one_line(fact)}\n" for label, fact in rows if fact.strip())
    for relation in report.relations:
        if index in relation.claims:
            text += f"{INDENT}{'relation:':<12}{_relation(report, places, index, relation)}\n"
    if not own and not other:
        text += f"{INDENT}{'verdict:':<12}unchecked; nothing to hold it against\n"
    for result in (*own, *other):
        text += _result(report, places, result)
    return text


def _result(report: Report, places: Places, result: Finding) -> str:
    severity = f"{result.severity}: " if result.severity else ""
    text = f"{INDENT}{'rule:':<12}{visible(result.rule)}: {severity}{one_line(result.message)}\n"
    return text + "".join(
        f"{INDENT}  {label + ':':<10}{one_line(fact)}\n" for label, fact in facts(report, places, result)
    )


def _relation(report: Report, places: Places, index: int, relation: Relation) -> str:
    """ "part of “14 million cattle” at 5:3, shown by “of them”"."""
    stands, others = relation_words(relation, index)
    named = []
    for other in others:
        quantity = report.claims[other].quantity
        line, column = places.position(quantity.span.start)
        named.append(f"“{one_line(quantity.text)}” at {line}:{column}")
    shown = one_line(evidence(report.document, relation))
    return f"{stands} {', '.join(named)}".rstrip() + (f" {shown}" if shown[:1] == "(" else shown)


def _source(report: Report, span: Span) -> str:
    return " ".join(report.document.text[span.start : span.end].split())


def _value(quantity: Quantity) -> str:
    if quantity.high is not None:
        return f"{exact_string(quantity.value)} to {exact_string(quantity.high)}"
    return exact_string(quantity.value)


def _bound(quantity: Quantity) -> str:
    parts = [BOUNDS.get(quantity.bound, quantity.bound)]
    if quantity.qualifier:
        parts.append(f"by the qualifier “{quantity.qualifier}”")
    if quantity.direction:
        parts.append(f"going {quantity.direction}")
    if quantity.role:
        parts.append(f"the “{quantity.role}” of a change")
    if quantity.vague:
        parts.append("an order of magnitude only")
    if quantity.precise:
        parts.append("beside numbers that are not round, so not rounded")
    return ", ".join(parts)


def _resolution(quantity: Quantity) -> str:
    text = f"{words.number(quantity.resolution)} (the place of the last digit as written)"
    if quantity.decimal:
        return f"{text}, with a decimal point"
    grain = granularity(quantity.value, quantity.resolution)
    return f"{text}; granularity {words.number(grain)}"


def _counts(claim: Claim) -> str:
    text = _phrase(claim.counted)
    how = {"elided": "taken from what stands before", "others": "others than those before"}.get(claim.counted_from, "")
    return f"{text} ({how})" if text and how else text


def _when(claim: Claim) -> str:
    as_of = f"as of {claim.as_of.isoformat()}" if claim.as_of else ""
    return ", ".join(part for part in (_phrase(claim.time), as_of) if part)


def _phrase(phrase: Phrase | None) -> str:
    return "" if phrase is None else phrase.text

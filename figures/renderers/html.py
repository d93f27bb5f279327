"""The report as one HTML page that needs nothing else: no script, no file, no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from figures import words
from figures.document import Span
from figures.findings import Finding, Report
from figures.renderers import Options
from figures.renderers.cards import claim_card, day_words, loose_card, where
from figures.renderers.facts import VERDICT_WORDS, verdict
from figures.renderers.marks import Mark, pieces
from figures.renderers.places import Places, to_block
from figures.renderers.summary import WORST, all_problems, results_of, summarise, verdict_of
from figures.renderers.text import visible
from figures.rules import Rule

TEMPLATES = Path(__file__).resolve().parent / "templates"
KIND_WORDS = {"text/plain": "text", "text/markdown": "Markdown", "text/html": "HTML"}


def render(reports: Sequence[Report], options: Options) -> str:
    """The page, complete. The same reports give the same bytes."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    summary = summarise(reports, options)
    documents = [_document(number, report, options.rules) for number, report in enumerate(reports, 1)]
    page = environment.get_template("report.html.j2").render(
        title=options.title or _title(reports),
        css=Markup((TEMPLATES / "report.css").read_text(encoding="utf-8")),
        summary=summary,
        line=summary.line(),
        deck=_deck(documents, sum(len(document["loose"]) for document in documents), summary.rejected),
        documents=documents,
        problems=all_problems(reports, options),
        unreadable=options.unreadable,
        in_data=tuple(dict.fromkeys(options.data)),
        verdicts=[(name, VERDICT_WORDS[name]) for name in WORST],
        counted=words.counted,
    )
    return page.rstrip() + "\n"


def _finalize(value: Any) -> Any:
    """Whatever text the template prints has its control characters made visible first."""
    return visible(value, keep="\n\t") if isinstance(value, str) and not isinstance(value, Markup) else value


def _title(reports: Sequence[Report]) -> str:
    if len(reports) == 1:
        return reports[0].document.title or reports[0].document.path
    return f"The numbers in {words.counted(len(reports), 'document')}"


def _deck(documents: Sequence[Mapping[str, Any]], loose: int, rejected: int) -> str:
    """One sentence on the whole run, over numbers marked in the text."""
    total = {name: sum(document["counts"][name] for document in documents) for name in WORST}
    claims = sum(total.values())
    found = words.counted(loose, f"{'more ' if claims else ''}finding is", f"{'more ' if claims else ''}findings are")
    more = f" {found} on other words, such as a date." if loose else ""
    if not claims:
        return f"No number was found that claims anything.{more}"
    parts = [
        f"{total[name]:,} {one if total[name] == 1 else many}"
        for name, one, many in (
            ("inconsistent", "does not fit", "do not fit"),
            ("misleading", "misleads", "mislead"),
            ("not_comparable", "could not be compared", "could not be compared"),
            ("involved", "is part of a finding on another", "are part of a finding on another"),
            ("consistent", "holds", "hold"),
            ("unchecked", "was held against nothing", "were held against nothing"),
        )
        if total[name]
    ]
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    left = f" {words.counted(rejected, 'numeral is no quantity', 'numerals are no quantities')}." if rejected else ""
    return f"Of {words.counted(claims, 'number')}, {listed}.{more}{left}"


def _document(number: int, report: Report, rules: Mapping[str, Rule]) -> dict[str, Any]:
    """Everything that the template needs of one document.

    Anchors are in pairs, in the text and below it: t and c of a claim, g and f of a finding without one, x and r of a
    numeral that is not a quantity.
    """
    document, places = report.document, Places(report.document)
    own, other = results_of(report)
    verdicts = [verdict_of(mine, theirs) for mine, theirs in zip(own, other, strict=True)]
    loose = [result for result in report.findings if not result.claims]
    located = _Located(report, places, number)
    cards = []
    for index, claim in enumerate(report.claims):
        located.claim(index, verdicts[index])
        cards.append(claim_card(number, index, report, places, claim, verdicts[index], own[index], other[index], rules))
    loose_cards = []
    for index, result in enumerate(loose):
        located.loose(index, result)
        loose_cards.append(loose_card(number, index, report, places, result, rules))
    for index in range(len(report.rejected)):
        located.rejected(index)
    counts = {name: verdicts.count(name) for name in WORST}
    listed = {name: counts[name] + sum(result.verdict == name for result in loose) for name in WORST}
    notes = _notes(number, report, places)
    return {
        "id": f"d{number}",
        "number": number,
        "title": document.title or document.path,
        "path": document.path,
        "date": document.date.isoformat() if document.date else "",
        "date_words": day_words(document.date) if document.date else "",
        "date_from": document.date_from or "",
        "media": KIND_WORDS.get(document.media_type, document.media_type),
        "digest": report.rules_digest,
        "counts": counts,
        "listed": listed,
        "claims": len(report.claims),
        "bar": _bar(listed),
        "pieces": [
            (piece, [note for block in piece.blocks for note in notes.get(block, ())])
            for piece in pieces(document, located.marks)
        ],
        "loose": loose_cards,
        "attention": [card for card, mine in zip(cards, own, strict=True) if _needs_a_look(card, mine)],
        **{
            name: [c for c, mine in zip(cards, own, strict=True) if c["verdict"] == name and not _needs_a_look(c, mine)]
            for name in ("involved", "consistent", "unchecked")
        },
        "rejected": [
            {
                "id": f"r{number}-{index + 1}",
                "back": f"x{number}-{index + 1}" if ("rejected", index) in located.found else "",
                "text": given.text,
                "reason": given.reason,
                "where": where(places, given.span.start),
            }
            for index, given in enumerate(report.rejected)
        ],
        "problems": report.problems,
    }


def _needs_a_look(card: Mapping[str, Any], own: Sequence[Finding]) -> bool:
    """Whether a card goes to the top: its verdict is not good, or a rule has something to say about a good one."""
    return card["verdict"] in ("inconsistent", "misleading", "not_comparable") or any(
        result.severity and result.verdict != "consistent" for result in own
    )


class _Located:
    """The marks of one document, by block."""

    def __init__(self, report: Report, places: Places, number: int) -> None:
        self.report, self.places, self.number = report, places, number
        self.marks: dict[int, list[Mark]] = {}
        self.found: set[tuple[str, int]] = set()

    def claim(self, index: int, verdict: str) -> None:
        claim = self.report.claims[index]
        n = f"{self.number}-{index + 1}"
        icon = "" if verdict in ("unchecked", "involved") else f"i-{verdict}"
        label = f"number {index + 1}: {VERDICT_WORDS[verdict]}"
        self._add("claim", index, claim.quantity.span, f"t{n}", f"c{n}", f"q v-{verdict}", label, str(index + 1), icon)

    def loose(self, index: int, result: Finding) -> None:
        n = f"{self.number}-{index + 1}"
        css = f"q v-{result.verdict}"
        self._add(
            "loose", index, result.span, f"g{n}", f"f{n}", css, VERDICT_WORDS[result.verdict], "", f"i-{result.verdict}"
        )

    def rejected(self, index: int) -> None:
        given = self.report.rejected[index]
        n = f"{self.number}-{index + 1}"
        self._add("rejected", index, given.span, f"x{n}", f"r{n}", "nq", f"not a quantity: {given.reason}", "", "")

    def _add(
        self, what: str, index: int, span: Span, ident: str, href: str, css: str, label: str, badge: str, icon: str
    ) -> None:
        block = self.places.block(span)
        if block is None:
            return
        seen = self.report.document.blocks[block]
        start, end = to_block(seen, span.start), to_block(seen, span.end, end=True)
        self.found.add((what, index))
        self.marks.setdefault(block, []).append(Mark(start, max(start, end), ident, href, css, label, badge, icon))


def _notes(number: int, report: Report, places: Places) -> dict[int, list[dict[str, str]]]:
    """The findings, to be set in the margin, by the block that they are in."""
    notes: dict[int, list[dict[str, str]]] = {}
    loose = 0
    for result in report.findings:
        if result.claims:
            badge, href = str(result.claims[0] + 1), f"c{number}-{result.claims[0] + 1}"
        else:
            loose += 1
            badge, href = "", f"f{number}-{loose}"
        block = places.block(result.span)
        if block is not None:
            note = {"verdict": result.verdict, "words": verdict(result), "message": result.message}
            notes.setdefault(block, []).append({**note, "badge": badge, "href": href})
    return notes


def _bar(counts: Mapping[str, int]) -> list[tuple[str, str, str]]:
    """Verdict, left edge and width in percent of each part of the bar that shows the counts."""
    total = sum(counts.values())
    parts, left = [], 0
    for name in WORST:
        if counts[name]:
            parts.append((name, f"{left * 100 / total:.2f}", f"{counts[name] * 100 / total:.2f}"))
        left += counts[name]
    return parts

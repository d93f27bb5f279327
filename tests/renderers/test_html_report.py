"""The HTML page, read by a parser: it stands alone, nothing in the text gets out of its place, and every link leads."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec import structs
from samples import RULE, brief, hostile, page
from selectolax.lexbor import LexborHTMLParser

import figures
from figures.document import Block, Document, Span
from figures.findings import Problem, Report
from figures.quantity import Claim, Quantity
from figures.renderers import RENDERERS, Options
from figures.renderers.html import TEMPLATES
from figures.renderers.marks import Mark, marked

OPTIONS = Options(unreadable=(Problem("scan.pdf", "is not text"),), rules={RULE.id: RULE})
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def rendered(*reports: Report) -> str:
    return RENDERERS["html"](reports, OPTIONS)


def parsed(*reports: Report) -> LexborHTMLParser:
    return LexborHTMLParser(rendered(*reports))


def words(text: str | None) -> str:
    return " ".join((text or "").split())


class Balanced(HTMLParser):
    """Raises where a tag is closed that was not opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()}"


@pytest.mark.parametrize("reports", [(), (brief(),), (brief(), page(), hostile())])
def test_tags_are_balanced_and_ids_are_unique(reports: tuple[Report, ...]) -> None:
    reader = Balanced()
    reader.feed(rendered(*reports))
    assert reader.open == []
    ids = re.findall(r'\sid="([^"]+)"', rendered(*reports))
    assert len(ids) == len(set(ids))


def test_every_link_inside_leads_somewhere() -> None:
    tree = parsed(brief(), page(), hostile())
    targets = {node.attributes["href"] for node in tree.css("a[href^='#'], use[href^='#']")}
    assert len(targets) > 20
    for target in targets:
        assert target is not None
        assert tree.css_first(f"[id='{target[1:]}']") is not None, target


def test_the_page_needs_nothing_else() -> None:
    tree = parsed(brief(), hostile())
    assert tree.css("script, img, iframe, object, embed, form") == []
    assert [node.attributes["href"] for node in tree.css("link")] == ["data:,"]
    assert not re.search(r"@import|url\(", (TEMPLATES / "report.css").read_text(encoding="utf-8"))
    assert not re.search(r"\son[a-z]+=", re.sub(r">[^<]*<", "><", rendered(brief())))
    assert "default-src 'none'" in str(tree.css_first("meta[http-equiv]").attributes["content"])


def test_links_to_the_web_are_only_that() -> None:
    tree = parsed(brief(), hostile())
    outside = [node for node in tree.css("a[href]") if not str(node.attributes["href"]).startswith("#")]
    assert [node.attributes["href"] for node in outside] == [
        "https://example.org/bulletin?day=2&page=1",
        'https://a.example/"onmouseover="x',
    ]
    assert all(set(str(node.attributes["rel"]).split()) >= {"noopener"} for node in outside)
    assert "onmouseover" not in {name for node in outside for name in node.attributes}
    assert "javascript:alert(1)" in rendered(brief())


def test_nothing_in_the_text_becomes_markup() -> None:
    html = rendered(hostile())
    assert "<script" not in html
    assert "<img" not in html
    assert "\x1b" not in html
    assert "\u202e" not in html
    assert "&lt;/title&gt;&lt;script&gt;alert(2)" in html
    text = words(LexborHTMLParser(html).css_first(".text").text())
    assert "<script>alert(1)</script> ␛[31mred␛[0m <U+202E>evil<U+202C> ␇" in text


def test_the_text_is_there_as_a_reader_sees_it() -> None:
    body = parsed(brief()).css_first(".text")
    assert [words(node.text()) for node in body.css(".body h4")] == ["Floods in the delta: what is known"]
    assert [len(row.css("td, th")) for row in body.css("tr")] == [3, 3, 3]
    assert [words(node.text()) for node in body.css("th")] == ["district", "families", "share"]
    assert len(body.css("li")) == 2
    assert len(body.css("blockquote")) == 1


def test_every_number_is_marked_in_its_place() -> None:
    for report in (brief(), page()):
        tree = parsed(report)
        for index, claim in enumerate(report.claims, 1):
            mark = tree.css_first(f"#t1-{index}")
            assert mark is not None
            said = re.sub(rf"{index} \(.*\)$", "", mark.text())
            assert said == claim.quantity.text
            assert mark.attributes["href"] == f"#c1-{index}"
        for index, numeral in enumerate(report.rejected, 1):
            assert words(tree.css_first(f"#r1-{index}").text()).startswith(numeral.text)


def test_verdicts_are_told_by_shape_and_by_word_not_by_colour_alone() -> None:
    tree = parsed(brief())
    css = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    styles = dict(re.findall(r"\.q\.v-(\w+) \{ text-decoration-style: (\w+)", css))
    assert (
        len(set(styles.values())) == len(styles) - 1
    )  # involved is drawn like inconsistent, thinner and without its sign
    for index, verdict in ((1, "misleading"), (2, "unchecked"), (4, "inconsistent"), (10, "consistent")):
        mark = tree.css_first(f"#t1-{index}")
        assert f"v-{verdict}" in str(mark.attributes["class"])
        assert verdict in mark.css_first(".vh").text()


def test_a_card_says_everything() -> None:
    card = words(parsed(brief()).css_first("#c1-1").text(separator=" "))
    for said in (
        "misleading",
        "more than 250,000 people",
        "counts people",
        "happened displaced",
        "qualifier more than",
        "says so Officials",
        "says above 250,000",
        "reads as above 250,000 and at most 350,000",
        "on file exactly 470,000",
        "would hold more than 450,000 people",
        "Relief office <daily> bulletin , as of 2 May 2024, rules/floods/key-figures.csv:7",
    ):
        assert said in card, said
    part = words(parsed(brief()).css_first("#c1-4").text(separator=" "))
    assert "whole = 13.5 to 14.5 million" in part
    assert "part <= whole gives at most 14.5 million ; the text gives 19.5 to 20.5 million" in part
    assert RULE.name in part
    assert RULE.why in part


def test_each_claim_has_a_card_with_a_number_line() -> None:
    tree = parsed(brief(), page())
    assert len(tree.css("article.card")) == 13  # twelve claims and one finding without a claim
    for number, report in enumerate((brief(), page()), 1):
        for index in range(1, len(report.claims) + 1):
            assert tree.css_first(f"#c{number}-{index} svg.nl title") is not None


def test_what_could_not_be_compared_is_not_drawn_as_if_it_could() -> None:
    assert parsed(brief()).css("#c1-5 .nl-expected") == []


def test_what_nobody_checked_and_what_is_no_quantity_are_listed() -> None:
    tree = parsed(brief())
    unchecked = tree.css_first("[aria-labelledby='d1-open']")
    assert [node.attributes["id"] for node in unchecked.css("article")] == ["c1-2", "c1-6", "c1-7"]
    assert [words(node.text()) for node in tree.css(".rejected li")] == ["3 date 3:19", "17 model name 15:47"]


def test_problems_are_on_the_page() -> None:
    said = words(parsed(brief()).css_first(".problems").text())
    assert "scan.pdf: is not text" in said
    assert "rules/floods/rates.csv:3: a rate must be a number" in said


def test_several_documents_have_an_index_and_one_has_none() -> None:
    tree = parsed(brief(), page())
    assert [node.attributes["href"] for node in tree.css(".index a")] == ["#d1", "#d2"]
    assert "3 inconsistent" in words(tree.css(".index li .counts")[0].text()), "a finding on no number counts too"
    assert parsed(brief()).css(".index") == []


def test_a_finding_on_no_number_stands_in_its_place_and_has_a_card() -> None:
    tree = parsed(brief())
    mark = tree.css_first("#g1-1")
    assert mark.css_first(".nb").text() == "3"
    assert mark.text().startswith("3 May")
    assert "v-inconsistent" in str(mark.attributes["class"])
    assert words(tree.css_first(".note a[href='#f1-1']").text()) == "inconsistent"
    assert "3 May 2024 was a Friday" in words(tree.css_first("#f1-1").text())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("20", ["i20n"]),
        ("more than 250,000", ["imore", "250,000n"]),
        ("two\u00a0thirds", ["itwo", "thirdsn"]),
        ("-3.1", ["i-3.1n"]),
        ("1" * 30, []),
        ("<b> & 5", ["i<b>", "5n"]),
    ],
)
def test_the_sign_and_the_number_of_a_mark_stay_with_its_words(text: str, kept: list[str]) -> None:
    html = str(marked(f"{text} ", [Mark(0, len(text), "a", "c", "q", "l", "n", "icon")]))
    tree = LexborHTMLParser(html.replace('<svg class="i"', "i<svg"))
    assert [node.text() for node in tree.css(".nb")] == kept
    assert tree.css_first("a").text() == f"i{text}n (l)"


def test_a_bracket_before_a_sign_and_a_stop_after_a_number_stay_with_them() -> None:
    text = "(70%), 5 (6)"
    marks = [
        Mark(1, 4, "a", "c", "q", "l", "1", "i"),
        Mark(7, 8, "b", "c", "q", "l", "2"),
        Mark(10, 11, "d", "c", "q", "l"),
    ]
    tree = LexborHTMLParser(str(marked(text, marks)))
    outer = [node.text() for node in tree.css(".nb") if node.css(".q")]
    assert outer == ["(70%1 (l)),"]
    shown = re.sub(r"<sup.*?</sup>|<span class=\"vh\">.*?</span>", "", str(marked(text, marks)))
    assert LexborHTMLParser(shown).text() == text


def test_language_and_headings() -> None:
    tree = parsed(brief(), page())
    assert tree.css_first("html").attributes["lang"] == "en"
    levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_marks_that_overlap_all_stay() -> None:
    def mark(start: int, end: int, name: str) -> Mark:
        return Mark(start, end, name, f"c-{name}", "q", name)

    html = str(marked("7/10 (70%) <now>", [mark(0, 10, "a"), mark(6, 9, "b"), mark(8, 16, "d")]))
    tree = LexborHTMLParser(html)
    assert [node.attributes["id"] for node in tree.css("a")] == ["a", "b", "d"]
    assert re.sub(r"<span class=\"vh\">.*?</span>|</?a[^>]*>", "", html) == "7/10 (70%) &lt;now&gt;"


def test_a_document_without_text_or_numbers() -> None:
    empty = Report(Document("empty.txt", "", "text/plain", ()), (), (), (), (), ())
    assert "No number was found" in rendered(empty)


def test_a_document_with_a_wrong_date_and_no_number() -> None:
    tree = parsed(figures.audit("The hearing opens on Monday, 8 December 2026.\n"))
    assert "1 finding is on other words" in words(tree.css_first(".deck").text())
    assert words(tree.css_first(".document-head .counts").text()) == "1 inconsistent"
    assert [node.attributes["class"] for node in tree.css(".bar rect")] == ["b-inconsistent"]
    assert tree.css_first("#g1-1").text().startswith("Monday, 8 December 2026")
    card = words(tree.css_first("#f1-1").text(separator=" "))
    assert "gives Tuesday ; the text gives Monday" in card
    assert tree.css("#f1-1 svg.nl") == []


@pytest.mark.parametrize(("percent", "told"), [(30, False), (35, True)])
def test_what_holds_is_not_told_the_fault_that_its_rule_looks_for(percent: int, told: bool) -> None:
    report = figures.audit(f"Of the 40 schools, 12, or {percent} percent, had no running water.\n")
    page = RENDERERS["html"]([report], Options(rules={"core/share": RULE}))
    assert "core/share" in page
    assert (RULE.why in page) is told


def test_why_a_figure_was_chosen_and_what_is_wanted_are_on_the_card() -> None:
    report = brief()
    (chosen,) = (result for result in report.results if result.references and result.severity)
    lacking = structs.replace(chosen, verdict="unchecked", against="a source", references=(), evidence="")
    report = structs.replace(report, results=(structs.replace(chosen, evidence="both are people"), lacking))
    card = words(parsed(report).css_first("#c1-1").text(separator=" "))
    assert "evidence both are people" in card
    assert "wanted a source" in card


def test_a_claim_in_no_block_is_still_listed() -> None:
    text = "x 5 y"
    span = Span(2, 3)
    document = Document("odd.txt", text, "text/plain", (Block("paragraph", Span(0, 1), "x", ((0, 0),)),))
    tree = parsed(Report(document, (Claim(Quantity(span, "5", span, 5), Span(0, 5)),), (), (), (), (0,)))
    assert tree.css_first("#c1-1") is not None
    assert tree.css_first("#t1-1") is None


COLOURS = {
    scheme: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    for scheme, block in zip(
        ("light", "dark"),
        re.findall(r":root \{(.*?)\}", (TEMPLATES / "report.css").read_text(encoding="utf-8"), re.DOTALL),
        strict=True,
    )
}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "ink", ["ink", "soft", "link", "inconsistent", "misleading", "not_comparable", "consistent", "unchecked"]
)
def test_contrast_is_enough_to_read(scheme: str, ink: str) -> None:
    colours = COLOURS[scheme]
    grounds = ["paper", "card", "band"] if ink in ("ink", "soft") else ["paper", "card"]
    if f"{ink}-tint" in colours:
        grounds.append(f"{ink}-tint")
    for ground in grounds:
        light, dark = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, ground


def test_ink_is_readable_on_every_tint() -> None:
    for colours in COLOURS.values():
        for name in [name for name in colours if name.endswith("-tint")]:
            light, dark = sorted((luminance(colours["ink"]), luminance(colours[name])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_templates_are_beside_the_code() -> None:
    assert {path.name for path in Path(TEMPLATES).iterdir()} == {"report.css", "report.html.j2"}

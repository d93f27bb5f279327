"""Reports made by hand: what every format must be able to show."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from figures.document import Block, Document, Span
from figures.findings import Derivation, Finding, Operand, Problem, Reference, Relation, Report
from figures.interval import Interval
from figures.quantity import Claim, Phrase, Quantity, Reading, Rejected
from figures.rules import Example, Rule

BRIEF = """\
# Floods in the delta: what is known

Officials said on 3 May that more than 250,000 people had been displaced and nearly 4 million affected.

- 14 million livestock lost, 20 million of them cattle
- Damage of $3.5 billion, up 57%

> We counted 470,000 tents, said Ana Reyes.

| district | families | share |
|---|---|---|
| North | 1,200 | 60% |
| South | 800 | 45% |

The ministry flew 2 sorties a day with its Mi-17 helicopters.
"""


class Text:
    """A document and a way to point at the words in it."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def span(self, words: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = self.document.text.index(words, at + 1)
        return Span(at, at + len(words))

    def phrase(self, words: str, nth: int = 0) -> Phrase:
        return Phrase(words, self.span(words, nth), words.split()[-1].lower())

    def claim(self, words: str, value: int | Fraction, *, nth: int = 0, number: str = "", **given: object) -> Claim:
        """A claim on ``words``; names of fields of Claim and Quantity are told apart by their types."""
        span = self.span(words, nth)
        at = self.document.text.index(number, span.start) if number else span.start
        in_claim = {name: given.pop(name) for name in list(given) if name in Claim.__struct_fields__}
        quantity = Quantity(span, words, Span(at, at + len(number or words)), value, **given)  # type: ignore[arg-type]
        block = next(i for i, b in enumerate(self.document.blocks) if b.span.start <= span.start < b.span.end)
        in_claim.setdefault("sentence", self.document.blocks[block].locate(0, len(self.document.blocks[block].text)))
        return Claim(quantity, block=block, **in_claim)  # type: ignore[arg-type]


def verbatim(text: str, words: str, kind: str, nth: int = 0, **given: object) -> Block:
    """A block that is a slice of the text."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Block(kind, Span(at, at + len(words)), words, ((0, at),), **given)  # type: ignore[arg-type]


def brief() -> Report:
    """A Markdown brief with one of everything: each verdict, a table, a list, a quotation, rejected numerals."""
    cells = [("district", 0, 0), ("families", 0, 1), ("share", 0, 2), ("North", 1, 0), ("1,200", 1, 1), ("60%", 1, 2)]
    cells += [("South", 2, 0), ("800", 2, 1), ("45%", 2, 2)]
    lines = BRIEF.split("\n")
    document = Document(
        path="brief.md",
        text=BRIEF,
        media_type="text/markdown",
        title="Floods in the delta: what is known",
        date=date(2024, 5, 4),
        date_from="front matter",
        blocks=(
            verbatim(BRIEF, lines[0][2:], "heading", level=1),
            verbatim(BRIEF, lines[2], "paragraph"),
            verbatim(BRIEF, lines[4][2:], "list_item"),
            verbatim(BRIEF, lines[5][2:], "list_item"),
            verbatim(BRIEF, lines[7][2:], "quote"),
            *(
                verbatim(BRIEF, words, "table_cell" if row else "table_header", table=0, row=row, column=column)
                for words, row, column in cells
            ),
            verbatim(BRIEF, lines[14], "paragraph"),
        ),
    )
    at = Text(document)
    million = 10**6
    claims = (
        at.claim(
            "more than 250,000 people",
            250_000,
            number="250,000",
            bound=">",
            qualifier="more-than",
            counted=at.phrase("people"),
            predicate=at.phrase("displaced"),
            source=at.phrase("Officials"),
            as_of=date(2024, 5, 3),
        ),
        at.claim(
            "nearly 4 million",
            4 * million,
            number="4 million",
            bound="<",
            qualifier="nearly",
            resolution=million,
            counted=at.phrase("people"),
            counted_from="elided",
            predicate=at.phrase("affected"),
        ),
        at.claim(
            "14 million livestock",
            14 * million,
            number="14 million",
            resolution=million,
            counted=at.phrase("livestock"),
        ),
        at.claim(
            "20 million of them", 20 * million, number="20 million", resolution=million, whole=at.phrase("livestock")
        ),
        at.claim(
            "$3.5 billion",
            3_500_000_000,
            number="3.5 billion",
            unit="dollar",
            kind="currency",
            resolution=10**8,
            decimal=True,
            subject=at.phrase("Damage"),
        ),
        at.claim("up 57%", 57, number="57", unit="percentage", kind="percentage", direction="up", role="by"),
        at.claim("470,000 tents", 470_000, number="470,000", counted=at.phrase("tents"), quoted=True),
        at.claim("60%", 60, number="60", unit="percentage", kind="percentage"),
        at.claim("45%", 45, number="45", unit="percentage", kind="percentage"),
        at.claim("2 sorties", 2, number="2", counted=at.phrase("sorties")),
    )
    on_file = Reference(
        table="rules/floods/key-figures.csv",
        line=7,
        metric="people displaced",
        value=Interval(470_000, 470_000),
        text="470,000",
        place="delta",
        as_of=date(2024, 5, 2),
        source="Relief office <daily> bulletin",
        url="https://example.org/bulletin?day=2&page=1",
    )
    bad_link = Reference(
        "rules/floods/key-figures.csv", 9, "damage", Interval(1, 5), "1 to 5", url="javascript:alert(1)"
    )
    results = (
        Finding(
            rule="floods/key-figures",
            verdict="misleading",
            severity="warning",
            span=claims[0].quantity.span,
            message="more than 250,000 is true to the letter, but the figure on file is 470,000",
            says="more than 250,000 people displaced: above 250,000",
            reads="above 250,000 and at most 350,000",
            against="470,000 people displaced in the delta on 2 May 2024",
            claims=(0,),
            references=(on_file,),
            fix="more than 450,000 people",
            fingerprint="a1",
        ),
        Finding(
            rule="core/part-of",
            verdict="inconsistent",
            severity="error",
            degree="major",
            span=claims[3].quantity.span,
            message="20 million of them is more than the 14 million it is a part of",
            says="20 million of them: 19.5 to 20.5 million",
            against="14 million livestock, in the same sentence",
            claims=(3, 2),
            derivation=Derivation(
                operands=(
                    Operand("whole", "14 million livestock", Interval(13_500_000, 14_500_000), claims[2].quantity.span),
                ),
                formula="part <= whole",
                expected=Interval(None, 14_500_000),
                stated=claims[3].quantity.stated,
            ),
            fingerprint="a2",
        ),
        Finding(
            rule="core/known",
            verdict="not_comparable",
            severity="",
            span=claims[4].quantity.span,
            message="the figure on file is in euros, and nothing gives the rate",
            claims=(4,),
            references=(bad_link,),
        ),
        Finding(
            rule="core/shares",
            verdict="inconsistent",
            severity="error",
            degree="rounding",
            span=claims[8].quantity.span,
            message="the shares of one whole add up to 105%",
            claims=(8, 7),
            derivation=Derivation(
                operands=(
                    Operand("a", "60%", Interval(Fraction(119, 2), Fraction(121, 2)), claims[7].quantity.span),
                    Operand("b", "45%", Interval(Fraction(89, 2), Fraction(91, 2)), claims[8].quantity.span),
                ),
                formula="a + b = 100",
                expected=Interval(100, 100),
                stated=Interval(104, 106),
                unit="percentage",
            ),
            fingerprint="a3",
        ),
        Finding(
            rule="core/weekday",
            verdict="inconsistent",
            severity="note",
            span=at.span("3 May"),
            message="3 May 2024 was a Friday",
            fingerprint="a4",
        ),
        Finding(
            rule="core/plausible",
            verdict="consistent",
            severity="",
            span=claims[9].quantity.span,
            message="2 sorties a day is plausible",
            claims=(9,),
            derivation=Derivation((), "1 to 1,000", Interval(1, 1_000), claims[9].quantity.stated),
        ),
    )
    return Report(
        document=document,
        claims=claims,
        rejected=(
            Rejected(at.span("3", 0), "3", "date"),
            Rejected(at.span("17", 0), "17", "model name"),
        ),
        relations=(Relation("part_of", (3, 2), "of them", at.span("of them")),),
        results=tuple(sorted(results, key=lambda result: result.span)),
        unchecked=(1, 4, 5, 6),
        problems=(Problem("rules/floods/rates.csv:3", "a rate must be a number; got 'n/a'; fill it in"),),
        rules_digest="sha256:0011",
    )


HTML = (
    "<html><body><p>The <b>river</b> rose by <i>1.5</i>&nbsp;m &amp; "
    '<a href="x">1,200&#8239;homes</a> stand empty.</p></body></html>'
)


def page() -> Report:
    """An HTML page whose paragraph is not a slice of the source: markup and entities stand between its words."""
    starts = [
        HTML.index(piece)
        for piece in ("The ", "river", " rose", "1.5", "&nbsp;", "m &", "&amp;", " <a", "1,200", "&#8239;")
    ]
    starts += [HTML.index("homes"), HTML.index(" stand")]
    text = "The river rose by 1.5\u00a0m & 1,200\u202fhomes stand empty."
    seen = [0, 4, 9, 18, 21, 22, 24, 25, 26, 31, 32, 37]
    block = Block("paragraph", Span(HTML.index("The"), HTML.index("</p>")), text, tuple(zip(seen, starts, strict=True)))
    document = Document("page.html", HTML, "text/html", (block,))
    rise = block.locate(18, 23)
    homes = block.locate(26, 37)
    sentence = block.locate(0, len(text))
    claims = (
        Claim(
            Quantity(
                rise, "1.5\u00a0m", block.locate(18, 21), Fraction(3, 2), unit="metre", kind="measure",
                resolution=Fraction(1, 10), decimal=True, direction="up", role="by",
            ),
            sentence,
        ),
        Claim(Quantity(homes, "1,200\u202fhomes", block.locate(26, 31), 1200), sentence),
    )  # fmt: skip
    return Report(document, claims, (), (), (), (0, 1))


def hostile() -> Report:
    """Text that tries to break out of every format."""
    text = "=cmd|'/c calc'!A1 <script>alert(1)</script> \x1b[31mred\x1b[0m \u202eevil\u202c \x07 -5 degrees\n"
    block = Block("paragraph", Span(0, len(text) - 1), text[:-1], ((0, 0),))
    path = "<img src=x onerror=alert(1)>\x1b]0;owned\x07.txt"
    document = Document(path, text, "text/plain", (block,), title="</title><script>alert(2)</script>")
    start = text.index("-5")
    span = Span(start, start + len("-5 degrees"))
    whole = Span(0, len(text) - 1)
    claims = (
        Claim(Quantity(span, "-5 degrees", Span(start, start + 2), -5, unit="degree", kind="temperature"), whole),
        Claim(
            Quantity(Span(0, 17), text[:17], Span(15, 16), 1),
            whole,
            counted=Phrase("+SUM(A1:A9)", Span(0, 4), "x"),
            source=Phrase("@who", Span(0, 4), "who"),
        ),
    )
    finding = Finding(
        rule="core/x",
        verdict="inconsistent",
        severity="error",
        span=span,
        message="\x1b[2J<script>alert(3)</script>",
        says="“\x9b31m”",
        claims=(0,),
        references=(
            Reference("t.csv", 1, "m", Interval(0, 0), "0", source="<b>x</b>", url='https://a.example/"onmouseover="x'),
        ),
    )
    return Report(document, claims, (), (), (finding,), (1,))


def reading(report: Report) -> tuple[Document, Reading]:
    """The same document as `figures extract` has it."""
    return report.document, Reading(report.claims, report.rejected)


RULE = Rule(
    id="core/part-of",
    name="A part is not more than its whole",
    kind="part_of",
    severity="error",
    message="{part} is more than the {whole} it is a part of",
    why="Nobody can be counted in a part and not in the whole.",
    source="arithmetic",
    examples=(
        Example("Of 14 cows, 20 of them were sold.", "inconsistent"),
        Example("Of 14 cows, 12 of them were sold.", "consistent", "2024-05-04"),
    ),
    params={},
    path="rules/core/arithmetic.yaml",
    line=12,
)

"""Markdown: which blocks there are, what a reader sees of them, and where it stands in the source."""

from datetime import date

import pytest
from markdown_it import MarkdownIt
from reading import document, found, seen

REPORT = """\
---
title: "Lake level: week 9"
date: 2022-03-04   # a Friday
tags: [water]
---

# The lake

The level fell by **15 to 20**&nbsp;cm, [two-thirds](https://example.org/30 "40 people") of the
usual. <!-- 77 -->

> The mayor said:
> “We lost 12 boats”
lazily.

1. first 5
   - nested 6

     second paragraph 7
2. third 8

| Town | People |
|:-----|-------:|
| Brel | 1\\|2 |
| Tolm | |

```
code 99
```

    indented code 98

Setext heading
--------------
[ref]: https://example.org/97 "96"

Last [shown][ref] `code 4` and \\*5\\*  
broken
"""


def test_blocks_of_a_report() -> None:
    read = document("markdown", REPORT)
    assert [(block.kind, block.text) for block in read.blocks] == [
        ("title", "The lake"),
        ("paragraph", "The level fell by 15 to 20\u00a0cm, two-thirds of the usual."),
        ("quote", "The mayor said: “We lost 12 boats” lazily."),
        ("list_item", "first 5"),
        ("list_item", "nested 6"),
        ("list_item", "second paragraph 7"),
        ("list_item", "third 8"),
        ("table_header", "Town"),
        ("table_header", "People"),
        ("table_cell", "Brel"),
        ("table_cell", "1|2"),
        ("table_cell", "Tolm"),
        ("heading", "Setext heading"),
        ("paragraph", "Last shown code 4 and *5*   broken"),
    ]
    assert [block.level for block in read.blocks if block.kind in ("title", "heading")] == [1, 2]


def test_front_matter() -> None:
    read = document("markdown", REPORT)
    assert (read.title, read.date, read.date_from) == ("Lake level: week 9", date(2022, 3, 4), "front matter")


def test_places_in_the_source() -> None:
    read = document("markdown", REPORT)
    assert found(read, "15 to 20") == "15 to 20"
    assert found(read, "20\u00a0cm") == "20**&nbsp;cm"
    assert found(read, "\u00a0") == "&nbsp;"
    assert found(read, "two-thirds of the usual") == ('two-thirds](https://example.org/30 "40 people") of the\nusual')
    assert found(read, "said: “We") == "said:\n> “We"
    assert found(read, "1|2") == "1\\|2"
    assert found(read, "*5*") == "*5\\*"


def test_cells_know_their_table_row_and_column() -> None:
    read = document("markdown", "a|b\n-|-\n1|2\n|3\n\ntext\n\n|c|\n|-|\n|4|5|")
    assert [(b.text, b.table, b.row, b.column) for b in read.blocks if b.table is not None] == [
        ("a", 0, 0, 0),
        ("b", 0, 0, 1),
        ("1", 0, 1, 0),
        ("2", 0, 1, 1),
        ("3", 0, 2, 0),
        ("c", 1, 0, 0),
        ("4", 1, 1, 0),
    ]


def test_tables_in_raw_html_are_counted_with_the_others() -> None:
    read = document("markdown", "a|b\n-|-\n1|2\n\n<table><tr><th>c<td>3</table>\n\nd|e\n-|-\n")
    assert [(b.text, b.table, b.kind) for b in read.blocks] == [
        ("a", 0, "table_header"),
        ("b", 0, "table_header"),
        ("1", 0, "table_cell"),
        ("2", 0, "table_cell"),
        ("c", 1, "table_header"),
        ("3", 1, "table_cell"),
        ("d", 2, "table_header"),
        ("e", 2, "table_header"),
    ]


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("***bold** and italic* 5", "bold and italic 5"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_7", "snake_case_7"),
        ("_a **b** c_", "a b c"),
        ("about ~50 and ~60", "about ~50 and ~60"),
        ("was ~~50~~ 60", "was  60"),
        ("was <del>50</del> 60", "was  60"),
        ("[a [b](u) c](v)", "[a b c](v)"),
        ("![chart of 90](x.png) shows 4", "shows 4"),
        ("[![badge 9](b.svg)](u) 5", "5"),
        ("see <https://example.org/5>", "see https://example.org/5"),
        ("10<sup>6</sup> and CO<sub>2</sub>", "10⁶ and CO₂"),
        ("250[^1] dead", "250 dead"),
        ("[undefined] and [text][undefined]", "[undefined] and [text][undefined]"),
        ("[40] people", "[40] people"),
        ("`a ` b` c``", "a  b` c``"),
        ("&copy; 2020 &bogus; &amp5;", "© 2020 &bogus; &amp5;"),
        ("5 < 6 and 7 > 4", "5 < 6 and 7 > 4"),
        ("- [x] done 5", "done 5"),
        ("# Heading 5 ##", "Heading 5"),
        ("1986\\. A year", "1986. A year"),
        ("line\\\nbreak", "line break"),
    ],
)
def test_inline_markup(markdown: str, shown: str) -> None:
    assert [block.text for block in document("markdown", markdown).blocks] == [shown]


@pytest.mark.parametrize(
    "markdown",
    [
        "```\n5\n```",
        "~~~ text\n5",
        "    5",
        "<!-- 5\n\n6 -->",
        "---",
        "[a]: /5",
        "<script>\n5\n</script>",
        "<style>5</style>",
    ],
)
def test_what_is_not_prose_gives_no_block(markdown: str) -> None:
    assert seen("markdown", f"a\n\n{markdown}") == [("paragraph", "a")]


def test_raw_html_blocks_are_read_as_html() -> None:
    assert seen("markdown", "<div align=center>\n<h2>Sales 5</h2>\n<p>Up &pound;6</p>\n</div>\n\nText") == [
        ("heading", "Sales 5"),
        ("paragraph", "Up £6"),
        ("paragraph", "Text"),
    ]


def test_toml_front_matter_and_text_that_only_looks_like_front_matter() -> None:
    read = document("markdown", '+++\ntitle = "Week 9"\ndate = 2022-03-04T10:00:00Z\n+++\ntext')
    assert (read.title, read.date) == ("Week 9", date(2022, 3, 4))
    assert seen("markdown", "---\nnot a map\n---\ntext") == [("heading", "not a map"), ("paragraph", "text")]
    assert seen("markdown", "---\ntitle: never closed") == [("paragraph", "title: never closed")]


def test_windows_line_ends() -> None:
    read = document("markdown", "---\r\ndate: 2022-03-04\r\n---\r\n# T\r\n\r\n> a 5\r\n> b 6\r\n")
    assert read.date == date(2022, 3, 4)
    assert found(read, "5") == "5"
    assert found(read, "6") == "6"


def test_deep_nesting_is_read() -> None:
    ((kind, text),) = seen("markdown", "> " * 5_000 + "5 boats")
    assert kind == "quote"
    assert text.endswith("5 boats")


SAME_AS_MARKDOWN_IT = [
    "a\n===\nb\n---\nc", "- a\n- b\n\n  c\n\nd", "1) a\n2) b\n10) c", "a\n1. b", "a\n2. b",
    "> a\n> > b\n> c", "* a\n + b\n  - c",
    "**a*b**c*", "*a **b* c**", "a*b*c _d_e _f_", "[a](<b c> 'd') [e](f(g)h)", "[x]\n\n[x]: /u",
    "[X][y z]\n\n[Y  Z]: <u> (t)",
    "`` a`b `` c", "a  \nb\\\nc", "<b a='>'>c</b>", "a <!-- b --> c", "&#35; &#x41; &lt;",
    "# a #\n## b\n####### c", "a\n    b",
    "-\n  a", "- a\n\n\n  b", "***\na\n***", "- a\n***\n- b", "```a\nb\n````\nc", "> ```\n> a\nb",
    "\\[a](b)", "[a\\]b](c)",
    "a | b\n--|--\nc | d\ne", "|a|\n|:-:|\n|b|", "~~a~~ b", "*a*b", "__a__", "**a**b**", "a**b", "*(**a**)*",
]  # fmt: skip


@pytest.mark.parametrize("markdown", SAME_AS_MARKDOWN_IT)
def test_reads_like_a_full_parser(markdown: str) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    shown = []
    for token in parser.parse(markdown):
        if token.type == "inline":
            struck, pieces = 0, []
            for child in token.children or []:
                struck += {"s_open": 1, "s_close": -1}.get(child.type, 0)
                if child.type in ("softbreak", "hardbreak"):
                    pieces.append(" ")
                elif child.type in ("text", "code_inline", "text_special") and not struck:
                    pieces.append(child.content)
            shown.append(" ".join("".join(pieces).split()))
    assert [" ".join(text.split()) for _, text in seen("markdown", markdown)] == [text for text in shown if text]

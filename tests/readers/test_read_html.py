"""HTML: which blocks there are, what a browser shows of them, and where it stands in the source."""

from datetime import date

import pytest
from reading import document, found, seen

PAGE = """\
<!DOCTYPE html>
<html><head><meta charset=utf-8><title>Storm &mdash; The Paper</title>
<meta property="og:title" content="Storm kills 3">
<meta property="article:published_time" content="2021-05-03T22:10:00+02:00">
<style>p { margin: 5px }</style><script>var a = "<p>6</p>";</script></head>
<body><nav><ul><li>Home 7</ul></nav>
<article><h1>Storm kills
  three</h1>
<p>Gusts of <b>142</b>&nbsp;km/h hit <a href="/8">the  coast</a>.<br>Some &#8220;250,000&#8221; homes
<p>were dark<sup>1</sup>; 10<sup>6</sup> m<sup>3</sup> fell.
<blockquote><p>We lost 9 boats.</p></blockquote>
<ul><li>One <ul><li>Two</li></ul> rest</li><li>Three</ul>
<figure><img alt="10 trees" src=x><figcaption>Two of 11 boats.</figcaption></figure>
<table><caption>Losses, 2021</caption>
<thead><tr><th>Town<th>Dead</tr></thead>
<tbody><tr><td rowspan=2>Brel<td>12<tr><td>13
<tr><td colspan=2>Both</td><td>25</td></tr></table>
<div hidden>14</div><del>15</del><template>16</template><pre><code>17</code></pre>
<dl><dt>Dead<dd>3</dl>
Tail &amp; end</article></body></html>
"""


def test_blocks_of_a_page() -> None:
    read = document("html", PAGE)
    assert [(block.kind, block.text) for block in read.blocks] == [
        ("title", "Storm kills three"),
        ("paragraph", "Gusts of 142\u00a0km/h hit the coast. Some “250,000” homes"),
        ("paragraph", "were dark¹; 10⁶ m³ fell."),
        ("quote", "We lost 9 boats."),
        ("list_item", "One"),
        ("list_item", "Two"),
        ("list_item", "rest"),
        ("list_item", "Three"),
        ("caption", "Two of 11 boats."),
        ("caption", "Losses, 2021"),
        ("table_header", "Town"),
        ("table_header", "Dead"),
        ("table_cell", "Brel"),
        ("table_cell", "12"),
        ("table_cell", "13"),
        ("table_cell", "Both"),
        ("table_cell", "25"),
        ("list_item", "Dead"),
        ("list_item", "3"),
        ("paragraph", "Tail & end"),
    ]


def test_title_and_date() -> None:
    read = document("html", PAGE)
    assert (read.title, read.date, read.date_from) == ("Storm kills three", date(2021, 5, 3), "meta tag")


def test_places_in_the_source() -> None:
    read = document("html", PAGE)
    assert found(read, "142\u00a0km/h") == "142</b>&nbsp;km/h"
    assert found(read, "“250,000”") == "&#8220;250,000&#8221;"
    assert found(read, "250,000") == "250,000"
    assert found(read, "the coast") == "the  coast"
    assert found(read, "kills three") == "kills\n  three"
    assert found(read, "Tail & end") == "Tail &amp; end"


def test_cells_know_their_row_and_column_under_spans() -> None:
    read = document("html", PAGE)
    assert [(block.text, block.row, block.column) for block in read.blocks if block.table == 0] == [
        ("Town", 0, 0),
        ("Dead", 0, 1),
        ("Brel", 1, 0),
        ("12", 1, 1),
        ("13", 2, 1),
        ("Both", 3, 0),
        ("25", 3, 2),
    ]


def test_tables_in_tables_have_numbers_of_their_own() -> None:
    read = document("html", "<table><tr><td>a<table><tr><td>b</table>c<td>d</table><table><td>e</table>")
    assert [(b.text, b.table, b.row, b.column) for b in read.blocks] == [
        ("a", 0, 0, 0),
        ("b", 1, 0, 0),
        ("c", 0, 0, 0),
        ("d", 0, 0, 1),
        ("e", 2, 0, 0),
    ]


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="2021-05-03">',
        '<meta name="DC.date" content="3 May 2021">',
        "<meta itemprop=datePublished content=2021-05-03T00:00Z>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-05-03T10:00:00Z"}</script>',
        '<p>By A. B. <time datetime="2021-05-03">yesterday</time>',
        '<meta name="date" content="soon"><meta name="pubdate" content="2021-05-03">',
    ],
)
def test_dates_in_the_markup(head: str) -> None:
    read = document("html", head + "<p>It rose.")
    assert (read.date, read.date_from) == (date(2021, 5, 3), "meta tag")


def test_a_dateline_counts_when_the_markup_has_no_date() -> None:
    read = document("html", "<h1>Storm</h1><p><b>BREL</b>, 3&nbsp;May 2021 (Wire) &ndash; It rained.")
    assert (read.date, read.date_from) == (date(2021, 5, 3), "dateline")


def test_the_title_of_the_page_counts_when_it_has_no_heading() -> None:
    read = document("html", "<title>Rain &gt; 5 mm</title><p>It rained.")
    assert read.title == "Rain > 5 mm"
    assert read.blocks[0].kind == "title"
    assert document("html", '<meta property=og:title content="A &amp; B"><p>x').title == "A & B"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("5 < 6 & 7 > 4", "5 < 6 & 7 > 4"),
        ("&pound20 &amp &bogus; &#163;5 &copy2021", "£20 & &bogus; £5 ©2021"),
        ("a<!-- 5 > 4 --!>b --> c", "a c"),
        ("a<!5>b<?6?>c</ 7>d", "abcd"),
        ("<a title='5>6'>b</a>", "b"),
        ("a <img alt='5' src=6> b<wbr>c", "a bc"),
        ("<b>5</b>km", "5km"),
        ("a&nbsp;&nbsp;b", "a\u00a0\u00a0b"),
        ("a <span style='display: none'>5</span>b", "a b"),
        ("x <svg/> y", "x y"),
        ("<sup>[12]</sup> x", "[¹²] x"),
        ("a\tb\r\nc", "a b c"),
        ("5 <b", "5"),
    ],
)
def test_what_a_browser_shows(html: str, shown: str) -> None:
    assert document("html", html).blocks[0].text == shown


def test_an_element_to_be_left_out_that_never_ends_does_not_swallow_the_page() -> None:
    assert [text for _, text in seen("html", "<nav>Home<p>The storm killed 5.<s>It")] == [
        "Home",
        "The storm killed 5.It",
    ]


def test_end_tags_of_nothing_are_left_alone() -> None:
    assert seen("html", "</div></td></li><p>5</p></p></table><p>6") == [("paragraph", "5"), ("paragraph", "6")]


def test_a_cell_of_several_paragraphs_is_several_blocks_in_one_place() -> None:
    read = document("html", "<table><tr><td>a<td><p>5</p><ul><li>6</ul></table>")
    assert [(b.kind, b.text, b.column) for b in read.blocks] == [
        ("table_cell", "a", 0),
        ("table_cell", "5", 1),
        ("table_cell", "6", 1),
    ]


def test_deep_nesting_is_read() -> None:
    assert seen("html", "<div>" * 20_000 + "5 boats" + "</div>" * 20_000 + "6") == [
        ("paragraph", "5 boats"),
        ("paragraph", "6"),
    ]

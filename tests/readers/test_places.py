"""Every block says where in the source each of its characters stands, whatever the source holds."""

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import EXTENSIONS, assert_places_hold, document

from figures.readers import Unreadable, read

SHARED = [
    "a", "b1 ", "250,000 dead. ", " ", "\n", "\n\n", "\r\n", "\r", "\f", "\t", "\x00", "\u2028", "\u200b", "\u200f",
    "é", "“", "”",
]  # fmt: skip
MARKDOWN = [
    "*", "**", "_", "***", "`", "``", "[", "](u)", '](<u> "t")', "![", "> ", "- ", "1. ", "2) ", "# ", "## x", "    ",
    "\n---\n", "\n===\n", "```\n", "~~", "\\", "\\*", "&amp;", "&nbsp;", "&#8211;", "|",
    "\na|b\n-|-\n1|2\n", "<http://e.org/1>",
    "!", "(", '"', "[r]", '\n\n[r]: /u "t"\n\n', "  \n", "\\\n", "\n> ", "<b>", "<!--", "-->",
    "<div>\n", "</div>\n", "<br>",
    "<sup>2</sup>", "<s>", "</s>", "<table><tr><td>5<td>6", "[^1]", "[^1]: n", "- [x] ",
    "---\ntitle: x\n---\n", "&NotEqualTilde;",
]  # fmt: skip
HTML = [
    "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "<th colspan=2>",
    "<td rowspan=2>", "</td>",
    "<li>", "<ul>", "</ul>", "<h1>", "</h1>", "<blockquote>", "</blockquote>", "<br>", "&nbsp;", "&amp",
    "&#8211;", "&pound20",
    "<script>", "</script>", "<style>", "<title>", "</title>", "<!--", "-->", "<!x>", "<", ">", '"',
    "=", "'", '<a href="', "<sup>2",
    "</sup>", "<s>", "</s>", "<nav>", "</nav>", "<pre>", "<code>", "</code>", "</pre>", "<svg/>", "<svg>", "</svg>",
    "<div hidden>", "<caption>", "</caption>", "<thead>", "</thead>", '<meta name=date content="2015-10-02">',
    "<time datetime=2015>", "&#x110000;", "&#0;", "&NotEqualTilde;", "<figcaption>", "<dd>", "<dt>",
    "<template>", "</", "</p",
]  # fmt: skip
TEXT = [".", "- ", "1. ", "Long words " * 12, "—", "2 October 2015 ", "=====", "(x)", "By A. Name", ":", "a) "]
PIECES = {"text": TEXT, "markdown": MARKDOWN, "html": HTML}


def texts(kind: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(SHARED + PIECES[kind]), min_size=1, max_size=24).map("".join)


@pytest.mark.parametrize("kind", PIECES)
@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_anchors_point_at_what_the_block_shows(kind: str, data: st.DataObject) -> None:
    text = data.draw(st.one_of(texts(kind), st.text(max_size=40)))
    if text.strip():
        assert_places_hold(document(kind, text))


@pytest.mark.parametrize("kind", EXTENSIONS)
@given(data=st.binary(max_size=60))
def test_no_bytes_break_a_reader(kind: str, data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        assert_places_hold(read(f"draft.{EXTENSIONS[kind]}", data))


WORDS = st.text("abc 1250,.%é", min_size=1, max_size=8).map(str.strip).filter(bool)


def wrapped(inner: st.SearchStrategy[tuple[str, str]]) -> st.SearchStrategy[tuple[str, str]]:
    """A pair of Markdown and what a reader sees of it, with one more layer of markup around or beside it."""
    return st.one_of(
        inner.filter(lambda pair: "*" not in (pair[0][0], pair[0][-1])).map(lambda pair: (f"**{pair[0]}**", pair[1])),
        inner.filter(lambda pair: "](" not in pair[0]).map(lambda pair: (f'[{pair[0]}](/1 "two 2")', pair[1])),
        st.tuples(inner, inner).map(lambda pairs: (f"{pairs[0][0]} {pairs[1][0]}", f"{pairs[0][1]} {pairs[1][1]}")),
        inner.map(lambda pair: (f"{pair[0]}&nbsp;&#8211; 40", f"{pair[1]}\u00a0– 40")),
        inner.map(lambda pair: (f"`7*` {pair[0]}", f"7* {pair[1]}")),
        inner.map(lambda pair: (f"<b>{pair[0]}</b>", pair[1])),
        inner.map(lambda pair: (f"{pair[0]} ~~old 9~~", f"{pair[1]} ")),
        inner.map(lambda pair: (f"{pair[0]} ![image 9](i.png) x", f"{pair[1]}  x")),
        inner.map(lambda pair: (f"\\* {pair[0]} \\*", f"* {pair[1]} *")),
        inner.map(lambda pair: (f"{pair[0]}\\\nand", f"{pair[1]} and")),
    )


@settings(deadline=None)
@given(st.recursive(WORDS.map(lambda word: (word, word)), wrapped, max_leaves=6))
def test_markdown_shows_what_was_wrapped_in_markup(pair: tuple[str, str]) -> None:
    markdown, plain = pair
    seen = document("markdown", f"Said {markdown} end")
    assert [block.text for block in seen.blocks] == [f"Said {plain} end"]
    assert_places_hold(seen)


def marked_up(inner: st.SearchStrategy[tuple[str, str]]) -> st.SearchStrategy[tuple[str, str]]:
    """The same for HTML."""
    return st.one_of(
        inner.map(lambda pair: (f"<em class='n1'>{pair[0]}</em>", pair[1])),
        inner.map(lambda pair: (f'<a href="/9>8" title=7>{pair[0]}</a>', pair[1])),
        st.tuples(inner, inner).map(lambda pairs: (f"{pairs[0][0]} {pairs[1][0]}", f"{pairs[0][1]} {pairs[1][1]}")),
        inner.map(lambda pair: (f"{pair[0]}&nbsp;&ndash; &#52;0", f"{pair[1]}\u00a0– 40")),
        inner.map(lambda pair: (f"{pair[0]}\n   and", f"{pair[1]} and")),
        inner.map(lambda pair: (f"{pair[0]}<br/>and", f"{pair[1]} and")),
        inner.map(lambda pair: (f"{pair[0]}<!-- 9 > 8 --><script>9</script>", pair[1])),
        inner.map(lambda pair: (f"{pair[0]}<s>9</s><template>8</template>", pair[1])),
        inner.map(lambda pair: (f"{pair[0]}<sup>2</sup>", f"{pair[1]}²")),
        inner.map(lambda pair: (f"3 &lt; {pair[0]} &amp; x", f"3 < {pair[1]} & x")),
    )


@settings(deadline=None)
@given(st.recursive(WORDS.map(lambda word: (" ".join(word.split()),) * 2), marked_up, max_leaves=6))
def test_html_shows_what_was_wrapped_in_markup(pair: tuple[str, str]) -> None:
    html, plain = pair
    seen = document("html", f"<p>Said {html} end</p>")
    assert [block.text for block in seen.blocks if block.kind == "paragraph"] == [f"Said {plain} end"]
    assert_places_hold(seen)


HOSTILE = {
    "markdown": [
        "<", "[", "*", "&", "_", "`", "![", "](", "[a](", "> ", "- ", ">\n", "* a\n", "\\", '<a "',
        "**a", "[[]]", "*a_", "a**b", "``` ",
        "<b>", "~~", "<s>", "|", "a|b\n", "[a]: b\n", "#", "[^", '[a](b "', "[a](b (", "\n", " ", "\t",
        "<div>\n", "a `b", "***", "    - ",
    ],
    "html": [
        "<", "<p>", "<div>", "</div>", "&", "<a ", '<a ="', "<table>", "<td>",
        "<tr><td rowspan=9 colspan=99>", "<li>", "<ul><li>", "<!--",
        "<nav>", "<s>x</s>", "<svg>", "<title>", "<script>", "</li>", " ", "&#", '="',
        "<div hidden>a</div>", "<pre><code>", "<td><div>",
        "<table><td></tr>", "<!", "</",
    ],
    "text": ["a\n", "a", "- a\n", ". ", "“a", "\r", "“a” said B. ", '"', "\f", "2 May 2015 ", "” said ",
    "“a\n\n", "«", "'a' "],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "unit"), [(kind, unit) for kind, units in HOSTILE.items() for unit in units])
def test_time_grows_with_the_length_only(kind: str, unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit)) + " end"
        began = time.process_time()
        document(kind, text)
        return time.process_time() - began

    short = min(seconds(12_500) for _ in range(2))
    long = seconds(100_000)
    if long > 40 * short + 0.1:  # eight times the text; a quadratic step would take 64 times as long
        assert min(long, seconds(100_000)) <= 40 * min(short, seconds(12_500)) + 0.1


def test_fifty_megabytes_on_one_line_are_read() -> None:
    sentence = "On Friday 250 people were counted in the hall. "
    text = sentence * (50_000_000 // len(sentence))
    (block,) = read("draft.txt", text.encode()).blocks
    assert block.text == text.rstrip()
    assert block.anchors == ((0, 0),)

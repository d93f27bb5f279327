"""The HTML page in a real browser, at the widths of a desk, a tablet and a phone, in both colour schemes, on paper."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Browser, find
from samples import RULE, brief, hostile, page

from figures.renderers import RENDERERS, Options


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    executable = find()
    if executable is None:
        message = (
            "there is no Chromium on the PATH, so nobody looks at the HTML report; install chromium to run this test"
        )
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with Browser(executable) as running:
        yield running


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("html") / "report.html"
    text = RENDERERS["html"]([brief(), page(), hostile()], Options(rules={RULE.id: RULE}))
    target.write_text(text, encoding="utf-8")
    return target


@pytest.mark.parametrize("width", [320, 375, 768, 1280, 2000])
def test_nothing_sticks_out_sideways(browser: Browser, report: Path, width: int) -> None:
    browser.open(report, width)
    assert browser.run("window.innerWidth") == width
    assert browser.run("document.documentElement.scrollWidth") <= width
    # What may scroll is a table in its own box.
    beyond = browser.run(
        """[...document.querySelectorAll('body *')]
        .filter(e => !e.closest('.scroll, .vh, .skip, svg') && e.getBoundingClientRect().right > innerWidth + 1)
        .map(e => e.tagName + '.' + e.className)"""
    )
    assert beyond == []


@pytest.mark.parametrize("width", [320, 375, 768])
def test_the_number_of_a_mark_does_not_break_onto_the_next_line(browser: Browser, report: Path, width: int) -> None:
    browser.open(report, width)
    lines = browser.run("[...document.querySelectorAll('.text .q .nb')].map(e => e.getClientRects().length)")
    assert len(lines) > 10
    assert set(lines) == {1}


def test_the_browser_asks_for_nothing_but_the_page(browser: Browser, report: Path) -> None:
    browser.requests.clear()
    browser.open(report, 1280)
    assert set(browser.requests) <= {report.as_uri(), "data:,"}
    assert browser.run("document.title").endswith("Figures")


def test_labels_on_number_lines_do_not_overlap(browser: Browser, report: Path) -> None:
    browser.open(report, 375)
    overlaps = browser.run(
        """[...document.querySelectorAll('svg.nl')].flatMap(svg => {
            const boxes = [...svg.querySelectorAll('.nl-tick')].map(t => t.getBoundingClientRect());
            return boxes.slice(1).filter((box, i) => box.left < boxes[i].right);
        }).length"""
    )
    assert overlaps == 0
    small = browser.run(
        """[...document.querySelectorAll('svg.nl text')]
        .filter(t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a < 9.5).length"""
    )
    assert small == 0


def test_the_scheme_follows_the_reader_and_paper_is_light(browser: Browser, report: Path) -> None:
    browser.open(report, 800, dark=True)
    background = "getComputedStyle(document.body).backgroundColor"
    assert browser.run(background) == "rgb(21, 20, 17)"
    browser.call(
        "Emulation.setEmulatedMedia", media="print", features=[{"name": "prefers-color-scheme", "value": "dark"}]
    )
    assert browser.run("getComputedStyle(document.body).color") == "rgb(27, 26, 23)"
    address = "getComputedStyle(document.querySelector('.origin a'), '::after').content"
    assert "https://example.org/bulletin" in browser.run(address)
    assert browser.run("getComputedStyle(document.querySelector('.card')).breakInside") == "avoid"
    browser.call("Emulation.setEmulatedMedia", media="")


def test_focus_is_visible_and_links_go_back_and_forth(browser: Browser, report: Path) -> None:
    browser.open(report, 1280)
    browser.run("document.getElementById('t1-4').focus({focusVisible: true})")
    assert browser.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    browser.run("document.documentElement.style.scrollBehavior = 'auto'; document.activeElement.click()")
    assert browser.run("location.hash") == "#c1-4"
    assert browser.run("document.getElementById('c1-4').getBoundingClientRect().top >= 0")
    browser.run("document.querySelector('#c1-4 .at a').click()")
    assert browser.run("location.hash") == "#t1-4"


def test_it_prints(browser: Browser, report: Path, tmp_path: Path) -> None:
    browser.open(report, 1280)
    browser.pdf(tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")

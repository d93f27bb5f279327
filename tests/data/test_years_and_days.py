"""Places by year and incidents by day: spans of time, changes, and what headings say of all below them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from lists import BRANCHES, INCIDENTS, PORTS
from slots import check


@pytest.mark.parametrize(("text", "values"), [
    ("In 2015, the ports had {600|660} visitors.", [600]),
    ("In 2014, the ports in the North had {200|220} visitors.", [200]),
    ("Alby had {180|108} visitors in 2016.", [180]),
    ("In 2017, Cove had {300|330} visitors and Dyke {230|320}.", [300, 230]),
    ("The ports had {1,460|1,640} visitors in total since 2016.", [1460]),
    ("Since 2016, the ports had a total of {1,460|1,640} visitors.", [1460]),
    ("After 2015, Cove had {560|650} visitors in total.", [560]),
    ("Between 2014 and 2015, the ports had {1,100|1,010} visitors in total.", [1100]),
    ("From 2014 to 2016, the North had {680|860} visitors in total.", [680]),
    ("In total, the ports had {2,560|2,650} visitors.", [2560]),
    ("The highest number of visitors in 2016 was {260|620}.", [260]),
    ("In 2017, the average number of visitors was {200|300}.", [200]),
    ("In 2014, visitors averaged {125|152}.", [125]),
    ("In 2016, there were {15|25} visitors per ferry.", [15]),
    ("In 2014, {two|three} ports had more than 100 visitors.", [2]),
    ("In 2015, {40|50} percent of the visitors came to the North.", [40]),
])  # fmt: skip
def test_spans_of_years(text: str, values: list[int]) -> None:
    check(text, values, PORTS)


@pytest.mark.parametrize(("text", "values"), [
    ("Visitors rose by {20|25} percent from 2014 to 2015.", [20]),
    ("Visitors rose {60|50} percent between 2014 and 2017.", [60]),
    ("Visitors in the South rose by {20|30} percent from 2014 to 2015.", [20]),
    ("Visitors to Bray fell by {33|43} percent from 2015 to 2016.", [Fraction(100, 3)]),
    ("The number of visitors grew from {500|550} in 2014 to {800|880} in 2017.", [500, 800]),
    ("In 2016, Cove had {80|90} more visitors than Alby.", [80]),
    ("In 2017, Cove had {140|410} more visitors than Alby.", [140]),
    ("In 2017, Cove had {1.9|2.9} times as many visitors as Alby.", [Fraction(300, 160)]),
])  # fmt: skip
def test_changes_and_differences(text: str, values: list[int]) -> None:
    check(text, values, PORTS)


@pytest.mark.parametrize(("text", "values"), [
    ("In 2014, Alby had {120|210} visitors, Bray {80|90}, Cove {200|300} and Dyke {100|110}.", [120, 80, 200, 100]),
    ("In 2017, Cove led with {300|330} visitors, followed by Dyke with {230|320} and Alby with {160|190}.",
     [300, 230, 160]),
    ("In 2014 there were {500|550} visitors; in 2015, {600|650}; in 2016, {660|680}; and in 2017, {800|820}.",
     [500, 600, 660, 800]),
    ("Visitors rose from {500|550} in 2014 to {600|650} in 2015, {660|680} in 2016 and {800|820} in 2017.",
     [500, 600, 660, 800]),
    ("In 2015, the North had {240|420} visitors. The South had {360|630}.", [240, 360]),
    ("Alby had {180|108} visitors in 2016. In 2017 it had {160|106}.", [180, 160]),
])  # fmt: skip
def test_lists_and_what_goes_on_from_the_sentence_before(text: str, values: list[int]) -> None:
    check(text, values, PORTS)


@pytest.mark.parametrize(("text", "values"), [
    ("In 2023 the four branches lent 6,700 items and had {28|38} staff.", [28]),
    ("The two branches in Ystad had {4,300|4,600} loans in 2023.", [4300]),
    ("Abbey had {1,200|2,100} loans in 2021, {1,500|1,900} in 2022 and {1,800|1,300} in 2023.", [1200, 1500, 1800]),
    ("The budget of all four branches was {410,000|420,000} euros in 2023.", [410000]),
    ("In 2021, there were {216|261} loans per member of staff.", [216]),
    ("In 2021, the branches had {216|261} loans per staff member.", [216]),
    ("Castle had {1,700|1,300} more loans than Dock in 2023.", [1700]),
    ("In 2022, {one|two} branch had more than 10 staff.", [1]),
    ("The branches in Lund had {10|13} staff in 2023.", [10]),
    ("Loans rose by {24|42} percent from 2021 to 2023.", [Fraction(1300, 54)]),
])  # fmt: skip
def test_branches_by_year(text: str, values: list[int]) -> None:
    check(text, values, BRANCHES)


@pytest.mark.parametrize(("text", "values"), [
    ("# 2016\n\nThe ports had {660|606} visitors. The North had {240|420}.", [660, 240]),
    ("# Visitors in 2015\n\nThe ports had {600|660} visitors.", [600]),
    ("# Ports in the North\n\nIn 2017, the ports had {270|207} visitors.", [270]),
    ("## Cove\n\nIt had {300|330} visitors in 2017.", [300]),
    ("## South\n\nIn 2016 there were {420|240} visitors.\n\n## North\n\nIn 2016 there were {240|420} visitors.",
     [420, 240]),
])  # fmt: skip
def test_headings(text: str, values: list[int]) -> None:
    check(text, values, PORTS, media_type="text/markdown")


@pytest.mark.parametrize(("text", "values"), [
    ("There were {12|21} incidents in 2023 and {six|nine} in 2024.", [12, 6]),
    ("In March 2023, there were {four|five} incidents.", [4]),
    ("{Four|Five} incidents happened in March 2023.", [4]),
    ("Between January and March 2023 there were {seven|eight} incidents.", [7]),
    ("From January to March 2024 there were {four|three} incidents.", [4]),
    ("There were {six|eight} incidents since 2024.", [6]),
    ("Before 2024, there were {12|21} incidents.", [12]),
    ("In 2024, {10|20} people were injured.", [10]),
    ("The crash on 14 August 2023 injured {five|six} people.", [5]),
    ("On August 14, 2023, {five|six} people were injured.", [5]),
])  # fmt: skip
def test_days_and_months(text: str, values: list[int]) -> None:
    check(text, values, INCIDENTS)


@pytest.mark.parametrize(("text", "values"), [
    ("{Six|Seven} incidents were fires.", [6]),
    ("{Eight|Nine} of the 18 incidents were crashes.", [8]),
    ("In 2023, {five|six} of the incidents were crashes.", [5]),
    ("Of the {12|11} incidents in 2023, {five|six} were crashes.", [12, 5]),
    ("{Five|Six} of the {12|11} incidents in 2023 were crashes.", [5, 12]),
    ("{Eight|Nine} incidents were crashes, {six|five} were fires and {four|three} were floods.", [8, 6, 4]),
    ("{44|54} percent of the incidents were crashes.", [Fraction(400, 9)]),
    ("{Seven|Nine} incidents left nobody injured.", [7]),
    ("Nobody was injured in {seven|ten} incidents.", [7]),
    ("A total of {28|38} people were injured.", [28]),
    ("{Four|Five} incidents had more than two people injured.", [4]),
])  # fmt: skip
def test_kinds_of_what_happened(text: str, values: list[int]) -> None:
    check(text, values, INCIDENTS)

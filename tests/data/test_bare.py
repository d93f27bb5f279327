"""Numbers without a noun, and names behind the number."""

from __future__ import annotations

import pytest
from games import held, verdicts


@pytest.mark.parametrize(("text", "derived"), [
    ("Abel scored 27 with two steals.", {"27": 26, "two": 2}),
    ("Abel scored 27 on 9-of-17 shooting.", {"27": 26}),
    ("Abel had 26 points and Ekberg added 22.", {"26": 26, "22": 21}),
    ("Abel had 26 points and eight rebounds, and Ekberg 22.", {"22": 21}),
    ("Abel scored 26, Ekberg 22 and Brandt 18.", {"26": 26, "22": 21, "18": 17}),
    ("Abel scored 26 with two steals, and Ekberg and Brandt each had 17.", {"17": 21}),
    ("Abel had 26 points, and Brandt had 18 and 11 rebounds.", {"18": 17, "11": 11}),
    ("Brandt grabbed 11 rebounds, four offensive.", {"four": 3}),
    ("Brandt grabbed 11 rebounds, four of them on the offensive glass.", {"four": 3}),
    ("Ekberg had five of Bremen's 13 turnovers.", {"five": 4, "13": 12}),
    ("Porto shot 45 percent from the field to 48 percent for Bremen.", {"45": 45, "48": 47}),
    ("Bremen committed 12 turnovers, compared to 16 for Porto.", {"12": 12, "16": 15}),
    ("Bremen had 27 assists to just 21 for the Sea Lions.", {"27": 27, "21": 20}),
    ("Bremen shot 47 percent from the field and 36 percent from three, while Porto shot 45 percent and 34 percent, "
     "respectively.", {"34": 33}),
    ("Porto got 31 points, six rebounds and four assists from Jansen.", {"31": 30, "six": 6, "four": 4}),
    ("Bremen forced 16 Porto turnovers.", {"16": 15}),
    ("The visitors shot 46 percent and the hosts had 46 rebounds.", {"46": 45}),
    ("The home team had 28 assists.", {"28": 27}),
    ("Bremen forced 15 turnovers while shooting 46 percent from the field.", {"15": 15, "46": 47}),
    ("The Pilots overcame a late run by the Sea Lions to win 107-99.", {"107": 108, "99": 99}),
    ("The Pilots held off the Sea Lions 108-98.", {"108": 108, "98": 99}),
    ("Porto was outrebounded 46-40.", {"46": 45, "40": 40}),
    ("Jansen paced the Sea Lions with 31 points.", {"31": 30}),
])  # fmt: skip
def test_what_a_number_is_of_and_whose(text: str, derived: dict[str, int]) -> None:
    found = held(text, "court")
    assert {number: found[number].derived for number in derived} == derived


@pytest.mark.parametrize("text", [
    "Duarte blocked four shots, giving Bremen eight.",
    "The Pilots had 14 takeaways and won the assist battle 27-20.",
    "Jansen scored half of Porto's points.",
    "Abel scored 9 of his 26 points late.",
    "Brandt grabbed 11 rebounds and Falk had 12 of them.",
    "Jansen finished with five more points than everybody.",
])  # fmt: skip
def test_numbers_of_what_is_not_told_are_left_alone(text: str) -> None:
    assert "inconsistent" not in verdicts(text, "court").values()

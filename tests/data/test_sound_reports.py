"""Reports that are right in every number raise nothing, however much they say of other games."""

from __future__ import annotations

import pytest
from games import held

BASKETBALL = """\
The Linz Comets (12-4) defeated the Graz Ravens (7-9) 101-93 on Friday at the Donau Arena in Linz.
The Comets held on to win their third straight, and have now won eight of their last ten games.
It was close early, with the Comets leading by two at the half, but they outscored the Ravens 51-45 in the second half.
The Ravens led by as many as seven in the second quarter, before the Comets took a 50-48 lead into the break.
The Comets never trailed after the third quarter and led by as many as 14 down the stretch.
Ana Ruiz led with 24 points and nine rebounds, coming up one rebound short of her fifth double-double of the season.
Ruiz has now scored 20 or more points in four straight games and is averaging 26 points over her last five.
Bo Chen had a double-double with 12 points and 11 rebounds, his third in a row.
It was Chen's 10th double-double of the season, and his third in the last four games.
Chen has combined for 27 points and 25 rebounds over his last two games.
Cy Adler chipped in 18 points and five assists off the bench. He has reached double figures in six straight games.
The Ravens lost their second straight and have dropped four of five.
The Ravens fell to 7-9 and have lost two in a row after winning three straight.
The loss snapped a three-game winning streak for the Ravens.
The win snapped a two-game losing streak for the Comets.
The Comets came in on a two-game losing streak, but they got back on track with the win.
The Ravens had won three straight games coming into this one.
Graz entered Friday's game having won four in a row.
The Ravens were looking for their third straight win.
The Comets avoided their third straight loss.
The Comets improved to 8-1 at home, while the Ravens fell to 3-6 on the road.
The Comets improved to 3-0 against the Ravens this season.
The Comets have won 10 straight over the Ravens at home.
The Comets beat the Ravens for the fifth straight time.
Okoye was held to eight points after scoring 20 or more in three straight games.
Okoye had eight points, ending a run of five straight games in double figures.
Okoye, who had averaged 21 points over her previous five games, finished with eight.
The Ravens were playing without their leading scorer, who missed his fourth straight game.
The Comets were without two starters for the second game in a row.
Neither team led by more than three points in the second quarter.
The Comets will look to win their fourth straight when they host Wels on Sunday.
The Ravens will try to avoid a third straight loss on Sunday.
The Ravens will look to snap their two-game losing streak on Sunday.
The Comets shot 48 percent from the field, their fourth straight game above 45 percent.
Ruiz and Chen combined for 36 points and 20 rebounds. The pair combined for 36 of the team's 101 points.
Ruiz and Adler combined for 42 points on 15-of-30 shooting.
Both teams shot well, as the Comets hit 48 percent and the Ravens 42 percent.
The Comets led 30-21 after one, and 76-68 after three.
The Ravens closed the half on a 17-4 run to cut the lead to 50-48 at the break.
The Comets have scored at least 100 points in seven straight games.
The Ravens have lost 9 games this season, four of them by fewer than five points.
Ruiz scored 14 of her 24 points in the fourth quarter.
It was the first time in three games that Ruiz has scored more than 20 points.
Ruiz has scored 20 points in back-to-back games and 50 points in her last two.
The Comets are now 12-4 on the year and have the best record in the league. The Ravens are 7-9.
It was the Comets' third win in a row and sixth in seven games.
The Comets, winners of five straight, host Wels next. The Ravens, losers of two straight, visit Steyr.
Ruiz just missed her first triple-double of the season.
Ruiz posted her 15th 20-point game of the season.
Chen has recorded a double-double in each of his last four games.
Ruiz, who had 30 points in the last game, scored 24 in this one.
The former MVP finished with 24 points. Both Ruiz and Chen played 35 minutes.
"""
MORE = """\
The Comets won their third consecutive game, and Ana Ruiz scored 24 points in the victory.
Ana Ruiz, who averaged 28 points over her previous three games, had 24.
Ana Ruiz averaged 28 points in her previous three outings.
The Comets got off to a quick start in this one, outscoring the Ravens 30-21 in the first quarter.
The Ravens answered back with a 27-20 second quarter to get within two at the half.
The Comets were the better shooters in this game, going 48 percent from the field and 36 percent from three.
The Comets held the Ravens to 42 percent shooting from the field and 31 percent from long range.
The Comets had three players score in double figures, and they won the rebounding battle 44-40.
The Comets outrebounded the Ravens 44-40 and had 12 fewer turnovers.
The Comets will be back in action on Sunday when they travel to take on the Wels Giants (10-6).
The Ravens host the Steyr Bulls on Monday, and the Bulls have won six straight.
Up next, the Comets play the 4-12 Steyr Bulls.
The Comets earned a hard-fought 101-93 victory over the visiting Ravens on Friday.
The Comets jumped out to a nine-point lead after the first quarter and never looked back.
The Ravens trailed by as many as 15 but cut the deficit to two at halftime.
Ruiz's 24 points led all scorers, while Chen's 11 rebounds were a game high.
Ruiz poured in 24 points, her highest total in six games, and grabbed nine boards, her most since March.
Ruiz made it six straight games with at least 20 points.
Adler moved into the starting lineup for the injured Zed Baker, who will miss three games, and scored 18 points.
Adler's 18 points were two shy of his season high of 20.
Di Okoye led the Ravens with 8 points and Ed Moss added six points and five rebounds.
No other Raven scored more than 6 points.
The Ravens, now 7-9, have lost 9 of their 16 games. The Comets are 12-4 and have won 12 of 16.
The Comets have beaten the Ravens in all three meetings this season, by an average of 11 points.
Ruiz and Chen each had at least nine rebounds. Ruiz and Adler each scored at least 18 points.
Ruiz scored 24, Adler 18 and Chen 12. Chen grabbed 11 rebounds, two more than Ruiz.
"""
FOOTBALL = """\
Rovers beat Athletic 3-1 on Saturday, with Tom Hale scoring two goals.
It was 1-1 at half-time before Rovers scored two goals in the second half.
Rovers have now won three straight games and are unbeaten in seven matches.
Athletic have lost two in a row and have scored only one goal in their last two matches.
Hale has scored five goals in his last three matches. Sam Orr has scored three goals in three straight games.
Hale and Orr combined for three goals. Hale had five shots, while Orr had three.
Athletic have won five games this season. Rovers picked up their ninth win of the season.
Rovers led 2-1 after an hour. Rovers went into the break level at 1-1.
Lee Fox scored his first goal in five games. Athletic have not won in four straight games.
Rovers have conceded only two goals in their last five games.
Hale scored two goals, his third brace in four games.
Athletic took a 1-0 lead after ten minutes, but Rovers drew level before the interval.
Rovers extended their winning run to three games. Athletic's losing streak reached two games.
"""
SHOPS = """\
Ashford Mill has sold 54 orders over the last two weeks. Birch Lane has grown three quarters in a row.
Birch Lane led by 20 at the end of the first half. Ashford Mill and Birch Lane combined for 585 orders.
Ashford Mill and Birch Lane each took more than 250 orders. The former had 310 orders and the latter 275.
Birch Lane has won two straight awards. In both regions, orders were above 270.
"""


@pytest.mark.parametrize(("text", "game"), [
    *((line, "basketball") for line in BASKETBALL.splitlines()),
    *((line, "basketball") for line in MORE.splitlines()),
    *((line, "football") for line in FOOTBALL.splitlines()),
    *((line, "shops") for line in SHOPS.splitlines()),
    (BASKETBALL + MORE, "basketball"),
    (FOOTBALL, "football"),
])  # fmt: skip
def test_nothing_is_flagged(text: str, game: str) -> None:
    wrong = {number: match.derived for number, match in held(text, game).items() if match.verdict == "inconsistent"}
    assert wrong == {}


@pytest.mark.parametrize(("text", "checked"), [
    ("The Ravens lost again. Zed Baker scored 9 points and had five assists.", set()),
    ("The Ravens lost again. Baker added 9 points. Their center Zed Baker had 12 rebounds.", set()),
    ("Ana Ruiz had 24 points. Zed Baker, who came off the bench, finished with 11 points and three rebounds.", {"24"}),
    ("The Comets were led by Baker's 9 points.", set()),
    ("The Comets got 24 points from Ana Ruiz and 9 points from Zed Baker.", {"24"}),
    ("The Comets next play the Wels Giants, who have won 20 games.", set()),
    ("The Comets were led by Adler's 18 points, two rebounds and five assists.", {"18", "two", "five"}),
])  # fmt: skip
def test_what_is_said_of_names_in_no_table_is_left_alone(text: str, checked: set[str]) -> None:
    found = held(text, "basketball")
    assert {number for number, match in found.items() if match.verdict != "unchecked"} == checked

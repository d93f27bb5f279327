"""Tables of people, shops, schools, places by year and incidents by day."""

from __future__ import annotations

from slots import rows

CHOIR = {"members": rows("""
name|age|voice|town|rehearsals
Ada Brook|24|Soprano|Hallin|31
Bert Crane|67|Bass|Hallin|40
Cleo Dunn|35|Alto|Merrow|28
Dora Ellis|52|Soprano|Hallin|36
Emil Frost|29|Tenor|Stoke|12
Fay Grant|41|Alto|Merrow|39
Gil Hobbs|70|Bass|Stoke|33
Hana Innes|19|Soprano|Merrow|9
Ivan Joyce|58|Tenor|Hallin|25
Jana Kerr|44|Alto|Hallin|37
Karl Lyons|38|Bass|Stoke|18
Lena Marsh|63|Soprano|Merrow|40
Milo North|22|Tenor|Stoke|6
Nora Olsen|33|Soprano|Hallin|27
""")}  # fmt: skip
SHOPS = {"shops": rows("""
shop|region|staff|sales|returns
Ashby|North|12|480|14
Birley|North|7|310|9
Corham|North|9|355|11
Denby|South|15|610|22
Elton|South|6|240|5
Farley|South|8|300|12
Gorton|East|4|150|3
Hadley|East|11|420|16
Irby|West|5|205|4
Jarvis|West|10|390|13
Kelby|West|13|540|17
""")}  # fmt: skip
SCHOOLS = {"schools": rows("""
school|county|kind|pupils|teachers
Ash Road|Kent|Primary|210|10
Beech Hill|Kent|Primary|180|9
Cross Lane|Kent|Secondary|840|60
Drove End|Surrey|Primary|150|6
Elm Green|Surrey|Secondary|960|64
Fen View|Surrey|Primary|240|12
Grove Park|Essex|Secondary|720|45
Holm Oak|Essex|Primary|120|5
Ivy Bank|Essex|Primary|200|8
""")}  # fmt: skip
PORTS = {"ports": rows("""
port|region|year|visitors|ferries
Alby|North|2014|120|10
Bray|North|2014|80|6
Cove|South|2014|200|14
Dyke|South|2014|100|8
Alby|North|2015|150|11
Bray|North|2015|90|6
Cove|South|2015|210|15
Dyke|South|2015|150|9
Alby|North|2016|180|12
Bray|North|2016|60|5
Cove|South|2016|260|18
Dyke|South|2016|160|9
Alby|North|2017|160|12
Bray|North|2017|110|7
Cove|South|2017|300|20
Dyke|South|2017|230|11
""")}  # fmt: skip
INCIDENTS = {"incidents": rows("""
date|kind|ward|injured
2023-01-04|fire|Mill|2
2023-01-19|flood|Mill|0
2023-02-11|fire|Quay|1
2023-03-02|crash|Park|3
2023-03-08|fire|Mill|0
2023-03-15|crash|Quay|4
2023-03-30|flood|Park|0
2023-05-09|crash|Park|2
2023-06-21|fire|Quay|0
2023-08-14|crash|Mill|5
2023-08-30|crash|Quay|1
2023-11-02|flood|Mill|0
2024-01-12|fire|Park|0
2024-02-03|crash|Quay|2
2024-03-17|crash|Mill|1
2024-03-28|flood|Park|0
2024-04-05|crash|Park|6
2024-07-19|fire|Mill|1
""")}  # fmt: skip
BRANCHES = {"branches": rows("""
branch|city|year|staff|loans|budget_eur
Abbey|Lund|2021|6|1200|90000
Bridge|Lund|2021|4|800|60000
Castle|Ystad|2021|10|2500|150000
Dock|Ystad|2021|5|900|70000
Abbey|Lund|2022|7|1500|99000
Bridge|Lund|2022|4|700|61000
Castle|Ystad|2022|11|2700|160000
Dock|Ystad|2022|6|1100|75000
Abbey|Lund|2023|7|1800|105000
Bridge|Lund|2023|3|600|50000
Castle|Ystad|2023|12|3000|175000
Dock|Ystad|2023|6|1300|80000
""")}  # fmt: skip

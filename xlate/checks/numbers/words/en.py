"""English number words."""

from xlate.checks.numbers.words import Tables

TABLES = Tables(
    cardinals="""
0 zero nil
1 one
2 two
3 three
4 four
5 five
6 six
7 seven
8 eight
9 nine
10 ten
11 eleven
12 twelve
13 thirteen
14 fourteen
15 fifteen
16 sixteen
17 seventeen
18 eighteen
19 nineteen
20 twenty
30 thirty
40 forty
50 fifty
60 sixty
70 seventy
80 eighty
90 ninety
""",
    ordinals="""
1 first firstly
2 second secondly
3 third thirdly
5 fifth
8 eighth
9 ninth
12 twelfth
20 twentieth twenties
30 thirtieth thirties
40 fortieth forties
50 fiftieth fifties
60 sixtieth sixties
70 seventieth seventies
80 eightieth eighties
90 ninetieth nineties
100 hundredth
1000 thousandth
""",
    ordinal_stems="""
4 four
6 six
7 seven
10 ten
11 eleven
13 thirteen
14 fourteen
15 fifteen
16 sixteen
17 seventeen
18 eighteen
19 nineteen
""",
    ordinal_endings="th",
    # "hundred" multiplies like the others, and a smaller number may follow: two hundred and five thousand
    magnitudes="""
100 hundred
1000 thousand thousands
1000000 million millions mln
1000000000 billion billions bln
1000000000000 trillion trillions trn
""",
    bare_magnitudes="hundred thousand million billion trillion",
    multipliers="""
1/2 half
1/4 quarter
""",
    hints="""
1/2|50|30 half
1/2|6 half-year half-yearly
1/4|25|15|3|4 quarter quarters three-quarters
3/4|75|45 three-quarters
1/3|3 thirds
5 fifths
2 both couple pair twice double doubled doubling doubles twin twins duo two-time fortnight
3 thrice triple tripled trio treble hat-trick
4 quadruple foursome foursomes quartet
12 dozen
24 day
7 week weeklong week-long
10 decade decades
100 century
1|12 year yearlong year-long
1|60 hour
1 once single a an sole only alone month another every each
20 score
1000 millennium
""",
    months="""
1 january jan
2 february feb
3 march
4 april apr
5 may
6 june
7 july
8 august aug
9 september sept sep
10 october oct
11 november nov
12 december dec
""",
    and_a_half=r"\s+and\s+a\s+half\b|-and-a-half\b",
    minus="minus|negative",
    below_zero=r"(?:\W+\w+){0,2}\W+below\s+zero",
    morning=r"a\.?m\.?(?!\w)|in\s+the\s+morning",
    afternoon=r"p\.?m\.?(?!\w)|in\s+the\s+(?:afternoon|evening)",
    century=r"centur(?:y|ies)",
)

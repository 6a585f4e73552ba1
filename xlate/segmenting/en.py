"""English: abbreviations, sentence starters and verbs of speech."""

from xlate.segmenting.profile import Profile, words

_DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun")
_MONTHS = words(
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
)
_ZONES = words("GMT UTC BST CET CEST EET EST EDT ET PST PDT PT CST CDT CT MST MDT MT Eastern Pacific Central")

PROFILE = Profile(
    never=words(
        "Mr Mrs Ms Mx Messrs Dr Drs Prof Profs Rev Revd Fr Msgr Hon Mt Ft Gen Lt Col Maj Capt Cmdr Cpl Sgt Adm Brig "
        "Gov Govs Sen Sens Rep Reps Pres Amb Atty Supt Det Insp Pvt Rt vs v cf viz e.g eg i.e Wm Geo Chas Jos Thos "
        "approx"
    ),
    before_number=words(
        "no nos No Nos p pp fig figs Fig Figs sec Sec ch Ch vol vols Vol art Art para Op op pt Pt ver al"
    )
    | words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun"),
    usually=words("etc a.m p.m B.C A.D B.C.E C.E seq ibid"),
    rarely=words(
        "al St Ste Ave Blvd Rd Sq Hwy Inc Corp Co Ltd Plc Bros Jr Sr Esq Ph.D M.D M.A B.A B.Sc M.Sc Dept Univ Assn "
        "Govt Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla "
        "Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que est a.k.a w.r.t incl excl eds"
    ),
    followers={"a.m": _DAYS | _MONTHS | _ZONES, "p.m": _DAYS | _MONTHS | _ZONES},
    starters=words(
        "the a an this that these those he she it they we you i his her its their our your my there here in on at by "
        "for from with without within under over of to into about across against among around behind between during "
        "despite throughout through toward towards upon as but and or nor so yet if when whenever while after before "
        "since although though because until unless once whether however meanwhile moreover furthermore nevertheless "
        "nonetheless instead otherwise therefore thus hence besides also still then now today yesterday tomorrow "
        "tonight later earlier soon recently currently previously finally eventually perhaps maybe according asked "
        "speaking some many most much more few several all both each every another other others such one two three "
        "four five no not nothing nobody none never even only just what who whom why how where which whose is are was "
        "were do does did has have had can could will would should may might must let i'm i've it's he's she's "
        "they're we're that's there's don't didn't"
    ),
    time_leads=words("in on at by since until before after from around about during"),
    speech_verbs=words(
        "said says asked asks told tells wrote writes added adds replied replies answered answers wondered wonders "
        "shouted shouts cried exclaimed yelled demanded inquired queried tweeted posted joked insisted screamed "
        "whispered"
    ),
    exclaimed_names=words("Yahoo Jeopardy Wham Jeb E Oklahoma"),
    run_on_starters=words(
        "The He She They It It's This There These If After While When Although As For By However According Despite"
    ),
    run_on_blockers=words(
        "near than via called named titled entitled told said says film movie book novel song album series show band "
        "class grade group type plan hepatitis vitamin category section level block holy"
    ),
    institutions=words(
        "agency academy association bank board bureau college commission committee congress council court department "
        "federation fund house institute league ministry museum office party society union university"
    ),
    evidence="en",
    title_case=True,
)

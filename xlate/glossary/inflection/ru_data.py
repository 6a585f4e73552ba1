"""Words that Russian rules cannot know: each table names the rule that it is an exception to."""

from __future__ import annotations

INDECLINABLE_SURNAMES_IN_A = frozenset("дюма золя тома петипа люка ферма дега карра бовуа труайя нола гавальда".split())
"""French surnames with the stress on -а, -я keep one form (романы Дюма); Обама, Кафка, Неруда decline."""

NOUNS_IN_INA = frozenset(
    "калина малина смородина щербина былина паутина долина глина скотина година перетятина кручина картина машина "
    "мина тина дружина ветчина лучина рябина осина балерина жемчужина мессина батина кузина щетина пучина мшина "
    "свинина".split()
)
"""Women's surnames in -ина that are nouns (Щербина, Щербины), not possessive (Никитина, Никитиной)."""

FOREIGN_IN_OV_IN = frozenset(
    "чаплин дарвин гершвин франклин корбин мартин болдуин годвин маклафлин голдвин цзиньпин сяопин бюлов вирхов "
    "флотов гутцков бюллов кронин эрскин уэйлин даффин коллин пассин гаскин робин гуин колин макэвин баффин боуин "
    "ирвин маллин меллин арлекин бенджамин валентин эйлин куин хопкин цеппелин расин гобелин вельфлин вёльфлин "
    "мерлин мазарин кальвин дарлин".split()
)
"""Foreign surnames that only look like Russian -ов, -ин: Чаплином, Дарвином, against Пушкиным, Ивановым."""

NOUN_SURNAMES_IN_IJ = frozenset("топчий кобзий бабий кривчий палий кочубий гордий".split())
"""-ий after a hushing or velar consonant is adjectival (Гладкий, Рабочий), except in these."""

NOUN_SURNAMES_IN_OJ = frozenset("прибой строй покой герой отбой зной разбой устой левкой сабодой".split())
"""-ой after a consonant is adjectival (Толстой), except in these."""

PLACE_POSSESSIVES = frozenset("часов марьин карлов гаврилов матвеев".split())
"""Possessives in names of places (Часов Яр, Марьина Горка), which the dictionary has as surnames or not at all."""

SOFT_ADJECTIVE_SURNAMES = frozenset(
    "крайний верхний нижний задний зимний осенний дальний летний передний средний синий давний поздний ранний "
    "соседний домашний бескрайний лишний внешний".split()
)
"""-ний is adjectival in these surnames; Арсений, Евгений are nouns."""

NOUN_SURNAMES_IN_AJA = frozenset("шенгелая мая гая майя лая хурцилая чкуая тодая джалая".split())
"""-ая is a noun's in these (Шенгелая, Шенгелаи); a woman's Тихановская is an adjective."""

RUSSIAN_IN_NIH = frozenset("верхних нижних синих крайних средних дальних задних зимних осенних передних".split())
"""Genitive surnames in -них: indeclinable; German ones in -них, -рих, -лих (Миних, Дитрих, Эрлих) decline."""

FLEETING_SURNAMES = {
    "лев": "льв",
    "соловей": "соловь",
    "воробей": "воробь",
    "муравей": "муравь",
    "орёл": "орл",
    "орел": "орл",
    "козёл": "козл",
    "козел": "козл",
    "осёл": "осл",
    "павел": "павл",
    "журавель": "журавл",
    "стрелец": "стрельц",
    "старец": "старц",
    "волчок": "волчк",
    "сверчок": "сверчк",
    "дубок": "дубк",
    "певец": "певц",
    "купец": "купц",
    "кузнец": "кузнец",
    "чернец": "чернец",
    "жнец": "жнец",
    "горобец": "горобц",
    "молодец": "молодц",
    "скворец": "скворц",
    "чабанец": "чабанц",
    "чтец": "чтец",
    "писец": "писц",
    "борец": "борц",
    "немец": "немц",
    "заяц": "зайц",
}
"""Stems of surnames whose vowel flees or stays against the rule; the rule for -ец drops it in two syllables and
more."""

STRESSED_INSTRUMENTAL = frozenset(
    "головач деркач пугач ткач хрущ сыч лещ ёж еж морж чиж стриж грач ковач швец кравец кузнец стрелец борщ рогач "
    "усач дергач толкач трубач силач скрипач бич кирпич лукич ильич кузьмич фомич певец купец чернец молодец "
    "скворец горобец борец жнец кулич плющ хвощ клещ кулеш гудзь левш палаш мураш кардаш кутуз отец творец "
    "сорокопуд косач бородач циркач палач богач".split()
)
"""Words with the stress on the ending: after ж, ш, ч, щ, ц the instrumental is -ом (Ткачом, Кравцом), elsewhere -ем
(Бушем, Кацем, Лукашевичем)."""

SLAVIC_NAMES_IN_O = frozenset("петро данило михайло павло дмитро кирило гаврило левко самойло сашко".split())
"""First names in -о that decline (у Петра, с Павлом); Марко, Отто, Бруно do not."""

WOMENS_NAMES_IN_SOFT_SIGN = frozenset(
    "любовь нинель рахиль юдифь эсфирь суламифь агарь руфь адель асель гузель айгуль ассоль".split()
)
"""Third-declension first names (Любови, Рахили); other women's names on a consonant do not decline (Мишель,
Элизабет)."""

FOREIGN_PLACES_IN_O = frozenset("сан-марино марино портофино торино кампобассо сорренто".split())
"""Places whose -ино, -ово is not Slavic and which do not decline."""

HALF_INDECLINABLE_PLACES = frozenset("гродно ровно молодечно дубно ковно вильно гнезно дрогичино щучино".split())
"""Places in -но that agencies leave unchanged (в Гродно); the declined form (в Гродне) is kept as a second
spelling."""

SECOND_LOCATIVE = {"крым": "крыму", "дон": "дону", "клин": "клину"}
"""Places after в, на with stressed -у: в Крыму, на Дону. Preferred: after "о" (о Крыме) it is the rarer one in
news."""

INDECLINABLE_PLACES = frozenset(
    "чили перу сочи баку тбилиси хельсинки осло токио киото тольятти поти гори дели миссури гаити".split()
)
"""Known to be indeclinable though they end like plurals."""

PLURAL_GENITIVES = {
    "ошмяны": "ошмян",
    "черновцы": "черновцов",
    "мачулищи": "мачулищ",
    "куропаты": "куропат",
    "поставы": "постав",
    "сумы": "сум",
    "бровары": "броваров",
    "багамы": "багам",
    "сейшелы": "сейшел",
    "ромны": "ромен",
}
"""Genitives of plural places that the dictionary lacks; elsewhere -ов after т, д, none after other consonants."""

MASCULINE_IN_SOFT_SIGN = frozenset(
    "ирпень коростень ярославль кремль севастополь симферополь мариуполь мелитополь тернополь никополь ставрополь "
    "израиль брюссель марсель версаль ковель мозырь чернобыль уэльс кёльн рубль январь февраль апрель июнь июль "
    "сентябрь октябрь ноябрь декабрь шанхель ямполь борисполь гомель лель галиль фестиваль секретарь руководитель "
    "представитель председатель учитель писатель король царь князь государь вождь".split()
)
"""Nouns in -ь that are masculine when a termbase does not say so; others are feminine (Сибирь, Роснефть)."""

UNSTRESSED_EC = frozenset("каменец немец перец старец заяц палец месяц агнец".split())
"""Words in -ец with the stress before it: instrumental -ем (Немцем); others have -ом (Кравцом)."""

PLACE_STEMS = {"новогрудок": "новогрудк", "городок": "городк", "елец": "ельц", "донец": "донц"}
"""Towns whose vowel flees; so it does in all in -ец (Островца, Череповца)."""

"""Verbs of the target languages right before a name: what case they ask for, and whether they are active or passive.

Stems, so that every form of a verb counts and a garbled ending does not matter.  Only consulted where the English says
that the name is the verb's object: «сказал Путин» and «сказал Путину» look alike up to the name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from xlate.glossary.concept import Case

_SHORT = {"g": Case.GENITIVE, "d": Case.DATIVE, "a": Case.ACCUSATIVE, "i": Case.INSTRUMENTAL}

_STEMS = {
    "ru": """
        d  сказал рассказ сообщ обеща пообещ помог помож помога угрож пригроз довер повер верит верил верят ответ дал
           дала дали дают дает подар переда предлож запрет позвол разреш посовет напомн приказ отда заплат написал
           писал объясн показал принадлеж меша помеша завид присуд посочувств аплодир
        a  поблагодар благодар поздрав критик раскритик поддерж посещ посет приглас приглаш арест задерж обвин осуд
           победил побежд избра избир назнач увиде виде люб ненавид покин атак захват освобод убил убива слуша чита
           прочит сменил замени возглав предупред приговор встретил встреча обсуд описа
        i  горд руковод управля интересу восхищ польз владе занима обменялис обменялс
        g  боит боял избега добил достиг
        """,
    "uk": """
        d  сказа розпов розказ повідом обіця пообіця допом погрож загрож погроз довір повір вірит вірил відпов дав дала
           дали дают подарув передав передал запропон заборон дозвол порад нагад наказ відда заплат писав написав
           написал поясн показа належ подяк дякув вибач присуд аплод
        a  вітав привіт поздоров критик розкрит підтрим відвід запрос запрош арешт затрим звинувач засуд переміг
           перемог обрал обрав призначи побач бачи люби ненавид покин залиш атак захопи звільни вбил убил вбив слуха
           чита прочит зміни заміни очоли поперед зустрі обговор
        i  пиша керу цікав захоплю користу володі обмінялис обмінявс
        g  боїть бояв уника
        """,
    "be": """
        d  сказа раска расказ паведам абяца паабяца дапам дапама пагража пагроз давяра павер верыц верыў адказ даў дала
           далі падар перада прапан забаран дазвол параі нагад загад адда заплац напіса пісаў растлум паказа належ
           падзяк дзяк прысудз аплад
        a  павінш віншав крытык раскрыт падтрым наведа запрас арышт затрым абвінавац асудз перам абра выбра прызначы
           убачы бачы люб ненавід пакін атак захап вызвал забіл забіў слуха чыта прачыт змяні замяні узнач ўзнач
           папярэдз сустрэў сустрэл абмерк
        i  ганар кіру цікав захапля карыста валод абмяняліс абмяняўс
        g  баіц баяў
        """,
}


def _table(text: str) -> tuple[tuple[str, Case], ...]:
    rows, case = [], Case.NOMINATIVE
    for word in text.split():
        if word in _SHORT:
            case = _SHORT[word]
        else:
            rows.append((word, case))
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


_GOVERNMENT = {language: _table(text) for language, text in _STEMS.items()}

_ACTIVE = {
    "ru": re.compile(r"(?:[аеиыяоу]л[аои]?|[еиу]т|[ую]т|[ая]т)$"),
    "uk": re.compile(r"(?:[аеиіоуя]в|[аеиіоуя]л[аио]|є|ить|ють|уть)$"),
    "be": re.compile(r"(?:[аеіыоуяэ]ў|[аеіыоуяэ]л[аіо]|е|іць|ыць|юць|уць|яць|аць)$"),
}
_PASSIVE = {
    "ru": re.compile(r"(?:[аяеё]н[аоы]?|[аяеё]нн(?:ый|ая|ое|ые|ого|ой|ому|ым|ом|ую|ых|ыми)|[ыияу]т[аоы]?|с[яь])$"),
    "uk": re.compile(r"(?:[аяеє]н(?:о|ий|а|е|і|ого|ої|ому|им|ою|у|их|ими)?|[иія]т(?:о|ий|а|е|і)|с[яь])$"),
    "be": re.compile(r"(?:[аяеё]н(?:а|ы|ая|ае|ыя|ага|ай|аму|ым|ую|ых|ымі)?|[ыія]т(?:а|ы|ая|ае|ыя)|с[яь])$"),
}
_PLURAL_NOUN = {  # работнікаў, гадоў; працівників: they end as verbs do
    "uk": re.compile(r"(?:[кц]|нт|ст|(?<!г)ор|ер|ан|ін|он)ів$"),
    "be": re.compile(r"(?:н[іа]к|нт|ст|ор|ер|ц|[аіяы]н)аў$|(?<!ш)оў$"),
}
_NOUN = re.compile(r"(?:к[аиуеіо]|к[оа][йю]|[иі][яюії]|[иі]ей|цы)$")  # поддержку, критика: nouns of the same stems
_LAST_WORD = re.compile(r"([\w'’-]+)(?: не)?\s+[«\"“„]?$")


@lru_cache(maxsize=1_000)  # asked several times in a row
def last_word(before: str) -> str:
    """The word right before a name, in lower case; empty if punctuation stands between."""
    match = _LAST_WORD.search(before)
    return match[1].lower() if match else ""


def object_case(before: str, language: str) -> Case | None:
    """The case that the verb at the end of ``before`` asks of its object; None for other words."""
    word = last_word(before)
    if not word or _NOUN.search(word):
        return None
    return next((case for stem, case in _GOVERNMENT.get(language, ()) if word.startswith(stem)), None)


def is_active_verb(before: str, language: str) -> bool:
    """Whether ``before`` ends in what looks like an active verb form."""
    word = last_word(before)
    if language in _PLURAL_NOUN and _PLURAL_NOUN[language].search(word):
        return False
    return language in _ACTIVE and bool(_ACTIVE[language].search(word)) and not is_passive(before, language)


def is_passive(before: str, language: str) -> bool:
    """Whether ``before`` ends in what looks like a passive participle or a reflexive verb."""
    return language in _PASSIVE and bool(_PASSIVE[language].search(last_word(before)))

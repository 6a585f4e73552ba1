"""Function words, by language: even where a form of a term is spelt alike, «после» (посол), it is not meant."""

from __future__ import annotations

FUNCTION_WORDS = {
    "en": frozenset(
        "a an the and or but if of in on at to for from by with as is are was were be been he she it they we you i his "
        "her its their our your this that these those not no so do does did has have had will would can could may "
        "might must who what which when where why how there here then than all any some one us them him me my".split()
    ),
    "ru": frozenset(
        "и в во на с со к ко по о об от до из у за для при без над под не ни но а или что как так это он она они мы вы "
        "я его её ее их был была были есть все всё кто где когда уже ещё еще же бы ли "
        "после между через перед около кроме среди против вокруг также тоже если чтобы".split()
    ),
    "uk": frozenset(
        "і й та в у на з із зі до від по про за для при без над під не ні але а або що як так це він вона вони ми ви я "
        "його її їх був була були є все хто де коли вже ще ж би чи "
        "після між через перед біля крім серед проти навколо також теж якщо щоб".split()
    ),
    "be": frozenset(
        "і й ды у ў на з са да ад па пра за для пры без над пад не ні але а або што як так гэта ён яна яны мы вы я яго "
        "яе іх быў была былі ёсць усё хто дзе калі ужо ўжо яшчэ ж бы ці "
        "пасля між праз перад каля акрамя сярод супраць вакол таксама каб".split()
    ),
}
"""Written by hand: words that any sentence may have, some as often as every second sentence."""

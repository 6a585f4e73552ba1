"""The words that boilerplate is made of, in four languages: data for the rules, no decisions.

One regular expression a line, matched without regard to case; ``'`` stands for any apostrophe, lines that begin with
``#`` name the language.  They come from general knowledge of English, Russian, Ukrainian and Belarusian news sites, not
from any one page.
"""

READ_MORE = r"""
# en
(?:also )?read(?:ing)?(?: more| also| next| this(?: next)?| on)?
also read
see also
more(?: on this)?
related(?: \w+){0,2}
(?:you may|you might) also (?:like|be interested in)
don't miss
more (?:from|in) (?:this|our) \w+
most (?:viewed|commented|shared)
you might have missed
up next
sponsored links(?: by \w+)?
watch(?: also)?
more (?:on|from|about) (?:this|the) (?:story|topic|subject|author)
further reading
recommended(?: \w+)?
more stories
(?:latest|top|most[- ]read|most popular|trending)(?: news| stories)?
editor's picks?
explore more(?: on these topics)?
what to read next
keep reading
in case you missed it
listen(?: now)?
read the full story
# ru
читай?те (?:также|ещё|еще|далее|по теме)
читать (?:также|ещё|еще|далее|по теме)
смотрите (?:также|ещё|еще)
смотреть также
(?:ещё|еще|больше|материалы|статьи|новости|другие новости|другие материалы) по (?:этой )?теме
по теме
(?:подробнее|подробности)(?: об этом| читайте)?
ранее по теме
рекомендуем(?: почитать| прочитать)?
вам может быть интересно
вас может заинтересовать
это интересно
не пропустите
популярное
самое (?:читаемое|популярное|важное)
(?:последние|главные) новости
лента новостей
другие новости
похожие (?:новости|материалы|статьи)
узнайте больше
(?:вам )?(?:может|также может) понравиться
читайте в (?:номере|рубрике|этом номере)
(?:ещё|еще) (?:новости|статьи|материалы)
(?:сейчас|сегодня) читают
что (?:почитать|читать) дальше
дальше — больше
что ещё почитать
# uk
читай?те (?:також|ще|далі|за темою)
читати (?:також|ще|далі|більше)
дивіться (?:також|ще)
(?:ще|більше|матеріали|статті|новини) (?:за|по) (?:цією |цій )?тем(?:ою|і)
(?:за|по) тем(?:ою|і)
детальніше
докладніше
раніше за темою
рекомендуємо(?: почитати| прочитати)?
не пропустіть
вам (?:може бути цікаво|буде цікаво)
вас може зацікавити
вам (?:може|також може) сподобатис[яь]
зараз читають
що почитати(?: далі)?
найчитаніше
не пропустіть
популярне
найпопулярніше
(?:останні|головні|інші) новини
стрічка новин
схожі (?:новини|матеріали|статті)
# be
чытай?це (?:таксама|яшчэ|далей|па тэме)
чытаць (?:таксама|яшчэ|далей|болей)
глядзіце (?:таксама|яшчэ)
(?:яшчэ|больш|болей|матэрыялы|артыкулы|навіны) (?:па|на) (?:гэтай |гэтую )?тэм[еу]
(?:па|на) тэм[еу]
падрабязней
раней па тэме
раім (?:пачытаць|прачытаць)
рэкамендуем(?: пачытаць| прачытаць)?
вам можа быць цікава
вас можа зацікавіць
вам (?:можа|таксама можа) спадабацца
зараз чытаюць
што пачытаць(?: далей)?
найбольш чытанае
не прапусціце
папулярнае
самае (?:чытанае|папулярнае)
(?:апошнія|галоўныя|іншыя) навіны
стужка навінаў?
падобныя (?:навіны|матэрыялы|артыкулы)
"""
"""What stands before a link to another article."""

ASKING = r"""
# en
(?:please )?sign up(?= (?:to|for|here|now|today|below)\b)
(?:please )?subscribe(?= (?:to|for|here|now|today|and)\b)
follow (?:us|our)\b
(?:like|join|find|watch|read|listen to) (?:us|our)\b
(?:download|get|install|try) (?:the|our)\b
(?:please )?support (?:us|our|independent|quality)\b
(?:please )?(?:donate|become a (?:member|supporter|patron|subscriber))\b
(?:do you have|have you got|got|have|send us) (?:a|any|your) (?:\w+ )?(?:story|tips?|questions?|photos?|news)\b
(?:let us know|contact us|get in touch|write to us|email us|e-mail us|tell us)\b
stay (?:informed|up to date|tuned|updated)
(?:enjoy|start|renew|try) (?:your|a|unlimited|ad-free)\b
never miss\b
want (?:more|to (?:read|get|receive|help))\b
(?:like|liked|enjoying|enjoyed) (?:this|what)\b
click here\b
thanks for reading\b
to (?:receive|get|support|read) (?:new|more|our|all|this)\b
if you (?:liked?|enjoyed|value)\b
follow \S.{1,40} on (?:x|twitter|facebook|instagram|telegram|bluesky|threads|youtube|whatsapp)\b
(?:your|every) (?:support|donation|contribution|pound|dollar|euro)\b
we (?:rely|depend) on\b
(?:please )?consider (?:becoming|supporting|donating|subscribing)\b
join (?:the conversation|our|thousands)\b
log in\b
get (?:our|the) (?:\w+ ){0,3}(?:in your|delivered|sent|newsletter|app|best|latest|top)\b
turn on notifications\b
this (?:article|newsletter|story) (?:is|was) (?:free|made possible|brought to you)\b
be the first to\b
# ru
подпи(?:шитесь|сывайтесь|шись|сывайся|саться)\b
присоединяйтесь\b
следите за (?:нами|нашими|новостями|нашим)\b
(?:читайте|смотрите|слушайте|ищите) нас\b
скачайте\b
скачивайте\b
установите (?:наше )?приложение\b
поддержите\b
если вам (?:понравил|нравит)\w+
подпис(?:ать|ывать)ся на\b
(?:пожертвовать|помочь (?:нам|редакции|проекту))\b
мы (?:существуем|работаем|живём|живем) (?:на|благодаря)\b
поддержать (?:нас|редакцию|проект)\b
станьте (?:частью|нашим|подписчиком)\b
оформите (?:подписку|донат|пожертвование)\b
(?:понравил(?:ся|ась|ось)|понравилась ли вам|нравится) (?:\S+ )?(?:текст|статья|материал|новость|публикация|то, что)
хотите (?:помочь|получать|читать|знать|больше|первыми|быть)\b
(?:есть что рассказать|есть новость|стали свидетелем)
(?:пишите|напишите|присылайте|сообщите) нам\b
свяжитесь с нами\b
будьте в курсе\b
не пропустите\b
больше новостей\b
чтобы (?:быть в курсе|не пропустить)\b
(?:самые )?(?:важные|главные|интересные|свежие) новости\b
включите уведомления\b
ставьте лайк\b
жмите\b
мы (?:есть )?в (?:telegram|телеграме?|viber|instagram|facebook|соцсетях)\b
наш (?:канал|telegram|телеграм)[\w-]*\b
# uk
підпи(?:шіться|шись|суйтес[ья]|суйся|сатис[ья])\b
(?:при|до)єднуйтес[ья]\b
долучайтес[ья]\b
(?:стежте|слідкуйте|стежити) за (?:нами|нашими|новинами|нашим)\b
(?:читайте|дивіться|слухайте|шукайте) нас\b
завантаж(?:те|уйте)\b
встановіть (?:наш )?(?:додаток|застосунок)\b
підтрима(?:йте|ти)\b
якщо вам (?:сподоба|подоба)\w+
підпис(?:ати|увати)ся на\b
(?:пожертвувати|допомогти (?:нам|редакції|проєкту))\b
ми (?:існуємо|працюємо|живемо) (?:на|завдяки)\b
стан(?:ьте|ь) (?:частиною|нашим|підписником|патроном)\b
оформ(?:іть|ити) (?:підписку|донат)\b
сподобал(?:ась|ося|ося|ася|ось|ась|вся|ася) (?:\S+ )?(?:стаття|текст|матеріал|новина)
сподобався (?:\S+ )?(?:текст|матеріал)
хочете (?:допомогти|отримувати|читати|знати|більше|бути)\b
(?:пишіть|надсилайте|повідомте) нам\b
зв'яжіться з нами\b
будьте в курсі\b
не пропустіть\b
більше новин\b
щоб (?:бути в курсі|не пропустити)\b
(?:найважливіші|головні|найцікавіші|свіжі) новини\b
тисніть\b
увімкніть сповіщення\b
ми (?:є )?в (?:telegram|телеграмі|viber|instagram|facebook|соцмережах)\b
наш (?:канал|telegram|телеграм)[\w-]*\b
# be
падпі(?:шыцеся|шыся|свайцеся|свайся|сацца)\b
далучайцеся\b
(?:сачыце|сачыць) за (?:намі|нашымі|навінамі|нашым)\b
(?:чытайце|глядзіце|слухайце|шукайце) нас\b
спампу(?:йце|йце)\b
(?:усталюйце|загрузіце) (?:нашу? )?(?:праграму|дадатак|прыкладанне)\b
падтрыма(?:йце|ць)\b
калі вам (?:спадаба|падаба)\w+
падпіс(?:ацца|вацца) на\b
(?:ахвяраваць|дапамагчы (?:нам|рэдакцыі|праекту))\b
мы (?:існуем|працуем|жывём) (?:на|дзякуючы)\b
стань(?:це)? (?:часткай|нашым|падпісчыкам|патронам)\b
аформіце (?:падпіску|данат)\b
спадаба(?:ўся|лася|лася) (?:\S+ )?(?:тэкст|артыкул|матэрыял|навіна)
хочаце (?:дапамагчы|атрымліваць|чытаць|ведаць|больш|быць)\b
(?:пішыце|дасылайце|паведаміце) нам\b
звяжыцеся з намі\b
будзьце ў курсе\b
не прапусціце\b
больш навін\b
каб (?:быць у курсе|не прапусціць)\b
(?:самыя )?(?:важныя|галоўныя|цікавыя|свежыя) навіны\b
мы (?:ёсць )?ў (?:telegram|тэлеграме?|viber|instagram|facebook|сацсетках)\b
наш (?:канал|telegram|тэлеграм)[\w-]*\b
націскайце\b
наша рэдакцыя працуе\b
"""
"""What asks the reader to do something for the outlet; at the beginning of a sentence."""

CHANNELS = r"""
# en
news ?letters?
bulletins?
(?:mailing|email) lists?
inbox
briefing
\bapps?\b
telegram
whatsapp
viber
instagram
facebook
youtube
twitter
google news
patreon
podcasts?
subscri(?:be|ption)
member(?:ship)?
push notifications?
e-?mail
channel
donat\w+
@
https?://
t\.me/
click here
ad-free
free trial
unlimited access
\btips?\b
# ru
рассылк\w*
канал\w*
телеграм\w*
телеграм-?бот\w*
приложени\w*
подписк\w*
соцсет\w*
вайбер\w*
ютуб\w*
инстаграм\w*
донат\w*
пожертвован\w*
вконтакте
одноклассник\w*
дзен\w*
чат-?бот\w*
редакци\w*
друзьям
# uk
розсилк\w*
телеграм\w*
застосун\w*
додат(?:ок|ку|ком)
підписк\w*
соцмереж\w*
вайбер\w*
ютуб\w*
спільнот\w*
журналістик\w*
редакці\w*
донат\w*
пожертв\w*
друзям
# be
рассылк\w*
тэлеграм\w*
дадат(?:ак|ку)
падпіск\w*
сацсет\w*
вайбер\w*
ютуб\w*
супольнасц\w*
журналістык\w*
рэдакцы\w*
данат\w*
ахвярав\w*
"""
"""Where or by what means the reader is asked to."""

OURS = r"""
# en
\b(?:our|us|your|we)\b
never miss
for free
every (?:day|morning|week|\w+day)
the best (?:of|stories)
(?:ios|android|app store|google play)
# ru
\b(?:наш\w*|нас|нам|нами|ваш\w*|вас|вам)\b
первыми
лучшие тексты
раз в неделю
кажд\w+ (?:день|утро|неделю|пятницу)
редакци\w+
чтобы не пропустить
# uk
\b(?:наш\w*|нас|нам|нами|ваш\w*|вас|вам)\b
першими
щоп'ятниці
щотижня
щодня
щоранку
щоб не пропустити
незалежну журналістику
редакці\w+
# be
\b(?:наш\w*|нас|нам|намі|ваш\w*|вас|вам)\b
першымі
штотыдзень
штодня
штораніцы
каб не прапусціць
незалежную журналістыку
рэдакцы\w+
"""
"""Signs that the outlet speaks of itself and to the reader."""

ROLES = r"""
# en
(?:reporter|correspondent|journalist|columnist|editor|staff writer|writer|freelancer|contributor|producer)s?
(?:bureau chief|commentator|photographer|intern|fellow|analyst|author)s?
# ru
(?:корреспондент|журналист|редактор|обозреватель|колумнист|автор|репортёр|репортер|публицист|фотограф|собкор)(?:ка|ша)?
# uk
(?:кореспондент|журналіст|редактор|оглядач|колумніст|автор|репортер|фотограф|публіцист)(?:ка|ша)?
# be
(?:карэспандэнт|журналіст|рэдактар|аглядальнік|калумніст|аўтар|рэпарцёр|фатограф|публіцыст)(?:ка)?
"""
"""What the people are who write articles."""

BIO = r"""
# en
based in
(?:her|his|their) (?:focus|beat|work|reporting|writing)\b
(?:covers|covering|reports on|reporting on|writes about|writing about|specializ\w+ in|specialis\w+ in)\b
joined [A-Z]\w+
you can (?:get in touch|contact|follow|reach|find)
follow (?:her|him|them)\b
e-?mail
previously (?:worked|wrote)
is the author of
graduate of
read more$
languages:
@\w
# ru
пиш(?:ет|у) (?:о|об|про)\b
освеща(?:ет|ю)\b
работает в\b
специализируется
в журналистике с
автор книг
окончил\w*
ведёт рубрику
темы:
# uk
пиш(?:е|у) (?:про|о)\b
висвітлює\b
працює в\b
спеціалізується
у журналістиці (?:з|від)
авторк?а? книг
закінчи\w+
веде рубрику
теми:
# be
піша (?:пра|аб)\b
асвятляе\b
працуе ў\b
спецыялізуецца
у журналістыцы з
аўтарк?а? кніг
скончы\w+
вядзе рубрыку
тэмы:
"""
"""What a note about a writer says."""

WRITER_HEADINGS = r"""
# en
about (?:the |our )?(?:writers?|authors?|reporters?|contributors?|journalists?)
written by
(?:meet )?the authors?
contributors?
# ru
об авторах?
об авторе (?:текста|статьи)
авторы?
о журналисте
# uk
про (?:автора|авторку|авторів)
автори?
авторка
про журналіст(?:а|ку)
# be
пра (?:аўтара|аўтарку|аўтараў)
аўтары?
аўтарка
пра журналіст(?:а|ку)
"""
"""Headings above a note about the writer."""

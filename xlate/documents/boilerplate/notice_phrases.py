"""The words of small notices, in four languages; the same conventions as in ``phrases``.  ``$`` ends the block."""

COOKIES = r"""
# en
(?:we|this (?:web)?site) uses? cookies
by (?:continuing|using|clicking).{0,80}(?:cookies|privacy policy|terms)
accept (?:all )?cookies
privacy notice\s*:
by (?:signing up|subscribing|submitting),? (?:you|i)\b
# ru
мы используем (?:файлы )?cookie
(?:нажимая|подписываясь|отправляя|оставаясь)\b.{0,60}(?:вы соглашаетесь|вы принимаете|вы даёте|вы даете)
(?:этот |наш )?сайт использует (?:файлы )?cookie
# uk
ми використовуємо (?:файли )?cookie
(?:натискаючи|підписуючись|надсилаючи|залишаючись)\b.{0,60}(?:ви погоджуєтес|ви приймаєте|ви даєте)
(?:цей |наш )?сайт використовує (?:файли )?cookie
# be
мы выкарыстоўваем (?:файлы )?cookie
(?:націскаючы|падпісваючыся|дасылаючы|застаючыся)\b.{0,60}(?:вы згаджаецеся|вы прымаеце|вы даяце)
(?:гэты |наш )?сайт выкарыстоўвае (?:файлы )?cookie
"""
"""At the beginning of a block."""

RIGHTS = r"""
# en
^\W*(?:©|\(c\)|copyright\b)
^[^.!?]{2,50}(?:©|\(c\)) ?(?:\d{4}|$)
\ball rights reserved\b(?!,)
^\W*(?:the )?(?:opinions?|views?) (?:expressed|of (?:the )?authors?).{0,120}(?:own|not|alone)
^\W*(?:supported by|with (?:the )?support (?:of|from))\b[^.!?]{0,40}$
^\W*(?:this (?:project|series) (?:was|is) (?:supported|funded))\b
^\W*(?:the )?(?:reprint|reproduction|copying|republi\w+).{0,120}(?:link|permission|required)
^\W*when (?:quoting|citing|reprinting|using).{0,120}(?:link|permission|required)
(?:is|are|isn't) not responsible for the content
^\W*this (?:story|article|report|text|piece) (?:was|is) (?:originally|first) published
^\W*this (?:story|article|report|text|piece) (?:was|is) (?:produced|supported|funded|made possible)
# years
^\W*\d{4}\s*[-–—]\s*\d{4}\b
# ru
все права (?:защищены|сохранены)(?!,)
^\W*(?:(?:текст|материал|статья|проект)\w* )(?:(?:созда|подготовле|опубликова|выполне)\w+ )?при (?:\w+ )?поддержке\b
^\W*при (?:\w+ )?поддержке\b[^.!?]{0,40}$
(?:мнени|взгляд|точка зрения).{0,60}не (?:обязательно )?(?:совпада|отража)
(?:перепечатка|копирование) .{0,40}(?:запрещен|только с)
при (?:использовании|перепечатке|цитировании|копировании).{0,120}(?:ссылк|разрешени)
^\W*(?:перепечатка|использование материалов|копирование).{0,80}(?:разрешени|согласи|ссылк|запрещ)
свидетельство о регистрации
редакция (?:не несёт|не несет|может не разделять)
мнение (?:редакции|автора).{0,40}совпада
# uk
(?:усі|всі) права захищен[іо](?!,)
^\W*(?:(?:текст|матеріал|стаття|проєкт)\w* )(?:(?:створе|підготов|опубліков|викона)\w+ )?за (?:\w+ )?підтримки\b
^\W*за (?:\w+ )?підтримки\b[^.!?]{0,40}$
(?:погляд|думк|позиці).{0,60}не (?:обов'язково |завжди )?(?:збіга|відобража)
(?:при|у разі|за) (?:використанн[іия]|передруку|цитуванн[іия]|копіюванн[іия]).{0,120}(?:посиланн|дозвол)
^\W*(?:передрук|використання матеріалів|копіювання).{0,80}(?:дозвол|згод|посиланн|заборон)
ідентифікатор медіа
редакція (?:не несе|може не поділяти)
# be
усе правы абаронен[ыя](?!,)
^\W*(?:(?:тэкст|матэрыял|артыкул|праект)\w* )(?:(?:створа|падрыхтава|апублікава|зробле)\w+ )?пры (?:\w+ )?падтрымцы\b
^\W*пры (?:\w+ )?падтрымцы\b[^.!?]{0,40}$
(?:погляд|думк|меркаванн|пазіцы).{0,60}не (?:абавязкова |заўсёды )?(?:супада|адлюстроўва)
(?:пры|у выпадку) (?:выкарыстанні|перадруку|перадрукоўцы|цытаванні|капіяванні).{0,120}(?:спасылк|дазвол)
^\W*(?:перадрук|выкарыстанне матэрыялаў|капіяванне).{0,80}(?:дазвол|згод|спасылк|забарон)
рэдакцыя (?:не нясе|можа не падзяляць)
"""
"""Anywhere in a block."""

POLICIES = r"""
terms(?: (?:of|and) \w+)?
privacy(?: policy| notice)?
cookies?(?: policy)?
about(?: us)?
contacts?(?: us)?
advertise
accessibility(?: help)?
help
careers
imprint
sitemap
do not sell(?: or share)? my (?:personal )?(?:information|data)
complaints(?: (?:&|and) corrections)?
corrections
all topics
mobile version
(?:modern slavery|ethics) (?:statement|policy)
о проекте
контакты
рекламодателям
вакансии
мобильная версия
про проєкт
контакти
рекламодавцям
вакансії
пра праект
кантакты
рэкламадаўцам
вакансіі
политика конфиденциальности
пользовательское соглашение
політика конфіденційності
умови користування
палітыка прыватнасці
умовы выкарыстання
"""
"""Links in the last line of a site; a block of nothing else."""

SHARE = r"""
# en
share(?: (?:this|full|on|via|to|with|it|story|article|post|page|friends))*\W*$
share (?:this )?(?:on|via|to|with) (?:facebook|telegram|twitter|x|whatsapp|viber|linkedin|e-?mail)\W*$
(?:copy link|tweet|email this(?: page)?|print(?: this)?(?: page)?|save|bookmark|send to a friend)\W*$
(?:reuse this content)\W*$
# ru
подел(?:иться|итесь|ись)(?: (?:с друзьями|в|во|этой|ссылкой|новостью|статьёй|статьей|материалом)\b.{0,60})?\W*$
(?:в )?(?:распечатать|версия для печати)\W*$
(?:расскажите друзьям|распечатать|отправить другу)\W*$
# uk
пошири(?:ти|ть|тися)(?: (?:в|у|на|через|цю|статтю|новину|facebook|telegram|viber|x)\b.{0,60})?\W*$
поширити(?: (?:facebook|telegram|viber|whatsapp|twitter|x|e-?mail|\d+))+\W*$
поділи(?:тися|тись|ться)(?: (?:з друзями|в|у|цією|посиланням|новиною|статтею)\b.{0,60})?\W*$
(?:розповісти друзям|роздрукувати|надіслати другу)\W*$
# be
(?:распаўсюдзіць|пашырыць)(?: (?:ў|у|праз|facebook|telegram|viber|x)\b.{0,60})?\W*$
падзялі(?:цца|цеся)(?: (?:з сябрамі|у|ў|гэтай|спасылкай|навіной|артыкулам)\b.{0,60})?\W*$
(?:расказаць сябрам|раздрукаваць|даслаць сябру)\W*$
"""
"""At the beginning of a block of at most 100 characters; buttons of networks may follow a colon."""

SHARE_LABEL = r"""
share(?: (?:this|on|via))?\s*:
поделит(?:ься|есь)\s*:
поділи(?:тися|ться)\s*:
падзялі(?:цца|цеся)\s*:
"""
"""Before the names of networks."""

TAGS = r"""
(?:tags?|topics?|keywords?|tagged(?: as| in)?|filed under|in this story|related topics?|categories|category)\s*(?::|$)
(?:теги|метки|ключевые слова|темы|рубрики|рубрика)\s*(?::|$)
(?:теги|мітки|ключові слова|теми|рубрика)\s*(?::|$)
(?:тэгі|цэтлікі|меткі|ключавыя словы|тэмы|рубрыка)\s*(?::|$)
"""
"""At the beginning of a block that does not end like a sentence."""

COMMENTS = r"""
# en
(?:leave|post|add|write|view|show|hide|see|read) (?:a |all |your )?(?:\d+ )?(?:comments?|reply)\b
comments?(?: \(?\d+\)?)?\W*$
\d+ comments?\W*$
join the (?:conversation|discussion)
(?:log|sign) in to (?:comment|leave|reply)
your e-?mail address will not be published
# ru
комментари(?:ев|и)\s*: ?\d+\W*$
(?:комментари(?:и|ев|й)(?: \(?\d+\)?)?|комментировать|обсуждение)\W*$
оставить комментарий
(?:войдите|авторизуйтесь|зарегистрируйтесь).{0,60}комментари
чтобы оставить комментарий
# uk
коментар(?:ів|і)\s*: ?\d+\W*$
(?:коментар(?:і|ів)?(?: \(?\d+\)?)?|коментувати|обговорення)\W*$
залишити коментар
(?:увійдіть|авторизуйтес[ья]|зареєструйтес[ья]).{0,60}коментар
щоб залишити коментар
# be
каментар(?:оў|ы)\s*: ?\d+\W*$
(?:каментар(?:ы|оў|ыі)?(?: \(?\d+\)?)?|каментаваць|абмеркаванне)\W*$
(?:пакінуць|напісаць) каментар
(?:увайдзіце|аўтарызуйцеся|зарэгіструйцеся).{0,60}каментар
каб пакінуць каментар
"""
"""At the beginning of a block."""

MISPRINT = r"""
ctrl\s*\+\s*enter
^\W*(?:found|spotted|noticed|see) (?:a|an) (?:mistake|error|typo)
^\W*report (?:a|an) (?:mistake|error|typo|correction)
^\W*(?:если вы )?(?:заметили|нашли|обнаружили|увидели) (?:ошибку|опечатку)
^\W*(?:якщо ви )?(?:помітили|знайшли|побачили) помилку
^\W*(?:калі вы )?(?:заўважылі|знайшлі|пабачылі|ўбачылі) памылку
"""
"""Anywhere in a block."""

ADVERTS = r"""
(?:advertisement|advertising|ad|sponsored(?: content)?|paid (?:content|partnership)|promoted)\W*$
[^.!?]{3,80}[!.?] (?:реклама|рэклама|advertisement|sponsored|ad)\b[^.!?]{0,20}[.!]?(?: ?(?:18|16|12|6|0)\+)?\W*$
(?:реклама|рэклама)\. .{0,80}$
(?:story|article) continues (?:below|after).{0,40}$
(?:scroll to continue|after newsletter promotion).{0,20}$
(?:реклама|на правах рекламы|партн[её]рский материал)\W*$
(?:на правах реклами|реклама на сайті|партнерський матеріал)\W*$
(?:рэклама|на правах рэкламы|партнёрскі матэрыял)\W*$
"""
"""At the beginning of a block of at most 100 characters."""

BUTTONS = r"""
# en
(?:skip to (?:main )?content|back to top|to top|close|menu|search|next|previous|loading|settings)[\s.…:!]*$
(?:(?:sign|log) (?:in|up|out)|register|my account|load more|show more)[\s.…:!]*$
(?:contact(?: us)?|about us|accept(?: all)?)[\s.…:!]*$
(?:read (?:full|the whole) (?:story|article)|click here(?: to .{0,60})?)[\s.…:!]*$
(?:ok|okay|got it|i agree|agree|manage (?:options|cookies|preferences)|reject(?: all)?|send|submit)[\s.…:!]*$
(?:join|donate|subscribe|sign me up|support us|listen|listen to (?:this )?article|print|a- a\+)[\s.…:!]*$
(?:skip (?:to .{2,20}|navigation|ad)|turn on notifications|not now|no,? thanks)[\s.…:!]*$
# ru
(?:перейти (?:к|на) (?:основному )?(?:содержани|содержим|контент|главн)\w*|понятно|ок|согласен)[\s.…:!]*$
(?:принять|хорошо|поддержать(?: нас| проект)?|подписаться(?: на рассылку)?|отправить|о проекте|ещё)[\s.…:!]*$
(?:в начало|к началу|слушать|читать дальше|не сейчас)[\s.…:!]*$
(?:наверх|вверх|меню|поиск|войти|регистрация|показать (?:ещё|еще)|закрыть|о нас|контакты|загрузка)[\s.…:!]*$
# uk
(?:перейти (?:до|на) (?:основного )?(?:вмісту|змісту|контенту|головн\w+)|зрозуміло|гаразд)[\s.…:!]*$
(?:погоджуюс[ья]|прийняти|добре|підтримати(?: нас| про[єе]кт)?|підписатис[яь](?: на розсилку)?)[\s.…:!]*$
(?:долучитис[яь]|надіслати|про про[єе]кт|слухати|читати далі|не зараз)[\s.…:!]*$
(?:нагору|угору|пошук|увійти|реєстрація|показати ще|закрити|про нас|контакти|завантаження)[\s.…:!]*$
# be
(?:перайсці (?:да|на) (?:асноўнага )?(?:зместу|змесціва|кантэнту|галоўн\w+)|зразумела|згодны)[\s.…:!]*$
(?:прыняць|добра|падтрымаць(?: нас| праект)?|падпісацца(?: на рассылку)?|далучыцца|даслаць)[\s.…:!]*$
(?:пра праект|слухаць|чытаць далей|не зараз)[\s.…:!]*$
(?:уверх|шукаць|увайсці|рэгістрацыя|паказаць яшчэ|закрыць|пра нас|кантакты)[\s.…:!]*$
"""
"""Whole blocks."""

DESK = r"""
# en
to read (?:how|about how|more about) .{3,120}click here
(?:click here|visit .{3,60}) (?:to|for) (?:read|learn|find|see|more)\b
(?:media|press) contacts?\s*:
(?:.{3,120} )contributed to this (?:report|story|article)\W*$
(?:contact|e-?mail|editorial office)\s*:
our standards\s*:
# ru
(?:редакция|пресс-служба)\s*:.{0,40}@
контакты? для (?:сми|прессы)
связь с редакцией\s*:
# uk
(?:редакція|прес-служба)\s*:.{0,40}@
контакти для (?:змі|преси)
зв'язок (?:з|із) редакцією\s*:
# be
(?:рэдакцыя|прэс-служба)\s*:.{0,40}@
кантакты для (?:смі|прэсы)
сувязь з рэдакцыяй\s*:
"""
"""At the beginning of a block."""

VIEWS = r"""
(?:views?|reads?|shares?|likes?|comments?|votes?|viewers?)
(?:people (?:are )?(?:watching|reading)(?: this(?: page| story)?)?)
(?:on the app store|on google play|rate (?:this|the) (?:article|story|page)|watching now|k|m)
(?:просмотр(?:ов|ы|а)?|прочитан[оы]|прочтений|просмотрели|комментари(?:ев|и|й|я)|оцените (?:материал|статью|новость))
(?:голос(?:ов|а)?|тыс|млн|лайков|читают сейчас|раз)
(?:перегляд(?:ів|и|у)?|прочитан[оь]|прочитань|коментар(?:ів|і)?|оцініть (?:матеріал|статтю|новину))
(?:голос(?:ів|и)?|тис|млн|разів)
(?:прагляд(?:аў|ы)?|прачытан[аы]|прачытанняў|каментар(?:оў|ы|ыяў|ыі)?|ацаніце (?:матэрыял|артыкул|навіну))
(?:галас(?:оў|ы)?|тыс|млн|разоў)
(?:facebook|x|twitter|telegram|viber|whatsapp|instagram|youtube|tiktok|linkedin|pinterest|reddit|email)
(?:e-mail|threads|bluesky|вконтакте|одноклассники|дзен|ok|vk|rss)
"""
"""What stands beside the numbers of counters, rating widgets and share buttons; the parts of a block, not the whole."""

# Загрузка чужих списков: что показано до записи, что неверно, на что обратить внимание.

## Что это за списки

intake-kind-people = участники
intake-kind-proposals = предложения
intake-kind-agenda = повестка дня
intake-kind-ideas = идеи
intake-kind-ballots = бюллетени

## Что стоит в столбцах

intake-field-id = код
intake-field-name = имя
intake-field-surname = фамилия
intake-field-organisation = организация
intake-field-kind = вид
intake-field-country = страна
intake-field-languages = языки
intake-field-role = роль
intake-field-arrives = день прибытия
intake-field-day = день
intake-field-title = название
intake-field-minutes = минуты
intake-field-shortest = минимум
intake-field-begins = начало
intake-field-stop = жесткая граница
intake-field-droppable = можно снять
intake-field-interpreted = с переводом
intake-field-weight = вес
intake-field-instruction = задание
intake-field-leads = ведущие организации
intake-field-partners = партнеры
intake-field-place = место
intake-field-when = когда
intake-field-enablers = обеспечивающие функции
intake-field-ephos = ОФОЗ
intake-field-text = текст
intake-field-room = комната
intake-field-tags = метки
intake-field-author = автор
intake-field-idea-kind = вид идеи
intake-field-vote = голосование
intake-field-seat = место участника
intake-field-paper = номер бюллетеня
intake-field-option = вариант
intake-field-dots = число точек

## До записи

intake-preview-title = К загрузке: { $kind }, { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}
intake-preview-counts = Новых: { $added }, измененных: { $changed }, без изменений: { $unchanged }
intake-preview-columns = Столбцы:
intake-preview-column = «{ $header }» читается как «{ $field }»
intake-preview-column-en = «{ $header }» читается как «{ $field }», по-английски
intake-preview-column-ru = «{ $header }» читается как «{ $field }», по-русски
intake-preview-unmatched = { $count ->
    [one] Не читается { $count } столбец: { $columns }
    [few] Не читаются { $count } столбца: { $columns }
   *[many] Не читаются { $count } столбцов: { $columns }
}
intake-preview-notes = Обратите внимание:
intake-preview-more-notes = { $count ->
    [one] и еще { $count } замечание
    [few] и еще { $count } замечания
   *[many] и еще { $count } замечаний
}
intake-preview-first = { $count ->
    [one] Первая строка:
    [few] Первые строки, { $count }:
   *[many] Первые строки, { $count }:
}

## Обратите внимание

intake-note-unknown-language = Строка { $line }: язык «{ $word }» неизвестен; записан, как стоит.
intake-note-same-name = Строка { $line }: так же, «{ $name }», называется { $id }, которого в списке нет; остаются оба.
intake-note-removed = Строка { $line }: { $id } в этой сессии удален и не возвращается.
intake-note-repeated = Строка { $line } повторяет строку { $first }; остаются обе.
intake-note-order-differs = День { $day }: порядок в списке иной, чем в повестке дня; имеющиеся пункты остаются на своих местах.
intake-note-placed-last = Строка { $line }: новый пункт встанет в конец дня; переместите его на нужное место.
intake-note-no-ballot = Строка { $line }: ничего не отмечено, за бюллетень не считается; для пустого бюллетеня впишите 0.
intake-note-over-budget = { $given ->
    [one] Строка { $line }: { $given } точка при запасе { $most }; пока это так, список не принимается.
    [few] Строка { $line }: { $given } точки при запасе { $most }; пока это так, список не принимается.
   *[many] Строка { $line }: { $given } точек при запасе { $most }; пока это так, список не принимается.
}
intake-note-over-cap = Строка { $line }: у варианта { $option } больше точек, чем предел { $most }; пока это так, список не принимается.
intake-note-ranks = Строка { $line }: места должны идти с первого без пропусков и повторов ({ $rank }); пока это не исправлено, из списка ничего не берется.
intake-note-option-without-column = Для варианта { $option } нет столбца: точек от этого списка он не получит.

## Чем, вероятно, является файл

intake-guess-damaged-utf8 = поврежденный или обрезанный UTF-8
intake-guess-damaged-utf16 = поврежденный или обрезанный UTF-16
intake-guess-utf16-without-mark = UTF-16 без метки порядка байтов
intake-guess-koi8-r = KOI8-R
intake-guess-ibm866 = кодировка DOS (866)
intake-guess-mac-cyrillic = кириллица Mac
intake-guess-iso-8859-5 = ISO 8859-5
intake-guess-windows-1252 = Windows-1252 (западная)
intake-guess-workbook = книга или документ (.xlsx, .ods, .docx)
intake-guess-old-workbook = книга или документ старого вида (.xls, .doc)
intake-guess-pdf = PDF
intake-guess-unknown = не текст

## Что неверно

intake-encoding = Файл не читается со строки { $line }: вероятно, это { $guess }.
    .hint = Сохраните его в таблице как «CSV UTF-8» и загрузите этот файл.
intake-empty = Список пуст.
    .hint = Нужна строка с названиями столбцов и строки под ней.
intake-too-many-rows = Строка { $line }: в списке больше { $most } строк.
    .hint = Загрузите его по частям: второй список дополняет первый.
intake-too-many-columns = Строка { $line }: в списке больше { $most } столбцов.
    .hint = Оставьте нужные столбцы и загрузите снова.
intake-cell-too-big = Строка { $line }: в столбце { $column } больше { $most } байтов.
    .hint = Найдите там кавычку, которая открыта и не закрыта.
intake-row-too-long = Строка { $line }: ячеек { $cells }, а столбцов { $columns }.
    .hint = Возьмите в кавычки ячейку, в которой стоит сам разделитель.
intake-open-quote = Строка { $line }: кавычка открывает ячейку и не закрыта.
    .hint = Закройте ее или удвойте, если она относится к тексту.
intake-missing-column = Не найден столбец «{ $field }».
    .hint = Назовите так столбец в первой строке; годятся русские и английские названия.
intake-column-twice = Два столбца значат «{ $field }»: «{ $first }» и «{ $second }».
    .hint = Переименуйте или удалите один из них или добавьте язык к обоим: «имя (рус.)» и «имя (англ.)».
intake-missing-value = Строка { $line }: не заполнено «{ $field }».
    .hint = Заполните ячейку или удалите строку.
intake-bad-value = Строка { $line }: «{ $value }» не читается как «{ $field }».
    .hint = Исправьте ячейку или оставьте ее пустой.
intake-bad-idea-kind = Строка { $line }: нет такого вида идеи – «{ $value }».
    .hint = Годятся: идея, действие, вопрос, цитата, не для протокола, парковка; или оставьте ячейку пустой.
intake-out-of-range = Строка { $line }: «{ $field }» – { $value }, а нужно { $least }–{ $most }.
    .hint = Исправьте ячейку и загрузите снова.
intake-too-long = Строка { $line }: «{ $field }» – слишком длинно.
    .hint = Сократите: в тексте до 1000 знаков, в слове до 200 байтов.
intake-uneven-lists = Строка { $line }: в «{ $field }» по-английски и по-русски разное число записей.
    .hint = Перечислите одних и тех же в одном порядке в обоих столбцах, через точку с запятой.
intake-no-first-day = Строка { $line }: «{ $value }» – дата, а первый день совещания в сессии не указан.
    .hint = Укажите первый день совещания или впишите номер дня.
intake-bad-id = Строка { $line }: «{ $id }» не годится как код.
    .hint = Годятся латинские буквы, цифры, точки, дефисы и подчеркивания, до 64 знаков, в начале буква или цифра.
intake-same-id = Строки { $first } и { $line }: один и тот же код { $id }.
    .hint = Удалите одну из строк или исправьте ее код.
intake-same-name = Строки { $first } и { $line } значат одно и то же: «{ $name }».
    .hint = Удалите одну из строк или дайте каждой свой код.
intake-ambiguous = Строка { $line }: в сессии несколько «{ $name }».
    .hint = Добавьте столбец с кодами, чтобы было ясно, что имеется в виду.
intake-no-open-vote = Нет открытого голосования.
    .hint = Откройте голосование, к которому относятся бюллетени, и загрузите снова.
intake-several-open-votes = Открыто несколько голосований: { $votes }.
    .hint = Добавьте столбец «голосование» с кодом нужного.
intake-unknown-vote = Строка { $line }: «{ $vote }» – не открытое голосование этого списка.
    .hint = Загружайте бюллетени каждого голосования отдельным списком, пока оно открыто.
intake-no-option-column = Ни один столбец не является вариантом голосования.
    .hint = Назовите столбцы кодами вариантов: P01, P02, P03.
intake-not-an-option = Столбец «{ $column }» – предложение, которого нет в этом голосовании.
    .hint = Проверьте, что список относится к этому голосованию, или удалите столбец.
intake-unknown-seat = Строка { $line }: нет места «{ $seat }».
    .hint = Впишите код места из списка участников или сначала загрузите участников.
intake-seat-or-paper = Строка { $line }: бюллетеню нужно либо место, либо номер.
    .hint = Заполните одну из двух ячеек.

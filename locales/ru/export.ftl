# Отчет: что будет выгружено и как это выглядит.

key-export-write = выгрузить
key-export-turn = переключить
key-export-file = следующий файл
key-export-file-back = предыдущий файл
key-export-edition = редакция
key-export-languages = языки
key-export-folder = папка
key-export-mark = метка для Excel
key-export-page-up = назад по тексту
key-export-page-down = дальше по тексту
key-export-left = влево по таблице
key-export-right = вправо по таблице
help-of-screen-export = Слева – что будет выгружено, справа – как выглядит каждый файл. Внутренняя редакция – для организаторов, открытая – для всех: в ней нет ни авторов, ни мест, ни бюллетеней. То, что не для протокола, не стоит ни в одной.

export-title = { $n ->
    [one] Будет записан { $n } файл
    [few] Будет записано { $n } файла
   *[many] Будет записано { $n } файлов
 }
export-markdown = отчет (Markdown)
export-csv = таблицы (CSV)
export-json = для программ (JSON)
export-pb = голосования (Pabulib)
export-edition = редакция
export-edition-internal = внутренняя
export-edition-public = открытая
export-languages = языки
export-both = оба
export-mark = для Excel
export-mark-yes = да (BOM)
export-mark-no = нет
export-folder = папка
export-ask-folder = В какую папку?
export-about-internal = Для организаторов: все, что для протокола, с авторами и местами. Итоги – после закрытия голосования.
export-about-public = Для всех: без указания, кто что сказал и как голосовал. Итоги – после оглашения.
export-nothing = Выгружать нечего. Пробел на формате слева берет его.
export-no-format = Формат не выбран: Пробел берет формат.
export-file = файл { $n } из { $of }
export-empty-table = строк пока нет
export-cut = … здесь просмотр кончается, файл идет дальше
export-runs = { $n } из { $of } файлов
export-runs-already = Предыдущая выгрузка еще идет.
export-written = { $n ->
    [one] Записан { $n } файл
    [few] Записано { $n } файла
   *[many] Записано { $n } файлов
 }: { $path }

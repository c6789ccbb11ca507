# Список участников и загрузка списков в любом разделе.

## Клавиши

key-people-toggle = здесь/нет
key-people-find = найти
key-people-only-away = кого нет
key-people-add = новый
key-people-edit = изменить
key-people-late = позднее
key-people-language = по языку
key-people-sort = другой порядок
key-people-copy = копировать показанное
key-people-remove = убрать
key-people-everybody = снова все
key-people-page-up = страница вверх
key-people-page-down = страница вниз
key-people-first = к первому
key-people-last = к последнему

help-of-screen-people = Список участников: кого ждут, кто присутствует, кто на каком языке говорит. Пробел отмечает выбранного присутствующим или отсутствующим и переходит к следующему: для переклички хватает одной клавиши. Сюда можно вставить строки, скопированные из таблицы; что они изменят, показано до записи.

## Счет и столбцы

people-count-here = присутствует: { $n }
people-count-away = отсутствует: { $n }
people-count-expected = позднее: { $n }
people-of-those-here = языки присутствующих:
people-speak-en = только англ.
people-speak-ru = только рус.
people-speak-both = оба
people-speak-neither = ни один
people-code-en = EN
people-code-ru = RU
people-code-both = EN+RU
people-code-neither = –
people-only-away = только кого нет
people-only-en = только английский
people-only-ru = только русский
people-only-both = оба языка
people-only-neither = ни один из языков
people-shown-of = { $shown } из { $all }
people-find = Найти
people-find-example = имя, страна, язык – по-русски или по-английски
people-hint-find = ввод – поиск   ↑ ↓ переход   Enter снова клавиши, отбор остается   Esc все

people-column-id = Код
people-column-name = Имя
people-column-other-name = По-английски
people-column-organisation = Организация
people-column-kind = Вид
people-column-country = Стр.
people-column-languages = Языки
people-column-role = Роль

people-here = присутствует
people-away = отсутствует
people-expected = прибудет позднее
people-day = день { $day }
people-arrives = прибывает в день { $day }
people-none = –

people-empty = Список участников пуст. n – добавить участника, m – загрузить список из файла; можно и вставить строки, скопированные из таблицы.
people-nobody-found = Никто не найден. Esc – снова показать всех.

## Формы

people-title-add = Новый участник
people-title-edit = Изменить: { $id }
people-title-late = Когда прибывает { $who }?
people-field-name-en = Имя по-английски
people-field-name-ru = Имя по-русски
people-field-organisation-en = Организация, англ.
people-field-organisation-ru = Организация, рус.
people-field-kind = Вид участника
people-field-own-kind = или другой вид
people-field-country = Страна
people-field-languages = Языки, начиная с основного
people-field-role = Роль
people-field-arrives = Прибывает в день
people-example-own-kind = своими словами
people-example-country = FI
people-example-languages = ru, en
people-example-arrives = 2 или 2017-11-29; пусто: с начала

people-removed = Убрано из списка: { $who }
    .hint = u – вернуть.
people-copied = { $count ->
    [one] В буфере обмена { $count } строка.
    [few] В буфере обмена { $count } строки.
   *[many] В буфере обмена { $count } строк.
}
    .hint = Вставьте их в таблицу.

people-copy-id = код
people-copy-name-en = имя (англ.)
people-copy-name-ru = имя (рус.)
people-copy-organisation-en = организация (англ.)
people-copy-organisation-ru = организация (рус.)
people-copy-kind = вид
people-copy-country = страна
people-copy-languages = языки
people-copy-role = роль
people-copy-arrives = день прибытия
people-copy-presence = присутствие

## Загрузка списков

import-title = Загрузка: { $kind }
import-field-file = Файл
import-example-file = файл CSV, например список.csv; или Esc и вставьте строки прямо в этом разделе
import-hint = Enter записать { $rows ->
    [one] { $rows } строку
    [few] { $rows } строки
   *[many] { $rows } строк
}   ↑ ↓ прокрутка   Esc не записывать ничего
import-hint-nothing = В этом списке нет ничего нового.   ↑ ↓ прокрутка   Esc назад
import-done = Записано: новых { $added }, измененных { $changed }
    .hint = u – отменить все вместе.
import-nothing = В этом списке нет ничего нового.
import-dry = Ничего не записано.
import-changed-meanwhile = Сессия тем временем изменилась.
    .hint = Посмотрите еще раз; Enter запишет то, что показано сейчас.
import-refused-line = Строка { $line }: { $why }
people-presence = На месте или нет
people-is-here = на месте
people-is-away = нет

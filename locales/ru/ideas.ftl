# Идеи: доска и строка для записи.

key-ideas-write = записать
key-ideas-mark = отметить
key-ideas-merge = объединить
key-ideas-tag = метки
key-ideas-edit = изменить
key-ideas-view = вид
key-ideas-promote = выдвинуть
key-ideas-translate = текст на другом языке
key-ideas-detail = все об идее
key-ideas-filter = фильтр
key-ideas-kind = вид: действие, вопрос, парковка …
key-ideas-hide = не для протокола или снова в протокол
key-ideas-unmerge = разъединить
key-ideas-room = комната для новых идей
key-ideas-clear = снять отметки и фильтр
key-ideas-remove = удалить
key-ideas-view-back = предыдущий вид
key-ideas-page-up = на страницу вверх
key-ideas-page-down = на страницу вниз
key-ideas-first = к первой
key-ideas-last = к последней

help-of-screen-ideas = Одна идея – одна строка: i, слова, Enter. Больше ничего не нужно. Перед словами: ! – действие, ? – вопрос, " – цитата, % – не для протокола, ru: или en: – язык. #слово (или №слово) – метка, @слово – кто сказал: в начале и в конце строки они убираются из текста, внутри предложения слово остается. Tab в строке меняет комнату, ↑ возвращает последнюю строку; если ее очистить и нажать Enter, идея удаляется. Несколько вставленных строк – столько же идей. На доске Пробел отмечает, m объединяет отмеченные с первой отмеченной; действие с отмеченными относится ко всем сразу.

ideas-plenary = Пленарное заседание
ideas-plenary-short = Зал
ideas-view-all = Все идеи
ideas-view-rooms = По комнатам
ideas-view-tags = По меткам
ideas-view-languages = По языкам
ideas-view-untranslated = Нет перевода
ideas-view-parking = Парковка
ideas-view-alike = Вероятные повторы
ideas-none = Идей пока нет. Здесь появится то, что говорят в зале и в комнатах. Нажмите i, введите текст, нажмите Enter.
ideas-none-untranslated = Все идеи есть на обоих языках. v – другие виды.
ideas-none-parking = Парковка пуста. c ставит туда идею: на потом, но не потеряна.
ideas-none-alike = Похожих идей нет. Отметить пробелом и объединить клавишей m можно и другие.
ideas-none-found = Нет идей, где есть «{ $words }». x покажет все.
ideas-untagged = без метки
ideas-only-en = только на английском
ideas-only-ru = только на русском
ideas-both-languages = на обоих языках
ideas-alike = Похожие { $number }
ideas-marked = отмечено: { $n }
ideas-filter = фильтр:
ideas-example = i: записать идею
ideas-hint-line = Enter сохраняет   Tab комната   ↑ последняя строка   Esc снова клавиши, черновик останется
ideas-hint-filter = Enter оставляет фильтр   ↑ ↓ переход   Esc показывает все
ideas-mark-two = Отметьте пробелом две идеи, затем объедините их.
ideas-merged = { $n ->
    [one] Объединена { $n } идея.
    [few] Объединены { $n } идеи.
   *[many] Объединено { $n } идей.
 }
    .hint = b разъединяет
ideas-promoted = Теперь это предложение { $id }.
    .hint = 5 показывает предложения
ideas-room-title = Откуда новые идеи?
ideas-kind-title = Вид идеи
ideas-edit-title = Изменить идею
ideas-tag-title = { $n ->
    [one] Добавить метки к { $n } идее
    [few] Добавить метки к { $n } идеям
   *[many] Добавить метки к { $n } идеям
 }
ideas-translate-title = «{ $text }»
ideas-promote-title = { $n ->
    [one] Выдвинуть { $n } идею в предложения
    [few] Выдвинуть { $n } идеи одним предложением
   *[many] Выдвинуть { $n } идей одним предложением
 }
ideas-ask-room = Комната
ideas-ask-author = Кто сказал
ideas-ask-kind = Вид
ideas-ask-tags = Метки
ideas-ask-checked = Проверен
ideas-ask-id = Номер
ideas-yes = да
ideas-no = нет
ideas-checked = проверен
ideas-unchecked = не проверен
ideas-missing = нет перевода
ideas-detail-title = Все об этой идее
ideas-about = Сказано
ideas-merged-here = Объединены с ней
ideas-history = История
ideas-undone = отменено
ideas-text-en = По-английски
ideas-text-ru = По-русски
ideas-hidden = Под запись
ideas-is-hidden = не под запись
ideas-is-open = под запись
ideas-merged-field = Объединение
ideas-in-ring = Круг объединений
ideas-is-merged = «{ $idea }» объединено с «{ $into }»
ideas-stands-alone = «{ $idea }» стоит отдельно
ideas-merged-apart = объединено по-разному

# Рамка вокруг экранов и то, что лежит поверх.

screen-home = Начало
screen-run = Ход
screen-people = Участники
screen-groups = Группы
screen-ideas = Идеи
screen-proposals = Предложения
screen-vote = Голосование
screen-commitments = Обязательства
screen-export = Отчет
screen-capture = Докладчик
screen-project = Проектор
screen-home-short = Начало
screen-run-short = Ход
screen-people-short = Участ.
screen-groups-short = Группы
screen-ideas-short = Идеи
screen-proposals-short = Предл.
screen-vote-short = Голос.
screen-commitments-short = Обяз.
screen-export-short = Отчет
header-words = «{ $words }»

status-saved = сохранено
status-saving = сохраняется
status-laptop = сохранено только на этом ноутбуке
status-not-saved = НЕ сохранено
status-polled = проверка раз в секунду
status-polled-short = опрос 1 с
leave-unsaved = { $count ->
    [one] { $count } строки нет на диске! Та же клавиша еще раз – выход и печать.
    [few] { $count } строк нет на диске! Та же клавиша еще раз – выход и печать.
   *[many] { $count } строк нет на диске! Та же клавиша еще раз – выход и печать.
 }
not-saved-stands = Диск не принимает: все только в памяти. Освободите место или верните диск.
header-day = день { $day } из { $days }
header-practice = пробный режим
header-practice-fast = пробный режим ×{ $speed }
too-small = Терминал слишком мал: нужно хотя бы { $columns } столбцов и { $rows } строк. Увеличьте окно.
ask-practice = F12 пробный режим: день 1, 09:00   Ctrl-D перенести на сегодня   Esc нет
list-part = { $first }–{ $last } из { $all }
palette-none = Ничего с таким названием нет.
pick-type = введите часть названия
choose-taken = взято: { $n }

key-help = Справка
key-palette = все действия
key-undo = отменить
key-redo = вернуть
key-language = интерфейс на английском
key-colours = другие цвета
key-practise = пробный режим, как будто день 1 начался сейчас, или его конец
key-take-over = взять на себя репетицию или вернуть ее
key-move-to-today = перенести совещание на сегодня
key-leave = выйти
key-wall = стена на этом экране
key-step = следующий шаг итогов на стене
key-project-page-on = следующая страница
key-project-page-back = предыдущая страница
key-project-hold = держать страницу
key-project-find = найти имя
key-project-bell = звонок включить или выключить
key-quit = выйти из любого места
key-suspend = ненадолго в оболочку
key-up = вверх
key-down = вниз
key-import = загрузить список

keyname-space = Пробел
keyname-enter = Enter
keyname-tab = Tab
keyname-esc = Esc
keyname-backspace = Backspace
keyname-delete = Del
keyname-up = ↑
keyname-down = ↓
keyname-left = ←
keyname-right = →
keyname-home = Home
keyname-end = End
keyname-pageup = PgUp
keyname-pagedown = PgDn
keyname-ctrl = Ctrl
keyname-alt = Alt
keyname-shift = Shift

hint-form = Enter готово   Tab следующее поле   ◂ ▸ выбор   Esc назад, введенное останется
hint-pick = Enter выбрать   ↑ ↓ переход   ввод – поиск   Esc назад
hint-choose = Пробел взять или оставить   Enter готово   ↑ ↓ выбор   ввод – поиск   Esc назад
hint-palette = Enter выполнить   ↑ ↓ переход   ввод – поиск   Esc назад
hint-pages = ↑ ↓ прокрутка   Esc назад
hint-pages-take = Enter принимает   Esc оставляет все как есть   ↑ ↓ прокрутка
hint-field = Enter сохраняет   Esc снова клавиши, черновик останется

help-everywhere = Везде
said-undone = Отменено: { $what }
said-undone-over = { $count ->
    [one] Отменено: { $what } (обнародованное осталось: { $count })
    [few] Отменено: { $what } (обнародованное осталось: { $count })
   *[many] Отменено: { $what } (обнародованное осталось: { $count })
 }
said-redone = Возвращено: { $what }
said-colours = Цветовая схема: { $name ->
    [dark] темная
    [light] светлая
    [projector] для проектора
    [mono] монохромная
    [terminal] как в терминале
   *[other] { $name }
}

key-settle = выбрать версию
settle-hint = На двух ноутбуках записано по-разному: y – показать и выбрать
settle-title = Версий: { $n }, полей: { $fields }. Какая версия верна?
settle-stands = сейчас
settle-yes = да
settle-no = нет
settle-nothing = Выбирать не из чего: версия у всего одна.
settle-said = Выбрано. { $left ->
    [0] Версия у всего одна.
    [one] Осталось { $left } поле: y еще раз.
    [few] Осталось { $left } поля: y еще раз.
   *[many] Осталось { $left } полей: y еще раз.
 }
settle-replaces = Здесь несколько версий; то, что вы сохраните, заменит их все.
settle-opening = По-разному записано на ноутбуках: { $count }. Где стоит «2 версии», y – выбрать.
desk-hurt = Файлы сессии повреждены: «talkoot check» скажет где, «repair» вернет из копий.

## Часы прыгнули

jump-slept = Ноутбук спал с { $from } до { $to }. Что с пунктом «{ $title }»?
jump-set-back = Часы ноутбука переведены назад, с { $from } на { $to }. Что с сегодняшними временами?
jump-on = Совещание продолжалось: оставить как есть
jump-on-aside = { $title }
jump-still = Совещание стояло
jump-still-aside = пауза с { $from } до { $to }
jump-over = { $title }: тогда и закончили
jump-over-aside = конец в { $from }
jump-back = Все они спешили: сдвинуть назад
jump-back-aside = { $n ->
    [one] на { $n } минуту
    [few] на { $n } минуты
   *[many] на { $n } минут
 }

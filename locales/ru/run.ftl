# Ход: повестка дня и часы.

key-run-next = далее
key-run-more = +5 мин
key-run-less = −5 мин
key-run-until = до …
key-run-start = начать
key-run-stage = на стену
key-run-write = записать
key-run-pause = приостановить или продолжить
key-run-end = завершить
key-run-pays = за чей счет
key-run-rooms = комнаты
key-run-correct = исправить начало или конец
key-run-skip = пропустить или вернуть
key-run-swap = поменять со следующим
key-run-check = проверить план
key-run-insert = вставить
key-run-one-more = +1 мин
key-run-add = новый пункт
key-run-edit = изменить
key-run-move-up = выше
key-run-move-down = ниже
key-run-remove = убрать
key-run-day-back = предыдущий день
key-run-day-on = следующий день

help-of-screen-run =
    Повестка дня с временем по плану и фактически; справа обратный отсчет текущего пункта, что дальше и чего будет стоить превышение времени.
    Пробел завершает текущий пункт и начинает следующий; a и z прибавляют и убавляют пять минут, сначала показывая, что станет с днем; w – за чей счет превышение, r – комнаты; u отменяет любое действие.
    Знаки: ✓ завершен, ▶ идет, ‖ приостановлен, ▪ жесткая граница, ! граница будет нарушена, ‼ проверка плана находит ошибку, ? дает совет (f показывает все).

run-hint-write = Enter сохраняет   Tab комната   Esc снова клавиши, черновик останется
run-column-plan = план
run-column-now = факт
run-day-empty = На этот день ничего не намечено. n добавляет пункт, m подскажет, как загрузить повестку дня, ← → другие дни.
run-state-skipped = пропущен
run-state-paused = приостановлен
run-stop = граница
run-more-rooms = { $n ->
    [one] … еще { $n } комната
    [few] … еще { $n } комнаты
   *[many] … еще { $n } комнат
}
run-no-rapporteur = нет докладчика
run-over = время вышло
run-left = осталось
run-progress = { $ran } из { $minutes } мин · до { $end }
run-progress-over = { $ran } из { $minutes } мин · конец был в { $end }
run-next = Далее
run-next-item = { $title }, { $minutes } мин
run-at = { $time }
run-hard-stop = жесткая граница
run-missed = { $title } ▪ граница нарушена на { $n ->
    [one] { $n } минуту
    [few] { $n } минуты
   *[many] { $n } минут
 }
run-all-held = Все жесткие границы соблюдаются.
run-no-rooms = Сейчас ни одна комната не работает и не докладывает.
    .hint = r показывает комнаты, пока идет работа в группах, и в следующем за ней пункте.
run-nothing-to-swap = Дальше нет пункта, с которым можно поменяться.
    .hint = Выберите пункт, который еще не начат и за которым есть другой.
run-insert = Вставить сразу после того, что идет
run-insert-break = Перерыв
run-insert-energiser = Разминка
run-insert-parked = отложенное
run-form-correct = Как было на самом деле: { $title }
run-such-as-ago = 4: четыре минуты назад; или 10:21
run-not-ago = Это не прошедшее время.
    .hint = 4 – четыре минуты назад; или время суток, 10:21.
run-reporting = докладывает { $room }, осталось { $time }
run-reporting-next = далее { $room }
run-rooms-ended = Все комнаты закончили: Пробел – к следующему пункту.
run-check-title = Проверка плана
run-last = Последний пункт дня.
run-nothing-title = Сейчас ничего не идет
run-space-starts = Пробел начинает: { $title }.
run-day-over = На этот день больше ничего нет.
run-chosen = Выбран
run-detail-planned = { $begin }–{ $end }, { $minutes } мин
run-detail-shortest = минимум { $minutes } мин
run-detail-droppable = можно снять
run-detail-interpreted = с переводом
run-detail-stop = жесткая граница
run-wall = На стене
run-wall-nothing = название и часы
run-plenary = пленарное заседание
run-write-example = что было сказано

run-twice = Этот пункт только что начат.
    .hint = u отменит начало; через мгновение Пробел пойдет дальше.
run-nothing-runs = Сейчас ничего не идет.
    .hint = s начинает выбранный пункт, Пробел – следующий.
run-nothing-next = На этот день начинать больше нечего.
    .hint = → следующий день, s снова начинает выбранный пункт.
run-day-done = День { $day } завершен.
run-moved-to-day = Перенесено на день { $day }.
    .hint = Файл CSV, в строке название, минуты и день.
run-not-a-time = Это не время суток.
    .hint = Например, 11:30.
run-not-minutes = Минуты – целое число.
    .hint = Например, 45.
run-not-weight = Вес – целое число.
    .hint = От 1 до 100.
run-until-past = Это время уже прошло.
    .hint = x завершает пункт сейчас.

run-form-add = Новый пункт, день { $day }
run-form-edit = Изменить «{ $title }»
run-form-until = До какого времени: { $title }
run-ask-until = до
run-ask-title-en = название по-английски
run-ask-title-ru = название по-русски
run-ask-minutes = минуты
run-ask-shortest = минимум
run-such-as-shortest = пусто: сократить нельзя
run-ask-begins = начало в
run-such-as-begins = пусто: сразу после предыдущего
run-ask-stop = жесткая граница
run-ask-droppable = можно снять
run-ask-kind = вид
run-ask-interpreted = с переводом
run-ask-weight = вес минуты
run-such-as-weight = пусто: 1, перерыв 2; до 100: беречь
run-ask-instruction-en = задание по-английски
run-ask-instruction-ru = задание по-русски
run-such-as-instruction = одно предложение для стены
run-ask-skipped = пропущен
run-ask-started = начат в
run-ask-ended = завершен в
run-kind-none = нет
run-yes = да
run-no = нет

run-stage = Показать на стене
run-on-the-wall = на стене
run-no-reveal = Итогов на стене нет.
    .hint = На экране «Голосование» R оглашает итоги, v выводит их на стену.
run-all-steps = На стене все итоги.
run-step = На стене шаг { $n } из { $of }.
run-staged = На стене: { $what }
run-place = место
run-place-after = день { $day }, после «{ $item }»
run-place-first = день { $day }, первым
meeting-title-en = Название совещания по-английски
meeting-title-ru = Название совещания по-русски
meeting-question-en = Главный вопрос по-английски
meeting-question-ru = Главный вопрос по-русски
meeting-note-en = Примечание по-английски
meeting-note-ru = Примечание по-русски
meeting-starts = Первый день и начало
meeting-timezone = Часовой пояс
meeting-languages = Рабочие языки

## Что даст изменение и за чей счет

what-if-minutes = { $minutes } мин: { $title }
what-if-skip = Пропустить «{ $title }»
what-if-unskip = Вернуть «{ $title }»
what-if-swap = Поменять местами «{ $first }» и «{ $second }»
what-if-insert = Вставить: { $title }
what-if-correct = Исправить: { $title }
what-if-void = Тем временем что-то изменилось, и это уже невозможно.
what-if-too-short = Короче, чем имеет смысл: минимум { $n } мин.
hint-what-if = Enter сделать   Esc оставить как есть   ↑ ↓ листать
hint-what-if-minutes = Enter сделать   a +5   z −5   g +1   f −1   Esc оставить как есть
course-nothing = В этом дне ничего не изменится.
course-end = Конец дня
course-ends = конец
course-skipped = пропуск
course-new = новое
pays-title = За чей счет?
pays-then = Тогда день пойдет так
pays-take = Взять { $n } мин у пункта { $title }
pays-and-take = { $n } у пункта { $title }
pays-drop = Снять { $title } ({ $n } мин)
pays-and-drop = снять { $title } ({ $n } мин)
pays-stays = { $title }: остается { $time }
pays-more-stops = и еще { $n ->
    [one] { $n } граница
    [few] { $n } границы
   *[many] { $n } границ
 }
pays-falls = Тем, что можно взять, { $title } не спасти: опоздание не меньше { $n ->
    [one] { $n } минуты
    [few] { $n } минут
   *[many] { $n } минут
 }.
pays-falls-anyhow = { $title }: опоздание { $n ->
    [one] { $n } минута
    [few] { $n } минуты
   *[many] { $n } минут
 }, что бы ни сняли.
pays-would-take = Чтобы граница устояла, пришлось бы убрать:
hint-pays = цифра или Enter берет   ↑ ↓ посмотреть   Esc оставить как есть

## Комнаты

rooms-title = Комнаты: { $title }
rooms-reports = Доклады комнат: { $title }
rooms-silent = пока ничего
rooms-no-word = пока ни слова
rooms-reported = заняло { $time }
rooms-reporting = докладывает, осталось { $time }
rooms-to-report = { $time }
hint-rooms = c окончить   x окончить все   a +5   z −5   g +1   s продолжить   Esc назад
hint-reports = Пробел следующая   Enter эта комната   x доклады окончены   Esc назад

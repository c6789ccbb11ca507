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
    Пробел завершает текущий пункт и начинает следующий; a и z прибавляют и убавляют пять минут; u отменяет любое действие.
    Знаки: ✓ завершен, ▶ идет, ‖ приостановлен, ▪ жесткая граница, ! граница будет нарушена.

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
run-payers = За чей счет
run-payer = { $title }, до { $n } мин
run-payer-dropped = { $title }, до { $n } мин или снять
run-no-payers = До этого времени сократить нечего.
run-only-running = Только за счет текущего пункта.
run-all-held = Все жесткие границы соблюдаются.
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
run-such-as-weight = пусто: 1; до 100: сначала у других
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

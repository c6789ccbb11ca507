# Что произошло: одно короткое предложение на событие, прошедшее время, безлично, без точки.
# Названия приходят уже в кавычках; участники – по обозначению или имени.

event-session-made = создана сессия
event-session-described = записаны сведения о совещании
event-practice-began = включен пробный режим: часы показывают другое время
event-practice-ended = пробный режим выключен: часы показывают настоящее время

event-term-added = добавлен термин { $title }
event-term-changed = изменен термин { $title }
event-term-removed = удален термин { $title }

event-person-added = добавлен участник { $person }: { $title }
event-person-added-plain = добавлен участник: { $title }
event-person-changed = изменены сведения об участнике: { $person }
event-person-arrived = отмечено: { $person } присутствует
event-person-left = отмечено: { $person } отсутствует
event-person-removed = удален из списка участник: { $person }

event-item-added = добавлен пункт { $title }, день { $day }
event-item-changed = изменен пункт { $title }
event-item-moved = перемещен пункт { $title }, день { $day }
event-item-removed = удален пункт { $title }
event-item-started = начат пункт { $title }
event-item-started-after = завершен пункт { $ended }, начат { $title }
event-item-ended = завершен пункт { $title }
event-item-paused = приостановлен пункт { $title }
event-item-extended = { $minutes } мин: { $title }
event-item-swapped = пункты { $first } и { $second } поменялись местами

event-item-corrected = исправлено время начала или конца пункта { $title }: { $time }
event-item-skipped = пропущен пункт { $title }
event-item-unskipped = снова в программе: { $title }
event-round-started = начало отдельно: { $rooms }
event-round-called = объявлено окончание: { $rooms }
event-round-extended = { $minutes } мин: { $room }
event-round-reported = докладывает { $room }
event-round-reports-ended = доклады окончены: { $title }
event-round-added = добавлен раунд { $title }
event-round-changed = изменен раунд { $title }
event-round-removed = удален раунд { $title }
event-round-planned = составлено распределение раунда { $title }: { $people }, { $rooms }
event-round-repaired = поправлено распределение раунда { $title }: { $n ->
    [one] перемещен { $n } человек
    [few] перемещены { $n } человека
   *[many] перемещено { $n } человек
}
event-round-placed = размещение участника { $person }: { $room }, раунд { $title }
event-round-unplaced = участник { $person } остался без комнаты, раунд { $title }
event-round-held = участник { $person } закреплен: { $room }, раунд { $title }
event-round-released = участник { $person } больше не закреплен, раунд { $title }
event-round-preferred = участник { $person }: желаемые комнаты, раунд { $title }
event-groups-ruled = изменены правила групп
event-wish-added = { $kind ->
    [together] сидят вместе: { $people }
   *[other] сидят порознь: { $people }
}
event-wish-removed = снято пожелание о местах

event-off-record = (не для протокола)
event-idea-added = { $kind ->
    [action] добавлено действие { $title }
    [question] добавлен вопрос { $title }
    [quote] добавлена цитата { $title }
    [parking] помещено на парковку: { $title }
   *[idea] добавлена идея { $title }
}
event-idea-added-off-record = добавлена запись не для протокола
event-idea-edited = изменена идея { $title }
event-idea-tagged = метки идеи { $title }: { $tags }
event-idea-merged = { $n ->
    [one] { $n } идея объединена с идеей { $title }
    [few] { $n } идеи объединены с идеей { $title }
   *[many] { $n } идей объединены с идеей { $title }
}
event-idea-unmerged = { $n ->
    [1] разъединена идея { $title }
    [one] разъединена { $n } идея
    [few] разъединены { $n } идеи
   *[many] разъединены { $n } идей
}
event-idea-translated = { $checked ->
    [yes] записан перевод идеи { $title }, язык: { $language }; проверен
   *[no] записан перевод идеи { $title }, язык: { $language }; не проверен
}
event-idea-hidden = идея помечена «не для протокола»
event-idea-shown = идея { $title } снова в протоколе
event-idea-removed = удалена идея { $title }
event-idea-promoted = выдвинуто в предложения: { $title }

event-proposal-added = добавлено предложение { $title }
event-proposal-edited = изменено предложение { $title }
event-proposal-state = предложение { $title }: { $state }
event-proposal-removed = удалено предложение { $title }

event-vote-prepared = подготовлено голосование { $title }
event-vote-changed = изменено голосование { $title }
event-vote-budget = изменено открытое голосование { $title }: точек в бюллетене – { $dots }, на один вариант – не больше { $cap }
event-vote-removed = удалено голосование { $title }
event-vote-waived = снято условие голосования { $title }: { $gate } ({ $reason })
event-vote-dismissed = отмечено, что два варианта голосования { $title } различны: { $options }
event-vote-opened = открыто голосование { $title }
event-vote-closed = закрыто голосование { $title }: { $ballots }
event-vote-revealed = оглашены итоги голосования { $title }
event-vote-cast-seat = подан бюллетень: { $person }
event-vote-cast-paper = подан бюллетень № { $paper }
event-vote-sealed = поступил запечатанный бюллетень
event-vote-sealed-corrected = исправлен запечатанный бюллетень
event-vote-checked-seat = бюллетень введен второй раз: { $person }
event-vote-checked-paper = бюллетень № { $paper } введен второй раз
event-vote-checked-sealed = поступил запечатанный бюллетень, введенный второй раз
event-vote-counted = подсчитаны руки в голосовании { $title }, { $n ->
    [one] спрошен { $n } человек
    [few] спрошены { $n } человека
   *[many] спрошено { $n } человек
 }
event-vote-proxied = { $by } голосует за { $person }
event-vote-proxy-ended = за { $person } больше никто не голосует
event-vote-marked = отмечены проголосовавшие: { $people }
event-vote-unmarked = отмечены не проголосовавшие: { $people }
event-vote-ballots = опубликованы бюллетени голосования { $title }: { $ballots }
event-vote-corrected-seat = исправлен бюллетень: { $person }
event-vote-corrected-paper = исправлен бюллетень № { $paper }

event-commitment-added = записано обязательство { $title }, ответственный: { $owner }
event-commitment-edited = изменено обязательство { $title }
event-commitment-done = обязательство { $title } выполнено
event-commitment-reopened = обязательство { $title } снова не выполнено
event-commitment-removed = удалено обязательство { $title }

event-stage-shown = на стене: { $view }
event-stage-shown-of = на стене: { $view }, { $title }
event-stage-blank = изображение снято со стены

event-and-more = { $what } и еще { $more }
event-undone = отменено: { $what }
event-redone = возвращено: { $what }
event-unknown = событие «{ $kind }», не известное этой версии программы
event-not-arrived = событие { $event }, которое сюда еще не поступило

## Самая краткая форма, вместе с названием не шире 24 знаков

label-added = добавлено: { $title }
label-changed = изменено: { $title }
label-removed = удалено: { $title }
label-session-made = сессия создана
label-session-described = сведения о совещании
label-practice-began = пробный режим включен
label-practice-ended = пробный режим выключен
label-present = { $title } присутствует
label-away = { $title } отсутствует
label-moved = перемещено: { $title }
label-time-corrected = исправлено: { $title }
label-skipped = пропущено: { $title }
label-unskipped = вернули: { $title }
label-room-started = начато: { $title }
label-room-called = окончено: { $title }
label-reports = доклад: { $title }
label-reports-ended = доклады окончены: { $title }
label-started = начато: { $title }
label-ended = завершено: { $title }
label-paused = пауза: { $title }
label-extended = { $minutes } { $title }
label-swapped = обмен местами
label-planned = распределено: { $title }
label-repaired = поправлено: { $title }
label-placed = { $person }: { $title }
label-unplaced = { $title }: без комнаты
label-held = закреплено: { $title }
label-preferred = пожелания: { $title }
label-ruled = правила групп
label-wished = пожелание о местах
label-unwished = пожелание снято
label-released = не закреплено: { $title }
label-off-record = не для протокола
label-on-record = снова в протоколе
label-tagged = метки: { $title }
label-merged = объединено: { $count }
label-unmerged = разъединено: { $count }
label-translated = перевод: { $title }
label-promoted = выдвинуто: { $title }
label-state = { $title }: { $state }
label-prepared = подготовлено: { $title }
label-waived = условие снято
label-opened = голосование открыто
label-dismissed = не повторы
label-closed = голосование закрыто
label-revealed = итоги оглашены
label-sealed = запечатанный бюллетень
label-checked = повторный ввод
label-hands = руки подсчитаны
label-proxied = голос за { $title }
label-marked = явка отмечена
label-ballots = бюллетени опубликованы
label-cast = бюллетень { $title }
label-corrected = исправлено: { $title }
label-done = выполнено: { $title }
label-reopened = не выполнено: { $title }
label-stage = на стене: { $title }
label-undone = отменено: { $title }
label-redone = возвращено: { $title }
label-unknown = неизвестно: { $title }

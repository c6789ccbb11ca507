# Слова для того, что программа перечисляет, и счет с формами множественного числа.

## Виды идей

idea-kind-idea = идея
idea-kind-action = действие
idea-kind-question = вопрос
idea-kind-quote = цитата
idea-kind-off-record = не для протокола
idea-kind-parking = парковка

## Состояния предложения

proposal-state-draft = черновик
proposal-state-ready = готово
proposal-state-going-forward = проходит дальше
proposal-state-withdrawn = отозвано

## Голосования

vote-stage-prepared = подготовлено
vote-stage-open = открыто
vote-stage-closed = закрыто
vote-stage-revealed = итоги оглашены
tie-all = проходят все
tie-supporters = по числу сторонников
tie-lot = жребий
tie-runoff = второй тур
method-dots = точки
method-approval = одобрение
method-score = оценки от 1 до 5
method-rank = места
method-gradients = степени согласия
method-consent = согласие
dots-rule-short-third = N/3
dots-rule-short-quarter = N/4
dots-rule-short-fifth = N/5
dots-rule-short-msu = MSU
dots-rule-short-own = свое
dots-rule-third = треть вариантов
dots-rule-quarter = четверть вариантов
dots-rule-fifth = пятая часть вариантов
dots-rule-msu = MSU: половина квадрата на всех
dots-rule-own = свое число
# Восемь степеней согласия по Кейнеру.
gradient-1 = Полная поддержка
gradient-2 = Поддержка с небольшим замечанием
gradient-3 = Согласие с оговорками
gradient-4 = Воздерживаюсь
gradient-5 = Остаюсь в стороне
gradient-6 = Официально не согласен, но пойду за большинством
gradient-7 = Официально не согласен и прошу снять с меня ответственность
gradient-8 = Блокирую
consent-1 = да
consent-2 = нет
consent-3 = воздерживаюсь
consent-4 = блокирую
gate-shut-languages = только на одном языке
gate-shut-duplicates = похожие
gate-shut-number = { $n ->
    [one] { $n } вариант – слишком много для сравнения
    [few] { $n } варианта – слишком много для сравнения
   *[many] { $n } вариантов – слишком много для сравнения
 }
gate-shut-dots = точки не заставляют выбирать
gate-shut-voters = уже нет в списке участников
gate-shut-threshold = порог ниже половины
gate-shut-tie = правило здесь не решает равенство
gate-shut-seats = мест столько же, сколько вариантов
gate-languages = оба языка у каждого варианта
gate-duplicates = нет похожих
gate-number = посильное число вариантов
gate-dots = точки заставляют выбирать
gate-voters = голосующие есть в списке
gate-threshold = порог не ниже половины
gate-tie = правило решает равенство
gate-seats = мест меньше, чем вариантов

## Виды пунктов

item-kind-plenary = пленарное заседание
item-kind-activity = занятие
item-kind-breakout = работа в группах
item-kind-break = перерыв
item-kind-lunch = обед
item-kind-vote = голосование
item-kind-social = неформальная встреча
item-kind-energiser = разминка

## Роли

role-participant = участник
role-interpreter = переводчик
role-host = хозяин комнаты
role-facilitator = фасилитатор
role-rapporteur = докладчик

## Что может быть на стене

view-title = название
view-now = повестка дня и часы
view-groups = группы
view-ideas = идеи
view-proposals = предложения
view-vote = голосование
view-reveal = итоги
view-commitments = обязательства
view-blank = пусто

## Языки

language-en = английский
language-en-short = EN
language-ru = русский
language-ru-short = RU

## Дни и месяцы: кратко и так, как они стоят в полной дате (месяц в родительном падеже)

weekday-1 = пн
weekday-2 = вт
weekday-3 = ср
weekday-4 = чт
weekday-5 = пт
weekday-6 = сб
weekday-7 = вс
month-1 = янв.
month-1-long = января
month-2 = февр.
month-2-long = февраля
month-3 = мар.
month-3-long = марта
month-4 = апр.
month-4-long = апреля
month-5 = мая
month-5-long = мая
month-6 = июн.
month-6-long = июня
month-7 = июл.
month-7-long = июля
month-8 = авг.
month-8-long = августа
month-9 = сент.
month-9-long = сентября
month-10 = окт.
month-10-long = октября
month-11 = нояб.
month-11-long = ноября
month-12 = дек.
month-12-long = декабря
date-short = { $weekday } { $day } { $month }
date-long = { $day } { $month } { $year } г.
date-moment = { $date } { $time }

## Кавычки

quoted = «{ $text }»

## Счет

count-ideas = { $n ->
    [one] { $n } идея
    [few] { $n } идеи
   *[many] { $n } идей
}
ideas-some-of = { $n } из { $all ->
    [one] { $all } идеи
    [few] { $all } идей
   *[many] { $all } идей
}
count-people = { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
}
count-rooms = { $n ->
    [one] { $n } комната
    [few] { $n } комнаты
   *[many] { $n } комнат
}
count-proposals = { $n ->
    [one] { $n } предложение
    [few] { $n } предложения
   *[many] { $n } предложений
}
count-ballots = { $n ->
    [one] { $n } бюллетень
    [few] { $n } бюллетеня
   *[many] { $n } бюллетеней
}
hands-of-people = руки, { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
}
count-dots = { $n ->
    [one] { $n } точка
    [few] { $n } точки
   *[many] { $n } точек
}
count-minutes = { $n ->
    [one] { $n } минута
    [few] { $n } минуты
   *[many] { $n } минут
}
count-commitments = { $n ->
    [one] { $n } обязательство
    [few] { $n } обязательства
   *[many] { $n } обязательств
}
count-events = { $n ->
    [one] { $n } событие
    [few] { $n } события
   *[many] { $n } событий
}
mark-read-only = только чтение
count-versions = { $n ->
    [one] { $n } версия
    [few] { $n } версии
   *[many] { $n } версий
}
count-sessions = { $n ->
    [one] { $n } сессия
    [few] { $n } сессии
   *[many] { $n } сессий
}
count-rounds = { $n ->
    [one] { $n } раунд
    [few] { $n } раунда
   *[many] { $n } раундов
}
count-items = { $n ->
    [one] { $n } пункт
    [few] { $n } пункта
   *[many] { $n } пунктов
}
count-votes = { $n ->
    [one] { $n } голосование
    [few] { $n } голосования
   *[many] { $n } голосований
}

# Отчет: report.md и `talkoot show`.

report-untitled = Совещание без названия
report-question = Главный вопрос
report-edition-internal = Внутренняя редакция: не для публикации.
report-edition-public = Открытая редакция.
report-languages = Рабочие языки

report-month =
    { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    }
report-date = { $day } { $month } { $year } г.
report-date-range = { $day }–{ $last } { $month } { $year } г.
report-date-span = { $from } – { $to }
report-day = День { $day }
report-day-date = День { $day }: { $date }

report-votes = Голосования
report-proposals = Предложения
report-commitments = Обязательства
report-ideas = Идеи
report-parking = Парковка
report-groups = Группы
report-agenda = Повестка дня
report-people = Участники
report-meeting = Совещание
report-nothing = Пока ничего нет.

report-no-room = Без комнаты
report-off-record =
    { $n ->
        [one] { $n } идея не для протокола: в этом отчете ее нет.
        [few] { $n } идеи не для протокола: в этом отчете их нет.
       *[many] { $n } идей не для протокола: в этом отчете их нет.
    }
report-merged = Объединено с ней
report-unchecked = перевод не проверен
report-versions =
    { $n ->
        [one] { $n } версия
        [few] { $n } версии
       *[many] { $n } версий
    }
report-two-rooms = Размещены двумя устройствами в двух комнатах
report-from = из { $proposal }

report-id = Код
report-item = Пункт
report-kind = Вид
report-plan = План
report-actual = Факт
report-skipped = пропущен
report-stop = жесткая граница
report-minutes = { $n } мин
report-room = Комната
report-topic = Тема
report-seated = Размещено
report-name = Имя
report-organisation = Организация
report-country = Страна
report-spoken = Языки
report-role = Роль
report-arrives = День прибытия
report-presence = Отметка
report-present = присутствует
report-away = отсутствует

report-state = Состояние
report-leads = Ведущие организации
report-partners = Партнеры
report-place = Место
report-when = Время
report-enablers = Обеспечивающие функции
report-ephos = ОФОЗ
report-sources = Исходные идеи

report-what = Что
report-who = Ответственный
report-with = С кем
report-due = Срок
report-proposal = Предложение
report-done = Выполнено
report-yes = да
report-no = нет
report-forward-yes = да
report-forward-no = нет
report-forward-tied = равенство

report-stage = Стадия
report-option = Вариант
report-options = Варианты
report-rank = Место
report-dots = Точки
report-points = Баллы
report-agree = Согласны
report-supporters = Сторонники
report-forward = Проходит дальше
report-agreed = Порог достигнут
report-vote-rule =
    { $dots ->
        [one] { $dots } точка на бюллетень
        [few] { $dots } точки на бюллетень
       *[many] { $dots } точек на бюллетень
    }, не более { $cap } на один вариант; { $seats ->
        [one] дальше проходит { $seats } вариант
        [few] дальше проходят { $seats } варианта
       *[many] дальше проходят { $seats } вариантов
    }
report-vote-rule-other = { $method }; { $seats ->
        [one] дальше проходит { $seats } вариант
        [few] дальше проходят { $seats } варианта
       *[many] дальше проходят { $seats } вариантов
    }
report-hash = Варианты и правила, SHA-256
report-open-gates = Условия, не выполненные при открытии
report-secret = Тайное: кто как голосовал, не показывается никогда
report-not-secret = Не тайное
report-threshold = Порог
report-tie-rule = Равенство на черте
report-turnout =
    { $ballots ->
        [one] { $ballots } бюллетень
        [few] { $ballots } бюллетеня
       *[many] { $ballots } бюллетеней
    } на { $seats ->
        [one] { $seats } место
        [few] { $seats } места
       *[many] { $seats } мест
    }
report-turnout-hands =
    { $ballots ->
        [one] спрошен { $ballots } человек
        [few] спрошены { $ballots } человека
       *[many] спрошено { $ballots } человек
    }, голосовали поднятием руки, { $seats ->
        [one] { $seats } место
        [few] { $seats } места
       *[many] { $seats } мест
    }
report-counted-hands = Подсчитано по поднятым рукам, человек
report-proxies = Голосуют за других
report-proxy = { $by } за { $who }
report-proxy-torn = { $by } за { $who } (два устройства сообщили разное)
report-unheard = После открытия ничего не поступало от
report-over = Бюллетеней больше, чем голосующих
report-over-told = { $n } при { $all }; какие поданы дважды, узнать нельзя, учтены все
report-again = Возможно, введено на двух ноутбуках
report-again-more = { $ballots ->
        [one] за места введен { $ballots } бюллетень
        [few] за места введено { $ballots } бюллетеня
       *[many] за места введено { $ballots } бюллетеней
    }, а отмечено, что { $marked ->
        [one] проголосовало { $marked } место
        [few] проголосовали { $marked } места
       *[many] проголосовало { $marked } мест
    }: какое-то место введено дважды, или ноутбук еще не сообщил, кто на нем голосовал; учтены все
report-again-seats = отмечены на двух ноутбуках: { $who }; подан ли бюллетень дважды, тайна голосования не показывает, учтены все
report-again-seats-public = { $n ->
        [one] { $n } место отмечено
        [few] { $n } места отмечены
       *[many] { $n } мест отмечено
    } на двух ноутбуках; подан ли бюллетень дважды, тайна голосования не показывает, учтены все
report-second = Повторный ввод
report-second-told = введено дважды: { $typed } из { $ballots ->
        [one] { $ballots } бюллетеня
        [few] { $ballots } бюллетеней
       *[many] { $ballots } бюллетеней
    }, расходилось и исправлено: { $right }, расходится: { $differ }
report-second-only = только во втором вводе: { $n }
report-second-empty = пустой
report-hands = Поднятием руки
report-hands-more = подсчитано больше людей, чем было мест
report-hands-supporters = руки за вариант – это и его сторонники, поэтому число сторонников равенства не решает
report-hands-torn = на двух устройствах подсчитано по-разному или рядом есть бюллетени: ничего не учтено
report-hands-late = подсчет поступил после закрытия и не учтен
report-turnout-name = Явка
report-counted = Учтено бюллетеней
report-open-vote = Голосование открыто. Итоги показываются после закрытия.
report-not-revealed = Итоги еще не оглашены.
report-decided = Как решено
report-decided-totals = по сумме; равенства на черте нет
report-decided-contradiction = никак: подсчеты противоречат друг другу, голосование нужно провести заново
report-decided-all = по правилу равенства: все равные на черте проходят дальше
report-decided-supporters = по числу сторонников у равных на черте
report-decided-lot = жребием среди равных на черте
report-decided-runoff =
    пока никак: нужен второй тур за { $n ->
        [one] { $n } место
        [few] { $n } места
       *[many] { $n } мест
    }
report-seed = Начальное число жребия
report-drawn = Порядок жеребьевки
report-late = Поданы после закрытия, не учтены
report-torn = Противоречивые бюллетени, не учтены
report-void = Недействительны, не учтены
report-closed-twice = Два устройства закрыли голосование порознь: учтены бюллетени, которые учло любое из них.
report-waived = Снятые условия
report-ballots = Бюллетени
report-paper = Номер бюллетеня
report-voter = Голосовавший

report-printing = Для печати
report-doors = Списки на двери
report-cards = Таблички на столы
report-slips = Личные листки
report-nobody = В этой комнате никто не размещен.
report-hosts = Хозяева
report-without-room = без комнаты
report-unseated =
    { $n ->
        [one] { $n } человек присутствует, но остается без комнаты во всех этих раундах
        [few] { $n } человека присутствуют, но остаются без комнаты во всех этих раундах
       *[many] { $n } человек присутствуют, но остаются без комнаты во всех этих раундах
    }: { $people }

report-drift = План и факт
report-drift-length = Мин по плану
report-drift-ran = Мин фактически
report-drift-difference = Разница
report-drift-none = День закончился в { $end }, по плану.
report-drift-more = День закончился в { $end }, на { $n } мин позже плана ({ $planned }).
report-drift-less = День закончился в { $end }, на { $n } мин раньше плана ({ $planned }).
report-drift-so-far-none = На { $end } день идет по плану.
report-drift-so-far-more = На { $end } отставание { $n } мин (по плану { $planned }).
report-drift-so-far-less = На { $end } опережение { $n } мин (по плану { $planned }).
report-drift-why = { $all } Причины: { $causes }.
report-drift-began-more = начало позже на { $n } мин
report-drift-began-less = начало раньше на { $n } мин
report-drift-over-more = пункты превысили свое время на { $n } мин
report-drift-over-less = пункты закончились раньше своего времени на { $n } мин
report-drift-given-more = пункты продлены на { $n } мин
report-drift-given-less = пункты сокращены на { $n } мин
report-drift-paused-more = приостановки: { $n } мин
report-drift-idle-more = между пунктами прошло { $n } мин
report-drift-idle-less = израсходовано { $n } мин свободного времени
report-drift-skipped-less = { $n } мин сэкономлено на пунктах, которые не проводились
report-drift-inserted-more = { $n } мин на добавленные пункты
report-drift-taken_off-less = { $n } мин сэкономлено на снятых пунктах
report-drift-replanned-more = в течение дня запланировано на { $n } мин больше
report-drift-replanned-less = в течение дня запланировано на { $n } мин меньше
report-drift-taken-off = снят
report-drift-on = идет
report-drift-put-in = добавлен в течение дня
report-drift-item-given = продление { $n } мин
report-drift-item-changed = изменение плана { $n } мин
report-drift-item-paused = приостановка { $n } мин

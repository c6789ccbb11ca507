# Группы: раунды, комнаты, кто где сидит.

help-of-screen-groups = Раунды сверху вниз, комнаты в ряд, в каждой ячейке человек. Пробел распределяет выбранный раунд, еще раз – по-другому; a распределяет все предстоящие раунды вместе, так люди перемешиваются лучше всего: распределение улучшается на глазах, Esc берет лучшее из найденного; u отменяет. r показывает наименьшую правку, после которой все снова верно, y – какие пожелания противоречат друг другу; g и t задают общие правила и пожелания. ▪ хозяин комнаты, = закреплен, ◆ переводчик, ○ отсутствует в этот день, ‼ нет общего языка, ≠ две версии; верхний индекс – сколько раз человек уже встречался с другими в комнате. Новые пары еще не встречались; равновесие – отступление от равного разброса видов, стран и организаций, лучше всего 0; партнеры – наименьшее и наибольшее число людей, с которыми кто-либо уже встретился.

key-groups-plan = распределить
key-groups-plan-all = все раунды
key-groups-stop = взять лучшее из найденного
key-groups-move = переместить
key-groups-next-round = след. раунд
key-groups-repair = поправить
key-groups-hold = закрепить
key-groups-met = кто с кем
key-groups-add = новый раунд
key-groups-edit = изменить раунд
key-groups-round-before = предыдущий раунд
key-groups-take-out = убрать из раунда
key-groups-why = почему нет
key-groups-prefer = желаемые комнаты
key-groups-rules = правила групп
key-groups-wishes = вместе, порознь
key-groups-add-room = новая комната
key-groups-edit-room = изменить комнату
key-groups-remove-room = удалить комнату
key-groups-remove = удалить раунд
key-groups-left = предыдущая комната
key-groups-right = следующая комната
key-groups-rooms-back = предыдущие комнаты
key-groups-rooms-on = следующие комнаты

## Раунды

groups-empty = Раундов еще нет
groups-empty-what = Раунд распределяет людей по комнатам так, чтобы встречались те, кто еще не встречался, и у них был общий язык. n создает первый раунд.
groups-no-rooms = Комнат еще нет
groups-no-rooms-what = b добавляет комнату; e дает раунду целый список комнат или их число.
groups-round-open = день { $day } · не распределен
groups-round-planned = день { $day } · { $people }
groups-about = день { $day } · { $item } · присутствует { $people }
groups-about-no-item = день { $day } · присутствует { $people }
groups-rooms-part = комнаты { $first }–{ $last } из { $all }
groups-not-planned-yet = Не распределен: { $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[many] { $people } человек
 }, { $rooms ->
    [one] { $rooms } комната
    [few] { $rooms } комнаты
   *[many] { $rooms } комнат
 }. Пробел распределяет раунд.
groups-not-planned = Раунд еще не распределен.
    .hint = Пробел распределяет его.
groups-all-had = Выполнены все пожелания.

## Комната

groups-without-room = Без комнаты
groups-size-between = { $size } ({ $min }–{ $max })
groups-size-exact = { $size } из { $max }
groups-size-from = { $size }, не менее { $min }
groups-size-to = { $size }, не более { $max }
groups-other-language = др.
groups-all-speak = общий язык { $languages }
groups-interpreted = с переводчиком
groups-no-language = нет общего языка
groups-room-name = Комната { $name }

## Человек

groups-word-absent = ○ отсутствует в этот день
groups-word-left-out = ‼ не понимает остальных
groups-word-host = ▪ хозяин комнаты
groups-word-held = = место закреплено
groups-word-again = встречает снова: { $people }

## Чего стоит распределение

groups-figures = повторы { $repeats } · новые пары { $fresh } · язык { $talking } из { $rooms } · равновесие { $balance } · размеры { $sizes } · партнеры { $partners }
groups-together = все раунды ({ $rounds }): повторы { $repeats } (возможно { $possible }) · равновесие { $balance } (возможно { $balance-possible })
groups-proved = лучше не бывает: доказано
groups-planning = Распределение: { $rounds ->
    [one] { $rounds } раунд
    [few] { $rounds } раунда
   *[many] { $rounds } раундов
 } · { $share } % · лучшее пока: { $broken }повторы { $repeats } (возможно { $possible }) · равновесие { $balance } (возможно { $balance-possible }) · Esc берет лучшее
groups-planning-broken = нарушено правил { $n } ·{" "}
groups-hint-asking = Выясняется…   Esc прервать
groups-hint-planning = Esc взять лучшее   Tab следующий раунд   стрелки осмотреться
groups-more-rounds = … еще { $n ->
    [one] { $n } раунд
    [few] { $n } раунда
   *[many] { $n } раундов
 }
groups-more-unmet = и еще { $n } (y)
groups-why-title = Чего не удалось
groups-unmet-no-rooms = { $people ->
    [one] Присутствует { $people } человек, а комнат нет.
    [few] Присутствуют { $people } человека, а комнат нет.
   *[many] Присутствуют { $people } человек, а комнат нет.
 }
groups-unmet-more-rooms-than-people = Комнат больше ({ $rooms }), чем людей ({ $people }): часть пустует.
groups-unmet-min-over-max = { $room }: не менее { $min } больше, чем не более { $max }; действует второе.
groups-unmet-too-few-people = Для комнат нужно не менее { $needed } человек, а присутствующих { $people }.
groups-unmet-too-few-seats = Мест в комнатах { $seats }, а людей { $people }: комнаты переполнены.
groups-unmet-held-over-max = { $room }: закреплены или хозяева { $held }, а мест { $max }.
groups-unmet-held-twice = { $person }: место закреплено в нескольких комнатах ({ $rooms }); действует первое.
groups-unmet-host-in-two-rooms = { $person }: хозяин нескольких комнат ({ $rooms }); считается первая.
groups-unmet-held-against-host = { $person }: место закреплено в комнате «{ $room }», а хозяин в другой ({ $rooms }); действует закрепленное.
groups-unmet-held-away = { $person }: место закреплено в комнате «{ $room }», но в этот день отсутствует.
groups-unmet-host-away = { $room }: хозяин { $person } в этот день отсутствует.
groups-unmet-no-such-room = { $person }: место закреплено в комнате { $room }, которой нет.
groups-unmet-languages-unknown = { $person }: языки неизвестны, поэтому не учтены.
groups-unmet-no-common-language = { $room }: нет общего языка и переводчика для всех; остальных не понимают { $without }.
groups-unmet-below-min = { $room }: { $size }, а нужно не менее { $min }.
groups-unmet-over-max = { $room }: { $size }, а можно не более { $max }.
groups-unmet-uneven = { $room }: { $size }, а при равном делении { $from }–{ $to }.
groups-unmet-too-many-apart = Порознь должны сидеть: { $people } (всего { $n }), а { $rooms ->
    [one] комната { $rooms }
    [few] комнаты { $rooms }
   *[many] комнат { $rooms }
 }.
groups-unmet-together-over-max = Вместе должны сидеть: { $people } (всего { $n }), а самая большая комната вмещает { $max }.
groups-unmet-apart = Должны сидеть порознь, но оказались в одной комнате ({ $room }): { $people }.
groups-unmet-split = Должны сидеть вместе, но оказались в разных комнатах ({ $rooms }): { $people }.
groups-unmet-alone = { $person }: в комнате { $room } больше никто не говорит на этих языках.
groups-unmet-not-placed = { $person }: нет комнаты.
groups-unmet-wrong-seat = { $person }: не должно быть места в комнате «{ $room }» (отсутствует, сидит в двух комнатах или закреплен в другой).
groups-unmet-wrong-seat-away = { $person }: есть место в комнате «{ $room }», но в этот день отсутствует (r поправит).

## Цена перемещения

groups-move-title = { $person } { $name } → в какую комнату?
groups-seat-title = Кто придет: { $room }?
groups-price-nothing = ничего не стоит
groups-price-absent = отсутствует в этот день
groups-price-repeats = { $n ->
    [one] +{ $n } повтор ({ $people })
    [few] +{ $n } повтора ({ $people })
   *[many] +{ $n } повторов ({ $people })
 }
groups-price-spared = { $n ->
    [one] −{ $n } повтор ({ $people })
    [few] −{ $n } повтора ({ $people })
   *[many] −{ $n } повторов ({ $people })
 }
groups-price-language-lost = ‼ { $room }: нет общего языка
groups-price-language-found = { $room }: есть общий язык
groups-price-interpreted = ◆ { $room }: с переводчиком
groups-price-language-lost-here = ‼ нет общего языка
groups-price-language-found-here = есть общий язык
groups-price-below = { $room } { $n } < { $min }
groups-price-above = { $n } > { $max }
groups-price-apart = ‼ порознь: { $people }
groups-price-together = ‼ вместе: { $people }
groups-price-balance = равновесие { $by }
groups-price-held = место закреплено: { $room }

## Кто с кем встречался

groups-met-title = Кто с кем встречался
groups-met-title-of = С кем встречается { $person }: { $name }
groups-met-in = { $round }, { $room } (новых: { $fresh }): { $people }
groups-met-not-in = { $round }: без комнаты
groups-met-all = Всего { $people ->
    [one] { $people } партнер
    [few] { $people } партнера
   *[many] { $people } партнеров
 }, встретились не раз: { $again } (повторная встреча отмечена *).
groups-met-range = Все: от { $least } до { $most } партнеров за все распределенные раунды.
groups-met-square = Сколько раз встречались каждые двое, строки и столбцы в порядке списка участников:

## Формы

groups-add-title = Новый раунд
groups-edit-title = Изменить раунд
groups-add-room-title = Новая комната
groups-edit-room-title = Изменить комнату
groups-ask-title-en = Название, англ.
groups-ask-title-ru = Название, рус.
groups-ask-item = Пункт повестки
groups-ask-rooms = Комнаты
groups-ask-rooms-example = число или названия: Комната A; Комната B
groups-ask-min = Не менее
groups-ask-max = Не более
groups-ask-topic-en = Тема, англ.
groups-ask-topic-ru = Тема, рус.
groups-ask-hosts = Хозяева
groups-ask-hosts-in-order = мировое кафе: кто остается за каждым столом
groups-ask-hosts-example = кто остается в комнате, по обозначениям: S17 S22
groups-ask-minutes = Минуты
groups-ask-minutes-example = пусто: столько же, сколько пункт
groups-ask-format = Формат
groups-format-mixed = смешанные группы
groups-format-cafe = мировое кафе: хозяева остаются, остальные переходят
groups-format-chosen = открытое пространство: люди выбирают сами
groups-ask-interpreters = Комнат с переводом
groups-ask-rounds = Сколько раундов
groups-ask-rounds-example = 1; в мировом кафе 3
groups-ask-wanted = Комнаты, сначала самая желаемая
groups-prefer-title = Какие комнаты хочет { $person }? { $name }
groups-rules-title = Общие правила групп
groups-ask-language = Общий язык
groups-ask-alone = Никто один со своим языком
groups-ask-apart-by = Порознь по признаку
groups-ask-balance = Поровну
groups-ask-order = Сначала
groups-order-mixing = новые знакомства
groups-order-balance = равный разброс
groups-yes = да
groups-no = нет
groups-column-organisation = организация
groups-column-kind = вид
groups-column-country = страна
groups-column-languages = языки
groups-wishes-title = Кто вместе, кто порознь, во всех раундах
groups-wish-new-apart = Посадить порознь …
groups-wish-new-together = Посадить вместе …
groups-wish-take-back = Enter снимает
groups-ask-people = Кто
groups-item = день { $day } · { $item }
groups-item-none = без пункта повестки дня

## Сказанное

groups-said-planned = Распределено, начальное число { $seed }
    .hint = a распределяет все раунды вместе.
groups-said-all = { $rounds ->
    [one] Распределен { $rounds } раунд
    [few] Распределены { $rounds } раунда
   *[many] Распределены { $rounds } раундов
 }: повторы { $repeats } (возможно { $possible })
    .hint = u отменяет.
groups-said-all-proved = { $rounds ->
    [one] Распределен { $rounds } раунд
    [few] Распределены { $rounds } раунда
   *[many] Распределены { $rounds } раундов
 }, доказано: лучше не бывает; повторы { $repeats }
    .hint = u отменяет.
groups-said-not-planned = Поиск прервался; ничего не изменено.
    .hint = a начинает его снова.
groups-said-planning = Раунды сейчас распределяются.
    .hint = Esc берет лучшее из найденного.
groups-said-nothing-to-plan = Распределять нечего: все раунды прошли, идут или без комнат.
    .hint = n создает раунд.
groups-said-nobody-there = Участников еще нет.
    .hint = 2 – список участников.
groups-said-repaired = Поправлено: { $n ->
    [0] никто не пересел
    [one] пересел { $n } человек
    [few] пересели { $n } человека
   *[many] пересели { $n } человек
 }
    .hint = u отменяет.
groups-said-right = Распределение и так верно.
groups-said-no-better = Никакие пересадки не дадут выполнить больше правил.
    .hint = y объясняет почему.
groups-said-too-many-hosts = Хозяев { $hosts }, а { $rooms ->
    [one] комната { $rooms }
    [few] комнаты { $rooms }
   *[many] комнат { $rooms }
 }.
    .hint = Назовите по одному хозяину на комнату, в порядке комнат.
groups-said-before = было: { $figures }
groups-said-as-before = показатели те же
groups-said-no-round = Раундов нет.
    .hint = n создает раунд.
groups-said-nobody = Никто не выбран.
    .hint = Перейдите к человеку стрелками.
groups-said-no-room = { $person }: нет комнаты в этом раунде.
    .hint = Enter дает комнату.
groups-said-which-room = Комната не выбрана.
    .hint = Перейдите к комнате стрелками.
groups-said-no-number = «{ $given }» – не число.
    .hint = Введите целое число или оставьте поле пустым.
groups-said-no-session = Сессия не открыта.

## Правка: наименьшее изменение

groups-repair-title = Наименьшая правка: { $n ->
    [0] никто не пересаживается
    [one] пересаживается { $n } человек
    [few] пересаживаются { $n } человека
   *[many] пересаживаются { $n } человек
 }
groups-repair-title-some = Правка: { $n ->
    [0] никто не пересаживается
    [one] пересаживается { $n } человек
    [few] пересаживаются { $n } человека
   *[many] пересаживаются { $n } человек
 }
groups-repair-left = { $person }: отсутствует, освобождается место ({ $room })
groups-repair-placed = { $person }: получает место ({ $room })
groups-repair-moved = { $person }: { $from } → { $to }
groups-repair-nobody = Никому из сидящих не нужно пересаживаться.
groups-repair-proved = Доказано: при тех же правилах меньше не обойтись.
groups-repair-given-up = Не выполнить никакими пересадками: { $wish }
groups-repair-worth = Повторы { $repeats } → { $repeats-then }, равновесие { $balance } → { $balance-then }.

## Почему нет: пожелания, которые противоречат друг другу

groups-wish-min = { $room }: не менее { $n }
groups-wish-max = { $room }: не более { $n }
groups-wish-held = место закреплено: { $person }, { $room }
groups-wish-host = хозяин: { $person }, { $room }
groups-wish-apart = порознь: { $people }
groups-wish-together = вместе: { $people }
groups-wish-language = { $room }: нужен общий язык или переводчик
groups-wish-interpreted = { $n ->
    [0] комнат с переводом нет
    [one] с переводом только { $n } комната
    [few] с переводом только { $n } комнаты
   *[many] с переводом только { $n } комнат
 }
groups-wish-not-alone = не остаются одни со своим языком: { $people }
groups-buys-all = без этого можно выполнить все остальное
groups-buys-min = без этого или при { $n } можно выполнить все остальное
groups-buys-max = без этого или при { $n } можно выполнить все остальное
groups-buys-interpreted = если комнат с переводом { $n }, можно выполнить все остальное
groups-buys-nothing = отказаться только от этого недостаточно
groups-buys-unknown = что даст отказ, выяснить не удалось
groups-knot = Эти пожелания ({ $n }) противоречат друг другу, и меньшего набора нет:
groups-knot-some = Эти пожелания ({ $n }) противоречат друг другу:
groups-why-undecided = Не удалось выяснить, противоречат ли пожелания друг другу: задача слишком велика.
groups-why-unmet = Поэтому распределение нарушает:
groups-contradiction = Наименьший набор пожеланий, которые противоречат друг другу: { $wishes }.
groups-contradiction-some = Эти пожелания противоречат друг другу: { $wishes }.

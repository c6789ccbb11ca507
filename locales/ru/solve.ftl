## talkoot groups

help-groups = Составить рабочие группы
help-solve = Составить группы по условиям: кто в какой комнате в каждом раунде
help-solve-instance = Файл с условиями (JSON) или - для того, что подается на вход
help-solve-seed = С чего начинается случай; то же число и столько же шагов дают тот же план
help-solve-steps = Сколько перестановок можно рассмотреть; если не указано, столько, сколько одно ядро успевает примерно за пять секунд
help-solve-threads = Во сколько потоков искать; на план это не влияет

fault-instance-missing = Файла «{ $path }» нет.
    .hint = Назовите файл с условиями в JSON или - для того, что подается на вход.
fault-instance-unread = Файл «{ $path }» не читается: { $why }
    .hint = Проверьте, файл ли это и можно ли вам его читать.
fault-instance-text = «{ $path }» – не текст в UTF-8.
    .hint = Условия записываются в JSON; пример есть в docs/groups.md.
fault-instance-json = Это не условия для групп, место { $path }: { $why }
    .hint = Пример есть в docs/groups.md, все ключи – в docs/groups-instance.schema.json.
fault-instance-key = Ключа «{ $key }» в месте { $path } не бывает.
    .hint = Все ключи есть в docs/groups.md. Собственные столбцы стоят у людей.
fault-instance-nobody = В этих условиях нет людей.
    .hint = Перечислите их в «people», каждого с «id».
fault-instance-no-rounds = В этих условиях нет раундов.
    .hint = Перечислите их в «rounds», каждый с «rooms».
fault-instance-too-many = Столько составить нельзя: не больше { $most } человек и { $seats } мест во всех раундах.
    .hint = Составляйте по частям.
fault-instance-no-id = У человека под номером { $number } нет id.
    .hint = Дайте каждому «id», какого нет у других.
fault-instance-twice = «{ $person }» стоит среди людей дважды: под номерами { $first } и { $second }.
    .hint = Дайте каждому свой «id» или уберите одного из двух.
fault-instance-listed-twice = «{ $person }» стоит дважды в { $path }.
    .hint = Называйте каждого один раз.
fault-instance-who = В { $path } назван «{ $person }», которого нет среди людей.
    .hint = Каждого называют по «id» из «people».
fault-instance-languages = У «{ $person }» 65-й язык, а различить можно не больше 64.
    .hint = Обозначайте один язык одним кодом.
fault-instance-column = Столбца «{ $column }» нет ни у кого.
    .hint = Столбцы стоят у людей; проверьте, как он там написан.
fault-instance-topic = «{ $person }» хочет тему «{ $topic }», которой нет ни в одной комнате.
    .hint = Темы стоят у комнат, в «topic».
fault-instance-topic-twice = «{ $person }» хочет тему «{ $topic }» дважды.
    .hint = Называйте каждую тему один раз, самую желанную первой.
fault-instance-room-no-id = У комнаты под номером { $number } в раунде { $round } нет id.
    .hint = Дайте каждой комнате «id».
fault-instance-room-twice = Комната «{ $room }» стоит в раунде { $round } дважды.
    .hint = Дайте каждой комнате раунда свой «id».
fault-instance-min-max = Комната «{ $room }» раунда { $round } требует не меньше { $min } и вмещает не больше { $max } человек.
    .hint = «min» не должен быть больше «max».
fault-instance-round = Место закреплено в раунде { $round } (считая с 0), а раундов всего { $rounds }.
    .hint = Первый раунд – 0.
fault-instance-room = Место закреплено в комнате «{ $room }», которой нет в раунде { $round }.
    .hint = Называйте комнату по «id».

## The plan

solve-round = Раунд { $number }
solve-repeats = Повторные встречи: { $repeats }. Разные пары: { $distinct }. Новых партнеров не меньше { $fewest } у каждого.
solve-levels = Нарушения { $hard } (не меньше { $hard-bound }), темы { $topics } ({ $topics-bound }), встречи { $mixing } ({ $mixing-bound }), равномерность { $balance } ({ $balance-bound }). В скобках – меньше чего не бывает.
solve-levels-changed = Пересажено: { $disturbance }.
solve-topic = Раунд { $round }: то, что темой «{ $topic }» заняты не меньше { $min }, стоит { $price } по местам в списках (Σ квадратов).
solve-proved = Доказано: лучше нельзя.
solve-open = Лучше этого, возможно, бывает: { $gap }.
solve-gap-hard = нарушения, разница { $gap }
solve-gap-topics = темы, разница { $gap }
solve-gap-mixing = встречи, разница { $gap }
solve-gap-balance = равномерность, разница { $gap }
solve-gap-disturbance = пересадки, разница { $gap }
solve-conflicts = Чего не получилось:
solve-conflict = Раунд { $round }: { $text }

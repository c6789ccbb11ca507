## talkoot tally

help-tally = Подсчитать голосование: кто проходит дальше, насколько это прочно, насколько бюллетени согласны
help-tally-file = Файл с голосованием (JSON) или - для того, что поступает на вход
help-tally-before = Голосование предыдущего раунда: сказать, что изменилось
help-tally-spread = Вывести согласие A ван дер Эйка по тому, сколько раз выбрана каждая ступень шкалы: 30,40,210
help-tally-json = Вывести JSON; так делается и без этого ключа

fault-tally-missing = Файла «{ $path }» нет.
    .hint = Назовите файл с голосованием в JSON или -, чтобы прочитать то, что поступает на вход.
fault-tally-too-long = «{ $path }» длиннее 512 МиБ.
    .hint = Подсчитайте бюллетени по частям.
fault-tally-json = Это не голосование, место { $path }: { $why }
    .hint = Пример есть в docs/tally.md, все ключи – в docs/tally-instance.schema.json.
fault-tally-key = Ключ «{ $key }» в месте { $path } неизвестен.
    .hint = Все ключи есть в docs/tally.md.
fault-tally-no-options = В этом голосовании нет вариантов.
    .hint = Перечислите их в «options».
fault-tally-option-twice = Вариант «{ $option }» стоит в «options» дважды.
    .hint = Назовите каждый вариант один раз.
fault-tally-no-dots = Это голосование точками, но не сказано, сколько их.
    .hint = Укажите в «dots», сколько точек в бюллетене, а в «cap», сколько из них можно поставить одному варианту.
fault-tally-threshold = Порог равен { $threshold }, а должен лежать между 0 и 1.
    .hint = 75 % записываются в «threshold» как 0.75.
fault-tally-spread = «{ $given }» – не список того, сколько раз выбрана каждая ступень шкалы.
    .hint = Дайте от двух до { $most } целых чисел через запятую, не все равные 0: 30,40,210,130,530,50,10.

tally-contradicts = у другого бюллетеня тот же номер, но другие голоса, поэтому не считается ни один из них
tally-copy = такой же бюллетень уже был и посчитан один раз
tally-no-option = «{ $option }» нет среди вариантов
tally-option-twice = «{ $option }» стоит в бюллетене дважды
tally-not-whole = то, что дано варианту «{ $option }», не целое число от 0
tally-over-cap = точек у «{ $option }»: { $given }, разрешено: { $cap }
tally-out-of-range = варианту «{ $option }» дано { $given }, разрешено: от { $least } до { $most }
tally-over-budget = всего точек: { $given }, разрешено: { $dots }

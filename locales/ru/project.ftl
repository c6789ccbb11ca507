# Проектор: читается с последнего ряда, на двух языках сразу.

help-of-screen-project =
    То, что фасилитатор показывает на стене, по-английски и по-русски рядом.
    Меняется само, страницы тоже; стрелки вправо и влево листают вручную.
    Кто где сидит: f ищет имя или место. q выходит.

project-next = Далее { $time }  { $title }
project-plenty = { $sign } время есть
project-soon = { $sign } скоро конец
project-nearly = { $sign } время на исходе
project-over = { $sign } время вышло
project-paused = { $sign } пауза
project-turnout = подано { $n } из { $of }
project-hands = Поднятием рук: опрошено { $n } из { $of }
project-closed = Голосование закрыто
project-more = … еще { $n }
project-ideas = Идеи
project-ideas-all = { $title } – { $all }
project-ideas-new = { $title } – { $all }, новых: { $new } ●
project-no-ideas = Идей пока нет
project-proposals = Предложения
project-tied = равенство
project-commitments = Обязательства
project-no-commitments = Обязательств пока нет
project-other-commitments = Другие обязательства
project-nothing-promised = обязательств пока нет
project-forward = проходит дальше
project-on = проходит во второй этап
project-cut-on = ▲ второй этап
project-cut = ▲ проходит дальше
project-find = Ваше имя или номер места
project-nobody = Здесь нет никого с таким именем или номером

project-reporting = Докладывает { $room }: { $time }

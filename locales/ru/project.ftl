# Проектор: читается с последнего ряда, на двух языках сразу.

help-of-screen-project =
    То, что фасилитатор показывает на стене, по-английски и по-русски рядом.
    Меняется само; q выходит.

project-next = { $time }  { $title }
project-paused = пауза
project-over = время вышло
project-turnout = подано { $n } из { $of }
project-more = … еще { $n }
project-ideas = Идеи
project-no-ideas = Идей пока нет
project-proposals = Предложения
project-tied = равенство
project-commitments = Обязательства

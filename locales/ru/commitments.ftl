# Обязательства: кто, что, с кем, к какому сроку.

key-commitments-done = выполнено или нет
key-commitments-add = новое
key-commitments-edit = изменить
key-commitments-order = порядок
key-commitments-read = прочесть целиком
key-commitments-remove = удалить
key-commitments-page-up = на страницу вверх
key-commitments-page-down = на страницу вниз

help-of-screen-commitments = Кто что делает, с кем, к какому сроку и по какому предложению. Ответственный – это место из списка участников, по его обозначению, или имя. Невыполненное с прошлого совещания перенесено и отмечено.

commitments-empty = Обязательств пока нет. Здесь записано, кто что делает, с кем и к какому сроку.

    n – записать первое. В разделе «Предложения» (клавиша 5) c начинает обязательство по предложению.
commitments-count-done = выполнено { $n }
commitments-count-overdue = просрочено { $n }
commitments-count-carried = перенесено { $n }
commitments-by-due = по сроку
commitments-by-owner = по ответственным
commitments-by-proposal = по предложениям

commitments-what = Что
commitments-owner = Ответственный
commitments-with = С кем
commitments-due = Срок
commitments-proposal = По предложению
commitments-done = Состояние
commitments-written = Записано
commitments-version = Версия
commitments-blank = { "" }
commitments-together = с кем: { $who }
commitments-is-done = выполнено
commitments-is-open = открыто
commitments-overdue = просрочено
commitments-carried = перенесено
commitments-no-date = без срока
commitments-no-proposal = нет

commitments-ask-text-en = Что, на английском
commitments-ask-text-ru = Что, на русском
commitments-example-owner = S07 или имя
commitments-example-due = 31.03.2018 или 2018-03-31
commitments-example-with = S12; ASPHER
commitments-form-add = Новое обязательство
commitments-form-add-from = Новое обязательство по { $id }
commitments-form-edit = Обязательство { $id }

commitments-said-none = Обязательств пока нет.
    .hint = n – записать первое.
commitments-said-added = Обязательство { $id } записано.
    .hint = Все они в разделе 7.
commitments-said-removed = Обязательство { $id } удалено.
    .hint = u – вернуть его.

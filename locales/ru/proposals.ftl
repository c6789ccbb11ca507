# Предложения: что совещание может взять в дальнейшую работу.

key-proposals-edit = изменить
key-proposals-state = состояние
key-proposals-ideas = исходные идеи
key-proposals-add = новое
key-proposals-commit = новое обязательство
key-proposals-enablers = функции
key-proposals-ephos = ОФОЗ
key-proposals-vote = к голосованиям
key-proposals-read = прочесть целиком
key-proposals-order = по местам или по обозначениям
key-proposals-remove = удалить
key-proposals-page-up = на страницу вверх
key-proposals-page-down = на страницу вниз

help-of-screen-proposals = То, что совещание может взять в дальнейшую работу: у каждого предложения – кто его ведет, где и когда, каким обеспечивающим функциям и ОФОЗ оно служит и из каких идей выросло. Место в голосовании видно, когда голосование закрыто. Ниже – обязательства по этому предложению.

proposals-empty = Предложений пока нет. Они вырастают из идей или записываются здесь: кто ведет, кто участвует, где, когда.

    n – записать первое. В разделе «Идеи» (клавиша 4) кластер можно выдвинуть в предложения.
proposals-forward = { $n ->
    [one] { $n } проходит дальше
    [few] { $n } проходят дальше
   *[many] { $n } проходят дальше
}
proposals-untranslated = { $n ->
    [one] { $n } на одном языке (◌)
    [few] { $n } на одном языке (◌)
   *[many] { $n } на одном языке (◌)
}
proposals-by-rank = по местам
proposals-by-id = по обозначениям

proposals-column-rank = мес.
proposals-column-title = предложение
proposals-column-ideas = идеи

proposals-state = Состояние
proposals-rank = Место
proposals-ranked = { $rank } из { $of }
proposals-ranked-shared = { $rank } из { $of }, равенство
proposals-leads = Ведущие
proposals-partners = Партнеры
proposals-place = Где
proposals-when = Когда
proposals-enablers = Функции
proposals-ephos = ОФОЗ
proposals-source-ideas = Исходные идеи
proposals-commitments = Обязательства
proposals-no-sources = Связанных идей пока нет. i – связать.
proposals-no-commitments = Пока нет. c – записать.
proposals-missing-en = нет названия на английском: e – добавить
proposals-missing-ru = нет названия на русском: e – добавить
proposals-merged-into = объединена с «{ $words }»
proposals-torn = На двух устройствах записано по-разному: y – выбрать версию
proposals-more = { $n ->
    [one] g – еще { $n } строка
    [few] g – еще { $n } строки
   *[many] g – еще { $n } строк
}

proposals-ask-title-en = Название на английском
proposals-ask-title-ru = Название на русском
proposals-ask-place-en = Где, на английском
proposals-ask-place-ru = Где, на русском
proposals-ask-when-en = Когда, на английском
proposals-ask-when-ru = Когда, на русском
proposals-example-list = WHO / ВОЗ; ASPHER
proposals-example-terms = обозначения или названия через ;
proposals-form-add = Новое предложение
proposals-form-edit = Предложение { $id }
proposals-pick-state = Состояние { $id }
proposals-state-now = сейчас
proposals-choose-enablers = Обеспечивающие функции { $id }
proposals-choose-ephos = Основные оперативные функции общественного здравоохранения { $id }
proposals-choose-ideas = Исходные идеи { $id }

proposals-said-none = Предложений пока нет.
    .hint = n – записать первое.
proposals-said-removed = Предложение { $id } удалено.
    .hint = u – вернуть его.
proposals-said-no-ideas = Идей, которые можно связать, пока нет.
    .hint = Идеи записываются в разделе 4.

# Голосование: подготовка, стол бюллетеней, итоги.

key-vote-prepare = новое голосование
key-vote-choose = варианты
key-vote-alike = похожие
key-vote-voters = кто голосует
key-vote-stages = два этапа
key-vote-waive = снять условие
key-vote-open = открыть голосование
key-vote-close = закрыть голосование
key-vote-reveal = огласить итоги
key-vote-wall = на стену
key-vote-worth = насколько устойчив итог
key-vote-ranking = рейтинг
key-vote-ballots = ввести бюллетени
key-vote-again = ввести повторно
key-vote-hands = подсчитать руки
key-vote-proxy = голос за другого
key-vote-papers = бумажные бюллетени для печати
key-vote-handed = отметить, кто сдал бюллетень
key-vote-words = другие слова восстановления
key-vote-import = загрузить список бюллетеней
key-vote-change = изменить
key-vote-main = изменить или ввести бюллетени
key-vote-runoff = второй тур
key-vote-remove = удалить
key-vote-page-up = назад по голосованию
key-vote-page-down = дальше по голосованию
help-of-screen-vote = Голосование готовят, открывают, закрывают и оглашают. Для открытия, закрытия и оглашения есть отдельные заглавные буквы; закрытие и оглашение отменить нельзя. Пока голосование открыто, курсор стоит на столе бюллетеней: чей бюллетень, Enter, номера вариантов, Enter. До закрытия подсчета не видит никто. g готовит к печати нумерованные бюллетени открытого голосования.

vote-empty = Голосований пока нет. n готовит голосование: вариантами сначала становятся все предложения, кроме отозванных.
vote-none-yet = Голосований пока нет: n готовит голосование.
vote-usual-title = Какие предложения проходят дальше?
vote-runoff-there = { $id } – это и есть второй тур.
vote-runoff-title = Второй тур: { $title }
vote-secret = тайное
vote-not-secret = открытое: можно показать, кто как голосовал

vote-form-new = Новое голосование: { $n ->
    [one] { $n } предложение
    [few] { $n } предложения
   *[many] { $n } предложений
 }
vote-form-change = Голосование { $id }
vote-form-options = Варианты голосования { $id }
vote-form-waive = Снять условие: { $gate }
vote-ask-title-en = Вопрос по-английски
vote-ask-title-ru = Вопрос по-русски
vote-ask-method = Как голосуют
vote-ask-dots-rule = Точки по правилу
vote-ask-voters = Кто голосует
vote-dots-ruled = { $rule }: { $dots }
vote-ask-dots = Точек на бюллетень
vote-ask-cap = Предел на вариант
vote-ask-seats = Сколько проходит дальше
vote-ask-secret = Тайна голосования
vote-ask-tie = Равенство на черте
vote-ask-threshold = Согласие от, %
vote-ask-reason = Почему
vote-reason-example = перевод роздан на бумаге
vote-numbers-wanted = Точки, предел, число мест и порог – это числа.
vote-no-options = Нужны варианты: Пробел берет вариант.
vote-too-few-proposals = Для голосования нужны два предложения, которые не отозваны.
    .hint = Предложения – в разделе 5.
vote-no-gate = Все условия выполнены.
vote-no-runoff = Второй тур не нужен.
vote-said-prepared-shut = { $id } подготовлено. Отмеченное знаком ! еще мешает открыть.
vote-said-prepared = { $id } подготовлено.
    .hint = O открывает, c выбирает варианты.
vote-said-options = { $n ->
    [one] { $n } вариант
    [few] { $n } варианта
   *[many] { $n } вариантов
 }, { $dots ->
    [one] { $dots } точка на бюллетень
    [few] { $dots } точки на бюллетень
   *[many] { $dots } точек на бюллетень
 }
vote-said-open-beside = Голосование открыто; кроме него открыто: { $others }.
vote-said-open = Голосование открыто.
vote-said-closed = Голосование закрыто.
    .hint = R показывает итоги залу.
vote-said-revealed = Итоги оглашены; стена показывает их по шагам.
    .hint = o: следующий шаг. v: все сразу.
vote-said-removed = Голосование удалено.
vote-said-wall = Голосование на стене.
vote-said-wall-reveal = Итоги на стене.
vote-close-last = Еще раз C закроет насовсем: { $what }.
vote-close-more = Еще раз C – дальше, еще { $n }: { $what }.
vote-close-again = подано только { $n } из { $all }
vote-close-unheard = после открытия молчат { $devices }; подано { $n } из { $all }
vote-close-over = подано { $n } при { $all } голосующих
vote-close-again-seats = возможно, дважды: { $who }
    .hint = Введены на двух ноутбуках; место снова с 0 – и один станет пустым.
vote-close-aside = не учтены: { $papers }
vote-paper-aside = { $paper } ({ $why })
aside-contradicts = введен дважды по-разному
aside-over-budget = точек больше, чем можно
aside-over-cap = на одном варианте точек больше, чем можно
aside-unknown-option = варианта нет в голосовании
aside-off-scale = числа нет на шкале
aside-ranks = места идут не подряд с первого
vote-phrase-title = Фраза восстановления этого голосования
vote-phrase-write = Запишите сейчас эти двенадцать слов на бумаге и никому ее не показывайте.
vote-phrase-for = Если этот ноутбук пропадет, с этими словами и папкой сессии голосование закроют на другом.
vote-phrase-once = Они показаны один раз и не хранятся ни в одном файле.
vote-phrase-on = Esc – дальше. Клавиша W даст другие слова, пока голосование открыто.
vote-words-none = Голосование не тайное: в каждом бюллетене сказано, чей он, и ключ хранить не нужно.
    .hint = Тайным голосование делают при подготовке, до открытия.
vote-words-elsewhere = Ключ этого голосования не на этом ноутбуке.
    .hint = Другие слова можно получить на ноутбуке, где его открыли.
vote-all-marked = Все, кто здесь, отмечены как проголосовавшие.
vote-ask-papers-file = Файл
vote-ask-papers-count = Сколько бюллетеней
vote-ask-papers-from = С номера
vote-form-papers = { $id }: бумажные бюллетени для печати
vote-papers-there = { $path } уже есть.
    .hint = Назовите другой файл.
vote-papers-numbers = Бюллетени нумеруются от 1 до { $most }; эти кончились бы на { $last }.
vote-papers-wanted = Нужны файл и целые числа от 1.
vote-form-handed = { $id }: кто сдал бюллетень?
vote-said-handed = { $n ->
        [one] отмечен { $n } проголосовавший
        [few] отмечены { $n } проголосовавших
       *[many] отмечены { $n } проголосовавших
    }
vote-phrase-close = Закрыть с фразой восстановления
vote-ask-phrase = Двенадцать слов
vote-said-paper = Бюллетень { $who } подан под номером { $paper }.
    .hint = По нему его можно исправить до закрытия.
vote-is-prepared = Голосование еще не открыто.
    .hint = O открывает его.
vote-is-open = Голосование открыто.
    .hint = C закрывает его.
vote-is-closed = Голосование закрыто.
    .hint = R показывает итоги залу.
vote-is-revealed = Итоги оглашены.
    .hint = n готовит новое голосование.
vote-gate-shut = Открыть нельзя, не выполнено условие: { $gate } ({ $options }).
    .hint = w снимает условие, с указанием причины.
vote-gate-shut-rule = Открыть нельзя, не выполнено условие: { $gate }.
    .hint = e меняет правило, w снимает условие.
vote-gate-shut-duplicates = Открыть нельзя, есть похожие варианты: { $options }.
    .hint = a показывает их по парам.
vote-gate-shut-number = Открыть нельзя: вариантов слишком много, их не сравнить.
    .hint = t делит на два этапа, w снимает условие.
vote-gate-shut-voters = Открыть нельзя, голосующих нет в списке участников: { $options }.
    .hint = f выбирает, кто голосует, w снимает условие.
vote-gate-mend-waive = w снимает условие
vote-gate-mend-rule = e меняет, w снимает условие
vote-gate-mend-duplicates = a показывает по парам
vote-gate-mend-number = t делит на два этапа
vote-gate-mend-voters = f выбирает, кто голосует
vote-gates-passed = { $n ->
    [one] выполнено { $n } условие
    [few] выполнено { $n } условия
   *[many] выполнено { $n } условий
 }
vote-gate-waived = снято: { $reason }

vote-rule-secret = тайное голосование
vote-rule-not-secret = не тайное
vote-rule-dots = { $dots ->
    [one] { $dots } точка
    [few] { $dots } точки
   *[many] { $dots } точек
 }, не более { $cap } на вариант
vote-rule-seats = { $n ->
    [one] дальше проходит { $n }
    [few] дальше проходят { $n }
   *[many] дальше проходят { $n }
 }
vote-rule-stages = этап 1 из 2: { $n ->
    [one] остается { $n }
    [few] остаются { $n }
   *[many] остаются { $n }
 }, из них { $then ->
    [one] дальше проходит { $then }
    [few] дальше проходят { $then }
   *[many] дальше проходят { $then }
 }
vote-rule-second = второй этап после { $vote }
vote-rule-hash = хеш { $hash }
vote-may-all = { $n ->
    [one] голосует { $n }
    [few] голосуют { $n }
   *[many] голосуют { $n }
 }: все, кто здесь
vote-may-named = { $n ->
    [one] голосует { $n }:
    [few] голосуют { $n }:
   *[many] голосуют { $n }:
 }
vote-rule-tie = равенство: { $tie }
vote-rule-agreement = согласие ≥ { $percent } %
vote-opened-twice = Два устройства открыли голосование порознь: действуют правила первого открытия.
vote-closed-twice = Два устройства закрыли голосование порознь: учтены бюллетени, которые учло любое из них.
vote-changed-since = Правила изменены на другом устройстве после открытия: изменение не действует.

vote-in = подано { $n } из { $all }
vote-hands-counted = подсчитаны руки: { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
 }, мест здесь { $all }
vote-hands-again = руки подсчитаны по-разному: пока ничего не учтено
vote-hands-in = Подсчитано по поднятым рукам. C закроет голосование; h – подсчитать заново.
vote-hands-are-in = Руки подсчитаны, бюллетени не вводятся.
    .hint = u отменит подсчет.
vote-hands-secret = Это голосование тайное, а руки видны всем.
    .hint = n подготовит открытое.
vote-hands-method = При этом способе голосования руки не считают.
    .hint = Руки считают при одобрении и при точках не больше одной на вариант.
vote-hands-ballots = Уже поданы бюллетени, руки не считают.
    .hint = Введите и остальные бюллетени.
vote-hands-blank = У { $option } нет числа.
    .hint = 0, если рук не было; ↑ ↓ – перейти к нему.
vote-hands-numbers = Руки считают целыми числами.
    .hint = Пустая строка – ни одной руки.
vote-hands-torn = На двух устройствах руки подсчитаны по-разному или рядом есть бюллетени: ничего не учтено.
vote-hands-late = Подсчет рук поступил после закрытия и не учтен.
vote-proxies-torn = Два устройства назвали разных людей: действует названный последним, исправить – p.
vote-form-hands = Подсчет рук, голосование { $id }
vote-ask-hands-voters = Сколько человек участвовало
vote-said-hands = Руки подсчитаны, участвовало человек: { $n }.
    .hint = C закроет голосование; h – подсчитать заново.
vote-form-proxy = Голос за другого в голосовании { $id }
vote-ask-proxy-person = За кого голосуют
vote-ask-proxy-by = Кто голосует (пусто – никто)
vote-said-proxy = { $by } голосует за { $who }.
vote-said-proxy-ended = За { $who } больше никто не голосует.
vote-proxies = доверенности:
vote-by-proxy = за { $who } голосует { $by }
vote-counted-hands = подсчитаны руки, человек: { $counted }, мест { $all }
vote-in-papers = на бумаге { $n }
vote-not-yet = еще нет:
vote-and-more = и еще { $n }
vote-torn-open = два разных бюллетеня, введите заново: { $who }
vote-desk-seat = место
vote-desk-paper = бумага
vote-desk-correct = исправить
vote-desk-numbers = номера
vote-desk-who = Enter берет то, что показано серым; можно ввести другое
vote-desk-marks = номера из списка через пробел; дважды – две точки; 0 – пустой бюллетень
vote-desk-approval = номера вариантов с крестиком; 0 – пустой бюллетень
vote-desk-rank = номера вариантов, лучший первым; 0 – пустой бюллетень
vote-desk-score = оценка от 1 до 5 каждому варианту сверху вниз; 0 – без оценки
vote-desk-gradients = от 1 (поддержка) до 8 (блокирую) каждому варианту сверху вниз; 0 – нет ответа
vote-desk-consent = каждому варианту сверху вниз: 1 – да, 2 – нет, 3 – воздержался, 4 – блокирую
vote-desk-blank = пустой бюллетень
vote-desk-left = i или Enter возвращает курсор
vote-fault-unknown = нет варианта с номером «{ $typed }»
vote-fault-ambiguous = «{ $typed }» можно прочесть по-разному: поставьте между номерами пробелы
vote-fault-scale = «{ $typed }» нет на шкале от 1 до { $most }
vote-fault-too-few = пока { $given } из { $options }
vote-fault-too-many = чисел больше, чем вариантов ({ $options })
vote-fault-twice = вариант { $option } назван дважды
vote-fault-cap = на вариант { $option } – не более { $cap ->
    [one] { $cap } точки
    [few] { $cap } точек
   *[many] { $cap } точек
 }
vote-fault-budget = { $given ->
    [one] отдана { $given } точка
    [few] отданы { $given } точки
   *[many] отдано { $given } точек
 }, а в бюллетене их { $dots }
vote-no-such-seat = Места «{ $typed }» нет, или таких несколько.
vote-no-such-paper = «{ $typed }» – не номер бумажного бюллетеня.
vote-over = Бюллетеней больше, чем голосующих: проверьте, не введен ли какой-то дважды
vote-all-in = Поданы бюллетени всех мест. C закрывает голосование, после Esc.
vote-seat-away = { $who } числится среди отсутствующих. ↑ – другое место.
vote-nothing-typed = Введите номера вариантов; 0 – пустой бюллетень.
vote-corrects = { $who } уже подан: этот бюллетень его заменит. Esc или ↑ – другое место.
vote-ballot-in = Бюллетень { $who } подан.
vote-ballot-corrected = Бюллетень { $who } исправлен.
# Повторный ввод
vote-second-agree = повторный ввод: совпало { $n } из { $all }
vote-second-count = повторный ввод: { $n ->
    [one] введен { $n } бюллетень
    [few] введено { $n } бюллетеня
   *[many] введено { $n } бюллетеней
 }, сверка при закрытии
vote-second-differ = { $n ->
    [one] расходится { $n }
    [few] расходятся { $n }
   *[many] расходится { $n }
 } ({ $who })
vote-second-only = только во втором вводе ({ $who })
vote-second-unchecked = не введено повторно: { $n }
vote-close-second = повторный ввод: { $what }
    .hint = x – продолжить.
vote-second-agrees = { $who } совпадает.
vote-second-typed = { $who } введен повторно.
    .hint = Совпадает ли он, выяснится при закрытии.
vote-second-settled = { $who }: решено, оба ввода совпадают.
vote-second-differs = { $who } расходится: посмотрите на бумагу.
vote-second-missing = { $who } в первый раз не вводили: проверьте номер на бумаге.
vote-second-once-more = ввести еще раз, это и будет верно
vote-second-take-in = ввести еще раз, и бюллетень будет принят
vote-second-whether = Посмотрите на бумагу: ↓ – ввести еще раз, Esc – позже.
vote-desk-look = посмотрите на бумагу: верно то, что вводится сейчас
vote-second-again = { $who } уже введен повторно: это прочтение его заменит.
vote-second-which = Какое прочтение верно? ↑ первое, ↓ второе, Esc – позже.
vote-second-later = { $who } по-прежнему расходится.
    .hint = Его номер вернет вопрос.
vote-second-no-first = Первого прочтения нет: ↓ – взять второе, Esc – оставить.
vote-second-all = Все поданные бюллетени введены повторно. C закрывает голосование, после Esc.
vote-second-two = { $who } расходится: какое прочтение верно?
vote-second-one = { $who } в первый раз не вводили. Это бюллетень этого голосования?
vote-second-first = первое
vote-second-second = второе
vote-second-torn = два ноутбука ввели его по-разному
vote-second-not-entered = не введен
vote-desk-again-seat = повторный ввод, место
vote-desk-again-paper = повторный ввод, бумага
vote-desk-again-look = повторный ввод, сверить
hint-vote-whether = ↓ ввести еще раз   Esc позже
hint-vote-which = ↑ верно первое   ↓ верно второе   Esc позже
hint-vote-who-again = Enter взять   Tab места или бумага   Esc клавиши, затем i: первый ввод
hint-vote-who = Enter взять   Tab места или бумага   Ctrl-L передать ноутбук   Esc клавиши
hint-vote-marks = Enter подать бюллетень   ↑ другое место   Tab места или бумага   Esc снова клавиши

vote-counted = подано { $n } из { $all }, учтено { $counted }
vote-agreed-count = { $n ->
    [0] согласия нет ни по одному варианту
    [one] согласие по { $n } варианту
    [few] согласие по { $n } вариантам
   *[many] согласие по { $n } вариантам
 }
vote-not-revealed-yet = залу еще не показано
vote-late = после закрытия, не учтены: { $n } ({ $who })
vote-late-sealed = запечатанные, после закрытия, не учтены: { $n }
vote-unread = повреждены, прочесть нельзя, не учтены: { $n }
vote-again-seats = возможно, введены на двух ноутбуках, учтены все: { $who }
vote-again-more =
    { $n ->
        [one] на { $n } бюллетень больше, чем отмеченных мест: возможно, введено на двух ноутбуках; учтены все
        [few] на { $n } бюллетеня больше, чем отмеченных мест: возможно, введено на двух ноутбуках; учтены все
       *[many] на { $n } бюллетеней больше, чем отмеченных мест: возможно, введено на двух ноутбуках; учтены все
    }
vote-torn = противоречивые, не учтены: { $n } ({ $who })
vote-void = недействительные, не учтены: { $n } ({ $who })
vote-head-points = баллы
vote-head-agree = согласны
vote-head-dots = точки
vote-head-supporters = сторонники
vote-head-share = доля
vote-forward-yes = проходит дальше
vote-forward-on = остается
vote-forward-tied = равенство на черте
vote-cut-totals = { $n ->
    [one] дальше проходит { $n }
    [few] дальше проходят { $n }
   *[many] дальше проходят { $n }
 }
vote-cut-stages = на второй этап: { $n } (клавиша t)
vote-cut-contradiction = ничего не учтено: голосование нужно провести заново
vote-cut-all = равенство на черте: проходят все
vote-cut-supporters = равенство на черте, решило число сторонников
vote-cut-lot = равенство на черте, жребий { $seed }: { $drawn }
vote-cut-runoff-open = решает второй тур { $id }
vote-cut-runoff-held = по второму туру { $id }: { $forward }
vote-cut-runoff = второй тур за { $n ->
    [one] { $n } место
    [few] { $n } места
   *[many] { $n } мест
 }: { $tied } (клавиша r)
vote-group-other = прочие
vote-legend = ● { $n ->
    [1] первое место в группе
    [one] первые { $n } в группе
    [few] первые { $n } в группе
   *[many] первые { $n } в группе
 }   ◐ есть точки   ○ нет   группы по первому языку
vote-settle-first = На двух ноутбуках подготовлено по-разному. Сначала выберите версию.
vote-options = Варианты
vote-worth-hands = Считали руки: бюллетеней, в которые можно вникнуть, нет.
vote-second-papers = При тайном голосовании повторно вводят только бумажные бюллетени с номером.
vote-proxy-who = Сначала укажите, за кого голосуют: место или фамилию.
vote-percent-wanted = Согласие – доля в процентах, от 0 до 100.
vote-worth-none = Ни один бюллетень не учтен, разбирать нечего.
vote-worth-common = Общие позиции и справедливая доля

# Похожие варианты, по парам
vote-none-alike = Похожих вариантов нет.
vote-alike-title = Голосование { $id } · похожие варианты, пара { $at } из { $n }
vote-alike-different = они разные: остаются оба, с указанием причины
vote-alike-keep = остается { $stays } вместо обоих, { $goes } снимается с бюллетеня
vote-alike-why = Чем они разные?
vote-alike-example = один для медсестер, другой для руководителей
vote-alike-reason = Чем они разные? Хватит нескольких слов.
vote-said-different = { $options } – разные; причина записана.
vote-said-kept = { $goes } снят с бюллетеня, { $stays } остается вместо обоих.
hint-alike = d разные   1 2 остается только этот   Пробел позже   Esc назад
hint-alike-reason = Enter записать   Esc назад к паре

# Кто голосует
vote-form-voters = Кто голосует в { $id } (если не взят никто – все, кто здесь)
vote-voters-kind = все { $n }: { $kind }
vote-voters-speak-en = все { $n }, кто говорит по-английски
vote-voters-speak-ru = все { $n }, кто говорит по-русски
vote-no-people = В списке участников пока никого нет.
vote-said-voters = { $n ->
    [one] Голосует { $n } человек.
    [few] Голосуют { $n } человека.
   *[many] Голосуют { $n } человек.
 }
vote-said-all-vote = Голосуют все, кто здесь.

# Два этапа
vote-form-stages = Два этапа для { $id }: { $n ->
    [one] { $n } вариант
    [few] { $n } варианта
   *[many] { $n } вариантов
 } · остаются 0: один этап
vote-ask-shortlist = Остаются на второй этап
vote-ask-then = Проходят на втором
vote-ask-first-method = Как голосуют сначала
vote-stages-numbers = Сколько остается и сколько проходит – это числа.
vote-stages-order = Остаться должно больше, чем пройдет, и меньше, чем есть вариантов.
vote-stages-too-few = Для двух этапов вариантов слишком мало.
vote-said-stages = Два этапа: { $n ->
    [one] остается { $n }
    [few] остаются { $n }
   *[many] остаются { $n }
 }, { $then ->
    [one] проходит { $then }.
    [few] проходят { $then }.
   *[many] проходят { $then }.
 }
    .hint = O открывает первый, t готовит второй.
vote-said-one-stage = Снова один этап.
vote-no-second = У этого голосования один этап.
    .hint = n готовит новое голосование.
vote-second-too-few = Осталось меньше двух вариантов, выбирать не из чего.
vote-second-title = Второй этап: { $title }

# Передать ноутбук: экран только для одного человека
key-vote-pass = передать ноутбук
pass-on = Передайте ноутбук дальше.
pass-who = Кто вы? Введите фамилию или номер своего места.
pass-which = Enter берет следующий номер; можно ввести и номер своего бумажного бюллетеня.
pass-which-secret = Enter – номер выберет программа; можно ввести и номер бумажного бюллетеня.
pass-nothing-typed = Сначала введите фамилию или номер места.
pass-several = { $n ->
        [one] Так начинается { $n } фамилия
        [few] Так начинаются { $n } фамилии
       *[many] Так начинаются { $n } фамилий
    }: ↑ ↓ – выберите свою, затем Enter; или допишите.
pass-nobody = По «{ $typed }» не найден никто из голосующих. Обратитесь к ведущему.
pass-no-number = «{ $typed }» – не номер бумажного бюллетеня.
pass-voted = Этот бюллетень уже подан. Спасибо! Если это не так, обратитесь к ведущему.
pass-in = Ваш бюллетень подан. Спасибо!
pass-ballot-number = бюллетень { $number }
pass-dots-left = { $n ->
    [one] осталась { $n } точка
    [few] осталось { $n } точки
   *[many] осталось { $n } точек
 }
pass-most = на вариант не более { $cap ->
    [one] { $cap } точки
    [few] { $cap } точек
   *[many] { $cap } точек
 }
pass-answered = отмечено { $n } из { $all }
pass-no-answer = ответа еще нет
pass-spent = Все точки отданы: ← или - снимает одну.
pass-cap = На один вариант – не более { $cap ->
    [one] { $cap } точки.
    [few] { $cap } точек.
   *[many] { $cap } точек.
 }
pass-scale = Наибольшее число – { $most }.
pass-leave-ballot = Esc еще раз – уйти с бюллетеня; ничего не будет подано.
pass-your-ballot = Ваш бюллетень
pass-empty = Ничего не отмечено: это пустой бюллетень. Он будет считаться поданным.
pass-number-in = Ваш бюллетень подан. Его номер
pass-number-for = Больше его никто не узнает. После закрытия все бюллетени стоят в файле сессии по номерам: кто записал свой, найдет его там.
pass-leave = Ноутбук снова у ведущего?
pass-over = Голосование уже закрыто. Верните, пожалуйста, ноутбук ведущему.
pass-hint-who = Enter – это я   ↑↓ другое имя   Esc – ведущему
pass-hint-number-first = Enter – дальше   Esc – ведущему
pass-hint-dots = ↑↓ вариант   пробел – точка   - снять   Enter – готово
pass-hint-approval = ↑↓ вариант   пробел – крестик или нет   Enter – готово
pass-hint-score = ↑↓ вариант   1–5 оценка, 5 лучшая   0 нет   Enter – готово
pass-hint-rank = ↑↓ вариант   пробел – место   1–9 это место   + - выше, ниже   Enter – готово
pass-hint-gradients = ↑↓ вариант   1 поддержка … 8 блок   0 нет   Enter – готово
pass-hint-consent = ↑↓   1 да  2 нет  3 воздерживаюсь  4 блокирую   0 нет ответа   Enter – готово
pass-hint-sure = Enter – подать   Esc – вернуться к бюллетеню
pass-hint-number = Enter стирает этот экран
pass-hint-leave = Ctrl-E – ноутбук у ведущего   Esc – голосуем дальше
pass-hint-over = Ctrl-E – ноутбук у ведущего
pass-hint-language = F10 по-русски

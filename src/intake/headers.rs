//! The names under which columns go, in English and Russian. Written as [`super::columns`] compares them: lower case, «е»
//! for «ё», words parted by one space, without marks.

use super::Kind;

/// What a column can hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spec {
    /// Its name in the documentation and in messages (`intake-field-…`).
    pub(super) field: &'static str,
    /// Whether there may be one column a language.
    pub(super) bilingual: bool,
    /// English names; the first is the usual one.
    pub(super) en: &'static [&'static str],
    /// Russian names.
    pub(super) ru: &'static [&'static str],
}

const fn one(field: &'static str, en: &'static [&'static str], ru: &'static [&'static str]) -> Spec {
    Spec { field, bilingual: false, en, ru }
}

const fn two(field: &'static str, en: &'static [&'static str], ru: &'static [&'static str]) -> Spec {
    Spec { field, bilingual: true, en, ru }
}

const ID: Spec = one(
    "id",
    &["id", "code", "no", "nr", "№", "#", "number", "key"],
    &["код", "ид", "номер", "№ п п", "п п"],
);
const KIND: Spec = one(
    "kind",
    &["kind", "type", "category", "kind of participant", "kind of item"],
    &["вид", "тип", "категория", "вид участника", "вид пункта", "тип участника"],
);

static PEOPLE: &[Spec] = &[
    ID,
    two(
        "name",
        &[
            "name",
            "full name",
            "fullname",
            "participant",
            "participant name",
            "name of participant",
            "person",
            "delegate",
            "first name",
            "given name",
        ],
        &[
            "имя",
            "фио",
            "ф и о",
            "участник",
            "имя участника",
            "фио участника",
            "фамилия имя",
            "имя фамилия",
            "фамилия имя отчество",
            "полное имя",
            "делегат",
        ],
    ),
    two("surname", &["surname", "last name", "family name"], &["фамилия"]),
    two(
        "organisation",
        &[
            "organisation",
            "organization",
            "org",
            "affiliation",
            "institution",
            "institute",
            "agency",
            "employer",
            "organisation name",
            "organization name",
        ],
        &[
            "организация",
            "учреждение",
            "орг",
            "место работы",
            "ведомство",
            "институт",
            "название организации",
        ],
    ),
    KIND,
    one("country", &["country", "nation", "country code"], &["страна", "государство", "код страны"]),
    one(
        "languages",
        &[
            "languages",
            "language",
            "langs",
            "lang",
            "speaks",
            "working languages",
            "working language",
            "languages spoken",
            "spoken languages",
        ],
        &["языки", "язык", "рабочие языки", "рабочий язык", "владение языками", "говорит"],
    ),
    one("role", &["role", "function", "role at meeting"], &["роль", "функция", "роль на совещании"]),
    one(
        "arrives",
        &[
            "arrives",
            "arrival",
            "arrives on",
            "arrival day",
            "day of arrival",
            "arrival date",
            "date of arrival",
        ],
        &[
            "день прибытия",
            "день приезда",
            "прибывает",
            "приезжает",
            "приезд",
            "прибытие",
            "дата приезда",
            "дата прибытия",
        ],
    ),
];

static AGENDA: &[Spec] = &[
    ID,
    one("day", &["day", "date", "day of meeting"], &["день", "дата", "день совещания"]),
    two(
        "title",
        &["title", "item", "agenda item", "name", "topic", "session", "activity", "what"],
        &[
            "название",
            "пункт",
            "пункт повестки дня",
            "пункт повестки",
            "наименование",
            "заголовок",
            "тема",
            "мероприятие",
            "что",
        ],
    ),
    one(
        "minutes",
        &[
            "minutes",
            "duration",
            "min",
            "mins",
            "length",
            "planned minutes",
            "duration min",
            "duration minutes",
        ],
        &[
            "минуты",
            "мин",
            "минут",
            "длительность",
            "продолжительность",
            "длительность мин",
            "продолжительность мин",
        ],
    ),
    one(
        "shortest",
        &["shortest", "minimum", "shortest minutes", "minimum minutes", "min minutes", "at least"],
        &["минимум", "не меньше", "не менее", "минимальная длительность", "минимальная продолжительность"],
    ),
    one(
        "begins",
        &["begins", "start", "begin", "starts", "start time", "time", "at", "from"],
        &["начало", "время", "начинается", "время начала"],
    ),
    one("stop", &["stop", "hard stop", "fixed"], &["жесткая граница", "граница", "стоп", "жестко"]),
    one(
        "droppable",
        &["droppable", "may be dropped", "can be dropped", "optional"],
        &["можно снять", "снимаемый", "необязательный", "необязательно"],
    ),
    KIND,
    one(
        "interpreted",
        &["interpreted", "interpretation", "interpreting"],
        &["перевод", "с переводом", "синхронный перевод", "переводится"],
    ),
    one("weight", &["weight", "weight of a minute"], &["вес", "вес минуты"]),
    two(
        "instruction",
        &["instruction", "instructions", "task", "on the wall"],
        &["задание", "инструкция", "указание", "на стене"],
    ),
];

static PROPOSALS: &[Spec] = &[
    ID,
    two(
        "title",
        &["title", "proposal", "name", "project", "project proposal"],
        &["название", "предложение", "проектное предложение", "наименование", "проект", "заголовок"],
    ),
    two(
        "leads",
        &[
            "leads",
            "lead",
            "lead organisation",
            "lead organisations",
            "lead organization",
            "lead organizations",
            "leader",
            "led by",
        ],
        &["ведущая организация", "ведущие организации", "ведущий", "ведущие", "ответственный", "кто ведет"],
    ),
    two(
        "partners",
        &["partners", "partner", "partner organisations", "with"],
        &["партнеры", "партнер", "с кем"],
    ),
    two("place", &["place", "where", "location"], &["место", "где", "место проведения"]),
    two(
        "when",
        &["when", "time", "timing", "date", "dates", "period", "timeframe"],
        &["когда", "срок", "сроки", "время", "период"],
    ),
    one(
        "enablers",
        &["enablers", "enabler"],
        &["обеспечивающая функция", "обеспечивающие функции", "функции"],
    ),
    one("ephos", &["ephos", "epho", "essential public health operations"], &["офоз", "оперативные функции"]),
];

static IDEAS: &[Spec] = &[
    ID,
    two(
        "text",
        &["text", "idea", "ideas", "words", "what was said", "note"],
        &["текст", "идея", "идеи", "запись", "мысль"],
    ),
    one("room", &["room", "group", "table"], &["комната", "группа", "стол"]),
    one("tags", &["tags", "tag", "labels", "keywords"], &["метки", "метка", "ключевые слова", "теги"]),
    one(
        "author",
        &["author", "who", "by", "said by", "speaker", "name"],
        &["автор", "кто", "кто сказал", "имя"],
    ),
    KIND,
];

static BALLOTS: &[Spec] = &[
    one("vote", &["vote"], &["голосование"]),
    one(
        "seat",
        &["seat", "voter", "participant", "person", "id"],
        &["место", "участник", "избиратель", "код"],
    ),
    one(
        "paper",
        &["paper", "ballot", "paper number", "ballot number", "paper no", "no", "№", "number"],
        &["бюллетень", "номер бюллетеня", "номер", "№ бюллетеня"],
    ),
];

/// The columns that a list of this kind may have.
pub(super) const fn specs(kind: Kind) -> &'static [Spec] {
    match kind {
        Kind::People => PEOPLE,
        Kind::Agenda => AGENDA,
        Kind::Proposals => PROPOSALS,
        Kind::Ideas => IDEAS,
        Kind::Ballots => BALLOTS,
    }
}

/// The order in which columns stand in rows without a header, after the id.
pub(super) const fn usual(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::People => &["name", "organisation", "kind", "country", "languages", "role", "arrives"],
        Kind::Agenda => {
            &["day", "title", "minutes", "shortest", "begins", "stop", "droppable", "kind", "interpreted"]
        }
        Kind::Proposals => &["title", "leads", "partners", "place", "when", "enablers", "ephos"],
        Kind::Ideas => &["text", "room", "tags", "author", "kind"],
        Kind::Ballots => &[],
    }
}

/// Whether a field may have one column a language, in whichever list it stands.
pub(super) fn is_bilingual(field: &str) -> bool {
    Kind::ALL.into_iter().flat_map(specs).any(|spec| spec.bilingual && spec.field == field)
}

//! Ballot papers to print, from the command line to the page.

use crate::ground::Ground;

const S: &str = "helsinki-2017";

/// A ground on which a vote “v” with these fields is open.
fn open(fields: &str) -> Ground {
    let ground = Ground::new();
    prepare(&ground, fields);
    let opened = ground.apply(S, r#"{"do":"vote.open","vote":"v"}"#).answers();
    assert_eq!(opened[0]["ok"], true, "{}", opened[0]);
    ground
}

fn prepare(ground: &Ground, fields: &str) {
    let line = format!(r#"{{"do":"vote.prepare","id":"v","seats":2,{fields}}}"#);
    let prepared = ground.apply(S, &line).answers();
    assert_eq!(prepared[0]["ok"], true, "{}", prepared[0]);
}

fn page(ground: &Ground, more: &[&str]) -> String {
    let mut arguments = vec!["papers", S, "v", "--to", "-"];
    arguments.extend(more);
    ground.run(&arguments).ok()
}

/// The papers of a page.
fn papers(page: &str) -> Vec<&str> {
    page.split("<section class=\"paper\">").skip(1).collect()
}

/// What stands in every cell of this class, in order.
fn cells<'a>(paper: &'a str, open: &str) -> Vec<&'a str> {
    paper.split(open).skip(1).map(|rest| rest.split('<').next().unwrap()).collect()
}

const CANONICAL: &str = "<td class=\"canonical\">";
const LABEL: &str = "<span class=\"label\">";
const FOUR: &str = r#""title":{"en":"Which?","ru":"Какие?"},"options":["P04","P02","P01","P03"]"#;

#[test]
fn every_option_stands_once_on_every_paper_under_its_number_at_the_desk_and_once_in_each_place() {
    let ground = open(&format!(r#"{FOUR},"method":"dots","dots":3,"cap":2"#));
    let page = page(&ground, &["--count", "8"]);
    let papers = papers(&page);
    assert_eq!(papers.len(), 8);
    let frozen = ["P04", "P02", "P01", "P03"];
    for block in papers.chunks(4) {
        let orders: Vec<Vec<&str>> = block.iter().map(|paper| cells(paper, LABEL)).collect();
        for place in 0..4 {
            let mut there: Vec<&str> = orders.iter().map(|order| order[place]).collect();
            there.sort_unstable();
            assert_eq!(there, ["P01", "P02", "P03", "P04"], "each option once in each place");
        }
    }
    for (paper, number) in papers.iter().zip(1..) {
        for (canonical, label) in cells(paper, CANONICAL).into_iter().zip(cells(paper, LABEL)) {
            assert_eq!(frozen[canonical.parse::<usize>().unwrap() - 1], label);
        }
        assert_eq!(paper.matches(&format!("№ {number}<")).count(), 2, "on the stub and on every page");
        assert_eq!(paper.matches("class=\"circle\"").count(), 8, "as many circles as the cap");
        for said in ["Which?", "Какие?", "You have 3 dots", "У вас 3 точки", "Keep this stub"] {
            assert!(paper.contains(said), "{said}: {paper}");
        }
    }
    let hash = ground.json(&["show", S, "votes"])["votes"][0]["hash"].as_str().unwrap().to_owned();
    assert_eq!(page.matches(hash.get(..12).unwrap()).count(), 16, "in both languages on each paper");
}

#[test]
fn a_paper_is_the_same_whenever_it_is_printed_and_its_number_goes_on() {
    let ground = open(&format!(r#"{FOUR},"method":"approval""#));
    let (all, later) = (page(&ground, &["--count", "9"]), page(&ground, &["--from", "7", "--count", "3"]));
    assert_eq!(papers(&all)[6..].concat(), papers(&later).concat());
    assert_eq!(papers(&page(&ground, &[])).len(), 43, "39 are here on the first day, and a tenth more");
    ground.run(&["papers", S, "v", "--from", "999999", "--count", "2"]).refused(2);
    assert_eq!(ground.run(&["papers", S, "v", "--count", "0"]).code, 2);
}

#[test]
fn each_method_has_its_marks_and_says_in_both_languages_how() {
    let of = |fields: &str| {
        let ground = open(&format!("{FOUR},{fields}"));
        page(&ground, &["--count", "1"])
    };
    for (fields, mark, times, said) in [
        (r#""method":"dots","dots":20,"cap":12"#, "class=\"box written\"", 4, "12 at most"),
        (r#""method":"approval""#, "class=\"box\"", 4, "Put a cross"),
        (r#""method":"rank""#, "class=\"box written\"", 4, "Напишите 1"),
        (r#""method":"score""#, "class=\"circle numbered\"", 20, "5 – лучше всего"),
        (r#""method":"gradients""#, "class=\"circle numbered\"", 32, "Stand aside"),
        (r#""method":"consent""#, "class=\"circle numbered\"", 16, "воздерживаюсь"),
        (r#""method":"dots","dots":1"#, "class=\"circle\"", 4, "У вас 1 точка"),
    ] {
        let page = of(fields);
        assert_eq!(page.matches(mark).count(), times, "{fields}");
        assert!(page.contains(said), "{fields}: {page}");
        // Steps of a scale are typed at the desk in the order of the vote.
        let scale = ["score", "gradients", "consent"].iter().any(|method| fields.contains(method));
        assert_eq!(page.contains("class=\"desk\""), scale, "{fields}");
    }
    let named = of(r#""method":"approval","secret":false"#);
    assert!(
        named.contains("is published under this number") && !named.contains("Keep this stub: the number")
    );
}

#[test]
fn forty_options_and_hostile_or_missing_words_stay_readable_and_harmless() {
    let ground = Ground::new();
    let lines: Vec<String> = (0..40)
        .map(|n| match n {
            0 => r#"{"do":"proposal.add","id":"Q0","title":{"en":"</style><script>alert(1)</script> & \"x\""}}"#.into(),
            1 => r#"{"do":"proposal.add","id":"Q1","title":{"ru":"Только по-русски"}}"#.into(),
            _ => format!(r#"{{"do":"proposal.add","id":"Q{n}","title":{{"en":"{}"}}}}"#, "long ".repeat(60)),
        })
        .collect();
    assert!(ground.apply(S, &lines.join("\n")).answers().iter().all(|answer| answer["ok"] == true));
    let options: Vec<String> = (0..40).map(|n| format!("\"Q{n}\"")).collect();
    let fields =
        format!(r#""title":"<img src=http://x/>","options":[{}],"method":"approval""#, options.join(","));
    prepare(&ground, &fields);
    assert_eq!(ground.apply(S, r#"{"do":"vote.open","vote":"v"}"#).answers()[0]["ok"], true);
    let page = page(&ground, &["--count", "2"]);
    for never in ["<script", "<img", "http-equiv", "src=", "href=", "@import", "url("] {
        assert!(!page.replace("&lt;img src=", "").contains(never), "{never}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;"));
    for paper in papers(&page) {
        assert_eq!(cells(paper, CANONICAL).len(), 40);
        assert!(paper.contains("Только по-русски"));
        // The head of a table stands on every page it runs on to.
        let head = paper.split("<thead>").nth(1).unwrap().split("</thead>").next().unwrap();
        assert!(head.contains("№ "), "{head}");
    }
    assert!(page.contains("thead { display: table-header-group; }"));
}

#[test]
fn only_an_open_vote_has_papers_and_no_file_is_written_over() {
    let ground = Ground::new();
    prepare(&ground, &format!(r#"{FOUR},"method":"approval""#));
    let told = ground.run(&["papers", S, "v"]).refused(1);
    assert!(told.contains("not open yet") && told.contains("Open it first"), "{told}");
    let told = ground.run(&["papers", S, "nothing"]).refused(1);
    assert!(told.contains("nothing"), "{told}");
    assert_eq!(ground.apply(S, r#"{"do":"vote.open","vote":"v"}"#).answers()[0]["ok"], true);
    let file = ground.path().join("papers-v.html");
    let said = ground.run(&["papers", S, "v", "--count", "3"]).ok();
    assert!(said.contains("3 ballot papers, numbers 1 to 3") && said.contains("papers-v.html"), "{said}");
    let before = std::fs::read(&file).unwrap();
    let told = ground.run(&["papers", S, "v", "--count", "4"]).refused(1);
    assert!(told.contains("--force"), "{told}");
    assert_eq!(std::fs::read(&file).unwrap(), before);
    ground.run(&["papers", S, "v", "--count", "4", "--force"]).ok();
    assert_eq!(papers(&std::fs::read_to_string(&file).unwrap()).len(), 4);
    ground.run(&["papers", S, "v", "--to", "no/such/folder.html"]).refused(4);
    let close = r#"{"do":"vote.close","vote":"v"}"#;
    assert_eq!(ground.apply(S, close).answers()[0]["ok"], true);
    let told = ground.run(&["papers", S, "v", "--to", "-"]).refused(1);
    assert!(told.contains("is closed"), "{told}");
}

#[test]
fn eleven_options_in_both_languages_stand_on_one_sheet_and_more_sheets_say_so_on_each() {
    let eleven: Vec<String> = (1..=11).map(|n| format!("\"P{n:02}\"")).collect();
    let of = |ground: &Ground| page(ground, &["--count", "2"]);
    let fields = format!(r#""title":"Which?","options":[{}]"#, eleven.join(","));
    for method in [r#""dots","dots":9,"cap":9"#, r#""approval""#, r#""score""#, r#""rank""#, r#""consent""#] {
        let page = of(&open(&format!(r#"{fields},"method":{method}"#)));
        assert_eq!(page.matches("class=\"sheet\"").count(), 2, "{method}");
        assert!(!page.contains("next sheet") && page.contains("всего 11 вариантов"), "{method}");
    }
    let page = of(&open(&format!(r#"{fields},"method":"gradients""#)));
    for paper in papers(&page) {
        let sheets: Vec<&str> = paper.split("<div class=\"sheet\">").skip(1).collect();
        assert_eq!(sheets.len(), 2);
        for (sheet, number) in sheets.iter().zip(1..) {
            assert!(sheet.contains(&format!("Sheet {number} of 2")), "{sheet}");
            assert!(sheet.contains(&format!("Лист {number} из 2")), "{sheet}");
            assert_eq!(sheet.contains("на следующем листе"), number == 1);
            assert_eq!(sheet.contains("End of the ballot paper"), number == 2);
            assert!(!cells(sheet, CANONICAL).is_empty());
        }
        assert_eq!(cells(paper, CANONICAL).len(), 11);
    }
}

#[test]
fn a_title_that_is_missing_in_one_language_is_said_to_be() {
    let ground = Ground::new();
    let add = |id: &str, title: &str| {
        let line = format!(r#"{{"do":"proposal.add","id":"{id}","title":{title}}}"#);
        assert_eq!(ground.apply(S, &line).answers()[0]["ok"], true);
    };
    add("Q1", r#"{"en":"English alone"}"#);
    add("Q2", r#"{"ru":"Только по-русски"}"#);
    add("Q3", r#"{"en":"English again"}"#);
    let of = |id: &str, options: &str| {
        let lines = format!(
            r#"{{"do":"vote.prepare","id":"{id}","seats":1,"title":"?","options":[{options}],"method":"approval"}}
{{"do":"vote.open","vote":"{id}"}}"#
        );
        assert!(ground.apply(S, &lines).answers().iter().all(|answer| answer["ok"] == true));
        ground.run(&["papers", S, id, "--to", "-", "--count", "1"]).ok()
    };
    let page = of("v1", r#""Q1","Q2""#);
    assert_eq!(page.matches("English alone").count(), 2, "{page}");
    assert_eq!(page.matches("Только по-русски").count(), 2, "{page}");
    assert!(page.contains("(no title in English)") && page.contains("(на русском названия нет)"), "{page}");
    // Where it is missing of all of them, it is said once, in the head.
    let page = of("v2", r#""Q1","Q3""#);
    assert_eq!(page.matches("English alone").count(), 1, "{page}");
    assert!(page.contains("Ни у одного варианта нет названия на русском") && !page.contains("(на русском"));
    let head = page.split("<thead>").nth(1).unwrap().split("</thead>").next().unwrap();
    assert!(head.contains("Option</span> · <span lang=\"ru\">Вариант"), "{head}");
}

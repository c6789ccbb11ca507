#!/bin/sh
# The ideas that stand in a session folder, one a line: id, what was said in English, what was said in Russian.
LC_ALL=C; export LC_ALL
whole() { # Lines whose digest holds, the last of a file also without its newline.
  while IFS= read -r line || [ -n "$line" ]; do
    digest=$(printf %s "${line%,\"h\":\"*}" | sha256sum | cut -c1-32)
    case $line in *",\"h\":\"$digest\"}") printf '%s\n' "$line" ;; esac
  done
}
for file in "$1"/log/*.jsonl; do whole <"$file"; done | jq -rn '
  (reduce inputs as $e ({}; .[$e.id] //= $e)) as $all                   # an id counts once
  | (reduce $all[] as $e ({}; reduce $e.d.undoes[]? as $u (.; .[$u] += [$e.id]))) as $undoing
  | def kept: [$undoing[.][]? | kept] | any | not;                      # no counting undo names it
    def counts: (.id | kept) and (.d.undoes != null or .d.part == null or (.d.part | kept));
    def older: .d.over[]? | $all[.] | values | ., older;                # replaced, directly or through others
    def words($lang): map(select(.k == "idea.translated" and .d.language == $lang or .d.text[$lang]? != null))
      | [.[] | older | .id] as $gone | map(select(.id | IN($gone[]) | not)) | max_by(.t) | .d.text
      | if type == "object" then .[$lang] else . end // "";
    [$all[] | select(counts)] as $now | [$now[] | select(.k == "idea.removed") | .d.of] as $removed
  | $now | map(select(.k == "idea.added" and (.id | IN($removed[]) | not))) | sort_by(.t)[]
  | .id as $idea | ($now | map(select($idea == (.d.of, .id)))) as $said
  | [.d.id // .id, ($said | words("en")), ($said | words("ru"))] | join("\t")'

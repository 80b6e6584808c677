#!/usr/bin/env bash
# A tour of Trawl on a made-up company: demo.sh [BINARY [FOLDER]]. Everything it makes is in FOLDER.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
binary=${1:-$root/.build/release/trawl}
folder=${2:-$root/.build/demo}

if [[ ! -x $binary ]]; then
  echo "demo: there is no program at '$binary'; build it with 'make build'" >&2
  exit 1
fi
binary=$(cd "$(dirname "$binary")" && pwd)/$(basename "$binary")

# Only a folder that an earlier demo made is made anew.
if [[ -e $folder && ! -e $folder/.trawl-demo && -n $(ls -A "$folder") ]]; then
  echo "demo: '$folder' is no folder of the demo; name another" >&2
  exit 1
fi
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
: >.trawl-demo

# What the tour shows must not depend on whose machine it is.
export TRAWL_DB=$folder/trawl.db TRAWL_TIMEZONE=Europe/Lisbon
export XDG_CONFIG_HOME=$folder/none XDG_DATA_HOME=$folder/none

# Shows a command line as one would type it, and runs it. A search that finds nothing is no failure, nor is a run that
# ends where it was told to.
run() {
  local line='' word status=0
  for word in "$@"; do
    if [[ $word =~ ^[][A-Za-z0-9@%+=:,./_-]+$ ]]; then line+=" $word"; else line+=" '$word'"; fi
  done
  printf '\n$ trawl%s\n' "$line"
  "$binary" "$@" || status=$?
  if ((status > 1 && status != 3)); then exit "$status"; fi
}

say() { printf '\n── %s\n' "$1"; }

say 'A company that does not exist, as an archive of the API'"'"'s objects'
run sandbox --write archive --items 20000

say 'Into one SQLite file, with full text; importing again would change nothing'
run import archive

say 'Six searches, kept in files'
run query run most-liked --set period=2026-11 --limit 5
for query in escalations files-shared-in-communities edited-after-the-fact release-talk \
  flagged-and-waiting; do
  run query run "$query" --limit 5
done

say 'The platform'"'"'s scopes without its limits, and how all hits spread'
run search --scope conversations rollout --limit 3
run search rollout --facet month,filetype --facet-limit 3 --no-hits

say 'What is flagged, by whom, and how old it is'
run flagged --limit 8

say 'A week of activity, as Markdown for people; CSV and JSON have the same figures'
run report weekly-activity --week 2026-W46 -o weekly-activity.md
sed -n '1,34p' weekly-activity.md
printf '… (all of it in %s)\n' "$folder/weekly-activity.md"
run report weekly-activity --week 2026-W46 --format csv -o weekly-activity

say 'What the index holds, and that it is whole'
run status
run check

say 'The same company behind a look-alike of the REST API, ingested as two of its people see it'
"$binary" sandbox --port 0 --items 20000 --accounts 2 --tokens-dir tokens >server.txt &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for ((i = 0; i < 300; i++)); do
  [[ -s server.txt ]] && break
  sleep 0.1
done
url=$(head -n 1 server.txt)
[[ -n $url ]] || {
  echo "demo: the sandbox's server did not start" >&2
  exit 1
}
live=(ingest --db live.db --api "$url" --token-file tokens/account-1.token --token-file tokens/account-2.token)
run "${live[@]}" --max-requests 150
run "${live[@]}"
say 'Nothing new: one request for each conversation that is due, and no writes'
run "${live[@]}"
run search --db live.db rollout --sort relevance --limit 3
kill "$server"

cat <<END

── Now try

  export TRAWL_DB=$folder/trawl.db
  trawl search 'rollback OR hotfix' --newer 1y --sort relevance
  trawl search --is unanswered --kind community --count
  trawl search --explain 'invoice -draft has:file after:2026-09'
  trawl flagged --older-than 14d --group conversation
  trawl report weekly-activity --week 2026-W40 --timezone Asia/Tokyo --format json
  trawl query show escalations     # a query is a file: copy it to ~/.config/trawl/queries and change it
  trawl search --help

with 'trawl' being $binary
END

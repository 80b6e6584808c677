#!/usr/bin/env bash
# No file that holds two ideas: past 400 lines it does.
set -euo pipefail
cd "$(dirname "$0")/.."
long=$(git ls-files --cached --others --exclude-standard 'Sources/*' 'Tests/*' | grep -E '\.(swift|cpp|hpp|h)$' |
  xargs wc -l | awk '$2 != "total" && $1 > 400 { print "  " $1 " lines: " $2 }')
if [[ -n $long ]]; then
  printf 'files past 400 lines:\n%s\n' "$long" >&2
  exit 1
fi

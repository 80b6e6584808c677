#!/usr/bin/env bash
# Installs the Debian packages Trawl builds with and runs on, where they are missing.
set -euo pipefail

packages=(
  g++                  # the C++ standard library, for the JSON decoder
  libsqlite3-dev       # storage and full text
  libsimdjson-dev      # JSON
  libgumbo-dev         # HTML in messages
  libzstd-dev          # message texts, packed
  libcurl4-openssl-dev # HTTP: its headers; the library itself, libcurl4, comes with it
  libutf8proc-dev      # Unicode folding and widths
  libstemmer-dev       # stems of words
  libmicrohttpd-dev    # the sandbox's server: its headers; the library itself, libmicrohttpd12, comes with it
  libcmark-gfm-dev     # Markdown in reports, to HTML
  libcmark-gfm-extensions-dev # its tables
  tzdata               # time zones
)

missing=()
for package in "${packages[@]}"; do
  [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

command -v apt-get >/dev/null || {
  echo "setup: Trawl needs these Debian packages, and there is no apt-get here: ${missing[*]}" >&2
  exit 1
}
if [[ $(id -u) -eq 0 ]]; then
  run=(env DEBIAN_FRONTEND=noninteractive)
elif command -v sudo >/dev/null; then
  run=(sudo env DEBIAN_FRONTEND=noninteractive)
else
  echo "setup: have an administrator run: apt-get install ${missing[*]}" >&2
  exit 1
fi
echo "setup: installing ${missing[*]}"
# The package lists of a fresh machine may be missing or old: look them up anew only when that is so.
"${run[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null 2>&1 || {
  "${run[@]}" apt-get update -q
  "${run[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}"
}

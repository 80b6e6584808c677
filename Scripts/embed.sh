#!/usr/bin/env bash
# Copies queries/ and reports/ into Swift sources, so that an installed binary needs no other file.
# Run it after a change there; tests tell when it was forgotten.
set -euo pipefail
cd "$(dirname "$0")/.."

# The files of a folder as a Swift enum: enum NAME, suffix of the files, and what stands above it.
embed() {
  local folder=$1 suffix=$2 name=$3 remark=$4 file
  printf '%s\nenum %s {\n' "$remark" "$name"
  printf '  /// Name and text of each.\n  static let texts: [(name: String, text: String)] = [\n'
  for file in "$folder"/*"$suffix"; do
    printf '    (\n      name: "%s",\n      text: ###"""\n' "$(basename "$file" "$suffix")"
    # Every line is indented but empty ones; the line break that ends the file is one more, empty line.
    sed 's/^\(.\)/      \1/' "$file"
    printf '\n      """###\n    ),\n'
  done
  printf '  ]\n}\n'
}

embed queries .query ShippedQueries \
'// swift-format-ignore-file: its lines are those of the queries.

/// The saved queries that every Trawl has: copies of the files in `queries/`, so that an installed binary
/// needs no other file.
///
/// Made by `make embed`; a test tells when it is out of step.' >Sources/Search/Saved/ShippedQueries.swift

embed reports .md ShippedReports \
'// swift-format-ignore-file: its lines are those of the reports.

/// The reports that every Trawl has: copies of the files in `reports/`, so that an installed binary
/// needs no other file.
///
/// Made by `RECORD=1 swift test --filter ShippedReportsTests`, which also tells when it is out of step.' \
  >Sources/Reports/Library/ShippedReports.swift

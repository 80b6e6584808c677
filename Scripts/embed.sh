#!/usr/bin/env bash
# Copies queries/ and reports/ into Swift sources, a file each, so that an installed binary needs no other file.
# Run it after a change there; tests tell when it was forgotten.
set -euo pipefail
cd "$(dirname "$0")/.."

# The files of a folder as static members of a Swift enum: folder, suffix of the files, the enum, where its sources go.
embed() {
  local folder=$1 suffix=$2 name=$3 sources=$4 file title member list=''
  rm -rf "$sources"
  mkdir -p "$sources"
  for file in "$folder"/*"$suffix"; do
    title=$(basename "$file" "$suffix")
    # weekly-activity is weeklyActivity.
    member=$(sed -E 's/-(.)/\U\1/g' <<<"$title")
    list+="    $member,"$'\n'
    {
      printf '// swift-format-ignore-file\n\n'
      printf 'extension %s {\n  /// A copy of `%s`.\n' "$name" "$file"
      printf '  static let %s = (\n    name: "%s",\n    text: ###"""\n' "$member" "$title"
      # Every line is indented but empty ones; the line break that ends the file is one more, empty line.
      sed 's/^\(.\)/    \1/' "$file"
      printf '\n    """###\n  )\n}\n'
    } >"$sources/$title.swift"
  done
  {
    printf '/// What every Trawl has of `%s/`, so that an installed binary needs no other file.\n' "$folder"
    printf '///\n/// Made by `make embed`; a test tells when it is out of step.\nenum %s {\n' "$name"
    printf '  /// Name and text of each.\n  static let texts: [(name: String, text: String)] = [\n%s  ]\n}\n' "$list"
  } >"$sources/$name.swift"
}

embed queries .query ShippedQueries Sources/Search/Saved/Shipped
embed reports .md ShippedReports Sources/Reports/Library/Shipped

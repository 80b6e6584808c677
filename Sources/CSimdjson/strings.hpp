// JSON strings and raw bytes: unescaping, escaping, repairing.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace csj {

/// How a JSON string was read: as it stands, with U+FFFD for lone surrogates, or not at all.
enum class Reading : uint8_t { exact, repaired, invalid };

/// What `unescape` found: where the string ends (behind its closing quote), and how it was read.
struct Unescaped {
  const uint8_t *next;
  uint8_t *end;
  Reading reading;
};

/// What `unescape` writes at most beyond what it reads.
constexpr size_t kUnescapeSlack = 32;

/// Reads the string whose first byte behind the opening quote is `source` into `target`, which
/// needs room for the source's bytes and the slack. 16 bytes behind `limit` must be readable.
Unescaped unescape(const uint8_t *source, const uint8_t *limit, uint8_t *target);

/// Appends to `out` the one canonical spelling of a JSON string, quotes included, so that equal
/// strings are equal bytes. `source` is behind the opening quote; returns behind the closing one,
/// or nullptr if this is no JSON string.
const uint8_t *canonicalise(const uint8_t *source, const uint8_t *limit, std::string &out);

/// The place behind the closing quote of a valid JSON string, or nullptr.
const uint8_t *skip_string(const uint8_t *source, const uint8_t *limit);

/// Appends `bytes` to `out` with invalid UTF-8 as U+FFFD and control characters inside strings as
/// `\u00XX`.
void repair(const uint8_t *bytes, size_t count, std::string &out);

}  // namespace csj

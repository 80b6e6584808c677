#include "copier.hpp"

#include <cstring>
#include <string_view>
#include <unordered_map>

#include "include/csimdjson.h"
#include "strings.hpp"

namespace csj {
namespace {

bool is_digit(const uint8_t *p, const uint8_t *limit) {
  return p < limit && *p >= '0' && *p <= '9';
}

const uint8_t *digits(const uint8_t *p, const uint8_t *limit) {
  while (is_digit(p, limit)) p++;
  return p;
}

/// The end of a JSON number, or nullptr.
const uint8_t *number(const uint8_t *p, const uint8_t *limit) {
  if (p < limit && *p == '-') p++;
  if (!is_digit(p, limit)) return nullptr;
  p = *p == '0' ? p + 1 : digits(p, limit);
  if (p < limit && *p == '.') {
    if (!is_digit(p + 1, limit)) return nullptr;
    p = digits(p + 1, limit);
  }
  if (p < limit && (*p == 'e' || *p == 'E')) {
    p++;
    if (p < limit && (*p == '+' || *p == '-')) p++;
    if (!is_digit(p, limit)) return nullptr;
    p = digits(p, limit);
  }
  return p;
}

const uint8_t *word(const uint8_t *p, const uint8_t *limit, const char *text) {
  size_t length = std::strlen(text);
  bool matches = static_cast<size_t>(limit - p) >= length && std::memcmp(p, text, length) == 0;
  return matches ? p + length : nullptr;
}

/// The end of a string, number or word, or nullptr.
const uint8_t *scalar(const uint8_t *p, const uint8_t *limit) {
  switch (*p) {
    case '"': return skip_string(p + 1, limit);
    case 't': return word(p, limit, "true");
    case 'f': return word(p, limit, "false");
    case 'n': return word(p, limit, "null");
    default: return number(p, limit);
  }
}

}  // namespace

const uint8_t *skip_space(const uint8_t *p, const uint8_t *limit) {
  while (p < limit && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')) p++;
  return p;
}

const uint8_t *Copier::copy(
    const uint8_t *source, const uint8_t *limit, size_t depth, std::string &out) {
  source = skip_space(source, limit);
  if (source >= limit) return nullptr;
  bool is_object = *source == '{';
  if (!is_object && *source != '[') {
    const uint8_t *end = scalar(source, limit);
    if (end) out.append(reinterpret_cast<const char *>(source), static_cast<size_t>(end - source));
    return end;
  }
  if (depth > CSJ_MAX_DEPTH) {
    is_too_deep = true;
    return nullptr;
  }
  return is_object ? object(source, limit, depth, out) : array(source, limit, depth, out);
}

const uint8_t *Copier::array(
    const uint8_t *source, const uint8_t *limit, size_t depth, std::string &out) {
  out.push_back('[');
  const uint8_t *p = skip_space(source + 1, limit);
  if (p < limit && *p == ']') {
    out.push_back(']');
    return p + 1;
  }
  for (;;) {
    p = copy(p, limit, depth + 1, out);
    if (!p) return nullptr;
    p = skip_space(p, limit);
    if (p >= limit || (*p != ',' && *p != ']')) return nullptr;
    out.push_back(static_cast<char>(*p));
    if (*p++ == ']') return p;
  }
}

const uint8_t *Copier::object(
    const uint8_t *source, const uint8_t *limit, size_t depth, std::string &out) {
  size_t start = out.size();
  size_t first_member = members_.size();
  out.push_back('{');
  const uint8_t *p = skip_space(source + 1, limit);
  if (p < limit && *p == '}') {
    out.push_back('}');
    return p + 1;
  }
  for (;;) {
    p = skip_space(p, limit);
    size_t member = out.size();
    if (p >= limit || *p != '"' || !(p = canonicalise(p + 1, limit, out))) return nullptr;
    size_t key_end = out.size();
    p = skip_space(p, limit);
    if (p >= limit || *p != ':') return nullptr;
    out.push_back(':');
    p = copy(p + 1, limit, depth + 1, out);
    if (!p) return nullptr;
    members_.push_back({member, key_end, out.size()});
    p = skip_space(p, limit);
    if (p >= limit || (*p != ',' && *p != '}')) return nullptr;
    out.push_back(static_cast<char>(*p));
    if (*p++ == '}') break;
  }
  if (members_.size() - first_member > 1) drop_duplicates(first_member, start, out);
  members_.resize(first_member);
  return p;
}

bool Copier::has_duplicates(size_t first_member, const std::string &out) const {
  std::string_view text = out;
  for (size_t i = first_member; i < members_.size(); i++) {
    size_t length = members_[i].key_end - members_[i].start;
    for (size_t j = first_member; j < i; j++) {
      if (members_[j].key_end - members_[j].start != length) continue;
      if (text.substr(members_[i].start, length) == text.substr(members_[j].start, length)) {
        return true;
      }
    }
  }
  return false;
}

void Copier::drop_duplicates(size_t first_member, size_t start, std::string &out) {
  // Pairs are quicker than a table for the few members that nearly every object has.
  if (members_.size() - first_member <= 16 && !has_duplicates(first_member, out)) return;
  std::unordered_map<std::string_view, size_t> last;
  std::string_view text = out;
  for (size_t i = first_member; i < members_.size(); i++) {
    const Member &m = members_[i];
    last[text.substr(m.start, m.key_end - m.start)] = i;
  }
  if (last.size() == members_.size() - first_member) return;
  std::string kept = "{";
  for (size_t i = first_member; i < members_.size(); i++) {
    const Member &m = members_[i];
    if (last[text.substr(m.start, m.key_end - m.start)] != i) continue;
    if (kept.size() > 1) kept.push_back(',');
    kept.append(out, m.start, m.end - m.start);
  }
  kept.push_back('}');
  out.replace(start, std::string::npos, kept);
}

}  // namespace csj

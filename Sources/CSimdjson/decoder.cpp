#include "decoder.hpp"

#include <cmath>
#include <cstring>
#include <utility>

#include "strings.hpp"

namespace csj {
namespace {

/// Where the value stands in the source. To be asked before the value is read.
const uint8_t *start_of(ondemand::value &value) {
  return reinterpret_cast<const uint8_t *>(value.raw_json_token().data());
}

uint32_t bit(const Field &field) { return uint32_t{1} << field.slot; }

bool ends_scalar(uint8_t c) {
  return c == ',' || c == '}' || c == ']' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Reads what nearly every number here is, a run of digits that needs no thought about overflow.
bool plain_integer(const uint8_t *source, int64_t &result) {
  int64_t value = 0;
  size_t count = 0;
  while (count < 18 && source[count] >= '0' && source[count] <= '9') {
    value = value * 10 + (source[count++] - '0');
  }
  if (count == 0 || !ends_scalar(source[count])) return false;
  result = value;
  return source[0] != '0' || count == 1;
}

/// The field with the key whose first byte is `key`, tried first at `hint`, since records have
/// their members in the same order nearly always. What lies behind the source is padding, so that
/// a key may be compared beyond it.
inline const Field *find(const Schema &schema, const uint8_t *key, size_t hint) {
  for (size_t i = hint; i < schema.count; i++) {
    if (schema.fields[i].key.match(key)) return &schema.fields[i];
  }
  for (size_t i = 0; i < hint; i++) {
    if (schema.fields[i].key.match(key)) return &schema.fields[i];
  }
  return nullptr;
}

}  // namespace

void Decoder::begin(const uint8_t *limit, bool is_normalised, ElementTaker *taker) {
  limit_ = limit;
  is_normalised_ = is_normalised;
  taker_ = taker;
  error = simdjson::SUCCESS;
  copier_.restart();
}

Outcome Decoder::object(
    ondemand::object &object, const Schema &schema, size_t depth, SlotsView slots, Remainder &rest) {
  uint64_t seen = 0;
  size_t hint = 0;
  for (auto &&result : object) {
    if (result.error()) return fail(result.error());
    ondemand::field &&member = std::move(result).value_unsafe();
    const uint8_t *key = reinterpret_cast<const uint8_t *>(member.key().raw());
    const Field *field = find(schema, key, hint);
    Outcome outcome;
    if (field) {
      size_t index = static_cast<size_t>(field - schema.fields);
      if (seen >> index & 1) return Outcome::not_normal;
      seen |= uint64_t{1} << index;
      hint = index + 1 == schema.count ? 0 : index + 1;
      outcome = value(*field, member.value(), depth + 1, slots, rest);
    } else {
      outcome = unknown(key, member.value(), depth + 1, rest);
    }
    if (outcome != Outcome::done) return outcome;
  }
  return Outcome::done;
}

Outcome Decoder::value(
    const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest) {
  switch (field.kind) {
    case Kind::string: return text(field, value, depth, slots, rest);
    case Kind::word: return word(field, value, depth, slots, rest);
    case Kind::integer: return integer(field, value, depth, slots, rest);
    case Kind::strings: return strings(field, value, depth, slots, rest);
    case Kind::objects: return objects(field, value, depth, slots, rest);
    case Kind::object: return nested(field, value, depth, slots, rest);
    case Kind::other:
      slots.present |= bit(field);
      return keep(field, start_of(value), depth, rest);
    case Kind::boolean: break;
  }
  bool flag;
  const uint8_t *source = start_of(value);
  if (value.get_bool().get(flag)) return keep(field, source, depth, rest);
  slots.values[field.slot].integer = flag ? CSJ_BOOL_TRUE : CSJ_BOOL_FALSE;
  slots.present |= bit(field);
  return Outcome::done;
}

bool Decoder::string(const uint8_t *source, csj_span &span, bool &is_repaired) {
  arena_.reserve(static_cast<size_t>(limit_ - source) + kUnescapeSlack);
  Unescaped read = unescape(source, limit_, arena_.top());
  if (read.reading == Reading::invalid) return false;
  span = arena_.take(read.end);
  is_repaired = read.reading == Reading::repaired;
  return true;
}

Outcome Decoder::text(
    const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest) {
  const uint8_t *source = start_of(value);
  if (*source != '"') return keep(field, source, depth, rest);
  bool is_repaired;
  if (!string(source + 1, slots.values[field.slot].text, is_repaired)) {
    return fail(simdjson::STRING_ERROR);
  }
  slots.present |= bit(field);
  return is_repaired ? keep(field, source, depth, rest) : Outcome::done;
}

Outcome Decoder::word(
    const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest) {
  const uint8_t *source = start_of(value);
  if (*source != '"') return keep(field, source, depth, rest);
  bool is_repaired;
  Slot &slot = slots.values[field.slot];
  if (!string(source + 1, slot.text, is_repaired)) return fail(simdjson::STRING_ERROR);
  slots.present |= bit(field);
  std::string_view text{reinterpret_cast<const char *>(slot.text.bytes), slot.text.count};
  size_t index = 0;
  while (index < field.word_count && text != field.words[index]) index++;
  slot.integer = static_cast<int64_t>(index + 1);
  return index == field.word_count ? keep(field, source, depth, rest) : Outcome::done;
}

Outcome Decoder::integer(
    const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest) {
  const uint8_t *source = start_of(value);
  int64_t whole;
  double number;
  if (plain_integer(source, whole)) {
    // The walk over the object passes over a number that nobody took.
  } else if (value.get_int64().get(whole)) {
    bool is_number = *source == '-' || (*source >= '0' && *source <= '9');
    if (!is_number || value.get_double().get(number) || std::trunc(number) != number ||
        std::fabs(number) >= 9007199254740992.0) {
      return keep(field, source, depth, rest);
    }
    whole = static_cast<int64_t>(number);
  }
  if (whole == CSJ_NO_INTEGER) return keep(field, source, depth, rest);
  slots.values[field.slot].integer = whole;
  slots.present |= bit(field);
  return Outcome::done;
}

Outcome Decoder::strings(
    const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest) {
  const uint8_t *source = start_of(value);
  ondemand::array array;
  if (value.get_array().get(array)) return keep(field, source, depth, rest);
  bool is_odd = false;
  size_t start = strings_.size();
  for (auto result : array) {
    ondemand::value element;
    if (auto code = std::move(result).get(element)) return fail(code);
    const uint8_t *string_source = start_of(element);
    if (*string_source != '"') {
      is_odd = true;
      continue;
    }
    csj_span span;
    bool is_repaired;
    if (!string(string_source + 1, span, is_repaired)) return fail(simdjson::STRING_ERROR);
    is_odd |= is_repaired;
    strings_.push_back(span);
  }
  size_t count = strings_.size() - start;
  slots.values[field.slot] = {{nullptr, count}, static_cast<int64_t>(start)};
  slots.present |= bit(field);
  return is_odd || count == 0 ? keep(field, source, depth, rest) : Outcome::done;
}

Outcome Decoder::objects(
    const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest) {
  const uint8_t *source = start_of(value);
  ondemand::array array;
  if (value.get_array().get(array)) return keep(field, source, depth, rest);
  bool is_odd = false;
  size_t count = 0;
  for (auto result : array) {
    ondemand::value element;
    if (auto code = std::move(result).get(element)) return fail(code);
    ondemand::object object;
    if (element.get_object().get(object)) {
      is_odd = true;
      continue;
    }
    Outcome outcome = taker_->take(object, *field.nested);
    if (outcome != Outcome::done) return outcome;
    count++;
  }
  slots.values[field.slot].text.count = count;
  slots.present |= bit(field);
  return is_odd || count == 0 ? keep(field, source, depth, rest) : Outcome::done;
}

Outcome Decoder::nested(
    const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest) {
  const uint8_t *source = start_of(value);
  ondemand::object object;
  if (value.get_object().get(object)) return keep(field, source, depth, rest);
  slots.present |= bit(field);
  uint32_t before = slots.present;
  nested_rest_.clear();
  Outcome outcome = this->object(object, *field.nested, depth, slots, nested_rest_);
  if (outcome != Outcome::done) return outcome;
  bool says_something = slots.present != before;
  if (says_something && nested_rest_.is_empty()) return Outcome::done;
  rest.key(field.name);
  rest.bytes.push_back('{');
  rest.bytes.append(nested_rest_.bytes);
  rest.bytes.push_back('}');
  rest.unknown += nested_rest_.unknown;
  return Outcome::done;
}

Outcome Decoder::unknown(const uint8_t *key, ondemand::value &value, size_t depth, Remainder &rest) {
  const uint8_t *end = key;
  while (end < limit_ && *end != '"' && *end != '\\') end++;
  if (end < limit_ && *end == '\\') {
    if (!is_normalised_) return Outcome::not_normal;
    end = skip_string(key, limit_);
    if (!end) return fail(simdjson::STRING_ERROR);
    end--;
  }
  rest.key({reinterpret_cast<const char *>(key), static_cast<size_t>(end - key)});
  rest.unknown++;
  return keep_value(start_of(value), depth, rest);
}

Outcome Decoder::keep(const Field &field, const uint8_t *source, size_t depth, Remainder &rest) {
  rest.key(field.name);
  return keep_value(source, depth, rest);
}

Outcome Decoder::keep_value(const uint8_t *source, size_t depth, Remainder &rest) {
  const uint8_t *end = copier_.copy(source, limit_, depth, rest.bytes);
  // What simdjson takes for one scalar may go on behind it: `12ab`.
  if (end && end < limit_ && ends_scalar(*end)) return Outcome::done;
  return copier_.is_too_deep ? Outcome::too_deep : fail(simdjson::TAPE_ERROR);
}

csj_span Decoder::seal(Remainder &rest, size_t depth) {
  if (rest.is_empty()) return {nullptr, 0};
  rest.bytes.insert(rest.bytes.begin(), '{');
  rest.bytes.push_back('}');
  if (rest.unknown < 2) return arena_.copy(rest.bytes.data(), rest.bytes.size());
  sealed_.clear();
  const uint8_t *bytes = reinterpret_cast<const uint8_t *>(rest.bytes.data());
  copier_.copy(bytes, bytes + rest.bytes.size(), depth, sealed_);
  return arena_.copy(sealed_.data(), sealed_.size());
}

}  // namespace csj

// One JSON object, decoded by a table of its fields.

#pragma once

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "arena.hpp"
#include "copier.hpp"
#include "include/csimdjson.h"

namespace csj {

namespace ondemand = simdjson::ondemand;

struct Schema;

/// What a field should be. Any other value goes to the remainder and the field is absent.
enum class Kind : uint8_t {
  string,   // text
  integer,  // integer; a number with a point or an exponent counts if it is whole, below 2^53
  boolean,  // integer, a CSJ_BOOL_
  word,     // one of `words`: integer is its index + 1; another string: one more, also in `text`
  strings,  // list, in `strings`
  object,   // its own fields have slots in the same `Slots`
  objects,  // list, of which only the length is known here
  other     // remainder; the slot tells that it was there
};

/// The bytes of a key with its closing quote, to be compared with three loads. A key's name has at
/// most 23 bytes.
struct KeyBytes {
  static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "keys are packed for such machines");
  static constexpr size_t kMost = 23;

  constexpr KeyBytes() = default;
  constexpr explicit KeyBytes(std::string_view name) {
    for (size_t i = 0; i <= name.size() && i <= kMost; i++) {
      auto byte = static_cast<uint64_t>(i < name.size() ? static_cast<uint8_t>(name[i]) : '"');
      bytes[i / 8] |= byte << i % 8 * 8;
      mask[i / 8] |= uint64_t{0xFF} << i % 8 * 8;
    }
  }

  bool match(const uint8_t *key) const {
    uint64_t words[3];
    std::memcpy(words, key, sizeof words);
    return (((words[0] ^ bytes[0]) & mask[0]) | ((words[1] ^ bytes[1]) & mask[1]) |
            ((words[2] ^ bytes[2]) & mask[2])) == 0;
  }

  uint64_t bytes[3] = {0, 0, 0};
  uint64_t mask[3] = {0, 0, 0};
};

struct Field {
  std::string_view name;
  Kind kind;
  uint8_t slot;
  const std::string_view *words = nullptr;
  size_t word_count = 0;
  const Schema *nested = nullptr;
  KeyBytes key{name};
};

struct Schema {
  const Field *fields;
  size_t count;
};

/// A decoded field: its text, its number, or a list's start (`integer`) and length (`text.count`).
struct Slot {
  csj_span text{nullptr, 0};
  int64_t integer = CSJ_NO_INTEGER;
};

/// The decoded fields of an object and of the objects nested in it.
template <size_t N>
struct Slots {
  static_assert(N <= 32);
  bool has(size_t slot) const { return present >> slot & 1; }

  Slot values[N];
  uint32_t present = 0;  // a bit for each slot that has a value
};

/// A `Slots` of any size.
struct SlotsView {
  template <size_t N>
  SlotsView(Slots<N> &slots) : values(slots.values), present(slots.present) {}

  Slot *values;
  uint32_t &present;
};

/// The members of an object that its fields do not say.
class Remainder {
 public:
  void clear() {
    bytes.clear();
    unknown = 0;
  }
  bool is_empty() const { return bytes.empty(); }
  /// Starts a member, of which the value is to be appended to `bytes`.
  void key(std::string_view name) {
    if (!bytes.empty()) bytes.push_back(',');
    bytes.push_back('"');
    bytes.append(name);
    bytes.append("\":");
  }

  std::string bytes;
  size_t unknown = 0;  // members that no field names, among which one can stand twice
};

/// Where decoding of an object ended.
enum class Outcome : uint8_t {
  done,
  not_normal,  // a key is escaped or stands twice: decode the normalised text instead
  broken,      // `error` or the copier says why
  too_deep
};

/// Whoever takes the elements of a field of kind `objects`.
class ElementTaker {
 public:
  virtual Outcome take(ondemand::object &object, const Schema &schema) = 0;

 protected:
  ~ElementTaker() = default;
};

class Decoder {
 public:
  Decoder(Arena &arena, std::vector<csj_span> &strings) : arena_(arena), strings_(strings) {}

  /// Prepares for a record that ends at `limit`.
  void begin(const uint8_t *limit, bool is_normalised, ElementTaker *taker);

  /// Decodes an object that lies `depth` deep into slots and a remainder.
  Outcome object(
      ondemand::object &object, const Schema &schema, size_t depth, SlotsView slots, Remainder &rest);

  /// The remainder as an object in the arena; absent if there is none.
  csj_span seal(Remainder &rest, size_t depth);

  simdjson::error_code error = simdjson::SUCCESS;

 private:
  Outcome value(const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest);
  Outcome text(const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest);
  Outcome word(const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest);
  Outcome integer(
      const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest);
  Outcome strings(
      const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest);
  Outcome objects(
      const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest);
  Outcome nested(
      const Field &field, ondemand::value &value, size_t depth, SlotsView slots, Remainder &rest);
  Outcome unknown(const uint8_t *key, ondemand::value &value, size_t depth, Remainder &rest);
  Outcome keep(const Field &field, const uint8_t *source, size_t depth, Remainder &rest);
  Outcome keep_value(const uint8_t *source, size_t depth, Remainder &rest);
  bool string(const uint8_t *source, csj_span &span, bool &is_repaired);
  Outcome fail(simdjson::error_code code) {
    error = code;
    return Outcome::broken;
  }

  Arena &arena_;
  std::vector<csj_span> &strings_;
  Copier copier_;
  std::string sealed_;
  Remainder nested_rest_;
  ElementTaker *taker_ = nullptr;
  const uint8_t *limit_ = nullptr;
  bool is_normalised_ = false;
};

}  // namespace csj

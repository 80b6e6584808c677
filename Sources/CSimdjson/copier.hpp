// Copies any JSON value, checked and normalised.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace csj {

/// simdjson's on-demand parser does not check what it skips; what goes into a remainder is checked
/// here in full. The copy is minified, its keys have one canonical spelling, and of several members
/// with one key only the last is left, as most JSON readers take it.
class Copier {
 public:
  /// Appends the value at `source` (white space before it allowed) to `out`. `depth` is how deep
  /// the value itself lies. Returns where it ends, or nullptr: then `is_too_deep` tells the reason.
  const uint8_t *copy(const uint8_t *source, const uint8_t *limit, size_t depth, std::string &out);

  bool is_too_deep = false;

  /// Forgets what a failed copy left behind.
  void restart() {
    is_too_deep = false;
    members_.clear();
  }

 private:
  struct Member {
    size_t start, key_end, end;
  };

  const uint8_t *object(const uint8_t *source, const uint8_t *limit, size_t depth, std::string &out);
  const uint8_t *array(const uint8_t *source, const uint8_t *limit, size_t depth, std::string &out);
  bool has_duplicates(size_t first_member, const std::string &out) const;
  void drop_duplicates(size_t first_member, size_t start, std::string &out);

  std::vector<Member> members_;
};

const uint8_t *skip_space(const uint8_t *source, const uint8_t *limit);

}  // namespace csj

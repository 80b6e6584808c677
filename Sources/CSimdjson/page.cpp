#include <cstring>

#include "batch.hpp"

namespace {

/// The end of the array element at `p`: the comma or bracket behind it, or `limit`. Only strings and
/// brackets are looked at; whether it is JSON is for the decoder to say.
const uint8_t *element_end(const uint8_t *p, const uint8_t *limit) {
  size_t depth = 0;
  for (; p < limit; p++) {
    switch (*p) {
      case '"':
        for (p++; p < limit && *p != '"'; p++) {
          if (*p == '\\') p++;
        }
        if (p >= limit) return limit;
        break;
      case '{':
      case '[': depth++; break;
      case '}':
      case ']':
        if (depth == 0) return p;
        depth--;
        break;
      case ',':
        if (depth == 0) return p;
        break;
      default: break;
    }
  }
  return limit;
}

}  // namespace

void csj_batch_decode_page(csj_batch *batch, const uint8_t *bytes, size_t count) {
  const uint8_t *limit = bytes + count;
  const uint8_t *p = bytes;
  if (count >= 3 && std::memcmp(p, "\xEF\xBB\xBF", 3) == 0) p += 3;
  p = csj::skip_space(p, limit);
  if (p == limit || *p != '[') {
    batch->refuse(bytes, count, 0, CSJ_NOT_AN_ARRAY, nullptr);
    return;
  }
  p = csj::skip_space(p + 1, limit);
  uint64_t index = 0;
  bool is_closed = p < limit && *p == ']';
  while (!is_closed && p < limit) {
    const uint8_t *end = element_end(p, limit);
    // A missing element (`[1,,2]`) is not a blank line.
    int code = batch->decode(p, static_cast<size_t>(end - p), false, ++index);
    if (code == CSJ_BLANK) {
      batch->refuse(p, 0, index, CSJ_NOT_JSON, "an element is missing");
    }
    if (end < limit && *end == '}') break;
    is_closed = end < limit && *end == ']';
    p = end < limit ? end + 1 : limit;
  }
  if (!is_closed) {
    batch->refuse(limit, 0, index + 1, CSJ_NOT_JSON, "the array is not closed");
  } else if (csj::skip_space(index == 0 ? p + 1 : p, limit) != limit) {
    batch->refuse(p, 0, index + 1, CSJ_NOT_JSON, "something follows the array");
  }
}

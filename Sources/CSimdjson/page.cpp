#include <cstring>

#include "batch.hpp"
#include "strings.hpp"

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

int csj_elements_begin(csj_elements *walk, const uint8_t *bytes, size_t count) {
  const uint8_t *limit = bytes + count;
  const uint8_t *p = bytes;
  if (count >= 3 && std::memcmp(p, "\xEF\xBB\xBF", 3) == 0) p += 3;
  p = csj::skip_space(p, limit);
  if (p == limit || *p != '[') return CSJ_NOT_AN_ARRAY;
  p = csj::skip_space(p + 1, limit);
  *walk = {p, limit, 0, static_cast<uint8_t>(p < limit && *p == ']')};
  return CSJ_OK;
}

int csj_elements_next(csj_elements *walk, csj_span *element, const char **detail) {
  const uint8_t *limit = walk->limit;
  const uint8_t *p = csj::skip_space(walk->position, limit);
  if (walk->is_closed) {
    if (csj::skip_space(p + 1, limit) == limit) return CSJ_END_OF_ARRAY;
    *detail = "something follows the array";
    return CSJ_BROKEN_ARRAY;
  }
  if (p == limit) {
    *detail = "the array is not closed";
    return CSJ_BROKEN_ARRAY;
  }
  const uint8_t *end = element_end(p, limit);
  *element = {p, static_cast<size_t>(end - p)};
  walk->index++;
  walk->is_closed = end < limit && *end == ']';
  walk->position = walk->is_closed ? end : end < limit && *end == ',' ? end + 1 : limit;
  return CSJ_OK;
}

void csj_batch_decode_page(csj_batch *batch, const uint8_t *bytes, size_t count) {
  csj_elements walk;
  if (csj_elements_begin(&walk, bytes, count) != CSJ_OK) {
    batch->refuse(bytes, count, 0, CSJ_NOT_AN_ARRAY, nullptr);
    return;
  }
  csj_span element;
  const char *detail = nullptr;
  int code;
  while ((code = csj_elements_next(&walk, &element, &detail)) == CSJ_OK) {
    // A missing element (`[1,,2]`) is not a blank line.
    if (batch->decode(element.bytes, element.count, false, walk.index) == CSJ_BLANK) {
      batch->refuse(element.bytes, 0, walk.index, CSJ_NOT_JSON, "an element is missing");
    }
  }
  if (code == CSJ_BROKEN_ARRAY) {
    batch->refuse(walk.limit, 0, walk.index + 1, CSJ_BROKEN_ARRAY, detail);
  }
}

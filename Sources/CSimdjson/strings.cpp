#include "strings.hpp"

#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace csj {
namespace {

constexpr uint32_t kNone = UINT32_MAX;

uint32_t hex4(const uint8_t *bytes, const uint8_t *limit) {
  if (limit - bytes < 4) return kNone;
  uint32_t value = 0;
  for (int i = 0; i < 4; i++) {
    uint8_t c = bytes[i];
    uint32_t digit = c >= '0' && c <= '9'   ? c - '0'
                     : c >= 'a' && c <= 'f' ? c - 'a' + 10u
                     : c >= 'A' && c <= 'F' ? c - 'A' + 10u
                                            : 16u;
    if (digit == 16) return kNone;
    value = value << 4 | digit;
  }
  return value;
}

bool is_high(uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// The scalar of the escape behind a backslash at `source`, which moves behind it; a lone surrogate
/// comes as itself, kNone means that this is no escape.
uint32_t escape(const uint8_t *&source, const uint8_t *limit) {
  if (source >= limit) return kNone;
  switch (*source++) {
    case '"': return '"';
    case '\\': return '\\';
    case '/': return '/';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'u': break;
    default: return kNone;
  }
  uint32_t unit = hex4(source, limit);
  if (unit == kNone) return kNone;
  source += 4;
  if (!is_high(unit) || limit - source < 6 || source[0] != '\\' || source[1] != 'u') return unit;
  uint32_t low = hex4(source + 2, limit);
  if (low == kNone || !is_low(low)) return unit;
  source += 6;
  return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

uint8_t *put(uint32_t scalar, uint8_t *target) {
  if (scalar < 0x80) {
    *target++ = static_cast<uint8_t>(scalar);
  } else if (scalar < 0x800) {
    *target++ = static_cast<uint8_t>(0xC0 | scalar >> 6);
    *target++ = static_cast<uint8_t>(0x80 | (scalar & 0x3F));
  } else if (scalar < 0x10000) {
    *target++ = static_cast<uint8_t>(0xE0 | scalar >> 12);
    *target++ = static_cast<uint8_t>(0x80 | (scalar >> 6 & 0x3F));
    *target++ = static_cast<uint8_t>(0x80 | (scalar & 0x3F));
  } else {
    *target++ = static_cast<uint8_t>(0xF0 | scalar >> 18);
    *target++ = static_cast<uint8_t>(0x80 | (scalar >> 12 & 0x3F));
    *target++ = static_cast<uint8_t>(0x80 | (scalar >> 6 & 0x3F));
    *target++ = static_cast<uint8_t>(0x80 | (scalar & 0x3F));
  }
  return target;
}

void append_unit(uint32_t unit, std::string &out) {
  static const char digits[] = "0123456789abcdef";
  const char text[] = {
      '\\', 'u', digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15],
      digits[unit & 15]};
  out.append(text, sizeof text);
}

void append_escaped(uint32_t scalar, std::string &out) {
  if (scalar == '"' || scalar == '\\') {
    out.push_back('\\');
    out.push_back(static_cast<char>(scalar));
  } else if (scalar < 0x20 || is_high(scalar) || is_low(scalar)) {
    append_unit(scalar, out);
  } else {
    uint8_t bytes[4];
    out.append(reinterpret_cast<char *>(bytes), static_cast<size_t>(put(scalar, bytes) - bytes));
  }
}

/// Copies up to the next quote or backslash and returns how many bytes that was.
inline size_t copy_plain(const uint8_t *source, uint8_t *target) {
  size_t done = 0;
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i backslash = _mm_set1_epi8('\\');
  for (;;) {
    __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(source + done));
    _mm_storeu_si128(reinterpret_cast<__m128i *>(target + done), bytes);
    int hits = _mm_movemask_epi8(
        _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash)));
    if (hits != 0) return done + static_cast<size_t>(__builtin_ctz(static_cast<unsigned>(hits)));
    done += 16;
  }
#else
  while (source[done] != '"' && source[done] != '\\') {
    target[done] = source[done];
    done++;
  }
  return done;
#endif
}

/// The length of the valid UTF-8 sequence at `bytes`, or 0.
size_t sequence_length(const uint8_t *bytes, size_t count) {
  uint8_t lead = bytes[0];
  size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3
                : lead < 0xF5 ? 4 : 0;
  if (length == 0 || length > count) return 0;
  for (size_t i = 1; i < length; i++) {
    if ((bytes[i] & 0xC0) != 0x80) return 0;
  }
  if ((lead == 0xE0 && bytes[1] < 0xA0) || (lead == 0xED && bytes[1] >= 0xA0)) return 0;
  if ((lead == 0xF0 && bytes[1] < 0x90) || (lead == 0xF4 && bytes[1] >= 0x90)) return 0;
  return length;
}

}  // namespace

Unescaped unescape(const uint8_t *source, const uint8_t *limit, uint8_t *target) {
  Reading reading = Reading::exact;
  for (;;) {
    size_t plain = copy_plain(source, target);
    source += plain;
    target += plain;
    if (source >= limit) return {nullptr, target, Reading::invalid};
    if (*source == '"') return {source + 1, target, reading};
    source++;
    uint32_t scalar = escape(source, limit);
    if (scalar == kNone) return {nullptr, target, Reading::invalid};
    if (is_high(scalar) || is_low(scalar)) {
      scalar = 0xFFFD;
      reading = Reading::repaired;
    }
    target = put(scalar, target);
  }
}

const uint8_t *canonicalise(const uint8_t *source, const uint8_t *limit, std::string &out) {
  out.push_back('"');
  while (source < limit) {
    uint8_t c = *source++;
    if (c == '"') {
      out.push_back('"');
      return source;
    }
    if (c < 0x20) return nullptr;
    if (c != '\\') {
      out.push_back(static_cast<char>(c));
      continue;
    }
    uint32_t scalar = escape(source, limit);
    if (scalar == kNone) return nullptr;
    append_escaped(scalar, out);
  }
  return nullptr;
}

const uint8_t *skip_string(const uint8_t *source, const uint8_t *limit) {
  while (source < limit) {
    uint8_t c = *source++;
    if (c == '"') return source;
    if (c < 0x20) return nullptr;
    if (c == '\\' && escape(source, limit) == kNone) return nullptr;
  }
  return nullptr;
}

void repair(const uint8_t *bytes, size_t count, std::string &out) {
  bool in_string = false;
  for (size_t i = 0; i < count;) {
    size_t length = sequence_length(bytes + i, count - i);
    if (length == 0) {
      out.append("\xEF\xBF\xBD");
      // One mark for a whole broken sequence, as decoders do: its continuation bytes go with it.
      size_t most = bytes[i] >= 0xF0 ? 4 : bytes[i] >= 0xE0 ? 3 : 2;
      size_t next = i + 1;
      while (next < count && next < i + most && bytes[i] >= 0xC2 && (bytes[next] & 0xC0) == 0x80) {
        next++;
      }
      i = next;
      continue;
    }
    if (in_string && bytes[i] < 0x20) {
      append_unit(bytes[i], out);
    } else if (in_string && bytes[i] == '\\') {
      // An escape stays together; before anything that cannot be one, the backslash is text.
      bool is_escape = i + 1 < count && bytes[i + 1] >= 0x20 && bytes[i + 1] < 0x80;
      out.push_back('\\');
      out.push_back(is_escape ? static_cast<char>(bytes[++i]) : '\\');
    } else {
      in_string ^= bytes[i] == '"';
      out.append(reinterpret_cast<const char *>(bytes + i), length);
    }
    i += length;
  }
}

}  // namespace csj

#include "batch.hpp"
#include "strings.hpp"

namespace csj {

void Source::pad(std::string &buffer) {
  count_ = buffer.size();
  buffer.append(CSJ_PADDING, ' ');
  bytes_ = reinterpret_cast<const uint8_t *>(buffer.data());
}

Outcome Source::attempt(RecordTaker &taker, ElementTaker *elements, bool is_normalised) {
  decoder_.begin(bytes_ + count_, is_normalised, elements);
  ondemand::document document;
  ondemand::object object;
  simdjson::padded_string_view view(bytes_, count_, count_ + CSJ_PADDING);
  decoder_.error = parser_.iterate(view).get(document);
  if (!decoder_.error) decoder_.error = document.get_object().get(object);
  if (decoder_.error) return Outcome::broken;
  Outcome outcome = taker.record(object);
  if (outcome == Outcome::done && !document.current_location().error()) {
    decoder_.error = simdjson::TRAILING_CONTENT;
    outcome = Outcome::broken;
  }
  if (outcome != Outcome::done) taker.roll_back();
  return outcome;
}

int Source::read(
    const uint8_t *bytes, size_t count, bool is_padded, RecordTaker &taker,
    ElementTaker *elements) {
  detail = nullptr;
  was_repaired = false;
  const uint8_t *limit = bytes + count;
  if (count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF) bytes += 3;
  bytes = skip_space(bytes, limit);
  if (bytes == limit) return CSJ_BLANK;
  bytes_ = bytes;
  count_ = static_cast<size_t>(limit - bytes);
  if (count_ > CSJ_MAX_BYTES) return CSJ_TOO_LONG;
  if (!is_padded) {
    padded_.assign(reinterpret_cast<const char *>(bytes_), count_);
    pad(padded_);
  }
  if (*bytes_ != '{') return not_an_object();
  Outcome outcome = attempt(taker, elements, false);
  if (outcome == Outcome::broken && (decoder_.error == simdjson::UTF8_ERROR ||
                                     decoder_.error == simdjson::UNESCAPED_CHARS)) {
    repair_bytes();
    outcome = attempt(taker, elements, false);
  }
  if (outcome == Outcome::not_normal) {
    if (!normalise()) return copier_.is_too_deep ? CSJ_TOO_DEEP : refusal(Outcome::broken);
    outcome = attempt(taker, elements, true);
  }
  return outcome == Outcome::done ? CSJ_OK : refusal(outcome);
}

void Source::repair_bytes() {
  repaired_.clear();
  repair(bytes_, count_, repaired_);
  pad(repaired_);
  was_repaired = true;
}

bool Source::normalise() {
  normal_.clear();
  copier_.restart();
  const uint8_t *limit = bytes_ + count_;
  const uint8_t *end = copier_.copy(bytes_, limit, 1, normal_);
  if (!end || skip_space(end, limit) != limit) {
    decoder_.error = end ? simdjson::TRAILING_CONTENT : simdjson::TAPE_ERROR;
    return false;
  }
  pad(normal_);
  return true;
}

int Source::refusal(Outcome outcome) {
  if (outcome == Outcome::too_deep) return CSJ_TOO_DEEP;
  detail = simdjson::error_message(decoder_.error);
  return CSJ_NOT_JSON;
}

/// Tells JSON that is no object from what is no JSON.
int Source::not_an_object() {
  normal_.clear();
  copier_.restart();
  const uint8_t *limit = bytes_ + count_;
  const uint8_t *end = copier_.copy(bytes_, limit, 1, normal_);
  if (end && skip_space(end, limit) == limit) return CSJ_NOT_AN_OBJECT;
  if (copier_.is_too_deep) return CSJ_TOO_DEEP;
  decoder_.error = end ? simdjson::TRAILING_CONTENT : simdjson::TAPE_ERROR;
  return refusal(Outcome::broken);
}

}  // namespace csj

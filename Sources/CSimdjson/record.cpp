#include "batch.hpp"

using namespace csj;

namespace {

constexpr size_t kMostFields = 32;

/// Takes one flat record by the caller's fields.
class FlatRecord final : public RecordTaker {
 public:
  FlatRecord(csj_batch &batch, const csj_field *fields, size_t count)
      : batch_(batch), schema_{fields_, count} {
    for (size_t i = 0; i < count; i++) {
      Kind kind = fields[i].kind == CSJ_INTEGER   ? Kind::integer
                  : fields[i].kind == CSJ_STRINGS ? Kind::strings
                                                  : Kind::string;
      std::string_view name{fields[i].name, fields[i].name_length};
      fields_[i] = {name, kind, static_cast<uint8_t>(i)};
    }
  }

  Outcome record(ondemand::object &object) override {
    slots = {};
    rest_.clear();
    Outcome outcome = batch_.decoder.object(object, schema_, 1, slots, rest_);
    if (outcome == Outcome::done) remainder = batch_.decoder.seal(rest_, 1);
    return outcome;
  }

  void roll_back() override { batch_.likes.clear(); }

  Slots<kMostFields> slots;
  csj_span remainder{nullptr, 0};

 private:
  csj_batch &batch_;
  Field fields_[kMostFields];
  Schema schema_;
  Remainder rest_;
};

}  // namespace

int csj_batch_decode_record(
    csj_batch *batch, const csj_field *fields, size_t field_count, const uint8_t *bytes,
    size_t count, csj_value *values, csj_span *remainder, csj_problem *problem) {
  batch->reset();
  FlatRecord record(*batch, fields, field_count < kMostFields ? field_count : kMostFields);
  int code = batch->source.read(bytes, count, false, record, nullptr);
  *problem = {0, bytes, count, batch->source.detail, static_cast<uint8_t>(code)};
  *remainder = record.remainder;
  if (code != CSJ_OK) return code;
  for (size_t i = 0; i < field_count; i++) {
    const Slot &slot = record.slots.values[i];
    if (fields[i].is_required && slot.text.count == 0) {
      problem->code = CSJ_MISSING_IDENTIFIER;
      problem->detail = fields[i].name;
      return CSJ_MISSING_IDENTIFIER;
    }
    values[i] = {slot.text, slot.integer, nullptr, 0};
    if (fields[i].kind != CSJ_STRINGS || !record.slots.has(i)) continue;
    const csj_span *list = batch->likes.data() + slot.integer;
    values[i] = {{nullptr, 0}, CSJ_NO_INTEGER, list, slot.text.count};
  }
  return CSJ_OK;
}

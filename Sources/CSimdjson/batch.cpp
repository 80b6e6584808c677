#include "batch.hpp"

#include <cstring>

#include "schemas.hpp"

using namespace csj;

namespace {

uint8_t small(const Slot &slot) {
  return slot.integer == CSJ_NO_INTEGER ? 0 : static_cast<uint8_t>(slot.integer);
}

/// The kind of an item without a `type`, by what it has.
uint8_t inferred_kind(const Slots<kItemSlotCount> &slots) {
  if (slots.has(kText)) return CSJ_KIND_TEXT;
  if (slots.has(kSystem)) return CSJ_KIND_SYSTEM;
  return slots.has(kRtc) ? CSJ_KIND_RTC : CSJ_KIND_OTHER;
}

}  // namespace

Outcome csj_batch::record(ondemand::object &object) {
  Slots<kItemSlotCount> slots;
  rest_.clear();
  Outcome outcome = decoder.object(object, kItemSchema, 1, slots, rest_);
  if (outcome != Outcome::done) return outcome;
  csj_item &item = item_;
  item.item_id = slots.values[kItemId].text;
  item.conv_id = slots.values[kConvId].text;
  item.creator_id = slots.values[kCreatorId].text;
  item.type = slots.values[kType].text;
  item.parent_id = slots.values[kParentId].text;
  item.subject = slots.values[kSubject].text;
  item.content = slots.values[kContent].text;
  item.remainder = decoder.seal(rest_, 1);
  item.creation_time = slots.values[kCreationTime].integer;
  item.modification_time = slots.values[kModificationTime].integer;
  item.like_start = first_like_;
  item.like_count = slots.values[kLikedUserIds].text.count;
  item.attachment_start = first_attachment_;
  item.attachment_count = slots.values[kAttachments].text.count;
  item.kind_is_inferred = !slots.has(kType);
  item.kind = item.kind_is_inferred ? inferred_kind(slots) : small(slots.values[kType]);
  if (item.kind > CSJ_KIND_RTC) item.kind = CSJ_KIND_OTHER;
  item.content_type = small(slots.values[kContentType]);
  item.state = small(slots.values[kState]);
  item.include_in_unread = small(slots.values[kIncludeInUnread]);
  item.is_webhook = small(slots.values[kIsWebhook]);
  return Outcome::done;
}

Outcome csj_batch::take(ondemand::object &object, const Schema &schema) {
  Slots<kAttachmentSlotCount> slots;
  attachment_rest_.clear();
  Outcome outcome = decoder.object(object, schema, 3, slots, attachment_rest_);
  if (outcome != Outcome::done) return outcome;
  csj_attachment file;
  file.file_id = slots.values[kFileId].text;
  file.file_name = slots.values[kFileName].text;
  file.mime_type = slots.values[kMimeType].text;
  file.url = slots.values[kUrl].text;
  file.delete_url = slots.values[kDeleteUrl].text;
  file.creator_id = slots.values[kAttachmentCreatorId].text;
  file.item_id = slots.values[kAttachmentItemId].text;
  file.remainder = decoder.seal(attachment_rest_, 3);
  file.size = slots.values[kSize].integer;
  file.creation_time = slots.values[kAttachmentCreationTime].integer;
  file.modification_time = slots.values[kAttachmentModificationTime].integer;
  attachments.push_back(file);
  return Outcome::done;
}

void csj_batch::roll_back() {
  likes.resize(first_like_);
  attachments.resize(first_attachment_);
}

int csj_batch::refuse(
    const uint8_t *bytes, size_t count, uint64_t line, int code, const char *detail) {
  problems.push_back({line, bytes, count, detail, static_cast<uint8_t>(code)});
  return code;
}

int csj_batch::decode(const uint8_t *bytes, size_t count, bool is_padded, uint64_t line) {
  first_like_ = likes.size();
  first_attachment_ = attachments.size();
  int code = source.read(bytes, count, is_padded, *this, this);
  if (code == CSJ_BLANK) return code;
  if (code != CSJ_OK) return refuse(bytes, count, line, code, source.detail);
  if (item_.item_id.count == 0) {
    roll_back();
    return refuse(bytes, count, line, CSJ_MISSING_IDENTIFIER, "itemId");
  }
  item_.line = line;
  item_.was_repaired = source.was_repaired;
  items.push_back(item_);
  return CSJ_OK;
}

void csj_batch::reset() {
  arena.reset();
  items.clear();
  likes.clear();
  attachments.clear();
  problems.clear();
}

// MARK: - The C interface

csj_batch *csj_batch_create(void) { return new csj_batch; }

void csj_batch_destroy(csj_batch *batch) { delete batch; }

void csj_batch_reset(csj_batch *batch) { batch->reset(); }

int csj_batch_decode_line(csj_batch *batch, const uint8_t *bytes, size_t count, uint64_t line) {
  return batch->decode(bytes, count, false, line);
}

void csj_batch_decode_lines(csj_batch *batch, const uint8_t *bytes, size_t count, uint64_t line) {
  const uint8_t *limit = bytes + count;
  while (bytes < limit) {
    auto rest = static_cast<size_t>(limit - bytes);
    auto end = static_cast<const uint8_t *>(std::memchr(bytes, '\n', rest));
    if (!end) end = limit;
    batch->decode(bytes, static_cast<size_t>(end - bytes), true, line++);
    bytes = end + 1;
  }
}

size_t csj_batch_byte_count(const csj_batch *batch) {
  return batch->arena.byte_count() + batch->items.size() * sizeof(csj_item) +
         batch->likes.size() * sizeof(csj_span) +
         batch->attachments.size() * sizeof(csj_attachment);
}
size_t csj_batch_item_count(const csj_batch *batch) { return batch->items.size(); }
const csj_item *csj_batch_items(const csj_batch *batch) { return batch->items.data(); }
const csj_span *csj_batch_likes(const csj_batch *batch) { return batch->likes.data(); }
const csj_attachment *csj_batch_attachments(const csj_batch *batch) {
  return batch->attachments.data();
}
size_t csj_batch_problem_count(const csj_batch *batch) { return batch->problems.size(); }
const csj_problem *csj_batch_problems(const csj_batch *batch) { return batch->problems.data(); }

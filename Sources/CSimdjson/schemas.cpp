#include "schemas.hpp"

namespace csj {
namespace {

constexpr Field field(std::string_view name, Kind kind, uint8_t slot) {
  return {name, kind, slot};
}

constexpr Field nested(std::string_view name, Kind kind, uint8_t slot, const Schema *schema) {
  return {name, kind, slot, nullptr, 0, schema};
}

template <size_t N>
constexpr Field word(std::string_view name, uint8_t slot, const std::string_view (&words)[N]) {
  return {name, Kind::word, slot, words, N};
}

// In the order of the CSJ_ constants behind the one for absence.
constexpr std::string_view kTypes[] = {"TEXT", "SYSTEM", "RTC"};
constexpr std::string_view kContentTypes[] = {"PLAIN", "RICH"};
constexpr std::string_view kStates[] = {"CREATED", "EDITED", "DELETED"};

constexpr Field kAttachmentFields[] = {
    field("fileId", Kind::string, kFileId),
    field("fileName", Kind::string, kFileName),
    field("mimeType", Kind::string, kMimeType),
    field("size", Kind::integer, kSize),
    field("url", Kind::string, kUrl),
    field("itemId", Kind::string, kAttachmentItemId),
    field("creationTime", Kind::integer, kAttachmentCreationTime),
    field("modificationTime", Kind::integer, kAttachmentModificationTime),
    field("creatorId", Kind::string, kAttachmentCreatorId),
    field("deleteUrl", Kind::string, kDeleteUrl),
};
constexpr Schema kAttachmentSchema = {kAttachmentFields, kAttachmentSlotCount};
static_assert(sizeof kAttachmentFields / sizeof(Field) == kAttachmentSlotCount);

constexpr Field kTextFields[] = {
    field("content", Kind::string, kContent),
    word("contentType", kContentType, kContentTypes),
    word("state", kState, kStates),
    field("subject", Kind::string, kSubject),
    field("parentId", Kind::string, kParentId),
    field("likedUserIds", Kind::strings, kLikedUserIds),
    field("isWebhookMessage", Kind::boolean, kIsWebhook),
};
constexpr Schema kTextSchema = {kTextFields, sizeof kTextFields / sizeof(Field)};

constexpr Field kItemFields[] = {
    field("itemId", Kind::string, kItemId),
    field("convId", Kind::string, kConvId),
    word("type", kType, kTypes),
    field("creatorId", Kind::string, kCreatorId),
    field("creationTime", Kind::integer, kCreationTime),
    field("modificationTime", Kind::integer, kModificationTime),
    field("includeInUnreadCount", Kind::boolean, kIncludeInUnread),
    nested("text", Kind::object, kText, &kTextSchema),
    nested("attachments", Kind::objects, kAttachments, &kAttachmentSchema),
    field("system", Kind::other, kSystem),
    field("rtc", Kind::other, kRtc),
};

}  // namespace

const Schema kItemSchema = {kItemFields, sizeof kItemFields / sizeof(Field)};

}  // namespace csj

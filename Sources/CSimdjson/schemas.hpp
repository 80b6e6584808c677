// The fields of an item, as tables.

#pragma once

#include "decoder.hpp"

namespace csj {

enum ItemSlot : uint8_t {
  kItemId, kConvId, kType, kCreatorId, kCreationTime, kModificationTime, kIncludeInUnread,
  kAttachments, kText, kSystem, kRtc,
  kContent, kContentType, kState, kSubject, kParentId, kLikedUserIds, kIsWebhook,
  kItemSlotCount
};

enum AttachmentSlot : uint8_t {
  kFileId, kFileName, kMimeType, kSize, kUrl, kDeleteUrl, kAttachmentItemId, kAttachmentCreatorId,
  kAttachmentCreationTime, kAttachmentModificationTime,
  kAttachmentSlotCount
};

/// A ConversationItem's members, in the order in which the API gives them.
extern const Schema kItemSchema;

}  // namespace csj

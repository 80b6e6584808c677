/// What a thread of the crew takes up next.
enum SyncTask: Sendable {
  /// Reading a conversation.
  case conversation(ConversationJob)
  /// Asking who someone is.
  case person(userId: String)
}

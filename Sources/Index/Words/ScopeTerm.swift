/// The exact terms that scope filters look for in the full-text index, in its column `terms`.
///
/// Words never begin with an uppercase ASCII letter, so a first letter is a name space, as in Xapian's convention:
///
/// | term | meaning |
/// |---|---|
/// | `C12` | lies in the conversation 12 |
/// | `S7` | was written by the person 7 |
/// | `Tsystem`, `Trtc`, `T…` | has this type; TEXT items carry none |
/// | `M…` | mentions the person with this userId |
/// | `Nword` | a word of a file's name |
/// | `Epdf` | has a file with this extension |
/// | `Xfile`, `Xlink`, `Xmention`, `Xreply`, `Xquestion`, `Xwebhook`, `Xedited`, `Xdeleted` | has this property |
///
/// Only what cannot change without the item being written anew is a term. Likes, flags and labels are rows.
public enum ScopeTerm {
  /// Properties that are terms.
  public enum Property: String, Sendable, CaseIterable {
    /// Has an attachment.
    case file
    /// Its text has a link.
    case link
    /// Its text mentions someone.
    case mention
    /// Has a `parentId`.
    case reply
    /// Has a sentence that ends in a question mark.
    case question
    /// Came by a webhook.
    case webhook
    /// Its state is EDITED.
    case edited
    /// Its state is DELETED.
    case deleted
  }

  /// The longest a term gets, in bytes; longer ones are cut, alike when indexed and when looked for.
  static let longest = 64

  /// Lies in a conversation, by its dense id.
  public static func conversation(_ id: Int64) -> [UInt8] { Array("C\(id)".utf8) }
  /// Was written by a person, by the dense id.
  public static func sender(_ id: Int64) -> [UInt8] { Array("S\(id)".utf8) }
  /// Has a property.
  public static func property(_ property: Property) -> [UInt8] {
    Array("X\(property.rawValue)".utf8)
  }
  /// Has a type other than TEXT, by the API's name.
  public static func type(_ name: some StringProtocol) -> [UInt8] {
    made(UInt8(ascii: "T"), name.lowercased().utf8)
  }
  /// Mentions a person, by the API's userId.
  public static func mention(_ userID: some StringProtocol) -> [UInt8] {
    made(UInt8(ascii: "M"), userID.utf8)
  }
  /// Has a file with an extension, without its dot.
  public static func fileExtension(_ name: some StringProtocol) -> [UInt8] {
    made(UInt8(ascii: "E"), name.lowercased().utf8)
  }
  /// The ending of a file's cleaned name, without its dot; nil where it has none.
  public static func fileEnding(of name: some BidirectionalCollection<UInt8>) -> String? {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...]
    return ending.isEmpty ? nil : String(decoding: ending, as: UTF8.self)
  }
  /// Has a file whose name holds a word; `token` comes from the analysis.
  public static func fileNameWord(_ token: some Collection<UInt8>) -> [UInt8] {
    made(UInt8(ascii: "N"), token)
  }

  /// The prefix letter and the bytes: spaces and controls would split the term, so they become `_`.
  static func made(_ prefix: UInt8, _ bytes: some Collection<UInt8>) -> [UInt8] {
    var term = [prefix]
    term.reserveCapacity(min(bytes.count + 1, longest))
    for byte in bytes.prefix(longest - 1) { term.append(byte <= 0x20 ? UInt8(ascii: "_") : byte) }
    return term
  }
}

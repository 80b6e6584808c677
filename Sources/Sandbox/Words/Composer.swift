/// Writes what people say, into the line that is being made.
struct Composer {
  /// What a message is there for; it decides which sentences it has.
  enum Role: Sendable {
    case question
    case answer
    case statement
    case chat
    case announcement
    case webhook
  }

  /// Where and how something is said.
  struct Setting: Sendable {
    var isRich: Bool
    var tongue: TongueName
    let subject: Int
    let project: Int
    let room: Int
  }

  let book: Phrasebook
  let rooms: Rooms
  /// The identifiers of all people, 36 bytes each.
  let userIDs: [UInt8]
  var chance: SplitMix
  var line: ByteBuffer
  /// Moves on with every statement, so that a message does not say the same thing twice.
  private var cursor = 0
  /// Where `line` has the last link that was written.
  var link: Range<Int>?

  init(book: Phrasebook, rooms: Rooms, userIDs: [UInt8], seed: UInt64) {
    self.book = book
    self.rooms = rooms
    self.userIDs = userIDs
    chance = SplitMix(seed: seed, concern: 4)
    line = ByteBuffer(capacity: 1 << 16)
  }

  /// How many sentences messages have, each as often as it occurs in 100.
  private static let lengths: [Int] =
    Array(repeating: 1, count: 28) + Array(repeating: 2, count: 26) + Array(repeating: 3, count: 18)
    + Array(repeating: 4, count: 11) + Array(repeating: 5, count: 7) + Array(repeating: 6, count: 4)
    + [7, 8, 9, 10, 13, 32]

  /// Writes the content of a message.
  mutating func content(_ role: Role, _ setting: Setting) {
    link = nil
    cursor = chance.below(1_000)
    let isShort = role == .chat || role == .webhook
    let count = isShort ? 1 : Composer.lengths[chance.below(Composer.lengths.count)]
    if setting.isRich, count > 2, chance.perMille(60) {
      list(of: count, role, setting)
    } else {
      paragraph(of: count, role, setting)
    }
    guard !isShort else { return }
    if chance.perMille(50) { extra(.mention, setting) }
    if chance.perMille(15) { extra(.hashtag, setting) }
    if chance.perMille(40) { extra(.emoji, setting) }
    if chance.perMille(3) { trace(setting) }
    // And now and then somebody pastes a whole log.
    if chance.below(5_000) == 0 { for _ in 0..<40 { trace(setting) } }
  }

  private mutating func paragraph(of count: Int, _ role: Role, _ setting: Setting) {
    sentence(role, setting)
    for _ in 1..<max(count, 1) {
      if chance.perMille(120) {
        breakLine(setting)
      } else {
        append(book.voices[setting.tongue.rawValue].gap, setting)
      }
      sentence(.statement, setting)
    }
  }

  private mutating func list(of count: Int, _ role: Role, _ setting: Setting) {
    let isNumbered = chance.perMille(300)
    sentence(role, setting)
    line.append(isNumbered ? "<ol>" : "<ul>")
    for _ in 1..<count {
      line.append("<li>")
      sentence(.statement, setting)
      line.append("</li>")
    }
    line.append(isNumbered ? "</ol>" : "</ul>")
  }

  private mutating func extra(_ slot: Slot, _ setting: Setting) {
    append(book.voices[setting.tongue.rawValue].gap, setting)
    fill(slot, setting)
  }

  mutating func breakLine(_ setting: Setting) { line.append(setting.isRich ? "<br>" : "\\n") }

  /// Writes one sentence.
  mutating func sentence(_ role: Role, _ setting: Setting) {
    let templates = list(for: role, setting)
    cursor += 1 + chance.below(3)
    template(book.templates[templates.start + cursor % templates.count], setting)
  }

  /// Writes the parts `range` of the book, slots filled.
  mutating func template(_ range: Range<Int>, _ setting: Setting) {
    for index in range {
      switch book.parts[index] {
      case .text(let piece): append(piece, setting)
      case .slot(let slot): fill(slot, setting)
      }
    }
  }

  private mutating func list(for role: Role, _ setting: Setting) -> TemplateList {
    let voice = book.voices[setting.tongue.rawValue]
    switch role {
    case .question: return voice.questions
    case .answer: return voice.answers
    case .chat: return voice.chat
    case .announcement: return voice.announcements
    case .webhook: return book.webhookLines
    case .statement:
      return chance.perMille(350) ? voice.subjects[setting.subject].sentences : voice.statements
    }
  }

  mutating func append(_ piece: Piece, _ setting: Setting) {
    let range = setting.isRich ? piece.rich : piece.plain
    line.append(book.bytes, Int(range.lowerBound)..<Int(range.upperBound))
  }

  mutating func append(_ index: Int, _ setting: Setting) { append(book.pieces[index], setting) }

  /// Writes one of `list`, the first ones more often.
  mutating func one(of list: PieceList, _ setting: Setting) {
    append(list.start + chance.skewed(below: list.count), setting)
  }
}

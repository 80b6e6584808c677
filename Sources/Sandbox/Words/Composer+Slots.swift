extension Composer {
  /// Writes what stands in a slot.
  mutating func fill(_ slot: Slot, _ setting: Setting) {
    let voice = book.voices[setting.tongue.rawValue]
    switch slot {
    case .noun: noun(setting)
    case .rareWord: rareWord(setting)
    case .project: project(setting)
    case .ticket: ticket(setting)
    case .link: address(setting)
    case .mention: mention(setting)
    case .hashtag: hashtag(setting)
    case .file: fileName(setting)
    case .code: code(setting)
    case .number: number()
    case .hour: hour()
    case .weekday: append(voice.weekdays.start + chance.below(voice.weekdays.count), setting)
    case .emoji: emoji(setting)
    case .customer: append(book.customers.start + chance.below(book.customers.count), setting)
    case .version: version()
    case .givenName:
      append(book.givenNames.start + rooms.member(of: setting.room, &chance), setting)
    }
  }

  private mutating func noun(_ setting: Setting) {
    let voice = book.voices[setting.tongue.rawValue]
    let hasCommon = voice.commonNouns.count > 0
    if hasCommon, chance.perMille(300) {
      one(of: voice.adjectives, setting)
      line.append(" ")
    }
    switch chance.below(100) {
    case ..<18: spellRareWord(setting)
    case ..<45 where hasCommon: one(of: voice.commonNouns, setting)
    default: one(of: voice.subjects[setting.subject].nouns, setting)
    }
  }

  private mutating func number() {
    line.append(number: 2 + (chance.perMille(400) ? chance.skewed(below: 97) : chance.below(97)))
  }

  private mutating func rareWord(_ setting: Setting) {
    let isBold = setting.isRich && chance.perMille(60)
    if isBold { line.append("<b>") }
    spellRareWord(setting)
    if isBold { line.append("</b>") }
  }

  /// Writes a rare word without any markup.
  mutating func spellRareWord(_ setting: Setting) {
    let words = book.voices[setting.tongue.rawValue].rareWords
    let rank = words.draw(&chance)
    words.spell(rank) { append($0, setting) }
  }

  private mutating func project(_ setting: Setting) {
    if chance.perMille(600) {
      append(book.projects.start + setting.project, setting)
    } else {
      append(book.projects.start + chance.below(book.projects.count), setting)
    }
  }

  private mutating func ticket(_ setting: Setting) {
    append(book.voices[setting.tongue.rawValue].subjects[setting.subject].ticketKey, setting)
    line.append("-")
    line.append(number: 1 + chance.skewed(below: 60_000))
  }

  private mutating func address(_ setting: Setting) {
    if setting.isRich { line.append("<a href=\\\"") }
    let start = line.count
    append(book.hosts.start + chance.skewed(below: book.hosts.count), setting)
    // Addresses are ASCII, whatever the language around them.
    var english = setting
    english.tongue = .english
    spellRareWord(english)
    line.append("/")
    line.append(number: 1 + chance.skewed(below: 9_999))
    let range = start..<line.count
    link = range
    guard setting.isRich else { return }
    line.append("\\\">")
    if chance.perMille(800) {
      line.append(copyOf: range)
    } else {
      spellRareWord(english)
    }
    line.append("</a>")
  }

  private mutating func mention(_ setting: Setting) {
    let person = rooms.member(of: setting.room, &chance)
    if setting.isRich {
      line.append("<span class=\\\"mention\\\" abbr=\\\"")
      append(userID: person)
      line.append("\\\">")
    }
    line.append("@")
    append(book.displayNames.start + person, setting)
    if setting.isRich { line.append("</span>") }
  }

  /// Writes the identifier of a person.
  mutating func append(userID person: Int) {
    line.append(userIDs, person * 36..<(person + 1) * 36)
  }

  private mutating func hashtag(_ setting: Setting) {
    let tag = book.hashtags.start + chance.skewed(below: book.hashtags.count)
    if setting.isRich {
      line.append("<span class=\\\"hashtag\\\" abbr=\\\"")
      append(tag, setting)
      line.append("\\\">")
    }
    line.append("#")
    append(tag, setting)
    if setting.isRich { line.append("</span>") }
  }

  /// Writes a file name: a stem, mostly a word and a number, an ending.
  mutating func fileName(_ setting: Setting) {
    fileName(type: fileType(), setting)
  }

  /// Draws a file type.
  mutating func fileType() -> Int {
    var point = chance.below(100)
    for (index, type) in CommonWords.fileTypes.enumerated() {
      point -= type.share
      if point < 0 { return index }
    }
    return 0
  }

  /// Writes a file name of the type `type`.
  mutating func fileName(type: Int, _ setting: Setting) {
    append(book.fileStems.start + chance.skewed(below: book.fileStems.count), setting)
    if chance.perMille(650) {
      line.append("_")
      spellRareWord(setting)
    }
    line.append(chance.perMille(500) ? "_v" : "-")
    line.append(number: 1 + chance.skewed(below: 400))
    line.append(".")
    append(book.fileEndings.start + type, setting)
  }

  private mutating func code(_ setting: Setting) {
    let isMarked = setting.isRich && chance.perMille(500)
    if isMarked { line.append("<span class=\\\"rich-text-highlight\\\">") }
    one(of: book.code, setting)
    if isMarked { line.append("</span>") }
  }

  private mutating func hour() {
    line.append(twoDigits: 8 + chance.below(11))
    line.append(":")
    line.append(twoDigits: 15 * chance.below(4))
  }

  private mutating func emoji(_ setting: Setting) {
    one(of: setting.isRich && chance.perMille(300) ? book.emojiReferences : book.emoji, setting)
  }

  private mutating func version() {
    line.append(number: 1 + chance.below(5))
    line.append(".")
    line.append(number: chance.below(10))
    if chance.perMille(400) {
      line.append(".")
      line.append(number: chance.below(20))
    }
  }

  /// Writes a stack trace, as people paste them.
  mutating func trace(_ setting: Setting) {
    var english = setting
    english.tongue = .english
    for _ in 0..<3 + chance.skewed(below: 40) {
      breakLine(setting)
      line.append("at com.nordwind.")
      spellRareWord(english)
      line.append(".")
      spellRareWord(english)
      line.append("(")
      spellRareWord(english)
      line.append(".java:")
      line.append(number: 1 + chance.below(900))
      line.append(")")
    }
  }
}

/// Everything that can be said in the tenant, ready to be written.
struct Phrasebook: Sendable {
  /// What can be said in one language.
  struct Voice: Sendable {
    let gap: Piece
    let weekdays: PieceList
    let statements: TemplateList
    let questions: TemplateList
    let answers: TemplateList
    let chat: TemplateList
    let announcements: TemplateList
    let adjectives: PieceList
    let commonNouns: PieceList
    let rareWords: RareWordMaker
    let subjects: [Theme]
  }

  /// What is said about one subject.
  struct Theme: Sendable {
    let topics: TemplateList
    let nouns: PieceList
    let sentences: TemplateList
    let ticketKey: Piece
  }

  let bytes: [UInt8]
  let pieces: [Piece]
  let parts: [TemplatePart]
  let templates: [Range<Int>]
  let voices: [Voice]
  let webhookLines: TemplateList
  let projects: PieceList
  let customers: PieceList
  let hashtags: PieceList
  let emoji: PieceList
  /// The same as HTML character references.
  let emojiReferences: PieceList
  let code: PieceList
  let hosts: PieceList
  let fileStems: PieceList
  let fileEndings: PieceList
  let mimeTypes: PieceList
  /// People's names as shown, and their given names, in the order of the people.
  let displayNames: PieceList
  let givenNames: PieceList

  init(people: [Person]) {
    var lexicon = Lexicon()
    var book = TemplateBook()
    voices = Tongue.all.map { Phrasebook.voice($0, &book, &lexicon) }
    webhookLines = book.list(WebhookLines.all, into: &lexicon)
    projects = lexicon.list(CommonWords.projects)
    customers = lexicon.list(CommonWords.customers)
    hashtags = lexicon.list(CommonWords.hashtags)
    emoji = lexicon.list(CommonWords.emoji)
    emojiReferences = lexicon.list(
      verbatim: CommonWords.emoji.map { emoji in
        emoji.unicodeScalars.map { "&#\($0.value);" }.joined()
      }
    )
    code = lexicon.list(CommonWords.code)
    hosts = lexicon.list(CommonWords.hosts)
    fileStems = lexicon.list(CommonWords.fileStems)
    fileEndings = lexicon.list(CommonWords.fileTypes.map(\.ending))
    mimeTypes = lexicon.list(CommonWords.fileTypes.map(\.mimeType))
    displayNames = lexicon.list(people.map(\.displayName))
    givenNames = lexicon.list(people.map(\.given))
    bytes = lexicon.bytes
    pieces = lexicon.pieces
    parts = book.parts
    templates = book.templates
  }

  private static func voice(
    _ tongue: Tongue,
    _ book: inout TemplateBook,
    _ lexicon: inout Lexicon
  ) -> Voice {
    Voice(
      gap: lexicon.piece(tongue.gap),
      weekdays: lexicon.list(wordsOf: tongue.weekdays),
      statements: book.list(tongue.statements, into: &lexicon),
      questions: book.list(tongue.questions, into: &lexicon),
      answers: book.list(tongue.answers, into: &lexicon),
      chat: book.list(tongue.chat, into: &lexicon),
      announcements: book.list(tongue.announcements, into: &lexicon),
      adjectives: lexicon.list(wordsOf: tongue.adjectives),
      commonNouns: lexicon.list(wordsOf: tongue.commonNouns),
      rareWords: RareWordMaker(tongue.rareWords, into: &lexicon),
      subjects: tongue.subjects.map { subject in
        Theme(
          topics: book.list(subject.topics, into: &lexicon),
          nouns: lexicon.list(wordsOf: subject.nouns),
          sentences: book.list(subject.sentences, into: &lexicon),
          ticketKey: lexicon.piece(subject.ticketKey)
        )
      }
    )
  }
}

import Testing

@testable import Arguments

@Suite struct CompletionTests {
  @Test func valuesAreCompletedAfterTheirType() throws {
    let infos = Search.argumentInfos + Load.argumentInfos
    func completion(_ name: String) -> ArgumentCompletion? {
      infos.first { $0.names.contains(name) || $0.valueName == name }?.completion
    }
    #expect(completion("--format") == .words(["table", "json", "ids"]))
    #expect(completion("--db") == .files)
    #expect(completion("more") == .files)
    #expect(completion("--from") == .nothing)
    #expect(completion("--color") == .nothing)
  }

  @Test func tableMaySayMoreThanTheType() {
    let argument = Argument<Search>.option("--db", to: \.shared.database, value: "x", help: "X.")
    #expect(argument.completing(.folders).rows.map(\.info.completion) == [.folders])
  }

  @Test(
    arguments: [
      ("word", "word"), ("~/x", "'~/x'"), ("", "''"), ("it's", #"'it'\''s'"#), ("a b", "'a b'"),
      ("$(x)", "'$(x)'"), ("@-a.b/c:d", "@-a.b/c:d"), ("é", "'é'"),
    ]
  )
  func wordsAreQuotedForTheShell(text: String, expected: String) {
    #expect(text.shellQuoted == expected)
  }

  @Test func descriptionIsTheFirstSentence() {
    #expect("Show it. Then go.".gist == "Show it")
    #expect("Of 1.5 times".gist == "Of 1.5 times")
  }

  @Test func negationsAreOffered() {
    for shell in CompletionShell.allCases {
      let script = shell.script(for: sample.info)
      #expect(script.contains(shell == .fish ? "-l no-mark" : "--no-mark"))
    }
  }

  @Test func noTextOfTheTableIsCode() {
    let evil = "it's $(touch x) `y` [z]: \\ \"q\""
    let program = ProgramInfo(
      name: "tool",
      version: "1",
      summary: "",
      sections: [
        .init(
          title: "",
          commands: [
            CommandInfo(
              path: ["go"],
              summary: evil,
              discussion: "",
              examples: [],
              arguments: [
                ArgumentInfo(
                  form: .option(value: "v"),
                  names: ["--name"],
                  help: evil,
                  choices: [],
                  isRepeatable: false,
                  completion: .words(["it's"])
                )
              ],
              commands: [],
              shorthand: nil
            )
          ]
        )
      ]
    )
    #expect(CompletionShell.bash.script(for: program).contains(#"_tool_offer 'it'\''s'"#))
    #expect(
      CompletionShell.fish.script(for: program)
        .contains(#"-d 'it\'s $(touch x) `y` [z]: \\ "q"'"#)
    )
    #expect(
      CompletionShell.zsh.script(for: program)
        .contains(#"[it'\''s \$\(touch x\) \`y\` \[z\]\: \\ \"q\"]"#)
    )
  }
}

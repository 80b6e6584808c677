import Testing

@testable import Arguments

@Suite struct ManualPageTests {
  @Test(
    arguments: [
      ("plain words", "plain words"),
      ("a -n \\", #"a \-n \e"#),
      ("'x' `y` \"z\"", #"\(aqx\(aq \(gay\(ga \(dqz\(dq"#),
      ("~/x^2", #"\(ti/x\(ha2"#),
      ("… 😀", #"\[u2026] \[u1F600]"#),
      ("a\n.b\u{1B}c", "a .b c"),
    ]
  )
  func textIsWrittenSoThatItShowsAsItIs(text: String, expected: String) {
    #expect(RoffText.escaped(text) == expected)
  }

  @Test func noTextIsARequest() {
    #expect(RoffText.line(".so /etc/passwd") == "\\&.so /etc/passwd\n")
    #expect(RoffText.line("'so x") == "\\(aqso x\n")
    let wrapped = RoffText.lines("word " + String(repeating: "x", count: 72) + " .sh rest")
    #expect(wrapped.hasSuffix("x\n\\&.sh rest\n"))
  }

  @Test func hostileTableMakesAHarmlessPage() {
    let evil = ".de x\n'so y \\*[z] \"q\" .ig"
    let argument = ArgumentInfo(
      form: .option(value: evil),
      names: ["--name"],
      help: evil,
      choices: [evil],
      isRepeatable: true
    )
    let program = ProgramInfo(
      name: evil,
      version: evil,
      summary: evil,
      sections: [
        .init(
          title: evil,
          commands: [
            CommandInfo(
              path: [evil],
              summary: evil,
              discussion: evil + "\n\n  " + evil,
              examples: [Example(evil, evil)],
              arguments: [argument],
              commands: [],
              shorthand: nil
            )
          ]
        )
      ]
    )
    let entry = Manual.Entry(evil, evil)
    let page = program.manualPage(
      Manual(description: evil, statuses: [entry], environment: [entry], files: [entry])
    )
    let macros: Set = ["TH", "SH", "SS", "PP", "TP", "B", "I", "IR", "EX", "EE"]
    for line in page.split(separator: "\n") {
      #expect(line.first != "'")
      #expect(line.first != "." || macros.contains(String(line.dropFirst().prefix { $0 != " " })))
      #expect(!line.contains("\\*"))
    }
  }

  @Test func sharedOptionsAreSaidOnce() {
    let page = sample.info.manualPage(
      Manual(description: "", statuses: [], environment: [], files: [])
    )
    #expect(page.contains(".SS trawl search [options] [<word> \\[u2026]]\n"))
    #expect(page.contains(".B \\-n, \\-\\-limit <count>\nMost results to show. (default: 20)\n"))
    #expect(page.contains(".SS trawl query run [options]\n"))
    #expect(!page.contains(".SH EXIT STATUS"))
  }
}

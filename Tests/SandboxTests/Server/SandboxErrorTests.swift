import Sandbox
import Testing

/// What the server's errors say.
@Suite struct SandboxErrorTests {
  @Test(arguments: [
    (
      SandboxError.noServerLibrary(reason: "libmicrohttpd.so.12: no such file"),
      "the sandbox's server needs libmicrohttpd; install Debian's libmicrohttpd12 "
        + "(libmicrohttpd.so.12: no such file)"
    ),
    (.portRefused(port: 80, code: 13), "cannot listen on port 80: Permission denied"),
    (.noSuchUser("x"), "the tenant has no user 'x'"),
    (
      .tooFewUsers(wanted: 3, has: 2),
      "3 accounts are wanted, and the tenant has only 2 users for them"
    ),
    (.refused(path: "p", operation: .read, code: 21), "cannot read 'p': Is a directory"),
  ])
  func sentence(error: SandboxError, text: String) {
    #expect(error.description == text)
  }

  @Test func refusalsNameTheirStatus() {
    #expect(SandboxRefusal(status: 400, "no").description == "400: no")
  }
}

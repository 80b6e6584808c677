import Testing

@testable import Circuit

@Suite struct BaseURLTests {
  @Test(arguments: [
    ("https://example.org/rest/v2", "https://example.org/rest/v2"),
    ("HTTPS://Example.ORG:8443/rest/v2//", "https://example.org:8443/rest/v2"),
    ("https://example.org", "https://example.org"), ("https://10.0.0.1/", "https://10.0.0.1"),
    ("http://localhost:8080/rest/v2", "http://localhost:8080/rest/v2"),
    ("http://127.255.0.1", "http://127.255.0.1"), ("http://[::1]:80/x", "http://[::1]:80/x"),
    ("https://[2001:db8::1]/rest", "https://[2001:db8::1]/rest"),
  ])
  func addressesAreTaken(text: String, normal: String) throws {
    #expect(try BaseURL(text).text == normal)
  }

  @Test(arguments: [
    "http://example.org", "http://10.0.0.1", "http://128.0.0.1", "http://127.0.0.1.example.org",
    "http://127.0.0.256", "http://127.1", "http://localhost.example.org", "http://[::2]",
    "http://[0:0:0:0:0:0:0:1]",
  ])
  func nothingGoesInTheClearButToThisMachine(text: String) {
    #expect(throws: BaseURLError.notEncrypted(text)) { try BaseURL(text) }
  }

  @Test(arguments: [
    "", "example.org", "ftp://example.org", "https://", "https:///rest", "https://user@example.org",
    "http://localhost:80@example.org", "http://localhost\\@example.org", "https://example.org:0",
    "https://example.org:65536", "https://example.org:", "https://example.org?x",
    "https://example.org/#x", "https://example.org/a b", "https://exa mple.org", "https://é.org",
    "https://[::1", "https://[]", "https://[::1]x", "https://example.org/%2e", "file:///etc/passwd",
  ])
  func whatIsNoPlainAddressIsRefused(text: String) {
    #expect(throws: BaseURLError.notAnAddress(text)) { try BaseURL(text) }
  }

  @Test func tokensAreGrantedAtTheRootOfTheSameHost() throws {
    #expect(
      try BaseURL("https://example.org:8443/rest/v2").tokenURL
        == "https://example.org:8443/oauth/token"
    )
  }
}

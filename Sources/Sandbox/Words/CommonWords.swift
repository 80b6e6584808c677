/// Names and words that all languages of the tenant share.
enum CommonWords {
  static let projects = [
    "Release 4.2", "Lisbon rollout", "Aurora", "Harbour", "Phoenix migration", "Blue Fjord",
    "Project Kestrel", "Campus move", "Price list 2027", "Payroll switch", "Meridian", "Osprey",
    "Data lake", "Tokyo office", "Green fleet", "Single sign-on", "Partner portal", "Quickstep",
    "Atlas", "Customer survey", "Mobile app", "Winter campaign", "São Paulo rollout", "Zephyr",
  ]
  static let customers = [
    "Harbour Freight Lines", "Osei & Sons", "Kastanie Möbel", "Vinhos do Tejo", "Blue Fjord AS",
    "Rei Electronics", "City of Aalen", "Northgate Hospital", "Lumen Energy", "Café Central",
    "Stadtwerke Ulm", "Pacific Rail", "Delgado Hermanos", "Bright Minds School", "Ostermann KG",
  ]
  static let hashtags = [
    "release", "lisbon", "howto", "idea", "urgent", "decision", "lunch", "fyi", "bug", "kudos",
    "onboarding", "security", "customer", "todo", "grüße", "日本",
  ]
  static let emoji = [
    "😀", "👍", "🎉", "😅", "🙏", "🚀", "👋", "😂", "❤️", "🙂", "🤔", "✅", "☕", "🍕", "🐛", "👩‍💻",
  ]
  static let code = [
    "C++", "node.js", "foo_bar", "std::vector<int>", "List<String>", "user_id", "npm install",
    "git rebase -i", "C#", "x86_64", "NullPointerException", "SELECT *", "config.yaml",
    "is_ready()",
    "HTTP/2", "0xDEADBEEF", "a && b", "~/.ssh/config", "docker-compose.yml", "UTF-8", "F#", "i18n",
    "retry_count", "--verbose", "TLS 1.3", "Array.map", "json_extract", "@Override", ".NET", "k8s",
  ]
  static let hosts = [
    "https://wiki.nordwind.example/", "https://git.nordwind.example/core/",
    "https://tickets.nordwind.example/browse/", "https://www.osei.example/docs/",
    "http://status.nordwind.example/", "https://docs.example.org/guide/",
  ]
  static let fileStems = [
    "Minutes", "Contract", "Offer", "Roadmap", "Budget", "Screenshot", "Report", "Notes", "Design",
    "Specification", "Invoice", "Übersicht", "Präsentation", "資料", "Checklist", "Logfile",
  ]

  /// File types: ending, MIME type, typical size in bytes, and how often of 100.
  static let fileTypes: [(ending: String, mimeType: String, byteCount: Int, share: Int)] = [
    ("pdf", "application/pdf", 240_000, 27),
    ("png", "image/png", 180_000, 22),
    (
      "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 60_000, 13
    ),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 45_000, 12),
    (
      "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      1_800_000, 8
    ),
    ("jpg", "image/jpeg", 900_000, 7),
    ("txt", "text/plain", 6_000, 4),
    ("zip", "application/zip", 4_000_000, 3),
    ("csv", "text/csv", 30_000, 2),
    ("mp4", "video/mp4", 40_000_000, 2),
  ]
}

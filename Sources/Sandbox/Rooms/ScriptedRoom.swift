/// The rooms that every tenant has, in the order of their activity: what the demo's searches find
/// happens here.
enum ScriptedRoom: Int, CaseIterable, Sendable {
  case general
  case release
  case rollout
  case support
  case news
  case contracts
  case builds
  case lunch
  case hiring
  case prices

  var topic: String {
    switch self {
    case .general: "General"
    case .release: "Release 4.2"
    case .rollout: "Lisbon rollout"
    case .support: "Support - first line"
    case .news: "Company news"
    case .contracts: "Contracts and legal"
    case .builds: "Build and deploy"
    case .lunch: "Lunch and coffee"
    case .hiring: "Hiring"
    case .prices: "Price list 2027"
    }
  }

  var kind: RoomKind {
    switch self {
    case .general, .news, .builds, .lunch: .community
    case .support: .large
    case .release, .rollout, .contracts, .hiring, .prices: .group
    }
  }

  /// Index into the English subjects.
  var subject: Int {
    switch self {
    case .release, .builds: 0
    case .support: 1
    case .general, .rollout, .news: 5
    case .prices: 6
    case .hiring: 7
    case .contracts: 8
    case .lunch: 9
    }
  }

  /// Index into the projects.
  var project: Int {
    switch self {
    case .rollout: 1
    case .prices: 8
    default: 0
    }
  }
}

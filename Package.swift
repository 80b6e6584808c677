// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with: Swift 6 mode, explicit existentials and imports, and no
/// warning let through.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
  // Debug builds, and so all tests, check exclusive access; in release the checks cost 3 % of an import.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// A module of ours, in `Sources/<name>`.
func module(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of the module `name`, in `Tests/<name>Tests`; they read `files` by path, as golden files.
func tests(
  of name: String,
  uses more: [Target.Dependency] = [],
  files excluded: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "TestSupport"] + more,
    exclude: excluded,
    swiftSettings: strict
  )
}

let package = Package(
  name: "trawl",
  products: [
    .executable(name: "trawl", targets: ["trawl"])
  ],
  targets: [
    // C and C++ libraries from Debian's packages.
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CGumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(
      name: "CCMarkGFM",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    // The C library's own allocator, of which Swift's module has no more than malloc and free.
    .systemLibrary(name: "CMalloc"),
    .target(name: "CCurl"),
    .target(name: "CMicroHTTPD"),
    .target(
      name: "CSimdjson",
      cxxSettings: [.unsafeFlags(["-O3"])],
      linkerSettings: [.linkedLibrary("simdjson")]
    ),

    // Leaves: none of them knows of the others, but `Output` and `Circuit` write dates of `Chronology`.
    module("Chronology"),
    module("SQLite", uses: ["CSQLite"]),
    module("Text", uses: ["CUTF8Proc", "CStemmer"]),
    module("Circuit", uses: ["CSimdjson", "CGumbo", "CCurl", "Chronology"]),
    module("Arguments"),
    module("Output", uses: ["CUTF8Proc", "Chronology"]),
    module("Sandbox", uses: ["CMicroHTTPD"]),

    // The index and what reads or fills it.
    module("Index", uses: ["SQLite", "Text", "Circuit", "CZstd"]),
    module("Ingest", uses: ["Circuit", "Index", "Text", "SQLite", "Output"]),
    module("Search", uses: ["Index", "Text", "SQLite", "Chronology"]),
    module("Reports", uses: ["Index", "SQLite", "Output", "Chronology", "CCMarkGFM"]),

    .executableTarget(
      name: "trawl",
      dependencies: [
        "Arguments", "Output", "Ingest", "Search", "Reports", "Sandbox", "Index", "Circuit",
        "SQLite", "Text", "Chronology", "CMalloc",
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "Benchmark",
      dependencies: [
        "Sandbox", "Ingest", "Search", "Reports", "Index", "Circuit", "Text", "SQLite", "Output",
      ],
      swiftSettings: strict
    ),

    .target(
      name: "TestSupport",
      dependencies: ["Index", "SQLite"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    tests(of: "Chronology"),
    tests(of: "SQLite"),
    tests(of: "Text"),
    tests(of: "Circuit"),
    tests(of: "Arguments"),
    tests(of: "Output", uses: ["Chronology"]),
    tests(of: "Sandbox"),
    tests(of: "Benchmark"),
    tests(of: "Index", uses: ["SQLite", "Text", "Circuit"]),
    tests(of: "Ingest", uses: ["Circuit", "Index", "Text", "SQLite", "Sandbox"]),
    tests(
      of: "Search",
      uses: ["Index", "Ingest", "Text", "SQLite", "Sandbox", "Chronology"],
      files: ["Golden"]
    ),
    tests(
      of: "Reports",
      uses: ["Index", "Ingest", "Output", "SQLite", "Sandbox", "Chronology"],
      files: ["Rendering/Golden"]
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: ["trawl", "Arguments", "Index", "Output", "SQLite", "Sandbox", "TestSupport"],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
  ],
  cxxLanguageStandard: .cxx17
)

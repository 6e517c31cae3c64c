// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

func library(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "stet",
  products: [
    .executable(name: "stet", targets: ["stet"]),
    .executable(name: "stet-server", targets: ["stet-server"]),
    .executable(name: "stet-dev", targets: ["stet-dev"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"])]),
    .systemLibrary(name: "CMarkdown", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .target(name: "CStetData"),
    .target(
      name: "CStetPage",
      exclude: [
        "page.css", "drawing.js", "report.html", "report.js",
        "editor.html", "editor.css", "editing.js", "editor-text.js", "places.js", "questions.js", "editor.js",
      ]),

    library("StetText", []),
    library("StetYAML", ["CYAML"]),
    library("StetSpelling", ["StetText", "CHunspell", "CStetData"]),
    library("StetDocument", ["StetText", "CMarkdown", "CYAML"]),
    library(
      "StetLanguage", ["StetText", "StetDocument", "StetSpelling"], exclude: ["README.md"]),
    library("StetLint", ["StetText", "StetDocument", "StetLanguage", "StetSpelling"]),
    library("StetRules", ["StetText", "StetDocument", "StetSpelling", "StetLanguage", "StetLint"]),
    library(
      "StetPatterns",
      ["StetText", "StetDocument", "StetSpelling", "StetLanguage", "StetLint", "StetYAML"]),
    library(
      "StetVale",
      [
        "StetText", "StetDocument", "StetSpelling", "StetLanguage", "StetLint", "StetYAML", "CMarkdown",
        "CPCRE2",
      ]),
    library(
      "StetConfiguration", ["StetText", "StetDocument", "StetSpelling", "StetLint", "StetYAML"]),
    library(
      "StetReports", ["StetText", "StetDocument", "StetLint", "StetConfiguration", "CStetPage"],
      exclude: ["README.md"]),
    library(
      "StetService",
      [
        "StetText", "StetDocument", "StetSpelling", "StetLanguage", "StetLint", "StetRules",
        "StetPatterns", "StetVale", "StetConfiguration", "StetYAML",
      ]),
    library(
      "StetLSP",
      [
        "StetText", "StetSpelling", "StetDocument", "StetLint", "StetConfiguration", "StetReports",
        "StetService",
      ]),
    .executableTarget(
      name: "stet",
      dependencies: [
        "StetLSP", "StetService", "StetReports", "StetConfiguration", "StetLint", "StetDocument",
        "StetLanguage", "StetSpelling", "StetText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    library(
      "StetWebServer",
      [
        "StetText", "StetDocument", "StetSpelling", "StetLanguage", "StetLint", "StetConfiguration",
        "StetReports", "StetService",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    .executableTarget(
      name: "stet-server",
      dependencies: [
        "StetWebServer", "StetService",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    library("StetTestSupport", []),
    .executableTarget(
      name: "stet-dev",
      dependencies: [
        "StetTestSupport",
        "StetText", "StetSpelling", "StetDocument", "StetLanguage", "StetLint", "StetRules",
        "StetService", "StetReports", "StetVale", "CHunspell",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    tests("LayeringTests", []),
    tests(
      "StetWebServerTests",
      ["StetWebServer", "StetService", .product(name: "NIOPosix", package: "swift-nio")]),
    tests(
      "StetLSPTests", ["StetLSP", "StetService", "StetConfiguration", "StetDocument", "StetLint", "StetText"]),
    tests(
      "StetServiceTests",
      ["StetService", "StetReports", "StetConfiguration", "StetDocument", "StetLint", "StetText"]),
    tests(
      "StetReportsTests",
      ["StetReports", "StetConfiguration", "StetDocument", "StetLint", "StetText"]),
    tests(
      "StetRulesTests",
      [
        "StetTestSupport", "StetService", "StetRules", "StetLint", "StetDocument", "StetLanguage",
        "StetSpelling",
        "StetText",
      ], exclude: ["Articles"]),
    tests("StetTextTests", ["StetText"]),
    tests("StetDocumentTests", ["StetDocument", "StetText"]),
    tests(
      "StetPatternsTests",
      ["StetText", "StetDocument", "StetSpelling", "StetLanguage", "StetLint", "StetPatterns", "StetYAML"]),
    tests(
      "StetValeTests",
      ["StetVale", "StetService", "StetLint", "StetDocument", "StetConfiguration", "StetText", "StetYAML"]),
    tests("StetConfigurationTests", ["StetConfiguration", "StetLint", "StetDocument"]),
    tests("StetLanguageTests", ["StetText", "StetDocument", "StetSpelling", "StetLanguage"]),
    tests("StetSpellingTests", ["StetSpelling"]),
  ]
)

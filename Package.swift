// swift-tools-version: 6.2
import PackageDescription

/// Targets stand in the order of their floors: arrows point only down (see Tools/check-layers).
let package = Package(
  name: "Kinora",
  products: [
    .executable(name: "kinora", targets: ["kinora"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.5.0"),
  ],
  targets: [
    // Floor 0: C at the edge, and the words for sound and threads.
    .systemLibrary(name: "CALSA", pkgConfig: "alsa", providers: [.apt(["libasound2-dev"])]),
    .systemLibrary(name: "CSDL2", pkgConfig: "sdl2", providers: [.apt(["libsdl2-dev"])]),
    .systemLibrary(name: "CGL", pkgConfig: "opengl", providers: [.apt(["libopengl-dev", "libgl-dev"])]),
    .systemLibrary(
      name: "CFFmpeg", pkgConfig: "libavdevice libavformat libavcodec libswscale libswresample libavutil",
      providers: [
        .apt([
          "libavdevice-dev", "libavformat-dev", "libavcodec-dev", "libswscale-dev", "libswresample-dev",
          "libavutil-dev",
        ])
      ]),
    .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .target(name: "Music"),
    .target(name: "Conduits"),
    // Floor 1
    .target(name: "Media", dependencies: ["Music", "CFFmpeg"]),
    .target(name: "Scenery", dependencies: ["Music"]),
    .target(name: "Lettering", dependencies: ["CPango"]),
    .target(name: "Remembering", dependencies: [.product(name: "GRDB", package: "GRDB.swift")]),
    // Floor 2
    .target(name: "Listening", dependencies: ["Music", "Media"]),
    .target(name: "Capture", dependencies: ["Music", "Conduits", "Media", "CALSA"]),
    .target(name: "Directing", dependencies: ["Music", "Scenery"]),
    .target(name: "Staging", dependencies: ["Music", "Conduits", "Scenery", "Media", "CSDL2", "CGL"]),
    // Floor 3
    .target(name: "Session", dependencies: ["Music", "Scenery", "Listening", "Directing"]),
    // Floor 4
    .target(name: "Recording", dependencies: ["Music", "Scenery", "Media", "Session", "Conduits"]),
    .target(name: "Control", dependencies: ["Music", "Scenery", "Directing", "Conduits"]),
    // Floor 5
    .target(
      name: "Performance",
      dependencies: [
        "Music", "Conduits", "Media", "Scenery", "Listening", "Capture", "Directing", "Staging", "Session",
        "Recording", "Control", "Lettering", "Remembering", "Yams",
        .product(name: "Logging", package: "swift-log"),
      ]),
    // Floor 6
    .executableTarget(
      name: "kinora",
      dependencies: ["Performance", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .testTarget(name: "ConduitsTests", dependencies: ["Conduits"]),
    .testTarget(name: "DirectingTests", dependencies: ["Music", "Scenery", "Directing"]),
    .testTarget(name: "SceneryPlanningTests", dependencies: ["Music", "Scenery"]),
    .testTarget(name: "SessionTests", dependencies: ["Music", "Scenery", "Directing", "Session"]),
    .testTarget(name: "ControlTests", dependencies: ["Scenery", "Directing", "Control"]),
    // Benches: never part of the product.
    .target(name: "AllocCount", path: "Tools/Sources/AllocCount"),
    .executableTarget(
      name: "kinora-bench",
      dependencies: [
        "Music", "Media", "Listening", "Scenery", "Capture", "Directing", "Session", "Staging", "Recording",
        "Performance", "CFFmpeg", "AllocCount",
      ],
      path: "Tools/Sources/bench"),
    .target(name: "TestSignals", dependencies: ["Music"], path: "Tests/TestSignals"),
    .testTarget(name: "ListeningTests", dependencies: ["Music", "Listening", "TestSignals"]),
    .testTarget(
      name: "PerformanceTests",
      dependencies: [
        "Performance", "Directing", "Music", "Scenery", "Remembering",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "SceneryTests", dependencies: ["Scenery", "Music"]),
    .testTarget(
      name: "ClipTests",
      dependencies: ["Music", "Scenery", "Media", "Directing", "Staging", "Performance"]),
    .testTarget(
      name: "OverlayTests", dependencies: ["Scenery", "Music", "Lettering", "Staging", "Directing"]),
    .testTarget(name: "StagingTests", dependencies: ["Staging", "Scenery", "Music"]),
    // Tests of what is written: films and takes.
    .target(name: "FilmProbe", path: "Tests/FilmProbe"),
    .executableTarget(
      name: "RecordingVictim", dependencies: ["Recording", "Session", "Media", "Music", "Scenery"],
      path: "Tests/RecordingVictim"),
    .testTarget(name: "SessionLogTests", dependencies: ["Session", "Directing", "Scenery", "Music"]),
    .testTarget(name: "MediaEncodeTests", dependencies: ["Media", "Music", "FilmProbe"]),
    .testTarget(
      name: "RecordingTests",
      dependencies: [
        "Recording", "Session", "Media", "Music", "Scenery", "Conduits", "FilmProbe", "RecordingVictim",
      ]),
    // The whole program, with real windows, devices and files.
    .testTarget(name: "KinoraTests", dependencies: ["kinora", "kinora-bench"]),
    .testTarget(name: "MediaTests", dependencies: ["Media", "Music", "Listening", "TestSignals"]),
    .testTarget(name: "CaptureTests", dependencies: ["Capture", "Media", "Music", "Conduits"]),
  ],
  swiftLanguageModes: [.v6]
)

/// Why a file can't be used as it stands: names it and, where it is known, the line.
public struct FileFault: Error, Sendable, Equatable, CustomStringConvertible {
  public var path: String
  public var line: Int?
  public var reason: String

  public init(path: String, line: Int? = nil, reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  public var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)" }
}

/// Why a preset can't be used.
public typealias PresetError = FileFault

/// What in a file of words can't be used.
public typealias OverlayError = FileFault

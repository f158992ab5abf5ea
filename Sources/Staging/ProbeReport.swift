import Scenery

/// What a preset did when it was tried out.
public struct ProbeReport: Sendable, Equatable {
  public enum Finding: Sendable, Equatable, CustomStringConvertible {
    case unusable(PresetError)
    /// Nothing brighter than a dark room.
    case black
    /// One colour everywhere.
    case flat
    /// The same picture through four bars of music.
    case still
    /// The same pictures for music and for silence.
    case deaf
    /// A pass computes what is no number; `share` of its pixels, 0…1.
    case notANumber(pass: Int, share: Float)
    /// A transition's first picture isn't the outgoing one, by steps of 255.
    case startDiffers(steps: Int)
    case endDiffers(steps: Int)
    /// Half-way, a transition shows one of its two pictures alone.
    case noTransition

    public var description: String {
      switch self {
      case .unusable(let error): error.description
      case .black: "Black: even with loud music the picture stays dark."
      case .flat: "Flat: the whole picture has one colour."
      case .still: "Still: four bars of music don't move it."
      case .deaf: "Deaf: music and silence give the same pictures. Bind an input to a signal."
      case .notANumber(let pass, let share):
        "Not a number: pass \(pass) has a bad root or division in \(Self.percent(share)) of its pixels."
      case .startDiffers(let steps): "At progress 0 it differs from the outgoing picture by \(steps)/255."
      case .endDiffers(let steps): "At progress 1 it differs from the incoming picture by \(steps)/255."
      case .noTransition: "Half-way it shows only one of its two pictures."
      }
    }

    private static func percent(_ share: Float) -> String {
      share < 0.01 ? "less than 1 %" : "\(Int((share * 100).rounded())) %"
    }
  }

  public var path: String
  public var kind: Preset.Kind
  public var findings: [Finding] = []
  /// Largest mean and largest spread of the light, 0…1, while music played.
  public var light: Float = 0
  public var contrast: Float = 0
  /// Largest mean change of the light from half-second to half-second.
  public var motion: Float = 0
  /// Largest mean difference of the light between music and silence.
  public var reaction: Float = 0
  /// Pairs of opposing changes of light a second over a quarter of the picture, while music played (`FlashCount`).
  public var flashesPerSecond: Float = 0

  /// Music and silence give different pictures.
  public var answers: Bool { reaction >= PresetProbe.deafReaction }
  /// More flashes a second than are safe (WCAG 2.2: three).
  public var flashes: Bool { flashesPerSecond > Float(FlashCount.safe) }
  /// Nothing can be seen, or nothing but one colour.
  public var showsNothing: Bool { findings.contains(.black) || findings.contains(.flat) }

  public var isPassed: Bool { findings.isEmpty }

  init(_ preset: Preset) {
    path = preset.path
    kind = preset.kind
  }
}

/// What a performer's hand says about the beat; evidence for the ear, not an order.
public enum Hand: UInt8, Sendable, BitwiseCopyable {
  /// A beat is now.
  case tap
  /// The first beat of a bar is now.
  case downbeat
  case doubleTempo
  case halveTempo
}

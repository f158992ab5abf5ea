/// Carries what belongs to one thread at a time from the thread that made it to the one that uses it from then on.
///
/// Whoever hands it over keeps no reference; the conduit it goes through orders the one's writes before the other's
/// reads.
public struct Handover<Value>: @unchecked Sendable {
  public let value: Value

  public init(_ value: Value) { self.value = value }
}

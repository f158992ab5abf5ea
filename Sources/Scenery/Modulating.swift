/// Who decides what drives a preset: its own header first, then a hand's side file, a measurement, the names.
extension PresetParser {
  /// Completes a header with what its side file and the inputs' names say.
  static func modulate(
    _ header: inout PresetHeader, kind: Preset.Kind, vertexText: String?, digest: String, side: SideFile?
  ) {
    let floats = header.inputs.filter { if case .float = $0.initial { true } else { false } }.map(\.name)
    let factors = [header.shader, vertexText ?? ""].map { SpeedFactors(ShaderWords($0), inputs: floats) }
    header.speeds = floats.filter { name in factors.contains { $0.inputs.contains(name) } }
    let own = header.kinora.bindings
    var bindings = side?.bindings ?? []
    var decided = (side?.still ?? []).union(bindings.map(\.input))
    func add(_ more: [Binding]) {
      bindings += more.filter { !decided.contains($0.input) }
      decided.formUnion(more.map(\.input))
    }
    add(own)
    let measured = side?.measured.flatMap { $0.digest == digest ? $0 : nil }
    if let costs = measured?.costs, !costs.isEmpty { header.kinora.costs = costs }
    // Transitions keep the shape they have: their end frames are a promise.
    if own.isEmpty, kind != .transition {
      if let measured {
        add(measured.bindings)
      } else {
        var rules = NameRules(header, entangled: factors.reduce(into: []) { $0.formUnion($1.entangled) })
        add(rules.bindings(besides: decided))
      }
    }
    header.kinora.bindings = bindings
  }
}

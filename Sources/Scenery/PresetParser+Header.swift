/// From the JSON of a header to its meaning.
struct PresetHeaderReader {
  let path: String
  let json: JSONNode

  func complaint(_ line: Int?, _ reason: String) -> PresetError {
    PresetError(path: path, line: line, reason: reason)
  }

  mutating func header() throws(PresetError) -> PresetHeader {
    guard case .object = json.value else { throw complaint(json.line, "The header is not a JSON object.") }
    var header = PresetHeader()
    header.description = json["DESCRIPTION"]?.text ?? ""
    header.credit = json["CREDIT"]?.text ?? ""
    header.inputs = try inputs()
    header.passes = try passes(inputs: header.inputs)
    header.imports = try imports()
    header.kinora = try kinora(inputs: header.inputs)
    return header
  }

  /// A name that becomes a GLSL uniform.
  func identifier(_ node: JSONNode?, of what: String, line: Int) throws(PresetError) -> String {
    guard let name = node?.text else { throw complaint(line, "\(what) has no NAME.") }
    return try identifier(name, of: what, line: line)
  }

  func identifier(_ name: String, of what: String, line: Int) throws(PresetError) -> String {
    let isWord = name.utf8.enumerated().allSatisfy { place, byte in
      let isLetter = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      return isLetter || byte == UInt8(ascii: "_") || (isDigit && place > 0)
    }
    guard isWord, !name.isEmpty, name.utf8.count <= 64, !name.hasPrefix("gl_") else {
      throw complaint(line, "\(what) is named “\(name.prefix(64))”, which is no GLSL identifier.")
    }
    return name
  }

  // MARK: Passes and images

  private func passes(inputs: [PresetInput]) throws(PresetError) -> [PresetPass] {
    guard let list = json["PASSES"]?.list else { return [] }
    guard list.count <= 64 else { throw complaint(json["PASSES"]?.line, "More than 64 passes.") }
    var passes: [PresetPass] = []
    for node in list { passes.append(try pass(node, inputs: inputs)) }
    if let marks = json["PERSISTENT_BUFFERS"] { markPersistent(&passes, by: marks) }
    return passes
  }

  private func pass(_ node: JSONNode, inputs: [PresetInput]) throws(PresetError) -> PresetPass {
    var pass = PresetPass()
    if let target = node["TARGET"]?.text, !target.isEmpty {
      pass.target = try identifier(target, of: "A pass's TARGET", line: node.line)
    }
    pass.isPersistent = node["PERSISTENT"]?.truth ?? false
    pass.isFloat = node["FLOAT"]?.truth ?? false
    pass.width = try size(node["WIDTH"], inputs: inputs)
    pass.height = try size(node["HEIGHT"], inputs: inputs)
    return pass
  }

  private func size(_ node: JSONNode?, inputs: [PresetInput]) throws(PresetError) -> String? {
    guard let node else { return nil }
    let text: String
    if let string = node.text {
      text = string
    } else if let number = node.number {
      text = "\(number)"
    } else {
      return nil
    }
    if text.allSatisfy({ $0 == " " }) { return nil }
    let expression: SizeExpression
    do {
      expression = try SizeExpression(text)
    } catch {
      throw complaint(node.line, "The size “\(text.prefix(80))” \(error.reason).")
    }
    for name in expression.variables where name != "WIDTH" && name != "HEIGHT" {
      guard inputs.contains(where: { $0.name == name && $0.initial.isNumber }) else {
        throw complaint(
          node.line, "The size “\(text.prefix(80))” names $\(name), which is no float, long or bool input.")
      }
    }
    return text
  }

  /// ISF 1: a list of names, or an object of names with sizes.
  private func markPersistent(_ passes: inout [PresetPass], by marks: JSONNode) {
    for (index, pass) in passes.enumerated() {
      guard let target = pass.target else { continue }
      if marks.list?.contains(where: { $0.text == target }) == true { passes[index].isPersistent = true }
      guard let mark = marks[target] else { continue }
      passes[index].isPersistent = true
      passes[index].isFloat = mark["FLOAT"]?.truth ?? pass.isFloat
      passes[index].width = pass.width ?? mark["WIDTH"]?.text ?? mark["WIDTH"]?.number.map { "\($0)" }
      passes[index].height = pass.height ?? mark["HEIGHT"]?.text ?? mark["HEIGHT"]?.number.map { "\($0)" }
    }
  }

  private func imports() throws(PresetError) -> [PresetImport] {
    guard let node = json["IMPORTED"] else { return [] }
    var imports: [PresetImport] = []
    for member in node.members {
      imports.append(try image(named: member.name, node: member.node))
    }
    for item in node.list ?? [] {
      imports.append(try image(named: item["NAME"]?.text ?? "", node: item))
    }
    return imports
  }

  private func image(named name: String, node: JSONNode) throws(PresetError) -> PresetImport {
    let name = try identifier(name, of: "An imported image", line: node.line)
    if node["TYPE"]?.text?.lowercased() == "cube" {
      let files = (node["PATH"]?.list ?? []).compactMap(\.text)
      guard files.count == 6 else {
        throw complaint(node.line, "The cube map “\(name)” wants a PATH of six files; it has \(files.count).")
      }
      for file in files { try check(file, of: name, line: node.line) }
      return PresetImport(name: name, path: files[0], sides: Array(files[1...]))
    }
    guard let file = node["PATH"]?.text ?? node.text else {
      let several = node["PATH"]?.list != nil
      throw complaint(
        node.line,
        "The imported image “\(name)” has \(several ? "several files; only a cube map has" : "no PATH").")
    }
    try check(file, of: name, line: node.line)
    return PresetImport(name: name, path: file)
  }

  /// Images lie beside the preset or below.
  private func check(_ file: String, of name: String, line: Int) throws(PresetError) {
    let steps = file.split(separator: "/", omittingEmptySubsequences: false)
    let leaves = file.hasPrefix("/") || steps.contains("..") || file.contains("%") || file.contains("\\")
    guard !leaves, !file.isEmpty, file.utf8.count <= 1024, file.utf8.allSatisfy({ $0 >= 32 }) else {
      throw complaint(
        line,
        "The imported image “\(name)” lies at “\(file.prefix(80))”; it must stay inside the preset's folder."
      )
    }
  }
}

extension InputValue {
  /// Whether a size expression may use it.
  var isNumber: Bool {
    switch self {
    case .float, .bool, .long: true
    default: false
    }
  }

  /// Whether it stands for a texture.
  public var isTexture: Bool {
    switch self {
    case .image, .audio, .audioFFT, .soundRows: true
    default: false
    }
  }
}

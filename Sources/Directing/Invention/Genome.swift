/// What an invented scene is made of: a tree of ingredients with their numbers. JSON, so that it can be saved and bred.
public struct Genome: Sendable, Equatable, Codable {
  /// A use of an ingredient.
  public struct Node: Sendable, Equatable, Codable {
    /// Name of the ingredient; “here” is the place that is asked for itself.
    public var use: String
    /// A number for each slot, in the ingredient's order.
    public var genes: [Double]
    /// What it takes, in the signature's order.
    public var from: [Node]

    public init(_ use: String, genes: [Double] = [], from: [Node] = []) {
      self.use = use
      self.genes = genes
      self.from = from
    }

    static let here = Node("here")

    /// This node and all below.
    public var all: [Node] { [self] + from.flatMap(\.all) }
  }

  public var family: InventionFamily
  public var seed: UInt64
  /// Where in the mood plane it was invented, each −1…1.
  public var valence: Double
  public var arousal: Double
  /// Height of the horizon, and where the light hangs; in units of the picture's short side from its middle.
  public var horizon: Double
  public var light: [Double]
  public var root: Node

  /// What it uses, without doubles, in order of appearance.
  public var ingredients: [String] {
    var names: [String] = []
    for node in root.all where node.use != "here" && !names.contains(node.use) { names.append(node.use) }
    return names
  }
}

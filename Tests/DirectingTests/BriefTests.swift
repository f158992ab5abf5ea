import Foundation
import Music
import Scenery
import Testing

@testable import Directing

@Suite("A brief") struct BriefTests {
  static let lexicon = WordNet(file: { name in
    FileManager.default.contents(atPath: "/usr/share/wordnet/\(name)").map { Array($0) }
  })

  private func read(_ text: String) throws -> BriefReading {
    BriefReader(try #require(Self.lexicon, "install wordnet-base")).read(text)
  }

  @Test("is read field by field")
  func fields() throws {
    let reading = try read("a lonely horse runs through rain at night, watercolour")
    #expect(reading[.subjects].map(\.value) == ["horse"])
    #expect(reading[.time].map(\.value) == ["night"] && reading[.weather].map(\.value) == ["rain"])
    #expect(reading[.style].map(\.value) == ["watercolour"])
    #expect(reading[.emotion].map(\.value) == ["loneliness"] && reading[.motion].map(\.value) == ["run"])
    #expect(reading.notUnderstood.isEmpty)
  }

  @Test("a denial holds to the end of its thought, and no further")
  func denials() throws {
    let reading = try read("a city without people, but with rain")
    #expect(reading[.subjects] == [.init("people", isUnwanted: true)])
    #expect(reading[.weather] == [.init("rain")])
    #expect(reading.sentence.contains("no people"))
  }

  @Test("nonsense is said to be none, and nothing is made of it")
  func nonsense() throws {
    let reading = try read("flurbish grommelux")
    #expect(reading.isEmpty && reading.notUnderstood == ["flurbish", "grommelux"])
    #expect(reading.sentence.contains("nothing was understood"))
    #expect(try read("").isEmpty)
  }

  @Test("what is denied of a time is denied, and no more than that")
  func denialOfTimes() throws {
    #expect(try read("a forest, not at night")[.time] == [.init("night", isUnwanted: true)])
    #expect(try read("no people at night")[.time] == [.init("night")])
  }

  @Test("weather in a thing's name is none; beside a thing it is")
  func names() throws {
    let leopard = try read("a snow leopard in the rain forest")
    #expect(leopard[.weather].isEmpty && leopard[.subjects].map(\.value) == ["leopard"])
    #expect(leopard[.setting].map(\.value) == ["forest"])
    #expect(try read("rain over the forest")[.weather] == [.init("rain")])
    #expect(try read("rain clouds")[.weather].map(\.value).contains("rain"))
  }

  // MARK: The whole picture

  @Test("gives the picture the hour's light, the weather and the medium, and nothing it doesn't speak of")
  func staging() throws {
    let casting = BriefCasting(try #require(Self.lexicon, "install wordnet-base"))
    let horse = casting.staging(of: "a lonely horse runs through rain at night, watercolour")
    #expect(horse.look == "moonlight" && horse.filters.map(\.name) == ["falling-rain", "watercolour"])
    let winter = casting.staging(of: "falling snow in the village, no rain, not at night")
    #expect(winter.filters.map(\.name) == ["falling-snow"] && winter.look != "moonlight")
    #expect(
      casting.staging(of: "paper theatre in the snow").filters.map(\.name) == ["cut-paper", "falling-snow"])
    #expect(casting.staging(of: "a wolf and three dancers") == BriefStaging())
    #expect(casting.staging(of: "") == BriefStaging())
  }

  @Test("asks for looks and filters that come along, at most as many as there is room for")
  func stagingIsThere() throws {
    let presets =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path + "/Presets"
    for look in BriefStaging.allLooks {
      #expect(FileManager.default.fileExists(atPath: "\(presets)/Looks/\(look).cube"), "\(look)")
    }
    for filter in BriefStaging.allFilters {
      #expect(FileManager.default.fileExists(atPath: "\(presets)/Filters/\(filter).fs"), "\(filter)")
    }
  }

  // MARK: Casting

  private func scene(_ name: String, _ subject: String, _ description: String) -> Preset {
    var header = PresetHeader()
    header.kinora.subject = subject
    header.description = description
    return .told(name, .scene, header)
  }

  private func intent(_ brief: String) throws -> (intent: Intent, weight: (String) -> Float) {
    let repertoire = Repertoire([
      scene("gallop", "horse", "A horse gallops across a plain."),
      scene("wolf", "wolf", "A wolf trots through a snowed-in forest under the moon."),
      scene("sea", "sea", "A swell rolls in at night."), scene("grid", "swelling grid", "A printed grid."),
      scene("troupe", "dancers", "Five dancers in silhouette."),
      scene("poster", "poster", "A printed poster."),
      scene("chameleon", "chameleon", "A calm chameleon holds on."),
    ])
    let casting = BriefCasting(try #require(Self.lexicon, "install wordnet-base"))
    let intent = casting.intent(of: brief, among: repertoire)
    return (
      intent,
      { name in
        intent.weights[Int(repertoire.index(ofName: name, kind: .scene)?.value ?? 0)]
      }
    )
  }

  @Test("wants the scene that it names most, its kin more than others, and what it doesn't want never")
  func casting() throws {
    let (_, pony) = try intent("a pony at night, no people")
    #expect(pony("gallop") > pony("wolf") && pony("wolf") > pony("grid"))
    #expect(pony("sea") > pony("grid"), "night")
    #expect(pony("troupe") == 0)
  }

  @Test("an animal is one, whatever else its name means; who dances is a dancer; any picture can be calm")
  func senses() throws {
    let (_, child) = try intent("a child")
    #expect(child("chameleon") <= child("grid"), "a fickle person")
    let (_, whale) = try intent("a whale")
    #expect(whale("gallop") > whale("troupe"), "a fat person")
    let (_, horse) = try intent("a horse")
    #expect(horse("poster") <= horse("grid"), "a horse kept at an inn")
    let (_, dance) = try intent("a night of dancing")
    #expect(dance("troupe") > dance("gallop"))
    let (_, calm) = try intent("a calm horse")
    #expect(calm("chameleon") < calm("wolf"))
    #expect(try intent("calm").weight("chameleon") > 1)
  }

  @Test("of one hour stays in it, and of two may run from one to the other")
  func hours() throws {
    func weight(_ idea: String, _ brief: String) throws -> Float {
      let place = try #require(Intent.ideas.firstIndex { $0.name == idea })
      return try intent(brief).intent.ideaWeights[place]
    }
    #expect(try weight("day into night", "a lonely horse at night") < 0.5)
    #expect(try weight("day into night", "from sunset into the night") > 1)
  }

  @Test("sets mood and colours, and leaves alone what it doesn't speak of")
  func moodAndColours() throws {
    let sad = try intent("sad, slow, blue").intent
    #expect(sad.mood.valence < 0 && sad.mood.arousal < 0 && sad.mood.confidence > 0)
    #expect((230...280).contains(sad.hue))
    #expect(try intent("black and white").intent.colourfulness < 0.5)
    let plain = try intent("a horse").intent
    #expect(plain.hue < 0 && plain.colourfulness == 1 && plain.mood.confidence == 0)
  }
}

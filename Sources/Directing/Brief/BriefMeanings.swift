/// The words of a brief's closed fields: each value with words that say it. The lexicon finds more by kinship.
///
/// An underscore joins the words of an idiom. A value that is its own word needs no mention.
struct BriefMeanings: Sendable {
  typealias Entry = (field: BriefReading.Field, value: String)

  private var entries: [String: [Entry]] = [:]
  /// Words of the longest idiom.
  private(set) var longest = 1

  static let all = BriefMeanings()

  private init() {
    for (field, text) in Self.tables {
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: ":")
        let value = String(parts[0])
        let words = parts.count > 1 ? parts[1].split(separator: " ") : []
        for word in [Substring(value)] + words { add(String(word), Entry(field, value)) }
      }
    }
  }

  private mutating func add(_ word: String, _ entry: Entry) {
    let spaced = word.replacing("_", with: " ")
    longest = max(longest, spaced.split(separator: " ").count)
    if !(entries[spaced] ?? []).contains(where: { $0.field == entry.field && $0.value == entry.value }) {
      entries[spaced, default: []].append(entry)
    }
  }

  subscript(word: String) -> [Entry] { entries[word] ?? [] }

  private static let tables: [(BriefReading.Field, String)] = [
    (.setting, setting), (.time, time), (.weather, weather), (.palette, palette), (.style, style),
    (.emotion, emotion), (.motion, motion), (.subjects, subjects),
  ]

  private static let setting = """
    sea:wave lighthouse shipwreck ocean seascape seaside atlantic pacific
    beach:shore seashore sandbank strand
    coast:cliff coastline
    harbour:harbor port quay dock pier
    underwater:undersea seabed reef under_the_sea under_water deep_water deep_sea under_the_ice below_the_waves
    river:stream brook creek torrent
    lake:loch lagoon
    pond:pool puddle
    waterfall:cascade
    ice:frozen glacier icy
    forest:wood woods woodland grove
    jungle:rainforest
    field:meadow prairie pasture cornfield wheatfield plain farmland farm
    savanna:savannah steppe
    marsh:swamp bog reeds wetland
    hill:hillside
    mountain:alp alps peak summit ridge himalaya
    desert:dune sahara
    sky:heaven heavens skies
    space:cosmos universe galaxy outer_space moonscape orbit interstellar above_earth
    garden:park orchard
    cave:cavern grotto
    island:
    city:downtown skyline metropolis rooftop skyscraper urban paris london tokyo new_york
    town:
    village:hamlet
    street:alley gutter avenue pavement boulevard
    road:highway motorway
    path:trail
    bridge:
    tunnel:
    room:bedroom kitchen parlour indoors interior
    corridor:hallway
    ballroom:
    theatre:theater stage opera
    church:cathedral chapel nave abbey
    temple:shrine
    castle:palace fortress
    factory:
    graveyard:cemetery churchyard
    circus:
    """
  private static let time = """
    dawn:sunrise daybreak crack_of_dawn first_light at_5_am early_morning
    day:morning noon midday afternoon daytime daylight
    dusk:sunset twilight evening nightfall sundown golden_hour blue_hour evening_sun
    night:midnight moonlight moonlit nocturne nocturnal starry starlight tonight after_dark late_at_night lullaby it_is_late northern_lights new_year's_eve full_moon
    spring:springtime april may cherry_blossom
    summer:july august midsummer
    autumn:falling_leaves leaves_falling fallen_leaves september october november
    winter:wintry december january
    """
  private static let weather = """
    rain:rainy drizzle downpour raining shower raining_cats_and_dogs pouring_outside it's_pouring monsoon
    snow:snowy snowfall snowing blizzard snowflake
    storm:storm_is_brewing stormy thunderstorm thunder lightning tempest gale hurricane tornado blizzard
    fog:foggy mist misty haze hazy
    wind:windy breeze gale breezy gust
    clear:cloudless sunny sunshine sunlit
    cloud:cloudy overcast clouds
    heat:blazing hot shimmering_heat heatwave
    """
  private static let palette = """
    red:crimson scarlet vermilion blood_red ruby
    orange:
    yellow:lemon
    green:emerald jade
    turquoise:aqua cyan
    teal:
    blue:azure cobalt navy indigo sapphire
    violet:purple lilac lavender mauve
    pink:magenta
    brown:umber
    ochre:
    gold:golden
    silver:silvery quicksilver
    sepia:
    black:pitch_black jet_black
    white:snow_white
    grey:gray
    monochrome:black_and_white no_colour colourless without_colour
    pastel:soft_colours muted
    pale:
    dark:dim gloomy_colours
    bright:vivid colourful glowing luminous saturated primary_colours jewel_tones
    warm:
    cold:icy_colours
    neon:
    """
  private static let style = """
    watercolour:watercolor aquarelle
    gouache:
    ink:sumi-e brush_painting brush_drawing ink_wash calligraphy
    oil:oil_painting oil_paint oils
    impressionist:impressionism monet
    charcoal:
    pencil:sketch
    woodcut:woodblock linocut ukiyo-e
    paper:cut-out papercut origami paper_cut
    stained-glass:stained_glass
    mosaic:
    silhouette:shadow_play
    pixel:8-bit pixel_art 16-bit
    comic:cartoon manga comic_book
    film:movie silent_film 16mm
    photo:photograph photography
    low-poly:low_poly
    embroidery:embroidered needlework
    art-nouveau:art_nouveau
    art-deco:art_deco
    psychedelic:
    abstract:
    chalk:
    collage:
    """
  private static let emotion = """
    joy:joyful happy happiness cheerful glad merry laughter friendly free on_cloud_nine over_the_moon delight jolly cheering celebration
    sadness:sad sorrow melancholy melancholic tears grief gloomy feeling_blue mournful crying heartbroken blues
    calm:peaceful tranquil serene silent silence quiet gentle sleepy still_water peace silently dead_calm soothing rest meditative cosy cozy asleep
    fear:scary terror horror haunting spooky menacing afraid danger paranoid dread frightening creepy eerie
    anger:angry rage furious fury brutal see_red seeing_red violent aggressive
    love:tender tenderness romantic romance affection loving
    loneliness:lonely lone alone solitude lonesome desolate solitary abandoned
    hope:hopeful optimistic from_the_ashes
    wonder:awe majestic enchanted magical mysterious sublime reverent miracle magic
    tension:tense nervous restless suspense anxious stressed butterflies_in_my_stomach storm_is_brewing uneasy
    triumph:triumphant victory heroic proud victorious determined epic
    playfulness:playful mischievous cute funny silly whimsical
    dream:dreamy dreamlike surreal hypnotic trance
    nostalgia:nostalgic memory remember homesick longing thinking_of_you wistful vintage bygone
    excitement:excited energetic wild ecstatic exhilarating euphoric thrilling ecstasy party
    """
  private static let motion = """
    slow:slowly slow_motion gradual unhurried
    fast:quick rapid race racing speeding rush swift roar time_flies
    still:motionless stand_still
    run:gallop galloping sprint stampede herd hunt
    walk:march crawl stroll wander prowl parade tramp
    leap:jump bounce hop
    dance:waltz dancing ballet
    fly:soar glide flutter flying
    float:drift hover weightless
    swim:dive
    sail:
    rise:ascend climb launch upward rising
    fall:tumble drop plunge
    flow:stream pour melt liquid
    spin:whirl rotate swirl turn twirl revolve
    grow:bloom blossom sprout emerge unfold
    zoom:
    explode:erupt burst explosion eruption firework
    swarm:murmuration flock shoal swarming
    pulse:throb beat
    """
  private static let subjects = """
    people:soul person anybody anyone nobody human humans crowd_of_people
    aurora:northern_lights polar_lights
    firework:fireworks
    moon:full_moon
    wave:
    lighthouse:
    phoenix:
    animal:animals
    plant:
    life:
    woman:she
    man:he
    sun:evening_sun
    """
}

import CPango

/// A laid-out text, before it is drawn.
final class TextBlock {
  private let text: String
  private let size: Double
  private let margin: Int
  private let surface: OpaquePointer?
  private let context: OpaquePointer?
  private let layout: OpaquePointer
  private let fontMap: UnsafeMutablePointer<PangoFontMap>?

  init(_ text: String, _ style: LetterStyle, scale: Double) {
    self.text = text
    size = style.size * scale
    margin = Int((max(size, 12) * Lettering.margin).rounded(.up))
    surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 1, 1)
    context = cairo_create(surface)
    // A font map of its own: the thread's usual one keeps fonts of other sizes' hinting.
    fontMap = pango_cairo_font_map_new()
    let pango = pango_font_map_create_context(fontMap)
    let options = cairo_font_options_create()
    // Shapes as they were drawn, whatever this desktop likes: the same pixels everywhere.
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(pango, options)
    pango_cairo_context_set_resolution(pango, 96)
    cairo_font_options_destroy(options)
    guard let layout = pango_layout_new(pango) else { preconditionFailure("Pango is out of memory") }
    self.layout = layout
    g_object_unref(UnsafeMutableRawPointer(pango))
    arrange(style, scale: scale)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(layout))
    if let fontMap { g_object_unref(UnsafeMutableRawPointer(fontMap)) }
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  private func arrange(_ style: LetterStyle, scale: Double) {
    let font = pango_font_description_new()
    pango_font_description_set_family(font, style.family)
    pango_font_description_set_weight(font, PangoWeight(rawValue: UInt32(style.weight.rawValue)))
    pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
    pango_layout_set_width(layout, Int32(style.width) * PANGO_SCALE)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_alignment(layout, style.isCentred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT)
    pango_layout_set_auto_dir(layout, 1)
    if !style.isCentred {
      // Centred lines go each their own way; a block at a side goes the way of its beginning.
      pango_context_set_base_dir(pango_layout_get_context(layout), pango_layout_get_direction(layout, 0))
      if isRightToLeft { pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT) }
      pango_layout_set_auto_dir(layout, 0)
      pango_layout_context_changed(layout)
    }
    pango_layout_set_line_spacing(layout, style.isCentred ? 1.12 : 1.18)
    let first = text.utf8.firstIndex(of: 10).map { text.utf8.distance(from: text.startIndex, to: $0) }
    guard style.restSize != style.size, let first, let list = pango_attr_list_new() else { return }
    func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?, from start: Int) {
      attribute?.pointee.start_index = guint(start)
      if let attribute { pango_attr_list_insert(list, attribute) }
    }
    let rest = Int32((style.restSize * scale * Double(PANGO_SCALE)).rounded())
    add(pango_attr_size_new_absolute(rest), from: first)
    add(
      pango_attr_weight_new(PangoWeight(rawValue: UInt32(LetterStyle.Weight.semibold.rawValue))), from: first)
    pango_layout_set_attributes(layout, list)
    pango_attr_list_unref(list)
  }

  /// Makes the lines about equally long: as narrow as they go without one more.
  func balance() {
    let count = lineCount
    guard count > 1 else { return }
    var fits = Int(pango_layout_get_width(layout) / PANGO_SCALE)
    var tooNarrow = fits / (count + 1)
    while fits - tooNarrow > 4 {
      let middle = (fits + tooNarrow) / 2
      pango_layout_set_width(layout, Int32(middle) * PANGO_SCALE)
      if lineCount <= count && inkWidth <= middle { fits = middle } else { tooNarrow = middle }
    }
    pango_layout_set_width(layout, Int32(fits) * PANGO_SCALE)
  }

  var lineCount: Int { Int(pango_layout_get_line_count(layout)) }

  /// Width that the letters themselves take, pixels.
  var inkWidth: Int { Int(extents.ink.width) }

  private var extents: (ink: PangoRectangle, logical: PangoRectangle) {
    var ink = PangoRectangle()
    var logical = PangoRectangle()
    pango_layout_get_pixel_extents(layout, &ink, &logical)
    return (ink, logical)
  }

  /// The part of the layout that holds anything, pixels, with room for the shadow.
  private var frame: (x: Int, y: Int, width: Int, height: Int) {
    let (ink, logical) = extents
    let left = min(Int(ink.x), Int(logical.x)) - margin
    let top = min(Int(ink.y), Int(logical.y)) - margin
    let right = max(Int(ink.x + ink.width), Int(logical.x + logical.width)) + margin
    let bottom = max(Int(ink.y + ink.height), Int(logical.y + logical.height)) + margin
    return (left, top, right - left, bottom - top)
  }

  func draw(words: [Range<Int>], sideLimit: Int) -> LetteredText? {
    let frame = frame
    let (width, height) = (min(frame.width, sideLimit), min(frame.height, sideLimit))
    guard extents.ink.width > 0, width > 0, height > 0 else { return nil }
    let page = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
    let pen = cairo_create(page)
    defer {
      cairo_destroy(pen)
      cairo_surface_destroy(page)
    }
    cairo_set_source_rgba(pen, 1, 1, 1, 1)
    cairo_move_to(pen, Double(-frame.x), Double(-frame.y))
    pango_cairo_show_layout(pen, layout)
    cairo_surface_flush(page)
    guard let bytes = cairo_image_surface_get_data(page) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(page))
    let letters = Self.rgba(bytes, width: width, height: height, stride: stride)
    let order = WordOrder(boxes: boxes(of: words, x: frame.x, y: frame.y))
    let map = TextMap(letters: letters, width: width, height: height, em: size, order: order)
    return LetteredText(
      width: width, height: height, letters: letters, map: map.pixels, mapWidth: map.width,
      mapHeight: map.height, isRightToLeft: isRightToLeft,
      missing: Int(pango_layout_get_unknown_glyphs_count(layout)), margin: margin, size: size)
  }

  private var isRightToLeft: Bool { pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL }

  /// Where each word stands, line by line: a word may be broken over lines.
  private func boxes(of words: [Range<Int>], x: Int, y: Int) -> [WordOrder.Box] {
    guard !words.isEmpty else { return [] }
    let edges = words.map(\.lowerBound)
    var boxes: [WordOrder.Box] = []
    let iterator = pango_layout_get_iter(layout)
    defer { pango_layout_iter_free(iterator) }
    repeat {
      let place = Int(pango_layout_iter_get_index(iterator))
      guard let word = edges.lastIndex(where: { $0 <= place }) else { continue }
      var cluster = PangoRectangle()
      pango_layout_iter_get_cluster_extents(iterator, nil, &cluster)
      let left = Int(cluster.x / PANGO_SCALE) - x
      let width = Int(cluster.width / PANGO_SCALE)
      let top = Int(cluster.y / PANGO_SCALE) - y
      let height = Int(cluster.height / PANGO_SCALE)
      if let last = boxes.indices.last(where: { boxes[$0].word == word }), boxes[last].top == top {
        boxes[last].left = min(boxes[last].left, left)
        boxes[last].right = max(boxes[last].right, left + width)
      } else {
        boxes.append(
          WordOrder.Box(
            word: word, left: left, right: left + width, top: top, bottom: top + height,
            runsLeft: isRightToLeft(at: place)))
      }
    } while pango_layout_iter_next_cluster(iterator) != 0
    return boxes
  }

  private func isRightToLeft(at byte: Int) -> Bool {
    pango_layout_get_direction(layout, Int32(byte)) == PANGO_DIRECTION_RTL
  }

  /// Cairo's words, blue first in memory here, as RGBA.
  private static func rgba(
    _ bytes: UnsafeMutablePointer<UInt8>, width: Int, height: Int, stride: Int
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 4 * width * height) { out, count in
      for row in 0..<height {
        for column in 0..<width {
          let from = row * stride + 4 * column
          let to = 4 * (row * width + column)
          out[to] = bytes[from + 2]
          out[to + 1] = bytes[from + 1]
          out[to + 2] = bytes[from]
          out[to + 3] = bytes[from + 3]
        }
      }
      count = 4 * width * height
    }
  }
}

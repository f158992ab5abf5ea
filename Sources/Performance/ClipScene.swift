import Foundation
import Media
import Scenery

/// The scene that shows a clip: an ordinary ISF file, made when the clip is opened.
enum ClipScene {
  /// - Parameter survey: nil for a camera.
  static func text(of clip: Clip, title: String, survey: ClipSurvey?) -> String {
    var about: [String: Any] = ["path": clip.path]
    var mood: [String: Any] = ["valence": 0.0, "arousal": 0.1, "reach": 2]
    if clip.isCamera { about["camera"] = true }
    if !clip.digest.isEmpty { about["sha256"] = clip.digest }
    if let survey {
      about["duration"] = survey.durationSeconds
      about["shots"] = survey.shots
      about["backwards"] = clip.runsBackwards
      about["colour"] = [survey.red, survey.green, survey.blue]
      about["motion"] = survey.motion
      let look = Clip.Look(
        Colour(red: Float(survey.red), green: Float(survey.green), blue: Float(survey.blue)),
        motion: survey.motion)
      // Bright and warm pictures go with glad music, lively ones with wild music.
      mood["valence"] = min(max((look.lightness - 0.5) * 0.9 + look.b * 2, -0.8), 0.8)
      mood["arousal"] = min(max(survey.motion * 1.8 - 0.4, -0.6), 0.8)
    }
    let header: [String: Any] = [
      "DESCRIPTION": "The clip \(title)",
      "INPUTS": [
        ["NAME": "clip", "TYPE": "image"],
        ["NAME": "push", "TYPE": "float", "MIN": 0, "MAX": 1, "DEFAULT": 0],
        ["NAME": "way", "TYPE": "float", "MIN": 0, "MAX": 100_000, "DEFAULT": 0],
        ["NAME": "kind", "TYPE": "float", "MIN": 0, "MAX": 1, "DEFAULT": 0.5],
      ],
      "KINORA": [
        "subject": title, "licence": "NOASSERTION", "mood": mood, "clip": about,
        "bindings": [
          ["input": "push", "signal": "downPulse"], ["input": "way", "signal": "bars"],
          ["input": "kind", "signal": "variation"],
        ],
      ],
    ]
    let json = try? JSONSerialization.data(withJSONObject: header, options: [.prettyPrinted, .sortedKeys])
    // JSON escapes “/”, so that no path can end the comment.
    let text = String(decoding: json ?? Data("{}".utf8), as: UTF8.self)
    return "/*\(text)*/\n" + (clip.isStill ? stillShader : filmShader)
  }

  /// Fills the picture; where the shapes are too different, the clip stands whole before its own soft enlargement.
  private static let frame = """
    vec2 placed(vec2 uv, float cover) {
      vec2 size = IMG_SIZE(clip);
      vec2 fit = RENDERSIZE / size;
      float scale = mix(min(fit.x, fit.y), max(fit.x, fit.y), cover);
      return (uv - 0.5) * RENDERSIZE / (size * scale) + 0.5;
    }
    vec3 backdrop(vec2 uv) {
      vec2 at = (placed(uv, 1.0) - 0.5) * 0.85 + 0.5;
      vec3 sum = vec3(0.0);
      for (int i = 0; i < 16; i++) {
        float turn = float(i) * 2.399963;
        sum += IMG_NORM_PIXEL(clip, clamp(at + 0.045 * sqrt(float(i) + 0.5) * 0.25 * vec2(cos(turn), sin(turn)) * 4.0, 0.002, 0.998)).rgb;
      }
      return sum / 16.0 * 0.32;
    }
    vec3 shown(vec2 uv) {
      vec2 size = IMG_SIZE(clip);
      float shapes = (RENDERSIZE.x / RENDERSIZE.y) / (size.x / size.y);
      if (max(shapes, 1.0 / shapes) < 1.75) return IMG_NORM_PIXEL(clip, clamp(placed(uv, 1.0), 0.0, 1.0)).rgb;
      vec2 at = placed(uv, 0.0);
      vec2 inside = step(vec2(0.0), at) * step(at, vec2(1.0));
      return inside.x * inside.y > 0.5 ? IMG_NORM_PIXEL(clip, at).rgb : backdrop(uv);
    }

    """

  /// A film moves by itself: only a small push on the first beat of a bar.
  private static let filmShader =
    frame + """
      void main() {
        vec2 uv = (isf_FragNormCoord - 0.5) / (1.0 + 0.018 * push) + 0.5;
        gl_FragColor = vec4(shown(uv), 1.0);
      }

      """

  /// A still is travelled over, eight bars a way, to and fro.
  private static let stillShader =
    frame + """
      void main() {
        float there = abs(mod(way / 8.0, 2.0) - 1.0);
        there = there * there * (3.0 - 2.0 * there);
        float turn = kind * 6.2831853;
        float zoom = mix(1.16, 1.05, kind < 0.5 ? there : 1.0 - there) + 0.012 * push;
        vec2 drift = vec2(cos(turn), sin(turn)) * (there - 0.5) * (zoom - 1.0) * 0.8;
        gl_FragColor = vec4(shown((isf_FragNormCoord - 0.5) / zoom + drift + 0.5), 1.0);
      }

      """
}

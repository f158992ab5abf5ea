import Music

/// What a song has of its own, brought on when it becomes known.
extension Director {
  /// A song that becomes known has scenes, colours, their harmony and a look of its own: what was thought of before is
  /// thought over.
  mutating func hearSong(_ moment: Moment, _ direction: inout Direction) {
    casting.song.advance(moment)
    if let home = casting.song.home { colouring.settle(at: home) }
    guard casting.song.isNews, let song = casting.song.value else { return }
    colouring.settle(in: SongHarmony(song: song))
    bringLook(moment, &direction)
    guard wish == nil else { return }
    booking = nil
    guard casting.song.followsAnother else { return }
    story.occasions.give(
      .song, until: moment.hop.end.seconds + ceilings.shortestStaySeconds + 2 * barSeconds(moment.grid))
  }

  /// A hand gives the look back: the song's own returns.
  mutating func giveBackLook(_ moment: Moment, _ direction: inout Direction) {
    guard story.isLookInHand else { return }
    story.isLookInHand = false
    bringLook(moment, &direction)
  }

  private mutating func bringLook(_ moment: Moment, _ direction: inout Direction) {
    guard !story.isLookInHand, finisher.isGrading, casting.song.value != nil else { return }
    let look = casting.songLook(for: intent.mood(over: moment.mood))
    finisher.askLook(look, bars: SongLook.bars, strength: SongLook.strength, isSongs: true)
    request(look, &direction)
    let name = look == .nothing ? "no look" : "look \(casting.name(of: look))"
    say(.song, "the song has \(name)", moment, &direction)
  }
}

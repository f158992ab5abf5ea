import CALSA
import Foundation
import Glibc
import Music
import Synchronization

/// A loudspeaker for rehearsal: writes hops in real time and says when each is heard.
public final class ALSAPlayback {
  public let device: String
  private let pcm: OpaquePointer
  private let polls: UnsafeMutableBufferPointer<pollfd>

  /// Sound written ahead, microseconds: survives a late thread, and is allowed for in the stamps.
  private static let latencyMicroseconds: UInt32 = 40_000
  /// A speaker that takes nothing for so long is given up, milliseconds.
  private static let patienceMilliseconds: Int32 = 500
  /// The same before its first sound: sleeping and wireless ones need seconds to wake.
  private static let wakingMilliseconds: Int32 = 4_000
  /// Sample frames taken so far, up to a second; more than its buffer means that it plays.
  private var taken = 0

  /// - Parameter device: as ALSA names it; “default” is the system's own choice.
  public init(device: String = "default") throws(CaptureError) {
    kinora_silence_alsa()
    var opened: OpaquePointer?
    let result = snd_pcm_open(&opened, device, SND_PCM_STREAM_PLAYBACK, Int32(SND_PCM_NONBLOCK))
    guard result >= 0, let pcm = opened else { throw CaptureError(opening: device, code: Int(result)) }
    let agreed = snd_pcm_set_params(
      pcm, SND_PCM_FORMAT_FLOAT_LE, SND_PCM_ACCESS_RW_INTERLEAVED, 2, UInt32(Hop.sampleRate), 1,
      Self.latencyMicroseconds)
    guard agreed >= 0 else {
      snd_pcm_close(pcm)
      throw .unusable(device: device, why: CaptureError.words(Int(agreed)))
    }
    self.device = device
    self.pcm = pcm
    polls = .allocate(capacity: max(1, Int(snd_pcm_poll_descriptors_count(pcm))))
    polls.initialize(repeating: pollfd())
  }

  deinit {
    // Closing may wait for a server that hangs; nobody here has the time.
    let address = UInt(bitPattern: pcm)
    Thread.detachNewThread {
      if let pcm = OpaquePointer(bitPattern: address) { snd_pcm_close(pcm) }
    }
    polls.deallocate()
  }

  /// Waits for room and writes a hop.
  ///
  /// - Returns: sample frames from now until the hop's last sample is heard.
  func write(_ hop: UnsafeBufferPointer<Float>) throws(CaptureError) -> Int {
    var written = 0
    var failures = 0
    while written < hop.count / 2 {
      guard let base = hop.baseAddress else { break }
      let result = Int(snd_pcm_writei(pcm, base + written * 2, UInt(hop.count / 2 - written)))
      if result > 0 {
        written += result
        taken = min(taken + result, Hop.sampleRate)
      } else if result == Int(-EAGAIN) || result == 0 {
        try waitForRoom()
      } else {
        failures += 1
        // An underrun is no fault of the speaker: go on. Anything twice is.
        if failures > 2 || snd_pcm_recover(pcm, Int32(clamping: result), 1) < 0 {
          throw .lost(device: device, why: CaptureError.words(result))
        }
      }
    }
    var delay: snd_pcm_sframes_t = 0
    return snd_pcm_delay(pcm, &delay) < 0 ? 0 : max(0, Int(delay))
  }

  private func waitForRoom() throws(CaptureError) {
    // Some servers begin only when told to, full as they may be.
    if snd_pcm_state(pcm) == SND_PCM_STATE_PREPARED { snd_pcm_start(pcm) }
    let count = snd_pcm_poll_descriptors(pcm, polls.baseAddress, UInt32(polls.count))
    let patience = taken < Hop.sampleRate / 4 ? Self.wakingMilliseconds : Self.patienceMilliseconds
    let ready = count > 0 ? poll(polls.baseAddress, UInt(count), patience) : -1
    guard ready > 0 else { throw .lost(device: device, why: "it takes no more sound") }
    var events: UInt16 = 0
    snd_pcm_poll_descriptors_revents(pcm, polls.baseAddress, UInt32(count), &events)
  }
}

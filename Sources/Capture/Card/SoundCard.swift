import CALSA
import Glibc
import Media

/// An open ALSA capture device. Made by one thread at a time; read by the one that holds it.
struct SoundCard: ~Copyable {
  let device: String
  let format: CardFormat
  /// Makes 48 kHz of the card's rate; nil where that is its rate.
  let resampler: Resampler?
  private let pcm: OpaquePointer
  private let block: UnsafeMutableRawPointer
  private let polls: UnsafeMutableBufferPointer<pollfd>

  /// Nanoseconds a card's own stamp may be old: an older one is of another time.
  private static let oldestStamp: Int64 = 1_000_000_000

  /// What a read yielded.
  struct Reading {
    /// Sample frames; 0 when nothing waited; negative: an ALSA error.
    var frames: Int
    /// CLOCK_MONOTONIC at which the last of them was noticed.
    var nanoseconds: Int64

    init(_ frames: Int, at nanoseconds: Int64 = 0) {
      self.frames = frames == Int(-EAGAIN) ? 0 : frames
      self.nanoseconds = nanoseconds
    }
  }

  enum News {
    case sound, nothing
    /// A negative ALSA error.
    case trouble(Int)
  }

  /// Sample frames taken in one read at most.
  var capacity: Int { format.buffer }

  init(device: String, wish: CardWish) throws(CaptureError) {
    kinora_silence_alsa()
    var opened: OpaquePointer?
    let result = snd_pcm_open(&opened, device, SND_PCM_STREAM_CAPTURE, Int32(SND_PCM_NONBLOCK))
    guard result >= 0, let pcm = opened else { throw CaptureError(opening: device, code: Int(result)) }
    do throws(CaptureError) {
      let agreed = try CardSetup(pcm: pcm, device: device).agree(on: wish)
      (format, resampler) = (agreed, try agreed.resampler(of: device))
    } catch {
      snd_pcm_close(pcm)
      throw error
    }
    self.device = device
    self.pcm = pcm
    block = .allocate(byteCount: format.buffer * format.bytesPerFrame, alignment: 64)
    memset(block, 0, format.buffer * format.bytesPerFrame)
    polls = .allocate(capacity: max(1, Int(snd_pcm_poll_descriptors_count(pcm))))
    polls.initialize(repeating: pollfd())
  }

  deinit {
    snd_pcm_close(pcm)
    block.deallocate()
    polls.deallocate()
  }

  func start() -> Int { Int(snd_pcm_start(pcm)) }

  /// Waits for sound. Real-time safe.
  func wait(milliseconds: Int) -> News {
    let count = snd_pcm_poll_descriptors(pcm, polls.baseAddress, UInt32(polls.count))
    guard count > 0 else { return .trouble(Int(count < 0 ? count : -ENODEV)) }
    let ready = poll(polls.baseAddress, UInt(count), Int32(milliseconds))
    if ready < 0 { return errno == EINTR ? .nothing : .trouble(Int(-errno)) }
    guard ready > 0 else { return .nothing }
    var events: UInt16 = 0
    let result = snd_pcm_poll_descriptors_revents(pcm, polls.baseAddress, UInt32(count), &events)
    if result < 0 { return .trouble(Int(result)) }
    if events & UInt16(POLLERR | POLLNVAL | POLLHUP) != 0 { return trouble() }
    return events & UInt16(POLLIN) != 0 ? .sound : .nothing
  }

  /// The card said “error” without a number: its state knows which.
  private func trouble() -> News {
    switch snd_pcm_state(pcm) {
    case SND_PCM_STATE_XRUN: .trouble(Int(-EPIPE))
    case SND_PCM_STATE_SUSPENDED: .trouble(Int(-ESTRPIPE))
    case SND_PCM_STATE_DISCONNECTED: .trouble(Int(-ENODEV))
    case SND_PCM_STATE_RUNNING: .sound
    default: .trouble(Int(-EIO))
    }
  }

  /// Takes all that waits, as stereo Float at the card's rate. Real-time safe.
  ///
  /// - Parameter target: room for `capacity` stereo sample frames.
  func read(into target: UnsafeMutablePointer<Float>) -> Reading {
    let waiting = Int(snd_pcm_avail_update(pcm))
    guard waiting > 0 else { return Reading(waiting) }
    let noticed = noticed(waiting)
    let frames = Int(snd_pcm_readi(pcm, block, UInt(min(waiting, capacity))))
    guard frames > 0 else { return Reading(frames) }
    format.encoding.spread(block, frames: frames, channels: format.channels, into: target)
    let left = Double(noticed.frames - frames) * 1e9 / Double(format.sampleRate)
    return Reading(frames, at: noticed.nanoseconds - Int64(left.rounded()))
  }

  /// How much waited, and when: of the card itself where it stamps its position, else of this moment.
  private func noticed(_ waiting: Int) -> (frames: Int, nanoseconds: Int64) {
    let now = MonotonicClock.nanoseconds()
    var frames: snd_pcm_uframes_t = 0
    var time = snd_htimestamp_t()
    guard format.isStamped, snd_pcm_htimestamp(pcm, &frames, &time) == 0 else { return (waiting, now) }
    let stamped = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    guard stamped <= now, now - stamped < Self.oldestStamp else { return (waiting, now) }
    return (Int(frames), stamped)
  }

  /// After an overrun: makes it run again. Negative when it won't.
  func restart() -> Int {
    let ready = snd_pcm_prepare(pcm)
    return ready < 0 ? Int(ready) : start()
  }
}

/// The talk with a card about rate, format and sizes.
struct CardSetup {
  let pcm: OpaquePointer
  let device: String

  func agree(on wish: CardWish) throws(CaptureError) -> CardFormat {
    var parameters: OpaquePointer?
    snd_pcm_hw_params_malloc(&parameters)
    guard let parameters else { throw .unusable(device: device, why: "no memory") }
    defer { snd_pcm_hw_params_free(parameters) }
    let result = snd_pcm_hw_params_any(pcm, parameters)
    if result < 0 { throw CaptureError(opening: device, code: Int(result)) }
    try must(
      snd_pcm_hw_params_set_access(pcm, parameters, SND_PCM_ACCESS_RW_INTERLEAVED),
      "it can't be read in blocks")
    let encoding = try chooseEncoding(parameters, wish)
    var channels = UInt32(wish.channels)
    if snd_pcm_hw_params_test_channels(pcm, parameters, channels) < 0 { channels = 1 }
    try must(snd_pcm_hw_params_set_channels_near(pcm, parameters, &channels), "no channel count fits")
    var rate = UInt32(wish.sampleRate)
    try must(snd_pcm_hw_params_set_rate_near(pcm, parameters, &rate, nil), "no sample rate fits")
    var period = snd_pcm_uframes_t(max(16, wish.period * Int(rate) / 48_000))
    try must(snd_pcm_hw_params_set_period_size_near(pcm, parameters, &period, nil), "no period size fits")
    var buffer = max(4 * period, snd_pcm_uframes_t(wish.bufferSeconds * Double(rate)))
    try must(snd_pcm_hw_params_set_buffer_size_near(pcm, parameters, &buffer), "no buffer size fits")
    let applied = snd_pcm_hw_params(pcm, parameters)
    if applied == -EIO {
      throw .noSource(device: device, available: AudioDevices.captureNames())
    }
    try must(applied, "it refuses \(rate) Hz")
    snd_pcm_hw_params_get_period_size(parameters, &period, nil)
    snd_pcm_hw_params_get_buffer_size(parameters, &buffer)
    let isStamped = try awaken(atFrames: period)
    return CardFormat(
      encoding: encoding, sampleRate: Int(rate), channels: Int(channels), period: Int(period),
      buffer: Int(buffer), isStamped: isStamped)
  }

  private func chooseEncoding(
    _ parameters: OpaquePointer, _ wish: CardWish
  ) throws(CaptureError) -> SampleEncoding {
    let order = (wish.encoding.map { [$0] } ?? []) + SampleEncoding.allCases
    for encoding in order where snd_pcm_hw_params_test_format(pcm, parameters, encoding.alsa) == 0 {
      try must(snd_pcm_hw_params_set_format(pcm, parameters, encoding.alsa), "no sample format fits")
      return encoding
    }
    throw .unusable(device: device, why: "it has no sample format Kinora knows")
  }

  /// Wake the reader once a period is there.
  ///
  /// - Returns: whether the card stamps its position with CLOCK_MONOTONIC.
  private func awaken(atFrames period: snd_pcm_uframes_t) throws(CaptureError) -> Bool {
    var parameters: OpaquePointer?
    snd_pcm_sw_params_malloc(&parameters)
    guard let parameters else { throw .unusable(device: device, why: "no memory") }
    defer { snd_pcm_sw_params_free(parameters) }
    try must(snd_pcm_sw_params_current(pcm, parameters), "its state can't be read")
    try must(snd_pcm_sw_params_set_avail_min(pcm, parameters, period), "it can't wake the reader")
    let isStamped =
      snd_pcm_sw_params_set_tstamp_mode(pcm, parameters, SND_PCM_TSTAMP_ENABLE) >= 0
      && snd_pcm_sw_params_set_tstamp_type(pcm, parameters, SND_PCM_TSTAMP_TYPE_MONOTONIC) >= 0
    try must(snd_pcm_sw_params(pcm, parameters), "it can't wake the reader")
    return isStamped
  }

  private func must(_ result: Int32, _ why: String) throws(CaptureError) {
    guard result < 0 else { return }
    let reason = snd_strerror(result).map { String(cString: $0) } ?? "error \(result)"
    throw .unusable(device: device, why: "\(why) (\(reason))")
  }
}

extension CaptureError {
  /// What a failed open means.
  init(opening device: String, code: Int) {
    switch Int32(-code) {
    case ENOENT, ENODEV, ENXIO: self = .noDevice(named: device, available: AudioDevices.captureNames())
    case EACCES, EPERM: self = .denied(device: device)
    case EBUSY: self = .busy(device: device)
    case ECONNREFUSED: self = .noServer(device: device)
    case ETIMEDOUT: self = .noAnswer(device: device, seconds: 30)
    default: self = .unusable(device: device, why: Self.words(code))
    }
  }

  static func words(_ code: Int) -> String {
    snd_strerror(Int32(clamping: code)).map { String(cString: $0) } ?? "error \(code)"
  }
}

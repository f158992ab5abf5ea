import CFFmpeg
import Dispatch
import Foundation
import Synchronization

/// A file being written, for libav and by hand: opened without ever replacing another, and brought to the
/// disk by a thread of its own, so that a slow disk delays nobody.
public final class OutputFile {
  public let path: String
  /// For libav's muxers.
  let context: UnsafeMutablePointer<AVIOContext>
  /// The first error that writing met, as errno; 0 while all is well.
  private(set) var failure: Int32 = 0
  private let descriptor: Int32
  private let syncing: DiskSync
  private static let bufferLength: Int32 = 1 << 16  // bytes

  /// - Parameter force: replaces the file of that name; otherwise one is an error.
  public init(path: String, force: Bool = false) throws(EncodeError) {
    // A file may not outgrow its limit by killing the show: writing then fails with EFBIG.
    signal(SIGXFSZ, SIG_IGN)
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | (force ? O_TRUNC : O_EXCL)
    descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw .exists(path: path) }
      throw .cannotOpen(path: path, reason: EncodeError.sentence(errno: errno))
    }
    self.path = path
    syncing = DiskSync(descriptor: descriptor)
    guard let buffer = av_malloc(Int(Self.bufferLength)),
      let context = avio_alloc_context(
        buffer.assumingMemoryBound(to: UInt8.self), Self.bufferLength, 1, nil, nil,
        { opaque, bytes, count in OutputFile.at(opaque).writeAll(bytes, Int(count)) },
        { opaque, offset, whence in OutputFile.at(opaque).seek(offset, whence) })
    else { preconditionFailure("no memory for a file's buffer") }
    self.context = context
    context.pointee.opaque = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit {
    var context: UnsafeMutablePointer<AVIOContext>? = context
    av_freep(&self.context.pointee.buffer)
    avio_context_free(&context)
    syncing.end()
    close(descriptor)
  }

  /// Writes bytes by hand; never mixed with libav's writing.
  public func write(_ bytes: [UInt8]) throws(EncodeError) {
    let result = bytes.withUnsafeBytes { writeAll($0.baseAddress, $0.count) }
    if result < 0 { throw .writing(path, errno: failure) }
  }

  /// Asks for everything written so far to be brought to the disk. Returns at once.
  public func requestSync() { syncing.request() }

  /// Brings everything to the disk, and waits for it.
  public func sync() throws(EncodeError) {
    if fdatasync(descriptor) != 0, errno != EINVAL, errno != EROFS { throw .writing(path, errno: errno) }
  }

  private static func at(_ opaque: UnsafeMutableRawPointer?) -> OutputFile {
    guard let opaque else { preconditionFailure("a file's callback came without its file") }
    return Unmanaged<OutputFile>.fromOpaque(opaque).takeUnretainedValue()
  }

  private func writeAll(_ bytes: UnsafeRawPointer?, _ count: Int) -> Int32 {
    guard let bytes, failure == 0 else { return failure == 0 ? 0 : k_encode_error(failure) }
    var done = 0
    while done < count {
      let written = Glibc.write(descriptor, bytes + done, count - done)
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else {
        failure = written < 0 ? errno : EIO
        return k_encode_error(failure)
      }
      done += written
    }
    return Int32(count)
  }

  private func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
    if whence & AVSEEK_SIZE != 0 {
      var status = stat()
      return fstat(descriptor, &status) == 0 ? Int64(status.st_size) : Int64(k_encode_error(errno))
    }
    let position = lseek(descriptor, off_t(offset), whence & ~AVSEEK_FORCE)
    return position >= 0 ? Int64(position) : Int64(k_encode_error(errno))
  }
}

/// A thread that brings one file's bytes to the disk whenever asked.
private final class DiskSync: Sendable {
  private let wishes = DispatchSemaphore(value: 0)
  private let isOver = Atomic(false)

  init(descriptor: Int32) {
    let own = dup(descriptor)
    guard own >= 0 else { return }
    let thread = Thread { [self] in
      while true {
        wishes.wait()
        if isOver.load(ordering: .acquiring) { break }
        fdatasync(own)
      }
      close(own)
    }
    thread.name = "kinora-sync"
    thread.start()
  }

  func request() { wishes.signal() }

  func end() {
    isOver.store(true, ordering: .releasing)
    wishes.signal()
  }
}

/// How much room a disk has.
public enum DiskSpace {
  /// Bytes free for this user on the disk that holds `path`, or its folder; nil when it can't be told.
  public static func free(at path: String) -> Int64? {
    var status = statvfs()
    if statvfs(path, &status) != 0 {
      let folder = (path as NSString).deletingLastPathComponent
      guard statvfs(folder.isEmpty ? "." : folder, &status) == 0 else { return nil }
    }
    return Int64(clamping: UInt64(status.f_bavail) &* UInt64(status.f_frsize))
  }
}

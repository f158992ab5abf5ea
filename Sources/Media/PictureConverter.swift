import CFFmpeg

/// RGBA pictures, top row first, to limited-range BT.709 in a frame that encoders take.
final class PictureConverter {
  let frame: UnsafeMutablePointer<AVFrame>
  private let scaler: OpaquePointer
  private let height: Int32

  /// - Parameter format: a 4:2:0 pixel format of `width` × `height`, both even.
  init(width: Int, height: Int, format: AVPixelFormat) {
    let (w, h) = (Int32(width), Int32(height))
    let flags = SWS_BILINEAR | SWS_ACCURATE_RND
    guard let frame = av_frame_alloc(),
      let scaler = sws_getContext(w, h, AV_PIX_FMT_RGBA, w, h, format, flags, nil, nil, nil)
    else { preconditionFailure("no memory for a picture of \(width) × \(height)") }
    self.frame = frame
    self.scaler = scaler
    self.height = h
    _ = k_encode_bt709(scaler)
    frame.pointee.format = format.rawValue
    frame.pointee.width = w
    frame.pointee.height = h
    frame.pointee.color_range = AVCOL_RANGE_MPEG
    frame.pointee.colorspace = AVCOL_SPC_BT709
    frame.pointee.color_primaries = AVCOL_PRI_BT709
    frame.pointee.color_trc = AVCOL_TRC_BT709
    frame.pointee.chroma_location = AVCHROMA_LOC_LEFT
    guard av_frame_get_buffer(frame, 0) >= 0 else {
      preconditionFailure("no memory for a picture of \(width) × \(height)")
    }
    fillBlack()
  }

  deinit {
    sws_freeContext(scaler)
    var frame: UnsafeMutablePointer<AVFrame>? = frame
    av_frame_free(&frame)
  }

  /// - Parameter stride: bytes from one row to the next.
  func convert(_ picture: UnsafeRawBufferPointer, stride: Int) {
    precondition(picture.count >= stride * (Int(height) - 1) + Int(frame.pointee.width) * 4)
    // An encoder may still hold the last picture: then this one gets memory of its own.
    guard av_frame_make_writable(frame) >= 0 else { return }
    _ = k_encode_convert(scaler, picture.baseAddress, Int32(stride), height, frame)
  }

  private func fillBlack() {
    let rows = Int(height)
    memset(k_encode_plane(frame, 0), 16, Int(k_encode_stride(frame, 0)) * rows)
    memset(k_encode_plane(frame, 1), 128, Int(k_encode_stride(frame, 1)) * rows / 2)
    if k_encode_stride(frame, 2) > 0 {
      memset(k_encode_plane(frame, 2), 128, Int(k_encode_stride(frame, 2)) * rows / 2)
    }
  }
}

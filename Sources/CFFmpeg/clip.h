#pragma once
/* What reading clips needs and Swift can't say of libav's headers alone. Nothing here decides anything. */
#include <libavdevice/avdevice.h>
#include <libavutil/display.h>
#include <libavutil/hwcontext.h>

/* Quarter turns clockwise that make a stream's pictures upright, 0 to 3. */
static inline int k_clip_turns(const AVStream *stream) {
  const uint8_t *matrix = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, 0);
  if (!matrix) return 0;
  double degrees = -av_display_rotation_get((const int32_t *)matrix);
  if (!(degrees > -720 && degrees < 720)) return 0;
  int turns = (int)((degrees + 720 + 45) / 90) % 4;
  return turns;
}

static inline enum AVPixelFormat k_clip_choose_vaapi(AVCodecContext *codec, const enum AVPixelFormat *formats) {
  for (const enum AVPixelFormat *p = formats; *p != AV_PIX_FMT_NONE; p++)
    if (*p == AV_PIX_FMT_VAAPI) return *p;
  codec->get_format = avcodec_default_get_format;
  return avcodec_default_get_format(codec, formats);
}

/* Lets the graphics card decode; returns 0 where there is none that can. */
static inline int k_clip_use_vaapi(AVCodecContext *codec, const AVCodec *decoder) {
  for (int i = 0;; i++) {
    const AVCodecHWConfig *config = avcodec_get_hw_config(decoder, i);
    if (!config) return 0;
    if (config->device_type != AV_HWDEVICE_TYPE_VAAPI) continue;
    if (!(config->methods & AV_CODEC_HW_CONFIG_METHOD_HW_DEVICE_CTX)) continue;
    AVBufferRef *device = 0;
    if (av_hwdevice_ctx_create(&device, AV_HWDEVICE_TYPE_VAAPI, 0, 0, 0) < 0) return 0;
    codec->hw_device_ctx = device;
    codec->get_format = k_clip_choose_vaapi;
    return 1;
  }
}

/* Any picture to RGBA of a size, bottom row first; colours by the picture's own matrix and range. */
static inline int k_clip_scale(
    struct SwsContext *scaler, const AVFrame *frame, uint8_t *pixels, int width, int height) {
  int space = frame->colorspace;
  if (space == AVCOL_SPC_UNSPECIFIED || space == AVCOL_SPC_RGB)
    space = frame->height >= 720 ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
  int full = frame->color_range == AVCOL_RANGE_JPEG || frame->format == AV_PIX_FMT_YUVJ420P ||
             frame->format == AV_PIX_FMT_YUVJ422P || frame->format == AV_PIX_FMT_YUVJ444P;
  const AVPixFmtDescriptor *shape = av_pix_fmt_desc_get((enum AVPixelFormat)frame->format);
  if (shape && (shape->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL))) full = 1;
  const int *matrix = sws_getCoefficients(space);
  sws_setColorspaceDetails(scaler, matrix, full, sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16);
  uint8_t *to[4] = {pixels + (size_t)4 * width * (height - 1), 0, 0, 0};
  int lines[4] = {-4 * width, 0, 0, 0};
  return sws_scale(scaler, (const uint8_t *const *)frame->data, frame->linesize, 0, frame->height, to, lines);
}

/* The first input device of a name, such as the cameras' “v4l2”. */
static inline const AVInputFormat *k_clip_device(const char *name) {
  avdevice_register_all();
  return av_find_input_format(name);
}

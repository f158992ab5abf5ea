#pragma once
// What encoding needs and Swift can't say of libav's headers alone: macros, arrays of pointers inside structs,
// and C arrays as arguments. Nothing here decides anything.
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/hwcontext.h>
#include <libavutil/mem.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>

static inline int k_encode_again(void) { return AVERROR(EAGAIN); }
static inline int k_encode_eof(void) { return AVERROR_EOF; }
static inline int k_encode_error(int number) { return AVERROR(number); }

static inline uint8_t *k_encode_plane(const AVFrame *frame, int index) {
  return frame->extended_data[index];
}
static inline int k_encode_stride(const AVFrame *frame, int index) { return frame->linesize[index]; }

static inline void k_encode_stereo(AVCodecContext *encoder) {
  av_channel_layout_default(&encoder->ch_layout, 2);
}
static inline int k_encode_stereo_frame(AVFrame *frame, const AVCodecContext *encoder) {
  return av_channel_layout_copy(&frame->ch_layout, &encoder->ch_layout);
}

static inline AVStream *k_encode_stream(const AVFormatContext *movie, int index) {
  return movie->streams[index];
}

// Full-range RGB in, limited-range BT.709 out: the default of libswscale is BT.601.
static inline int k_encode_bt709(struct SwsContext *scaler) {
  const int *matrix = sws_getCoefficients(SWS_CS_ITU709);
  return sws_setColorspaceDetails(scaler, matrix, 1, matrix, 0, 0, 1 << 16, 1 << 16);
}
static inline int k_encode_convert(
    struct SwsContext *scaler, const void *rgba, int stride, int height, AVFrame *to) {
  const uint8_t *planes[4] = {(const uint8_t *)rgba, 0, 0, 0};
  const int strides[4] = {stride, 0, 0, 0};
  return sws_scale(scaler, planes, strides, 0, height, to->data, to->linesize);
}

static inline void k_encode_describe_pool(
    AVBufferRef *pool, enum AVPixelFormat format, enum AVPixelFormat inMemory, int width, int height) {
  AVHWFramesContext *frames = (AVHWFramesContext *)pool->data;
  frames->format = format;
  frames->sw_format = inMemory;
  frames->width = width;
  frames->height = height;
  frames->initial_pool_size = 16;
}

// Chapters belong to the format context, which frees them.
static inline int k_encode_add_chapter(
    AVFormatContext *movie, int64_t start, int64_t end, AVRational base, const char *title) {
  AVChapter **list = (AVChapter **)av_realloc_array(
      movie->chapters, movie->nb_chapters + 1, sizeof(*movie->chapters));
  if (!list) return AVERROR(ENOMEM);
  movie->chapters = list;
  AVChapter *chapter = (AVChapter *)av_mallocz(sizeof(AVChapter));
  if (!chapter) return AVERROR(ENOMEM);
  chapter->id = (int64_t)movie->nb_chapters + 1;
  chapter->time_base = base;
  chapter->start = start;
  chapter->end = end;
  av_dict_set(&chapter->metadata, "title", title, 0);
  movie->chapters[movie->nb_chapters++] = chapter;
  return 0;
}

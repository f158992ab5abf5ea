#pragma once
/* Macros of FFmpeg that Swift can't see, for the reading side. */
static inline int kinora_error_end(void) { return AVERROR_EOF; }
static inline int kinora_error_again(void) { return AVERROR(EAGAIN); }
static inline int kinora_error_denied(void) { return AVERROR(EACCES); }
static inline int64_t kinora_no_time(void) { return AV_NOPTS_VALUE; }
/* A frame's planes are C arrays of eight, which Swift sees as tuples. */
static inline int kinora_scale(struct SwsContext *scaler, const AVFrame *frame, int height,
                               uint8_t *pixels, int stride) {
  uint8_t *to[4] = {pixels, 0, 0, 0};
  int lines[4] = {stride, 0, 0, 0};
  return sws_scale(scaler, (const uint8_t *const *)frame->data, frame->linesize, 0, height, to, lines);
}

// A V4L2 camera without hardware: loaded before the C library, it answers for one device file. MIT.
//
// The device gives YUYV at 320×180, 30 pictures a second by the monotonic clock: an orange ground that grows lighter to
// the right, and a white bar that goes one sixtieth of the width further in each picture. The file descriptor is that of
// shared memory, so that mapping and closing need no help.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { WIDTH = 320, HEIGHT = 180, RATE = 30, BUFFERS = 4, STEPS = 60 };
enum { PICTURE = WIDTH * HEIGHT * 2, ROOM = (PICTURE + 4095) & ~4095 };

static int camera = -1;
static uint8_t *memory;
static int queue[BUFFERS], queued;
static int64_t start, count, last;

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int is_camera(const char *path) {
  const char *mine = getenv("VIRTUAL_CAMERA");
  return mine && path && strcmp(path, mine) == 0;
}

static int plug_in(void) {
  const char *gone = getenv("VIRTUAL_CAMERA_PICTURES");
  last = gone ? atoll(gone) : INT64_MAX;
  queued = 0;
  count = start = 0;
  camera = memfd_create("virtual-camera", 0);
  if (camera < 0 || ftruncate(camera, BUFFERS * ROOM) != 0) return -1;
  memory = mmap(NULL, BUFFERS * ROOM, PROT_READ | PROT_WRITE, MAP_SHARED, camera, 0);
  return memory == MAP_FAILED ? -1 : camera;
}

static int open_with(const char *name, const char *path, int flags, mode_t mode) {
  if (is_camera(path)) return plug_in();
  int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name);
  return real(path, flags, mode);
}

#define OPEN(name)                                   \
  int name(const char *path, int flags, ...) {       \
    va_list more;                                    \
    va_start(more, flags);                           \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; \
    va_end(more);                                    \
    return open_with(#name, path, flags, mode);      \
  }
OPEN(open)
OPEN(open64)

static void paint(uint8_t *picture, int64_t number) {
  int bar = (int)(number % STEPS) * WIDTH / STEPS;
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x += 2) {
      int is_bar = x >= bar && x < bar + WIDTH / STEPS;
      uint8_t *two = picture + (y * WIDTH + x) * 2;
      two[0] = two[2] = is_bar ? 235 : 70 + 80 * x / WIDTH;
      two[1] = is_bar ? 128 : 80;
      two[3] = is_bar ? 128 : 190;
    }
}

static void describe(struct v4l2_pix_format *pix) {
  memset(pix, 0, sizeof *pix);
  pix->width = WIDTH;
  pix->height = HEIGHT;
  pix->pixelformat = V4L2_PIX_FMT_YUYV;
  pix->field = V4L2_FIELD_NONE;
  pix->bytesperline = WIDTH * 2;
  pix->sizeimage = PICTURE;
}

// Waits until the next picture is due, as a camera does.
static int take(struct v4l2_buffer *buffer) {
  if (queued == 0) { errno = EAGAIN; return -1; }
  if (count >= last) { errno = ENODEV; return -1; }
  int64_t due = start + count * 1000000000LL / RATE;
  struct timespec at = {due / 1000000000LL, due % 1000000000LL};
  while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL) == EINTR) {}
  int index = queue[0];
  memmove(queue, queue + 1, --queued * sizeof queue[0]);
  paint(memory + index * ROOM, count++);
  buffer->index = index;
  buffer->bytesused = PICTURE;
  buffer->flags = V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC;
  buffer->field = V4L2_FIELD_NONE;
  buffer->sequence = (uint32_t)count;
  buffer->timestamp.tv_sec = at.tv_sec;
  buffer->timestamp.tv_usec = at.tv_nsec / 1000;
  return 0;
}

// About buffers and the stream.
static int stream(unsigned long request, void *data) {
  switch (request) {
  case VIDIOC_REQBUFS: {
    struct v4l2_requestbuffers *it = data;
    if (it->count > BUFFERS) it->count = BUFFERS;
    return 0;
  }
  case VIDIOC_QUERYBUF: {
    struct v4l2_buffer *it = data;
    if (it->index >= BUFFERS) break;
    it->length = PICTURE;
    it->m.offset = it->index * ROOM;
    return 0;
  }
  case VIDIOC_QBUF: {
    struct v4l2_buffer *it = data;
    if (it->index >= BUFFERS || queued >= BUFFERS) break;
    queue[queued++] = it->index;
    return 0;
  }
  case VIDIOC_STREAMON: start = now(); return 0;
  case VIDIOC_STREAMOFF: queued = 0; return 0;
  case VIDIOC_DQBUF: return take(data);
  }
  errno = EINVAL;
  return -1;
}

// About what the camera is and gives.
static int answer(unsigned long request, void *data) {
  switch (request) {
  case VIDIOC_QUERYCAP: {
    struct v4l2_capability *it = data;
    memset(it, 0, sizeof *it);
    strcpy((char *)it->driver, "virtual");
    strcpy((char *)it->card, "Virtual camera");
    it->capabilities = it->device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    return 0;
  }
  case VIDIOC_G_INPUT: *(int *)data = 0; return 0;
  case VIDIOC_S_INPUT: return 0;
  case VIDIOC_ENUMINPUT: {
    struct v4l2_input *it = data;
    if (it->index > 0) break;
    memset(it, 0, sizeof *it);
    strcpy((char *)it->name, "lens");
    it->type = V4L2_INPUT_TYPE_CAMERA;
    return 0;
  }
  case VIDIOC_ENUM_FMT: {
    struct v4l2_fmtdesc *it = data;
    if (it->index > 0) break;
    it->flags = 0;
    strcpy((char *)it->description, "YUYV 4:2:2");
    it->pixelformat = V4L2_PIX_FMT_YUYV;
    return 0;
  }
  case VIDIOC_G_FMT: case VIDIOC_S_FMT: case VIDIOC_TRY_FMT:
    describe(&((struct v4l2_format *)data)->fmt.pix);
    return 0;
  case VIDIOC_G_PARM: case VIDIOC_S_PARM: {
    struct v4l2_captureparm *it = &((struct v4l2_streamparm *)data)->parm.capture;
    memset(it, 0, sizeof *it);
    it->capability = V4L2_CAP_TIMEPERFRAME;
    it->timeperframe.numerator = 1;
    it->timeperframe.denominator = RATE;
    return 0;
  }
  default: return stream(request, data);
  }
  errno = EINVAL;
  return -1;
}

int ioctl(int file, unsigned long request, ...) {
  va_list more;
  va_start(more, request);
  void *data = va_arg(more, void *);
  va_end(more);
  if (file >= 0 && file == camera) return answer(request, data);
  int (*real)(int, unsigned long, ...) = (int (*)(int, unsigned long, ...))dlsym(RTLD_NEXT, "ioctl");
  return real(file, request, data);
}

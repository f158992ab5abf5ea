// Draws presets of Debian's libprojectM when asked, a line of JSON each: one side of Tools/peers/compare, which asks
// by turns. A line in is the path of a preset, a line out what its pictures took. The sound is a file of raw
// samples: 48 kHz, left and right in turn, 32-bit floating point. Drawn as Kinora draws: SDL's offscreen driver, an
// OpenGL 3.3 core context, one picture at a time, waited for.
#include <SDL2/SDL.h>
#include <SDL2/SDL_opengl.h>
#include <libprojectM/projectM.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

namespace {

constexpr int kSampleRate = 48000;
constexpr int kPicturesPerSecond = 30;
constexpr int kSamplesAPicture = kSampleRate / kPicturesPerSecond;
constexpr int kBeginSeconds = 20;  // Drums and melody are there.
constexpr int kWarmUp = 6;         // Pictures drawn before: they compile.
constexpr int kMost = 40;          // Pictures measured at most, and at least;
constexpr int kLeast = 4;
constexpr double kSeconds = 0.4;   // and the seconds after which it is enough of them.

double seconds(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return (times[times.size() / 2] + times[(times.size() - 1) / 2]) / 2;
}

std::vector<float> readSound(const char *path) {
  std::vector<float> sound;
  FILE *file = fopen(path, "rb");
  if (!file) return sound;
  float piece[4096];
  for (size_t n; (n = fread(piece, sizeof(float), 4096, file)) > 0;) sound.insert(sound.end(), piece, piece + n);
  fclose(file);
  return sound;
}

[[noreturn]] void fail(const std::string &why) {
  fprintf(stderr, "projectm: %s\n", why.c_str());
  exit(2);
}

// A player of one size, and the sound it hears.
class Player {
 public:
  Player(int width, int height, const std::vector<float> &sound) : sound_(sound) {
    projectM::Settings settings;
    settings.windowWidth = width;
    settings.windowHeight = height;
    settings.fps = kPicturesPerSecond;
    settings.presetDuration = 100000;
    settings.smoothPresetDuration = 0;
    settings.datadir = "/usr/share/projectM";
    player_ = new projectM(settings, projectM::FLAG_DISABLE_PLAYLIST_LOAD);
    player_->projectM_resetGL(width, height);
    player_->setPresetLock(true);
  }

  ~Player() { delete player_; }

  // Shows a preset; false where it can't be loaded.
  bool show(const std::string &path) {
    RatingList ratings(TOTAL_RATING_TYPES, 3);
    player_->clearPlaylist();
    player_->selectPreset(player_->addPresetURL(path, path, ratings));
    place_ = size_t(kBeginSeconds) * kSampleRate;
    return !player_->getErrorLoadingCurrentPreset();
  }

  void draw() {
    if ((place_ + kSamplesAPicture) * 2 > sound_.size()) place_ = 0;
    player_->pcm()->addPCMfloat_2ch(&sound_[place_ * 2], kSamplesAPicture * 2);
    place_ += kSamplesAPicture;
    player_->renderFrame();
    glFinish();
  }

 private:
  projectM *player_;
  const std::vector<float> &sound_;
  size_t place_ = 0;
};

// How light the picture is, 0 to 1: a comparison with black pictures would be none.
double light(int width, int height) {
  std::vector<unsigned char> pixels(size_t(width) * height * 4);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  double sum = 0;
  for (size_t i = 0; i < pixels.size(); i++) sum += i % 4 == 3 ? 0 : pixels[i];
  return sum / (255.0 * 3 * width * height);
}

void tell(FILE *out, Player &player, const std::string &path, int width, int height) {
  if (!player.show(path)) {
    fprintf(out, "{\"fault\": \"can't be loaded\", \"pictures\": 0}\n");
    return;
  }
  for (int i = 0; i < kWarmUp; i++) player.draw();
  std::vector<double> wall, cpu;
  const double begin = seconds(CLOCK_MONOTONIC);
  while (wall.size() < kMost && (wall.size() < kLeast || seconds(CLOCK_MONOTONIC) - begin < kSeconds)) {
    const double w = seconds(CLOCK_MONOTONIC), c = seconds(CLOCK_PROCESS_CPUTIME_ID);
    player.draw();
    wall.push_back((seconds(CLOCK_MONOTONIC) - w) * 1000);
    cpu.push_back((seconds(CLOCK_PROCESS_CPUTIME_ID) - c) * 1000);
  }
  fprintf(out, "{\"width\": %d, \"height\": %d, \"pictures\": %zu, \"wall_ms\": %.3f, \"cpu_ms\": %.3f, "
               "\"light\": %.3f}\n", width, height, wall.size(), median(wall), median(cpu), light(width, height));
}

}  // namespace

int main(int count, char **words) {
  if (count != 4) fail("usage: projectm SOUND WIDTH HEIGHT, then paths of presets, a line each");
  const std::vector<float> sound = readSound(words[1]);
  if (sound.size() < size_t(kSampleRate) * 2 * (kBeginSeconds + 2)) fail("the sound is too short");
  const int width = atoi(words[2]), height = atoi(words[3]);
  // libprojectM talks on standard output; what it says goes to standard error.
  FILE *out = fdopen(dup(1), "w");
  dup2(2, 1);
  if (SDL_Init(SDL_INIT_VIDEO)) fail(SDL_GetError());
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_Window *window = SDL_CreateWindow("peer", 0, 0, width, height, SDL_WINDOW_OPENGL | SDL_WINDOW_HIDDEN);
  if (!window || !SDL_GL_CreateContext(window)) fail(SDL_GetError());
  Player player(width, height, sound);
  fprintf(out, "{\"renderer\": \"%s\"}\n", (const char *)glGetString(GL_RENDERER));
  fflush(out);
  for (std::string path; std::getline(std::cin, path);) {
    tell(out, player, path, width, height);
    fflush(out);
  }
  return 0;
}

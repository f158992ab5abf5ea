#pragma once
#include <alsa/asoundlib.h>

/* alsa-lib prints its own mind to stderr through a variadic handler, which Swift can't write. */
static inline void kinora_alsa_says_nothing(const char *file, int line, const char *function, int error,
                                            const char *format, ...) {
  (void)file, (void)line, (void)function, (void)error, (void)format;
}
static inline void kinora_silence_alsa(void) { snd_lib_error_set_handler(kinora_alsa_says_nothing); }

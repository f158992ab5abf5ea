#pragma once
/* Plain functions instead of macros to function pointers, which Swift can't see. */
#define GL_GLEXT_PROTOTYPES 1
#include <GL/glcorearb.h>

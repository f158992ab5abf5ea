#pragma once
/// Heap requests (malloc, calloc, realloc, aligned forms) that the calling thread has made so far.
unsigned long alloc_count(void);

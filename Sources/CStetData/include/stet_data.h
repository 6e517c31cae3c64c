#ifndef STET_DATA_H
#define STET_DATA_H
#include <stddef.h>

/// One file that is carried inside the program.
typedef struct {
  const char *name;            ///< path relative to the top of the checkout, NUL-terminated
  const unsigned char *bytes;  ///< contents, not NUL-terminated
  size_t count;                ///< length of the contents in bytes
} stet_data_file;

/// Files inside the program, sorted by name; `*count` becomes their number.
const stet_data_file *stet_data_files(size_t *count);

#endif

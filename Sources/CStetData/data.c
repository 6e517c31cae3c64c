// The data files that the program carries: everything under Dictionaries/ and Rules/, sorted by name.
// C23 #embed puts the bytes straight into .rodata: a Swift literal of this size takes minutes to compile.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "stet_data.h"

#include "files.h"

const stet_data_file *stet_data_files(size_t *count) {
  *count = sizeof(files) / sizeof(files[0]);
  return files;
}

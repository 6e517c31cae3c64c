#ifndef STET_PAGE_H
#define STET_PAGE_H
#include <stddef.h>

/// A file of the HTML report that the program carries. Not NUL-terminated.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} stet_page_file;

/// page.html: the frame, with places for the other two and for the data.
stet_page_file stet_page_frame(void);
/// page.css
stet_page_file stet_page_style(void);
/// page.js
stet_page_file stet_page_script(void);

#endif

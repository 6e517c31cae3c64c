#ifndef STET_PAGE_H
#define STET_PAGE_H
#include <stddef.h>

/// A file of a page that the program carries. Not NUL-terminated.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} stet_page_file;

/// report.html: the frame of the HTML report, with places for the other two and for the data.
stet_page_file stet_report_frame(void);
/// page.css
stet_page_file stet_report_style(void);
/// drawing.js and report.js
stet_page_file stet_report_script(void);

/// editor.html: the frame of the page of stet-server, with places for the other two.
stet_page_file stet_editor_frame(void);
/// page.css and editor.css
stet_page_file stet_editor_style(void);
/// drawing.js and those of the editor
stet_page_file stet_editor_script(void);

#endif

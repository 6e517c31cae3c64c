// The files of the HTML report, put into .rodata by C23 #embed. After editing one: touch this file.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "stet_page.h"

static const unsigned char frame[] = {
#embed "page.html"
};
static const unsigned char style[] = {
#embed "page.css"
};
static const unsigned char script[] = {
#embed "page.js"
};

stet_page_file stet_page_frame(void) { return (stet_page_file){frame, sizeof frame}; }
stet_page_file stet_page_style(void) { return (stet_page_file){style, sizeof style}; }
stet_page_file stet_page_script(void) { return (stet_page_file){script, sizeof script}; }

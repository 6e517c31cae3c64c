// The pages that the program carries, put into .rodata by C23 #embed. After editing a file: touch this one.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "stet_page.h"

static const unsigned char report_frame[] = {
#embed "report.html"
};
static const unsigned char report_style[] = {
#embed "page.css"
};
static const unsigned char report_script[] = {
#embed "drawing.js"
    ,
#embed "report.js"
};
static const unsigned char editor_frame[] = {
#embed "editor.html"
};
static const unsigned char editor_style[] = {
#embed "page.css"
    ,
#embed "editor.css"
};
static const unsigned char editor_script[] = {
#embed "drawing.js"
    ,
#embed "places.js"
    ,
#embed "questions.js"
    ,
#embed "editing.js"
    ,
#embed "editor-text.js"
    ,
#embed "editor.js"
};

stet_page_file stet_report_frame(void) { return (stet_page_file){report_frame, sizeof report_frame}; }
stet_page_file stet_report_style(void) { return (stet_page_file){report_style, sizeof report_style}; }
stet_page_file stet_report_script(void) { return (stet_page_file){report_script, sizeof report_script}; }
stet_page_file stet_editor_frame(void) { return (stet_page_file){editor_frame, sizeof editor_frame}; }
stet_page_file stet_editor_style(void) { return (stet_page_file){editor_style, sizeof editor_style}; }
stet_page_file stet_editor_script(void) { return (stet_page_file){editor_script, sizeof editor_script}; }

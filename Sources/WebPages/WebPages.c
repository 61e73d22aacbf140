// The pages' files inside the binary, through #embed (C23): the compiler takes them in as bytes at once and
// builds anew when one changes. SwiftPM's .embedInCode makes Swift array literals of them, which take the
// compiler longer than all the rest of the program. What several pages begin with lies in shared/ and is taken in before
// the page's own part.
#include "WebPages.h"

static const unsigned char console_index[] = {
#embed "shared/head.html"
    ,
#embed "console/index.html"
};
static const unsigned char console_icon[] = {
#embed "console/icon.svg"
};
static const unsigned char console_theme[] = {
#embed "console/theme.css"
};
static const unsigned char console_layout[] = {
#embed "console/layout.css"
};
static const unsigned char console_chat[] = {
#embed "console/chat.css"
};
static const unsigned char console_looks_style[] = {
#embed "console/looks.css"
};
static const unsigned char console_app[] = {
#embed "console/app.js"
};
static const unsigned char console_blocks[] = {
#embed "console/blocks.js"
};
static const unsigned char console_composer[] = {
#embed "console/composer.js"
};
static const unsigned char console_conversation[] = {
#embed "console/conversation.js"
};
static const unsigned char console_feed[] = {
#embed "console/feed.js"
};
static const unsigned char console_looks[] = {
#embed "console/looks.js"
};
static const unsigned char console_moments[] = {
#embed "console/moments.js"
};
static const unsigned char console_outbox[] = {
#embed "console/outbox.js"
};
static const unsigned char console_people[] = {
#embed "console/people.js"
};
static const unsigned char console_server[] = {
#embed "console/server.js"
};
static const unsigned char lexicon_index[] = {
#embed "shared/head.html"
    ,
#embed "lexicon/index.html"
};
static const unsigned char lexicon_style[] = {
#embed "shared/sheet.css"
    ,
#embed "lexicon/lexicon.css"
};
static const unsigned char lexicon_script[] = {
#embed "lexicon/lexicon.js"
};
static const unsigned char platforms_index[] = {
#embed "shared/head.html"
    ,
#embed "platforms/index.html"
};
static const unsigned char platforms_style[] = {
#embed "shared/sheet.css"
    ,
#embed "platforms/platforms.css"
};
static const unsigned char platforms_script[] = {
#embed "platforms/platforms.js"
};

static const unsigned char report_page[] = {
#embed "report/head.html"
    ,
#embed "report/report.css"
    ,
#embed "report/body.html"
};

static const struct embedded_file files[] = {
    {"console/index.html", console_index, sizeof console_index},
    {"console/icon.svg", console_icon, sizeof console_icon},
    {"console/theme.css", console_theme, sizeof console_theme},
    {"console/layout.css", console_layout, sizeof console_layout},
    {"console/chat.css", console_chat, sizeof console_chat},
    {"console/looks.css", console_looks_style, sizeof console_looks_style},
    {"console/app.js", console_app, sizeof console_app},
    {"console/blocks.js", console_blocks, sizeof console_blocks},
    {"console/composer.js", console_composer, sizeof console_composer},
    {"console/conversation.js", console_conversation, sizeof console_conversation},
    {"console/feed.js", console_feed, sizeof console_feed},
    {"console/looks.js", console_looks, sizeof console_looks},
    {"console/moments.js", console_moments, sizeof console_moments},
    {"console/outbox.js", console_outbox, sizeof console_outbox},
    {"console/people.js", console_people, sizeof console_people},
    {"console/server.js", console_server, sizeof console_server},
    {"lexicon/index.html", lexicon_index, sizeof lexicon_index},
    {"lexicon/lexicon.css", lexicon_style, sizeof lexicon_style},
    {"lexicon/lexicon.js", lexicon_script, sizeof lexicon_script},
    {"platforms/index.html", platforms_index, sizeof platforms_index},
    {"platforms/platforms.css", platforms_style, sizeof platforms_style},
    {"platforms/platforms.js", platforms_script, sizeof platforms_script},
    {"report/page.html", report_page, sizeof report_page},
};

const struct embedded_file *embedded_file(size_t index) {
    return index < sizeof files / sizeof *files ? &files[index] : NULL;
}

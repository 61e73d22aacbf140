#include <stddef.h>

/// A file of the pages as it was when the program was built.
struct embedded_file {
    /// The path below Sources/WebPages: `console/app.js`.
    const char *path;
    const unsigned char *bytes;
    size_t count;
};

/// The file at a position, or NULL past the last one.
const struct embedded_file *embedded_file(size_t index);

internal import WebPages

/// A file of the pages, built into the program.
struct PageFile: Sendable {
    /// The path below Sources/WebPages: `console/app.js`.
    let path: String
    let bytes: [UInt8]
    /// The content type.
    let type: String
    /// The tag that changes when the content does, quoted as HTTP wants it (RFC 9110, 8.8.3).
    let tag: String

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        type = PageFile.type(of: path)
        tag = "\"\(String(PageFile.fingerprint(bytes), radix: 16))\""
    }

    /// Every file in a folder of Sources/WebPages.
    static func all(in folder: String) -> [PageFile] {
        var files: [PageFile] = []
        while let file = embedded_file(files.count)?.pointee {
            let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
            files.append(PageFile(path: String(cString: file.path), bytes: bytes))
        }
        return files.filter { $0.path.hasPrefix(folder + "/") }
    }

    private static func type(of path: String) -> String {
        switch path.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "application/octet-stream"
        }
    }

    /// FNV-1a with 64 bits: it need only differ between editions of one file, not withstand anybody.
    private static func fingerprint(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

import Crypto

/// A form of several parts, as files are uploaded (RFC 7578).
struct MultipartForm {
    private let parts: [Part]
    private let boundary: String

    /// One field: a value, or a file with its name.
    struct Part {
        var name: String
        var fileName: String?
        var contentType: String?
        var bytes: [UInt8]

        static func value(_ name: String, _ text: String) -> Part {
            Part(name: name, bytes: Array(text.utf8))
        }

        static func file(_ name: String, _ file: UploadFile) -> Part {
            Part(name: name, fileName: file.name, contentType: file.contentType, bytes: file.bytes)
        }
    }

    init(_ parts: [Part]) {
        self.parts = parts
        // A digest of the contents does not occur in them, and the same form gives the same bytes.
        let digests = parts.map { Digest.sha256(of: $0.bytes) }
        boundary =
            "earshot-" + Hexadecimal.encode(Array(Digest.sha256(of: Array(digests.joined())).prefix(16)))
    }

    var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(256) { $0 + $1.bytes.count + 256 })
        for part in parts {
            var head =
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(MultipartForm.quoted(part.name))\""
            if let fileName = part.fileName { head += "; filename=\"\(MultipartForm.quoted(fileName))\"" }
            head += "\r\n"
            if let contentType = part.contentType { head += "Content-Type: \(contentType)\r\n" }
            bytes += Array((head + "\r\n").utf8)
            bytes += part.bytes
            bytes += Array("\r\n".utf8)
        }
        bytes += Array("--\(boundary)--\r\n".utf8)
        return bytes
    }

    /// A name that cannot end its quotation or its line (WHATWG HTML, multipart/form-data). Byte by byte, for what a
    /// reader ends them at is part of a longer character in `\r\n` and before a combining mark.
    private static func quoted(_ name: String) -> String {
        var quoted: [UInt8] = []
        quoted.reserveCapacity(name.utf8.count)
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "\""): quoted += "%22".utf8
            case UInt8(ascii: "\r"): quoted += "%0D".utf8
            case UInt8(ascii: "\n"): quoted += "%0A".utf8
            default: quoted.append(byte)
            }
        }
        return String(decoding: quoted, as: UTF8.self)
    }
}

/// A file to be uploaded.
public struct UploadFile: Sendable, Hashable {
    /// Shown to the recipient; its ending says what it is.
    public var name: String
    public var contentType: String
    public var bytes: [UInt8]

    public init(name: String, contentType: String, bytes: [UInt8]) {
        self.name = name
        self.contentType = contentType
        self.bytes = bytes
    }

    public static func png(_ bytes: [UInt8], name: String = "picture.png") -> UploadFile {
        UploadFile(name: name, contentType: "image/png", bytes: bytes)
    }
}

import JSON

/// Data in a message to a language model, between two marks that nothing in the data can write.
enum QuotedData {
    static let start = "<<<DATA"
    static let end = "DATA>>>"

    /// A JSON document on one line between the marks. Every < and > within it is written as an escape, and every line break
    /// is one, so that no text ends the data before its end.
    static func message(_ document: JSON) -> String {
        var escaped: [UInt8] = []
        for byte in document.bytes {
            switch byte {
            case UInt8(ascii: "<"): escaped += "\\u003c".utf8
            case UInt8(ascii: ">"): escaped += "\\u003e".utf8
            default: escaped.append(byte)
            }
        }
        return "\(start)\n\(String(decoding: escaped, as: UTF8.self))\n\(end)"
    }
}

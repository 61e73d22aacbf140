/// One row of a file: its fields as they were meant, without quotes.
public struct Row: Sendable {
    /// A field's place in `bytes`, without the quotes around it.
    struct Field: Sendable {
        var start: Int32
        var end: Int32
        /// Whether doubled quotes within it stand for single ones.
        var hasDoubledQuotes: Bool
    }

    /// The row as it stands in the file, as UTF-8.
    var bytes: [UInt8] = []
    var fields: [Field] = []
    /// The line of the file on which the row begins; 1 for the first.
    public internal(set) var line = 1
    /// Nothing when the file is read without a header.
    public internal(set) var header: Header?

    /// How many fields there are.
    public var count: Int { fields.count }

    /// The text of a field.
    ///
    /// - Precondition: `position` is below `count`.
    public subscript(position: Int) -> String {
        String(decoding: self.bytes(at: position), as: UTF8.self)
    }

    /// The text of the field in the column of this name, or nothing when the file has no such column.
    public subscript(name: String) -> String? {
        guard let position = header?.position(of: name), position < count else { return nil }
        return self[position]
    }

    /// The text of every field, in order.
    public var texts: [String] { fields.indices.map { self[$0] } }

    /// A field as UTF-8, without making a `String` of it.
    ///
    /// - Precondition: `position` is below `count`.
    public func bytes(at position: Int) -> ArraySlice<UInt8> {
        let field = fields[position]
        let slice = bytes[Int(field.start)..<Int(field.end)]
        guard field.hasDoubledQuotes else { return slice }
        var single: [UInt8] = []
        single.reserveCapacity(slice.count)
        var isSecond = false
        for byte in slice {
            isSecond = byte == quote && !isSecond
            if !isSecond { single.append(byte) }
        }
        return single[...]
    }
}

let quote = UInt8(ascii: "\"")
let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")

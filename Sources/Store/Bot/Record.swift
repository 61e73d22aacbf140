import SQLite

/// A value that only this program reads, as it is kept in a column: fields one after the other, each a number and a
/// semicolon, or a length in bytes, a colon and the text (`3;6:杭州`).
///
/// Written for every message: a general encoder takes fifty microseconds for what takes two this way.
struct RecordWriter {
    private(set) var text = ""

    mutating func add(_ number: Int) {
        text += "\(number);"
    }

    mutating func add(_ value: String) {
        text += "\(value.utf8.count):"
        text += value
    }

    /// Nothing is the number 0, something the number 1 and the value.
    mutating func add<Value>(_ value: Value?, _ write: (inout RecordWriter, Value) -> Void) {
        add(value == nil ? 0 : 1)
        if let value { write(&self, value) }
    }

    mutating func add<Value>(_ values: [Value], _ write: (inout RecordWriter, Value) -> Void) {
        add(values.count)
        for value in values { write(&self, value) }
    }
}

/// Reads what `RecordWriter` has written.
struct RecordReader: ~Copyable {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func number() throws -> Int {
        try number(endingWith: UInt8(ascii: ";"))
    }

    mutating func string() throws -> String {
        let count = try number(endingWith: UInt8(ascii: ":"))
        guard count >= 0, count <= bytes.count - position else { throw broken }
        defer { position += count }
        return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
    }

    mutating func optional<Value>(_ read: (inout RecordReader) throws -> Value) throws -> Value? {
        try number() == 0 ? nil : try read(&self)
    }

    mutating func list<Value>(_ read: (inout RecordReader) throws -> Value) throws -> [Value] {
        let count = try number()
        // Every value takes a byte at least.
        guard (0...(bytes.count - position)).contains(count) else { throw broken }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    /// The value of what was read, which must be one.
    func known<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw broken }
        return value
    }

    var isAtEnd: Bool { position == bytes.count }

    func expectEnd() throws {
        guard isAtEnd else { throw broken }
    }

    private mutating func number(endingWith end: UInt8) throws -> Int {
        let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        var number = 0
        let start = position
        while position < bytes.count, case let byte = bytes[position], byte != end {
            let digit = Int(byte) - Int(UInt8(ascii: "0"))
            let (tens, isLarge) = number.multipliedReportingOverflow(by: 10)
            guard (0...9).contains(digit), !isLarge, tens <= Int.max - 9 else { throw broken }
            number = tens + digit
            position += 1
        }
        guard position > start, position < bytes.count else { throw broken }
        position += 1
        return isNegative ? -number : number
    }

    private var broken: SQLiteError {
        SQLiteError(.corrupt, "a record of the file cannot be read, at byte \(position)")
    }
}

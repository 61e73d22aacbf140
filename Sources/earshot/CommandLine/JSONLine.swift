import JSON

/// Writes one JSON object on one line, in the order in which fields are added.
struct JSONLine {
    private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]
    private var isEmpty = true

    init() {}

    mutating func add(_ key: StaticString, _ value: String) {
        begin(key)
        JSON.append(value, to: &bytes)
    }

    mutating func add(_ key: StaticString, _ value: String?) {
        if let value { add(key, value) } else { add(key, raw: "null") }
    }

    mutating func add(_ key: StaticString, _ value: Bool) {
        add(key, raw: value ? "true" : "false")
    }

    mutating func add(_ key: StaticString, _ value: Int) {
        add(key, raw: String(value))
    }

    /// A number with at most `digits` decimals; null for what JSON cannot write.
    mutating func add(_ key: StaticString, _ value: Double, digits: Int = 3) {
        guard value.isFinite else { return add(key, raw: "null") }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        // A larger one has no decimals.
        let rounded = abs(value) < 0x1p52 ? (value * scale).rounded() / scale : value
        add(key, raw: Int64(exactly: rounded).map(String.init) ?? "\(rounded)")
    }

    mutating func add(_ key: StaticString, _ values: [String: String]) {
        begin(key)
        var inner = JSONLine()
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            inner.separate()
            JSON.append(name, to: &inner.bytes)
            inner.bytes.append(UInt8(ascii: ":"))
            JSON.append(value, to: &inner.bytes)
        }
        bytes += inner.finished
    }

    /// Counts by their names, in the order of these.
    mutating func add(_ key: StaticString, _ counts: [String: Int]) {
        begin(key)
        var inner = JSONLine()
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
            inner.separate()
            JSON.append(name, to: &inner.bytes)
            inner.bytes += Array(":\(count)".utf8)
        }
        bytes += inner.finished
    }

    mutating func add(_ key: StaticString, _ objects: [JSONLine]) {
        begin(key)
        bytes.append(UInt8(ascii: "["))
        for (index, object) in objects.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += object.finished
        }
        bytes.append(UInt8(ascii: "]"))
    }

    mutating func add(_ key: StaticString, _ texts: [String]) {
        begin(key)
        bytes.append(UInt8(ascii: "["))
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            JSON.append(text, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Adds the fields of another line behind its own.
    mutating func add(contentsOf other: JSONLine) {
        guard !other.isEmpty else { return }
        separate()
        bytes += other.bytes.dropFirst()
    }

    /// The object, closed.
    var finished: [UInt8] { bytes + [UInt8(ascii: "}")] }

    private mutating func add(_ key: StaticString, raw: String) {
        begin(key)
        bytes.append(contentsOf: raw.utf8)
    }

    private mutating func begin(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
    }

    private mutating func separate() {
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
    }
}

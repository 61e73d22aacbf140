import Earshot

/// A text that `RecordWriter` wrote, changed without knowing what its fields mean.
enum RecordText {
    /// The record with each of its texts changed; nothing where it is no record.
    static func mapped(_ record: String, _ change: (String) -> String) -> String? {
        let bytes = Array(record.utf8)
        var writer = RecordWriter()
        var position = 0
        while position < bytes.count {
            let start = position
            if bytes[position] == UInt8(ascii: "-") { position += 1 }
            let digits = position
            while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
            guard position > digits, position < bytes.count,
                let number = Int(String(decoding: bytes[start..<position], as: UTF8.self))
            else { return nil }
            let end = bytes[position]
            position += 1
            if end == UInt8(ascii: ";") {
                writer.add(number)
            } else if end == UInt8(ascii: ":"), number >= 0, number <= bytes.count - position {
                writer.add(change(String(decoding: bytes[position..<(position + number)], as: UTF8.self)))
                position += number
            } else {
                return nil
            }
        }
        return bytes.isEmpty ? nil : writer.text
    }
}

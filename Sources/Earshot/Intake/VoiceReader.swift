/// Reads one JSON object of the voice contract.
struct VoiceReader: ~Copyable {
    private var json: JSONCursor
    private var draft: VoiceDraft
    private var seen = VoiceFieldSet()
    private var hasLocation = false

    /// - Parameter bytes: outlive the reader.
    init(_ bytes: UnsafeBufferPointer<UInt8>, now: Timestamp) {
        json = JSONCursor(bytes)
        draft = VoiceDraft(now: now)
    }

    mutating func voice() throws(VoiceFault) -> Voice {
        let kind = json.nextKind()
        guard json.take("{") else {
            throw VoiceFault(kind == .other ? "is not JSON" : "must be a JSON object, not \(kind.name)")
        }
        if !json.take("}") {
            repeat { try field() } while json.take(",")
            guard json.take("}") else { throw broken() }
        }
        guard json.isAtEnd() else { throw VoiceFault("has something after the JSON object") }
        return try draft.finish()
    }

    private mutating func field() throws(VoiceFault) {
        let key = try key()
        if let field = VoiceReader.field(named: key) {
            try value(of: field)
        } else if VoiceReader.isLocation(key) {
            try location()
        } else {
            throw VoiceFault(field: VoiceReader.shown(key), "is not a field of a voice")
        }
    }

    private mutating func location() throws(VoiceFault) {
        guard !hasLocation else { throw VoiceFault(field: "location", "is there twice") }
        hasLocation = true
        if json.takeNull() { return }
        let kind = json.nextKind()
        guard json.take("{") else {
            throw VoiceFault(field: "location", "must be an object, not \(kind.name)")
        }
        if json.take("}") { return }
        repeat {
            let key = try key()
            guard let field = VoiceReader.placeField(named: key) else {
                throw VoiceFault(field: "location.\(VoiceReader.shown(key))", "is not a field of a voice")
            }
            try value(of: field)
        } while json.take(",")
        guard json.take("}") else { throw broken() }
    }

    private mutating func key() throws(VoiceFault) -> UnsafeBufferPointer<UInt8> {
        guard json.nextKind() == .text else { throw broken() }
        // No field's name needs an escape.
        guard let key = json.plainText() else { throw VoiceFault("has a field whose name is not plain text") }
        guard json.take(":") else { throw broken() }
        return key
    }

    private mutating func value(of field: VoiceField) throws(VoiceFault) {
        guard seen.insert(field) else { throw VoiceFault(field, "is there twice") }
        switch json.nextKind() {
        case .text where !field.isNumber:
            try draft.set(field, to: try text(of: field))
        case .number where field.isNumber || field == .id:
            guard let number = json.number() else {
                throw VoiceFault(field, "is not a number as JSON writes it")
            }
            try draft.set(field, toNumber: number)
        case .null:
            guard json.takeNull() else { throw VoiceFault(field, "is not JSON") }
            guard !VoiceField.required.contains(field) else { throw VoiceFault(field, "is missing") }
        case .other:
            throw VoiceFault(field, "is not JSON")
        case let kind:
            throw VoiceFault(field, "must be \(field.isNumber ? "a number" : "a text"), not \(kind.name)")
        }
    }

    private mutating func text(of field: VoiceField) throws(VoiceFault) -> String {
        do throws(JSONFault) {
            return try json.text()
        } catch {
            throw VoiceFault(field, error.rawValue)
        }
    }

    private mutating func broken() -> VoiceFault {
        json.isAtEnd() ? VoiceFault("ends in the middle of the JSON object") : VoiceFault("is not JSON")
    }
}

/// The names as they stand in JSON.
extension VoiceReader {
    private static func field(named key: UnsafeBufferPointer<UInt8>) -> VoiceField? {
        for field in VoiceField.allCases where !field.isPlace && key.spells(field.key) { return field }
        return nil
    }

    private static func placeField(named key: UnsafeBufferPointer<UInt8>) -> VoiceField? {
        for field in [VoiceField.city, .province, .ip] where key.spells(field.key) { return field }
        return nil
    }

    private static func isLocation(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
        key.spells("location")
    }

    /// The start of a stranger's name for a field, safe to print.
    private static func shown(_ key: UnsafeBufferPointer<UInt8>) -> String {
        let text = String(decoding: key.prefix(40), as: UTF8.self)
        return String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control })
        )
    }
}

extension VoiceField {
    var isPlace: Bool { self == .city || self == .province || self == .ip }

    /// The key in JSON, where a place stands within `location`.
    var key: StaticString {
        switch self {
        case .id: "id"
        case .text: "text"
        case .publishedAt: "published_at"
        case .source: "source"
        case .kind: "kind"
        case .author: "author"
        case .url: "url"
        case .title: "title"
        case .city: "city"
        case .province: "province"
        case .ip: "ip"
        case .brand: "brand"
        case .series: "series"
        case .dealerID: "dealer_id"
        case .rating: "rating"
        case .likes: "likes"
        case .replies: "replies"
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func spells(_ name: StaticString) -> Bool {
        count == name.utf8CodeUnitCount && name.withUTF8Buffer { elementsEqual($0) }
    }
}

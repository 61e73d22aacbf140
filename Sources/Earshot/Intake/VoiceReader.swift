/// Reads one JSON object of the voice contract.
struct VoiceReader: ~Copyable {
    private var json: JSONCursor
    private var draft: VoiceDraft
    private var seen = VoiceFieldSet()
    private var hasLocation = false

    /// - Parameter bytes: outlive the reader.
    init(_ bytes: UnsafeBufferPointer<UInt8>, now: Timestamp, calendar: LocalCalendar, kept: KeptVoices?) {
        json = JSONCursor(bytes)
        draft = VoiceDraft(now: now, calendar: calendar, kept: kept)
    }

    mutating func voice() throws(VoiceFault) -> Voice {
        let kind = json.nextKind()
        guard json.take("{") else {
            switch kind {
            case .list, .text, .number: throw VoiceFault("must be a JSON object, not \(kind.name)")
            case .null where json.takeNull(): throw VoiceFault("must be a JSON object, not null")
            // Begins like a word of JSON, but so does much else: "not a voice".
            case .object, .truth, .null, .other: throw VoiceFault("is not JSON")
            }
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
        if let field = VoiceField(key: key, inLocation: false) {
            try value(of: field)
        } else if key == "location" {
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
            guard let field = VoiceField(key: key, inLocation: true) else {
                throw VoiceFault(field: "location.\(VoiceReader.shown(key))", "is not a field of a voice")
            }
            try value(of: field)
        } while json.take(",")
        guard json.take("}") else { throw broken() }
    }

    private mutating func key() throws(VoiceFault) -> String {
        guard json.nextKind() == .text else { throw broken() }
        // No field's name needs an escape.
        guard let key = json.plainText() else { throw VoiceFault("has a field whose name is not plain text") }
        guard json.take(":") else { throw broken() }
        // A broken byte makes it a name that no field has.
        return String(decoding: key, as: UTF8.self)
    }

    private mutating func value(of field: VoiceField) throws(VoiceFault) {
        guard seen.insert(field) else { throw VoiceFault(field, "is there twice") }
        switch json.nextKind() {
        case .text where !field.isNumber:
            try draft.set(field, to: try text(of: field))
        case .number where field.isNumber || field.isIdentifier:
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

extension VoiceReader {
    /// The start of a stranger's name for a field, safe to print.
    private static func shown(_ key: String) -> String {
        let scalars = key.unicodeScalars.prefix(40).filter { $0.properties.generalCategory != .control }
        return String(String.UnicodeScalarView(scalars))
    }
}

extension VoiceField {
    /// The field of this key of the JSON object; a place's keys stand within `location`.
    ///
    /// The names fit into a `String`'s own two words, so that each comparison is one of two words.
    fileprivate init?(key: String, inLocation: Bool) {
        if inLocation {
            switch key {
            case "city": self = .city
            case "province": self = .province
            case "ip": self = .ip
            default: return nil
            }
            return
        }
        switch key {
        case "id": self = .id
        case "text": self = .text
        case "published_at": self = .publishedAt
        case "source": self = .source
        case "kind": self = .kind
        case "author": self = .author
        case "url": self = .url
        case "title": self = .title
        case "brand": self = .brand
        case "series": self = .series
        case "dealer_id": self = .dealerID
        case "rating": self = .rating
        case "likes": self = .likes
        case "replies": self = .replies
        default: return nil
        }
    }
}

/// The fields of one row on their way to a voice: the one place where their values are checked, whatever
/// the form of the row.
struct VoiceDraft {
    /// The most characters (Unicode scalars) of a text.
    static let textLimit = 20_000
    /// How far a source's clock may be ahead of ours.
    static let clockTolerance = Duration.seconds(600)
    /// 2000-01-01T00:00:00Z: what is older is a mistaken unit or an empty date.
    static let earliest = Timestamp(seconds: 946_684_800)
    static let countLimit = 1_000_000_000_000

    private let now: Timestamp
    private let calendar: LocalCalendar
    private let kept: KeptVoices?
    private var id: String?
    private var text: String?
    private var publishedAt: Timestamp?
    // Filled in as they come; `voice` sets the required three.
    private var voice = Voice(id: "", text: "", publishedAt: Timestamp(milliseconds: 0))

    /// - Parameter calendar: says which moment a time without an offset is.
    init(now: Timestamp, calendar: LocalCalendar, kept: KeptVoices? = nil) {
        self.now = now
        self.kept = kept
        self.calendar = calendar
    }

    /// Takes a value written as text. An empty one of an optional field is an absent one.
    mutating func set(_ field: VoiceField, to value: String) throws(VoiceFault) {
        guard !isBlank(value) else {
            guard !VoiceField.required.contains(field) else { throw VoiceFault(field, "is empty") }
            return
        }
        try check(value, of: field)
        switch field {
        case .id: id = value
        case .text: text = value
        case .publishedAt: publishedAt = try moment(value)
        case .source: voice.source = value
        case .kind:
            guard let kind = Voice.Kind(rawValue: value) else {
                let kinds = Voice.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw VoiceFault(field, "must be one of \(kinds)")
            }
            voice.kind = kind
        case .author: voice.author = value
        case .url: voice.url = value
        case .title: voice.title = value
        case .city: voice.location.city = value
        case .province: voice.location.province = value
        case .ip: voice.location.ip = value
        case .brand: voice.brand = value
        case .series: voice.series = value
        case .dealerID: voice.dealerID = value
        case .rating, .likes, .replies: try set(field, toNumber: value)
        }
    }

    /// Takes a value written as a number, in the characters of the row.
    mutating func set(_ field: VoiceField, toNumber value: String) throws(VoiceFault) {
        // `Double` also reads `nan`, `infinity` and hexadecimal forms.
        guard value.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) else {
            throw VoiceFault(field, field.isNumber ? "must be a number" : "must be a text")
        }
        switch field {
        case .id, .dealerID: try set(field, to: value)
        case .rating:
            guard let rating = Double(value) else { throw VoiceFault(field, "must be a number") }
            guard (0...5).contains(rating) else { throw VoiceFault(field, "must be from 0 to 5") }
            voice.rating = rating
        case .likes: voice.likes = try count(value, of: field)
        case .replies: voice.replies = try count(value, of: field)
        default: throw VoiceFault(field, "must be a text")
        }
    }

    /// The voice, when every required field has come.
    func finish() throws(VoiceFault) -> Voice {
        guard let id else { throw VoiceFault(.id, "is missing") }
        guard let text else { throw VoiceFault(.text, "is missing") }
        guard let publishedAt else { throw VoiceFault(.publishedAt, "is missing") }
        var voice = voice
        voice.id = id
        voice.text = text
        voice.publishedAt = publishedAt
        return voice
    }

    private func moment(_ value: String) throws(VoiceFault) -> Timestamp {
        guard let moment = Timestamp(rfc3339: value) ?? Timestamp(local: value, in: calendar) else {
            throw VoiceFault(
                .publishedAt,
                "must be a date and time such as 2026-11-20T08:30:00+08:00 or 2026-11-20 08:30")
        }
        guard moment >= VoiceDraft.earliest else { throw VoiceFault(.publishedAt, "is before 2000") }
        if let kept, moment < kept.since {
            throw VoiceFault(
                .publishedAt, "is older than voices are kept: \(kept.days) days (retention.voices)")
        }
        guard moment <= now + VoiceDraft.clockTolerance else {
            throw VoiceFault(.publishedAt, "is in the future")
        }
        return moment
    }

    private func count(_ value: String, of field: VoiceField) throws(VoiceFault) -> Int {
        // Some exporters write every number as 12.0 or 1.2e3.
        guard let count = Int(value) ?? Double(value).flatMap(Int.init(exactly:)) else {
            throw VoiceFault(field, Double(value) == nil ? "must be a number" : "must be a whole number")
        }
        guard count >= 0 else { throw VoiceFault(field, "must not be negative") }
        guard count <= VoiceDraft.countLimit else { throw VoiceFault(field, "is too large") }
        return count
    }

    private func isBlank(_ value: String) -> Bool {
        value.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }

    private func check(_ value: String, of field: VoiceField) throws(VoiceFault) {
        if let limit = field.byteLimit, value.utf8.count > limit {
            throw VoiceFault(field, "is longer than \(limit) bytes")
        }
        // A character has at least one byte, so that most texts need no counting.
        if field == .text, value.utf8.count > VoiceDraft.textLimit,
            value.unicodeScalars.count > VoiceDraft.textLimit
        {
            throw VoiceFault(field, "is longer than 20,000 characters")
        }
        guard hasControl(value) else { return }
        let hasForbidden = value.utf8.contains { isControl($0) && !$0.isJSONBlank }
        if hasForbidden || !(field == .text || field == .title) {
            throw VoiceFault(field, "has a control character")
        }
    }
}

/// How old a voice may be that comes in: what is older would go again within the hour.
struct KeptVoices: Sendable {
    var days: Int
    var since: Timestamp
}

private func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

/// Looks at every byte without an early end, which the compiler turns into vector instructions.
private func hasControl(_ value: String) -> Bool {
    var value = value
    return value.withUTF8 { bytes in
        var found: UInt8 = 0
        for byte in bytes { found |= isControl(byte) ? 1 : 0 }
        return found != 0
    }
}

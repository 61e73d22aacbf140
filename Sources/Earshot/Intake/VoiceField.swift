/// A field of the voice contract. The fields of `location` stand beside the others, as they do in CSV.
enum VoiceField: UInt8, CaseIterable {
    case id, text, publishedAt, source, kind, author, url, title, city, province, ip, brand, series
    case dealerID, rating, likes, replies

    /// The name in errors and in a CSV header.
    var name: String {
        switch self {
        case .id: "id"
        case .text: "text"
        case .publishedAt: "published_at"
        case .source: "source"
        case .kind: "kind"
        case .author: "author"
        case .url: "url"
        case .title: "title"
        case .city: "location.city"
        case .province: "location.province"
        case .ip: "location.ip"
        case .brand: "brand"
        case .series: "series"
        case .dealerID: "dealer_id"
        case .rating: "rating"
        case .likes: "likes"
        case .replies: "replies"
        }
    }

    static let required: [VoiceField] = [.id, .text, .publishedAt]

    /// Whether JSON writes it as a number.
    var isNumber: Bool { self == .rating || self == .likes || self == .replies }

    /// Whether it names a thing of another system, which may number its things: `5` is then as good as `"5"`.
    var isIdentifier: Bool { self == .id || self == .dealerID }

    /// Whether it is written for people, so that its blanks are its own.
    var isProse: Bool { self == .text || self == .title }

    /// Whether it stands within `location`.
    var isPlace: Bool { self == .city || self == .province || self == .ip }

    /// The most bytes of UTF-8 it may have; nothing for the text, whose characters are counted.
    var byteLimit: Int? {
        switch self {
        case .text: nil
        case .url: 2048
        case .title: 4096
        case .id, .author: 256
        default: 128
        }
    }
}

/// A set of fields, one bit each.
struct VoiceFieldSet {
    private var bits: UInt32 = 0

    /// Adds the field; false when it was there.
    mutating func insert(_ field: VoiceField) -> Bool {
        let bit = UInt32(1) << field.rawValue
        defer { bits |= bit }
        return bits & bit == 0
    }
}

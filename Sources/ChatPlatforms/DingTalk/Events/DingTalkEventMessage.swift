import Crypto

/// The decrypted text of an event: an envelope with the data's fields side by side, in one of two shapes.
///
/// Source: open.dingtalk.com, 数据格式.
struct DingTalkEventMessage: Decodable {
    private let kind: String
    private let id: String?
    private let people: Int?

    private enum Key: String, CodingKey {
        case kind = "EventType"
        case id = "eventId"
        case people = "userId"
        /// In the older shape, which has no `eventId` either, and where data is spelled so.
        case olderPeople = "UserId"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        kind = try fields.identifier(.kind)
        id = try? fields.identifier(.id)
        people =
            fields.ifUsable([String].self, .people)?.count
            ?? fields.ifUsable([String].self, .olderPeople)?.count
    }

    /// What it tells.
    ///
    /// - Parameter text: The whole event, which stands for the identifier where there is none.
    func event(text: [UInt8]) -> DingTalkEvent {
        // A name for the log that is not longer than names are.
        guard let change = DingTalkChange.Kind(rawValue: kind) else {
            return .notice(String(kind.prefix(64)))
        }
        let identifier = id ?? "event-" + Hexadecimal.encode(Digest.sha256(of: text))
        return .change(DingTalkChange(id: identifier, kind: change, people: people))
    }
}

internal import ChatPlatforms
internal import Earshot
internal import FoundationEssentials

/// One line of a console conversation, kept in the form the page takes.
struct ConsoleEntry: Sendable, Equatable {
    enum Kind: String, Sendable {
        /// What the person wrote.
        case sent
        /// What the bot answered to it.
        case reply
        /// What the bot says of its own accord.
        case pushed
    }

    let kind: Kind
    /// The message it is or answers; for a pushed one the delivery's key.
    let key: String
    /// The fields of the JSON object behind its sequence number: `"kind":…,…}`.
    private let fields: [UInt8]

    /// - Parameter key: Letters, digits and hyphens only, because it stands in the JSON as it is.
    static func sent(_ text: String, key: String, at moment: Timestamp) throws -> ConsoleEntry {
        let text = Array(try JSONEncoder().encode(text))
        return ConsoleEntry(kind: .sent, key: key, at: moment, name: "text", value: text)
    }

    static func reply(_ reply: Reply, key: String, at moment: Timestamp) throws -> ConsoleEntry {
        let reply = ConsoleReply.encode(reply)
        return ConsoleEntry(kind: .reply, key: key, at: moment, name: "reply", value: reply)
    }

    static func pushed(_ reply: Reply, key: String, at moment: Timestamp) throws -> ConsoleEntry {
        let reply = ConsoleReply.encode(reply)
        return ConsoleEntry(kind: .pushed, key: key, at: moment, name: "reply", value: reply)
    }

    private init(kind: Kind, key: String, at moment: Timestamp, name: String, value: [UInt8]) {
        self.kind = kind
        self.key = key
        let message = kind == .pushed ? "" : "\"message\":\"\(key)\","
        let head = "\"kind\":\"\(kind.rawValue)\",\"at\":\(moment.milliseconds),\(message)\"\(name)\":"
        fields = Array(head.utf8) + value + [UInt8(ascii: "}")]
    }

    /// The JSON object.
    func json(sequence: Int) -> [UInt8] {
        Array("{\"sequence\":\(sequence),".utf8) + fields
    }
}

/// That somebody is sent the pictures that came with a suggestion: what leaves, and what stands in the audit trail.
public struct AttachmentsShown: Sendable {
    /// A person of the directory.
    public var viewer: String
    /// Of which suggestion, and how many pictures: `#57 2`.
    public var object: String
    public var deliveries: [Delivery]

    public init(_ count: Int, of suggestion: Suggestion, to viewer: String, _ deliveries: [Delivery]) {
        self.viewer = viewer
        object = "\(suggestion.name) \(count)"
        self.deliveries = deliveries
    }

    /// Whether a delivery shows something to somebody who asked for it, by its key.
    public static func isShown(by key: String) -> Bool { key.hasPrefix(prefix) }

    static let prefix = "attachment/"

    /// The key of what an account that asked is shown of a suggestion.
    static func key(of suggestion: Suggestion, askedBy message: MessageKey) -> String {
        "\(prefix)\(message.channel)/\(message.id)/\(suggestion.number)"
    }

    /// The number of the suggestion that a delivery shows something of, by its key.
    static func suggestion(of key: String) -> Int64? {
        var key = Substring(key)
        guard key.hasPrefix(prefix) else { return nil }
        while key.hasSuffix(Delivery.partMark) { key = key.dropLast(Delivery.partMark.count) }
        return key.split(separator: "/").last.flatMap { Int64($0) }
    }
}

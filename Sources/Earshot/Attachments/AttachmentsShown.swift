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
}

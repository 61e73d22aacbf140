/// Something that came with a message and still lies at the platform.
public struct MessageAttachment: Sendable, Hashable {
    public var kind: Kind
    /// What the platform gave to fetch it with: an address, a code or a key. It works for minutes or days.
    public var locator: String

    /// What the platform says it is.
    public enum Kind: Int, Sendable, Hashable, CaseIterable {
        case picture = 1
        case file = 2
        case recording = 3
    }

    /// The longest locator that is kept, in bytes; a longer one is not the platform's.
    public static let longestLocator = 4096

    public init(_ kind: Kind, locator: String) {
        self.kind = kind
        self.locator = locator
    }

    /// Nothing where the platform gave nothing that could be used.
    public init?(_ kind: Kind, at locator: String?) {
        guard let locator, (1...MessageAttachment.longestLocator).contains(locator.utf8.count) else {
            return nil
        }
        self.init(kind, locator: locator)
    }
}

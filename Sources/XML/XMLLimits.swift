/// What a document may use up before it is refused.
public struct XMLLimits: Sendable, Hashable {
    /// The whole document in bytes.
    public var bytes: Int
    /// Elements inside one another; 1 is the root alone.
    public var depth: Int
    /// Elements altogether.
    public var elements: Int

    public init(bytes: Int = 1 << 20, depth: Int = 16, elements: Int = 1000) {
        self.bytes = bytes
        self.depth = depth
        self.elements = elements
    }
}

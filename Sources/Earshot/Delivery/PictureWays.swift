/// Where somebody who asked is shown pictures: in the chat of the two.
public struct PictureWay: Sendable, Hashable {
    /// The configured way out, `wecom/sales`.
    public var channel: String
    /// Who asked, as the channel writes its recipients.
    public var recipient: String
    /// The largest picture in bytes that it takes.
    public var mostBytes: Int

    public init(channel: String, recipient: String, mostBytes: Int) {
        self.channel = channel
        self.recipient = recipient
        self.mostBytes = mostBytes
    }
}

/// Finds where people who asked are shown pictures.
public protocol PictureWays: Sendable {
    /// The way to the account that asked, and to no other; nothing where none shows pictures.
    func pictureWay(to origin: Question.Origin) async throws -> PictureWay?
}

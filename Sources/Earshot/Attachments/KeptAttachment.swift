/// An attachment that was fetched and is to be kept.
public struct FetchedAttachment: Sendable, Equatable {
    public var kind: MessageAttachment.Kind
    public var format: AttachmentFormat
    public var bytes: [UInt8]
    /// Who sent it.
    public var account: String
    /// When it is removed: what its sender was told stays so, whatever is configured later.
    public var forgetAt: Timestamp

    public init(
        _ kind: MessageAttachment.Kind, _ format: AttachmentFormat, bytes: [UInt8], account: String,
        forgetAt: Timestamp
    ) {
        self.kind = kind
        self.format = format
        self.bytes = bytes
        self.account = account
        self.forgetAt = forgetAt
    }
}

/// An attachment on disk, without its bytes.
public struct KeptAttachment: Sendable, Equatable {
    public var number: Int64
    public var kind: MessageAttachment.Kind
    public var format: AttachmentFormat
    /// In bytes.
    public var size: Int
    public var account: String
    /// The message it came with.
    public var message: MessageKey
    public var receivedAt: Timestamp
    public var forgetAt: Timestamp
    /// The suggestion it belongs to, where it belongs to one.
    public var suggestion: Int64?

    public init(
        number: Int64, kind: MessageAttachment.Kind, format: AttachmentFormat, size: Int, account: String,
        message: MessageKey, receivedAt: Timestamp, forgetAt: Timestamp, suggestion: Int64? = nil
    ) {
        self.number = number
        self.kind = kind
        self.format = format
        self.size = size
        self.account = account
        self.message = message
        self.receivedAt = receivedAt
        self.forgetAt = forgetAt
        self.suggestion = suggestion
    }

    /// A name for a file, of nothing that a sender chose.
    public var fileName: String { "attachment-\(number).\(format.fileExtension)" }
}

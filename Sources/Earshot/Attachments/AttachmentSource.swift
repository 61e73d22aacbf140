/// Where attachments are fetched while the platform still has them.
public protocol AttachmentSource: Sendable {
    /// Whether a channel's attachments can be fetched at all.
    func canFetch(on channel: String) -> Bool

    /// The bytes as the sender gave them, decrypted.
    ///
    /// - Parameters:
    ///   - message: The message it came with.
    ///   - limit: No more bytes than these are taken in.
    func fetch(
        _ attachment: MessageAttachment, of message: MessageKey, limit: Int
    ) async throws(AttachmentFault) -> [UInt8]
}

/// Why an attachment was not got.
public struct AttachmentFault: Error, Sendable, Equatable {
    /// What kind of reason; the set can grow.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public static let tooLarge = Code(rawValue: "attachment.too-large")
        /// The platform has it no more, or does not give it.
        public static let refused = Code(rawValue: "attachment.refused")
        /// The platform was not reached; sent again it may come.
        public static let unreached = Code(rawValue: "attachment.unreached")
        /// Its address is not of a host that is configured for attachments.
        public static let hostNotAllowed = Code(rawValue: "attachment.host-not-allowed")
        /// What came was not encrypted for this robot, or broke off.
        public static let undecipherable = Code(rawValue: "attachment.undecipherable")
        /// The channel has nothing to fetch with.
        public static let noSource = Code(rawValue: "attachment.no-source")
    }

    public let code: Code
    /// What the platform or the client said of it, for the operator. No address stands in it.
    public let words: String

    public init(_ code: Code, words: String = "") {
        self.code = code
        self.words = words
    }
}

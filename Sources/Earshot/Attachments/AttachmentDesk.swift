/// What is kept of attachments; they come in with the turn of their message (`Turn.Effect.keep`).
public protocol AttachmentDesk: Sendable {
    /// How many bytes are kept that an account sent; without one, that anybody sent.
    func attachmentBytes(of account: String?) async throws -> Int

    /// The newest first.
    ///
    /// - Parameters:
    ///   - account: whose; nothing for everybody's.
    ///   - suggestion: which one they belong to; nothing for any or none.
    func attachments(
        of account: String?, forSuggestion suggestion: Int64?, limit: Int
    ) async throws -> [KeptAttachment]

    /// One with its bytes, or nothing.
    func attachment(_ number: Int64) async throws -> (KeptAttachment, bytes: [UInt8])?

    /// Leaves in the audit trail who took one out to look at it.
    func recordAttachmentSaved(_ number: Int64, by actor: String, at now: Timestamp) async throws

    /// Removes one before its time, and leaves in the audit trail who did.
    ///
    /// - Returns: whether there was one.
    func dropAttachment(_ number: Int64, by actor: String, at now: Timestamp) async throws -> Bool
}

extension AttachmentDesk {
    /// The newest first.
    ///
    /// - Parameter account: whose; nothing for everybody's.
    public func attachments(of account: String?, limit: Int) async throws -> [KeptAttachment] {
        try await attachments(of: account, forSuggestion: nil, limit: limit)
    }
}

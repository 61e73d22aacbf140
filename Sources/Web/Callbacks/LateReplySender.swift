/// Posts an answer that was not ready when the platform asked.
public protocol LateReplySender: Sendable {
    /// Posts JSON to an address that was checked before.
    ///
    /// - Throws: when the platform did not take it, or may not have: `LateReplyError` where it is known which. Whatever
    ///   else is thrown may have arrived.
    func post(_ json: [UInt8], to url: String) async throws
}

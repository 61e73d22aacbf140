/// Posts an answer that was not ready when the platform asked.
public protocol LateReplySender: Sendable {
    /// Posts JSON to an address that was checked before. Throws when the platform did not take it.
    func post(_ json: [UInt8], to url: String) async throws
}

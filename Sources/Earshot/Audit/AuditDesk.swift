/// The audit trail for those who look after it.
public protocol AuditDesk: Sendable {
    /// Writes down that something was done that is no part of a message.
    func record(_ action: String, of object: String, by actor: String, at now: Timestamp) async throws

    /// Entries, the newest first.
    ///
    /// - Parameters:
    ///   - number: only those before this one, for the next page; nothing for the first.
    ///   - limit: the most.
    func audit(_ filter: AuditFilter, before number: Int64?, limit: Int) async throws -> [AuditEntry]

    /// The last entry; number 0 of an empty trail.
    func auditHead() async throws -> AuditHead

    /// Reads the whole trail and looks whether it is as it was written.
    ///
    /// - Parameter known: an earlier head that must still be in it.
    func verifyAudit(containing known: AuditHead?) async throws -> AuditVerdict
}

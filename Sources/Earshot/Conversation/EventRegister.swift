/// Which events of the platforms were acted on.
///
/// Platforms send an event again until it is acknowledged, and sometimes after.
public protocol EventRegister: Sendable {
    /// Whether an event was seen within a day.
    func hasSeen(_ event: MessageKey) async throws -> Bool

    /// Makes durable that an event was seen.
    ///
    /// - Returns: whether it is new; a repeat within a day changes nothing.
    func see(_ event: MessageKey, at now: Timestamp) async throws -> Bool
}

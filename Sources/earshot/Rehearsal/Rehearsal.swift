import Earshot
import Sample

/// Plays a scenario: gives its voices to the intake when the clock shows that it is time.
struct Rehearsal: Sendable {
    let scenario: Scenario
    let clock: RehearsalClock
    /// The scenario's beginning.
    let start: Timestamp

    /// Plays it to its end, or until the task is cancelled.
    ///
    /// - Parameter told: called with every voice that was taken in, and when.
    /// - Throws: what the intake throws; `CancellationError`.
    func play(
        into intake: any VoiceIntake, told: @Sendable (Scenario.Arrival, Timestamp) -> Void
    ) async throws {
        for arrival in scenario.arrivals {
            let due = start + arrival.after
            try await Task.sleep(for: clock.wait(until: due))
            var line: [UInt8] = []
            VoiceLine.append(arrival.voice(at: due), to: &line)
            let delivery = try await intake.open(for: "rehearsal")
            try await delivery.feed(line)
            let report = try await delivery.finish()
            if report.accepted > 0 { told(arrival, due) }
        }
    }
}

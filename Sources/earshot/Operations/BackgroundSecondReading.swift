import Earshot

/// Has doubtful voices read a second time beside the service, for as long as it runs.
struct BackgroundSecondReading: Sendable {
    private let readings: SecondReadings
    private let log: SecondReadingLog

    init(_ readings: SecondReadings, log: SecondReadingLog) {
        self.readings = readings
        self.log = log
    }

    /// Works until the task is cancelled.
    func run() async {
        var pauses = SecondReadingPauses()
        while !Task.isCancelled {
            var pause = SecondReadingPauses.longest
            do {
                let outcome = try await readings.run()
                log.ended(outcome)
                pause = pauses.pause(after: outcome)
            } catch is CancellationError {
                return
            } catch {
                log.failed(error)
            }
            // Cancelled when the service stops, which ends the waiting.
            try? await Task.sleep(for: pause)
        }
    }
}

import Earshot

/// Has doubtful voices read a second time beside the service, for as long as it runs.
struct BackgroundSecondReading: Sendable {
    private let readings: SecondReadings
    private let log: SecondReadingLog

    init(_ readings: SecondReadings, log: SecondReadingLog) {
        self.readings = readings
        self.log = log
    }

    /// Between two looks for new voices.
    private static let usual = Duration.seconds(60)
    /// Until a new day's budget is looked for.
    private static let untilBudget = Duration.seconds(600)
    private static let longest = Duration.seconds(3600)

    /// Works until the task is cancelled.
    func run() async {
        var patience = BackgroundSecondReading.usual
        while !Task.isCancelled {
            var pause = BackgroundSecondReading.usual
            do {
                let outcome = try await readings.run()
                log.ended(outcome)
                switch outcome {
                case .done, .otherEdition: patience = BackgroundSecondReading.usual
                case .outOfBudget:
                    patience = BackgroundSecondReading.usual
                    pause = BackgroundSecondReading.untilBudget
                case .unavailable(let trouble):
                    pause = max(patience, trouble.retryAfter ?? .zero)
                    patience = min(patience * 2, BackgroundSecondReading.longest)
                }
            } catch is CancellationError {
                return
            } catch {
                log.failed(error)
                pause = BackgroundSecondReading.longest
            }
            // Cancelled when the service stops, which ends the waiting.
            try? await Task.sleep(for: pause)
        }
    }
}

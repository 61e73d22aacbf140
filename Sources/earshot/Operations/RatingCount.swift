import Metrics

/// Counts what people think of answers, whether they pressed a thumb or said it.
struct RatingCount: Sendable {
    private let ratings: Family<Counter>

    init(_ metrics: Metrics) {
        ratings = metrics.counters(
            "earshot_feedback_total",
            help: "What people think of answers, by platform and verdict; earshot feedback list shows it.",
            labels: ["platform", "verdict"])
    }

    /// - Parameter verdict: `positive`, `negative` or `withdrawn`.
    func count(_ verdict: String, on channel: String) {
        // Not the channel: a robot's name is part of its address, which must not be guessed.
        ratings.with(String(channel.prefix { $0 != "/" }), verdict).increment()
    }
}

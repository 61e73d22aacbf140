import Web

/// Logs what became of callbacks, and counts what people think of answers. Nothing that was said and no name goes into
/// either.
struct CallbackLog: Sendable {
    private let ratings: RatingCount

    init(_ ratings: RatingCount) {
        self.ratings = ratings
    }

    func record(_ report: CallbackReport) {
        let fields: [(StaticString, String)] = [
            ("callback.channel", report.channel), ("callback.event", report.event.rawValue),
            ("callback.reason", report.reason),
        ]
        switch report.event {
        case .acknowledged: break
        case .rated:
            ratings.count(report.reason, on: report.channel)
        case .unidentified:
            Log.write(
                .warning,
                "a message has no staff id: somebody outside the organisation, or the robot is not published",
                fields)
        case .changed: Log.write(.info, "people or groups changed at the platform", fields)
        case .alert:
            Log.write(.error, "the platform warns that the application is not used enough", fields)
        default: Log.write(.warning, "a callback was not answered in the normal way", fields)
        }
    }
}

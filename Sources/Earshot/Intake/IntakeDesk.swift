/// Takes deliveries of voices in: splits, decodes, understands and registers them.
public struct IntakeDesk: VoiceIntake {
    private let comprehension: @Sendable () -> Comprehension
    private let register: any VoiceRegister
    private let clock: any Clock
    private let retention: RetentionRules

    /// - Parameters:
    ///   - comprehension: the one in force, asked for once a delivery.
    ///   - retention: a voice whose time is over is refused.
    public init(
        comprehension: @escaping @Sendable () -> Comprehension, register: any VoiceRegister, clock: any Clock,
        retention: RetentionRules = RetentionRules()
    ) {
        self.comprehension = comprehension
        self.register = register
        self.clock = clock
        self.retention = retention
    }

    public func open(for client: String) async throws -> any VoiceDelivery {
        let comprehension = comprehension()
        return Delivery(
            VoiceStream(comprehension, into: register, clock: clock, batchSize: 4000),
            decoder: VoiceDecoder(now: clock.now, calendar: comprehension.calendar, retention: retention)
        )
    }

    /// One request's body.
    private actor Delivery: VoiceDelivery {
        private let stream: VoiceStream
        private let decoder: VoiceDecoder
        private var rows = RowSplitter()
        private var report = IntakeReport()

        init(_ stream: VoiceStream, decoder: VoiceDecoder) {
            self.stream = stream
            self.decoder = decoder
        }

        func feed(_ bytes: [UInt8]) async throws {
            try await take(rows.feed(bytes))
        }

        func finish() async throws -> IntakeReport {
            try await take(rows.finish())
            let counts = try await stream.finish()
            report.isCutOff = rows.isCutOff
            report.accepted = counts.accepted
            report.advertisements = counts.advertisements
            report.repeated = counts.repeated
            report.unplaced = counts.unplaced.count
            report.unknownCities = counts.unplaced.cities
            report.unassigned = counts.unassigned.count
            report.unknownDealers = counts.unassigned.dealers
            return report
        }

        func abandon() async {
            // What was written stays: the same voices sent again count once.
        }

        private func take(_ rows: [IntakeRow]) async throws {
            for row in rows {
                switch Result(catching: { () throws(RowProblem) in try decoder.voice(of: row) }) {
                case .success(let voice):
                    try await stream.add(voice)
                case .failure(let problem):
                    report.reject(
                        IntakeReport.Rejection(
                            line: problem.line, element: problem.element, field: problem.field,
                            reason: problem.reason))
                }
            }
        }
    }
}

/// How people's answers move the share of the alarm budget that a warning's matter has.
extension WarningService {
    /// The share of what was confirmed to be one, where it was not before; nothing for what is not of counts.
    ///
    /// - Parameter limit: what it does not grow beyond.
    func confirmedShare(
        of warning: Warning, upTo limit: Double = AlarmShare.bounds.upperBound
    ) async throws -> AlarmShare? {
        guard warning.subject.matter != nil else { return nil }
        if let guidance = warning.guidance {
            // What was called back has confirmed nothing.
            guard guidance.recipients == 0, try await sentLines(of: warning) == 0 else { return nil }
        }
        var share = try await share(of: warning)
        share.noteConfirmed(upTo: limit)
        return share
    }

    /// The words of a share that is another one than before.
    func moved(_ share: AlarmShare?, of warning: Warning) async throws -> TextValue {
        guard let share, share.factor != (try await self.share(of: warning)).factor else { return false }
        return share.words
    }

    func share(of warning: Warning) async throws -> AlarmShare {
        let subject = warning.subject.description
        return try await desk.alarmShares()[subject] ?? AlarmShare(subject: subject)
    }

    /// How the answers of people have moved what is a warning there; nothing where it is as it was at first.
    func sharesOfAlarms(of warning: Warning) async throws -> TextValue {
        guard warning.subject.matter != nil else { return false }
        let share = try await share(of: warning)
        return share.factor == 1 ? false : share.words
    }

    /// Whether lines to take that wait are all there ever were of a warning, so that the share was moved by them alone.
    func hasConfirmed(_ warning: Warning, byLines waiting: Int) async throws -> Bool {
        guard waiting > 0, warning.guidance != nil else { return false }
        guard try await sentLines(of: warning) == waiting else { return false }
        // Told of something narrower it has moved the share of that.
        let steps = try await desk.steps(of: warning.number)
        let told = steps.firstIndex { $0.kind == .told } ?? steps.endIndex
        return !steps[told...].contains { $0.kind == .spread }
    }

    /// How many lines to take were sent or wait to be sent, without those that were called back.
    func sentLines(of warning: Warning) async throws -> Int {
        try await desk.decisions(of: [warning.number]).count { $0.notice.isGuidance && $0.verdict.isSent }
    }
}

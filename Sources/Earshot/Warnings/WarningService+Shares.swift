/// How people's answers move the share of the alarm budget that a warning's matter has.
extension WarningService {
    /// The share of what was confirmed to be one, where it was not before, and by how much it was raised; nothing for what is not of
    /// counts.
    ///
    /// - Parameter limit: what it does not grow beyond.
    func raisedShare(
        of warning: Warning, upTo limit: Double = AlarmShare.bounds.upperBound
    ) async throws -> (share: AlarmShare?, gain: Double?) {
        guard warning.subject.matter != nil else { return (nil, nil) }
        if let guidance = warning.guidance {
            // What was called back has confirmed nothing.
            guard guidance.recipients == 0, try await sentLines(of: warning) == 0 else {
                return (nil, nil)
            }
        }
        var share = try await share(of: warning)
        // The word that it was over, which was taken back, has counted it already.
        if let gain = try await gainOfEnding(of: warning) { share.takeBackConfirmed(gain) }
        let gain = share.noteConfirmed(upTo: limit)
        return (share, gain)
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

    /// By how much lines to take that wait have raised the share, where they are all there are since it was raised; nothing where
    /// somebody was sent one.
    ///
    /// - Parameter waiting: how many of them wait.
    func gain(of warning: Warning, byLines waiting: Int) async throws -> Double? {
        guard waiting > 0, warning.guidance != nil else { return nil }
        let steps = try await desk.steps(of: warning.number)
        // Of older lines it is not kept which of them raised it: the first did.
        let raising = steps.lastIndex { $0.told?.gain != nil } ?? steps.firstIndex { $0.kind == .told }
        guard let raising else { return nil }
        // Told of something narrower it has moved the share of that.
        guard !steps[raising...].contains(where: { $0.kind == .spread }) else { return nil }
        guard try await sentLines(of: warning, since: steps[raising].at) == waiting else { return nil }
        return steps[raising].told?.gain ?? AlarmShare.gain
    }

    /// The last word of somebody that it was over or a false alarm, be that taken back or not.
    static func lastEnding(in steps: [WarningStep]) -> WarningStep? {
        steps.last { $0.kind == .resolved || $0.kind == .dismissed }
    }

    /// By how much the word that it was over has raised the share; nothing where it raised none, where another word came after it
    /// or dealers were told since, which counts in its place, and where it was of something narrower.
    func gainOfEnding(of warning: Warning) async throws -> Double? {
        let steps = try await desk.steps(of: warning.number)
        guard let ending = WarningService.lastEnding(in: steps), ending.kind == .resolved,
            let index = steps.lastIndex(of: ending),
            !steps[index...].contains(where: { $0.kind == .spread || $0.told?.gain != nil })
        else { return nil }
        return ending.gain
    }

    /// How many lines to take were sent or wait to be sent, without those that were called back.
    ///
    /// - Parameter moment: when the first of them was written; nothing for all.
    func sentLines(of warning: Warning, since moment: Timestamp? = nil) async throws -> Int {
        try await desk.decisions(of: [warning.number]).count { decision in
            guard case .guided(let at) = decision.notice, decision.verdict.isSent else { return false }
            return moment.map { $0 <= at } ?? true
        }
    }
}

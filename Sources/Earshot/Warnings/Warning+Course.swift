extension Warning {
    /// Something abnormal that is a warning, or may become one.
    struct Finding: Sendable, Hashable {
        var subject: WarningSubject
        var parts: [WarningSubject] = []
        var figures: WarningFigures
        var severity: Severity
        /// The words of a voice that is enough, masked.
        var evidence: String?
        /// Those of its parts that are aspects of the same place, of which the same customers speak, with their own figures: which
        /// of them is the most conspicuous may be another one tomorrow.
        private(set) var siblings: [WarningSubject: WarningFigures] = [:]
        private(set) var loudness = Loudness()

        init(_ abnormality: Abnormality) {
            subject = WarningSubject(abnormality.matter)
            parts = abnormality.parts.map { WarningSubject($0.matter) }
            figures = WarningFigures(abnormality)
            severity = Severity(of: figures)
            for one in [abnormality] + abnormality.parts {
                loudness.note(WarningFigures(one).excess, in: one.matter.place)
            }
            for part in abnormality.parts
            where WarningSubject(part.matter).isBeside(subject) {
                siblings[WarningSubject(part.matter)] = WarningFigures(part)
            }
        }

        /// Whether it is the subject, or more than it.
        func holds(_ other: WarningSubject) -> Bool {
            subject == other || subject.contains(other) || takesOver(other)
                || isWiderAspect(ofSeries: other)
        }

        /// Whether the subject is a series that its aspect, of a wider place, makes up.
        private func isWiderAspect(ofSeries other: WarningSubject) -> Bool {
            guard parts.contains(other), other.matter?.series != nil, subject.isToldOf(with: other) else {
                return false
            }
            return subject.place.contains(other.place)
        }

        /// Whether the subject is what was found, or an aspect or a series of which the same customers speak.
        func isOfSameCustomers(as other: WarningSubject) -> Bool {
            isSibling(other) || joinsSeries(with: other)
        }

        /// Whether the subject is what was found, or another aspect of its place of which the same customers speak.
        func isSibling(_ other: WarningSubject) -> Bool { subject == other || siblings[other] != nil }

        /// Whether of it and the subject one is a series and the other an aspect that was joined with it.
        func joinsSeries(with other: WarningSubject) -> Bool {
            parts.contains(other) && subject.isToldOf(with: other)
        }

        /// Whether the subject is a part of it that it does not hold whole: of a neighbourhood across a border, a region's aspect
        /// that most of is there.
        func goesBeyond(_ other: WarningSubject) -> Bool { parts.contains(other) && !holds(other) }

        /// Whether the subject is of a neighbourhood that turned out to be, for the most part, this place's.
        func takesOver(_ other: WarningSubject) -> Bool {
            parts.contains(other) && !subject.place.isSurroundings && subject.laps(over: other)
        }

        init(
            _ subject: WarningSubject, _ figures: WarningFigures, severity: Severity,
            evidence: String? = nil
        ) {
            (self.subject, self.figures, self.severity) = (subject, figures, severity)
            loudness.note(figures.excess, in: subject.place)
            self.evidence = evidence
        }
    }

    /// Takes note that it is abnormal on a day.
    ///
    /// - Returns: what happened that is worth a line of the history.
    mutating func observe(_ finding: Finding, on day: Day, at now: Timestamp) -> [WarningStep] {
        // That is known, and days since then were ordinary; that more than it was abnormal is news also when it comes late.
        let isWider = finding.subject != subject && finding.holds(subject) && state.isActive
        // Every voice of a danger comes once, on the day on which it is heard, also by a clock that was set back.
        guard subject.isDanger || day > lastAbnormal || ordinaryDays == 0 || isWider else { return [] }
        let before = self
        var steps: [WarningStep] = []
        lastAbnormal = max(lastAbnormal, day)
        // The days since are known to have been ordinary where it is found late.
        let isOver = isWider && ordinaryDays > 0 && day <= before.lastAbnormal
        if !isOver { ordinaryDays = 0 }
        since = min(since, finding.figures.days.lowerBound)
        // What stands out within it says nothing of the whole.
        let holds = finding.holds(subject)
        let own = holds ? finding.figures : finding.siblings[subject]
        if subject.isDanger {
            add(finding, at: now)
        } else if let own {
            if day >= figures.days.upperBound { figures = own }
            if own.excess > peak.excess { peak = own }
        }
        if own != nil || subject.contains(finding.subject) { loudness.merge(finding.loudness) }
        // What stood out within it once is told of to the end.
        let parts = ([finding.subject] + finding.parts).filter { part in
            part != subject
                && (subject.contains(part) || subject.isToldOf(with: part)
                    || part == finding.subject && finding.goesBeyond(subject)
                    || subject.isBeside(part)
                        && (part == finding.subject || finding.siblings[part] != nil))
        }
        var known = Set(self.parts)
        for part in parts where known.insert(part).inserted { self.parts.append(part) }
        if finding.subject != subject, holds, state.isActive {
            let isWider = finding.subject.place != subject.place
            self.parts = Set(self.parts + parts + [subject]).subtracting([finding.subject])
                .sorted { $0.description < $1.description }
            subject = finding.subject
            worseAt = now
            if isWider {
                // It is no longer only that of the one who took it on.
                (owner, claimedAt, assignedBy, guidance, silence) = (nil, nil, nil, nil, nil)
                (spreads, spreadAt) = (spreads + 1, now)
                if state != .watching { move(to: .open) }
            }
            steps.append(changed(.spread, at: now))
        }
        // The same customers complain of all these aspects: the gravest of them says how grave it is.
        let gravest = ([finding.severity] + finding.siblings.values.map { Severity(of: $0) }).max()
        let ownSeverity = own == nil ? nil : gravest
        let isWorse = ownSeverity.map { $0 > severity } ?? false
        if isWorse {
            severity = ownSeverity ?? severity
            worseAt = now
            silence = nil
        }
        switch state {
        case .watching where isOver: break
        case .watching:
            move(to: attended)
            steps.append(changed(.recurred, at: now))
        case .resolved where isWorse && end?.mergedInto == nil:
            end = nil
            reopenings += 1
            move(to: attended)
            steps.append(changed(.reopened, at: now))
        case .open where worseAt == now && steps.isEmpty, .claimed where worseAt == now,
            .notified where worseAt == now:
            steps.append(changed(.grew, at: now, note: String(severity.rawValue)))
        default: break
        }
        if steps.isEmpty, self != before { version += 1 }
        return steps
    }

    /// Another voice tells of the danger: the first that does is worth a word to those who know of it.
    private mutating func add(_ finding: Finding, at now: Timestamp) {
        let days = finding.figures.days
        figures.days =
            min(figures.days.lowerBound, days.lowerBound)...max(figures.days.upperBound, days.upperBound)
        figures.observed += finding.figures.observed
        peak = figures
        evidence = finding.evidence ?? evidence
        if Warning.tellingCounts.contains(figures.observed) {
            worseAt = now
            silence = nil
        }
    }

    /// Takes note that a whole day was ordinary.
    mutating func pass(ordinary day: Day, at now: Timestamp) -> [WarningStep] {
        guard day > lastAbnormal, ordinaryDays < daysToEnd else { return [] }
        ordinaryDays += 1
        version += 1
        guard state.isActive else { return [] }
        var steps: [WarningStep] = []
        if state != .watching, !subject.isDanger {
            move(to: .watching)
            steps.append(changed(.ordinary, at: now))
        }
        if ordinaryDays >= daysToEnd { steps.append(finish(at: now)) }
        return steps
    }

    /// Takes note of how long ago it was abnormal, whether or not anything is known of the days since.
    mutating func age(to today: Day, at now: Timestamp) -> [WarningStep] {
        guard isOngoing, lastAbnormal.distance(to: today) > daysToForget else { return [] }
        return end(at: now)
    }

    /// Whether it ended because nothing was known of it any more, not because it was seen to be over.
    func hasFaded(in calendar: LocalCalendar) -> Bool {
        guard let end, end.by == nil, end.mergedInto == nil else { return false }
        return lastAbnormal.distance(to: calendar.day(of: end.at)) > daysToForget
    }

    /// What was wrong is so no more.
    mutating func end(at now: Timestamp) -> [WarningStep] {
        let wasOngoing = isOngoing
        ordinaryDays = daysToEnd
        guard state.isActive else {
            if wasOngoing { version += 1 }
            return []
        }
        return [finish(at: now)]
    }

    /// It ends by itself.
    private mutating func finish(at now: Timestamp) -> WarningStep {
        move(to: .resolved)
        end = End(at: now)
        return changed(.ended, at: now)
    }

    /// Takes a warning in that has become a part of it: what goes on of that alone is an echo of what it was by itself, too.
    ///
    /// - Returns: nothing, for it is no news.
    mutating func takeLoudness(of part: Warning) -> [WarningStep] {
        let before = loudness
        loudness.merge(part.loudness)
        if loudness != before { version += 1 }
        return []
    }

    /// Becomes a part of an older one.
    mutating func merge(into other: Int64, at now: Timestamp) -> WarningStep {
        move(to: .resolved)
        end = End(at: now, mergedInto: other)
        return changed(.merged, at: now, note: String(other))
    }
}

extension WarningFigures {
    /// How many are more than were expected.
    package var excess: Double { Double(observed) - expected }
}

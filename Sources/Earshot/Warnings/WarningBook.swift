/// The warnings of these days: what of the abnormal belongs to which, and which are new.
///
/// It does nothing but think; what came of it is in `changes`, to be kept as a whole.
public struct WarningBook: Sendable {
    /// Those that are active, or whose episode goes on, by their numbers.
    public private(set) var warnings: [Int64: Warning]
    public private(set) var position: WatchPosition
    public private(set) var changes = Changes()
    private var nextNumber: Int64
    /// Days between two looks that follow each other: a weekend without the service, at most.
    private static let longestBetweenLooks = 3
    private let versions: [Int64: Int]

    /// What a round of the watch changed.
    public struct Changes: Sendable {
        /// As they are now, with the version that each had before; nothing for a new one.
        public internal(set) var warnings: [(warning: Warning, before: Int?)] = []
        public internal(set) var steps: [WarningStep] = []
        /// Of the watch's position what is another one now.
        public internal(set) var position = WatchPosition()
        /// What was of too few voices on the last day that was judged.
        public internal(set) var sparse: [SparseRise] = []

        public var isEmpty: Bool {
            warnings.isEmpty && position == WatchPosition() && sparse.isEmpty
        }
    }

    /// - Parameter nextNumber: one that was never given.
    public init(_ warnings: [Warning], nextNumber: Int64, position: WatchPosition = WatchPosition()) {
        self.warnings = Dictionary(warnings.map { ($0.number, $0) }) { first, _ in first }
        self.nextNumber = nextNumber
        self.position = position
        versions = self.warnings.mapValues(\.version)
    }

    /// The same warnings, of which nothing has changed.
    public func settled() -> WarningBook {
        WarningBook(
            warnings.values.filter { $0.state.isActive || $0.isOngoing }, nextNumber: nextNumber,
            position: position)
    }

    /// Takes note of what was found.
    ///
    /// - Parameters:
    ///   - days: what was found on each, judged on all that is known of it. Ordinary days are counted once.
    ///   - silences: the sources that are silent now.
    ///   - missing: how much of what is usually said those sources bring.
    mutating func note(
        _ days: [JudgedDay], silences: [Warning.Finding] = [], missing: MissingVoices = .unknown,
        today: Day,
        at now: Timestamp
    ) {
        let fresh = days.filter { day in day.isOver && position.watchedThrough.map { day.day > $0 } ?? true }
        for day in fresh.sorted(by: { $0.day < $1.day }) {
            let touched = observe(day.findings, on: day.day, at: now)
            pass(ordinary: day.day, except: touched, missing: silences.isEmpty ? nil : missing, at: now)
            position.watchedThrough = day.day
            changes.position.watchedThrough = day.day
        }
        // What came late of a day that was judged before, and of the one that goes on: the newest counts, and what is wider.
        var seen: Set<Int64> = []
        for day in days.sorted(by: { $0.day > $1.day }) where !fresh.contains(where: { $0.day == day.day }) {
            let findings = day.findings.filter { finding in
                guard let known = related(to: finding).first.flatMap({ warnings[$0] }) else { return true }
                let isWider = finding.subject != known.subject && finding.holds(known.subject)
                return isWider || finding.goesBeyond(known.subject) || !seen.contains(known.number)
            }
            seen.formUnion(observe(findings, on: day.day, at: now))
        }
        let silent = observe(silences, on: today, at: now)
        for (number, warning) in warnings where warning.subject.isTechnical && !silent.contains(number) {
            change(number) { $0.end(at: now) }
        }
        age(to: today, at: now)
        collectChanges()
    }

    /// Ends what nothing is known of any more, where the watch looked in these days, too, or what is news and too old. One look of a
    /// clock that is weeks ahead ends nothing that was known, nor does the first after a long downtime.
    private mutating func age(to today: Day, at now: Timestamp) {
        let looksOn = position.lookedOn.map {
            (1...WarningBook.longestBetweenLooks).contains($0.distance(to: today))
        }
        for number in warnings.keys.sorted() where looksOn == true || versions[number] == nil {
            change(number) { $0.age(to: today, at: now) }
        }
        if position.lookedOn != today {
            position.lookedOn = today
            changes.position.lookedOn = today
        }
    }

    /// Takes note of dangers that voices tell of, up to a voice's number.
    mutating func note(dangers: [Warning.Finding], through number: Int64, today: Day, at now: Timestamp) {
        for danger in dangers { _ = observe([danger], on: today, at: now) }
        if number != position.arrivedThrough {
            position.arrivedThrough = number
            changes.position.arrivedThrough = number
        }
        collectChanges()
    }

    /// Takes note of what is no warning for want of voices, so that it can be said why there is none.
    mutating func note(sparse: [SparseRise]) {
        changes.sparse = sparse
    }

    private mutating func collectChanges() {
        changes.warnings = warnings.keys.sorted().compactMap { number in
            warnings[number].flatMap { warning in
                versions[number] == warning.version ? nil : (warning, versions[number])
            }
        }
    }

    /// While much of what is said of a place is not heard, nobody knows whether a day was ordinary there.
    private mutating func pass(
        ordinary day: Day, except touched: Set<Int64>, missing: MissingVoices?, at now: Timestamp
    ) {
        for number in warnings.keys.sorted() where !touched.contains(number) {
            change(number) { warning in
                guard !warning.subject.isTechnical, missing?.leaveOpen(warning.subject.place) != true else {
                    return []
                }
                return warning.pass(ordinary: day, at: now)
            }
        }
    }

    /// - Returns: the warnings that what was found belongs to.
    private mutating func observe(
        _ findings: [Warning.Finding], on day: Day, at now: Timestamp
    ) -> Set<Int64> {
        var touched: Set<Int64> = []
        for finding in findings {
            let related = related(to: finding)
            guard let first = related.first else {
                touched.insert(open(finding, at: now))
                continue
            }
            // A part of what has ended does not make it last.
            if let whole = warnings[first],
                whole.state.isActive && whole.goesOn(with: finding) || whole.subject == finding.subject
            {
                change(first) { $0.observe(finding, on: day, at: now) }
                touched.insert(first)
            }
            for other in related.dropFirst() {
                guard let part = warnings[other], part.state.isActive else { continue }
                if let whole = warnings[first], merges(part, into: whole, by: finding) {
                    change(other) { [$0.merge(into: first, at: now)] }
                    change(first) { $0.takeLoudness(of: part) }
                } else if finding.isOfSameCustomers(as: part.subject) {
                    change(other) { $0.observe(finding, on: day, at: now) }
                } else if !isAbnormalStill(part, by: finding) {
                    continue
                }
                touched.insert(other)
            }
        }
        return touched
    }

    private mutating func open(_ finding: Warning.Finding, at now: Timestamp) -> Int64 {
        var warning = Warning(
            number: nextNumber, finding.subject, finding.figures, severity: finding.severity, at: now)
        warning.parts = finding.parts
        warning.evidence = finding.evidence
        warning.loudness = finding.loudness
        nextNumber += 1
        changes.steps.append(warning.changed(.opened, at: now))
        warnings[warning.number] = warning
        return warning.number
    }

    private mutating func change(_ number: Int64, _ change: (inout Warning) -> [WarningStep]) {
        guard var warning = warnings[number] else { return }
        changes.steps += change(&warning)
        warnings[number] = warning
    }
}

/// What was found on a day of which something is known.
struct JudgedDay: Sendable {
    var day: Day
    var findings: [Warning.Finding]
    /// Whether it is over, so that more can only come late.
    var isOver: Bool
}

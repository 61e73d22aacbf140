import Synchronization

/// Has the texts of which the model is not sure read a second time, after they were taken in, and corrects their opinions
/// and counts.
///
/// Intake waits for none of it. Whatever goes wrong, what the rules and the model read stays.
public final class SecondReadings: Sendable {
    private let archive: any SecondReadingArchive
    private let comprehension: @Sendable () -> Comprehension
    private let reader: any SecondReader
    private let clock: any Clock
    private let limits: Limits
    private let onEvent: @Sendable (Event) -> Void
    private let failures = Mutex(Failures())

    /// What came to nothing.
    private struct Failures: Sendable {
        /// By a question's key, of the batch at hand.
        var attempts: [[UInt8]: Int] = [:]
        /// Texts in a row that were not taken.
        var declined = 0
    }

    /// What may be asked.
    public struct Limits: Sendable {
        public var textsPerDay: Int
        public var requestsAtOnce: Int
        /// How far from the threshold a probability may lie, on either side.
        public var margin: Double
        /// Voices published before so many days are asked about no more.
        public var days: Int

        public init(textsPerDay: Int, requestsAtOnce: Int, margin: Double, days: Int) {
            self.textsPerDay = textsPerDay
            self.requestsAtOnce = requestsAtOnce
            self.margin = margin
            self.days = days
        }
    }

    /// What is told while it goes on.
    public enum Event: Sendable, Hashable {
        /// A text was sent.
        case asked
        /// It was asked before: the answer is known.
        case cached
        /// A voice's opinions or counts are other ones now.
        case changed
        /// What was answered is of no use.
        case refused
        /// Nothing was answered.
        case failed(SecondReaderTrouble)
    }

    /// Why it ended.
    public enum Outcome: Sendable, Hashable {
        /// All voices were looked at.
        case done
        /// The day's texts are spent.
        case outOfBudget
        /// The voices are being read by another edition first.
        case otherEdition
        case unavailable(SecondReaderTrouble)
    }

    /// Attempts at one text before it is left alone.
    static let attemptsPerText = 3
    /// So many texts in a row are not taken by a server that takes none: it is not asked on.
    static let mostDeclined = 5
    private static let batch = (voices: 100, bytes: 1 << 20)

    /// - Parameters:
    ///   - comprehension: the one in force, asked for before each batch.
    ///   - onEvent: told of every text, for counting; of no text what it says.
    public init(
        of archive: any SecondReadingArchive, by comprehension: @escaping @Sendable () -> Comprehension,
        reader: any SecondReader, clock: any Clock, limits: Limits,
        onEvent: @escaping @Sendable (Event) -> Void
    ) {
        self.archive = archive
        self.comprehension = comprehension
        self.reader = reader
        self.clock = clock
        self.limits = limits
        self.onEvent = onEvent
    }

    /// Works until there is nothing more to do, or something keeps it from going on.
    ///
    /// - Throws: what the archive throws, and `CancellationError`. What is done is on disk.
    public func run() async throws -> Outcome {
        while true {
            try Task.checkCancellation()
            let comprehension = comprehension()
            let work = try await archive.nextForSecondReading(
                by: comprehension.edition, limit: SecondReadings.batch.voices,
                bytes: SecondReadings.batch.bytes)
            switch work {
            case .nothing: return .done
            case .otherEdition: return .otherEdition
            case .voices(let batch):
                if let end = try await look(at: batch, by: comprehension) { return end }
                try await archive.finish(batch)
                failures.withLock { $0.attempts = [:] }
            }
        }
    }

    /// Looks at the voices of a batch, so many at once as may be asked about.
    ///
    /// - Returns: why it cannot go on; nothing when all of them are done.
    private func look(at batch: SecondReadingBatch, by comprehension: Comprehension) async throws -> Outcome?
    {
        let oldest = comprehension.calendar.day(of: clock.now) - limits.days
        let doubtful = batch.voices.compactMap {
            DoubtfulVoice($0, of: batch.edition, by: comprehension, within: limits.margin)
        }
        return try await withThrowingTaskGroup(of: Outcome?.self) { group in
            var waiting = doubtful[...]
            func begin() {
                guard let voice = waiting.popFirst() else { return }
                group.addTask { try await self.read(voice, oldest: oldest) }
            }
            for _ in 0..<limits.requestsAtOnce { begin() }
            var end: Outcome?
            while let outcome = try await group.next() {
                end = end ?? outcome
                if end == nil { begin() }
            }
            return end
        }
    }

    private func read(_ voice: DoubtfulVoice, oldest: Day) async throws -> Outcome? {
        try Task.checkCancellation()
        let key = reader.key(of: voice.question)
        if let known = try await archive.secondReading(of: key) {
            onEvent(.cached)
            try await keep(nil, known, voice)
            return nil
        }
        guard voice.day >= oldest,
            failures.withLock({ $0.attempts[key, default: 0] }) < SecondReadings.attemptsPerText
        else { return nil }
        // Spent before it is asked: a process that is killed in between has asked once too seldom, not too often.
        let today = voice.calendar.day(of: clock.now)
        guard try await archive.spend(on: today, of: limits.textsPerDay) else { return .outOfBudget }
        onEvent(.asked)
        let answer = await reader.read(voice.question)
        try Task.checkCancellation()
        switch answer {
        case .verdicts(let verdicts): try await keep(key, .verdicts(verdicts), voice)
        case .unusable:
            onEvent(.refused)
            try await keep(key, .unusable, voice)
        case .declined(let reason):
            onEvent(.refused)
            let isOfAll = failures.withLock { failures in
                failures.attempts[key] = SecondReadings.attemptsPerText
                failures.declined += 1
                return failures.declined >= SecondReadings.mostDeclined
            }
            return isOfAll ? .unavailable(SecondReaderTrouble(code: reason)) : nil
        case .unavailable(let trouble):
            onEvent(.failed(trouble))
            if trouble.isPerhapsOfText { failures.withLock { $0.attempts[key, default: 0] += 1 } }
            return .unavailable(trouble)
        }
        failures.withLock { failures in
            failures.attempts[key] = nil
            failures.declined = 0
        }
        return nil
    }

    private func keep(_ key: [UInt8]?, _ known: KnownSecondReading, _ voice: DoubtfulVoice) async throws {
        var revision: VoiceRevision?
        if case .verdicts(let verdicts) = known { revision = voice.revision(by: verdicts) }
        guard key != nil || revision != nil else { return }
        let hasChanged = try await archive.keep(key.map { ($0, known) }, at: clock.now, revision)
        if hasChanged { onEvent(.changed) }
    }
}

extension SecondReaderTrouble {
    /// Whether a text may be the reason, so that others are to be asked about: it needs too long, or what serves the model
    /// stumbles over it. A server that is away, limits the rate or takes no key says nothing of a text.
    fileprivate var isPerhapsOfText: Bool { code == "http.timed-out" || code == "status 500" }
}

/// A voice with something in doubt.
private struct DoubtfulVoice: Sendable {
    let question: SecondReadingQuestion
    let day: Day
    let calendar: LocalCalendar
    private let number: Int64
    private let edition: Int
    private let text: String
    private let doubts: [Doubt]
    private let reading: Reading

    /// Nothing where nothing is in doubt.
    init?(_ stored: StoredVoice, of edition: Int, by comprehension: Comprehension, within margin: Double) {
        let doubts = comprehension.analyzer.doubts(about: stored.voice.text, within: margin)
        guard !doubts.isEmpty else { return nil }
        let understood = comprehension.understand(again: stored)
        question = SecondReadingQuestion(
            text: MaskedText(of: stored.voice.text), aspects: doubts.map(\.aspect))
        day = understood.day
        calendar = comprehension.calendar
        number = stored.number
        self.edition = edition
        text = stored.voice.text
        self.doubts = doubts
        reading = understood.reading
    }

    func revision(by verdicts: [Verdict]) -> VoiceRevision {
        VoiceRevision(
            number: number, edition: edition, reading: reading.revised(by: verdicts, on: doubts, of: text))
    }
}

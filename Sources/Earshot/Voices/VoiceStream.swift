/// Takes in any number of voices one after the other: understands them in batches while the batch before is being
/// written.
///
/// It has one owner, who calls one method at a time. What `finish` counts is on disk.
public actor VoiceStream {
    private let comprehension: Comprehension
    private let register: any VoiceRegister
    private let clock: (any Clock)?
    private let batchSize: Int
    private var batch: [Voice] = []
    private var batchBytes = 0
    private var writing: Writing?
    /// What became of the voices on disk so far.
    public private(set) var counts = IntakeCounts()

    /// A batch on its way to the disk.
    private struct Writing {
        let task: Task<[Admission], any Error>
        /// The voices of the batch whose city nobody knows, by their place in it.
        let unknownCities: [(index: Int, city: String)]
        /// Those whose dealer nobody knows.
        let unknownDealers: [(index: Int, dealer: String)]
    }

    /// - Parameters:
    ///   - clock: tells on which day a batch came in; nothing where the voices come from no source but are put there, and
    ///     their coming says nothing of one.
    ///   - batchSize: voices a transaction. Large batches write faster; small ones answer sooner.
    public init(
        _ comprehension: Comprehension, into register: any VoiceRegister, clock: (any Clock)?,
        batchSize: Int = 16_000
    ) {
        self.comprehension = comprehension
        self.register = register
        self.clock = clock
        self.batchSize = batchSize
    }

    /// Texts a transaction, in bytes: long ones make it end earlier, so that memory stays bounded.
    private static let mostBytes = 16 << 20

    public func add(_ voice: Voice) async throws {
        batch.append(voice)
        batchBytes += voice.text.utf8.count
        if batch.count >= batchSize || batchBytes >= VoiceStream.mostBytes { try await send() }
    }

    /// Waits until everything added is on disk.
    public func finish() async throws -> IntakeCounts {
        try await send()
        try await settle()
        return counts
    }

    private func send() async throws {
        guard !batch.isEmpty else { return }
        let today = clock.map { comprehension.calendar.day(of: $0.now) }
        let understood = batch.map { voice in
            var understood = comprehension.understand(voice)
            understood.arrivedOn = today
            return understood
        }
        batch.removeAll(keepingCapacity: true)
        batchBytes = 0
        try await settle()
        var unknownCities: [(index: Int, city: String)] = []
        var unknownDealers: [(index: Int, dealer: String)] = []
        for index in understood.indices {
            if let city = understood[index].unknownCity { unknownCities.append((index, city)) }
            if let dealer = understood[index].unknownDealer { unknownDealers.append((index, dealer)) }
        }
        writing = Writing(
            task: Task { [register] in try await register.add(understood) }, unknownCities: unknownCities,
            unknownDealers: unknownDealers)
    }

    private func settle() async throws {
        guard let writing else { return }
        self.writing = nil
        let admissions = try await writing.task.value
        for admission in admissions { counts.count(admission) }
        for (index, city) in writing.unknownCities where admissions[index] != .repeated {
            counts.unplaced.add(city: city)
        }
        for (index, dealer) in writing.unknownDealers where admissions[index] != .repeated {
            counts.unassigned.add(dealer: dealer)
        }
    }
}

/// What became of voices that were taken in.
public struct IntakeCounts: Sendable, Hashable {
    /// Voices that are new, reposts and advertisements among them.
    public var accepted = 0
    /// New voices whose text is that of an earlier one: linked to it and counted once.
    public var reposts = 0
    /// New voices that were taken for advertisements: kept and not counted.
    public var advertisements = 0
    /// New voices with a city that nobody knows.
    public var unplaced = UnplacedVoices()
    /// New voices with a dealer that nobody knows.
    public var unassigned = UnassignedVoices()
    /// Voices that were there already.
    public var repeated = 0

    public init() {}

    mutating func count(_ admission: Admission) {
        switch admission {
        case .accepted: accepted += 1
        case .repost:
            accepted += 1
            reposts += 1
        case .advertisement:
            accepted += 1
            advertisements += 1
        case .repeated: repeated += 1
        }
    }
}

/// Takes in any number of voices one after the other: understands them in batches while the batch before is being
/// written.
///
/// It has one owner, who calls one method at a time. What `finish` counts is on disk.
public actor VoiceStream {
    private let comprehension: Comprehension
    private let register: any VoiceRegister
    private let batchSize: Int
    private var batch: [Voice] = []
    private var writing: Task<[Admission], any Error>?
    /// What became of the voices on disk so far.
    public private(set) var counts = IntakeCounts()

    /// - Parameter batchSize: voices a transaction. Large batches write faster; small ones answer sooner.
    public init(_ comprehension: Comprehension, into register: any VoiceRegister, batchSize: Int = 16_000) {
        self.comprehension = comprehension
        self.register = register
        self.batchSize = batchSize
    }

    public func add(_ voice: Voice) async throws {
        batch.append(voice)
        if batch.count >= batchSize { try await send() }
    }

    /// Waits until everything added is on disk.
    public func finish() async throws -> IntakeCounts {
        try await send()
        try await settle()
        return counts
    }

    private func send() async throws {
        guard !batch.isEmpty else { return }
        let understood = batch.map(comprehension.understand)
        batch.removeAll(keepingCapacity: true)
        try await settle()
        writing = Task { [register] in try await register.add(understood) }
    }

    private func settle() async throws {
        guard let task = writing else { return }
        writing = nil
        let admissions = try await task.value
        for admission in admissions { counts.count(admission) }
    }
}

/// What became of voices that were taken in.
public struct IntakeCounts: Sendable, Hashable {
    /// Voices that are new, reposts among them.
    public var accepted = 0
    /// New voices whose text is that of an earlier one: linked to it and counted once.
    public var reposts = 0
    /// Voices that were there already.
    public var repeated = 0

    public init() {}

    mutating func count(_ admission: Admission) {
        switch admission {
        case .accepted: accepted += 1
        case .repost:
            accepted += 1
            reposts += 1
        case .repeated: repeated += 1
        }
    }
}

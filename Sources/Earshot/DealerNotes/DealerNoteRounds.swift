/// The rounds of notes: makes what stores recorded voices, and takes back what they took back.
///
/// A note is on disk before it is acknowledged, and waits there until the voices, which are another file, have it. Every step
/// may be done again: a voice's identifier follows from the note's number and revision, and what is there counts once.
public struct DealerNoteRounds: Sendable {
    private let queue: any DealerNoteQueue
    private let register: any VoiceRegister
    private let voices: any NotedVoices
    private let comprehension: @Sendable () -> Comprehension

    /// Notes of one transaction.
    private static let batch = 200

    /// - Parameter comprehension: the one in force.
    public init(
        queue: any DealerNoteQueue, register: any VoiceRegister, voices: any NotedVoices,
        comprehension: @escaping @Sendable () -> Comprehension
    ) {
        (self.queue, self.register, self.voices) = (queue, register, voices)
        self.comprehension = comprehension
    }

    /// Has brought in what waits by now.
    ///
    /// - Returns: how many notes that was.
    @discardableResult
    public func bring() async throws -> Int {
        var brought = 0
        while true {
            try Task.checkCancellation()
            let waiting = try await queue.waitingNotes(limit: DealerNoteRounds.batch)
            guard !waiting.isEmpty else { return brought }
            try await voices.takeBack(waiting.flatMap(\.formerVoices), of: DealerNote.source)
            let comprehension = comprehension()
            // Their coming is no sign of life of a source, so they have no day of arrival.
            _ = try await register.add(
                waiting.filter { !$0.isWithdrawn }.map { comprehension.understand($0.voice) })
            try await queue.settle(waiting)
            brought += waiting.count
        }
    }
}

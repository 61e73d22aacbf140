/// Tells people something, one after the other, each on the own way: what cannot be told one person keeps nobody else waiting.
struct PeopleRound {
    private let directory: any PeopleDirectory
    private let reach: any Reachability
    private var sent: [Delivery] = []
    private var fault: (any Error)?

    /// People who are looked at together.
    private static let atOnce = 200

    init(_ directory: any PeopleDirectory, _ reach: any Reachability) {
        (self.directory, self.reach) = (directory, reach)
    }

    /// Goes through all who wait for something.
    ///
    /// - Parameters:
    ///   - waiting: gives the ids of some of them, in order: those behind an id, so many at the most.
    ///   - enqueue: has one of them told; nothing where there is nothing to tell.
    mutating func tell(
        waiting: (_ after: String, _ limit: Int) async throws -> [String],
        _ enqueue: (Person, Way) async throws -> Delivery?
    ) async throws {
        var (after, isAll) = ("", false)
        while !isAll {
            let ids = try await waiting(after, PeopleRound.atOnce)
            isAll = ids.count < PeopleRound.atOnce
            after = ids.last ?? after
            try await tell(ids, enqueue)
        }
    }

    /// Goes through people by their ids; those whom the directory does not know, or whom nothing reaches, are left out.
    mutating func tell(_ ids: [String], _ enqueue: (Person, Way) async throws -> Delivery?) async throws {
        let people = ids.compactMap { directory.person(id: $0) }
        let ways = people.isEmpty ? [:] : try await reach.ways(to: people)
        for person in people {
            guard let way = ways[person.id] else { continue }
            do {
                if let delivery = try await enqueue(person, way) { sent.append(delivery) }
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                fault = fault ?? error
            }
        }
    }

    /// - Returns: the deliveries that were enqueued.
    /// - Throws: the first fault.
    func end() throws -> [Delivery] {
        if let fault { throw fault }
        return sent
    }
}

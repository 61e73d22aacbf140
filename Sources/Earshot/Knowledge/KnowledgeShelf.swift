import Synchronization

/// The entries in use, indexed; made anew when one of them has changed, also by another program.
final class KnowledgeShelf: Sendable {
    private let desk: any KnowledgeDesk
    private let lexicon: KnowledgeLexicon
    private let shelved = Mutex<(edition: Int64, index: KnowledgeIndex)?>(nil)
    /// How many entries are searched, the newest.
    private static let most = 5000

    init(_ desk: any KnowledgeDesk, _ lexicon: KnowledgeLexicon) {
        (self.desk, self.lexicon) = (desk, lexicon)
    }

    func index() async throws -> KnowledgeIndex {
        let edition = try await desk.knowledgeEdition()
        if let known = shelved.withLock({ $0?.edition == edition ? $0?.index : nil }) { return known }
        let entries = try await desk.entries(
            KnowledgeFilter(), within: .all, offset: 0, limit: KnowledgeShelf.most)
        let index = KnowledgeIndex(entries, lexicon)
        shelved.withLock { $0 = (edition, index) }
        return index
    }
}

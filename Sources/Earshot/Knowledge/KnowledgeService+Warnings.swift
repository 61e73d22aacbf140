/// Where an approved line about something that is warned of is found.
public protocol GuidanceSource: Sendable {
    /// The line that fits best what a warning is about; nothing where none fits.
    ///
    /// - Parameters:
    ///   - longest: characters that the line may have.
    func line(
        about subject: WarningSubject, for person: Person, on day: Day, longest: Int
    ) async throws -> KnowledgeEntry?
}

extension KnowledgeService: GuidanceSource {
    /// Of the aspect first, then of its whole or a part of it; of these the one for the narrowest place, then the newest. For a
    /// danger there is none: what calms is not what has to be said then.
    public func line(
        about subject: WarningSubject, for person: Person, on day: Day, longest: Int
    ) async throws -> KnowledgeEntry? {
        guard case .complaints(let matter) = subject, let aspect = matter.aspect else { return nil }
        let reach = KnowledgeScope(of: person, in: directory).reach
        let cities = subject.place.cities.map { $0.sorted { $0.code < $1.code } } ?? []
        let places = KnowledgeScope.places(around: cities, in: directory).filter { reach.contains($0) }
        let entries = try await desk.entries(
            KnowledgeFilter(validOn: day), within: .places(places), offset: 0, limit: 1000)
        var best: (entry: KnowledgeEntry, fit: Int)?
        for entry in entries where entry.content.answer.count <= longest {
            let spoken = aspects(entry.content.phrasings.joined(separator: "。"))
            let fit: Int
            if spoken.contains(aspect) {
                fit = 2
            } else if spoken.contains(where: { $0.isWithin(aspect) || aspect.isWithin($0) }) {
                fit = 1
            } else {
                continue
            }
            let weight = fit * 10 + entry.content.place.narrowness
            // They come with the newest first.
            if weight > best?.fit ?? 0 { best = (entry, weight) }
        }
        return best?.entry
    }
}

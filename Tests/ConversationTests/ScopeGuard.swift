import Synchronization

@testable import Earshot

/// Figures that note every question which leads outside of what the person who asks may see.
final class ScopeGuard: VoiceFigures {
    @TaskLocal static var asker: Person?

    private let figures: any VoiceFigures
    private let state = Mutex<(trespasses: [String], questions: Int)>(([], 0))

    init(_ figures: any VoiceFigures) {
        self.figures = figures
    }

    var trespasses: [String] { state.withLock { $0.trespasses } }
    /// How many questions came as far as the figures.
    var questions: Int { state.withLock { $0.questions } }

    func slices(_ wanted: [Cut]) async throws -> [Slice] {
        for cut in wanted { note(cut.subject, forQuotes: false) }
        return try await figures.slices(wanted)
    }

    func rivals(
        in place: VisiblePlace, during days: ClosedRange<Day>, before: ClosedRange<Day>, of aspect: Aspect?
    ) async throws -> [RivalStanding] {
        note(.place(place), forQuotes: false)
        return try await figures.rivals(in: place, during: days, before: before, of: aspect)
    }

    func edition() async throws -> FiguresEdition? { try await figures.edition() }

    func earliestDay() async throws -> Day? { try await figures.earliestDay() }

    func voices(_ wanted: VoiceSelection, limit: Int) async throws -> [QuotableVoice] {
        note(wanted.subject, forQuotes: true)
        return try await figures.voices(wanted, limit: limit)
    }

    private func note(_ subject: Cut.Subject, forQuotes: Bool) {
        let isAllowed = ScopeGuard.asker.map { ScopeGuard.allows(subject, to: $0, forQuotes) } ?? false
        state.withLock { state in
            state.questions += 1
            if !isAllowed { state.trespasses.append("\(ScopeGuard.asker?.id ?? "nobody"): \(subject)") }
        }
    }

    /// Product.md's table of who may see what, written a second time and without `Scope`.
    private static func allows(_ subject: Cut.Subject, to person: Person, _ forQuotes: Bool) -> Bool {
        switch subject {
        case .dealer(let store), .notesOf(let store):
            switch person.role {
            case .dealer: return store.dealer.id == person.dealer?.id
            case .manager: return person.region?.cities.contains(store.dealer.city) == true
            case .hq: return true
            case .admin: return false
            }
        case .place(let place), .series(_, in: let place), .rival(_, in: let place),
            .maker(_, in: let place), .rivals(in: let place), .notes(in: let place):
            // What other stores noted is not for a dealer.
            if case .notes = subject, person.role == .dealer { return false }
            switch (person.role, place.area) {
            case (.hq, _): return true
            case (.dealer, .city(let city)): return city == person.dealer?.city
            case (.manager, .city(let city)): return person.region?.cities.contains(city) == true
            case (.manager, .region(let region)): return region.name == person.region?.name
            case (.manager, .province(let province)):
                return province.cities.allSatisfy { person.region?.cities.contains($0) == true }
            case (.manager, .surroundings(let around)):
                return around.cities.allSatisfy { person.region?.cities.contains($0) == true }
            // Everybody who sees insight may know the nation's average, not its customers' words.
            case (.dealer, .nation), (.manager, .nation): return !forQuotes
            default: return false
            }
        }
    }
}

import CSV
import Earshot

/// A suggestion as `earshot suggestions` prints it.
struct SuggestionSheet {
    let directory: Directory
    let calendar: LocalCalendar

    /// For a spreadsheet, which shows what strangers wrote.
    static var writer: RowWriter {
        var options = RowWriter.Options()
        options.hasByteOrderMark = true
        options.disarmsFormulas = true
        return RowWriter(options: options)
    }

    static let header = [
        "number", "status", "words", "aspect", "series", "urgency", "filed_at", "filer", "dealer", "city",
        "region", "dealers", "cities", "supporters", "voices_city_30d", "voices_nation_30d",
        "voices_nation_90d", "voices_at_least",
        "department", "due", "decided_by", "decided_at", "reason", "merged_into", "shipped_at",
    ]

    func row(of suggestion: Suggestion, _ weight: Suggestion.Weight) -> [String] {
        let evidence = suggestion.evidence
        return [
            String(suggestion.number), suggestion.state.name, suggestion.words, suggestion.aspect?.name ?? "",
            suggestion.series ?? "", "\(suggestion.urgency)", calendar.text(of: suggestion.filedAt),
            name(suggestion.filer.person), suggestion.filer.dealer.map(store) ?? "",
            suggestion.filer.city ?? "",
            SuggestionSheet.region(of: suggestion.filer, among: directory.regions), String(weight.dealers),
            String(weight.cities), String(suggestion.supporters.count), count(evidence?.city?.month),
            count(evidence?.nation.month), count(evidence?.nation.quarter),
            SuggestionSheet.isAtLeast(evidence), suggestion.department ?? "",
            suggestion.due?.description ?? "", suggestion.decision.map { name($0.by) } ?? "",
            suggestion.decision.map { calendar.text(of: $0.at) } ?? "", suggestion.reason ?? "",
            suggestion.mergedInto.map { String($0) } ?? "",
            suggestion.shippedAt.map { calendar.text(of: $0) } ?? "",
        ]
    }

    /// Its fields separated by tabs.
    func line(of suggestion: Suggestion, _ weight: Suggestion.Weight) -> String {
        [
            String(suggestion.number), suggestion.state.name, suggestion.filer.city ?? "",
            "\(weight.dealers) dealers", "\(weight.cities) cities", suggestion.due?.description ?? "",
            suggestion.words,
        ].map(Terminal.field).joined(separator: "\t")
    }

    /// A manager's own; of a store's people that of their city.
    static func region(of filer: Suggestion.Backer, among regions: [Region]) -> String {
        if let region = filer.region { return region }
        guard let city = filer.city else { return "" }
        return regions.first { $0.cities.contains { $0.name == city } }?.name ?? ""
    }

    /// Whether there may be more voices than were counted; nothing where nobody has looked.
    static func isAtLeast(_ evidence: Evidence?) -> String {
        evidence.map { $0.isAtLeast ? "yes" : "no" } ?? ""
    }

    private func count(_ number: Int?) -> String { number.map { String($0) } ?? "" }
    private func name(_ person: String) -> String { directory.person(id: person)?.name ?? person }
    private func store(_ dealer: String) -> String { directory.dealer(id: dealer)?.name ?? dealer }
}

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
        "voices_nation_90d",
        "department", "due", "decided_by", "decided_at", "reason", "merged_into", "shipped_at",
    ]

    func row(of suggestion: Suggestion, _ weight: Suggestion.Weight) -> [String] {
        let evidence = suggestion.evidence
        return [
            String(suggestion.number), suggestion.state.name, suggestion.words, suggestion.aspect?.name ?? "",
            suggestion.series ?? "", "\(suggestion.urgency)", calendar.text(of: suggestion.filedAt),
            name(suggestion.filer.person), suggestion.filer.dealer.map(store) ?? "",
            suggestion.filer.city ?? "", suggestion.filer.region ?? "", String(weight.dealers),
            String(weight.cities), String(suggestion.supporters.count), count(evidence?.city?.month),
            count(evidence?.nation.month), count(evidence?.nation.quarter), suggestion.department ?? "",
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

    private func count(_ number: Int?) -> String { number.map { String($0) } ?? "" }
    private func name(_ person: String) -> String { directory.person(id: person)?.name ?? person }
    private func store(_ dealer: String) -> String { directory.dealer(id: dealer)?.name ?? dealer }
}

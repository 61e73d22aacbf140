import Earshot
import SQLite

/// Which rows of `suggestion` a query reads: what the person may learn of is always a part of it.
struct SuggestionTerms {
    private var terms: [String] = []
    private(set) var arguments: [any Bindable] = []

    init(_ reach: SuggestionReach) {
        guard case .places(let person, let cities, let region) = reach else { return }
        let (names, ofRegion) = (cities.sorted(), RegionTerm("filer_region", is: region))
        terms.append(
            """
            (filer = ?
                OR number IN (SELECT suggestion FROM suggestion_support WHERE person = ?)
                OR \(ofRegion.text)
                OR filer_city IN (\(names.map { _ in "?" }.joined(separator: ", "))))
            """)
        arguments = [person, person] + ofRegion.arguments + names
    }

    init(_ filter: SuggestionFilter, within reach: SuggestionReach) {
        self.init(reach)
        if !filter.includesParts { terms.append("merged_into IS NULL") }
        if let state = filter.state {
            add("state = ?", state.rawValue)
        } else if !filter.includesWithdrawn {
            add("state <> ?", SuggestionState.withdrawn.rawValue)
        }
        if let cities = filter.cities {
            let (names, region) = (cities.sorted(), RegionTerm("filer_region", is: filter.region))
            terms.append(
                "(filer_city IN (\(names.map { _ in "?" }.joined(separator: ", "))) OR \(region.text))")
            arguments += names + region.arguments
        }
        if let aspect = filter.aspect {
            let names = ([aspect] + aspect.children).map(\.name)
            terms.append("aspect IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
            arguments += names
        }
        if let since = filter.since { add("filed_at >= ?", since.milliseconds) }
        if let until = filter.until { add("filed_at < ?", until.milliseconds) }
        if let span = filter.happened {
            let moments = ["filed_at", "decided_at", "shipped_at"].map { "\($0) >= ? AND \($0) < ?" }
            terms.append("(\(moments.joined(separator: " OR ")))")
            for _ in moments { arguments += [span.lowerBound.milliseconds, span.upperBound.milliseconds] }
        }
        if let words = filter.words { add("words = ?", words) }
        if let filer = filter.filer { add("filer = ?", filer) }
        if let department = filter.department { add("department = ?", department) }
        if let today = filter.overdueOn { add("due < ? AND \(SuggestionTerms.isPending)", today.number) }
    }

    /// Of those that are nobody's part whether something is still to be done: open, accepted, in progress.
    static let isPending = "state IN (0, 1, 3) AND merged_into IS NULL"

    var condition: String { terms.isEmpty ? "1" : terms.joined(separator: "\n    AND ") }

    mutating func add(_ term: String, _ values: any Bindable...) {
        terms.append(term)
        arguments += values
    }
}

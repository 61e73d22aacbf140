import Earshot
import SQLite

/// The part of a query that says that what a column keeps, a region's name or those of several that somebody has together,
/// has to do with a region of a name or with one of several.
struct RegionTerm {
    let text: String
    let arguments: [String]

    /// - Parameter name: Nothing for no region at all, of which nothing is.
    init(_ column: String, is name: String?) {
        let mark = Region.separator
        arguments = name.map(Region.names) ?? []
        let terms = arguments.map { _ in
            "instr('\(mark)' || \(column) || '\(mark)', '\(mark)' || ? || '\(mark)') > 0"
        }
        text = terms.isEmpty ? "0" : "(\(terms.joined(separator: " OR ")))"
    }
}

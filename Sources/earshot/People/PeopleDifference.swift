import Earshot

/// What one list of people has that another one has not.
struct PeopleDifference {
    /// A row that stands in both and says something else.
    struct Change {
        var before: PersonRow
        var after: PersonRow

        /// The columns that say something else.
        var columns: [String] {
            PeopleSheet.columns.filter { before[column: $0] != after[column: $0] }
        }
    }

    private(set) var added: [PersonRow] = []
    private(set) var changed: [Change] = []
    private(set) var missing: [PersonRow] = []
    private(set) var unchanged = 0

    /// Rows are told apart by the person, several of one person by their days.
    init(from before: [PersonRow], to after: [PersonRow]) {
        var left = Dictionary(grouping: before, by: \.id)
        for row in after {
            let known = left[row.id] ?? []
            guard
                let index = known.firstIndex(where: { $0.validFrom == row.validFrom }) ?? known.indices.first
            else {
                added.append(row)
                continue
            }
            let change = Change(before: known[index], after: row)
            left[row.id]?.remove(at: index)
            if change.columns.isEmpty { unchanged += 1 } else { changed.append(change) }
        }
        // In the order of the old file.
        for row in before {
            guard left[row.id]?.first?.place == row.place else { continue }
            missing.append(row)
            left[row.id]?.removeFirst()
        }
    }

    var isEmpty: Bool { added.isEmpty && changed.isEmpty && missing.isEmpty }

    /// 1 added, 2 changed, 0 missing, 118 as before.
    var summary: String {
        "\(added.count) added, \(changed.count) changed, \(missing.count) missing, \(unchanged) as before"
    }

    /// The summary and whose rows are not as before, for the audit trail: + lina; ~ liqiang; - wangfang.
    var record: String {
        func list(_ sign: String, _ rows: [PersonRow]) -> String? {
            guard !rows.isEmpty else { return nil }
            let further = rows.count - PeopleDifference.mostRecorded
            return sign + " "
                + rows.prefix(PeopleDifference.mostRecorded).map { Terminal.field($0.id) }.joined(
                    separator: ", ")
                + (further > 0 ? " and \(further) more" : "")
        }
        let lists = [list("+", added), list("~", changed.map(\.after)), list("-", missing)].compactMap(\.self)
        return ([summary] + lists).joined(separator: "; ")
    }

    /// Of those that are new, changed and gone so many stand in the audit trail by name; the former file has the others.
    private static let mostRecorded = 100

    /// A line for each row that is not as before: `+` is new, `-` is gone, `~` says something else.
    var lines: [String] {
        func head(_ sign: String, _ row: PersonRow) -> String {
            [sign, row.id, row.name].map(Terminal.field).joined(separator: " ")
        }
        return added.map { row in
            let fields = PeopleSheet.columns.dropFirst(2).filter { !row[column: $0].isEmpty }
                .map { "\($0): \(Terminal.field(row[column: $0]))" }
            return head("+", row) + "  " + fields.joined(separator: "  ")
        }
            + changed.map { change in
                let fields = change.columns.map { column in
                    let (before, after) = (change.before[column: column], change.after[column: column])
                    return "\(column): \(Terminal.field(before)) → \(Terminal.field(after))"
                }
                return head("~", change.after) + "  " + fields.joined(separator: "  ")
            } + missing.map { head("-", $0) }
    }
}

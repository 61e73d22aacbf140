/// Who is head of a region, who is away when, and who is told instead: of those who are told of warnings.
extension DirectoryBuilder {
    mutating func isHead(_ row: PersonRow, role: Role) -> Bool {
        guard !row.duty.isEmpty else { return false }
        guard row.duty == "head" else {
            report(.malformed, row.place, "duty", "\"\(row.duty)\" is no duty", hint: "head, or nothing")
            return false
        }
        guard role == .manager else {
            report(
                .superfluous, row.place, "duty", "has no meaning for the role \(role.rawValue)",
                hint: "leave it empty")
            return false
        }
        return true
    }

    mutating func deputy(of row: PersonRow, role: Role) -> String? {
        guard !row.deputy.isEmpty, isTold(role, row, field: "deputy") else { return nil }
        return row.deputy
    }

    mutating func away(_ row: PersonRow, role: Role) -> [ClosedRange<Day>] {
        guard !row.away.isEmpty, isTold(role, row, field: "away") else { return [] }
        return row.away.compactMap { text in
            let days = text.split(separator: "..", omittingEmptySubsequences: false).map {
                Day($0.withoutOuterBlanks)
            }
            guard (1...2).contains(days.count), let first = days[0], let last = days[days.count - 1] else {
                report(
                    .malformed, row.place, "away", "\"\(text)\" is neither a day nor a span of days",
                    hint: "2026-10-01 or 2026-10-01..2026-10-07, several with a bar between them")
                return nil
            }
            guard first <= last else {
                report(.malformed, row.place, "away", "\"\(text)\" ends before it begins")
                return nil
            }
            return first...last
        }
    }

    /// Somebody's deputy is somebody of the file who may see what the person is told of.
    mutating func checkDeputies(_ rows: [PersonRow], _ people: [Person]) {
        let known = Dictionary(grouping: people, by: \.id)
        let ids = Set(rows.map(\.id))
        for row in rows where !row.deputy.isEmpty {
            guard ids.contains(row.deputy) else {
                report(.unknownPerson, row.place, "deputy", "there is no person \"\(row.deputy)\"")
                continue
            }
            guard row.deputy != row.id else {
                report(.malformed, row.place, "deputy", "is the person's own id")
                continue
            }
            // Without a sound row of either there is nothing to compare; that row has its problem already.
            guard let persons = known[row.id]?.filter({ $0.deputy == row.deputy }),
                let person = persons.first,
                let deputies = known[row.deputy],
                !persons.contains(where: { person in deputies.contains { $0.mayStandIn(for: person) } })
            else { continue }
            report(
                .malformed, row.place, "deputy", "\"\(row.deputy)\" may not see what \(row.id) is told of",
                hint: person.role == .hq
                    ? "somebody of the role hq" : "a manager of the same region, or somebody of the role hq")
        }
    }

    private mutating func isTold(_ role: Role, _ row: PersonRow, field: String) -> Bool {
        if role == .manager || role == .hq { return true }
        report(
            .superfluous, row.place, field, "has no meaning for the role \(role.rawValue)",
            hint: "leave it empty")
        return false
    }
}

extension Person {
    /// Whether there are places of which the person may be told in another's stead. A row without its region is no
    /// reason against it: it has its problem already.
    fileprivate func mayStandIn(for other: Person) -> Bool {
        switch (role, other.role) {
        case (.hq, _): true
        case (.manager, .manager):
            if let region, let theirs = other.region {
                !region.cities.isDisjoint(with: theirs.cities)
            } else {
                true
            }
        default: false
        }
    }
}

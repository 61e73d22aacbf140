/// Makes a directory of rows, or finds everything that is wrong with them.
struct DirectoryBuilder {
    let gazetteer: Gazetteer
    private var problems: [DirectoryProblem] = []
    private var regions: [String: Region] = [:]
    private var dealers: [String: Dealer] = [:]

    init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
    }

    mutating func build(
        _ rows: DirectoryRows, administrators: [String]
    ) throws(DirectoryProblems) -> Directory {
        let regionList = read(rows.regions)
        let dealerList = read(rows.dealers)
        var people = read(rows.people)
        checkDeputies(rows.people, people)
        addAdministrators(administrators, to: &people, rows: rows.people)
        guard problems.isEmpty else {
            throw DirectoryProblems(
                all: problems.sorted {
                    ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line)
                })
        }
        return Directory(people: people, dealers: dealerList, regions: regionList)
    }

    // MARK: Regions

    private mutating func read(_ rows: [RegionRow]) -> [Region] {
        checkUnique(rows.map { ($0.name, $0.place) }, field: "name")
        return rows.map { row in
            if let mark = row.name.first(where: { $0 == Region.separator || $0 == "|" }) {
                report(
                    .malformed, row.place, row.name, "a region's name has no \"\(mark)\" in it",
                    hint: "whoever has several regions has them in the people file: 华东|华中")
            }
            var cities: Set<City> = []
            for province in row.provinces {
                if gazetteer.province(named: province) == nil {
                    report(.unknownProvince, row.place, "provinces", "there is no province \"\(province)\"")
                }
                cities.formUnion(gazetteer.cities(ofProvince: province))
            }
            for name in row.cities {
                if let city = city(name, row.place, "cities") { cities.insert(city) }
            }
            if cities.isEmpty {
                report(.missing, row.place, "provinces", "the region \"\(row.name)\" has no cities")
            }
            let region = Region(name: row.name, cities: cities)
            regions[row.name] = region
            return region
        }
    }

    // MARK: Dealers

    private mutating func read(_ rows: [DealerRow]) -> [Dealer] {
        checkUnique(rows.map { ($0.id, $0.place) }, field: "id")
        checkUnique(rows.map { ($0.name, $0.place) }, field: "name")
        checkAliases(rows)
        return rows.compactMap { row in
            guard let city = city(row.city, row.place, "city") else {
                // Known all the same, so that its people are not reported as well.
                dealers[row.id] = Dealer(
                    id: row.id, name: row.name, city: City(code: 0, name: "", province: ""))
                return nil
            }
            let dealer = Dealer(id: row.id, name: row.name, city: city, aliases: row.aliases)
            dealers[row.id] = dealer
            return dealer
        }
    }

    /// A name that customers use for two stores would count a voice for the wrong one.
    private mutating func checkAliases(_ rows: [DealerRow]) {
        var owners = Dictionary(rows.map { ($0.name, $0) }) { first, _ in first }
        for row in rows {
            for alias in row.aliases {
                if let separator = alias.first(where: { "、，,；;".contains($0) }) {
                    report(
                        .malformed, row.place, "aliases", "\"\(alias)\" has \"\(separator)\" in it",
                        hint: "a bar separates several: 西湖店|西湖4S店")
                }
                if let other = owners[alias], other.id != row.id {
                    report(
                        .duplicate, row.place, "aliases",
                        "\"\(alias)\" also names the store of line \(other.place.line)")
                } else {
                    owners[alias] = row
                }
            }
        }
    }

    // MARK: People

    private mutating func read(_ rows: [PersonRow]) -> [Person] {
        checkIDs(rows)
        checkAccounts(rows)
        return rows.compactMap { row in
            if row.name.isEmpty { report(.missing, row.place, "name", "is missing") }
            guard let role = Role(rawValue: row.role) else {
                let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
                report(.unknownRole, row.place, "role", "\"\(row.role)\" is no role", hint: "one of \(known)")
                return nil
            }
            let valid = validity(row)
            return Person(
                id: row.id, name: row.name, role: role, dealer: dealer(of: row, role: role),
                regions: regions(of: row, role: role), accounts: row.accounts,
                isHead: isHead(row, role: role), deputy: deputy(of: row, role: role),
                away: away(row, role: role), validFrom: valid.from, validUntil: valid.until)
        }
    }

    private mutating func dealer(of row: PersonRow, role: Role) -> Dealer? {
        guard role == .dealer else {
            if !row.dealer.isEmpty {
                report(
                    .superfluous, row.place, "dealer", "has no meaning for the role \(role.rawValue)",
                    hint: "leave it empty")
            }
            return nil
        }
        guard !row.dealer.isEmpty else {
            report(
                .missing, row.place, "dealer", "is missing, though the role is dealer",
                hint: "an id of the dealers file")
            return nil
        }
        guard let dealer = dealers[row.dealer] else {
            report(.unknownDealer, row.place, "dealer", "there is no dealer \"\(row.dealer)\"")
            return nil
        }
        return dealer
    }

    private mutating func regions(of row: PersonRow, role: Role) -> [Region] {
        guard role == .manager else {
            if !row.regions.isEmpty {
                report(
                    .superfluous, row.place, "region", "has no meaning for the role \(role.rawValue)",
                    hint: "leave it empty")
            }
            return []
        }
        let known = regions.keys.sorted().joined(separator: ", ")
        guard !row.regions.isEmpty else {
            report(
                .missing, row.place, "region", "is missing, though the role is manager",
                hint: "one of \(known)")
            return []
        }
        var own: [Region] = []
        for name in row.regions {
            guard let region = regions[name] else {
                report(
                    .unknownRegion, row.place, "region", "there is no region \"\(name)\"",
                    hint: "one of \(known)")
                continue
            }
            if own.contains(region) {
                report(.duplicate, row.place, "region", "\"\(name)\" stands twice")
            } else {
                own.append(region)
            }
        }
        return own
    }

    /// Somebody has several rows where each is of a time of its own: another role or store from a day on.
    private mutating func checkIDs(_ rows: [PersonRow]) {
        var known: [String: [PersonRow]] = [:]
        for row in rows {
            if row.id.isEmpty {
                report(.missing, row.place, "id", "is missing")
            } else if let earlier = known[row.id]?.first(where: row.isAtATime(of:)) {
                report(
                    .duplicate, row.place, "id", "\"\(row.id)\" already stands in line \(earlier.place.line)")
            } else {
                known[row.id, default: []].append(row)
            }
        }
    }

    /// An account may be handed over from a day on.
    private mutating func checkAccounts(_ rows: [PersonRow]) {
        var owners: [String: [PersonRow]] = [:]
        for row in rows {
            for account in row.accounts {
                let key = Account.canonical(account)
                if let other = owners[key]?.first(where: row.isAtATime(of:)) {
                    report(
                        .duplicate, row.place, "accounts",
                        "\"\(account)\" already belongs to \(other.id) of line \(other.place.line)")
                }
                owners[key, default: []].append(row)
                if let hint = Account.objection(to: account) {
                    report(
                        .malformed, row.place, "accounts", "\"\(account)\" is no account", hint: hint)
                }
            }
        }
    }

    private mutating func addAdministrators(
        _ accounts: [String], to people: inout [Person], rows: [PersonRow]
    ) {
        for account in Set(accounts.map(Account.canonical)).sorted() {
            guard let row = rows.first(where: { $0.accounts.map(Account.canonical).contains(account) }) else {
                people.append(Person(id: account, name: account, role: .admin, accounts: [account]))
                continue
            }
            if row.role != Role.admin.rawValue {
                report(
                    .malformed, row.place, "role",
                    "\"\(account)\" is named as an administrator in the settings, but is \(row.role) here")
            }
        }
    }

    // MARK: Fields

    private mutating func city(_ name: String, _ place: RowPlace, _ field: String) -> City? {
        if let city = gazetteer.city(named: name) { return city }
        let reason = name.isEmpty ? "is missing" : "there is no city \"\(name)\""
        report(
            name.isEmpty ? .missing : .unknownCity, place, field, reason,
            hint: "a prefecture-level city such as 杭州")
        return nil
    }

    private mutating func checkUnique(_ values: [(text: String, place: RowPlace)], field: String) {
        var first: [String: RowPlace] = [:]
        for (text, place) in values {
            if text.isEmpty {
                report(.missing, place, field, "is missing")
            } else if let earlier = first[text] {
                report(.duplicate, place, field, "\"\(text)\" already stands in line \(earlier.line)")
            } else {
                first[text] = place
            }
        }
    }

    mutating func report(
        _ code: DirectoryProblem.Code, _ place: RowPlace, _ field: String, _ message: String,
        hint: String? = nil
    ) {
        problems.append(DirectoryProblem(code, place, field, message, hint: hint))
    }
}

import CSV
import Configuration
import Earshot
import FoundationEssentials

/// Reads the people, dealers and regions files of a site into a directory.
struct PeopleFiles {
    private let paths: Settings.Files
    private let administrators: [String]
    private var problems: [Problem] = []
    /// What cannot be judged, because a row that was not read might settle it.
    private var doubtful: Set<DirectoryProblem.Code> = []

    static let peopleColumns = (
        required: ["id", "name", "role"],
        optional: ["dealer", "region", "accounts", "duty", "deputy", "away", "valid_from", "valid_until"]
    )
    private static let dealerColumns = (required: ["id", "name", "city"], optional: ["aliases"])
    /// Every column that a file may have.
    static let columns = Set(
        peopleColumns.required + peopleColumns.optional + dealerColumns.required + dealerColumns.optional)

    /// The directory of a site's files.
    ///
    /// - Parameter people: the path of another file of people than the site's.
    /// - Throws: every problem of all three files, and of the settings that name people of them.
    static func directory(of site: Site, people: String? = nil) throws(Problems) -> Directory {
        let directory = try directory(
            of: paths(of: site, people: people), administrators: site.settings.administrators)
        let problems = site.settings.warnings.headquarters.enumerated().compactMap { index, id -> Problem? in
            let role = directory.person(id: id)?.role
            guard role != .hq else { return nil }
            return site.problem(
                "warnings.headquarters[\(index)]",
                role.map { "\"\(id)\" has the role \($0.rawValue) in the people file, not hq" }
                    ?? "there is no person \"\(id)\" in the people file",
                hint: "the id of somebody of the role hq")
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return directory
    }

    /// The rows of a site's files as they stand there; none of a file that cannot be read.
    ///
    /// - Parameter people: the path of another file of people than the site's.
    static func rows(of site: Site, people: String? = nil) -> DirectoryRows {
        var reading = PeopleFiles(paths: paths(of: site, people: people), administrators: [])
        return reading.rows()
    }

    /// What of a site's file of people cannot be read, so that rows may be missing.
    static func unreadable(of site: Site) -> [Problem] {
        var reading = PeopleFiles(paths: paths(of: site), administrators: [])
        _ = reading.people()
        return reading.problems
    }

    /// The names of the files with their paths as the program opens them.
    private static func paths(of site: Site, people: String? = nil) -> Settings.Files {
        var files = site.settings.files
        files.people = people ?? site.path(files.people)
        files.dealers = site.path(files.dealers)
        files.regions = site.path(files.regions)
        return files
    }

    /// The directory of files given by their whole paths.
    static func directory(
        of files: Settings.Files, administrators: [String] = []
    ) throws(Problems) -> Directory {
        var reading = PeopleFiles(paths: files, administrators: administrators)
        return try reading.read()
    }

    private init(paths: Settings.Files, administrators: [String]) {
        self.paths = paths
        self.administrators = administrators
    }

    /// What works and is probably not meant so: cities of two regions, and accounts of a platform that the program is not
    /// connected to, which nobody uses.
    static func warnings(of site: Site) -> [Problem] {
        var reading = PeopleFiles(paths: paths(of: site), administrators: [])
        let today = LocalCalendar(timeZone: site.timeZone).day(of: SystemClock().now)
        return PeopleFiles.warnings(of: reading.regions())
            + PeopleFiles.warnings(ofDeputies: reading.people(), on: today)
            + (site.settings.feishuApps.isEmpty ? reading.feishuAccounts() : [])
    }

    /// Accounts of Feishu, which are kept for the time when it is connected.
    private mutating func feishuAccounts() -> [Problem] {
        people().flatMap { row in
            row.accounts.filter { $0.hasPrefix("feishu:") }.map { account in
                Problem(
                    .badValue, file: row.place.file, line: row.place.line, field: "accounts",
                    "\"\(account)\" is of no use yet: Feishu is not connected")
            }
        }
    }

    /// Deputies whose own time is over, and who leave it to nobody who is there: nobody is told in the place of whoever is away,
    /// or over.
    static func warnings(ofDeputies rows: [PersonRow], on today: Day) -> [Problem] {
        let rowsOfPeople = Dictionary(grouping: rows, by: \.id)
        /// Nothing where somebody is there, or will be, or stands in no file, which is told elsewhere.
        func lastDay(of id: String) -> Day? {
            // Who changed to another role or store has several rows.
            let days = (rowsOfPeople[id] ?? []).map { Day($0.validUntil) }
            let last = days.contains(nil) ? nil : days.compactMap(\.self).max()
            return last.flatMap { $0 < today ? $0 : nil }
        }
        /// Those who are over, from a deputy on, where the last of them leaves it to nobody.
        func ending(from deputy: String, of person: String) -> [String]? {
            var (candidate, passed) = (deputy, [String]())
            while let last = lastDay(of: candidate) {
                passed.append(candidate)
                let row = rowsOfPeople[candidate]?.first { Day($0.validUntil) == last }
                guard let next = row?.deputy, !next.isEmpty, next != person, !passed.contains(next) else {
                    return passed
                }
                candidate = next
            }
            return nil
        }
        return rows.compactMap { row in
            let end = Day(row.validUntil)
            // Of whoever is over the last row tells who stands in.
            if let end, end < today, lastDay(of: row.id) != end { return nil }
            guard !row.deputy.isEmpty, let passed = ending(from: row.deputy, of: row.id) else { return nil }
            let names = passed.map { "\"\($0)\"" }.joined(separator: ", ")
            return Problem(
                .badValue, file: row.place.file, line: row.place.line, field: "deputy",
                "the time of \(names) is over since \(lastDay(of: row.deputy) ?? today), so nobody stands in for \(row.id)",
                hint: "name somebody who is there, or nobody")
        }
    }

    /// Cities that stand in two regions: managers of both see them and are warned of them.
    private static func warnings(of regions: [RegionRow], in gazetteer: Gazetteer = .china) -> [Problem] {
        var owners: [City: RegionRow] = [:]
        var shared: [(row: RegionRow, other: RegionRow, cities: [City])] = []
        for row in regions {
            let named =
                row.provinces.flatMap { gazetteer.cities(ofProvince: $0) }
                + row.cities.compactMap { gazetteer.city(named: $0) }
            for city in Set(named).sorted(by: { $0.code < $1.code }) {
                guard let other = owners[city] else {
                    owners[city] = row
                    continue
                }
                if let index = shared.firstIndex(where: {
                    $0.row.name == row.name && $0.other.name == other.name
                }) {
                    shared[index].cities.append(city)
                } else {
                    shared.append((row, other, [city]))
                }
            }
        }
        return shared.map { row, other, cities in
            let names = cities.prefix(3).map(\.name).joined(separator: ", ")
            let further = cities.count > 3 ? " and \(cities.count - 3) further cities" : ""
            return Problem(
                .badValue, file: row.place.file, line: row.place.line, field: row.name,
                "\(names)\(further) also belong to \"\(other.name)\" of line \(other.place.line)")
        }
    }

    private mutating func read() throws(Problems) -> Directory {
        let rows = rows()
        var directory: Directory?
        do {
            directory = try Directory(rows, administrators: administrators)
        } catch {
            problems += error.all.filter { !doubtful.contains($0.code) }.map { problem in
                Problem(
                    .badValue, file: problem.place.file, line: problem.place.line, field: problem.field,
                    problem.message, hint: problem.hint)
            }
        }
        guard problems.isEmpty, let directory else {
            throw Problems(problems.sorted { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) })
        }
        return directory
    }

    // MARK: Files

    private mutating func rows() -> DirectoryRows {
        DirectoryRows(people: people(), dealers: dealers(), regions: regions())
    }

    private mutating func people() -> [PersonRow] {
        rows(of: paths.people, PeopleFiles.peopleColumns)
            .map { row in
                PersonRow(
                    place: RowPlace(file: paths.people, line: row.line), id: row.text("id"),
                    name: row.text("name"), role: row.text("role"), dealer: row.text("dealer"),
                    regions: row.list("region"), accounts: row.list("accounts"), duty: row.text("duty"),
                    deputy: row.text("deputy"), away: row.list("away"),
                    validFrom: row.text("valid_from"), validUntil: row.text("valid_until"))
            }
    }

    private mutating func dealers() -> [DealerRow] {
        let before = problems.count
        let rows = rows(of: paths.dealers, PeopleFiles.dealerColumns)
        if problems.count > before { doubtful.insert(.unknownDealer) }
        return rows.map { row in
            DealerRow(
                place: RowPlace(file: paths.dealers, line: row.line), id: row.text("id"),
                name: row.text("name"), city: row.text("city"), aliases: row.list("aliases"))
        }
    }

    private mutating func regions() -> [RegionRow] {
        do {
            let document = try Document(file: paths.regions)
            let regions = try document.decode([String: RegionSettings].self)
            return regions.map { name, region in
                RegionRow(
                    place: RowPlace(file: paths.regions, line: document.line(of: name)), name: name,
                    provinces: region.provinces ?? [], cities: region.cities ?? [])
            }
            .sorted { $0.place.line < $1.place.line }
        } catch let error as Problems {
            problems += error.all
        } catch let error as Problem {
            problems.append(error)
        } catch {
            problems.append(Problem(.unreadable, file: paths.regions, "\(error)"))
        }
        doubtful.insert(.unknownRegion)
        return []
    }

    /// What stands behind a region's name in the regions file.
    private struct RegionSettings: Decodable {
        var provinces: [String]?
        var cities: [String]?
    }

    private mutating func rows(
        of file: String, _ columns: (required: [String], optional: [String])
    ) -> [Row] {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            problems.append(Problem(.unreadable, file: file, "the file is missing or cannot be read"))
            return []
        }
        var options = RowReader.Options()
        options.ignoresCaseOfColumns = true
        options.requiredColumns = columns.required
        do {
            let table = try Table(Array(bytes), options: options)
            problems += table.errors.map { error in
                Problem(.syntax, file: file, line: error.line, field: error.field ?? "", error.message)
            }
            let known = columns.required + columns.optional
            for name in table.header?.names ?? [] where !known.contains(name) {
                let hint = nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
                problems.append(
                    Problem(
                        .unknownKey, file: file, line: 1, field: name, "is not a known column",
                        hint: hint ?? "known: \(known.joined(separator: ", "))"))
            }
            return table.rows
        } catch {
            problems.append(
                Problem(.syntax, file: file, line: error.line, field: error.field ?? "", error.message))
            return []
        }
    }
}

extension Row {
    /// The field without white space around it; empty where the file has no such column.
    fileprivate func text(_ column: String) -> String { (self[column] ?? "").withoutOuterBlanks }

    /// The parts of a field between bars.
    fileprivate func list(_ column: String) -> [String] {
        (self[column] ?? "").split(separator: "|").map(\.withoutOuterBlanks).filter { !$0.isEmpty }
    }
}

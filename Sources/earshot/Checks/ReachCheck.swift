import Configuration
import Earshot
import Glibc
import Store

/// Finds who could not be told of warnings, and what nobody is in charge of, before there is one.
struct ReachCheck {
    private let site: Site
    private let directory: Directory
    /// What the directory was made of, for the lines.
    private let rows: DirectoryRows
    /// Those through which people are reached.
    private let channels: [String]
    private let ways: Ways
    private let absences: AbsenceCheck
    /// Why the accounts that were bound with a code are not known.
    private var obstacle: Problem?

    /// - Parameters:
    ///   - channels: Those that send.
    ///   - bindings: The accounts that were bound with a code.
    init(
        of installation: Installation, channels: [String], bindings: [(account: String, person: String)]
    ) {
        site = installation.site
        directory = installation.directory.ofToday
        rows = PeopleFiles.rows(of: site)
        self.channels = channels.filter { !$0.hasPrefix("group/") }
        ways = Ways(channels: channels, people: directory.people, bindings: bindings)
        absences = AbsenceCheck(
            everybody: installation.everybody, rows: rows,
            ways: Ways(channels: channels, people: installation.everybody.people, bindings: bindings),
            headquarters: site.settings.warnings.headquarters, today: installation.directory.today,
            calendar: installation.calendar)
    }

    /// The same by what the settings send through, with the accounts that `bot.db` has, which is left as it is.
    init(of installation: Installation) async {
        let settings = installation.site.settings
        let channels = settings.waysOut + (settings.console.isEnabled ? [ConsoleCarrier.channel] : [])
        let file = DataFolder(path: installation.dataFolder).bot
        do {
            self.init(of: installation, channels: channels, bindings: try await ReachCheck.bindings(in: file))
        } catch {
            self.init(of: installation, channels: channels, bindings: [])
            obstacle = Problem(
                .unreadable, file: file,
                "cannot be read now, so that accounts that were bound with a code count for nothing here")
        }
    }

    /// The accounts that a file has; none where there is no file.
    ///
    /// - Throws: what opening throws; `Failure` for a file that would be rewritten by that.
    private static func bindings(in file: String) async throws -> [(account: String, person: String)] {
        guard access(file, F_OK) == 0 else { return [] }
        guard try BotStore.pendingMigration(path: file) == nil else {
            throw Failure("\(file) is of an earlier edition")
        }
        let store = try BotStore(path: file, digest: { $0 })
        let bindings: [(account: String, person: String)]
        do {
            bindings = try await store.bindings()
        } catch {
            await store.close()
            throw error
        }
        await store.close()
        return bindings
    }

    /// What is found; nothing where nobody is told of warnings.
    var warnings: [Problem] {
        guard site.settings.warnings.isEnabled else { return [] }
        let unreached = unreached
        let remarks = unreached.isEmpty ? [] : [obstacle].compactMap(\.self)
        return unreached + remarks + missingHeadquarters + missingAdministrators + unreachedStores
            + unmanagedRegions + unmanagedCities + absences.warnings
    }

    /// Those who would have to be told and cannot be, in the order of the file.
    private var unreached: [Problem] {
        let needed = needed
        guard !needed.isEmpty else { return [] }
        guard !channels.isEmpty else {
            return [
                site.problem(
                    "warnings", "nobody can be told of any: nothing in the settings sends to people",
                    hint: "sending of an application; or warnings: { enabled: false }")
            ]
        }
        return rows.people.compactMap { row in
            guard needed.contains(row.id), let person = directory.person(id: row.id),
                ways.way(to: person) == nil
            else { return nil }
            return Problem(
                .badValue, file: row.place.file, line: row.place.line, field: "accounts",
                "\(row.id) would have to be told of warnings and can be reached on no channel",
                hint: "an account for \(channels.joined(separator: ", ")), here or with earshot people invite"
            )
        }
    }

    /// The ids of those who are in charge of anything, and of their deputies.
    private var needed: Set<String> {
        var waiting = ChainOfCommand.Level.allCases.flatMap { chain.members(of: $0, of: .nation) }
        var needed: Set<String> = []
        while let person = waiting.popLast() {
            guard needed.insert(person.id).inserted else { continue }
            if let deputy = person.deputy.flatMap({ directory.person(id: $0) }) { waiting.append(deputy) }
        }
        return needed
    }

    private var chain: ChainOfCommand {
        ChainOfCommand(directory: directory, headquarters: site.settings.warnings.headquarters)
    }

    private var missingHeadquarters: [Problem] {
        guard chain.members(of: .headquarters, of: .nation).isEmpty,
            directory.people.contains(where: { $0.role == .manager })
        else { return [] }
        return [
            Problem(
                .badValue, file: site.path(site.settings.files.people), field: "role",
                "nobody has the role hq: a warning that no manager claims goes no further")
        ]
    }

    /// That nobody would be told of a source that has fallen silent, which concerns administrators alone.
    ///
    /// One of them who can be reached is enough: it is a matter of the program, and of no region.
    private var missingAdministrators: [Problem] {
        let administrators = directory.people.filter { $0.role == .admin }
        let file = site.path(site.settings.files.people)
        guard let first = administrators.first else {
            return [
                Problem(
                    .badValue, file: file, field: "role",
                    "nobody has the role admin: nobody is told when a source falls silent")
            ]
        }
        // Where nothing sends to people, that is told once.
        guard !channels.isEmpty, administrators.allSatisfy({ ways.way(to: $0) == nil }) else { return [] }
        // Those of the settings stand in no row.
        let place = rows.people.first { $0.id == first.id }?.place
        return [
            Problem(
                .badValue, file: place?.file ?? file, line: place?.line, field: "accounts",
                "no administrator can be reached on any channel: nobody is told when a source falls silent",
                hint: "an account for \(channels.joined(separator: ", ")), here or with earshot people invite"
            )
        ]
    }

    /// How many people of stores a line to take cannot be sent to: in one line, as there may be thousands.
    private var unreachedStores: [Problem] {
        let staff = directory.people.filter { $0.role == .dealer }
        let unreached = staff.filter { ways.way(to: $0) == nil }
        guard !channels.isEmpty, !unreached.isEmpty else { return [] }
        return [
            Problem(
                .badValue, file: site.path(site.settings.files.people), field: "accounts",
                "\(Figures.count(unreached.count)) of \(Figures.count(staff.count)) people of stores cannot be sent a line to "
                    + "take: no account of theirs is on a channel that sends",
                hint: "accounts for \(channels.joined(separator: ", ")), here or with earshot people invite")
        ]
    }

    private var unmanagedRegions: [Problem] {
        rows.regions.compactMap { row in
            guard let region = directory.regions.named(row.name) else { return nil }
            let stores = directory.dealers.filter {
                region.cities.contains($0.city) && directory.managers(of: $0.city).isEmpty
            }
            guard !stores.isEmpty else { return nil }
            return Problem(
                .badValue, file: row.place.file, line: row.place.line, field: row.name,
                "no manager of \(row.name) is in the people file, and "
                    + (stores.count == 1 ? "a store of it is" : "\(stores.count) stores of it are")
                    + " in nobody's charge",
                hint: "somebody of the role manager, who is told of its warnings")
        }
    }

    /// Cities with stores that belong to no region.
    private var unmanagedCities: [Problem] {
        let lost = directory.dealers.filter { store in
            !directory.regions.contains { $0.cities.contains(store.city) }
        }
        guard let first = lost.first, let row = rows.dealers.first(where: { $0.id == first.id }) else {
            return []
        }
        var cities: [String] = []
        for store in lost where !cities.contains(store.city.name) { cities.append(store.city.name) }
        let further = cities.count > 3 ? " and \(cities.count - 3) further cities" : ""
        return [
            Problem(
                .badValue, file: row.place.file, line: row.place.line, field: "city",
                "no manager of \(cities.prefix(3).joined(separator: ", "))\(further): no region has them",
                hint: "add the cities to the regions file")
        ]
    }
}

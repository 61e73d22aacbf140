import Earshot
import Store

/// `earshot people`: who is known, and one-time codes for binding chat accounts.
struct PeopleCommand: Command {
    static let name = "people"
    static let summary = "lists and imports people, invites them to bind a chat account, unbinds accounts"
    static let usage = """
        usage: earshot people list [--config FILE]
               earshot people import FILE [--preview] [--removes NUMBER] [--replaces-unreadable] [--config FILE]
               earshot people invite PERSON [--config FILE]
               earshot people unbind ACCOUNT [--config FILE]

        list prints identifier, name, role, store or region, accounts, duty, deputy, days away, first and last day of being
        known, and whether that is over or not yet, a person a line.
        import takes a CSV with the columns of people.csv (in UTF-8 or GB18030) as the whole list: it is checked with the
        stores and regions as earshot check does, what is new (+), changed (~) and missing (-) is printed, and the list stands
        in people.csv, the former one beside it. Nothing is imported while anything is wrong, or where rows are missing whose
        number was not said with --removes, or may be, as people.csv itself cannot be read (--replaces-unreadable).
        --preview prints and writes nothing.
        invite prints a one-time code for a person of people.csv, good for three days; the person sends 绑定 CODE to
        the bot in a one-to-one chat, and the chat account is theirs from then on. A new code takes back the old one.
        unbind takes an account (dingtalk:0123) away again. Both work while the service runs.
        """

    static let options: [Option] = [
        .flag("--preview"), .value("--removes"), .flag("--replaces-unreadable"),
    ]

    private enum Action {
        case list
        case importing(String, removes: Int, isPreview: Bool, replacesUnreadable: Bool)
        case invite(String)
        case unbind(String)
    }

    private let configPath: String
    private let action: Action

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        let removes = try arguments.integer("--removes", in: 0...1_000_000)
        let isPreview = arguments.has("--preview")
        let replaces = arguments.has("--replaces-unreadable")
        guard arguments.operands.first == "import" || removes == nil && !isPreview && !replaces else {
            throw UsageError("--preview, --removes and --replaces-unreadable belong to import")
        }
        switch (arguments.operands.first, arguments.operands.count) {
        case ("list", 1): action = .list
        case ("import", 2):
            action = .importing(
                arguments.operands[1], removes: removes ?? 0, isPreview: isPreview,
                replacesUnreadable: replaces)
        case ("invite", 2): action = .invite(arguments.operands[1])
        case ("unbind", 2): action = .unbind(arguments.operands[1])
        default: throw UsageError("list, import FILE, invite PERSON or unbind ACCOUNT?")
        }
    }

    func run() async throws {
        if case .importing(let path, let removes, let isPreview, let replaces) = action {
            // The list that stands there may be wrong.
            let site = try Site.read(configPath, needsSecrets: false)
            let stores = try Stores(folder: site.path(site.settings.dataFolder))
            do {
                try await PeopleImport(
                    site: site, removes: removes, isPreview: isPreview, replacesUnreadable: replaces
                ).take(path, stores, at: SystemClock().now)
            } catch {
                await stores.close()
                throw error
            }
            return await stores.close()
        }
        let installation = try Installation.read(configPath, needsSecrets: false)
        let stores = try Stores(folder: installation.dataFolder)
        switch action {
        case .list:
            try await list(
                installation.everybody, stores, on: installation.calendar.day(of: SystemClock().now))
            if installation.everybody.people.isEmpty {
                Terminal.say(
                    "there is nobody in \(installation.site.path(installation.site.settings.files.people)) yet"
                )
            }
        case .importing: break
        case .invite(let id): try await invite(id, installation.everybody, stores)
        case .unbind(let account): try await unbind(account, stores)
        }
        await stores.close()
    }

    private func list(_ directory: Directory, _ stores: Stores, on today: Day) async throws {
        let bound = Dictionary(grouping: try await stores.bot.bindings(), by: \.person)
        for person in directory.people {
            let place = person.dealer?.name ?? person.regions.map(\.name).joined(separator: "|")
            let accounts = person.accounts + (bound[person.id] ?? []).map { "\($0.account) (bound by code)" }
            let away = person.away.map { "\($0.lowerBound)..\($0.upperBound)" }
            Terminal.print(
                [
                    person.id, person.name, person.role.rawValue, place, accounts.joined(separator: " "),
                    person.isHead ? "head" : "", person.deputy ?? "", away.joined(separator: " "),
                    person.validFrom.map { "\($0)" } ?? "", person.validUntil.map { "\($0)" } ?? "",
                    person.isValid(on: today)
                        ? "" : person.validUntil.map { $0 < today } == true ? "over" : "not yet",
                ].joined(separator: "\t"))
        }
    }

    private func invite(_ id: String, _ directory: Directory, _ stores: Stores) async throws {
        guard let person = directory.person(id: id) else {
            throw Failure("there is no person \(id) in the people file; earshot people list shows all")
        }
        var random = SystemRandomNumberGenerator()
        let code = InvitationCode(using: &random)
        let invitation = Invitation(person: id, now: SystemClock().now)
        try await stores.bot.add(invitation, code: code, by: "earshot people")
        Terminal.print("\(code)")
        Terminal.say("\(person.name) sends this to the bot within three days:  绑定 \(code)")
    }

    private func unbind(_ account: String, _ stores: Stores) async throws {
        guard try await stores.bot.unbind(account, by: "earshot people", at: SystemClock().now) else {
            throw Failure("\(account) is not bound by a code; accounts of people.csv are removed there")
        }
        Terminal.say("\(account) is no longer bound")
    }
}

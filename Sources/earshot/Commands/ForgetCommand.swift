import Earshot
import Store
import Texts

/// `earshot forget`: what is kept of one person, for them to read, or to be removed with a receipt.
struct ForgetCommand: Command {
    static let name = "forget"
    static let summary = "shows or removes what is kept of one person"
    static let usage = """
        usage: earshot forget PERSON [--name NAME] [--account ACCOUNT] [--show | --confirm] [--config FILE]
               earshot forget --account ACCOUNT [--name NAME] [--show | --confirm] [--config FILE]
               earshot forget --author NAME [--source SOURCE] [--confirm] [--config FILE]
               earshot forget --voice ID [--confirm] [--config FILE]

        PERSON is an id of people.csv, or one that stood there; name and accounts of the file, and accounts bound by a code,
        are taken from there. Without an option it says how many entries of which kind would go, and how many name the
        person beside others. --show prints what is kept, a line of JSON for each entry: to be handed to the person.

        --confirm wants the service and every other command stopped. What is the person's own goes: conversations and
        answers, bindings, invitations, ratings, subscriptions, what was to be sent to them, what they sent. Elsewhere (in
        suggestions, histories, texts) a pseudonym stands in their place, wherever the id, an account or the name does. The
        audit trail loses the name, and still verifies. Then bot.db is written anew, so that nothing is left in free pages. A
        receipt, one line of JSON that names nobody, is printed: keep it. Backups made before still have it all.

        --author and --voice are for customers: author and address go from their voices, and what was said stays, as nobody's.
        """
    static let options: [Option] = [
        .value("--name"), .value("--account"), .value("--author"), .value("--source"), .value("--voice"),
        .flag("--show"), .flag("--confirm"),
    ]

    private enum Wanted {
        case person(String?, account: String?, name: String?)
        case customer(VoiceAuthorship)
    }

    private let configPath: String
    private let wanted: Wanted
    private let shows: Bool
    private let isConfirmed: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        (shows, isConfirmed) = (arguments.has("--show"), arguments.has("--confirm"))
        if shows, isConfirmed { throw UsageError("--show changes nothing, so it does not go with --confirm") }
        let (account, name) = (arguments.value("--account"), arguments.value("--name"))
        let (author, voice) = (arguments.value("--author"), arguments.value("--voice"))
        let person = arguments.operands.first
        guard arguments.operands.count <= 1 else { throw UsageError("one person at a time") }
        if author == nil, arguments.value("--source") != nil {
            throw UsageError("--source goes with --author")
        }
        if let customer = author.map({ .author($0, source: arguments.value("--source")) })
            ?? voice.map({ VoiceAuthorship.voice($0) })
        {
            guard person == nil, account == nil, name == nil, author == nil || voice == nil, !shows else {
                throw UsageError("a customer is one by --author or by --voice alone")
            }
            wanted = .customer(customer)
            return
        }
        guard person != nil || account != nil else { throw UsageError("whom? a person, or --account") }
        if let account, let hint = Account.objection(to: account) {
            throw UsageError("\(account) is no account: \(hint)")
        }
        if let name, name.count < 2 { throw UsageError("--name needs two characters at least") }
        wanted = .person(person, account: account, name: name)
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let data = DataFolder(path: installation.dataFolder)
        switch wanted {
        case .customer(let authorship): try await forget(authorship, data)
        case .person(let person, let account, let name):
            try await forget(person, account, name, installation, data)
        }
    }

    // MARK: A person

    private func forget(
        _ id: String?, _ account: String?, _ name: String?, _ installation: Installation, _ data: DataFolder
    ) async throws {
        let directory = installation.everybody
        if isConfirmed {
            let word = try installation.texts().words(.phrase(.former, [:]))
            let lock = try ServiceLock(on: data)
            let (asked, receipt) = try await Stores.within(data.path) { stores in
                let subject = try await subject(id, account, name, directory, stores)
                let now = SystemClock().now
                return (
                    subject, try await stores.bot.forget(subject, as: word, by: "operator", at: now)
                )
            }
            try BotStore.rewrite(path: data.bot)
            let recorded = try installation.site.recordings?.remove(linesWith: asked.texts) ?? 0
            lock.release()
            Terminal.print(ForgetCommand.line(of: receipt, recorded: recorded))
            guard receipt.left.isEmpty else { throw Failure("something of the person is left; see \"left\"") }
        } else {
            try await Stores.within(data.path) { stores in
                let subject = try await subject(id, account, name, directory, stores)
                if shows { try await show(subject, stores) } else { try await count(subject, stores) }
            }
        }
        guard let id, directory.person(id: id) != nil else { return }
        Terminal.say("\(id) still stands in the people file: what comes from there on is kept anew")
    }

    private func show(_ subject: DataSubject, _ stores: Stores) async throws {
        let lines = try await stores.bot.export(of: subject)
        // Told first: what was seen without a trace cannot be told afterwards.
        try await stores.bot.record(
            "person.shown", of: "\(lines.count) entries", by: "operator", at: SystemClock().now)
        for (table, entry) in lines { Terminal.print("{\"table\":\"\(table)\",\"entry\":\(entry)}") }
    }

    private func count(_ subject: DataSubject, _ stores: Stores) async throws {
        let traces = try await stores.bot.traces(of: subject)
        Terminal.print(String(decoding: ForgetCommand.line(of: traces).finished, as: UTF8.self))
        Terminal.say("nothing was changed; --confirm removes it, --show prints it")
    }

    private func subject(
        _ id: String?, _ account: String?, _ name: String?, _ directory: Directory, _ stores: Stores
    ) async throws -> DataSubject {
        let person =
            id.flatMap { directory.person(id: $0) } ?? account.flatMap { directory.person(account: $0) }
        let bindings = try await stores.bot.bindings()
        let id = id ?? person?.id ?? bindings.first { $0.account == account.map(Account.canonical) }?.person
        let bound = bindings.filter { $0.person == id }.map(\.account)
        var names = Set([name, person?.name].compactMap(\.self))
        for name in names where directory.people.contains(where: { $0.name == name && $0.id != id }) {
            Terminal.say("somebody else is called so as well: the name stays where it stands in texts")
            names.remove(name)
        }
        return DataSubject(
            person: id, accounts: Set((person?.accounts ?? []) + bound + [account].compactMap(\.self)),
            names: names)
    }

    private static func line(of traces: PersonalTraces) -> JSONLine {
        var line = JSONLine()
        line.add("removed", traces.own)
        line.add("renamed", traces.named)
        line.add("audit_entries", traces.audit)
        return line
    }

    private static func line(of receipt: ForgettingReceipt, recorded: Int) -> String {
        var line = JSONLine()
        line.add("forgotten_sha256", receipt.digest)
        line.add("salt", receipt.salt)
        line.add("at", receipt.at.iso8601)
        line.add(contentsOf: ForgetCommand.line(of: receipt.done))
        line.add("recorded_messages", recorded)
        line.add("left", receipt.left.own.merging(receipt.left.named) { $0 + $1 })
        line.add("pseudonym", receipt.pseudonym)
        line.add("audit_head", receipt.head.description)
        return String(decoding: line.finished, as: UTF8.self)
    }

    // MARK: A customer

    private func forget(_ authorship: VoiceAuthorship, _ data: DataFolder) async throws {
        guard isConfirmed else {
            let count = try await Stores.within(data.path) { try await $0.voices.voices(by: authorship) }
            var line = JSONLine()
            line.add("voices", count)
            Terminal.print(String(decoding: line.finished, as: UTF8.self))
            Terminal.say("nothing was changed; --confirm takes author and address from them")
            return
        }
        let lock = try ServiceLock(on: data)
        let now = SystemClock().now
        let (count, head) = try await Stores.within(data.path) { stores in
            let count = try await stores.voices.forget(authorship)
            try await stores.bot.record("author.forgotten", of: "\(count) voices", by: "operator", at: now)
            return (count, try await stores.bot.auditHead())
        }
        try BotStore.rewrite(path: data.voices)
        lock.release()
        var line = JSONLine()
        line.add("at", now.iso8601)
        line.add("voices", count)
        line.add("audit_head", head.description)
        Terminal.print(String(decoding: line.finished, as: UTF8.self))
    }
}

extension DataSubject {
    /// What a recorded line of the person, or about them, has in it.
    fileprivate var texts: [String] { accounts.map { "\"\($0)\"" } + names.sorted() }
}

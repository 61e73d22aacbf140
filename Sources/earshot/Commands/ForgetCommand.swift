import Earshot
import Store
import Texts

/// `earshot forget`: what is kept of one person, for them to read, or to be removed with a receipt.
struct ForgetCommand: Command {
    static let name = "forget"
    static let summary = "shows or removes what is kept of one person"
    static let usage = """
        usage: earshot forget PERSON [--name NAME]... [--account ACCOUNT]... [--show | --confirm] [--config FILE]
               earshot forget --account ACCOUNT... [--name NAME]... [--show | --confirm] [--config FILE]
               earshot forget --author NAME [--source SOURCE] [--confirm] [--config FILE]
               earshot forget --voice ID [--source SOURCE] [--confirm] [--config FILE]
               earshot forget --rewrite [--config FILE]

        PERSON is an id of people.csv, or one that stood there; name and accounts of the file, accounts bound by a code, and
        those that something was sent to are taken from there. Whose row is gone needs --name, as texts know them, and --account
        for accounts that only the file knew; --nameless where there is nothing to add. Whom it takes them for is said first.
        Without an option it says how many entries of which kind would go, and how many name the person beside others. --show
        prints what is kept, a line of JSON for each entry: to be handed to the person.

        --confirm wants the service and every other command stopped. What is the person's own goes: conversations and
        answers, bindings, invitations, ratings, subscriptions, what was to be sent to them, what they sent. Elsewhere (in
        suggestions, histories, texts) a pseudonym stands in their place: for the id where a person is kept, for the name and the
        accounts in texts. The audit trail loses the name, and still verifies. A receipt, one line of JSON that names nobody, is
        printed: keep it. Then bot.db is written anew, so that nothing is left in free pages; where that fails, --rewrite
        does it later. Backups made before, and what restores have put aside, still have it all.

        --author and --voice are for customers: author and address go from their voices, and so do the author's name and numbers
        of people in what was said; the rest of it stays, as nobody's. A name that is a word of the word lists or a city stays
        where it is said, too ("names_left"). The receipt names nobody either. Its digest and salt are told before anything is
        changed, and the digest is in the audit trail as author.forgetting: where no receipt follows, keep that line and do it again.
        """
    static let options: [Option] = [
        .value("--name"), .value("--account"), .value("--author"), .value("--source"), .value("--voice"),
        .flag("--show"), .flag("--confirm"), .flag("--nameless"), .flag("--rewrite"),
    ]

    /// Who is to be forgotten, as the operator knows them.
    private struct Asked {
        var person: String?
        var accounts: [String]
        var names: [String]
        var isNameless: Bool
    }

    private enum Wanted {
        case person(Asked)
        case customer(VoiceAuthorship)
        case rewriting
    }

    private let configPath: String
    private let wanted: Wanted
    private let shows: Bool
    private let isConfirmed: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        (shows, isConfirmed) = (arguments.has("--show"), arguments.has("--confirm"))
        if shows, isConfirmed { throw UsageError("--show changes nothing, so it does not go with --confirm") }
        let (accounts, names) = (arguments.allValues("--account"), arguments.allValues("--name"))
        let (author, voice) = (arguments.value("--author"), arguments.value("--voice"))
        let person = arguments.operands.first
        let isOfPerson = person != nil || !accounts.isEmpty || !names.isEmpty
        guard arguments.operands.count <= 1 else { throw UsageError("one person at a time") }
        let source = arguments.value("--source")
        if author == nil, voice == nil, source != nil {
            throw UsageError("--source goes with --author or --voice")
        }
        if arguments.has("--rewrite") {
            guard !isOfPerson, author == nil, voice == nil, !shows, !isConfirmed else {
                throw UsageError("--rewrite goes alone")
            }
            wanted = .rewriting
            return
        }
        if let customer = author.map({ .author($0, source: source) })
            ?? voice.map({ VoiceAuthorship.voice($0, source: source) })
        {
            guard !isOfPerson, author == nil || voice == nil, !shows else {
                throw UsageError("a customer is one by --author or by --voice alone")
            }
            wanted = .customer(customer)
            return
        }
        guard person != nil || !accounts.isEmpty else { throw UsageError("whom? a person, or --account") }
        for account in accounts {
            if let hint = Account.objection(to: account) {
                throw UsageError("\(account) is no account: \(hint)")
            }
        }
        if names.contains(where: { $0.count < 2 }) {
            throw UsageError("--name needs two characters at least")
        }
        wanted = .person(
            Asked(
                person: person, accounts: accounts.map(Account.canonical), names: names,
                isNameless: arguments.has("--nameless")))
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let data = DataFolder(path: installation.dataFolder)
        switch wanted {
        case .customer(let authorship): try await forget(authorship, installation, data)
        case .person(let asked): try await forget(asked, installation, data)
        case .rewriting:
            let lock = try ServiceLock(on: data)
            if DataFolder.exists(data.bot) { try ForgetCommand.rewrite(data.bot, BotStore.rewrite) }
            if DataFolder.exists(data.voices) { try ForgetCommand.rewrite(data.voices, VoiceStore.rewrite) }
            lock.release()
        }
    }

    /// Has what was removed leave the free pages of a file and its log.
    private static func rewrite(_ file: String, _ rewriting: (String) throws -> Void) throws {
        do {
            try rewriting(file)
        } catch {
            throw Failure(
                "what was removed may still be in free pages of \(file): \(DataFolder.sentence(error, about: file)); "
                    + "stop whatever has it open, make room for a copy, and run earshot forget --rewrite")
        }
    }

    // MARK: A person

    private func forget(_ asked: Asked, _ installation: Installation, _ data: DataFolder) async throws {
        let directory = installation.everybody
        if isConfirmed {
            let word = try installation.texts().words(.phrase(.former, [:]))
            let lock = try ServiceLock(on: data)
            let (forgotten, receipt) = try await Stores.within(data.path) { stores in
                let subject = try await subject(asked, directory, stores)
                let now = SystemClock().now
                return (
                    subject, try await stores.bot.forget(subject, as: word, by: "operator", at: now)
                )
            }
            let recorded = Result {
                try installation.site.recordings?.remove(linesWith: forgotten.texts) ?? 0
            }
            let aside = data.formerFolders
            // Before anything that may fail: what is gone is found by no second run.
            Terminal.print(
                ForgetCommand.line(of: receipt, recorded: try? recorded.get(), aside: aside))
            for folder in aside {
                Terminal.say(
                    "\(folder) was put aside by a restore and has it all: remove it when it is not needed")
            }
            if !receipt.mentions.isEmpty {
                Terminal.say(
                    "see \"mentions\": there it stands as a part of another word, or in a text of no person")
            }
            try ForgetCommand.rewrite(data.bot, BotStore.rewrite)
            lock.release()
            _ = try recorded.get()
            guard receipt.left.isEmpty else { throw Failure("something of the person is left; see \"left\"") }
        } else {
            try await Stores.within(data.path) { stores in
                let subject = try await subject(asked, directory, stores)
                let isKnown = directory.people.contains { $0.id == subject.person }
                if shows {
                    try await show(subject, stores)
                } else {
                    try await count(subject, isKnown: isKnown, stores)
                }
            }
        }
        guard let id = asked.person, directory.person(id: id) != nil else { return }
        Terminal.say("\(id) still stands in the people file: what comes from there on is kept anew")
    }

    private func show(_ subject: DataSubject, _ stores: Stores) async throws {
        let lines = try await stores.bot.export(of: subject)
        // Told first: what was seen without a trace cannot be told afterwards. Whose it was goes when they are forgotten.
        try await stores.bot.record(
            "person.shown", of: subject.person ?? subject.accounts.min() ?? "", by: "operator",
            at: SystemClock().now)
        for (table, entry) in lines { Terminal.print("{\"table\":\"\(table)\",\"entry\":\(entry)}") }
        if lines.contains(where: { $0.table == "attachment" }) {
            Terminal.say("what the person sent is saved by earshot attachments")
        }
    }

    /// - Throws: `Failure` where there is nobody like that: noughts would say that there is, with nothing kept.
    private func count(_ subject: DataSubject, isKnown: Bool, _ stores: Stores) async throws {
        let traces = try await stores.bot.traces(of: subject)
        guard isKnown || !traces.isEmpty else {
            throw Failure(
                "no such person: \(subject.person ?? subject.accounts.sorted().joined(separator: ", ")) stands in no people "
                    + "file, and nothing is kept of them")
        }
        Terminal.print(String(decoding: ForgetCommand.line(of: traces).finished, as: UTF8.self))
        Terminal.say("nothing was changed; --confirm removes it, --show prints it")
    }

    /// The person who is meant, with all that bot.db and the file know them by.
    private func subject(
        _ asked: Asked, _ directory: Directory, _ stores: Stores
    ) async throws -> DataSubject {
        let person =
            asked.person.flatMap { directory.person(id: $0) }
            ?? asked.accounts.lazy.compactMap { directory.person(account: $0) }.first
        let bindings = try await stores.bot.bindings()
        let id = asked.person ?? person?.id ?? bindings.first { asked.accounts.contains($0.account) }?.person
        let isComplete = person != nil || !asked.names.isEmpty || !asked.accounts.isEmpty || asked.isNameless
        guard isComplete || !isConfirmed else {
            throw Failure(
                "\(id ?? "") stands in no people file, so neither the name nor the accounts of the file are known: give "
                    + "them with --name and --account, or --nameless where there are none")
        }
        // Who changed to another role or store has several rows.
        let rows = directory.people.filter { $0.id == id }
        var accounts = Set(rows.flatMap(\.accounts) + asked.accounts)
        if let id {
            for account in try await stores.bot.formerAccounts(ofPerson: id).subtracting(accounts) {
                let owner =
                    directory.person(account: account)?.id ?? bindings.first { $0.account == account }?.person
                if let owner, owner != id {
                    Terminal.say("\(account) is \(owner)'s now, and left alone")
                } else {
                    accounts.insert(account)
                }
            }
        }
        let names = Set(asked.names + rows.map(\.name)).filter { name in
            let other = directory.people.first { $0.id != id && $0.name.contains(name) }
            if let other {
                Terminal.say("\(other.id) has \(name) in the name, too: it stays where it stands in texts")
            }
            return other == nil
        }
        let subject = DataSubject(person: id, accounts: accounts, names: names)
        Terminal.say(
            "\(id ?? "nobody of the file"), accounts \(subject.accounts.sorted().joined(separator: ", ")), "
                + (names.isEmpty ? "no name" : "names \(names.sorted().joined(separator: ", "))"))
        return subject
    }

    private static func line(of traces: PersonalTraces) -> JSONLine {
        var line = JSONLine()
        line.add("removed", traces.own)
        line.add("renamed", traces.named)
        line.add("audit_entries", traces.audit)
        if traces.unattributed > 0 { line.add("unattributed_answers", traces.unattributed) }
        return line
    }

    private static func line(of receipt: ForgettingReceipt, recorded: Int?, aside: [String]) -> String {
        var line = JSONLine()
        line.add("forgotten_sha256", receipt.digest)
        line.add("salt", receipt.salt)
        line.add("at", receipt.at.iso8601)
        line.add(contentsOf: ForgetCommand.line(of: receipt.done))
        if let recorded { line.add("recorded_messages", recorded) }
        line.add("left", receipt.left.own.merging(receipt.left.named) { $0 + $1 })
        line.add("mentions", receipt.mentions)
        line.add("put_aside", aside)
        line.add("pseudonym", receipt.pseudonym)
        line.add("audit_head", receipt.head.description)
        return String(decoding: line.finished, as: UTF8.self)
    }

    // MARK: A customer

    private func forget(
        _ authorship: VoiceAuthorship, _ installation: Installation, _ data: DataFolder
    ) async throws {
        let word = try installation.texts().words(.phrase(.formerCustomer, [:]))
        guard isConfirmed else {
            let count = try await Stores.within(data.path) {
                try await $0.voices.voices(by: authorship, as: word)
            }
            var line = JSONLine()
            line.add("voices", count)
            Terminal.print(String(decoding: line.finished, as: UTF8.self))
            Terminal.say("nothing was changed; --confirm takes author and address from them")
            return
        }
        let lock = try ServiceLock(on: data)
        let now = SystemClock().now
        let words = try installation.evidenceWords()
        let (digest, salt) = try authorship.sealed()
        let (done, head) = try await Stores.within(data.path) { stores in
            let count = try await stores.voices.voices(by: authorship, as: word)
            let object = "sha256:\(digest) \(count) voices"
            // Before: whose voices are nobody's already is found by no second run.
            try await stores.bot.record(
                AuditAction.forgettingAuthor, of: object, by: "operator", at: now)
            Terminal.say("\(count) voices, sha256 \(digest), salt \(salt)")
            let done = try await stores.voices.forget(authorship, as: word, leaving: words.isKnown)
            try await stores.bot.record(AuditAction.forgottenAuthor, of: object, by: "operator", at: now)
            return (done, try await stores.bot.auditHead())
        }
        var line = JSONLine()
        line.add("forgotten_sha256", digest)
        line.add("salt", salt)
        line.add("at", now.iso8601)
        line.add("voices", done.voices)
        line.add("names_left", done.namesLeft)
        line.add("audit_head", head.description)
        Terminal.print(String(decoding: line.finished, as: UTF8.self))
        if done.namesLeft > 0 {
            Terminal.say("the name is a word that others say as well: it stays in what was said")
        }
        try ForgetCommand.rewrite(data.voices, VoiceStore.rewrite)
        lock.release()
    }
}

extension DataSubject {
    /// What a recorded line of the person, or about them, has in it.
    fileprivate var texts: [String] { accounts.map { "\"\($0)\"" } + names.sorted() }
}

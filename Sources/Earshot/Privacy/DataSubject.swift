/// Somebody who wants to know what is kept of them, or to have it removed (PIPL, articles 45 and 47).
public struct DataSubject: Sendable, Hashable {
    /// The identifier of the directory.
    public var person: String?
    /// On the chat platforms, and on the program's own channels.
    public var accounts: Set<String>
    /// As they may stand in texts: replaced wherever they do.
    public var names: Set<String>

    public init(person: String? = nil, accounts: Set<String> = [], names: Set<String> = []) {
        self.person = person
        self.accounts = Set(accounts.map(Account.canonical))
        if let person { self.accounts.insert(Dialogue.ownAccount(ofPerson: person)) }
        self.names = names.filter { $0.count > 1 }
    }
}

/// What is kept of somebody, by the tables it stands in.
public struct PersonalTraces: Sendable, Hashable {
    /// Entries that are the person's own, which go.
    public var own: [String: Int] = [:]
    /// Entries of others, or of what goes on without the person, which name them: the name goes.
    public var named: [String: Int] = [:]
    /// Entries of the audit trail, which lose the name and stay.
    public var audit = 0

    /// Answers that were given before it was kept to whom, of everybody: which are the person's nobody can tell.
    public var unattributed = 0

    public init() {}

    /// Whether nothing is known to be the person's.
    public var isEmpty: Bool { own.isEmpty && named.isEmpty && audit == 0 }
}

/// What was done for somebody who was to be forgotten, without naming them.
public struct ForgettingReceipt: Sendable, Hashable {
    /// SHA-256 of `salt` and what the person was asked for by, in hexadecimal digits: whoever has the receipt and the name can
    /// tell that it is theirs; the audit trail has the same one.
    public var digest: String
    public var salt: String
    public var at: Timestamp
    /// What went and what was changed.
    public var done: PersonalTraces
    /// What there is afterwards: nothing, or something is wrong.
    public var left: PersonalTraces
    /// In how many entries of a table an account, a name or a telling identifier stands all the same, as a part of another word
    /// or in a text that names nobody: to be looked at.
    public var mentions: [String: Int]
    /// What stands in the place of the person.
    public var pseudonym: String
    /// The entry of the trail that tells of it.
    public var head: AuditHead

    public init(
        digest: String, salt: String, at: Timestamp, done: PersonalTraces, left: PersonalTraces,
        mentions: [String: Int], pseudonym: String, head: AuditHead
    ) {
        self.digest = digest
        self.salt = salt
        self.at = at
        self.done = done
        self.left = left
        self.mentions = mentions
        self.pseudonym = pseudonym
        self.head = head
    }
}

/// Who did or saw what, as the audit trail holds it.
public struct AuditEntry: Sendable, Hashable {
    /// One more than that of the entry before.
    public var number: Int64
    public var at: Timestamp
    /// A person of the directory, an account, or the program's own: `operator`, `service`. Nothing once the person was
    /// forgotten.
    public var actor: String?
    /// `suggestion.filed`, `words.seen`.
    public var action: String
    /// What it was done to: a number, a place, a file; never what somebody wrote. Nothing once it was forgotten.
    public var object: String?

    public init(number: Int64, at: Timestamp, actor: String?, action: String, object: String?) {
        self.number = number
        self.at = at
        self.actor = actor
        self.action = action
        self.object = object
    }
}

/// Which entries of the audit trail are wanted; all of them without any condition.
public struct AuditFilter: Sendable, Hashable {
    public var since: Timestamp?
    /// The first moment that is not wanted any more.
    public var until: Timestamp?
    /// A person's identifier, which stands for `console:` and the identifier as well; or an account, which stands for itself.
    public var actor: String?
    /// An action, or with `.*` at its end all that begin so: `suggestion.*`.
    public var action: String?
    public var object: String?

    public init() {}
}

/// The last entry of the trail: whoever has it written down elsewhere finds out whether the file still contains it.
public struct AuditHead: Sendable, Hashable, CustomStringConvertible {
    /// How many entries were ever written.
    public var number: Int64
    /// SHA-256 in small hexadecimal digits: of this entry and, through the entry before, of all there were.
    public var hash: String

    public init(number: Int64, hash: String) {
        self.number = number
        self.hash = hash
    }

    /// What `description` gives, in either case; nothing for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[0]), number >= 0, parts[1].utf8.count == 64,
            parts[1].allSatisfy({ $0.isASCII && $0.isHexDigit })
        else { return nil }
        self.init(number: number, hash: parts[1].lowercased())
    }

    /// `128:9f86…`, as it is written down.
    public var description: String { "\(number):\(hash)" }
}

/// What became of a look at the whole trail.
public struct AuditVerdict: Sendable, Hashable {
    /// How many entries were looked at and found as they were written.
    public var entries: Int64 = 0
    /// The last entry that was removed because its time was over; 0 where none was.
    public var expired: Int64 = 0
    /// How many entries have lost a name on a person's request.
    public var forgotten: Int64 = 0
    public var head: AuditHead
    /// The first thing that is not as it was written, as a sentence; nothing where all is.
    public var fault: String?

    public init(head: AuditHead) {
        self.head = head
    }
}

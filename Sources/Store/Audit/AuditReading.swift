import Crypto
import Earshot
import SQLite

/// Reads the audit trail from its first entry to its last, and says what is not as it was written.
struct AuditReading {
    private var verdict: AuditVerdict
    private var number: Int64
    private var hash: [UInt8]
    private let known: AuditHead?
    /// Whether the known head was come to, and what stands there instead where it is another.
    private var isKnownFound = false
    /// How many names were lost in each forgetting.
    private var forgotten: [Int64: Int64] = [:]
    /// How many of them the entry of a forgetting tells of.
    private var announced: [Int64: Int64] = [:]
    private var lastExpiry: Int64 = 0

    /// - Returns: the verdict, with the first fault that was found. A row is held at a time.
    static func verdict(on connection: Connection, containing known: AuditHead?) throws -> AuditVerdict {
        let chain = try connection.query("SELECT first, first_hash, last, last_hash FROM audit_chain") {
            (first: $0.int64(0), firstHash: $0.blob(1), last: $0.int64(2), lastHash: $0.blob(3))
        }
        guard let chain = chain.first else {
            var verdict = AuditVerdict(head: AuditHead(number: 0, hash: ""))
            verdict.fault = "the row that holds the end of the trail is missing"
            return verdict
        }
        var reading = AuditReading(
            head: AuditHead(number: chain.last, hash: Hexadecimal.encode(chain.lastHash)), first: chain.first,
            hash: chain.firstHash, known: known)
        do {
            try connection.forEach(
                """
                SELECT id, at, actor, actor_seal, action, object, object_seal, actor_cause, object_cause, hash
                FROM audit
                ORDER BY id
                """
            ) { try reading.take($0) }
            try reading.end(at: chain.last, chain.lastHash)
        } catch let fault as Fault {
            reading.verdict.fault = fault.sentence
        }
        return reading.verdict
    }

    private struct Fault: Error {
        var sentence: String
    }

    private init(head: AuditHead, first: Int64, hash: [UInt8], known: AuditHead?) {
        verdict = AuditVerdict(head: head)
        verdict.expired = first
        number = first
        self.hash = hash
        self.known = known
        isKnownFound = known.map { $0.number == first && $0.hash == Hexadecimal.encode(hash) } ?? true
    }

    private mutating func take(_ row: borrowing Row) throws {
        let found = row.int64(0)
        guard found == number + 1 else {
            throw Fault(
                sentence: found <= number
                    ? "entry \(found) stands before the first of the trail"
                    : found == number + 2
                        ? "entry \(number + 1) is missing"
                        : "the entries \(number + 1) to \(found - 1) are missing")
        }
        let actor = SealedField(text: row.optionalText(2), seal: row.blob(3))
        let object = SealedField(text: row.optionalText(5), seal: row.blob(6))
        let expected = AuditChain.hash(
            after: hash, number: found, at: row.int64(1), actor: actor.commitment, action: row.text(4),
            object: object.commitment)
        guard row.blob(9) == expected else {
            throw Fault(
                sentence:
                    "entry \(found) is not what was written, or another was put in or taken out before it")
        }
        (number, hash) = (found, expected)
        verdict.entries += 1
        if let known, known.number == found { isKnownFound = known.hash == Hexadecimal.encode(expected) }
        try note(row, actor, object)
    }

    /// Keeps account of what the trail says of itself.
    private mutating func note(
        _ row: borrowing Row, _ actor: SealedField, _ object: SealedField
    ) throws {
        let lost = [
            try note(actor, cause: row.optionalInt64(7)), try note(object, cause: row.optionalInt64(8)),
        ]
        if lost.contains(true) { verdict.forgotten += 1 }
        switch row.text(4) {
        case AuditAction.expired: lastExpiry = object.text.flatMap { Int64($0) } ?? lastExpiry
        case AuditAction.forgotten:
            announced[number] = object.text?.split(separator: " ").last.flatMap { Int64($0) } ?? 0
        default: break
        }
    }

    /// - Returns: whether the field has lost a name.
    private mutating func note(_ field: SealedField, cause: Int64?) throws -> Bool {
        guard field.text == nil else {
            if cause != nil { throw Fault(sentence: "entry \(number) has a name that was forgotten") }
            return false
        }
        // Somebody is forgotten in entries that are there: the one that tells of it comes after them, and outlives them.
        guard let cause, cause > number else {
            throw Fault(sentence: "entry \(number) has lost a name, and nobody was forgotten for it")
        }
        forgotten[cause, default: 0] += 1
        return true
    }

    private mutating func end(at last: Int64, _ lastHash: [UInt8]) throws {
        guard number == last, hash == lastHash else {
            throw Fault(
                sentence: number < last
                    ? "the entries \(number + 1) to \(last) are missing"
                    : "entry \(number) was put in behind the last that was written")
        }
        guard lastExpiry == verdict.expired else {
            throw Fault(
                sentence: "the entries up to \(verdict.expired) were removed, and the trail tells of "
                    + (lastExpiry == 0 ? "no removal" : "those up to \(lastExpiry)"))
        }
        for (cause, count) in forgotten.sorted(by: { $0.key < $1.key })
        where announced[cause, default: 0] < count {
            throw Fault(
                sentence: "entry \(cause) tells of \(announced[cause, default: 0]) names that were lost, "
                    + "and \(count) were")
        }
        guard let known, !isKnownFound else { return }
        throw Fault(sentence: sentence(of: known))
    }

    private func sentence(of known: AuditHead) -> String {
        if known.number < verdict.expired {
            return
                "entry \(known.number) was removed because its time was over; what is known of it cannot be "
                + "compared any more: keep a newer head"
        }
        if known.number > number {
            return
                "the trail ends with entry \(number), and entry \(known.number) was written once: it was cut off, "
                + "or restored from a backup"
        }
        return "entry \(known.number) has another hash than the one that is known: the trail was written anew"
    }
}

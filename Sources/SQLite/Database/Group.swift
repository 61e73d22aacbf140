/// Transactions that are committed together: one flush to the disk serves all.
///
/// The first owns the SQLite transaction; each further one stands in a savepoint, so that one that throws is
/// undone alone.
struct Group {
    private let connection: Connection
    private let begin: Statement
    private let save: Statement
    private let release: Statement
    private let undo: Statement
    private let keep: Statement
    private var members: [Work] = []
    /// Work that failed beside the members, and why. It may have failed over what they wrote, which nobody else
    /// can see before it is committed: its caller is told then, so that trying again begins with their work.
    private var failed: [(work: Work, error: any Error)] = []
    private var undone = 0
    private var failure: (any Error)?

    init(on connection: Connection) throws(SQLiteError) {
        self.connection = connection
        begin = try connection.prepare("BEGIN IMMEDIATE")
        save = try connection.prepare("SAVEPOINT one")
        release = try connection.prepare("RELEASE one")
        undo = try connection.prepare("ROLLBACK TO one")
        keep = try connection.prepare("COMMIT")
    }

    /// The transactions that stand in the group now.
    var count: Int { members.count }

    /// Transactions committed and undone.
    struct Outcome {
        var committed = 0
        var undone = 0
    }

    /// Runs the work as a member of the group. `finish` tells its caller what came of it.
    mutating func run(_ work: Work) {
        guard work.begin() else { return }
        if members.isEmpty { runFirst(work) } else { runBeside(work) }
    }

    /// Makes what the members did durable, or undoes it.
    mutating func commit() -> Outcome {
        var outcome = Outcome(undone: undone)
        undone = 0
        failure = nil
        guard !members.isEmpty else { return outcome }
        do {
            try keep.execute()
            outcome.committed = members.count
        } catch {
            connection.rollBack()
            failure = error
            outcome.undone += members.count
        }
        return outcome
    }

    /// Tells the members' callers what `commit` has come to.
    mutating func finish() {
        for work in members { work.finish(failure: failure) }
        members.removeAll(keepingCapacity: true)
        for (work, error) in failed { work.finish(failure: error) }
        failed.removeAll(keepingCapacity: true)
    }

    /// Runs the work in a new transaction, which it may lose without harm to others.
    private mutating func runFirst(_ work: Work) {
        do {
            try begin.execute()
        } catch {
            return drop(work, error)
        }
        if let error = run(work, sparingWrites: false) {
            connection.rollBack()
            drop(work, error)
        } else {
            members.append(work)
        }
    }

    /// Runs the work in a savepoint of the members' transaction.
    private mutating func runBeside(_ work: Work) {
        do {
            try save.execute()
        } catch {
            return drop(work, error)
        }
        var failure = run(work, sparingWrites: true)
        do {
            if failure != nil, connection.isInTransaction { try undo.execute() }
            if connection.isInTransaction { try release.execute() }
        } catch {
            // A savepoint that can be neither kept nor undone leaves nothing to be trusted.
            connection.rollBack()
            failure = failure ?? error
        }
        guard let failure else { return members.append(work) }
        drop(work, failure)
        if !connection.isInTransaction {
            // A full disk, for one, makes SQLite undo the transaction of all.
            for member in members { drop(member, failure) }
            members.removeAll()
        }
    }

    private func run(_ work: Work, sparingWrites: Bool) -> (any Error)? {
        connection.watch.work = work
        connection.watch.sparesWrites = sparingWrites
        defer { connection.watch.work = nil }
        if let error = work.run(on: connection) { return error }
        guard connection.isInTransaction else {
            return SQLiteError(.misuse, "the closure of a write ended the transaction it was given")
        }
        return nil
    }

    private mutating func drop(_ work: Work, _ error: any Error) {
        undone += 1
        failed.append((work, error))
    }
}

import Earshot
import Store

/// Takes a list of people over in place of the site's.
struct PeopleImport {
    let site: Site
    /// How many rows of the site's file are meant to be gone.
    let removes: Int
    let isPreview: Bool
    /// Whether a file may be replaced of which not all rows can be read.
    var replacesUnreadable = false

    private static let actor = "operator"

    /// Checks a list as `earshot check` checks the site's, says what changes, and puts it in the place of the site's file, whose
    /// last state stays beside it.
    ///
    /// - Throws: every problem of the list, and where rows of the site's file are missing that nobody said are to go, or may be; the
    ///   site's file is as it was then.
    func take(_ path: String, _ stores: Stores, at now: Timestamp) async throws {
        let file = FileCopy.resolved(site.path(site.settings.files.people))
        _ = try PeopleFiles.directory(of: site, people: path)
        let rows = PeopleFiles.rows(of: site, people: path).people
        let difference = PeopleDifference(from: PeopleFiles.rows(of: site).people, to: rows)
        for line in difference.lines { Terminal.print(line) }
        let refusal = self.refusal(of: difference, from: path, into: file)
        guard !isPreview else {
            if let refusal { Terminal.say("would be refused: \(refusal)") }
            Terminal.say("\(difference.summary); nothing was written (--preview)")
            return
        }
        if let refusal { throw Failure(refusal) }
        guard !difference.isEmpty || FileCopy.exists(file) && !PeopleFiles.unreadable(of: site).isEmpty else {
            Terminal.say("\(difference.summary): nothing to import")
            return
        }
        let newer = file + ".new"
        FileCopy.remove(newer)
        try FileCopy.make(newer, of: PeopleSheet.bytes(of: rows), like: file)
        do {
            // As it will be read.
            _ = try PeopleFiles.directory(of: site, people: newer)
            try keep(file)
            try await stores.bot.record(
                "people.imported", of: difference.record, by: PeopleImport.actor, at: now)
            try FileCopy.move(newer, to: file)
        } catch {
            FileCopy.remove(newer)
            throw error
        }
        try FileCopy.force(FileCopy.folder(of: file))
        Terminal.say("\(difference.summary)")
        Terminal.say(
            "what stood there before is in \(PeopleImport.former(file)); a running service reads it on kill -HUP"
        )
    }

    /// Why a list is not taken over, beside mistakes of its own; nothing where it is.
    func refusal(
        of difference: PeopleDifference, from path: String, into file: String
    ) -> String? {
        let unreadable = FileCopy.exists(file) ? PeopleFiles.unreadable(of: site) : []
        if let first = unreadable.first, !replacesUnreadable {
            return
                "\(first): what of \(file) would be missing cannot be told, and nothing was imported; mend it, or say "
                + "--replaces-unreadable"
        }
        let missing = difference.missing.count
        guard missing != removes else { return nil }
        let rows = missing == 1 ? "1 row of \(file) is" : "\(missing) rows of \(file) are"
        let what = "\(rows) not in \(path)\(removes == 0 ? "" : ", and --removes says \(removes)")"
        return
            "\(what): nothing was imported; say --removes \(missing) if that is meant, or leave them in with a valid_until"
    }

    /// Keeps what a file says, in the place of what was kept the time before.
    private func keep(_ file: String) throws(Failure) {
        guard FileCopy.exists(file) else { return }
        let (former, copy) = (PeopleImport.former(file), PeopleImport.former(file) + ".new")
        FileCopy.remove(copy)
        _ = try FileCopy.copy(file, to: copy)
        try FileCopy.move(copy, to: former)
    }

    static func former(_ file: String) -> String { file + ".former" }
}

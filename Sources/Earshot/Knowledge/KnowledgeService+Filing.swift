extension KnowledgeService {
    /// Why nothing is filed, as templates name it.
    static let problems = [
        "noQuestion", "noAnswer", "noChange", "taken", "unknownPlace", "unknownDay", "tooLong",
        "tooManyVariants",
    ]
    static let refusals = ["retired", "needsReason"]

    /// Shows what would be filed; once that is confirmed, files it.
    func file(_ question: Question) async throws -> Answer {
        let fields = words.fields(of: question.request.slots.words ?? "")
        guard !fields.isEmpty else { return how(nil, fields) }
        let draft = draft(fields, changing: nil, question)
        guard draft.problems.isEmpty else { return problem(draft, fields, nil) }
        if let known = try await desk.entry(asking: draft.content.key, in: draft.content.place) {
            // What is not named stays as it is there.
            let revision = self.draft(fields, changing: known.content, question)
            guard revision.problems.isEmpty else { return problem(revision, fields, known) }
            return try await confirm(revision.content, of: known, question)
        }
        return try await confirm(draft.content, of: nil, question)
    }

    /// The same of another revision of an entry: what is not named stays.
    func change(_ question: Question) async throws -> Answer {
        guard let entry = try await named(question) else { return unknown(question) }
        guard entry.retirement == nil else { return refused("retired", entry, question) }
        let fields = words.fields(of: question.request.slots.words ?? "")
        guard !fields.isEmpty else { return how(entry, fields) }
        let draft = draft(fields, changing: entry.content, question)
        guard draft.problems.isEmpty else { return problem(draft, fields, entry) }
        let other = try await desk.entry(asking: draft.content.key, in: draft.content.place)
        if let other, other.number != entry.number {
            return problem(with(draft, .taken(by: other.name)), fields, entry)
        }
        return try await confirm(draft.content, of: entry, question)
    }

    func retire(_ question: Question) async throws -> Answer {
        guard let entry = try await named(question) else { return unknown(question) }
        guard entry.retirement == nil else { return refused("retired", entry, question) }
        guard let reason = question.request.slots.words else {
            return refused("needsReason", entry, question)
        }
        return done(
            KnowledgeChange(retiring: entry, because: String(reason.prefix(200)), mark(question)), question)
    }

    private func draft(
        _ fields: [KnowledgeCommandWords.Field: String], changing known: KnowledgeEntry.Content?,
        _ question: Question
    ) -> KnowledgeDraft {
        KnowledgeDraft(
            fields, changing: known, author: question.person.name, words: words,
            regions: directory.regions, today: question.today)
    }

    private func with(_ draft: KnowledgeDraft, _ problem: KnowledgeDraft.Problem) -> KnowledgeDraft {
        var draft = draft
        draft.problems.append(problem)
        return draft
    }

    private func mark(_ question: Question) -> KnowledgeEntry.Mark {
        KnowledgeEntry.Mark(by: question.person.id, at: question.now)
    }

    private func confirm(
        _ content: KnowledgeEntry.Content, of known: KnowledgeEntry?, _ question: Question
    ) async throws -> Answer {
        let slots = question.request.slots
        let shown = KnowledgeService.digest(content, known)
        if slots.isConfirmed == true, slots.shown == shown {
            if let known { return done(KnowledgeChange(known, to: content, mark(question)), question) }
            let entry = KnowledgeEntry(
                number: try await desk.nextEntry(), content, filed: mark(question))
            return done(KnowledgeChange(filing: entry), question)
        }
        let words = KnowledgeWords(directory: directory, calendar: calendar)
        var values = words.values(of: content)
        values["known"] = .optional(known?.name)
        values["before"] = .optional(
            known.flatMap { $0.content.answer == content.answer ? nil : $0.content.answer })
        values["overtaken"] = .flag(slots.isConfirmed == true)
        values["edits"] = false
        var request = question.request
        request.slots.isConfirmed = true
        request.slots.shown = shown
        return Answer(
            .knowledgeDraft, .object(values),
            offers: [Proposal(Phrase.knowledgeConfirmOffer.with(), request)])
    }

    /// What a person confirms: all that is filed, and the revision it takes the place of.
    private static func digest(_ content: KnowledgeEntry.Content, _ known: KnowledgeEntry?) -> String {
        var digest = EditionDigest()
        digest.add(
            [
                content.question, content.answer, content.place.description, content.approver,
                content.validUntil?.description ?? "", known.map { "\($0.number)/\($0.version)" } ?? "",
            ] + content.variants)
        return String(digest.value, radix: 36)
    }

    private func done(_ change: KnowledgeChange, _ question: Question) -> Answer {
        var values = values(of: change.entry, question)
        values["kind"] = KnowledgeWords.kind(change.kind)
        var answer = Answer(.knowledgeDone, .object(values))
        answer.effects = [.changeKnowledge(change)]
        return answer
    }

    // MARK: What is wrong

    /// Nothing where there is none; whoever files sees all.
    func named(_ question: Question) async throws -> KnowledgeEntry? {
        guard let number = question.request.slots.entry.flatMap({ Int64($0) }) else { return nil }
        return try await desk.entry(number, within: scope(of: question).reach)
    }

    func unknown(_ question: Question) -> Answer {
        let number = question.request.slots.entry
        return Answer(
            .knowledgeUnknown,
            ["name": .optional(number.map { "#\($0)" }), "unsaid": .flag(number == nil)], isRefusal: true)
    }

    private func refused(_ refusal: String, _ entry: KnowledgeEntry, _ question: Question) -> Answer {
        var values = values(of: entry, question)
        values["refusal"] = .flags(KnowledgeService.refusals.map { ($0, $0 == refusal) })
        return Answer(.knowledgeRefused, .object(values), isRefusal: true)
    }

    /// How an entry is filed or changed, with what was written of it so far.
    private func how(
        _ entry: KnowledgeEntry?, _ fields: [KnowledgeCommandWords.Field: String]
    ) -> Answer {
        Answer(
            .knowledgeHow,
            ["number": .optional(entry.map { String($0.number) }), "question": .optional(fields[.question])])
    }

    private func problem(
        _ draft: KnowledgeDraft, _ fields: [KnowledgeCommandWords.Field: String], _ entry: KnowledgeEntry?
    ) -> Answer {
        // Only the answer is missing: it is told how to go on.
        if draft.problems == [.noAnswer] { return how(entry, fields) }
        return Answer(
            .knowledgeProblem,
            [
                "name": .optional(entry?.name),
                "problems": .list(draft.problems.map(KnowledgeService.words)),
            ])
    }

    private static func words(_ problem: KnowledgeDraft.Problem) -> TextValue {
        let name: String
        var (what, limit): (String?, Int?) = (nil, nil)
        var field: KnowledgeCommandWords.Field?
        switch problem {
        case .noQuestion: name = "noQuestion"
        case .noAnswer: name = "noAnswer"
        case .noChange: name = "noChange"
        case .taken(let by): (name, what) = ("taken", by)
        case .unknownPlace(let text): (name, what) = ("unknownPlace", String(text.prefix(20)))
        case .unknownDay(let text): (name, what) = ("unknownDay", String(text.prefix(20)))
        case .tooLong(let long, let most): (name, field, limit) = ("tooLong", long, most)
        case .tooManyVariants(let most): (name, limit) = ("tooManyVariants", most)
        }
        return [
            "problem": .flags(problems.map { ($0, $0 == name) }), "what": .optional(what),
            "limit": limit.map { .count($0) } ?? false,
            "field": .flags(KnowledgeCommandWords.Field.allCases.map { ($0.rawValue, $0 == field) }),
        ]
    }
}

extension SuggestionService {
    /// Those of so long ago are compared, and how many of them.
    private static let compared = (Duration.seconds(365 * 86_400), among: 500)
    /// How many that are alike are shown.
    private static let mostSimilar = 3

    /// Files a suggestion, or asks what is missing.
    func file(_ question: Question) async throws -> Answer {
        var form = question.form ?? SuggestionForm(words: question.request.slots.words)
        if let message = question.message { form.hear(attachmentsOf: message) }
        guard let text = form.words else { return try await ask(form, nil, question) }
        guard SuggestionForm.saysSomething(text) else {
            form.words = nil
            form.step = .what
            return try await ask(form, .noWords, question)
        }
        let words = PersonalData.masked(text)
        let subject = subject(form.about.map { "\($0) \(words)" } ?? words)
        if let known = try await alreadyFiled(words, question) {
            return Answer(.suggestionKnown, .object(self.words(known, question).values))
        }
        if !question.isInsisted {
            let similar = try await similar(to: words, subject.aspect, question)
            if !similar.isEmpty {
                form.step = .similar
                form.similar = similar.map(\.number)
                return try await ask(form, nil, question)
            }
        }
        var suggestion = Suggestion(
            number: try await desk.nextSuggestion(), words, aspect: subject.aspect,
            series: form.about.map(PersonalData.masked) ?? subject.series,
            urgency: form.urgency ?? .normal, filer: Suggestion.Backer(question.person, at: question.now))
        suggestion.evidence = try await evidence(for: words, question)
        var values = self.words(suggestion, question).values
        values["attachments"] = .flag(!form.messages.isEmpty)
        var answer = Answer(.suggestionFiled, .object(values))
        answer.effects = [.fileSuggestion(SuggestionFiling(suggestion, messages: form.messages))]
        var remembered = Request(.suggestionShow)
        remembered.slots.suggestion = String(suggestion.number)
        answer.remembered = remembered
        return answer
    }

    /// What customers say of it. A search that fails does not keep anybody from filing: the evidence is looked for again.
    private func evidence(for words: String, _ question: Question) async throws -> Evidence? {
        guard let search else { return nil }
        do {
            return try await search.evidence(
                for: words, in: question.person.dealer?.city, upTo: question.today)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            return nil
        }
    }

    private func alreadyFiled(_ words: String, _ question: Question) async throws -> Suggestion? {
        var filter = SuggestionFilter()
        filter.filer = question.person.id
        filter.since = question.now - SuggestionFiling.repeated
        filter.includesParts = true
        // To the letter among all of the day: what is filed must be none of these.
        var same = filter
        same.words = words
        if let twin = try await desk.suggestions(same, within: .all, offset: 0, limit: 1).first {
            return twin
        }
        let recent = try await desk.suggestions(filter, within: .all, offset: 0, limit: 100)
        let letters = SuggestionService.letters(of: words)
        return recent.first { SuggestionService.letters(of: $0.words) == letters }
    }

    private static func letters(of text: String) -> [Unicode.Scalar] {
        text.lowercased().unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
    }

    private func similar(
        to words: String, _ aspect: Aspect?, _ question: Question
    ) async throws -> [Suggestion] {
        var filter = SuggestionFilter()
        filter.since = question.now - SuggestionService.compared.0
        let known = try await desk.suggestions(
            filter, within: scope(of: question).reach, offset: 0, limit: SuggestionService.compared.among)
        let similar = SuggestionLikeness.similar(
            to: words, aspect: aspect,
            among: known.filter { suggestion in
                suggestion.state != .declined
                    && !suggestion.backers.contains { $0.person == question.person.id }
            }, reading: reading)
        return Array(similar.prefix(SuggestionService.mostSimilar))
    }

    /// Asks what the form wants to know next.
    private func ask(
        _ form: SuggestionForm, _ problem: SuggestionForm.Problem?, _ question: Question
    ) async throws -> Answer {
        var answer = Answer(
            .suggestionForm, try await asking(form, problem, again: problem != nil, question))
        answer.form = form
        // What a suggestion says is no part of a question that follows.
        answer.remembered = Request(.suggestionFile)
        return answer
    }

    /// The values with which a form asks.
    func asking(
        _ form: SuggestionForm, _ problem: SuggestionForm.Problem?, again: Bool, kept: Bool = false,
        _ question: Question
    ) async throws -> TextValue {
        let scope = scope(of: question)
        var similar: [TextValue] = []
        for number in form.step == .similar ? form.similar : [] {
            guard let suggestion = try await desk.suggestion(number, within: scope.reach) else { continue }
            var values = words(suggestion, weight: try await desk.weight(of: number), question).values
            values["own"] = .flag(suggestion.filer.person == question.person.id)
            similar.append(.object(values))
        }
        return [
            "step": .flags(SuggestionForm.Step.allCases.map { ("\($0)", $0 == form.step) }),
            "again": .flag(again), "noWords": .flag(problem == .noWords),
            "noChoice": .flag(problem == .noChoice), "kept": .flag(kept),
            "words": .optional(form.words.map(PersonalData.masked)),
            "about": .optional(form.about),
            "urgency": form.urgency.map(SuggestionService.urgency) ?? false,
            "attachments": form.messages.isEmpty ? false : .count(form.messages.count),
            "similar": .list(similar),
        ]
    }

    static func urgency(_ urgency: Suggestion.Urgency) -> TextValue {
        .flags(Suggestion.Urgency.allCases.map { ("\($0)", $0 == urgency) })
    }
}

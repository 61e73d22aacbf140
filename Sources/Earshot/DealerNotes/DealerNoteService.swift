/// Takes in what dealers record of their customers, and shows what was recorded.
public struct DealerNoteService: AnsweringService {
    let desk: any DealerNoteDesk
    let voices: any NotedVoices
    let figures: any VoiceFigures
    let directory: any PeopleDirectory
    let calendar: LocalCalendar
    /// Reads a text as the voices are read.
    let read: @Sendable (String) -> Reading

    public let intents: Set<Intent> = [.recordVoice, .noteMine, .noteList, .noteWithdraw, .noteCorrect]
    public let proposals: [Proposal] = []

    /// Notes of a page.
    static let mostListed = 8
    /// Days of a list where none are named, with today.
    static let usualDays = 30

    /// - Parameter figures: where stores' notes are counted.
    public init(
        desk: any DealerNoteDesk, voices: any NotedVoices, figures: any VoiceFigures,
        directory: any PeopleDirectory, calendar: LocalCalendar = .shanghai,
        read: @escaping @Sendable (String) -> Reading
    ) {
        (self.desk, self.voices, self.figures) = (desk, voices, figures)
        (self.directory, self.calendar, self.read) = (directory, calendar, read)
    }

    public func answer(_ question: Question) async throws -> Answer {
        switch question.request.intent {
        case .noteMine: try await mine(question)
        case .noteList: try await list(question)
        case .noteWithdraw: try await withdraw(question)
        case .noteCorrect: try await correct(question)
        default: try await record(question)
        }
    }

    // MARK: Recording

    private func record(_ question: Question) async throws -> Answer {
        guard let dealer = question.person.dealer, question.person.role == .dealer else {
            return refusal(.noStore)
        }
        guard let text = question.request.slots.words else {
            guard !question.isInGroup else { return refusal(.inGroup) }
            var answer = Answer(.noteAsk, [:])
            answer.asksFor = .recordVoice
            answer.remembered = Request(.recordVoice)
            return answer
        }
        guard text.count <= DealerNote.longest else { return refusal(.tooLong) }
        let note = DealerNote(
            number: try await desk.nextNote(), person: question.person.id, dealer: dealer.id,
            city: dealer.city.name, DealerNoteService.kept(text), recordedAt: question.now)
        return done(note, .recorded, inGroup: question.isInGroup)
    }

    /// What is kept of a text: without personal data and customers' names, in one line.
    static func kept(_ text: String) -> String {
        CustomerNames.masked(PersonalData.masked(text)).split(whereSeparator: \.isNewline).joined(
            separator: " "
        ).withoutOuterBlanks
    }

    private func done(_ note: DealerNote, _ kind: DealerNoteChange.Kind, inGroup: Bool = false) -> Answer {
        var values = values(of: note)
        // A whole group reads it.
        if inGroup { values["store"] = false }
        for known in [DealerNoteChange.Kind.recorded, .corrected, .withdrawn] {
            values[known.rawValue] = .flag(known == kind)
        }
        var answer = Answer(.noteDone, .object(values))
        answer.effects = [.changeNote(DealerNoteChange(note, kind))]
        // What a customer said is no part of what follows.
        answer.remembered = Request(.noteMine)
        // What names no number from here on means this one, also where it was taken back: no other is hit.
        answer.remembered?.slots.entry = String(note.number)
        return answer
    }

    // MARK: Changing

    private func withdraw(_ question: Question) async throws -> Answer {
        if let asked = try await which(question) { return asked }
        switch try await changeable(question) {
        case .refused(let refusal): return self.refusal(refusal)
        case .seen(var note):
            (note.words, note.isWithdrawn) = ("", true)
            return done(note, .withdrawn)
        }
    }

    private func correct(_ question: Question) async throws -> Answer {
        guard let said = question.request.slots.words else { return refusal(.noWords) }
        if let asked = try await which(question) { return asked }
        switch try await changeable(question) {
        case .refused(let refusal): return self.refusal(refusal)
        case .seen(var note):
            var words = DealerNoteService.kept(said)
            if let exchange = DealerNoteWords.exchange(said) {
                guard note.words.contains(exchange.wrong) else { return refusal(.noWords) }
                words = note.words.replacing(exchange.wrong, with: exchange.right)
            }
            guard question.request.slots.isConfirmed != false else { return whole(note, words, question) }
            guard SuggestionForm.saysSomething(words) else { return refusal(.noWords) }
            guard words.count <= DealerNote.longest else { return refusal(.tooLong) }
            (note.words, note.revision) = (words, note.revision + 1)
            return done(note, .corrected)
        }
    }

    /// Asks which one is meant where none is named and several can still be changed.
    private func which(_ question: Question) async throws -> Answer? {
        let request = question.request
        guard request.slots.entry == nil, !question.isInGroup else { return nil }
        let own = try await desk.notes(
            of: question.person.id, offset: 0, limit: DealerNoteService.mostOffered
        ).filter { !$0.isWithdrawn && question.now <= $0.recordedAt + DealerNote.correctable }
        guard own.count > 1 else { return nil }
        var answer = refusal(.which)
        answer.isRefusal = false
        answer.offers = own.map { note in
            var chosen = request
            chosen.slots.entry = String(note.number)
            return Proposal(
                Phrase.noteChosenOffer.with([
                    "number": .text(String(note.number)), "withdraws": .flag(request.intent == .noteWithdraw),
                    "words": .text(String(note.words.prefix(DealerNoteService.longestQuoted))),
                ]), chosen)
        }
        return answer
    }

    private static let mostOffered = 5

    /// Asks whether other words shall stand in the place of all that was recorded.
    private func whole(_ note: DealerNote, _ words: String, _ question: Question) -> Answer {
        var chosen = question.request
        (chosen.slots.entry, chosen.slots.words) = (String(note.number), words)
        chosen.slots.isConfirmed = nil
        var answer = refusal(.whole)
        answer.isRefusal = false
        answer.offers = [
            Proposal(
                Phrase.noteChangeOffer.with([
                    "number": .text(String(note.number)),
                    "words": .text(String(words.prefix(DealerNoteService.longestChange))),
                ]), chosen)
        ]
        return answer
    }

    private static let longestChange = 60

    private enum Changeable {
        case seen(DealerNote)
        case refused(NoteRefusal)
    }

    /// The note that is named, or the person's last one.
    private func changeable(_ question: Question) async throws -> Changeable {
        guard !question.isInGroup else { return .refused(.inGroup) }
        let person = question.person.id
        let note: DealerNote?
        if let entry = question.request.slots.entry {
            guard let number = Int64(entry) else {
                return .refused(entry.contains("、") ? .tooMany : .unknown)
            }
            note = try await desk.note(number, of: person)
        } else {
            note = try await desk.notes(of: person, offset: 0, limit: 1).first
        }
        guard let note, !note.isWithdrawn else {
            return .refused(question.request.slots.entry == nil ? .none : .unknown)
        }
        guard question.now <= note.recordedAt + DealerNote.correctable else { return .refused(.late) }
        return .seen(note)
    }

    func refusal(_ refusal: NoteRefusal) -> Answer {
        Answer(
            .noteRefused, ["refusal": .flags(NoteRefusal.allCases.map { ("\($0)", $0 == refusal) })],
            isRefusal: true)
    }

    // MARK: Words

    func values(of note: DealerNote) -> [String: TextValue] {
        let reading = read(note.words)
        return [
            "number": .text(String(note.number)), "words": .text(note.words),
            "store": .text(directory.dealer(id: note.dealer)?.name ?? note.dealer), "city": .text(note.city),
            "day": .text(calendar.day(of: note.recordedAt).slashed),
            "aspects": DealerNoteService.aspects(of: reading, in: note.words),
            "series": .optional(reading.series),
        ]
    }

    /// What was understood of a text, each with the customer's words for it: 「空调有异味」舒适性 抱怨. By the lean, as figures
    /// and the list of stores' notes count.
    static func aspects(of reading: Reading, in text: String) -> TextValue {
        let bytes = Array(text.utf8)
        var quoted: Set<Range<Int>> = []
        return aspects(
            reading.opinions.map { NotedVoice.Mention(aspect: $0.aspect, polarity: Polarity(lean: $0.lean)) }
        ) { aspect in
            guard let evidence = reading.opinions.first(where: { $0.aspect == aspect })?.evidence,
                !evidence.isEmpty, bytes.indices.contains(evidence.upperBound - 1),
                bytes.indices.contains(evidence.lowerBound),
                // Of one and the same words more than one thing is understood.
                quoted.insert(evidence).inserted
            else { return nil }
            let words = String(decoding: bytes[evidence], as: UTF8.self)
            return words.count > longestQuoted ? words.prefix(longestQuoted) + "…" : words
        }
    }

    private static let longestQuoted = 16

    /// 空调 抱怨 · 空间 好评: each once, at most three, and none that only stands for one below it.
    ///
    /// - Parameter said: the customer's words for one.
    static func aspects(
        _ mentions: [NotedVoice.Mention], said: (Aspect) -> String? = { _ in nil }
    ) -> TextValue {
        var seen: Set<Aspect> = []
        let told = mentions.filter { mention in
            !mentions.contains { $0.aspect != mention.aspect && $0.aspect.isWithin(mention.aspect) }
        }
        return .series(
            told.filter { seen.insert($0.aspect).inserted }.prefix(3).map { mention in
                [
                    "aspect": mention.aspect.words, "praise": .flag(mention.polarity == .positive),
                    "complaint": .flag(mention.polarity == .negative),
                    "said": .optional(said(mention.aspect)),
                ]
            })
    }
}

/// Why something recorded is not shown or changed.
enum NoteRefusal: String, CaseIterable {
    /// Only somebody of a store records what customers say there.
    case noStore
    /// Nothing was recorded that could be changed.
    case none
    /// None is named, and several may be meant.
    case which
    /// Other words would stand in the place of all that was recorded.
    case whole
    /// More are named than are taken back at once.
    case tooMany
    /// There is none of the person's of that number.
    case unknown
    /// It was recorded too long ago.
    case late
    /// It is not said what it is to be.
    case noWords
    /// It is longer than what one customer says.
    case tooLong
    /// A whole group would read it.
    case inGroup
    /// The days that are asked about have not come.
    case future
    /// The store that is named is not known.
    case strangeStore
}

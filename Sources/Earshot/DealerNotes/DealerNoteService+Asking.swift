extension DealerNoteService {
    /// Records what somebody answers who was asked, at most three things.
    func record(_ lines: [String], of person: Person, at now: Timestamp) async throws -> Answer {
        guard let dealer = person.dealer, person.role == .dealer else { return refusal(.noStore) }
        var (entries, effects): ([TextValue], [Turn.Effect]) = ([], [])
        guard lines.allSatisfy({ $0.count <= DealerNote.longest }) else { return refusal(.tooLong) }
        for line in lines.prefix(NoteAsking.most) {
            let note = DealerNote(
                number: try await desk.nextNote(), person: person.id, dealer: dealer.id,
                city: dealer.city.name, DealerNoteService.kept(line), recordedAt: now)
            effects.append(.changeNote(DealerNoteChange(note, .recorded)))
            entries.append(.object(values(of: note)))
        }
        var answer = Answer(
            .noteAnswered,
            [
                "none": false, "count": .count(entries.count), "notes": .list(entries),
                "leftOut": lines.count > NoteAsking.most ? .count(lines.count - NoteAsking.most) : false,
            ])
        answer.effects = effects + [.answerAsking(person.id)]
        return answer
    }

    /// There was nothing to record.
    func nothing(for person: Person) -> Answer {
        var answer = Answer(
            .noteAnswered, ["none": true, "count": false, "notes": .list([]), "leftOut": false])
        answer.effects = [.answerAsking(person.id)]
        return answer
    }

    /// Whether a text praises or complains of anything that is known.
    func saysOpinion(_ text: String) -> Bool { !read(text).opinions.isEmpty }
}

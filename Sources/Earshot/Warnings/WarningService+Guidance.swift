extension WarningService {
    /// The longest line to take, in characters: dealers read it on a card.
    static let longestGuidance = 500

    /// Shows what would be sent to whom; once that is confirmed, sends it.
    func tell(_ warning: Warning, _ question: Question) async throws -> Answer {
        let approved = try await lines?.line(
            about: warning.subject, for: question.person, on: question.today,
            longest: WarningService.longestGuidance)
        let prepared =
            try approved?.content.answer
            ?? texts.words(
                Phrase.guidanceDraft.with(WarningWords.subject(warning.subject).filter { $0.key != "source" })
            )
        let words = question.words ?? prepared
        let staff = try await staff(of: warning, question)
        let held = rules.quietHours.end(ifQuietAt: question.now, calendar: rules.calendar)
        let notBefore = warning.subject.isDanger ? nil : held
        let isSendable =
            !staff.reached.isEmpty && words.count <= WarningService.longestGuidance
            && warning.state.isActive
        let shown = WarningService.digest(words, warning, staff.reached.map(\.person))
        let isConfirmed = question.request.slots.isConfirmed == true && question.request.slots.shown == shown
        guard isConfirmed, isSendable else {
            return draft(
                words, isOwn: words != prepared, approved, warning, staff, notBefore,
                isSendable: isSendable,
                question)
        }
        let deliveries = try staff.reached.map { person, way in
            try post.guidance(
                words, of: warning, from: question.person, to: person, by: way, notBefore: notBefore,
                at: question.now)
        }
        // Who was told what to say is told when it is over.
        let decisions =
            staff.reached.map { person, way in
                NoticeDecision(
                    warning: warning.number, notice: .guided(question.now), person: person.id,
                    verdict: .sent(account: way.account), at: question.now)
            }
            + staff.unreached.map { person in
                NoticeDecision(
                    warning: warning.number, notice: .guided(question.now), person: person.id,
                    verdict: .withheld(.unreachable), at: question.now)
            }
        let (share, gain) = try await raisedShare(of: warning)
        // Nobody is to read in the morning what was written before this.
        let told = Set(staff.reached.map(\.person.id))
        let replaced = try await desk.waitingLines(of: warning.number).filter { told.contains($0.person) }
        return act(
            .tell(
                words: words, recipients: deliveries.count,
                cities: scope(of: question).cities(concernedBy: warning), gain: gain, heldUntil: notBefore),
            "tell", warning, question,
            values: [
                "recipients": .count(deliveries.count), "remark": false,
                "moved": try await moved(share, of: warning),
                "held": .optional(notBefore.map(self.words(warning, question).moment)),
                "unreached": staff.unreached.isEmpty ? false : .count(staff.unreached.count),
                "recalled": replaced.isEmpty ? false : .count(Set(replaced.map(\.person)).count),
            ], share: share, recalled: replaced.count, deliveries: deliveries, decisions: decisions)
    }

    private struct Staff {
        var reached: [(person: Person, way: Way)] = []
        var unreached: [Person] = []
    }

    /// The dealers' staff in the cities concerned for which the person may speak.
    private func staff(of warning: Warning, _ question: Question) async throws -> Staff {
        let scope = scope(of: question)
        let cities = scope.cities(concernedBy: warning)
        let people = directory.people.filter { person in
            guard person.role == .dealer, let dealer = person.dealer else { return false }
            if case .store(let store) = warning.subject.place { return dealer.id == store.id }
            return cities?.contains(dealer.city) ?? true
        }
        let ways = try await reach.ways(to: people)
        var staff = Staff()
        for person in people {
            if let way = ways[person.id] {
                staff.reached.append((person, way))
            } else {
                staff.unreached.append(person)
            }
        }
        return staff
    }

    /// What a person confirms: the words, of which warning, who will read them, and what was said before.
    private static func digest(_ words: String, _ warning: Warning, _ people: [Person]) -> String {
        let before = warning.guidance.map { "\($0.at.milliseconds)/\($0.by)" } ?? ""
        var digest = EditionDigest()
        digest.add([warning.name, words, before] + people.map(\.id).sorted())
        return String(digest.value, radix: 36)
    }

    private func draft(
        _ line: String, isOwn: Bool, _ approved: KnowledgeEntry?, _ warning: Warning, _ staff: Staff,
        _ notBefore: Timestamp?,
        isSendable: Bool, _ question: Question
    ) -> Answer {
        func people(_ people: [Person]) -> TextValue {
            .series(
                people.prefix(WarningService.mostListed).map {
                    ["name": .text($0.name), "store": .optional($0.dealer?.name)]
                })
        }
        guard warning.state.isActive else { return act(.claim, "claim", warning, question) }
        let reached = staff.reached.map(\.person)
        var values = self.words(warning, question).values
        values["words"] = .text(line)
        values["drafted"] = .flag(!isOwn)
        values["entry"] = .optional(approved?.name)
        values["approver"] = .optional(approved?.content.approver)
        values["stores"] = .count(Set(reached.compactMap(\.dealer?.id)).count)
        values["recipients"] = .count(reached.count)
        values["people"] = people(reached)
        values["further"] =
            reached.count > WarningService.mostListed
            ? .count(reached.count - WarningService.mostListed) : false
        values["unreached"] = people(staff.unreached)
        values["held"] = .optional(notBefore.map(self.words(warning, question).moment))
        values["nobody"] = .flag(reached.isEmpty)
        values["tooLong"] =
            line.count > WarningService.longestGuidance ? .count(WarningService.longestGuidance) : false
        values["before"] = .optional(warning.guidance?.words)
        // Whoever confirms what is so no more learns why it was not sent.
        let isOvertaken = question.request.slots.isConfirmed == true
        values["overtaken"] = .flag(isOvertaken)
        let words = self.words(warning, question)
        values["teller"] = .optional(
            isOvertaken
                ? warning.guidance.flatMap { $0.by == question.person.id ? nil : words.name($0.by) } : nil)
        values["toldAt"] = .optional(warning.guidance.map { words.moment($0.at) })
        // A number said next is of what stands here.
        guard isSendable else {
            return Answer(
                .warningDraft, .object(values),
                offers: WarningService.proposals([.details, .assign], warning))
        }
        return Answer(
            .warningDraft, .object(values),
            offers: [
                WarningService.proposal(.confirmOffer, .alertBroadcast, warning) { slots in
                    slots.words = line
                    slots.isConfirmed = true
                    slots.shown = WarningService.digest(line, warning, reached)
                }
            ])
    }
}

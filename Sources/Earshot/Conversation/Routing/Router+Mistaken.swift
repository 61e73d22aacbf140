/// That an act on a warning was a mistake.
extension Router {
    /// Offers to take back what was said to have ended or silenced the warning that is spoken of, where that is called a mistake:
    /// 我弄错了. What cannot be taken back is shown as it stands.
    func mistaken(_ text: String, _ message: MessageFeatures, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, let previous = context.previous, message.mentions.alerts.isEmpty,
            let number = previous.slots.alert, Router.takenBack.contains(previous.intent),
            !pointsAtMore(clauses(of: text), than: previous.intent),
            clauses(of: text).prefix(Router.mostBeforeMistake + 1).contains(where: {
                callsMistake($0, previous.intent)
            })
        else { return nil }
        var slots = Slots()
        slots.alert = number
        guard let (words, intent) = takingBack(previous.intent) else {
            return Understood(request: Request(.alertShow, slots), said: slots)
        }
        if intent == .alertRestore {
            slots.ended = previous.intent == .alertDismiss ? .dismissed : .resolved
        }
        var asked = unknown(message, in: context)
        asked.meant = Guess("A\(number) \(words)", Request(intent, slots))
        return asked
    }

    /// What takes an act back, in words behind the warning's number.
    private func takingBack(_ intent: Intent) -> (words: String, intent: Intent)? {
        let words = phrasebook.actWords
        return intent == .alertSilence
            ? words.inWords[.alertUnsilence].map { ($0, .alertUnsilence) }
            : words.takingBack[intent].map { ($0, .alertRestore) }
    }

    private static let takenBack = Set(acts + [.alertBroadcast])

    /// Whether a clause points at a warning, or says what else is done.
    private func pointsAtMore(_ clauses: [MessageFeatures], than ended: Intent) -> Bool {
        clauses.contains { clause in
            phrasebook.pointerWords.pointAtThat(clause)
                || Router.acts.contains { act in
                    act != ended && verb(of: act, in: clause) != nil && !callsMistake(clause, ended)
                        && !clause.says(phrasebook.warnings.unsettled)
                }
        }
    }

    /// How many clauses may stand before the one that says so: 不好意思，弄错了.
    private static let mostBeforeMistake = 1

    /// Whether a clause says nothing but that something was done by mistake.
    private func callsMistake(_ clause: MessageFeatures, _ intent: Intent) -> Bool {
        let scalars = clause.text.scalars
        return phrasebook.actWords.mistaken.contains { word in
            scalars.firstRange(of: word).map {
                // 是系统弄错了 is why it is a false alarm.
                !scalars[..<$0.lowerBound].contains(Router.system)
                    && isPlain(0..<$0.lowerBound, of: clause, intent)
                    && isPlain($0.upperBound..<scalars.count, of: clause, intent)
            } ?? false
        }
    }

    /// 系
    private static let system: UInt32 = 0x7CFB
}

/// Several things that are done with one suggestion, and questions about one.
extension Router {
    /// A decision with who deals with it and until when, of one or of a row: 5 处理中，月底前，交给产品部. Nothing where a part is anything else, as a reason is.
    func managed(_ text: String, _ message: MessageFeatures, _ context: DialogueContext) -> Understood? {
        let parts = text.split { ",，;；".contains($0) }.map { String($0).withoutOuterBlanks }
        guard (2...3).contains(parts.count), text.count <= Router.longestManaged, context.openForm == nil,
            !message.text.isQuestion, !message.text.asks, !phrasebook.triageWords.asks(message.text),
            message.mentions.alerts.isEmpty, parts.dropFirst().allSatisfy(mayBeStep),
            var managed = managing(parts[0], context), let number = managed.request.slots.suggestion
        else { return nil }
        var before = context
        before.previous = managed.request
        let numbers = [number] + managed.alike.compactMap(\.slots.suggestion)
        for part in parts.dropFirst() {
            for number in numbers {
                // 20号前 names no suggestion.
                let step = "#\(number) \(part)"
                guard let numbered = NumberedText(step),
                    let next = scheduled(step, numbered, managed.request, before)
                        ?? given(step, features(of: step, before), managed.request, before),
                    next.request.slots.suggestion == number, next.alike.isEmpty
                else { return nil }
                managed.alike.append(next.request)
            }
        }
        return managed
    }

    /// Whether a part may say who deals with a suggestion, or until when. 6 月底前 is of another one, and 3天前 tells of before.
    private func mayBeStep(_ part: String) -> Bool {
        let words = phrasebook.triageWords
        guard (words.assign + words.deadline).contains(where: { part.contains($0) }),
            part.prefixMatch(of: /[0-9]+\s/) == nil
        else { return false }
        return phrasebook.pauseWords.before(part).flatMap { words.due.span($0) } == nil
    }

    /// What a part by itself does with one suggestion, where it leaves no doubt.
    private func managing(_ part: String, _ context: DialogueContext) -> Understood? {
        let understood = understand(part, in: context)
        let request = understood.request
        guard [.suggestionDecide, .suggestionAssign, .suggestionSchedule].contains(request.intent),
            request.slots.words == nil, request.slots.isConfirmed != false,
            // Why it is declined is still to be said.
            request.slots.status != SuggestionState.declined.name,
            understood.alike.allSatisfy({ $0.intent == request.intent && $0.slots.words == nil }),
            understood.further.isEmpty
        else { return nil }
        return understood
    }

    private static let longestManaged = 60

    /// What a message shows that asks about one suggestion: 20上线了吗, 14要不要采纳？
    func askedAboutOne(_ text: String, _ message: MessageFeatures, _ context: DialogueContext) -> Understood?
    {
        guard context.openForm == nil, context.previous?.intent.isAboutAlerts != true,
            message.mentions.alerts.isEmpty, text.count <= Router.longestManaged,
            message.text.isQuestion, !message.mentions.statuses.isEmpty, message.unexplained == 0,
            message.mentions.periods.isEmpty, namesNothing(message), let numbered = NumberedText(text),
            numbered.numbers.count == 1, numbered.leading != nil,
            text.withoutOuterBlanks.first.map({ $0.isNumber || "#＃".contains($0) }) == true
        else { return nil }
        return triage(.suggestionShow, numbered.numbers[0], nil)
    }

    /// Shows a suggestion whose number is written as those of suggestions are, where nothing else but figures was understood: #2 重新评估一下.
    func settleMarked(of understood: inout Understood, _ message: MessageFeatures) {
        let intent = understood.request.intent
        guard
            intent.isAboutVoices || intent.isRanking,
            message.mentions.hashes.count == 1,
            message.mentions.periods.isEmpty, understood.further.isEmpty, namesNothing(message),
            message.mentions.polarities.isEmpty
        else { return }
        var slots = Slots()
        slots.suggestion = String(message.mentions.hashes[0])
        understood = Understood(request: Request(.suggestionShow, slots), said: slots)
    }

    /// Whether a message names nothing that voices are of.
    private func namesNothing(_ message: MessageFeatures) -> Bool {
        let mentions = message.mentions
        return mentions.places.isEmpty && mentions.dealers.isEmpty && mentions.aspects.isEmpty
            && mentions.products.isEmpty
    }
}

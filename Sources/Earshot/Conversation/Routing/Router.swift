/// Understands what a message wants: the intent, and the slots it says or carries over.
///
/// The message is cut into known words and expressions; every pattern of `commands.json5` that it satisfies
/// earns points for what it explains, and the most specific wins. No statistics and no model: the same
/// message is always understood in the same way, and a wrong one is mended by a line in the file.
public struct Router: Sendable {
    let phrasebook: Phrasebook
    let nearest: Nearest

    /// Checks and compiles the commands.
    ///
    /// - Parameters:
    ///   - regions: the names of the brand's sales regions (华东).
    ///   - dealers: the stores' names and aliases; `Understood.dealer` gives the one that was named.
    ///   - products: the makers and series that questions may name.
    /// - Throws: `CommandsError` with the command and the pattern that is wrong.
    public init(
        commands: Commands, places: Gazetteer = .china, regions: [String], dealers: [String],
        products: ProductCatalogue = ProductCatalogue()
    ) throws(CommandsError) {
        phrasebook = try Phrasebook(
            commands, places: places, regions: regions, dealers: dealers, products: products)
        nearest = Nearest(phrasebook.entries)
    }

    /// Understands one message. Only the head and the end of a very long text are examined.
    public func understand(_ text: String, in context: DialogueContext) -> Understood {
        let text = speaksOfSilence(text, context) ? LooseLengths.settled(text) : text
        let message = features(of: text, context)
        if context.openForm == nil, let listed = listed(text) {
            let understood = understand(listed, in: context)
            if [.suggestionDecide, .suggestionAssign, .suggestionSupport].contains(understood.request.intent)
            {
                return understood
            }
        }
        if let managed = managed(text, message, context) { return managed }
        if let decided = decision(text, in: context) {
            var settled = settleDecision(of: decided, text, message, context)
            settleDoubt(of: &settled, text, message, context)
            return settled
        }
        var understood =
            mistaken(text, message, context) ?? aboutPointedMatter(text, message, context)
            ?? remarkedBehindColon(text, message, context) ?? handOver(text, context) ?? action(text, context)
            ?? suggestions(of: text, context)
            ?? attachments(text, context)
            ?? knowledge(text, context)
            ?? note(text, context) ?? filing(text, context) ?? silenceAnswer(text, message, context)
            ?? wishToMend(text, message, context)
            ?? pause(
                text, message, context)
            ?? triage(text, message, context) ?? askedAboutOne(text, message, context)
            ?? assignment(text, message, context)
            ?? understand(text, message, context)
        if let wish = wishForMore(text, context, insteadOf: understood) { return wish }
        if understood.request.intent == .suggestionDecide, understood.request.slots.words == nil {
            understood.request.slots.words = reason(text, message, understood)
            if let words = understood.request.slots.words, takesBack(words, context) {
                return unknown(message, in: context)
            }
        }
        if understood.request.asksForNotes, noteWords.denies(text) { return unknown(message, in: context) }
        settleSilence(of: &understood, text, context)
        settleSchedule(of: &understood, text, message, context)
        takeExchanged(in: &understood, message)
        settleEndedTopic(of: &understood, text, context)
        takeFurtherTopics(into: &understood, message)
        settlePause(of: &understood, text, message, context)
        settleSubscribing(of: &understood, message, context)
        settleSuggesting(of: &understood, text, message, context)
        settleNumber(of: &understood, text, context)
        settleNumbers(of: &understood, text, message)
        understood = settleDecision(of: understood, text, message, context)
        settleDoubt(of: &understood, text, message, context)
        settleMarked(of: &understood, message)
        if let asked = giving(reasonFor: understood, text, message, context) { return asked }
        takeRepeated(into: &understood, text)
        takeSpokenOf(into: &understood, text, context)
        var settled =
            listing(instead: understood, text, message, context)
            ?? asking(whetherReported: understood, text, message, context) ?? understood
        if let settled = numbered(settled, text, message, context) { return settled }
        if let asked = asking(whetherEnded: settled, text, message, context) { return asked }
        if settled.undone == nil { settled.undone = undone(by: settled, message, context) }
        return settled
    }

    /// Understands a message in which nobody is named who shall take something on.
    func understand(_ text: String, _ message: MessageFeatures, _ context: DialogueContext) -> Understood {
        if let action = remarked(text, message, context, isCertain: true) { return action }
        if let several = wishes(in: text, message, context) { return several }
        if let action = remarked(text, message, context, isCertain: false) { return action }
        if let claim = claim(openedBy: text, message, context) { return claim }
        let reading = read(message, DateReader(context), context)
        if context.openForm == nil, let part = partBesidePoliteness(of: text, message, context),
            reading.isMerePoliteness || part.reading.intent.isAct && part.reading.intent.isAboutAlerts
        {
            return understand(part.words, part.reading, context)
        }
        return understand(text, reading, context)
    }

    /// Understands a message, or a part of one that holds one wish.
    func understand(_ text: String, _ asWritten: Reading, _ context: DialogueContext) -> Understood {
        if let form = context.openForm, !leavesForm(asWritten.match, asWritten.message) {
            return understood(Request(form), asWritten.message, original: text, head: nil)
        }
        guard let corrected = correcting(asWritten, text, context) else {
            let result = understood(asWritten, original: text, in: context)
            if asWritten.isUncertain {
                let spelled = asWritten.message.spelled(text, phrasebook.misspellings)
                return asking(whether: result, said: spelled, asWritten, in: context)
            }
            guard asWritten.isTorn(phrasebook) else { return result }
            return asking(whether: result, said: text, asWritten, in: context)
        }
        let result = understood(corrected, original: text, in: context)
        guard corrected.isUncertain else { return result }
        if corrected.intent == asWritten.intent, !asWritten.isUncertain {
            let written = understood(asWritten, original: text, in: context)
            if written.request == result.request { return written }
        }
        return asking(
            whether: result, said: corrected.message.spelled(text, phrasebook.misspellings),
            asWritten, in: context)
    }

    private func asking(
        whether meant: Understood, said text: String, _ reading: Reading, in context: DialogueContext
    ) -> Understood {
        var request = meant.request
        switch request.intent {
        // What is suggested is not lost over a wrong character of the command.
        case .suggestionFile: request.slots.words = meant.freeText
        case .suggestionDecide: request.slots.words = reason(text, features(of: text, context), meant)
        default: break
        }
        var asked = unknown(reading.message, in: context)
        asked.meant = Guess(text, request)
        return asked
    }

    /// What a text says, word by word as it stands.
    func features(of text: String, _ context: DialogueContext) -> MessageFeatures {
        MessageFeatures(Normalization(text), phrasebook: phrasebook, dates: DateReader(context))
    }

    /// What a message says as a whole, word by word as it stands.
    func read(_ message: MessageFeatures, _ dates: DateReader, _ context: DialogueContext) -> Reading {
        let match = bestMatch(message, context)
        let followUp = context.previous.map { relation(to: $0, message, match) }
        var intent = match.map { phrasebook.entries[$0.pattern.command].intent } ?? .unknown
        if let followUp, followUp.isElliptic {
            let said = filling(message, intent, dates, isElliptic: true).slots
            intent =
                followUp.intent(said: said, mentions: message.mentions, takes: phrasebook.takes) ?? intent
        }
        return Reading(message: message, dates: dates, match: match, followUp: followUp, intent: intent)
    }

    /// How a series fares that nobody knows: X99怎么样. Nothing where anything else is said.
    private func askingOfStrangers(_ message: MessageFeatures, _ text: String) -> Understood? {
        let names = StrangeNames.models(in: message, text, phrasebook)
        let letters = names.reduce(0) { $0 + $1.filter(\.isLetter).count }
        let asking = phrasebook.question.union(phrasebook.customer).union(phrasebook.look)
            .union(phrasebook.filler).union(phrasebook.recent)
        guard !names.isEmpty, message.says(phrasebook.question), message.unexplained <= letters,
            message.pieces.allSatisfy({
                !$0.features.isDisjoint(with: asking) || $0.features.isSubset(of: .number)
            })
        else { return nil }
        var result = Understood(request: Request(.overview))
        (result.strangeNames, result.isOfStrangers) = (names, true)
        return result
    }

    func unknown(_ message: MessageFeatures, in context: DialogueContext) -> Understood {
        var result = Understood(request: Request(.unknown))
        result.choice = choice(message)
        // Nothing is near a bare number: A12 of an example is nobody's.
        if !message.text.isNumber { result.nearest = nearest.examples(near: message.text, in: context) }
        return result
    }

    private func understood(
        _ reading: Reading, original text: String, in context: DialogueContext
    ) -> Understood {
        let (message, match, followUp, intent) = (
            reading.message, reading.match, reading.followUp, reading.intent
        )
        guard intent != .unknown else {
            return askingOfStrangers(message, text) ?? unknown(message, in: context)
        }
        let dates = reading.dates
        let said = filling(message, intent, dates, isElliptic: followUp?.isElliptic ?? false).slots
        let takes = phrasebook.takes(intent)
        let slots = followUp?.completing(said, message.mentions, of: intent, takes: takes) ?? said
        var result = understood(Request(intent, slots), message, original: text, head: match?.pattern)
        result.said = said
        if followUp?.changesOtherStore(message.mentions, in: intent) == true { result.dealer = nil }
        // 国庆朋友圈发什么 says when, not of when the voices are.
        if takes.contains(Feature.period), intent != .marketing {
            result.unclearPeriod = message.mentions.unclearPeriod
        }
        result.explains = match.flatMap { match in
            let entry = phrasebook.entries[match.pattern.command]
            return entry.intent == intent ? entry.command.explains : nil
        }
        result.keepsStore = followUp?.keepsStore(for: intent, said: said, message.mentions) ?? false
        result.strangeNames = StrangeNames.names(in: message, of: intent, text, phrasebook)
        result.isOfStrangers =
            !result.strangeNames.isEmpty && said.aspect == nil && said.product == nil
            && said.ofRivals == nil && result.dealer == nil && !result.ownStore
        result.storesOf = message.cityOfStores(phrasebook)
        settleKind(of: &result, message, after: context.previous)
        result.further = further(intent, slots, message.mentions)
        return result
    }

    /// Whether the commands of an intent are shown to a role.
    func isOffered(_ intent: Intent, to role: Role) -> Bool {
        let known = phrasebook.entries.filter { $0.intent == intent && !$0.command.examples.isEmpty }
        return known.isEmpty || known.contains { $0.command.roles?.contains(role) != false }
    }

    /// The help for a role: the commands that are available, in the order of the file.
    public func help(for role: Role, available: Set<Intent>) -> [HelpEntry] {
        phrasebook.entries.compactMap { entry in
            guard available.contains(entry.intent), entry.command.roles?.contains(role) != false,
                !entry.command.examples.isEmpty, !entry.command.group.isEmpty
            else { return nil }
            return HelpEntry(
                intent: entry.intent, group: entry.command.group, title: entry.command.title,
                examples: entry.command.examples)
        }
    }

    /// What a message says of what an intent takes.
    func slots(of intent: Intent, in message: MessageFeatures, _ context: DialogueContext) -> Slots {
        filling(message, intent, DateReader(context), isElliptic: false).slots
    }

    private func filling(
        _ message: MessageFeatures, _ intent: Intent, _ dates: DateReader, isElliptic: Bool
    ) -> SlotFilling {
        SlotFilling(
            mentions: message.mentions, intent: intent, takes: phrasebook.takes(intent), dates: dates,
            isElliptic: isElliptic, saysYearBefore: message.says(phrasebook.yearBefore),
            saysRivals: message.says(phrasebook.competitor), asksOfCities: message.says(phrasebook.ofCities))
    }

    // MARK: Results

    private func understood(
        _ request: Request, _ message: MessageFeatures, original: String, head: Pattern?
    ) -> Understood {
        var result = Understood(request: request)
        result.dealer =
            request.intent == .compare ? message.mentions.ownDealer : message.mentions.dealers.first
        result.ownStore = message.says(phrasebook.ownStore)
        result.freeText = FreeText(message, head: head, for: phrasebook.wishFor).text(of: original)
        return result
    }

    /// The number, when the message is nothing but one.
    func choice(_ message: MessageFeatures) -> Int? {
        guard message.pieces.count == 1, message.unexplained == 0 else { return nil }
        return message.mentions.plainNumber
    }

    /// The same wish for the other aspects named in the message, and beside a comparison the words it asks for.
    private func further(_ intent: Intent, _ slots: Slots, _ mentions: Mentions) -> [Request] {
        guard intent == .aspect || intent == .quotes || intent == .compare else { return [] }
        let others = mentions.aspects.dropFirst().prefix(2).map { aspect in
            var other = slots
            other.aspect = aspect
            return Request(intent, other)
        }
        guard intent == .compare, let polarity = mentions.polarity else { return others }
        var words = slots
        (words.against, words.polarity) = (nil, polarity)
        return [Request(.quotes, words)] + others
    }
}

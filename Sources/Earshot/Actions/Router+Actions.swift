extension Router {
    /// What is done with agreed actions, and the list of them; what stands behind the command is no part of it.
    func action(_ text: String, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, text.count <= Router.longestAction else { return nil }
        let spoken = context.previous?.intent.isAboutActions ?? false
        if var request = phrasebook.actionWords.command(
            text, today: context.today, afterActions: spoken, isName: { mayBeNames($0, context) },
            isKnown: { isPerson($0, features(of: $0, context)) && context.knowsPerson($0) })
        {
            if request.intent == .actionRecord, let words = request.slots.words {
                request.slots.city = features(of: words, context).mentions.cities.first?.value
            }
            return Understood(request: request, said: request.slots)
        }
        if let wished = wishedAction(text, context) { return wished }
        guard text.count <= Router.longestActionList, let list = phrasebook.actionWords.list(text) else {
            return nil
        }
        var request = Request(.actionList)
        if list.isMine { request.slots.status = ActionService.mine }
        var before = list.before
        if let late = phrasebook.actionWords.late.first(where: {
            before.hasSuffix($0) || before.hasPrefix($0)
        }) {
            request.slots.topic = ActionService.late
            before = String(
                before.hasSuffix(late) ? before.dropLast(late.count) : before.dropFirst(late.count))
            if before.isEmpty { return Understood(request: request, said: request.slots) }
        }
        let place = features(of: before, context)
        if !saysNothing(place) {
            let mentions = place.mentions
            if isPerson(before, place) {
                // 整改的行动 is nobody's.
                guard !list.isWeak || isSomebody(before, context) else { return nil }
                request.slots.person = before
                return Understood(request: request, said: request.slots)
            }
            guard place.unexplained == 0, mentions.cities.count + mentions.regions.count == 1 else {
                return nil
            }
            (request.slots.city, request.slots.region) = (
                mentions.cities.first?.value, mentions.regions.first
            )
        }
        return Understood(request: request, said: request.slots)
    }

    /// What whoever agrees on actions says that somebody shall do until a day (让林枫下周三前换展车): customers, stores and
    /// 师傅 are nobody's names.
    private func wishedAction(_ text: String, _ context: DialogueContext) -> Understood? {
        guard context.role == .manager || context.role == .hq,
            var request = phrasebook.actionWords.wished(text, context.today), let name = request.slots.person,
            isPerson(name, features(of: name, context)), isSomebody(name, context)
        else { return nil }
        request.slots.city = request.slots.words.flatMap {
            features(of: $0, context).mentions.cities.first?.value
        }
        return Understood(request: request, said: request.slots)
    }

    /// Whether a text says nothing, or no more than a time that every list is of: 现在有哪些行动.
    private func saysNothing(_ message: MessageFeatures) -> Bool {
        message.unexplained == 0
            && message.tokens.allSatisfy {
                $0.features.isSubset(of: phrasebook.filler) || $0.features.contains(Feature.period)
                    || !$0.features.isDisjoint(with: phrasebook.recent)
            }
    }

    /// Whether the directory knows a name, or it has all that a name has: of 张三丰 it is said that nobody knows him.
    func isSomebody(_ name: String, _ context: DialogueContext) -> Bool {
        context.knowsPerson(name) || name.count > 2 && CustomerNames.isWhole(name)
    }

    /// Whether each in a row of names may be somebody's.
    private func mayBeNames(_ text: String, _ context: DialogueContext) -> Bool {
        ActionWords.names(besideEachOther: text).allSatisfy { isPerson($0, features(of: $0, context)) }
    }

    /// Whether a text may be somebody's name: the directory knows, not the router.
    func isPerson(_ text: String, _ message: MessageFeatures) -> Bool {
        ActionWords.isName(text) && message.unexplained > 0 && message.mentions.places.isEmpty
            && message.mentions.products.isEmpty && message.mentions.aspects.isEmpty
    }

    private static let longestAction = 500
    private static let longestActionList = 20
}

extension Intent {
    /// Whether it is about agreed actions, whose numbers are in `Slots.action`.
    public var isAboutActions: Bool { rawValue.hasPrefix("action.") }
}

extension Router {
    /// Completes what a message says by its numbers: those of further warnings and suggestions for which the same is wanted,
    /// and that a warning's number is none of a suggestion.
    func settleNumbers(of understood: inout Understood, _ text: String, _ message: MessageFeatures) {
        let intent = understood.request.intent
        if intent == .alertSilence, let length = understood.said.duration, isNegative(length, text, message) {
            understood.request.slots.duration = "-\(length)"
        }
        // 0小时 is no length, and must not mean the usual one.
        if intent == .alertSilence, understood.said.duration == nil, message.mentions.numbers.contains(0) {
            understood.request.slots.duration = Slots.noLength
        }
        if intent.isAboutAlerts, intent.changesSomething,
            isOfEvery(understood, text) || namesDoubtfulRow(understood, text)
        {
            // None is meant rather than another, be it spoken of.
            understood = asking(which: understood)
            return
        }
        guard !describeWarning(of: &understood, text, message) else { return }
        askWhichWarning(in: &understood, message)
        switch intent {
        case .alertClaim, .alertResolve, .alertDismiss, .alertSilence, .alertUnsilence, .alertRestore,
            .alertAssign:
            guard let others = otherWarnings(understood, text, message) else {
                // So many are looked at before anything is done to them.
                understood.request = Request(.alertList)
                understood.request.slots.isTooMany = true
                return
            }
            understood.alike += others
        case .alertBroadcast:
            // A line to take is confirmed one by one.
            let command = command(of: understood, in: text)
            guard let others = otherWarnings(understood, text, message) else {
                understood.request = Request(.alertList)
                understood.request.slots.isTooMany = true
                return
            }
            for request in others {
                understood.further.append(request)
                understood.furtherWords[request] = naming(request.slots.alert, in: command)
            }
        case .alertAbsence:
            understood.alike += otherSubjects(understood.request, message.mentions)
        // What comes in the place of the one that ends does not end.
        case .subscriptionRemove
        where (understood.alike + understood.further).contains { $0.intent == .subscriptionAdd }:
            break
        case .subscriptionAdd, .subscriptionRemove, .reportShow:
            if !message.mentions.dealers.isEmpty {
                understood.alike += placesBesideStore(of: &understood.request, text, message)
            } else {
                understood.alike += otherSubjects(understood.request, message.mentions)
            }
        case .alertList, .suggestionList:
            understood.alike += otherPlaces(understood.request, message.mentions)
        default: break
        }
        guard intent.isAboutSuggestions, intent != .suggestionFile, intent != .suggestionList,
            intent != .suggestionMine
        else { return }
        if message.mentions.hashes.isEmpty, let warning = message.mentions.alerts.first,
            understood.said.suggestion == nil
                || !understood.request.slots.namesInReason(warning: String(warning))
        {
            (understood.request.slots.suggestion, understood.request.slots.words) = (nil, nil)
            understood.said.suggestion = nil
            understood.request.slots.alert = String(warning)
        } else if intent == .suggestionDecide || intent == .suggestionSupport
            || intent == .suggestionUnsupport
        {
            takeNumbers(into: &understood, text, message)
        }
    }

    /// Whether a command is of all warnings (静默所有预警) and names none.
    private func isOfEvery(_ understood: Understood, _ text: String) -> Bool {
        let command = Normalization(command(of: understood, in: text)).scalars
        return understood.said.alert == nil
            && phrasebook.everyWarning.contains { command.firstRange(of: $0) != nil }
    }

    /// Whether a minus stands right before a length: A12 -2h, unlike A12-2h.
    private func isNegative(_ length: String, _ text: String, _ message: MessageFeatures) -> Bool {
        let scalars = Array(text.unicodeScalars)
        let token = message.tokens.first { token in
            token.senses.contains { if case .duration(length) = $0 { true } else { false } }
        }
        guard let start = token.map({ Int(message.text.origins[$0.range.lowerBound]) }), start > 0,
            "-−－﹣负".unicodeScalars.contains(scalars[start - 1])
        else { return false }
        guard start > 1 else { return true }
        let before = scalars[start - 2]
        return !before.isASCII || before.properties.isWhitespace
    }

    /// What stands before the words that a person adds.
    func command(of understood: Understood, in text: String) -> String {
        guard let words = understood.request.slots.words, let range = text.lastRange(of: words) else {
            return text
        }
        return String(text[..<range.lowerBound])
    }

    private func rows(_ understood: Understood, _ command: String) -> [RowWords.Row] {
        let intent = understood.request.intent
        return phrasebook.rowWords.rows(in: command, endsInNumber: intent != .alertSilence) { rest in
            saysMore(rest, before: intent)
        }
    }

    /// Whether something stands between the end of a row and what is done, or behind the row where that stands before it, that
    /// is no mere filling: 客户反馈 of A12-15客户反馈已解决.
    private func saysMore(_ rest: Substring, before intent: Intent) -> Bool {
        guard let next = rest.first, next.isLetter || next.isNumber,
            let clause = clauses(of: String(rest)).first
        else { return false }
        let verb = verb(of: intent, in: clause)
        // 通报A12-15给经销商
        guard verb != nil || intent != .alertBroadcast && intent != .alertAssign else { return false }
        return !isPlain(0..<(verb?.lowerBound ?? clause.text.scalars.count), of: clause, intent)
    }

    /// Whether nobody knows if a command names a row of warnings, or one and how many there are of something else.
    private func namesDoubtfulRow(_ understood: Understood, _ text: String) -> Bool {
        rows(understood, command(of: understood, in: text)).contains { row in
            if case .doubtful = row { true } else { false }
        }
    }

    /// The same for each further warning; nothing where they are more than what is done at once.
    private func otherWarnings(
        _ understood: Understood, _ text: String, _ message: MessageFeatures
    ) -> [Request]? {
        guard let first = understood.request.slots.alert, !message.mentions.alerts.isEmpty else { return [] }
        let words = self.command(of: understood, in: text)
        let rows = rows(understood, words).compactMap { row in
            if case .of(let numbers) = row { numbers } else { nil }
        }
        let listed =
            understood.request.intent == .alertSilence
            ? [] : clauses(of: words).flatMap { listedNumbers(in: $0, understood.request.intent) }
        guard Set(message.mentions.alerts).count > 1 || !rows.isEmpty || !listed.isEmpty else { return [] }
        let command = MessageFeatures(
            Normalization(words), phrasebook: phrasebook, dates: DateReader(today: Day(number: 0)))
        let undoes =
            understood.request.intent == .alertUnsilence || understood.request.intent == .alertRestore
        guard undoes || !command.says(phrasebook.not.union(phrasebook.done).union(phrasebook.condition))
        else {
            return []
        }
        guard rows.allSatisfy({ $0.count <= Router.mostAlike + 1 }) else { return nil }
        let numbers = distinct(command.mentions.alerts + listed + rows.flatMap { $0 }).filter {
            String($0) != first
        }
        guard numbers.count <= Router.mostAlike else { return nil }
        return numbers.sorted().map {
            var request = understood.request
            request.slots.alert = String($0)
            return request
        }
    }

    /// 通报 A13 of 通报 A12 A13.
    private func naming(_ number: String?, in command: String) -> String {
        let features = MessageFeatures(
            Normalization(command), phrasebook: phrasebook, dates: DateReader(today: Day(number: 0)))
        let scalars = Array(command.unicodeScalars)
        var kept = String.UnicodeScalarView()
        var position = 0
        for token in features.tokens {
            guard case .alert(let other)? = token.senses.first(where: \.isNumbered), String(other) != number
            else { continue }
            kept += scalars[position..<Int(features.text.origins[token.range.lowerBound])]
            position = Int(features.text.origins[token.range.upperBound - 1]) + 1
        }
        let words = String(kept + scalars[position...])
        return String(words.split { $0.isWhitespace || $0.isPunctuation }.joined(separator: " "))
    }

    /// The same for each of the cities or regions that are named: 上海和南京的预警.
    private func otherPlaces(_ request: Request, _ mentions: Mentions) -> [Request] {
        let (cities, regions) = (distinct(mentions.cities.map(\.value)), distinct(mentions.regions))
        guard request.slots.city == cities.first, cities.isEmpty || regions.isEmpty else { return [] }
        let others = cities.isEmpty ? regions.dropFirst() : cities.dropFirst()
        return others.prefix(Router.mostAlike).map { name in
            var other = request
            if cities.isEmpty { other.slots.region = name } else { other.slots.city = name }
            return other
        }
    }

    /// The same for each of the places and series, rivals or aspects that are named: 订阅杭州和宁波预警, 看X5和E7的周报, of
    /// 订阅杭州和宁波的X5和E7周报 all four.
    private func otherSubjects(_ request: Request, _ mentions: Mentions) -> [Request] {
        let cities = distinct(mentions.cities.map(\.value))
        let regions = distinct(mentions.regions)
        var aspects = mentions.aspects
        // 刹车质量 is of the brakes.
        if aspects.count > 1 { aspects.removeAll { $0.name == "quality" } }
        var all = [request]
        func each<Value>(_ values: [Value], _ fill: (inout Slots, Value) -> Void) {
            all = all.flatMap { one in
                [one]
                    + values.dropFirst().map { value in
                        var other = one
                        fill(&other.slots, value)
                        return other
                    }
            }
        }
        if cities.count > 1 {
            each(cities) { $0.city = $1 }
        } else if regions.count > 1, cities.isEmpty {
            each(regions) { $0.region = $1 }
        }
        let others = otherProducts(than: request.slots.product, mentions)
        if request.slots.ofRivals == true {
            // 订阅X5和竞品好评预警: the praise is the rivals'.
            each([nil] + mentions.products.filter { $0.isOwn && $0.series != nil }) {
                ($0.product, $0.ofRivals, $0.polarity) = ($1, nil, nil)
            }
        } else if !others.isEmpty {
            each([request.slots.product] + others) {
                $0.product = $1
                if $1?.isOwn == true, !mentions.rivals.isEmpty { $0.polarity = nil }
            }
        } else if aspects.count > 1, request.slots.aspect == aspects[0] {
            each(aspects) { $0.aspect = $1 }
        }
        return Array(all.dropFirst().prefix(Router.mostAlike))
    }

    /// The same for each of the cities that are named beside a store (西湖店和宁波周报), where a word joins them. The city in its
    /// name is none of them, nor one right before it: of 广州西湖店 it is said that there is none.
    private func placesBesideStore(
        of request: inout Request, _ text: String, _ message: MessageFeatures
    ) -> [Request] {
        let written = Array(text.unicodeScalars)
        let stores = message.tokens.filter { $0.features.contains(Feature.dealer) }.map(\.range)
        func isApart(_ city: Range<Int>) -> Bool {
            stores.allSatisfy { store in
                guard !city.overlaps(store) else { return false }
                let between =
                    city.lowerBound < store.lowerBound
                    ? city.upperBound..<store.lowerBound : store.upperBound..<city.lowerBound
                guard between.lowerBound < between.upperBound else { return false }
                return between.contains { Router.joining.contains(written[Int(message.text.origins[$0])]) }
            }
        }
        let cities = distinct(
            message.mentions.cities.filter { isApart(message.tokens[$0.token].range) }.map(\.value))
        if let city = request.slots.city, cities.contains(city) {
            // What is meant first is the store.
            request.slots.city = message.mentions.cities.map(\.value).first { !cities.contains($0) }
        }
        return cities.prefix(Router.mostAlike).map { city in
            var other = request
            other.slots.city = city
            return other
        }
    }

    /// What stands between two names of which both are meant.
    private static let joining = Set("和跟与及同、，,；;".unicodeScalars)

    /// Own series and rivals that are named beside the one that is meant; an own brand alone is none.
    private func otherProducts(than product: Product?, _ mentions: Mentions) -> [Product?] {
        guard let product else { return [] }
        let named =
            mentions.rivals.map {
                Product(brand: $0.brand, series: $0.series.isEmpty ? nil : $0.series, isOwn: false)
            } + mentions.products.filter { $0.isOwn && $0.series != nil }
        return distinct(named).filter { $0 != product }
    }

    static let mostAlike = 8
    /// What is done at once: the first and those beside it.
    static let mostAtOnce = mostAlike + 1

    func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}

extension Slots {
    /// Whether a warning is named only in the reason of a decision: 不采纳 57 因为 A12 已处理.
    fileprivate func namesInReason(warning: String) -> Bool {
        words.map { $0.uppercased().contains("A\(warning)") } ?? false
    }
}

extension String {
    /// Where a text stands in it for the last time.
    fileprivate func lastRange(of words: String) -> Range<String.Index>? {
        var found: Range<String.Index>?
        var rest = self[...]
        while let range = rest.firstRange(of: words) {
            found = range
            rest = rest[range.upperBound...]
            if words.isEmpty { break }
        }
        return found
    }
}

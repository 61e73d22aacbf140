import Earshot

extension DialogueState {
    /// The state as it is kept.
    var record: String {
        var record = RecordWriter()
        record.add(Int(updatedAt.milliseconds))
        record.add(misunderstandings)
        record.add(previous) { $0.add($1) }
        record.add(offers) { record, offer in
            record.add(offer.recordedLabel)
            record.add(offer.request)
        }
        record.add(more) { record, page in
            record.add(page.request)
            record.add(page.offset)
            // Days are counted from 1970, so that -1 is none.
            record.add(page.after?.day.number ?? -1)
            record.add(page.after.map { Int($0.number) } ?? -1)
        }
        record.add(form) { record, form in
            record.add(form.intent.rawValue)
            record.add(Int(form.startedAt.milliseconds))
        }
        // Behind everything else, so that a state of an edition that knew no such form is read as it was.
        if let suggestion = form?.suggestion { record.add(suggestion) }
        // Behind a form without a suggestion nothing could be told from one.
        guard form == nil || form?.suggestion != nil else { return record.text }
        if !recent.isEmpty || answered != nil { record.add(recent) }
        if let answered {
            record.add(answered.message)
            record.add(answered.request)
        }
        return record.text
    }

    init(record: String) throws {
        var reader = RecordReader(record)
        self.init(updatedAt: Timestamp(milliseconds: Int64(try reader.number())))
        misunderstandings = try reader.number()
        previous = try reader.optional { try $0.request() }
        offers = try reader.list { Offer(recordedLabel: try $0.string(), try $0.request()) }
        more = try reader.optional { reader in
            let (request, offset) = (try reader.request(), try reader.number())
            let (day, number) = (try reader.number(), try reader.number())
            return Page(
                request: request, offset: offset,
                after: number < 0 ? nil : VoicePosition(day: Day(number: day), number: Int64(number)))
        }
        form = try reader.optional { reader in
            Form(
                intent: try reader.intent(),
                startedAt: Timestamp(milliseconds: Int64(try reader.number())))
        }
        if form != nil, !reader.isAtEnd { form?.suggestion = try reader.suggestionForm() }
        if !reader.isAtEnd { recent = try reader.recentTurns() }
        if !reader.isAtEnd {
            answered = RateableAnswer(message: try reader.string(), request: try reader.request())
        }
        try reader.expectEnd()
    }
}

extension Offer {
    /// Around when an offer was shown that is left from before, in front of its words, which have no such character.
    private static let mark: Character = "\u{1}"

    fileprivate var recordedLabel: String {
        guard isUnnumbered == true else { return label }
        return "\(Offer.mark)\(shownAt.map { String($0.milliseconds) } ?? "")\(Offer.mark)\(label)"
    }

    fileprivate init(recordedLabel: String, _ request: Request) {
        let parts = recordedLabel.split(separator: Offer.mark, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else {
            self.init(recordedLabel, request)
            return
        }
        self.init(String(parts[2]), request)
        isUnnumbered = true
        shownAt = Int64(parts[1]).map { Timestamp(milliseconds: $0) }
    }
}

extension RecordWriter {
    mutating func add(_ turns: [RecentTurn]) {
        add(turns) { record, turn in
            record.add(turn.asked)
            record.add(turn.answered)
        }
    }

    mutating func add(_ request: Request) {
        add(request.intent.rawValue)
        let slots = request.slots
        for slot in [
            slots.city, slots.region, slots.aspect?.name, slots.polarity?.rawValue, slots.part,
            slots.period?.name, slots.against?.name, slots.alert,
            // No intent has two of them, and so a record of an edition that knew only suggestions is read as it was.
            slots.suggestion ?? slots.delivery ?? slots.entry ?? slots.handOver ?? slots.action,
            slots.duration,
            slots.status, slots.topic, slots.schedule, request.store, slots.area?.name,
            slots.rivalPolarity?.rawValue,
        ] {
            add(slot) { $0.add($1) }
        }
        let isRemarked = slots.person != nil || slots.words != nil || slots.isConfirmed != nil
        add(
            (slots.ofRivals == true ? Mark.ofRivals : 0) | (isRemarked ? Mark.remarked : 0)
                | (slots.shown == nil ? 0 : Mark.shown) | (slots.other == nil ? 0 : Mark.other)
                | (slots.cities.map { Mark.ofCities * ($0.rawValue + 1) } ?? 0))
        add(slots.product) { record, product in
            record.add(product.brand)
            record.add(product.series) { $0.add($1) }
            record.add(product.isOwn ? 1 : 0)
        }
        add(slots.leftOut) { record, rival in
            record.add(rival.brand)
            record.add(rival.series)
        }
        if isRemarked {
            add(slots.person) { $0.add($1) }
            add(slots.words) { $0.add($1) }
            add(slots.isConfirmed) { $0.add($1 ? 1 : 0) }
        }
        if let shown = slots.shown { add(shown) }
        if let other = slots.other { add(other) }
    }
}

/// What the number says that stood for rivals alone in an edition that knew no words beside an action: a record of
/// that one is read as it was.
private enum Mark {
    static let ofRivals = 1
    /// A person, words or a confirmation stand at the end.
    static let remarked = 2
    /// What was shown before a confirmation stands behind that.
    static let shown = 4
    /// The first of those that say in which order cities stand.
    static let ofCities = 8
    /// Above all of those: a second suggestion or action stands at the end.
    static let other = 1_024
}

extension RecordReader {
    mutating func recentTurns() throws -> [RecentTurn] {
        try list { RecentTurn(asked: try $0.string(), answered: try $0.string()) }
    }

    mutating func intent() throws -> Intent {
        let name = try string()
        return try known(Intent(rawValue: name))
    }

    mutating func request() throws -> Request {
        var request = Request(try intent())
        request.slots.city = try text()
        request.slots.region = try text()
        request.slots.aspect = try text().map { try known(Aspect($0[...])) }
        request.slots.polarity = try text().map { try known(Polarity(rawValue: $0)) }
        request.slots.part = try text()
        request.slots.period = try text().map { try known(Period(name: $0)) }
        request.slots.against = try text().map { try known(Comparison(name: $0)) }
        request.slots.alert = try text()
        let named = try text()
        if request.intent.isAboutDeliveries {
            request.slots.delivery = named
        } else if request.intent.isAboutKnowledge || request.intent.isAboutNotes {
            request.slots.entry = named
        } else if request.intent.isAboutHandOvers {
            request.slots.handOver = named
        } else if request.intent.isAboutActions {
            request.slots.action = named
        } else {
            request.slots.suggestion = named
        }
        request.slots.duration = try text()
        request.slots.status = try text()
        request.slots.topic = try text()
        request.slots.schedule = try text()
        request.store = try text()
        request.slots.area = try text().map { try known(Area(name: $0)) }
        request.slots.rivalPolarity = try text().map { try known(Polarity(rawValue: $0)) }
        let marks = try number()
        request.slots.ofRivals = marks & Mark.ofRivals != 0 ? true : nil
        request.slots.product = try optional { reader in
            Product(
                brand: try reader.string(), series: try reader.text(), isOwn: try reader.number() != 0)
        }
        request.slots.leftOut = try list { Rival(brand: try $0.string(), series: try $0.string()) }
        if marks & Mark.remarked != 0 {
            request.slots.person = try text()
            request.slots.words = try text()
            request.slots.isConfirmed = try optional { try $0.number() != 0 }
        }
        if marks & Mark.shown != 0 { request.slots.shown = try string() }
        if marks & Mark.other != 0 { request.slots.other = try string() }
        let order = Int(marks) % Mark.other / Mark.ofCities
        if order > 0 { request.slots.cities = try known(CityOrder(rawValue: order - 1)) }
        return request
    }

    private mutating func text() throws -> String? {
        try optional { try $0.string() }
    }
}

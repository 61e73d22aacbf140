/// Composes reports of what customers say, from the figures that answers have, too.
public struct ReportComposer: Sendable {
    private let insight: Insight
    private let texts: any Texts
    private let directory: any PeopleDirectory
    private let calendar: LocalCalendar

    public init(
        insight: Insight, texts: any Texts, directory: any PeopleDirectory, calendar: LocalCalendar
    ) {
        (self.insight, self.texts, self.directory) = (insight, texts, directory)
        self.calendar = calendar
    }

    /// What everybody reads in the same way who may see a place: dealers read no other store's name, and nobody the words of a
    /// place of which only figures may be read.
    struct Order: Hashable {
        var focus: ReportFocus
        var aspect: Aspect?
        var days: ClosedRange<Day>
        var isForDealers: Bool
        /// Whether it stands beside the month before, however many days that has.
        var isReview: Bool
        /// The store whose people read its name; nothing for what all stores read, without any name.
        var own: Dealer?

        /// - Parameter hidesStores: whether a whole group reads it.
        init(
            _ focus: ReportFocus, _ topic: ReportTopic, _ days: ClosedRange<Day>, for person: Person,
            hidesStores: Bool = false
        ) {
            (self.focus, aspect, self.days) = (focus, topic.aspect, days)
            isReview = topic.kind == .review
            isForDealers = person.role == .dealer || hidesStores
        }

        /// The same for the same day, so that everybody reads the same figures then.
        ///
        /// - Parameter edition: that of the figures: when they change over, it is composed anew.
        func key(on day: Day, _ edition: FiguresEdition?) -> String {
            "\(name)|\(day)|\(edition?.number ?? 0)"
        }

        /// What it is of and who reads it in the same way, with which its key begins.
        var name: String {
            let place = focus.place
            var name = "\(focus.watched)"
            if case .province(let province) = place.area, let within = province.within {
                name += "@\(within.name.asField)"
            }
            if case .surroundings(let around) = place.area, let within = around.within {
                name += "@\(within.name.asField)"
            }
            if focus.subject != .own { name += "/\(focus.subject.name)" }
            let reading =
                (isForDealers ? "dealers" : "all") + (place.isQuotable ? "" : "/figures")
                + (isReview ? "/review" : "") + (own.map { "/of " + $0.id.asField } ?? "")
            return "\(name)|\(aspect?.name ?? "")|\(days.lowerBound)..\(days.upperBound)|\(reading)"
        }
    }

    /// The order for a person of a store where what all stores read hides a name, which may be the own store's; nothing for
    /// others.
    func order(_ order: Order, hiding report: Report, from person: Person) throws -> Order? {
        guard person.role == .dealer, let own = person.dealer, order.isForDealers, order.own == nil else {
            return nil
        }
        let hidden = try texts.words(StoreNames.hiddenName)
        guard report.quotes.contains(where: { $0.text.contains(hidden) }) else { return nil }
        var named = order
        named.own = own
        return named
    }

    /// Under which an order is composed now.
    func key(of order: Order, at now: Timestamp) async throws -> String {
        order.key(on: calendar.day(of: now), try await insight.figures.edition())
    }

    func compose(_ order: Order, for person: Person, at now: Timestamp) async throws -> Report {
        let today = calendar.day(of: now)
        var reader = person
        // It is for other people of the role as well.
        if order.isForDealers, order.focus.store == nil { reader.dealer = order.own }
        var question = Question(
            person: reader, scope: Scope(of: person, regions: directory.regions),
            request: Request(.overview), today: today, now: now)
        question.hidesStores = order.isForDealers && order.own == nil
        let account = try await insight.account(
            of: order.focus, order.aspect, during: order.days,
            comparingWith: order.isReview ? order.days.monthBefore : nil, for: question)
        let name: String? =
            order.focus.place.area == .nation && order.focus.isPlain
            ? nil : try texts.words(order.focus.asked.name)
        return Report(
            key: order.key(on: today, account.edition), place: name, aspect: order.aspect, days: order.days,
            composedAt: now,
            edition: account.edition.map { $0.number },
            figures: order.isReview ? account.figures : account.figures.withoutNationCounts,
            quotes: try account.quotes.map {
                Report.Quote(try texts.words($0.text), source: try texts.words($0.source))
            })
    }
}

extension Scope {
    /// A place that is watched, as the person may see it.
    func sight(of place: WatchedPlace) -> Sight<VisiblePlace> {
        switch place {
        case .nation: nation()
        case .region(let region): self.place(city: nil, region: region.name)
        case .province(let name): self.place(province: name)
        case .surroundings(let city): self.place(around: city)
        case .city(let city): self.place(city: city, region: nil)
        case .store: .refused(.noStore)
        }
    }
}

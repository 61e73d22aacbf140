/// When whom is told what: what a site has settled.
public struct WarningRules: Sendable {
    /// After which the next level is told that nobody has taken a warning on.
    public var claimWithin: Duration
    /// After which headquarters is told that the head of the region has not either.
    public var headWithin: Duration
    /// In which only what may cost a life is told.
    public var quietHours: QuietHours
    public var calendar: LocalCalendar
    /// Whether dealers read of a warning, and those who have subscribed are told, before somebody has released it to them.
    public var releasesAtOnce: Bool

    public init(
        claimWithin: Duration = .seconds(3600), headWithin: Duration = .seconds(3600),
        quietHours: QuietHours, calendar: LocalCalendar = .shanghai, releasesAtOnce: Bool = false
    ) {
        self.claimWithin = claimWithin
        self.headWithin = headWithin
        self.quietHours = quietHours
        self.calendar = calendar
        self.releasesAtOnce = releasesAtOnce
    }
}

/// Who may be told of warnings.
public struct WarningAudience: Sendable {
    private let chain: ChainOfCommand
    private let administrators: @Sendable () -> [Person]

    /// - Parameter administrators: asked for each time: who is one may change while the program runs.
    public init(_ chain: ChainOfCommand, administrators: @autoclosure @escaping @Sendable () -> [Person]) {
        self.chain = chain
        self.administrators = administrators
    }

    /// Who is told of something at a level, on a day. What is technical concerns administrators alone.
    func level(_ level: ChainOfCommand.Level, of subject: WarningSubject, on day: Day) -> Summons {
        guard subject.isTechnical else { return chain.level(level, of: subject.place, on: day) }
        var summons = Summons()
        guard level == .managers else { return summons }
        for person in administrators() { summons.add(.success(person), for: person) }
        return summons
    }
}

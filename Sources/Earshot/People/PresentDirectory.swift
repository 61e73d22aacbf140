import Synchronization

/// The directory as it is today: without those whose time has not come, or is over.
///
/// Who is in it changes at midnight of the market, also in the middle of a run.
public final class PresentDirectory: PeopleDirectory {
    private let whole: Directory
    private let clock: any Clock
    private let calendar: LocalCalendar
    /// Whether somebody is in it for a time only.
    private let isLimited: Bool
    /// That of the last day somebody asked on; the whole one where nobody's time is limited.
    private let latest: Mutex<(day: Day, directory: Directory)?>

    /// - Parameter whole: everybody of the files, whatever the day.
    public init(_ whole: Directory, clock: any Clock, calendar: LocalCalendar) {
        self.whole = whole
        self.clock = clock
        self.calendar = calendar
        latest = Mutex(nil)
        isLimited = whole.people.contains { $0.validFrom != nil || $0.validUntil != nil }
    }

    public var today: Day { calendar.day(of: clock.now) }

    /// The directory of today.
    public var ofToday: Directory {
        guard isLimited else { return whole }
        let day = calendar.day(of: clock.now)
        return latest.withLock { latest in
            if let latest, latest.day == day { return latest.directory }
            let directory = whole.on(day)
            latest = (day, directory)
            return directory
        }
    }

    public func person(account: String) -> Person? { ofToday.person(account: account) }
    public func person(id: String) -> Person? { ofToday.person(id: id) }
    public func managers(of city: City) -> [Person] { ofToday.managers(of: city) }
    public func dealers(in city: City) -> [Dealer] { whole.dealers(in: city) }
    public func dealer(named name: String) -> Dealer? { whole.dealer(named: name) }
    public func dealer(id: String) -> Dealer? { whole.dealer(id: id) }
    public func name(of person: String) -> String? { whole.name(of: person) }
    public var people: [Person] { ofToday.people }
    public var lapsed: [Person] { ofToday.lapsed }
    public var regions: [Region] { whole.regions }
}

extension Directory {
    /// The directory of a day.
    func on(_ day: Day) -> Directory {
        Directory(
            people: people.filter { $0.isValid(on: day) }, dealers: dealers, regions: regions,
            lapsed: people.compactMap { $0.lapsed(by: day) })
    }
}

extension Person {
    /// Whether the person is known, and may see anything, on a day.
    public func isValid(on day: Day) -> Bool {
        validFrom.map { $0 <= day } ?? true && validUntil.map { day <= $0 } ?? true
    }

    /// The person whose time is over, as away from then on, where somebody stands in.
    fileprivate func lapsed(by day: Day) -> Person? {
        guard let validUntil, validUntil < day, deputy != nil else { return nil }
        var person = self
        person.away.append((validUntil + 1)...day)
        return person
    }
}

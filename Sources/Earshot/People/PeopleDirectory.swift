/// Who the people are. The program reads it from files and may replace it while it runs.
public protocol PeopleDirectory: Sendable {
    /// The person an account of a chat platform belongs to (`dingtalk:0123`), or nothing.
    func person(account: String) -> Person?
    /// The person with an identifier of the directory, or nothing.
    func person(id: String) -> Person?
    /// The managers in charge of a city.
    func managers(of city: City) -> [Person]
    /// The stores of a city.
    func dealers(in city: City) -> [Dealer]
    /// The store with a name or another name of it, or nothing.
    func dealer(named name: String) -> Dealer?
    /// The store with an identifier of the directory, or nothing.
    func dealer(id: String) -> Dealer?
    /// Everybody, in the order of the file.
    var people: [Person] { get }
    /// Those whose time is over and for whom somebody stands in: away from then on. Nobody else is told of them.
    var lapsed: [Person] { get }
    var regions: [Region] { get }
    /// The name of somebody who is in the files, also of those whose time is over; nothing of others.
    func name(of person: String) -> String?
}

extension PeopleDirectory {
    public var lapsed: [Person] { [] }
    public func name(of person: String) -> String? { self.person(id: person)?.name }
}

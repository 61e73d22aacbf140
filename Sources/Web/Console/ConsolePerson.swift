public import Earshot

/// Somebody as whom the console can speak.
public struct ConsolePerson: Sendable, Equatable, Codable {
    /// The directory's identifier. The console's account of the person is `console:` and this.
    public var id: String
    public var name: String
    public var role: Role
    /// Where the person stands: 杭州西湖店, 华东.
    public var place: String
    /// First questions to press instead of typing.
    public var suggestions: [String]

    public init(id: String, name: String, role: Role, place: String, suggestions: [String] = []) {
        self.id = id
        self.name = name
        self.role = role
        self.place = place
        self.suggestions = suggestions
    }

    /// The person of the directory, with the first questions that fit the role.
    public init(_ person: Person) {
        let place =
            switch person.role {
            case .dealer: person.dealer?.name ?? "经销商"
            case .manager: person.region?.name ?? "区域经理"
            case .hq: "总部"
            case .admin: "管理员"
            }
        self.init(
            id: person.id, name: person.name, role: person.role, place: place,
            suggestions: FirstQuestions.of(person))
    }
}

/// What somebody who has never asked may begin with.
enum FirstQuestions {
    static func of(_ person: Person) -> [String] {
        switch person.role {
        case .dealer:
            ["我们城市的客户最近在说什么", "油耗的差评原文", "和全国比怎么样", "我们店口碑怎么样"]
        case .manager:
            // The first by code, so that the same person always sees the same city.
            person.region?.cities.min { $0.code < $1.code }
                .map { ["\($0.name)的客户最近在说什么", "\($0.name)抱怨最多的是什么", "\($0.name)和全国比", "竞品有什么动向"] }
                ?? ["客户最近在说什么"]
        case .hq, .admin:
            ["全国的客户最近在说什么", "油耗的差评原文", "售后的抱怨有哪些", "竞品有什么动向"]
        }
    }
}

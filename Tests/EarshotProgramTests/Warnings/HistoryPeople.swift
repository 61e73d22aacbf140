import EarshotTesting

@testable import Earshot

/// The people of a history: away at times, some of them not to be reached, one of them not always of the directory.
struct HistoryPeople {
    /// Where everybody is, and everybody can be reached.
    static let all = [
        Fixtures.westLakeDealer, Fixtures.ningboDealer, Fixtures.eastManager,
        manager("wuhao", "吴昊", Fixtures.eastChina),
        manager("linfeng", "林枫", Fixtures.eastChina, isHead: true),
        manager("zhoutao", "周涛", Fixtures.southChina), Fixtures.headquarters, steady, Fixtures.administrator,
    ]

    /// Somebody of headquarters who is always there.
    static let steady = Person(id: "zhouqing", name: "周清", role: .hq, accounts: ["dingtalk:zhouqing"])

    /// Those who do something about warnings.
    static let acting = all.filter { $0.role == .manager || $0.role == .hq }

    private(set) var directory: FixtureDirectory
    private(set) var unreachable: Set<String>
    private var present: [Person]

    private static func manager(
        _ id: String, _ name: String, _ region: Region, isHead: Bool = false
    ) -> Person {
        Person(
            id: id, name: name, role: .manager, regions: [region], accounts: ["dingtalk:\(id)"],
            isHead: isHead)
    }

    init(_ random: inout SeededRandom) {
        let deputies = ["liqiang": "wuhao", "wuhao": "liqiang", "linfeng": "zhouqing", "zhoutao": "zhaomin"]
        present = HistoryPeople.all.map { person in
            var person = person
            guard person.role != .dealer, person.id != HistoryPeople.steady.id else { return person }
            if Bool.random(using: &random) { person.deputy = deputies[person.id] }
            if Int.random(in: 0..<3, using: &random) == 0 {
                let first = Fixtures.today + Int.random(in: 0..<12, using: &random)
                person.away = [first...(first + Int.random(in: 0..<6, using: &random))]
            }
            return person
        }
        directory = FixtureDirectory(present)
        unreachable = Set(
            ["liqiang", "linfeng", "zhaomin"].filter { _ in Int.random(in: 0..<4, using: &random) == 0 })
    }

    /// One of the east's managers leaves, or comes back.
    mutating func reload() {
        let hasLeft = directory.person(id: "liqiang") == nil
        directory = FixtureDirectory(hasLeft ? present : present.filter { $0.id != "liqiang" })
    }
}

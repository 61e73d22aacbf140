import Configuration
import Earshot
import EarshotTesting
import Testing

@testable import EarshotProgram

@Suite("Who could not be told of warnings")
struct ReachCheckTests {
    private static let regions = "{\n华东: {provinces: ['浙江']},\n华南: {provinces: ['广东']}}"
    private static let dealers = "id,name,city\nD1,杭州西湖店,杭州\n"

    private func warnings(
        _ people: String, columns: String = "", dealers: String = dealers, settings: String = "",
        channels: [String] = ["wecom/sales", "group/quality"],
        bound: [(account: String, person: String)] = [],
        administrator: String? = "root,管理员,admin,,,wecom:root,,,"
    ) throws -> [String] {
        let folder = try TemporarySite()
        // Behind the others, so that their lines are as the tests write them.
        let last = administrator.map { $0 + columns.filter { $0 == "," } + "\n" } ?? ""
        let rows = people.isEmpty || people.hasSuffix("\n") ? people : people + "\n"
        _ = try folder.write(
            "people.csv", "id,name,role,dealer,region,accounts,duty,deputy,away\(columns)\n\(rows)\(last)")
        _ = try folder.write("dealers.csv", dealers)
        _ = try folder.write("regions.json5", ReachCheckTests.regions)
        let config = try folder.write("earshot.json", "{\nwarnings: {\(settings)}}")
        let installation = Installation(
            site: try Site.read(config),
            directory: try PeopleFiles.directory(of: try Site.read(config)), catalogue: ProductCatalogue(),
            clock: ManualClock())
        return ReachCheck(of: installation, channels: channels, bindings: bound).warnings
            .map { $0.description.replacing(folder.path + "/", with: "") }
    }

    private func unreached(_ line: Int, _ id: String) -> String {
        "people.csv:\(line): accounts: \(id) would have to be told of warnings and can be reached on no channel "
            + "(an account for wecom/sales, here or with earshot people invite)"
    }

    private static let inCharge = "li,李雷,manager,,华东,wecom:1,,,\nzhao,赵敏,hq,,,wecom:2,,,\n"

    private func stores(_ unreached: Int, of all: Int) -> String {
        "people.csv: accounts: \(unreached) of \(all) people of stores cannot be sent a line to take: no account of "
            + "theirs is on a channel that sends (accounts for wecom/sales, here or with earshot people invite)"
    }

    @Test("nobody is told of a silent source where there is no administrator, or none who can be reached")
    func administrators() throws {
        func found(_ rows: String) throws -> [String] {
            try warnings(ReachCheckTests.inCharge + rows, administrator: nil)
        }
        #expect(
            try found("") == [
                "people.csv: role: nobody has the role admin: nobody is told when a source falls silent"
            ])
        let unreachable =
            "people.csv:4: accounts: no administrator can be reached on any channel: nobody is told when a source "
            + "falls silent (an account for wecom/sales, here or with earshot people invite)"
        #expect(try found("root,管理员,admin,,,dingtalk:1,,,\nsun,孙涛,admin,,,,,,\n") == [unreachable])
        // One is enough, and an account that was bound with a code is one.
        #expect(try found("root,管理员,admin,,,,,,\nsun,孙涛,admin,,,wecom:3,,,\n") == [])
        #expect(
            try warnings(
                ReachCheckTests.inCharge + "root,管理员,admin,,,,,,\n",
                bound: [(account: "wecom:root", person: "root")], administrator: nil) == [])
        // Where nobody is told of anything, nothing is missing.
        #expect(try warnings(ReachCheckTests.inCharge, settings: "enabled: false", administrator: nil) == [])
    }

    @Test("people of stores whom no line to take can be sent to are counted in one line")
    func staff() throws {
        let staff = (1...40).map { "d\($0),王\($0),dealer,D1,,\($0 > 12 ? "wecom:d\($0)" : ""),,," }
        #expect(
            try warnings(ReachCheckTests.inCharge + staff.joined(separator: "\n"))
                == [stores(12, of: 40)])
        #expect(
            try warnings(
                ReachCheckTests.inCharge + staff.joined(separator: "\n"),
                bound: (1...12).map { (account: "wecom:d\($0)", person: "d\($0)") }) == [])
    }

    @Test("managers, heads and headquarters without a way are named by line and id, dealers not")
    func unreached() throws {
        let found = try warnings(
            """
            li,李雷,manager,,华东,dingtalk:1,,,
            han,韩梅,manager,,华东,wecom:Han,,,
            wu,吴霞,manager,,华东,,head,,
            zhao,赵敏,hq,,,,,,
            wang,王芳,dealer,D1,,,,,
            """)
        #expect(
            found == [unreached(2, "li"), unreached(4, "wu"), unreached(5, "zhao"), stores(1, of: 1)])
        #expect(!found.joined().contains("李雷"))
    }

    @Test("an account that was bound with a code is a way")
    func bound() throws {
        let people = "li,李雷,manager,,华东,,,,\nzhao,赵敏,hq,,,wecom:2,,,\n"
        #expect(try warnings(people) == [unreached(2, "li")])
        #expect(try warnings(people, bound: [(account: "wecom:li", person: "li")]) == [])
    }

    @Test("of headquarters those of the settings need a way, and those who stand in for somebody")
    func headquarters() throws {
        let people = """
            li,李雷,manager,,华东,wecom:1,,wu,
            zhao,赵敏,hq,,,wecom:2,,,
            wu,吴霞,hq,,,,,sun,
            sun,孙涛,hq,,,,,,
            qian,钱枫,hq,,,,,,
            """
        #expect(
            try warnings(people, settings: "headquarters: ['zhao']")
                == [unreached(4, "wu"), unreached(5, "sun")])
    }

    @Test("where nothing is sent to people, that is told once, in the settings")
    func nothingSends() throws {
        let people = "li,李雷,manager,,华东,wecom:1,,,\nzhao,赵敏,hq,,,,,,\n"
        #expect(
            try warnings(people, channels: ["group/quality"]) == [
                "earshot.json:2: warnings: nobody can be told of any: nothing in the settings sends to people "
                    + "(sending of an application; or warnings: { enabled: false })"
            ])
        #expect(try warnings(people, settings: "enabled: false", channels: []) == [])
        #expect(
            try warnings(
                "wang,王芳,dealer,D1,,wecom:3,,,\nzhao,赵敏,hq,,,wecom:1,,,\nli,李雷,manager,,华东,wecom:2,,,\n")
                == []
        )
    }

    @Test("regions with stores and no manager are named, and cities with stores that no region has")
    func unmanaged() throws {
        #expect(
            try warnings(
                "", dealers: "id,name,city\nD1,广州天河店,广州\nD2,哈尔滨店,哈尔滨\nD3,深圳店,深圳\nD4,北京店,北京\n")
                == [
                    "regions.json5:3: 华南: no manager of 华南 is in the people file, and 2 stores of it are in nobody's "
                        + "charge (somebody of the role manager, who is told of its warnings)",
                    "dealers.csv:3: city: no manager of 哈尔滨, 北京: no region has them (add the cities to the regions "
                        + "file)",
                ])
        #expect(try warnings("li,李雷,manager,,华东,wecom:1,head,,\nzhao,赵敏,hq,,,wecom:2,,,\n") == [])
    }

    @Test("managers without headquarters behind them are told so")
    func noHeadquarters() throws {
        #expect(
            try warnings("li,李雷,manager,,华东,wecom:1,,,\n")
                == [
                    "people.csv: role: nobody has the role hq: a warning that no manager claims goes no further"
                ])
    }

    @Test(
        "days on which everybody who is told first is away and nobody stands in are named, those of deputies too"
    )
    func away() throws {
        let directory = "zhao,赵敏,hq,,,wecom:2,,,\nsun,孙涛,hq,,,wecom:3,,,\n"
        func away(_ rows: String) throws -> [String] { try warnings(rows + "\n" + directory) }
        let days = "2026-11-25..2026-12-01"
        func found(_ line: Int, _ id: String, _ days: String) -> String {
            "people.csv:\(line): away: on \(days) nobody of 华东 is there to be told of warnings first: \(id) is away, "
                + "and nobody stands in (a deputy who is there then and can be reached)"
        }
        // Today is 2026-11-21.
        #expect(
            try away("li,李雷,manager,,华东,wecom:1,,,\(days)|2026-12-24") == [
                found(2, "li", "\(days), 2026-12-24")
            ])
        #expect(try away("li,李雷,manager,,华东,wecom:1,,zhao,\(days)") == [])
        let han = "han,韩梅,manager,,华东,wecom:4,,"
        #expect(try away("li,李雷,manager,,华东,wecom:1,,,\(days)\n\(han),") == [])
        #expect(
            try away("li,李雷,manager,,华东,wecom:1,,han,\(days)\n\(han),2026-12-01..2026-12-03")
                == [found(2, "li", "2026-12-01")])
        // Whose time is over has a deputy until somebody new is there, and that one may be away.
        let lapsed = "li,李雷,manager,,华东,wecom:1,,han,,2026-11-30\nhan,韩梅,manager,,华东,wecom:4,,,2026-12-02,"
        #expect(
            try warnings("\(lapsed)\nzhao,赵敏,hq,,,wecom:2,,,,\n", columns: ",valid_until")
                == [found(3, "han", "2026-12-02")])
        // What is over is no matter, nor what is far off.
        #expect(try away("li,李雷,manager,,华东,wecom:1,,,2026-11-01..2026-11-20|2027-05-01") == [])
        #expect(
            try warnings("li,李雷,manager,,华东,wecom:1,,,\nzhao,赵敏,hq,,,wecom:2,,,2026-11-21\n") == [
                "people.csv:3: away: on 2026-11-21 nobody of headquarters is there to be told of warnings: zhao is away, "
                    + "and nobody stands in (a deputy who is there then and can be reached)"
            ])
    }

    @Test(
        "days on which the last one of a region has left are named at that one's line, beside those of others away"
    )
    func leaving() throws {
        func found(_ rows: String) throws -> [String] {
            try warnings(rows + "\nzhao,赵敏,hq,,,wecom:2,,,,,\n", columns: ",valid_from,valid_until")
        }
        func left(_ line: Int, _ id: String, _ days: String, until last: String) -> String {
            "people.csv:\(line): valid_until: on \(days) nobody of 华东 is there to be told of warnings first: "
                + "\(id) is there until \(last), and nobody is there right after "
                + "(somebody who is in charge then and can be reached, or a deputy)"
        }
        // Today is 2026-11-21, and sixty days are looked at.
        let li = "li,李雷,manager,,华东,wecom:1,,,,,2026-12-10"
        #expect(try found(li) == [left(2, "li", "2026-12-11..2027-01-19", until: "2026-12-10")])
        let han = "han,韩梅,manager,,华东,wecom:4,,,,2026-12-20,"
        #expect(try found("\(li)\n\(han)") == [left(2, "li", "2026-12-11..2026-12-19", until: "2026-12-10")])
        // The last of several, and nobody whom nobody could reach.
        let wu = "wu,吴霞,manager,,华东,wecom:5,,,,,2026-12-15"
        #expect(try found("\(li)\n\(wu)") == [left(3, "wu", "2026-12-16..2027-01-19", until: "2026-12-15")])
        #expect(try found("li,李雷,manager,,华东,wecom:1,,zhao,,,2026-12-10") == [])
        // Whose row is followed by one of another region leaves once, at the row that ends.
        let moves = "li,李雷,manager,,华东,wecom:1,,,,,2026-12-10\nli,李雷,manager,,华南,wecom:1,,,,2026-12-11,"
        #expect(
            try found(moves).filter { $0.contains("华东") }
                == [left(2, "li", "2026-12-11..2027-01-19", until: "2026-12-10")])
        // And who is away then, at the row in force.
        let later =
            "li,李雷,manager,,华东,wecom:1,,,,,2026-12-10\nli,李雷,manager,,华东,wecom:1,,,2026-12-12,2026-12-11,"
        #expect(
            try found(later) == [
                "people.csv:3: away: on 2026-12-12 nobody of 华东 is there to be told of warnings first: li is away, "
                    + "and nobody stands in (a deputy who is there then and can be reached)"
            ])
        let away = "\(li)\nhan,韩梅,manager,,华东,wecom:4,,,2026-12-12,2026-12-12,"
        #expect(
            try found(away) == [
                left(2, "li", "2026-12-11", until: "2026-12-10"),
                "people.csv:3: away: on 2026-12-12 nobody of 华东 is there to be told of warnings first: han is away, "
                    + "and nobody stands in (a deputy who is there then and can be reached)",
            ])
    }
}

import Testing

@testable import Earshot

@Suite("The directory of people")
struct DirectoryTests {
    private func place(_ file: String, _ line: Int) -> RowPlace { RowPlace(file: file, line: line) }

    private func sound() -> DirectoryRows {
        DirectoryRows(
            people: [
                PersonRow(
                    place: place("people.csv", 2), id: "wang", name: "王芳", role: "dealer", dealer: "D1",
                    accounts: ["dingtalk:1", "wecom:Wang"]),
                PersonRow(
                    place: place("people.csv", 3), id: "li", name: "李雷", role: "manager", regions: ["华东"],
                    accounts: ["dingtalk:2"]),
                PersonRow(place: place("people.csv", 4), id: "zhao", name: "赵敏", role: "hq"),
            ],
            dealers: [
                DealerRow(
                    place: place("dealers.csv", 2), id: "D1", name: "杭州西湖店", city: "杭州", aliases: ["西湖店"]),
                DealerRow(place: place("dealers.csv", 3), id: "D2", name: "宁波江北店", city: "宁波市"),
            ],
            regions: [
                RegionRow(place: place("regions.json5", 2), name: "华东", provinces: ["浙江"], cities: ["上海"])
            ])
    }

    private func problems(_ change: (inout DirectoryRows) -> Void) -> [String] {
        var rows = sound()
        change(&rows)
        let problems = #expect(throws: DirectoryProblems.self) { try Directory(rows) }
        return problems?.all.map(\.description) ?? []
    }

    @Test("people are found by account and id, with their store or region")
    func lookup() throws {
        let directory = try Directory(sound())
        let wang = try #require(directory.person(account: "wecom:Wang"))
        #expect(wang.id == "wang")
        #expect(wang.dealer?.city.name == "杭州")
        #expect(directory.person(account: "dingtalk:1") == wang)
        #expect(directory.person(id: "zhao")?.role == .hq)
        #expect(directory.person(account: "dingtalk:3") == nil)
        #expect(directory.person(account: "Wang") == nil)
        let hangzhou = try #require(Gazetteer.china.city(named: "杭州"))
        let shanghai = try #require(Gazetteer.china.city(named: "上海"))
        let guangzhou = try #require(Gazetteer.china.city(named: "广州"))
        #expect(directory.managers(of: hangzhou).map(\.id) == ["li"])
        #expect(directory.managers(of: shanghai).map(\.id) == ["li"])
        #expect(directory.managers(of: guangzhou).isEmpty)
        #expect(directory.dealers(in: hangzhou).map(\.id) == ["D1"])
        #expect(directory.dealer(id: "D2")?.city.name == "宁波")
        #expect(directory.regions.named("华东")?.cities.contains(hangzhou) == true)
    }

    @Test("an unknown city, province, dealer, region or role is named")
    func unknown() {
        #expect(
            problems { $0.dealers[1].city = "宁坡" } == [
                "dealers.csv:3: city: there is no city \"宁坡\" (a prefecture-level city such as 杭州)"
            ])
        #expect(
            problems { $0.dealers[0].city = "" }
                == ["dealers.csv:2: city: is missing (a prefecture-level city such as 杭州)"])
        #expect(
            problems { $0.regions[0].provinces = ["折江"] }
                == ["regions.json5:2: provinces: there is no province \"折江\""])
        #expect(
            problems { $0.regions[0].cities = ["上海", "x"] }.first?.contains("cities: there is no city")
                == true)
        #expect(
            problems { $0.people[0].dealer = "D9" } == ["people.csv:2: dealer: there is no dealer \"D9\""])
        #expect(
            problems { $0.people[1].regions = ["华南"] }
                == ["people.csv:3: region: there is no region \"华南\" (one of 华东)"])
        #expect(
            problems { $0.people[2].role = "boss" }
                == ["people.csv:4: role: \"boss\" is no role (one of dealer, manager, hq, admin)"])
    }

    @Test("a role without its place is named, and a place without its role")
    func roles() {
        #expect(
            problems { $0.people[0].dealer = "" }.first?.hasPrefix("people.csv:2: dealer: is missing") == true
        )
        #expect(
            problems { $0.people[1].regions = [] }.first?.hasPrefix("people.csv:3: region: is missing")
                == true
        )
        #expect(
            problems { $0.people[2].dealer = "D1" }
                == ["people.csv:4: dealer: has no meaning for the role hq (leave it empty)"])
        #expect(
            problems { $0.people[0].regions = ["华东"] }
                == ["people.csv:2: region: has no meaning for the role dealer (leave it empty)"])
    }

    @Test("nothing is named twice")
    func duplicates() {
        #expect(
            problems { $0.people[1].accounts = ["wecom:Wang"] } == [
                "people.csv:3: accounts: \"wecom:Wang\" already belongs to wang of line 2"
            ])
        #expect(
            problems { $0.people[1].id = "wang" } == ["people.csv:3: id: \"wang\" already stands in line 2"])
        #expect(problems { $0.dealers[1].id = "D1" }.count == 1)
        #expect(problems { $0.dealers[1].name = "杭州西湖店" }.first?.contains("name: \"杭州西湖店\"") == true)
        #expect(
            problems { $0.dealers[1].aliases = ["西湖店"] }
                == ["dealers.csv:3: aliases: \"西湖店\" also names the store of line 2"])
        #expect(problems { $0.dealers[1].aliases = ["杭州西湖店"] }.count == 1)
    }

    @Test("missing ids and names, empty regions and odd accounts are named")
    func malformed() {
        #expect(problems { $0.people[0].id = "" } == ["people.csv:2: id: is missing"])
        #expect(problems { $0.people[0].name = "" } == ["people.csv:2: name: is missing"])
        #expect(
            problems {
                $0.regions[0].provinces = []; $0.regions[0].cities = []
            }.count == 1)
        for account in ["Wang", ":x", "wecom:", "wechat:Wang"] {
            #expect(
                problems { $0.people[0].accounts = [account] }.first?.hasPrefix(
                    "people.csv:2: accounts: \"\(account)\" is no account") == true)
        }
    }

    @Test(
        "accounts with another separator than the bar between them, or with a blank, are no account",
        arguments: [
            "wecom:x;dingtalk:y", "wecom:x；dingtalk:y", "wecom:x,dingtalk:y", "wecom:x dingtalk:y",
            "dingtalk: 1", "dingtalk:1 2", "dingtalk:1\u{3000}2", "dingtalk:1\u{200B}", "dingtalk：1",
            "wecom::x",
        ])
    func separators(account: String) {
        let found = problems { $0.people[0].accounts = [account] }
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix("people.csv:2: accounts: \"\(account)\" is no account") == true, "\(found)"
        )
    }

    @Test("WeCom accounts are the same in any case, those of DingTalk are not")
    func cases() throws {
        #expect(
            problems { $0.people[1].accounts = ["wecom:WANG"] } == [
                "people.csv:3: accounts: \"wecom:WANG\" already belongs to wang of line 2"
            ])
        var rows = sound()
        rows.people[0].accounts.append("dingtalk:Zhao")
        rows.people[1].accounts.append("dingtalk:zhao")
        let directory = try Directory(rows, administrators: ["wecom:Root"])
        #expect(directory.person(account: "wecom:wANG")?.id == "wang")
        #expect(directory.person(account: "wecom:root")?.role == .admin)
        #expect(directory.person(account: "dingtalk:Zhao")?.id == "wang")
        #expect(directory.person(account: "dingtalk:ZHAO") == nil)
        rows.people[2].role = "admin"
        rows.people[2].accounts = ["wecom:ROOT"]
        #expect(try Directory(rows, administrators: ["wecom:Root"]).people.count == 3)
    }

    @Test("all problems are named at once, by file and line")
    func all() {
        let found = problems { rows in
            rows.people[2].role = "boss"
            rows.people[0].name = ""
            rows.dealers[0].city = "x"
            rows.regions[0].cities = ["x"]
        }
        #expect(
            found.map { $0.split(separator: " ")[0] } == [
                "dealers.csv:2:", "people.csv:2:", "people.csv:4:", "regions.json5:2:",
            ])
    }

    @Test("administrators of the settings are in the directory, without a row or with the right one")
    func administrators() throws {
        var rows = sound()
        let directory = try Directory(rows, administrators: ["dingtalk:root", "dingtalk:root"])
        #expect(directory.person(account: "dingtalk:root")?.role == .admin)
        #expect(directory.people.count == 4)
        rows.people[2].role = "admin"
        rows.people[2].accounts = ["dingtalk:root"]
        #expect(try Directory(rows, administrators: ["dingtalk:root"]).people.count == 3)
        #expect(throws: DirectoryProblems.self) { try Directory(rows, administrators: ["dingtalk:1"]) }
    }

    @Test("a directory is replaced as a whole, and stays when the new one cannot be read")
    func replacing() throws {
        let current = Current(try Directory(sound()))
        var rows = sound()
        rows.people[0].dealer = "D9"
        #expect(throws: DirectoryProblems.self) {
            try current.replace { () throws(DirectoryProblems) in try Directory(rows) }
        }
        #expect(current.now.person(id: "wang")?.dealer?.id == "D1")
        rows.people[0].dealer = "D2"
        try current.replace { () throws(DirectoryProblems) in try Directory(rows) }
        #expect(current.now.person(id: "wang")?.dealer?.id == "D2")
    }
}

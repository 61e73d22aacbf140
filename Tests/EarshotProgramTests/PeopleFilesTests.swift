import Configuration
import Earshot
import Testing

@testable import EarshotProgram

@Suite("The people, dealers and regions files")
struct PeopleFilesTests {
    private func directory(
        people: String = "id,name,role,dealer,region,accounts\n", dealers: String = "id,name,city,aliases\n",
        regions: String = "{}"
    ) throws -> Directory {
        let folder = try TemporarySite()
        _ = try folder.write("people.csv", people)
        _ = try folder.write("dealers.csv", dealers)
        _ = try folder.write("regions.json5", regions)
        let site = try Site.read(folder.write("earshot.json", "{administrators: ['dingtalk:root']}"))
        do {
            return try PeopleFiles.directory(of: site)
        } catch {
            throw Problems(
                error.all.map { problem in
                    var problem = problem
                    problem.file = problem.file.replacing(folder.path + "/", with: "")
                    return problem
                })
        }
    }

    private func problems(
        people: String = "id,name,role\n", dealers: String = "id,name,city\n", regions: String = "{}"
    ) -> [String] {
        let error = #expect(throws: Problems.self) {
            try directory(people: people, dealers: dealers, regions: regions)
        }
        return error?.all.map(\.description) ?? []
    }

    @Test("a deputy whose own time is over is told of, and one who has another row is not")
    func deputies() throws {
        func row(_ line: Int, _ id: String, deputy: String = "", until: String = "") -> PersonRow {
            PersonRow(
                place: RowPlace(file: "people.csv", line: line), id: id, name: id, role: "hq", deputy: deputy,
                validUntil: until)
        }
        let today = try #require(Day("2026-11-27"))
        let rows = [
            row(2, "a", deputy: "gone"), row(3, "gone", until: "2026-11-26"), row(4, "b", deputy: "today"),
            row(5, "today", until: "2026-11-27"), row(6, "c", deputy: "moved"),
            row(7, "moved", until: "2026-01-01"),
            row(8, "moved"), row(9, "past", deputy: "gone", until: "2026-11-01"),
        ]
        let warnings = PeopleFiles.warnings(ofDeputies: rows, on: today)
        // Whose own time is over is stood in for as well.
        #expect(warnings.map(\.line) == [2, 9])
        #expect(
            warnings.first?.description.contains(
                "the time of \"gone\" is over since 2026-11-26, so nobody stands in for a") == true)
    }

    @Test("deputies are followed as far as their own leave it to others, and told of where nobody is left")
    func chainsOfDeputies() throws {
        func row(_ line: Int, _ id: String, deputy: String = "", isOver: Bool = false) -> PersonRow {
            PersonRow(
                place: RowPlace(file: "people.csv", line: line), id: id, name: id, role: "hq", deputy: deputy,
                validUntil: isOver ? "2026-11-26" : "")
        }
        let rows = [
            row(2, "a", deputy: "gone"), row(3, "gone", deputy: "there", isOver: true), row(4, "there"),
            row(5, "b", deputy: "lost"), row(6, "lost", deputy: "last", isOver: true),
            row(7, "last", isOver: true), row(8, "c", deputy: "ring"),
            row(9, "ring", deputy: "round", isOver: true), row(10, "round", deputy: "ring", isOver: true),
        ]
        let warnings = PeopleFiles.warnings(ofDeputies: rows, on: try #require(Day("2026-11-27")))
        #expect(warnings.map(\.line) == [5, 6, 8, 9, 10])
        #expect(
            warnings.first?.description.contains(
                "the time of \"lost\", \"last\" is over since 2026-11-26, so nobody stands in for b") == true)
    }

    @Test("three files make one directory")
    func sound() throws {
        let directory = try directory(
            people: """
                id,name,role,dealer,region,accounts
                wang,王芳,dealer,D1,,dingtalk:1 | wecom:Wang
                li,李雷, manager ,,华东,dingtalk:2
                """,
            dealers: "id,name,city,aliases\nD1,杭州西湖店,杭州,西湖店|西湖4S店\n",
            regions: "{ // comment\n华东: {provinces: ['浙江'], cities: ['上海']}}")
        #expect(directory.person(account: "wecom:Wang")?.dealer?.aliases == ["西湖店", "西湖4S店"])
        #expect(directory.person(account: "dingtalk:2")?.region?.name == "华东")
        #expect(directory.person(account: "dingtalk:root")?.role == .admin)
    }

    @Test("columns that are not needed may be left out, others are named")
    func columns() throws {
        #expect(try directory(people: "role,name,id\nhq,赵敏,zhao\n").person(id: "zhao") != nil)
        #expect(
            problems(people: "id,name,role,acounts\n")
                == ["people.csv:1: acounts: is not a known column (did you mean \"accounts\"?)"])
        #expect(
            problems(dealers: "id,name\n")
                == ["dealers.csv:1: city: the column \"city\" is missing; there are id, name"])
    }

    @Test("heads, deputies and days away are read, with bars and blanks between several")
    func absences() throws {
        let directory = try directory(
            people: """
                id,name,role,region,duty,deputy,away
                li,李雷,manager,华东, head ,zhao, 2026-10-01..2026-10-07 | 2026-12-24
                zhao,赵敏,hq,,,,
                """,
            regions: "{华东: {provinces: ['浙江']}}")
        let li = try #require(directory.person(id: "li"))
        #expect(li.isHead && li.deputy == "zhao" && li.away.count == 2)
        #expect(Day("2026-10-07").map(li.isAway(on:)) == true)
        #expect(
            problems(people: "id,name,role,away\nzhao,赵敏,hq,2026-13-01\n").first?
                .hasPrefix("people.csv:2: away: \"2026-13-01\" is neither a day nor a span of days") == true)
    }

    @Test("the columns may be named in any case")
    func anyCase() throws {
        let directory = try directory(
            people: "ID,Name,Role,DEALER,accounts\nwang,王芳,dealer,D1,dingtalk:1\n",
            dealers: "Id,NAME,City\nD1,杭州西湖店,杭州\n")
        #expect(directory.person(account: "dingtalk:1")?.dealer?.name == "杭州西湖店")
    }

    @Test(
        "other names of a store with another separator than the bar are told so", arguments: ["、", "，", "；"])
    func aliases(separator: String) {
        #expect(
            problems(dealers: "id,name,city,aliases\nD1,杭州西湖店,杭州,西湖店\(separator)西湖4S店\n") == [
                "dealers.csv:2: aliases: \"西湖店\(separator)西湖4S店\" has \"\(separator)\" in it "
                    + "(a bar separates several: 西湖店|西湖4S店)"
            ])
    }

    @Test("an account with a full-width colon is told so")
    func fullWidthColon() {
        let found = problems(people: "id,name,role,accounts\nzhao,赵敏,hq,dingtalk：0123\n")
        #expect(found.count == 1 && found[0].contains("full-width"), "\(found)")
    }

    @Test("a table with another separator than the comma is told so")
    func separators() {
        #expect(
            problems(people: "id;name;role\nzhao;赵敏;hq\n") == [
                "people.csv:1: the columns seem to be separated by a semicolon; save the table with commas"
            ])
        #expect(
            problems(dealers: "id\tname\tcity\n") == [
                "dealers.csv:1: the columns seem to be separated by a tab; save the table with commas"
            ])
    }

    @Test("every problem of all files is named at once with file, line and field")
    func all() {
        let found = problems(
            people: "id,name,role,dealer\nwang,王芳,dealer,D9\nli,\nzhao,赵敏,boss,\n",
            dealers: "id,name,city\nD1,\"西湖\n店\",杭州\nD2,宁波店,宁坡\n",
            regions: "{\n华东: {provinces: ['折江']},\n华南: {provinces: ['广东'], citis: []},\n}")
        #expect(
            found == [
                "dealers.csv:4: city: there is no city \"宁坡\" (a prefecture-level city such as 杭州)",
                "people.csv:2: dealer: there is no dealer \"D9\"",
                "people.csv:3: 2 fields, but the header has 4",
                "people.csv:4: role: \"boss\" is no role (one of dealer, manager, hq, admin)",
                "regions.json5:3: 华南.citis: is not a known setting (did you mean \"cities\"?)",
            ])
    }

    @Test("a broken regions file is reported once, not again for each of its managers")
    func oneCause() {
        let found = problems(
            people: "id,name,role,region\nli,李雷,manager,华东\n", regions: "{华东: {province: ['浙江']}}")
        #expect(
            found == ["regions.json5:1: 华东.province: is not a known setting (did you mean \"provinces\"?)"])
    }

    @Test("the files that are shipped are sound")
    func shipped() throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        var files = Settings.Files()
        files.people = root + "/bot-config/people.csv"
        files.dealers = root + "/bot-config/dealers.csv"
        files.regions = root + "/bot-config/regions.json5"
        let directory = try PeopleFiles.directory(of: files)
        // Every city of the gazetteer lies in exactly one of the regions.
        let misplaced = Gazetteer.china.cities.filter { city in
            directory.regions.count { $0.cities.contains(city) } != 1
        }
        #expect(misplaced.map(\.name) == [])
    }
}

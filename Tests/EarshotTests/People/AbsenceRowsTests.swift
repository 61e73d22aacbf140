import Testing

@testable import Earshot

@Suite("Heads, deputies and days away in the people's rows")
struct AbsenceRowsTests {
    private func place(_ line: Int) -> RowPlace { RowPlace(file: "people.csv", line: line) }

    private func rows() -> DirectoryRows {
        DirectoryRows(
            people: [
                PersonRow(
                    place: place(2), id: "li", name: "李雷", role: "manager", regions: ["华东"], duty: "head",
                    deputy: "han", away: ["2026-10-01..2026-10-07", "2026-12-24"]),
                PersonRow(place: place(3), id: "han", name: "韩梅", role: "manager", regions: ["长三角"]),
                PersonRow(place: place(4), id: "zhao", name: "赵敏", role: "hq"),
                PersonRow(place: place(5), id: "wu", name: "吴霞", role: "manager", regions: ["华南"]),
                PersonRow(place: place(6), id: "wang", name: "王芳", role: "dealer", dealer: "D1"),
            ],
            dealers: [
                DealerRow(
                    place: RowPlace(file: "dealers.csv", line: 2), id: "D1", name: "杭州西湖店", city: "杭州")
            ],
            regions: [
                RegionRow(place: place(1), name: "华东", provinces: ["浙江"], cities: ["上海"]),
                RegionRow(place: place(2), name: "长三角", cities: ["上海"]),
                RegionRow(place: place(3), name: "华南", provinces: ["广东"]),
            ])
    }

    private func problems(_ change: (inout DirectoryRows) -> Void) -> [String] {
        var rows = rows()
        change(&rows)
        let problems = #expect(throws: DirectoryProblems.self) { try Directory(rows) }
        return problems?.all.map(\.description) ?? []
    }

    @Test("a head is one, and is away from the first to the last day, and on single ones")
    func sound() throws {
        let directory = try Directory(rows())
        let li = try #require(directory.person(id: "li"))
        #expect(li.isHead && li.deputy == "han")
        let days = ["2026-09-30", "2026-10-01", "2026-10-07", "2026-10-08", "2026-12-24", "2026-12-25"]
        #expect(
            days.map { Day($0).map(li.isAway(on:)) } == [false, true, true, false, true, false])
        let han = try #require(directory.person(id: "han"))
        #expect(!han.isHead && han.deputy == nil && han.away.isEmpty)
    }

    @Test("headquarters stands in for everybody, and managers of a city in common for each other")
    func deputies() throws {
        var rows = rows()
        rows.people[0].deputy = "zhao"
        rows.people[1].deputy = "li"
        #expect(try Directory(rows).person(id: "han")?.deputy == "li")
    }

    @Test("a deputy who is nobody, oneself, or may not see the place is named")
    func wrongDeputies() {
        #expect(
            problems { $0.people[0].deputy = "nobody" }
                == ["people.csv:2: deputy: there is no person \"nobody\""])
        #expect(problems { $0.people[0].deputy = "li" } == ["people.csv:2: deputy: is the person's own id"])
        for other in ["wu", "wang"] {
            #expect(
                problems { $0.people[0].deputy = other } == [
                    "people.csv:2: deputy: \"\(other)\" may not see what li is told of "
                        + "(a manager of the same region, or somebody of the role hq)"
                ])
        }
        #expect(
            problems { $0.people[2].deputy = "li" } == [
                "people.csv:4: deputy: \"li\" may not see what zhao is told of (somebody of the role hq)"
            ])
    }

    @Test("a deputy whose row is broken is not reported as well")
    func oneCause() {
        #expect(problems { $0.people[1].role = "boss" }.map { $0.split(separator: " ")[1] } == ["role:"])
        #expect(problems { $0.people[1].regions = ["华北"] }.map { $0.split(separator: " ")[1] } == ["region:"])
    }

    @Test(
        "days that are none, and spans that are turned round, are named",
        arguments: [
            "2026-02-30", "2026-10-01..", "2026-10-01-2026-10-07", "10月1日",
            "2026-10-01..2026-10-02..2026-10-03",
        ])
    func wrongDays(text: String) {
        #expect(
            problems { $0.people[0].away = [text] } == [
                "people.csv:2: away: \"\(text)\" is neither a day nor a span of days "
                    + "(2026-10-01 or 2026-10-01..2026-10-07, several with a bar between them)"
            ])
    }

    @Test("a span that ends before it begins is named")
    func reversed() {
        #expect(
            problems { $0.people[0].away = ["2026-10-07..2026-10-01"] }
                == ["people.csv:2: away: \"2026-10-07..2026-10-01\" ends before it begins"])
    }

    @Test("duty, deputy and away have no meaning for those who are told of nothing")
    func superfluous() {
        #expect(
            problems { $0.people[2].duty = "head" }
                == ["people.csv:4: duty: has no meaning for the role hq (leave it empty)"])
        #expect(
            problems {
                $0.people[4].deputy = "zhao"
                $0.people[4].away = ["2026-10-01"]
            } == [
                "people.csv:6: deputy: has no meaning for the role dealer (leave it empty)",
                "people.csv:6: away: has no meaning for the role dealer (leave it empty)",
            ])
        #expect(
            problems { $0.people[0].duty = "boss" }
                == ["people.csv:2: duty: \"boss\" is no duty (head, or nothing)"])
    }
}

import CSV
import Earshot
import EarshotTesting
import Testing

@testable import EarshotProgram

@Suite("A suggestion in the export")
struct SuggestionSheetTests {
    @Test(
        "a suggestion of a store's people stands with the region of the city, one of a manager with the own")
    func region() {
        let city = Suggestion.Backer(
            person: "wangfang", dealer: "HZ001", city: "杭州", region: nil, at: Fixtures.now)
        let manager = Suggestion.Backer(
            person: "liqiang", dealer: nil, city: nil, region: "华南", at: Fixtures.now)
        #expect(SuggestionSheet.region(of: city, among: Fixtures.regions) == "华东")
        #expect(SuggestionSheet.region(of: manager, among: Fixtures.regions) == "华南")
    }

    @Test("every column has what its name says, and no field of a stranger's is a formula")
    func row() throws {
        var suggestion = Suggestion(
            number: 57, "=1+1，希望周末多排两个技师", aspect: Aspect("after_sales.waiting"), series: "星驰X5",
            urgency: .high, filer: Suggestion.Backer(Fixtures.westLakeDealer, at: Fixtures.now))
        suggestion.state = .declined
        suggestion.decision = .init(by: "zhaomin", at: Fixtures.now + .seconds(3600))
        suggestion.reason = "本季度没有名额"
        suggestion.department = "售后部"
        suggestion.due = Fixtures.today + 9
        suggestion.supporters = [Suggestion.Backer(Fixtures.ningboDealer, at: Fixtures.now)]
        suggestion.mergedInto = 12
        suggestion.shippedAt = Fixtures.now + .seconds(7200)
        suggestion.evidence = Evidence(
            day: Fixtures.today, city: Evidence.Span(month: 3, quarter: 4),
            nation: Evidence.Span(month: 5, quarter: 9), voices: [], isAtLeast: true)
        let sheet = SuggestionSheet(directory: try Self.directory(), calendar: .shanghai)
        let row = sheet.row(of: suggestion, Suggestion.Weight(dealers: 2, cities: 1))
        #expect(
            zip(SuggestionSheet.header, row).map { "\($0)=\($1)" } == [
                "number=57", "status=declined", "words==1+1，希望周末多排两个技师", "aspect=after_sales.waiting",
                "series=星驰X5", "urgency=high", "filed_at=2026-11-21 10:00", "filer=王芳", "dealer=杭州西湖店",
                "city=杭州", "region=华东", "dealers=2", "cities=1", "supporters=1", "voices_city_30d=3",
                "voices_nation_30d=5", "voices_nation_90d=9", "voices_at_least=yes", "department=售后部",
                "due=2026-11-30", "decided_by=赵敏", "decided_at=2026-11-21 11:00", "reason=本季度没有名额",
                "merged_into=12", "shipped_at=2026-11-21 12:00",
            ])
        #expect(row.count == SuggestionSheet.header.count)
        var writer = SuggestionSheet.writer
        writer.write(row)
        let line = String(decoding: writer.take(), as: UTF8.self)
        #expect(line.contains(",'=1+1，希望") && !line.contains(",=1+1"), "\(line)")
    }

    private static func directory() throws -> Directory {
        func place(_ line: Int) -> RowPlace { RowPlace(file: "people.csv", line: line) }
        return try Directory(
            DirectoryRows(
                people: [
                    PersonRow(place: place(2), id: "wangfang", name: "王芳", role: "dealer", dealer: "HZ001"),
                    PersonRow(place: place(3), id: "zhaomin", name: "赵敏", role: "hq"),
                ],
                dealers: [DealerRow(place: place(2), id: "HZ001", name: "杭州西湖店", city: "杭州")],
                regions: [RegionRow(place: place(2), name: "华东", cities: ["杭州", "宁波"])]))
    }

    @Test("counts say whether they are all there are")
    func atLeast() {
        for (isAtLeast, words) in [(true, "yes"), (false, "no")] {
            let evidence = Evidence(
                day: Fixtures.today, city: nil, nation: Evidence.Span(month: 5, quarter: 9), voices: [],
                isAtLeast: isAtLeast)
            #expect(SuggestionSheet.isAtLeast(evidence) == words)
        }
        #expect(SuggestionSheet.isAtLeast(nil) == "")
    }
}

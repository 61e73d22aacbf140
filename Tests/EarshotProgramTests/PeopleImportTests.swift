import Configuration
import Earshot
import EarshotTesting
import Foundation
import Glibc
import Store
import Testing

@testable import EarshotProgram

@Suite("Importing people")
struct PeopleImportTests {
    private let folder: TemporarySite
    private let site: Site
    private let stores: Stores

    private static let before = """
        id,name,role,dealer,region,accounts
        wangfang,王芳,dealer,D001,,dingtalk:1
        liqiang,李强,manager,,华东,wecom:LiQiang
        zhaomin,赵敏,hq,,,

        """
    private static let after = """
        id,name,role,dealer,region,accounts,deputy,valid_from,valid_until
        wangfang,王芳,dealer,D001,,dingtalk:1,,,2026-11-30
        wangfang,王芳,hq,,,dingtalk:1,,2026-12-01,
        liqiang,李强,manager,,华东,wecom:LiQiang,zhaomin,,
        zhaomin,赵敏,hq,,,,,,

        """

    init() throws {
        folder = try TemporarySite()
        _ = try folder.write("people.csv", PeopleImportTests.before)
        _ = try folder.write("dealers.csv", "id,name,city\nD001,杭州西湖店,杭州\n")
        _ = try folder.write("regions.json5", "{华东: {provinces: ['浙江']}}")
        site = try Site.read(folder.write("earshot.json", "{dataFolder: 'data'}"))
        stores = try Stores(folder: folder.path + "/data")
    }

    private func take(_ text: String, removes: Int = 0, isPreview: Bool = false) async throws {
        let file = try folder.write("export.csv", text)
        try await PeopleImport(site: site, removes: removes, isPreview: isPreview)
            .take(file, stores, at: Fixtures.now)
    }

    private func text(_ name: String = "people.csv") throws -> String {
        try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
    }

    private func imports() async throws -> [String?] {
        var filter = AuditFilter()
        filter.action = "people.imported"
        return try await stores.bot.audit(filter, before: nil, limit: 10).map(\.object)
    }

    @Test(
        "a list with days and deputies stands in the place of the site's, the former one beside it, and that is in the trail"
    )
    func whole() async throws {
        try await take(PeopleImportTests.after)
        let directory = try PeopleFiles.directory(of: site)
        let last = try #require(Day("2026-11-30"))
        func roles(on day: Day) -> [Role] {
            directory.people.filter { $0.id == "wangfang" && $0.isValid(on: day) }.map(\.role)
        }
        #expect(roles(on: last) == [.dealer] && roles(on: last + 1) == [.hq])
        #expect(directory.person(id: "liqiang")?.deputy == "zhaomin")
        #expect(try text("people.csv.former") == PeopleImportTests.before)
        #expect(
            try await imports() == [
                "1 added, 2 changed, 0 missing, 1 as before; + wangfang; ~ wangfang, liqiang"
            ])
        var entry = stat()
        #expect(stat(folder.path + "/people.csv", &entry) == 0 && entry.st_mode & 0o777 == 0o600)
    }

    @Test("what was imported is imported again without any change")
    func again() async throws {
        try await take(PeopleImportTests.after)
        let written = try text()
        try await take(written)
        #expect(try text() == written && text("people.csv.former") == PeopleImportTests.before)
        #expect(try await imports().count == 1)
    }

    @Test("a preview writes nothing")
    func preview() async throws {
        try await take(PeopleImportTests.after, isPreview: true)
        #expect(try text() == PeopleImportTests.before)
        #expect(try await imports().isEmpty)
        #expect(!FileCopy.exists(folder.path + "/people.csv.former"))
    }

    @Test("what would be refused is said by a preview as well", arguments: [0, 1, 2])
    func previewOfMissing(removes: Int) throws {
        let file = folder.path + "/people.csv"
        let rows = PeopleFiles.rows(of: site).people
        let difference = PeopleDifference(from: rows, to: rows.filter { $0.id == "zhaomin" })
        let refusal = PeopleImport(site: site, removes: removes, isPreview: true)
            .refusal(of: difference, from: "export.csv", into: file)
        #expect((refusal == nil) == (removes == 2))
        #expect(removes != 0 || refusal?.contains("say --removes 2") == true, "\(refusal ?? "")")
    }

    @Test("of many that are new the trail names a hundred and counts the others")
    func many() {
        let rows = (1...120).map {
            PersonRow(
                place: RowPlace(file: "people.csv", line: $0), id: "p\($0)", name: "甲", role: "hq",
                regions: [], validFrom: "")
        }
        let record = PeopleDifference(from: [], to: rows).record
        #expect(record.hasPrefix("120 added") && record.hasSuffix("p99, p100 and 20 more"), "\(record)")
    }

    @Test("who is missing goes only where it is said how many do", arguments: [0, 1, 3])
    func missing(removes: Int) async throws {
        let shorter = "id,name,role\nzhaomin,赵敏,hq\n"
        await #expect(throws: Failure.self) { try await take(shorter, removes: removes) }
        #expect(try text() == PeopleImportTests.before)
        try await take(shorter, removes: 2)
        #expect(try PeopleFiles.directory(of: site).people.map(\.id) == ["zhaomin"])
    }

    @Test(
        "a list with a mistake changes nothing, and the mistake is named with its line",
        arguments: [
            ("id,name,role,dealer\nwangfang,王芳,dealer,D009\n", 2), ("id,name\nwangfang,王芳\n", 1),
            ("id,name,role,deputy\nzhaomin,赵敏,hq,nobody\n", 2),
            ("id,name,role,valid_from,valid_until\nzhaomin,赵敏,hq,2026-12-01,2026-11-01\n", 2),
            ("id,name,role,valid_until\nzhaomin,赵敏,hq,2026-12-01\nzhaomin,赵敏,hq,\n", 3),
            ("", 1),
        ])
    func wrong(text wrong: String, line: Int) async throws {
        let error = await #expect(throws: Problems.self) { try await take(wrong, removes: 3) }
        let problem = try #require(error?.all.first)
        #expect(problem.file.hasSuffix("export.csv") && problem.line == line, "\(problem)")
        #expect(try text() == PeopleImportTests.before)
        #expect(try await imports().isEmpty)
    }

    @Test("a list may take the place of one that is wrong")
    func mending() async throws {
        _ = try folder.write("people.csv", "id,name,role,dealer\nwangfang,王芳,dealer,D009\n")
        try await take("id,name,role,dealer\nwangfang,王芳,dealer,D001\n")
        #expect(try PeopleFiles.directory(of: site).person(id: "wangfang")?.dealer?.id == "D001")
    }

    @Test("a list that cannot be read whole is replaced only where that is said", arguments: [false, true])
    func unreadable(isSaid: Bool) async throws {
        _ = try folder.write("people.csv", "id,name,rol\nwangfang,王芳,dealer\n")
        let list = try folder.write("export.csv", "id,name,role\nzhaomin,赵敏,hq\n")
        let taking = PeopleImport(site: site, removes: 0, isPreview: false, replacesUnreadable: isSaid)
        if isSaid {
            try await taking.take(list, stores, at: Fixtures.now)
        } else {
            await #expect(throws: Failure.self) { try await taking.take(list, stores, at: Fixtures.now) }
        }
        #expect(try text().contains("zhaomin") == isSaid)
    }

    @Test("a list that says the same takes the place of one that cannot be read whole")
    func unreadableAndAlike() async throws {
        _ = try folder.write("people.csv", "id,name,role,colour\nzhaomin,赵敏,hq,red\n")
        let list = try folder.write("export.csv", "id,name,role\nzhaomin,赵敏,hq\n")
        try await PeopleImport(site: site, removes: 0, isPreview: false, replacesUnreadable: true)
            .take(list, stores, at: Fixtures.now)
        #expect(try !text().contains("red") && text().contains("zhaomin"))
    }

    @Test("where the site's list is a link, what it leads to is replaced, and the link stays")
    func link() async throws {
        let (file, target) = (folder.path + "/people.csv", folder.path + "/kept.csv")
        try FileManager.default.moveItem(atPath: file, toPath: target)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: target)
        try await take(PeopleImportTests.after)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file) == target)
        #expect(try text("kept.csv").contains("2026-12-01"))
    }

    @Test("what is new, changed and missing is told by lines, rows of one person by their days")
    func lines() {
        func row(_ line: Int, _ id: String, from: String = "", region: String = "") -> PersonRow {
            PersonRow(
                place: RowPlace(file: "people.csv", line: line), id: id, name: id.uppercased(), role: "hq",
                regions: region.isEmpty ? [] : [region], validFrom: from)
        }
        let before = [
            row(2, "a"), row(3, "b", region: "华东"), row(4, "c"), row(5, "d"), row(6, "d", from: "2026-12-01"),
        ]
        let after = [
            row(2, "d", from: "2026-12-01"), row(3, "b", region: "华北"), row(4, "a"), row(5, "e\u{1B}[2J"),
            row(6, "c"),
        ]
        let difference = PeopleDifference(from: before, to: after)
        #expect(
            difference.lines == [
                "+ e [2J E [2J  role: hq", "~ b B  region: 华东 → 华北", "- d D",
            ])
        #expect(difference.missing.map(\.place.line) == [5])
        #expect(difference.summary == "1 added, 1 changed, 1 missing, 3 as before")
    }
}

import Earshot
import EarshotTesting
import Foundation
import Glibc
import SQLite
import Store
import Testing

@testable import EarshotProgram

@Suite("kill -9 while old voices go")
struct KilledRetentionTests {
    private static let days = RetentionRules.fewestDaysOfVoices

    private static func voices(_ numbers: Range<Int>, isOld: Bool, at today: Day) -> [Voice] {
        numbers.map { number in
            let day = isOld ? today - (days + 1 + number % 20) : today - (1 + number % 20)
            // Every tenth young one repeats an old one.
            let words = isOld || number % 10 != 0 ? number : number - numbers.lowerBound
            var voice = Voice(
                id: "\(number)", source: "论坛", text: "高速油耗太高,\(words * 7919)号车主在\(words * 104_729)公里处说",
                publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(3600), author: "u\(number)")
            voice.location.city = "杭州"
            return voice
        }
    }

    @Test("what is left is right at any moment, the next run goes on, and the old ones are refused")
    func killed() async throws {
        let site = try SampleSite()
        let today = LocalCalendar.shanghai.day(of: SystemClock().now)
        let comprehension = try Installation.read(site.config, needsSecrets: false).comprehension()
        let old = KilledRetentionTests.voices(0..<3000, isOld: true, at: today)
        let young = KilledRetentionTests.voices(3000..<3500, isOld: false, at: today)
        try await site.withStores {
            _ = try await $0.voices.add((old + young).map { comprehension.understand($0) })
        }
        let settings = try String(contentsOf: URL(filePath: site.config), encoding: .utf8)
        try site.write(
            settings.replacing("limits:", with: "retention: {voices: \(KilledRetentionTests.days)}, limits:"),
            to: "earshot.json")
        let (program, _) = try await site.serve()
        let path = site.folder.file("data/voices.db")
        try await untilCount(path) { $0 < 2500 }
        program.signal(SIGKILL)
        #expect(await program.end() == RunningProgram.End(status: SIGKILL, isSignal: true))
        try await site.withStores { stores in
            let differences = try await stores.voices.recountDifferences()
            #expect(differences == 0)
        }

        let (again, port) = try await site.serve()
        try await untilCount(path) { $0 == 500 }
        _ = await again.logged("voices went whose time is over")
        let line =
            #"{"id":"late","text":"油耗太高","published_at":"\#((today - (KilledRetentionTests.days + 3)))T10:00:00+08:00"}"#
        let answer = await Caller(port: port)?.call(
            "POST", "/v1/voices", headers: [("Authorization", "Bearer \(SampleSite.intakeToken)")],
            body: Array(line.utf8))
        #expect(answer?.status == 422)
        #expect(answer?.body.contains("is older than voices are kept") == true, "\(answer?.body ?? "")")
        again.signal(SIGTERM)
        #expect(await again.end() == RunningProgram.End(status: 0, isSignal: false))
        let fresh = try VoiceStore(path: site.folder.file("fresh.db"))
        _ = try await fresh.add(young.map { comprehension.understand($0) })
        await fresh.close()
        let (left, expected) = (try counts(path), try counts(site.folder.file("fresh.db")))
        #expect(left == expected)
        try await site.withStores { stores in
            let differences = try await stores.voices.recountDifferences()
            #expect(differences == 0)
        }
    }

    private func untilCount(_ path: String, _ isReached: (Int) -> Bool) async throws {
        let file = try Connection(path: path, access: .readOnly)
        while try !isReached(file.queryOne("SELECT COUNT(*) FROM voice") { $0.int(0) } ?? 0) {
            await Task.yield()
        }
    }

    private func counts(_ path: String) throws -> [String] {
        try Connection(path: path).query(
            """
            SELECT day, place, subject, aspect.name, negative, neutral, positive
            FROM daily_count JOIN aspect ON aspect.id = aspect
            ORDER BY 1, 2, 3, 4
            """
        ) { row in (0..<7).map { row.optionalText($0) ?? "" }.joined(separator: "|") }
    }
}

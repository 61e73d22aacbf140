import Earshot
import EarshotTesting
import Foundation
import Glibc
import SQLite
import Store
import Testing

@testable import EarshotProgram

@Suite("Backup and restore")
struct BackupTests {
    private let house: BackupHouse

    init() throws { house = try BackupHouse() }

    @Test("a restored backup has every row of every table, to the last")
    func equal() async throws {
        try await house.fill()
        let made = try house.backUp()
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: made).sorted() == [
                "bot.db", "manifest.json", "voices.db",
            ])
        let other = try house.restore(made, into: "other")
        for file in ["bot.db", "voices.db"] {
            let before = try BackupHouse.rows(of: house.data.path + "/" + file)
            let after = try BackupHouse.rows(of: other.path + "/" + file)
            #expect(before.count > 5)
            #expect(before.keys.sorted() == after.keys.sorted())
            for (table, rows) in before { #expect(after[table] == rows, "\(file), \(table)") }
        }
    }

    @Test("only its owner can read a backup")
    func mode() async throws {
        try await house.fill()
        let made = try house.backUp()
        for name in ["", "/bot.db", "/voices.db", "/manifest.json"] {
            var entry = stat()
            #expect(stat(made + name, &entry) == 0)
            #expect(entry.st_mode & 0o077 == 0, "\(name)")
        }
    }

    @Test(
        "a backup in which one byte is another, or from which a file is gone, is refused, and nothing is changed",
        arguments: ["bot.db", "voices.db"])
    func damaged(_ name: String) async throws {
        try await house.fill()
        let made = try house.backUp()
        let before = try BackupHouse.rows(of: house.data.bot)
        var bytes = try Data(contentsOf: URL(filePath: "\(made)/\(name)"))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: "\(made)/\(name)"))
        let restoration = try Restoration(of: made, into: house.data)
        let aside = house.data.path + "/aside"
        #expect(throws: Failure.self) { try restoration.check() }
        #expect(throws: Failure.self) { _ = try restoration.run(aside: aside, replacing: true) }
        try FileManager.default.removeItem(atPath: "\(made)/\(name)")
        #expect(throws: Failure.self) { _ = try restoration.run(aside: aside, replacing: true) }
        #expect(!FileCopy.exists(aside))
        #expect(!FileCopy.exists(house.data.unfinishedRestore))
        #expect(try BackupHouse.rows(of: house.data.bot) == before)
    }

    @Test("a folder without a list of files, or with one that is none, is no backup")
    func noManifest() throws {
        #expect(throws: Failure.self) { _ = try Restoration(of: house.folder.path, into: house.data) }
        for list in [
            "", "{", "[]", #"{"format":2,"madeAt":"","program":"9","files":[]}"#,
            #"{"format":1,"madeAt":"","program":"9","files":[]}"#,
        ] {
            try Data(list.utf8).write(to: URL(filePath: house.folder.file("manifest.json")))
            #expect(throws: Failure.self, "\(list)") {
                _ = try Restoration(of: house.folder.path, into: house.data)
            }
        }
    }

    @Test("data that is there is not replaced unasked, and goes aside when asked")
    func aside() async throws {
        try await house.fill()
        let made = try house.backUp()
        try await house.withStores { try await BackupHouse.invite("later-one", in: $0) }
        let restoration = try Restoration(of: made, into: house.data)
        let aside = house.data.path + "/aside"
        #expect(throws: Failure.self) { _ = try restoration.run(aside: aside, replacing: false) }
        #expect(try restoration.run(aside: aside, replacing: true) == aside)
        try restoration.end()
        #expect(try BackupHouse.rows(of: aside + "/bot.db")["invitation"]?.count == 2)
        #expect(try BackupHouse.rows(of: house.data.bot)["invitation"]?.count == 1)
    }

    @Test("a data folder that somebody has open is left alone")
    func inUse() async throws {
        try await house.fill()
        let made = try house.backUp()
        let restoration = try Restoration(of: made, into: house.data)
        _ = try await house.withStores { _ in
            #expect(throws: Failure.self) {
                _ = try restoration.run(aside: house.data.path + "/aside", replacing: true)
            }
        }
        #expect(!FileCopy.exists(house.data.unfinishedRestore))
    }

    @Test("what a restore that was cut off has left is opened by nobody, and mended by the next")
    func cutOff() async throws {
        try await house.fill()
        let made = try house.backUp()
        try Data().write(to: URL(filePath: house.data.unfinishedRestore))
        try FileManager.default.removeItem(atPath: house.data.voices)
        try Data("half".utf8).write(to: URL(filePath: house.data.voices + ".restoring"))
        #expect(throws: Failure.self) { _ = try Stores(folder: house.data.path) }
        #expect(!house.data.obstacles().isEmpty)
        #expect(throws: Failure.self) { _ = try house.backUp(second: 1) }
        let restoration = try Restoration(of: made, into: house.data)
        let aside = house.data.path + "/aside"
        #expect(try restoration.run(aside: aside, replacing: false) == aside)
        #expect(FileCopy.exists(house.data.path + "/aside/bot.db"))
        try restoration.end()
        let count = try await house.withStores { try await $0.voices.count() }
        #expect(count == BackupHouse.voices)
    }

    @Test("the newest are kept, and what was cut off goes, but nothing else")
    func thinning() async throws {
        try await house.fill()
        let made = try (0..<4).map { try house.backUp(second: $0) }
        let place = BackupPlace(path: house.folder.file("backups"))
        for name in ["earshot-2026-01-01-000000.unfinished", "earshot-mine", "earshot-2026-01-01-000000"] {
            try FileManager.default.createDirectory(
                atPath: "\(place.path)/\(name)", withIntermediateDirectories: false)
        }
        try place.tidy()
        let removed = try place.thin(to: 2)
        #expect(removed == made.prefix(2).map { String($0.split(separator: "/").last ?? "") })
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
                == (["earshot-2026-01-01-000000", "earshot-mine"]
                + made.suffix(2).map { String($0.split(separator: "/").last ?? "") }).sorted())
    }

    @Test("what was to be sent when the backup was made is held, and can be sent by hand")
    func held() async throws {
        try await house.fill()
        let other = try house.restore(try house.backUp(), into: "other")
        let stores = try Stores(folder: other.path)
        let later = BackupHouse.now + .seconds(60)
        #expect(try await stores.bot.settleRestored(note: "restored", at: later) == 1)
        let summary = try #require(
            try await stores.bot.deliveries(in: [.dead], on: nil, limit: 9).first)
        #expect(summary.key == "one")
        #expect(try await stores.bot.deliveries(in: [.waiting], on: nil, limit: 9).isEmpty)
        let retried = try await stores.bot.retry(
            [summary.number], until: later + .seconds(60), at: later)
        #expect(retried == [summary.number])
        await stores.close()
    }

    @Test("what went aside in one restore is not touched by the next, however fast it follows")
    func twice() async throws {
        try await house.fill()
        let made = try house.backUp()
        try await house.withStores { try await BackupHouse.invite("later-one", in: $0) }
        let aside = house.data.path + "/aside"
        for expected in [aside, aside + "-2"] {
            let restoration = try Restoration(of: made, into: house.data)
            #expect(try restoration.run(aside: aside, replacing: true) == expected)
            try restoration.end()
        }
        #expect(try BackupHouse.rows(of: aside + "/bot.db")["invitation"]?.count == 2)
        #expect(try BackupHouse.rows(of: aside + "-2/bot.db")["invitation"]?.count == 1)
    }

    @Test("the log of a file that is gone is not taken for the restored one's")
    func orphanedLog() async throws {
        try await house.fill()
        let made = try house.backUp()
        let before = try BackupHouse.rows(of: "\(made)/bot.db")
        try FileManager.default.removeItem(atPath: house.data.bot)
        try Data("log of another file".utf8).write(to: URL(filePath: house.data.bot + "-wal"))
        let restoration = try Restoration(of: made, into: house.data)
        let aside = house.data.path + "/aside"
        #expect(try restoration.run(aside: aside, replacing: true) == aside)
        try restoration.end()
        #expect(!FileCopy.exists(house.data.bot + "-wal"))
        #expect(FileCopy.exists(aside + "/bot.db-wal"))
        #expect(try BackupHouse.rows(of: house.data.bot) == before)
    }

    @Test("a restored file sends no report and no notice that has been sent since")
    func settled() async throws {
        try await house.fill()
        let other = try house.restore(try house.backUp(), into: "other")
        let connection = try Connection(path: other.bot, access: .readWrite)
        try connection.executeScript(
            """
            INSERT INTO suggestion (number, version, words, urgency, filer, filed_at, state)
            VALUES (1, 0, '周末多排两个技师', 1, 'wang-lei', 0, 1);
            INSERT INTO suggestion_step (id, suggestion, at, actor, kind) VALUES (1, 1, 0, 'zhou-qing', 'accepted');
            INSERT INTO suggestion_notice (step, person, wanted) VALUES (1, 'wang-lei', 1);
            INSERT INTO report_subscription (person, kind, place, aspect, schedule, since)
            VALUES ('wang-lei', 'daily', 'city:330100', '', 'daily@08:30', 0);
            """)
        let stores = try Stores(folder: other.path)
        #expect(
            try await stores.bot.peopleWaiting(since: Timestamp(seconds: 0), after: "", limit: 9).count == 1)
        let later = BackupHouse.now + .seconds(60)
        _ = try await stores.bot.settleRestored(note: "restored", at: later)
        #expect(try await stores.bot.peopleWaiting(since: Timestamp(seconds: 0), after: "", limit: 9).isEmpty)
        #expect(try await stores.bot.reportSubscriptions(of: "wang-lei", regions: []).map(\.since) == [later])
        await stores.close()
    }
}

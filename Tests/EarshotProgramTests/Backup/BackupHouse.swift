import Earshot
import EarshotTesting
import Foundation
import SQLite
import Store
import Testing

@testable import EarshotProgram

/// A data folder with something in it, and a place for backups.
struct BackupHouse {
    let folder: TemporaryFolder
    var data: DataFolder { DataFolder(path: folder.file("data")) }

    static let voices = 40

    init() throws { folder = try TemporaryFolder() }

    func withStores<Value: Sendable>(_ body: (Stores) async throws -> Value) async throws -> Value {
        let stores = try Stores(folder: data.path)
        do {
            let value = try await body(stores)
            await stores.close()
            return value
        } catch {
            await stores.close()
            throw error
        }
    }

    /// An invited person, a message to be sent, and voices.
    func fill() async throws {
        try await withStores { stores in
            try await BackupHouse.invite("wang-lei", in: stores)
            _ = try await stores.bot.enqueue(
                [
                    Delivery(
                        key: "one", channel: "group/quality", recipient: "quality",
                        reply: Reply([.text("油耗口径已更新")]),
                        deadline: BackupHouse.now + .seconds(3600))
                ], at: BackupHouse.now)
            _ = try await stores.voices.add((0..<BackupHouse.voices).map(BackupHouse.understood))
        }
    }

    private static func understood(_ number: Int) -> UnderstoodVoice {
        let text = "第\(number)次加油，油耗\(number * 31)个，太高了，\(number * 7919)"
        let opinions = Aspect("fuel").map {
            [Opinion(aspect: $0, polarity: .negative, lean: -0.9, evidence: 0..<3)]
        }
        return UnderstoodVoice(
            voice: Voice(id: "\(number)", source: "论坛", text: text, publishedAt: now),
            reading: Reading(sentiment: -0.9, opinions: opinions ?? []), fingerprint: Fingerprint(of: text),
            day: LocalCalendar.shanghai.day(of: now), city: Fixtures.hangzhou, subject: .own, dealerID: nil)
    }

    static let now = Timestamp(milliseconds: 1_795_000_000_000)

    func backUp(second: Int64 = 0) throws -> String {
        let moment = BackupHouse.now + .seconds(second)
        return try Backup(
            data: data, place: BackupPlace(path: folder.file("backups")),
            name: BackupName(at: moment, .shanghai), madeAt: "\(moment.milliseconds)"
        ).make().folder
    }

    func restore(_ backup: String, into name: String) throws -> DataFolder {
        let data = DataFolder(path: folder.file(name))
        try data.make()
        let restoration = try Restoration(of: backup, into: data)
        try restoration.check()
        #expect(try restoration.run(aside: data.path + "/aside", replacing: false) == nil)
        try restoration.end()
        return data
    }

    static func invite(_ person: String, in stores: Stores) async throws {
        var random = SeededRandom(seed: UInt64(person.utf8.count))
        try await stores.bot.add(
            Invitation(person: person, now: now), code: InvitationCode(using: &random), by: "operator")
    }

    /// Every row of every table of a file, as SQL writes its values.
    static func rows(of path: String) throws -> [String: [String]] {
        let connection = try Connection(path: path, access: .readWrite)
        let tables = try connection.query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
        ) { $0.text(0) }
        return try Dictionary(
            uniqueKeysWithValues: tables.map { table in
                let columns = try connection.query("SELECT name FROM pragma_table_info(?)", table) {
                    "quote(\"\($0.text(0))\")"
                }
                let rows = try connection.query(
                    "SELECT \(columns.joined(separator: " || '|' || ")) FROM \"\(table)\" ORDER BY 1"
                ) { $0.text(0) }
                return (table, rows)
            })
    }
}

import Crypto
import EarshotTesting
import Foundation
import SQLite
import Testing

@testable import EarshotProgram

@Suite("earshot audit and earshot forget")
struct AuditRunTests {
    private func run(_ words: [String], _ site: SampleSite) async throws -> (
        end: RunningProgram.End?, output: String, log: [String]
    ) {
        try await RunningProgram.run(
            words + ["--config", site.config], environment: SampleSite.environment)
    }

    @Test(
        "who did what is listed, a head that was written down is found again, and a hand in the file is found"
    )
    func trail() async throws {
        let site = try SampleSite()
        for person in ["wang-lei", "new-one"] {
            #expect(try await run(["people", "invite", person], site).end?.status == 0)
        }
        let head = try await run(["audit", "head"], site).output.trimmingCharacters(in: .newlines)
        #expect(head.hasPrefix("2:"))
        #expect(try await run(["suggestions", "export"], site).end?.status == 0)
        let folder = site.folder.file("backups")
        #expect(try await run(["backup", folder], site).end?.status == 0)
        let list = try await run(["audit", "list", "--json"], site).output.split(separator: "\n")
        #expect(list.count == 4)
        #expect(list.first?.contains("\"action\":\"backup\"") == true)
        #expect(list.dropFirst().first?.contains("\"action\":\"suggestion.exported\"") == true)
        let people = try await run(["audit", "list", "--action", "people.*", "--limit", "1"], site).output
        #expect(people.hasPrefix("2\t"))
        #expect(people.hasSuffix("\tearshot people\tpeople.invite\tnew-one\n"))
        let whole = try await run(["audit", "verify", "--head", head], site)
        #expect(whole.end?.status == 0)
        #expect(
            whole.output.hasPrefix(
                "4 entries are as they were written; they contain entry 2 as it is known\n"))
        try Connection(path: site.folder.file("data/bot.db")).executeScript(
            "UPDATE audit SET object = 'wang-lei' WHERE id = 2")
        let broken = try await run(["audit", "verify"], site)
        #expect(broken.end?.status == 1)
        #expect(broken.log.last?.contains("entry 2 is not what was written") == true)
        #expect(try await run(["audit", "verify", "--head", "x"], site).end?.status == 2)
    }

    @Test(
        "somebody is shown what is kept, and forgotten with a receipt that names nobody; while serving it is refused"
    )
    func forget() async throws {
        let site = try SampleSite()
        #expect(try await run(["people", "invite", "wang-lei"], site).end?.status == 0)
        let (program, _) = try await site.serve()
        #expect(try await run(["forget", "wang-lei", "--confirm"], site).end?.status == 1)
        program.signal(SIGTERM)
        _ = await program.end()
        let counted = try await run(["forget", "wang-lei"], site)
        #expect(counted.output == "{\"removed\":{\"invitation\":1},\"renamed\":{},\"audit_entries\":1}\n")
        let shown = try await run(["forget", "wang-lei", "--show"], site).output
        #expect(shown.contains("{\"table\":\"invitation\",\"entry\":{"))
        let done = try await run(["forget", "wang-lei", "--confirm"], site)
        #expect(done.end?.status == 0)
        #expect(done.output.contains("\"removed\":{\"invitation\":1}"))
        #expect(done.output.contains("\"left\":{}"))
        #expect(!done.output.contains("wang-lei") && !done.output.contains("王磊"))
        #expect(done.log.contains { $0.contains("accounts console:wang-lei") && $0.contains("王磊") })
        #expect(try await run(["audit", "verify"], site).end?.status == 0)
        let bytes = try Data(contentsOf: URL(filePath: site.folder.file("data/bot.db")))
        #expect(bytes.firstRange(of: Data("wang-lei".utf8)) == nil)
        for words in [
            ["forget"], ["forget", "--rewrite", "--confirm"], ["forget", "a", "--author", "b"],
            ["forget", "a", "--show", "--confirm"],
        ] {
            #expect(try await run(words, site).end?.status == 2)
        }
    }

    @Test("the receipt is printed also where the file cannot be written anew, which is done later")
    func rewriting() async throws {
        let site = try SampleSite()
        #expect(try await run(["people", "invite", "wang-lei"], site).end?.status == 0)
        let path = site.folder.file("data/bot.db")
        do {
            let reader = try Connection(path: path)
            try reader.execute("BEGIN")
            #expect(try reader.queryOne("SELECT COUNT(*) FROM invitation") { $0.int(0) } == 1)
            let done = try await run(["forget", "wang-lei", "--confirm"], site)
            #expect(done.end?.status == 1)
            #expect(done.output.contains("\"forgotten_sha256\""))
            #expect(done.log.last?.contains("earshot forget --rewrite") == true, "\(done.log)")
            try reader.execute("COMMIT")
        }
        #expect(try await run(["forget", "--rewrite"], site).end?.status == 0)
        for file in [path, path + "-wal"] {
            let bytes = (try? Data(contentsOf: URL(filePath: file))) ?? Data()
            #expect(bytes.firstRange(of: Data("wang-lei".utf8)) == nil, "\(file)")
        }
    }

    @Test(
        "an id that no file has is refused without a name or an account, and folders of a restore are named")
    func unknown() async throws {
        let site = try SampleSite()
        #expect(try await run(["people", "invite", "wang-lei"], site).end?.status == 0)
        let refused = try await run(["forget", "wang-lie", "--confirm"], site)
        #expect(refused.end?.status == 1)
        #expect(refused.output.isEmpty)
        #expect(refused.log.last?.contains("stands in no people file") == true)
        let aside = site.folder.file("data/before-restore-2026-11-27-000000")
        try FileManager.default.createDirectory(atPath: aside, withIntermediateDirectories: true)
        let done = try await run(
            [
                "forget", "zhang-hua", "--name", "张华", "--name", "华哥", "--account", "dingtalk:01",
                "--account",
                "wecom:Hua", "--confirm",
            ], site)
        #expect(done.end?.status == 0)
        #expect(done.output.contains("before-restore-2026-11-27-000000"))
        #expect(done.log.contains { $0.contains("dingtalk:01, wecom:hua") && $0.contains("华哥") })
    }

    @Test("a customer's name, address and number go from the voices, and what was said stays")
    func author() async throws {
        let site = try SampleSite()
        let file = site.folder.file("voices.ndjson")
        let voices = ["1", "2"].map {
            "{\"id\":\"\($0)\",\"text\":\"油耗太高了 \($0) 我是爱车的小李\($0)电话1381234567\($0)\",\"published_at\":\"2026-11-20T08:00:00+08:00\","
                + "\"author\":\"爱车的小李\($0)\",\"url\":\"https://x.example/\($0)\"}"
        }
        try Data(voices.joined(separator: "\n").utf8).write(to: URL(filePath: file))
        #expect(try await run(["ingest", file], site).end?.status == 0)
        #expect(try await run(["forget", "--author", "爱车的小李1"], site).output == "{\"voices\":1}\n")
        let done = try await run(["forget", "--author", "爱车的小李1", "--confirm"], site)
        #expect(done.output.contains("\"voices\":1"))
        let bytes = try Data(contentsOf: URL(filePath: site.folder.file("data/voices.db")))
        #expect(bytes.firstRange(of: Data("爱车的小李1".utf8)) == nil)
        #expect(bytes.firstRange(of: Data("爱车的小李2".utf8)) != nil)
        #expect(bytes.firstRange(of: Data("油耗太高了 1".utf8)) != nil)
        #expect(bytes.firstRange(of: Data("13812345671".utf8)) == nil)
        let receipt = try #require(
            done.output.firstMatch(of: /"forgotten_sha256":"([0-9a-f]{64})","salt":"([0-9a-f]+)"/))
        let salt = try Hexadecimal.decode(receipt.2)
        #expect(
            Hexadecimal.encode(Digest.sha256(of: salt + Array("author\n爱车的小李1\n".utf8))) == receipt.1,
            "whoever has the receipt and the name can tell that it is theirs")
        let listed = try await run(["audit", "list", "--action", "author.forgotten"], site).output
        #expect(listed.contains("sha256:\(receipt.1) 1 voices"))
        // As one author still, for whoever counts what one author wrote once.
        let author = try Connection(path: site.folder.file("data/voices.db")).queryOne(
            "SELECT author FROM voice WHERE external_id = '1' AND url IS NULL"
        ) { $0.text(0) }
        #expect(author?.hasPrefix("前客户-") == true)
        #expect(
            try await run(["forget", "--voice", "2", "--source", "nowhere"], site).output
                == "{\"voices\":0}\n")
    }

    @Test(
        "where forgetting a customer ends between the two files, digest and salt are known, and the trail tells"
    )
    func interrupted() async throws {
        let site = try SampleSite()
        let file = site.folder.file("voices.ndjson")
        let voice =
            "{\"id\":\"1\",\"text\":\"车主说油耗太高了\",\"published_at\":\"2026-11-20T08:00:00+08:00\",\"author\":\"车主\"}"
        try Data(voice.utf8).write(to: URL(filePath: file))
        #expect(try await run(["ingest", file], site).end?.status == 0)
        // As a kill would: the voices are changed, and the trail's last word is never written.
        let bot = try Connection(path: site.folder.file("data/bot.db"))
        try bot.executeScript(
            """
            CREATE TRIGGER end BEFORE INSERT ON audit WHEN new.action = 'author.forgotten'
            BEGIN SELECT RAISE(ABORT, 'ended'); END
            """)
        let ended = try await run(["forget", "--author", "车主", "--confirm"], site)
        #expect(ended.end?.status == 1 && ended.output.isEmpty)
        try bot.executeScript("DROP TRIGGER end")
        let told = try #require(
            ended.log.lazy.compactMap { $0.firstMatch(of: /sha256 ([0-9a-f]{64}), salt ([0-9a-f]+)/) }.first)
        let salt = try Hexadecimal.decode(told.2)
        #expect(Hexadecimal.encode(Digest.sha256(of: salt + Array("author\n车主\n".utf8))) == told.1)
        let listed = try await run(["audit", "list", "--action", "author.*"], site).output
        #expect(listed.contains("author.forgetting\tsha256:\(told.1) 1 voices"))
        #expect(!listed.contains("author.forgotten"))
        // A word of the lists is nobody's name.
        let texts = try Connection(path: site.folder.file("data/voices.db")).query(
            "SELECT text FROM voice WHERE author LIKE '前客户-%'"
        ) { $0.text(0) }
        #expect(texts == ["车主说油耗太高了"])
        #expect(try await run(["forget", "--author", "车主", "--confirm"], site).end?.status == 0)
        #expect(try await run(["audit", "verify"], site).end?.status == 0)
    }
}

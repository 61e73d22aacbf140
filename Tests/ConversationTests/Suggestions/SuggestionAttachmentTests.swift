import EarshotTesting
import SQLite
import Store
import Testing

@testable import Earshot

@Suite("Pictures and files of a suggestion, for those who may see them")
struct SuggestionAttachmentTests {
    private static let words = "建议:周末多排两个技师"

    /// A house in which a dealer of Hangzhou has filed a suggestion with these.
    private func house(
        _ locators: [String] = ["whole"], _ kind: MessageAttachment.Kind = .picture
    ) async throws -> SuggestionHouse {
        let house = try SuggestionHouse()
        _ = try await house.send(
            .text(SuggestionAttachmentTests.words),
            with: locators.map { MessageAttachment(kind, locator: $0) })
        return house
    }

    /// What leaves, in its order: the words, or how many bytes the picture has, and to whom.
    private func sent(from house: SuggestionHouse) async throws -> [String] {
        var sent: [String] = []
        while true {
            let begun = try await house.bot.begin(
                on: "dingtalk/test", rules: ChannelRules(), most: 99, at: house.clock.now
            ).consignments
            if begun.isEmpty { return sent }
            for consignment in begun {
                sent.append(
                    "\(consignment.recipient) "
                        + (consignment.picture.map { "\($0.bytes.count)" } ?? consignment.reply.lines))
                try await house.bot.settle(consignment, .sent(SendReceipt()), at: house.clock.now)
            }
        }
    }

    private func seen(in house: SuggestionHouse) async throws -> [String] {
        var filter = AuditFilter()
        filter.action = "attachment.seen"
        return try await house.bot.audit(filter, before: nil, limit: 9).reversed()
            .map { "\($0.actor ?? "") \($0.object ?? "")" }
    }

    private static let size = SuggestionHouse.wholePicture.count

    @Test(
        "who decides and who filed it are told how to see them, are sent them, and stand in the audit trail")
    func shown() async throws {
        let house = try await house(["whole", "whole"])
        let people = [SuggestionHouse.headquarters, SuggestionHouse.manager, SuggestionHouse.dealer]
        for person in people {
            let shown = try await house.say("#1 进度", as: person)
            #expect(shown.contains("附件 2 份：回复「1 附件」查看"), "\(shown)")
            let answer = try await house.say("1 附件", as: person)
            #expect(answer == "建议 #1「周末多排两个技师」有 2 份附件。图片 2 张，马上发给您。", "\(answer)")
            let account = try #require(person.accounts.first)
            #expect(
                try await sent(from: house) == [
                    "\(account) 建议 #1「周末多排两个技师」附件 1/2", "\(account) \(SuggestionAttachmentTests.size)",
                    "\(account) 建议 #1「周末多排两个技师」附件 2/2", "\(account) \(SuggestionAttachmentTests.size)",
                ])
        }
        #expect(try await seen(in: house) == people.map { "\($0.id) #1 2" })
    }

    @Test(
        "who may not see a suggestion is answered as if there were none",
        arguments: [SuggestionHouse.guangzhouDealer, SuggestionHouse.southManager])
    func hidden(_ person: Person) async throws {
        let house = try await house()
        let shown = try await house.say("#1 进度", as: person)
        #expect(!shown.contains("回复「1 附件」"), "\(shown)")
        let answer = try await house.say("1 附件", as: person)
        let unknown = try await house.say("999 附件", as: person)
        #expect(answer == unknown.replacing("999", with: "1"))
        #expect(try await sent(from: house).isEmpty)
        #expect(try await seen(in: house).isEmpty)
    }

    @Test("whoever sees the suggestion only reads how many there are, and who may open them")
    func closed() async throws {
        let house = try await house()
        let shown = try await house.say("#1 进度", as: SuggestionHouse.colleague)
        #expect(shown.contains("附件 1 份") && !shown.contains("回复「1 附件」"), "\(shown)")
        let answer = try await house.say("1 附件", as: SuggestionHouse.colleague)
        #expect(answer == "建议 #1「周末多排两个技师」的附件，只有提建议的人、本区域经理、总部和系统管理员能看。", "\(answer)")
        #expect(try await sent(from: house).isEmpty)
        #expect(try await seen(in: house).isEmpty)
    }

    @Test("whoever supports it sees none of what its filer sent")
    func supporter() async throws {
        let house = try await house()
        _ = try await house.say("支持 1", as: SuggestionHouse.colleague)
        #expect(try await house.say("1 附件", as: SuggestionHouse.colleague).contains("只有提建议的人"))
        #expect(try await sent(from: house).isEmpty)
    }

    @Test(
        "in a group nothing is shown, and it is said where to ask; who may not see them learns nothing there either"
    )
    func group() async throws {
        let house = try await house()
        let shown = try await house.say("#1 进度", as: SuggestionHouse.headquarters, inGroup: true)
        #expect(shown.contains("附件 1 份") && !shown.contains("回复「1 附件」"), "\(shown)")
        #expect(
            try await house.say("1 附件", as: SuggestionHouse.headquarters, inGroup: true)
                == "附件不在群里发。请在和我的单聊里发「1 附件」。")
        #expect(
            try await house.say("1 附件", as: SuggestionHouse.southManager, inGroup: true).contains("没有建议 #1"))
        #expect(try await sent(from: house).isEmpty)
        #expect(try await seen(in: house).isEmpty)
    }

    @Test(
        "behind a suggestion that was shown its number is not needed",
        arguments: ["附件", "看附件", "图片", "看图片", "附件呢", "附件在哪", "这条的图片"])
    func followUp(_ text: String) async throws {
        let house = try await house()
        _ = try await house.say("#1 进度", as: SuggestionHouse.headquarters)
        let answer = try await house.say(text, as: SuggestionHouse.headquarters)
        #expect(answer.contains("图片 1 张，马上发给您"), "\(answer)")
        // And neither is it behind that.
        #expect(try await house.say("采纳", as: SuggestionHouse.headquarters).contains("#1"))
    }

    @Test(
        "a number behind their name, or with 第, is one of theirs where a suggestion was spoken of",
        arguments: ["附件2", "图片 2", "看附件 2", "第2张图片", "第2条附件", "2号附件"])
    func place(_ text: String) async throws {
        let house = try await house(["whole", "whole"])
        _ = try await house.send(.text("建议:展厅的空调不够冷"))
        _ = try await house.say("#1 进度", as: SuggestionHouse.headquarters)
        let answer = try await house.say(text, as: SuggestionHouse.headquarters)
        #expect(answer.contains("建议 #1") && answer.contains("图片 2 张"), "\(answer)")
        let decided = try await house.say("采纳", as: SuggestionHouse.headquarters)
        #expect(decided.contains("#1") && !decided.contains("#2"), "\(decided)")
        // Of another one it is where that is said.
        #expect(try await house.say("#2 附件", as: SuggestionHouse.headquarters).contains("建议 #2"))
        #expect(try await house.say("看2号建议的附件", as: SuggestionHouse.headquarters).contains("建议 #2"))
    }

    @Test(
        "who wishes to send some is not told that there are none",
        arguments: ["我要发图片", "我有照片", "可以发图片吗", "能发照片吗", "我想附照片", "我把照片发一下"])
    func sending(_ text: String) async throws {
        let house = try await house([])
        _ = try await house.say("#1 进度")
        let answer = try await house.say(text)
        #expect(!answer.contains("没有附件"), "\(answer)")
    }

    @Test("a message that comes twice sends them once; who asks again is sent them again")
    func repeated() async throws {
        let house = try await house()
        let first = try await house.say("1 附件", as: SuggestionHouse.headquarters, id: "m1")
        #expect(try await house.say("1 附件", as: SuggestionHouse.headquarters, id: "m1") == first)
        #expect(try await sent(from: house).count == 2)
        #expect(try await house.say("1 附件", as: SuggestionHouse.headquarters, id: "m2") == first)
        #expect(try await sent(from: house).count == 2)
        #expect(try await seen(in: house).count == 2)
    }

    @Test("what was promised before a restart is sent after it, and the picture is what came")
    func restart() async throws {
        let house = try await house()
        _ = try await house.say("1 附件", as: SuggestionHouse.headquarters)
        await house.bot.close()
        let again = try SuggestionHouse(reopening: house)
        let caption = try await again.bot.begin(
            on: "dingtalk/test", rules: ChannelRules(), most: 9, at: again.clock.now
        ).consignments
        #expect(caption.map(\.picture) == [nil])
        try await again.bot.settle(try #require(caption.first), .sent(SendReceipt()), at: again.clock.now)
        let picture = try await again.bot.begin(
            on: "dingtalk/test", rules: ChannelRules(), most: 9, at: again.clock.now
        ).consignments
        #expect(picture.map(\.picture?.bytes) == [SuggestionHouse.wholePicture])
    }

    @Test("what was asked for is not tried again by hand, whether it failed or its hour is over")
    func notRetried() async throws {
        let house = try await house()
        _ = try await house.say("1 附件", as: SuggestionHouse.headquarters)
        let line = try await house.bot.begin(
            on: "dingtalk/test", rules: ChannelRules(), most: 9, at: house.clock.now
        ).consignments
        try await house.bot.settle(
            try #require(line.first), .refused(PlatformRemark(code: "45002")), at: house.clock.now)
        house.clock.advance(by: .seconds(2 * 3600))
        _ = try await house.bot.expire(at: house.clock.now)
        let dead = try await house.bot.numbers(in: .dead, on: nil)
        let expired = try await house.bot.numbers(in: .expired, on: nil)
        #expect(dead.count == 1 && expired.count == 1)
        let now = house.clock.now
        #expect(try await house.bot.retry(dead + expired, until: now + .seconds(86_400), at: now).isEmpty)
        #expect(try await sent(from: house).isEmpty)
    }

    @Test(
        "what has not left yet is dropped with its reason where the account is nobody's, or somebody's who may not see it"
    )
    func rightLost() async throws {
        let house = try await house()
        let manager = SuggestionHouse.manager
        _ = try await house.say("1 附件", as: manager)
        let begun = try await house.bot.begin(
            on: "dingtalk/test", rules: ChannelRules(), most: 9, at: house.clock.now
        ).consignments
        let consignment = try #require(begun.first)
        func obstacle(
            _ person: Person, bound: [(account: String, person: String)] = []
        ) async -> SendOutcome? {
            await AttachmentRight(
                suggestions: house.bot, directory: { FixtureDirectory([person]) }, bindings: { bound }
            ).obstacle(toDelivery: consignment.key, to: consignment.recipient)
        }
        #expect(await obstacle(manager) == nil)
        var unnamed = manager
        unnamed.accounts = []
        #expect(await obstacle(unnamed, bound: [(consignment.recipient, manager.id)]) == nil)
        #expect(await obstacle(unnamed)?.withdrawal != nil)
        var moved = SuggestionHouse.southManager
        moved.accounts = manager.accounts
        let outcome = try #require(await obstacle(moved))
        let ended = try await house.bot.settle(consignment, outcome, at: house.clock.now)
        #expect(ended.map(\.state) == [.cancelled])
        #expect(ended.first?.note == "whoever asked may not see it any more")
    }

    @Test("of an attachment that was removed before it left, nothing is sent, and no copy is left behind")
    func removed() async throws {
        let house = try await house()
        _ = try await house.say("1 附件", as: SuggestionHouse.headquarters)
        #expect(try await house.bot.dropAttachment(1, by: "operator", at: house.clock.now))
        #expect(try await sent(from: house).isEmpty)
        #expect(try await house.bot.numbers(in: .dead, on: nil).isEmpty)
        let connection = try Connection(path: house.folder.file("bot.db"))
        let bytes = try connection.queryOne("SELECT SUM(length(bytes)) FROM delivery_picture") { $0.int(0) }
        #expect(bytes == 0)
        let answer = try await house.say("1 附件", as: SuggestionHouse.headquarters)
        #expect(answer == "建议 #1「周末多排两个技师」的附件已到期或被删除，看不到了。", "\(answer)")
    }

    @Test(
        "what its sender was told is removed by now is shown no more, also where nothing has removed it yet")
    func overdue() async throws {
        let house = try await house()
        _ = try await house.say("1 附件", as: SuggestionHouse.headquarters)
        let kept = try await house.bot.attachments(of: nil, limit: 9)
        let connection = try Connection(path: house.folder.file("bot.db"))
        try connection.execute("UPDATE attachment SET forget_at = ?", house.clock.now.milliseconds)
        #expect(try await sent(from: house).isEmpty && kept.count == 1)
        let answer = try await house.say("1 附件", as: SuggestionHouse.headquarters)
        #expect(answer == "建议 #1「周末多排两个技师」的附件已到期或被删除，看不到了。", "\(answer)")
    }

    @Test("a suggestion without any says so")
    func none() async throws {
        let house = try await house([])
        #expect(try await house.say("1 附件") == "建议 #1「周末多排两个技师」没有附件。图片和文件要在提建议时一起发。")
        #expect(
            try await house.say("1 附件", as: SuggestionHouse.headquarters) == "建议 #1「周末多排两个技师」没有附件。")
    }

    @Test("what cannot be shown is told with what it is, why, and how an administrator takes it out")
    func unshowable() async throws {
        let house = try await house(["picture", "whole", "gif", "large"])
        let answer = try await house.say("1 附件", as: SuggestionHouse.headquarters)
        #expect(
            answer == """
                建议 #1「周末多排两个技师」有 4 份附件。图片 1 张，马上发给您。
                1/4 图片（PNG，1 KB）：图片不完整，发不了，可请系统管理员取出：earshot attachments save 1
                3/4 图片（GIF，1 KB）：聊天里发不了这种格式，可请系统管理员取出：earshot attachments save 3
                4/4 图片（PNG，1.0 MB）：超过了这里能发的 1 MB，可请系统管理员取出：earshot attachments save 4
                """, "\(answer)")
        #expect(try await sent(from: house).first == "dingtalk:h1 建议 #1「周末多排两个技师」附件 2/4")
        #expect(try await seen(in: house) == ["zhaomin #1 1"])
    }

    @Test("a file is no picture, unless it holds one")
    func files() async throws {
        let house = try await house(["pdf", "whole"], .file)
        let answer = try await house.say("1 附件")
        #expect(
            answer.contains("图片 1 张，马上发给您") && answer.contains("1/2 文件（PDF，1 KB）：不是图片，聊天里发不了"), "\(answer)")
    }

    @Test("one that is damaged on the disk is told as such, and not sent")
    func damaged() async throws {
        let house = try await house()
        try Connection(path: house.folder.file("bot.db")).execute("UPDATE attachment SET bytes = X'00FF'")
        let answer = try await house.say("1 附件", as: SuggestionHouse.headquarters)
        #expect(answer.hasSuffix("1/1 图片（PNG，1 KB）：保存的内容已损坏"), "\(answer)")
        #expect(try await sent(from: house).isEmpty)
        #expect(try await seen(in: house).isEmpty)
    }

    @Test("where nothing shows pictures, that is said, and nobody counts as having seen one")
    func noWay() async throws {
        let house = try await house()
        let answer = try await house.say(
            "1 附件", as: SuggestionHouse.headquarters, on: "wecom-bot/test")
        #expect(
            answer == """
                建议 #1「周末多排两个技师」有 1 份附件。
                1/1 图片（PNG，1 KB）：这个聊天里发不了图片，可请系统管理员取出：earshot attachments save 1
                """, "\(answer)")
        #expect(try await sent(from: house).isEmpty)
        #expect(try await seen(in: house).isEmpty)
    }

    @Test("of many nine are sent at a time, and the rest for 更多")
    func many() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("我要提建议")
        _ = try await house.say("周末多排两个技师")
        for _ in 0..<11 {
            _ = try await house.send(.picture, picture: "whole")
        }
        for text in ["跳过", "跳过", "跳过", "提交"] { _ = try await house.say(text) }
        let first = try await house.say("1 附件", as: SuggestionHouse.headquarters)
        #expect(first.contains("有 11 份附件，这里是第 1 到 9 份，回复「更多」看后面的。图片 9 张"), "\(first)")
        #expect(try await sent(from: house).count == 18)
        let second = try await house.say("更多", as: SuggestionHouse.headquarters)
        #expect(second.contains("图片 2 张，马上发给您"), "\(second)")
        let rest = try await sent(from: house)
        #expect(rest.filter { $0.contains("附件") }.map { $0.suffix(5) } == ["10/11", "11/11"])
    }

    @Test("an operator's list says of which suggestion each is, and lists those of one alone")
    func listed() async throws {
        let house = try await house(["whole", "pdf"])
        _ = try await house.send(.picture, picture: "whole")
        let all = try await house.bot.attachments(of: nil, limit: 9)
        #expect(all.map(\.suggestion) == [nil, 1])
        let own = try await house.bot.attachments(of: nil, forSuggestion: 1, limit: 9)
        #expect(own.map(\.number) == [1])
        #expect(try await house.bot.attachments(of: nil, forSuggestion: 2, limit: 9).isEmpty)
        #expect(try await house.bot.attachments(of: "dingtalk:d2", forSuggestion: 1, limit: 9).isEmpty)
    }
}

import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Filing lines to take by message")
struct KnowledgeFilingTests {
    private static let brake = "问题：刹车异响怎么解释 回答：低速轻微声响属正常，如有问题：请到店检测"

    @Test("what would be filed is shown, and only 1 or 确认 files it")
    func confirmation() async throws {
        let house = try await KnowledgeHouse()
        let draft = try await house.say(
            "新增口径 \(Self.brake) 范围：华东 有效期：到12月31日 也叫：刹车吱吱响|踩刹车有声音 批准：孙总",
            as: KnowledgeHouse.headquarters)
        for part in [
            "请确认：新增口径", "低速轻微声响属正常，如有问题：请到店检测", "华东", "到 2026-12-31", "孙总", "刹车吱吱响 ｜ 踩刹车有声音", "1 确认",
        ] {
            #expect(draft.contains(part), "\(part) in \(draft)")
        }
        #expect(try await house.all().isEmpty)
        let done = try await house.say("确认", as: KnowledgeHouse.headquarters)
        #expect(done.contains("已保存口径 #1"))
        let entry = try #require(try await house.all().first)
        #expect(entry.content.place == .region("华东"))
        #expect(entry.content.validUntil == Day(year: 2026, month: 12, day: 31))
        #expect(entry.content.variants == ["刹车吱吱响", "踩刹车有声音"])
        #expect(entry.filed == KnowledgeEntry.Mark(by: "zhaomin", at: house.clock.now))
    }

    @Test(
        "what is shown is kept by other words for it, dropped by those for that, and a nod does neither",
        arguments: [("保存吧", 1), ("确认吧", 1), ("取消", 0), ("先不存", 0), ("好的", 0)])
    func otherWords(_ words: String, _ kept: Int) async throws {
        let house = try await KnowledgeHouse()
        let hq = KnowledgeHouse.headquarters
        _ = try await house.say("新增口径 \(Self.brake)", as: hq)
        let answer = try await house.say(words, as: hq)
        #expect(try await house.all().count == kept, "\(answer)")
        #expect(kept == 1 || answer.contains("没有确认，也没有保存"), "\(answer)")
        // What was dropped is offered no more, and a nod has dropped nothing.
        let next = try await house.say("1", as: hq)
        #expect(try await house.all().count == (words == "好的" ? 1 : kept), "\(next)")
    }

    @Test("something else said instead of the confirmation files nothing, and a repeated one files once")
    func once() async throws {
        let house = try await KnowledgeHouse()
        _ = try await house.say("新增口径 \(Self.brake)", as: KnowledgeHouse.headquarters)
        _ = try await house.say("帮助", as: KnowledgeHouse.headquarters)
        #expect(try await house.all().isEmpty)
        _ = try await house.say("新增口径 \(Self.brake)", as: KnowledgeHouse.headquarters)
        let first = try await house.say("1", as: KnowledgeHouse.headquarters, id: "same")
        #expect(try await house.say("1", as: KnowledgeHouse.headquarters, id: "same") == first)
        #expect(try await house.all().count == 1)
    }

    @Test("dealers and managers file, change and retire nothing")
    func roles() async throws {
        let house = try await KnowledgeHouse()
        try await house.file(Self.brake)
        for person in [KnowledgeHouse.dealer, KnowledgeHouse.manager] {
            for text in ["新增口径 问题：甲乙 回答：丙丁", "修改口径 1 回答：没有", "停用口径 1 原因：不要了", "没答上的问题"] {
                #expect(try await house.say(text, as: person).contains("口径由总部维护"))
                _ = try await house.say("1", as: person)
            }
        }
        let all = try await house.all()
        #expect(all.map(\.version) == [1])
    }

    @Test("what is missing, unknown or too long is said, and nothing is filed")
    func problems() async throws {
        let house = try await KnowledgeHouse()
        let hq = KnowledgeHouse.headquarters
        #expect(try await house.say("新增口径", as: hq).contains("新增口径 问题：…… 回答："))
        #expect(try await house.say("新增口径 问题：刹车异响怎么解释", as: hq).contains("问题：刹车异响怎么解释 回答："))
        #expect(try await house.say("新增口径 回答：正常", as: hq).contains("没有写问题"))
        #expect(try await house.say("新增口径 \(Self.brake) 范围：江南", as: hq).contains("范围「江南」不认识"))
        #expect(try await house.say("新增口径 \(Self.brake) 有效期：2026-11-20", as: hq).contains("已经过去"))
        let long = String(repeating: "长", count: 1001)
        #expect(try await house.say("新增口径 问题：刹车异响 回答：\(long)", as: hq).contains("回答超过 1,000 字"))
        #expect(try await house.say("停用口径 7 原因：不对", as: hq).contains("没有口径 #7"))
        #expect(try await house.all().isEmpty)
    }

    @Test("a changed answer is a new revision, and the old one stays in the history")
    func revisions() async throws {
        let house = try await KnowledgeHouse()
        let hq = KnowledgeHouse.headquarters
        try await house.file(Self.brake)
        let draft = try await house.say("修改口径 1 回答：请到店检测 有效期：月底", as: hq)
        #expect(draft.contains("更新口径 #1"))
        #expect(draft.contains("原回答 低速轻微声响属正常"))
        #expect(try await house.say("1", as: hq).contains("已更新口径 #1"))
        // The same question again is no second entry.
        #expect(try await house.say("新增口径 问题：刹车异响怎么解释？ 回答：以新通知为准", as: hq).contains("更新口径 #1"))
        _ = try await house.say("1", as: hq)
        let entry = try #require(try await house.all().first)
        #expect(entry.version == 3)
        let history = try await house.bot.revisions(of: 1)
        #expect(history.map(\.kind) == [.filed, .changed, .changed])
        #expect(history[0].entry.content.answer.hasPrefix("低速轻微"))
        #expect(history[1].entry.content.answer == "请到店检测")
        let shown = try await house.say("查看口径 1", as: hq)
        #expect(shown.contains("赵敏 新增：低速轻微声响属正常"))
        #expect(shown.contains("赵敏 更新：以新通知为准"))
    }

    @Test("whoever confirms what somebody else has changed meanwhile is shown it again")
    func overtaken() async throws {
        let house = try await KnowledgeHouse()
        try await house.file(Self.brake)
        _ = try await house.say("修改口径 1 回答：第一种", as: KnowledgeHouse.headquarters)
        _ = try await house.say("修改口径 1 回答：第二种", as: KnowledgeHouse.second)
        _ = try await house.say("1", as: KnowledgeHouse.second)
        let answer = try await house.say("1", as: KnowledgeHouse.headquarters)
        #expect(answer.contains("还没有保存"))
        #expect(answer.contains("原回答 第二种"))
        #expect(try await house.all().first?.content.answer == "第二种")
    }

    @Test("retiring needs a reason, and the number is never given again")
    func retiring() async throws {
        let house = try await KnowledgeHouse()
        let hq = KnowledgeHouse.headquarters
        try await house.file(Self.brake)
        #expect(try await house.say("停用口径 1", as: hq).contains("需要写原因"))
        #expect(try await house.say("停用口径 1 原因：政策已变", as: hq).contains("已停用口径 #1"))
        #expect(try await house.say("停用口径 1 原因：政策已变", as: hq).contains("已经停用"))
        #expect(try await house.say("修改口径 1 回答：又有了", as: hq).contains("已经停用"))
        try await house.file(Self.brake)
        #expect(try await house.all().map(\.number) == [2, 1])
        #expect(!(try await house.say("口径列表", as: hq)).contains("#1 "))
    }

    @Test("a list has pages")
    func pages() async throws {
        let house = try await KnowledgeHouse()
        let hq = KnowledgeHouse.headquarters
        for number in 1...10 { try await house.file("问题：第\(number)种故障灯 回答：请到店") }
        let first = try await house.say("口径列表", as: hq)
        #expect(first.contains("共 10 条，新的在前，第 1–8 条"))
        let second = try await house.say("更多", as: hq)
        #expect(second.contains("第 9–10 条"))
        #expect(second.contains("#1 第1种故障灯"))
    }

    @Test("an entry is not given another one's question and place, and which one has it is said")
    func taken() async throws {
        let house = try await KnowledgeHouse()
        try await house.file("问题：刹车异响怎么解释 回答：请到店检测")
        try await house.file("问题：保养多少钱 回答：以门店报价为准")
        let answer = try await house.say("修改口径 2 问题：刹车异响怎么解释", as: KnowledgeHouse.headquarters)
        #expect(answer.contains("口径 #1 已经是这个问题和范围"), "\(answer)")
        _ = try await house.say("1", as: KnowledgeHouse.headquarters)
        let shown = try await house.say("查看口径 2", as: KnowledgeHouse.headquarters)
        #expect(shown.contains("保养多少钱"), "\(shown)")
    }
}

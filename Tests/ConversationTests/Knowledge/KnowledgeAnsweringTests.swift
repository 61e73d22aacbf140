import EarshotTesting
import Testing

@testable import Earshot

@Suite("Answering with lines to take")
struct KnowledgeAnsweringTests {
    @Test(
        "a question that asks what to say, and one the router does not know, find the line with approver and dates"
    )
    func found() async throws {
        let house = try await KnowledgeHouse()
        try await house.file("问题：刹车异响怎么解释 回答：低速轻微声响属正常 有效期：到12月31日")
        try await house.file("问题：订金能退吗 回答：七日内全额退还")
        let told = try await house.say("客户说刹车有异响怎么跟客户解释")
        #expect(told.contains("低速轻微声响属正常"))
        #expect(told.contains("批准：赵敏 · 2026-11-21 · 有效至 2026-12-31 · 全国 · #1"))
        let asked = try await house.say("交的订金怎么退")
        #expect(asked.contains("七日内全额退还"))
        #expect(asked.contains("长期有效"))
    }

    @Test("a question about voices stays one")
    func insight() async throws {
        let house = try await KnowledgeHouse()
        try await house.file("问题：实际油耗比宣传高怎么解释 回答：工况不同 也叫：油耗虚标")
        let answer = try await house.say("油耗怎么样")
        #expect(answer.contains("杭州 · 油耗"))
        #expect(!answer.contains("工况不同"))
    }

    @Test("what nothing fits is said to be unknown and counted, without personal data")
    func silent() async throws {
        let house = try await KnowledgeHouse()
        try await house.file("问题：刹车异响怎么解释 回答：低速轻微声响属正常")
        for _ in 1...2 {
            let answer = try await house.say("座椅加热怎么打开 13812345678 怎么跟客户说")
            #expect(answer.contains("还没有这方面的统一口径"))
        }
        _ = try await house.say("车顶帐篷装得上么")
        let list = try await house.say("没答上的问题", as: KnowledgeHouse.headquarters)
        #expect(list.contains("2 次"))
        #expect(!list.contains("13812345678"))
        #expect(list.contains("1 新增口径："))
        let how = try await house.say("1", as: KnowledgeHouse.headquarters)
        #expect(how.contains("请把回答一起发给我：新增口径 问题：座椅加热怎么打开"))
    }

    @Test("an entry that is over or retired is never given")
    func validity() async throws {
        let house = try await KnowledgeHouse()
        let asking = "客户说刹车异响怎么跟客户解释"
        try await house.file("问题：刹车异响怎么解释 回答：低速轻微声响属正常 有效期：今天")
        #expect(try await house.say(asking).contains("属正常"))
        house.clock.advance(by: .seconds(86_400))
        #expect(!(try await house.say(asking)).contains("属正常"))
        #expect(!(try await house.say("口径 1")).contains("属正常"))
        try await house.file("问题：刹车异响怎么解释 回答：又可以说了 有效期：长期")
        #expect(try await house.say(asking).contains("又可以说了"))
        _ = try await house.say("停用口径 1 原因：有误", as: KnowledgeHouse.headquarters)
        #expect(!(try await house.say(asking)).contains("又可以说了"))
    }

    @Test("a person gets what holds for the nation or the own place, and the narrower of two")
    func scope() async throws {
        let house = try await KnowledgeHouse()
        let asking = "置换补贴有多少 怎么跟客户说"
        try await house.file("问题：置换补贴有多少 回答：华东八千 范围：华东")
        #expect(try await house.say(asking).contains("华东八千"))
        #expect(try await house.say(asking, as: KnowledgeHouse.manager).contains("华东八千"))
        #expect(!(try await house.say(asking, as: KnowledgeHouse.southDealer)).contains("华东八千"))
        #expect(!(try await house.say("口径 1", as: KnowledgeHouse.southDealer)).contains("华东八千"))
        #expect(!(try await house.say("口径列表", as: KnowledgeHouse.southDealer)).contains("置换"))
        try await house.file("问题：置换补贴有多少 回答：全国五千")
        try await house.file("问题：置换补贴有多少 回答：杭州一万 范围：杭州")
        #expect(try await house.say(asking).contains("杭州一万"))
        #expect(try await house.say(asking, as: KnowledgeHouse.southDealer).contains("全国五千"))
    }

    @Test("two that fit nearly equally are numbered choices")
    func choices() async throws {
        let house = try await KnowledgeHouse()
        try await house.file("问题：电池质保几年 回答：八年")
        try await house.file("问题：轮胎质保几年 回答：一年")
        let which = try await house.say("口径 质保几年")
        #expect(which.contains("请选一条"))
        #expect(which.contains("1 口径："))
        #expect(which.contains("2 口径："))
        let chosen = try await house.say("1")
        #expect(chosen.contains("八年") || chosen.contains("一年"))
    }
}

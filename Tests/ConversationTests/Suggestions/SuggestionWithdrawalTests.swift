import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Suggestions that are taken back")
struct SuggestionWithdrawalTests {
    @Test("whoever filed it takes it back: it stands in lists no more, and those who support it are told")
    func withdraws() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议：高速油耗显示不准，请改算法")
        _ = try await house.say("支持 1", as: SuggestionHouse.colleague)
        let answer = try await house.say("撤回建议 1")
        #expect(answer.contains("建议 #1「高速油耗显示不准，请改算法」已撤回"), "\(answer)")
        #expect(answer.contains("我会通知支持它的人"), "\(answer)")
        #expect(try await house.stored()?.state == .withdrawn)
        #expect(try await house.bot.history(of: 1).map(\.kind) == [.filed, .supported, .withdrawn])
        for (text, person) in [
            ("建议列表", SuggestionHouse.headquarters), ("我的建议", SuggestionHouse.dealer),
            ("我的建议", SuggestionHouse.colleague),
        ] {
            let list = try await house.say(text, as: person)
            #expect(!list.contains("#1"), "\(list)")
        }
        let waiting = try await house.bot.noticesWaiting(since: Timestamp(milliseconds: 0))
        #expect(waiting.map(\.person) == [SuggestionHouse.colleague.id])
        #expect(waiting.map(\.step.kind) == [.withdrawn])
        let shown = try await house.say("#1 进度")
        #expect(shown.contains("已撤回"), "\(shown)")
    }

    @Test("the same words may be filed again afterwards")
    func again() async throws {
        let house = try SuggestionHouse()
        for _ in 0..<2 { _ = try await house.say("建议：高速油耗显示不准，请改算法") }
        #expect(try await house.all().count == 1)
        _ = try await house.say("撤回建议 1")
        let answer = try await house.say("建议：高速油耗显示不准，请改算法")
        #expect(answer.contains("已收到建议 #2"), "\(answer)")
    }

    @Test("nobody else takes it back, nor anybody once it was decided about or others became a part of it")
    func refused() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议：高速油耗显示不准，请改算法")
        let other = try await house.say("撤回建议 1", as: SuggestionHouse.headquarters)
        #expect(other.contains("只有提出人能撤回建议 #1"), "\(other)")
        _ = try await house.say("采纳 1", as: SuggestionHouse.headquarters)
        let late = try await house.say("撤回建议 1")
        #expect(late.contains("建议 #1 现在是「已采纳」，不能直接改为「撤回」"), "\(late)")
        _ = try await house.say("建议：周末多排两个技师")
        _ = try await house.say("建议：展厅增加充电桩", as: SuggestionHouse.colleague)
        _ = try await house.say("合并 3 到 2", as: SuggestionHouse.headquarters)
        let whole = try await house.say("撤回建议 2")
        #expect(whole.contains("别人的建议已并入 #2，不能撤回"), "\(whole)")
        #expect(try await house.stored(1)?.state == .accepted)
        #expect(try await house.stored(2)?.state == .open)
    }

    @Test("nothing is done with one that was taken back")
    func closed() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议：高速油耗显示不准，请改算法")
        _ = try await house.say("撤回建议 1")
        for text in ["采纳 1", "#1 交给产品部", "#1 月底前"] {
            _ = try await house.say(text, as: SuggestionHouse.headquarters)
        }
        _ = try await house.say("支持 1", as: SuggestionHouse.colleague)
        let stored = try await house.stored()
        #expect(stored?.state == .withdrawn && stored?.department == nil && stored?.due == nil)
        #expect(stored?.supporters.isEmpty == true)
        #expect(try await house.bot.history(of: 1).map(\.kind) == [.filed, .withdrawn])
    }

    @Test("whoever decides about one that was just taken back reads that its filer took it back")
    func late() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议：高速油耗显示不准，请改算法")
        _ = try await house.say("撤回建议 1")
        let again = try await house.say("撤回建议 1")
        #expect(again.contains("您已撤回建议 #1") && !again.contains("提出人"), "\(again)")
        for text in ["采纳 1", "#1 月底前"] {
            let answer = try await house.say(text, as: SuggestionHouse.headquarters)
            #expect(answer.contains("建议 #1 已由提出人撤回") && !answer.contains("定"), "\(answer)")
        }
        #expect(try await house.stored()?.state == .withdrawn)
    }

    @Test("several are decided about with one message, and each is answered")
    func several() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议：高速油耗显示不准，请改算法")
        _ = try await house.say("建议：周末多排两个技师")
        let answer = try await house.say("采纳 1，2", as: SuggestionHouse.headquarters)
        #expect(answer.contains("建议 #1") && answer.contains("建议 #2"), "\(answer)")
        #expect(try await house.all().map(\.state) == [.accepted, .accepted])
        #expect(try await house.all().allSatisfy { $0.reason == nil })
    }

    @Test("a warning's number decides about no suggestion, and that is said")
    func warningsNumber() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议：高速油耗显示不准，请改算法")
        _ = try await house.say("#1 进度", as: SuggestionHouse.headquarters)
        let answer = try await house.say("采纳A3", as: SuggestionHouse.headquarters)
        #expect(answer.contains("A3 是预警的编号。建议的编号写作 #3"), "\(answer)")
        #expect(try await house.stored()?.state == .open)
    }

    @Test("commands and questions are answered while a form is open, and it goes on")
    func formGoesOn() async throws {
        let house = try SuggestionHouse()
        let person = SuggestionHouse.headquarters
        _ = try await house.say("建议：高速油耗显示不准，请改算法")
        _ = try await house.say("我要提建议", as: person)
        for text in ["A20 已解决，配件已换", "全国油耗近30天"] {
            let answer = try await house.say(text, as: person)
            #expect(answer.contains("您的建议还没提交。接着请告诉我：您想提什么建议？"), "\(answer)")
        }
        let decided = try await house.say("不采纳 1 因为成本太高", as: person)
        #expect(decided.contains("记为不采纳"), "\(decided)")
        #expect(try await house.stored()?.state == .declined)
        let about = try await house.say("周末多排两个技师", as: person)
        #expect(about.contains("它是关于哪个产品或服务的"), "\(about)")
        let command = try await house.say("通报", as: person)
        #expect(command.contains("接着请告诉我：它是关于哪个产品或服务的"), "\(command)")
        let product = try await house.say("售后预约", as: person)
        #expect(product.contains("有多急"), "\(product)")
    }
}

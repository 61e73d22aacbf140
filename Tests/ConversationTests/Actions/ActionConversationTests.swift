import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot

@Suite("Agreed actions in the chat")
struct ActionConversationTests {
    @Test("a manager records who does what until when, and it stands under its number")
    func recording() async throws {
        let house = try ActionHouse()
        let answer = try await house.say("行动 王芳 12月15日前 复查杭州门店的保养排队")
        #expect(answer == "已记下行动 R1（杭州）：王芳，12/15 前复查杭州门店的保养排队。\n我会告诉王芳。")
        let stored = try #require(try await house.stored())
        #expect(stored.owner == "wangfang" && stored.recorder == "liqiang")
        #expect(stored.due == Day(year: 2026, month: 12, day: 15) && stored.place == .city("杭州"))
        #expect(stored.words == "复查杭州门店的保养排队")
        #expect(try await house.trail() == ["liqiang action.recorded R1"])
    }

    @Test(
        "who, when and what are found in whatever order and with whatever signs between them",
        arguments: [
            "行动：王芳，12月15日前，复查排队", "行动 王芳12月15日前复查排队", "行动 12月15日前 王芳 复查排队",
            "新增行动 王芳 复查排队 12月15日前", "行动 王芳 12/15 复查排队", "行动 王芳 12月15日复查排队", "行动:王芳 24天内 复查排队",
        ])
    func wordings(_ text: String) async throws {
        let house = try ActionHouse()
        #expect(try await house.say(text).contains("已记下行动 R1"), "\(text)")
        let stored = try #require(try await house.stored())
        #expect(stored.owner == "wangfang" && stored.words == "复查排队")
        #expect(stored.due == Day(year: 2026, month: 12, day: 15))
    }

    @Test(
        "what lacks somebody, a day or a matter, or is of a day that is over, is not recorded",
        arguments: [
            "行动 王芳 复查排队", "行动 12月15日前", "行动 王芳 12月15日前", "行动 王芳 2026-11-01前 复查排队",
        ])
    func incomplete(_ text: String) async throws {
        let house = try ActionHouse()
        let answer = try await house.say(text)
        #expect(answer.contains("没有记下") && answer.contains("行动 姓名 12月15日前"), "\(answer)")
        #expect(try await house.stored() == nil)
        #expect(try await house.trail().isEmpty)
    }

    @Test("somebody nobody knows is refused, and so is somebody of another region")
    func strangers() async throws {
        let house = try ActionHouse()
        #expect(try await house.say("行动 张三丰 12月15日前 复查排队").contains("通讯录里没有「张三丰」"))
        let south = ActionHouse.southDealer
        let answer = try await house.say("行动 \(south.name) 12月15日前 复查排队")
        #expect(answer.contains("不在您负责的区域"), "\(answer)")
        #expect(try await house.stored() == nil)
        // Headquarters agrees with everybody.
        let agreed = try await house.say("行动 \(south.name) 12月15日前 复查排队", as: ActionHouse.headquarters)
        #expect(agreed.contains("已记下") && agreed.contains("（广州）"))
    }

    @Test("of two people of a name the one that is chosen is meant")
    func namesakes() async throws {
        let house = try ActionHouse(others: [ActionHouse.namesake])
        let asked = try await house.say("行动 王芳 12月15日前 复查排队")
        #expect(asked.contains("通讯录里有 2 位王芳"))
        #expect(asked.contains("1 王芳（杭州西湖店）") && asked.contains("2 王芳（宁波鄞州店）"), "\(asked)")
        #expect(try await house.stored() == nil)
        let answer = try await house.say("2")
        #expect(answer.contains("（宁波）：王芳"), "\(answer)")
        let stored = try await house.bot.actions(ActionFilter(), within: .all, offset: 0, limit: 9)
        #expect(stored.map(\.owner) == ["wangfang2"])
        // Somebody's identifier says who is meant.
        _ = try await house.say("行动 wangfang 12月15日前 复查排队")
        let both = try await house.bot.actions(ActionFilter(), within: .all, offset: 0, limit: 9)
        #expect(both.map(\.owner) == ["wangfang2", "wangfang"])
    }

    @Test("a dealer agrees on nothing, and in a group nobody does")
    func roles() async throws {
        let house = try ActionHouse()
        let answer = try await house.say("行动 王芳 12月15日前 复查排队", as: ActionHouse.dealer)
        #expect(answer.contains("由区域经理和总部约定"))
        #expect(try await house.say("行动 王芳 12月15日前 复查排队", inGroup: true).contains("单聊"))
        #expect(try await house.stored() == nil)
    }

    @Test("whoever does it finishes it once, with how it was done")
    func finishing() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        let answer = try await house.say("完成 R1 已排两班，电话 13812345678", as: ActionHouse.dealer)
        #expect(answer.contains("行动 R1「复查排队」已完成：已排两班") && !answer.contains("13812345678"), "\(answer)")
        #expect(answer.contains("我会告诉李强"))
        let again = try await house.say("R1 完成了", as: ActionHouse.dealer)
        #expect(again.contains("已经完成"), "\(again)")
        #expect(
            try await house.trail() == ["liqiang action.recorded R1", "wangfang action.done R1"])
    }

    @Test("what was ended by mistake is opened again, which who does it and who recorded it are told")
    func reopening() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        _ = try await house.told()
        #expect(try await house.say("重新打开 R1").contains("还在进行中"))
        #expect(try await house.say("重新打开 R1", as: ActionHouse.dealer).contains("还在进行中"))
        _ = try await house.say("完成 R1", as: ActionHouse.dealer)
        #expect(try await !house.say("重新打开 R1", as: ActionHouse.ningboDealer).contains("打开了"))
        _ = try await house.say("行动1 重新打开", as: ActionHouse.dealer)
        #expect(try await house.told()["liqiang"]?.contains("重新打开了") == true)
        _ = try await house.say("取消行动 R1")
        _ = try await house.told()
        #expect(try await house.say("重新打开 R1", as: ActionHouse.dealer).contains("请找李强"))
        let opened = try await house.say("R1 撤销取消")
        #expect(opened.contains("行动 R1「复查排队」重新打开了，12/15 前完成") && opened.contains("我会告诉王芳"), "\(opened)")
        #expect(try await house.told()["wangfang"]?.contains("重新打开了") == true)
        #expect(try await house.stored()?.state == .open)
    }

    @Test("a list of those whose day has passed, and one that is stuck is shown")
    func late() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        _ = try await house.say("行动 王芳 11月25日前 换展车")
        house.clock.advance(by: .seconds(7 * 86_400))
        let late = try await house.say("逾期的行动有哪些")
        #expect(late.contains("逾期 1 项") && late.contains("换展车") && !late.contains("复查排队"), "\(late)")
        let stuck = try await house.say("R1做不完", as: ActionHouse.dealer)
        #expect(stuck.contains("复查排队"), "\(stuck)")
        #expect(try await house.stored()?.state == .open)
    }

    @Test("the manager cancels it or gives it another day; whoever does it may not")
    func changing() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        #expect(try await house.say("R1 改到12月20日", as: ActionHouse.dealer).contains("请找李强"))
        #expect(try await house.say("R1 改到12月20日").contains("改到 12/20 前"))
        #expect(try await house.say("R1 改到12月20日").contains("本来就是 12/20"))
        #expect(try await house.say("R1 改到昨天").contains("没看出改到哪一天"))
        #expect(try await house.say("取消行动 R1", as: ActionHouse.dealer).contains("请找李强"))
        #expect(try await house.say("取消行动 R1 门店已关").contains("已取消：门店已关"))
        #expect(try await house.say("完成 R1").contains("已经取消"))
        #expect(
            try await house.trail() == [
                "liqiang action.recorded R1", "liqiang action.moved R1", "liqiang action.cancelled R1",
            ])
    }

    @Test(
        "what headquarters agreed on a manager may finish, but neither cancel nor move; all concerned hear of it"
    )
    func headquarters() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队", as: ActionHouse.headquarters)
        _ = try await house.told()
        for text in ["取消行动 R1", "R1 改到12月20日", "R1 延期一周"] {
            #expect(try await house.say(text).contains("请找\(ActionHouse.headquarters.name)"), "\(text)")
        }
        #expect(try await house.stored()?.version == 0)
        #expect(try await house.say("完成 R1").contains("我会告诉王芳和\(ActionHouse.headquarters.name)"))
        let told = try await house.told()
        #expect(told.keys.sorted() == ["wangfang", ActionHouse.headquarters.id].sorted(), "\(told)")
    }

    @Test("whoever recorded it hears that headquarters moved or cancelled it")
    func overruled() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        _ = try await house.told()
        _ = try await house.say("R1 改到12月20日", as: ActionHouse.headquarters)
        let moved = try await house.told()
        #expect(moved.keys.sorted() == ["liqiang", "wangfang"], "\(moved)")
        #expect(moved.values.allSatisfy { $0.contains("改到 12/20 前") })
        _ = try await house.say("取消行动 R1", as: ActionHouse.headquarters)
        #expect(try await house.told().keys.sorted() == ["liqiang", "wangfang"])
        #expect(try await house.told().isEmpty)
    }

    @Test(
        "only a day that stands by itself or right behind the name is the deadline",
        arguments: [
            ("行动 王芳 复查12月1日前的投诉 12月15日前", "复查12月1日前的投诉"), ("行动 王芳 3号展厅换灯 12月15日前", "3号展厅换灯"),
            ("行动 王芳 12月15日前 回访3天内提车的客户", "回访3天内提车的客户"),
        ])
    func deadlines(_ text: String, _ words: String) async throws {
        let house = try ActionHouse()
        #expect(try await house.say(text).contains("已记下行动 R1"), "\(text)")
        let stored = try #require(try await house.stored())
        #expect(stored.due == Day(year: 2026, month: 12, day: 15) && stored.words == words)
        #expect(stored.owner == "wangfang")
    }

    @Test(
        "of two days, a question or a day that would be next year's nothing is recorded",
        arguments: [
            "行动 王芳 12月1日 复查 12月15日前", "行动 王芳 12月15日前的做完了吗？", "行动 王芳 12月15日前 做完了吗？",
            "行动 王芳 10月15日前 复查排队", "行动 王芳 3号展厅换灯",
        ])
    func unclear(_ text: String) async throws {
        let house = try ActionHouse()
        let answer = try await house.say(text)
        #expect(!answer.contains("已记下"), "\(answer)")
        #expect(try await house.stored() == nil)
        // January is near.
        #expect(try await house.say("行动 王芳 1月5日前 复查排队").contains("2027/01/05"))
    }

    @Test("an action is put off or brought forward from the day it has, and one that is overdue from today")
    func spans() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        for (text, day) in [
            ("R1 延期一周", "12/22"), ("R1 提前3天", "12/19"), ("推迟 R1 两周", "2027/01/02"),
            ("R1 改到3天后", "11/24"),
        ] {
            let answer = try await house.say(text)
            #expect(answer.contains("改到 \(day) 前"), "\(text): \(answer)")
        }
        #expect(try await house.say("R1 提前10天").contains("没看出改到哪一天"))
        house.clock.advance(by: .seconds(10 * 86_400))
        #expect(try await house.say("R1 延期一周").contains("改到 12/08 前"))
        // A day that is over is not next year's.
        house.clock.advance(by: .seconds(15 * 86_400))
        #expect(try await house.say("R1 改到12月15日").contains("没看出改到哪一天"))
    }

    @Test(
        "several at once, one that is not finished and words that are too long change nothing, and it is said"
    )
    func doubtful() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        _ = try await house.say("行动 王芳 12月15日前 换展车")
        #expect(try await house.say("完成 R1、R2").contains("一次只能改一项"))
        #expect(try await house.say("完成 R1 还差两家店").contains("还没做完，没有改动"))
        #expect(try await house.say("R1 完成了，还剩一家").contains("还没做完"))
        let long = String(repeating: "长", count: 201)
        #expect(try await house.say("完成 R1 \(long)").contains("最多写 200 个字"))
        #expect(try await house.say("行动 王芳 12月15日前 \(long)").contains("最多写 200 个字"))
        for number in [1, 2] as [Int64] { #expect(try await house.stored(number)?.version == 0) }
        #expect(try await house.stored(3) == nil)
        #expect(try await house.say("完成 R1 客户没再投诉").contains("已完成：客户没再投诉"))
    }

    @Test("the own ones are those that one does oneself")
    func own() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        _ = try await house.say("行动 李强 12月15日前 走访门店")
        let own = try await house.say("我的行动")
        #expect(own.contains("我的行动列表") && own.contains("R2 李强") && !own.contains("R1"), "\(own)")
        #expect(own.contains("请说「完成 R2」"))
        #expect(try await house.say("行动列表").contains("R1"))
    }

    @Test("nobody learns of actions of another region, under whatever number")
    func scope() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        for person in [ActionHouse.southManager, ActionHouse.southDealer, ActionHouse.ningboDealer] {
            for text in ["完成 R1", "取消行动 R1", "R1 改到12月20日", "查看行动 R1"] {
                let answer = try await house.say(text, as: person)
                #expect(answer.contains("没有行动 R1"), "\(person.name) \(text): \(answer)")
                #expect(!answer.contains("复查排队"))
            }
            #expect(try await house.say("行动列表", as: person).contains("没有进行中的行动"))
        }
        #expect(try await house.stored()?.version == 0)
    }

    @Test("the list has what is open, due first, of a place where one is named")
    func listing() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        _ = try await house.say("行动 陈洁 12月1日前 换展车")
        let list = try await house.say("行动列表")
        #expect(list.contains("进行中 2 项"))
        let lines = list.split(separator: "\n")
        #expect(lines.first { $0.hasPrefix("R") } == "R2 陈洁 · 宁波 · 换展车 · 12/01 前", "\(list)")
        let hangzhou = try await house.say("杭州的行动列表")
        #expect(hangzhou.contains("R1") && !hangzhou.contains("R2"), "\(hangzhou)")
        #expect(try await house.say("看看行动列表", as: ActionHouse.dealer).contains("R1 王芳"))
        _ = try await house.say("完成 R2", as: ActionHouse.ningboDealer)
        #expect(try await house.say("行动列表").contains("进行中 1 项"))
    }

    @Test(
        "what only looks like a command about an action is none",
        arguments: [
            "行动不便的客户怎么办", "完成 R1 了吗", "油耗怎么样", "取消", "R1", "看看R1", "R1 到店客户少", "R1 改装的客户多",
        ])
    func others(_ text: String) async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        let answer = try await house.say(text, as: ActionHouse.dealer)
        #expect(!answer.contains("复查排队") && !answer.contains("没有行动"), "\(answer)")
        #expect(try await house.stored()?.state == .open)
        #expect(try await house.trail().count == 1)
    }

    @Test("what was acknowledged is there after a restart, and the message sent again changes nothing")
    func restart() async throws {
        let house = try ActionHouse()
        let answer = try await house.say("行动 王芳 12月15日前 复查排队", id: "m1")
        await house.bot.close()
        let again = try ActionHouse(reopening: house)
        #expect(try await again.say("行动 王芳 12月15日前 复查排队", id: "m1") == answer)
        let next = try await again.say("行动 王芳 12月16日前 再查一次")
        #expect(next.contains("R2"))
        #expect(try await again.say("行动列表").contains("进行中 2 项"))
    }
}

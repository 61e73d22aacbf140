import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot

/// On a Saturday, 11/21.
@Suite("How agreed actions are spoken of")
struct ActionWordingTests {
    @Test(
        "an action is one person's: where two are named, nothing is recorded and that is said",
        arguments: [
            "行动 王芳、陈洁 12月15日前 交整改报告", "行动 王芳和陈洁 12月15日前 交整改报告", "行动 王芳 12月15日前 陈洁 交整改报告",
            "行动 王芳 陈洁与赵敏 12月15日前 交整改报告",
        ])
    func severalPeople(_ text: String) async throws {
        let house = try ActionHouse()
        let answer = try await house.say(text, as: ActionHouse.headquarters)
        #expect(answer.contains("一项行动只由一个人做"), "\(answer)")
        #expect(try await house.stored() == nil)
    }

    @Test(
        "of somebody beside the one who does it whom nobody knows it is said that nobody does",
        arguments: [
            "行动 王芳、王某某 12月15日前 交整改报告", "行动 王芳和王某某 12月15日前 交整改报告", "行动 12月15日前 交整改报告，王芳和王某某 负责",
            "行动 王芳 12月15日前 交整改报告，由王芳和王某某负责", "行动 王芳 12月15日前 王芳和王某某 交整改报告",
        ])
    func strangerBeside(_ text: String) async throws {
        let house = try ActionHouse()
        let answer = try await house.say(text)
        #expect(answer.contains("通讯录里没有「王某某」；一项行动只由一个人做"), "\(answer)")
        #expect(try await house.stored() == nil)
    }

    @Test(
        "a name nobody has is refused though a known one stands at the end",
        arguments: [
            ("行动 王风 12月15日前 交接资料给 陈洁", "王风"), ("行动 张三丰 12月15日前 拜访客户，王芳", "张三丰"),
        ])
    func strangerFirst(_ text: String, name: String) async throws {
        let house = try ActionHouse()
        let answer = try await house.say(text, as: ActionHouse.headquarters)
        #expect(answer.contains("通讯录里没有「\(name)」"), "\(answer)")
        #expect(try await house.stored() == nil)
    }

    @Test(
        "whoever stands at the end does what is named before the day or behind it",
        arguments: ["行动 复查排队 12月15日前，王芳", "行动：12月15日前回访12位客户，王芳", "行动 12月15日前 回访客户，由王芳负责"])
    func atTheEnd(_ text: String) async throws {
        let house = try ActionHouse()
        #expect(try await house.say(text).contains("已记下行动 R1"), "\(text)")
        #expect(try await house.stored()?.owner == "wangfang")
    }

    @Test(
        "what customers and stores do is nobody's name",
        arguments: [
            "行动 王芳 12月15日前 门店和客户 回访", "行动 王芳、复查保养排队、12月15日前", "行动 王芳 12月15日前 和售后一起交报告",
            "行动 王芳 12月15日前 跟陈洁 交接库存", "行动 王芳 12月15日前 和陈洁、赵敏 一起交报告", "行动 王芳 12月15日前 王芳 交报告",
            "行动 王芳 12月15日前 与陈洁和售后 对账", "行动 王芳、复查 12月15日前", "行动 王芳 12月15日前 同陈洁 对账",
            "行动 王芳 12月15日前 陈洁和售后 的账对一遍",
        ])
    func noStranger(_ text: String) async throws {
        let house = try ActionHouse()
        #expect(try await house.say(text).contains("已记下行动 R1"), "\(text)")
        #expect(try await house.stored()?.owner == "wangfang")
    }

    @Test(
        "of two deadlines nobody knows which is meant, and that is said",
        arguments: [
            "行动 王芳 12月5日前检查12月10日前整改", "行动 王芳 12月5日前 检查排队，月底前整改", "行动 王芳 检查12月5日前整改 12月10日前",
            "行动 王芳 12月5日前 检查下周五前整改", "行动 王芳 12月5日前 检查12月10日前整改展厅的灯",
        ])
    func twoDeadlines(_ text: String) async throws {
        let house = try ActionHouse()
        let answer = try await house.say(text)
        #expect(answer.contains("没有记下") && answer.contains("期限只写一个"), "\(answer)")
        #expect(try await house.stored() == nil)
    }

    @Test(
        "a day that says of what is no deadline",
        arguments: [
            "行动 王芳 年底前 复查12月1日前的投诉", "行动 王芳 年底前 回访12月1日前投诉的客户", "行动 王芳 年底前 回访两周前投诉客户",
            "行动 王芳 年底前 回访11月1日前投诉客户", "行动 王芳 年底前 完成月底前冲量方案",
        ])
    func saysOfWhat(_ text: String) async throws {
        let house = try ActionHouse()
        #expect(try await house.say(text).contains("已记下行动 R1"), "\(text)")
        #expect(try await house.stored()?.due == Day(year: 2026, month: 12, day: 31))
    }

    @Test(
        "another day is said with or without a word for it",
        arguments: ["R1 12月20日前", "改 R1 到12月20日", "把R1改到12月20日", "行动 R1 12月20日前完成", "R1 改成12月20日"])
    func days(_ text: String) async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        _ = try await house.say("杭州油耗怎么样")
        let answer = try await house.say(text)
        #expect(answer.contains("改到 12/20 前完成"), "\(answer)")
        #expect(try await house.stored()?.due == Day(year: 2026, month: 12, day: 20))
    }

    @Test("whether it is done is answered with how it stands, and nothing is changed")
    func asked() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        for text in ["R1 完成了吗", "R1完成没有？", "R1 进展如何"] {
            let answer = try await house.say(text)
            #expect(answer.hasPrefix("行动 R1\n"), "\(text): \(answer)")
            #expect(answer.contains("12/15 前\n约定人 李强"), "\(answer)")
        }
        #expect(try await house.stored()?.state == .open)
    }

    @Test(
        "how one is agreed on is told",
        arguments: ["行动怎么记", "怎么约定行动？", "行动怎么用"])
    func how(_ text: String) async throws {
        let house = try ActionHouse()
        let answer = try await house.say(text)
        #expect(answer.contains("约定行动请说「行动 姓名 12月15日前"), "\(answer)")
        #expect(try await house.say(text, as: ActionHouse.dealer).contains("由区域经理和总部约定"))
    }

    @Test("what somebody does is listed by the name, within what may be seen")
    func ofPerson() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        _ = try await house.say("行动 陈洁 12月10日前 交报告")
        for text in ["王芳的行动", "看看王芳的行动列表", "王芳有哪些行动？"] {
            let answer = try await house.say(text)
            #expect(answer.hasPrefix("王芳的行动列表"), "\(text): \(answer)")
            #expect(answer.contains("R1") && !answer.contains("R2"), "\(answer)")
        }
        #expect(try await house.say("张三丰的行动").contains("通讯录里没有「张三丰」"))
        #expect(try await house.say("杭州的行动").contains("杭州的行动列表"))
        let other = try await house.say("陈洁的行动", as: ActionHouse.dealer)
        #expect(!other.contains("R2") && !other.contains("交报告"), "\(other)")
        let south = try await house.say("王芳的行动", as: ActionHouse.southManager)
        #expect(!south.contains("R1"), "\(south)")
    }

    @Test("what somebody shall do until a day is recorded once that is confirmed")
    func wished() async throws {
        let house = try ActionHouse()
        let asked = try await house.say("让王芳下周三前把展车换了")
        #expect(asked.contains("要约定这项行动吗？王芳，11/25 前把展车换了"), "\(asked)")
        #expect(try await house.stored() == nil)
        let answer = try await house.say("1")
        #expect(answer.contains("已记下行动 R1（杭州）：王芳，11/25 前把展车换了"), "\(answer)")
        #expect(try await house.say("让张三丰下周三前把展车换了").contains("通讯录里没有「张三丰」"))
        let customers = try await house.say("让客户下周三前来提车")
        #expect(!customers.contains("行动") && !customers.contains("通讯录"), "\(customers)")
    }

    @Test(
        "what shall be done by whom nobody knows as a person is no action",
        arguments: ["让师傅明天前检查一下刹车", "请务必月底前联系客户", "安排培训月底前完成", "请严格月底前整改"])
    func nobodysWish(_ text: String) async throws {
        let house = try ActionHouse()
        let answer = try await house.say(text)
        #expect(!answer.contains("通讯录") && !answer.contains("没有记下"), "\(answer)")
        #expect(try await house.say("安排给王芳12月5日前处理库存").contains("要约定这项行动吗？王芳，12/05 前处理库存"))
    }

    @Test(
        "polite words before a name are no part of it",
        arguments: ["请看王芳的行动", "想看王芳的行动", "列出王芳的行动", "帮我看看王芳的行动"])
    func politeList(_ text: String) async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        let answer = try await house.say(text)
        #expect(answer.hasPrefix("王芳的行动列表") && answer.contains("R1"), "\(answer)")
    }

    @Test("which ones there are now is asked of all", arguments: ["我们有哪些行动", "现在有哪些行动", "还有哪些行动"])
    func wholeList(_ text: String) async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        let answer = try await house.say(text)
        #expect(answer.hasPrefix("行动列表") && answer.contains("R1"), "\(answer)")
    }

    @Test("what is done in other ways is nobody's name", arguments: ["整改的行动", "特色的行动"])
    func otherActions(_ text: String) async throws {
        #expect(try await !ActionHouse().say(text).contains("通讯录"))
    }

    @Test("of namesakes a manager learns of none in another region")
    func namesakes() async throws {
        let people = [
            Person(
                id: "wl1", name: "王磊", role: .dealer, dealer: ActionHouse.dealer.dealer,
                accounts: ["dingtalk:w1"]),
            Person(
                id: "wl2", name: "王磊", role: .dealer, dealer: ActionHouse.southDealer.dealer,
                accounts: ["dingtalk:w2"]),
        ]
        let house = try ActionHouse(others: people)
        _ = try await house.say("行动 王磊 12月15日前 复查排队", as: ActionHouse.southManager)
        let south = try await house.say("王磊的行动", as: ActionHouse.southManager)
        #expect(south.hasPrefix("王磊的行动列表") && south.contains("R1"), "\(south)")
        let east = try await house.say("王磊的行动")
        #expect(!east.contains("广州") && !east.contains("R1"), "\(east)")
        let all = try await house.say("王磊的行动", as: ActionHouse.headquarters)
        #expect(all.contains("杭州西湖店") && all.contains("广州"), "\(all)")
    }

    @Test("one who is chosen among namesakes may be named in the words as well")
    func chosen() async throws {
        let house = try ActionHouse(others: [ActionHouse.namesake])
        _ = try await house.say("行动 王芳 12月15日前 王芳 交报告")
        #expect(try await house.say("1").contains("已记下行动 R1"))
    }

    @Test("a day alone behind a number may be a slip, and moves nothing")
    func dayAlone() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        for text in ["R1 月底", "R1 明天"] {
            let answer = try await house.say(text)
            #expect(answer.contains("没有改动") && answer.contains("「R1 改到12月20日」"), "\(answer)")
        }
        #expect(try await house.stored()?.version == 0)
    }
}

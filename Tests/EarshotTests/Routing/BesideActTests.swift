import EarshotTesting
import Testing

@testable import Earshot

/// Every test begins behind A1. What is done to a warning that nobody meant, or against what was said, is worse than a question.
@Suite("What stands beside an act on a warning")
struct BesideActTests {
    private func understood(_ text: String) throws -> Understood {
        try RoutingFixture.understood(text, behind: "1", today: RoutingFixture.today + 7)
    }

    @Test(
        "where another one may be meant, not all is settled or the act is only spoken of, none is touched",
        arguments: [
            "误报，不是油耗那条", "不是刹车那条，误报", "油耗那条是真的，这条误报", "先处理油耗那条，这条静默2小时", "杭州那条我在跟，宁波那条误报",
            "杭州那条王磊在处理，宁波那条我来认领", "杭州那条和这条重复，误报", "杭州那条别动，误报", "误报，宁波不是", "已解决，宁波还没有",
            "刹车那条误报，油耗那条我来", "这条是真的，那条误报", "这条还没，那条已解决", "那条误报，这条不是", "那条已解决，这条还没有", "预警3级，误报",
            "预警3次了，误报", "告警5次，误报", "风险2级，已解决", "误报，2次", "预警31%误报", "已解决，3号再看", "误报，26号那次也是",
            "3号电池误报", "3号空调误报", "26号杭州那条误报", "26号油耗那条误报", "杭州3号误报", "26号的预警误报", "27号的是误报",
            "我处理了3起", "我负责3家店", "我来说两句", "认领12台", "杭州已解决预警", "杭州已处理预警", "杭州误报预警", "华东误报预警",
            "今天已解决预警", "已解决预警", "误报预警", "已解决，但客户还在投诉", "已解决，不过还要观察", "误报，可是客户闹", "已解决，只是还没回访",
            "已解决，还差回访", "误报，还在核实", "误报，核实中", "误报，我再核实一下", "误报，我去核实", "误报，需要总部确认", "已解决，明天再确认",
            "误报，先放着", "误报，对吧", "误报，对不对", "已解决，是吧", "误报，谁能确认下", "误报，王磊说的", "已解决，听王磊说",
            "误报，据门店反馈", "这条已解决，杭州那条没解决", "我来不及", "我来杭州了", "我负责华东", "我来不及处理", "认领错了", "我认领错了", "我认为是误报",
            "我认为不是误报",
            "我认识这个客户", "我上报总部了", "我上楼", "我接电话呢", "我管他呢", "我管理的门店", "我跟王磊说了", "我跟门店确认过了", "我跟你说",
            "我来晚了", "我来问一下", "我来转给王磊", "我来安排王磊处理", "认领是什么意思", "认领后怎么办", "静默取消了吗", "静默已解除",
            "静默2小时过了", "静默2小时后又响了", "静默2小时还在响", "静默2小时不够", "静默2小时太长了", "静默2小时是什么意思", "静默期过了",
            "静默没用", "静默太久了", "王磊静默了", "静默的作用", "静默期间谁处理", "12号和13号误报", "12号13号误报", "认领12和13",
            "西湖店那条误报", "王磊那条误报", "上一条误报", "说错了，油耗那条误报", "误报，油耗那条也是", "刹车那条不是误报", "刹车那条可能误报",
            "油耗那条快解决了", "油耗那条别关",
        ])
    func untouched(_ text: String) throws {
        let result = try understood(text)
        #expect(RoutingFixture.acts(result).isEmpty, "\(text): \(RoutingFixture.acts(result))")
    }

    @Test(
        "what is added and says that it goes on, is guessed or is somebody else's to decide leaves it as it is",
        arguments: [
            "已处理，跟进中", "已处理，观察几天", "已处理，配件在途", "已处理，客户没接电话", "已处理，客户要退车", "已处理，问题复现", "已处理，需总部支持",
            "已解决，客户又投诉了", "已解决，部分客户", "已解决，余下的明天处理", "已解决，请审核", "误报，正在核实", "误报，请确认", "误报，请总部判断",
            "误报，领导不同意", "误报，怎么回事", "误报 疑似", "误报 大概率", "A12 第2条误报", "A12昨天转给张伟了", "要不转给张伟",
            "A12已经静默2天了", "静默三天了还没人管", "静默还剩2小时", "静默两小时行不行", "A12暂停交付三天", "A12明天取消静默", "A12处理完后取消静默",
            "A12张伟取消静默了", "A12重新打开了", "A12申请撤销误报", "我来？", "认领？", "大家认领一下", "已处理，客户不满意",
        ])
    func goesOn(_ text: String) throws {
        let result = try understood(text)
        #expect(RoutingFixture.acts(result).isEmpty, "\(text): \(RoutingFixture.acts(result))")
    }

    @Test(
        "of the one that was spoken of the words are judged as if its number stood before them",
        arguments: [
            ("核实了，误报", "dismiss 1"), ("已核实，误报", "dismiss 1"), ("查过了，误报", "dismiss 1"), ("确认是误报", "dismiss 1"),
            ("经门店核实为误报", "dismiss 1"), ("问题已解决", "resolve 1"), ("昨天就解决了", "resolve 1"),
            ("客户的问题已解决", "resolve 1"), ("解决啦", "resolve 1"), ("能不能帮我认领？", "claim 1"),
        ])
    func asIfNumbered(_ text: String, _ act: String) throws {
        #expect(RoutingFixture.acts(try understood(text)) == [act], "\(text)")
    }

    @Test(
        "a length that is written loosely is read, and its number is no warning's",
        arguments: [
            ("静默 2 小时", "2h"), ("静默 24 小时", "24h"), ("静默 30 分钟", "30m"), ("静默 两 小时", "2h"), ("静默两三天", "3d"),
            ("静默一两个小时", "2h"), ("静默1-2小时", "2h"), ("静默2到3天", "3d"), ("静默2、3天", "3d"), ("静默十来天", "10d"),
            ("静默十几个小时", "10h"), ("静默十天半个月", "15d"), ("静默 A1 2 小时", "2h"),
        ])
    func lengths(_ text: String, _ length: String) throws {
        let result = try understood(text)
        #expect(RoutingFixture.acts(result) == ["silence 1"], "\(text)")
        #expect(result.request.slots.duration == length, "\(text)")
    }

    @Test("until a time that nobody knows nothing is silenced", arguments: ["静默到配件到货", "A1静默到客户回复"])
    func unknownEnd(_ text: String) throws {
        #expect(try understood(text).request.slots.duration == "0h", "\(text)")
    }

    @Test(
        "what says why, how long and which one leaves the act as it is",
        arguments: [
            "误报：和油耗那条重复", "误报，与油耗那条重复了", "误报，和杭州那条重复", "误报，见A3", "静默到30号", "静默到28号", "这条静默到30号",
            "先静默到30号", "误报，刷单的", "误报，系统重复统计", "已解决，已更换批次", "油耗那条误报", "油耗那条误报，系统重复统计", "认领", "我来认领",
            "我来处理吧", "我来处理这条", "认领一下", "这条我来跟进", "静默两小时", "静默到明早8点", "静默到周五", "把这条静默两小时吧", "静默A12 2h",
            "静默A1到12月5日上午9点", "先静默两小时再看", "静默 A12 两小时 正在核实", "帮我静默A12半天", "26号误报", "预警31处理完了",
            "12号预警我来处理", "认领12号", "我来处理 12 号预警", "静默 12号 两小时", "杭州预警已解决", "关闭杭州预警", "关闭预警",
            "标为误报预警", "误报，那条差评是刷的", "已解决，客户不再投诉", "误报，杭州没有这回事", "A1静默2小时可以吗", "能不能静默两小时",
            "可以静默A12吗", "认领杭州那条", "把那条杭州预警静默两小时", "静默杭州的两小时", "认领A1 - 油耗, A4 - 刹车",
            "我来认领，客户那边我去沟通",
        ])
    func done(_ text: String) throws {
        #expect(try understood(text).request.intent.isAct, "\(text)")
    }

    @Test(
        "a reason that names another warning ends this one",
        arguments: ["误报：和油耗那条重复", "误报，和杭州那条重复", "误报，见A3"])
    func reason(_ text: String) throws {
        let result = try understood(text)
        #expect(
            RoutingFixture.acts(result) == ["dismiss 1"] && result.request.slots.described == nil, "\(text)")
    }

    @Test("what is added is kept as it was written, with the aspect in it")
    func words() throws {
        #expect(try understood("误报：和油耗那条重复").request.slots.words == "和油耗那条重复")
        #expect(try understood("油耗那条误报，系统重复统计").request.slots.words == "系统重复统计")
    }

    @Test(
        "a day until which it is silent is no warning's number", arguments: ["静默到30号", "这条静默到30号", "先静默到28号"])
    func until(_ text: String) throws {
        #expect(RoutingFixture.acts(try understood(text)) == ["silence 1"], "\(text)")
    }

    @Test("a silence that is ended is not begun", arguments: ["静默取消", "静默关掉", "静默取消了", "静默结束"])
    func unsilenced(_ text: String) throws {
        #expect(RoutingFixture.acts(try understood(text)) == ["unsilence 1"], "\(text)")
    }

    @Test(
        "of one that is described in words that are not known it is asked which",
        arguments: ["西湖店那条误报", "王磊那条误报", "上一条误报", "刹车那条可能误报"])
    func which(_ text: String) throws {
        let result = try understood(text)
        #expect(result.request.intent == .alertList && result.meant == nil, "\(text): \(result.request)")
    }

    @Test("why it was none is no mistake of who says so", arguments: ["是系统弄错了", "已核实，是系统弄错"])
    func ofTheSystem(_ text: String) throws {
        let result = try RoutingFixture.understood(text, behind: "1", .alertDismiss)
        #expect(result.meant?.request.intent != .alertRestore, "\(text)")
    }
}

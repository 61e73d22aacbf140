import EarshotTesting
import Testing

@testable import Earshot

/// Every test begins behind A13. A warning that is ended wrongly is seen by nobody any more, a danger among them.
@Suite("What ends a warning leaves no doubt")
struct PlainEndingTests {
    private func understood(_ text: String) throws -> Understood {
        try RoutingFixture.understood(text, behind: "13", people: ["王磊", "张华", "刘洋"])
    }

    private func acts(_ text: String) throws -> [String] {
        RoutingFixture.acts(try understood(text))
    }

    @Test(
        "in these it is ended at once",
        arguments: [
            "A12 已解决", "A12已经解决了", "A12 误报", "A12是误报", "把A12标为误报", "A12 经核实是误报", "A12 确认误报", "误报A12", "关闭A12",
            "A12可以关了",
            "A12 我已处理完", "A12 我们已经处理好了", "A12搞定了", "A12 客户问题已解决", "A12 已解决：与A11同一批次", "A12误报：和A11重复",
            "A12误报，和A11重复",
            "A12 已解决，已更换批次", "A12误报，可能是数据重复", "麻烦把A12标记为误报", "A12預警已解決", "A12 resolved", "close A12",
            "A12 误报 数据重复", "A12 肯定是误报", "A12 请关闭", "A12 我们已经解决", "解决 A12", "A12 上周五已处理完", "A12 上午解决了",
            "A12 三天前就解决了",
        ])
    func plain(_ text: String) throws {
        let acts = try acts(text)
        #expect(acts == ["resolve 12"] || acts == ["dismiss 12"], "\(text): \(acts)")
    }

    @Test(
        "what is guessed, half done, wished, told by others or to come is asked about",
        arguments: [
            "A12 应该是误报", "A12 感觉是误报", "A12 像是误报", "A12 貌似误报", "A12 疑似误报", "A12 八成是误报", "A12 未必是误报",
            "A12 误报，可能", "A12 误报（待核实）",
            "A12 误报 待确认", "A12 解决了吧，我不确定", "A12 大部分解决了", "A12 部分解决了", "A12 解决了80%", "A12 解决了3个还剩2个",
            "A12 解决得不彻底", "A12 解决不好",
            "A12 很难解决", "A12 难以解决", "A12 处理不了", "A12 必须解决", "A12 务必处理完", "A12 希望解决", "A12 抓紧解决", "A12 想办法解决",
            "A12 客户要求解决",
            "A12 厂家让我们解决", "请王磊核实误报", "A12 待王磊确认误报", "A12 核实一下误报", "A12 王磊申请结案", "A12 马上解决", "A12 明早处理完",
            "A12 周末处理完",
            "A12 下午解决", "A12 过会儿解决", "A12 等会关闭", "A12 预计解决", "A12 计划解决", "A12 拟结案", "A12 配件到了就解决",
            "A12 没问题的话关", "A12 没问题的话就误报",
            "A12 王磊反馈误报", "A12 门店反馈已解决", "A12 经销商称已解决", "A12 王磊：误报", "A12 被王磊标成误报", "A12 王磊已解决", "A12 已经被静默",
            "A12 售后已解决",
            "A1 系统报错", "A12 仪表报错", "A12 油耗显示不准", "A12 维修无效", "A12 客户反映买到假的", "A12 客户要解除合同", "A12 空调关了",
            "A12 解决方案已出",
            "A12 建议暂停交付", "等客户签字，A12就解决", "A12，王磊已解决", "可能认领A12", "准备认领A12", "A12 可能要静默", "A12 我觉得是误报",
            "A12 将解决", "A12 我弄错了", "我弄错了", "误触", "A12 请解决", "A12 麻烦解决", "A12 请帮忙解决", "A12 我们解决", "A12 我搞定",
            "A12 可以解决吧",
            "A12 请大家闭环", "A12 客户投诉误报", "A12 客户投诉不准", "A12 麻烦确认误报", "A12 帮我确认误报", "A12 很快就处理完了", "A12 周清已认领",
            "A12 售后跟进", "A12 需要总部处理",
            "A12 请门店处理", "A12 厂家跟进", "A12 总部已认领", "A12 同事认领了", "A12 放弃认领", "A12 认领失败", "A12 不好处理", "A12 有空认领",
            "A12误报 打错了 是A9",
            "A12 已解决，打错了", "A12误报 但是先别关", "A12 误报，我猜", "A12 误报，先观察", "A12 已解决，待客户确认", "A12 误报，不是，是A9",
            "不是真的吧", "A12 没问题的", "误报吧", "A12 已处理吧", "A12 请确认误报", "A12-A13 客户反馈已解决", "A3-4S店误报",
        ])
    func doubtful(_ text: String) throws {
        let acts = try acts(text)
        #expect(acts.isEmpty, "\(text): \(acts)")
    }

    @Test("what is closed as a false alarm is one")
    func closedAsFalse() throws {
        for text in ["A12是误报，请关闭", "A12是誤報，麻煩關掉", "A12 确认是误报，请关闭"] {
            #expect(try acts(text) == ["dismiss 12"], "\(text)")
        }
        #expect(try understood("A12误报关闭").meant?.text == "A12 误报")
    }

    @Test(
        "who takes one on says so",
        arguments: ["A12 我来处理", "认领A12", "A12我先跟进", "我去处理A12", "A12 我负责", "麻烦把A12给我认领"])
    func claimed(_ text: String) throws {
        #expect(try acts(text) == ["claim 12"], "\(text)")
    }

    @Test("a province says which warning is meant, and words that nobody knows mean none")
    func province() throws {
        for (text, province) in [("江苏那条误报", "江苏"), ("浙江那条静默2小时", "浙江"), ("认领四川那条", "四川")] {
            let request = try understood(text).request
            #expect(request.slots.described?.region == province, "\(text): \(request)")
        }
        for text in ["认领霍格沃茨那条", "自燃爆燃那条误报"] {
            let result = try understood(text)
            #expect(!result.request.intent.isAct || result.request.slots.alert == nil, "\(text)")
        }
    }

    @Test(
        "a warning that is named by its place and aspect is the one that is meant, also where none was spoken of"
    )
    func named() throws {
        let router = try RoutingFixture.router()
        let context = DialogueContext(role: .hq, today: RoutingFixture.today, minute: 900)
        for (text, intent) in [
            ("杭州油耗告警是误报", Intent.alertDismiss), ("认领杭州油耗预警", .alertClaim), ("杭州油耗预警处理完了", .alertResolve),
            ("杭州预警已解决", .alertResolve), ("杭州误报的预警", .alertList), ("杭州已解决的预警", .alertList),
            ("杭州预警", .alertList),
        ] {
            let request = router.understand(text, in: context).request
            #expect(request.intent == intent, "\(text): \(request)")
            #expect(!intent.isAct || request.slots.described?.city == "杭州", "\(text): \(request)")
        }
    }

    @Test("what leaves a doubt is offered where it may be meant")
    func offered() throws {
        let result = try understood("A12 售后已解决")
        #expect(result.undone?.reason == .uncertain && result.meant?.text == "A12 已解决")
        #expect(result.meant?.request.slots.alert == "12")
        #expect(try understood("A12 应该是误报").meant?.text == "A12 误报")
        for text in ["A12 客户已经满意，关闭", "A12 已经和客户沟通好了，已解决", "A12 售后已解决"] {
            #expect(try understood(text).meant?.text == "A12 已解决", "\(text)")
        }
        #expect(try acts("这条关了吧") == ["resolve 13"])
    }

    @Test(
        "who asks about an act is shown the warning",
        arguments: [
            "A12 误报怎么处理", "A12 解决得怎么样", "A12 解决情况", "A12 解决时间", "A12 误报原因", "A12 关闭流程", "A12 静默多久",
            "A12 静默到什么时候", "A12 认领人",
            "A12 认领情况", "A12误报还是真的",
        ])
    func asked(_ text: String) throws {
        let request = try understood(text).request
        #expect(request.intent == .alertShow && request.slots.alert == "12", "\(text): \(request)")
    }

    @Test(
        "where another thing is said of one of several, none is ended",
        arguments: [
            "A91误报，A92不是", "A91-A93误报，A92不是", "A91解决了但A92没解决", "A91误报，A92呢", "A91误报，A92 原话", "A91和A92哪个是误报",
            "A91 A92 A93里只有A91误报",
            "A91已解决，A92快解决了", "A12解决了！A13可能解决了", "误报，A12认领", "解决了，A12误报", "认领，A12误报", "除A92外都误报", "除了南京那条都误报",
            "南京那条误报，杭州那条认领", "取消静默A91，静默A92", "撤销误报A91，A92误报", "恢复A91，A92误报", "A91我认领，A92你认领", "认领A91，A92先不管",
            "认领A91，A92已经有人了", "认领A91，看看A92", "A91静默2小时，A92静默1天", "A91转给张华，A92转给刘洋",
        ])
    func different(_ text: String) throws {
        let acts = try acts(text)
        #expect(acts.isEmpty, "\(text): \(acts)")
    }

    @Test("the same of several is done to all, in one clause or in several")
    func repeated() throws {
        for text in [
            "A91误报；A92误报；A93误报", "A91、92、93误报", "A91 92 93 误报", "A91误报，A92也误报，A93也是", "误报 A91 A92 A93",
            "A91和92和93误报", "A91，A92，A93误报",
        ] {
            let acts = try acts(text)
            #expect(acts == ["dismiss 91", "dismiss 92", "dismiss 93"], "\(text): \(acts)")
        }
        #expect(try acts("A91已解决。A92已解决") == ["resolve 91", "resolve 92"])
        #expect(try acts("A91静默2小时，A92静默2小时") == ["silence 91", "silence 92"])
        let told = try understood("A91误报，A92误报，都是水军")
        #expect(told.request.slots.words == "都是水军" && told.alike.first?.slots.words == "都是水军")
    }

    @Test(
        "a mark that is to be taken away marks nothing",
        arguments: ["A12 误报撤销", "A12的误报撤销掉", "A12 误报标记取消", "A12 误报取消", "A12 误报作废", "A12 误报改回来"])
    func unmarked(_ text: String) throws {
        let acts = try acts(text)
        #expect(acts == ["restore 12"], "\(text): \(acts)")
    }
}

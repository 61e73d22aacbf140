import EarshotTesting
import Testing

@testable import Earshot

/// Every test begins behind A13, of Nanjing: what is done must not be done to it where another one is meant.
@Suite("Which warning an action is meant for")
struct MeantWarningTests {
    private func understood(_ text: String, _ spokenOf: String? = "13") throws -> Understood {
        try RoutingFixture.understood(text, behind: spokenOf)
    }

    /// The warnings that something is done to, by their numbers; the word for one that is looked up by what is said of it.
    private func acted(_ text: String) throws -> [String] {
        let result = try understood(text)
        return ([result.request] + result.alike + result.further).filter(\.intent.isAct).map {
            $0.slots.described.map { "described \($0.city ?? $0.region ?? $0.aspect?.name ?? "")" }
                ?? $0.slots.alert.map { "A\($0)" } ?? "asked"
        }.sorted()
    }

    @Test(
        "a place names the warning, wherever it stands in the command and whatever a warning is called",
        arguments: [
            "那个杭州的预警已解决", "把那条杭州预警静默两小时", "认领预警，杭州那条", "认领杭州那条", "杭州那条预警已解决", "杭州告警已解决", "给杭州的静默两小时",
            "杭州报警已解决",
            "杭州那條預警已解決", "認領杭州那條", "刚才杭州那条预警已解决", "刚刚杭州的预警是误报", "上面杭州那条静默两小时", "认领杭州的", "静默杭州的两小时",
            "杭州的已解决", "杭州的是误报", "杭州，已解决", "认领，杭州的", "那条杭州的已解决", "杭州那个已解决", "杭州那一条误报", "给杭州那条静默两小时", "通报杭州那条",
            "杭州那条转给张伟", "把杭州那个预警转给张伟",
        ])
    func place(_ text: String) throws {
        #expect(try acted(text) == ["described 杭州"], "\(text)")
    }

    @Test("a region, an aspect and a series name it as well")
    func others() throws {
        #expect(try acted("认领华东的") == ["described 华东"])
        #expect(try acted("认领油耗的") == ["described fuel"])
    }

    @Test(
        "an aspect that is pointed at names it, and asks for no voices",
        arguments: [
            "油耗那条误报", "油耗那条已解决", "那条油耗的误报", "油耗的那条认领", "静默油耗那条两小时", "油耗那条转给张伟", "油耗那条我来处理", "油耗那条误报，系统重复统计",
            "通报油耗那条",
        ])
    func aspect(_ text: String) throws {
        #expect(try acted(text) == ["described fuel"], "\(text)")
    }

    @Test("an aspect that is only spoken of asks for voices", arguments: ["油耗怎么样", "油耗那条差评说什么", "油耗误报"])
    func aspectOfVoices(_ text: String) throws {
        #expect(try acted(text).isEmpty, "\(text)")
    }

    @Test(
        "the one that was spoken of is done with one that is named before it",
        arguments: [
            ("A9处理完了，这条也是", ["resolve 13", "resolve 9"]), ("A9误报，这条也是误报", ["dismiss 13", "dismiss 9"]),
            ("认领A9，这条也一样", ["claim 13", "claim 9"]), ("我来认领，A9也是", ["claim 13", "claim 9"]),
        ])
    func together(_ text: String, _ acts: [String]) throws {
        #expect(RoutingFixture.acts(try understood(text)) == acts, "\(text)")
    }

    @Test("a wish of one's own takes it on", arguments: ["我要认领", "我要认领A13", "我想要认领A13", "我要接手A13", "我要认领这条"])
    func wished(_ text: String) throws {
        #expect(RoutingFixture.acts(try understood(text)) == ["claim 13"], "\(text)")
    }

    @Test(
        "courtesy beside what ends it, and a request for no more than that, take nothing away",
        arguments: ["这个预警是误报，谢谢", "这条预警误报了，谢谢", "这个预警是误报，帮我标一下", "是误报，帮我关掉", "这条是误报，帮我处理一下"])
    func courteous(_ text: String) throws {
        #expect(RoutingFixture.acts(try understood(text)) == ["dismiss 13"], "\(text)")
    }

    @Test(
        "the one that was spoken of is meant where nothing else is",
        arguments: [
            "认领", "我来处理", "认领这条", "误报", "已解决", "解决了", "这条预警已解决", "把刚才的预警静默两小时", "刚才那条已解决", "认领那条", "那个预警是误报",
            "静默两小时",
            "认领，杭州那边我去协调", "我来处理，杭州的同事配合", "我来认领，杭州那个客户我去沟通", "我来认领，客户那边我去沟通", "认领，客户列表我来整理",
            "通报给杭州那个店", "通报给杭州门店", "误报，杭州没有这回事", "转给张伟", "转给杭州的张伟", "那条是误报", "那条静默两小时",
            "A13那条已解决",
        ])
    func spokenOf(_ text: String) throws {
        #expect(try acted(text) == ["A13"], "\(text)")
    }

    @Test(
        "where several places are named, or words that nobody knows, nothing is done",
        arguments: [
            "认领杭州和宁波的预警", "杭州和宁波的已解决", "认领列表", "认领清单", "我来看投诉", "全部认领", "都认领", "都是误报", "全部静默两小时", "认领哪条预警",
            "認領哪條預警",
        ])
    func several(_ text: String) throws {
        #expect(try acted(text).allSatisfy { $0 == "asked" }, "\(text)")
    }

    @Test("what nobody knows before 那条 is not the one that was spoken of")
    func unknown() throws {
        #expect(try acted("认领彗星那条").isEmpty)
    }

    @Test("which one is asked by the command alone, and not by what dealers are told")
    func askedBeside() throws {
        let request = try understood("通报：请各店说明是哪条产线的车").request
        #expect(request.intent == .alertBroadcast && request.slots.alert == "13", "\(request)")
        #expect(request.slots.words == "请各店说明是哪条产线的车")
    }

    @Test(
        "without one that was spoken of before it is looked up by what is said of it",
        arguments: ["认领杭州那条", "静默杭州那条", "静默杭州那条两小时", "杭州那条已解决", "杭州那条误报", "杭州那条预警已解决"])
    func first(_ text: String) throws {
        let slots = try understood(text, nil).request.slots
        #expect(slots.described?.city == "杭州" && slots.alert == nil, "\(text): \(slots)")
    }

    @Test(
        "what is asked or told beside 那条 does nothing",
        arguments: ["杭州那条建议已解决", "杭州那条怎么样", "油耗那条差评", "客户说杭州那条广告是假的", "油耗不准", "空调没问题", "油耗解决了吗"])
    func asked(_ text: String) throws {
        for spokenOf in ["13", nil] {
            #expect(try !understood(text, spokenOf).request.intent.isAct, "\(text)")
        }
    }

    @Test(
        "a row is done whole, or the list is shown",
        arguments: [
            ("A6-9我来处理", ["A6", "A7", "A8", "A9"]), ("A6-9、A11 误报", ["A11", "A6", "A7", "A8", "A9"]),
            ("A6-9号误报", ["A6", "A7", "A8", "A9"]), ("A6-9这几条误报", ["A6", "A7", "A8", "A9"]),
            ("A6-9交给张伟", ["A6", "A7", "A8", "A9"]), ("A6-9处理完了", ["A6", "A7", "A8", "A9"]),
            ("A6-9全部误报", ["A6", "A7", "A8", "A9"]), ("A6至A8误报", ["A6", "A7", "A8"]),
            ("静默A6-A8两小时", ["A6", "A7", "A8"]), ("A1-3处漏水已解决", []), ("A5到6号解决", []), ("A1-3台车已解决", []),
        ] as [(String, [String])])
    func rows(_ text: String, _ numbers: [String]) throws {
        #expect(try acted(text) == numbers, "\(text)")
    }

    @Test(
        "one that is told apart by its place in a list alone is asked about",
        arguments: [
            "认领另一条", "认领下一条", "认领上一条", "认领最严重的那条", "认领最新的", "认领最新的那条", "静默最近的那条", "认领其他的", "认领最早那条",
            "认领最上面那条",
            "认领最后一条", "认领前面那条", "另一条，认领", "最新的那条已解决", "另外一条是误报", "别的也认领", "剩下的都误报", "认领第一条",
        ])
    func apart(_ text: String) throws {
        #expect(try !acted(text).contains("A13"), "\(text)")
    }

    @Test(
        "what follows such a word and is of something else keeps the one that was spoken of",
        arguments: ["认领，其他的我再看看", "已解决，其他客户都满意", "误报，最新的评论是水军", "认领，最近的门店我去沟通"])
    func stays(_ text: String) throws {
        #expect(try acted(text) == ["A13"], "\(text)")
    }

    @Test("another one that is added leaves the one that was spoken of in")
    func added() throws {
        for text in ["我来认领，A12也是", "认领，A12也认领", "认领，还有A12", "误报，A12也是", "已解决，A12也一样"] {
            let acted = try acted(text)
            #expect(acted == ["A12", "A13"], "\(text): \(acted)")
        }
        #expect(try acted("认领A12，A11也是") == ["A11", "A12"])
        #expect(try acted("认领，A12") == ["A12"])
    }

    @Test("the end of a row without its letter is one where nothing else follows it")
    func doubtfulRows() throws {
        for text in [
            "A12-15客户反馈已解决", "A12-13座椅误报", "A12-13号店误报", "A12-15油耗误报", "A12-14杭州的误报",
        ] {
            let acted = try acted(text)
            #expect(acted.isEmpty, "\(text): \(acted)")
        }
        for text in [
            "A12-13误报", "A12-13都误报", "A12-13号误报", "A12-13已解决", "A12-13已处理完", "认领A12-13", "A12-13 误报：数据重复",
            "A12-13 转给张伟", "A12到13预警都误报", "A12-13全部误报",
        ] {
            let acted = try acted(text)
            #expect(acted == ["A12", "A13"], "\(text): \(acted)")
        }
    }

    @Test("a mark of a false alarm that is to be taken away is taken back")
    func unmarked() throws {
        for text in ["A12 误报的标记取消", "A12 标为误报撤销", "A12 误报标记去掉", "撤销A12的误报", "A12 取消误报标记"] {
            let request = try understood(text).request
            #expect(request.intent == .alertRestore && request.slots.alert == "12", "\(text): \(request)")
        }
    }
}

import EarshotTesting
import Testing

@testable import Earshot

@Suite("Suggestions that are looked at in the chat")
struct SuggestionViewTests {
    private func filled() async throws -> SuggestionHouse {
        let house = try SuggestionHouse(search: SuggestionHouse.FoundEvidence())
        let texts = [
            "车机地图更新太慢", "座椅加热再多一档", "展厅周末多排两个技师", "充电桩坏了没人修", "交车仪式准备点礼品", "试驾车配置太旧", "钥匙电池更换收费偏高",
            "保养套餐分成三档",
            "后备箱电动门延迟大", "雨刮片换成静音款",
        ]
        for text in texts {
            _ = try await house.say("建议:\(text)")
            _ = try await house.say("仍要提交")
        }
        _ = try await house.say("建议:展厅加一台咖啡机", as: SuggestionHouse.guangzhouDealer)
        return house
    }

    @Test("the filer reads the state, the evidence with quotes, who stands behind it and the history")
    func show() async throws {
        let house = try SuggestionHouse(search: SuggestionHouse.FoundEvidence())
        _ = try await house.say("建议:高速油耗显示不准")
        _ = try await house.say("支持 1", as: SuggestionHouse.colleague)
        _ = try await house.say("采纳 1 下个版本一起改", as: SuggestionHouse.headquarters)
        let answer = try await house.say("#1 进度")
        for words in [
            "状态 已采纳", "说明 下个版本一起改", "经销商 2 家 · 城市 2 个", "近30天杭州 76 条、全国 1,930 条", "高速油耗 7 比标的高",
        ] {
            #expect(answer.contains(words), "\(words): \(answer)")
        }
        #expect(!answer.contains("13812345678"))
        let other = try #require(SuggestionHouse.colleague.dealer?.name)
        #expect(answer.contains("某门店说正常") && !answer.contains(other), "no other store's name: \(answer)")
        let colleague = try await house.say("#1 进度", as: SuggestionHouse.colleague)
        #expect(!colleague.contains("王芳") && !colleague.contains("西湖"), "\(colleague)")
        #expect(!colleague.contains("高速油耗 7"), "\(colleague)")
        let manager = try await house.say("#1 进度", as: SuggestionHouse.manager)
        #expect(manager.contains("王芳（杭州西湖店）"), "\(manager)")
    }

    @Test("a dealer reads how many customers of another city speak of it nowhere")
    func otherCity() async throws {
        let house = try SuggestionHouse(search: SuggestionHouse.FoundEvidence())
        _ = try await house.say("建议：高速油耗显示不准")
        let own = try await house.say("#1")
        #expect(own.contains("近30天杭州 76 条、全国 1,930 条"), "\(own)")
        let other = try await house.say("#1", as: SuggestionHouse.colleague)
        #expect(other.contains("近30天全国 1,930 条") && !other.contains("76"), "\(other)")
    }

    @Test("of people of one name each manager reads the own one, and headquarters choose")
    func namesakes() async throws {
        let house = try SuggestionHouse(also: [SuggestionHouse.namesake])
        _ = try await house.say("建议：高速油耗显示不准", as: SuggestionHouse.colleague)
        let question = "\(SuggestionHouse.colleague.name)的建议"
        let east = try await house.say(question, as: SuggestionHouse.manager)
        #expect(east.contains("高速油耗显示不准") && !east.contains("哪一位"), "\(east)")
        let south = try await house.say(question, as: SuggestionHouse.southManager)
        #expect(!south.contains("高速油耗显示不准") && !south.contains("哪一位"), "\(south)")
        let asked = try await house.say(question, as: SuggestionHouse.headquarters)
        #expect(asked.contains("是哪一位"), "\(asked)")
        #expect(asked.contains("（\(SuggestionHouse.colleague.dealer?.name ?? "")）"), "\(asked)")
        let chosen = try await house.say("1", as: SuggestionHouse.headquarters)
        #expect(chosen.contains("高速油耗显示不准"), "\(chosen)")
    }

    @Test("whether somebody of a name works elsewhere is not told")
    func elsewhere() async throws {
        let house = try SuggestionHouse()
        let known = try await house.say(
            "\(SuggestionHouse.guangzhouDealer.name)的建议", as: SuggestionHouse.manager)
        #expect(known.contains("没有找到「\(SuggestionHouse.guangzhouDealer.name)」"), "\(known)")
    }

    @Test("my suggestions are those I filed and support")
    func mine() async throws {
        let house = try await filled()
        #expect(try await house.say("我的建议", as: SuggestionHouse.colleague).contains("您还没有提过或支持过建议"))
        _ = try await house.say("支持 1", as: SuggestionHouse.colleague)
        let answer = try await house.say("我的建议", as: SuggestionHouse.colleague)
        #expect(answer.contains("#1「") && answer.contains("您支持的"), "\(answer)")
    }

    @Test("headquarters pages through all, and a manager through those of the own region")
    func list() async throws {
        let house = try await filled()
        let first = try await house.say("建议列表", as: SuggestionHouse.headquarters)
        #expect(first.contains("共 11 条，新的在前，第 1–8 条"), "\(first)")
        #expect(first.contains("#11「展厅加一台咖啡机」"))
        let rest = try await house.say("更多", as: SuggestionHouse.headquarters)
        #expect(rest.contains("第 9–11 条") && rest.contains("#1「") && !rest.contains("回复「更多」"), "\(rest)")
        let manager = try await house.say("建议列表", as: SuggestionHouse.manager)
        #expect(manager.contains("共 10 条") && !manager.contains("咖啡机"), "\(manager)")
    }

    @Test("a list is narrowed by state, city, region and aspect")
    func filters() async throws {
        let house = try await filled()
        let hq = SuggestionHouse.headquarters
        _ = try await house.say("采纳 3", as: hq)
        let accepted = try await house.say("已采纳的建议", as: hq)
        #expect(accepted.contains("共 1 条") && accepted.contains("#3「"), "\(accepted)")
        let city = try await house.say("广州的建议列表", as: hq)
        #expect(city.contains("共 1 条") && city.contains("咖啡机"), "\(city)")
        let region = try await house.say("华东的建议列表", as: hq)
        #expect(region.contains("共 10 条"), "\(region)")
        #expect(try await house.say("广州的建议列表", as: SuggestionHouse.manager).contains("华东"))
        _ = try await house.say("建议:高速油耗显示不准")
        #expect(try await house.say("油耗的建议列表", as: hq).contains("高速油耗显示不准"))
    }

    @Test("no question shows a dealer a suggestion of another region")
    func scopes() async throws {
        let house = try SuggestionHouse(search: SuggestionHouse.FoundEvidence())
        _ = try await house.say("建议:展厅加一台秘密咖啡机", as: SuggestionHouse.guangzhouDealer)
        _ = try await house.say("建议:秘密座椅加热再多一档", as: SuggestionHouse.guangzhouDealer)
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("支持 2", as: SuggestionHouse.secondGuangzhouDealer)
        var random = SeededRandom(seed: 57)
        let heads = [
            "#", "建议 #", "支持 ", "支持 #", "采纳 ", "不采纳 ", "合并 3 到 ", "拆开 ", "查看建议", "#3 和 #", "把 #", "@所有人 #",
        ]
        let tails = [
            " 进度", "", " 怎么样了", " 处理中", " 月底前", " 交给产品部", " 详情", " 谁提的", "号建议到哪一步了", " 因为贵", "; 建议列表", " 更多",
        ]
        let whole = [
            "建议列表", "我的建议", "广州的建议列表", "华南的建议", "全国的建议列表", "待评估的建议", "更多", "1", "2", "建议:展厅加一台饮水机", "仍要提交",
            "取消",
        ]
        for _ in 0..<600 {
            let text =
                Int.random(in: 0..<4, using: &random) == 0
                ? whole.randomElement(using: &random)!
                : heads.randomElement(using: &random)! + "\(Int.random(in: 0...4, using: &random))"
                    + tails.randomElement(using: &random)!
            let answer = try await house.say(text)
            #expect(!answer.contains("咖啡机"), "\(text): \(answer)")
            #expect(!answer.contains("座椅加热"), "\(text): \(answer)")
            #expect(!answer.contains("何军") && !answer.contains("刘梅"), "\(text): \(answer)")
        }
        let others = try await house.all().filter { $0.filer.person == "hejun" }
        #expect(others.allSatisfy { $0.state == .open && $0.mergedInto == nil })
        #expect(others.flatMap(\.supporters).map(\.person) == ["liumei"])
    }

    @Test("what may not be seen is told in the same words as what there is not")
    func unknown() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:展厅加一台咖啡机", as: SuggestionHouse.guangzhouDealer)
        let hidden = try await house.say("#1 进度")
        let missing = try await house.say("#9 进度")
        #expect(hidden.replacing("#1", with: "#9") == missing)
    }

    @Test("in a group no name of a filer is said")
    func group() async throws {
        let house = try SuggestionHouse(search: SuggestionHouse.FoundEvidence())
        _ = try await house.say("建议:高速油耗显示不准")
        let answer = try await house.say("#1 进度", as: SuggestionHouse.headquarters, inGroup: true)
        #expect(answer.contains("#1「") && !answer.contains("王芳"), "\(answer)")
    }

    @Test("counts that may be too small are said as such wherever they stand, also after they were kept")
    func atLeast() async throws {
        let house = try SuggestionHouse(search: SuggestionHouse.FoundEvidence(isAtLeast: true))
        _ = try await house.say("建议:高速油耗显示不准")
        let progress = try await house.say("#1 进度")
        #expect(progress.contains("全国至少 1,930 条") && progress.contains("客户声音至少 3,860 条"), "\(progress)")
        let list = try await house.say("建议列表", as: SuggestionHouse.headquarters)
        #expect(list.contains("客户声音至少 3,860 条"), "\(list)")
        #expect(try await house.stored()?.evidence?.isAtLeast == true)
    }
}

import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("What dealers record of their customers")
struct DealerNoteTests {
    @Test(
        "a record is answered with what was understood, and becomes a voice of the store that is counted apart"
    )
    func recorded() async throws {
        let house = try await NoteHouse()
        let before = try await house.say("我们城市的客户最近在说什么")
        let answer = try await house.say("记录 客户说空调有异味，电话13812345678")
        #expect(answer.hasPrefix("已记录 1：客户说空调有异味"), "\(answer)")
        #expect(answer.contains("杭州西湖店 · 杭州") && answer.contains("抱怨"))
        #expect(!answer.contains("13812345678"))
        #expect(try await house.rounds.bring() == 1)
        #expect(try await house.rounds.bring() == 0)
        let noted = try await house.noted()
        #expect(noted.count == 1)
        #expect(noted[0].dealerID == Fixtures.westLakeStore.id)
        #expect(noted[0].text.hasPrefix("客户说空调有异味") && !noted[0].text.contains("13812345678"))
        #expect(
            Set(noted[0].mentions.map { "\($0.aspect.name) \($0.polarity)" })
                == ["parts negative", "parts.air_conditioning negative"])
        #expect(try await house.say("我们城市的客户最近在说什么") == before, "figures end with yesterday")
        house.clock.advance(by: .seconds(86_400))
        let after = try await house.say("我们城市的客户最近在说什么")
        #expect(after.contains("另有本店记录 1 条，不计入以上数字。"), "\(after)")
        let aspect = try await house.say("空调怎么样")
        #expect(aspect.contains("这段时间没有客户提到") && aspect.contains("另有本店记录 1 条"), "\(aspect)")
        #expect(!(try await house.say("差评原话")).contains("异味"))
        #expect(try await house.voices.recountDifferences() == 0)
    }

    @Test(
        "in whatever words it is asked for, only what the customer said is recorded",
        arguments: [
            ("帮我记录一下 客户说空调不制冷", "客户说空调不制冷"), ("记一条客户反馈:车机卡", "车机卡"), ("客户反映车机卡,请记录", "客户反映车机卡"),
            ("登记证书一直不给，客户说的", "登记证书一直不给，客户说的"), ("记录 客户说销售没有帮我登记", "客户说销售没有帮我登记"),
            ("帮我录一下 客户说车机卡", "客户说车机卡"), ("登记客户投诉:空调不制冷", "空调不制冷"), ("麻烦记一下 有客户嫌座椅太硬", "有客户嫌座椅太硬"),
        ])
    func wordings(text: String, kept: String) async throws {
        let house = try await NoteHouse(filled: false)
        let answer = try await house.say(text)
        #expect(answer.hasPrefix("已记录 1：\(kept)\n"), "\(answer)")
    }

    @Test("only 记录 asks what was said; a question in between is answered, and 取消 ends it")
    func asked() async throws {
        let house = try await NoteHouse()
        #expect(try await house.say("记录").hasPrefix("客户说了什么？"))
        let between = try await house.say("杭州油耗近7天怎么样")
        #expect(between.contains("杭州 · 油耗") && between.hasSuffix("不记了就回复「取消」。"), "\(between)")
        let again = try await NoteHouse(reopening: house)
        #expect(try await again.say("空调有异味").hasPrefix("已记录 1：空调有异味"))
        _ = try await again.say("记录")
        #expect(try await again.say("取消").contains("取消"))
        #expect(try await again.bot.countNotes(of: NoteHouse.dealer.id) == 1)
    }

    @Test("a record is changed and taken back, before and after the voices have it")
    func corrected() async throws {
        let house = try await NoteHouse()
        _ = try await house.say("记录 客户说空调不好")
        #expect(try await house.say("不是空调，是车机").hasPrefix("已修改记录 1：客户说车机不好"))
        try await house.rounds.bring()
        #expect(try await house.noted().map(\.text) == ["客户说车机不好"])
        #expect(try await house.say("修改记录 1 客户说车机卡").hasPrefix("已修改记录 1：客户说车机卡"))
        try await house.rounds.bring()
        #expect(try await house.noted().map(\.text) == ["客户说车机卡"])
        _ = try await house.say("记录 客户说空间真大")
        #expect(try await house.say("撤回").hasPrefix("已撤回记录 2"))
        #expect(try await house.say("撤回记录1").hasPrefix("已撤回记录 1"))
        #expect(try await house.say("撤回记录 1").contains("没有这个编号"))
        try await house.rounds.bring()
        #expect(try await house.noted().isEmpty)
        #expect(try await house.voices.recountDifferences() == 0)
        #expect(try await house.say("我的记录").contains("还没有记录过"))
    }

    @Test(
        "what names no record is asked about where several may be meant, and right behind one it is that one")
    func unnamed() async throws {
        let house = try await NoteHouse()
        _ = try await house.say("记录 客户说空调不好")
        let whole = try await house.say("不对，是座椅有异味")
        #expect(whole.contains("还没有改动") && whole.contains("1 记录 1 整条改成「座椅有异味」"), "\(whole)")
        #expect(try await house.say("1").hasPrefix("已修改记录 1：座椅有异味"))
        _ = try await house.say("记录 客户说空间真大")
        _ = try await house.say("我们店口碑怎么样")
        let asked = try await house.say("撤回记录")
        #expect(asked.contains("是哪一条") && asked.contains("撤回记录 2") && asked.contains("撤回记录 1"), "\(asked)")
        #expect(try await house.bot.countNotes(of: NoteHouse.dealer.id) == 2)
        #expect(try await house.say("2").hasPrefix("已撤回记录 1"))
    }

    @Test("what customers say of calls and bills is recorded", arguments: ["登记一下电话没人接", "记一下账单多收了200"])
    func calls(text: String) async throws {
        let house = try await NoteHouse()
        _ = try await house.say(text)
        #expect(try await house.bot.countNotes(of: NoteHouse.dealer.id) == 1)
        _ = try await house.say("不对，是我要撤回")
        #expect(try await house.bot.notes(of: NoteHouse.dealer.id, offset: 0, limit: 1).first?.revision == 1)
    }

    @Test("what is no customer's is not recorded", arguments: ["帮我记个事，明天开会", "记录 今天没什么", "记录 没有"])
    func nothing(text: String) async throws {
        let house = try await NoteHouse()
        _ = try await house.say(text)
        #expect(try await house.bot.countNotes(of: NoteHouse.dealer.id) == 0)
    }

    @Test("after seven days a record stays, and nobody changes another's")
    func late() async throws {
        let house = try await NoteHouse(filled: false)
        _ = try await house.say("记录 客户说空调有异味")
        #expect(try await house.say("撤回记录 1", as: NoteHouse.neighbour).contains("没有这个编号"))
        #expect(try await house.say("修改记录 1 空间真大", as: NoteHouse.neighbour).contains("没有这个编号"))
        house.clock.advance(by: .seconds(8 * 86_400))
        #expect(try await house.say("撤回记录 1").contains("超过 7 天"))
    }

    @Test(
        "questions and denials about records change nothing",
        arguments: [
            "修改记录怎么弄？", "不要撤回记录", "撤回记录吗？", "修改记录 1 怎么弄", "修改记录 1 可以吗？", "修改记录 1 行不行", "应该是座椅",
            "修改记录 十二 客户说车机卡", "修改记录 １２ 客户说车机卡",
        ])
    func harmless(text: String) async throws {
        let house = try await NoteHouse(filled: false)
        _ = try await house.say("记录 客户说空调有异味")
        _ = try await house.say(text)
        let note = try #require(try await house.bot.note(1, of: NoteHouse.dealer.id))
        #expect(note.words == "客户说空调有异味" && !note.isWithdrawn)
    }

    @Test(
        "who has no store records nothing, and is told so",
        arguments: [Fixtures.eastManager, Fixtures.headquarters])
    func withoutStore(person: Person) async throws {
        let house = try await NoteHouse(filled: false)
        #expect(try await house.say("记录 客户说空调有异味", as: person).contains("您没有绑定门店"))
        #expect(try await house.bot.waitingNotes(limit: 9).isEmpty)
    }

    @Test("a list shows date, store, aspect and words, page by page, within the scope")
    func listed() async throws {
        let house = try await NoteHouse()
        for number in 1...10 { _ = try await house.say("记录 第\(number)位客户说空调有异味") }
        _ = try await house.say("记录 客户说车机卡", as: NoteHouse.neighbour)
        _ = try await house.say("记录 客户说空间真大", as: Fixtures.ningboDealer)
        try await house.rounds.bring()
        let own = try await house.say("经销商记录")
        #expect(own.contains("经销商记录 · 杭州西湖店") && own.contains("第 1–8 条，共 10 条"), "\(own)")
        #expect(own.contains("第10位客户") && !own.contains("车机卡") && !own.contains("空间真大"))
        let rest = try await house.say("更多")
        #expect(rest.contains("第 9–10 条") && rest.contains("第1位客户"), "\(rest)")
        let store = try await house.say("杭州西湖店的经销商记录", as: Fixtures.eastManager)
        #expect(store.contains("第 1–8 条，共 10 条"), "\(store)")
        let further = try await house.say("更多", as: Fixtures.eastManager)
        #expect(further.contains("第 9–10 条") && !further.contains("宁波鄞州店"), "\(further)")
        let region = try await house.say("经销商记录", as: Fixtures.eastManager)
        #expect(region.contains("经销商记录 · 华东") && region.contains("共 12 条"), "\(region)")
        #expect(region.contains("宁波鄞州店") && region.contains("HZ002"))
        #expect(try await house.say("宁波的门店记录", as: Fixtures.eastManager).contains("共 1 条"))
        #expect(try await house.say("经销商记录", as: Fixtures.headquarters).contains("共 12 条"))
        #expect(try await house.say("经销商记录", as: WarningHouse.southManager).contains("没有门店记录"))
        #expect(try await house.say("宁波的经销商记录").contains("只能"))
        #expect(try await house.say("经销商记录", inGroup: true).contains("不在群里展示"))
        let mine = try await house.say("我的记录")
        #expect(mine.contains("记录 10") && mine.contains("共 10 条"), "\(mine)")
    }

    @Test("whatever is asked, a dealer never reads what another store recorded")
    func scope() async throws {
        let house = try await NoteHouse()
        let marks = [(NoteHouse.dealer, "甲甲"), (NoteHouse.neighbour, "乙乙"), (Fixtures.ningboDealer, "丙丙")]
        for (person, mark) in marks {
            for number in 0..<4 { _ = try await house.say("记录 \(mark)\(number)说空调有异味", as: person) }
        }
        try await house.rounds.bring()
        house.clock.advance(by: .seconds(86_400))
        let seed: UInt64 = 20_261_127
        var random = SeededRandom(seed: seed)
        let texts = [
            "经销商记录", "我的记录", "门店记录", "杭州的经销商记录", "宁波门店记录", "全国经销商记录", "华东经销商记录", "更多", "空调怎么样", "差评原话",
            "客户原话",
            "近30天经销商记录", "撤回记录 5", "修改记录 9 空间真大", "空调原话", "我们店口碑怎么样", "杭州滨江店口碑", "全国差评原话",
        ]
        for _ in 0..<300 {
            let (person, _) = try #require(marks.randomElement(using: &random))
            let text = texts.randomElement(using: &random) ?? ""
            let answer = try await house.say(text, as: person)
            for (other, mark) in marks where other.id != person.id {
                #expect(!answer.contains(mark), "seed \(seed), \(person.id) at \(text): \(answer)")
            }
        }
    }

    @Test(
        "what was acknowledged is brought in after a restart, once, and a repeated message records nothing more"
    )
    func restarted() async throws {
        let house = try await NoteHouse()
        let first = try await house.say("记录 客户说空调有异味", id: "m1")
        let again = try await NoteHouse(reopening: house)
        #expect(try await again.say("记录 客户说空调有异味", id: "m1") == first)
        try await again.rounds.bring()
        try await again.rounds.bring()
        #expect(try await again.noted().count == 1)
        // Two customers may say the same.
        #expect(try await again.say("记录 客户说空调有异味").hasPrefix("已记录 2"))
        try await again.rounds.bring()
        #expect(try await again.noted().count == 2)
    }

    @Test(
        "what names no number means the record that was spoken of, and no other, also after it is taken back")
    func spokenOf() async throws {
        let house = try await NoteHouse(filled: false)
        for words in ["空调有异味", "车机卡", "空间真大"] { _ = try await house.say("记录 客户说\(words)") }
        #expect(try await house.say("修改记录 １ 客户说空调不好").hasPrefix("已修改记录 1"))
        let restarted = try await NoteHouse(reopening: house)
        #expect(try await restarted.say("改成 客户说空调不制冷").hasPrefix("已修改记录 1：客户说空调不制冷"))
        #expect(try await restarted.say("撤回").hasPrefix("已撤回记录 1"))
        #expect(try await restarted.say("撤回").contains("已经撤回"))
        #expect(try await restarted.say("撤回记录").contains("已经撤回"))
        #expect(try await restarted.say("修改记录 二 客户说车机总卡").hasPrefix("已修改记录 2：客户说车机总卡"))
        #expect(try await restarted.bot.countNotes(of: NoteHouse.dealer.id) == 2)
    }

    @Test("while it is asked what a customer said, commands stay commands, and what says nothing ends it")
    func commandsWhileAsked() async throws {
        let house = try await NoteHouse(filled: false)
        _ = try await house.say("记录 客户说空调有异味")
        _ = try await house.say("记录")
        let changed = try await house.say("修改记录 1 客户说车机卡")
        #expect(changed.hasPrefix("已修改记录 1：客户说车机卡") && changed.hasSuffix("不记了就回复「取消」。"), "\(changed)")
        #expect(try await house.say("撤回记录 1").hasPrefix("已撤回记录 1"))
        #expect(try await house.say("记录仪总是死机").hasPrefix("已记录 2：记录仪总是死机\n"))
        for text in ["没有", "没有了", "等一下", "撤回", "建议：希望周末多排两个技师"] {
            _ = try await house.say("记录")
            #expect(!(try await house.say(text)).contains("已记录"), "\(text)")
            _ = try await house.say("取消")
        }
        #expect(try await house.bot.countNotes(of: NoteHouse.dealer.id) == 1)
    }

    @Test("in a group a record is confirmed without its store, and none is shown, changed or taken back")
    func inGroups() async throws {
        let house = try await NoteHouse(filled: false)
        let done = try await house.say("记录 客户说空调有异味", inGroup: true)
        #expect(done.hasPrefix("已记录 1") && !done.contains("西湖"), "\(done)")
        for text in ["修改记录 1 不是空调，是座椅", "撤回记录 1", "不是空调，是车机"] {
            let answer = try await house.say(text, inGroup: true)
            #expect(answer.contains("单聊") && !answer.contains("异味"), "\(answer)")
        }
    }

    @Test("a record has 500 characters at most, and a list shows the beginnings of long ones")
    func long() async throws {
        let house = try await NoteHouse(filled: false)
        let words = String(repeating: "空调有异味，", count: 90)
        #expect(try await house.say("记录 客户说" + words).contains("最多 500 字"))
        #expect(try await house.say("记录 客户说" + words.prefix(400)).hasPrefix("已记录"))
        #expect(try await house.say("我的记录").count < 300)
    }
}

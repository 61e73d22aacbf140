import Testing

@testable import Earshot

@Suite("What people say of an answer")
struct RatingWordsTests {
    private let router: Router

    init() throws {
        router = try RoutingFixture.router()
    }

    private func rating(_ text: String, after previous: Intent = .aspect) -> RatingWords.Rating? {
        router.rating(
            in: text,
            DialogueContext(role: .dealer, previous: Request(previous), today: RoutingFixture.today))
    }

    @Test(
        "good words alone say that it helped",
        arguments: [
            "有用", "很有用！", "👍", "👍🏻👍🏻", "赞", "赞赞赞", "有帮助", "这个回答有用", "[强]", "答得对", "有用，谢谢", "赞👍", "Helpful",
        ])
    func good(_ text: String) {
        #expect(rating(text)?.verdict == .positive)
        #expect(rating(text)?.reason == nil)
    }

    @Test(
        "bad words alone say that it did not",
        arguments: [
            "没用", "沒用", "没用。", "没有用", "一点用都没有", "👎", "👎🏽", "踩", "[弱]", "这个回答没用啊", "没用的", "没帮助", "not helpful",
        ])
    func bad(_ text: String) {
        #expect(rating(text) == RatingWords.Rating(verdict: .negative))
    }

    @Test(
        "some say what is wrong",
        arguments: [
            ("答得不对", .wrong), ("答错了", .wrong), ("回答不对", .wrong), ("你答错了", .wrong), ("不是我要的", .irrelevant),
            ("这不是我想要的", .irrelevant), ("答非所问", .irrelevant), ("没答全", .incomplete),
        ] as [(String, Feedback.Reason)])
    func reasons(_ text: String, reason: Feedback.Reason) {
        #expect(rating(text) == RatingWords.Rating(verdict: .negative, reason: reason))
    }

    @Test(
        "what stands behind a sign is the person's own word",
        arguments: [
            ("没用，我问的是空调", "我问的是空调"), ("没用 我问的是空调", "我问的是空调"), ("👎我要的是华东的", nil), ("👎 数字太旧", "数字太旧"),
            ("答得不对：应该是上周", "应该是上周"), ("不是我要的，我要的是原话", "我要的是原话"),
        ] as [(String, String?)])
    func comments(_ text: String, comment: String?) {
        #expect(rating(text)?.comment == comment)
        #expect((rating(text) == nil) == (comment == nil))
    }

    @Test(
        "no ordinary sentence is one",
        arguments: [
            "有用户说空调不冷", "这个功能没用", "没用过", "没用过星驰X5", "有用吗", "有用？", "没用，是吗", "座椅加热没用怎么办", "投诉也没用",
            "客户说加热没用", "建议：去掉没用的按钮", "赞助商是谁", "踩刹车有异响", "刹车踩到底也没用", "不是座椅，是方向盘", "不对，是上周",
            "差评", "好评", "误报", "认领 A12", "有用车成本的差评吗", "有用，那上海呢", "赞，再看看上海的油耗", "没用，转人工", "没用，退订周报",
            "没用，空调怎么样", "没用，给我华东的油耗", "没用，客户电动车起火了", "没用，刹车失灵怎么回复客户", "useful life of the battery", "1", "更多",
            "谢谢", "",
        ])
    func ordinary(_ text: String) {
        #expect(rating(text) == nil)
    }

    @Test(
        "what is wished behind a bad word is answered, and the word counts",
        arguments: [
            ("没用，给我华东的油耗", "给我华东的油耗", nil), ("没用，客户电动车起火了", "客户电动车起火了", nil), ("没用，客户的车自燃了", "客户的车自燃了", nil),
            ("没用，客户车冒烟了", "客户车冒烟了", nil), ("没用，客戶的車冒煙了", "客戶的車冒煙了", nil), ("没用，空调怎么样", "空调怎么样", nil),
            ("没用，退订周报", "退订周报", nil),
            ("没用，我问的是空调", nil, nil), ("没答好", nil, nil), ("没答好，我问的是空调", nil, nil),
        ] as [(String, String?, Feedback.Reason?)])
    func wishes(_ text: String, wish: String?, reason: Feedback.Reason?) throws {
        let context = DialogueContext(
            role: .dealer, previous: Request(.aspect), today: RoutingFixture.today)
        let said = try #require(router.rated(in: text, context), "\(text)")
        #expect(said.rating.verdict == .negative && said.rating.reason == reason, "\(text)")
        #expect(said.wish == wish, "\(text)")
    }

    @Test(
        "a bad word is one though single characters of what follows could ask for something",
        arguments: ["没用，你查的是上海", "答错了，检查不是保养", "答得不对，怎么又是油耗"])
    func counted(_ text: String) {
        let context = DialogueContext(
            role: .dealer, previous: Request(.aspect), today: RoutingFixture.today)
        #expect(router.rated(in: text, context)?.rating.verdict == .negative, "\(text)")
    }

    @Test("who may read the list of what was not answered well asks for it, and others rate")
    func list() {
        let context = DialogueContext(role: .hq, previous: Request(.aspect), today: RoutingFixture.today)
        #expect(router.rated(in: "没答好的", context) == nil)
        #expect(rating("没答好的")?.verdict == .negative)
    }

    @Test("behind a suggestion 点赞 supports it, and is no word on the answer")
    func support() {
        #expect(rating("点赞", after: .suggestionShow) == nil)
        #expect(rating("没用", after: .suggestionShow)?.verdict == .negative)
        #expect(rating("点赞")?.verdict == .positive)
    }
}

import Earshot
import Glibc
import Web

/// Answers that show every block, and the words that make trouble on purpose.
struct Script: MessageHandler {
    let feed: ConsoleFeed
    let gate: Gate
    let ledger: Ledger

    static let people = [
        ConsolePerson(
            id: "li", name: "李明", role: .dealer, place: "杭州西湖店",
            suggestions: ["我们城市的客户最近在说什么", "油耗的差评原文", "和全国比怎么样", "我们店口碑怎么样"]),
        ConsolePerson(
            id: "wang", name: "王芳", role: .dealer, place: "南京江宁店",
            suggestions: ["我们城市的客户最近在说什么", "竞品有什么动向"]),
        ConsolePerson(
            id: "chen", name: "陈建国", role: .manager, place: "华东", suggestions: ["宁波的客户最近在说什么"]),
        ConsolePerson(id: "zhao", name: "赵倩", role: .hq, place: "总部", suggestions: ["全国的客户最近在说什么"]),
    ]

    func handle(_ message: InboundMessage) async throws -> Reply {
        guard case .text(let text) = message.content else { return Reply() }
        let isNew = ledger.note(message.id)
        switch text {
        case "慢": await gate.pass()
        case "断":
            // The message is handled and the answer never sent: what a crash at the worst moment looks like.
            if isNew { _exit(1) }
        case "提醒":
            for person in ["li", "chen"] { try feed.push(Script.warning, to: person, key: "\(message.id)") }
        default: break
        }
        if text.contains("客户") { return Script.overview }
        if text.contains("原") { return Script.quotes }
        return Reply([.text("收到：\(text)"), .text("已处理 \(ledger.count) 条消息。")])
    }

    func reply(toMessage id: String, on channel: String) async throws -> Reply? { nil }

    private static let overview = Reply([
        .title("杭州 · 近7天客户之声  11/14–11/20"),
        .figure(label: "声量", value: "1,284（较前7天 +18%） · 净好评 62%（全国 66%）"),
        .figure(label: "最受认可", value: "智能驾驶 143 · 空间 97 · 外观 88"),
        .figure(label: "抱怨最多", value: "油耗 76（▲120%） · 售后等待 41 · 车机卡顿 33"),
        .figure(label: "售后环节", value: "预约等待 41 · 配件缺货 18 · 收费争议 9"),
        .quote(text: "提车两个月，高速120跑一箱油才480公里，表显6.8实际快10个了。", source: "11/18 论坛"),
        .choices(
            prompt: "可以接着问",
            [
                Reply.Choice(number: 1, label: "油耗原话", text: "油耗的差评原文"),
                Reply.Choice(number: 2, label: "和全国比", text: "和全国比"),
                Reply.Choice(number: 3, label: "营销建议", text: "营销建议"),
            ]),
    ])

    private static let quotes = Reply([
        .title("杭州 · 油耗 · 抱怨的原话"),
        .quote(text: "<img src=x onerror=\"document.title='hit'\"><b>市区堵车能到13个油</b>", source: "11/20 微博"),
        .quote(text: "同样的路线，朋友的车比我省了快3个。", source: "11/19 论坛"),
        .quote(
            text: "油耗显示和加油枪对不上，差了将近两成。打电话给客服说会反馈，等了一个礼拜没下文，希望厂家重视一下，"
                + "别再说什么驾驶习惯了，我开了十几年车。\n加油小票都留着。", source: "11/18 投诉平台"),
        .text("共 76 条，已显示 3 条。"),
        .choices(prompt: "", [Reply.Choice(number: 1, label: "更多", text: "更多")]),
    ])

    private static let warning = Reply([
        .title("预警 A12 · 杭州油耗抱怨异常上升"),
        .figure(label: "近24小时", value: "31 条（平日 9 条）"),
        .figure(label: "程度", value: "高"),
        .item("西湖店、滨江店、余杭店都有提及"),
        .item("集中在 1.5T 车型"),
        .choices(
            prompt: "您可以",
            [
                Reply.Choice(number: 1, label: "认领", text: "认领 A12"),
                Reply.Choice(number: 2, label: "看原话", text: "看 A12 原话"),
            ]),
    ])
}

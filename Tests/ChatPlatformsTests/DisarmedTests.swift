import EarshotTesting
import Testing

@testable import ChatPlatforms

@Suite("Disarmed text")
struct DisarmedTests {
    @Test(
        "what a client could act on is replaced by its likeness",
        arguments: [
            ("[点我](http://evil.com)", "［点我］(http：//evil．com)"), ("![x](//a.b/c.png)", "!［x］(//a．b/c．png)"),
            ("**粗**_斜_`码`~删~", "＊＊粗＊＊＿斜＿｀码｀～删～"), ("<font color=red>", "＜font color=red＞"),
            ("<@zhangsan> @所有人", "＜＠zhangsan＞ ＠所有人"), ("a&lt;b", "a＆lt;b"), (#"\[x\]"#, "＼［x＼］"),
            ("dtmd://dingtalkclient/sendMessage", "dtmd：//dingtalkclient/sendMessage"),
            ("看 www.evil.cn", "看 www．evil．cn"), ("例子.中国", "例子．中国"), ("一\n# 二\r\n三\u{2028}四", "一 # 二  三 四"),
            ("\u{202E}反\u{2066}向\u{0}\u{7F}\u{200B}", "反向"), ("|a|b|", "｜a｜b｜"),
        ])
    func replaced(text: String, disarmed: String) {
        #expect(Disarmed.text(text, atStartOfLine: false) == disarmed)
    }

    @Test(
        "what means nothing stays as it is",
        arguments: [
            "油耗 76(▲120%) · 售后等待 41", "1.5T 百公里 8.2L", "建议 #128「高速油耗…」", "11/18 论坛:很好", "-18% +3%",
            "价格:25.98万",
            "👨‍👩‍👧 一家三口 🚗", "“等太久”", "A/B", "", "好。下次还来!", "a - b",
        ])
    func kept(text: String) {
        #expect(Disarmed.text(text, atStartOfLine: false) == text)
        #expect(Disarmed.text(text, atStartOfLine: true) == text)
    }

    @Test(
        "at the start of a line nothing begins a block",
        arguments: [
            ("# 标题", "＃ 标题"), ("#标题", "＃标题"), ("- 项", "－ 项"), ("+ 项", "＋ 项"), ("---", "－--"), ("===", "＝=="),
            ("1. 项", "1． 项"), ("12) 项", "12） 项"), ("1.", "1．"), ("  \n- 项", "－ 项"), ("> 引", "＞ 引"),
        ])
    func startOfLine(text: String, disarmed: String) {
        #expect(Disarmed.text(text, atStartOfLine: true) == disarmed)
    }

    @Test("no text out of hostile pieces keeps anything a client could act on")
    func random() {
        let pieces = [
            "[", "]", "(", ")", "!", "*", "_", "`", "<", ">", "@", "#", "-", "+", "=", "|", "~", "\\", "&",
            "://", "http",
            "evil", ".", "com", "\n", "\r", "\u{2028}", "\u{202E}", "\u{200B}", "\t", " ", "1", "车", "👨‍👩‍👧", ":",
            "/", "\u{0}",
        ]
        var random = SeededRandom(seed: 20_261_122)
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...12, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let disarmed = Disarmed.text(text, atStartOfLine: true)
            let scalars = Array(disarmed.unicodeScalars)
            var isArmed = scalars.contains {
                "[]*_`<>@|~\\&\n\r\t\u{2028}\u{202E}\u{200B}\u{0}".unicodeScalars.contains($0)
            }
            isArmed =
                isArmed || disarmed.contains("://") || disarmed.hasPrefix("#") || disarmed.hasPrefix("- ")
            isArmed =
                isArmed || disarmed.contains("l.c") || disarmed.hasPrefix("1. ") || disarmed.hasPrefix("--")
            guard isArmed else { continue }
            Issue.record("\(text.debugDescription) gave \(disarmed.debugDescription)")
        }
    }
}

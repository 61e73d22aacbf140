import EarshotTesting
import Foundation

/// Random changes to something that was right.
enum Mutation {
    /// Bytes with none to six changes: flipped, cut, doubled, inserted, or replaced by noise altogether.
    static func of(_ bytes: some Collection<UInt8>, _ random: inout SeededRandom) -> [UInt8] {
        var bytes = Array(bytes)
        if Int.random(in: 0..<20, using: &random) == 0 { return noise(&random) }
        for _ in 0..<Int.random(in: 0...6, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0...6, using: &random) {
            case 0: bytes[place] = .random(in: 0...255, using: &random)
            case 1: bytes.removeLast(min(bytes.count - place, 40))
            case 2: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
            case 3: bytes.insert(contentsOf: tokens.randomElement(using: &random)?.utf8 ?? "".utf8, at: place)
            case 4: bytes.remove(at: place)
            case 5: bytes.swapAt(place, bytes.count / 2)
            default:
                let token = nested(&random)
                bytes.insert(contentsOf: token, at: place)
            }
        }
        return bytes
    }

    static func of(_ text: String, _ random: inout SeededRandom) -> [UInt8] { of(Array(text.utf8), &random) }

    /// Up to 300 random bytes.
    static func noise(_ random: inout SeededRandom) -> [UInt8] {
        (0..<Int.random(in: 0...300, using: &random)).map { _ in .random(in: 0...255, using: &random) }
    }

    /// A text that can stand in a header: changed, but without control characters.
    static func printable(_ text: String, _ random: inout SeededRandom) -> String {
        String(decoding: of(text, &random).filter { (0x20...0x7E).contains($0) }, as: UTF8.self)
    }

    /// A request target without what would end it.
    static func target(_ text: String, _ random: inout SeededRandom) -> String {
        let bytes = of(text, &random).filter { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }
        return "/" + String(decoding: bytes, as: UTF8.self).drop { $0 == "/" }
    }

    /// A value as strangers send it.
    static func field(_ random: inout SeededRandom) -> String {
        fields.randomElement(using: &random) ?? ""
    }

    /// The same where a blank would end the request's target.
    static func query(_ random: inout SeededRandom) -> String { field(&random).replacing(" ", with: "+") }

    /// A message as strangers write it, ready to stand in JSON.
    static func said(_ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 1...4, using: &random))
            .map { _ in words.randomElement(using: &random) ?? "" }.joined()
    }

    static func rarely(_ text: String, _ random: inout SeededRandom) -> String? {
        Int.random(in: 0..<8, using: &random) == 0 ? text : nil
    }

    private static func nested(_ random: inout SeededRandom) -> [UInt8] {
        let opening = ["[", #"{"a":"#, "[{\"b\":[", "<a>"].randomElement(using: &random) ?? "["
        return Array(String(repeating: opening, count: [3, 60, 600].randomElement(using: &random) ?? 3).utf8)
    }

    private static let tokens = [
        "{}", "[]", "\"", ",", ":", "\\", "\\u0000", "\\ud800", "null", "true", "-1", "1e999", "0.1e-400",
        "99999999999999999999", "NaN", "\u{FEFF}", "\u{202E}", "\r\n", "\u{0}", "%00", "%", "%zz",
        "\"text\":", "\"id\":1,",
        "{{", "}}", "'", "--", "/*", "<script>", "<![CDATA[", "]]>", "</", "/>", "&", "&#0;", "<!DOCTYPE x [",
        "<!ENTITY e 'e'>", "&e;", "<!--", "<?",
    ]
    private static let fields = [
        "", "0", "-1", "1", "9223372036854775807", "99999999999999999999", "wang-lei", "nobody", "%00",
        "%E4%BD%A0",
        "%", "a=b&a=c", "*", "W/\"x\"", "gzip, br;q=0", "0-1,5-", "::1", "1.2.3.4, 5.6.7.8", "x;y=z", "\"",
        "../..",
    ]
    private static let words = [
        "杭州", "上海", "油耗", "售后", "的差评原文", "更多", "和全国比", "竞品呢", "1", "2", "99", "取消", "帮助", "绑定 2222-2222-2222",
        "今天", "近30天", "近99999999天", "2026-13-45到2026-99-99", "2026-11-01到1026-01-01", "最近0天", "我们店口碑", "🚗🔥",
        "\\n", "\\t", "　", "﷽", "e\\u0301\\u0301\\u0301", "\\ud83d\\ude00", "ＡＢＣ１２３", "不不不不", "#128", "A12",
        "?", "。",
    ]
}

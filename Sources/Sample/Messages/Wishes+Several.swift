import Earshot

extension Wishes {
    /// Two wishes in one message: the first is answered, the other one offered.
    static let several = pairs(
        """
        dealer | 看下油耗 | 订阅日报 | insight.aspect | aspect=fuel | subscription.add
        dealer | 油耗怎么样 | 看下竞品动向 | insight.aspect | aspect=fuel | insight.competitors
        dealer | 看看客户在说什么 | 给我营销建议 | insight.overview | | insight.marketing
        dealer | 客户最近在说什么 | 我们店口碑怎么样 | insight.overview | | insight.dealer
        manager | 看下杭州的口碑 | 经销商排行榜 | insight.overview | city=杭州 | ranking.dealers
        manager | 现在有什么预警 | 认领A12 | alert.list | | alert.claim
        manager | 认领A12 | 静默两小时A13 | alert.claim | alert=12 | alert.silence
        dealer | 退订周报 | 订阅日报 | subscription.remove | topic=weekly | subscription.add
        dealer | 订阅日报 | 看一下空间的差评 | subscription.add | topic=daily | insight.quotes
        dealer | 和全国比怎么样 | 看看热门话题 | insight.compare | against=nation | insight.topics
        dealer | 有哪些热门话题 | 购车线索看一下 | insight.topics | | insight.leads
        dealer | 看看油耗的原话 | 竞品怎么样 | insight.quotes | aspect=fuel | insight.competitors
        dealer | 竞品最近有什么动静 | 看看油耗原话 | insight.competitors | | insight.quotes
        dealer | 我的订阅 | 我的建议 | subscription.list | | suggestion.mine
        dealer | 我的建议 | 帮助 | suggestion.mine | | help
        hq | 供应商记分卡 | 物流公司排名 | ranking.suppliers | | ranking.logistics
        """)

    private static func pairs(_ text: String) -> [(first: Wish, second: String)] {
        text.split(separator: "\n").map { line in
            let columns = line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
            precondition(columns.count == 6, "no two wishes: \(line)")
            var wish = table("\(columns[0]) | \(columns[1]) | \(columns[3]) | \(columns[4])")[0]
            guard let second = Intent(rawValue: columns[5]) else { preconditionFailure("no intent: \(line)") }
            wish.meaning.further = [second]
            return (wish, columns[2])
        }
    }
}

extension Utterances {
    /// Messages that build on the ones before, divided by `>>`.
    static let followUps = table(
        """
        dealer | 油耗怎么样 >> 那上个月呢 | insight.aspect | aspect=fuel period=lastMonth
        dealer | 油耗怎么样 >> 近30天呢 | insight.aspect | aspect=fuel period=last30d
        dealer | 和全国比怎么样 >> 近两周 | insight.compare | period=last14d against=nation
        dealer | 油耗怎么样 >> 只看差评 | insight.aspect | aspect=fuel polarity=negative
        dealer | 看看空间的好评原文 >> 差评呢 | insight.quotes | aspect=space polarity=negative
        manager | 杭州近30天客户之声 >> 换成南京 | insight.overview | city=南京 period=last30d
        manager | 杭州油耗怎么样 >> 和南京比呢 | insight.compare | city=杭州 aspect=fuel against=南京
        manager | 杭州油耗怎么样 >> 下一页 | more | city=杭州 aspect=fuel
        manager | 预警 A12 详情 >> 我来处理 | alert.claim | alert=12
        manager | 预警 A12 详情 >> 误报 | alert.dismiss | alert=12
        manager | 认领 A12 >> 通报给经销商 | alert.broadcast | alert=12
        dealer | 建议 #128 >> 支持 | suggestion.support | suggestion=128
        manager | 南京竞品怎么样 >> 苏州呢 | insight.competitors | city=苏州
        hq | 经销商排行榜 >> 华南呢 | ranking.dealers | region=华南
        dealer | 我要提建议 >> 油耗显示不准,高速上差很多 | suggestion.file |
        dealer | 我要提建议 >> 算了 | cancel |
        dealer | 我要提建议 >> 我店口碑怎么样 | insight.dealer |
        manager | 杭州客户之声 >> 那售后等待呢 | insight.aspect | city=杭州 aspect=after_sales.waiting
        manager | 上周杭州油耗怎么样 >> 有原话吗 | insight.quotes | city=杭州 aspect=fuel period=lastWeek
        dealer | 本地客户这周在说什么 >> 售后方面呢 | insight.aspect | aspect=after_sales period=thisWeek
        dealer | 智驾口碑 >> 有多少好评 | insight.aspect | aspect=driver_assist polarity=positive
        manager | 杭州售后上周怎么样 >> 绍兴呢 | insight.aspect | city=绍兴 aspect=after_sales period=lastWeek
        dealer | 油耗怎么样 >> 原文给我看看 >> 更多 | more | aspect=fuel
        manager | 成都空间怎么样 >> 跟上个月比呢 | insight.compare | city=成都 aspect=space against=previous
        manager | 杭州和宁波对比 >> 看看售后 | insight.compare | city=杭州 against=宁波 aspect=after_sales
        dealer | 竞品最近有什么动静 >> 上周呢 | insight.competitors | period=lastWeek
        manager | 现在有什么预警 >> 华东呢 | alert.list | region=华东
        manager | A12 详情 >> A13呢 | alert.show | alert=13
        manager | A12 详情 >> 静默两小时 | alert.silence | alert=12 duration=2h
        hq | 建议 #128 >> 采纳 | suggestion.decide | suggestion=128 status=accepted
        hq | 待评估的建议 >> 已采纳的呢 | suggestion.list | status=accepted
        dealer | 我们店口碑怎么样 >> 售后呢 | insight.dealer | aspect=after_sales
        dealer | 热门话题 >> 上周的呢 | insight.topics | period=lastWeek
        dealer | 我要提建议 >> 转人工 | handoff |
        dealer | 记录 >> 客户说方向盘有点重 | voice.record |
        dealer | 看看油耗的差评原文 >> 再来几条 | more | aspect=fuel polarity=negative
        dealer | 油耗怎么样 >> 全国平均呢 | insight.compare | aspect=fuel against=nation
        manager | 南京油耗怎么样 >> 宁波的呢? | insight.aspect | city=宁波 aspect=fuel
        manager | 南京油耗怎么样 >> 那差评有哪些 | insight.aspect | city=南京 aspect=fuel polarity=negative
        dealer | 客户之声 >> 换成上个月的看看 | insight.overview | period=lastMonth
        dealer | 客户之声 >> 智驾方面的 | insight.aspect | aspect=driver_assist
        dealer | 油耗怎么样 >> 跟全国对比一下 >> 续航呢 | insight.compare | aspect=charging against=nation
        manager | 杭州近30天客户之声 >> 还有宁波 | insight.overview | city=宁波 period=last30d
        manager | A7 详情 >> 解决了 | alert.resolve | alert=7
        dealer | 看看油耗的差评原文 >> 继续 | more | aspect=fuel polarity=negative
        dealer | 售后怎么样 >> 具体的原话呢 | insight.quotes | aspect=after_sales
        dealer | 我要提建议 >> 销售顾问工资太低留不住人 | suggestion.file |
        """)
}

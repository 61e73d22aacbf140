extension Wishes {
    /// At least one wish of every intent but of handing a warning over, whose name no word list knows; every kind of slip and padding is put on these.
    static let plain = table(
        """
        dealer | 我们城市的客户最近在说什么 | insight.overview |
        dealer | 上周客户反馈汇总 | insight.overview | period=lastWeek
        manager | 杭州最近口碑怎么样 | insight.overview | city=杭州
        hq | 宁波近30天客户之声 | insight.overview | city=宁波, period=last30d
        dealer | 油耗怎么样 | insight.aspect | aspect=fuel
        dealer | 大家对空间的评价 | insight.aspect | aspect=space
        dealer | 最近吐槽车机的多吗 | insight.aspect | aspect=software, polarity=negative
        manager | 杭州上个月的续航口碑 | insight.aspect | city=杭州, aspect=charging, period=lastMonth
        dealer | 油耗怎么样 >> 那售后呢 | insight.aspect | aspect=after_sales
        manager | 杭州油耗怎么样 >> 宁波呢 | insight.aspect | city=宁波, aspect=fuel
        dealer | 和全国比怎么样 | insight.compare | against=nation
        manager | 杭州和宁波对比 | insight.compare | city=杭州, against=宁波
        dealer | 竞品最近有什么动静 | insight.competitors |
        dealer | 看看油耗的差评原文 | insight.quotes | aspect=fuel, polarity=negative
        dealer | 油耗怎么样 >> 原话 | insight.quotes | aspect=fuel
        dealer | 给我营销建议 | insight.marketing |
        dealer | 我们店口碑怎么样 | insight.dealer |
        dealer | 本地购车线索 | insight.leads |
        dealer | 有哪些热门话题 | insight.topics |
        dealer | 本地有哪些意见领袖 | insight.topics |
        manager | 经销商排行榜 | ranking.dealers |
        manager | 华东经销商排名 | ranking.dealers | region=华东
        hq | 供应商记分卡 | ranking.suppliers |
        hq | 轮胎供应商表现 | ranking.suppliers | part=tire
        manager | 物流公司排名 | ranking.logistics |
        manager | 现在有什么预警 | alert.list |
        manager | 预警A12详情 | alert.show | alert=12
        manager | 认领A12 | alert.claim | alert=12
        manager | A12已解决 | alert.resolve | alert=12
        manager | A12误报 | alert.dismiss | alert=12
        manager | 静默A12两小时 | alert.silence | alert=12, duration=2h
        manager | 把A12通报给经销商 | alert.broadcast | alert=12
        dealer | 刹车异响怎么跟客户解释 | guidance.ask |
        dealer | 我要提建议 | suggestion.file |
        dealer | 我的建议 | suggestion.mine |
        dealer | 建议#128到哪一步了 | suggestion.show | suggestion=128
        dealer | 支持#128 | suggestion.support | suggestion=128
        manager | 待评估的建议 | suggestion.list | status=open
        manager | 采纳#128 | suggestion.decide | suggestion=128, status=accepted
        dealer | 订阅日报 | subscription.add | topic=daily
        dealer | 我要订阅预警 | subscription.add | topic=alert
        dealer | 退订周报 | subscription.remove | topic=weekly
        dealer | 我的订阅 | subscription.list |
        dealer | 记录 客户说空调有异味 | voice.record |
        admin | 发送失败的消息 | outbox.list |
        admin | 查看消息#128 | outbox.show | delivery=128
        admin | 重发#128 | outbox.retry | delivery=128
        admin | 丢弃#128 | outbox.drop | delivery=128
        dealer | 我是谁 | profile.show |
        dealer | 绑定杭州西湖店 | profile.bind |
        dealer | 油耗的原话 >> 更多 | more | aspect=fuel
        dealer | 帮助 | help |
        dealer | 转人工 | handoff |
        dealer | 谢谢 | thanks |
        dealer | 算了 | cancel |
        manager | A12为什么发给我 | alert.reason | alert=12
        manager | A12走势 | alert.trend | alert=12
        manager | A12原话 | alert.quotes | alert=12
        """)

    /// Wishes with signs and blanks, all of which are left out.
    static let punctuated = table(
        """
        dealer | 你好,请问:我们城市的客户,最近在说什么? | insight.overview |
        dealer | 老师,油耗怎么样?谢谢! | insight.aspect | aspect=fuel
        manager | 杭州,上周,客户反馈。 | insight.overview | city=杭州, period=lastWeek
        manager | 宁波、续航、口碑? | insight.aspect | city=宁波, aspect=charging
        dealer | 和全国比,怎么样? | insight.compare | against=nation
        manager | 杭州 vs 宁波,对比一下 | insight.compare | city=杭州, against=宁波
        dealer | 竞品:最近有什么动静? | insight.competitors |
        dealer | 看看「油耗」的差评,原文! | insight.quotes | aspect=fuel, polarity=negative
        manager | 预警 A12:详情? | alert.show | alert=12
        manager | 认领 A12。 | alert.claim | alert=12
        manager | 静默 A12,两小时! | alert.silence | alert=12, duration=2h
        manager | A12:已解决。 | alert.resolve | alert=12
        dealer | 订阅:日报。 | subscription.add | topic=daily
        dealer | 退订,周报! | subscription.remove | topic=weekly
        dealer | 建议 #128,到哪一步了? | suggestion.show | suggestion=128
        dealer | 支持 #128! | suggestion.support | suggestion=128
        dealer | 帮助? | help |
        dealer | 我是谁? | profile.show |
        manager | 把 A12,转给:张伟! | alert.assign | alert=12
        """)
}

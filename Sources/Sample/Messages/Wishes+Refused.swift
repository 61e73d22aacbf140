extension Wishes {
    /// What is not wanted, and what is wanted in its place.
    static let negated = table(
        """
        dealer | 不要订阅 | subscription.remove |
        dealer | 别推送了 | subscription.remove |
        dealer | 不想再收日报了 | subscription.remove | topic=daily
        dealer | 周报以后别给我发了 | subscription.remove | topic=weekly
        dealer | 不看油耗,看空间 | insight.aspect | aspect=space
        dealer | 别看内饰了,看外观 | insight.aspect | aspect=exterior
        dealer | 不是油耗是空间 | insight.aspect | aspect=space
        dealer | 不是价格,是配置 | insight.aspect | aspect=features
        dealer | 油耗怎么样 >> 不是油耗是空间 | insight.aspect | aspect=space
        dealer | 售后怎么样 >> 我问的不是售后,是交付 | insight.aspect | aspect=delivery
        dealer | 油耗不用看了,看看空间 | insight.aspect | aspect=space
        dealer | 动力就算了,看操控吧 | insight.aspect | aspect=handling
        manager | 不看杭州,看宁波的口碑 | insight.overview | city=宁波
        manager | 不是宁波是杭州的客户声音 | insight.overview | city=杭州
        dealer | 不要上周的,要这周的客户反馈 | insight.overview | period=thisWeek
        dealer | 不是昨天,是今天的客户声音 | insight.overview | period=today
        dealer | 不要好评,看差评原文 | insight.quotes | polarity=negative
        dealer | 不看差评,看好评原话 | insight.quotes | polarity=positive
        manager | 先别认领A12 | |
        manager | A12先不认领 | |
        manager | 不要通报A12 | |
        manager | A12别发给经销商 | |
        manager | 别静默A12 | |
        manager | A12不要静音 | |
        manager | A12还没解决 | |
        manager | A12没有处理完 | |
        manager | A12不是误报 | |
        manager | 别把A12标成误报 | |
        manager | 暂时不认领12号预警 | |
        manager | 我没说要认领A12 | |
        dealer | 不支持#128 | |
        dealer | 我不赞成#128 | |
        manager | 先不要采纳#128 | |
        manager | #128先别驳回 | |
        admin | 别重发#128 | |
        admin | #128不要丢弃 | |
        manager | A12谁认领了 | |
        manager | A12认领了吗 | |
        manager | 谁在处理A12 | |
        manager | A12解决了吗 | |
        manager | A12通报给经销商了吗 | |
        manager | A12有没有通报过 | |
        admin | #128重发了没有 | |
        manager | #128采纳了吗 | |
        manager | 别转给张伟 | |
        manager | A12先不要转给李强 | |
        manager | A12转给张伟了吗 | |
        manager | 先别通报A12：口径还没定 | |
        """)

    /// Harmless sentences, some with what sounds or looks like a command: nothing may change.
    static let harmless = table(
        """
        dealer | 简易维修要多久 | |
        dealer | 建议零售价是多少 | |
        manager | 任务领到了没 | |
        manager | 人领导怎么看 | |
        manager | 误报的多不多 | |
        manager | 物包到了吗 | |
        manager | 统报表在哪 | |
        manager | 同胞们怎么说 | |
        manager | 痛报的事情 | |
        manager | 经默片 | |
        manager | 敬墨A12 | |
        manager | 任令A12 | |
        manager | 童保A12给门店 | |
        dealer | 推定金额 | |
        dealer | 腿定周报 | |
        dealer | 推丁日报 | |
        admin | 重复#128 | |
        admin | 丢气#128 | |
        manager | 财纳#128 | |
        manager | 薄回#128 | |
        manager | 彩娜#128 | |
        dealer | 只吃#128 | |
        dealer | 织池#128 | |
        dealer | 客户电话给我 | |
        dealer | 把车主手机号发我 | |
        dealer | 导出excel | |
        dealer | 能不能下载成表格 | |
        dealer | 今天生意不好 | |
        dealer | 我先下班了 | |
        dealer | 帮顶一下班 | |
        dealer | 明天要去总部开会 | |
        dealer | 冰定西湖店 | |
        manager | 以解绝A12 | |
        manager | 意结局A12 | |
        """)
}

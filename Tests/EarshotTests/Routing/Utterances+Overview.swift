extension Utterances {
    /// What customers say in general.
    static let overview = table(
        """
        dealer | 本周怎么样 | insight.overview | period=thisWeek
        dealer | 最近出了什么事 | insight.overview |
        manager | 杭州发生了什么情况 | insight.overview | city=杭州
        dealer | 客户最想要什么 | insight.overview |
        dealer | 车主现在最看重哪些 | insight.overview |
        dealer | 上个月如何 | insight.overview | period=lastMonth
        manager | 近30天情况怎么样 | insight.overview | period=last30d
        dealer | 最近怎么样 | insight.overview |
        hq | 这几天情况怎样 | insight.overview |
        dealer | 咱这块儿的车主最近都嘀咕啥呢 | insight.overview |
        dealer | 麻烦您帮忙看一下,昨天本地客户都有哪些声音 | insight.overview | period=yesterday
        manager | 青岛过去两周用户反馈怎么样 | insight.overview | city=青岛 period=last14d
        hq | 请提供西南大区上月客户之声概览 | insight.overview | region=西南 period=lastMonth
        manager | 寧波這個月的客戶反饋 | insight.overview | city=宁波 period=thisMonth
        dealer | 最近有啥客户声音值得关注的 | insight.overview |
        manager | voc of 苏州 last week | insight.overview | city=苏州 period=lastWeek
        hq | 10月15日至10月21日广州口碑 | insight.overview | city=广州 period=2026-10-15..2026-10-21
        dealer | 这礼拜大伙儿都在骂什么 | insight.overview | period=thisWeek polarity=negative
        dealer | 请问近期本地车主都有哪些呼声 | insight.overview |
        dealer | 给我瞅一眼昨天的舆情 | insight.overview | period=yesterday
        manager | 麻烦汇总下东莞上礼拜的客户意见 | insight.overview | city=东莞 period=lastWeek
        manager | 无锡车主这俩礼拜说了点啥 | insight.overview | city=无锡 period=last14d
        hq | 华北区这个月口碑走势 | insight.overview | region=华北 period=thisMonth
        hq | 重慶最近30天用戶評價 | insight.overview | city=重庆 period=last30d
        dealer | 我市消费者最近都在关注些什么呢? | insight.overview |
        dealer | 今天有没有新的客户声音 | insight.overview | period=today
        manager | 昆明 voc 近7天 | insight.overview | city=昆明 period=last7d
        dealer | 顾客们对咱们车咋评价的 | insight.overview |
        hq | 九月份全国用户反馈情况 | insight.overview | period=2026-09-01..2026-09-30
        dealer | 客户都夸了哪些地方 | insight.overview | polarity=positive
        manager | 太原的差评多不多 | insight.overview | city=太原 polarity=negative
        dealer | what are customers saying recently | insight.overview |
        dealer | 最近客人们有啥反应没有 | insight.overview |
        manager | 贵阳上个月的用户口碑总结一下 | insight.overview | city=贵阳 period=lastMonth
        dealer | 帮我盘一下本周本地的舆论 | insight.overview | period=thisWeek
        manager | 常州怎么样了最近 | insight.overview | city=常州
        hq | 东北三省最近三十天客户反馈 | insight.overview | region=东北 period=last30d
        dealer | 老板让我看看这两周客户都在关心什么 | insight.overview | period=last14d
        manager | 烟台 11月5号 客户之声 | insight.overview | city=烟台 period=2026-11-05..2026-11-05
        dealer | 城里的车主现在什么态度 | insight.overview |
        manager | 嘉兴用户对我们的整体评价 | insight.overview | city=嘉兴
        dealer | 客户不满意的都是啥 | insight.overview | polarity=negative
        hq | 看一下全国的客户声音 | insight.overview |
        dealer | 客戶最近說什麼 | insight.overview |
        dealer | 看看这礼拜客户啥反馈 | insight.overview | period=thisWeek
        manager | 唐山客户最近什么看法 | insight.overview | city=唐山
        hq | 西南近一周口碑 | insight.overview | region=西南 period=last7d
        dealer | 本店所在城市的车主都在抱怨什么 | insight.overview | polarity=negative
        manager | 请汇总10月1日到10月7日三亚的客户反馈 | insight.overview | city=三亚 period=2026-10-01..2026-10-07
        dealer | 车主们最近开心不 有啥评价 | insight.overview |
        dealer | 今天大家怎么说 | insight.overview | period=today
        manager | 漳州口碑 上月 | insight.overview | city=漳州 period=lastMonth
        dealer | 我们这的用户近来有什么想法 | insight.overview |
        manager | 珠海上周舆情如何 | insight.overview | city=珠海 period=lastWeek
        hq | 给我华中地区本月的客户之声 | insight.overview | region=华中 period=thisMonth
        dealer | 车主圈最近说什么呢 | insight.overview |
        manager | 银川近60天整体口碑 | insight.overview | city=银川 period=last60d
        dealer | 前天客户都说了什么 | insight.overview | period=2026-11-19..2026-11-19
        manager | 宁波上季度口碑 | insight.overview | city=宁波 period=2026-07-01..2026-09-30
        dealer | 我们市客户近来聊些什么 | insight.overview |
        manager | 惠州本周客户口碑如何 | insight.overview | city=惠州 period=thisWeek
        hq | 西北上周用户声音 | insight.overview | region=西北 period=lastWeek
        dealer | 看下最近的客户反馈 | insight.overview |
        dealer | 希望看看客户口碑 | insight.overview |
        """)
}

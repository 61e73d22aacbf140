extension Utterances {
    /// Messages that build on the ones before, divided by `>>`.
    static let followUps = table(
        """
        hq | #57 进度 >> 看图片 | suggestion.attachments | suggestion=57
        hq | #57 进度 >> 58 附件 | suggestion.attachments | suggestion=58
        dealer | 油耗怎么样 >> 那上个月呢 | insight.aspect | aspect=fuel period=lastMonth
        dealer | 油耗怎么样 >> 上周怎么样 | insight.aspect | aspect=fuel period=lastWeek
        manager | 杭州售后怎么样 >> 近30天情况如何 | insight.aspect | city=杭州 aspect=after_sales period=last30d
        dealer | 竞品最近有什么动静 >> 上个月怎么样 | insight.competitors | period=lastMonth
        dealer | 油耗怎么样 >> 近30天呢 | insight.aspect | aspect=fuel period=last30d
        dealer | 和全国比怎么样 >> 近两周 | insight.overview | period=last14d
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
        dealer | 油耗怎么样 >> 那空间呢 | insight.aspect | aspect=space
        manager | 上周武汉口碑如何 >> 长沙呢 | insight.overview | city=长沙 period=lastWeek
        dealer | 智驾口碑 >> 跟全国比一下 | insight.compare | aspect=driver_assist against=nation
        manager | 苏州竞品怎么样 >> 近一个月的呢 | insight.competitors | city=苏州 period=last30d
        dealer | 看看售后的差评原文 >> 下一页 | more | aspect=after_sales polarity=negative
        manager | 现在有什么预警 >> A9怎么回事 >> 我来处理 | alert.claim | alert=9
        dealer | 本地客户这周都在聊啥 >> 有原话吗 | insight.quotes | period=thisWeek
        hq | 待评估的建议 >> #55 采纳 | suggestion.decide | suggestion=55 status=accepted
        dealer | 我要提建议 >> 展厅空调太老了希望总部补贴更换 | suggestion.file |
        dealer | 我要提建议 >> 不提了 | cancel |
        manager | 厦门近30天智驾口碑 >> 那泉州呢 | insight.aspect | city=泉州 aspect=driver_assist period=last30d
        dealer | 油耗怎么样 >> 换成续航看看 | insight.aspect | aspect=charging
        dealer | 我们店口碑怎么样 >> 上个月呢 | insight.dealer | period=lastMonth
        manager | A12 详情 >> 那A15呢 | alert.show | alert=15
        dealer | 空间口碑如何 >> 来几条原话 | insight.quotes | aspect=space
        dealer | 客户原声 内饰 >> 还有吗 | more | aspect=interior
        manager | 长沙售后怎么样 >> 跟武汉比呢 | insight.compare | city=长沙 aspect=after_sales against=武汉
        hq | 经销商排行榜 >> 上个月的呢 | ranking.dealers | period=lastMonth
        dealer | 有没有人想买车 >> 这周的 | insight.leads | period=thisWeek
        hq | 供应商记分卡 >> 轮胎的呢 | ranking.suppliers | part=tire
        manager | 杭州竞品怎么样 >> 他们的续航呢 | insight.competitors | city=杭州 aspect=charging
        dealer | 我要提建议 >> 车机导航能不能换成高德 | suggestion.file |
        dealer | 记录 >> 一位老客户说冬天掉电太快 | voice.record |
        hq | 建议 #61 >> 驳回 | suggestion.decide | suggestion=61 status=declined
        manager | 南京油耗怎么样 >> 换苏州 | insight.aspect | city=苏州 aspect=fuel
        dealer | 我们城市的客户最近在说什么 >> 那差评呢 | insight.overview | polarity=negative
        dealer | 我们城市的客户最近在说什么 >> 和全国比呢 | insight.compare | against=nation
        manager | 杭州上周客户反馈 >> 给我看看原话 | insight.quotes | city=杭州 period=lastWeek
        manager | 杭州和宁波对比 >> 那绍兴呢 | insight.compare | city=杭州 against=绍兴
        dealer | 竞品最近有什么动静 >> 更多 | more |
        manager | 华东预警 >> 华南呢 | alert.list | region=华南
        manager | 预警 A3 详情 >> 静默一天 | alert.silence | alert=3 duration=1d
        dealer | 建议 #128 >> 我支持 | suggestion.support | suggestion=128
        hq | 待评估的建议 >> 处理中的呢 | suggestion.list | status=in_progress
        dealer | 营销建议 >> 谢谢 | thanks |
        hq | 快递公司谁家投诉多 >> 上个月呢 | ranking.logistics | period=lastMonth
        manager | 上周宁波的热门话题 >> 温州的呢 | insight.topics | city=温州 period=lastWeek
        dealer | 车机口碑 >> 只看好评 >> 原话呢 | insight.quotes | aspect=software polarity=positive
        dealer | 油耗怎么样 >> 那上上周呢 | insight.aspect | aspect=fuel period=2026-11-02..2026-11-08
        manager | 杭州近30天客户之声 >> 油耗呢 >> 宁波呢 | insight.aspect | city=宁波 aspect=fuel period=last30d
        manager | 上海竞品怎么样 >> 给我原话 | insight.quotes | city=上海
        dealer | 看看油耗的差评原文 >> 好评的呢 | insight.quotes | aspect=fuel polarity=positive
        dealer | 售后怎么样 >> 跟上个月比 | insight.compare | aspect=after_sales against=previous
        dealer | 售后怎么样 >> 主要抱怨什么 | insight.aspect | aspect=after_sales polarity=negative
        manager | 现在有什么预警 >> 认领 A7 | alert.claim | alert=7
        manager | A7 详情 >> 通报给门店 | alert.broadcast | alert=7
        manager | A7 详情 >> 已解决 | alert.resolve | alert=7
        hq | 建议列表 >> #12 详情 | suggestion.show | suggestion=12
        dealer | 我要提建议 >> 试驾车太少,周末客户排不上 | suggestion.file |
        dealer | 我要提建议 >> 帮助 | help |
        manager | 成都 vs 重庆 空间 >> 油耗呢 | insight.compare | city=成都 against=重庆 aspect=fuel
        dealer | 热门话题 >> 更多 | more |
        manager | 青岛热门话题 >> 济南呢 | insight.topics | city=济南
        manager | 成都油耗怎么样 >> 重庆和它比呢 | insight.compare | city=成都 aspect=fuel against=重庆
        dealer | 续航口碑 >> 上个月的原话 | insight.quotes | aspect=charging period=lastMonth
        dealer | 续航口碑 >> 差评多吗 >> 更多 | more | aspect=charging polarity=negative
        manager | 长春近30天售后 >> 竞品呢 | insight.competitors | city=长春 aspect=after_sales period=last30d
        dealer | 建议 #128 >> 进展呢 | suggestion.show | suggestion=128
        manager | 认领 A12 >> 静默两小时 | alert.silence | alert=12 duration=2h
        manager | 客户反映天窗异响,请记录 >> 谢谢 | thanks |
        manager | 杭州售后口碑 >> 嘉兴呢 | insight.aspect | city=嘉兴 aspect=after_sales
        dealer | 外观怎么样 >> 原话 | insight.quotes | aspect=exterior
        dealer | 外观怎么样 >> 和上个月比 | insight.compare | aspect=exterior against=previous
        dealer | 客户之声 >> 这周的 | insight.overview | period=thisWeek
        manager | A12 详情 >> 认领 | alert.claim | alert=12
        manager | 泰州客户在说什么 >> 镇江南通对比 | insight.compare | city=镇江 against=南通
        manager | 泰州客户在说什么 >> 镇江、南通、盐城对比一下 | insight.compare | city=镇江 against=南通
        manager | 泰州客户在说什么 >> 徐州、淮安智驾对比 | insight.compare | city=徐州 against=淮安 aspect=driver_assist
        manager | 泰州客户在说什么 >> 泰州徐州外观对比 | insight.compare | city=泰州 against=徐州 aspect=exterior
        hq | 泰州客户在说什么 >> 华中西南对比 | insight.compare | region=华中
        manager | 泰州客户在说什么 >> 扬州 镇江 pk | insight.compare | city=扬州 against=镇江
        manager | 泰州智驾口碑 >> 泰州和扬州对比 | insight.compare | city=泰州 against=扬州 aspect=driver_assist
        manager | 泰州智驾口碑 >> 徐州和扬州对比 | insight.compare | city=徐州 against=扬州
        manager | 泰州智驾口碑 >> 和徐州、扬州比 | insight.compare | city=泰州 against=徐州 aspect=driver_assist
        hq | 华中和西南对比 >> 全国和武汉比 | insight.compare | city=武汉 against=nation
        hq | 湖北和湖南比 >> 华中对比一下 | insight.compare | region=华中
        manager | 杭州和宁波对比 >> 杭州呢 | insight.overview | city=杭州
        hq | 油耗和全国比 >> 宁波鄞州店 | insight.dealer | city=宁波 aspect=fuel
        manager | 杭州和宁波对比 >> 上周投诉 | insight.overview | city=杭州 period=lastWeek polarity=negative
        manager | 杭州和宁波对比 >> 交付投诉 | insight.aspect | city=杭州 aspect=delivery polarity=negative
        manager | 绍兴差评原话 >> 台州智驾 | insight.aspect | city=台州 aspect=driver_assist
        manager | 绍兴竞品怎么样 >> 台州外观 | insight.aspect | city=台州 aspect=exterior
        dealer | 我们店销售态度 >> 客户怎么夸我们店的 | insight.quotes | polarity=positive
        dealer | 本店的空间 >> 竞品原话 | insight.quotes |
        dealer | 空间差评原话 >> 被吐槽最多的是什么 | insight.overview | polarity=negative
        dealer | 空间原话 >> 差评有多少 | insight.aspect | aspect=space polarity=negative
        dealer | 空间怎么样 >> 去掉空间 | insight.overview |
        dealer | 不看空间看内饰 | insight.aspect | aspect=interior
        dealer | 内饰原话 >> 第三页 | more | aspect=interior
        """)
}

extension Utterances {
    /// Warnings and rankings.
    static let warningsAndRankings = table(
        """
        manager | 门店服务排名前十 | ranking.dealers |
        hq | 全国经销商里谁垫底 | ranking.dealers |
        manager | 江苏哪家店投诉最多 | ranking.dealers |
        dealer | 我们店在区域里排第几 | ranking.dealers |
        hq | 空调供应商哪家问题最多 | ranking.suppliers | part=air_conditioning
        hq | 电池厂商评分 | ranking.suppliers | part=battery
        hq | 物流商排行 | ranking.logistics |
        hq | 哪家快递最不靠谱 | ranking.logistics |
        manager | 有没有新的告警 | alert.list |
        manager | 南昌最近有什么风险预警吗 | alert.list | city=南昌
        manager | 还没人认领的预警有哪些 | alert.list |
        manager | 看看a15是怎么回事 | alert.show | alert=15
        manager | 第8号预警什么情况 | alert.show | alert=8
        manager | A23我来跟进 | alert.claim | alert=23
        manager | 处理A9 | alert.claim | alert=9
        manager | 预警31处理完了 | alert.resolve | alert=31
        manager | a6关掉吧已经解决 | alert.resolve | alert=6
        manager | 18号预警是误判 | alert.dismiss | alert=18
        manager | A5先别提醒我 明天再说 | alert.silence | alert=5
        manager | 屏蔽预警7半天 | alert.silence | alert=7 duration=12h
        manager | A3静音30分钟 | alert.silence | alert=3 duration=30m
        manager | 把12号预警的口径群发给门店 | alert.broadcast | alert=12
        manager | A8 下发到各店 | alert.broadcast | alert=8
        manager | 华北经销商排名 | ranking.dealers | region=华北
        manager | 哪些门店服务不好 | ranking.dealers |
        hq | 各店满意度排行 | ranking.dealers |
        manager | 西安的4s店谁家评价最高 | ranking.dealers | city=西安
        hq | 座椅供应商谁最差 | ranking.suppliers | part=seat
        hq | 看看供货商表现 | ranking.suppliers |
        hq | 承运商记分卡 | ranking.logistics |
        hq | 物流公司里哪家破损最多 | ranking.logistics |
        manager | 当前预警列表 | alert.list |
        manager | 我这有没有异常 | alert.list |
        manager | 武汉有预警吗 | alert.list | city=武汉
        manager | A30 | alert.show | alert=30
        manager | 打开9号预警 | alert.show | alert=9
        manager | 预警A2为什么触发 | alert.show | alert=2
        manager | A11 归我了 | alert.claim | alert=11
        manager | 预警5我接手 | alert.claim | alert=5
        manager | 领取A77 | alert.claim | alert=77
        manager | A4搞定了 | alert.resolve | alert=4
        manager | 关闭预警19 | alert.resolve | alert=19
        manager | A2 是假警报 | alert.dismiss | alert=2
        manager | a-14 标记为误报 | alert.dismiss | alert=14
        manager | 暂停A6提醒一天 | alert.silence | alert=6 duration=1d
        manager | A10 mute 4h | alert.silence | alert=10 duration=4h
        manager | 12号预警三小时内不要提醒我 | alert.silence | alert=12 duration=3h
        manager | 把A20发给各经销商 | alert.broadcast | alert=20
        manager | A1通知相关门店 | alert.broadcast | alert=1
        manager | 华中做得最好的经销商 | ranking.dealers | region=华中
        hq | 销售欺瞒最严重的是哪些店 | ranking.dealers | aspect=sales_service.deception
        hq | 刹车片是哪家供应商的问题 | ranking.suppliers | part=brake
        hq | 快递排名 | ranking.logistics |
        manager | 有没有待处理的预警 | alert.list |
        manager | 今天有新预警没 | alert.list | period=today
        manager | 说说A17 | alert.show | alert=17
        manager | 17号预警进展 | alert.show | alert=17
        manager | A17交给我处理 | alert.claim | alert=17
        manager | 我认领17号 | alert.claim | alert=17
        manager | A17可以关了 | alert.resolve | alert=17
        manager | A17这个是误报,不用管 | alert.dismiss | alert=17
        manager | A17 两天内别再推给我 | alert.silence | alert=17 duration=2d
        manager | 请把A17同步给杭州的门店 | alert.broadcast | alert=17
        hq | 全国门店服务排名 | ranking.dealers |
        manager | 华中大区哪家经销商口碑最好 | ranking.dealers | region=华中
        manager | 上个月倒数的门店有哪些 | ranking.dealers | period=lastMonth
        dealer | 我们店排名多少 | ranking.dealers |
        hq | 刹车片供应商得分 | ranking.suppliers | part=brake
        hq | 哪家供应商质量问题最多 | ranking.suppliers |
        hq | 座椅供应商评比一下 | ranking.suppliers | part=seat
        manager | 物流公司表现排个名 | ranking.logistics |
        hq | 承运商里谁最差 | ranking.logistics |
        hq | 哪个快递迟到最多 | ranking.logistics |
        manager | 今天有预警吗 | alert.list | period=today
        manager | 西北区目前有哪些告警没处理 | alert.list | region=西北
        manager | 列一下全部未关闭预警 | alert.list |
        manager | 成都有没有异常 | alert.list | city=成都
        manager | A21咋回事 | alert.show | alert=21
        manager | 看下预警27的细节 | alert.show | alert=27
        manager | 第九号预警是什么问题 | alert.show | alert=9
        manager | A33这个我来跟 | alert.claim | alert=33
        manager | 14号预警归我处理 | alert.claim | alert=14
        manager | 我接下A5 | alert.claim | alert=5
        manager | A16问题已经处理好了 | alert.resolve | alert=16
        manager | 22号预警可以结了 | alert.resolve | alert=22
        manager | 把A9关闭 | alert.resolve | alert=9
        manager | A13不是真的,误报了 | alert.dismiss | alert=13
        manager | 预警19属于误报 | alert.dismiss | alert=19
        manager | A2静默一个半小时 | alert.silence | alert=2 duration=90m
        manager | 静默两小时A13 | alert.silence | alert=13 duration=2h
        manager | 靜默A12兩小時 | alert.silence | alert=12 duration=2h
        manager | A18今天先别推了 | alert.silence | alert=18
        manager | 6号预警静音3天 | alert.silence | alert=6 duration=3d
        manager | A31的口径下发给经销商 | alert.broadcast | alert=31
        manager | 麻烦把24号预警通知到各门店 | alert.broadcast | alert=24
        manager | 本区域门店口碑排行 | ranking.dealers |
        manager | 华南哪些店投诉多 | ranking.dealers | region=华南
        hq | 服务最好的十家店 | ranking.dealers |
        manager | 合肥各门店销售态度排名 | ranking.dealers | city=合肥 aspect=sales_service.attitude
        hq | 经销商红黑榜上个月的 | ranking.dealers | period=lastMonth
        hq | 看看电池供应商的质量情况 | ranking.suppliers | part=battery
        hq | 供应商排行 | ranking.suppliers |
        hq | 空调是哪家供货的投诉最多 | ranking.suppliers | part=air_conditioning
        hq | 物流公司哪家好 | ranking.logistics |
        manager | 快递公司评分榜 | ranking.logistics |
        hq | 哪家承运商货损最多 | ranking.logistics |
        manager | 预警清单给我 | alert.list |
        manager | 有没有没人认领的预警 | alert.list |
        manager | 江苏那边 现在有啥告警 | alert.list |
        manager | 本周华中预警汇总 | alert.list | region=华中 period=thisWeek
        manager | 深圳油耗方面有预警吗 | alert.list | city=深圳 aspect=fuel
        manager | 详细说说A40 | alert.show | alert=40
        manager | 预警 11 的原因是什么 | alert.show | alert=11
        manager | A8到底咋了 | alert.show | alert=8
        manager | show me A15 | alert.show | alert=15
        manager | A60 我认领 | alert.claim | alert=60
        manager | 35号预警交给我吧 | alert.claim | alert=35
        manager | 预警A3由我负责跟进 | alert.claim | alert=3
        manager | a44 我接了 | alert.claim | alert=44
        manager | A25已经闭环 | alert.resolve | alert=25
        manager | 预警A7的问题解决掉了 | alert.resolve | alert=7
        manager | 请关闭13号预警 | alert.resolve | alert=13
        manager | A36 处理完毕,可以结案 | alert.resolve | alert=36
        manager | A10不属实 | alert.dismiss | alert=10
        manager | 29号预警系误报,请忽略 | alert.dismiss | alert=29
        manager | A51 数据有误,是误报 | alert.dismiss | alert=51
        manager | A14一小时内别提醒 | alert.silence | alert=14 duration=1h
        manager | 把5号预警静音到... 算了就静音45分钟 | alert.silence | alert=5 duration=45m
        manager | snooze A22 for 2 hours | alert.silence | alert=22 duration=2h
        manager | 预警A9屏蔽一周 | alert.silence | alert=9 duration=7d
        manager | 将A27通报辖区各店 | alert.broadcast | alert=27
        manager | A19口径群发给经销商 | alert.broadcast | alert=19
        manager | 预警6转发给门店知晓 | alert.broadcast | alert=6
        hq | 华东门店排行榜 | ranking.dealers | region=华东
        manager | 表现最好的店是哪家 | ranking.dealers |
        hq | 售后做得最差的经销商 | ranking.dealers | aspect=after_sales
        manager | 这个月各店得分排名 | ranking.dealers | period=thisMonth
        dealer | 我店排第几 | ranking.dealers |
        hq | 车灯供应商哪家好 | ranking.suppliers | part=light
        hq | 零部件供应商评分 | ranking.suppliers |
        hq | 上个月供应商表现排名 | ranking.suppliers | period=lastMonth
        hq | 物流记分卡 | ranking.logistics |
        hq | 快递商里哪家态度最差 | ranking.logistics |
        manager | 运输公司评比结果 | ranking.logistics |
        manager | 目前有几个预警 | alert.list |
        manager | 山东有预警没有 | alert.list |
        manager | 武汉昨天的预警 | alert.list | city=武汉 period=yesterday
        hq | 全部待认领预警 | alert.list |
        manager | 我负责的区域有哪些预警 | alert.list |
        manager | A17的情况说一下 | alert.show | alert=17
        manager | 查看预警88 | alert.show | alert=88
        manager | 三号预警什么原因触发的 | alert.show | alert=3
        manager | 预警A6最新进展 | alert.show | alert=6
        manager | 预警A20我来负责 | alert.claim | alert=20
        manager | 我来认领9号 | alert.claim | alert=9
        manager | A2派给我 | alert.claim | alert=2
        manager | 认领预警 41 | alert.claim | alert=41
        manager | A30这事儿了结了 | alert.resolve | alert=30
        manager | 预警12可以关闭了 | alert.resolve | alert=12
        manager | 把A18标记为已解决 | alert.resolve | alert=18
        manager | A5 fixed | alert.resolve | alert=5
        manager | A9是系统误判 | alert.dismiss | alert=9
        manager | 核实过了,A24是误报 | alert.dismiss | alert=24
        manager | 把7号预警标成误报 | alert.dismiss | alert=7
        manager | 静音A40,五个小时 | alert.silence | alert=40 duration=5h
        manager | A3免打扰到明天,先静默24小时 | alert.silence | alert=3 duration=24h
        manager | 预警15暂停提醒两天 | alert.silence | alert=15 duration=2d
        manager | 麻烦静默一下A8 | alert.silence | alert=8
        manager | A14向经销商通报 | alert.broadcast | alert=14
        manager | 将预警A5同步给相关店 | alert.broadcast | alert=5
        manager | 把32号预警下发各门店 | alert.broadcast | alert=32
        manager | 江西门店排名 | ranking.dealers |
        hq | 哪几家经销商口碑最差 | ranking.dealers |
        manager | 上周服务排行榜 | ranking.dealers | period=lastWeek
        hq | 屏幕供应商谁家问题多 | ranking.suppliers | part=screen
        hq | 供应商本月评分 | ranking.suppliers | period=thisMonth
        hq | 哪个物流商最慢 | ranking.logistics |
        hq | 承运商上月排名 | ranking.logistics | period=lastMonth
        manager | 预警列表 | alert.list |
        manager | 西南有没有新预警 | alert.list | region=西南
        manager | 未处理预警 | alert.list |
        manager | A11 是什么情况 | alert.show | alert=11
        manager | 打开A6看看 | alert.show | alert=6
        manager | 预警二十三 | alert.show | alert=23
        manager | A19 我跟进 | alert.claim | alert=19
        manager | 这个我来处理 A28 | alert.claim | alert=28
        manager | 8号预警我认领了 | alert.claim | alert=8
        manager | A21解决了 | alert.resolve | alert=21
        manager | 预警10已处理完 | alert.resolve | alert=10
        manager | 结案 A3 | alert.resolve | alert=3
        manager | A4 虚惊一场 | alert.dismiss | alert=4
        manager | 屏蔽A7三十分钟 | alert.silence | alert=7 duration=30m
        manager | A1 静音半天 | alert.silence | alert=1 duration=12h
        manager | 暂停A9,6小时 | alert.silence | alert=9 duration=6h
        manager | 广播A15 | alert.broadcast | alert=15
        manager | A20通知经销商 | alert.broadcast | alert=20
        manager | 福建经销商排行 | ranking.dealers |
        manager | 西北投诉最多的门店 | ranking.dealers | region=西北
        hq | 玻璃供应商表现怎么样 | ranking.suppliers | part=glass
        hq | 哪家物流公司投诉最少 | ranking.logistics |
        manager | 有预警吗现在 | alert.list |
        manager | 东北当前预警 | alert.list | region=东北
        manager | A45详情 | alert.show | alert=45
        manager | 看看第16号预警 | alert.show | alert=16
        manager | A52 我负责 | alert.claim | alert=52
        manager | 26号预警我来盯 | alert.claim | alert=26
        manager | A52 处理完成 | alert.resolve | alert=52
        manager | 26号预警已解决 | alert.resolve | alert=26
        manager | A52 是误判 | alert.dismiss | alert=52
        manager | 26号误报 | alert.dismiss | alert=26
        manager | A52 静默到明早 | alert.silence | alert=52
        manager | 把26号预警静默3小时 | alert.silence | alert=26 duration=3h
        manager | A52 下发口径 | alert.broadcast | alert=52
        manager | 26号预警发给门店 | alert.broadcast | alert=26
        manager | 门店排行 | ranking.dealers |
        hq | 华中服务最好的店 | ranking.dealers | region=华中
        hq | 电池供应商记分卡 | ranking.suppliers | part=battery
        hq | 快递公司排行 | ranking.logistics |
        manager | 有新预警吗 | alert.list |
        manager | 上海预警 | alert.list | city=上海
        manager | A9 | alert.show | alert=9
        manager | 预警A31什么原因 | alert.show | alert=31
        manager | A31我来 | alert.claim | alert=31
        manager | 我来跟进31号预警 | alert.claim | alert=31
        manager | A31 关闭 | alert.resolve | alert=31
        manager | A31 不是问题,误报 | alert.dismiss | alert=31
        manager | A31 静默1天 | alert.silence | alert=31 duration=1d
        manager | A31 群发给门店 | alert.broadcast | alert=31
        """)
}

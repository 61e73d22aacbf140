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
        """)
}

extension Utterances {
    /// What is sent regularly.
    static let subscriptions = table(
        """
        dealer | 我想订月报 | subscription.add | topic=monthly
        dealer | 每天早上七点半推日报给我 | subscription.add | topic=daily schedule=daily@07:30
        manager | 每个礼拜二上午十点发我苏州的周报 | subscription.add | topic=weekly city=苏州 schedule=weekly@Tue 10:00
        manager | 每月5号下午2点发月报 | subscription.add | topic=monthly schedule=monthly@5 14:00
        dealer | 开启预警提醒 | subscription.add | topic=alert
        dealer | 日报停了吧 | subscription.remove | topic=daily
        dealer | 我不订周报了 | subscription.remove | topic=weekly
        dealer | 取消预警订阅 | subscription.remove | topic=alert
        dealer | 所有推送都退掉 | subscription.remove | topic=all
        dealer | 我现在订了几个报告 | subscription.list |
        dealer | 看看我的订阅情况 | subscription.list |
        dealer | 我要订阅月报和预警 | subscription.add | topic=monthly
        dealer | 每晚8点给我来份日报 | subscription.add | topic=daily schedule=daily@20:00
        manager | 每周四下午4点推送武汉售后情况 | subscription.add | topic=weekly city=武汉 aspect=after_sales schedule=weekly@Thu 16:00
        manager | 每月一号早上九点发月报给我 | subscription.add | topic=monthly schedule=monthly@1 09:00
        dealer | 有新预警马上告诉我 | subscription.add | topic=alert
        dealer | subscribe weekly report | subscription.add | topic=weekly
        dealer | 不想要日报了 | subscription.remove | topic=daily
        dealer | 麻烦把我的周报取消掉 | subscription.remove | topic=weekly
        dealer | 月报以后别发了 | subscription.remove | topic=monthly
        dealer | 预警通知别再推送给我 | subscription.remove | topic=alert
        dealer | 我都订阅了哪些内容 | subscription.list |
        dealer | 查询订阅 | subscription.list |
        dealer | 给我订个日报 | subscription.add | topic=daily
        dealer | 每周日晚上七点发周报 | subscription.add | topic=weekly schedule=weekly@Sun 19:00
        manager | 订阅华南月报 | subscription.add | topic=monthly region=华南
        dealer | 预警来了提醒我 | subscription.add | topic=alert
        manager | 每天9:15推送南昌的差评 | subscription.add | topic=daily city=南昌 polarity=negative schedule=daily@09:15
        dealer | 早上6点半推日报 | subscription.add | topic=daily schedule=daily@06:30
        dealer | 退掉日报 | subscription.remove | topic=daily
        dealer | 别推月报了 | subscription.remove | topic=monthly
        dealer | 请取消我的周报订阅 | subscription.remove | topic=weekly
        dealer | 全都不要订了 | subscription.remove | topic=all
        dealer | 我订了啥 | subscription.list |
        dealer | 目前我有什么订阅 | subscription.list |
        dealer | 订阅周报 每周五下午5点 | subscription.add | topic=weekly schedule=weekly@Fri 17:00
        dealer | 每天10点发日报 | subscription.add | topic=daily schedule=daily@10:00
        manager | 订阅青岛预警 | subscription.add | topic=alert city=青岛
        dealer | 每月15号给我月报 | subscription.add | topic=monthly schedule=monthly@15 09:00
        dealer | 不要再给我推预警了 | subscription.remove | topic=alert
        dealer | 退订全部 | subscription.remove | topic=all
        dealer | 取消月报 | subscription.remove | topic=monthly
        dealer | 不想再收周报 | subscription.remove | topic=weekly
        dealer | 订阅列表 | subscription.list |
        dealer | 我都订了什么报告 | subscription.list |
        dealer | 每天发我预警汇总 | subscription.add | topic=alert
        dealer | 每月最后给我月报 | subscription.add | topic=monthly
        dealer | 周二早上8点发周报 | subscription.add | topic=weekly schedule=weekly@Tue 08:00
        dealer | 日报不用发了 | subscription.remove | topic=daily
        dealer | 关闭预警推送 | subscription.remove | topic=alert
        dealer | 我现在的订阅 | subscription.list |
        dealer | 订阅月报 | subscription.add | topic=monthly
        manager | 每周三早上8点半推送上海周报 | subscription.add | topic=weekly city=上海 schedule=weekly@Wed 08:30
        dealer | 不订日报了 | subscription.remove | topic=daily
        dealer | 停止推送预警 | subscription.remove | topic=alert
        dealer | 我订阅了哪些 | subscription.list |
        manager | 希望每天9点收到日报 | subscription.add | topic=daily schedule=daily@09:00
        """)
}

extension Utterances {
    /// Subscriptions, small talk, and what the bot does not understand.
    static let talk = table(
        """
        dealer | 每天早上八点发我日报 | subscription.add | topic=daily schedule=daily@08:00
        manager | 每月1号上午10点推月报 | subscription.add | topic=monthly schedule=monthly@1 10:00
        dealer | 帮我开通预警推送 | subscription.add | topic=alert
        manager | 工作日下午5点半给我发南京的日报 | subscription.add | topic=daily city=南京 schedule=workdays@17:30
        dealer | 周五下午三点给我发周报 | subscription.add | topic=weekly schedule=weekly@Fri 15:00
        dealer | 月报别再给我推了 | subscription.remove | topic=monthly
        dealer | 全部退订 | subscription.remove | topic=all
        dealer | 我不想收到预警了 | subscription.remove | topic=alert
        dealer | 不要订阅日报 | subscription.remove | topic=daily
        dealer | 看下我都订了哪些东西 | subscription.list |
        dealer | help | help |
        dealer | 这个机器人怎么使用啊 | help |
        dealer | 我想跟真人说话 | handoff |
        dealer | 帮我联系一下区域经理 | handoff |
        dealer | 早上好呀 | greeting |
        dealer | 好的,多谢啦 | thanks |
        dealer | 不用了,算了 | cancel |
        dealer | quxiao | cancel |
        dealer | 我绑定的是哪家店 | profile.show |
        dealer | 我要换绑到苏州园区店 | profile.bind |
        dealer | 给我讲个笑话 | unknown |
        dealer | 明天会下雨吗 | unknown |
        dealer | 百公里加速几秒 | unknown |
        dealer | 哈哈哈哈 | unknown |
        dealer | 中午吃什么 | unknown |
        dealer | 这车百公里油耗多少升 | unknown |
        dealer | qwer1234 | unknown |
        dealer | 我要订周报 | subscription.add | topic=weekly
        manager | 每周五17:30推送华东周报 | subscription.add | topic=weekly region=华东 schedule=weekly@Fri 17:30
        dealer | 晚上九点给我推日报 | subscription.add | topic=daily schedule=daily@21:00
        manager | 订阅成都售后的周报 | subscription.add | topic=weekly city=成都 aspect=after_sales
        dealer | 有预警就通知我 | subscription.add | topic=alert
        dealer | 取消订阅 | subscription.remove |
        dealer | 把月报退了 | subscription.remove | topic=monthly
        dealer | 停掉每天的日报 | subscription.remove | topic=daily
        dealer | 别给我发周报了 | subscription.remove | topic=weekly
        dealer | 我有哪些订阅 | subscription.list |
        dealer | 你会什么 | help |
        dealer | 使用说明 | help |
        dealer | 转接客服 | handoff |
        dealer | 有没有活人 | handoff |
        dealer | hello | greeting |
        dealer | 在吗 | greeting |
        dealer | thank you | thanks |
        dealer | 退出 | cancel |
        dealer | 我有什么权限 | profile.show |
        dealer | 我要绑定门店 | profile.bind |
        dealer | 你喜欢什么颜色 | unknown |
        dealer | 1+1等于几 | unknown |
        dealer | 推荐一部电影 | unknown |
        dealer | 帮我订个酒店 | unknown |
        dealer | 换机油多少钱 | unknown |
        dealer | 啦啦啦 | unknown |
        dealer | 北京到上海的高铁几点 | unknown |
        dealer | 怎么减肥 | unknown |
        dealer | 以后每天给我发日报 | subscription.add | topic=daily
        dealer | 想订阅一下周报和预警 | subscription.add | topic=weekly
        manager | 每周三晚上8点发宁波周报给我 | subscription.add | topic=weekly city=宁波 schedule=weekly@Wed 20:00
        dealer | 预警推送关了吧 | subscription.remove | topic=alert
        dealer | 以后不用给我发月报了 | subscription.remove | topic=monthly
        dealer | 查看我的订阅列表 | subscription.list |
        dealer | 都有什么指令 | help |
        dealer | 你可以帮我做什么 | help |
        dealer | 人工服务 | handoff |
        dealer | 给我找个负责人 | handoff |
        dealer | 您好 | greeting |
        dealer | 辛苦啦 | thanks |
        dealer | 先不提了 | cancel |
        dealer | 我的账号是哪个店的 | profile.show |
        dealer | 绑定码 8F3K2Q | profile.bind |
        dealer | 写一首关于春天的诗 | unknown |
        dealer | 现在几点了 | unknown |
        dealer | 你是男的女的 | unknown |
        dealer | 发动机机油多久换一次 | unknown |
        dealer | 。。。 | unknown |
        dealer | 我爱你 | unknown |
        dealer | 轮胎气压打多少 | unknown |
        dealer | 这机器人都能干点啥 | help |
        dealer | 怎么玩这个 | help |
        dealer | 给我看看操作指南 | help |
        dealer | 接人工客服 | handoff |
        dealer | 我想和你们经理聊聊 | handoff |
        dealer | 机器人听不懂,找个真人来 | handoff |
        dealer | 下午好 | greeting |
        dealer | hi~ | greeting |
        dealer | 多谢多谢 | thanks |
        dealer | 好嘞,感谢 | thanks |
        dealer | 不弄了 | cancel |
        dealer | 取消吧,改天再说 | cancel |
        dealer | 我的账号信息 | profile.show |
        dealer | 我现在绑的是哪个门店 | profile.show |
        dealer | 绑定南京江宁店 | profile.bind |
        dealer | 怎么绑定我的店 | profile.bind |
        dealer | 你都能干些什么呀 | help |
        dealer | 有没有使用教程 | help |
        dealer | 不会用,教教我 | help |
        dealer | 麻烦转接人工 | handoff |
        dealer | 让区域经理联系我 | handoff |
        dealer | 有没有真人客服啊 | handoff |
        dealer | 哈喽,在不在 | greeting |
        dealer | 各位早上好 | greeting |
        dealer | 收到,谢谢 | thanks |
        dealer | 太感谢你啦 | thanks |
        dealer | 还是算了吧 | cancel |
        dealer | 不记了 | cancel |
        dealer | 我是哪家店的 | profile.show |
        dealer | 查看我的权限 | profile.show |
        dealer | 绑定到宁波鄞州店 | profile.bind |
        dealer | 我想换绑门店 | profile.bind |
        dealer | 你有什么功能 | help |
        dealer | 我该怎么问你 | help |
        dealer | 帮助文档在哪 | help |
        dealer | 人工客服在吗 | handoff |
        dealer | 我要找你们负责人 | handoff |
        dealer | 请帮我转接区域经理 | handoff |
        dealer | 嗨 你好 | greeting |
        dealer | good morning | greeting |
        dealer | 非常感谢您的帮助 | thanks |
        dealer | 谢谢哈 | thanks |
        dealer | 取消操作 | cancel |
        dealer | 先不提了吧 | cancel |
        dealer | 我的身份是什么 | profile.show |
        dealer | 我绑了哪个店 | profile.show |
        dealer | 我要绑定宁波鄞州店 | profile.bind |
        dealer | 绑定码是 7KQ2M9 | profile.bind |
        dealer | 功能介绍 | help |
        dealer | 可以问你什么 | help |
        dealer | 客服 | handoff |
        dealer | 联系区域经理 | handoff |
        dealer | 我要人工 | handoff |
        dealer | 你好呀 | greeting |
        dealer | 早 | greeting |
        dealer | 辛苦了 | thanks |
        dealer | 好的谢谢 | thanks |
        dealer | 算了 | cancel |
        dealer | 不用了谢谢 | cancel |
        dealer | 我是什么权限 | profile.show |
        dealer | 我绑定的门店 | profile.show |
        dealer | 绑定 杭州西湖店 | profile.bind |
        dealer | 帮我绑定苏州店 | profile.bind |
        dealer | 怎么查数据 | help |
        dealer | 指令有哪些 | help |
        dealer | 叫你们经理来 | handoff |
        dealer | 转客服 | handoff |
        dealer | 中午好 | greeting |
        dealer | 感谢 | thanks |
        dealer | 退出吧 | cancel |
        dealer | 我在系统里是什么角色 | profile.show |
        dealer | 更换绑定门店 | profile.bind |
        dealer | 你会做什么 | help |
        dealer | 找人工 | handoff |
        dealer | 你的数据准吗 | help |
        dealer | 这些数字靠谱吗 | help |
        dealer | 您好 在吗 | greeting |
        dealer | 谢谢你 | thanks |
        dealer | 取消了 | cancel |
        dealer | 我是哪个店的 | profile.show |
        dealer | 绑定一下南京江宁店 | profile.bind |
        """)
}

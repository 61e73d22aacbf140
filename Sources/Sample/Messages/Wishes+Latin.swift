extension Wishes {
    /// English words within Chinese.
    static let mixed = table(
        """
        dealer | 看下fuel | insight.aspect | aspect=fuel
        dealer | space怎么样 | insight.aspect | aspect=space
        dealer | 客户feedback汇总 | insight.overview |
        manager | 杭州的complaints | insight.overview | city=杭州, polarity=negative
        dealer | show一下interior的差评 | insight.quotes | aspect=interior, polarity=negative
        dealer | 最近price的评价如何 | insight.aspect | aspect=price
        dealer | compare一下全国 | insight.compare | against=nation
        dealer | 和全国benchmark一下 | insight.compare | against=nation
        manager | dealer ranking看一下 | ranking.dealers |
        manager | 看看dealer排名 | ranking.dealers |
        hq | supplier记分卡 | ranking.suppliers |
        hq | battery供应商表现 | ranking.suppliers | part=battery
        manager | 现在有什么alert | alert.list |
        manager | 有没有新的warning | alert.list |
        manager | claim A12 | alert.claim | alert=12
        manager | A12 close掉 | alert.resolve | alert=12
        dealer | subscribe日报 | subscription.add | topic=daily
        dealer | 订阅daily report | subscription.add | topic=daily
        dealer | unsubscribe周报 | subscription.remove | topic=weekly
        dealer | 退订weekly | subscription.remove | topic=weekly
        dealer | 竞品最近的voice | insight.competitors |
        dealer | competitor最近怎么样 | insight.competitors |
        dealer | 有哪些hot topic | insight.topics |
        dealer | 本地KOL有哪些 | insight.topics |
        dealer | 本地leads | insight.leads |
        dealer | sales leads看一下 | insight.leads |
        dealer | 给点marketing建议 | insight.marketing |
        dealer | 我们店的review怎么样 | insight.dealer |
        dealer | last week的客户声音 | insight.overview | period=lastWeek
        dealer | this month客户在说什么 | insight.overview | period=thisMonth
        dealer | after sales口碑 | insight.aspect | aspect=after_sales
        dealer | delivery慢的投诉多吗 | insight.aspect | aspect=delivery, polarity=negative
        dealer | 需要help | help |
        dealer | 给我menu | help |
        dealer | 我的subscription | subscription.list |
        dealer | check一下我的订阅 | subscription.list |
        """)

    /// Wishes in English alone.
    static let english = table(
        """
        dealer | top complaints | insight.overview | polarity=negative
        dealer | what do customers complain about | insight.overview | polarity=negative
        dealer | what are customers saying | insight.overview |
        dealer | show me customer feedback | insight.overview |
        manager | complaints in Hangzhou | insight.overview | city=杭州, polarity=negative
        manager | customer feedback in Ningbo last week | insight.overview | city=宁波, period=lastWeek
        dealer | how is fuel consumption | insight.aspect | aspect=fuel
        dealer | how is the interior | insight.aspect | aspect=interior
        dealer | what do people say about charging | insight.aspect | aspect=charging
        dealer | what do owners think about the price | insight.aspect | aspect=price
        dealer | compare with national average | insight.compare | against=nation
        dealer | compared to last month | insight.compare | against=previous, period=lastMonth
        dealer | competitors | insight.competitors |
        dealer | what are competitors doing | insight.competitors |
        dealer | hot topics | insight.topics |
        dealer | trending topics this week | insight.topics | period=thisWeek
        manager | dealer ranking | ranking.dealers |
        manager | best dealers | ranking.dealers |
        hq | supplier scorecard | ranking.suppliers |
        hq | supplier ranking | ranking.suppliers |
        manager | courier ranking | ranking.logistics |
        manager | which courier is the worst | ranking.logistics |
        manager | open alerts | alert.list |
        manager | any new warnings | alert.list |
        manager | show alert A12 | alert.show | alert=12
        manager | details of A12 | alert.show | alert=12
        manager | I will take A12 | alert.claim | alert=12
        manager | A12 is resolved | alert.resolve | alert=12
        manager | A12 false alarm | alert.dismiss | alert=12
        manager | mute A12 for 2 hours | alert.silence | alert=12, duration=2h
        dealer | subscribe to daily report | subscription.add | topic=daily
        dealer | subscribe to alerts | subscription.add | topic=alert
        dealer | unsubscribe weekly report | subscription.remove | topic=weekly
        dealer | stop sending daily report | subscription.remove | topic=daily
        dealer | my subscriptions | subscription.list |
        dealer | my suggestions | suggestion.mine |
        dealer | who am I | profile.show |
        dealer | talk to a human | handoff |
        dealer | help me please | help |
        dealer | thank you very much | thanks |
        dealer | customer quotes | insight.quotes |
        dealer | show negative quotes about fuel | insight.quotes | aspect=fuel, polarity=negative
        dealer | sales leads | insight.leads |
        dealer | who wants to buy a car | insight.leads |
        """)

    /// Wishes in Latin letters as they sound.
    static let pinyin = table(
        """
        dealer | kehu zuijin shuo shenme | insight.overview |
        dealer | kehu zai shuo shenme | insight.overview |
        dealer | youhao | insight.aspect | aspect=fuel
        dealer | youhao zenmeyang | insight.aspect | aspect=fuel
        dealer | kongjian zenmeyang | insight.aspect | aspect=space
        dealer | kan xia neishi | insight.aspect | aspect=interior
        dealer | shouhou koubei | insight.aspect | aspect=after_sales
        dealer | xuhang de koubei | insight.aspect | aspect=charging
        dealer | dingyue ribao | subscription.add | topic=daily
        dealer | wo yao dingyue yujing | subscription.add | topic=alert
        dealer | tuiding zhoubao | subscription.remove | topic=weekly
        dealer | quxiao dingyue ribao | subscription.remove | topic=daily
        dealer | wode dingyue | subscription.list |
        dealer | wo de jianyi | suggestion.mine |
        dealer | bangzhu | help |
        dealer | caidan | help |
        dealer | jingpin zuijin zenmeyang | insight.competitors |
        dealer | jingzheng duishou | insight.competitors |
        dealer | remen huati | insight.topics |
        dealer | bendi yijian lingxiu | insight.topics |
        dealer | gouche xiansuo | insight.leads |
        dealer | yingxiao jianyi | insight.marketing |
        dealer | yuanhua | insight.quotes |
        dealer | kan chaping yuanwen | insight.quotes | polarity=negative
        manager | hangzhou koubei zenmeyang | insight.overview | city=杭州
        manager | ningbo kehu shuo shenme | insight.overview | city=宁波
        manager | xianzai you shenme yujing | alert.list |
        manager | yujing liebiao | alert.list |
        manager | jingxiaoshang paiming | ranking.dealers |
        manager | jingxiaoshang paihangbang | ranking.dealers |
        hq | gongyingshang jifenka | ranking.suppliers |
        manager | wuliu gongsi paiming | ranking.logistics |
        dealer | he quanguo bi zenmeyang | insight.compare | against=nation
        dealer | he quanguo duibi | insight.compare | against=nation
        dealer | women dian koubei zenmeyang | insight.dealer |
        dealer | wo shi shei | profile.show |
        dealer | zhuan rengong | handoff |
        dealer | xiexie | thanks |
        dealer | wo yao ti jianyi | suggestion.file |
        dealer | gengduo | more |
        dealer | shangzhou kehu fankui | insight.overview | period=lastWeek
        dealer | zuotian de kehu shengyin | insight.overview | period=yesterday
        """)
}

extension Utterances {
    /// Suggestions, notes and what to tell customers.
    static let suggestions = table(
        """
        dealer | 客户问续航为什么打折,我该怎么回答 | guidance.ask |
        dealer | 有没有关于自燃事件的统一话术 | guidance.ask |
        dealer | 车主投诉异响怎么应对 | guidance.ask |
        dealer | 提个建议:能不能给门店多配一台试驾车 | suggestion.file |
        dealer | 我建议把保养套餐价格降一降 | suggestion.file |
        dealer | 给总部提个意见 物料来得太晚 | suggestion.file |
        dealer | 希望总部能把交车周期缩短到两周以内 | suggestion.file |
        dealer | 我上次提的那个建议怎么样了 | suggestion.mine |
        dealer | 我提过哪些建议 | suggestion.mine |
        dealer | #56 进度 | suggestion.show | suggestion=56
        dealer | 第33条建议采纳了吗 | suggestion.show | suggestion=33
        dealer | 赞成＃77 | suggestion.support | suggestion=77
        dealer | 给128号建议点个赞 | suggestion.support | suggestion=128
        hq | 有哪些建议还没处理 | suggestion.list | status=open
        manager | 华东的经销商都提了什么建议 | suggestion.list | region=华东
        hq | 已上线的建议列一下 | suggestion.list | status=shipped
        hq | #90 不采纳,预算不够 | suggestion.decide | suggestion=90 status=declined
        hq | 把#45标记为处理中 | suggestion.decide | suggestion=45 status=in_progress
        hq | 建议66已经上线了 | suggestion.decide | suggestion=66 status=shipped
        hq | 同意#12 | suggestion.decide | suggestion=12 status=accepted
        dealer | 有个客户来店里说座椅加热坏了 | voice.record |
        dealer | 帮我登记一条:车主反映天窗漏水 | voice.record |
        dealer | 客户说电池虚标怎么回复他 | guidance.ask |
        dealer | 价格下调老车主闹,有没有官方口径 | guidance.ask |
        dealer | 续航打折话术 | guidance.ask |
        dealer | 怎么跟车主解释OTA推迟 | guidance.ask |
        dealer | 建议厂家把钥匙改成卡片式的 | suggestion.file |
        dealer | 我想反馈个问题,系统派单老是延迟 | suggestion.file |
        dealer | 想给公司提点建议 | suggestion.file |
        dealer | 最好能增加一些冬季活动物料 | suggestion.file |
        dealer | 我反馈的问题有回复了吗 | suggestion.mine |
        dealer | 之前提的建议采纳了没有 | suggestion.mine |
        dealer | 查看建议#301 | suggestion.show | suggestion=301
        dealer | #88现在什么状态 | suggestion.show | suggestion=88
        dealer | 顶一下#15 | suggestion.support | suggestion=15
        dealer | 附议第9条建议 | suggestion.support | suggestion=9
        manager | 看看大家提的建议 | suggestion.list |
        hq | 处理中的建议有几条 | suggestion.list | status=in_progress
        hq | 通过#31,安排下季度做 | suggestion.decide | suggestion=31 status=accepted
        hq | #29 已落地 | suggestion.decide | suggestion=29 status=shipped
        hq | 否决建议72 | suggestion.decide | suggestion=72 status=declined
        dealer | 记一下,客户抱怨后备箱关不上 | voice.record |
        dealer | 刚才有位车主说导航总是带错路 | voice.record |
        dealer | 今天有个客户夸我们技师手艺好 | voice.record |
        dealer | 车主说车机黑屏,标准答复是什么 | guidance.ask |
        dealer | 遇到客户要求退车怎么办 怎么跟他说 | guidance.ask |
        dealer | 我有个建议 能不能延长首保时间 | suggestion.file |
        dealer | 强烈建议开放远程升级 | suggestion.file |
        dealer | 我之前反馈的那条到哪了 | suggestion.mine |
        dealer | 我的建议有没有被采纳 | suggestion.mine |
        dealer | 查一下100号建议 | suggestion.show | suggestion=100
        dealer | #100是什么内容 | suggestion.show | suggestion=100
        dealer | 我们店也有#100这个问题 | suggestion.support | suggestion=100
        dealer | 我也支持100号 | suggestion.support | suggestion=100
        hq | 今天收到哪些建议 | suggestion.list | period=today
        manager | 已驳回的建议 | suggestion.list | status=declined
        hq | 100号建议驳回,理由是法规不允许 | suggestion.decide | suggestion=100 status=declined
        hq | 采纳100 | suggestion.decide | suggestion=100 status=accepted
        dealer | 客户反映倒车雷达不灵,记录下来 | voice.record |
        dealer | 有位老客户打电话抱怨保养太贵 | voice.record |
        """)
}

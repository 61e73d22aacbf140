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
        dealer | 57 附件 | suggestion.attachments | suggestion=57
        hq | 给我看看57号建议的图片 | suggestion.attachments | suggestion=57
        manager | #57 有图片吗 | suggestion.attachments | suggestion=57
        hq | 不采纳 57 图片看不清 | suggestion.decide | suggestion=57 status=declined
        dealer | 57张图片 | unknown |
        dealer | 内饰照片上传一下 | unknown |
        dealer | 在没看图片 | unknown |
        dealer | 图片 | unknown |
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
        dealer | 客户问为啥降价这么快,我该咋说 | guidance.ask |
        dealer | 关于电池自燃有没有统一口径 | guidance.ask |
        dealer | 车主嫌保养贵怎么回应 | guidance.ask |
        dealer | OTA失败怎么跟客户交代 | guidance.ask |
        dealer | 提个建议 | suggestion.file |
        dealer | 建议把后排加个出风口 | suggestion.file |
        dealer | 我觉得厂家应该把售后群管一管 | suggestion.file |
        dealer | 想给总部反映个事,试驾车保险老是过期 | suggestion.file |
        dealer | 能不能给我们店多批点试驾车 | suggestion.file |
        dealer | 我之前那几条建议都怎么样了 | suggestion.mine |
        dealer | 查一下我提交的建议 | suggestion.mine |
        dealer | 我提的意见有人理吗 | suggestion.mine |
        dealer | 看看建议205 | suggestion.show | suggestion=205
        dealer | #17 有结果没有 | suggestion.show | suggestion=17
        dealer | 四十二号建议现在啥情况 | suggestion.show | suggestion=42
        dealer | 我顶#66 | suggestion.support | suggestion=66
        dealer | 支持一下73号建议 | suggestion.support | suggestion=73
        dealer | 建议#31 我们店也需要,+1 | suggestion.support | suggestion=31
        manager | 本区经销商提了哪些建议 | suggestion.list |
        hq | 已采纳的建议列出来 | suggestion.list | status=accepted
        hq | 本周新提的建议 | suggestion.list | period=thisWeek status=open
        manager | 杭州经销商的建议有哪些 | suggestion.list | city=杭州
        hq | #72 通过 | suggestion.decide | suggestion=72 status=accepted
        hq | 51号建议不予采纳,和现有规划冲突 | suggestion.decide | suggestion=51 status=declined
        hq | #40 转处理中 | suggestion.decide | suggestion=40 status=in_progress
        hq | 建议18已上线 | suggestion.decide | suggestion=18 status=shipped
        dealer | 帮忙登记:客户说副驾车窗异响 | voice.record |
        dealer | 今天来了个客户抱怨钥匙感应不灵 | voice.record |
        dealer | 客户张先生反馈底盘有异响,麻烦记录 | voice.record |
        dealer | 续航缩水客户闹着要退车,怎么安抚 | guidance.ask |
        dealer | 有人问召回的事,我怎么答复 | guidance.ask |
        dealer | 关于涨价的官方说法是啥 | guidance.ask |
        dealer | 充电桩安装慢 话术 | guidance.ask |
        dealer | how should i explain the recall to customers | guidance.ask |
        dealer | 想提个建议给厂家 | suggestion.file |
        dealer | 建议增加夜间救援电话 | suggestion.file |
        dealer | 我有个小建议,金融审批能快点就好了 | suggestion.file |
        dealer | 希望公司把试驾路线规范一下 | suggestion.file |
        dealer | 向厂家反馈:新车随车工具缺失严重 | suggestion.file |
        dealer | 能否增加门店的广告补贴 | suggestion.file |
        dealer | 我的提案现在啥情况 | suggestion.mine |
        dealer | 我们店提过的建议有哪些 | suggestion.mine |
        dealer | 上次反馈的那个事有下文吗 | suggestion.mine |
        dealer | #212到哪了 | suggestion.show | suggestion=212
        dealer | 第八十八号建议进展如何 | suggestion.show | suggestion=88
        dealer | 看一下#9的详情 | suggestion.show | suggestion=9
        dealer | 给#45投一票 | suggestion.support | suggestion=45
        dealer | 我赞成128号建议 | suggestion.support | suggestion=128
        dealer | #70 同求 | suggestion.support | suggestion=70
        hq | 经销商最近都提了啥建议 | suggestion.list |
        hq | 看下还没评估的建议 | suggestion.list | status=open
        manager | 南京门店提的建议 | suggestion.list | city=南京
        hq | 关于车机的建议有哪些 | suggestion.list | aspect=software
        hq | 被驳回的建议有几条 | suggestion.list | status=declined
        hq | 采纳#15,下季度上线 | suggestion.decide | suggestion=15 status=accepted
        hq | #61 拒绝 理由:合规风险 | suggestion.decide | suggestion=61 status=declined
        hq | 33号建议正在开发中 | suggestion.decide | suggestion=33 status=in_progress
        hq | #7 改成已上线 | suggestion.decide | suggestion=7 status=shipped
        dealer | 记一条客户反馈:导航定位不准 | voice.record |
        dealer | 刚接待一位客户,他说后排太窄 | voice.record |
        dealer | 客户李女士来电说提车等了两个月,请登记 | voice.record |
        dealer | 客户说车机老死机,我该怎么解释 | guidance.ask |
        dealer | 有没有应对退订的话术 | guidance.ask |
        dealer | 降价补偿的口径是什么 | guidance.ask |
        dealer | 车主追问什么时候推送新版本,怎么回 | guidance.ask |
        dealer | 漏油问题 如何向车主说明 | guidance.ask |
        dealer | 我想反馈一个问题:配件订货系统老崩 | suggestion.file |
        dealer | 建议改进一下车机语音 | suggestion.file |
        dealer | 希望能延长质保期 | suggestion.file |
        dealer | 给厂家提一条意见,充电口盖太松 | suggestion.file |
        dealer | 要是能送充电桩就好了 | suggestion.file |
        dealer | 我们店提议搞个老车主回馈 | suggestion.file |
        dealer | 我的建议进展 | suggestion.mine |
        dealer | 前几天提的建议采纳了吗 | suggestion.mine |
        dealer | 看看我提的那些建议 | suggestion.mine |
        dealer | 建议45什么进度 | suggestion.show | suggestion=45
        dealer | 查#300 | suggestion.show | suggestion=300
        dealer | 第7条建议的内容 | suggestion.show | suggestion=7
        dealer | 赞同第12号建议 | suggestion.support | suggestion=12
        dealer | #88 我们店也遇到了 支持 | suggestion.support | suggestion=88
        dealer | +1 #19 | suggestion.support | suggestion=19
        hq | 列出所有建议 | suggestion.list |
        hq | 处理中的建议 | suggestion.list | status=in_progress
        manager | 华中经销商的建议 | suggestion.list | region=华中
        hq | 上个月的建议有哪些 | suggestion.list | period=lastMonth
        hq | 待审核建议 | suggestion.list | status=open
        hq | 同意#64,转产品部 | suggestion.decide | suggestion=64 status=accepted
        hq | 第20号建议驳回 | suggestion.decide | suggestion=20 status=declined
        hq | #38已经上线了 | suggestion.decide | suggestion=38 status=shipped
        hq | 把建议11改为处理中 | suggestion.decide | suggestion=11 status=in_progress
        hq | 不采纳#5,用户量太少 | suggestion.decide | suggestion=5 status=declined
        dealer | 记录:王先生反映后视镜抖动 | voice.record |
        dealer | 麻烦记一下 有客户嫌座椅太硬 | voice.record |
        dealer | 客户今天来店抱怨充电桩装不上 | voice.record |
        dealer | 异味大怎么回复客户 | guidance.ask |
        dealer | 给我召回口径 | guidance.ask |
        dealer | 智驾事故客户担心安全,如何回应 | guidance.ask |
        dealer | 提个意见:返利结算太慢 | suggestion.file |
        dealer | 建议开个周末夜场试驾 | suggestion.file |
        dealer | 我想建议把首保里程放宽 | suggestion.file |
        dealer | 我有个主意 可以搞车主露营 | suggestion.file |
        dealer | 反馈一下,价格系统经常打不开 | suggestion.file |
        dealer | 我的建议怎么样了 | suggestion.mine |
        dealer | 我提了哪些建议 | suggestion.mine |
        dealer | #128 | suggestion.show | suggestion=128
        dealer | 建议六十六怎么样了 | suggestion.show | suggestion=66
        dealer | 支持建议15 | suggestion.support | suggestion=15
        dealer | 顶 #3 | suggestion.support | suggestion=3
        hq | 所有建议 | suggestion.list |
        hq | 已驳回的建议列表 | suggestion.list | status=declined
        manager | 大家都提了哪些建议 | suggestion.list |
        hq | 批准#22 | suggestion.decide | suggestion=22 status=accepted
        hq | #81 处理中 | suggestion.decide | suggestion=81 status=in_progress
        hq | 128号建议已上线,感谢 | suggestion.decide | suggestion=128 status=shipped
        hq | 拒绝#19 | suggestion.decide | suggestion=19 status=declined
        dealer | 记录一下 客户夸内饰好看 | voice.record |
        dealer | 有个车主说蓝牙老断连,帮忙登记 | voice.record |
        dealer | 客户反映天窗异响,请记录 | voice.record |
        dealer | 异响怎么解释 | guidance.ask |
        dealer | 涨价 口径 | guidance.ask |
        dealer | 建议把试驾协议电子化 | suggestion.file |
        dealer | 我有个建议:多搞车友会 | suggestion.file |
        dealer | 我提的建议到哪步了 | suggestion.mine |
        dealer | 99号建议 | suggestion.show | suggestion=99
        dealer | 赞成#21 | suggestion.support | suggestion=21
        manager | 最近有什么新建议 | suggestion.list |
        hq | 采纳了的建议 | suggestion.list | status=accepted
        hq | #21 驳回,重复 | suggestion.decide | suggestion=21 status=declined
        hq | #21 进入开发 | suggestion.decide | suggestion=21 status=in_progress
        dealer | 登记客户投诉:空调不凉 | voice.record |
        dealer | 客户刚打电话说刹车软 | voice.record |
        dealer | 客户抱怨续航不实怎么说 | guidance.ask |
        dealer | 有没有电池起火的口径 | guidance.ask |
        dealer | 建议:门店增加充电桩 | suggestion.file |
        dealer | 反馈一下 海报物料尺寸不对 | suggestion.file |
        dealer | 希望系统能批量导出客户 | suggestion.file |
        dealer | 我之前提的建议 | suggestion.mine |
        dealer | 建议#77进度 | suggestion.show | suggestion=77
        dealer | 我也支持#77 | suggestion.support | suggestion=77
        hq | 未处理的建议 | suggestion.list | status=open
        hq | 采纳 #77 | suggestion.decide | suggestion=77 status=accepted
        hq | #77 已上线 | suggestion.decide | suggestion=77 status=shipped
        dealer | 记一下:客户嫌提车慢 | voice.record |
        dealer | 刚有客户反映车机卡 | voice.record |
        """)
}

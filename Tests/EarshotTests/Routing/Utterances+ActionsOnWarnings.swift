extension Utterances {
    /// Who shall take a warning on; `person` as it was written.
    static let handingOver = table(
        """
        manager | 转给张伟 A12 | alert.assign | alert=12 person=张伟
        manager | A12 转给李强处理 | alert.assign | alert=12 person=李强
        manager | 把 A12 交给 林枫 | alert.assign | alert=12 person=林枫
        manager | a12转给王芳 | alert.assign | alert=12 person=王芳
        manager | 转給张伟 A12 | alert.assign | alert=12 person=张伟
        hq | 把Ａ１２轉給陳靜跟進 | alert.assign | alert=12 person=陳靜
        manager | 麻烦把12号预警指派给赵磊来处理吧 | alert.assign | alert=12 person=赵磊
        manager | 预警A7移交给欧阳娜娜 | alert.assign | alert=7 person=欧阳娜娜
        manager | A12转给@张伟 | alert.assign | alert=12 person=张伟
        manager | A12转给zhang_wei | alert.assign | alert=12 person=zhang_wei
        manager | A12 转给 ZhangWei 处理 | alert.assign | alert=12 person=ZhangWei
        manager | 转派给孙悦A33 | alert.assign | alert=33 person=孙悦
        manager | A12能不能转给张伟 | alert.assign | alert=12 person=张伟
        manager | A12 可以转给张伟吗 | alert.assign | alert=12 person=张伟
        manager | A12转给区域经理 | alert.assign | alert=12 person=区域经理
        manager | A12 详情 >> 转给张伟 | alert.assign | alert=12 person=张伟
        manager | 认领 A12 >> 交给林枫处理 | alert.assign | alert=12 person=林枫
        manager | A12转给张伟，他熟悉这家店 | alert.assign | alert=12 person=张伟 words=他熟悉这家店
        manager | 把A12转给张伟 因为他在杭州 | alert.assign | alert=12 person=张伟 words=他在杭州
        manager | A12转给李强：尽快联系客户 | alert.assign | alert=12 person=李强 words=尽快联系客户
        manager | 转给 A12 | alert.assign | alert=12
        manager | A17交给我处理 | alert.claim | alert=17
        manager | A12转给我 | alert.claim | alert=12
        dealer | 转给区域经理 | handoff |
        dealer | 转人工 | handoff |
        """)

    /// What one asks of a warning.
    static let askedOfWarnings = table(
        """
        manager | 为什么发给我 | alert.reason |
        manager | 为什么给我发这个 | alert.reason |
        manager | A12 为什么发给我 | alert.reason | alert=12
        manager | 为什么没发给我 | alert.reason |
        manager | A12 怎么没通知我 | alert.reason | alert=12
        manager | 为啥通知我啊 | alert.reason |
        hq | a12为什麼沒發給我 | alert.reason | alert=12
        manager | 12号预警为什么推给我 | alert.reason | alert=12
        manager | 这条预警咋发给我了 | alert.reason |
        dealer | 凭什么给我发这个？ | alert.reason |
        manager | 为什么没收到A12 | alert.reason | alert=12
        manager | A12 详情 >> 为什么发给我 | alert.reason | alert=12
        manager | 杭州刹车为什么没预警 | alert.absence | city=杭州 aspect=parts.brake
        manager | 为什么杭州油耗没有预警 | alert.absence | city=杭州 aspect=fuel
        hq | 华东为啥一直没报警 | alert.absence | region=华东
        manager | 怎么没有预警啊 | alert.absence |
        manager | A12 走势 | alert.trend | alert=12
        manager | A12趋势 | alert.trend | alert=12
        hq | 看看a12的走势 | alert.trend | alert=12
        manager | 12号预警走势图 | alert.trend | alert=12
        manager | A12 趨勢怎么样 | alert.trend | alert=12
        manager | 预警A9的趋势图给我看一下 | alert.trend | alert=9
        manager | A12：走势？ | alert.trend | alert=12
        manager | show me A12 trend | alert.trend | alert=12
        manager | A12 详情 >> 走势 | alert.trend | alert=12
        manager | A12 详情 >> 看看趋势 | alert.trend | alert=12
        manager | A12 更多操作 | alert.more | alert=12
        hq | A12更多操作 | alert.more | alert=12
        manager | 12号预警还有哪些操作 | alert.more | alert=12
        manager | A12 有哪些操作 | alert.show | alert=12
        hq | A12可以做什么操作 | alert.show | alert=12
        manager | A12 详情 >> 更多操作 | alert.more | alert=12
        manager | A12 其余操作 | alert.rest | alert=12
        manager | A12 更多操作 >> 其余操作 | alert.rest | alert=12
        manager | A12 原话 | alert.quotes | alert=12
        manager | 看看 A12 客户怎么说 | alert.quotes | alert=12
        manager | a12原话呢 | alert.quotes | alert=12
        dealer | A12的客户原话 | alert.quotes | alert=12
        manager | 12号预警的原文 | alert.quotes | alert=12
        manager | A12 源话 | alert.quotes | alert=12
        hq | A12客户都说了什么 | alert.quotes | alert=12
        manager | 把A12的原帖发我看看 | alert.quotes | alert=12
        manager | A12：原話 | alert.quotes | alert=12
        manager | A12 详情 >> 原话 | alert.quotes | alert=12
        manager | 认领 A12 >> 看看原话 | alert.quotes | alert=12
        manager | A12 走势 >> 原话呢 | alert.quotes | alert=12
        manager | A12 详情 >> 原话 >> A13呢 >> 走势 | alert.trend | alert=13
        """)

    /// What stays what it was.
    static let besideWarnings = table(
        """
        manager | 杭州油耗走势 | insight.aspect | city=杭州 aspect=fuel
        manager | 杭州走势 | insight.overview | city=杭州
        manager | A12 详情 >> 杭州油耗走势 | insight.aspect | city=杭州 aspect=fuel
        manager | 杭州最近口碑怎么样 >> 原话 | insight.quotes | city=杭州
        dealer | 我们城市的客户最近在说什么 >> 原话 | insight.quotes |
        dealer | 原话 | insight.quotes |
        manager | A12 详情 >> 油耗的原话 | insight.quotes | aspect=fuel
        manager | 现在有什么预警 >> 原话 | insight.quotes |
        manager | A12 明细 | alert.show | alert=12
        manager | 预警A2为什么触发 | alert.show | alert=2
        dealer | 油耗怎么样 >> 为什么涨了 | unknown |
        dealer | 日报怎么发给我 | subscription.add | topic=daily
        """)

    /// An action with what is added to it.
    static let withWords = table(
        """
        manager | 通报 A12：请统一回复已召回的批次 | alert.broadcast | alert=12 words=请统一回复已召回的批次
        manager | 通报A12 请各店统一回复客户：配件本周到 | alert.broadcast | alert=12 words=请各店统一回复客户：配件本周到
        manager | 通报A12请各店统一回复客户 | alert.broadcast | alert=12 words=请各店统一回复客户
        manager | 通报a12：不要承诺赔偿，只说正在核实 | alert.broadcast | alert=12 words=不要承诺赔偿，只说正在核实
        manager | 把A12通报给经销商，口径：电池软件下周升级 | alert.broadcast | alert=12 words=电池软件下周升级
        hq | 通报 A12 口径 异响是螺丝松动，免费紧固 | alert.broadcast | alert=12 words=异响是螺丝松动，免费紧固
        manager | 通報A12: 油耗偏高的客户请回店检测 | alert.broadcast | alert=12 words=油耗偏高的客户请回店检测
        manager | A12 详情 >> 通报：请回店检测胎压 | alert.broadcast | alert=12 words=请回店检测胎压
        manager | 静默 A12 2h 原因：正在核实 | alert.silence | alert=12 duration=2h words=正在核实
        manager | 静默A12 2小时 因为厂家在查 | alert.silence | alert=12 duration=2h words=厂家在查
        manager | 静默A12两小时因为厂家在查 | alert.silence | alert=12 duration=2h words=厂家在查
        manager | 静默A12，两小时，厂家在查 | alert.silence | alert=12 duration=2h words=厂家在查
        manager | A12 静音半天，等总部回复 | alert.silence | alert=12 duration=12h words=等总部回复
        manager | 静默 A12：2小时 | alert.silence | alert=12 duration=2h
        manager | A12 已解决，已更换批次 | alert.resolve | alert=12 words=已更换批次
        manager | 解决 A12 说明：供应商换了胶水 | alert.resolve | alert=12 words=供应商换了胶水
        manager | a12已解决：轮胎全部召回 | alert.resolve | alert=12 words=轮胎全部召回
        manager | A12 已解决 客户已经道歉并送了保养 | alert.resolve | alert=12 words=客户已经道歉并送了保养
        manager | A12已解决，油耗投诉没有再出现 | alert.resolve | alert=12 words=油耗投诉没有再出现
        manager | A12 详情 >> 解决了，配件到货了 | alert.resolve | alert=12 words=配件到货了
        manager | A12 误报，是水军 | alert.dismiss | alert=12 words=是水军
        manager | 误报 A12 原因：转帖 | alert.dismiss | alert=12 words=转帖
        manager | 误报A12 同一个客户发了十遍 | alert.dismiss | alert=12 words=同一个客户发了十遍
        manager | 误报A12，别的城市没有 | alert.dismiss | alert=12 words=别的城市没有
        manager | A12误报；刷评 | alert.dismiss | alert=12 words=刷评
        manager | 通报 A4：不要说“没问题”，要说“正在核实” | alert.broadcast | alert=4 words=不要说“没问题”，要说“正在核实”
        manager | 通报A4：明天上午，请各店回访客户 | alert.broadcast | alert=4 words=明天上午，请各店回访客户
        manager | 通报 A5：明天起，免费检测 | alert.broadcast | alert=5 words=明天起，免费检测
        manager | 通报 A4：第一，先停驶；第二，联系门店 | alert.broadcast | alert=4 words=第一，先停驶；第二，联系门店
        manager | 通报 A4：1、停驶 | alert.broadcast | alert=4 words=1、停驶
        manager | 通报 A4：您好，请停驶！谢谢，再见 | alert.broadcast | alert=4 words=您好，请停驶！谢谢，再见
        manager | 通报 A5：第二次，更正说法 | alert.broadcast | alert=5 words=第二次，更正说法
        manager | 通报 A4：11月30日前，所有门店完成检测 | alert.broadcast | alert=4 words=11月30日前，所有门店完成检测
        manager | 通报 A5：3月1日起，免费检测 | alert.broadcast | alert=5 words=3月1日起，免费检测
        manager | 通报 A4:3月1日起，免费检测 | alert.broadcast | alert=4 words=3月1日起，免费检测
        manager | 通报 A4：能不能请客户先到店？ | alert.broadcast | alert=4 words=能不能请客户先到店？
        manager | 通报A4，口径：明天上午，请各店回访客户 | alert.broadcast | alert=4 words=明天上午，请各店回访客户
        manager | 通报A4 好的，我们会处理 | alert.broadcast | alert=4 words=好的，我们会处理
        manager | 通报 A4 请先停驶，再联系门店 | alert.broadcast | alert=4 words=请先停驶，再联系门店
        manager | A7 详情 >> 通报 A4 请先停驶，再联系门店 | alert.broadcast | alert=4 words=请先停驶，再联系门店
        manager | A7 详情 >> 通报 A4 给经销商 请先停驶 | alert.broadcast | alert=4 words=请先停驶
        manager | A7 详情 >> 通报 A4：11月30日前，所有门店完成检测 | alert.broadcast | alert=4 words=11月30日前，所有门店完成检测
        manager | A3 已解决，第二次，已召回 | alert.resolve | alert=3 words=第二次，已召回
        manager | A3 误报：第二次了，是水军 | alert.dismiss | alert=3 words=第二次了，是水军
        manager | A3 已解决：把A5的配件也换了 | alert.resolve | alert=3 words=把A5的配件也换了
        """)

    /// What is no addition: more of the command, a question, another wish, or nothing.
    static let withoutWords = table(
        """
        manager | A36 处理完毕,可以结案 | alert.resolve | alert=36
        manager | 29号预警系误报,请忽略 | alert.dismiss | alert=29
        manager | 通报A12给经销商和区域经理 | alert.broadcast | alert=12
        manager | 通报 A12 给各店 | alert.broadcast | alert=12
        manager | 通报 A12 给门店 | alert.broadcast | alert=12
        manager | 通报A12 谢谢 | alert.broadcast | alert=12
        manager | 通报A12： | alert.broadcast | alert=12
        manager | 通报A12。 | alert.broadcast | alert=12
        manager | 静音A40,五个小时 | alert.silence | alert=40 duration=5h
        manager | A3免打扰到明天,先静默24小时 | alert.silence | alert=3 duration=24h
        manager | A12 已解决，谢谢 | alert.resolve | alert=12
        manager | A17这个是误报,不用管 | alert.dismiss | alert=17
        manager | A12解决了吗，客户还在投诉 | alert.show | alert=12
        """)

    /// Messages that name an action and do not want it.
    static let deniedOnWarnings = [
        "不要通报A12", "先别通报A12：口径还没定", "先别通报A4：口径没定", "不要通报A12，客户还没确认", "别静默A12 因为客户在等", "先别解决A12，还没换批次",
        "别转给张伟", "别把A12转给张伟",
        "A12先不要转给李强", "A12转给谁了", "A12转给张伟了吗", "A12转给张伟了没", "谁把A12转给张伟了", "A12还没解决，客户又投诉了", "A12不是误报，是真的",
        "我没说要通报A12：请等等",
        "A12通报给经销商了吗：急", "把报告转给张伟", "昨天把车交给客户了",
    ]
}

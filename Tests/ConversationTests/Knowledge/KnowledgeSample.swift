@testable import Earshot

/// Common questions of a car maker's dealers, made up, with other ways to ask each.
///
/// The words of `knowledge.json5` and the thresholds may be fitted to what is asked in `tuned`; of `fresh` only the figures are
/// looked at.
enum KnowledgeSample {
    struct Topic {
        var question: String
        var filed: [String] = []
        var tuned: [String]
        var fresh: [String]
    }

    /// The entry of a topic has its position, counted from 1, as its number.
    static let topics: [Topic] = ofCar + ofService + ofPurchase

    static func entries(filedAt moment: Timestamp) -> [KnowledgeEntry] {
        topics.enumerated().map { index, topic in
            KnowledgeEntry(
                number: Int64(index + 1),
                KnowledgeEntry.Content(
                    question: topic.question, variants: topic.filed, answer: "统一答复：\(topic.question)",
                    approver: "总部质量部"),
                filed: KnowledgeEntry.Mark(by: "zhaomin", at: moment))
        }
    }

    private static let ofCar: [Topic] = [
        Topic(
            question: "实际油耗比宣传高怎么解释", filed: ["油耗虚标"],
            tuned: ["客户说油耗比工信部高怎么回复", "油耗太高 口径", "车主抱怨比官方油耗费油怎么说", "怎么跟客户解释表显油耗和宣传不一样"],
            fresh: ["油耗跟公布的差太远客户要说法"]),
        Topic(
            question: "冬天续航缩水怎么解释", filed: ["冬季续航打折"],
            tuned: ["天冷了续航掉得厉害怎么跟客户说", "低温续航下降的口径", "零下的时候电跑得快正常吗", "冬季跑不到标称里程怎么答"],
            fresh: ["天一冷续航就打折咋回"]),
        Topic(
            question: "刹车异响是不是故障", filed: ["刹车有吱吱声"],
            tuned: ["踩刹车有怪声怎么跟客户解释", "刹车片异响口径", "低速制动时吱吱响有没有问题", "客户说刹车尖叫怎么回复"],
            fresh: ["踩刹车吱吱叫正不正常"]),
        Topic(
            question: "新车有异味怎么解释", filed: ["车内味道大 甲醛"],
            tuned: ["车里味道难闻怎么说", "客户担心甲醛超标怎么答", "新车气味重对小孩有没有害", "内饰味儿太大怎么跟客户解释"],
            fresh: ["新车里面味道太冲了"]),
        Topic(
            question: "车机卡顿死机怎么处理", filed: ["中控屏黑屏"],
            tuned: ["大屏没反应怎么弄", "车机老是重启怎么办", "屏幕突然黑了咋办", "车机反应慢客户有意见怎么说"],
            fresh: ["中控大屏卡死了怎么处理"]),
        Topic(
            question: "什么时候推送OTA升级", filed: ["系统更新时间"],
            tuned: ["下个版本的OTA什么时候来", "车机系统啥时候升级", "客户问新系统何时更新", "OTA推送时间"],
            fresh: ["OTA啥时候推"]),
        Topic(
            question: "电池质保几年", filed: ["三电质保政策"],
            tuned: ["动力电池保修多久", "三电保修期是多长", "电池坏了保几年", "电池包质保年限"],
            fresh: ["三电保修几年"]),
        Topic(
            question: "电池衰减多少可以更换", filed: ["电池健康度下降"],
            tuned: ["电池衰减到多少给换", "电池不耐用了能换吗", "用几年电池容量下降了厂家管换吗", "电池衰退能不能免费换新"],
            fresh: ["电池掉容量了能换新的吗"]),
        Topic(
            question: "智驾出了事故谁负责", filed: ["辅助驾驶责任"],
            tuned: ["开着辅助驾驶撞了算谁的", "自动驾驶出事故厂家赔吗", "用领航功能追尾了责任在谁", "智驾撞车谁来赔"],
            fresh: ["用辅助驾驶出了事故谁担责"]),
        Topic(
            question: "方向盘高速抖动怎么处理",
            tuned: ["跑高速方向盘抖", "上高速方向盘发抖怎么回事", "一百码以上方向盘震动怎么办", "客户反映方向盘高速颤"],
            fresh: ["方向盘跑高速的时候发抖"]),
        Topic(
            question: "车辆跑偏怎么办",
            tuned: ["松开方向盘车往右偏", "跑偏怎么处理", "直行老走偏咋处理", "客户说车跑偏了怎么答复"],
            fresh: ["车子往左跑偏"]),
        Topic(
            question: "空调不制冷怎么处理", filed: ["空调不凉"],
            tuned: ["空调吹出来不冷怎么办", "夏天空调制冷差怎么解释", "冷气不够凉客户不满意怎么说", "空调效果差怎么跟车主说"],
            fresh: ["空调不怎么凉"]),
        Topic(
            question: "变速箱低速顿挫正常吗",
            tuned: ["起步换挡一顿一顿的怎么解释", "变速箱顿挫口径", "低速的时候变速器闯怎么说", "双离合顿挫是不是坏了"],
            fresh: ["低速换挡顿挫感明显正常吗"]),
        Topic(
            question: "机油液位升高怎么解释", filed: ["机油增多"],
            tuned: ["机油尺超上限怎么回事", "机油变多了有影响吗", "客户发现机油越来越多怎么答", "机油增多的统一说法"],
            fresh: ["机油增多了怎么解释"]),
        Topic(
            question: "天窗漏水怎么处理",
            tuned: ["下雨天窗渗水", "全景天窗进水了怎么办", "洗车时天窗滴水进来咋处理", "天幕漏水怎么回复客户"],
            fresh: ["全景天窗漏水"]),
        Topic(
            question: "漆面掉漆怎么处理", filed: ["车漆起泡"],
            tuned: ["车漆鼓泡怎么办", "新车掉漆给补吗", "油漆脱落属于质量问题吗", "漆面起泡客户要重喷怎么答"],
            fresh: ["车漆起皮掉漆了"]),
        Topic(
            question: "倒车雷达误报怎么处理",
            tuned: ["雷达乱叫怎么办", "倒车雷达没东西也报警", "雷达老是误报怎么解释", "后面没障碍物雷达一直响"],
            fresh: ["倒车时雷达乱报"]),
        Topic(
            question: "轮胎鼓包能免费换吗", filed: ["轮胎质保"],
            tuned: ["胎鼓包了给换吗", "轮胎起包保修吗", "轮胎侧面起了个包厂家赔不赔", "胎壁鼓包在不在质保范围"],
            fresh: ["轮胎侧面鼓了个包"]),
    ]

    private static let ofService: [Topic] = [
        Topic(
            question: "整车质保多久", filed: ["保修期几年几万公里"],
            tuned: ["整车保修几年", "我们的车三包期多长时间", "新车保修期是几年", "质保政策是怎样的"],
            fresh: ["整车保修多少年"]),
        Topic(
            question: "首保免费吗", filed: ["首次保养要钱吗"],
            tuned: ["第一次保养收费吗", "首保什么时候做 要钱吗", "头一次保养不要钱吧", "首保费用多少"],
            fresh: ["首保是不是免费的"]),
        Topic(
            question: "保养周期是多久", filed: ["多少公里保养一次"],
            tuned: ["几千公里做一次保养", "保养间隔多长时间", "多久保养一回", "客户问半年没开也要保养吗"],
            fresh: ["多长时间要保养一次"]),
        Topic(
            question: "常规保养一次多少钱", filed: ["小保养价格"],
            tuned: ["做个小保养收多少钱", "保养费用大概多少", "X5做一次大保养得花多少", "保养贵不贵 一次几百"],
            fresh: ["做一次保养多少钱"]),
        Topic(
            question: "配件缺货要等多久", filed: ["配件没货怎么跟客户说"],
            tuned: ["等配件等太久怎么跟客户解释", "零件断货怎么回复", "备件迟迟不到客户催怎么说", "配件什么时候到货的口径"],
            fresh: ["配件一直没货客户等急了"]),
        Topic(
            question: "维修期间有没有代步车",
            tuned: ["修车的时候给代步车吗", "车在店里修能借车开吗", "维修时间长提供替用车吗", "代步车怎么申请"],
            fresh: ["车在修 有代步车吗"]),
        Topic(
            question: "道路救援怎么申请", filed: ["免费拖车"],
            tuned: ["车半路抛锚了怎么叫救援", "拖车收不收费", "趴窝在高速上找谁救援", "道路救援是不是免费的"],
            fresh: ["高速上抛锚怎么叫拖车"]),
        Topic(
            question: "钥匙丢了怎么补配", filed: ["配钥匙多少钱"],
            tuned: ["车钥匙丢了怎么办", "补一把遥控钥匙要多少钱", "钥匙不见了去哪里配", "再配一把钥匙贵吗"],
            fresh: ["车钥匙掉了重新配要多少"]),
        Topic(
            question: "手机APP绑定不了车怎么办", filed: ["APP登录不了"],
            tuned: ["app连不上车", "手机app绑不上怎么弄", "客户的手机软件连接不上车辆", "APP一直登不上去怎么处理"],
            fresh: ["APP怎么绑定不了车辆"]),
        Topic(
            question: "车载流量用完怎么收费", filed: ["免费流量几年"],
            tuned: ["车机流量多少钱一年", "流量到期了怎么续", "车联网流量免费几年", "上网流量不够用怎么买"],
            fresh: ["流量用光了怎么充"]),
        Topic(
            question: "外地车能在本店保养吗", filed: ["异地质保"],
            tuned: ["别的城市买的车能来我们店做保养吗", "异地买的车质保通用吗", "客户在外地提的车能在我们这保修吗", "不在本店买的车保养管不管"],
            fresh: ["异地购车能在我店保养吗"]),
        Topic(
            question: "改装加装影响质保吗",
            tuned: ["贴膜会影响保修吗", "自己加装了行车记录仪还保修吗", "客户改装过还能质保吗", "在外面加装东西会不会脱保"],
            fresh: ["私自改装还在质保里吗"]),
        Topic(
            question: "车辆有召回吗怎么查", filed: ["怎么查召回"],
            tuned: ["怎么知道我的车在不在召回范围", "召回怎么查询", "客户听说召回了问他的车算不算", "召回名单在哪看"],
            fresh: ["怎么查我的车在不在召回里"]),
    ]

    private static let ofPurchase: [Topic] = [
        Topic(
            question: "订金能退吗", filed: ["定金退不退"],
            tuned: ["客户不想买了订金给退吗", "交的定金怎么退", "不要车了意向金退不退", "退订的话定金返还吗"],
            fresh: ["交了订金反悔能退吗"]),
        Topic(
            question: "刚买就降价能补差价吗", filed: ["官降怎么跟老车主解释"],
            tuned: ["提车一周官方降价了客户要赔偿怎么说", "降价了老车主要求补偿怎么答", "上个月买的这个月便宜了两万能保价吗", "官降之后老客户来闹要差价怎么回"],
            fresh: ["刚提车就降价客户要补差价"]),
        Topic(
            question: "交车延期怎么跟客户解释", filed: ["提车要等多久"],
            tuned: ["车一直没到客户催提车怎么说", "交付周期多长时间", "订了车迟迟提不到怎么答复", "现在下单啥时候能拿车"],
            fresh: ["交车推迟了客户很生气"]),
        Topic(
            question: "置换补贴有多少", filed: ["以旧换新政策"],
            tuned: ["旧车置换补多少钱", "以旧换新怎么申请补贴", "拿老车换新车补助几千", "置换政策是什么"],
            fresh: ["以旧换新能补贴多少"]),
        Topic(
            question: "贷款利率是多少", filed: ["有没有免息方案"],
            tuned: ["分期利息多少", "车贷有没有零利息的", "按揭买车利率怎么算", "金融方案能免息几期"],
            fresh: ["有没有免息分期"]),
        Topic(
            question: "买车必须在店里买保险吗", filed: ["车险可以自己买吗"],
            tuned: ["保险一定要在你们店买吗", "客户想自己买车险可以吗", "不在店里上保险行不行", "车险强制在4S店买吗"],
            fresh: ["一定要在店里上保险吗"]),
        Topic(
            question: "发票什么时候开", filed: ["购车发票丢了怎么补"],
            tuned: ["开发票要几天", "购车发票怎么开", "提车当天能拿到发票吗", "客户的发票丢失了怎么办"],
            fresh: ["购车发票多久能开出来"]),
        Topic(
            question: "二手车过户后质保还有效吗", filed: ["转让后车主权益"],
            tuned: ["车卖给别人保修还算吗", "过户后终身质保还在不在", "买的二手星驰还能享受质保吗", "车转手以后权益能不能转"],
            fresh: ["二手车还有质保吗"]),
        Topic(
            question: "试驾需要什么条件", filed: ["预约试驾"],
            tuned: ["客户想试驾要带什么", "试驾怎么预约", "来店试车要驾照吗", "试乘试驾有什么要求"],
            fresh: ["预约试驾要带驾照吗"]),
    ]
}

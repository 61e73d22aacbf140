/// Characters that are taken for each other because they look alike.
enum Lookalikes {
    /// The others of a character's groups.
    static func of(_ scalar: UInt32) -> [UInt32] { table[scalar] ?? [] }

    private static let table: [UInt32: [UInt32]] = {
        var table: [UInt32: [UInt32]] = [:]
        for group in groups.split(whereSeparator: \.isWhitespace) {
            let members = group.unicodeScalars.map(\.value)
            for member in members { table[member, default: []] += members.filter { $0 != member } }
        }
        return table
    }()

    /// Most share their phonetic part or differ by a stroke.
    private static let groups = """
        己已巳 未末朱 日曰目 人入八 大太犬 土士工 千干于 天夭夫 今令 刀力刁 厂广 王玉主 田由甲申 午牛 贝见 木术本 住往佳 待侍持特恃诗 侯候 折拆析斥 拨拔泼 汇江 订钉计汀 认队 议仪义
        评平坪秤 诉拆 请情清晴精睛静 线浅钱栈 经轻径劲茎 竞竟兢 检验俭险捡 驶驰 陪赔培倍 辨辩辫 购构沟钩 销消稍梢悄硝 货贷贸贺 费赞 载裁栽戴截 账胀帐张涨 幕墓慕暮募 历厉励 壁璧避辟 拢扰优忧
        态忠 恩思息总 意章竞 阅闻问间闭闲 详祥样洋 抢枪 抬胎治始冶怡 抱泡炮跑饱 旬句勾 向问同周固 围国图圆园圈 预颂领项顶须顺 颗棵课裸 续读绩 债积绩 统纺纯纳钠 内肉网 约钓的 均场扬汤杨肠
        物勿忽 功攻劝动劲助肋 加驾架努怒 怎作昨炸诈 便更使硬吏史 通逼迪 退迫追迟远送迭迷述 建健键律津 进近 还环怀坏杯 容客各窖 空穷究穴 控挖 挣争净睁 看着盲盼 频顿 品晶唱 营莹荧萤劳荣
        茶菜采彩莱 拿掌拳 管官宫馆 排徘诽牌 碑牌脾 榜傍膀磅谤 供拱洪哄 应庆店点 占站贴战帖 记纪改起 卡下上止 分份粉纷芬盼氛 轮论伦沦抡仓 流硫琉疏 解蟹懈 响晌 提堤题捉促 步涉 估佑沽枯姑故
        误娱悟语 报服极级吸圾 默墨黑 录绿禄碌剥 调凋绸稠 异导寻 味昧妹 失矢先 败贩则侧测 查渣杳 重量童董懂 发友废 丢去 弃奔弄 算蒜 谁准推难堆维 绑邦帮梆 定走足 真直县具
        且助组租阻祖粗姐 够多 砖传转专 了子丁 金全会合令 余途除徐叙斜 北比此些 状壮装 奖桨浆将 股胀胶肢脏服 航杭抗坑 售集焦 后石右名古 舌活话括刮乱敌甜 油抽邮笛轴宙 耗耕托毫尾 价介阶界
        原源愿泉 低底抵纸 枢区欧呕 户尸护沪炉芦 说悦脱锐税 最取趣聚 听斩斯欣 车东年 机杭朵几 城诚成域 市布币 馈溃愧 口囗 家冢豪毫 对时村付 吐肚社杜 槽糟遭曹 外处卦 观现规视 内丙 饰饭饮
        操澡燥躁 舒舍予 适话活 动幼 配酒酝 置罩直 格各络洛路 售雀 修侈 保堡呆 养美羊 维推惟 充兖允 电申龟 质盾 量里童 故敌 障章彰 交校较胶 付附符府 快块决缺诀 递第弟梯 流疏 供洪 商滴摘
        零令铃 件仵伴 投设没 抱报 好奴如 差羞着 口吕 碑啤脾婢 群辟 众从 排非 名各 告吿浩靠 警擎敬 静争 订叮打 取敢 撤撒彻 采釆 纳呐讷 驳骇 回囬因四 支枝技 持拷 赞替 成戊咸 附随
        """
}

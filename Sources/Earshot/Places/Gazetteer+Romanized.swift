extension Gazetteer {
    /// The city whose name is written in Latin letters, as exports of other countries' programs do: Hangzhou, hangzhou shi,
    /// Xi'an, Harbin; nothing where several cities are written so (Taizhou) unless one alone lies in the province.
    func city(romanized text: String, inProvince province: String?) -> City? {
        guard text.utf8.count <= 40, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let letters = String(text.lowercased().filter { !" '-_.".contains($0) })
        let bare = ["shi", "city"].first { letters.hasSuffix($0) }.map { String(letters.dropLast($0.count)) }
        guard let found = Gazetteer.romanized[letters] ?? bare.flatMap({ Gazetteer.romanized[$0] }) else {
            return nil
        }
        let cities = province.map { province in found.filter { $0.province == province } } ?? found
        return cities.count == 1 ? cities[0] : nil
    }

    private static let romanized: [String: [City]] = {
        var cities: [String: [City]] = [:]
        for entry in spellings.split(separator: ",") {
            let words = entry.split { $0 == " " || $0 == "\n" }
            guard words.count == 2, let city = china.city(named: words[0]) else { continue }
            for spelling in words[1].split(separator: "/") {
                cities[String(spelling), default: []].append(city)
            }
        }
        return cities
    }()

    /// Every city in Pinyin, and where it is better known by another spelling in that too. 朝阳 and 吉林 are left out,
    /// whose spelling is rather a district's of 北京 and a province's.
    private static let spellings = """
        北京 beijing/peking, 天津 tianjin, 石家庄 shijiazhuang, 唐山 tangshan, 秦皇岛 qinhuangdao, 邯郸 handan,
        邢台 xingtai, 保定 baoding, 张家口 zhangjiakou, 承德 chengde, 沧州 cangzhou, 廊坊 langfang, 衡水 hengshui,
        太原 taiyuan, 大同 datong, 阳泉 yangquan, 长治 changzhi, 晋城 jincheng, 朔州 shuozhou, 晋中 jinzhong,
        运城 yuncheng, 忻州 xinzhou, 临汾 linfen, 吕梁 lvliang/luliang, 呼和浩特 huhehaote/hohhot, 包头 baotou,
        乌海 wuhai, 赤峰 chifeng, 通辽 tongliao, 鄂尔多斯 eerduosi/ordos, 呼伦贝尔 hulunbeier/hulunbuir,
        巴彦淖尔 bayannaoer/bayannur, 乌兰察布 wulanchabu/ulanqab, 兴安 xingan, 锡林郭勒 xilinguolei, 阿拉善 alashan,
        沈阳 shenyang, 大连 dalian, 鞍山 anshan, 抚顺 fushun, 本溪 benxi, 丹东 dandong, 锦州 jinzhou, 营口 yingkou,
        阜新 fuxin, 辽阳 liaoyang, 盘锦 panjin, 铁岭 tieling, 葫芦岛 huludao, 长春 changchun, 四平 siping, 辽源 liaoyuan,
        通化 tonghua, 白山 baishan, 松原 songyuan, 白城 baicheng, 延边 yanbian, 哈尔滨 haerbin/harbin,
        齐齐哈尔 qiqihaer/qiqihar, 鸡西 jixi, 鹤岗 hegang, 双鸭山 shuangyashan, 大庆 daqing, 伊春 yichun, 佳木斯 jiamusi,
        七台河 qitaihe, 牡丹江 mudanjiang, 黑河 heihe, 绥化 suihua, 大兴安岭 daxinganling, 上海 shanghai, 南京 nanjing,
        无锡 wuxi, 徐州 xuzhou, 常州 changzhou, 苏州 suzhou, 南通 nantong, 连云港 lianyungang, 淮安 huaian, 盐城 yancheng,
        扬州 yangzhou, 镇江 zhenjiang, 泰州 taizhou, 宿迁 suqian, 杭州 hangzhou, 宁波 ningbo, 温州 wenzhou, 嘉兴 jiaxing,
        湖州 huzhou, 绍兴 shaoxing, 金华 jinhua, 衢州 quzhou, 舟山 zhoushan, 台州 taizhou, 丽水 lishui, 合肥 hefei,
        芜湖 wuhu, 蚌埠 bengbu, 淮南 huainan, 马鞍山 maanshan, 淮北 huaibei, 铜陵 tongling, 安庆 anqing, 黄山 huangshan,
        滁州 chuzhou, 阜阳 fuyang, 宿州 suzhou, 六安 luan, 亳州 bozhou, 池州 chizhou, 宣城 xuancheng, 福州 fuzhou,
        厦门 xiamen, 莆田 putian, 三明 sanming, 泉州 quanzhou, 漳州 zhangzhou, 南平 nanping, 龙岩 longyan, 宁德 ningde,
        南昌 nanchang, 景德镇 jingdezhen, 萍乡 pingxiang, 九江 jiujiang, 新余 xinyu, 鹰潭 yingtan, 赣州 ganzhou,
        吉安 jian, 宜春 yichun, 抚州 fuzhou, 上饶 shangrao, 济南 jinan, 青岛 qingdao, 淄博 zibo, 枣庄 zaozhuang,
        东营 dongying, 烟台 yantai, 潍坊 weifang, 济宁 jining, 泰安 taian, 威海 weihai, 日照 rizhao, 临沂 linyi,
        德州 dezhou, 聊城 liaocheng, 滨州 binzhou, 菏泽 heze, 郑州 zhengzhou, 开封 kaifeng, 洛阳 luoyang,
        平顶山 pingdingshan, 安阳 anyang, 鹤壁 hebi, 新乡 xinxiang, 焦作 jiaozuo, 濮阳 puyang, 许昌 xuchang, 漯河 luohe,
        三门峡 sanmenxia, 南阳 nanyang, 商丘 shangqiu, 信阳 xinyang, 周口 zhoukou, 驻马店 zhumadian, 济源 jiyuan,
        武汉 wuhan, 黄石 huangshi, 十堰 shiyan, 宜昌 yichang, 襄阳 xiangyang, 鄂州 ezhou, 荆门 jingmen, 孝感 xiaogan,
        荆州 jingzhou, 黄冈 huanggang, 咸宁 xianning, 随州 suizhou, 恩施 enshi, 仙桃 xiantao, 潜江 qianjiang,
        天门 tianmen, 神农架 shennongjia, 长沙 changsha, 株洲 zhuzhou, 湘潭 xiangtan, 衡阳 hengyang, 邵阳 shaoyang,
        岳阳 yueyang, 常德 changde, 张家界 zhangjiajie, 益阳 yiyang, 郴州 chenzhou, 永州 yongzhou, 怀化 huaihua,
        娄底 loudi, 湘西 xiangxi, 广州 guangzhou, 韶关 shaoguan, 深圳 shenzhen, 珠海 zhuhai, 汕头 shantou, 佛山 fushan,
        江门 jiangmen, 湛江 zhanjiang, 茂名 maoming, 肇庆 zhaoqing, 惠州 huizhou, 梅州 meizhou, 汕尾 shanwei,
        河源 heyuan, 阳江 yangjiang, 清远 qingyuan, 东莞 dongguan, 中山 zhongshan, 潮州 chaozhou, 揭阳 jieyang,
        云浮 yunfu, 南宁 nanning, 柳州 liuzhou, 桂林 guilin, 梧州 wuzhou, 北海 beihai, 防城港 fangchenggang, 钦州 qinzhou,
        贵港 guigang, 玉林 yulin, 百色 baise, 贺州 hezhou, 河池 hechi, 来宾 laibin, 崇左 chongzuo, 海口 haikou, 三亚 sanya,
        三沙 sansha, 儋州 danzhou, 五指山 wuzhishan, 琼海 qionghai, 文昌 wenchang, 万宁 wanning, 东方 dongfang,
        定安 dingan, 屯昌 tunchang, 澄迈 chengmai, 临高 lingao, 白沙 baisha, 昌江 changjiang, 乐东 ledong, 陵水 lingshui,
        保亭 baoting, 琼中 qiongzhong, 重庆 chongqing, 成都 chengdou, 自贡 zigong, 攀枝花 panzhihua, 泸州 luzhou,
        德阳 deyang, 绵阳 mianyang, 广元 guangyuan, 遂宁 suining, 内江 neijiang, 乐山 leshan, 南充 nanchong,
        眉山 meishan, 宜宾 yibin, 广安 guangan, 达州 dazhou, 雅安 yaan, 巴中 bazhong, 资阳 ziyang, 阿坝 aba, 甘孜 ganzi,
        凉山 liangshan, 贵阳 guiyang, 六盘水 liupanshui, 遵义 zunyi, 安顺 anshun, 毕节 bijie, 铜仁 tongren,
        黔西南 qianxinan, 黔东南 qiandongnan, 黔南 qiannan, 昆明 kunming, 曲靖 qujing, 玉溪 yuxi, 保山 baoshan,
        昭通 zhaotong, 丽江 lijiang, 普洱 puer, 临沧 lincang, 楚雄 chuxiong, 红河 honghe, 文山 wenshan,
        西双版纳 xishuangbanna, 大理 dali, 德宏 dehong, 怒江 nujiang, 迪庆 diqing, 拉萨 lasa/lhasa,
        日喀则 rikaze/shigatse, 昌都 changdou, 林芝 linzhi/nyingchi, 山南 shannan, 那曲 naqu, 阿里 ali, 西安 xian,
        铜川 tongchuan, 宝鸡 baoji, 咸阳 xianyang, 渭南 weinan, 延安 yanan, 汉中 hanzhong, 榆林 yulin, 安康 ankang,
        商洛 shangluo, 兰州 lanzhou, 嘉峪关 jiayuguan, 金昌 jinchang, 白银 baiyin, 天水 tianshui, 武威 wuwei,
        张掖 zhangye, 平凉 pingliang, 酒泉 jiuquan, 庆阳 qingyang, 定西 dingxi, 陇南 longnan, 临夏 linxia, 甘南 gannan,
        西宁 xining, 海东 haidong, 海北 haibei, 黄南 huangnan, 果洛 guoluo, 玉树 yushu, 海西 haixi, 银川 yinchuan,
        石嘴山 shizuishan, 吴忠 wuzhong, 固原 guyuan, 中卫 zhongwei, 乌鲁木齐 wulumuqi/urumqi, 克拉玛依 kelamayi/karamay,
        吐鲁番 tulufan/turpan, 哈密 hami, 昌吉 changji, 博尔塔拉 boertala, 巴音郭楞 bayinguoleng, 阿克苏 akesu/aksu,
        克孜勒苏 kezilesu, 喀什 kashi/kashgar, 和田 hetian/hotan, 伊犁 yili/ili, 塔城 tacheng, 阿勒泰 aletai/altay,
        石河子 shihezi, 阿拉尔 alaer, 图木舒克 tumushuke, 五家渠 wujiaqu, 北屯 beitun, 铁门关 tiemenguan, 双河 shuanghe,
        可克达拉 kekedala, 昆玉 kunyu, 胡杨河 huyanghe, 新星 xinxing, 白杨 baiyang, 香港 xianggang/hongkong,
        澳门 aomen/macau/macao
        """
}

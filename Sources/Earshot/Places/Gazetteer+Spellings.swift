extension Gazetteer {
    /// Every city in Pinyin, with the apostrophe where one is written, and where it is better known by another spelling in
    /// that too. 朝阳 and 吉林 are left out, whose spelling is rather a district's of 北京 and a province's.
    static let spellings = """
        北京 beijing/peking, 天津 tianjin, 石家庄 shijiazhuang, 唐山 tangshan, 秦皇岛 qinhuangdao, 邯郸 handan, 邢台 xingtai,
        保定 baoding, 张家口 zhangjiakou, 承德 chengde, 沧州 cangzhou, 廊坊 langfang, 衡水 hengshui, 太原 taiyuan, 大同 datong,
        阳泉 yangquan, 长治 changzhi, 晋城 jincheng, 朔州 shuozhou, 晋中 jinzhong, 运城 yuncheng, 忻州 xinzhou, 临汾 linfen,
        吕梁 lvliang/luliang/lyuliang, 呼和浩特 huhehaote/hohhot, 包头 baotou, 乌海 wuhai, 赤峰 chifeng, 通辽 tongliao,
        鄂尔多斯 e'erduosi/ordos, 呼伦贝尔 hulunbei'er/hulunbuir, 巴彦淖尔 bayannao'er/bayannur, 乌兰察布 wulanchabu/ulanqab,
        兴安 xing'an, 锡林郭勒 xilinguole/xilingol, 阿拉善 alashan/alxa, 沈阳 shenyang, 大连 dalian, 鞍山 anshan, 抚顺 fushun,
        本溪 benxi, 丹东 dandong, 锦州 jinzhou, 营口 yingkou, 阜新 fuxin, 辽阳 liaoyang, 盘锦 panjin, 铁岭 tieling, 葫芦岛 huludao,
        长春 changchun, 四平 siping, 辽源 liaoyuan, 通化 tonghua, 白山 baishan, 松原 songyuan, 白城 baicheng, 延边 yanbian,
        哈尔滨 ha'erbin/harbin, 齐齐哈尔 qiqiha'er/qiqihar, 鸡西 jixi, 鹤岗 hegang, 双鸭山 shuangyashan, 大庆 daqing, 伊春 yichun,
        佳木斯 jiamusi, 七台河 qitaihe, 牡丹江 mudanjiang, 黑河 heihe, 绥化 suihua, 大兴安岭 daxing'anling, 上海 shanghai,
        南京 nanjing, 无锡 wuxi, 徐州 xuzhou, 常州 changzhou, 苏州 suzhou, 南通 nantong, 连云港 lianyungang, 淮安 huai'an,
        盐城 yancheng, 扬州 yangzhou, 镇江 zhenjiang, 泰州 taizhou, 宿迁 suqian, 杭州 hangzhou, 宁波 ningbo, 温州 wenzhou,
        嘉兴 jiaxing, 湖州 huzhou, 绍兴 shaoxing, 金华 jinhua, 衢州 quzhou, 舟山 zhoushan, 台州 taizhou, 丽水 lishui, 合肥 hefei,
        芜湖 wuhu, 蚌埠 bengbu, 淮南 huainan, 马鞍山 ma'anshan, 淮北 huaibei, 铜陵 tongling, 安庆 anqing, 黄山 huangshan,
        滁州 chuzhou, 阜阳 fuyang, 宿州 suzhou, 六安 lu'an, 亳州 bozhou, 池州 chizhou, 宣城 xuancheng, 福州 fuzhou,
        厦门 xiamen/amoy, 莆田 putian, 三明 sanming, 泉州 quanzhou, 漳州 zhangzhou, 南平 nanping, 龙岩 longyan, 宁德 ningde,
        南昌 nanchang, 景德镇 jingdezhen, 萍乡 pingxiang, 九江 jiujiang, 新余 xinyu, 鹰潭 yingtan, 赣州 ganzhou, 吉安 ji'an,
        宜春 yichun, 抚州 fuzhou, 上饶 shangrao, 济南 jinan, 青岛 qingdao, 淄博 zibo, 枣庄 zaozhuang, 东营 dongying, 烟台 yantai,
        潍坊 weifang, 济宁 jining, 泰安 tai'an, 威海 weihai, 日照 rizhao, 临沂 linyi, 德州 dezhou, 聊城 liaocheng, 滨州 binzhou,
        菏泽 heze, 郑州 zhengzhou, 开封 kaifeng, 洛阳 luoyang, 平顶山 pingdingshan, 安阳 anyang, 鹤壁 hebi, 新乡 xinxiang,
        焦作 jiaozuo, 濮阳 puyang, 许昌 xuchang, 漯河 luohe, 三门峡 sanmenxia, 南阳 nanyang, 商丘 shangqiu, 信阳 xinyang,
        周口 zhoukou, 驻马店 zhumadian, 济源 jiyuan, 武汉 wuhan, 黄石 huangshi, 十堰 shiyan, 宜昌 yichang, 襄阳 xiangyang,
        鄂州 ezhou, 荆门 jingmen, 孝感 xiaogan, 荆州 jingzhou, 黄冈 huanggang, 咸宁 xianning, 随州 suizhou, 恩施 enshi,
        仙桃 xiantao, 潜江 qianjiang, 天门 tianmen, 神农架 shennongjia, 长沙 changsha, 株洲 zhuzhou, 湘潭 xiangtan,
        衡阳 hengyang, 邵阳 shaoyang, 岳阳 yueyang, 常德 changde, 张家界 zhangjiajie, 益阳 yiyang, 郴州 chenzhou, 永州 yongzhou,
        怀化 huaihua, 娄底 loudi, 湘西 xiangxi, 广州 guangzhou/canton, 韶关 shaoguan, 深圳 shenzhen, 珠海 zhuhai,
        汕头 shantou/swatow, 佛山 foshan, 江门 jiangmen, 湛江 zhanjiang, 茂名 maoming, 肇庆 zhaoqing, 惠州 huizhou,
        梅州 meizhou, 汕尾 shanwei, 河源 heyuan, 阳江 yangjiang, 清远 qingyuan, 东莞 dongguan, 中山 zhongshan, 潮州 chaozhou,
        揭阳 jieyang, 云浮 yunfu, 南宁 nanning, 柳州 liuzhou, 桂林 guilin, 梧州 wuzhou, 北海 beihai, 防城港 fangchenggang,
        钦州 qinzhou, 贵港 guigang, 玉林 yulin, 百色 baise/bose, 贺州 hezhou, 河池 hechi, 来宾 laibin, 崇左 chongzuo, 海口 haikou,
        三亚 sanya, 三沙 sansha, 儋州 danzhou, 五指山 wuzhishan, 琼海 qionghai, 文昌 wenchang, 万宁 wanning, 东方 dongfang,
        定安 ding'an, 屯昌 tunchang, 澄迈 chengmai, 临高 lingao, 白沙 baisha, 昌江 changjiang, 乐东 ledong, 陵水 lingshui,
        保亭 baoting, 琼中 qiongzhong, 重庆 chongqing/chungking, 成都 chengdu, 自贡 zigong, 攀枝花 panzhihua, 泸州 luzhou,
        德阳 deyang, 绵阳 mianyang, 广元 guangyuan, 遂宁 suining, 内江 neijiang, 乐山 leshan, 南充 nanchong, 眉山 meishan,
        宜宾 yibin, 广安 guang'an, 达州 dazhou, 雅安 ya'an, 巴中 bazhong, 资阳 ziyang, 阿坝 aba/ngawa, 甘孜 ganzi/garze,
        凉山 liangshan, 贵阳 guiyang, 六盘水 liupanshui, 遵义 zunyi, 安顺 anshun, 毕节 bijie, 铜仁 tongren, 黔西南 qianxinan,
        黔东南 qiandongnan, 黔南 qiannan, 昆明 kunming, 曲靖 qujing, 玉溪 yuxi, 保山 baoshan, 昭通 zhaotong, 丽江 lijiang,
        普洱 pu'er, 临沧 lincang, 楚雄 chuxiong, 红河 honghe, 文山 wenshan, 西双版纳 xishuangbanna, 大理 dali, 德宏 dehong,
        怒江 nujiang, 迪庆 diqing/deqen, 拉萨 lasa/lhasa, 日喀则 rikaze/shigatse/xigaze, 昌都 changdu/qamdo/chamdo,
        林芝 linzhi/nyingchi, 山南 shannan, 那曲 naqu/nagqu, 阿里 ali/ngari, 西安 xi'an, 铜川 tongchuan, 宝鸡 baoji,
        咸阳 xianyang, 渭南 weinan, 延安 yan'an, 汉中 hanzhong, 榆林 yulin, 安康 ankang, 商洛 shangluo, 兰州 lanzhou,
        嘉峪关 jiayuguan, 金昌 jinchang, 白银 baiyin, 天水 tianshui, 武威 wuwei, 张掖 zhangye, 平凉 pingliang, 酒泉 jiuquan,
        庆阳 qingyang, 定西 dingxi, 陇南 longnan, 临夏 linxia, 甘南 gannan, 西宁 xining, 海东 haidong, 海北 haibei, 黄南 huangnan,
        海南州 hainanzhou, 果洛 guoluo/golog, 玉树 yushu, 海西 haixi, 银川 yinchuan, 石嘴山 shizuishan, 吴忠 wuzhong, 固原 guyuan,
        中卫 zhongwei, 乌鲁木齐 wulumuqi/urumqi, 克拉玛依 kelamayi/karamay, 吐鲁番 tulufan/turpan/turfan, 哈密 hami,
        昌吉 changji, 博尔塔拉 bo'ertala/bortala, 巴音郭楞 bayinguoleng/bayingolin, 阿克苏 akesu/aksu, 克孜勒苏 kezilesu/kizilsu,
        喀什 kashi/kashgar, 和田 hetian/hotan, 伊犁 yili/ili, 塔城 tacheng, 阿勒泰 aletai/altay, 石河子 shihezi,
        阿拉尔 ala'er/aral, 图木舒克 tumushuke/tumxuk, 五家渠 wujiaqu, 北屯 beitun, 铁门关 tiemenguan, 双河 shuanghe,
        可克达拉 kekedala/kokdala, 昆玉 kunyu, 胡杨河 huyanghe, 新星 xinxing, 白杨 baiyang, 香港 xianggang/hong-kong,
        澳门 aomen/macau/macao
        """

    /// Cities that are meant in a question by a spelling that a smaller one shares, as 宿州 and 抚州 do.
    static let betterKnown: Set = ["苏州", "福州"]

    /// Spellings that are too much else to mean a city in a question without its apostrophe or ending: names of people,
    /// brands (Ali, Yili, Datong) and goods, and what an input method leaves of a Chinese word (luan, jian, dongfang).
    static let ambiguousSpellings: Set = [
        "aba", "ali", "aral", "baisha", "bose", "dali", "datong", "dongfang", "ili", "jian", "luan", "puer",
        "xinxing",
        "yili",
    ]
}

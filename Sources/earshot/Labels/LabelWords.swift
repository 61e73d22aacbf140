import Earshot

/// An aspect as people write it in labels: by its dotted name or in Chinese.
struct AspectWord: Decodable {
    var aspect: Aspect

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let aspect = AspectWord.aspect(of: name) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(name)\" is no aspect")
        }
        self.aspect = aspect
    }

    static func aspect(of name: String) -> Aspect? {
        Aspect(name) ?? chinese[name].flatMap { Aspect($0) }
    }

    private static let chinese = [
        "动力": "power", "价格": "price", "内饰": "interior", "配置": "features", "安全性": "safety", "安全": "safety",
        "外观": "exterior", "操控": "handling", "油耗": "fuel", "空间": "space", "舒适性": "comfort", "续航充电": "charging",
        "车机": "software", "智驾": "driver_assist", "质量故障": "quality", "交付": "delivery", "销售服务": "sales_service",
        "售后": "after_sales", "物流": "logistics", "零部件": "parts", "渠道冲突": "channel",
    ]
}

/// A polarity as people write it in labels.
struct PolarityWord: Decodable {
    var polarity: Polarity

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let word: String
        if let number = try? container.decode(Int.self) {
            word = String(number)
        } else {
            word = try container.decode(String.self)
        }
        guard let polarity = PolarityWord.polarity(of: word) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(word)\" is no polarity")
        }
        self.polarity = polarity
    }

    static func polarity(of word: String) -> Polarity? {
        switch word.lowercased() {
        case "positive", "1", "好评": .positive
        case "negative", "-1", "差评": .negative
        case "neutral", "0", "中性": .neutral
        default: nil
        }
    }
}

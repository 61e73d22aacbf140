/// The words that one voice puts into its phrases.
struct Words: Sendable {
    var brand = ""
    var series = ""
    /// Shorter names of the series that people use now and then.
    var nicknames: [String] = []
    var rival = ""
    var city = ""
    var province = ""
    var dealer = ""

    func write(_ word: Phrase.Word, to buffer: inout [UInt8], random: inout SeededRandom) {
        switch word {
        case .brand: buffer.append(contentsOf: brand.utf8)
        case .series:
            let nickname = nicknames.isEmpty == false && random.below(5) == 0
            buffer.append(contentsOf: (nickname ? random.pick(nicknames) : series).utf8)
        case .model: buffer.append(contentsOf: series.utf8)
        case .rival: buffer.append(contentsOf: rival.utf8)
        case .city: buffer.append(contentsOf: city.utf8)
        case .province: buffer.append(contentsOf: province.utf8)
        case .dealer: buffer.append(contentsOf: dealer.utf8)
        case .phone:
            // No subscriber has a number that begins with 1380000.
            buffer.append(contentsOf: "1380000\(random.number(in: 1000...9999))".utf8)
        case .plate:
            let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
            buffer.append(contentsOf: random.pick(Words.plateProvinces).utf8)
            buffer.append(letters[random.below(8)])
            buffer.append(letters[random.below(letters.count)])
            buffer.append(contentsOf: String(random.number(in: 1000...9999)).utf8)
        }
    }

    private static let plateProvinces = ["浙", "苏", "沪", "皖", "粤", "京", "川", "鄂", "豫", "湘", "鲁", "闽"]
}

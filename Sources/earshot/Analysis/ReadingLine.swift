import Earshot

/// What was understood of a text as a line of JSON.
enum ReadingLine {
    static func line(_ id: String, _ reading: Reading, of text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var line = JSONLine()
        line.add("id", id)
        line.add("sentiment", reading.sentiment, digits: 6)
        line.add("opinions", reading.opinions.map { self.line($0, of: bytes) })
        line.add("edge", reading.edge.map { self.line($0, of: bytes) })
        line.add("city", reading.city)
        if let mention = reading.cityMention { line.add("city_confidence", mention.confidence) }
        line.add("brand", reading.brand)
        line.add("series", reading.series)
        line.add("dealer", reading.dealer)
        line.add("courier", reading.courier)
        line.add("supplier", reading.supplier)
        line.add("intent_to_buy", reading.intentToBuy)
        line.add("advertisement", reading.isAdvertisement)
        return line.finished
    }

    private static func line(_ opinion: Opinion, of bytes: [UInt8]) -> JSONLine {
        var object = JSONLine()
        object.add("aspect", opinion.aspect.name)
        object.add("polarity", opinion.polarity.rawValue)
        object.add("lean", opinion.lean, digits: 6)
        let evidence = opinion.evidence.clamped(to: 0..<bytes.count)
        object.add("evidence", String(decoding: bytes[evidence], as: UTF8.self))
        object.add("target", opinion.target)
        if let probability = opinion.probability { object.add("probability", probability) }
        return object
    }
}

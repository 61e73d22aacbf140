/// A series of the sample's fictitious market.
struct SampleSeries: Sendable {
    /// What moves it, which decides what can be said of it.
    enum Drive: Sendable { case petrol, hybrid, electric }

    let brand: String
    let name: String
    let nicknames: [String]
    let drive: Drive
    /// The share of the brand's voices.
    let weight: Double
}

/// The brands and series of the sample. All are invented.
enum SampleProducts {
    static let ownBrand = "星驰"

    static let own: [SampleSeries] = [
        .init(brand: "星驰", name: "星驰X5", nicknames: ["X5", "驰X5"], drive: .petrol, weight: 34),
        .init(brand: "星驰", name: "星驰X9", nicknames: ["X9"], drive: .hybrid, weight: 20),
        .init(brand: "星驰", name: "星驰S3", nicknames: ["S3"], drive: .petrol, weight: 14),
        .init(brand: "星驰", name: "星驰E7", nicknames: ["E7"], drive: .electric, weight: 22),
        .init(brand: "星驰", name: "星驰E3", nicknames: ["E3", "小E"], drive: .electric, weight: 10),
    ]

    static let rivals: [SampleSeries] = [
        .init(brand: "远岚", name: "远岚M6", nicknames: ["M6"], drive: .electric, weight: 26),
        .init(brand: "远岚", name: "远岚L7", nicknames: [], drive: .hybrid, weight: 14),
        .init(brand: "曜景", name: "曜景R5", nicknames: ["R5"], drive: .electric, weight: 16),
        .init(brand: "曜景", name: "曜景R3", nicknames: [], drive: .electric, weight: 8),
        .init(brand: "沐野", name: "沐野T5", nicknames: [], drive: .hybrid, weight: 14),
        .init(brand: "安驭", name: "安驭A4", nicknames: [], drive: .petrol, weight: 10),
        .init(brand: "安驭", name: "安驭Q6", nicknames: ["Q6"], drive: .petrol, weight: 12),
    ]
}

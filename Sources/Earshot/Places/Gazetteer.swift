/// The provinces and prefecture-level cities of China with the names people write for them.
///
/// A name that may mean two places means none: a voice without a place counts for the nation and is never
/// guessed into a city. 台湾 is known as a province without cities, because GB/T 2260 codes none there.
public struct Gazetteer: Sendable {
    /// The gazetteer of China, built once on first use.
    public static let china = Gazetteer()

    /// Every city in the order of its code: municipalities, prefecture-level cities, 州, 盟, 地区, and the
    /// county-level units that a province administers itself (仙桃, 济源, 石河子).
    public let cities: [City]

    let fullNames: [Int: String]
    let byCode: [Int: City]
    /// By the short name of the province.
    private let byProvince: [String: [City]]
    /// Short name, full name and the usual short forms of each city.
    let byName: [String: City]
    /// Short and full name of each province, to its short name.
    let provinces: [String: String]
    let districts: DistrictIndex
    /// The commonest location texts, to their city or, for a province alone, to nothing: 浙江杭州, 浙江.
    let commonLocations: [String: City?]
    /// Every name of a city or province, for texts that begin with one.
    let places: NamePrefixes<Place>

    /// What a name means; 吉林 is listed as a city and as a province.
    enum Place: Sendable {
        case province(String)
        case city(City)
    }

    init() {
        var cities: [City] = []
        var fullNames: [Int: String] = [:]
        var byName: [String: City] = [:]
        var provinces: [String: String] = [:]
        for line in Gazetteer.table {
            let words = line.split(separator: " ")
            let province = String(words[1])
            provinces[province] = province
            provinces[province + words[2]] = province
            for unit in words.dropFirst(3) {
                let row = Row(unit, province: province, provinceCode: Int(words[0]) ?? 0)
                cities.append(row.city)
                fullNames[row.city.code] = row.fullName
                for name in row.names { byName[name] = row.city }
            }
        }
        var common: [String: City?] = [:]
        for (name, province) in provinces {
            common[name] = .some(byName[province].flatMap { $0.isMunicipality ? $0 : nil })
        }
        for city in cities where city.isMunicipality == false {
            let full = fullNames[city.code] ?? city.name
            common[city.province + city.name] = city
            for (name, province) in provinces where province == city.province { common[name + full] = city }
        }
        commonLocations = common
        self.cities = cities
        self.fullNames = fullNames
        self.byName = byName
        self.byProvince = Dictionary(grouping: cities, by: \.province)
        self.provinces = provinces
        self.byCode = Dictionary(uniqueKeysWithValues: cities.map { ($0.code, $0) })
        self.districts = DistrictIndex(DistrictTable.all, cities: byCode) {
            byName[$0] != nil || provinces[$0] != nil
        }
        // Provinces come first, so that a name that is both is found as the province's.
        self.places = NamePrefixes(
            provinces.map { ($0.key, Place.province($0.value)) }
                + byName.map { ($0.key, Place.city($0.value)) })
    }

    /// The city of a short name, a full name or a usual short form: 杭州, 杭州市, 恩施州; nothing when unknown.
    ///
    /// 吉林 is the city here, since the caller says that it names a city; in a location text it is the
    /// province.
    public func city(named name: some StringProtocol) -> City? {
        byName[String(name)]
    }

    /// The city of a GB/T 2260 code; the code of a district gives the city that it belongs to.
    public func city(code: Int) -> City? {
        byCode[code] ?? byCode[code / 100 * 100] ?? byCode[code / 10_000 * 10_000]
    }

    /// The short name of a province: 浙江 for 浙江 and 浙江省, 广西 for 广西壮族自治区; nothing when unknown.
    public func province(named name: some StringProtocol) -> String? {
        provinces[String(name)]
    }

    /// The short and full name of every province, each with its short name.
    var provinceNames: [(name: String, province: String)] {
        provinces.sorted { $0.key < $1.key }.map { (name: $0.key, province: $0.value) }
    }

    /// The cities of a province by its short or full name; none when it is unknown.
    public func cities(ofProvince name: some StringProtocol) -> [City] {
        guard let province = province(named: name) else { return [] }
        return byProvince[province] ?? []
    }

    /// The official name: 杭州市, 西双版纳傣族自治州.
    public func fullName(of city: City) -> String {
        fullNames[city.code] ?? city.name
    }

    /// The city that a district, county or county-level city lies in, when only one place has that name:
    /// 余杭, 昆山市; nothing for 西湖区, which 杭州 and 南昌 both have.
    public func city(ofDistrict name: some StringProtocol) -> City? {
        districts.city(of: String(name))
    }
}

/// One unit of the table, taken apart.
private struct Row {
    let city: City
    let fullName: String
    let names: [String]

    init(_ unit: Substring, province: String, provinceCode: Int) {
        let parts = unit.split(separator: "/")
        let digits = parts[0].prefix { $0.isASCII }
        let rest = parts[0].dropFirst(digits.count)
            .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(rest[0])
        let ending = rest.count == 2 ? String(rest[1]) : "市"
        let number = Int(digits) ?? 0
        city = City(
            code: provinceCode * 10_000 + (digits.count == 2 ? number * 100 : number),
            name: name, province: province)
        var names = [name, name + ending] + parts.dropFirst().map(String.init)
        if ending.hasSuffix("州") { names.append(name + "州") }
        if ending.hasSuffix("县") { names.append(name + "县") }
        // 海南州 is the one unit whose table row spells the official name among its further forms.
        fullName = ending.isEmpty ? names.last ?? name : name + ending
        self.names = names
    }
}

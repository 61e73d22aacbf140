/// Understands a voice as a whole: its text, and the fields that its source gave.
///
/// A field outranks the text: a source knows better than a sentence which car was reviewed. Where neither says whose
/// product it is, the voice speaks of the own brand, for whose sake it was gathered.
public struct Comprehension: Sendable {
    /// Reads the texts.
    public let analyzer: Analyzer
    private let catalogue: CatalogueIndex
    private let dealers: DealerIndex
    /// Of the brand's market.
    public let calendar: LocalCalendar
    private let places: Gazetteer
    /// Everything that decides how a voice is read.
    public let edition: ReadingEdition

    public init(
        analyzer: Analyzer, catalogue: ProductCatalogue, dealers: [Dealer],
        calendar: LocalCalendar = .shanghai, places: Gazetteer = .china
    ) {
        self.analyzer = analyzer
        self.catalogue = CatalogueIndex(catalogue)
        self.dealers = DealerIndex(dealers)
        self.calendar = calendar
        self.places = places
        var content = analyzer.content
        content.add(catalogue)
        content.add(dealers)
        content.add(calendar)
        edition = content.edition
    }

    public func understand(_ voice: Voice) -> UnderstoodVoice {
        var reading = analyzer.analyze(voice.text)
        if let rating = voice.rating, reading.polarity == .neutral {
            // Stars say what the words leave open: 1 is a complaint, 5 is praise.
            reading.sentiment = max(-1, min(1, (rating - 3) / 2))
        }
        // What was filled in, called in or noted at a store is a customer's, however it is worded.
        if voice.kind != .post, voice.kind != .review { reading.isAdvertisement = false }
        // A store reads what it noted: whose note it is only the source knows, whatever store the text speaks of.
        let dealer = dealers.dealer(
            id: voice.dealerID, name: voice.kind == .dealerNote ? nil : reading.dealer)
        var understood = UnderstoodVoice(
            voice: voice, reading: reading, fingerprint: Fingerprint(of: voice.text, by: voice.author),
            day: calendar.day(of: voice.publishedAt),
            city: city(of: voice, reading) ?? (voice.location == Voice.Location() ? dealer?.city : nil),
            subject: catalogue.subject(brand: voice.brand, series: voice.series)
                ?? subject(of: reading) ?? .own,
            dealerID: dealer?.id ?? voice.dealerID)
        if understood.subject == .own { understood.ownSeries = ownSeries(of: voice, reading) }
        if dealer == nil { understood.unknownDealer = voice.dealerID }
        understood.edition = edition
        return understood
    }

    /// Reads a voice that is in already.
    ///
    /// Where it is not known what its source said, city, subject and store stay as they were read: one of them may be the
    /// source's.
    public func understand(again stored: StoredVoice) -> UnderstoodVoice {
        var understood = understand(stored.voice)
        guard let earlier = stored.earlier else { return understood }
        understood.city = places.city(code: earlier.city)
        understood.subject = earlier.subject
        understood.ownSeries = earlier.subject == .own ? ownSeries(of: stored.voice, understood.reading) : nil
        if stored.voice.kind != .dealerNote { understood.dealerID = earlier.dealer ?? understood.dealerID }
        understood.reading.series = understood.reading.series ?? earlier.series
        return understood
    }

    /// The city of the fields; of the text only where the fields leave it open.
    private func city(of voice: Voice, _ reading: Reading) -> City? {
        if let city = places.place(of: voice.location) { return city }
        guard voice.location.city == nil, let mention = reading.cityMention,
            mention.confidence >= CityMention.leastThatCounts,
            let named = reading.city.flatMap({ places.city(named: $0) })
        else { return nil }
        // A text from one province that names another's city speaks of it; the customer is elsewhere.
        let province = [voice.location.province, voice.location.ip].lazy
            .compactMap { $0.flatMap { places.province(named: $0) } }.first
        return province == nil || province == named.province ? named : nil
    }

    private func ownSeries(of voice: Voice, _ reading: Reading) -> String? {
        catalogue.ownSeries(brand: voice.brand, series: voice.series)
            ?? (reading.isOwnBrand ? reading.series : nil)
    }

    private func subject(of reading: Reading) -> UnderstoodVoice.Subject? {
        guard let brand = reading.brand else { return nil }
        return reading.isOwnBrand ? .own : .rival(Rival(brand: brand, series: reading.series ?? ""))
    }
}

/// Finds the product that a source's `brand` and `series` fields name, whatever alias they use.
private struct CatalogueIndex: Sendable {
    private var brands: [String: ProductCatalogue.Brand] = [:]
    private var series: [String: Series] = [:]

    private struct Series {
        var brand: ProductCatalogue.Brand
        var name: String
        /// Whether it is the series without its maker beside it.
        var isBare: Bool
    }

    init(_ catalogue: ProductCatalogue) {
        for brand in catalogue.brands {
            for name in [brand.name] + brand.aliases { brands[name.lowercased()] = brand }
            for entry in brand.series {
                for name in [entry.name] + entry.aliases {
                    if let known = series[name.lowercased()], known.isBare, !entry.bare { continue }
                    series[name.lowercased()] = Series(brand: brand, name: entry.name, isBare: entry.bare)
                }
            }
        }
    }

    /// Nothing where the fields name no product; a product outside the catalogue is a rival's. What a source takes for a
    /// maker may be a series here.
    func subject(brand: String?, series name: String?) -> UnderstoodVoice.Subject? {
        let maker = brand.flatMap { brands[$0.lowercased()] }
        let line = maker == nil ? brand.flatMap { bareSeries($0) } : nil
        let known = maker ?? line?.brand
        let found = name.flatMap { series[$0.lowercased()] } ?? line
        if let known, known.own { return .own }
        if known == nil, brand == nil, let found {
            return found.brand.own ? .own : .rival(Rival(brand: found.brand.name, series: found.name))
        }
        guard let brand, !brand.isEmpty else { return nil }
        return .rival(Rival(brand: known?.name ?? brand, series: found?.name ?? name ?? ""))
    }

    /// The own series that the fields name, the maker's field among them.
    func ownSeries(brand: String?, series name: String?) -> String? {
        let named = name.flatMap { series[$0.lowercased()] } ?? brand.flatMap { bareSeries($0) }
        return named.flatMap { $0.brand.own ? $0.name : nil }
    }

    private func bareSeries(_ name: String) -> Series? {
        series[name.lowercased()].flatMap { $0.isBare ? $0 : nil }
    }
}

private struct DealerIndex: Sendable {
    private var byID: [String: Dealer] = [:]
    /// By ids in small letters; nothing where two differ in their case alone.
    private var byFoldedID: [String: Dealer?] = [:]
    private var byName: [String: Dealer] = [:]

    init(_ dealers: [Dealer]) {
        for dealer in dealers {
            byID[dealer.id] = dealer
            let folded = dealer.id.lowercased()
            byFoldedID[folded] = .some(byFoldedID[folded] == nil ? dealer : nil)
            byName[dealer.name] = dealer
        }
    }

    func dealer(id: String?, name: String?) -> Dealer? {
        if let id { return byID[id] ?? byFoldedID[id.lowercased()] ?? nil }
        return name.flatMap { byName[$0] }
    }
}

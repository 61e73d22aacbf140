import Earshot

/// What a source said of a voice beside its text and that decides how it counts, one row of `given`. An absent field is
/// empty: `VoiceDraft` takes no empty ones in.
struct GivenFields: Hashable {
    var city: String
    var province: String
    var ip: String
    var brand: String
    var series: String
    var dealer: String

    init(of voice: Voice) {
        city = voice.location.city ?? ""
        province = voice.location.province ?? ""
        ip = voice.location.ip ?? ""
        brand = voice.brand ?? ""
        series = voice.series ?? ""
        dealer = voice.dealerID ?? ""
    }

    init(city: String, province: String, ip: String, brand: String, series: String, dealer: String) {
        (self.city, self.province, self.ip) = (city, province, ip)
        (self.brand, self.series, self.dealer) = (brand, series, dealer)
    }

    /// Gives a voice what its source said.
    func fill(_ voice: inout Voice) {
        func value(_ text: String) -> String? { text.isEmpty ? nil : text }
        voice.location = Voice.Location(city: value(city), province: value(province), ip: value(ip))
        voice.brand = value(brand)
        voice.series = value(series)
        voice.dealerID = value(dealer)
    }
}

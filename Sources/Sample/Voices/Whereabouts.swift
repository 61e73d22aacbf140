import Earshot

/// Where the writer is, and how much of it the source shows.
struct Whereabouts {
    let city: City
    let location: Voice.Location
    /// The text itself must name the city.
    let isWritten: Bool
    /// Whether fields or text give the city.
    let isKnown: Bool

    /// Weibo and Xiaohongshu show a province only, a forum mostly the city; who fills in a form is known.
    ///
    /// - Parameter mustBeKnown: a planted fact needs its place.
    init(
        _ city: City, outlet: Outlet, canBeWritten: Bool, mustBeKnown: Bool, random: inout SeededRandom
    ) {
        self.city = city
        let isMunicipality = city.isMunicipality
        var location = Voice.Location()
        var known = isMunicipality
        let chance = random.fraction()
        switch outlet {
        case .forum where chance < 0.72:
            location.ip = isMunicipality ? city.name : city.province + city.name
            known = true
        case .forum where chance < 0.9:
            location.ip = city.province
        case .weibo, .redbook:
            location.ip = chance < 0.5 ? city.province : "IP属地:\(city.province)"
        case .review, .call, .survey, .complaint:
            if chance < 0.9 {
                location.city = chance < 0.3 ? Gazetteer.china.fullName(of: city) : city.name
                known = true
            }
            location.province = city.province
        case .forum:
            known = false
        }
        let isWritten = canBeWritten && (random.chance(known ? 0.12 : 0.5) || (mustBeKnown && known == false))
        self.location = location
        self.isWritten = isWritten
        isKnown = known || isWritten
    }
}

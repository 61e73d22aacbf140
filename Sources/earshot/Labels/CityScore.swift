import Earshot

/// How often the city that a text is taken to come from is the labelled one, by the confidence that it was given with.
struct CityScore {
    /// Texts that a city was given for, and those of them where it is right, by confidence.
    private var levels: [Double: (given: Int, right: Int)] = [:]
    /// Texts that are labelled with a city, and those of them that no city was given for.
    private var labelled = 0
    private var missed = 0
    private var texts = 0

    mutating func add(_ place: LabelledText.Place, _ reading: Reading) {
        texts += 1
        if place.city != nil { labelled += 1 }
        guard let city = reading.city, let mention = reading.cityMention else {
            if place.city != nil { missed += 1 }
            return
        }
        levels[mention.confidence, default: (0, 0)].given += 1
        if city == place.city { levels[mention.confidence, default: (0, 0)].right += 1 }
    }

    /// How far the confidence is from what comes true, on average over the cities given.
    private var error: Double {
        let given = levels.values.reduce(0) { $0 + $1.given }
        let sum = levels.reduce(0) { sum, level in
            sum + abs(level.key * Double(level.value.given) - Double(level.value.right))
        }
        return sum / Double(max(1, given))
    }

    /// Nothing where nobody labelled cities.
    func add(to line: inout JSONLine) {
        guard texts > 0 else { return }
        line.add("cities_labelled", labelled)
        line.add("cities_missed", missed)
        line.add("city_calibration_error", error, digits: 4)
        line.add(
            "cities",
            levels.sorted { $0.key > $1.key }.map { confidence, level in
                var object = JSONLine()
                object.add("confidence", confidence)
                object.add("texts", level.given)
                object.add("right", level.right)
                return object
            })
    }
}

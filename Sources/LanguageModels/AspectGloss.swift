import Earshot

/// What an aspect's key means, for somebody who has not seen the vocabulary.
enum AspectGloss {
    static func words(of aspect: Aspect) -> String {
        if let own = glosses[aspect.name] { return own }
        let part = aspect.name.drop { $0 != "." }.dropFirst().map { $0 == "_" ? " " : "\($0)" }.joined()
        let root = glosses[aspect.root.name] ?? aspect.root.name
        return part.isEmpty ? root : "\(root): \(part)"
    }

    private static let glosses = [
        "power": "engine or motor power, acceleration, gear changes",
        "price": "price, discounts, value for money, cost of ownership other than fuel",
        "interior": "look, material, workmanship and smell of the interior",
        "features": "equipment: what is or is not built in, and how it works",
        "safety": "safety, airbags, brakes failing, crash protection",
        "exterior": "look of the car from outside, paint colour, lamps' look",
        "handling": "steering, chassis, grip, how it drives",
        "fuel": "fuel or power consumption",
        "space": "room for people and luggage",
        "comfort": "seats, noise, vibration, ride, air conditioning as felt",
        "charging": "range and charging of an electric car",
        "software": "infotainment system, screen software, apps, voice control",
        "driver_assist": "driver assistance and self-driving functions",
        "quality": "defects, breakdowns, reliability",
        "delivery": "handing over a new car: waiting for it, its state",
        "sales_service": "service when buying at a store",
        "after_sales": "service after the sale: workshop, maintenance, warranty",
        "logistics": "transport and courier",
        "parts": "a part of the car",
        "channel": "dealers against each other: price wars, selling across regions",
    ]
}

extension Answer {
    /// What somebody is told who asks for what is not for the own eyes.
    init(refusing refusal: Refusal) {
        let (prompt, values): (Prompt, TextValue) =
            switch refusal {
            case .otherCity(let own): (.refusedCity, ["own": .text(own.name)])
            case .otherRegion(let own): (.refusedRegion, ["own": .text(own.name)])
            case .otherStore(let own): (.refusedStore, ["own": .text(own.name)])
            case .unknownRegion(let name): (.unknownRegion, ["region": .text(name)])
            case .noStore: (.noStore, [:])
            case .noInsight: (.noInsight, [:])
            }
        self.init(prompt, values, isRefusal: true)
    }
}

import Earshot
import HTTP
import LanguageModels

extension Site {
    /// The site's language model; nothing where it has none.
    ///
    /// - Throws: what making a client throws.
    func languageModel() throws(ClientError) -> LanguageModelServer? {
        guard let settings = settings.languageModel else { return nil }
        return LanguageModelServer(
            address: settings.address, model: settings.model, key: settings.key.map(secret),
            client: try languageModelClient(), timeLimit: .seconds(settings.requestSeconds))
    }

    /// A client that reaches the language model's server and nothing else, and that only where it is among the allowed hosts.
    private func languageModelClient() throws(ClientError) -> Client {
        guard let server = settings.languageModel?.server, let place = AllowedHost(server) else {
            return try Client(configuration: ClientConfiguration())
        }
        let rules = Site.allowed(settings.outbound.allowedHosts).filter { $0.covers(place) }
        let host =
            rules.isEmpty
            ? nil
            : AllowedHost(server, allowsPrivateAddresses: rules.contains(where: \.allowsPrivateAddresses))
        return try Client(configuration: ClientConfiguration(allowedHosts: [host].compactMap(\.self)))
    }
}

extension SecondReadings.Limits {
    init(_ settings: Settings.LanguageModel) {
        self.init(
            textsPerDay: settings.textsPerDay, requestsAtOnce: settings.requestsAtOnce,
            margin: settings.margin, days: settings.days)
    }
}

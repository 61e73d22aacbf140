import Configuration

extension Settings {
    /// The other files of the configuration; a relative path begins in the configuration's folder.
    struct Files: Codable, Sendable {
        /// The folder of word lists.
        var lexicon = "lexicon"
        /// What people may ask and how they say it.
        var commands = "commands.json5"
        /// The folder of reply templates.
        var prompts = "../prompts/zh-CN"
        var people = "people.csv"
        var dealers = "dealers.csv"
        var regions = "regions.json5"
        /// The own brand with its series, and rivals that the lexicon does not know.
        var products = "products.json5"

        /// The opinion model; empty for the rules of the lexicon alone, and where nothing is said the one that lies in the
        /// lexicon's folder, if one does.
        var model: String?
        /// Public holidays and make-up workdays; where nothing is said holidays.csv of the configuration's folder, if there
        /// is one.
        var holidays: String?

        init() {}

        private enum CodingKeys: String, CodingKey {
            case lexicon, model, commands, prompts, people, dealers, regions, products, holidays
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            lexicon = try keys.value(.lexicon, default: lexicon)
            model = try keys.value(.model, default: model)
            commands = try keys.value(.commands, default: commands)
            prompts = try keys.value(.prompts, default: prompts)
            people = try keys.value(.people, default: people)
            dealers = try keys.value(.dealers, default: dealers)
            regions = try keys.value(.regions, default: regions)
            products = try keys.value(.products, default: products)
            holidays = try keys.value(.holidays, default: holidays)
        }
    }

    /// `POST /v1/voices`.
    struct Intake: Codable, Sendable {
        /// Without any, nobody may deliver voices.
        var tokens: [Token] = []

        /// A token and the system it was given to.
        struct Token: Codable, Sendable {
            var name: String
            var token: SecretReference
        }

        init() {}

        private enum CodingKeys: String, CodingKey {
            case tokens
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            tokens = try keys.value(.tokens, default: tokens)
        }
    }
}

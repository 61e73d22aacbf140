import Crypto
import Earshot
import EarshotTesting
import HTTP
import PlatformStandIns

@testable import LanguageModels

/// A language model's stand-in over HTTP, and the reader that asks it.
struct LanguageModelFixture {
    let standIn: StandIn<LanguageModelPlatform>
    let server: LanguageModelServer
    let reader: LanguageModelReader

    init(
        key: String? = "sk-stand-in", timeLimit: Duration = .seconds(60),
        write: @escaping @Sendable (LanguageModelConversation) -> String = { _ in "" }
    ) throws {
        standIn = StandIn(LanguageModelPlatform(write: write), clock: ManualClock())
        let base = try standIn.start()
        guard let host = AllowedHost(base, allowsPrivateAddresses: true) else {
            preconditionFailure("\(base) is no host")
        }
        server = LanguageModelServer(
            address: base + "/v1", model: "stand-in", key: key.map { Secret($0) },
            client: try Client(configuration: ClientConfiguration(allowedHosts: [host])),
            timeLimit: timeLimit)
        reader = LanguageModelReader(server)
    }

    func stop() async { await standIn.stop() }

    static func question(_ text: String, _ aspects: String...) -> SecondReadingQuestion {
        SecondReadingQuestion(
            text: MaskedText(of: text), aspects: aspects.compactMap { Aspect($0) })
    }
}

/// The words at a place.
func words(_ place: Range<Int>, of text: String) -> String {
    let scalars = Array(MaskedText(of: text).text.unicodeScalars)
    return String(String.UnicodeScalarView(scalars[place]))
}

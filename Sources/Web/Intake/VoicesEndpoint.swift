public import Earshot
public import HTTP

/// `POST /v1/voices`: NDJSON or a JSON array of voices, with a bearer token.
///
/// Answers 200 and an `IntakeReport` once every accepted voice is on disk, and 422 with the report where there were
/// rows and every one was rejected: such a delivery is not what it was taken for. Without a configured token nobody is
/// let in.
public struct VoicesEndpoint: Sendable {
    private let intake: any VoiceIntake
    private let tokens: BearerTokens
    private let bodyLimit: Int

    /// - Parameter bodyLimit: the largest delivery, in bytes.
    public init(
        intake: any VoiceIntake, tokens: [NamedToken], bodyLimit: Int = Route.defaultStreamLimit
    ) {
        self.intake = intake
        self.bodyLimit = bodyLimit
        self.tokens = BearerTokens(tokens: tokens)
    }

    /// The longest a delivery may take: 64 MiB over a line of 1 Mbit/s and their analysis.
    public static let timeLimit = Duration.seconds(15 * 60)

    public var routes: [Route] {
        [
            .streamed(
                .post, "/v1/voices", bodyLimit: bodyLimit, timeLimit: VoicesEndpoint.timeLimit,
                handler: receive
            )
            .refusingOtherMethods { .failure(405, "voices.method", "voices are delivered with POST") }
        ]
    }

    @Sendable
    private func receive(_ request: HTTP.Request, _ body: RequestBody) async throws -> Response {
        guard let client = tokens.client(authorization: request.headers["Authorization"]) else {
            var refusal = Response.failure(401, "voices.unauthorized", "a valid bearer token is needed")
            refusal.headers["WWW-Authenticate"] = "Bearer realm=\"voices\""
            return refusal
        }
        if let coding = request.headers["Content-Encoding"], coding.lowercased() != "identity" {
            return .failure(415, "voices.encoded", "send the body without Content-Encoding")
        }
        let delivery = try await intake.open(for: client)
        do {
            var isBlank = true
            for try await piece in body {
                isBlank = isBlank && piece.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
                try await delivery.feed(piece)
            }
            let report = try await delivery.finish()
            if isBlank { return .failure(400, "voices.empty", "the body is empty") }
            if report.isFruitless { return try .data(FruitlessDelivery(report: report), status: 422) }
            return try .data(report)
        } catch {
            await delivery.abandon()
            throw error
        }
    }
}

/// The report of a delivery without any voice in it, and beside it the error that other refusals consist of.
private struct FruitlessDelivery: Encodable {
    let report: IntakeReport

    private enum Key: String, CodingKey {
        case error
    }

    func encode(to encoder: any Encoder) throws {
        try report.encode(to: encoder)
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(
            ["code": "voices.all-rejected", "message": "every row was rejected"], forKey: .error)
    }
}

extension IntakeReport {
    /// Whether there were rows and none of them is a voice.
    fileprivate var isFruitless: Bool { accepted + repeated == 0 && rejected > 0 }
}

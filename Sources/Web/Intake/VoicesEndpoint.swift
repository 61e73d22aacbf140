public import Earshot
public import HTTP

/// `POST /v1/voices`: NDJSON or a JSON array of voices, with a bearer token.
///
/// Answers 200 and an `IntakeReport` once every accepted voice is on disk. Without a configured token nobody
/// is let in.
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
                handler: receive)
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
            for try await piece in body { try await delivery.feed(piece) }
            return try .data(try await delivery.finish())
        } catch {
            await delivery.abandon()
            throw error
        }
    }
}

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
        if request.headers["Content-Type"]?.lowercased().hasPrefix("text/csv") == true {
            return .failure(415, "voices.table", "send NDJSON or a JSON array; \(Refusal.ofTables)")
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
            if let refusal = Refusal(of: report) {
                return try .data(RefusedDelivery(report: report, refusal: refusal), status: 422)
            }
            return try .data(report)
        } catch {
            await delivery.abandon()
            throw error
        }
    }
}

/// Why a delivery as a whole is answered as a failure.
private enum Refusal {
    /// There were rows, and none of them is a voice.
    case allRejected(notJSON: Bool)
    /// The end is missing.
    case cutOff

    static let ofTables = "CSV is taken in by earshot ingest"

    /// Nothing for a delivery that is not refused.
    init?(of report: IntakeReport) {
        if report.accepted + report.repeated == 0, report.rejected > 0 {
            // The header row of a table, most likely.
            self = .allRejected(notJSON: report.rejections.first?.isNotJSON == true)
        } else if report.isCutOff {
            self = .cutOff
        } else {
            return nil
        }
    }

    var code: String {
        switch self {
        case .allRejected: "voices.all-rejected"
        case .cutOff: "voices.cut-off"
        }
    }

    var message: String {
        switch self {
        case .allRejected(notJSON: false): "every row was rejected"
        case .allRejected(notJSON: true):
            "every row was rejected; the body is NDJSON or a JSON array, and \(Refusal.ofTables)"
        case .cutOff: "the JSON array ends before its closing bracket; what stands before the end is taken in"
        }
    }
}

/// The report of a refused delivery, and beside it the error that other refusals consist of.
private struct RefusedDelivery: Encodable {
    let report: IntakeReport
    let refusal: Refusal

    private enum Key: String, CodingKey {
        case error
    }

    func encode(to encoder: any Encoder) throws {
        try report.encode(to: encoder)
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(["code": refusal.code, "message": refusal.message], forKey: .error)
    }
}

public import Crypto
public import Earshot

/// What came back from a platform's server.
public struct PlatformResponse: Sendable, Hashable {
    public var status: Int
    private let headers: [String: String]
    public var body: [UInt8]

    /// - Parameter headers: Names in any case.
    public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8]) {
        self.status = status
        self.headers = Dictionary(headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
        self.body = body
    }

    /// A header field, its name in any case.
    public func field(_ name: String) -> String? { headers[name.lowercased()] }

    /// A header field that holds whole seconds, between one and an hour.
    func seconds(_ name: String) -> Duration? {
        guard let text = headers[name], let seconds = Int64(text), seconds >= 0 else { return nil }
        return .seconds(min(max(seconds, 1), 3600))
    }

    /// The body as a file that was asked for. One that is named as a file may be empty.
    var file: PlatformAnswered<[UInt8]> {
        status == 200 && (!body.isEmpty || isNamedFile)
            ? .value(body) : .failed(unreadable(repeatIsSafe: true))
    }

    /// Whether the platform gives a file with its name, which it does with no refusal.
    var isNamedFile: Bool { status == 200 && field("Content-Disposition") != nil }

    /// What to make of an answer that is not the platform's: a gateway's page, or a body that breaks off.
    ///
    /// - Parameter repeatIsSafe: Whether the platform would recognise the request when it comes again.
    func unreadable(repeatIsSafe: Bool) -> SendOutcome {
        let remark = PlatformRemark(
            code: "http.\(status)", words: "answered with something else than its JSON")
        // The request may have got through a gateway that then failed, or the answer was cut short.
        let mayHaveArrived =
            status >= 500 || (status == 200 && (body.isEmpty || body.first == UInt8(ascii: "{")))
        if mayHaveArrived { return .unclear(repeatIsSafe: repeatIsSafe, remark) }
        return .retry(after: seconds("retry-after"), remark)
    }
}

/// Something that was asked of a platform, or why it was not got.
public enum PlatformAnswered<Value: Sendable>: Sendable {
    case value(Value)
    case failed(SendOutcome)
}

extension PlatformAnswered: Equatable where Value: Equatable {}

/// An access token as a platform granted it.
public struct PlatformToken: Sendable, Equatable {
    public let value: Secret
    /// Never more than a day, whatever the platform says.
    public let lifetime: Duration

    public init(_ value: Secret, lifetime: Duration) {
        self.value = value
        self.lifetime = min(max(lifetime, .zero), .seconds(86_400))
    }
}

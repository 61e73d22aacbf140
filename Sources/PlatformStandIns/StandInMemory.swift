import Earshot

/// How much of what came a stand-in keeps: the newest, and that in any case.
public struct StandInMemory: Sendable {
    /// Requests, each with its answer.
    public var exchanges: Int
    /// Bytes of their bodies.
    public var bytes: Int

    public init(exchanges: Int, bytes: Int) {
        self.exchanges = exchanges
        self.bytes = bytes
    }

    /// Nothing is forgotten.
    public static let unlimited = StandInMemory(exchanges: .max, bytes: .max)
}

/// The newest exchanges, as many as there is memory for.
struct StandInExchanges {
    private(set) var kept: [StandInExchange] = []
    private let memory: StandInMemory
    private var count = 0
    private var bytes = 0

    init(in memory: StandInMemory) {
        self.memory = memory
    }

    mutating func add(_ request: StandInRequest, _ answer: StandInAnswer, at moment: Timestamp) {
        let exchange = StandInExchange(number: count, at: moment, request: request, answer: answer)
        kept.append(exchange)
        count += 1
        bytes += StandInExchanges.size(of: exchange)
        while kept.count > 1, kept.count > memory.exchanges || bytes > memory.bytes {
            bytes -= StandInExchanges.size(of: kept.removeFirst())
        }
    }

    private static func size(of exchange: StandInExchange) -> Int {
        exchange.request.body.count + exchange.answer.body.count
    }
}

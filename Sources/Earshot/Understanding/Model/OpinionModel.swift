public import FoundationEssentials

/// A fitted model of opinions: which aspects a text speaks of, how, and how it is meant as a whole.
///
/// It holds weights only, no text. Its file begins with `magic`, the edition, the length of a JSON header and the header;
/// then come the rows of weights.
public final class OpinionModel: Sendable {
    let header: Header
    let opinionRows: GramRows<OpinionRow>
    let sentimentRows: GramRows<SentimentRow>
    let subjects: LayerLanes<SIMD16<Float>>
    let polarity: LayerLanes<SIMD4<Float>>
    let sentiment: LayerLanes<SIMD4<Float>>
    /// By position in `Aspect.all` the number of the head that the aspect is, and that it is or lies below; -1 for none.
    let headOf: [Int8]
    let headAbove: [Int8]

    /// What the model is, beside the rows.
    struct Header: Codable, Sendable {
        /// The aspects that it judges, in the order of the outputs of `subjects`.
        var heads: [Aspect]
        var decision: Decision
        /// The numbers of rows are 2 to the power of them; first in the file come those of opinions.
        var opinionBits: Int
        var sentimentBits: Int
        var subjects: LinearLayer
        var polarity: LinearLayer
        var sentiment: LinearLayer
        /// How many texts it was fitted on: those with opinions, and those with a sentiment.
        var texts: Texts

        struct Texts: Codable, Sendable, Equatable {
            var opinions: Int
            var sentiment: Int
        }
    }

    /// From which probability on an opinion is given.
    struct Decision: Codable, Sendable, Equatable {
        var threshold: Float
        /// The same for the likeliest one of a text that has none above the threshold.
        var least: Float
    }

    /// Outputs of the layer `polarity`.
    enum PolarityOutput {
        static let negative = 0
        static let neutral = 1
        static let positive = 2
        /// Praise against complaint, for somebody who wants to know which.
        static let lean = 3
        static let count = 4
    }

    /// Outputs of the layer `sentiment`, by lane.
    enum SentimentOutput {
        /// The first lane is the document frequency's.
        static let first = 1
        /// Praise against complaint.
        static let sign = 1
        /// Either of them against a remark or question.
        static let isOpinion = 2
        /// Praise against complaint, learned from texts that are labelled as a whole; a figure for the polarity of aspects,
        /// which must not be learned from the same labels twice.
        static let general = 3
        static let count = 3
    }

    static let magic = Array("EARSHOT2".utf8)

    /// - Throws: `OpinionModelError` for content that is no model, of another version, cut off or changed.
    public init(_ content: Data) throws(OpinionModelError) {
        let start = OpinionModel.magic.count
        guard content.count >= start + 12, content.prefix(start).elementsEqual(OpinionModel.magic) else {
            throw .notAModel
        }
        let bytes = [UInt8](content[content.startIndex + start..<content.startIndex + start + 12])
        let checksum = OpinionModel.number(bytes[0..<8])
        let length = Int(OpinionModel.number(bytes[8..<12]))
        guard start + 12 + length <= content.count else { throw .cutOff }
        guard OpinionModel.checksum(of: content.dropFirst(start + 8)) == checksum else { throw .damaged }
        let json = content[content.startIndex + start + 12..<content.startIndex + start + 12 + length]
        guard let header = try? JSONDecoder().decode(Header.self, from: Data(json)),
            header.isSound(with: content.count - start - 12 - length)
        else { throw .damaged }
        self.header = header
        edition = String(checksum, radix: 16)
        let opinionBytes = GramRows<OpinionRow>.bytes(bits: header.opinionBits)
        (opinionRows, sentimentRows) = content.withUnsafeBytes { all in
            let rows = UnsafeRawBufferPointer(rebasing: all[(start + 12 + length)...])
            return (
                GramRows(rows, bits: header.opinionBits),
                GramRows(
                    UnsafeRawBufferPointer(rebasing: rows[opinionBytes...]), bits: header.sentimentBits)
            )
        }
        subjects = LayerLanes(header.subjects, first: OpinionLane.subjects)
        polarity = LayerLanes(header.polarity, first: 0)
        sentiment = LayerLanes(header.sentiment, first: SentimentOutput.first)
        headOf = header.numbers { $0 == $1 }
        headAbove = header.numbers { $0.isWithin($1) }
    }

    /// Tells models apart: a number of the content, in hexadecimal digits.
    public let edition: String

    /// The names of the aspects that the model judges; of others the rules of the lexicon alone decide.
    public var aspects: [Aspect] { header.heads }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// FNV-1a over words of eight bytes, the rest as one.
    static func checksum(of content: Data) -> UInt64 {
        content.withUnsafeBytes { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            var offset = 0
            while offset < bytes.count {
                var word: UInt64 = 0
                if offset + 8 <= bytes.count {
                    word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                } else {
                    for byte in bytes[offset...].reversed() { word = word << 8 | UInt64(byte) }
                }
                hash = (hash ^ word) &* 0x100_0000_01B3
                hash ^= hash >> 32
                offset += 8
            }
            return hash
        }
    }

    /// The content of a model's file.
    static func content(_ header: Header, rows: [UInt8]) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = try encoder.encode(header)
        var rest = Data((0..<4).map { UInt8(truncatingIfNeeded: json.count >> ($0 * 8)) })
        rest += json
        rest += rows
        let checksum = checksum(of: rest)
        return Data(magic) + Data((0..<8).map { UInt8(truncatingIfNeeded: checksum >> ($0 * 8)) }) + rest
    }
}

/// Why something is no model.
public enum OpinionModelError: Error, Sendable, Equatable {
    case notAModel
    case cutOff
    case damaged

    public var sentence: String {
        switch self {
        case .notAModel: "is no model of opinions, or one of another version of Earshot"
        case .cutOff: "ends too early"
        case .damaged: "was changed since it was written"
        }
    }
}

extension OpinionModel.Header {
    /// Whether the layers fit together, and so many bytes are their rows.
    func isSound(with size: Int) -> Bool {
        let sizes = 8...Int(TextGrams.bits)
        return !heads.isEmpty && heads.count <= OpinionLane.mostSubjects && Set(heads).count == heads.count
            && sizes.contains(opinionBits) && sizes.contains(sentimentBits)
            && size == GramRows<OpinionRow>.bytes(bits: opinionBits)
                + GramRows<SentimentRow>.bytes(bits: sentimentBits)
            && subjects.isSound(outputs: heads.count, groups: 1, figures: heads.count)
            && polarity.isSound(
                outputs: OpinionModel.PolarityOutput.count, groups: OpinionLane.Group.allCases.count,
                figures: OpinionFeatures.basicFigures + 3 * heads.count)
            && sentiment.isSound(
                outputs: OpinionModel.SentimentOutput.count, groups: 1,
                figures: OpinionFeatures.sentimentFigures)
    }

    /// By position in `Aspect.all` the number of the first head for which something holds, -1 for none.
    fileprivate func numbers(_ holds: (_ aspect: Aspect, _ head: Aspect) -> Bool) -> [Int8] {
        Aspect.all.map { aspect in Int8(heads.firstIndex { holds(aspect, $0) } ?? -1) }
    }
}

extension LinearLayer {
    /// A larger weight is no result of a fit, and sums of such would be no numbers.
    private static let largest: Float = 1e6

    func isSound(outputs: Int, groups: Int, figures: Int) -> Bool {
        self.outputs == outputs && bias.count == outputs && self.figures.count == figures * outputs
            && scales.count == groups && scales.allSatisfy { $0.count == outputs }
            && (bias + self.figures + scales.joined()).allSatisfy { abs($0) <= LinearLayer.largest }
    }
}

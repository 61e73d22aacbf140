public import Earshot

/// How well a detector found the outbreaks of simulated series.
public struct DetectionFigures: Sendable {
    /// The greatest score within each outbreak.
    private var found: [Double] = []
    /// The scores of ordinary steps.
    private var ordinary: [Double] = []
    public private(set) var steps = 0

    public init() {}

    public mutating func add(_ simulated: SimulatedSeries, _ judgements: [CountJudgement]) {
        steps += judgements.count
        for outbreak in simulated.outbreaks {
            let scores = judgements.filter { outbreak.contains($0.step) }.map(\.score)
            found.append(scores.max() ?? -.infinity)
        }
        ordinary += judgements.filter { simulated.isFree($0.step) }.map(\.score)
    }

    public var outbreaks: Int { found.count }

    /// The share of outbreaks with an alarm from first to last step when this share of ordinary steps has one.
    public func detected(atFalseRate rate: Double) -> Double {
        let sorted = ordinary.sorted(by: >)
        let position = Int(rate * Double(sorted.count))
        return detected(above: position < sorted.count ? sorted[position] : -.infinity)
    }

    /// The share of outbreaks with a score above `threshold`.
    public func detected(above threshold: Double) -> Double {
        found.isEmpty ? 0 : Double(found.count { $0 > threshold }) / Double(found.count)
    }

    /// The share of ordinary steps with a score above `threshold`.
    public func falseRate(above threshold: Double) -> Double {
        ordinary.isEmpty ? 0 : Double(ordinary.count { $0 > threshold }) / Double(ordinary.count)
    }
}

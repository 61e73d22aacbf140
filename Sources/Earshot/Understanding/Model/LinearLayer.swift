internal import Glibc

/// A layer of linear models over the same features: one score an output, log-odds of a logistic regression.
///
/// The weights of n-grams lie in rows (`GramRows`); each group of n-grams (the whole text, the clauses of an aspect, ...)
/// counts as a vector of the length 1. Beside them are figures with weights of their own.
struct LinearLayer: Sendable, Codable {
    var outputs: Int
    /// By group and output: what a weight's unit in the rows stands for.
    var scales: [[Float]]
    /// Weights of the figures, `outputs` a figure.
    var figures: [Float]
    var bias: [Float]

    /// The probability that belongs to log-odds.
    static func probability(_ score: Float) -> Float { 1 / (1 + exp(-score)) }

    /// The log-odds that belong to a probability.
    static func score(_ probability: Float) -> Float { log(probability / (1 - probability)) }
}

/// A layer laid out to be summed, each output in a lane.
struct LayerLanes<Lanes: SIMD<Float> & Sendable>: Sendable {
    let bias: Lanes
    let figures: [Lanes]
    let scales: [Lanes]

    /// - Parameter first: the lane of the first output.
    init(_ layer: LinearLayer, first: Int) {
        func lanes(_ values: some Collection<Float>) -> Lanes {
            var lanes = Lanes()
            for (number, value) in values.enumerated() { lanes[first + number] = value }
            return lanes
        }
        bias = lanes(layer.bias)
        figures = stride(from: 0, to: layer.figures.count, by: layer.outputs).map {
            lanes(layer.figures[$0..<$0 + layer.outputs])
        }
        scales = layer.scales.map { lanes($0) }
    }
}

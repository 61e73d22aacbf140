/// The character n-grams within the clauses of a text, each as the number of a bucket (feature hashing: Weinberger et al.,
/// "Feature Hashing for Large Scale Multitask Learning", ICML 2009; without signs).
///
/// They lie in a grid: `longest` for each symbol, the one of one symbol first. One that would go beyond its clause is
/// `none`. So what a clause or a window says is read from the same grid as what the whole text says.
struct TextGrams: Sendable {
    /// By symbol and length.
    let buckets: [UInt32]

    /// The most symbols of an n-gram.
    static let longest = 3
    /// The number of buckets is 2 to the power of it; layers with fewer take the upper bits.
    static let bits: UInt32 = 24
    /// No n-gram: the row behind the last bucket's, which says nothing.
    static let none: UInt32 = 1 << bits

    /// - Parameter most: how many symbols are read.
    init(_ text: NormalText, most: Int) {
        let count = min(text.symbols.count, most)
        buckets = text.symbols.withUnsafeBufferPointer { symbols in
            [UInt32](unsafeUninitializedCapacity: count * TextGrams.longest) { grid, filled in
                for clause in text.clauses where Int(clause.lowerBound) < count {
                    let end = min(Int(clause.upperBound), count)
                    for start in Int(clause.lowerBound)..<end {
                        TextGrams.fill(grid, start, symbols, end)
                    }
                }
                filled = count * TextGrams.longest
            }
        }
    }

    /// Writes the n-grams that begin at one symbol.
    @inline(__always)
    private static func fill(
        _ grid: UnsafeMutableBufferPointer<UInt32>, _ start: Int, _ symbols: UnsafeBufferPointer<UInt16>,
        _ end: Int
    ) {
        var hash: UInt64 = 0
        for length in 0..<longest {
            guard start + length < end else {
                grid[start * longest + length] = none
                continue
            }
            hash = extended(hash, symbols[start + length])
            grid[start * longest + length] = bucket(hash)
        }
    }

    /// The hash of a gram with one symbol more.
    @inline(__always)
    private static func extended(_ hash: UInt64, _ symbol: UInt16) -> UInt64 {
        ((hash << 23 | hash >> 41) ^ UInt64(symbol)) &* 0x9E37_79B9_7F4A_7C15
    }

    @inline(__always)
    private static func bucket(_ hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: ((hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9) >> UInt64(64 - bits))
    }

    /// The symbols of which the n-gram at a position in `buckets` is made.
    static func symbols(at position: Int) -> Range<Int32> {
        let (start, length) = position.quotientAndRemainder(dividingBy: longest)
        return Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: start + length + 1)
    }

    /// The n-grams that begin in a span of symbols, as positions in `buckets`; those of them that go beyond the span, too.
    func beginning(in span: Range<Int32>) -> Range<Int> {
        let symbols = buckets.count / TextGrams.longest
        let first = min(Int(span.lowerBound), symbols)
        return first * TextGrams.longest..<max(first, min(Int(span.upperBound), symbols)) * TextGrams.longest
    }

    /// The n-grams that lie within a span of symbols, as positions in `buckets`.
    @inline(__always)
    func within(_ span: Range<Int32>, _ body: (Range<Int>) -> Void) {
        let all = beginning(in: span)
        let rest = TextGrams.longest - 1
        // Of those that begin at the last symbols the longer ones go beyond it.
        let safe = max(all.lowerBound, all.upperBound - rest * TextGrams.longest)
        body(all.lowerBound..<safe)
        var start = safe
        while start < all.upperBound {
            body(start..<start + (all.upperBound - start) / TextGrams.longest)
            start += TextGrams.longest
        }
    }
}

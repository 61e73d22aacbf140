/// Numbers of eight steps, side by side.
typealias Lanes = SIMD8<Double>

extension SIMD8<Double> {
    /// 1.5 · 2⁵²: a number of less than 2⁵¹ that is added to it is rounded, and stands in its lowest bits.
    private static var rounder: Double { 6_755_399_441_055_744 }
    private static var mantissa: UInt64 { 0x000F_FFFF_FFFF_FFFF }

    /// e to the power of each; of numbers below −700 and above 700 as of these.
    ///
    /// Method: x = n · ln 2 + r with |r| at most ln 2 / 2, Taylor's series of e^r up to its twelfth power, of which what is left
    /// is below 2⁻⁵².
    @inline(__always)
    func exponentials() -> Self {
        let x = clamped(-700, 700)
        let shifted = x * 1.442_695_040_888_963_4 + Self.rounder
        let n = shifted - Self.rounder
        let r = (x - n * 0.693_147_180_369_123_8) - n * 1.908_214_929_270_587_7e-10
        var p = r * (1 / 479_001_600.0) + 1 / 39_916_800.0
        p = p * r + 1 / 3_628_800.0
        p = p * r + 1 / 362_880.0
        p = p * r + 1 / 40_320.0
        p = p * r + 1 / 5040.0
        p = p * r + 1 / 720.0
        p = p * r + 1 / 120.0
        p = p * r + 1 / 24.0
        p = p * r + 1 / 6.0
        p = p * r + 0.5
        p = p * r + 1
        p = p * r + 1
        // 2ⁿ goes into the exponent's bits.
        let bits =
            unsafeBitCast(p, to: SIMD8<UInt64>.self)
            &+ (unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &<< 52)
        return unsafeBitCast(bits, to: Self.self)
    }

    /// Each between two bounds.
    @inline(__always)
    func clamped(_ least: Double, _ most: Double) -> Self {
        var numbers = self
        numbers.replace(with: least, where: numbers .< least)
        numbers.replace(with: most, where: numbers .> most)
        return numbers
    }

    /// The natural logarithm of each; they must be positive, finite and no subnormal numbers.
    ///
    /// Method: x = 2ⁿ · m with m from √½ to √2, and the series of artanh((m − 1) / (m + 1)) up to its nineteenth power, of which
    /// what is left is below 2⁻⁵².
    @inline(__always)
    func logarithms() -> Self {
        let bits = unsafeBitCast(self, to: SIMD8<UInt64>.self)
        // Of m from 1 to 2 the upper half is taken as one of the next power of two.
        let root = SIMD8<UInt64>(repeating: 0x3FE6_A09E_667F_3BCD)
        let offset = bits &- root
        let exponent = offset &>> 52
        let m = unsafeBitCast(bits &- (offset & SIMD8<UInt64>(repeating: ~Self.mantissa)), to: Self.self)
        // The exponent as twelve bits with a sign: one of 2⁵² · (1 + …) without its offset.
        let signed = (exponent &+ 0x800) & SIMD8<UInt64>(repeating: 0xFFF)
        let n =
            unsafeBitCast(signed | SIMD8<UInt64>(repeating: 0x4330_0000_0000_0000), to: Self.self)
            - (4_503_599_627_370_496 + 2048)
        let s = (m - 1) / (m + 1)
        let z = s * s
        var p = z * (2 / 19.0) + 2 / 17.0
        p = p * z + 2 / 15.0
        p = p * z + 2 / 13.0
        p = p * z + 2 / 11.0
        p = p * z + 2 / 9.0
        p = p * z + 2 / 7.0
        p = p * z + 2 / 5.0
        p = p * z + 2 / 3.0
        let tail = p * z * s + n * 1.908_214_929_270_587_7e-10
        return n * 0.693_147_180_369_123_8 + (2 * s + tail)
    }
}

import Glibc

/// Which scores of a `CountDetector` are alarms when ordinary steps may give a false one at a given rate.
///
/// The scores of ordinary steps were measured on simulated series of 0.02 to 150 expected counts a step, with weekday
/// shapes, holidays, trend, drift and dispersion: 449,000 days and 82,000 weeks without an outbreak. At one in 100 days
/// they exceed 0.38, at one in 10,000 days 2.10 (weeks: 0.93 and 2.55), much the same for rare and for frequent matters; in
/// between and beyond they go on as the logarithm of the rate.
public enum AlarmThreshold {
    /// The score that one in 1 / `rate` ordinary steps exceeds.
    public static func score(rate: Double, _ rhythm: CountSeries.Rhythm) -> Double {
        let line = line(rhythm)
        return line.atHundredth + line.decade * (-log10(rate) - 2)
    }

    /// How often ordinary steps exceed a score.
    public static func rate(score: Double, _ rhythm: CountSeries.Rhythm) -> Double {
        let line = line(rhythm)
        return min(1, pow(10, -2 - (score - line.atHundredth) / line.decade))
    }

    private static func line(_ rhythm: CountSeries.Rhythm) -> (atHundredth: Double, decade: Double) {
        switch rhythm {
        case .daily: (0.38, 0.86)
        case .weekly: (0.93, 0.81)
        }
    }
}

import PlatformClients

/// Writes what was found: what is fine on standard output, the rest on standard error, as `check` does all.
enum FindingReport {
    static func show(fine findings: [Finding], heading: String) {
        for finding in findings where finding.weight == .fine {
            Terminal.print("\(heading)\(FindingReport.fine(finding))")
        }
    }

    /// - Throws: when something has to be done, with all of it.
    static func tell(_ findings: [Finding]) throws(Failure) {
        for finding in findings where finding.weight == .warning {
            Terminal.say("warning: \(FindingReport.text(of: finding))")
        }
        let faults = findings.filter { $0.weight == .fault }
        guard faults.isEmpty else {
            throw Failure(faults.map(FindingReport.text).joined(separator: "\n"), hasHeading: false)
        }
    }

    private static func fine(_ finding: Finding) -> String {
        Terminal.field("\(finding.channel): \(finding.explanation.english)")
    }

    /// Both languages, the second below the first. A platform's own words may be among them.
    static func text(of finding: Finding) -> String {
        let words = finding.explanation
        return
            "\(Terminal.field("\(finding.channel): \(words.english)"))\n    \(Terminal.field(words.chinese))"
    }
}

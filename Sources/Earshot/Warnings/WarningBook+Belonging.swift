/// Which warnings something found belongs to, and which of them are one.
extension WarningBook {
    /// The warnings that something found belongs to, the oldest of those that are active first.
    func related(to finding: Warning.Finding) -> [Int64] {
        let hasOwn = warnings.values.contains { $0.state.isActive && $0.subject == finding.subject }
        return warnings.values.filter { warning in
            guard warning.isOngoing else { return false }
            return warning.state.isActive
                ? isOne(warning, with: finding, hasOwn: hasOwn)
                : isOver(warning, for: finding, hasOwn: hasOwn)
        }
        .sorted { left, right in
            (rank(left, for: finding, hasOwn: hasOwn), left.number)
                < (rank(right, for: finding, hasOwn: hasOwn), right.number)
        }
        .map(\.number)
    }

    /// What nearly is the same, or is only most of it, comes behind what is the same, and what has ended last.
    private func rank(_ warning: Warning, for finding: Warning.Finding, hasOwn: Bool) -> Int {
        guard warning.state.isActive else { return 2 }
        if hasOwn, finding.goesBeyond(warning.subject) || finding.joinsSeries(with: warning.subject) {
            return 1
        }
        return finding.subject.isNearly(warning.subject) ? 1 : 0
    }

    /// Whether what was found is of an active warning's matter.
    private func isOne(_ warning: Warning, with finding: Warning.Finding, hasOwn: Bool) -> Bool {
        if warning.subject == finding.subject { return true }
        let isAtOnce = finding.figures.days.lowerBound <= warning.lastAbnormal + 1
        if finding.subject.contains(warning.subject) {
            // It has spread, or stands out within: another aspect of last week is another matter.
            return isAtOnce
                && (finding.parts.contains(warning.subject)
                    || finding.subject.aspect == warning.subject.aspect)
        }
        return isAtOnce
            && (warning.subject.contains(finding.subject) || warning.hasWithin(finding, hasOwn: hasOwn)
                || finding.parts.contains(warning.subject) || finding.subject.isNearly(warning.subject))
    }

    /// Whether what was found has been dealt with: it is what ended, or was a part of it, and no worse than it was then.
    private func isOver(_ warning: Warning, for finding: Warning.Finding, hasOwn: Bool) -> Bool {
        // Every voice that tells of a danger is looked at anew once the last is dealt with.
        guard !warning.subject.isDanger else { return false }
        guard
            warning.subject == finding.subject || warning.hasWithin(finding, hasOwn: hasOwn)
                || warning.parts.contains(finding.subject) && finding.goesBeyond(warning.subject)
                || warning.subject.isNearly(finding.subject)
        else { return false }
        // What is worse opens the warning of the same matter again; as a part it is a warning of its own.
        return finding.severity <= warning.severity
            || warning.state == .resolved && warning.subject == finding.subject
    }

    /// Whether a warning that something found belongs to as well is a part of the first one: what was taken for several matters is
    /// one. An aspect that somebody else has taken on stays theirs.
    func merges(_ part: Warning, into whole: Warning, by finding: Warning.Finding) -> Bool {
        if whole.subject.contains(part.subject) { return true }
        if whole.subject == finding.subject, finding.holds(part.subject) { return true }
        guard part.owner == nil || part.owner == whole.owner else { return false }
        let (one, other) = (whole.subject, part.subject)
        // Two aspects of one series may have customers of their own.
        return finding.isSibling(one) && finding.isSibling(other)
            || finding.subject == one && finding.joinsSeries(with: other)
            || finding.subject == other && finding.joinsSeries(with: one)
    }

    /// Whether what was found says that a warning goes on that is no part of the first one.
    func isAbnormalStill(_ warning: Warning, by finding: Warning.Finding) -> Bool {
        finding.holds(warning.subject) || finding.goesBeyond(warning.subject)
            || finding.subject.isNearly(warning.subject)
    }
}

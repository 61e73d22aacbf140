extension Warning {
    /// The warning as nobody's where the one who had it is no longer of the directory: somebody else is to take it on. What is
    /// over stays whose it was.
    ///
    /// - Parameter isCovered: whether somebody is told today in the place of a person who has left.
    func released(in directory: any PeopleDirectory, unless isCovered: (String) -> Bool = { _ in false })
        -> Warning
    {
        guard state.isActive, let owner, directory.person(id: owner) == nil, !isCovered(owner) else {
            return self
        }
        var released = self
        (released.owner, released.claimedAt, released.assignedBy) = (nil, nil, nil)
        if [.claimed, .notified].contains(state) { released.state = .open }
        return released
    }
}

extension WarningAudience {
    /// Whether somebody is told of a matter on a day in the place of a person: not where the deputy may not see it, has left
    /// or is away as well, and not where the person would never be asked.
    func covers(_ person: String, of subject: WarningSubject, on day: Day) -> Bool {
        ChainOfCommand.Level.allCases.contains { level in
            self.level(level, of: subject, on: day).told.contains { addressed in
                addressed.insteadOf.contains { $0.id == person }
            }
        }
    }
}

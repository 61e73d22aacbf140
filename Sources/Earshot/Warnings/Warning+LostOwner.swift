extension Warning {
    /// The warning as nobody's where the one who had it is no longer of the directory: somebody else is to take it on.
    ///
    /// - Parameter isCovered: whether a person who has left has somebody to stand in, who has been told.
    func released(in directory: any PeopleDirectory, unless isCovered: (String) -> Bool = { _ in false })
        -> Warning
    {
        guard let owner, directory.person(id: owner) == nil, !isCovered(owner) else { return self }
        var released = self
        (released.owner, released.claimedAt, released.assignedBy) = (nil, nil, nil)
        if [.claimed, .notified].contains(state) { released.state = .open }
        return released
    }
}

extension SettingsCheck {
    mutating func check(_ warnings: Settings.Warnings) {
        checkRange("warnings.budget", warnings.budget, 0.01...100)
        checkRange("warnings.claimMinutes", warnings.claimMinutes, 1...10_080)
        checkRange("warnings.headMinutes", warnings.headMinutes, 1...10_080)
        var first: [String: Int] = [:]
        for (index, id) in warnings.headquarters.enumerated() {
            if let earlier = first.updateValue(index, forKey: id) {
                report(
                    "warnings.headquarters[\(index)]",
                    "\"\(id)\" already is warnings.headquarters[\(earlier)]")
            }
        }
    }
}

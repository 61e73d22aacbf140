/// The migrations of what is to be found by the person it is of.
extension BotSchema {
    /// Whose message was answered. Of answers from before it is not known; they are gone after a week.
    static let answeredAccounts = """
        ALTER TABLE handled ADD COLUMN account TEXT;
        """
}

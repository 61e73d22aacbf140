import Configuration
import Earshot

extension Settings {
    /// How many days is kept what conversations leave behind, and voices. Attachments have their own.
    struct Retention: Codable, Sendable {
        /// Answers that people may rate; a rating that comes later is kept without its answer.
        var ratedReplies = usual(.ratedReplies)
        /// Whoever left a form open is told for so long that it expired.
        var conversations = usual(.conversations)
        var feedback = usual(.feedback)
        /// Deliveries that have ended: within it the same matter is not sent again. Dead letters stay as long.
        var deliveries = usual(.deliveries)
        /// Warnings from their end: long enough to compare a season with the same one a year before.
        var warnings = usual(.warnings)
        /// How long reports can be made again.
        var reports = usual(.reports)
        /// What was asked and not answered.
        var unanswered = usual(.unanswered)
        var handOvers = usual(.handOvers)
        /// What dealers recorded of customers; the voices that it became stay.
        var notes = usual(.notes)
        /// Agreed actions from their end.
        var actions = usual(.actions)
        /// Suggestions that are over, from their last decision; 0 for ever.
        var suggestions = usual(.suggestions)
        var audit = usual(.audit)
        /// Voices from the day on which they were published; 0 for ever.
        var voices = usual(.voices)
        /// Authors, addresses and personal numbers in them; 0 for ever.
        var authors = usual(.authors)

        init() {}

        private static func usual(_ kind: RetainedKind) -> Int { RetentionRules.usualDays[kind] ?? 0 }

        var rules: RetentionRules {
            RetentionRules(days: [
                .ratedReplies: ratedReplies, .conversations: conversations, .feedback: feedback,
                .deliveries: deliveries, .warnings: warnings, .reports: reports, .unanswered: unanswered,
                .handOvers: handOvers, .notes: notes, .actions: actions,
                .suggestions: suggestions, .audit: audit, .voices: voices, .authors: authors,
            ])
        }

        private enum CodingKeys: String, CodingKey {
            case ratedReplies, conversations, feedback, deliveries, warnings, reports, unanswered, handOvers,
                notes, actions, suggestions
            case audit, voices, authors
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            ratedReplies = try keys.value(.ratedReplies, default: ratedReplies)
            conversations = try keys.value(.conversations, default: conversations)
            feedback = try keys.value(.feedback, default: feedback)
            deliveries = try keys.value(.deliveries, default: deliveries)
            warnings = try keys.value(.warnings, default: warnings)
            reports = try keys.value(.reports, default: reports)
            unanswered = try keys.value(.unanswered, default: unanswered)
            handOvers = try keys.value(.handOvers, default: handOvers)
            notes = try keys.value(.notes, default: notes)
            actions = try keys.value(.actions, default: actions)
            suggestions = try keys.value(.suggestions, default: suggestions)
            audit = try keys.value(.audit, default: audit)
            voices = try keys.value(.voices, default: voices)
            authors = try keys.value(.authors, default: authors)
        }
    }
}

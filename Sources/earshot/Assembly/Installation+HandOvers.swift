import Configuration
import Earshot
import Store
import Texts

extension Installation {
    /// What hands over to people what the bot cannot answer.
    func handOvers(
        _ stores: Stores, _ texts: PromptTexts, _ knowledge: KnowledgeService, _ words: HandOverWords
    ) throws(Problems) -> HandOverService {
        let situation = try handOverSituation(stores, texts)
        return HandOverService(
            desk: stores.bot, directory: directory, post: situation.post, rules: situation.rules,
            words: words, contact: situation.contact, knowledge: knowledge)
    }

    /// What the rounds of hand-overs go by.
    func handOverSituation(
        _ stores: Stores, _ texts: PromptTexts
    ) throws(Problems) -> HandOverRounds.Situation {
        let settings = site.settings.handOver
        let rules = HandOverRules(
            officeHours: OfficeHours(
                from: settings.officeHours.from, until: settings.officeHours.until,
                holidays: try workCalendar(), calendar: calendar),
            remindWithin: .seconds(settings.remindMinutes * 60),
            escalateWithin: .seconds(settings.escalateMinutes * 60),
            idle: .seconds(settings.idleHours * 3600),
            quietHours: site.settings.warnings.quietHours.hours, calendar: calendar)
        return HandOverRounds.Situation(
            post: HandOverPost(
                texts: texts, directory: directory, chain: chainOfCommand, reach: reach(stores),
                rules: rules), rules: rules, contact: site.settings.contact)
    }
}

extension Router {
    /// The words by which lines to take are filed.
    public var knowledgeWords: KnowledgeCommandWords { phrasebook.knowledgeWords }

    /// What is done with a line to take: what stands behind the command is no part of it, whatever it says.
    func knowledge(_ text: String, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, let request = phrasebook.knowledgeWords.command(text) else {
            return nil
        }
        return Understood(request: request, said: request.slots)
    }
}

extension Intent {
    /// Whether it is about the lines to take, whose numbers are in `Slots.entry`.
    public var isAboutKnowledge: Bool {
        switch self {
        case .guidance, .knowledgeFile, .knowledgeChange, .knowledgeRetire, .knowledgeList, .knowledgeShow,
            .unansweredList:
            true
        default: false
        }
    }
}

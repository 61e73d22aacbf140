import ChatPlatforms
import Earshot

extension Inquiry {
    /// What a group robot's answer to something that no group can be shown tells.
    ///
    /// - Parameters:
    ///   - code: The refusal of what is asked, by a platform that knows the robot.
    ///   - weight: How much another refusal matters.
    func robotFindings(
        _ outcome: SendOutcome, known code: String,
        weight: (PlatformRemark) -> Finding.Weight = { _ in .fault },
        _ explanation: (PlatformRemark) -> Advice
    ) -> [Finding] {
        let remark = outcome.remark
        if case .sent = outcome { return [isShown] }
        return remark.code == code
            ? [isKnown] : [finding(remark, explanation(remark), weight: weight(remark))]
    }

    /// The platform was to refuse what it was asked, and did not.
    private var isShown: Finding {
        Finding(
            .warning, channel,
            Advice(
                "the robot is known at its address, but the platform accepted what was only to be refused: look in the "
                    + "group whether a message has appeared",
                "机器人地址有效，但平台接受了本应被拒绝的检查消息：请到群里看看是否出现了一条消息"))
    }

    private var isKnown: Finding {
        Finding(
            .fine, channel,
            Advice(
                "the robot is known at its address; nothing was sent to the group", "机器人地址有效；未向群里发送任何消息"))
    }
}

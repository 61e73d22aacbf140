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
        if case .sent = outcome { return [isKnown] }
        return remark.code == code
            ? [isKnown] : [finding(remark, explanation(remark), weight: weight(remark))]
    }

    private var isKnown: Finding {
        Finding(
            .fine, channel,
            Advice(
                "the robot is known at its address; nothing was sent to the group", "机器人地址有效；未向群里发送任何消息"))
    }
}

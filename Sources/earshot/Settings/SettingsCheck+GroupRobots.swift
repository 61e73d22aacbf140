import Configuration
import Crypto

extension SettingsCheck {
    mutating func check(_ robots: [Settings.GroupRobot]) {
        checkNames(robots.map(\.name), of: "groupRobots")
        for (index, robot) in robots.enumerated() {
            let field = "groupRobots[\(index)]"
            checkServer(robot.server, of: "\(field).server")
            let isPlaced = robot.server.map { SettingsCheck.isServer($0) } ?? true
            if let secret = robot.secret {
                if robot.platform == .wecom {
                    report("\(field).secret", "robots of WeCom's groups have none: the address is all")
                } else {
                    read("\(field).secret", secret)
                }
            }
            guard let webhook = read("\(field).webhook", robot.webhook), isPlaced else { continue }
            guard let destination = robot.destination(of: webhook) else {
                report(
                    "\(field).webhook", "is no address of a robot of \(robot.platform.rawValue)",
                    hint: "the whole Webhook: \(robot.servers[0])\(robot.path)…")
                continue
            }
            // Another server was looked at above.
            if robot.server == nil { checkAllowed(destination.server, of: "\(field).webhook") }
        }
    }
}

import Configuration
import Crypto
import HTTP

extension SettingsCheck {
    mutating func check(_ robots: [Settings.GroupRobot], allowing outbound: Settings.Outbound) {
        checkNames(robots.map(\.name), of: "groupRobots")
        for (index, robot) in robots.enumerated() {
            let field = "groupRobots[\(index)]"
            checkServer(robot.server, of: "\(field).server")
            let isPlaced = robot.server.map { AllowedHost($0) != nil } ?? true
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
            checkAllowed(destination.server, by: outbound, of: "\(field).webhook")
        }
    }

    /// The client sends to no host but those of the list.
    private mutating func checkAllowed(_ server: String, by outbound: Settings.Outbound, of field: String) {
        guard let place = AllowedHost(server) else { return }
        if !outbound.allowedHosts.contains(where: { AllowedHost($0)?.covers(place) ?? false }) {
            warn(
                field, "\(server) is not among outbound.allowedHosts, so that nothing can be sent there",
                hint: "add \"\(server)\"")
        }
    }
}

import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Invariant {
    private static let port: UInt16 = 3128
    private static let environment = [("HTTPS_PROXY", "http://127.0.0.1:3128")]

    /// Section 10.7 of the record: whose connection the proxy takes.
    static let proxying = [
        Invariant("V125", "a connection of a process with no or two routes is refused by the proxy") { stage in
            var proxy = try SimulatedProxy(host: stage.host, port: port)
            let (first, second) = (try proxy.openRoute(), try proxy.openRoute())
            stage.host.machine.answerConsent(.approve)
            let command = try stage.start(environment: environment, proxyRoute: first)
            let child = try stage.child(of: command.process)
            let logon = try #require(stage.host.machine.processes[stage.host.user]?.token.logonSID)
            let both = try stage.host.machine.restrictedToken(
                TokenFilter(flags: .writeRestricted, restrictingSIDs: [first, second, logon]), of: stage.host.user)
            let stranger = try stage.host.machine.createProcess(
                ProcessStart(image: "x", commandLine: "x"), as: both, by: stage.host.user)
            let loopback = try #require(NetworkAddress("127.0.0.1"))
            func route(_ process: ProcessIdentifier) throws -> SID? {
                proxy.accept(from: try stage.host.machine.connect(to: loopback, port: port, by: process))
            }
            let answers = [
                try route(command.process), try route(child), try route(stage.host.user), try route(stranger),
            ]
            return Answer(answers == [first, first, nil, nil] && proxy.accept(from: 1) == nil)
        },
        Invariant("V126", "when a route is closed later connections of its command are refused") { stage in
            var proxy = try SimulatedProxy(host: stage.host, port: port)
            let route = try proxy.openRoute()
            stage.host.machine.answerConsent(.approve)
            let command = try stage.start(environment: environment, proxyRoute: route).process
            let loopback = try #require(NetworkAddress("127.0.0.1"))
            let before = proxy.accept(from: try stage.host.machine.connect(to: loopback, port: port, by: command))
            proxy.closeRoute(route)
            let after = proxy.accept(from: try stage.host.machine.connect(to: loopback, port: port, by: command))
            return Answer(before == route && after == nil)
        },
    ]
}

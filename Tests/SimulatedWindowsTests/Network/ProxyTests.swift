import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

/// Where the managed proxy connects to for a command.
struct ProxyTests {
    /// A name of the list is its owner's to point anywhere; the proxy is not the way back to services that the command cannot reach.
    @Test func noNameLeadsBackToTheMachine() throws {
        let stage = try Stage()
        stage.host.machine.addHost(
            Network.Host(
                name: "example.org", addresses: [try #require(NetworkAddress("127.0.0.1"))], ports: [8080]))
        stage.host.machine.addHost(
            Network.Host(
                name: "example.net", addresses: [try #require(NetworkAddress("203.0.113.1"))], ports: [8080]))
        let database = try stage.host.machine.createProcess(
            ProcessStart(image: "db.exe", commandLine: "db"), by: stage.host.user)
        try stage.host.machine.listen(on: 8080, by: database)
        var proxy = try SimulatedProxy(host: stage.host, port: 3128)
        let listed = Set(["example.org:8080", "example.net:8080"].compactMap(ProxyDestination.init))
        let route = try proxy.openRoute(to: listed)
        stage.host.machine.answerConsent(.approve)
        let command = try stage.start(environment: [("HTTPS_PROXY", "http://127.0.0.1:3128")], proxyRoute: route)
        let loopback = try #require(NetworkAddress("127.0.0.1"))
        let port = try stage.host.machine.connect(to: loopback, port: 3128, by: command.process)
        try proxy.connect(to: Array("example.net".utf8), port: 8080, from: port)
        let error = #expect(throws: CallError.self) {
            try proxy.connect(to: Array("example.org".utf8), port: 8080, from: port)
        }
        #expect(error?.code == .accessDenied && error?.call == SimulatedProxy.connectMethod)
        // What is not listed is not even looked up.
        let questions = stage.host.machine.network.queries.count
        #expect(throws: CallError.self) { try proxy.connect(to: Array("secret.example".utf8), port: 443, from: port) }
        #expect(stage.host.machine.network.queries.count == questions)
    }
}

import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

extension Replay {
    /// Sections 9.6 and 9.7 of the record: the network, and what commands meet when they run.
    static let commands: [String: Body] = [
        "K60": { design in
            let stage = try Stage(design)
            let database = try stage.host.machine.createProcess(
                ProcessStart(image: "db.exe", commandLine: "db"), by: stage.host.user)
            try stage.host.machine.listen(on: 5432, by: database)
            var proxy = try SimulatedProxy(host: stage.host, port: 3128)
            let route = try proxy.openRoute()
            stage.host.machine.answerConsent(.approve)
            let environment = [("HTTPS_PROXY", "http://127.0.0.1:3128")]
            let command = try stage.start(environment: environment, proxyRoute: route).process
            return try stage.connect("127.0.0.1", 5432, by: command) == 10013
                && stage.connect("127.0.0.1", 3128, by: command) == 0
                && stage.connect("127.0.0.1", 5432, by: stage.host.user) == 0
        },
        "K61": { design in
            let stage = try Stage(design)
            let command = try stage.start().process
            let direct = try stage.connect("203.0.113.53", 53, by: command)
            _ = code { _ = try stage.host.machine.resolve("secret.example.com", by: command) }
            let question = stage.host.machine.network.queries.last
            return direct == 10013 && question?.name == "secret.example.com" && question?.client == command
        },
        "K63": { design in
            let stage = try Stage(design)
            let command = try stage.start().process
            return code {
                try stage.host.machine.createPipe("spawn", descriptor: nil, by: command)
                try stage.host.machine.connectPipe("spawn", by: command)
            } == 5
        },
        "K64": { design in
            // An anonymous pipe has the token's default list, and its other end is opened by name.
            let stage = try Stage(design)
            let command = try stage.start().process
            let child = try stage.child(of: command)
            return code { _ = try stage.host.machine.createStream(by: child) } == 5
                && code { _ = try stage.host.machine.createStream(by: stage.host.user) } == 0
        },
        "K65": { design in
            let stage = try Stage(design)
            var session = try stage.open("start /b timeout /t 100 & echo gone")
            let before = stage.host.machine.clock
            _ = try session.capture()
            return stage.host.machine.clock - before >= 100_000
        },
        "K71": { design in
            let stage = try Stage(design)
            let plan = try stage.start().plan
            do throws(SandboxFailure) {
                try stage.sandbox.write([1], to: Place.outside, under: plan)
                return true
            } catch {
                return false
            }
        },
    ]
}

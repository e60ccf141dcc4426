internal import WindowsSecurity

/// `tasklist`.
extension Program {
    static func taskList(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        let isLong = has("/v", run)
        var names = [("Image Name", 25), ("PID", 8), ("Session Name", 16), ("Session#", 11)]
        if isLong { names.append(("User Name", 40)) }
        run.print()
        run.print(
            Text.left("Image Name", 25) + " " + Text.right("PID", 8) + " " + Text.left("Session Name", 16) + " "
                + Text.right("Session#", 11) + (isLong ? " " + Text.left("User Name", 40) : ""))
        run.print(names.map { String(repeating: "=", count: $0.1) }.joined(separator: " "))
        for process in machine.processes.values.filter(\.isRunning).sorted(by: { $0.identifier < $1.identifier }) {
            let image = process.image.split(separator: "\\").last.map(String.init) ?? process.image
            let isService = process.session == 0x3E7
            run.print(
                Text.left(String(image.prefix(25)), 25) + " " + Text.right("\(process.identifier.rawValue)", 8) + " "
                    + Text.left(isService ? "Services" : "Console", 16) + " " + Text.right(isService ? "0" : "1", 11)
                    + (isLong ? " " + machine.accountName(process.token.user.sid) : ""))
        }
    }
}

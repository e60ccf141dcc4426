/// `sc`.
extension Program {
    static func serviceControl(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        let words = run.arguments
        switch words.first?.lowercased() {
        case "query", "queryex":
            let names = words.dropFirst().filter { !$0.contains("=") && $0.lowercased() != "all" }
            guard let name = names.first else {
                for service in machine.services where service.isRunning { show(service, &run) }
                return
            }
            guard let service = machine.service(name) else {
                return failService("EnumQueryServicesStatus:OpenService", .noSuchService, &run)
            }
            show(service, &run)
        case "start", "stop":
            guard words.count > 1 else { return run.fail("ERROR:  Unrecognized command", 1639) }
            let starts = words[0].lowercased() == "start"
            do throws(CallError) {
                if starts {
                    try machine.startService(words[1], by: run.process)
                } else {
                    try machine.stopService(words[1], by: run.process)
                }
            } catch {
                return failService(starts ? "StartService" : "ControlService", error.code, &run)
            }
            if let service = machine.service(words[1]) { show(service, &run) }
        default: run.fail("ERROR:  Unrecognized command", 1639)
        }
    }

    private static func failService(_ call: String, _ code: Win32Error, _ run: inout ProgramRun) {
        run.fail("[SC] \(call) FAILED \(code.rawValue):\r\n\r\n\(code.message)\r\n", Int32(code.rawValue))
    }

    private static func show(_ service: Service, _ run: inout ProgramRun) {
        run.print()
        run.print("SERVICE_NAME: \(service.name)")
        run.print("DISPLAY_NAME: \(service.title)")
        run.print("        TYPE               : 20  WIN32_SHARE_PROCESS")
        run.print("        STATE              : " + (service.isRunning ? "4  RUNNING" : "1  STOPPED"))
        run.print("        WIN32_EXIT_CODE    : 0  (0x0)")
        if let process = service.process { run.print("        PID                : \(process.rawValue)") }
    }
}

/// `curl`, `ping` and `nslookup`.
extension Program {
    /// The address of a host that a person names.
    private static func address(
        of host: String, _ machine: inout SimulatedMachine, _ run: ProgramRun
    ) throws(CallError) -> NetworkAddress {
        if let address = NetworkAddress(host) { return address }
        let found = try machine.resolve(host, by: run.process)
        guard let first = found.first else { throw CallError(.hostNotFound, "getaddrinfo", host) }
        return first
    }

    static func curl(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard let url = run.arguments.first(where: { !$0.hasPrefix("-") }) else {
            return run.fail("curl: (2) no URL specified", 2)
        }
        var rest = url[...]
        var port: UInt16 = 80
        for (scheme, known) in [("https://", 443), ("http://", 80)] as [(String, UInt16)]
        where url.lowercased().hasPrefix(scheme) {
            rest = url.dropFirst(scheme.count)
            port = known
        }
        var host = String(rest.prefix { $0 != "/" })
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            let behind = host[host.index(after: end)...]
            if behind.hasPrefix(":") { port = UInt16(behind.dropFirst()) ?? port }
            host = String(host[host.index(after: host.startIndex)..<end])
        } else if let colon = host.lastIndex(of: ":"), host.firstIndex(of: ":") == colon {
            port = UInt16(host[host.index(after: colon)...]) ?? port
            host = String(host[..<colon])
        }
        let target: NetworkAddress
        do throws(CallError) { target = try address(of: host, &machine, run) } catch {
            return run.fail("curl: (6) Could not resolve host: \(host)", Int32(error.code.rawValue))
        }
        do throws(CallError) { try machine.connect(to: target, port: port, by: run.process) } catch {
            return run.fail(
                "curl: (7) Failed to connect to \(host) port \(port): \(error.code.message)",
                Int32(error.code.rawValue))
        }
        run.print("HTTP/1.1 200 OK from \(target):\(port)")
    }

    static func ping(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        var count = 4
        if let index = run.arguments.firstIndex(where: { $0.lowercased() == "-n" }), index + 1 < run.arguments.count {
            count = max(1, Int(run.arguments[index + 1]) ?? 4)
        }
        guard let host = run.arguments.last, Int(host) == nil else {
            return run.fail("IP address must be specified.", 1)
        }
        let target: NetworkAddress
        do throws(CallError) { target = try address(of: host, &machine, run) } catch {
            return run.fail(
                "Ping request could not find host \(host). Please check the name and try again.",
                Int32(error.code.rawValue))
        }
        if run.round == 0 {
            run.print()
            run.print("Pinging \(host == "\(target)" ? host : "\(host) [\(target)]") with 32 bytes of data:")
        }
        do throws(CallError) {
            try machine.connect(to: target, port: 0, over: target.isVersion6 ? .icmp6 : .icmp, by: run.process)
            run.print("Reply from \(target): bytes=32 time<1ms TTL=128")
        } catch {
            run.print(error.code == .connectionTimedOut ? "Request timed out." : "General failure.")
            run.code = Int32(error.code.rawValue)
        }
        if run.round + 1 < count {
            run.pause = .until(machine.clock + 1000)
        } else {
            run.print()
            run.print("Ping statistics for \(target):")
            let (lost, percent) = run.code == 0 ? (0, 0) : (count, 100)
            run.print("    Packets: Sent = \(count), Received = \(count - lost), Lost = \(lost) (\(percent)% loss),")
        }
    }
}

extension Program {
    static func nameServerLookup(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard let name = run.arguments.first else { return run.fail("*** No name was given", 1) }
        let server = run.arguments.count > 1 ? NetworkAddress(run.arguments[1]) : machine.network.resolver
        // nslookup speaks to the server itself, and not through the resolver service.
        if let server {
            run.print("Server:  \(machine.network.hosts.first { $0.addresses.contains(server) }?.name ?? "UnKnown")")
            run.print("Address:  \(server)")
            run.print()
            do throws(CallError) { try machine.connect(to: server, port: 53, over: .udp, by: run.process) } catch {
                run.print("DNS request timed out.")
                return run.fail("*** Request to \(server) timed-out", Int32(error.code.rawValue))
            }
        }
        guard let host = machine.network.hosts.first(where: { $0.name.lowercased() == name.lowercased() }) else {
            return run.fail("*** UnKnown can't find \(name): Non-existent domain", 1)
        }
        run.print("Name:    \(host.name)")
        for (index, address) in host.addresses.enumerated() {
            run.print((index == 0 ? "Address:  " : "          ") + "\(address)")
        }
    }
}

import SandboxModel
import SimulatedWindows
import Testing
import WindowsSecurity

/// Answers with the derivation that decided.
extension Stage {
    /// The name of an account; a synthetic SID is called a capability.
    func name(_ sid: SID) -> String {
        let full = host.machine.accounts.name(of: sid, computer: host.machine.name)
        let short = full?.split(separator: "\\").last.map(String.init)
        if let short { return short.hasPrefix("LogonSessionId") ? "the logon session" : short }
        return CapabilitySID.isCapability(sid) ? "a capability" : sid.description
    }

    /// Who decided in each pass of an access check.
    func grounds(_ derivation: Derivation, _ descriptor: SecurityDescriptor, _ type: ObjectType = .file) -> String {
        let entries = descriptor.dacl.list?.entries ?? []
        var parts: [String] = []
        for pass in AccessStep.Pass.allCases {
            let steps = derivation.steps.filter { $0.pass == pass }
            let wanted = derivation.steps.first { if case .wants = $0.kind { true } else { false } }?.bits ?? []
            let owner = steps.first { $0.kind == .ownerGrants }?.bits ?? []
            var names: [String] = owner.isDisjoint(with: wanted) ? [] : ["the owner"]
            for step in steps where step.kind == .entryAllows {
                guard let index = step.entryIndex else { continue }
                let trustee = name(entries[index].trustee)
                if !names.contains(trustee) { names.append(trustee) }
            }
            if let index = steps.first(where: { $0.kind == .entryDenies })?.entryIndex {
                parts.append("\(pass): denied to \(name(entries[index].trustee))")
            } else if let end = steps.last(where: { $0.kind == .passEnds }), !end.remaining.isEmpty {
                parts.append("\(pass): nobody gives \(rights(end.remaining, type))")
            } else if !names.isEmpty {
                parts.append("\(pass): \(names.joined(separator: ", "))")
            } else if steps.contains(where: { $0.kind == .labelRefuses }) {
                parts.append("\(pass): the label")
            }
        }
        return parts.joined(separator: "; ")
    }

    /// Rights by name; all rights of writing a file together have one.
    private func rights(_ mask: AccessMask, _ type: ObjectType) -> String {
        let writing = AccessMask(rawValue: 0x116)
        guard type == .file, mask.isSuperset(of: writing) else { return type.names(in: mask).joined(separator: "|") }
        return "FILE_GENERIC_WRITE"
    }

    /// Why a process may or may not have rights on what is at a path, by its own list.
    func grounds(_ path: String, _ access: AccessMask, by process: ProcessIdentifier) throws -> String {
        let descriptor = try host.machine.descriptor(of: path, by: SimulatedMachine.system)
        return grounds(try host.machine.explain(path, access, by: process).derivation, descriptor)
    }

    /// What the machine says about the call that failed last; Windows has no such thing.
    var why: String {
        guard let failure = host.machine.lastFailure else { return "" }
        guard let check = failure.check else { return "\(failure.error)" }
        return grounds(check.derivation, check.descriptor)
    }

    /// Whether a call is refused for want of rights.
    ///
    /// - Parameters:
    ///   - path: where the rights would come from.
    ///   - access: the rights the call needs there.
    ///   - process: who calls.
    ///   - body: the call.
    /// - Returns: the answer with the deciding entries.
    /// - Throws: when there is nothing at the path.
    func refuses(
        _ path: String, _ access: AccessMask, by process: ProcessIdentifier,
        _ body: (inout SimulatedMachine) throws -> Void
    ) throws -> Answer {
        let before = try grounds(path, access, by: process)
        switch code({ try body(&host.machine) }) {
        case 0: return Answer(false, before)
        case 5: return Answer(true, why)
        case let number: return Answer(false, "error \(number)")
        }
    }

    /// Whether writing a file, new or old, is refused.
    func refusesWrite(_ path: String, by process: ProcessIdentifier) throws -> Answer {
        let exists = (try? host.machine.descriptor(of: path, by: SimulatedMachine.system)) != nil
        let parent = try FilePath(path).parent.description
        return try refuses(exists ? path : parent, exists ? .fileWriteData : .fileAddFile, by: process) {
            try $0.writeFile(path, bytes("x"), by: process)
        }
    }

    /// Whether making a directory is refused.
    func refusesDirectory(_ path: String, by process: ProcessIdentifier) throws -> Answer {
        try refuses(try FilePath(path).parent.description, .fileAddSubdirectory, by: process) {
            try $0.makeDirectory(path, by: process)
        }
    }

    /// Whether reading a file is refused.
    func refusesRead(_ path: String, by process: ProcessIdentifier) throws -> Answer {
        try refuses(path, .fileReadData, by: process) { _ = try $0.readFile(path, by: process) }
    }

    /// Whether a file can be written; the grounds say why not.
    func allowsWrite(_ path: String, by process: ProcessIdentifier) throws -> Answer {
        let refused = try refusesWrite(path, by: process)
        return Answer(!refused.holds, refused.grounds)
    }

    /// Whether a file can be read; the grounds say why not.
    func allowsRead(_ path: String, by process: ProcessIdentifier) throws -> Answer {
        let refused = try refusesRead(path, by: process)
        return Answer(!refused.holds, refused.grounds)
    }

    /// Whether a connection is refused; the grounds name the rule or filter, or say that there is none.
    func refusesConnection(
        _ address: String, _ port: UInt16, over transport: TransportProtocol = .tcp, by process: ProcessIdentifier
    ) throws -> Answer {
        let target = try #require(NetworkAddress(address))
        let number = code { try host.machine.connect(to: target, port: port, over: transport, by: process) }
        let user = name(try #require(host.machine.processes[process]).token.user.sid)
        switch number {
        case 0: return Answer(false, "no rule or filter speaks about \(user)")
        case 10013: return Answer(true, host.machine.lastFailure?.check?.object ?? "")
        default: return Answer(false, "error \(number)")
        }
    }

    /// Whether a connection passes; the grounds name the rule or filter that refused.
    func allowsConnection(
        _ address: String, _ port: UInt16, over transport: TransportProtocol = .tcp, by process: ProcessIdentifier
    ) throws -> Answer {
        let refused = try refusesConnection(address, port, over: transport, by: process)
        let hasPassed = refused.grounds.hasPrefix("no rule or filter")
        return Answer(!refused.holds && hasPassed, refused.grounds)
    }

    /// Whether a command with a policy is refused; the grounds are the error.
    func refusesLaunch(_ policy: SandboxPolicy, command: [String] = ["cmd.exe"]) -> Answer {
        do {
            _ = try start(policy, command: command)
            return Answer(false, "it started")
        } catch {
            return Answer(true, "\(error)")
        }
    }
}

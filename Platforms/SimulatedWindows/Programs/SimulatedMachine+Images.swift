internal import WindowsSecurity

extension SimulatedMachine {
    /// The program that a process's image holds: by the content of its file, or by its bare name.
    ///
    /// - Parameter image: the path of the file, or a name that is not looked for on a drive.
    /// - Returns: the lower-case name.
    func program(of image: String) -> String {
        guard image.contains("\\"), let path = try? FilePath(image),
            let file = try? locate(path, followsLast: true, collectsWay: false).file
        else {
            let name = (image.split(separator: "\\").last.map(String.init) ?? image).lowercased()
            return name.hasSuffix(".exe") ? String(name.dropLast(4)) : name
        }
        let data = files.content(of: file).data
        guard data.starts(with: Program.signature) else { return "" }
        return String(decoding: data.dropFirst(Program.signature.count), as: UTF8.self)
    }

    /// What a new process does by itself.
    mutating func activity(of start: ProcessStart, for identifier: ProcessIdentifier) -> Activity {
        let name = program(of: start.image)
        let (_, tail) = Self.split(start.commandLine)
        var activity = Activity()
        guard name == "cmd" else {
            guard Program.body(of: name) != nil else { return activity }
            activity.command = RunningCommand(
                carrier: .program(ProgramRun(process: identifier, name: name, tail: tail)),
                handles: start.handles ?? StandardHandles(), following: [])
            return activity
        }
        let option = tail.prefix { !$0.isWhitespace }.lowercased()
        guard option == "/c" || option == "/k" else {
            activity.readsLines = true
            return activity
        }
        let line = tail.dropFirst(2).drop { $0.isWhitespace }
        activity.statements = statements(of: unquoted(String(line), for: identifier), for: identifier)
        activity.readsLines = option == "/k"
        return activity
    }

    /// The line behind `/c`: quotation marks around the whole of it are left out, but not those around the name of a program.
    private func unquoted(_ line: String, for identifier: ProcessIdentifier) -> String {
        guard line.hasPrefix("\""), let last = line.lastIndex(of: "\""), last > line.startIndex else { return line }
        let inner = line[line.index(after: line.startIndex)..<last]
        let isName =
            !inner.contains("\"") && !inner.contains { "&<>()@^|".contains($0) } && inner.contains(" ")
            && findProgram(String(inner), for: identifier) != nil
        return isName ? line : String(inner + line[line.index(after: last)...])
    }

    /// The file of a program: in the working directory, then along `PATH`; Windows: `SearchPathW`.
    ///
    /// - Parameters:
    ///   - name: the name as it was written.
    ///   - identifier: who looks.
    /// - Returns: the path, or nothing when there is no such file.
    func findProgram(_ name: String, for identifier: ProcessIdentifier) -> String? {
        guard let process = processes[identifier] else { return nil }
        var directories = [process.workingDirectory.description]
        if name.contains(where: { "\\/:".contains($0) }) {
            directories = [""]
        } else {
            let path = variable("PATH", of: identifier) ?? #"C:\Windows\System32;C:\Windows"#
            directories += path.split(separator: ";").map(String.init)
        }
        let leaf = name.split(whereSeparator: { $0 == "\\" || $0 == "/" }).last ?? ""
        let endings = leaf.contains(".") ? [""] : [".exe", ".bat", ".cmd"]
        for directory in directories {
            for ending in endings {
                let text = (directory.isEmpty ? "" : directory + "\\") + name + ending
                guard let path = try? FilePath(text, relativeTo: process.workingDirectory),
                    let file = try? locate(path, followsLast: true, collectsWay: false).file, !files[file].isDirectory
                else { continue }
                return path.description
            }
        }
        return nil
    }

    /// The file of a program that is to be started; Windows: `CreateProcessW` without an application name.
    ///
    /// - Parameters:
    ///   - name: the name as it was written.
    ///   - identifier: who starts it.
    /// - Returns: the path.
    /// - Throws: `ERROR_FILE_NOT_FOUND`.
    func image(_ name: String, for identifier: ProcessIdentifier) throws(CallError) -> String {
        guard let path = findProgram(name, for: identifier) else {
            throw CallError(.fileNotFound, "CreateProcessAsUserW", name)
        }
        return path
    }

    /// A variable of a process, whatever the case of its name.
    func variable(_ name: String, of identifier: ProcessIdentifier) -> String? {
        let wanted = name.lowercased()
        return processes[identifier]?.environment.first { $0.name.lowercased() == wanted }?.value
    }

    /// Replaces `%NAME%`; what names nothing stays as it is.
    func expandVariables(in line: String, of identifier: ProcessIdentifier) -> String {
        let parts = line.split(separator: "%", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 2 else { return line }
        var text = parts[0]
        var index = 1
        while index < parts.count {
            let value = index + 1 < parts.count ? expand(parts[index], of: identifier) : nil
            guard let value else {
                text += "%" + parts[index]
                index += 1
                continue
            }
            text += value + parts[index + 1]
            index += 2
        }
        return text
    }

    private func expand(_ name: String, of identifier: ProcessIdentifier) -> String? {
        if let value = variable(name, of: identifier) { return value }
        switch name.lowercased() {
        case "cd": return processes[identifier]?.workingDirectory.description
        case "errorlevel": return processes[identifier]?.activity.map { String($0.code) }
        default: return nil
        }
    }
}

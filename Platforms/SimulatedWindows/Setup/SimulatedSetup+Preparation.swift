internal import SandboxModel
internal import WindowsSecurity

/// What setup does before its first and after its last effect.
extension SimulatedSetup {
    /// Refuses a home that is reached through a link, which somebody else could turn elsewhere; Windows: `OBJ_DONT_REPARSE`.
    func refuseLinks() throws(SetupError) {
        guard !design.setup.followsLinks, let file = try? FilePath(host.installation.home),
            let home = try? HostPath(windows: file)
        else { return }
        for directory in [home] + home.ancestors where host.kind(of: directory) == .symbolicLink {
            throw SetupError(
                .unsafeFile, action: "open", subject: directory.windows, detail: "a link leads there",
                remedy: "name the directory that it leads to")
        }
    }

    /// Deletes the marker and makes it again, empty and out of reach of the principals; from now on setup is unfinished.
    func prepareMarker() throws(SetupError) {
        try directory(host.installation.configuration)
        let path = host.installation.marker
        do throws(CallError) {
            try host.machine.delete(path, by: elevated)
        } catch {
            guard error.code == .fileNotFound else {
                throw SetupError(.systemCall, action: "delete", subject: path, detail: error.description)
            }
        }
        let descriptor = DirectoryLock.marker(user: host.userSID)
        try act("make", path) { machine, process throws(CallError) in
            let handle = try machine.open(
                OpenRequest(
                    path, access: .genericWrite, disposition: .createNew, descriptor: descriptor), by: process)
            try machine.close(handle, by: process)
        }
    }

    /// Forgets the passwords, so that every run of setup makes new ones.
    func forgetPasswords() throws(SetupError) {
        do throws(CallError) {
            try host.machine.delete(host.installation.users, by: elevated)
        } catch {
            guard ![.fileNotFound, .pathNotFound].contains(error.code) else { return }
            throw SetupError(
                .systemCall, action: "delete", subject: host.installation.users, detail: error.description)
        }
    }

    /// Makes the accounts useless before anything is taken away from around them.
    func disablePrincipals() throws(SetupError) {
        for principal in Principal.allCases where host.sid(of: principal) != nil {
            try act("disable", principal.accountName) { machine, process throws(CallError) in
                try machine.changeUser(principal.accountName, .disabled(true), by: process)
            }
        }
    }

    /// Removes what is left in the sandbox's directories, and the directories.
    func removeDirectories() throws(SetupError) {
        let installation = host.installation
        for directory in [installation.configuration, installation.programs, installation.secrets] {
            for entry in (try? host.machine.list(directory, by: elevated)) ?? [] {
                try? host.machine.delete(directory + "\\" + entry.name.text, by: elevated)
            }
            do throws(CallError) {
                try host.machine.delete(directory, by: elevated)
            } catch {
                guard ![.fileNotFound, .pathNotFound, .directoryNotEmpty].contains(error.code) else { continue }
                throw SetupError(.systemCall, action: "delete", subject: directory, detail: error.description)
            }
        }
    }
}

internal import WindowsSecurity

extension SimulatedMachine {
    /// The right to the clipboard; Windows: `WINSTA_ACCESSCLIPBOARD`.
    private static var accessClipboard: AccessMask { AccessMask(rawValue: 0x4) }

    /// The window station of a process: the part of its desktop's name in front of the backslash.
    private func station(of process: SimulatedProcess) -> String {
        process.desktop.split(separator: "\\").first.map(String.init) ?? ""
    }

    private mutating func openClipboard(by identifier: ProcessIdentifier) throws(CallError) -> String {
        let process = try process(identifier, "OpenClipboard")
        let name = station(of: process)
        guard let station = windowStations[name] else { throw CallError(.invalidWindowHandle, "OpenClipboard", name) }
        let allowed = check(
            station.descriptor, Self.accessClipboard, type: .windowStation, token: process.token, object: name)
        guard allowed else { throw CallError(.accessDenied, "OpenClipboard", name) }
        return name
    }

    /// Puts something on the clipboard of the caller's window station, which all its desktops share.
    ///
    /// Windows: `OpenClipboard` and `SetClipboardData`.
    ///
    /// - Parameters:
    ///   - bytes: what is put there.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_ACCESS_DENIED` without `WINSTA_ACCESSCLIPBOARD`.
    public mutating func setClipboard(_ bytes: [UInt8], by identifier: ProcessIdentifier) throws(CallError) {
        try perform(.setClipboard(bytes, identifier), by: identifier) { machine throws(CallError) in
            let name = try machine.openClipboard(by: identifier)
            machine.windowStations[name]?.clipboard = bytes
        }
    }

    /// Reads the clipboard of the caller's window station.
    ///
    /// Windows: `OpenClipboard` and `GetClipboardData`.
    ///
    /// - Parameter identifier: who calls.
    /// - Returns: what is there.
    /// - Throws: `ERROR_ACCESS_DENIED` without `WINSTA_ACCESSCLIPBOARD`.
    public mutating func clipboard(by identifier: ProcessIdentifier) throws(CallError) -> [UInt8] {
        try perform(.readClipboard(identifier), by: identifier) { machine throws(CallError) in
            let name = try machine.openClipboard(by: identifier)
            return machine.windowStations[name]?.clipboard ?? []
        }
    }

    /// Sends a message to a window of another process.
    ///
    /// Windows: `PostMessageW`. Windows of other desktops cannot be named, and a process of a lower integrity level is kept from those of a
    /// higher one (user interface privilege isolation).
    ///
    /// - Parameters:
    ///   - target: the process that owns the window.
    ///   - identifier: who sends.
    /// - Throws: `ERROR_INVALID_WINDOW_HANDLE` (1400), `ERROR_ACCESS_DENIED`.
    public mutating func postMessage(
        to target: ProcessIdentifier, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.postMessage(target, identifier), by: identifier) { machine throws(CallError) in
            let caller = try machine.process(identifier, "PostMessageW")
            guard let receiver = machine.processes[target], receiver.isRunning, !receiver.desktop.isEmpty,
                receiver.desktop == caller.desktop
            else { throw CallError(.invalidWindowHandle, "PostMessageW", "process \(target.rawValue)") }
            guard caller.token.integrityLevel >= receiver.token.integrityLevel else {
                throw CallError(.accessDenied, "PostMessageW", "process \(target.rawValue)")
            }
        }
    }
}

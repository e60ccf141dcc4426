internal import WindowsSecurity

/// `dir`.
extension Program {
    /// What a listing shows.
    private struct Listing {
        var isBare = false
        var showsHidden = false
        var showsShortNames = false
        var showsStreams = false
        var showsOwners = false
        var goesDown = false
        var onlyDirectories: Bool?

        init(_ options: [String]) {
            for option in options.map({ $0.lowercased() }) {
                switch option.prefix(2) {
                case "/b": isBare = true
                case "/x": showsShortNames = true
                case "/r": showsStreams = true
                case "/q": showsOwners = true
                case "/s": goesDown = true
                case "/a":
                    showsHidden = true
                    if option.hasSuffix("-d") {
                        onlyDirectories = false
                    } else if option.hasSuffix("d") {
                        onlyDirectories = true
                    }
                default: break
                }
            }
        }

        func shows(_ entry: DirectoryEntry) -> Bool {
            if !showsHidden, !entry.attributes.isDisjoint(with: [.hidden, .system]) { return false }
            return onlyDirectories.map { $0 == entry.attributes.contains(.directory) } ?? true
        }
    }

    /// What the drive of a listing has left, in bytes; every drive of the machine has as much.
    private static let freeBytes = 64 << 30

    static func directory(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard let process = machine.processes[run.process] else { return }
        // `dir/x` and `dir /x/q` are read as several options.
        let options = run.arguments.filter { $0.hasPrefix("/") }.flatMap { word in
            word.split(separator: "/").map { "/" + $0 }
        }
        let listing = Listing(options)
        let operand = run.arguments.first { !$0.hasPrefix("/") } ?? "."
        var (directory, pattern) = (operand, "*")
        if !machine.isDirectory(operand, for: process) {
            (directory, pattern) = SimulatedMachine.divide(operand)
            if directory.isEmpty { directory = "." }
        }
        if !listing.isBare {
            let letter = machine.fullPath(directory, for: process).prefix(1)
            run.print(" Volume in drive \(letter) has no label.")
            run.print(" Volume Serial Number is \(machine.serialNumber)")
            run.print()
        }
        var totals = (files: 0, bytes: 0, directories: 0)
        try list(machine.fullPath(directory, for: process), Wildcard(pattern), listing, &totals, &machine, &run)
        guard totals.files + totals.directories > 0 else { return run.fail("File Not Found", 2) }
        guard !listing.isBare else { return }
        if listing.goesDown {
            run.print()
            run.print("     Total Files Listed:")
            run.print(fileCount(totals.files, totals.bytes))
        }
        run.print("\(Text.right("\(totals.directories)", 16)) Dir(s)  \(Text.grouped(freeBytes)) bytes free")
    }

    private static func fileCount(_ files: Int, _ bytes: Int) -> String {
        "\(Text.right("\(files)", 16)) File(s) \(Text.right(Text.grouped(bytes), 14)) bytes"
    }

    private static func list(
        _ directory: String, _ wildcard: Wildcard, _ listing: Listing,
        _ totals: inout (files: Int, bytes: Int, directories: Int), _ machine: inout SimulatedMachine,
        _ run: inout ProgramRun
    ) throws(CallError) {
        let all = try machine.list(directory, by: run.process)
        let shown = all.filter { listing.shows($0) && wildcard.matches($0.name.text) }
        let isWhole = wildcard.matches(".") && listing.onlyDirectories != false && !directory.hasSuffix(":\\")
        if !listing.isBare {
            run.print(" Directory of \(directory)")
            run.print()
            for name in isWhole ? [".", ".."] : [] {
                totals.directories += 1
                let entry = DirectoryEntry(
                    name: FileName(trusted: Array(name.utf8)), shortName: nil, attributes: .directory, size: 0,
                    modified: UInt64(machine.modified(directory)), reparsePoint: nil)
                line(entry, directory, listing, &machine, &run)
            }
        }
        var (files, bytes) = (0, 0)
        for entry in shown {
            if entry.attributes.contains(.directory) {
                totals.directories += 1
            } else {
                files += 1
                bytes += entry.size
            }
            let path = directory + (directory.hasSuffix("\\") ? "" : "\\") + entry.name.text
            line(entry, path, listing, &machine, &run)
        }
        totals.files += files
        totals.bytes += bytes
        if !listing.isBare, files > 0 || !shown.isEmpty || isWhole { run.print(fileCount(files, bytes)) }
        guard listing.goesDown else { return }
        for entry in all where entry.attributes.contains(.directory) && entry.reparsePoint == nil {
            if !listing.isBare { run.print() }
            let path = directory + (directory.hasSuffix("\\") ? "" : "\\") + entry.name.text
            try? list(path, wildcard, listing, &totals, &machine, &run)
        }
    }

    private static func stamp(_ seconds: UInt64) -> String {
        let date = CivilDate(seconds: seconds)
        return "\(date.date)  \(date.time)"
    }

    private static func line(
        _ entry: DirectoryEntry, _ path: String, _ listing: Listing, _ machine: inout SimulatedMachine,
        _ run: inout ProgramRun
    ) {
        guard !listing.isBare else { return run.print(listing.goesDown ? path : entry.name.text) }
        let kind: String
        switch entry.reparsePoint {
        case .junction: kind = "    <JUNCTION>     "
        case .symbolicLink: kind = entry.attributes.contains(.directory) ? "    <SYMLINKD>     " : "    <SYMLINK>      "
        case nil:
            kind =
                entry.attributes.contains(.directory)
                ? "    <DIR>          " : Text.right(Text.grouped(entry.size), 18) + " "
        }
        var text = stamp(entry.modified) + kind
        if listing.showsShortNames { text += Text.left(entry.shortName?.text ?? "", 12) + " " }
        if listing.showsOwners { text += Text.left(machine.ownerName(of: path), 22) + " " }
        run.print(text + entry.name.text + (entry.reparsePoint.map { " [\($0.target)]" } ?? ""))
        guard listing.showsStreams else { return }
        for (name, size) in machine.streams(of: path) {
            run.print(Text.right(Text.grouped(size), 38) + " \(entry.name):\(name):$DATA")
        }
    }
}

extension SimulatedMachine {
    /// The number of the volumes, for people; made of the machine's SID.
    var serialNumber: String {
        let text = String(accounts.machine.subAuthority(1) ?? 0, radix: 16, uppercase: true)
        let digits = String(repeating: "0", count: 8 - min(8, text.count)) + text
        return "\(digits.prefix(4))-\(digits.suffix(4))"
    }

    /// When a file was last written, in seconds since 1970.
    func modified(_ path: String) -> UInt32 {
        guard let path = try? FilePath(path), let file = try? locate(path, followsLast: true, collectsWay: false).file
        else { return second }
        return files[file].modified
    }

    /// The name of a file's owner as listings show it, or dots when there is none.
    func ownerName(of path: String) -> String {
        guard let path = try? FilePath(path),
            let file = try? locate(path, followsLast: false, collectsWay: false).file,
            let owner = files.descriptor(of: file).owner
        else { return "..." }
        return accounts.name(of: owner, computer: name) ?? owner.description
    }

    /// The alternate streams of a file with their sizes; Windows: `FindFirstStreamW`.
    func streams(of path: String) -> [(name: FileName, size: Int)] {
        guard let path = try? FilePath(path),
            let file = try? locate(path, followsLast: false, collectsWay: false).file
        else { return [] }
        return files.content(of: file).streams.map { ($0.name, $0.data.count) }
    }
}

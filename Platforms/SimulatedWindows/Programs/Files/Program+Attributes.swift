/// `attrib` and `fsutil`.
extension Program {
    private static let letters: [(letter: Character, attribute: FileAttributes)] = [
        ("A", .archive), ("S", .system), ("H", .hidden), ("R", .readOnly),
    ]

    static func attributes(_ machine: inout SimulatedMachine, _ run: inout ProgramRun) throws(CallError) {
        guard let process = machine.processes[run.process] else { return }
        var (set, cleared): (FileAttributes, FileAttributes) = ([], [])
        var names: [String] = []
        for word in run.arguments where !word.hasPrefix("/") {
            guard let sign = word.first, "+-".contains(sign) else {
                names.append(word)
                continue
            }
            for letter in word.dropFirst().uppercased() {
                guard let found = letters.first(where: { $0.letter == letter }) else {
                    return run.fail("Invalid switch - \(word)", 1)
                }
                if sign == "+" { set.insert(found.attribute) } else { cleared.insert(found.attribute) }
            }
        }
        for name in names.isEmpty ? ["*"] : names {
            for path in try machine.matches(name, by: run.process) {
                guard let file = try? machine.locate(path, for: process, followsLast: false).file else {
                    run.fail("File not found - \(path)", 2)
                    continue
                }
                let present = machine.files[file].attributes
                if !set.isEmpty || !cleared.isEmpty {
                    try machine.setAttributes(
                        present.subtracting(cleared).union(set), of: path, by: run.process)
                    continue
                }
                var columns = Array("             ")
                for (place, letter) in zip([0, 3, 4, 5], letters) where present.contains(letter.attribute) {
                    columns[place] = letter.letter
                }
                run.print(String(columns) + "        " + machine.fullPath(path, for: process))
            }
        }
    }
}

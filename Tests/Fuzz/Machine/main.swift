import CFuzz
import Glibc

// The parser is named by the environment: the words of the command line belong to libFuzzer.
guard let name = getenv("PARSER"), let parser = MachineParser(rawValue: String(cString: name)) else {
    fatalError("PARSER names no parser")
}
let chosen = parser
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        chosen.feed([UInt8](UnsafeBufferPointer(start: start, count: count)))
        return 0
    })
